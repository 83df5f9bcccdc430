"""A draft beside the machine's writing that it began with: statement by statement, and word by word within one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bankrm.domain.drafts import Draft, Statement
from bankrm.language.words import words

Span = tuple[int, int]


class Change(StrEnum):
    """What became of a statement."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement as it `was` and as it is `now` (None where it was not, or is no longer).

    `struck` are the spans of `was.text` that are gone, `written` those of `now.text` that are new (code points, end exclusive).
    """

    section: str
    change: Change
    was: Statement | None
    now: Statement | None
    struck: tuple[Span, ...] = ()
    written: tuple[Span, ...] = ()


def compared(first: Draft, draft: Draft) -> tuple[Compared, ...]:
    """In the order of the draft; what is gone stands where it stood. Both have their statements identified."""
    return tuple(row for key in _sections(first, draft) for row in _of_section(first, draft, key))


def differing_words(was: str, now: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of words that stand in one text alone: of the first, and of the second."""
    old, new = _pieces(was), _pieces(now)
    matcher = SequenceMatcher(None, [was[a:b] for a, b in old], [now[a:b] for a, b in new], autojunk=False)
    found = [codes for codes in matcher.get_opcodes() if codes[0] != "equal"]
    struck = tuple((old[a][0], old[b - 1][1]) for _, a, b, _, _ in found if b > a)
    written = tuple((new[a][0], new[b - 1][1]) for _, _, _, a, b in found if b > a)
    return struck, written


def _pieces(text: str) -> list[Span]:
    """The words of a text and what stands between them, without a gap."""
    spans, end = list[Span](), 0
    for word in words(text):
        if word.start > end:
            spans.append((end, word.start))
        spans.append((word.start, word.end))
        end = word.end
    return [*spans, (end, len(text))] if end < len(text) else spans


def _sections(first: Draft, draft: Draft) -> Iterator[str]:
    yield from dict.fromkeys(section.key for one in (draft, first) for section in one.sections)


def _of_section(first: Draft, draft: Draft, key: str) -> list[Compared]:
    before = {one.id: one for one in _statements(first, key)}
    everything = {one.id: one for one in first.statements}
    rows = [_row(key, everything.get(one.id), one) for one in _statements(draft, key)]
    there = {one.id for one in draft.statements}
    last = ""
    for name, was in before.items():
        if name not in there:
            at = next((n + 1 for n, row in enumerate(rows) if _is(row, last)), 0)
            rows.insert(at, Compared(key, Change.REMOVED, was, None, ((0, len(was.text)),)))
        last = name
    return rows


def _statements(draft: Draft, key: str) -> Iterator[Statement]:
    return (one for section in draft.sections if section.key == key for one in section.statements)


def _row(key: str, was: Statement | None, now: Statement) -> Compared:
    if was is None:
        return Compared(key, Change.ADDED, None, now, (), ((0, len(now.text)),))
    if was.text == now.text:
        return Compared(key, Change.UNCHANGED, was, now)
    return Compared(key, Change.CHANGED, was, now, *differing_words(was.text, now.text))


def _is(row: Compared, statement: str) -> bool:
    one = row.now or row.was
    return one is not None and one.id == statement
