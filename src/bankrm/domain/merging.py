"""What the machine writes anew, and what a person made of its former words, as one: what was struck stays struck, what was changed
stays changed, and what was added stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bankrm.domain.drafts import PERSON, Draft, Removal, Section, Statement, identified
from bankrm.domain.evidence import Evidence, EvidencePack
from bankrm.domain.placing import (
    first_free_group,
    found,
    joined,
    known_again,
    mark_of,
    placed,
    section_of,
    whatever_the_figures,
    with_place,
    with_sections,
)

_NOTHING = Section("", "", ())


def without_removed(update: Draft, draft: Draft) -> Draft:
    """An update as a person would have it who struck what was struck in the draft."""
    there = {section.key: section for section in draft.sections}
    sections = []
    for section in update.sections:
        former = replace(there.get(section.key, _NOTHING), key=section.key)
        was = _partners(_Former(former, draft.pack, draft.removals), section.statements, update.pack)
        shown = [one for one, before in zip(section.statements, was, strict=True) if not isinstance(before, Removal)]
        sections.append(replace(section, statements=tuple(shown)))
    return replace(update, sections=tuple(sections))


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
    sections = [
        replace(s, statements=_merged(replace(mine.get(s.key, _NOTHING), key=s.key), s.statements, pack, draft))
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


@dataclass(frozen=True, slots=True)
class _Former:
    """A section as it was, under that pack, and what a person struck in the draft."""

    section: Section
    pack: EvidencePack
    removals: tuple[Removal, ...]

    def marked(self) -> list[tuple[str, Statement | Removal]]:
        """What may be known again: what a person changed or kept before what stands as it was written, and that before what was
        struck (of two alike, one may be struck because it is said twice)."""
        key, there = self.section.key, self.section.statements
        mine = [one for one in there if one.replaces]
        untouched = [one for one in there if not one.replaces and one.origin != PERSON]
        marked = [(mark_of(key, one, self.pack), one) for one in (*mine, *untouched)]
        return [*marked, *((removal.mark, removal) for removal in self.removals if removal.section == key)]

    def said(self) -> set[tuple[str, str]]:
        """What a person says in words of his or her own."""
        mine = [one for one in self.section.statements if one.origin == PERSON]
        return {(whatever_the_figures(mark_of(self.section.key, one, self.pack)), one.text) for one in mine}


def _partners(
    former: _Former, written: Sequence[Statement], pack: EvidencePack
) -> tuple[Statement | Removal | None, ...]:
    """What each of the sentences written anew was before; None for what is new."""
    marked = former.marked()
    found = known_again([mark_of(former.section.key, one, pack) for one in written], [mark for mark, _ in marked])
    return tuple(marked[found[at]][1] if at in found else None for at in range(len(written)))


def _merged(section: Section, written: Sequence[Statement], pack: EvidencePack, draft: Draft) -> tuple[Statement, ...]:
    """What was written anew: without what a person struck, and with what he or she made of a sentence in that sentence's place.
    What a person added stands at the end. A sentence that was there already keeps its id."""
    former = _Former(section, pack, draft.removals)
    said, merged, placed_again = former.said(), list[Statement](), set[int]()
    for one, was in zip(written, _partners(former, written, pack), strict=True):
        if isinstance(was, Removal):
            continue
        if was and was.replaces and (was.origin == PERSON or was.text == one.text):
            placed_again.add(id(was))
            merged.append(replace(was, id=one.id or was.id, group=one.group))
        elif (whatever_the_figures(mark_of(section.key, one, pack)), one.text) not in said:
            same = was and not was.replaces and was.text == one.text
            merged.append(replace(one, id=one.id or (was.id if was and same else "")))
    left = [one for one in section.statements if one.origin == PERSON and id(one) not in placed_again]
    return (*merged, *(replace(one, group=None) for one in left))
