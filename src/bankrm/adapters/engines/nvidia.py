"""NVIDIA's GPUs, as its driver's own tool tells of them. Nothing of CUDA is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.adapters.engines.asking import answer_of
from bankrm.application.ports.hardware import Gpu

TIMEOUT_S = 10.0
# the name last: it may hold a comma
_FIELDS = ("uuid", "memory.total", "memory.free", "compute_cap", "driver_version", "name")
_COMMAND = ("nvidia-smi", f"--query-gpu={','.join(_FIELDS)}", "--format=csv,noheader,nounits")


def find_gpus(command: tuple[str, ...] = _COMMAND, timeout_s: float = TIMEOUT_S) -> tuple[Gpu, ...]:
    """The GPUs of this machine; none where there is no driver, where it does not answer, or where it is too old to be asked this."""
    return tuple(read_gpus(answer_of(command, timeout_s)))


def read_gpus(told: str) -> Iterator[Gpu]:
    """One GPU a line; a line without its memory (`[N/A]`: the card does not tell) is no GPU that can be planned with."""
    for line in told.splitlines():
        fields = [field.strip() for field in line.split(",", len(_FIELDS) - 1)]
        if len(fields) == len(_FIELDS) and fields[1].isdecimal() and fields[2].isdecimal():
            uuid, total, free, capability, driver, name = fields
            yield Gpu(uuid, name, int(total), int(free), capability, driver)
