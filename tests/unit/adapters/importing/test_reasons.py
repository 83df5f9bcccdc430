from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.fakes.files import PROFILES

from bankrm.adapters.importing.profiles import load_profiles
from bankrm.application.ports.readers import FINDING_REASONS, SKIP_REASONS

SOURCE = Path(__file__).parents[4] / "src" / "bankrm"
FILES = (
    *(SOURCE / "adapters" / "importing").glob("*.py"),
    *(SOURCE / "application" / name for name in ("import_files.py", "import_file.py", "known_clients.py")),
)


def given(*names: str) -> Iterator[str]:
    """The literal first argument of every call of these names."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def test_every_reason_that_the_code_gives_is_one_that_the_screen_can_put_into_words() -> None:
    found = set(given("Finding", "CellError"))
    assert len(found) > 25
    assert found <= FINDING_REASONS


def test_every_shipped_rule_for_leaving_rows_out_has_a_known_reason() -> None:
    assert {skip.reason for profile in load_profiles([PROFILES]) for skip in profile.skips} <= SKIP_REASONS
