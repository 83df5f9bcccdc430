"""A denial needs a denial to rest on, what a record denies is not affirmed, and opposites deny each other, in other words, too."""

from __future__ import annotations

import pytest
from tests.pairs import found

TALK = (
    "2026-04-02 訪問 片桐社長: 冷凍庫は組合のを借りている。自前で建てる話は、今のところない。本人にはまだ話していない。"
)
OURS = "2026-06-11 訪問 当方の説明: 単独なら5年以内、金利は未定。公募要領を社長に手交。"
CALL = "2026-04-23 電話 寺西取締役: 季節資金は2,000万円で申し込みたい。社長も了解している。私募債は興味なし。"
TERMS = "2026-06-02 訪問 宮原社長: 外注単価は据え置いた。運賃は5%上げてもらえた。採用は前年並み。予約は好調。資金繰りは厳しい。人手は足りている。"
NEWS = "2026-04-10 訪問 相良部長: 補助金は採択された。事務所を新設する。A社との契約は更新した。納期は守れている。増額の打診は承諾した。対象に物流費を追加した。"
LOAN = "2026-04-02 実行 証書貸付 40,000千円、7年、保証協会付。据置なし。代表者保証は取らず。"
WITHOUT = "2026-05-12 訪問 当方の説明: 当座貸越の更新手続を説明。手数料の話はしていない。見積は依頼せず。当行単独でも応じられる。"
WISHES = "2026-09-01 訪問 早川社長: 職人が2人辞めた。募集したが1人しか採れていない。取引をやめる気はない。家賃は高すぎる。急ぐ話ではない。"
PAPERS = "2026-08-20 受領 決算書2期分。登記簿は未着、8月末に送るとの連絡。判子は押してもらった。社債は上限5,000万円と聞いた。"


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("自社で建てる話は今のところない。", "自社で建てる話がある。", TALK),
        ("本人には伝えていない。", "本人にも伝えた。", TALK),
        ("金利は決まっていない。", "金利は決まっている。", OURS),
        ("公募要領は社長に渡した。", "公募要領はまだ社長に渡していない。", OURS),
        ("社長は了解している。", "社長はまだ了解していない。", CALL),
        ("私募債に関心は示さなかった。", "私募債に関心を示した。", CALL),
        ("手数料の話は出していない。", "手数料についても話した。", WITHOUT),
        ("見積の依頼はしていない。", "見積を依頼した。", WITHOUT),
        ("当行単独でも応じられると説明した。", "当行だけでは応じられないと説明した。", WITHOUT),
        ("取引をやめるつもりはない。", "取引をやめるつもりだ。", WISHES),
        ("採れたのは1人。", "職人は1人も採れていない。", WISHES),
        ("急いでいない。", "急いでいる。", WISHES),
        ("証書貸付は保証協会付で実行した。", "証書貸付は保証協会を付けていない。", LOAN),
        ("代表者保証は取らなかった。", "代表者保証を取った。", LOAN),
        ("社債は上限が5,000万円。", "社債に上限はない。", PAPERS),
    ],
)
def test_affirmed_and_denied_are_not_taken_for_each_other(sound: str, false: str, evidence: str) -> None:
    assert found(sound, evidence) == {"supported"}
    assert "negation_differs" in found(false, evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("外注単価は変えていない。", "外注単価を上げた。", TERMS),
        ("外注単価は据え置き。", "外注単価は下げた。", TERMS),
        ("運賃は5%上がった。", "運賃は5%下がった。", TERMS),
        ("採用は前年並み。", "採用は前年を上回った。", TERMS),
        ("予約は順調だ。", "予約は悪化している。", TERMS),
        ("資金繰りに余裕はない。", "資金繰りには余裕がある。", TERMS),
        ("人手は不足していない。", "人手が不足している。", TERMS),
        ("補助金は採択されている。", "補助金は不採択だった。", NEWS),
        ("事務所を新しく設ける。", "事務所を閉鎖する。", NEWS),
        ("A社との契約は更新済み。", "A社との契約は解除した。", NEWS),
        ("納期に遅れはない。", "納期が遅れている。", NEWS),
        ("増額の打診を承諾している。", "増額の打診は断った。", NEWS),
        ("物流費は対象に追加した。", "物流費は対象から外した。", NEWS),
        ("家賃が高すぎるという。", "家賃が安すぎるという。", WISHES),
    ],
)
def test_opposites_deny_each_other_and_a_denied_opposite_agrees(sound: str, false: str, evidence: str) -> None:
    assert found(sound, evidence) == {"supported"}
    assert found(false, evidence) & {"negation_differs", "direction_differs", "opposite_word"}


@pytest.mark.parametrize(
    ("sound", "evidence"),
    [
        ("この時点では金利を示していない。", "2026-08-20 訪問 当方の説明: 金利は審査のあとで示すと伝えた。"),
        ("登記簿は8月末に送るとの連絡があった。", PAPERS),
        ("納品の資料は翌週になった。", "2026-10-01 訪問 佐野社長: 納品の資料は間に合わず、翌週になる。"),
        ("6%値上げするが、配送料は据え置く。", "2026-10-01 訪問 佐野社長: 値上げは6%。配送料だけ据え置く。"),
        ("別館に問題はない。", "2026-09-01 耐震の結果(写し) 本館: 補強が必要。別館: 問題なし。"),
        ("会長は賛成するまで動かない。", "2026-06-30 訪問 壬生社長: 会長が反対なので、首を縦に振るまでは動かない。"),
        ("人の確保が出店の前提である。", "2026-10-01 訪問 佐野社長: 人を確保できなければ出店しない。"),
        ("社長が動くのは年明けからという見立て。", "2026-08-05 訪問 栗原部長: 社長は年明けまで動かないと思う。"),
        ("会員の2割増を無理とはみていない。", "2026-09-18 訪問 常務: 2割増えないと赤字。2割は無理な数字ではない。"),
        (
            "保証協会の付かない分は1億2,000万円。",
            "2026-09-30 基幹データ: 当行融資残高 158百万円、うち保証協会付 38百万円。",
        ),
        ("2棟には抵当を付けていない。", "2026-09-30 基幹データ: 抵当 霞台2棟を除く4棟に設定。"),
    ],
)
def test_what_speaks_of_another_matter_or_time_is_no_denial(sound: str, evidence: str) -> None:
    assert not found(sound, evidence) & {"negation_differs", "direction_differs"}


@pytest.mark.parametrize(
    ("sound", "false"),
    [
        ("2026年3月期は増収減益だった。", "2026年3月期は増収増益だった。"),
        ("売上高は増えた。", "売上高は減った。"),
        ("外注費は33.3%増えた。", "外注費は33.3%減った。"),
    ],
)
def test_figures_tell_which_way_a_measure_went(sound: str, false: str) -> None:
    report = (
        "決算 2026年3月期: 売上高 512百万円(前期 500百万円)、営業利益 14百万円(前期 21百万円)、外注費の増加率 33.3%。"
    )
    assert "direction_differs" not in found(sound, report)
    assert "direction_differs" in found(false, report)


def test_a_length_of_time_went_neither_up_nor_down() -> None:
    terms = "計算 営業運転資本回転期間 0.7か月(2026年3月期)、前期 0.9か月。"
    assert "direction_differs" not in found("営業運転資本回転期間は0.7か月。", terms)


def test_what_is_counted_as_none_over_a_stretch_of_time_is_not_there() -> None:
    assert found("応接記録がまだない。", "計算 応接記録 全期間0件、訪問日前の3か月0件") == {"supported"}
    assert "negation_differs" in found("応接記録がまだない。", "計算 応接記録 全期間4件、訪問日前の3か月0件")


@pytest.mark.parametrize(
    ("sound", "false", "told"),
    [
        ("為替予約はしていない。", "為替予約をしている。", "2026-09-09 訪問 社長: 為替予約はしていない。"),
        ("申請は未承認だった。", "申請は承認された。", "2026-09-09 訪問 社長: 申請は未承認だった。"),
        ("決算書は未提出である。", "決算書は提出された。", "2026-09-09 訪問 社長: 決算書はまだ提出していない。"),
    ],
)
def test_a_denial_in_front_of_a_word_or_behind_its_object_counts(sound: str, false: str, told: str) -> None:
    assert found(sound, told) == {"supported"}
    assert "negation_differs" in found(false, told)


def test_a_question_denies_nothing_though_nobody_answered_it() -> None:
    asked = "2026-11-20 電話 未確認事項: (田辺社長へ) 旋盤の発注先はお決まりでしょうか(回答なし)"
    assert found("未回答の質問: 旋盤の発注先はお決まりでしょうか(11/20、回答なし)。", asked) == {"supported"}
