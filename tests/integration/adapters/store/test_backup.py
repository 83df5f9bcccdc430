"""Backups: one file, as safe as the store, and put back without ever writing over one."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.processes import run
from tests.fakes.records import SOURCE, a_client, a_draft, all_records, as_recorded
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.audit_chain import verify_chain
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import BackupExists, BackupRefused, StoreBusy, StoreError, StoreExists
from bankrm.domain.audit import Act


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    with store.unit_of_work() as work:
        for record in all_records():
            work.records.put(record, SOURCE)
        work.drafts.add(a_draft())
        work.commit()
    store.backup(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "store.lock"}


def test_a_backup_brings_everything_back_elsewhere(backup: Path, store: Store, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    assert Store.restore(home, RawKeyVault(home / "store.keys"), backup) == ()
    with Store.open(home, RawKeyVault(home / "store.keys")) as restored, restored.unit_of_work() as work:
        dossier = work.records.dossier(a_client().key)
        assert dossier
        assert as_recorded(dossier) == all_records()
        assert len(work.drafts.summaries(visit="V-1")) == 1
        entries = work.audit.entries()
    assert verify_chain(entries) is None
    assert entries[-1].act is Act.RESTORED
    with store.unit_of_work() as work:
        backed_up = work.audit.entries()[-1]
    assert backed_up.act is Act.BACKED_UP
    assert backed_up.object_hash == entries[-1].object_hash
    assert {path.name for path in home.iterdir()} == {"store.db", "store.keys", "store.lock"}


def test_a_backup_is_one_moment_of_the_store(backup: Path, store: Store, tmp_path: Path) -> None:
    with store.unit_of_work() as work:
        work.records.put(replace(a_client(), name="後の名"), SOURCE)
        work.commit()
    home = tmp_path / "elsewhere"
    Store.restore(home, RawKeyVault(home / "store.keys"), backup)
    with Store.open(home, RawKeyVault(home / "store.keys")) as restored, restored.unit_of_work() as work:
        assert work.records.clients() == [a_client()]


def test_a_backup_is_never_written_over_a_file(backup: Path, store: Store) -> None:
    before = backup.read_bytes()
    with pytest.raises(BackupExists):
        store.backup(backup)
    assert backup.read_bytes() == before
    assert {path.name for path in backup.parent.iterdir()} == {"backup.zip", "home"}


def test_a_store_that_opens_is_not_restored_over(backup: Path, store: Store, home: Path, vault: RawKeyVault) -> None:
    store.close()
    before = files(home)
    with pytest.raises(StoreExists):
        Store.restore(home, vault, backup)
    assert files(home) == before


def test_nor_is_a_file_that_does_not_open(backup: Path, store: Store, home: Path, vault: RawKeyVault) -> None:
    store.close()
    (home / "store.db").write_bytes(b"damaged")
    before = files(home)
    with pytest.raises(StoreExists):
        Store.restore(home, vault, backup)
    assert files(home) == before


def test_moved_aside_on_request_the_former_store_stays_whole(
    backup: Path, store: Store, home: Path, vault: RawKeyVault, tmp_path: Path
) -> None:
    with store.unit_of_work() as work:
        work.records.put(replace(a_client(), name="後の名"), SOURCE)
        work.commit()
    store.close()
    former = files(home)
    aside = Store.restore(home, vault, backup, move_aside=True)
    assert sorted(path.read_bytes() for path in aside) == sorted(former.values())
    again = tmp_path / "again"
    again.mkdir()
    for path in aside:
        path.rename(again / path.name.split(".aside-")[0])
    with Store.open(again, RawKeyVault(again / "store.keys")) as opened, opened.unit_of_work() as work:
        assert [client.name for client in work.records.clients()] == ["後の名"]


def test_an_interrupted_upgrade_of_the_former_store_does_not_come_back(
    backup: Path, store: Store, home: Path, vault: RawKeyVault
) -> None:
    store.close()
    for name in ("store.upgrade", "store.db.before-upgrade", "store.keys.previous"):
        (home / name).write_bytes(b"of the former store")
    assert len(Store.restore(home, vault, backup, move_aside=True)) == 5
    with Store.open(home, vault) as restored, restored.unit_of_work() as work:
        assert work.records.clients() == [a_client()]


@pytest.mark.usefixtures("store")
def test_a_store_that_is_open_is_not_replaced(
    backup: Path, home: Path, vault: RawKeyVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bankrm.adapters.store.home.PATIENCE_S", 0.05)
    with pytest.raises(StoreBusy):
        Store.restore(home, vault, backup, move_aside=True)


def repacked(backup: Path, name: str, change: bytes) -> Path:
    """The backup with one part replaced."""
    changed = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.namelist():
            new.writestr(part, change if part == name else old.read(part))
    return changed


def assert_refused(backup: Path, tmp_path: Path, reason: str, key: bytes | None = None) -> None:
    home = tmp_path / "elsewhere"
    vault = RawKeyVault(home / "store.keys")
    with pytest.raises(BackupRefused) as caught:
        Store.restore(home, replace(vault, key=key) if key else vault, backup)
    assert caught.value.details["reason"] == reason
    assert files(home) == {}


def test_what_is_no_backup_or_a_damaged_one_is_refused_and_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    assert_refused(tmp_path / "absent.zip", tmp_path, "missing")
    content = backup.read_bytes()
    changed = tmp_path / "changed.zip"
    changed.write_bytes(b"PK" + content[:1000])
    assert_refused(changed, tmp_path, "not_a_backup")
    changed.write_bytes(content[:-2000])
    assert_refused(changed, tmp_path, "not_a_backup")
    for name in ("store.db", "store.keys"):
        assert_refused(repacked(backup, name, b"other"), tmp_path, "damaged")
    assert_refused(repacked(backup, "backup.json", b"{}"), tmp_path, "not_a_backup")
    flipped = bytearray(content)
    flipped[len(flipped) // 2] ^= 1
    changed.write_bytes(flipped)
    assert_refused(changed, tmp_path, "not_a_backup")
    assert_refused(backup, tmp_path, "damaged", key=bytes(32))


def test_a_compressed_container_is_none_of_ours(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.json", "{}")
        archive.writestr("store.db", bytes(1 << 20))
    assert_refused(bomb, tmp_path, "not_a_backup")


_BACK_UP_LIMITED = """
import pathlib, resource, sys
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import StoreDiskFull
from tests.fakes.vault import RawKeyVault
home, target = map(pathlib.Path, sys.argv[1:])
with Store.open(home, RawKeyVault(home / "store.keys")) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        store.backup(target)
    except StoreDiskFull as error:
        print(error.code)
"""


def test_a_backup_for_which_there_is_no_room_leaves_nothing(backup: Path, home: Path, store: Store) -> None:
    store.close()
    pytest.importorskip("resource")
    target = backup.with_name("limited.zip")
    assert run(_BACK_UP_LIMITED, home, target) == "store_disk_full"
    assert {path.name for path in backup.parent.iterdir()} == {"backup.zip", "home"}


def test_errors_of_the_store_carry_their_path_and_no_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path, RawKeyVault(tmp_path / "store.keys"))
    assert caught.value.details == {"path": str(tmp_path / "store.db")}
    assert str(caught.value) == caught.value.code
