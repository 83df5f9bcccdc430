"""What an update says otherwise than the draft in place: statements added, removed, and changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bankrm.domain.drafts import PERSON, Draft, Statement
from bankrm.language.normal_form import normal_form


@dataclass(frozen=True, slots=True)
class Differences:
    """Statements section by section; a changed one as it was and as it would be."""

    added: tuple[Statement, ...] = ()
    removed: tuple[Statement, ...] = ()
    changed: tuple[tuple[Statement, Statement], ...] = ()


def differences(before: Draft, after: Draft) -> Differences:
    """Within a section the same words on the same evidence are the same statement; it is changed where it has other evidence
    for the same words, or other words on the same evidence. Evidence is compared by its text, since ids count anew."""
    added, removed, changed = list[Statement](), list[Statement](), list[tuple[Statement, Statement]]()
    for key in dict.fromkeys(section.key for draft in (before, after) for section in draft.sections):
        old, new = _told(before, key), _told(after, key)
        _take_pairs(old, new, lambda told: (told.words, told.grounds))
        changed += _take_pairs(old, new, lambda told: told.words)
        changed += _take_pairs(old, new, lambda told: told.grounds or id(told))
        added += [told.statement for told in new]
        removed += [told.statement for told in old]
    return Differences(tuple(added), tuple(removed), tuple(changed))


def news(first: Draft, draft: Draft, update: Draft) -> Differences:
    """What an update brings to a draft that a person made of the first writing: what it says otherwise than that one, and the draft
    does not say yet. What the person wrote is never told as removed, and only as changed where the machine's sentence under it was.

    All have their statements identified; those of the draft and of the first writing by the same ids.
    """
    found = differences(first, update)
    there = {one.id: one for one in draft.statements}
    said = {(told.words, told.grounds) for section in draft.sections for told in _told(draft, section.key)}
    known = {
        told.statement.id
        for section in update.sections
        for told in _told(update, section.key)
        if (told.words, told.grounds) in said
    }
    changed = tuple((there[was.id], now) for was, now in found.changed if was.id in there and now.id not in known)
    gone = (now for was, now in found.changed if was.id not in there)
    added = tuple(one for one in (*found.added, *gone) if one.id not in known)
    removed = (there[one.id] for one in found.removed if one.id in there)
    return Differences(added, tuple(one for one in removed if one.origin != PERSON), changed)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement as it is compared."""

    statement: Statement
    words: str
    grounds: tuple[str, ...]


def _told(draft: Draft, key: str) -> list[_Told]:
    return [
        _Told(one, normal_form(one.text), tuple(sorted(draft.pack[cited].sha256 for cited in one.citations)))
        for section in draft.sections
        if section.key == key
        for one in section.statements
    ]


def _take_pairs(
    old: list[_Told], new: list[_Told], aspect: Callable[[_Told], object]
) -> list[tuple[Statement, Statement]]:
    """Take out of both what agrees in this aspect, one for one and in order."""
    pairs = []
    for now in tuple(new):
        was = next((told for told in old if aspect(told) == aspect(now)), None)
        if was:
            old.remove(was)
            new.remove(now)
            pairs.append((was.statement, now.statement))
    return pairs
