"""What the system's own tools say of a machine, read. The fields' forms are those that real cards answer with."""

from __future__ import annotations

import sys
from pathlib import Path

from bankrm.adapters.engines.nvidia import find_gpus, read_gpus
from bankrm.adapters.engines.probe import GPU_EXTRA, gpu_extra_installed, probe, read_cpuinfo, read_system_info
from bankrm.application.ports.hardware import Gpu

LAPTOP = "GPU-2f6b1c3a-7f0e-4d0b-9c55-0c1d2e3f4a5b, 8188, 7301, 8.9, 551.86, NVIDIA GeForce RTX 4070 Laptop GPU\n"
H100 = "GPU-9d8c7b6a-1111-2222-3333-444455556666, 81559, 81008, 9.0, 580.95.05, NVIDIA H100 80GB HBM3\n"
UNIFIED = "GPU-0a0b0c0d-1111-2222-3333-444455556666, [N/A], [N/A], 12.1, 580.178.04, NVIDIA GB10\n"
CPUINFO = """processor\t: 0
vendor_id\t: AuthenticAMD
model name\t: AMD EPYC
cpu cores\t: 2
flags\t\t: fpu sse4_2 avx f16c fma avx2 bmi2 vaes

processor\t: 1
model name\t: another
flags\t\t: avx512f
"""
ARM_CPUINFO = "processor\t: 0\nFeatures\t: fp asimd asimddp i8mm sve\nCPU implementer\t: 0x41\n"
SYSTEM_INFO = "CPU : SSE3 = 1 | AVX = 1 | AVX2 = 1 | F16C = 1 | FMA = 1 | AVX512 = 1 | OPENMP = 1 | REPACK = 1 | "


def _answering(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


def test_a_card_is_read() -> None:
    assert list(read_gpus(LAPTOP)) == [
        Gpu(
            "GPU-2f6b1c3a-7f0e-4d0b-9c55-0c1d2e3f4a5b",
            "NVIDIA GeForce RTX 4070 Laptop GPU",
            8188,
            7301,
            "8.9",
            "551.86",
        )
    ]


def test_several_cards_are_all_read_with_windows_line_ends_too() -> None:
    assert [gpu.memory_mib for gpu in read_gpus((LAPTOP + H100).replace("\n", "\r\n"))] == [8188, 81559]


def test_a_name_with_a_comma_stays_whole() -> None:
    assert [gpu.name for gpu in read_gpus("GPU-1, 10, 9, 8.9, 1.0, NVIDIA X, Y")] == ["NVIDIA X, Y"]


def test_a_card_that_does_not_tell_its_memory_is_none_to_plan_with() -> None:
    assert list(read_gpus(UNIFIED)) == []


def test_what_is_no_answer_is_no_card() -> None:
    assert list(read_gpus("")) == []
    assert list(read_gpus("No devices were found\n")) == []


def test_a_tool_that_is_absent_fails_or_hangs_finds_no_card() -> None:
    assert find_gpus(("bankrm-no-such-tool",)) == ()
    refused = """import sys; print('Field "compute_cap" is not a valid field to query.'); sys.exit(2)"""
    assert find_gpus(_answering(refused)) == ()
    assert find_gpus(_answering("import time; time.sleep(60)"), timeout_s=0.2) == ()


def test_the_tools_answer_is_read() -> None:
    assert [gpu.name for gpu in find_gpus(_answering(f"print({H100!r})"))] == ["NVIDIA H100 80GB HBM3"]


def test_cpuinfo_tells_name_and_features_of_the_first_cpu() -> None:
    assert read_cpuinfo(CPUINFO) == ("AMD EPYC", ("avx", "f16c", "fma", "avx2"))
    assert read_cpuinfo(ARM_CPUINFO) == ("", ("asimd", "asimddp", "i8mm", "sve"))
    assert read_cpuinfo("") == ("", ())


def test_llamas_line_tells_features_in_the_same_words() -> None:
    assert read_system_info(SYSTEM_INFO) == ("avx", "f16c", "fma", "avx2", "avx512f")
    assert read_system_info("CPU : NEON = 1 | DOTPROD = 1 | AVX2 = 0 | ") == ("asimd", "asimddp")
    assert read_system_info("") == ()


def test_this_machine_is_probed_although_its_data_folder_is_not_there_yet(tmp_path: Path) -> None:
    hardware = probe(tmp_path / "no" / "home")
    assert hardware.physical_cores >= 1
    assert 0 < hardware.memory_free_mib <= hardware.memory_mib
    assert hardware.disk_free_mib > 0


def test_looking_for_the_gpu_extra_imports_none_of_it() -> None:
    before = set(sys.modules)
    gpu_extra_installed()
    assert not (set(sys.modules) - before) & set(GPU_EXTRA)
