from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bankrm.adapters.system.demo_home import DemoHomeForeign, make_demo_home


def test_a_demo_home_has_a_passphrase_that_only_its_owner_reads(tmp_path: Path) -> None:
    home = make_demo_home(tmp_path / "home")
    assert len(home.passphrase.read_text().strip()) >= 24
    assert stat.S_IMODE(home.passphrase.stat().st_mode) == 0o600


def test_an_earlier_demo_is_replaced(tmp_path: Path) -> None:
    first = make_demo_home(tmp_path / "home")
    before = first.passphrase.read_text()
    (first.folder / "store.db").write_bytes(b"x")
    assert make_demo_home(tmp_path / "home").passphrase.read_text() != before
    assert not (first.folder / "store.db").exists()


@pytest.mark.parametrize("name", ["store.db", "notes.txt"])
def test_what_no_demo_made_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / name).write_bytes(b"mine")
    with pytest.raises(DemoHomeForeign):
        make_demo_home(tmp_path / "home")
    assert [path.name for path in (tmp_path / "home").iterdir()] == [name]
