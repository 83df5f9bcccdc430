"""Prepare the sets of several visits, and leave them as files where a folder is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bankrm.application.export_draft import ExportDraft
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.exporting import Format
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, Statement, Verdict
from bankrm.domain.progress import Progress, Report, silent
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit

SET_FILE = "visit-set.docx"


@dataclass(frozen=True, slots=True)
class Task:
    """One set to prepare: a client, and the visit; None makes a set dated today."""

    client: ClientKey
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class PreparedSet:
    """What was drafted for one visit, and the files that were written."""

    client: ClientKey
    day: date
    drafts: tuple[Draft, ...]
    files: tuple[Path, ...] = ()

    @property
    def statements(self) -> int:
        """How many statements the set holds."""
        return len(list(_statements(self.drafts)))

    @property
    def questioned(self) -> int:
        """How many of them a person must look at: those whose verdict is another than supported."""
        return sum(s.verdict not in (None, Verdict.SUPPORTED) for s in _statements(self.drafts))


@dataclass(frozen=True, slots=True)
class FailedSet:
    """A visit whose set did not come about, or not all of its files; what was raised says why."""

    client: ClientKey
    day: date
    error: Exception


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each visit."""

    sets: tuple[PreparedSet, ...] = ()
    failed: tuple[FailedSet, ...] = ()


class PrepareSets:
    """Visits one after the other: each is kept as soon as it is written, so that stopping loses at most the one at work."""

    def __init__(self, prepare: PrepareVisit, export: ExportDraft, clock: Clock) -> None:
        self._prepare = prepare
        self._export = export
        self._clock = clock

    def __call__(
        self, tasks: Sequence[Task], kinds: Sequence[str], out: Path | None, *, report: Report = silent
    ) -> Outcome:
        """Under `out`: `<date>_<branch>-<cif>/<kind>.json`, and one Word file with all kinds. A second visit to the same client on
        the same day gets `_2`. A visit that fails, by a bug or by a refusal, keeps no other from its set."""
        sets, failed, taken = list[PreparedSet](), list[FailedSet](), set[str]()
        for done, task in enumerate(tasks):
            report(Progress("prepare", done, len(tasks)))
            day = task.visit.day if task.visit else self._clock.today()
            folder = _free_name(f"{day}_{task.client}", taken)
            try:
                sets.append(self._prepared(task, day, kinds, out / folder if out else None))
            except Exception as error:  # a border, as a job's: who asked for the sets tells bugs from refusals
                failed.append(FailedSet(task.client, day, error))
        report(Progress("prepare", len(tasks), len(tasks)))
        return Outcome(tuple(sets), tuple(failed))

    def _prepared(self, task: Task, day: date, kinds: Sequence[str], folder: Path | None) -> PreparedSet:
        names = [DocumentKindName(kind) for kind in kinds]
        drafts = self._prepare(task.client, task.visit, names, self._clock.today())
        return PreparedSet(task.client, day, drafts, self._written(drafts, folder) if folder else ())

    def _written(self, drafts: Sequence[Draft], folder: Path) -> tuple[Path, ...]:
        files = [self._export([draft.id], Format.JSON, folder / f"{draft.kind}.json").path for draft in drafts]
        return (*files, self._export([draft.id for draft in drafts], Format.DOCX, folder / SET_FILE).path)


def _free_name(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free)
    return free


def _statements(drafts: Sequence[Draft]) -> list[Statement]:
    return [statement for draft in drafts for section in draft.sections for statement in section.statements]
