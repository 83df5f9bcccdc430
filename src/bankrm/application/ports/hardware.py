"""What this machine has that matters to a language model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gpu:
    """One NVIDIA GPU. `uuid` names it for CUDA_VISIBLE_DEVICES; `compute_capability` is like `8.9`."""

    uuid: str
    name: str
    memory_mib: int
    free_mib: int
    compute_capability: str
    driver: str


@dataclass(frozen=True, slots=True)
class Hardware:
    """The machine at one moment. `on_battery` is None where the machine has no battery.

    `cpu_features` are those that decide how fast a model is, as Linux writes them (`avx2`, `avx512f`, `amx_int8`).
    """

    gpus: tuple[Gpu, ...]
    cpu: str
    cpu_features: tuple[str, ...]
    physical_cores: int
    memory_mib: int
    memory_free_mib: int
    disk_free_mib: int
    on_battery: bool | None

    @property
    def freest_gpu(self) -> Gpu | None:
        """The GPU with the most free memory."""
        return max(self.gpus, key=lambda gpu: gpu.free_mib, default=None)
