"""Files into the real encrypted store, also when the importer is killed, and tables that this project did not write."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.processes import start
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.importing.registry import Readers
from bankrm.adapters.store.store import Store
from bankrm.application.import_files import ImportFiles
from bankrm.application.ports.records import Source
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.progress import Cancelled, CancelToken, Progress
from bankrm.language.names import same_firm

SHARED = Path(__file__).parents[5] / "shared" / "data" / "edinet_code_list"
CLIENTS = "店番,CIF番号,取引先名\n" + "".join(f"012,{number:07},会社{number}\n" for number in range(50))
SECOND = "店番,CIF番号,取引先名\n" + "".join(f"025,{number:07},商店{number}\n" for number in range(3000))
IMPORT_AND_STOP_IN_THE_SECOND_FILE = """
import sys, time
from pathlib import Path
from bankrm.adapters.importing.registry import Readers
from bankrm.adapters.store.store import Store
from bankrm.application.import_files import ImportFiles
from tests.fakes.vault import RawKeyVault

home, profiles, first, second = map(Path, sys.argv[1:])
files = 0

def report(progress):
    global files
    files += progress.done == 0
    if files == 2 and progress.done >= 2000:
        print("in the second file", flush=True)
        time.sleep(60)

with Store.open(home, RawKeyVault(home / "store.keys")) as store:
    ImportFiles(store.unit_of_work, Readers.with_profiles(profiles))([first, second], report=report)
"""


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home, RawKeyVault(home / "store.keys"), actor="tester") as opened:
        yield opened


def importer(store: Store) -> ImportFiles:
    return ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))


def test_killed_in_the_second_file_the_first_is_whole_and_nothing_of_the_second(home: Path, tmp_path: Path) -> None:
    first, second = saved(tmp_path, "a.csv", CLIENTS).path, saved(tmp_path, "b.csv", SECOND).path
    with start(IMPORT_AND_STOP_IN_THE_SECOND_FILE, home, PROFILES, first, second) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "in the second file"
        child.kill()
    with Store.open(home, RawKeyVault(home / "store.keys")) as store:
        counts = store.info().counts
        assert (counts["client"], counts["original"]) == (50, 1)
        first_again, second_again = importer(store)([first, second])
        assert (first_again.unchanged, second_again.new) == (50, 3000)


def test_a_client_made_of_files_comes_out_of_the_store_as_one_dossier(store: Store) -> None:
    folder = Path(__file__).parents[3] / "fixtures" / "nagihama"
    files = [path for path in folder.iterdir() if path.suffix != ".toml"]
    reports = importer(store)(files)
    assert not [report.as_json() for report in reports if report.has_findings]
    with store.unit_of_work() as uow:
        dossier = uow.records.dossier(ClientKey("012", "0012345"))
    assert dossier is not None
    assert (len(dossier.interactions), len(dossier.contacts), len(dossier.host), len(dossier.visits)) == (4, 2, 2, 1)
    assert dossier.interactions[0].promises
    again = importer(store)(files)
    assert {(report.new, report.changed) for report in again} == {(0, 0)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="evaluation data edinet_code_list is not beside the checkout")
def test_a_real_cp932_table_becomes_clients_without_an_edit(store: Store) -> None:
    (report,) = importer(store)([SHARED / "EdinetcodeDlInfo_head5000.csv"])
    assert (report.profile, report.rows, report.errors) == ("edinet-codes", 5000, ())
    assert set(report.skipped) == {"individual", "foreign_government"}
    assert report.new == 5000 - sum(report.skipped.values())
    with store.unit_of_work() as uow:
        clients = {client.key: client for client in uow.records.clients()}
    with (SHARED / "name_variants.csv").open(encoding="utf-8") as file:
        pairs = [row for row in csv.DictReader(file) if not row["xfail"] and not row["query"].isascii()]
    keys = [(row["query"], ClientKey("000", row["expected_edinet_code"])) for row in pairs]
    found = [(query, clients[key].name) for query, key in keys if key in clients]
    assert found
    assert [query for query, name in found if not same_firm(query, name)] == []


def test_a_rate_or_amount_without_measure_is_a_named_row_error_and_the_other_rows_stand(
    store: Store, tmp_path: Path
) -> None:
    clients = saved(tmp_path, "torihikisaki.csv", CLIENTS).path
    head = "店番,CIF番号,金融機関名,時点,残高(百万円),金利(%)\n"
    rows = [
        ("灯台銀行", "30", "2.1"),
        ("白浜銀行", "30", "9" * 400),
        ("黒崎銀行", "9" * 60, "2.1"),
        ("磯辺銀行", "inf", "nan"),
    ]
    text = head + "".join(f"012,0000001,{bank},2026/9/30,{balance},{rate}\n" for bank, balance, rate in rows)
    loans = saved(tmp_path, "taryo_kariire.csv", text).path
    report = importer(store)([clients, loans])[1]
    assert [(finding.line, finding.reason) for finding in report.errors] == [
        (3, "not_a_rate"), (4, "amount_out_of_range"), (5, "not_an_amount"), (5, "not_a_rate"),
    ]  # fmt: skip
    with store.unit_of_work() as work:
        dossier = work.records.dossier(ClientKey("012", "0000001"))
    assert dossier
    assert [loan.bank for loan in dossier.other_banks] == ["灯台銀行"]


TALKS = "記録番号,店番,CIF番号,面談日,面談方法,当方の説明,顧客の発言\n" + "".join(
    f"R-{n},012,{n % 50:07},2026/9/4,訪問,資料{n}を渡した,（社長）「冷凍庫を替えたい」\n" for n in range(300)
)


def found(store: Store, query: str) -> list[str]:
    with store.unit_of_work() as uow:
        return [record.ref for record in uow.records.find_texts(query, 1000).records]


def test_while_a_file_is_read_others_may_write(store: Store, tmp_path: Path) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path])
    done: list[int] = []

    def write(progress: Progress) -> None:
        with store.unit_of_work() as uow:
            uow.audit.record(AuditEvent(Act.STORE_CREATED, "store"))
            uow.commit()
        done.append(progress.done)

    (report,) = importer(store)([saved(tmp_path, "t.csv", TALKS).path], report=write)
    assert (report.new, report.refused) == (300, None)
    assert done == [0, 100, 200]


def test_nothing_of_a_file_is_found_before_all_of_it_is_there(store: Store, tmp_path: Path) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path])
    seen: list[str] = []
    importer(store)([saved(tmp_path, "t.csv", TALKS).path], report=lambda _: seen.extend(found(store, "冷凍庫")))
    assert seen == []
    assert found(store, "冷凍庫")


def test_what_was_stopped_is_not_found_and_comes_in_whole_the_next_time(store: Store, tmp_path: Path) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path])
    path, token = saved(tmp_path, "t.csv", TALKS).path, CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done:
            token.cancel()

    with pytest.raises(Cancelled):
        importer(store)([path], token=token, report=stop)
    assert found(store, "冷凍庫") == []
    (report,) = importer(store)([path])
    assert report.new == 300
    assert found(store, "資料7") == ["R-7"]


def test_two_imports_at_once_leave_each_other_alone(store: Store, home: Path, tmp_path: Path) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path])
    path, second = saved(tmp_path, "t.csv", TALKS).path, saved(tmp_path, "d.csv", SECOND).path
    with Store.open(home, RawKeyVault(home / "store.keys"), actor="other") as other:

        def bring_in(progress: Progress) -> None:
            if progress.done == 200:
                (report,) = importer(other)([second])
                assert report.new == 3000

        (report,) = importer(store)([path], report=bring_in)
    assert (report.new, found(store, "資料7")) == (300, ["R-7"])


def test_what_a_person_writes_while_a_file_comes_in_stays_where_the_file_says_nothing_of_it(
    store: Store, tmp_path: Path
) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "t.csv", TALKS).path])
    client = ClientKey("012", "0000000")

    def mark(progress: Progress) -> None:
        if progress.done == 200:
            with store.unit_of_work() as uow:
                talk = uow.records.interaction(client, "R-0")
                assert talk
                uow.records.put(replace(talk, confidentiality="秘匿", next_step="来週訪問"), Source("0" * 64))
                uow.commit()

    amended = saved(tmp_path, "t.csv", TALKS.replace("冷凍庫", "旋盤")).path
    (report,) = importer(store)([amended], report=mark)
    with store.unit_of_work() as uow:
        talk = uow.records.interaction(client, "R-0")
    assert talk
    assert (report.changed, talk.confidentiality, talk.next_step) == (300, "秘匿", "来週訪問")
    assert "R-0" in found(store, "旋盤")
    assert "R-0" not in found(store, "冷凍庫")


def test_a_file_that_comes_again_amended_is_found_by_its_new_words_alone(store: Store, tmp_path: Path) -> None:
    importer(store)([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "t.csv", TALKS).path])
    (report,) = importer(store)([saved(tmp_path, "t.csv", TALKS.replace("冷凍庫", "旋盤")).path])
    assert (report.new, report.changed) == (0, 300)
    assert found(store, "冷凍庫") == []
    assert found(store, "旋盤")
