"""What leaves a draft for paper or the clipboard (印刷・コピー): an explicit act, allowed by policy, recorded with what it was.

ExpectedError
 ├─ ForbiddenByPolicy    IT does not let it leave
 └─ NoCarriedVersion     the document is of a kind that is not carried out of the bank
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import Kept
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.approval import INTERNAL_KINDS, NotReleased, may_leave_the_program
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft, identified
from bankrm.domain.editing import Base, EditConflict
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.carried import Guard
from bankrm.drafting.paper_words import STRENGTHS
from bankrm.drafting.sheet import PrintedSheet, Version, bank_sheet, carried_sheet, client_sheet, imprinted

_JAPAN = timezone(timedelta(hours=9))  # no summer time since 1951


class ForbiddenByPolicy(ExpectedError):
    """The settings of IT forbid it (details: key, as in a policy file)."""

    code = "forbidden_by_policy"


class NoCarriedVersion(ExpectedError):
    """Only a visit brief has a version to carry out of the bank (details: draft, kind)."""

    code = "no_carried_version"


def require_released(draft: Draft) -> None:
    """Raise NotReleased where the document may not leave the program in its state."""
    if not may_leave_the_program(draft.kind, draft.state):
        raise NotReleased(draft=draft.id, state=draft.state.value)


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages to be looked at, and the content and state of the draft that they show."""

    sheet: PrintedSheet
    base: Base


class PrintDraft:
    """A draft as a printer is given it."""

    def __init__(
        self, open_unit_of_work: OpenUnitOfWork, contexts: VisitContexts, clock: Clock, person: str, *, allowed: bool
    ) -> None:
        self._open, self._contexts, self._clock, self._allowed = open_unit_of_work, contexts, clock, allowed
        self._person = person

    def __call__(self, draft: DraftId, version: Version, base: Base) -> PrintedSheet:
        """Recorded as printed. `base` is what was looked at. Raises as `preview`, and EditConflict where the draft is not so any
        more."""
        sheet, kept = self._made(draft, version)
        if Base(kept.sha256, kept.draft.state) != base:
            raise EditConflict(draft=draft, newer="")
        with self._open() as uow:
            detail = {"version": sheet.version.value, "kind": kept.draft.kind.value, "revision": kept.draft.revision}
            uow.audit.record(AuditEvent(Act.PRINTED, draft, kept.sha256, detail))
            uow.commit()
        return sheet

    def preview(self, draft: DraftId, version: Version) -> Preview:
        """What would be printed, to be looked at on screen, and what it was made of; of what the client sees that alone. What may be carried is judged by the records as they stand now. Raises
        ForbiddenByPolicy, NotFound (for a carried version also where the visit is no longer planned), NotReleased,
        NoCarriedVersion."""
        sheet, kept = self._made(draft, version)
        return Preview(sheet, Base(kept.sha256, kept.draft.state))

    def _made(self, draft: DraftId, version: Version) -> tuple[PrintedSheet, Kept]:
        if not self._allowed:
            raise ForbiddenByPolicy(key="AllowPrint")
        with self._open() as uow:
            kept = _leaving(uow.drafts.kept(draft), draft)
            visits = uow.records.visits(kept.draft.day, kept.draft.day)
        visit = next((one for one in visits if one.ref == kept.draft.visit), None)
        if version is Version.CARRIED:
            sheet = carried_sheet(kept.draft, visit, self._guard(kept.draft))
        elif kept.draft.kind in INTERNAL_KINDS:
            sheet = bank_sheet(kept.draft, visit)
        else:
            return client_sheet(kept.draft), kept
        return imprinted(sheet, kept.draft.client.branch, self._person, self._clock.now().astimezone(_JAPAN)), kept

    def _guard(self, draft: Draft) -> Guard:
        if draft.kind is not DocumentKindName.VISIT_BRIEF:
            raise NoCarriedVersion(draft=draft.id, kind=draft.kind.value)
        return Guard(self._contexts(draft.client, draft.visit, self._clock.today()))


class CopyFromDraft:
    """One statement with its sources, or one piece of evidence, as text for the clipboard."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, *, allowed: bool) -> None:
        self._open, self._allowed = open_unit_of_work, allowed

    def __call__(self, draft: DraftId, item: str) -> str:
        """`item` is the id of a statement (S3) or of a piece (E12). Recorded as copied. Raises ForbiddenByPolicy, NotFound (details:
        what: draft, statement), NotReleased."""
        if not self._allowed:
            raise ForbiddenByPolicy(key="AllowClipboard")
        with self._open() as uow:
            kept = _leaving(uow.drafts.claim(draft), draft)
            text = _text(kept.draft, item)
            uow.audit.record(AuditEvent(Act.COPIED, draft, kept.sha256, {"item": item}))
            uow.commit()
        return text


def _leaving(kept: Kept | None, draft: DraftId) -> Kept:
    if kept is None:
        raise NotFound(what="draft", id=draft)
    require_released(kept.draft)
    return kept


def _text(draft: Draft, item: str) -> str:
    statement = next((one for one in identified(draft).statements if one.id == item), None)
    cited = statement.citations if statement else [key for key, _ in draft.pack if key == item]
    if statement is None and not cited:
        raise NotFound(what="statement", id=item)
    sources = [f"{draft.pack[key].text}({STRENGTHS[draft.pack[key].origin.strength]})" for key in cited]
    return "\n".join((statement.text, *(f"・{source}" for source in sources)) if statement else sources)
