"""Which of the recommended models runs comfortably on a machine, by how much memory it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bankrm.application.model_memory import MOST_CONTEXT, Q4_K_M_BITS, CacheShape, memory_mib
from bankrm.application.ports.hardware import Hardware

COMFORT_ON_GPU = 0.8  # of the card's memory; the rest is the screen's
COMFORT_ON_CPU = 1 / 3  # of the machine's memory; the rest is the system's and the banker's other programs'


@dataclass(frozen=True, slots=True)
class RecommendedModel:
    """One model of the catalogue. `parameters` and `gpu_gb` are in 10^9; 0 stands for what the catalogue does not know."""

    name: str
    source: str
    licence: str
    parameters: float
    note: str
    gpu_gb: float = 0.0
    layers: int = 0
    kv_heads: int = 0
    head_dim: int = 0

    @property
    def gpu_mib(self) -> int | None:
        """What it needs on a GPU in NF4, None where that is not known."""
        return memory_mib(round(self.gpu_gb * 1e9), 0) if self.gpu_gb else None

    @property
    def cpu_mib(self) -> int | None:
        """What it needs on a CPU in Q4_K_M, None where that is not known."""
        if not self.layers:
            return None
        cache = CacheShape(self.layers, self.kv_heads, self.head_dim, self.head_dim).cache_bytes(MOST_CONTEXT)
        return memory_mib(round(self.parameters * 1e9 * Q4_K_M_BITS / 8), cache)


@dataclass(frozen=True, slots=True)
class Tier:
    """One kind of machine (`gpu-12gb`, `cpu-8gb`), and names of models for it, best first."""

    key: str
    label: str
    models: tuple[str, ...]

    @property
    def on_gpu(self) -> bool:
        """Whether it is a machine with a GPU."""
        return self.key.startswith("gpu")


@dataclass(frozen=True, slots=True)
class RefusedModel:
    """A model, or a kind of them, that is not recommended, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A model that runs comfortably here, where it would run, and what it needs there."""

    model: RecommendedModel
    on_gpu: bool
    need_mib: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is recommended; tiers from the strongest machine to the weakest."""

    models: tuple[RecommendedModel, ...]
    tiers: tuple[Tier, ...]
    refused: tuple[RefusedModel, ...]

    def recommend(self, hardware: Hardware) -> Recommendation | None:
        """The best model that runs comfortably, on the GPU before the CPU; None where none does or its need is not known."""
        return next((one for one in self._all() if one.need_mib <= _comfortable(hardware, one.on_gpu)), None)

    def _all(self) -> Iterator[Recommendation]:
        """Every model of every tier whose need is known, best first."""
        models = {model.name: model for model in self.models}
        for tier in self.tiers:
            for model in map(models.__getitem__, tier.models):
                if need := model.gpu_mib if tier.on_gpu else model.cpu_mib:
                    yield Recommendation(model, tier.on_gpu, need)


def _comfortable(hardware: Hardware, on_gpu: bool) -> float:
    if not on_gpu:
        return hardware.memory_mib * COMFORT_ON_CPU
    return max((gpu.memory_mib for gpu in hardware.gpus), default=0) * COMFORT_ON_GPU
