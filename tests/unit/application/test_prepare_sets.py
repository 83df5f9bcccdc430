"""Several visits in one go: what fails for one client is told at the end, and takes nothing from the others."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.fakes.store import MemoryStore
from tests.fakes.writers import StandInWriter

from bankrm.adapters.exporting.files import FileDelivery
from bankrm.adapters.system.clock import FixedDay
from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.application.export_draft import ExportDraft
from bankrm.application.ports.records import Source
from bankrm.application.prepare_sets import Outcome, PrepareSets, Task
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.visit_context import Knowledge, VisitContexts
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.errors import NotFound
from bankrm.domain.progress import Cancelled
from bankrm.domain.recipes import RecipeSection
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import VisitContext

TODAY = date(2026, 6, 12)
FIRMS = {
    ClientKey("031", f"000{n}"): f"{name}有限会社" for n, name in enumerate(("こだま硝子", "かもめ塗装", "つぐみ書房"))
}
FIRST, SECOND, THIRD = FIRMS


def stumbling(error: BaseException) -> StandInWriter:
    """Raises this for the second client."""

    def stumble(context: VisitContext, _: RecipeSection) -> None:
        if context.dossier.client.key == SECOND:
            raise error

    return StandInWriter(stumble)


def prepared(store: MemoryStore, error: BaseException) -> Outcome:
    visits = [Visit(f"v-{key}", key, datetime(2026, 6, 15, 10)) for key in FIRMS]
    with store.unit_of_work() as uow:
        for key, name in FIRMS.items():
            uow.records.put(Client(key, name), Source("0" * 64))
        for visit in visits:
            uow.records.put(visit, Source("0" * 64))
        uow.commit()
    knowledge = Knowledge(load_recipes(Resources.locate()), (), ())
    contexts = VisitContexts(store.unit_of_work, knowledge)
    prepare = PrepareVisit(store.unit_of_work, contexts, stumbling(error), lambda: datetime(2026, 6, 12, tzinfo=UTC))
    sets = PrepareSets(prepare, ExportDraft(store.unit_of_work, {}, FileDelivery()), FixedDay(TODAY))
    return sets([Task(visit.client, visit) for visit in visits], ["visit-brief"], None)


@pytest.mark.parametrize("error", [KeyError("社長の言葉"), NotFound(what="visit", id="v")])
def test_one_client_s_failure_takes_nothing_from_the_others(error: Exception) -> None:
    store = MemoryStore()
    outcome = prepared(store, error)
    assert [one.client for one in outcome.sets] == [FIRST, THIRD]
    assert [(one.client, one.day, one.error) for one in outcome.failed] == [(SECOND, date(2026, 6, 15), error)]
    assert [draft.client for draft in store.data.drafts.values()] == [FIRST, THIRD]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_a_stop_by_hand_ends_the_run_and_keeps_the_sets_that_stand(stop: type[BaseException]) -> None:
    store = MemoryStore()
    with pytest.raises(stop):
        prepared(store, stop())
    assert [draft.client for draft in store.data.drafts.values()] == [FIRST]
