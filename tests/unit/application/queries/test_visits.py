"""Planned visits with what stands for each."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_draft, a_visit
from tests.fakes.store import MemoryStore

from bankrm.application.queries.visits import ListVisits
from bankrm.domain.recipes import DocumentKindName


def test_a_visit_names_the_drafts_that_stand_for_its_documents() -> None:
    store, visit = MemoryStore(), a_visit()
    old, new, update, others = a_draft(), a_draft(), a_draft(), a_draft(key=OTHER)
    summary = replace(a_draft(), kind=DocumentKindName.HISTORY_SUMMARY)
    with store.unit_of_work() as uow:
        uow.records.put(a_client(), SOURCE)
        uow.records.put(visit, SOURCE)
        for draft in (old, new, summary, others):
            uow.drafts.add(draft)
        uow.drafts.supersede(old.id, by=new.id)
        uow.drafts.add(update, update_of=new.id)
        uow.commit()
    (row,) = ListVisits(store.unit_of_work)(visit.day)
    assert (row.visit.client, row.client_name) == (KEY, a_client().name)
    assert row.drafts == (new.id, summary.id)
