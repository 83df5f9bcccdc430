"""Addresses end where they end: with number, building and floor, before what counts other things."""

from __future__ import annotations

import pytest

from bankrm.drafting.privacy.addresses import Addresses
from bankrm.drafting.privacy.gazetteer import Gazetteer, same_spelling
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import without_overlap

_TOWNS = (
    "長野県\t松本市\t大手 島内 渚\n"
    "東京都\t渋谷区\t富ケ谷 道玄坂\n"
    "北海道\t札幌市中央区\t北一条西\n"
    "広島県\t安芸郡府中町\t本町\n"
    "東京都\t府中市\t本町\n"
    "京都府\t京都市中京区\t上本能寺前町\n"
)
_FIND = Addresses(Gazetteer.parse(_TOWNS))


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind.value) for span in without_overlap(text, _FIND(ReadText(text)))]


@pytest.mark.parametrize(
    "address",
    [
        "長野県松本市大手3丁目4番5号",
        "長野県松本市大手三丁目四番五号",
        "松本市大手３－４－５",
        "凪浜市港町3-12-5",
        "潮見市東浜町12番地3",
        "波崎郡凪村栄町4-5",
        "凪浜市白帆2-3-4",
        "凪浜市港町3-12-5 凪ビル2F",
        "松本市島内1666-700",
        "松本市島内1666番地700",
        "〒390-0874 長野県松本市大手3-4-5",
        "松本市大手3-4-5 大手ビル2F",
        "松本市大手3-4-5 メゾン大手203",
        "松本市大字神林字南原1234番地",
        "東京都渋谷区富ヶ谷2丁目13-15",
        "札幌市中央区北1条西2丁目",
        "広島県安芸郡府中町本町1-2",
        "府中町本町1丁目2番3号",
        "京都市中京区寺町通御池上る上本能寺前町488番地",
        "長野松本市大手3-4",
        "霧鳴町大字沢尻字下川原123番4",
        "霧鳴町字下川原123番地4",
        "凪浜市大字沢尻字東原12番3",
    ],
)
@pytest.mark.parametrize(("before", "after"), [("本社は", "に移転した。"), ("訪問先住所 ", "　14時 面談2名"), ("(新: ", ")。設備8台"), ("", "の土地を3,000万円で")])  # fmt: skip
def test_an_address_is_found_whole_and_nothing_beyond(before: str, address: str, after: str) -> None:
    assert _found(before + address + after) == [(address, "address")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("松本市の3拠点", ["松本市"]),
        ("長野県内に4拠点", ["長野県"]),
        ("松本市、渋谷区の2市区", ["松本市", "渋谷区"]),
        ("松本市が8台を購入", ["松本市"]),
        ("松本市大手へ移る", ["松本市大手"]),
    ],
)
def test_a_municipality_without_number_is_a_place(text: str, places: list[str]) -> None:
    assert _found(text) == [(place, "place") for place in places]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("中央2丁目3番1号に集合", "中央2丁目3番1号"),
        ("住所 島内1666-1", "島内1666-1"),
        ("大字島内字下原1234番地", "大字島内字下原1234番地"),
        ("〒390-0874へ郵送", "〒390-0874"),
    ],
)
def test_an_address_may_do_without_a_municipality(text: str, address: str) -> None:
    assert _found(text) == [(address, "address")]


@pytest.mark.parametrize(
    "text",
    [
        "3丁目の店は改装中",
        "第2工場の1号機",
        "2026-11-20に8台",
        "1-2週間で納品",
        "都市計画の区域",
        "国内市場町3-4-5",
        "工業団地区画3-4-5",
    ],
)
def test_numbers_of_other_things_are_no_addresses(text: str) -> None:
    assert _found(text) == []


def test_spellings_of_a_place_are_one() -> None:
    assert same_spelling("髙﨑富ヶ谷三ノ輪") == "高崎富ケ谷三の輪"
