"""A file comes in while others write (ADR 006)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.memory.records import MemoryRecords
from tests.fakes.store import MemoryStore, MemoryUnitOfWork

from bankrm.adapters.importing.registry import Readers
from bankrm.application.file_report import FileReport
from bankrm.application.import_files import ImportFiles
from bankrm.application.ports.records import Source
from bankrm.application.ports.store import StoreBusy
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.clients import ClientKey
from bankrm.domain.dossier import Record
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Memo, MemoState
from bankrm.domain.progress import Cancelled, CancelToken, Progress

KEY = ClientKey("012", "0012345")
CLIENTS = "店番,CIF番号,取引先名\n012,0012345,株式会社楡津\n"
HEAD = "記録番号,店番,CIF番号,面談日,面談方法,当方の説明,顧客の発言\n"
TALKS = HEAD + "".join(f"R-{n},012,0012345,2026/9/4,訪問,資料{n}を渡した,「冷凍庫を替えたい」\n" for n in range(150))
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    store = MemoryStore()
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path])
    return store


def importer(store: MemoryStore, now: datetime = NOON) -> ImportFiles:
    return ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES), lambda: now)


def put(store: MemoryStore, record: Record) -> None:
    with store.unit_of_work() as uow:
        uow.records.put(record, Source("0" * 64))
        uow.commit()


def meanwhile(store: MemoryStore, path: Path, do: Callable[[], None]) -> FileReport:
    """Import a table of two pieces, and do this between the first and the second."""

    def report(progress: Progress) -> None:
        if progress.done:
            do()

    (told,) = importer(store)([path], report=report)
    return told


def talk(store: MemoryStore, ref: str) -> Interaction | None:
    with store.unit_of_work() as uow:
        return uow.records.interaction(KEY, ref)


def counts(report: FileReport) -> tuple[int, int, int]:
    return report.new, report.changed, report.unchanged


def test_a_record_made_meanwhile_keeps_what_the_file_says_nothing_of(tmp_path: Path, store: MemoryStore) -> None:
    made = Interaction("R-0", KEY, date(2026, 9, 4), "訪問", next_step="来週訪問")
    report = meanwhile(store, saved(tmp_path, "t.csv", TALKS).path, lambda: put(store, made))
    kept = talk(store, "R-0")
    assert kept
    assert (kept.client_words, kept.next_step) == ("「冷凍庫を替えたい」", "来週訪問")
    assert counts(report) == (149, 1, 0)
    assert store.data.audit[-1].detail["changed"] == 1


def test_what_a_person_wrote_just_as_the_file_has_it_is_told_as_unchanged(tmp_path: Path, store: MemoryStore) -> None:
    elsewhere = MemoryStore()
    importer(elsewhere)([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "t.csv", TALKS).path])
    same = talk(elsewhere, "R-0")
    assert same
    report = meanwhile(store, saved(tmp_path, "t.csv", TALKS).path, lambda: put(store, same))
    assert counts(report) == (149, 0, 1)


def test_figures_that_came_meanwhile_stand_beside_those_of_the_file(tmp_path: Path, store: MemoryStore) -> None:
    put(store, HostFigures(KEY, day := date(2026, 11, 24), {HostItem.LOANS: 100}))
    others = "".join(f"012,{number:07},商店\n" for number in range(150))
    importer(store)([saved(tmp_path, "d.csv", "店番,CIF番号,取引先名\n" + others).path])
    rows = "012,0012345,30\n" + "".join(f"012,{number:07},1\n" for number in range(150))
    part = saved(tmp_path, "h.csv", "令和8年11月24日現在\n店番,CIF番号,預金残高(円)\n" + rows).path
    meanwhile(store, part, lambda: put(store, HostFigures(KEY, day, {HostItem.LOANS: 70})))
    with store.unit_of_work() as uow:
        standing = uow.records.standing(HostFigures(KEY, day))
    assert isinstance(standing, HostFigures)
    assert standing.values_yen == {HostItem.LOANS: 70, HostItem.DEPOSITS: 30}


def test_a_talk_that_a_memo_became_meanwhile_does_not_come_in_a_second_time(tmp_path: Path, store: MemoryStore) -> None:
    def record() -> None:
        day = date(2026, 9, 4)
        with store.unit_of_work() as uow:
            words = Interaction(
                "BR-1", KEY, day, "訪問", explanation="資料7を渡した", client_words="「冷凍庫を替えたい」"
            )
            uow.records.put(words, Source("0" * 64))
            uow.memos.put(Memo(MemoId("1"), KEY, day, NOON, None, "", state=MemoState.CONFIRMED, ref="BR-1"))
            uow.commit()

    report = meanwhile(store, saved(tmp_path, "t.csv", TALKS).path, record)
    assert talk(store, "R-7") is None
    assert counts(report) == (149, 0, 1)
    assert [(one.reason, one.line) for one in report.warnings] == [("recorded_here", 9)]


def test_a_file_that_is_kept_is_told_as_kept_where_others_hold_the_store_afterwards(
    tmp_path: Path, store: MemoryStore
) -> None:
    class Unswept(MemoryRecords):
        def sweep_index(self, most: int, before: datetime) -> bool:  # noqa: ARG002
            raise StoreBusy(path="store.db")

    class Held(MemoryUnitOfWork):
        def __enter__(self) -> Self:
            super().__enter__()
            self.records = Unswept(self._data)
            return self

    take = ImportFiles(lambda: Held(store), Readers.with_profiles(PROFILES))
    (report,) = take([saved(tmp_path, "t.csv", TALKS).path])
    assert counts(report) == (150, 0, 0)
    assert talk(store, "R-7")


def test_another_import_leaves_alone_what_this_one_brings_in(tmp_path: Path, store: MemoryStore) -> None:
    other = saved(tmp_path, "d.csv", CLIENTS + "025,0000001,㈱みなも\n").path
    report = meanwhile(store, saved(tmp_path, "t.csv", TALKS).path, lambda: (importer(store)([other]), None)[1])
    assert counts(report) == (150, 0, 0)


def test_what_was_stopped_is_swept_by_the_next_import_and_what_was_killed_by_that_of_another_day(
    tmp_path: Path, store: MemoryStore
) -> None:
    path, token = saved(tmp_path, "t.csv", TALKS).path, CancelToken()

    def stop(_: Progress) -> None:
        if store.data.ahead:
            token.cancel()

    with pytest.raises(Cancelled):
        importer(store)([path], token=token, report=stop)
    assert not store.data.ahead
    with store.unit_of_work() as uow:
        uow.records.index_ahead("since 2026-11-20T12:00:00 killed", [Interaction("R-1", KEY, date(2026, 9, 4), "訪問")])
        uow.commit()
    importer(store, NOON + timedelta(hours=23))([path])
    assert store.data.ahead
    importer(store, NOON + timedelta(hours=25))([path])
    assert not store.data.ahead
