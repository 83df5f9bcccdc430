from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.models import SHAPE, gguf, gguf_header, without

from bankrm.adapters.engines.gguf_header import GgufHeader, LongArray, parse_gguf_header
from bankrm.adapters.engines.gguf_types import BLOCKS, FILE_TYPES
from bankrm.adapters.engines.model_facts import Damaged
from bankrm.application.model_memory import CacheShape

WHOLE = gguf()


def _header(metadata: dict[str, object]) -> GgufHeader:
    content = gguf(metadata)
    return parse_gguf_header(content, len(content))


def test_a_header_tells_what_the_model_is() -> None:
    header = parse_gguf_header(WHOLE, len(WHOLE))
    facts = header.facts()
    assert (facts.architecture, facts.name, facts.licence, facts.quantisation) == (
        "llama",
        "Tiny",
        "apache-2.0",
        "Q4_K_M",
    )
    assert facts.context_tokens == 4096
    assert facts.cache == CacheShape(layers=2, kv_heads=2, key_length=16, value_length=16)
    assert facts.chat_template
    assert (header.parameters, header.tensor_bytes) == (8, 32)


def test_a_vocabulary_is_counted_not_kept() -> None:
    header = _header({**SHAPE, "tokenizer.ggml.tokens": ["x"] * 5000, "tokenizer.ggml.scores": [0.5] * 5000})
    assert header.metadata["tokenizer.ggml.tokens"] == LongArray(5000)
    assert header.facts().chat_template  # what follows it is read at the right place


def test_where_layers_differ_the_largest_counts() -> None:
    assert _header({**SHAPE, "llama.attention.head_count_kv": [1, 4]}).facts().cache.kv_heads == 4


def test_key_and_value_lengths_go_before_what_follows_from_the_width() -> None:
    cache = _header({**SHAPE, "llama.attention.key_length": 32, "llama.attention.value_length": 8}).facts().cache
    assert (cache.key_length, cache.value_length) == (32, 8)


@pytest.mark.parametrize("key", ["tokenizer.chat_template", "general.license", "general.name", "general.file_type"])
def test_what_need_not_be_there_is_empty(key: str) -> None:
    facts = _header(without(key)).facts()
    assert not all((facts.chat_template, facts.licence, facts.name, facts.quantisation))


@pytest.mark.parametrize(
    "key",
    [
        "general.architecture",
        "llama.context_length",
        "llama.block_count",
        "llama.embedding_length",
        "llama.attention.head_count",
    ],
)
def test_a_model_without_its_shape_is_damaged(key: str) -> None:
    with pytest.raises(Damaged):
        _header(without(key)).facts()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GGML" + WHOLE[4:],
        gguf_header(version=1),
        gguf_header(version=4),
        gguf_header(tensors=0),
        b"GGUF" + struct.pack("<IQQ", 3, 2**63, 1),
        b"GGUF" + struct.pack("<IQQ", 3, 1, 2**63),
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 2**63) + b"key",
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 8, 2**62) + b"\0" * 64,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 8, 2000) + b"\xff" * 20_000,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 9, 1) + b"\0" * 64,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 1) + b"k" + struct.pack("<I", 99) + b"\0" * 64,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 0) + struct.pack("<Q", 1) + b"t" + struct.pack("<I", 2**20) + b"\xff" * 2**24,
        gguf({**SHAPE, "general.alignment": 0}),
    ],
    ids=["empty", "magic", "too old", "too new", "no tensors", "tensor count", "entry count", "text length", "array length", "text length in an array",
         "array of arrays", "type", "dimensions", "alignment"],
)  # fmt: skip
def test_absurd_headers_are_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        parse_gguf_header(content, len(content))


def test_a_file_cut_anywhere_is_damaged() -> None:
    for length in range(len(WHOLE)):
        with pytest.raises(Damaged):
            parse_gguf_header(WHOLE[:length], length)


@given(st.binary(max_size=4096), st.booleans())
def test_random_bytes_are_damaged_or_read_and_nothing_else(content: bytes, after_magic: bool) -> None:
    _survive(b"GGUF\3\0\0\0" + content if after_magic else content)


@given(st.integers(min_value=0, max_value=len(WHOLE) - 1), st.binary(min_size=1, max_size=16))
def test_a_header_with_some_bytes_changed_is_damaged_or_read_and_nothing_else(place: int, changed: bytes) -> None:
    _survive(WHOLE[:place] + changed + WHOLE[place + len(changed) :])


def _survive(content: bytes) -> None:
    try:
        parse_gguf_header(content, len(content)).facts()
    except Damaged:
        return


def test_the_tables_of_packings_are_ggmls_own() -> None:
    gguf_package: Any = pytest.importorskip("gguf")
    assert dict(BLOCKS) == {int(kind): sizes for kind, sizes in gguf_package.GGML_QUANT_SIZES.items()}
    names = {kind.value: kind.name.removeprefix("MOSTLY_").removeprefix("ALL_") for kind in gguf_package.LlamaFileType}
    assert {value: names[value] for value in FILE_TYPES} == FILE_TYPES
