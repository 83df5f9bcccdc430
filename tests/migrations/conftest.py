"""Stores to upgrade, and schemas that a later program might bring."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.records import SOURCE, a_draft, all_records
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store

Later = Callable[[str], Schema]

_MIGRATION = """
import os, signal
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "{head}", "{before}", None, None
def upgrade():
    {body}
"""


def write_later_schema(folder: Path, body: str) -> Schema:
    """The packaged migrations and one more, whose `upgrade` does `body`."""
    location = folder / "migrations"
    shutil.copytree(PACKAGED.location, location, ignore=shutil.ignore_patterns("__pycache__"))
    head = f"{int(PACKAGED.head) + 1:04}"
    (location / "versions" / f"v{head}_later.py").write_text(
        _MIGRATION.format(head=head, before=PACKAGED.head, body=body), encoding="utf-8"
    )
    return Schema(location, head)


@pytest.fixture
def later(tmp_path: Path) -> Later:
    return lambda body: write_later_schema(tmp_path, body)


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("template") / "home"
    with Store.create(home, RawKeyVault(home / "store.keys"), actor="tester") as store, store.unit_of_work() as work:
        for record in all_records():
            work.records.put(record, SOURCE)
        work.records.keep_original("c" * 64, "original.bin", bytes(range(256)) * 2000)
        work.drafts.add(a_draft())
        work.commit()
    return home


@pytest.fixture
def home(filled_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled_home, tmp_path / "home"))


@pytest.fixture
def vault(home: Path) -> RawKeyVault:
    return RawKeyVault(home / "store.keys")
