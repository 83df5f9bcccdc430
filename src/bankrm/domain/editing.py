"""What a person does to a draft, as values: each edit makes another draft of the same content but for what it names.

The person's words go through the same checker as a machine's (`Editor.judge`). What was struck stays struck, and what was changed
stays changed, when a section is written anew: both are known again by their `mark`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.drafts import (
    PERSON,
    Confidence,
    Confirmation,
    Draft,
    DraftState,
    Reason,
    Removal,
    RemovalReason,
    Section,
    Statement,
    Verdict,
    attributed,
    identified,
)
from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import Evidence, EvidencePack, OriginType
from bankrm.domain.ids import DraftId
from bankrm.domain.merging import taken_over, with_section, with_taken
from bankrm.domain.placing import EditRefused as EditRefused
from bankrm.domain.placing import found, joined, mark_of, placed, with_place
from bankrm.domain.recipes import OWN_WORD_SECTION, StatementKind
from bankrm.language.sensitive import concerns
from bankrm.language.sentences import sentences
from bankrm.language.telling import asks, is_own_step, quotations, tells

KEPT_FOR = "kept_for"  # the code of the reason for which a sensitive own view is kept
_NAME = 8  # code points of what stands between 「」 as the name of a thing
_OWN = frozenset({StatementKind.OWN_VIEW, StatementKind.OWN_WORD})  # a person's, resting on no record
LONGEST_STATEMENT = 400  # code points of what a person may write as one statement


class EditConflict(ExpectedError):
    """The draft is no longer as it was when the edit was made; nothing was changed (details: draft, newer: the revision that
    stands in its place by now, or empty)."""

    code = "edit_conflict"


class StateConflict(EditConflict):
    """Its content is the same, and it stands in another state by now (details: also state)."""

    code = "state_conflict"


@dataclass(frozen=True, slots=True)
class Base:
    """What an act was made on, as the person had it before the eyes: the digest of the content, and the state it stood in. An edit
    of what was submitted withdraws it, so nobody may make one who saw a draft."""

    sha256: str
    state: DraftState


@dataclass(frozen=True, slots=True)
class ChangeText:
    """Other words for a statement; several sentences become as many statements. It is a person's from then on. `why` as
    in AddOwnView."""

    statement: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """Strike a statement; it does not come back."""

    statement: str
    reason: RemovalReason
    words: str = ""


@dataclass(frozen=True, slots=True)
class AddOwnView:
    """担当者の認識(記録なし): what the RM knows and no record says. After that statement, else at the section's end. `why` it is kept
    although it holds something sensitive or the client's standing; without it such words are refused. In what the client sees it is
    担当者から一言, stands in the section of that name, and may hold nothing of the kind."""

    section: str
    text: str
    after: str = ""
    why: str = ""


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
            after = with_section(
                with_place(draft, edit.section, editor.headings), edit.section, edit.statements, edit.pack
            )
        case TakeOver():
            after = taken_over(draft, edit.update)
        case TakeStatement():
            after = with_taken(draft, edit.update, edit.statement, edit.instead_of, editor.headings)
    if after == draft:
        return draft
    cited = {key for statement in after.statements for key in statement.citations}
    editors = tuple(dict.fromkeys((*draft.editors, editor.person)))
    return replace(after, pack=after.pack.only(cited), editors=editors)


def _with_text(draft: Draft, edit: ChangeText, editor: Editor) -> Draft:
    section, statement = _changeable(draft, edit.statement)
    texts = _sentences(draft, edit.text)
    if texts == [statement.text]:
        return draft
    mark = statement.replaces or ("" if statement.origin == PERSON else mark_of(section.key, statement, draft.pack))
    first = replace(statement, reasons=()) if statement.kind is StatementKind.OWN_VIEW else statement
    changed = replace(first, text=texts[0], origin=PERSON, first=None, confirmed_by=None, replaces=mark)
    more = [replace(changed, text=text, id="", replaces="") for text in texts[1:]]
    written = [
        _judged(_of_kind(_thought_over(draft, one, edit.why), statement, draft.pack), draft.pack, editor)
        for one in (changed, *more)
    ]
    return placed(draft, section.key, written, instead_of=statement.id)


def _without(draft: Draft, edit: Remove, editor: Editor) -> Draft:
    section, statement = _changeable(draft, edit.statement)
    mark = mark_of(section.key, statement, draft.pack)
    removal = Removal(mark, section.key, statement, edit.reason, edit.words.strip(), editor.person)
    return replace(placed(draft, section.key, [], instead_of=statement.id), removals=(*draft.removals, removal))


def _changeable(draft: Draft, statement: str) -> tuple[Section, Statement]:
    """A statement that a person may change or strike: any but the form's own words. Raises EditRefused."""
    section, one = found(draft, statement)
    if any(key in one.citations and piece.origin.type is OriginType.RULE for key, piece in draft.pack):
        raise EditRefused(draft=draft.id, reason="form_words")
    return section, one


def _with_own_view(draft: Draft, edit: AddOwnView, editor: Editor) -> Draft:
    kind = StatementKind.OWN_VIEW
    if draft.kind not in INTERNAL_KINDS:
        if edit.section != OWN_WORD_SECTION:
            raise EditRefused(draft=draft.id, reason="not_internal")
        kind = StatementKind.OWN_WORD
    told = [Statement(t, kind, (), origin=PERSON) for t in _sentences(draft, edit.text)]
    written = [_thought_over(draft, one, edit.why) for one in told]
    return placed(with_place(draft, edit.section, editor.headings), edit.section, written, after=edit.after)


def _with_added(draft: Draft, edit: AddStatement, editor: Editor) -> Draft:
    if not edit.evidence or edit.kind in _OWN or edit.section == OWN_WORD_SECTION:
        raise EditRefused(draft=draft.id, reason="no_evidence")
    pack, ids = joined(draft.pack, edit.evidence)
    texts = _sentences(draft, edit.text)
    told = [attributed(Statement(text, edit.kind, ids, origin=PERSON), edit.evidence) for text in texts]
    written = [_judged(_of_kind(one, None, pack), pack, editor) for one in told]
    draft = with_place(replace(draft, pack=pack), edit.section, editor.headings)
    return placed(draft, edit.section, written, after=edit.after)


def _with_kept(draft: Draft, edit: Keep, editor: Editor) -> Draft:
    section, statement = found(draft, edit.statement)
    if statement.verdict in (None, Verdict.SUPPORTED):
        raise EditRefused(draft=draft.id, reason="not_questioned")
    pack, (key,) = joined(draft.pack, [edit.evidence])
    cited = replace(statement, citations=tuple(dict.fromkeys((*statement.citations, key))), confirmed_by=None)
    mark = statement.replaces or ("" if statement.origin == PERSON else mark_of(section.key, statement, draft.pack))
    judged = replace(_judged(cited, pack, editor), replaces=mark)
    if judged.questioned:
        judged = replace(judged, confirmed_by=Confirmation(editor.person, key))
    return placed(replace(draft, pack=pack), section.key, [judged], instead_of=statement.id)


def _sentences(draft: Draft, text: str) -> list[str]:
    """What a person typed, as one sentence each. Raises EditRefused for nothing, and for what is too long for a statement."""
    one_line = [" ".join(text[start:end].split()) for start, end in sentences(text)]
    if not one_line:
        raise EditRefused(draft=draft.id, reason="empty")
    if any(len(sentence) > LONGEST_STATEMENT for sentence in one_line):
        raise EditRefused(draft=draft.id, reason="too_long")
    return one_line


def _thought_over(draft: Draft, written: Statement, why: str) -> Statement:
    """An own view with why it is kept, where it holds what must be thought over. Raises EditRefused without a reason, and for such
    a word to the client whatever the reason."""
    if written.kind not in _OWN or not concerns(written.text):
        return written
    if written.kind is StatementKind.OWN_WORD:
        raise EditRefused(draft=draft.id, reason="not_for_client")
    if not why.strip():
        raise EditRefused(draft=draft.id, reason="needs_why")
    return replace(written, reasons=(Reason(KEPT_FOR, why.strip()),))


def _of_kind(written: Statement, before: Statement | None, pack: EvidencePack) -> Statement:
    """What a person wrote, as the kind that its words are: whatever tells of a deed or puts words in somebody's mouth is a fact, and
    is checked as one; a fact of a person's may become a question or a step again."""
    if written.kind in _OWN:
        return written
    if tells(written.text) or _puts_words_in_a_mouth(written, pack):
        return replace(written, kind=StatementKind.FACT, confidence=Confidence.NONE)  # nobody's guess any more
    if before and before.kind is StatementKind.FACT and before.origin == PERSON:
        step = StatementKind.ACTION if is_own_step(written.text) else StatementKind.FACT
        return replace(written, kind=StatementKind.QUESTION if asks(written.text) else step)
    return written


def _puts_words_in_a_mouth(statement: Statement, pack: EvidencePack) -> bool:
    """Whether it quotes what stands in none of the pieces that it cites; a short quotation is a name."""
    cited = [pack[key].text for key in statement.citations]
    return any(len(words) > _NAME and not any(words in text for text in cited) for words in quotations(statement.text))


def _judged(statement: Statement, pack: EvidencePack, editor: Editor) -> Statement:
    """What a person wrote without evidence of its own is judged no more than it can be."""
    return statement if statement.kind in _OWN else editor.judge(statement, pack)
