"""Model bundles: language models as folders with a manifest, checked byte for byte before they are used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ModelFormat(StrEnum):
    """The two formats that hold numbers and nothing that runs."""

    GGUF = "gguf"
    SAFETENSORS = "safetensors"


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """One installed model. `weights` is the GGUF file, or the folder of a safetensors model; `sha256` is the digest of all its files.

    `memory_mib` is what it needs at its context length, weights and cache together; `prompt_profile` names how it is asked.
    """

    name: str
    format: ModelFormat
    weights: Path
    sha256: str
    bytes: int
    licence: str
    architecture: str
    context_tokens: int
    memory_mib: int
    prompt_profile: str
    quantisation: str = ""
