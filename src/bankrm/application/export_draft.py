"""Export drafts as files (書き出し): an explicit act, recorded with the digest of what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bankrm.application.hand_out import ForbiddenByPolicy, require_released
from bankrm.application.ports.exporting import Delivery, ExportRefused, Format, Formats, Paper
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written."""

    path: Path
    sha256: str
    bytes: int


class ExportDraft:
    """Write drafts of one visit into one file; the file stands only where its audit entry stands too."""

    def __init__(
        self, open_unit_of_work: OpenUnitOfWork, formats: Formats, delivery: Delivery, *, allowed: bool = True
    ) -> None:
        self._open = open_unit_of_work
        self._formats = formats
        self._delivery = delivery
        self._allowed = allowed

    def __call__(self, drafts: Sequence[DraftId], kind: Format, target: Path) -> Exported:
        """Raises ForbiddenByPolicy, NotFound for an unknown draft, NotReleased for one that may not leave the program yet, and
        ExportRefused where the file cannot be written."""
        if not self._allowed:
            raise ForbiddenByPolicy(key="AllowExport")
        with self._open() as uow:
            found = [_found(uow, draft) for draft in drafts]
            if not _fits(kind, {draft.kind for draft in found}, len(found)):
                raise ExportRefused(path=str(target), reason="wrong_format")
            paper = _paper(uow, found)
            content = self._formats[kind].render(paper)
            digest = hashlib.sha256(content).hexdigest()
            staged = self._delivery.stage(target, content)
            try:
                for draft in drafts:
                    uow.audit.record(AuditEvent(Act.EXPORTED, draft, digest, {"format": kind.value}))
                uow.commit()
                staged.publish()
            finally:
                staged.discard()
        return Exported(target, digest, len(content))


_CLIENTS: Mapping[Format, DocumentKindName] = {
    Format.DOCX: DocumentKindName.DISCUSSION_SHEET, Format.EML: DocumentKindName.FOLLOW_UP_MAIL,
}  # fmt: skip


def _fits(form: Format, kinds: set[DocumentKindName], count: int) -> bool:
    """Whether documents may stand in one file of that format: the bank's own together in Word; of what the client sees each alone, a
    mail as a mail and a sheet in Word."""
    if kinds <= INTERNAL_KINDS:
        return form is not Format.EML
    return count == 1 and (form is Format.JSON or {_CLIENTS[form]} == kinds)


def _found(uow: UnitOfWork, draft_id: DraftId) -> Draft:
    draft = uow.drafts.get(draft_id)
    if draft is None:
        raise NotFound(what="draft", id=draft_id)
    require_released(draft)
    return draft


def _paper(uow: UnitOfWork, drafts: Sequence[Draft]) -> Paper:
    first = drafts[0]
    visit = next((v for v in uow.records.visits(first.day, first.day) if v.ref == first.visit), None)
    dossier = uow.records.dossier(first.client)
    industry = dossier.client.industry if dossier else ""
    return Paper(tuple(drafts), visit, first.day, dossier.as_of if dossier else None, industry)
