"""What a person does to a draft, as values: each edit makes another draft of the same content but for what it names.

The person's words go through the same checker as a machine's (`Editor.judge`). What was struck stays struck, and what was changed
stays changed, when a section is written anew: both are known again by their `mark`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.drafts import (
    PERSON,
    Confirmation,
    Draft,
    DraftState,
    Removal,
    RemovalReason,
    Section,
    Statement,
    Verdict,
    attributed,
    identified,
)
from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import Evidence, EvidencePack
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import StatementKind
from bankrm.language.normal_form import normal_form
from bankrm.language.sentences import sentences

LONGEST_STATEMENT = 400  # code points of what a person may write as one statement
FIRST_PICKED = 1001
"""Numbers of the evidence that a person picks begin here, beyond those of any visit's own pack."""


class EditRefused(ExpectedError):
    """An edit that makes no sense on this draft (details: draft, reason).

    `reason` is one of `unknown_statement`, `unknown_section`, `empty`, `too_long`, `no_evidence`, `not_internal`, `not_questioned`,
    `nothing_to_undo`, `nothing_to_redo`, `nothing_to_write`.
    """

    code = "edit_refused"


class EditConflict(ExpectedError):
    """The draft is no longer as it was when the edit was made; nothing was changed (details: draft, newer: the revision that
    stands in its place by now, or empty)."""

    code = "edit_conflict"


@dataclass(frozen=True, slots=True)
class ChangeText:
    """Other words for a statement; several sentences become as many statements. It is a person's from then on."""

    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Strike a statement; it does not come back."""

    statement: str
    reason: RemovalReason
    words: str = ""


@dataclass(frozen=True, slots=True)
class AddOwnView:
    """担当者の認識(記録なし): what the RM knows and no record says. After that statement, else at the section's end."""

    section: str
    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class AddStatement:
    """A statement with the evidence that the person picked for it."""

    section: str
    text: str
    evidence: tuple[Evidence, ...]
    kind: StatementKind = StatementKind.FACT
    after: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """Point at the passage that bears a questioned statement out: the piece joins its citations and it is checked again; if it
    still does not stand by the rules, it counts as 担当者が根拠を確認."""

    statement: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ReplaceSection:
    """A section written anew; `pack` holds what its statements cite. What a person wrote, kept or struck in it stays so."""

    section: str
    statements: tuple[Statement, ...]
    pack: EvidencePack


@dataclass(frozen=True, slots=True)
class TakeOver:
    """An update (更新案) in place of what the machine wrote before; what a person wrote, kept or struck stays so."""

    update: Draft


@dataclass(frozen=True, slots=True)
class TakeStatement:
    """One statement of an update, instead of one of the draft or at the end of its section."""

    update: Draft
    statement: str
    instead_of: str = ""


Edit = ChangeText | Remove | AddOwnView | AddStatement | Keep | ReplaceSection | TakeOver | TakeStatement


@dataclass(frozen=True, slots=True)
class Editor:
    """Who edits, what judges a statement against a pack, and the headings of the kind's sections in order."""

    person: str
    judge: Callable[[Statement, EvidencePack], Statement]
    headings: Mapping[str, str]


def is_working(draft: Draft) -> bool:
    """Whether an edit changes this very revision; else it makes the next one, which leaves the machine's writing, and whatever
    was confirmed or handed in, as it is."""
    return draft.revision > 1 and draft.state is DraftState.DRAFT


def next_revision(draft: Draft, revision: DraftId, at: datetime) -> Draft:
    """The revision after this one, in DRAFT and with the same content, to be edited."""
    return replace(
        identified(draft), id=revision, revision=draft.revision + 1, created=at, state=DraftState.DRAFT,
        first=draft.first or draft.id,
    )  # fmt: skip


def edited(draft: Draft, edit: Edit, editor: Editor) -> Draft:
    """The draft after one edit. Raises EditRefused."""
    draft = identified(draft)
    match edit:
        case ChangeText():
            after = _with_text(draft, edit, editor)
        case Remove():
            after = _without(draft, edit, editor)
        case AddOwnView():
            after = _with_own_view(draft, edit, editor)
        case AddStatement():
            after = _with_added(draft, edit, editor)
        case Keep():
            after = _with_kept(draft, edit, editor)
        case ReplaceSection():
            after = _with_section(_with_place(draft, edit.section, editor), edit)
        case TakeOver():
            after = _taken_over(draft, edit.update)
        case TakeStatement():
            after = _with_taken(draft, edit, editor)
    if after == draft:
        return draft
    cited = {key for statement in after.statements for key in statement.citations}
    editors = tuple(dict.fromkeys((*draft.editors, editor.person)))
    return replace(after, pack=after.pack.only(cited), editors=editors)


def mark_of(section: str, statement: Statement, pack: EvidencePack) -> str:
    """By what a statement is known again: its section, its words whatever the figures in them, and the records it rests on."""
    if statement.replaces:
        return statement.replaces
    words = re.sub(r"\d+", "0", normal_form(statement.text))
    known = dict(pack)
    origins = {known[key].origin for key in statement.citations if key in known}
    return "|".join((section, words, *sorted(f"{origin.type} {origin.ref}" for origin in origins)))


def without_removed(draft: Draft, removals: Iterable[Removal]) -> Draft:
    """A draft as a person would have it who struck these."""
    struck = {removal.mark for removal in removals}
    sections = (
        replace(s, statements=tuple(one for one in s.statements if mark_of(s.key, one, draft.pack) not in struck))
        for s in draft.sections
    )
    return replace(draft, sections=tuple(sections))


def _with_text(draft: Draft, edit: ChangeText, editor: Editor) -> Draft:
    section, statement = _found(draft, edit.statement)
    texts = _sentences(draft, edit.text)
    if texts == [statement.text]:
        return draft
    mark = statement.replaces or ("" if statement.origin == PERSON else mark_of(section.key, statement, draft.pack))
    changed = replace(statement, text=texts[0], origin=PERSON, first=None, confirmed_by=None, replaces=mark)
    more = [replace(changed, text=text, id="", replaces="") for text in texts[1:]]
    written = [_judged(one, draft.pack, editor) for one in (changed, *more)]
    return _placed(draft, section.key, written, instead_of=statement.id)


def _without(draft: Draft, edit: Remove, editor: Editor) -> Draft:
    section, statement = _found(draft, edit.statement)
    mark = mark_of(section.key, statement, draft.pack)
    removal = Removal(mark, section.key, statement, edit.reason, edit.words.strip(), editor.person)
    return replace(_placed(draft, section.key, [], instead_of=statement.id), removals=(*draft.removals, removal))


def _with_own_view(draft: Draft, edit: AddOwnView, editor: Editor) -> Draft:
    if draft.kind not in INTERNAL_KINDS:
        raise EditRefused(draft=draft.id, reason="not_internal")
    written = [Statement(t, StatementKind.OWN_VIEW, (), origin=PERSON) for t in _sentences(draft, edit.text)]
    return _placed(_with_place(draft, edit.section, editor), edit.section, written, after=edit.after)


def _with_added(draft: Draft, edit: AddStatement, editor: Editor) -> Draft:
    if not edit.evidence or edit.kind is StatementKind.OWN_VIEW:
        raise EditRefused(draft=draft.id, reason="no_evidence")
    pack, ids = _joined(draft.pack, edit.evidence)
    texts = _sentences(draft, edit.text)
    told = [attributed(Statement(text, edit.kind, ids, origin=PERSON), edit.evidence) for text in texts]
    written = [_judged(one, pack, editor) for one in told]
    draft = _with_place(replace(draft, pack=pack), edit.section, editor)
    return _placed(draft, edit.section, written, after=edit.after)


def _with_kept(draft: Draft, edit: Keep, editor: Editor) -> Draft:
    section, statement = _found(draft, edit.statement)
    if statement.verdict in (None, Verdict.SUPPORTED):
        raise EditRefused(draft=draft.id, reason="not_questioned")
    pack, (key,) = _joined(draft.pack, [edit.evidence])
    cited = replace(statement, citations=tuple(dict.fromkeys((*statement.citations, key))), confirmed_by=None)
    mark = statement.replaces or ("" if statement.origin == PERSON else mark_of(section.key, statement, draft.pack))
    judged = replace(_judged(cited, pack, editor), replaces=mark)
    if judged.questioned:
        judged = replace(judged, confirmed_by=Confirmation(editor.person, key))
    return _placed(replace(draft, pack=pack), section.key, [judged], instead_of=statement.id)


def _with_section(draft: Draft, edit: ReplaceSection) -> Draft:
    section = _section(draft, edit.section)
    pack, _ = _joined(draft.pack, [edit.pack[key] for one in edit.statements for key in one.citations])
    ids, group = {piece: key for key, piece in pack}, _first_free_group(draft)
    names = {
        name: f"G{group + n}" for n, name in enumerate(dict.fromkeys(one.group for one in edit.statements if one.group))
    }
    written = [
        replace(one, id="", citations=tuple(ids[edit.pack[key]] for key in one.citations), group=names.get(one.group or ""))
        for one in edit.statements
    ]  # fmt: skip
    merged = _merged(section, written, pack, draft)
    return _with_sections(replace(draft, pack=pack), [replace(section, statements=merged)])


def _taken_over(draft: Draft, update: Draft) -> Draft:
    update = identified(update)
    pack, _ = _joined(update.pack, [piece for _, piece in draft.pack])
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
    return _with_sections(taken, [])


def _with_taken(draft: Draft, edit: TakeStatement, editor: Editor) -> Draft:
    update = identified(edit.update)
    section, taken = _found(update, edit.statement)
    pack, _ = _joined(draft.pack, [update.pack[key] for key in taken.citations])
    ids = {piece: key for key, piece in pack}
    one = replace(taken, id="", group=None, citations=tuple(ids[update.pack[key]] for key in taken.citations))
    mark = mark_of(section.key, taken, update.pack)
    again = tuple(
        removal for removal in draft.removals if removal.mark != mark
    )  # taken by hand, it is struck no longer
    draft = _with_place(replace(draft, pack=pack, removals=again), section.key, editor)
    if edit.instead_of:
        section, former = _found(draft, edit.instead_of)
        one = replace(one, id=former.id, group=former.group)
    return _placed(draft, section.key, [one], instead_of=edit.instead_of)


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


def _found(draft: Draft, statement: str) -> tuple[Section, Statement]:
    for section in draft.sections:
        for one in section.statements:
            if one.id == statement:
                return section, one
    raise EditRefused(draft=draft.id, reason="unknown_statement")


def _section(draft: Draft, key: str) -> Section:
    for section in draft.sections:
        if section.key == key:
            return section
    raise EditRefused(draft=draft.id, reason="unknown_section")


def _with_place(draft: Draft, key: str, editor: Editor) -> Draft:
    """The draft with that section, also where nothing stood in it: where the kind's recipe has it."""
    order = list(editor.headings)
    if any(section.key == key for section in draft.sections):
        return draft
    if key not in order:
        raise EditRefused(draft=draft.id, reason="unknown_section")
    new = Section(key, editor.headings[key], ())
    before = [s for s in draft.sections if s.key in order and order.index(s.key) < order.index(key)]
    behind = [s for s in draft.sections if s not in before]
    return replace(draft, sections=(*before, new, *behind))


def _sentences(draft: Draft, text: str) -> list[str]:
    """What a person typed, as one sentence each. Raises EditRefused for nothing, and for what is too long for a statement."""
    one_line = [" ".join(text[start:end].split()) for start, end in sentences(text)]
    if not one_line:
        raise EditRefused(draft=draft.id, reason="empty")
    if any(len(sentence) > LONGEST_STATEMENT for sentence in one_line):
        raise EditRefused(draft=draft.id, reason="too_long")
    return one_line


def _judged(statement: Statement, pack: EvidencePack, editor: Editor) -> Statement:
    """What a person wrote without evidence of its own is judged no more than it can be."""
    return statement if statement.kind is StatementKind.OWN_VIEW else editor.judge(statement, pack)


def _joined(pack: EvidencePack, pieces: Iterable[Evidence]) -> tuple[EvidencePack, tuple[str, ...]]:
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


def _placed(draft: Draft, key: str, written: Sequence[Statement], *, instead_of: str = "", after: str = "") -> Draft:
    """Statements in one section: in another's place, behind another, or at the end. No group is torn apart."""
    section = _section(draft, key)
    statements = list(section.statements)
    at = next((n for n, one in enumerate(statements) if one.id in (instead_of, after) and one.id), len(statements))
    if instead_of:
        statements[at : at + 1] = written
    else:
        around = {one.group for one in statements[at : at + 2]}
        group = around.pop() if len(around) == 1 and at + 1 < len(statements) else None
        statements[at + 1 : at + 1] = [replace(one, group=group) for one in written]
    return _with_sections(draft, [replace(section, statements=tuple(statements))])


def _with_sections(draft: Draft, changed: Sequence[Section]) -> Draft:
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


def _first_free_group(draft: Draft) -> int:
    taken = [int(one.group[1:]) for one in draft.statements if one.group and one.group[1:].isdigit()]
    return 1 + max(taken, default=0)
