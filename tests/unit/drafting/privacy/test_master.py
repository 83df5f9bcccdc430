"""The customer master finds its own in any spelling, and leaves words alone that only look like them."""

from __future__ import annotations

import pytest

from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.drafting.privacy.gazetteer import Gazetteer
from bankrm.drafting.privacy.masking import mask, unmask
from bankrm.drafting.privacy.master import CustomerMaster
from bankrm.drafting.privacy.recognise import Recogniser

_KEY = ClientKey("012", "0012345")
_CLIENT = Client(
    _KEY,
    "株式会社ひだまり",
    reading="カブシキガイシャヒダマリ",
    aliases=("ひだまり工房", "HDM"),
    corporate_number="4000012090001",
    address="長野県松本市大手3丁目4番5号",
)
_PEOPLE = (
    Contact(_KEY, "松本 健一", "社長", "マツモト ケンイチ"),
    Contact(_KEY, "東雲紗良", "経理部長"),
    Contact(_KEY, "林", "課長"),
)
_MASTER = CustomerMaster.of([_CLIENT], _PEOPLE)
_RECOGNISE = Recogniser(Gazetteer.parse(""), _MASTER)


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind.value) for span in _RECOGNISE(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ひだまりを訪問", [("ひだまり", "firm")]),
        ("（ひだまり工房）", [("ひだまり工房", "firm")]),
        ("ＨＤＭより入金", [("ＨＤＭ", "firm")]),
        ("ヒダマリ様の件", [("ヒダマリ", "firm")]),
        ("松本健一と面談", [("松本健一", "person")]),
        ("松本　健一と面談", [("松本　健一", "person")]),
        ("松本社長いわく", [("松本", "person")]),
        ("まつもと社長いわく", [("まつもと", "person")]),
        ("林課長に電話", [("林", "person")]),
        ("東雲さん", [("東雲", "person")]),
        ("0012345の件", [("0012345", "client_number")]),
        ("012-0012345", [("012-0012345", "client_number")]),
        ("所在地は長野県松本市大手３丁目４番５号", [("長野県松本市大手３丁目４番５号", "address")]),
    ],
)
def test_the_master_finds_its_own_however_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize("text", ["林の中の工場", "10012345円", "ヒダマリンスキー方式", "0012345678"])
def test_parts_of_other_words_and_numbers_are_not_them(text: str) -> None:
    assert not {"林", "0012345", "ヒダマリ"} & {word for word, _ in _found(text)}


def test_a_surname_that_is_a_place_is_a_person_before_a_title_only() -> None:
    assert _found("松本の松本社長")[-1] == ("松本", "person")
    assert ("松本", "person") not in _found("松本へ出張")


def test_all_spellings_of_a_client_share_one_number() -> None:
    text = "株式会社ひだまりの松本社長。HDMの松本健一氏。ひだまり工房"
    masked = mask(text, _RECOGNISE)
    assert masked.text == "〔社名1〕の〔人名1〕社長。〔社名1-2〕の〔人名1-2〕氏。〔社名1-3〕"
    assert unmask(masked.text, masked.key) == text


def test_without_a_master_nothing_is_known() -> None:
    assert CustomerMaster.of([], ()) == CustomerMaster()
