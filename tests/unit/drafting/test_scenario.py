"""The scenario links only what belongs together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import KEY, accounts, deal, dossier, talk
from tests.builders import visit as planned
from tests.writing import section

from bankrm.domain.business import Deal
from bankrm.domain.dossier import Dossier
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit

YEAR = (
    accounts("2025-03-31", sales=640, operating_profit=30, depreciation=16, borrowings=310, cash=50),
    accounts("2026-03-31", sales=600, operating_profit=24, depreciation=16, borrowings=300, cash=60),
)
LOAN = Deal("D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5))


def options(file: Dossier, visit: Visit | None = None) -> list[str]:
    return [s.text for s in section(file, DocumentKindName.SALES_SCENARIO, "options", visit)]


def test_a_wish_is_weighed_with_the_loan_of_its_own_deal() -> None:
    told = talk("2026-05-12", "社長「茹で釜を入れ替えたい」")
    file = dossier(told, statements=YEAR, deals=(deal("茹で釜の入替え", 32),))
    assert any("32百万円を借りた場合" in text for text in options(file))


def test_a_wish_with_a_sum_of_its_own_is_not_weighed_with_another() -> None:
    told = talk("2026-05-12", "社長「包装の機械を2,100万円で入れたい」")
    file = dossier(told, statements=YEAR, deals=(deal("茹で釜の入替え", 32),))
    assert not any("32百万円" in text for text in options(file))


def test_more_time_for_a_loan_waits_only_for_what_it_needs() -> None:
    told = talk(
        "2026-05-12",
        ours="手形貸付は6月26日が期日。更新の判断に要るもの：4月末の試算表、在庫の明細。",
        promises="先方：4月末の試算表を5月29日までに送付。工場の図面を5月29日までに送付。",
    )
    against = [text for text in options(dossier(told, deals=(LOAN,))) if "届いていない" in text]
    assert against == ["合わない理由: 4月末の試算表が届いていない。"]


def test_to_propose_nothing_is_to_keep_to_the_purpose_of_the_visit() -> None:
    visit = replace(planned(), purpose="手形貸付の期日の件")
    found = options(dossier(talk("2026-05-12")), visit)
    assert found[-1].endswith("何も提案せず、訪問の目的(手形貸付の期日の件)だけに絞る。")


def test_without_a_purpose_or_a_blank_it_is_no_option() -> None:
    visit = replace(planned(), purpose="")
    assert options(dossier(talk("2026-05-12")), visit) == []


def test_a_wish_for_anything_is_named_by_the_object_of_its_words() -> None:
    told = talk("2026-05-12", "工場長「自動の包装ラインと搬送ベルトを今年度中に入れたいんです」", people="小暮工場長")
    heads = [text for text in options(dossier(told)) if "望みのとおりに" in text]
    assert any("包装ライン" in text or "搬送ベルト" in text for text in heads), heads


LATHES = talk("2026-05-08", "社長「NC旋盤が2台とも15年を超えた。今期中に1台は入れ替えたい」")
SUBSIDY = talk("2026-05-20", "社長「補助金は前向きに考えたい」", ours="省力化の補助金は6月26日が次の締切と案内した。")
PUT_OFF = talk(
    "2026-06-10", "社長は機械の更新は来期以降にしたいとのこと。\n社長：補助金は今回は見送り、次の公募を待つ。"
)


def test_the_latest_words_win_over_an_older_wish() -> None:
    found = options(dossier(LATHES, PUT_OFF))
    assert not any("望みのとおり" in text or "今期中" in text for text in found)
    assert any("設備は急がず待つ" in text for text in found)


def test_what_was_declined_is_no_option_any_more() -> None:
    assert any("省力化の補助金の締切(6月26日)に合わせて進める" in text for text in options(dossier(LATHES, SUBSIDY)))
    assert not any("合わせて進める" in text for text in options(dossier(LATHES, SUBSIDY, PUT_OFF)))


def test_that_it_was_declined_is_said_with_its_day() -> None:
    goal = section(dossier(LATHES, SUBSIDY, PUT_OFF), DocumentKindName.SALES_SCENARIO, "goal")
    assert any("見送りと言われた(6/10)" in s.text and "省力化の補助金の締切" in s.text for s in goal)
    assert not any("今期中" in s.text for s in goal)
