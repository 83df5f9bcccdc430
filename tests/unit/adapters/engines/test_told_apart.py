"""Which token tells an answer from the others."""

from __future__ import annotations

import pytest

from bankrm.adapters.engines.told_apart import told_apart


def test_answers_of_one_token_are_told_apart_by_it() -> None:
    assert told_apart([[5], [6], [7]]) == ([], (5, 6, 7))


def test_what_all_answers_begin_with_belongs_to_the_question() -> None:
    assert told_apart([[9, 5, 1], [9, 6], [9, 7]]) == ([9], (5, 6, 7))


@pytest.mark.parametrize("answers", [[[5], [5]], [[5], [5, 6]], [[9, 5], [9, 6], [9, 6, 1]], [[], [5]]])
def test_answers_that_one_token_does_not_tell_apart_have_none(answers: list[list[int]]) -> None:
    assert told_apart(answers)[1] == ()
