"""What a model's own files tell of it, whatever their format."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.model_memory import CacheShape

MOST_HEADER_BYTES = 64 << 20  # the largest vocabularies known need about 15 MB


class Damaged(Exception):
    """A model's header is not what its format says; whoever knows the file's path translates it."""


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """Read from headers alone. `memory_weights_bytes` is what the weights need once loaded by the engine of their format.

    `name`, `licence` and `quantisation` are empty where the files do not tell.
    """

    architecture: str
    context_tokens: int
    cache: CacheShape
    memory_weights_bytes: int
    chat_template: bool
    name: str = ""
    licence: str = ""
    quantisation: str = ""
