"""Whose words a record holds: the one labelled, the one met, or the recorder's own."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import canonical, read_interaction

KEY = ClientKey("044", "0007001")
CONTACTS = (
    Contact(KEY, "鴨居 修", "代表取締役社長"),
    Contact(KEY, "鴨居 澄子", "専務取締役"),
    Contact(KEY, "土肥 勇", "業務部長"),
)


def speakers(words: str, *met: str) -> list[str]:
    record = Interaction("K-1", KEY, date(2026, 4, 9), "訪問", attendees=met, client_words=words)
    return [utterance.speaker for utterance in read_interaction(record, CONTACTS).utterances]


@pytest.mark.parametrize(
    "words",
    ["専務によれば、船の入替えは秋になる。", "専務の話では、船の入替えは秋とのこと。", "船の入替えは秋になる。"],
)
def test_the_one_who_was_met_tells_their_own_news(words: str) -> None:
    assert speakers(words, "鴨居専務") == ["鴨居専務"]


@pytest.mark.parametrize(
    "words",
    [
        "社長からは、船の入替えは見送ると聞いている。",
        "社長の話では、船の入替えは見送るとのこと。",
        "社長は船の入替えを見送るとのこと。",
    ],
)
def test_what_is_told_of_an_absent_person_is_the_tellers(words: str) -> None:
    assert speakers(words, "土肥部長") == ["土肥業務部長"]
    assert speakers(words, "鴨居社長", "土肥部長") == ["鴨居社長"]


def test_of_two_met_neither_is_guessed_to_have_told_of_a_third() -> None:
    assert speakers("社長は船の入替えを見送るとのこと。", "鴨居専務", "土肥部長") == [""]


def test_someone_who_spoke_without_being_listed_is_still_the_speaker() -> None:
    assert speakers("業務部長からは、網の値が上がったとの話があった。", "鴨居社長") == ["土肥業務部長"]


@pytest.mark.parametrize("seen", ["帰り際、機嫌のよい様子で手を振ってくださった。", "部長は終日出張している様子。"])
def test_what_the_recorder_saw_is_nobodys_words(seen: str) -> None:
    assert speakers(f"氷が足りません。{seen}", "鴨居専務") == ["鴨居専務", ""]


@pytest.mark.parametrize(
    "said", ["乗組員は52人です。", "信金に融資を断られた。", "荷主から値下げを求められた。", "来期は減る方です。"]
)
def test_what_the_only_one_met_tells_of_themselves_is_theirs(said: str) -> None:
    assert speakers(said, "鴨居専務") == ["鴨居専務"]
    assert speakers(f"専務は、{said}", "鴨居専務") == ["鴨居専務"]


def test_a_director_with_a_charge_is_not_the_representative_of_the_same_name() -> None:
    board = (Contact(KEY, "鴨居 修", "代表取締役"), Contact(KEY, "鴨居 晃", "取締役（船舶担当）"))
    assert [canonical(label, board) for label in ("鴨居取締役", "鴨居代表")] == ["鴨居取締役", "鴨居代表"]


@pytest.mark.parametrize(
    ("role", "spoken"),
    [
        ("管理者（園長）", "里見園長"),
        ("代表社員（院長）", "里見院長"),
        ("営業部長（東日本）", "里見営業部長（東日本）"),
        ("部長（経理）", "里見部長（経理）"),
    ],
)
def test_a_post_in_brackets_is_what_the_person_is_called(role: str, spoken: str) -> None:
    assert canonical("里見様", (Contact(KEY, "里見 静", role),)) == spoken


def test_a_daily_name_in_brackets_stays_the_name_of_the_post() -> None:
    board = (Contact(KEY, "鴨居 澄子", "専務取締役（女将）"),)
    assert canonical("女将", board) == "鴨居女将"
