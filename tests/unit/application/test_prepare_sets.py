"""Several visits in one go: what fails for one client is told at the end, and takes nothing from the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from tests.fakes.store import MemoryStore

from bankrm.adapters.exporting.files import FileDelivery
from bankrm.adapters.system.clock import FixedDay
from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.application.export_draft import ExportDraft
from bankrm.application.ports.store import Source
from bankrm.application.prepare_sets import Outcome, PrepareSets, Task
from bankrm.application.prepare_visit import Knowledge, PrepareVisit
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.drafts import Statement
from bankrm.domain.errors import NotFound
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.template.writer import TemplateWriter

TODAY = date(2026, 6, 12)
FIRMS = {
    ClientKey("031", f"000{n}"): f"{name}有限会社" for n, name in enumerate(("こだま硝子", "かもめ塗装", "つぐみ書房"))
}
FIRST, SECOND, THIRD = FIRMS


class StumblingWriter:
    """Raises this for the second client."""

    engine = "stumbling"

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        if context.dossier.client.key == SECOND:
            raise self._error
        return TemplateWriter().write(recipe, section, context)


def prepared(store: MemoryStore, error: BaseException) -> Outcome:
    visits = [Visit(f"v-{key}", key, datetime(2026, 6, 15, 10)) for key in FIRMS]
    with store.unit_of_work() as uow:
        for key, name in FIRMS.items():
            uow.records.put(Client(key, name), Source("0" * 64))
        for visit in visits:
            uow.records.put(visit, Source("0" * 64))
        uow.commit()
    knowledge = Knowledge(load_recipes(Resources.locate()), (), ())
    prepare = PrepareVisit(
        store.unit_of_work, StumblingWriter(error), knowledge, lambda: datetime(2026, 6, 12, tzinfo=UTC)
    )
    sets = PrepareSets(prepare, ExportDraft(store.unit_of_work, {}, FileDelivery()), FixedDay(TODAY))
    return sets([Task(visit.client, visit) for visit in visits], ["visit-brief"], None)


@pytest.mark.parametrize("error", [KeyError("社長の言葉"), NotFound(what="visit", id="v")])
def test_one_client_s_failure_takes_nothing_from_the_others(error: Exception) -> None:
    store = MemoryStore()
    outcome = prepared(store, error)
    assert [one.client for one in outcome.sets] == [FIRST, THIRD]
    assert [(one.client, one.day, one.error) for one in outcome.failed] == [(SECOND, date(2026, 6, 15), error)]
    assert [draft.client for draft in store.data.drafts.values()] == [FIRST, THIRD]


def test_a_stop_by_hand_ends_the_run_and_keeps_the_sets_that_stand() -> None:
    store = MemoryStore()
    with pytest.raises(KeyboardInterrupt):
        prepared(store, KeyboardInterrupt())
    assert [draft.client for draft in store.data.drafts.values()] == [FIRST]
