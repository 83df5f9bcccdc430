"""The history of imports, and what there is by now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.fakes.files import PROFILES, saved
from tests.fakes.store import MemoryStore

from bankrm.adapters.importing.registry import Readers
from bankrm.application.import_files import ImportFiles
from bankrm.application.queries.imports import PAGE, ListImports, TellDataState

CLIENTS = "店番,CIF番号,取引先名\n012,0012345,楡津\n012,x,みなも\n"
HOST = "残高,2026/3/31現在\n店番,CIF,融資残高(千円)\n012,0012345,213\n"


def take(store: MemoryStore, folder: Path, name: str, text: str) -> None:
    ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))([saved(folder, name, text).path])


def test_an_import_is_told_with_file_time_person_and_counts(tmp_path: Path) -> None:
    store = MemoryStore()
    take(store, tmp_path, "取引先.csv", CLIENTS)
    (row,) = ListImports(store.unit_of_work)()
    assert (row.name, row.by, row.type, row.profile) == ("取引先.csv", "test", "csv", "clients")
    assert (row.rows, row.new, row.changed, row.unchanged, row.errors) == (2, 1, 0, 0, 1)
    assert (row.when, len(row.sha256)) == (store.clock(), 64)


def test_the_history_comes_page_by_page_the_newest_first(tmp_path: Path) -> None:
    store = MemoryStore()
    for number in range(PAGE + 1):
        take(store, tmp_path, f"{number}.csv", CLIENTS.replace("楡津", f"楡津{number}"))
    first = ListImports(store.unit_of_work)()
    (rest,) = ListImports(store.unit_of_work)(before=first[-1].seq)
    assert (len(first), first[0].name, rest.name) == (PAGE, f"{PAGE}.csv", "0.csv")


def test_an_empty_store_lacks_the_three_files_that_make_it_useful() -> None:
    state = TellDataState(MemoryStore().unit_of_work)()
    assert state.missing == ("client", "interaction", "statement")
    assert state.further[0] == "visit"
    assert state.host_days is None


def test_what_is_there_is_no_longer_asked_for(tmp_path: Path) -> None:
    store = MemoryStore()
    take(store, tmp_path, "c.csv", CLIENTS)
    take(store, tmp_path, "h.csv", HOST)
    state = TellDataState(store.unit_of_work)()
    assert state.missing == ("interaction", "statement")
    assert "host" not in state.further
    assert state.host_days == (date(2026, 3, 31), date(2026, 3, 31))
    assert state.holdings.counts["client"] == 1
