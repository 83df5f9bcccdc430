"""The file itself: what it refuses, what it never shows, and what survives."""

from __future__ import annotations

import os
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from rfc8785 import CanonicalizationError
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from tests.fakes.processes import start
from tests.fakes.records import KEY, SOURCE, a_client, a_draft, all_records, an_interaction
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store import connection as connections
from bankrm.adapters.store.schema import PACKAGED
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import (
    RecordUnstorable,
    StoreBusy,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreUnreadable,
)
from bankrm.application.ports.vault import KeysMissing
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.business import Deal
from bankrm.domain.dossier import Record

MARKER = "門外不出ZQXJ7719"


def files_of(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def assert_nowhere_in_clear(*folders: Path) -> None:
    needles = [MARKER.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "cp932")] + [b"ZQXJ7719"]
    for path in files_of(*folders):
        content = path.read_bytes()
        assert not any(needle in content for needle in needles), path.name


def test_no_file_holds_a_customers_word_in_clear(
    home: Path, vault: RawKeyVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    with Store.open(home, vault) as store:
        with store.unit_of_work() as work:
            work.records.put(replace(a_client(), name=MARKER, aliases=(MARKER,)), SOURCE)
            for number in range(50):
                work.records.put(an_interaction(f"{MARKER}-{number}", words=MARKER * 50), SOURCE)
            work.records.keep_original("d" * 64, f"{MARKER}.csv", MARKER.encode("cp932") * 20_000)
            work.drafts.add(a_draft(text=MARKER * 20))
            work.audit.record(AuditEvent(Act.IMPORTED, MARKER))
            assert_nowhere_in_clear(home, temporary)
            work.commit()
            assert work.records.dossier(KEY)
            assert work.records.evidence_index(KEY).search(MARKER, 5)
            assert (home / "store.db-wal").stat().st_size
        store.backup(tmp_path / "backup.zip")
        assert_nowhere_in_clear(home, temporary, tmp_path)
    assert_nowhere_in_clear(home, temporary, tmp_path)


def test_closing_leaves_the_store_its_keys_and_an_empty_lock(home: Path, store: Store) -> None:
    store.close()
    assert {path.name: path.stat().st_size > 0 for path in home.iterdir()} == {
        "store.db": True,
        "store.keys": True,
        "store.lock": False,
    }


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_the_owner_may_read_the_files(store: Store, home: Path) -> None:
    with store.unit_of_work() as work:
        work.records.put(a_client(), SOURCE)
        work.commit()
    for path in files_of(home):
        if path.name != "store.keys":  # the vault's
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def refused(kind: type[StoreError], home: Path, vault: RawKeyVault) -> None:
    with pytest.raises(kind) as caught:
        Store.open(home, vault)
    assert type(caught.value) is kind


def test_a_wrong_key_and_damage_are_one_named_error_and_change_nothing(
    home: Path, vault: RawKeyVault, capfd: pytest.CaptureFixture[str]
) -> None:
    file = home / "store.db"
    sound = file.read_bytes()
    refused(StoreUnreadable, home, replace(vault, key=b"\x00" * 32))
    assert file.read_bytes() == sound
    for damaged in (b"", b"short", bytes(4096), b"\xff" + sound[1:], sound[:5000]):
        file.write_bytes(damaged)
        refused(StoreUnreadable, home, vault)
        assert file.read_bytes() == damaged
        with pytest.raises(StoreExists):
            Store.create(home, vault)
        assert file.read_bytes() == damaged
    assert capfd.readouterr() == ("", "")


def test_a_plain_sqlite_file_is_no_store(home: Path, vault: RawKeyVault) -> None:
    (home / "store.db").unlink()
    plain = sqlite3.connect(home / "store.db")
    plain.execute("CREATE TABLE alembic_version (version_num)")
    plain.close()
    refused(StoreUnreadable, home, vault)


def test_a_damaged_page_is_named_when_it_is_read(home: Path, vault: RawKeyVault) -> None:
    with Store.open(home, vault) as store, store.unit_of_work() as work:
        for record in all_records():
            work.records.put(record, SOURCE)
        work.commit()
    content = bytearray((home / "store.db").read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    (home / "store.db").write_bytes(content)
    with pytest.raises(StoreUnreadable), Store.open(home, vault) as store, store.unit_of_work() as work:
        work.records.dossier(KEY)


def test_opening_creates_nothing(tmp_path: Path, home: Path) -> None:
    refused(StoreMissing, tmp_path / "nowhere", RawKeyVault(tmp_path / "nowhere" / "store.keys"))
    assert not (tmp_path / "nowhere").exists()
    (home / "store.keys").unlink()
    refused(KeysMissing, home, RawKeyVault(home / "store.keys"))


def test_a_store_is_never_created_over_a_store(home: Path, vault: RawKeyVault, store: Store) -> None:
    for _ in ("while it is open", "when it is closed"):
        with pytest.raises(StoreExists):
            Store.create(home, vault)
        store.close()


def test_keys_that_a_killed_creation_left_are_used_again(tmp_path: Path) -> None:
    vault = RawKeyVault(tmp_path / "store.keys")
    vault.create()
    before = vault.file.read_bytes()
    (tmp_path / "store.db.new").write_bytes(b"half")
    Store.create(tmp_path, vault).close()
    assert vault.file.read_bytes() == before
    assert not (tmp_path / "store.db.new").exists()


_CREATE = """
import sys, pathlib
from bankrm.adapters.store.schema import PACKAGED
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import StoreExists
from tests.fakes.vault import RawKeyVault
home = pathlib.Path(sys.argv[1])
print("ready", flush=True); sys.stdin.readline()
try:
    with Store.create(home, RawKeyVault(home / "store.keys")):
        print("created", flush=True)
except StoreExists:
    print("exists", flush=True)
"""


def test_of_processes_that_create_at_once_one_wins(tmp_path: Path) -> None:
    children = [start(_CREATE, tmp_path / "home") for _ in range(3)]
    said = [child.communicate("\n", timeout=60) for child in children]
    assert sorted(output.split()[-1] for output, _ in said) == ["created", "exists", "exists"], said
    Store.open(tmp_path / "home", RawKeyVault(tmp_path / "home" / "store.keys")).close()


_WRITE = """
import sys, pathlib
from dataclasses import replace
from bankrm.adapters.store.schema import PACKAGED
from bankrm.adapters.store.store import Store
from bankrm.domain.audit import Act, AuditEvent
from tests.fakes.records import SOURCE, an_interaction
from tests.fakes.vault import RawKeyVault
home = pathlib.Path(sys.argv[1])
store = Store.open(home, RawKeyVault(home / "store.keys"))
number = int(sys.argv[2])
while True:
    with store.unit_of_work() as work:
        work.records.put(an_interaction(f"R-{number}", words="x" * 5000), SOURCE)
        work.audit.record(AuditEvent(Act.IMPORTED, f"R-{number}"))
        print("begun", number, flush=True)
        work.commit()
    print("done", number, flush=True)
    number += 1
"""


def test_killing_a_writer_loses_nothing_that_was_acknowledged(home: Path, vault: RawKeyVault) -> None:
    done = 0
    for round_, end in enumerate(("begun", "done", "begun")):
        child = start(_WRITE, home, done + 1)
        assert child.stdout is not None
        for line in child.stdout:
            word, number = line.split()
            done = int(number) if word == "done" else done
            if word == end and int(number) >= 5 * (round_ + 1):
                break
        child.kill()
        done = max([done, *(int(line.split()[1]) for line in child.communicate()[0].splitlines() if "done" in line)])
        with Store.open(home, vault) as store, store.unit_of_work() as work:
            work.records.put(a_client(), SOURCE)
            dossier = work.records.dossier(KEY)
            audited = [entry.object for entry in work.audit.entries() if entry.act is Act.IMPORTED]
            assert store._file.check()
        assert dossier
        kept = {record.ref for record in dossier.interactions}
        assert {f"R-{number}" for number in range(1, done + 1)} <= kept
        assert kept == set(audited)
        done = len(kept)


def test_a_second_writer_is_told_that_the_store_is_busy_and_readers_are_not_kept_waiting(
    home: Path, vault: RawKeyVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_AFTER_S", 0.05)
    with Store.open(home, vault) as store, Store.open(home, vault) as other, store.unit_of_work() as work:
        work.records.put(a_client(), SOURCE)
        with pytest.raises(StoreBusy), other.unit_of_work() as second:
            second.records.put(a_client(), SOURCE)
        with other.unit_of_work() as reader:
            assert reader.records.clients() == []
        work.commit()
        with other.unit_of_work() as reader:
            assert reader.records.clients() == [a_client()]


def test_what_was_read_before_another_wrote_cannot_be_built_upon(home: Path, vault: RawKeyVault, store: Store) -> None:
    with Store.open(home, vault) as other, store.unit_of_work() as work:
        assert work.records.clients() == []
        with other.unit_of_work() as quick:
            quick.records.put(a_client(), SOURCE)
            quick.commit()
        with pytest.raises(StoreBusy):
            work.drafts.add(a_draft())


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "UPDATE draft SET content = '{}'",
        "UPDATE draft SET revision = 2",
    ],
)
def test_audit_entries_and_revisions_cannot_be_changed(store: Store, sql: str) -> None:
    with store.unit_of_work() as work:
        work.drafts.add(a_draft())
        work.commit()
    with pytest.raises(IntegrityError), store._engine.begin() as connection:
        connection.execute(text(sql))


def test_a_drafts_state_may_move_on(store: Store) -> None:
    draft = a_draft()
    with store.unit_of_work() as work:
        work.drafts.add(draft)
        work.commit()
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE draft SET state = 'submitted'"))
    with store.unit_of_work() as work:
        found = work.drafts.get(draft.id)
    assert found == replace(draft, state=type(draft.state).SUBMITTED)


def test_an_audit_entry_that_cannot_be_written_takes_its_act_along(store: Store) -> None:
    def import_with_a_broken_entry() -> None:
        with store.unit_of_work() as work:
            work.records.put(a_client(), SOURCE)
            work.audit.record(AuditEvent(Act.IMPORTED, "\ud800"))

    with pytest.raises(CanonicalizationError):
        import_with_a_broken_entry()
    with store.unit_of_work() as work:
        assert work.records.clients() == []


@pytest.mark.parametrize("record", [Deal("A", KEY, "大", amount_yen=10**20), replace(a_client(), name="\udc80")])
def test_a_value_that_cannot_be_stored_is_a_named_error(store: Store, record: Record) -> None:
    with pytest.raises(RecordUnstorable) as caught, store.unit_of_work() as work:
        work.records.put(record, SOURCE)
    assert "大" not in str(caught.value.details)


def test_old_versions_are_kept_with_their_source(store: Store) -> None:
    with store.unit_of_work() as work:
        work.records.put(a_client(), SOURCE)
        work.records.put(replace(a_client(), name="新名"), replace(SOURCE, sha256="f" * 64, place=None))
        work.commit()
    with store._engine.connect() as connection:
        rows = connection.execute(
            text("SELECT version, current, name, source_sha256, source_place FROM client ORDER BY version")
        ).all()
    assert [tuple(row) for row in rows] == [
        (1, 0, a_client().name, "a" * 64, 7),
        (2, 1, "新名", "f" * 64, None),
    ]


def test_a_dossier_takes_few_queries_however_much_it_holds(store: Store) -> None:
    with store.unit_of_work() as work:
        for record in (*all_records(), *(an_interaction(f"R-{number}") for number in range(40))):
            work.records.put(record, SOURCE)
        work.commit()
    queries: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *said: queries.append(said[2]))
    with store.unit_of_work() as work:
        assert work.records.dossier(KEY)
    assert len(queries) <= 15


def test_errors_show_no_values(store: Store) -> None:
    with pytest.raises(IntegrityError) as caught, store._engine.begin() as connection:
        connection.execute(text("INSERT INTO client (name) VALUES (:name)"), {"name": MARKER})
    assert MARKER not in str(caught.value)


def test_info_tells_counts_and_no_text(store: Store, home: Path) -> None:
    with store.unit_of_work() as work:
        for record in all_records():
            work.records.put(record, SOURCE)
        work.records.put(replace(a_client(), name="新名"), SOURCE)
        work.commit()
    info = store.info()
    assert (info.path, info.schema, info.wraps) == (home / "store.db", PACKAGED.head, ("raw",))
    assert info.bytes >= (home / "store.db").stat().st_size
    assert info.counts["client"] == 1
    assert info.counts["passage"] == 3
    assert info.counts["audit"] == 1
    assert a_client().name not in str(info)
