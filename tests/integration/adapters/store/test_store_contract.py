"""What every store does, the encrypted one and the fake alike: transactions and the record of acts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fakes.records import SOURCE, a_client, a_draft, put

from bankrm.adapters.store.audit_chain import verify_chain
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEvent


def test_leaving_without_commit_keeps_nothing(begin: OpenUnitOfWork) -> None:
    put(begin, a_client())
    with begin() as work:
        before = len(work.audit.entries())
        work.records.put(replace(a_client(), name="別名"), SOURCE)
        work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        work.drafts.add(a_draft())
        work.audit.record(AuditEvent(Act.IMPORTED, "c" * 64))
    with begin() as work:
        assert work.records.clients() == [a_client()]
        assert work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        assert work.drafts.summaries() == []
        assert len(work.audit.entries()) == before


def test_an_error_on_the_way_keeps_nothing(begin: OpenUnitOfWork) -> None:
    def fail_halfway() -> None:
        with begin() as work:
            work.records.put(a_client(), SOURCE)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_halfway()
    with begin() as work:
        assert work.records.clients() == []


def test_the_audit_chain_grows_by_one_for_each_act(begin: OpenUnitOfWork) -> None:
    for number in range(3):
        with begin() as work:
            work.audit.record(AuditEvent(Act.PREPARED, f"d{number}", "e" * 64, {"kinds": ["visit-brief"], "n": number}))
            work.audit.record(AuditEvent(Act.EXPORTED, f"d{number}"))
            work.commit()
    with begin() as work:
        entries = work.audit.entries()
    assert verify_chain(entries) is None
    assert [(entry.act, entry.object) for entry in entries][-2:] == [(Act.PREPARED, "d2"), (Act.EXPORTED, "d2")]
    assert entries[-2].detail == {"kinds": ["visit-brief"], "n": 2}


def test_the_newest_acts_of_one_kind_are_told_page_by_page(begin: OpenUnitOfWork) -> None:
    for number in range(5):
        with begin() as work:
            work.audit.record(AuditEvent(Act.IMPORTED, f"f{number}"))
            work.audit.record(AuditEvent(Act.PREPARED, "d"))
            work.commit()
    with begin() as work:
        first = work.audit.newest(Act.IMPORTED, 2)
        second = work.audit.newest(Act.IMPORTED, 2, first[-1].seq)
        last = work.audit.newest(Act.IMPORTED, 2, second[-1].seq)
        assert [[entry.object for entry in page] for page in (first, second, last)] == [
            ["f4", "f3"],
            ["f2", "f1"],
            ["f0"],
        ]
        assert work.audit.newest(Act.EXPORTED, 2) == []
