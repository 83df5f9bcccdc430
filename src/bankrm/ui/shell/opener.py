"""Opens the store of one data folder, or the sample bank beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bankrm.bootstrap import Program, make_demo_home
from bankrm.domain.recipes import VISIT_SET
from bankrm.ui.shell.opening import Opened

if TYPE_CHECKING:
    from bankrm.bootstrap import Store

SAMPLE_DAY = date(2026, 11, 20)  # the day on which the sample bank lives: its visits are on the business day after
_SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class ProgramOpener:
    """As `Opener`, by the program."""

    program: Program

    @property
    def needs_passphrase(self) -> bool:
        """As `Opener.needs_passphrase`."""
        vault = self.program.vault
        return "os" not in vault.wraps() and vault.passphrase_file is None

    def open(self, passphrase: str | None) -> Opened:
        """As `Opener.open`."""
        program = self._with(passphrase)
        return Opened(program, program.open_store())

    def create(self, passphrase: str | None) -> Opened:
        """As `Opener.create`."""
        program = self._with(passphrase)
        return Opened(program, program.create_store())

    def sample(self) -> Opened:
        """As `Opener.sample`; what an earlier try left unfinished is made anew."""
        folder = self.program.home / _SAMPLE
        passphrase, done = folder / "passphrase", folder / "ready"
        program = Program.of(folder, SAMPLE_DAY, passphrase)
        if done.exists():
            return Opened(program, program.open_store())
        make_demo_home(folder)
        store = program.create_store()
        _fill(program, store)
        done.touch()
        return Opened(program, store)

    def _with(self, passphrase: str | None) -> Program:
        return self.program.with_passphrase(passphrase) if passphrase else self.program


def _fill(program: Program, store: Store) -> None:
    """The sample bank's records, and the sets of its next business day."""
    program.records.import_files(store)([program.resources.path("sample")])
    day = program.calendar.next_open(program.clock.today())
    prepare = program.preparation.visit(store)
    for row in program.queries.visits(store)(day, day):
        prepare(row.visit.client, row.visit, VISIT_SET, day)
