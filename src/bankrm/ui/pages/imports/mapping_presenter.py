"""列の対応: one table whose layout nobody has told yet; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from bankrm.application.file_report import FileReport
from bankrm.application.lay_out_table import LayoutCheck, LayOutTable, TableToMap
from bankrm.application.ports.layouts import (
    Layout,
    ProfileNameTaken,
    Proposal,
    RawLine,
    RawSheet,
    RecordField,
    RecordKind,
)
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress
from bankrm.ui.jobs import Jobs, Running

T = TypeVar("T")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of the file: its header, what stands below it, and the field that it goes to (empty for none)."""

    place: int
    header: str
    examples: tuple[str, ...]
    field: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the page shows while a table is laid out."""

    path: Path
    sheets: tuple[RawSheet, ...]
    head: tuple[RawLine, ...]
    kinds: tuple[RecordKind, ...]
    layout: Layout
    columns: tuple[ColumnRow, ...]
    stated_unit: str

    @property
    def kind(self) -> RecordKind:
        """The record type that is laid out."""
        return next(kind for kind in self.kinds if kind.name == self.layout.record)

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """Its fields."""
        return self.kind.fields


class MappingView(Protocol):
    """The panel, as its presenter sees it."""

    def show_mapping(self, mapping: Mapping, profiles: Sequence[str]) -> None:
        """The table with the layout as it stands."""
        ...

    def show_check(self, check: LayoutCheck) -> None:
        """What is still to be settled, and the first rows as they will be read."""
        ...

    def show_trial(self, report: FileReport | None, progress: Progress | None = None) -> None:
        """How the whole file would come out; with None how far the trial is, or nothing."""
        ...

    def show_refusal(self, error: ExpectedError | None, *, may_replace: bool = False) -> None:
        """Why it could not be saved; `may_replace` where an own profile of that name stands."""
        ...

    def close_mapping(self) -> None:
        """Nothing more to lay out."""
        ...


class MappingPresenter:
    """Every choice is shown at once and checked on the file; the last check counts."""

    def __init__(
        self,
        view: MappingView,
        jobs: Jobs,
        lay_out: Callable[[Path], LayOutTable],
        names: Callable[[], Sequence[str]],
        use: Callable[[Path, str], None],
    ) -> None:
        """`names` are the profiles that there are, `use` imports a file with one."""
        self._view, self._jobs, self._lay_out, self._names, self._use = view, jobs, lay_out, names, use
        self._table: LayOutTable | None = None
        self._path = Path()
        self._begun: TableToMap | None = None
        self._proposal: Proposal | None = None
        self._trial: Running | None = None
        self._profiles: Sequence[str] = ()

    def open(self, path: Path) -> None:
        """Begin with a file."""
        self._leave()
        table = self._table = self._lay_out(path)
        self._path = path

        def begun(answer: tuple[TableToMap, Sequence[str]]) -> None:
            self._begun, self._profiles = answer
            self._show(self._begun.proposal)

        self._jobs.start(
            lambda _token, _report: (table.begin(), self._names()),
            self._of(table, begun),
            failed=self._of(table, self._view.show_refusal),
        )

    def close(self) -> None:
        """Leave the table."""
        self._leave()
        self._view.close_mapping()

    def choose(self, *, sheet: int | None = None, record: str | None = None, header: int | None = None) -> None:
        """Another sheet, record type or header line: columns are proposed anew."""
        if self._proposal is None or self._table is None:
            return
        table, layout = self._table, self._proposal.layout
        told = (
            (sheet, layout.record if record is None else record, 0)
            if sheet is not None
            else (layout.sheet, layout.record if record is None else record, header or layout.header)
        )
        self._jobs.read(lambda: table.propose(*told), self._of(table, self._proposed), key="import-propose")

    def assign(self, place: int, field: str) -> None:
        """A column goes to a field, and no other does; an empty field is not imported."""
        if self._proposal is None:
            return
        layout = self._proposal.layout
        columns = {name: where for name, where in layout.columns.items() if where != place and name != field}
        if field:
            columns[field] = place
        guessed = self._proposal.guessed & {
            name for name, where in columns.items() if layout.columns.get(name) == where
        }
        self._show(replace(self._proposal, layout=replace(layout, columns=columns), guessed=guessed - {field}))

    def amend(self, **choices: str | int) -> None:
        """Unit, meaning of short dates, branch of all rows, width of the CIF."""
        if self._proposal:
            self._show(replace(self._proposal, layout=replace(self._proposal.layout, **choices)))  # type: ignore[arg-type]

    def try_out(self) -> None:
        """Read the whole file and keep nothing."""
        if self._proposal is None or self._table is None:
            return
        self.stop_trial()
        table, layout = self._table, self._proposal.layout
        self._view.show_trial(None, Progress("import", 0))
        self._trial = self._jobs.start(
            lambda token, report: table.try_out(layout, token=token, report=report),
            self._of(table, self._view.show_trial),
            report=self._of(table, lambda progress: self._view.show_trial(None, progress)),
            failed=self._of(table, self._view.show_refusal),
        )

    def stop_trial(self) -> None:
        """Read no further."""
        if self._trial:
            self._trial.cancel()
            self._trial = None

    def keep(self, name: str, *, replace_own: bool = False) -> None:
        """Save the layout under a name and import the file with it."""
        if self._proposal is None or self._table is None:
            return
        table, layout = self._table, self._proposal.layout
        self._view.show_refusal(None)
        self._jobs.act(
            lambda: table.keep(layout, name, replace=replace_own),
            self._of(table, lambda _changes: self.use(name.strip())),
            failed=self._of(table, self._not_kept),
        )

    def use(self, profile: str) -> None:
        """Import the file with a profile that is there."""
        path = self._path
        self.close()
        self._use(path, profile)

    def _leave(self) -> None:
        self.stop_trial()
        self._table = self._begun = self._proposal = None

    def _of(self, table: LayOutTable, show: Callable[[T], None]) -> Callable[[T], None]:
        """Lets pass only what comes while this table is still laid out."""
        return lambda answer: show(answer) if table is self._table else None

    def _not_kept(self, error: ExpectedError) -> None:
        own = isinstance(error, ProfileNameTaken) and not error.details["shipped"]
        self._view.show_refusal(error, may_replace=own)

    def _proposed(self, proposal: Proposal) -> None:
        before = self._proposal
        if before:
            kept = before.layout
            proposal = replace(
                proposal,
                layout=replace(
                    proposal.layout,
                    unit=kept.unit,
                    short_dates=kept.short_dates,
                    branch=kept.branch,
                    cif_width=kept.cif_width,
                ),
            )
        self._show(proposal)

    def _show(self, proposal: Proposal) -> None:
        assert self._begun
        assert self._table
        self.stop_trial()
        self._proposal = proposal
        layout, table = proposal.layout, self._table
        head = next(sheet.head for sheet in self._begun.sheets if sheet.position == layout.sheet)
        mapping = Mapping(
            self._path,
            self._begun.sheets,
            head,
            self._begun.kinds,
            layout,
            _columns(head, proposal),
            proposal.stated_unit,
        )
        self._view.show_mapping(mapping, self._profiles)
        self._view.show_trial(None)
        self._jobs.read(lambda: table.check(layout), self._of(table, self._view.show_check), key="import-check")


def _columns(head: Sequence[RawLine], proposal: Proposal) -> tuple[ColumnRow, ...]:
    """The columns that have a header, in their order."""
    layout = proposal.layout
    header = next((line for line in head if line.number == layout.header), RawLine(0, ()))
    below = [line.cells for line in head if line.number > layout.header][:_EXAMPLES]
    fields = {place: name for name, place in layout.columns.items()}
    return tuple(
        ColumnRow(
            place,
            text,
            tuple(cells[place] for cells in below if place < len(cells)),
            fields.get(place, ""),
            fields.get(place, "") in proposal.guessed,
        )
        for place, text in enumerate(header.cells)
        if text
    )
