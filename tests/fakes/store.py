"""An in-memory store that passes the same contract tests as the encrypted one."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from tests.fakes.memory.audit import MemoryAudit
from tests.fakes.memory.data import MemoryData
from tests.fakes.memory.drafts import MemoryDrafts
from tests.fakes.memory.duplicates import MemoryDuplicates
from tests.fakes.memory.jobs import MemoryJobs
from tests.fakes.memory.masking import MemoryMaskingKeys
from tests.fakes.memory.memos import MemoryMemos, MemoryPractice
from tests.fakes.memory.promises import MemoryPromises
from tests.fakes.memory.records import MemoryRecords


class MemoryUnitOfWork:
    """Works on a copy; `commit` puts it in place of the store's data."""

    records: MemoryRecords
    drafts: MemoryDrafts
    jobs: MemoryJobs
    duplicates: MemoryDuplicates
    promises: MemoryPromises
    memos: MemoryMemos
    practice: MemoryPractice
    masking_keys: MemoryMaskingKeys
    audit: MemoryAudit

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def __enter__(self) -> Self:
        self._data = deepcopy(self._store.data)
        self.records, self.drafts = MemoryRecords(self._data), MemoryDrafts(self._data)
        self.jobs = MemoryJobs(self._data)
        self.duplicates = MemoryDuplicates(self._data)
        self.promises = MemoryPromises(self._data)
        self.memos, self.practice = MemoryMemos(self._data), MemoryPractice(self._data)
        self.masking_keys = MemoryMaskingKeys(self._data)
        self.audit = MemoryAudit(self._data, self._store.clock)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def commit(self) -> None:
        self._store.data = deepcopy(self._data)


class MemoryStore:
    """Stands in for the encrypted store where a test is about something else."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime(2026, 11, 20, tzinfo=UTC)) -> None:
        self.data, self.clock = MemoryData(), clock

    def unit_of_work(self) -> MemoryUnitOfWork:
        return MemoryUnitOfWork(self)
