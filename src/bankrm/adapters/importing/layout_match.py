"""A layout on its table: as a profile that knows every column of the header, and what still keeps it from being used."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bankrm.adapters.importing.headers import as_of_in_titles, plain_header
from bankrm.adapters.importing.matching import LOOKED_AT, Match
from bankrm.adapters.importing.profiles import Field, Profile
from bankrm.adapters.importing.records import RECORD_TYPES
from bankrm.adapters.importing.row_values import cell_at
from bankrm.adapters.importing.table import Cell, Line, Sheet, is_blank
from bankrm.application.ports.layouts import Layout, LayoutFault


def profile_of(header: Line, layout: Layout, name: str) -> Profile:
    """The layout as a profile that knows every column of this header."""
    kinds = RECORD_TYPES[layout.record].kinds
    fields = {
        field: Field(
            frozenset({plain_cell(cell_at(header, place))}),
            kinds[field],
            unit=layout.unit if kinds[field] == "amount" else "",
            width=layout.cif_width if kinds[field] == "cif" else 0,
        )
        for field, place in layout.columns.items()
    }
    taken = {plain_cell(cell_at(header, place)) for place in layout.columns.values()}
    ignored = frozenset(plain for cell in header.cells if (plain := plain_cell(cell)) and plain not in taken)
    constants = {"branch": layout.branch} if layout.branch and "branch" not in layout.columns else {}
    return Profile(name, name, layout.record, fields, constants, (), ignored, layout.short_dates)


def match_of(sheet: Sheet, layout: Layout) -> Match | None:
    """The layout on its header line; None where it has no such line, or the 店番 for all rows is none."""
    head = list(islice(sheet.lines(), LOOKED_AT))
    header = next((line for line in head if line.number == layout.header), None)
    if header is None or not _fits(header, layout):
        return None
    profile = profile_of(header, layout, "")
    titles = tuple(line for line in head if line.number < layout.header)
    missing = profile.required - layout.columns.keys()
    return Match(profile, titles, header, layout.columns, missing, known=1.0, score=1.0)


def _fits(header: Line, layout: Layout) -> bool:
    usable = all(plain_cell(cell_at(header, place)) for place in layout.columns.values())
    return usable and not _bad_branch(layout) and not all(is_blank(cell) for cell in header.cells)


def _bad_branch(layout: Layout) -> bool:
    constant = layout.branch if "branch" not in layout.columns else ""
    return bool(constant) and not (len(constant) == 3 and constant.isascii() and constant.isdigit())


def faults_of(layout: Layout, match: Match | None) -> Iterator[LayoutFault]:
    """What keeps a layout from being used, on the match that it makes."""
    if match is None:
        yield LayoutFault("branch_invalid", "branch") if _bad_branch(layout) else LayoutFault("header_missing")
        return
    record = RECORD_TYPES[layout.record]
    yield from (LayoutFault("field_missing", field) for field in record.kinds if field in match.missing)
    if record.one_of and record.one_of.isdisjoint(layout.columns):
        yield LayoutFault("one_of_missing")
    stated = as_of_in_titles(match.titles)
    if record.as_of_required and not stated and "as_of" not in layout.columns:
        yield LayoutFault("as_of_missing", "as_of")
    plain = [plain_cell(cell) for cell in match.header.cells]
    for field, place in layout.columns.items():
        if plain.index(plain[place]) != place:
            yield LayoutFault("header_twice", field)


def plain_cell(cell: Cell) -> str:
    """A header cell as it is compared, empty where it is none."""
    return plain_header(cell) if isinstance(cell, str) else ""
