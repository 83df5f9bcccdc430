"""An empty store that costs nothing: made once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("template") / "home"
    Store.create(home, RawKeyVault(home / "store.keys"), actor="tester").close()
    return home


@pytest.fixture
def home(empty_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_home, tmp_path / "home"))
