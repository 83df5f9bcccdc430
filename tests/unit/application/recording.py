"""A memo of one visit on a store in memory, and what is done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_visit, an_interaction
from tests.fakes.store import MemoryStore
from tests.shipped_rules import RULES

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.open_memo import MemoDesk, OpenMemo
from bankrm.domain.audit import Act
from bankrm.domain.clients import Contact
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Memo

DAY = date(2026, 11, 24)
CLOCK = FixedDay(DAY)
TALK = "社長「来春までに入れ替えたい」\n→見積は12/4まで当方"


def a_store() -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as work:
        for record in (a_client(), a_client(OTHER, "別会社"), Contact(KEY, "藤波 薫", "社長", decides=True), a_visit()):
            work.records.put(record, SOURCE)
        work.records.put(an_interaction(), SOURCE)
        work.commit()
    return store


def opened(store: MemoryStore) -> MemoDesk:
    return OpenMemo(store.unit_of_work, CLOCK, RULES).of_visit(KEY, "V-1")


def typed(store: MemoryStore, text: str = TALK, **changes: Any) -> MemoDesk:
    desk = opened(store)
    return replace(desk, memo=replace(desk.memo, text=text, **changes))


def confirm(store: MemoryStore) -> ConfirmRecord:
    return ConfirmRecord(store.unit_of_work, CLOCK)


def memo_of(store: MemoryStore, memo: MemoId) -> Memo:
    with store.unit_of_work() as work:
        found = work.memos.get(memo)
    assert found is not None
    return found


def records_of(store: MemoryStore) -> dict[str, Interaction]:
    with store.unit_of_work() as work:
        dossier = work.records.dossier(KEY)
    assert dossier is not None
    return {record.ref: record for record in dossier.interactions}


def acts(store: MemoryStore) -> list[Act]:
    with store.unit_of_work() as work:
        return [entry.act for entry in work.audit.entries()]
