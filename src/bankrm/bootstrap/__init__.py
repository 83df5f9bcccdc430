"""Composition root: the only package that names concrete adapters. Everything heavy is imported where it is first needed."""

from typing import TYPE_CHECKING

from bankrm.bootstrap.folderless import (
    cipher_version,
    clock_of,
    first_bad_entry,
    make_demo_home,
    recogniser,
    search_passages,
)
from bankrm.bootstrap.program import Program

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store  # the commands name it by this package

__all__ = [
    "Program",
    "Store",
    "cipher_version",
    "clock_of",
    "first_bad_entry",
    "make_demo_home",
    "recogniser",
    "search_passages",
]
