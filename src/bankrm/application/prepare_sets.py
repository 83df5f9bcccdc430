"""Prepare the sets of several visits, and leave them as files where a folder is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from bankrm.application.export_draft import ExportDraft
from bankrm.application.go_ahead import Pause
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.exporting import Format
from bankrm.application.run_queue import FailedJob
from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled, Progress, Report, silent
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.client_facing import NothingToFollow, NothingToShow

SET_FILE = "visit-set.docx"
_REFUSED = {NothingToFollow: DocumentKindName.FOLLOW_UP_MAIL, NothingToShow: DocumentKindName.DISCUSSION_SHEET}


@dataclass(frozen=True, slots=True)
class Task:
    """One set to prepare: a client, and the visit; None makes a set dated today."""

    client: ClientKey
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class PreparedSet:
    """The drafts in place for one visit, and the files that were written."""

    task: Task
    day: date
    drafts: tuple[Draft, ...]
    files: tuple[Path, ...] = ()

    @property
    def client(self) -> ClientKey:
        """Whose set it is."""
        return self.task.client

    @property
    def statements(self) -> int:
        """How many statements the set holds."""
        return sum(len(draft.statements) for draft in self.drafts)

    @property
    def questioned(self) -> int:
        """How many of them a person must look at: those whose verdict is another than supported."""
        return sum(draft.questioned for draft in self.drafts)


@dataclass(frozen=True, slots=True)
class FailedSet:
    """A visit whose set did not come about, or not all of its files; what was raised says why."""

    client: ClientKey
    day: date
    error: Exception


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each visit; which documents a language model failed to write, and why it rests where some still wait."""

    sets: tuple[PreparedSet, ...] = ()
    failed: tuple[FailedSet, ...] = ()
    unwritten: tuple[FailedJob, ...] = ()
    paused: Pause | None = None


class SetOfVisit(Protocol):
    """Whatever gives the drafts in place for one visit, whether it writes, queues or only reads them."""

    def __call__(
        self, client: ClientKey, visit: Visit | None, kinds: Sequence[DocumentKindName], today: date
    ) -> tuple[Draft, ...]:
        """In the order of the kinds; `today` is the day of a set without a visit."""
        ...


class PrepareSets:
    """Visits one after the other: each is kept as soon as it is written, so that stopping loses at most the one at work."""

    def __init__(self, prepare: SetOfVisit, export: ExportDraft, clock: Clock) -> None:
        self._prepare = prepare
        self._export = export
        self._clock = clock

    def __call__(
        self, tasks: Sequence[Task], kinds: Sequence[str], out: Path | None, *, report: Report = silent
    ) -> Outcome:
        """Under `out`: `<date>_<branch>-<cif>/<kind>.json`, and one Word file with all internal kinds; nothing of what
        the client sees. A second visit to the same client on the same day gets `_2`. A visit that fails, by a bug or by a refusal,
        keeps no other from its set; nor does a paper for the client that may not come about keep its own visit from the rest."""
        sets, failed, taken = list[PreparedSet](), list[FailedSet](), set[str]()
        for done, task in enumerate(tasks):
            report(Progress("prepare", done, len(tasks)))
            day = task.visit.day if task.visit else self._clock.today()
            folder = _free_name(f"{day}_{task.client}", taken)
            try:
                drafts, refused = self._drafts(task, [DocumentKindName(kind) for kind in kinds])
                files = self._written(drafts, out / folder) if out else ()
                sets.append(PreparedSet(task, day, drafts, files))
                failed += [FailedSet(task.client, day, error) for error in refused]
            except Cancelled:
                raise
            except Exception as error:  # a border, as a job's: who asked for the sets tells bugs from refusals
                failed.append(FailedSet(task.client, day, error))
        report(Progress("prepare", len(tasks), len(tasks)))
        return Outcome(tuple(sets), tuple(failed))

    def _drafts(
        self, task: Task, kinds: Sequence[DocumentKindName]
    ) -> tuple[tuple[Draft, ...], tuple[ExpectedError, ...]]:
        """The set without what may not come about, and why it does not. Raises the last reason where nothing else was asked for."""
        try:
            return self._prepare(task.client, task.visit, kinds, self._clock.today()), ()
        except (NothingToFollow, NothingToShow) as error:
            others = [kind for kind in kinds if kind is not _REFUSED[type(error)]]
            if not others:
                raise
            drafts, refused = self._drafts(task, others)
            return drafts, (error, *refused)

    def _written(self, drafts: Sequence[Draft], folder: Path) -> tuple[Path, ...]:
        """What the client sees is no file before it is approved, and none of the set's ever."""
        internal = [draft for draft in drafts if draft.kind in INTERNAL_KINDS]
        files = [self._export([draft.id], Format.JSON, folder / f"{draft.kind}.json").path for draft in internal]
        if internal:
            files.append(self._export([draft.id for draft in internal], Format.DOCX, folder / SET_FILE).path)
        return tuple(files)


def _free_name(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free)
    return free
