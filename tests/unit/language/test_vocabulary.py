"""The words that a text is told with stand in one file, by kind."""

from __future__ import annotations

from importlib.resources import files

import pytest

from bankrm.language.vocabulary import vocabulary


def test_several_kinds_are_one_set_of_words() -> None:
    assert {"説明", "聞く"} <= vocabulary("telling", "hearing")
    assert "聞く" not in vocabulary("telling")


def test_a_kind_that_there_is_none_of_is_an_error() -> None:
    with pytest.raises(KeyError):
        vocabulary("singing")


def test_no_word_stands_twice_in_a_kind() -> None:
    text = (files("bankrm.language") / "data" / "vocabulary.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    assert [row[0] for row in rows if len(set(row)) < len(row)] == []
