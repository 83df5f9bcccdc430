"""A loan that falls due: what we said it needs, and what each person says of the money that repays it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import KEY, dossier, seen, talk

from bankrm.domain.business import Deal
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation

DUE = "当座貸越の更新日は6月26日である旨を説明。"


def maturity(*talks: Interaction, note: str = "") -> Observation:
    deal = Deal("D1", KEY, "当座貸越", "運転資金", None, "更新手続中", date(2026, 6, 26), date(2026, 3, 2), note)
    (found,) = seen(dossier(*talks, deals=(deal,)), Code.DEADLINE_NEAR)
    return found


def body(o: Observation, key: str) -> str:
    value = o.values[key]
    return value.body.strip("「」") if isinstance(value, Evidence) else ""


@pytest.mark.parametrize(
    ("ours", "needed"),
    [
        ("更新の判断に要るもの：4月末の試算表、在庫の明細", "4月末の試算表、在庫の明細"),
        ("更新の必要書類は、決算書の写しと資金繰り表。", "決算書の写しと資金繰り表"),
        ("更新の手続きに得意先別の売掛金の明細が要ることをお話しした。", "得意先別の売掛金の明細"),
        ("当座貸越を続けるには、資金繰り表、受注の一覧が必要と申し上げた。", "資金繰り表、受注の一覧"),
        ("更新にあたり、主要先の売掛金の明細をいただく必要がある。", "主要先の売掛金の明細"),
        ("継続には代表者の確定申告書の写しも必要になると案内。", "代表者の確定申告書の写し"),
        ("続ける場合は直近の試算表を拝見したうえでの審査になる。", "直近の試算表"),
    ],
)
def test_what_we_said_the_loan_needs_is_read_as_a_list(ours: str, needed: str) -> None:
    assert maturity(talk("2026-05-12", ours=f"{DUE}{ours}")).values["needed"] == needed


@pytest.mark.parametrize(
    "ours",
    [
        "更新には審査が要り、結果は約束できない。",
        "更新の必要書類は追って一覧でお送りする。",
        "更新に試算表は必要ないと説明。",
        "更新に資料が要るかどうかを確認する。",
        "製麺機の購入には見積書が必要と案内。",
        "更新の書類の写しを受け取った。",
    ],
)
def test_what_names_no_paper_or_another_matter_is_no_such_list(ours: str) -> None:
    assert maturity(talk("2026-05-12", ours=f"{DUE}{ours}")).values["needs"] is None


def test_a_later_talk_that_names_the_loan_tells_what_it_needs_too() -> None:
    later = talk("2026-06-02", ours="当座貸越の継続には5月の試算表が要る旨を電話で伝えた。")
    assert maturity(talk("2026-05-12", ours=DUE), later).values["needed"] == "5月の試算表"


def test_what_is_noted_with_the_deal_counts_where_no_talk_tells() -> None:
    assert maturity(talk("2026-05-12", ours=DUE), note="5月の試算表が必要").values["needed"] == "5月の試算表"


def test_what_two_people_say_of_the_money_stands_side_by_side() -> None:
    words = "社長「給食の代金が入るから、それで返せる」\n経理課長「その給食の代金は、もう小麦の支払に充ててあります」"
    found = maturity(talk("2026-05-12", words, ours=DUE, people="篠崎社長、赤座経理課長"))
    assert "給食の代金が入るから" in body(found, "source")
    assert "充ててあります" in body(found, "second")


def test_a_persons_later_word_on_the_money_replaces_the_earlier() -> None:
    first = talk("2026-04-14", "社長「6月中には代金が入る」", ours=DUE)
    found = maturity(first, talk("2026-05-12", "社長「検収が延びて、代金が入るのは7月になる」", ours=DUE))
    assert ("7月" in body(found, "source"), found.values["second"]) == (True, None)


def test_money_spent_on_something_else_is_no_word_on_the_repayment() -> None:
    words = "社長「給食の代金が入るから返せる」\n経理課長「新しい釜の手付は広告費を回して払いました」"
    found = maturity(talk("2026-05-12", words, ours=DUE, people="篠崎社長、赤座経理課長"))
    assert found.values["second"] is None


@pytest.mark.parametrize(
    "words", ["6月の出荷の代金で返します", "給食の売上で賄える", "売掛の回収を待っている", "保険金がおりる"]
)
def test_whatever_money_repays_it_is_a_word_on_the_repayment(words: str) -> None:
    assert body(maturity(talk("2026-05-12", f"社長「{words}」", ours=DUE)), "source") == words


@pytest.mark.parametrize("words", ["入金口座を変えたい", "電話で返します", "廃油の回収業者を替えた"])
def test_what_only_sounds_like_money_is_none(words: str) -> None:
    assert body(maturity(talk("2026-05-12", f"社長「{words}」", ours=DUE)), "source") == ""
