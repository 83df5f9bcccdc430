"""Prepare the sets of several visits by a language model while somebody waits: ask for them, run the queue, read what stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bankrm.application.prepare_sets import Outcome, PrepareSets, Task
from bankrm.application.run_queue import RunQueue
from bankrm.domain.preparation import Job
from bankrm.domain.progress import CancelToken, Report, silent


class PrepareByQueue:
    """As PrepareSets, with a queue between asking and reading; files are written of the drafts in place at the end."""

    def __init__(self, ask: PrepareSets, run: RunQueue, read: PrepareSets, token: CancelToken) -> None:
        """`token` is the one that the run and its writer heed."""
        self._ask, self._run, self._read, self._token = ask, run, read, token

    def recover(self) -> tuple[Job, ...]:
        """At start-up: the jobs that an earlier run left undone, and with which this one goes on."""
        return self._run.recover()

    def stop(self) -> None:
        """Ask the run to end as soon as it can; from any thread. It raises Cancelled then."""
        self._token.cancel()

    def __call__(
        self, tasks: Sequence[Task], kinds: Sequence[str], out: Path | None, *, report: Report = silent
    ) -> Outcome:
        """Everything that waits for this writer is written, also what was asked for before. Raises Cancelled.

        The drafts are new ones each time, but where an earlier call was left undone: then this one goes on with it.
        """
        goes_on = self._run.is_under_way()
        asked = self._ask(tasks, kinds, None, report=report)
        ran = self._run(report, afresh=not goes_on)
        read = self._read([one.task for one in asked.sets], kinds, out)
        return Outcome(read.sets, (*asked.failed, *read.failed), ran.failed, ran.paused)
