"""Answers that a model is to weigh one against the other, as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile


def told_apart(answers: Sequence[Sequence[int]]) -> tuple[list[int], tuple[int, ...]]:
    """The tokens with which all answers begin, and of each the one after these; none where these are not all different."""
    begun = [tokens[0] for tokens in takewhile(lambda tokens: len(set(tokens)) == 1, zip(*answers, strict=False))]
    told = tuple(answer[len(begun)] for answer in answers if len(answer) > len(begun))
    return begun, told if len(set(told)) == len(answers) else ()
