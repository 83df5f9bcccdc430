"""Visits' sets at the command line: by the template writer in one go, by a language model through the preparation queue."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bankrm.cli.border import say
from bankrm.cli.output import progress_bar
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled, CancelToken, Progress

if TYPE_CHECKING:
    from bankrm.application.ports.engine_plan import Engine
    from bankrm.application.prepare_by_queue import PrepareByQueue
    from bankrm.application.prepare_sets import Outcome, Task
    from bankrm.bootstrap import Program, Store

    Prepare = Callable[[Sequence[Task], Sequence[str], Path | None], Outcome]


class EngineUnavailable(ExpectedError):
    """A writer that this version does not have (details: engine)."""

    code = "engine_unavailable"


class EngineName(StrEnum):
    """ENGINE on the command line."""

    AUTO = "auto"
    TEMPLATE = "template"
    LLAMA = "llama"
    TRANSFORMERS = "transformers"
    SERVER = "server"


EngineOption = Annotated[EngineName, typer.Option(help="書き手", metavar="auto|template|llama|transformers")]
ModelOption = Annotated[
    str | None,
    typer.Option(help="言語モデル(名前、バンドルのフォルダ、.gguf)", metavar="BUNDLE", envvar="BANKRM_MODEL"),
]


@dataclass(frozen=True, slots=True)
class Wish:
    """Who shall write: an engine (None: whichever fits), with a model by its name or path (None: whichever fits)."""

    engine: Engine | None
    model: str | None

    @classmethod
    def of(cls, engine: EngineName, model: str | None) -> Wish:
        """As told on the command line. Raises EngineUnavailable for a writer that is not here."""
        from bankrm.application.ports.engine_plan import Engine

        if engine is EngineName.SERVER:
            raise EngineUnavailable(engine=engine.value)
        return cls(None if engine is EngineName.AUTO else Engine(engine.value), model)


@contextmanager
def preparation(program: Program, store: Store, wish: Wish) -> Iterator[Prepare]:
    """How to prepare visits, with progress: by a language model where there is one, told at the beginning.

    Ctrl-C while a language model writes ends as Cancelled, as soon as the model heeds it; the second one kills.
    """
    token = CancelToken()
    with program.engines.writer(wish.engine, wish.model, token) as writer:
        if writer is None:
            say("書き手: 定型")
            with progress_bar() as report:
                yield partial(program.preparation.sets(store, over_models=wish.engine is not None), report=report)
        else:
            say(f"書き手: 言語モデル {writer.model}({writer.engine})。先に定型の一式を置きます。")
            with _by_queue(program.preparation.queue(store, writer, token)) as prepare:
                yield prepare


@contextmanager
def _by_queue(queue: PrepareByQueue) -> Iterator[Prepare]:
    """By the queue; what it left undone before is named and goes on."""
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
