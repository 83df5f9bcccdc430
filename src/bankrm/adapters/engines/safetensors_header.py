"""What the files of a safetensors model tell: config.json, the headers of the weights, whether it has a chat template.

Format: https://github.com/huggingface/safetensors#format: 8 bytes of length, that much JSON, then the numbers.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from bankrm.adapters.engines.model_facts import MOST_HEADER_BYTES, Damaged, ModelFacts
from bankrm.application.model_memory import NF4_BITS, CacheShape

_EMBEDDING = re.compile(r"embed|lm_head")  # bitsandbytes leaves these as they are
_MOST_DIMENSIONS = 8
_WIDE = ("F32", "F16", "BF16")


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor's name, type, shape and bytes in the file."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    bytes: int

    @property
    def loaded_bytes(self) -> int:
        """What it needs once it is loaded in NF4: matrices of a layer shrink to 4.5 bits a number, all else stays 16 bits wide."""
        if self.dtype not in _WIDE:
            return self.bytes
        bits = NF4_BITS if len(self.shape) > 1 and not _EMBEDDING.search(self.name) else 16
        return round(prod(self.shape) * bits / 8)


def read_safetensors_header(path: Path) -> tuple[Tensor, ...]:
    """The tensors of one file. Raises Damaged where it has no such header or is shorter than it says; OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= length <= min(size - 8, MOST_HEADER_BYTES):
            raise Damaged("length")
        header = _object(file.read(length))
    return tuple(_tensor(name, told, size - 8 - length) for name, told in header.items() if name != "__metadata__")


def safetensors_facts(folder: Path) -> ModelFacts:
    """What a bundle's manifest says. Raises Damaged where config.json or a header is missing or not as it must be; OSError."""
    config = _object_in(folder / "config.json")
    text = config.get("text_config", config)  # a model that also sees pictures keeps its language part apart
    tensors = [tensor for path in sorted(folder.glob("*.safetensors")) for tensor in read_safetensors_header(path)]
    if not tensors:
        raise Damaged("no tensors")
    heads = _number(text, "num_attention_heads")
    head = _number(text, "head_dim", _number(text, "hidden_size") // heads)
    cache = CacheShape(_number(text, "num_hidden_layers"), _number(text, "num_key_value_heads", heads), head, head)
    return ModelFacts(
        _architecture(config),
        _number(text, "max_position_embeddings"),
        cache,
        sum(tensor.loaded_bytes for tensor in tensors),
        _has_chat_template(folder),
        quantisation=_quantisation(config),
    )


def _object_in(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return _object(file.read(MOST_HEADER_BYTES))
    except FileNotFoundError as error:
        raise Damaged(path.name) from error


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Damaged("json") from error
    if not isinstance(found, dict):
        raise Damaged("json")
    return found


def _tensor(name: str, told: object, room: int) -> Tensor:
    match told:
        case {"dtype": str(dtype), "shape": [*shape], "data_offsets": [int(start), int(end)]}:
            shaped = len(shape) <= _MOST_DIMENSIONS and all(type(one) is int and one >= 0 for one in shape)
            if shaped and 0 <= start <= end <= room:
                return Tensor(name, dtype, tuple(shape), end - start)
    raise Damaged("tensor")


def _number(config: object, key: str, default: int = 0) -> int:
    found = config.get(key) if isinstance(config, Mapping) else None
    found = default if found is None else found
    if type(found) is not int or found < 1:
        raise Damaged(key)
    return found


def _architecture(config: Mapping[str, Any]) -> str:
    match config:
        case {"architectures": [str(name), *_]}:
            return name
    raise Damaged("architectures")


def _quantisation(config: Mapping[str, Any]) -> str:
    match config:
        case {"quantization_config": {"bnb_4bit_quant_type": str(kind)}}:
            return kind
        case {"quantization_config": {"quant_method": str(kind)}} | {"dtype": str(kind)} | {"torch_dtype": str(kind)}:
            return kind
    return ""


def _has_chat_template(folder: Path) -> bool:
    return (folder / "chat_template.jinja").is_file() or any(_templates(folder))


def _templates(folder: Path) -> Iterator[object]:
    """What older models carry inside another file."""
    for name in ("tokenizer_config.json", "chat_template.json"):
        path = folder / name
        if path.is_file():
            yield _object_in(path).get("chat_template")
