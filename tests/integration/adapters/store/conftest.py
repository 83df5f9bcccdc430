"""A real store for each test, copied from one that is created once; and what opens a unit of work on it, and on the fake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.store import MemoryStore
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store
from bankrm.application.ports.unit_of_work import OpenUnitOfWork


@pytest.fixture
def vault(home: Path) -> RawKeyVault:
    return RawKeyVault(home / "store.keys")


@pytest.fixture
def store(home: Path, vault: RawKeyVault) -> Iterator[Store]:
    with Store.open(home, vault, actor="tester") as opened:
        yield opened


@pytest.fixture(params=["memory", "sqlcipher"])
def begin(request: pytest.FixtureRequest) -> OpenUnitOfWork:
    store = MemoryStore() if request.param == "memory" else request.getfixturevalue("store")
    opener: OpenUnitOfWork = store.unit_of_work
    return opener
