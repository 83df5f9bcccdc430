"""What the program and its engine worker say to each other, as values and as JSON.

To the worker: `load` once, then `count`, `ask`, `weigh`, and `cancel` while one is answered; or `quantise` alone. From it: `progress` while
weights are read, `loaded`, `counted`, `text` (pieces of an answer; empty ones while the prompt is read, as a sign of life), `answered`,
`weighed`, `quantised`, `cancelled`, `failed`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bankrm.adapters.engines.frames import Message
from bankrm.domain.progress import Progress
from bankrm.drafting.ports import (
    Answer,
    ContextOverflow,
    Finish,
    ModelError,
    ModelFailed,
    ModelIdentity,
    ModelUnusable,
    Prefix,
    Question,
    Sampling,
    Usage,
)

_ERRORS = {error.code: error for error in (ModelUnusable, ModelFailed, ContextOverflow)}


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """Which engine loads which weights (a GGUF file, or a safetensors bundle's folder), and how.

    `folder` is the worker's own, fresh, for its socket; `threads` counts cores to use; `quantise` names how full weights are made small
    while they are read; `memory_mib` is the most GPU memory to take, 0 for all that is free.
    """

    engine: str  # llama | transformers
    name: str
    weights: str
    sha256: str
    context_tokens: int
    threads: int
    device: str = "cpu"  # cpu | cuda
    folder: str = ""
    quantise: str = ""  # "" | nf4
    memory_mib: int = 0
    gpu: str = ""  # the card's uuid, where there are several


def ask_message(prefix: Prefix, question: Question) -> Message:
    """A question to the worker."""
    return {"do": "ask", "prefix": asdict(prefix), "question": asdict(question)}


def asked(message: Message) -> tuple[Prefix, Question]:
    """The question in a message."""
    question = message["question"]
    sampling = Sampling(**question.pop("sampling"))
    return Prefix(**message["prefix"]), Question(**question, sampling=sampling)


def answer_message(answer: Answer) -> Message:
    """An answer from the worker."""
    return {"is": "answered", "answer": asdict(answer)}


def answered(message: Message) -> Answer:
    """The answer in a message."""
    told: dict[str, Any] = message["answer"]
    return Answer(told["text"], Finish(told["finish"]), Usage(**told["usage"]))


def identity_of(message: Message) -> ModelIdentity:
    """Who was loaded."""
    return ModelIdentity(**message["identity"])


def progress_message(progress: Progress) -> Message:
    """How far the worker is."""
    return {"is": "progress", "progress": asdict(progress)}


def progress_of(message: Message) -> Progress:
    """How far the worker is."""
    return Progress(**message["progress"])


def failure_message(error: ModelError) -> Message:
    """An error from the worker: its code and details, which hold no customer text."""
    return {"is": "failed", "error": error.code, "details": error.details}


def failure(message: Message) -> ModelError:
    """The error in a message."""
    return _ERRORS[message["error"]](**message["details"])
