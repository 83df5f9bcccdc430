"""A firm's reading beside its name."""

from __future__ import annotations

import pytest

from bankrm.language.firm_names import short_name, shown_reading


@pytest.mark.parametrize(
    ("reading", "shown"),
    [
        ("ナギハマセイキカブシキガイシャ", "なぎはませいき"),
        ("カブシキガイシャニレツグミ", "にれつぐみ"),
        ("ﾖｼｷﾘｳﾝﾕ ﾕｳｹﾞﾝｶﾞｲｼｬ", "よしきりうんゆ"),
        ("イリョウホウジンスズナリザカ", "すずなりざか"),
        ("カブシキガイシャ", "かぶしきがいしゃ"),
        ("", ""),
    ],
)
def test_it_is_hiragana_without_the_legal_form(reading: str, shown: str) -> None:
    assert shown_reading(reading) == shown


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("株式会社霧鳴館", "霧鳴館"),
        ("凪浜精機株式会社", "凪浜精機"),
        ("㈱楡津組", "楡津組"),
        ("医療法人社団 鈴鳴会", "鈴鳴会"),
        ("合同会社", "合同会社"),
        ("有限会社会社屋", "会社屋"),
    ],
)
def test_where_there_is_little_room_a_name_stands_without_its_legal_form(name: str, short: str) -> None:
    assert short_name(name) == short
