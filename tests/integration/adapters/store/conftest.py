"""A real store for each test, copied from one that is created once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store


@pytest.fixture
def vault(home: Path) -> RawKeyVault:
    return RawKeyVault(home / "store.keys")


@pytest.fixture
def store(home: Path, vault: RawKeyVault) -> Iterator[Store]:
    with Store.open(home, vault, actor="tester") as opened:
        yield opened
