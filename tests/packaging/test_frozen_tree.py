"""The frozen program: what is in its tree, what must not be, and that it works from another folder with nothing of Python's about it.

`make freeze` makes the tree and runs this; without a tree it is skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench.small_model import small_gguf

from bankrm.adapters.system.resources import Resources

TREE = Path(__file__).parents[2] / "build" / "frozen" / "bankrm"
INSIDE = TREE / "_internal"
MOST_BYTES = 520_000_000
MOST_OF_LLAMA = 30_000_000  # 106 MB with its debug symbols
SUFFIX = ".exe" if sys.platform == "win32" else ""
FORBIDDEN = (
    "torch", "transformers", "accelerate", "bitsandbytes", "llguidance", "tokenizers", "numpy", "tkinter", "pytest",
    "WebEngine", "Qml", "Quick", "VirtualKeyboard", "sudachidict_small", "sudachidict_full",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not TREE.is_dir(), reason="no frozen tree; make freeze makes one")


def _files() -> list[Path]:
    return [path for path in TREE.rglob("*") if path.is_file() and not path.is_symlink()]


def _frozen(name: str, *arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an executable of the tree from another folder, with none of this environment's Python or library paths."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LD_", "QT_"))}
    command = [str(TREE / f"{name}{SUFFIX}"), *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )


def test_the_tree_is_no_larger_than_it_may_be() -> None:
    total = sum(path.stat().st_size for path in _files())
    assert total <= MOST_BYTES, f"{total:,}"


@pytest.mark.parametrize("forbidden", FORBIDDEN)
def test_what_must_not_be_is_not_in_the_tree(forbidden: str) -> None:
    named = [path for path in TREE.rglob("*") if forbidden.lower() in str(path.relative_to(TREE)).lower()]
    assert named == []


@pytest.mark.parametrize("name", ["bankrm", "bankrm-engine"])
def test_both_executables_stand_side_by_side(name: str) -> None:
    assert os.access(TREE / f"{name}{SUFFIX}", os.X_OK)


def test_no_link_leads_nowhere() -> None:
    assert [path for path in TREE.rglob("*") if path.is_symlink() and not path.exists()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="strip is Linux's")
def test_llama_has_lost_what_only_a_debugger_reads() -> None:
    (library,) = (INSIDE / "xllamacpp").glob("*.so")
    assert library.stat().st_size <= MOST_OF_LLAMA


def test_the_programs_own_data_is_where_it_looks() -> None:
    resources = Resources.locate(frozen_tree=str(INSIDE))
    assert resources.root == INSIDE / "bankrm" / "_resources"
    assert resources.files("fonts", ".ttf")
    assert Resources.locate(frozen_tree=str(INSIDE), folder="models").root == INSIDE / "bankrm" / "_models"
    assert (INSIDE / "sudachidict_core" / "resources" / "system.dic").stat().st_size > 100_000_000


def test_it_does_its_work(tmp_path: Path) -> None:
    model = small_gguf()
    done = _frozen("bankrm", "--self-check", *(("--model", model) if model else ()), folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert list(tmp_path.glob("*")) == []


def test_the_worker_ends_when_nobody_speaks_to_it(tmp_path: Path) -> None:
    assert _frozen("bankrm-engine", folder=tmp_path).returncode == 0
