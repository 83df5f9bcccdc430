"""An upgrade ends with the new store or with the old one, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.fakes.processes import run, start
from tests.fakes.records import KEY, all_records, as_recorded
from tests.fakes.vault import RawKeyVault
from tests.migrations.conftest import Later

from bankrm.adapters.store.audit_chain import verify_chain
from bankrm.adapters.store.home import Home
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import StoreBusy, StoreTooNew, StoreUpgradeFailed
from bankrm.domain.audit import Act

ADDS_A_COLUMN = """
    with op.batch_alter_table("client") as table:
        table.add_column(sa.Column("segment", sa.String(), nullable=False, server_default="x"))
    with op.batch_alter_table("document", recreate="always") as table:
        table.add_column(sa.Column("shelf", sa.String(), nullable=True))
"""
FAILS_HALFWAY = """
    op.add_column("client", sa.Column("segment", sa.String(), nullable=True))
    op.execute("DELETE FROM interaction")
    op.execute("INSERT INTO no_such_table VALUES (1)")
"""
BREAKS_A_REFERENCE = """
    op.execute("DELETE FROM document")
"""
IS_A_BUG = """
    op.execute("DELETE FROM interaction")
    raise ZeroDivisionError
"""
IS_KILLED = """
    op.execute("DELETE FROM interaction")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def assert_is_as_before(home: Path, vault: RawKeyVault) -> None:
    with Store.open(home, vault) as store, store.unit_of_work() as work:
        dossier = work.records.dossier(KEY)
        assert dossier
        assert as_recorded(dossier) == all_records()
        assert [entry.act for entry in work.audit.entries()] == [Act.STORE_CREATED]
        assert store.info().schema == PACKAGED.head
    assert_nothing_is_left(home)


def assert_nothing_is_left(home: Path) -> None:
    assert {path.name for path in home.iterdir()} <= {
        "store.db",
        "store.keys",
        "store.lock",
        "store.db-wal",
        "store.db-shm",
    }


def test_an_upgrade_keeps_every_record_and_is_audited(home: Path, vault: RawKeyVault, later: Later) -> None:
    schema = later(ADDS_A_COLUMN)
    with Store.open(home, vault, schema=schema) as store, store.unit_of_work() as work:
        dossier = work.records.dossier(KEY)
        assert dossier
        assert as_recorded(dossier) == all_records()
        entries = work.audit.entries()
        assert (entries[-1].act, entries[-1].detail) == (Act.STORE_UPGRADED, {"from": PACKAGED.head, "to": schema.head})
        assert verify_chain(entries) is None
        assert len(work.records.evidence_index(KEY).search("冷却", 5)) > 0
        with store._engine.connect() as connection:
            assert connection.execute(text("SELECT segment FROM client")).scalar() == "x"
            assert connection.execute(text("SELECT count(*) FROM passage")).scalar() == 3
    assert_nothing_is_left(home)


@pytest.mark.parametrize("body", [FAILS_HALFWAY, BREAKS_A_REFERENCE])
def test_a_failed_upgrade_brings_the_old_store_back(home: Path, vault: RawKeyVault, later: Later, body: str) -> None:
    schema = later(body)
    with pytest.raises(StoreUpgradeFailed) as caught:
        Store.open(home, vault, schema=schema)
    assert (caught.value.details["found"], caught.value.details["known"]) == (PACKAGED.head, schema.head)
    assert_is_as_before(home, vault)


def test_a_bug_in_a_migration_stays_a_bug_and_brings_the_old_store_back(
    home: Path, vault: RawKeyVault, later: Later
) -> None:
    with pytest.raises(ZeroDivisionError):
        Store.open(home, vault, schema=later(IS_A_BUG))
    assert_is_as_before(home, vault)


_OPEN = """
import pathlib, sys
from bankrm.adapters.store.schema import Schema
from bankrm.adapters.store.store import Store
from bankrm.application.ports.store import StoreError
from tests.fakes.vault import RawKeyVault
home, location, head, limit = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    Store.open(home, RawKeyVault(home / "store.keys"), schema=Schema(location, head)).close()
    print("opened")
except StoreError as error:
    print(error.code)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_a_kill_in_the_middle_brings_the_old_store_back_at_the_next_opening(
    home: Path, vault: RawKeyVault, later: Later
) -> None:
    schema = later(IS_KILLED)
    child = start(_OPEN, home, schema.location, schema.head, 0)
    child.communicate(timeout=60)
    assert child.returncode == -9
    assert Home(home).mark.exists()
    assert_is_as_before(home, vault)


@pytest.mark.parametrize("left", ["a migrated store", "half a store", "no store"])
def test_whatever_a_kill_left_the_copy_comes_back(home: Path, vault: RawKeyVault, left: str) -> None:
    here = Home(home)
    shutil.copy(here.store, here.before_upgrade)
    here.mark.write_text("{}", encoding="ascii")
    if left == "half a store":
        here.store.write_bytes(here.store.read_bytes()[:10_000])
    if left == "no store":
        here.store.unlink()
    assert_is_as_before(home, vault)


def test_a_mark_without_a_copy_means_that_the_store_is_whole(home: Path, vault: RawKeyVault) -> None:
    Home(home).mark.write_text("{}", encoding="ascii")
    assert_is_as_before(home, vault)


def test_a_newer_store_is_refused_with_both_versions_and_left_alone(
    home: Path, vault: RawKeyVault, later: Later
) -> None:
    schema = later(ADDS_A_COLUMN)
    Store.open(home, vault, schema=schema).close()
    before = (home / "store.db").read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        Store.open(home, vault)
    assert (caught.value.details["found"], caught.value.details["known"]) == (schema.head, PACKAGED.head)
    assert (home / "store.db").read_bytes() == before


def test_a_store_that_somebody_has_open_is_not_upgraded(
    home: Path, vault: RawKeyVault, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bankrm.adapters.store.home.PATIENCE_S", 0.05)
    schema = later(ADDS_A_COLUMN)
    with Store.open(home, vault), pytest.raises(StoreBusy):
        Store.open(home, vault, schema=schema)
    assert_is_as_before(home, vault)


def test_a_full_disk_while_the_copy_is_written_leaves_the_old_store(
    home: Path, vault: RawKeyVault, later: Later
) -> None:
    pytest.importorskip("resource")
    schema = later(ADDS_A_COLUMN)
    before = (home / "store.db").read_bytes()
    assert len(before) > 300_000
    assert run(_OPEN, home, schema.location, schema.head, 300_000) == "store_disk_full"
    assert (home / "store.db").read_bytes() == before
    assert_is_as_before(home, vault)


def _a_small_disk() -> tuple[str, ...]:
    """A command that runs another with a file system of 1.5 times the store under $DISK, or nothing where that is not allowed."""
    script = 'mount -t tmpfs -o size="$SIZE" tmpfs "$DISK" && cp -r "$FROM"/. "$DISK" && "$@"; status=$?; cp -r "$DISK"/. "$FROM"; exit $status'
    command = ("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh")
    if not shutil.which("unshare"):
        return ()
    try_out = ["unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    return command if subprocess.run(try_out, capture_output=True, check=False).returncode == 0 else ()


def test_a_disk_that_is_really_full_leaves_the_old_store(
    home: Path, vault: RawKeyVault, later: Later, tmp_path: Path
) -> None:
    prefix = _a_small_disk()
    if not prefix:
        pytest.skip("no private mounts here")
    schema: Schema = later(ADDS_A_COLUMN)
    disk = tmp_path / "disk"
    disk.mkdir()
    before = (home / "store.db").read_bytes()
    size = str(len(before) * 3 // 2)
    said = run(_OPEN, disk, schema.location, schema.head, 0, prefix=prefix, DISK=str(disk), FROM=str(home), SIZE=size)
    assert said == "store_disk_full"
    assert (home / "store.db").read_bytes() == before
    assert_is_as_before(home, vault)
