"""Which row of a table is its header, and which profile fits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bankrm.adapters.importing.headers import plain_header
from bankrm.adapters.importing.profiles import Profile
from bankrm.adapters.importing.table import Cell, Line, Sheet, is_blank

LOOKED_AT = 30  # lines in which a header is looked for
_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """A profile on a header row. `columns` maps a field to its column; `score` is 0 to 1, 0 where a needed column is missing.

    `known` is the share of columns that the profile knows, whatever is missing.
    """

    profile: Profile
    titles: tuple[Line, ...]
    header: Line
    columns: Mapping[str, int]
    missing: frozenset[str]
    known: float
    score: float

    @property
    def fits(self) -> bool:
        """Whether rows may be read with it."""
        return self.score >= _THRESHOLD


def best_matches(sheet: Sheet, profiles: Sequence[Profile]) -> list[Match]:
    """The best header row for each profile, best profile first."""
    head = list(islice(sheet.lines(), LOOKED_AT))
    best = [max(_matches(profile, head), key=_quality, default=None) for profile in profiles]
    return sorted((match for match in best if match), key=_quality, reverse=True)


def matches_at(sheet: Sheet, profiles: Sequence[Profile], header: int) -> list[Match]:
    """Each profile on the line of that number, the best first."""
    head = list(islice(sheet.lines(), LOOKED_AT))
    found = [match for profile in profiles for match in _matches(profile, head) if match.header.number == header]
    return sorted(found, key=_quality, reverse=True)


def unknown_columns(match: Match) -> tuple[str, ...]:
    """Headers that the profile does not know, as the table writes them."""
    taken = set(match.columns.values())
    return tuple(
        header_text(cell)
        for place, cell in enumerate(match.header.cells)
        if not is_blank(cell) and place not in taken and plain_header(str(cell)) not in match.profile.ignored
    )


def header_text(cell: Cell) -> str:
    """A header on one line."""
    return "" if cell is None else "".join(str(cell).split())


def _quality(match: Match) -> tuple[float, float, int]:
    return match.score, match.known, -match.header.number


def _matches(profile: Profile, head: Sequence[Line]) -> Iterator[Match]:
    for place, line in enumerate(head):
        headers = [plain_header(cell) if isinstance(cell, str) else "" for cell in line.cells]
        columns = _columns(profile, headers)
        if columns:
            yield _match(profile, tuple(head[:place]), line, headers, columns)


def _columns(profile: Profile, headers: Sequence[str]) -> dict[str, int]:
    """The first column of each field."""
    columns: dict[str, int] = {}
    for place, header in enumerate(headers):
        if header and (field := profile.field_of(header)):
            columns.setdefault(field, place)
    return columns


def _match(
    profile: Profile, titles: tuple[Line, ...], line: Line, headers: Sequence[str], columns: Mapping[str, int]
) -> Match:
    missing = profile.required - set(columns)
    if profile.type.one_of and profile.type.one_of.isdisjoint(columns):
        missing |= profile.type.one_of
    filled = [header for header in headers if header]
    ignored = sum(1 for header in filled if header in profile.ignored)
    known = (len(columns) + ignored) / len(filled)
    share_of_profile = len(columns) / len(profile.fields)
    score = 0.0 if missing else 0.8 * known + 0.2 * share_of_profile
    return Match(profile, titles, line, columns, missing, known, score)
