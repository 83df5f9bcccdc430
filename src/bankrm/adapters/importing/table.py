"""Tables as files hold them: lines of cells, before anybody knows what the columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

Cell = str | int | float | date | None
"""Text as it stands; numbers and dates only where the file itself stores them so (Excel). Empty cells are None or ''."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table with its number in the file, from 1 (a record of several text lines has that of its first)."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> int:
        """How many cells hold anything."""
        return sum(1 for cell in self.cells if not is_blank(cell))


class Sheet(Protocol):
    """A table that can be read from its first line again and again."""

    def lines(self) -> Iterator[Line]:
        """All lines, blank ones left out. Raises ImportRefused where the file breaks off."""
        ...


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
