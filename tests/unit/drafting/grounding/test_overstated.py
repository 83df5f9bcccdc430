"""What bankers deny without ない, what is so at times only or of some, and what somebody only supposes is told as just that."""

from __future__ import annotations

import pytest
from tests.pairs import found

HEAD = "2026-10-02 訪問 江口課長: "


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        (
            "契約書の写しは先方からもらっていない。",
            "契約書の写しは先方からもらっている。",
            "写しは先方からはもらっていません。",
        ),
        (
            "解約の手数料はいただかないと説明した。",
            "解約の手数料をいただくと説明した。",
            "解約の手数料はいただきません。",
        ),
        ("会長は売却を決めていない。", "会長は売却を決めている。", "会長は売却を決めかねています。"),
        ("返済の原資は分からない。", "返済の原資は分かっている。", "返済の原資は分かりかねます。"),
        ("3月は手元が足りない。", "3月は手元が足りる。", "3月は手元が足りなくなります。"),
        ("口座の変更は無料。", "口座の変更は有料。", "口座の変更に費用はかからない。"),
        ("見積は確定のものではない。", "見積は確定のものだ。", "見積は確定のものではありません。"),
    ],
)
def test_a_denial_needs_no_bare_nai(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert found(false, HEAD + evidence) & {"negation_differs", "direction_differs"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("早番が組めないこともある。", "早番は組めない。", "早番を組めない日がある。"),
        ("赤字の月がある。", "毎月赤字になる。", "赤字になる月がある。"),
        ("移転に反対の社員もいる。", "社員は移転に反対している。", "移転に反対している社員もいる。"),
        ("手当は全額を賃金に回している。", "手当の一部を賃金に回している。", "手当は全額を賃金に回しています。"),
        ("職人は全員残る。", "職人の半分が残る。", "職人は全員残ります。"),
        ("値上げを認めた得意先もある。", "得意先は値上げを認めた。", "一部の得意先が値上げを認めた。"),
        ("何社かは手形で払う。", "得意先は手形で払う。", "得意先のうち何社かは手形で払う。"),
        ("入金が遅れることもある。", "入金は遅れている。", "入金がたまに遅れる。"),
        ("断る先もある。", "見積は断られている。", "見積を断られる先もある。"),
    ],
)
def test_a_part_is_not_the_whole_nor_the_whole_a_part(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "scope_differs" in found(false, HEAD + evidence)


SUPPOSED = HEAD + "「会長は、移転の件をまだ知らないと思います」"


@pytest.mark.parametrize(
    "hedge", ["模様", "らしい", "とみられる", "ようだ", "だろう", "とのこと", "と江口課長は見ている"]
)
def test_what_is_supposed_may_be_told_with_any_hedge(hedge: str) -> None:
    assert found(f"会長はまだ移転の件を知らない{hedge}。", SUPPOSED, speaker="江口課長") == {"supported"}


@pytest.mark.parametrize(
    ("flat", "evidence"),
    [
        ("会長はまだ移転の件を知らない。", SUPPOSED),
        ("会長は移転に乗り気だ。", HEAD + "「会長は移転に乗り気のように見えます」"),
    ],
)
def test_what_is_only_supposed_of_another_is_not_told_flatly(flat: str, evidence: str) -> None:
    assert found(flat, evidence, speaker="江口課長") == {"certainty_differs"}


def test_that_there_is_one_who_did_it_bears_out_that_it_was_done() -> None:
    assert found("職人が辞めている。", HEAD + "辞めた職人がいる。") == {"supported"}


def test_what_is_hard_to_do_may_be_told_in_either_way_and_is_not_done() -> None:
    assert found("値上げは言い出しづらいとのこと。", HEAD + "値上げは言い出しにくい。") == {"supported"}
    assert found("操作が分かりにくい。", HEAD + "操作が分かりづらいです。") == {"supported"}
    assert "negation_differs" in found("価格に転嫁できている。", HEAD + "価格に転嫁しづらいです。")


def test_what_the_speaker_supposes_of_the_own_matters_may_be_told_flatly() -> None:
    evidence = HEAD + "「試算表は来週できると思います」"
    assert found("試算表は来週できる。", evidence, speaker="江口課長") == {"supported"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("県の補助が出れば炉を買う。", "炉を買う。", "県の補助が出れば炉を買います。"),
        ("保証を外すことを条件に借りるという。", "借りるという。", "保証を外してくれれば借ります。"),
        ("受注次第で人を増やす。", "人を増やす。", "受注が取れたら人を増やす。"),
        ("息子が戻るようなら継がせたい。", "息子に継がせたい。", "息子が戻るなら継がせたい。"),
        ("単価が下がるなら検討するとのこと。", "検討するとのこと。", "単価が下がれば検討する。"),
    ],
)
def test_what_hangs_on_a_condition_is_told_with_it(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "certainty_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("決算書は部長が持参する。", "決算書は、できたら部長が持参する。"),
        ("月々の返済は楽になる。", "10年なら月々の返済は楽になる。"),
        ("1台は今期に買う。", "補助が出れば2台買いたいが、1台は今期に買う。"),
        ("返事は早めにほしい。", "できれば返事は早めにほしい。"),
    ],
)
def test_when_for_which_and_politeness_are_no_conditions(statement: str, evidence: str) -> None:
    assert found(statement, HEAD + evidence) == {"supported"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("増員はできない。", "増員はできる。", "増員は無理だと思う。"),
        ("窓口の振替は無料と説明した。", "窓口の振替は有料と説明した。", "窓口の振替に費用がかからないと説明した。"),
        ("再発行の手数料は取らない。", "再発行の手数料は先方にご負担いただく。", "再発行の手数料はいただかない。"),
        ("納税証明はまだ出ていない。", "納税証明は提出済み。", "納税証明は未提出。"),
    ],
)
def test_needs_possibilities_and_charges_have_many_words(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "negation_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("契約書のコピーを預かった。", "契約書の原本を預かった。", "契約書の写しを預かった。"),
        ("申込書を預かった。", "契約書を預かった。", "申込書を預かった。"),
        ("保険料は年払い。", "保険料は月払い。", "保険料は年払い。"),
        ("見積は税抜。", "見積は税込。", "見積は税別。"),
        ("倉庫は借りている。", "倉庫は自社所有。", "倉庫は賃借。"),
        ("条件は口頭で聞いた。", "条件は書面で受け取った。", "条件は口頭で聞いた。"),
    ],
)
def test_one_form_of_a_paper_or_a_payment_is_no_other(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "term_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("手貸の継続には試算表が要ると説明した。", "手貸を継続した。", "手貸の継続には試算表が必要と説明した。"),
        ("保証の解除に審査が要ることを説明した。", "保証を解除した。", "保証の解除には審査が要ると説明した。"),
        ("申請の準備に入っている。", "申請した。", "申請の準備をしている。"),
        ("工事の契約は来月の予定。", "工事の契約を結んだ。", "工事の契約は来月。"),
        ("増資することが条件。", "増資をした。", "増資が条件だ。"),
        ("許可が出れば工場を増築する考え。", "工場を増築する。", "許可が出たら工場を増築する。"),
        ("審査が通れば増築する考え。", "後継者のために増築する。", "後継者のために、融資の審査が通れば増築する。"),
        ("地主が手放す気になれば買う考え。", "地主は隣地を手放す気だ。", "隣地は、地主が手放す気になれば買う。"),
    ],
)
def test_what_a_deed_needs_or_waits_for_does_not_tell_that_it_was_done(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "certainty_differs" in found(false, HEAD + evidence)


def test_a_deed_made_ready_may_be_done_as_another_record_tells() -> None:
    before = "2026-07-02 訪問 江口課長: 手貸の継続には試算表が必要と説明した。"
    assert found("手貸を継続した。", before, "2026-07-31 手貸の継続を実行。") == {"supported"}


def test_what_is_not_thought_of_until_then_is_told_in_either_order() -> None:
    evidence = HEAD + "車両の入替えは、工事が済むまで考えない。"
    assert found("工事が終わるまで、車両の入替えは考えない。", evidence) == {"supported"}


def test_what_was_promised_may_be_told_as_done_in_another_word_than_the_record_of_it_has() -> None:
    before = "2026-09-30 訪問 江口課長: 当方、返済表を10/16までに届けると約束した。"
    after = "2026-10-15 訪問 江口課長は不在。返済表を事務の方に預けた。"
    assert found("返済表は期限の前日に届けた。", before, after) == {"supported"}
    assert "certainty_differs" in found("返済表は届けた。", before)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("原木は立米1,300円上がった。", "原木は立米1,300円下がった。", "原木は去年より立米1,300円高い。"),
        ("受注は前年を下回った。", "受注は前年を上回った。", "受注は前年割れだ。"),
        ("病院向けの落ち込みが続く。", "病院向けは伸びている。", "病院向けの落込みが続く。"),
    ],
)
def test_what_is_high_or_has_fallen_short_went_one_way(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "direction_differs" in found(false, HEAD + evidence)


def test_what_is_high_may_come_down() -> None:
    evidence = HEAD + "燃料代は去年より2割高い。炉を替えれば下がると業者は言う。"
    assert found("炉を替えれば燃料代が下がると業者は言う。", evidence) == {"supported"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        (
            "課長は15年を希望している。",
            "課長は12年を希望している。",
            "12年ですと賞与の月に足りなくなります。15年でないと怖いです。",
        ),
        ("課長はB案を希望している。", "課長はA案を希望している。", "A案は高すぎる。B案にしたい。"),
        ("課長は短期を希望している。", "課長は長期を希望している。", "長期は避けたい。短期で回したい。"),
        ("課長は買うほうがいいと言う。", "課長はリースを希望している。", "リースより買うほうがいい。"),
    ],
)
def test_what_is_turned_down_is_not_what_is_wished(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence, speaker="江口課長") == {"supported"}
    assert "certainty_differs" in found(false, HEAD + evidence, speaker="江口課長")


def test_a_wish_told_with_its_reason_stands() -> None:
    assert found("課長は短期を希望している。", HEAD + "手元が足りないので短期をお願いしたい。") == {"supported"}
