"""Weights and tokenizer of a safetensors bundle through `transformers`: where they go, in which type, and why they cannot be had.

Nothing is fetched and no code of a bundle runs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"  # read when the libraries are imported

import accelerate
import psutil
import torch
from accelerate.utils import CustomDtype
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    PreTrainedConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES
from transformers.utils import logging

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.domain.progress import Cancelled, Progress, Report, silent
from bankrm.drafting.ports import ModelUnusable

ENGINE = "transformers"
NF4 = "nf4"
_MIB = 1 << 20
_WORKSPACE = (
    512 * _MIB
)  # of GPU memory beside weights and caches: a layer brought in from the CPU, a step's intermediate values
_ATTENTION = {"full_attention", "sliding_attention", "chunked_attention"}
_LOCAL: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}


@dataclass(frozen=True, slots=True)
class Pretrained:
    """What was loaded; `quantisation` is empty for full weights, `offloaded` counts the modules that stay in the CPU's memory."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    dtype: torch.dtype
    quantisation: str
    offloaded: int


def load_pretrained(plan: LoadPlan, report: Report = silent, dtype: torch.dtype | None = None) -> Pretrained:
    """Weights in `dtype`, else in what suits the device. Raises ModelUnusable; ImportError where a library of the bundle's is missing."""
    if plan.device == "cuda" and not torch.cuda.is_available():
        raise _unusable("no_gpu")
    folder = Path(plan.weights)
    _require_known(folder)
    try:
        with _reported("read_weights", report):
            return _loaded(plan, folder, dtype)
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _unusable("out_of_memory") from error
    except (ImportError, ModelUnusable, Cancelled):
        raise
    except Exception as error:  # of a broken file the libraries make errors of many kinds, some of no common base
        raise _unusable("damaged") from error


def save_packed(plan: LoadPlan, out: Path, report: Report) -> None:
    """Write the bundle as this plan loads it. Raises ModelUnusable, and OSError where it cannot be written."""
    pretrained = load_pretrained(plan, report, torch.bfloat16)
    if pretrained.offloaded:
        raise _unusable(
            "out_of_memory"
        )  # what stays on the CPU is not quantised, and would be taken for it when read again
    with _reported("write_weights", report):
        pretrained.model.save_pretrained(out)
    pretrained.tokenizer.save_pretrained(out)


def _unusable(reason: str) -> ModelUnusable:
    return ModelUnusable(engine=ENGINE, reason=reason)


def _require_known(folder: Path) -> None:
    """Settle by the bundle's own words what the library would only tell in a sentence."""
    try:
        told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _unusable("missing") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable("damaged") from error
    if not isinstance(told, dict):
        raise _unusable("damaged")
    if told.get("model_type") not in MODEL_FOR_CAUSAL_LM_MAPPING_NAMES:
        raise _unusable("unknown_architecture")


def _loaded(plan: LoadPlan, folder: Path, dtype: torch.dtype | None) -> Pretrained:
    config = AutoConfig.from_pretrained(folder, **_LOCAL)
    dtype = dtype or _dtype(plan, config)
    packed = getattr(config, "quantization_config", None)
    if packed:
        packed["bnb_4bit_compute_dtype"] = str(dtype).removeprefix(
            "torch."
        )  # this machine's, not that of whoever packed it
    tokenizer = AutoTokenizer.from_pretrained(folder, **_LOCAL)
    with accelerate.init_empty_weights():
        skeleton = AutoModelForCausalLM.from_config(config, dtype=dtype)
    _require_copyable(skeleton)
    places = {"": "cpu"} if plan.device == "cpu" else _places(plan, skeleton, dtype, bool(packed))
    model, found = AutoModelForCausalLM.from_pretrained(
        folder,
        config=config,
        dtype=dtype,
        device_map=places,
        attn_implementation="sdpa",
        use_safetensors=True,
        output_loading_info=True,
        quantization_config=_nf4(dtype) if plan.quantise == NF4 and not packed else None,
        **_LOCAL,
    )
    if found["missing_keys"] or found["mismatched_keys"]:
        raise _unusable("damaged")  # the library would fill them with random values
    quantisation = str(packed.get("bnb_4bit_quant_type") or packed["quant_method"]) if packed else plan.quantise
    offloaded = sum(place == "cpu" for place in places.values()) if plan.device == "cuda" else 0
    return Pretrained(model.eval(), tokenizer, dtype, quantisation, offloaded)


def _require_copyable(skeleton: PreTrainedModel) -> None:
    """Only attention's cache can be kept after a prefix: others go on wrongly from a state that more than one token follows."""
    kinds = getattr(skeleton.config.get_text_config(), "layer_types", None) or _ATTENTION
    if skeleton._is_stateful or not set(kinds) <= _ATTENTION:
        raise _unusable("unknown_architecture")


def _dtype(plan: LoadPlan, config: PreTrainedConfig) -> torch.dtype:
    if plan.device == "cuda":
        return torch.bfloat16 if torch.cuda.get_device_capability()[0] >= 8 else torch.float16
    quick = torch.backends.cpu.get_cpu_capability() == "AVX512"  # with less, bfloat16 takes ten times as long
    return torch.bfloat16 if quick and config.dtype == torch.bfloat16 else torch.float32


def _nf4(dtype: torch.dtype) -> BitsAndBytesConfig:
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type=NF4,
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=dtype,
        llm_int8_enable_fp32_cpu_offload=True,  # so named, of 4 bits too: what stays on the CPU is not quantised
    )


def _places(plan: LoadPlan, skeleton: PreTrainedModel, dtype: torch.dtype, packed: bool) -> dict[str, int | str]:
    """Which module goes where. Weights that come quantised cannot be offloaded: they fit, or the library runs out of memory."""
    budget, total = torch.cuda.mem_get_info()
    if plan.memory_mib:
        torch.cuda.set_per_process_memory_fraction(min(1.0, plan.memory_mib * _MIB / total))
        budget = min(budget, plan.memory_mib * _MIB)
    if packed:
        return {"": 0}
    skeleton.tie_weights()
    room = budget - _WORKSPACE - 2 * _cache_bytes(skeleton.config, plan.context_tokens, dtype)
    places = accelerate.infer_auto_device_map(
        skeleton,
        {0: max(0, room), "cpu": psutil.virtual_memory().available},
        no_split_module_classes=list(skeleton._no_split_modules or ()),
        special_dtypes=_quantised(skeleton) if plan.quantise == NF4 else None,
    )
    if 0 not in places.values() or "disk" in places.values():
        raise _unusable("out_of_memory")
    return places


def _cache_bytes(config: PreTrainedConfig, tokens: int, dtype: torch.dtype) -> int:
    """Keys and values of a full context. There are two of them at work: the prefix's, and its copy that a question goes on from."""
    text = config.get_text_config()
    heads = getattr(text, "num_key_value_heads", None) or text.num_attention_heads
    width = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    return int(2 * text.num_hidden_layers * heads * width * tokens * dtype.itemsize)


def _quantised(skeleton: PreTrainedModel) -> dict[str, CustomDtype]:
    """The weights that bitsandbytes quantises: linear layers but for the output's."""
    return {
        f"{name}.weight": CustomDtype.INT4
        for name, module in skeleton.named_modules()
        if isinstance(module, torch.nn.Linear) and module is not skeleton.get_output_embeddings()
    }


@contextmanager
def _reported(task: str, report: Report) -> Iterator[None]:
    """The library's progress bars as our progress: also the sign of life of a long load."""

    def hook(factory: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return _counted(task, args[0], report) if args else factory(*args, **kwargs)

    before = logging.set_tqdm_hook(hook)
    try:
        yield
    finally:
        logging.set_tqdm_hook(before)


def _counted(task: str, items: Iterable[Any], report: Report) -> Iterator[Any]:
    known = list(items)
    for done, item in enumerate(known):
        report(Progress(task, done, len(known)))
        yield item
