"""Up is not down, and what was before is not what is now."""

from __future__ import annotations

import pytest
from tests.pairs import found

TALK = "2026-10-06 訪問 矢野女将: 9月の宿泊は1,020人泊、去年より1割多い。チラシは5年で半分になった。単価は3%上げてもらうことで決まった。"
COMPUTED = "計算: 営業利益率 5.9% = 22÷372(2026年6月期)、前期 7.3% = 24÷331"
SHEET = "2026-09-04 経理部長より資金繰り表を受領。9月末の残高見込 1,900万円、10月末 3,400万円。"
SALES = "2026-06-23 訪問 奥様: 子牛の販売は1〜5月で1,130万円、去年の同じ時期は860万円。"
WOOD = "2026-05-26 訪問 社長: 原木は前年の同じ月より1,300円高い。製品の値段は横ばい。住宅向けは戻り始めた。今期の受注は去年を上回りそうだ。"
HOST = "基幹データ 2026-08-31時点: 預金 64百万円。2026-07-31時点の預金 51百万円。"


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("9月の宿泊は去年より1割増えた。", "9月の宿泊は去年より1割減った。", TALK),
        ("チラシは5年で半減した。", "チラシは5年で倍増した。", TALK),
        ("単価は3%引き上げで決まった。", "単価は3%引き下げで決まった。", TALK),
        ("営業利益率は前期の7.3%から5.9%に下がった(2026年6月期)。", "営業利益率は前期の5.9%から7.3%に上がった(2026年6月期)。", COMPUTED),
        ("資金残高は9月末から10月末にかけて増加する見込み。", "資金残高は9月末から10月末にかけて減少する見込み。", SHEET),
        ("子牛の販売は前年の同じ時期を上回った。", "子牛の販売は前年の同じ時期を下回った。", SALES),
        ("原木は前年同月より1,300円上がった。", "原木は前年同月より1,300円下がった。", WOOD),
        ("製品の値段は横ばいである。", "製品の値段の落込みが続いている。", WOOD),
        ("住宅向けは回復し始めている。", "住宅向けは落ち始めている。", WOOD),
        ("今期の受注は去年を上回りそうだという。", "今期の受注は前年割れになりそうだという。", WOOD),
        ("預金は8月末で6,400万円。", "預金は7月末で6,400万円。", HOST),
    ],
)  # fmt: skip
def test_what_moved_the_other_way_or_at_another_time_is_caught(sound: str, false: str, evidence: str) -> None:
    assert found(sound, evidence) == {"supported"}
    assert found(false, evidence) & {"direction_differs", "period_differs", "negation_differs", "opposite_word"}


def test_the_day_of_the_talk_is_no_term_of_what_was_agreed_in_it() -> None:
    talk = "2026-09-16 訪問 荒井部長: 保証の要件は当方が9/30までに回答する。"
    assert found("保証の要件は当方が9月30日までに回答する。", talk) == {"supported"}
    assert "date_of_another_matter" in found("保証の要件は当方が9月16日までに回答する。", talk)


def test_a_wrong_figure_is_no_sum_because_a_text_speaks_of_accounts() -> None:
    report = "決算: 当連結会計年度の売上高は92億68百万円、営業損失は2億53百万円、前期は2億47百万円。"
    assert "figure_not_in_evidence" in found("当連結会計年度の売上高は97億68百万円。", report)
