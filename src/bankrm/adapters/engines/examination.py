"""What a model's files say of it, asked of a GGUF file or a safetensors folder alike; and that it can be talked with at all."""

from __future__ import annotations

from pathlib import Path

from bankrm.adapters.engines.bundle_source import readable
from bankrm.adapters.engines.gguf_header import read_gguf_header
from bankrm.adapters.engines.model_facts import ModelFacts
from bankrm.adapters.engines.safetensors_header import safetensors_facts
from bankrm.application.ports.engine_plan import Engine
from bankrm.application.ports.models import ModelFormat
from bankrm.drafting.ports import ModelUnusable

ENGINES = {ModelFormat.GGUF: Engine.LLAMA, ModelFormat.SAFETENSORS: Engine.TRANSFORMERS}


def examine(format: ModelFormat, weights: Path, named: Path) -> ModelFacts:
    """The facts of a GGUF file or a safetensors folder; `named` is what an error tells of.

    Raises BundleRefused; ModelUnusable where it has no chat template.
    """
    with readable(named, weights.name):
        gguf = format is ModelFormat.GGUF
        facts = read_gguf_header(weights).facts() if gguf else safetensors_facts(weights)
    if not facts.chat_template:
        raise ModelUnusable(engine=ENGINES[format].value, reason="no_chat_template")
    return facts
