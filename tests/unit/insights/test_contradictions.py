"""What cannot both be so is set side by side; what merely moved on, or is of two things, is not."""

from __future__ import annotations

import pytest
from tests.builders import accounts, dossier, seen, talk

from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation


def contradictions(*talks: Interaction, employees: int | None = None) -> list[Observation]:
    statements = (accounts("2026-03-31", employees=employees),) if employees else ()
    return seen(dossier(*talks, statements=statements), Code.RECORDS_CONTRADICT)


def pair(first: str, second: str, *, days: tuple[str, str] = ("2026-03-03", "2026-05-12")) -> list[Observation]:
    """What the 工場長, then the 経理課長 said."""
    return contradictions(
        talk(days[0], f"工場長「{first}」", people="小暮工場長"),
        talk(days[1], f"経理課長「{second}」", people="赤座経理課長"),
    )


def test_two_figures_of_one_day_contradict_and_the_newest_stands_beside() -> None:
    (differ,) = contradictions(
        talk("2026-04-10", "経理課長「3月末の従業員は、パートまで入れて41名です」", people="赤座経理課長"),
        talk("2026-06-10", "工場長「3月末に47名いた従業員が、いまは44名です」", people="小暮工場長"),
        employees=47,
    )
    newest = differ.values["newest"]
    assert (differ.values["first"], differ.values["second"]) == ("47名", "41名")
    assert isinstance(newest, Evidence)
    assert "いまは44名" in newest.text


def test_figures_of_different_days_are_a_development() -> None:
    assert not contradictions(talk("2026-06-10", "社長「9月末に50名だった従業員は、いまは44名だ」"))
    later = talk("2026-03-10", "社長「9月末の従業員は44名だった」")
    assert not contradictions(later, talk("2026-06-10", "社長「3月末の従業員は41名だ」"))


@pytest.mark.parametrize("words", ["正社員は12名です", "工場の従業員は20名です", "辞めた3名の職員は皆若い"])
def test_a_part_of_the_staff_does_not_contradict_the_whole(words: str) -> None:
    assert not contradictions(talk("2026-04-10", f"社長「{words}」"), employees=47)


def test_two_people_who_tell_two_shares_of_one_thing_contradict() -> None:
    (differ,) = pair("生協経由は、年で55%です", "うちは生協の割合なら、ずっと3割台です")
    assert (differ.subject, differ.values["kind"], differ.values["second"]) == ("生協の割合", "figure", "3割台")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("生協経由は55%です", "生協経由は前年より12%減りました"),
        ("生協経由は55%です", "直売所経由は20%です"),
        ("生協経由は55%です", "生協の割合は5割くらいです"),
        ("乾麺の生協経由は55%です", "生麺の生協経由は20%です"),
    ],
)
def test_changes_other_things_and_round_words_are_no_second_share(first: str, second: str) -> None:
    assert not pair(first, second)


def test_two_people_who_tell_two_prices_of_one_thing_contradict() -> None:
    (differ,) = pair("自動包装機は据付まで入れて2,100万円です", "包装機は据付込みで2,700万円です")
    assert differ.subject == "包装機の価格"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("包装機は2,100万円です", "包装機は据付込みで2,700万円です"),
        ("包装機は2,100万円です", "包装機の頭金は300万円です"),
        ("包装機は2,100万円です", "包装機は値上がりで、2,700万円になりました"),
        ("包装機は2,100万円です", "冷凍庫は900万円です"),
        ("屋根の改修は800万円です", "寮の改修は2,200万円です"),
        ("包装機は2,100万円です", "包装機は2,150万円です"),
    ],
)
def test_another_scope_a_deposit_and_a_new_price_are_no_contradiction(first: str, second: str) -> None:
    assert not pair(first, second)


@pytest.mark.parametrize(
    "reason", ["床を補強しないと載らないと言われました", "基礎の追加が入りました", "鋼材が高騰したためです"]
)
def test_a_later_price_told_with_what_was_added_is_an_update(reason: str) -> None:
    assert not pair("包装機は据付込みで2,100万円です", f"包装機は据付込みで2,700万円です。{reason}")


def test_what_is_said_next_of_something_else_explains_no_price() -> None:
    assert pair("包装機は据付込みで2,100万円です", "包装機は据付込みで2,700万円です。娘は元気です")


def test_a_third_source_that_agrees_with_one_of_the_two_is_named() -> None:
    books, other = 47, talk("2026-04-10", "経理課長「3月末の従業員は41名です」", people="赤座経理課長")
    third = talk("2026-06-10", "工場長「3月末に47名いた従業員が、いまは44名です」", people="小暮工場長")
    (differ,) = contradictions(other, third, employees=books)
    confirmed = differ.values["confirmed"]
    assert isinstance(confirmed, Evidence)
    assert confirmed.speaker == "小暮工場長"
    (open_still,) = contradictions(other, employees=books)
    assert open_still.values["confirmed"] is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("注文は前年より1割減っています", "注文数は前年並みです"),
        ("来店客は、累計で4,100人です。前の年の同じ時期より2割落ちています", "来店者は去年より増えています"),
        ("受講は昨年と変わりありません。いえ、前年並みです", "受講者数は前年を1割下回っています"),
    ],
)
def test_two_people_who_tell_opposite_trends_of_one_thing_contradict(first: str, second: str) -> None:
    (differ,) = pair(first, second)
    assert differ.values["kind"] == "claim"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("注文は前年より1割減っています", "来店客は前年並みです"),
        ("注文は前年より1割減っています", "注文は前年より2割減っています"),
        ("5月の注文は前年より1割減りました", "注文は前年並みです"),
        ("お盆の注文は前年より1割減りました", "注文は前年並みです"),
        ("注文は前年より減ってはいません", "注文は前年並みです"),
    ],
)
def test_other_things_single_months_and_denials_are_no_opposite_trend(first: str, second: str) -> None:
    assert not pair(first, second)


def test_a_trend_retold_of_the_only_one_met_counts_as_theirs() -> None:
    told = talk("2026-03-03", "予約は前年並みで、心配はないと話していた。", people="小暮工場長")
    (differ,) = contradictions(
        told, talk("2026-05-12", "経理課長「予約は前年より1割減っています」", people="赤座経理課長")
    )
    assert differ.values["first_by"] == "小暮工場長"


def test_money_that_one_counts_on_and_another_has_spent_contradicts() -> None:
    both = "社長「短期の分は返せる。6月の共済の保険金が入るから」経理課長「社長、その保険金はもう屋根に使ってあります」"
    (differ,) = contradictions(talk("2026-05-12", both, people="篠崎社長、赤座経理課長"))
    assert (differ.subject, differ.values["first_by"], differ.values["second_by"]) == (
        "保険金",
        "篠崎社長",
        "赤座経理課長",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("保険金が入るから返せます", "積立金はもう屋根に使ってあります"),
        ("保険金が入りました。孫が喜んでいます", "保険金はもう屋根に使ってあります"),
        ("保険金が入るから返せます", "保険金は屋根に使いたい"),
        ("保険金が入るから返せます", "保険金はもう振り込まれました"),
    ],
)
def test_other_money_a_plan_and_no_payment_are_no_contradiction(first: str, second: str) -> None:
    assert not pair(first, second)


def test_an_estimate_that_the_same_person_gives_anew_is_a_development() -> None:
    assert not contradictions(
        talk("2026-03-03", "社長「包装機は全部で2,100万円だ」"), talk("2026-05-12", "社長「包装機は全部で2,700万円だ」")
    )


def test_one_says_it_was_shown_to_another_who_denies_it() -> None:
    shown = talk("2026-03-03", "社長「工場長にも新工場の間取りを見せて、承知させてある」")
    denied = talk("2026-05-12", "工場長「間取りなんて、私は見ていません」", people="小暮工場長")
    (differ,) = contradictions(shown, denied)
    assert (differ.subject, differ.values["kind"]) == ("間取り", "claim")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("工場長に間取りを見せたい", "間取りは見ていません"),
        ("工場長に間取りを見せてほしい", "間取りは見ていません"),
        ("経理課長に間取りを見せた", "間取りは見ていません"),
        ("工場長に間取りを見せた", "間取りは見ました"),
        ("工場長に間取りを見せた", "見積書は見ていません"),
    ],
)
def test_a_wish_another_person_and_another_paper_are_no_claim_against_it(first: str, second: str) -> None:
    one = talk("2026-03-03", f"社長「{first}」")
    assert not contradictions(one, talk("2026-05-12", f"工場長「{second}」", people="小暮工場長"))


def test_a_paper_that_was_not_yet_seen_may_be_seen_later() -> None:
    before = talk("2026-03-03", "工場長「間取りは見ていません」", people="小暮工場長")
    assert not contradictions(before, talk("2026-05-12", "社長「工場長に間取りを見せた」"))


def test_two_people_tell_another_banks_terms_the_other_way_round() -> None:
    (differ,) = pair(
        "波止場銀行さんが試算を持ってきました。あちらは2.3%の固定だそうです", "波止場銀行さんの条件は変動です"
    )
    assert (differ.subject, differ.values["owner"]) == ("固定・変動の別", "波止場銀行")
    assert differ.figure
    assert "波止場銀行の固定・変動の別" in differ.figure.text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("波止場銀行さんは固定です", "鳴砂銀行さんは変動です"),
        ("波止場銀行さんは固定です", "波止場銀行さんは固定か変動か、どちらですか"),
        ("波止場銀行さんは固定です", "波止場銀行さんから変動の話は聞いていません"),
    ],
)
def test_other_banks_questions_and_denials_are_no_other_terms(first: str, second: str) -> None:
    assert not pair(first, second)
