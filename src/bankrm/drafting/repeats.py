"""What a document has said already: a reader is told a thing once, but no thing without its grounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bankrm.domain.drafts import Statement, units
from bankrm.language.normal_form import normal_form

Words = tuple[str, str]  # how a sentence is compared, and the sentence so


class Said:
    """The sentences of one document so far, and those that a group began with: the thing itself (headline, option, hypothesis).

    A sentence that stands alone goes where it was said before. A group stays whole, since its sentences carry each other; it
    goes as a whole where all of it was said before, or where the thing itself already headed another group. A model's
    sentences are the same where they differ by width, spaces or punctuation alone.
    """

    def __init__(self) -> None:
        self._sentences: set[Words] = set()
        self._heads: set[Words] = set()

    def sift(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """The statements of the next section that are no repeats, and those that are, each in order."""
        fresh, repeats = list[Statement](), list[Statement]()
        for unit in units(statements):
            once, echoes = _without_echo(unit)
            if self._repeats(once):
                repeats += unit
                continue
            self._sentences.update(words for statement in once for words in _all_words(statement))
            self._heads.update(words for statement in once[:1] if statement.group for words in _all_words(statement))
            fresh += once
            repeats += echoes
        return tuple(fresh), tuple(repeats)

    def _repeats(self, unit: Sequence[Statement]) -> bool:
        head = unit[0]
        headed_before = head.group is not None and _words(head) in self._heads
        return headed_before or all(_words(statement) in self._sentences for statement in unit)


def _without_echo(unit: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """No sentence twice within its own group (repair may have quoted the same words for two); and what was one too many."""
    first: dict[Words, Statement] = {}
    echoes = []
    for statement in unit:
        if first.setdefault(_words(statement), statement) is not statement:
            echoes.append(statement)
    return tuple(first.values()), tuple(echoes)


def _words(statement: Statement) -> Words:
    as_written, as_compared = _all_words(statement)
    return as_compared if statement.origin == "model" else as_written


def _all_words(statement: Statement) -> tuple[Words, Words]:
    return ("as written", statement.text), ("normal form", normal_form(statement.text))
