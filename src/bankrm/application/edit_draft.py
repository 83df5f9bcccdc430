"""Edit a draft (下書きを直す): every edit is durable at once, can be undone, and names the content that it was made on.

The first edit of a machine's writing, and any edit of what was confirmed, submitted, returned or withdrawn, makes the next
revision; further edits change that one while it is in DRAFT.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bankrm.application.changes import Area, Changes
from bankrm.application.compliance import Compliance
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import Kept
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.approval import Role, may_reach
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft, DraftState, Statement, identified
from bankrm.domain.editing import (
    AddOwnView,
    AddStatement,
    Base,
    ChangeText,
    Edit,
    EditConflict,
    Editor,
    EditRefused,
    Keep,
    Remove,
    ReplaceSection,
    StateConflict,
    TakeOver,
    TakeStatement,
    edited,
    is_working,
    next_revision,
)
from bankrm.domain.errors import NotFound
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.ids import DraftId, new_uuid7
from bankrm.domain.recipes import DocumentKindName, Recipe
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.draft_document import judge
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book


@dataclass(frozen=True, slots=True)
class Edited:
    """The revision that holds the edit (another one than was edited, where that made the next), and what the next edit is made on."""

    draft: DraftId
    base: Base
    changes: Changes


class EditDraft:
    """Apply one edit (see domain/editing.py) to a draft, in the name of a person."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        recipes: Mapping[DocumentKindName, Recipe],
        clock: Clock,
        person: str,
        rules: RuleBook | None = None,
    ) -> None:
        self._open, self._recipes, self._clock, self._person = open_unit_of_work, recipes, clock, person
        self._compliance = Compliance(rules)

    def __call__(
        self, draft: DraftId, base: Base, edit: Edit, detail: Mapping[str, object] = MappingProxyType({})
    ) -> Edited:
        """`detail` joins the audit entry. Raises NotFound, EditConflict where the draft is not as the `base` says (any more), and
        EditRefused. No unit of work is open while the edit is judged."""
        with self._open() as uow:
            before = identified(require_current(uow.drafts.kept(draft), draft, base).draft)
            editor, examine = self._editor(uow, before), self._compliance.of_draft(uow, before)
        after = edited(before, edit, editor)
        after = before if after == before else examine(after)
        with self._open() as uow:
            former = current(uow, draft, base)
            if after == before:
                return _told(former)
            kept = uow.drafts.change(self._working(uow, former.draft, after))
            uow.audit.record(_audited(kept, base, edit, detail))
            uow.commit()
        return _told(kept)

    def _working(self, uow: UnitOfWork, former: Draft, after: Draft) -> Draft:
        """What was edited as the content of the working revision: of the same, or of the next, which is then kept first."""
        if is_working(former):
            return after
        revision, at = DraftId(new_uuid7()), self._clock.now()
        succeed(uow, former, next_revision(former, revision, at))
        return next_revision(after, revision, at)

    def _editor(self, uow: UnitOfWork, draft: Draft) -> Editor:
        recipe = self._recipes[draft.kind]
        headings = {section.key: section.heading for section in recipe.sections}
        return Editor(self._person, judge_of(uow, draft, self._clock.today()), headings)


class UndoEdit:
    """Take back the last change of the working revision (元に戻す); it can be done again until something else is changed."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, *, by: int = -1) -> None:
        self._open, self._by = open_unit_of_work, by

    def __call__(self, draft: DraftId, base: Base) -> Edited:
        """Raises NotFound, EditConflict, and EditRefused where there is nothing to undo, or to do again."""
        with self._open() as uow:
            before = current(uow, draft, base)
            can, name = (before.can_undo, "undo") if self._by < 0 else (before.can_redo, "redo")
            if not can:
                raise EditRefused(draft=draft, reason=f"nothing_to_{name}")
            kept = uow.drafts.step(draft, self._by)
            uow.audit.record(AuditEvent(Act.EDITED, draft, kept.sha256, {"edit": name, "base": base.sha256}))
            uow.commit()
        return _told(kept)


class RedoEdit(UndoEdit):
    """Do again what was undone last (やり直す)."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        super().__init__(open_unit_of_work, by=1)


def current(uow: UnitOfWork, draft: DraftId, base: Base) -> Kept:
    """The draft to be changed, where it still is as somebody read it. Raises NotFound and EditConflict."""
    return require_current(uow.drafts.claim(draft), draft, base)


def require_current(kept: Kept | None, draft: DraftId, base: Base) -> Kept:
    """The same of what was found. Raises NotFound and EditConflict."""
    if kept is None:
        raise NotFound(what="draft", id=draft)
    in_place = kept.newer or kept.update_of  # an update is only offered: it is taken over, not edited
    if in_place or kept.sha256 != base.sha256:
        raise EditConflict(draft=draft, newer=in_place or "")
    if kept.draft.state is not base.state:
        raise StateConflict(draft=draft, newer="", state=kept.draft.state.value)
    return kept


def succeed(uow: UnitOfWork, former: Draft, revision: Draft) -> None:
    """Let the next revision stand in place of the former; what was submitted and is edited is no longer to be approved."""
    if may_reach(former.kind, former.state, DraftState.WITHDRAWN, Role.RELATIONSHIP_MANAGER):
        uow.drafts.reach(former.id, DraftState.WITHDRAWN)
        uow.audit.record(AuditEvent(Act.WITHDRAWN, former.id, detail={"by": revision.id}))
    uow.drafts.succeed(former.id, revision)


def judge_of(uow: UnitOfWork, draft: Draft, today: date) -> Callable[[Statement, EvidencePack], Statement]:
    """What judges a statement of this client's against a pack. Raises NotFound."""
    dossier = uow.records.dossier(draft.client, talks=False)
    if dossier is None:
        raise NotFound(what="client", id=str(draft.client))
    checker = Checker(name_book(dossier), today, dossier.closing_month)
    return lambda statement, pack: judge(statement, checker, pack)


_NAMES: Mapping[type[Edit], str] = {
    ChangeText: "change_text",
    Remove: "remove",
    AddOwnView: "add_own_view",
    AddStatement: "add_statement",
    Keep: "keep",
    ReplaceSection: "replace_section",
    TakeOver: "take_over",
    TakeStatement: "take_statement",
}


def _audited(kept: Kept, base: Base, edit: Edit, more: Mapping[str, object]) -> AuditEvent:
    """What was done to which statement, in ids and digests: no word of it."""
    detail: dict[str, object] = {
        "edit": _NAMES[type(edit)],
        "base": base.sha256,
        "revision": kept.draft.revision,
        **more,
    }
    match edit:
        case ChangeText(statement):
            detail |= {"statement": statement}
        case Remove(statement, reason):
            detail |= {"statement": statement, "reason": reason.value}
        case AddOwnView(section) | ReplaceSection(section):
            detail |= {"section": section}
        case AddStatement():
            detail |= {"section": edit.section, "evidence_sha256": [piece.sha256 for piece in edit.evidence]}
        case Keep(statement, evidence):
            detail |= {"statement": statement, "evidence_sha256": [evidence.sha256]}
        case TakeOver(update):
            detail |= {"update": update.id}
        case TakeStatement(update, statement, instead_of):
            detail |= {"update": update.id, "statement": statement, "instead_of": instead_of}
    return AuditEvent(Act.EDITED, kept.draft.id, kept.sha256, detail)


def _told(kept: Kept) -> Edited:
    changes = Changes.of(Area.DRAFTS, clients=frozenset({kept.draft.client}))
    return Edited(kept.draft.id, Base(kept.sha256, kept.draft.state), changes)
