"""What a document has said already: a reader is told a thing once, but no thing without its grounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bankrm.domain.drafts import Statement, units


class Said:
    """The sentences of one document so far, and those that a group began with: the thing itself (headline, option, hypothesis).

    A sentence that stands alone goes where it was said before. A group stays whole, since its sentences carry each other; it
    goes as a whole where all of it was said before, or where the thing itself already headed another group.
    """

    def __init__(self) -> None:
        self._sentences: set[str] = set()
        self._heads: set[str] = set()

    def fresh(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """The statements of the next section that are no repeats, in order."""
        for unit in map(_without_echo, units(statements)):
            if not self._repeats(unit):
                self._sentences.update(statement.text for statement in unit)
                self._heads.update(statement.text for statement in unit[:1] if statement.group)
                yield from unit

    def _repeats(self, unit: Sequence[Statement]) -> bool:
        head = unit[0]
        headed_before = head.group is not None and head.text in self._heads
        return headed_before or all(statement.text in self._sentences for statement in unit)


def _without_echo(unit: Sequence[Statement]) -> tuple[Statement, ...]:
    """No sentence twice within its own group: repair may have quoted the same words for two."""
    first: dict[str, Statement] = {}
    for statement in unit:
        first.setdefault(statement.text, statement)
    return tuple(first.values())
