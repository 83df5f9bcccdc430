"""Preparing visits: at once by the template writer, by a language model from a queue, ahead for whole days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.add_document import AddDocument
    from bankrm.application.go_ahead import GoAhead
    from bankrm.application.preparation_schedule import PreparationSchedule
    from bankrm.application.prepare_ahead import PrepareAhead, WriteAhead
    from bankrm.application.prepare_by_queue import PrepareByQueue
    from bankrm.application.prepare_sets import PrepareSets, SetOfVisit
    from bankrm.application.prepare_visit import PrepareVisit
    from bankrm.application.queue_visit import QueueVisit
    from bankrm.application.run_queue import RunQueue
    from bankrm.application.visit_context import VisitContexts
    from bankrm.bootstrap.program import Program
    from bankrm.domain.progress import CancelToken
    from bankrm.drafting.ports import DraftWriter


@dataclass(frozen=True)
class PreparationCases:
    """Use cases of preparation."""

    program: Program

    def visit(self, store: Store, *, over_models: bool = True, afresh: bool = True) -> PrepareVisit:
        """Prepare a visit's set by the template writer; see there."""
        from bankrm.application.prepare_visit import PrepareVisit
        from bankrm.drafting.template.writer import TemplateWriter

        return PrepareVisit(
            store.unit_of_work,
            self.contexts(store),
            TemplateWriter(),
            self.program.clock.now,
            over_models=over_models,
            afresh=afresh,
        )

    def add(self, store: Store) -> AddDocument:
        """Write one more document of a visit's set, by the template writer."""
        from bankrm.application.add_document import AddDocument

        return AddDocument(store.unit_of_work, self.visit(store, afresh=False), self.program.clock)

    def sets(self, store: Store, *, over_models: bool = True) -> PrepareSets:
        """Prepare several visits by the template writer and leave them as files."""
        return self._sets(store, self.visit(store, over_models=over_models))

    def queue(self, store: Store, writer: DraftWriter, token: CancelToken) -> PrepareByQueue:
        """Prepare several visits by a language model, for a person who waits and thus may be at work."""
        from bankrm.application.keep_draft import DraftsInPlace
        from bankrm.application.prepare_by_queue import PrepareByQueue

        return PrepareByQueue(
            self._sets(store, self._queue_visit(store, writer, afresh=True)),
            self._run_queue(store, writer, token, asked=True),
            self._sets(store, DraftsInPlace(store.unit_of_work)),
            token,
        )

    def ahead(self, store: Store) -> PrepareAhead:
        """The template writer's sets of whole days, as far as records changed."""
        from bankrm.application.prepare_ahead import PrepareAhead

        prepare = self.visit(store, over_models=False, afresh=False)
        return PrepareAhead(store.unit_of_work, self._sets(store, prepare), self.program.clock)

    def write_ahead(self, store: Store, writer: DraftWriter, token: CancelToken, *, asked: bool) -> WriteAhead:
        """A language model's sets of whole days; `asked` by a person, it does not rest while the machine is in use."""
        from bankrm.application.prepare_ahead import WriteAhead

        ask = self._sets(store, self._queue_visit(store, writer, afresh=False))
        run = self._run_queue(store, writer, token, asked=asked)
        return WriteAhead(store.unit_of_work, ask, run, self.program.clock)

    def schedule(self) -> PreparationSchedule:
        """When what is prepared ahead is due, for the window that asks at its ticks."""
        from bankrm.application.preparation_schedule import PreparationSchedule
        from bankrm.domain.progress import CancelToken

        go_ahead = self._go_ahead(CancelToken(), asked=False)
        return PreparationSchedule(go_ahead, self.program.calendar, self.program.clock)

    def contexts(self, store: Store) -> VisitContexts:
        """What is known of a visit, for whoever writes of it."""
        from bankrm.adapters.system.recipes import load_gaps
        from bankrm.application.visit_context import Knowledge, VisitContexts

        gaps = load_gaps(self.program.resources)
        knowledge = Knowledge(self.program.recipes, self.program.topics, gaps, self.program.rules)
        return VisitContexts(store.unit_of_work, knowledge)

    def _queue_visit(self, store: Store, writer: DraftWriter, *, afresh: bool) -> QueueVisit:
        from bankrm.application.queue_visit import QueueVisit
        from bankrm.domain.preparation import Wanted

        template, knowledge = self.visit(store, over_models=False, afresh=afresh), self.contexts(store).knowledge
        wanted = Wanted(writer.engine, writer.model)
        return QueueVisit(store.unit_of_work, template, knowledge, wanted, self.program.clock)

    def _run_queue(self, store: Store, writer: DraftWriter, token: CancelToken, *, asked: bool) -> RunQueue:
        from bankrm.application.run_queue import RunQueue

        go_ahead = self._go_ahead(token, asked=asked)
        return RunQueue(store.unit_of_work, self.contexts(store), writer, self.program.clock, go_ahead)

    def _go_ahead(self, token: CancelToken, *, asked: bool) -> GoAhead:
        from bankrm.adapters.system.machine import ThisMachine
        from bankrm.application.go_ahead import GoAhead, QueueRules

        policy = self.program.policy.policy
        rules = QueueRules(policy.prepare_on_battery, asked or policy.prepare_when_in_use, policy.idle_minutes)
        return GoAhead(token, ThisMachine(), rules)

    def _sets(self, store: Store, set_of_visit: SetOfVisit) -> PrepareSets:
        from bankrm.application.prepare_sets import PrepareSets

        return PrepareSets(set_of_visit, self.program.drafts.export(store), self.program.clock)
