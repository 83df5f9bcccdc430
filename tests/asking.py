"""What the tests of the engines ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import Answer, Prefix, Question

PREFIX = Prefix("Use only these notes.", "[E1] The president expects higher sales.\n[E2] A new press comes in May.\n")
OTHER = Prefix("Be brief.", "[E1] Nothing is known.\n")
LONG = Prefix(
    "Use only these notes.", "The president expects higher sales next year. " * 70
)  # over 600 tokens: three steps
QUESTIONS = (
    Question("What does the president expect?", "", 12),
    Question("When does the press come?", "", 12),
    Question("Name one risk.", "", 12),
)
LINE = r'start: "[E" /[12]/ "] 社長は" ("増収" | "減収") "と話した。"' + "\n"


CONTEXT = 2048


def plan_of(engine: str, weights: Path) -> LoadPlan:
    return LoadPlan(engine, "small", str(weights), "0" * 64, CONTEXT, 2)


def ask(model: WorkerModel, question: Question, prefix: Prefix = PREFIX) -> Answer:
    return model.ask(prefix, question, token=CancelToken())


def texts(model: WorkerModel) -> tuple[str, ...]:
    """The answers to all questions, in their order."""
    return tuple(ask(model, question).text for question in QUESTIONS)


class Stop:
    """Asks for a stop at the first piece that `when` holds for."""

    def __init__(self, when: Callable[[str], bool]) -> None:
        self.token, self.heard = CancelToken(), ""
        self._when = when

    def __call__(self, piece: str) -> None:
        self.heard += piece
        if self._when(piece):
            self.token.cancel()
