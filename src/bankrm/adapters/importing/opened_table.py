"""A CSV or Excel file whose profile is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.adapters.importing.matching import Match, best_matches
from bankrm.adapters.importing.profiles import Profile
from bankrm.adapters.importing.table import Sheet
from bankrm.adapters.importing.tables import TableRows
from bankrm.application.ports.readers import (
    Finding,
    KnownClients,
    ProfileMismatch,
    ProfileUndecided,
    ProfileUnknown,
    ReadRow,
    SourceFile,
)

_CLOSE = 0.02  # two profiles whose scores differ by less are not told apart


class OpenedTable:
    """One or more sheets under their profiles; `rows` gives them in the order of the sheets."""

    total: int | None

    def __init__(
        self, kind: str, tables: Sequence[tuple[TableRows, Match]], total: int | None, warnings: Sequence[Finding]
    ) -> None:
        self.type, self.total = kind, total
        self._tables = tables
        self.profile = "+".join(dict.fromkeys(match.profile.name for _, match in tables))
        self.rank = min(match.profile.type.rank for _, match in tables)
        self.warnings = (*warnings, *(warning for rows, _ in tables for warning in rows.warnings()))

    def rows(self, clients: KnownClients) -> Iterator[ReadRow]:  # noqa: ARG002
        """Every row below the headers."""
        for rows, _ in self._tables:
            yield from rows


def open_csv(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedTable:
    """A CSV or TSV file. Raises EncodingUnreadable, FileCorrupt, ProfileUndecided, ProfileUnknown, ProfileMismatch, AsOfMissing."""
    from bankrm.adapters.importing.csv_sheet import CsvSheet

    sheet = CsvSheet(file)
    match = _chosen(file, sheet, profiles, forced)
    rows = TableRows(sheet, match, str(file.path))
    note = () if sheet.encoding in ("utf-8", "cp932") else (Finding("unusual_encoding", column=sheet.encoding),)
    return OpenedTable("csv", [(rows, match)], sheet.total, note)


def open_xlsx(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedTable:
    """An Excel workbook: every visible sheet that a profile fits; the others are named in the warnings. Raises as `open_csv` does."""
    from bankrm.adapters.importing.xlsx_sheet import ExcelBook

    book = ExcelBook(file)
    tables, warnings, refusals = [], list(book.warnings), []
    for sheet in book.sheets:
        try:
            match = _chosen(file, sheet, profiles, forced)
        except (ProfileUndecided, ProfileMismatch) as refused:
            refusals.append(refused)
            warnings.append(Finding("sheet_not_matched", column=f"#{sheet.position}"))
        else:
            tables.append((TableRows(sheet, match, str(file.path)), match))
    if not tables:
        raise refusals[0] if refusals else ProfileUndecided(path=str(file.path), candidates=[])
    return OpenedTable("xlsx", tables, None, warnings)


def _chosen(file: SourceFile, sheet: Sheet, profiles: Sequence[Profile], forced: str | None) -> Match:
    """The forced profile, else the one that fits best by far enough."""
    if forced is not None:
        return _forced(file, sheet, profiles, forced)
    matches = best_matches(sheet, profiles)
    if not matches or not matches[0].fits or _undecided(matches):
        candidates = [match.profile.name for match in matches[:3]] or [profile.name for profile in profiles]
        raise ProfileUndecided(path=str(file.path), candidates=candidates)
    return matches[0]


def _undecided(matches: Sequence[Match]) -> bool:
    return len(matches) > 1 and matches[1].fits and matches[0].score - matches[1].score < _CLOSE


def _forced(file: SourceFile, sheet: Sheet, profiles: Sequence[Profile], name: str) -> Match:
    chosen = [profile for profile in profiles if profile.name == name]
    if not chosen:
        raise ProfileUnknown(name=name, known=[profile.name for profile in profiles])
    matches = best_matches(sheet, chosen)
    if not matches or matches[0].missing:
        missing = matches[0].missing if matches else chosen[0].required
        raise ProfileMismatch(path=str(file.path), profile=name, missing=sorted(missing))
    return matches[0]
