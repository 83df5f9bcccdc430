"""What only points to its matter, and what names it."""

from __future__ import annotations

import pytest

from bankrm.language.certainty import certainty_of
from bankrm.language.pointing import only_points


@pytest.mark.parametrize(
    "words",
    [
        "これは決めた",
        "もう決めました",
        "看板を掛け替えるより先に、ここを直したい",
        "悩んだが、それはやめた",
        "その件は見送る",
    ],
)
def test_a_demonstrative_or_nothing_at_all_points(words: str) -> None:
    assert only_points(words, certainty_of(words))


@pytest.mark.parametrize(
    "words",
    [
        "今期のうちに2台を替える、これは決めた",
        "看板を掛け替えたい",
        "この看板は替えたい",
        "それでも続けたい",
        "雨が続いている",
    ],
)
def test_what_names_its_matter_does_not(words: str) -> None:
    assert not only_points(words, certainty_of(words))
