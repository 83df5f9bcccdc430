"""What the machine writes anew, and what a person made of its former words, as one: what was struck stays struck, what was changed
stays changed, and what was added stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bankrm.domain.drafts import PERSON, Draft, Removal, Section, Statement, identified
from bankrm.domain.evidence import Evidence, EvidencePack
from bankrm.domain.placing import (
    first_free_group,
    found,
    joined,
    mark_of,
    placed,
    section_of,
    with_place,
    with_sections,
)


def without_removed(draft: Draft, removals: Iterable[Removal]) -> Draft:
    """A draft as a person would have it who struck these."""
    struck = {removal.mark for removal in removals}
    sections = (
        replace(s, statements=tuple(one for one in s.statements if mark_of(s.key, one, draft.pack) not in struck))
        for s in draft.sections
    )
    return replace(draft, sections=tuple(sections))


def with_section(draft: Draft, key: str, statements: Sequence[Statement], pack: EvidencePack) -> Draft:
    """The draft with these statements, which cite that pack, in one section."""
    section = section_of(draft, key)
    whole, _ = joined(draft.pack, [pack[cited] for one in statements for cited in one.citations])
    ids, group = {piece: cited for cited, piece in whole}, first_free_group(draft)
    names = {
        name: f"G{group + n}" for n, name in enumerate(dict.fromkeys(one.group for one in statements if one.group))
    }
    written = [
        replace(one, id="", citations=tuple(ids[pack[cited]] for cited in one.citations), group=names.get(one.group or ""))
        for one in statements
    ]  # fmt: skip
    merged = _merged(section, written, whole, draft)
    return with_sections(replace(draft, pack=whole), [replace(section, statements=merged)])


def taken_over(draft: Draft, update: Draft) -> Draft:
    """The draft with an update in place of what the machine wrote before."""
    update = identified(update)
    pack, _ = joined(update.pack, [piece for _, piece in draft.pack])
    ids = {piece: key for key, piece in pack}
    mine = {
        s.key: replace(s, statements=tuple(_moved(one, draft.pack, ids) for one in s.statements))
        for s in draft.sections
    }
    theirs = {section.key: section for section in update.sections}
    gone = [replace(section, statements=(), dropped=()) for key, section in mine.items() if key not in theirs]
    nothing = Section("", "", ())
    sections = [
        replace(s, statements=_merged(replace(mine.get(s.key, nothing), key=s.key), s.statements, pack, draft))
        for s in (*update.sections, *gone)
    ]  # fmt: skip
    taken = replace(
        draft, sections=tuple(sections), pack=pack, provenance=update.provenance, first=update.id,
        numbered=max(draft.numbered, update.numbered),
    )  # fmt: skip
    return with_sections(taken, [])


def with_taken(draft: Draft, update: Draft, statement: str, instead_of: str, headings: Mapping[str, str]) -> Draft:
    """The draft with one statement of an update, instead of one of its own or at the end of the section. Raises EditRefused."""
    update = identified(update)
    section, taken = found(update, statement)
    pack, _ = joined(draft.pack, [update.pack[key] for key in taken.citations])
    ids = {piece: key for key, piece in pack}
    one = replace(taken, id="", group=None, citations=tuple(ids[update.pack[key]] for key in taken.citations))
    mark = mark_of(section.key, taken, update.pack)
    still = tuple(one for one in draft.removals if one.mark != mark)  # what is taken by hand is struck no longer
    draft = with_place(replace(draft, pack=pack, removals=still), section.key, headings)
    if instead_of:
        section, former = found(draft, instead_of)
        one = replace(one, id=former.id, group=former.group)
    return placed(draft, section.key, [one], instead_of=instead_of)


def _moved(statement: Statement, pack: EvidencePack, ids: Mapping[Evidence, str]) -> Statement:
    """A statement as it is under another pack's ids; it is numbered anew, unless it takes an update's place."""
    kept = statement.confirmed_by
    return replace(
        statement,
        id="",
        citations=tuple(ids[pack[key]] for key in statement.citations),
        confirmed_by=replace(kept, evidence=ids[pack[kept.evidence]]) if kept else None,
    )


def _merged(former: Section, written: Iterable[Statement], pack: EvidencePack, draft: Draft) -> tuple[Statement, ...]:
    """What was written anew: without what a person struck, and with what he or she made of a sentence in that sentence's place.
    What a person added stands at the end. A sentence that was there already keeps its id."""
    marks = [(one, (mark_of(former.key, one, pack), one.text)) for one in former.statements]
    mine = [one for one in former.statements if one.replaces]
    there = {told: one.id for one, told in marks if one.origin != PERSON}
    gone: set[object] = {removal.mark for removal in draft.removals} | {
        told for one, told in marks if one.origin == PERSON
    }
    merged = list[Statement]()
    for one in written:
        mark = mark_of(former.key, one, pack)
        own = next((own for own in mine if own.replaces == mark), None)
        if own:
            mine.remove(own)
        if own and (own.origin == PERSON or own.text == one.text):
            merged.append(replace(own, id=one.id or own.id, group=one.group))
        elif gone.isdisjoint((mark, (mark, one.text))):
            merged.append(replace(one, id=one.id or there.pop((mark, one.text), "")))
    left = [one for one in former.statements if one.origin == PERSON and (not one.replaces or one in mine)]
    return (*merged, *(replace(one, group=None) for one in left))
