"""NVIDIA's GPUs, as its driver's own tool tells of them. Nothing of CUDA is loaded."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

from bankrm.application.ports.hardware import Gpu

TIMEOUT_S = 10.0
_FIELDS = ("uuid", "memory.total", "memory.free", "compute_cap", "driver_version", "name")
_COMMAND = ("nvidia-smi", f"--query-gpu={','.join(_FIELDS)}", "--format=csv,noheader,nounits")


def find_gpus(command: tuple[str, ...] = _COMMAND, timeout_s: float = TIMEOUT_S) -> tuple[Gpu, ...]:
    """The GPUs of this machine; none where there is no driver, where it does not answer, or where it is too old to be asked this."""
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=timeout_s, check=True,
            stdin=subprocess.DEVNULL, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(read_gpus(told.stdout))


def read_gpus(told: str) -> Iterator[Gpu]:
    """One GPU a line; a line without its memory (`[N/A]`: the card does not tell) is no GPU that can be planned with."""
    for line in told.splitlines():
        fields = [
            field.strip() for field in line.split(",", len(_FIELDS) - 1)
        ]  # the name comes last: it may hold a comma
        if len(fields) == len(_FIELDS) and fields[1].isdecimal() and fields[2].isdecimal():
            uuid, total, free, capability, driver, name = fields
            yield Gpu(uuid, name, int(total), int(free), capability, driver)
