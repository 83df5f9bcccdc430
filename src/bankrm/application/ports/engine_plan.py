"""Which engines to try with which model, in what order, and why: decided by policy, machine and installed models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bankrm.application.ports.hardware import Gpu
from bankrm.application.ports.models import ModelBundle


class Engine(StrEnum):
    """What can write a section."""

    TEMPLATE = "template"
    LLAMA = "llama"
    TRANSFORMERS = "transformers"


class PlanReason(StrEnum):
    """Why something is tried, or is not. Details: `need_mib` and `free_mib` where it is about memory."""

    ALWAYS_WORKS = "always_works"
    FITS_GPU = "fits_gpu"
    FITS_MEMORY = "fits_memory"
    LAST_RESORT = "last_resort"  # transformers without a GPU: slow
    BY_POLICY = "by_policy"
    NO_BUNDLE = "no_bundle"
    OTHER_FORMAT = "other_format"
    NO_GPU = "no_gpu"
    GPU_MEMORY = "gpu_memory"
    MEMORY = "memory"
    GPU_EXTRA_MISSING = "gpu_extra_missing"


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine, its model (None for the template writer or where there is none), and why it is tried or passed over.

    `gpu` is the card to run on, None for the CPU.
    """

    engine: Engine
    reason: PlanReason
    bundle: ModelBundle | None = None
    gpu: Gpu | None = None
    context_tokens: int = 0
    details: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to try, in this order (the template writer last, which always works), and what was passed over."""

    tries: tuple[Choice, ...]
    passed_over: tuple[Choice, ...]
    threads: int
