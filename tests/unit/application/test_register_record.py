"""A confirmed record leaves for the bank's own system once, by the clipboard or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.fakes.delivery import MemoryDelivery
from tests.fakes.store import MemoryStore
from tests.unit.application.recording import CLOCK, DAY, a_store, acts, confirm, memo_of, typed

from bankrm.application.changes import Area
from bankrm.application.hand_out import ForbiddenByPolicy
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import OpenMemo
from bankrm.application.ports.exporting import ExportRefused
from bankrm.application.ports.record_layouts import Entry, RecordUnencodable
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.register_record import CopyRecord, ExportRecords, NotConfirmed, RegisterRecord
from bankrm.domain.audit import Act
from bankrm.domain.memos import MemoState


class PlainLayout:
    """The fields of the form that a test looks at."""

    name = "plain"

    def lines(self, entry: Entry) -> Sequence[tuple[str, str]]:
        return [("番号", entry.record.ref), ("発言", entry.record.client_words)]

    def table(self, entries: Sequence[Entry]) -> bytes:
        if any("〜" in entry.record.client_words for entry in entries):
            raise RecordUnencodable(record=entries[0].record.ref, field="発言", character="〜")
        return "\n".join(entry.record.ref for entry in entries).encode()


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


def copy(store: MemoryStore, *, allowed: bool = True) -> CopyRecord:
    return CopyRecord(store.unit_of_work, PlainLayout(), CLOCK, allowed=allowed)


def export(store: MemoryStore, delivery: MemoryDelivery) -> ExportRecords:
    return ExportRecords(store.unit_of_work, PlainLayout(), delivery, CLOCK)


def test_a_copied_record_is_registered_only_when_the_person_says_so(store: MemoryStore) -> None:
    done, register = confirm(store)(typed(store)), RegisterRecord(store.unit_of_work, CLOCK)
    copied = copy(store)(done.memo.id)
    assert copied.text == f"【番号】{done.memo.ref}\r\n【発言】藤波社長「来春までに入れ替えたい」"
    kept = memo_of(store, done.memo.id)
    assert (kept.state, kept.copied is not None) == (MemoState.CONFIRMED, True)
    assert [row.copied for row in ListRecordings(store.unit_of_work, CLOCK)()] == [True]
    changes = register(done.memo.id)
    assert memo_of(store, done.memo.id).state is MemoState.REGISTERED
    register.take_back(done.memo.id)
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED
    assert acts(store)[-3:] == [Act.COPIED, Act.REGISTERED, Act.UNREGISTERED]
    assert changes.areas == {Area.MEMOS}  # nothing was recorded anew, so nothing is prepared anew


def test_an_amended_record_is_to_be_copied_again(store: MemoryStore) -> None:
    done = confirm(store)(typed(store))
    copy(store)(done.memo.id)
    desk = OpenMemo(store.unit_of_work, CLOCK).known(confirm(store).amend(done.memo.id).id)
    assert confirm(store)(replace(desk, memo=replace(desk.memo, text="社長「秋でよい」"))).memo.copied is None


def test_nothing_is_copied_where_the_policy_forbids_it_or_the_record_is_not_confirmed(store: MemoryStore) -> None:
    desk = typed(store)
    KeepMemo(store.unit_of_work)(desk.memo, None)
    with pytest.raises(NotConfirmed):
        copy(store)(desk.memo.id)
    with pytest.raises(NotConfirmed):
        RegisterRecord(store.unit_of_work, CLOCK)(desk.memo.id)
    with pytest.raises(ForbiddenByPolicy):
        copy(store, allowed=False)(desk.memo.id)


def test_no_file_leaves_where_the_policy_forbids_it(store: MemoryStore) -> None:
    confirm(store)(typed(store))
    with pytest.raises(ForbiddenByPolicy):
        ExportRecords(store.unit_of_work, PlainLayout(), MemoryDelivery(), CLOCK, allowed=False)(DAY, Path("a.csv"))


def test_each_confirmed_record_leaves_in_one_file_once(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store)), MemoryDelivery()
    first = export(store, delivery)(date(2026, 11, 1), Path("a.csv"))
    assert (first.count, delivery.files) == (1, {Path("a.csv"): done.memo.ref.encode()})
    assert memo_of(store, done.memo.id).state is MemoState.REGISTERED
    assert export(store, delivery)(date(2026, 11, 1), Path("b.csv")).path is None


def test_records_of_earlier_talks_stay(store: MemoryStore) -> None:
    confirm(store)(typed(store))
    assert export(store, MemoryDelivery())(date(2026, 11, 25), Path("a.csv")).count == 0


def test_an_amended_record_leaves_again(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store)), MemoryDelivery()
    export(store, delivery)(DAY, Path("a.csv"))
    desk = OpenMemo(store.unit_of_work, CLOCK).known(confirm(store).amend(done.memo.id).id)
    confirm(store)(replace(desk, memo=replace(desk.memo, text="社長「秋でよい」")))
    assert export(store, delivery)(DAY, Path("b.csv")).count == 1


def test_a_character_that_cannot_leave_registers_nothing(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store, "社長「春〜夏」")), MemoryDelivery()
    with pytest.raises(RecordUnencodable):
        export(store, delivery)(DAY, Path("a.csv"))
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED
    assert not delivery.files


@pytest.mark.parametrize("refused_at", ["full", "taken"])
def test_a_file_that_cannot_be_written_registers_nothing(store: MemoryStore, refused_at: str) -> None:
    done = confirm(store)(typed(store))
    with pytest.raises(ExportRefused):
        export(store, MemoryDelivery(**{refused_at: True}))(DAY, Path("a.csv"))
    assert Act.REGISTERED not in acts(store)
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED
