"""Packs full safetensors weights into 4 bits once, in a worker, so that loading them does not have to."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import ask_once
from bankrm.domain.progress import CancelToken, Report, silent

_ENGINE = "transformers"


def quantise(
    source: Path, out: Path, *, token: CancelToken, report: Report = silent, device: str = "cpu", threads: int = 2
) -> None:
    """Write the bundle in `source` (full weights) to the new folder `out` as NF4 with double quantisation, tokenizer included.

    `out` appears whole or not at all. Raises Cancelled, ModelUnusable, ModelFailed; OSError where `out` cannot be written.
    """
    plan = LoadPlan(_ENGINE, source.name, str(source), "", 0, threads, device=device, quantise="nf4")
    part = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        ask_once(_ENGINE, {"do": "quantise", "plan": asdict(plan), "out": str(part)}, token, report)
        part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
