from __future__ import annotations

import pytest

from bankrm.language.normal_form import normal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("冷凍庫の空きがない。", "冷凍庫の空きが、ない"),
        ("「増設したい」と社長。", "増設したいと社長"),
        ("ＢＣＰを作る。", "BCPを作る。"),
        ("融資 ３億円", "融資3億円"),
    ],
)
def test_width_spaces_and_punctuation_make_no_other_sentence(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("金利は1.5%。", "金利は15%。"),
        ("期限は5/12。", "期限は51/2。"),
        ("前年比△3百万円。", "前年比3百万円。"),
        ("前年比-3百万円。", "前年比3百万円。"),
        ("3、4月に伺う。", "34月に伺う。"),
        ("3 4", "34"),
        ("増設したい。", "増設しない。"),
    ],
)
def test_figures_and_words_do(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)
