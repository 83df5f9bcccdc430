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


_OTHER_KEY = ClientKey("025", "0030218")
_TWO = CustomerMaster.of(
    [_CLIENT, Client(_OTHER_KEY, "株式会社みなも荘", representative="松本 航")],
    [
        Contact(_KEY, "松本 健一", "社長", aliases=("社長", "松本社長", "代表")),
        Contact(_OTHER_KEY, "松本 航", "社長", aliases=("社長", "館主")),
    ],
)
_RECOGNISE_TWO = Recogniser(Gazetteer.parse(""), _TWO)


@pytest.mark.parametrize("text", ["社長が来店", "館主と代表に会う", "経理部長さんに電話"])
def test_a_post_is_no_name_though_somebody_is_called_by_it(text: str) -> None:
    assert _RECOGNISE_TWO(text) == ()


@pytest.mark.parametrize(
    ("text", "names"), [("会社は航に継がせる", ["航"]), ("航海の予定を聞く", []), ("渡航が延びた", [])]
)
def test_a_given_name_of_one_letter_is_found_where_it_stands_alone(text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span in _RECOGNISE_TWO(text)] == names


def test_two_of_one_surname_at_two_clients_have_no_token_in_common() -> None:
    first = mask("ひだまりの松本健一さん。松本さんは留守。", _RECOGNISE_TWO)
    later = mask("みなも荘の松本さんと面談。", _RECOGNISE_TWO, first.key)
    assert first.text == "〔社名1〕の〔人名1〕さん。〔人名1-2〕さんは留守。"
    assert later.text == "〔社名2〕の〔人名2〕さんと面談。"
    assert unmask(later.text, later.key) == "みなも荘の松本さんと面談。"


def test_a_surname_of_two_clients_is_masked_where_nobody_can_tell_whose_it_is() -> None:
    assert [span.entity for span in _RECOGNISE_TWO("松本さんに電話")] == [""]


def test_a_name_at_the_very_end_of_a_text_is_found() -> None:
    assert [span.end for span in _RECOGNISE_TWO("面談者は松本")] == [6]
