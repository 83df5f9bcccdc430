"""What is said about engines, models and machines, in the words of whoever sits before one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bankrm.application.ports.engine_plan import Choice, Engine, PlanReason
from bankrm.application.ports.hardware import Gpu, Hardware

if TYPE_CHECKING:
    from bankrm.application.recommend_model import Recommendation

ENGINES: Mapping[Engine, str] = {
    Engine.TEMPLATE: "定型の書き手",
    Engine.LLAMA: "llama.cpp(CPU)",
    Engine.TRANSFORMERS: "transformers",
}
REASONS: Mapping[PlanReason, str] = {
    PlanReason.ALWAYS_WORKS: "モデルなしで、いつでも使える",
    PlanReason.FITS_GPU: "GPUのメモリに入る: 要る {need}、空き {free}",
    PlanReason.FITS_MEMORY: "メモリに入る: 要る {need}、空き {free}",
    PlanReason.LAST_RESORT: "GPUなしで動かす(遅い): 要る {need}、空き {free}",
    PlanReason.BY_POLICY: "ポリシーで決まっている",
    PlanReason.NO_BUNDLE: "バンドルなし",
    PlanReason.OTHER_FORMAT: "指定のモデルは形式が違う",
    PlanReason.NO_GPU: "GPUなし",
    PlanReason.GPU_MEMORY: "GPUのメモリ不足: 要る {need}、空き {free}",
    PlanReason.MEMORY: "メモリ不足: 要る {need}、空き {free}",
    PlanReason.GPU_EXTRA_MISSING: "gpu部品が入っていない",
}


def gb(mib: int) -> str:
    """`5.2GB`, counted as Windows and the makers of memory count."""
    return f"{mib / 1024:.1f}GB"


def reason_words(choice: Choice) -> str:
    """Why an engine and model are tried, or are not."""
    details = choice.details
    return REASONS[choice.reason].format(need=gb(details.get("need_mib", 0)), free=gb(details.get("free_mib", 0)))


def machine_rows(hardware: Hardware) -> list[tuple[str, str]]:
    """The machine, one line a thing."""
    power = {None: "電源につながっている(電池なし)", True: "電池で動いている", False: "電源につながっている"}
    return [
        *([("GPU", _gpu(gpu)) for gpu in hardware.gpus] or [("GPU", "なし(NVIDIAのGPUが見つからない)")]),
        (
            "CPU",
            f"{hardware.cpu}、物理コア{hardware.physical_cores}({' '.join(hardware.cpu_features) or '拡張命令は不明'})",
        ),
        ("メモリ", f"{gb(hardware.memory_mib)}(空き {gb(hardware.memory_free_mib)})"),
        ("ディスクの空き", gb(hardware.disk_free_mib)),
        ("電源", power[hardware.on_battery]),
    ]


def recommendation_words(found: Recommendation | None) -> str:
    """What fits this machine, in one sentence."""
    if found is None:
        return "この PC に合う推奨モデルはありません。定型の書き手を使います。"
    place = "GPU" if found.on_gpu else "CPU"
    return f"この PC では {found.model.parameters:g}B のモデルまで快適に動きます(推奨: {found.model.source}、{place}、要るメモリ {gb(found.need_mib)})。"


def _gpu(gpu: Gpu) -> str:
    return f"{gpu.name}、メモリ {gb(gpu.memory_mib)}(空き {gb(gpu.free_mib)})、計算能力 {gpu.compute_capability}、ドライバ {gpu.driver}"
