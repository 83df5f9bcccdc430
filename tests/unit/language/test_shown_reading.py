"""A firm's reading beside its name."""

from __future__ import annotations

import pytest

from bankrm.language.firm_names import shown_reading


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
