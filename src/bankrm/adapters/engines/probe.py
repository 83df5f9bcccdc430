"""What this machine is: GPU, CPU, memory, disk, battery. Nothing heavy is loaded into this process."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import sys
from pathlib import Path

import psutil

from bankrm.adapters.engines.asking import answer_of
from bankrm.adapters.engines.nvidia import find_gpus
from bankrm.application.model_memory import MIB
from bankrm.application.ports.hardware import Hardware

GPU_EXTRA = ("torch", "transformers", "accelerate", "bitsandbytes", "llguidance")
_CPUINFO = Path("/proc/cpuinfo")
_TIMEOUT_S = 20.0
_ASK_LLAMA = "import xllamacpp; print(xllamacpp.get_system_info())"
_FEATURES = (
    "avx", "f16c", "fma", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "avx512_bf16", "amx_int8", "amx_bf16",  # x86
    "asimd", "asimddp", "i8mm", "sve",  # ARM
)  # fmt: skip
_AS_LLAMA_WRITES = {"avx512": "avx512f", "neon": "asimd", "dotprod": "asimddp", "matmul_int8": "i8mm"}


def probe(home: Path) -> Hardware:
    """The machine as it is now; the disk is the data folder's."""
    cpu, features = _cpu()
    memory, battery = psutil.virtual_memory(), psutil.sensors_battery()
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    disk = shutil.disk_usage(next(folder for folder in (home, *home.parents) if folder.is_dir()))
    return Hardware(
        find_gpus(), cpu, features, cores, memory.total // MIB, memory.available // MIB, disk.free // MIB,
        None if battery is None else not battery.power_plugged,
    )  # fmt: skip


def gpu_extra_installed() -> bool:
    """Whether the `gpu` extra is there, without importing any of it."""
    return all(importlib.util.find_spec(name) for name in GPU_EXTRA)


def read_cpuinfo(text: str) -> tuple[str, tuple[str, ...]]:
    """Name and features of the first CPU in /proc/cpuinfo."""
    first = dict(_pair(line) for line in text.partition("\n\n")[0].splitlines())
    flags = (first.get("flags") or first.get("Features", "")).split()
    return first.get("model name", ""), _known(flags)


def read_system_info(text: str) -> tuple[str, ...]:
    """Features out of llama.cpp's line: `CPU : AVX2 = 1 | FMA = 1 | …`."""
    pairs = (part.rpartition(":")[2].partition("=") for part in text.split("|"))
    names = [name.strip().lower() for name, _, value in pairs if value.strip() == "1"]
    return _known([_AS_LLAMA_WRITES.get(name, name) for name in names])


def _cpu() -> tuple[str, tuple[str, ...]]:
    name = platform.processor() or platform.machine()
    if not _CPUINFO.exists():
        return name, read_system_info(_system_info())
    found, features = read_cpuinfo(_CPUINFO.read_text(encoding="utf-8", errors="replace"))
    return found or name, features


def _pair(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def _known(names: list[str]) -> tuple[str, ...]:
    return tuple(feature for feature in _FEATURES if feature in names)


def _system_info() -> str:
    """What llama.cpp finds out about the CPU, in a process of its own: its library and its crashes stay there.

    A frozen program has no Python to ask.
    """
    return "" if getattr(sys, "frozen", False) else answer_of((sys.executable, "-P", "-c", _ASK_LLAMA), _TIMEOUT_S)
