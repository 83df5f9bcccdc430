"""The house's plan: which way imports point, and what start-up must not carry."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "sqlalchemy", "sqlmodel", "sqlcipher3", "alembic", "docx", "openpyxl", "pypdf", "sudachipy", "keyring", "cryptography",
    "argon2", "icalendar", "rich",
)  # fmt: skip


def test_imports_keep_their_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["prepare", "--help"]])
def test_help_imports_no_heavy_library(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom bankrm.cli.app import guarded\n"
        f"assert guarded({arguments!r}) == 0\n"
        f"print('heavy:', *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr.split() == ["heavy:"]


def test_only_the_composition_root_names_adapters() -> None:
    naming = [
        path.relative_to(ROOT)
        for path in (ROOT / "src" / "bankrm").rglob("*.py")
        if "bankrm.adapters" in path.read_text(encoding="utf-8") and "adapters" not in path.relative_to(ROOT).parts
    ]
    assert {path.parts[:3] for path in naming} == {("src", "bankrm", "bootstrap")}
