"""Preparing a set: the store is read, left alone while the drafts are written, and written to at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import pytest
from tests.builders import DAY, KEY, TODAY, talk, visit
from tests.fakes.store import MemoryStore, MemoryUnitOfWork
from tests.fakes.writers import StandInWriter

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.application.ports.records import Source
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.visit_context import Knowledge, VisitContexts
from bankrm.domain.clients import Client
from bankrm.domain.dossier import Record
from bankrm.domain.drafts import Draft, Statement
from bankrm.domain.errors import NotFound
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import DraftWriter, VisitContext
from bankrm.drafting.template.writer import TemplateWriter

KINDS = (DocumentKindName.VISIT_BRIEF, DocumentKindName.HISTORY_SUMMARY)
CLIENT = Client(KEY, "とびうお製麺株式会社(架空)", industry="製麺")


class WatchedStore(MemoryStore):
    """Knows how many units of work are open."""

    open_units = 0

    def unit_of_work(self) -> MemoryUnitOfWork:
        store = self

        class Watched(MemoryUnitOfWork):
            def __enter__(self) -> Watched:
                store.open_units += 1
                super().__enter__()
                return self

            def __exit__(self, *_: object) -> None:
                store.open_units -= 1

        return Watched(self)


def during(meanwhile: Callable[[], None]) -> StandInWriter:
    """A writer during whose work something happens."""
    return StandInWriter(lambda *_: meanwhile())


def a_store(*records: Record) -> WatchedStore:
    store = WatchedStore()
    with store.unit_of_work() as uow:
        for record in (CLIENT, visit(), talk("2026-05-12", "社長「茹で釜を入れ替えたい」"), *records):
            uow.records.put(record, Source("0" * 64))
        uow.commit()
    return store


def prepare(store: MemoryStore, writer: DraftWriter, planned: Visit | None = None) -> tuple[Draft, ...]:
    knowledge = Knowledge(load_recipes(Resources.locate()), (), ())
    contexts = VisitContexts(store.unit_of_work, knowledge)
    use_case = PrepareVisit(store.unit_of_work, contexts, writer, lambda: datetime(2026, 6, 12, tzinfo=UTC))
    return use_case(KEY, planned or visit(), KINDS, TODAY)


def forget(store: MemoryStore, kind: type) -> None:
    store.data.records = {key: record for key, record in store.data.records.items() if key[0] is not kind}


def test_no_unit_of_work_is_open_while_the_drafts_are_written() -> None:
    store = a_store()
    seen: list[int] = []
    prepare(store, during(lambda: seen.append(store.open_units)))
    assert set(seen) == {0}


def test_each_draft_is_kept_with_its_audit_entry() -> None:
    store = a_store()
    drafts = prepare(store, TemplateWriter())
    assert [entry.object for entry in store.data.audit] == [draft.id for draft in drafts] == list(store.data.drafts)


@pytest.mark.parametrize(("kind", "what"), [(Client, "client"), (Visit, "visit")])
def test_what_vanishes_meanwhile_is_named_and_nothing_is_kept(kind: type, what: str) -> None:
    store = a_store()
    with pytest.raises(NotFound) as error:
        prepare(store, during(lambda: forget(store, kind)))
    assert error.value.details["what"] == what
    assert not store.data.drafts
    assert not store.data.audit


def test_a_visit_put_off_meanwhile_is_no_longer_the_one_that_was_prepared() -> None:
    store = a_store()
    later = Visit("visit-1", KEY, datetime(2026, 6, 22, 10), ("篠崎社長",))

    def put_off() -> None:
        with store.unit_of_work() as uow:
            uow.records.put(later, Source("1" * 64))
            uow.commit()

    with pytest.raises(NotFound):
        prepare(store, during(put_off))
    assert not store.data.drafts


def test_the_next_set_tells_which_records_the_last_one_did_not_know_in_this_form() -> None:
    store = a_store()
    prepare(store, TemplateWriter())
    with store.unit_of_work() as uow:
        uow.records.put(talk("2026-05-12", "社長「茹で釜は見送る」"), Source("2" * 64))
        uow.records.put(Visit("visit-2", KEY, datetime(2026, 7, 6, 10), ("篠崎社長",)), Source("3" * 64))
        uow.commit()
    seen: list[bool] = []

    class Looking(TemplateWriter):
        def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
            seen.extend(bool(o.values["amended"]) for o in context.observations if "amended" in o.values)
            return super().write(recipe, section, context)

    assert date(2026, 7, 6) > DAY
    prepare(store, Looking(), Visit("visit-2", KEY, datetime(2026, 7, 6, 10), ("篠崎社長",)))
    assert set(seen) == {True}
