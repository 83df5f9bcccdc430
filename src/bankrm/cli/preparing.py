"""Visits' sets at the command line: by the template writer in one go, by a language model through the preparation queue."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bankrm.cli.border import say
from bankrm.cli.output import progress_bar
from bankrm.domain.progress import Cancelled, Progress

if TYPE_CHECKING:
    from bankrm.application.prepare_by_queue import PrepareByQueue
    from bankrm.application.prepare_sets import Outcome, PrepareSets, Task

    Prepare = Callable[[Sequence[Task], Sequence[str], Path | None], Outcome]


@contextmanager
def preparation(by_template: PrepareSets, queue: PrepareByQueue | None) -> Iterator[Prepare]:
    """How to prepare visits, with progress: by the queue where there is one; what it left undone before is named and goes on.

    Ctrl-C while a language model writes ends as Cancelled, as soon as the model heeds it; the second one kills.
    """
    if queue is None:
        with progress_bar() as report:
            yield partial(by_template, report=report)
        return
    for job in queue.recover():
        say(f"続きから書きます: {job.day} {job.client} {job.kind}({job.sections_done}/{job.sections_total}節まで済み)")
    so_far = Progress("write", 0)
    with _ctrl_c(queue.stop), progress_bar() as report:

        def hear(progress: Progress) -> None:
            nonlocal so_far
            so_far = progress
            report(progress)

        try:
            yield partial(queue, report=hear)
        except Cancelled:
            say(
                f"言語モデルの下書きは{so_far.done}/{so_far.total}節まで書けています。次の bankrm prepare で続きから書きます。"
            )
            raise


@contextmanager
def _ctrl_c(stop: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl-C asks work to stop; from then on it does what it always does."""

    def ask(*_: object) -> None:
        signal.signal(signal.SIGINT, always)
        stop()

    always = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, always)
