"""Drafts as the 下書き page shows them: the lists, and one draft with everything that a person decides by."""

from __future__ import annotations

from dataclasses import dataclass, field

from bankrm.application.compliance import Compliance
from bankrm.application.hand_in import blockers
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import DraftSummary, Kept
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.practice_time import note_opened
from bankrm.application.queries.updates import UpdateRow, update_row
from bankrm.domain.approval import Role, ways_of
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.blocking import Blocker, what_blocks_confirm
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState, identified
from bankrm.domain.editing import Base
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.preparation import UNFINISHED, Job
from bankrm.drafting.comparison import Compared, compared
from bankrm.drafting.compliance.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft to be read and worked on.

    `draft` has an id on every statement; `sha256` is the digest of its content. `ways` are the states to which the RM may take
    it, `blocks_confirm` and `blocks_submit` what must be settled before. `update` is what is offered, `job` the model's writing
    that is still to come. `of_set` are the documents of the same visit (or client, where there is no visit), this one among
    them. `newer` stands in its place by now, where something does. The statements' findings are by `rules` as they are now,
    which say what each means.
    """

    draft: Draft
    sha256: str
    ways: frozenset[DraftState]
    blocks_confirm: tuple[Blocker, ...]
    blocks_submit: tuple[Blocker, ...]
    can_undo: bool
    can_redo: bool
    update: UpdateRow | None
    job: Job | None
    of_set: tuple[DraftSummary, ...]
    newer: DraftId | None
    rules: RuleBook = field(default_factory=lambda: RuleBook(()))

    @property
    def base(self) -> Base:
        """What is named by whoever acts on what is read here."""
        return Base(self.sha256, self.draft.state)


class ReadDraft:
    """Read one draft."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock, rules: RuleBook | None = None) -> None:
        self._open, self._clock, self._compliance = open_unit_of_work, clock, Compliance(rules)

    def __call__(self, draft: DraftId, *, opened: bool) -> DraftView:
        """`opened`: a person opens it now, which is recorded; False for reading again what is open. Raises NotFound."""
        with self._open() as uow:
            kept = uow.drafts.kept(draft)
            if kept is None:
                raise NotFound(what="draft", id=draft)
            view = self._view(uow, kept)
        if opened:
            self._record(kept)
        return view

    def _record(self, kept: Kept) -> None:
        with self._open() as uow:
            note_opened(uow, kept.draft, self._clock.now())
            uow.audit.record(AuditEvent(Act.VIEWED, kept.draft.id, kept.sha256, {"state": kept.draft.state.value}))
            uow.commit()

    def _view(self, uow: UnitOfWork, kept: Kept) -> DraftView:
        draft = self._compliance.examined(uow, identified(kept.draft))
        jobs = uow.jobs.in_states(UNFINISHED)
        document = draft.client, draft.visit or draft.day, draft.kind
        return DraftView(
            draft, kept.sha256, ways_of(draft.kind, draft.state, Role.RELATIONSHIP_MANAGER), what_blocks_confirm(draft),
            blockers(uow, draft, self._clock), kept.can_undo, kept.can_redo, update_row(uow, draft),
            next((job for job in jobs if job.document == document), None), _of_set(uow, draft), kept.newer,
            self._compliance.rules,
        )  # fmt: skip


def _of_set(uow: UnitOfWork, draft: Draft) -> tuple[DraftSummary, ...]:
    found = uow.drafts.summaries(draft.client, draft.visit)
    kinds = list(type(draft.kind))
    of_day = [row for row in found if row.visit == draft.visit and row.day == draft.day]
    newest = {row.kind: row for row in reversed(of_day)}
    return tuple(sorted(newest.values(), key=lambda row: kinds.index(row.kind)))


class ListDrafts:
    """Drafts in place, the latest first."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> tuple[DraftSummary, ...]:
        """Of a client, of a visit, or all; so many of them."""
        with self._open() as uow:
            return tuple(uow.drafts.summaries(client, visit, newest=newest))


class CompareWithFirst:
    """What a person made of the machine's writing."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, draft: DraftId) -> tuple[Compared, ...]:
        """Statement by statement; all unchanged where it is the machine's writing itself. Raises NotFound."""
        with self._open() as uow:
            now = uow.drafts.get(draft)
            first = uow.drafts.get(now.first) if now and now.first else now
        if now is None or first is None:
            raise NotFound(what="draft", id=draft)
        return compared(identified(first), identified(now))
