"""Where statements stand in a draft: found by their ids, put in a place, numbered, and cited from its pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bankrm.domain.drafts import Draft, Section, Statement
from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import Evidence, EvidencePack
from bankrm.language.normal_form import normal_form

FIRST_PICKED = 1001
"""Numbers of the evidence that a person picks begin here, beyond those of any visit's own pack."""


class EditRefused(ExpectedError):
    """An edit that makes no sense on this draft (details: draft, reason).

    `reason` is one of `unknown_statement`, `unknown_section`, `empty`, `too_long`, `no_evidence`, `not_internal`, `not_questioned`,
    `nothing_to_undo`, `nothing_to_redo`, `nothing_to_write`, `form_words`, `not_for_client`, `only_by_person`.
    """

    code = "edit_refused"


def mark_of(section: str, statement: Statement, pack: EvidencePack) -> str:
    """By what a statement is known again: its section, its words, and the records it rests on."""
    if statement.replaces:
        return statement.replaces
    known = dict(pack)
    origins = {known[key].origin for key in statement.citations if key in known}
    return "|".join(
        (section, normal_form(statement.text), *sorted(f"{origin.type} {origin.ref}" for origin in origins))
    )


def whatever_the_figures(mark: str) -> str:
    """A mark without the figures in its words: a count of days goes on, and the sentence is the same."""
    section, _, told = mark.partition("|")
    words, _, origins = told.partition("|")
    return "|".join((section, re.sub(r"\d+", "0", words), origins))


def known_again(written: Sequence[str], former: Sequence[str]) -> Mapping[int, int]:
    """Which of the former marks, by its place, each of the written is: the very same one; else, whatever the figures, where it is the
    only such mark on both sides. Each is used once, the first first."""
    found, free = dict[int, int](), list(range(len(former)))
    for at, mark in enumerate(written):
        same = next((place for place in free if former[place] == mark), None)
        if same is not None:
            found[at] = same
            free.remove(same)
    theirs = Counter(map(whatever_the_figures, written))
    mine = Counter(map(whatever_the_figures, set(former)))
    alike = {whatever_the_figures(former[place]): place for place in reversed(free)}
    for at, mark in enumerate(map(whatever_the_figures, written)):
        if at not in found and mark in alike and theirs[mark] == mine[mark] == 1:
            found[at] = alike[mark]
    return found


def found(draft: Draft, statement: str) -> tuple[Section, Statement]:
    """One statement and its section. Raises EditRefused."""
    for section in draft.sections:
        for one in section.statements:
            if one.id == statement:
                return section, one
    raise EditRefused(draft=draft.id, reason="unknown_statement")


def section_of(draft: Draft, key: str) -> Section:
    """One section. Raises EditRefused."""
    for section in draft.sections:
        if section.key == key:
            return section
    raise EditRefused(draft=draft.id, reason="unknown_section")


def with_place(draft: Draft, key: str, headings: Mapping[str, str]) -> Draft:
    """The draft with that section, also where nothing stood in it: where the kind's recipe has it."""
    order = list(headings)
    if any(section.key == key for section in draft.sections):
        return draft
    if key not in order:
        raise EditRefused(draft=draft.id, reason="unknown_section")
    new = Section(key, headings[key], ())
    before = [s for s in draft.sections if s.key in order and order.index(s.key) < order.index(key)]
    behind = [s for s in draft.sections if s not in before]
    return replace(draft, sections=(*before, new, *behind))


def joined(pack: EvidencePack, pieces: Iterable[Evidence]) -> tuple[EvidencePack, tuple[str, ...]]:
    """The pack with these pieces, and the id of each in it; a piece that it holds already keeps its id."""
    ids = {piece: key for key, piece in pack}
    entries, wanted = list(pack.entries), list[str]()
    free = 1 + max((int(key[1:]) for key, _ in pack if key[1:].isdigit()), default=0)
    for piece in pieces:
        if piece not in ids:
            ids[piece] = f"E{max(free, FIRST_PICKED)}"
            free = max(free, FIRST_PICKED) + 1
            entries.append((ids[piece], piece))
        wanted.append(ids[piece])
    return EvidencePack(tuple(entries), pack.left_out), tuple(dict.fromkeys(wanted))


def placed(draft: Draft, key: str, written: Sequence[Statement], *, instead_of: str = "", after: str = "") -> Draft:
    """Statements in one section: in another's place, behind another, or at the end. No group is torn apart."""
    section = section_of(draft, key)
    statements = list(section.statements)
    at = next((n for n, one in enumerate(statements) if one.id in (instead_of, after) and one.id), len(statements))
    if instead_of:
        statements[at : at + 1] = written
    else:
        around = {one.group for one in statements[at : at + 2]}
        group = around.pop() if len(around) == 1 and at + 1 < len(statements) else None
        statements[at + 1 : at + 1] = [replace(one, group=group) for one in written]
    return with_sections(draft, [replace(section, statements=tuple(statements))])


def with_sections(draft: Draft, changed: Sequence[Section]) -> Draft:
    """The draft with these sections, new statements numbered on, and no group of one."""
    by_key = {section.key: section for section in changed}
    sections = [by_key.get(section.key, section) for section in draft.sections]
    sizes = Counter(one.group for section in sections for one in section.statements)
    number, whole = draft.numbered, list[Section]()
    for section in sections:
        statements = list[Statement]()
        for one in section.statements:
            number += not one.id
            statements.append(
                replace(one, id=one.id or f"S{number}", group=one.group if sizes[one.group] > 1 else None)
            )
        whole.append(replace(section, statements=tuple(statements)))
    return replace(draft, sections=tuple(whole), numbered=number)


def first_free_group(draft: Draft) -> int:
    """The number of a group that the draft has not."""
    taken = [int(one.group[1:]) for one in draft.statements if one.group and one.group[1:].isdigit()]
    return 1 + max(taken, default=0)
