"""Export drafts as files (書き出し): an explicit act, recorded with the digest of what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bankrm.application.hand_out import ForbiddenByPolicy, require_released
from bankrm.application.ports.exporting import Delivery, Format, Formats, Paper
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId


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
            paper = _paper(uow, [_found(uow, draft) for draft in drafts])
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
