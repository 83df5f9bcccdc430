"""Weights that cannot be used say why; a worker leaves nothing behind; the program itself never loads an engine's library."""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from tests.asking import LINE, OTHER, QUESTIONS, Stop, ask, plan_of
from tests.fakes.processes import run

from bankrm.adapters.engines.quantise import quantise
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import Cancelled, CancelToken, Progress
from bankrm.drafting.ports import ModelFailed, ModelUnusable, Question


def reason_of(engine: str, weights: Path, device: str = "cpu") -> str:
    """Why this cannot be loaded."""
    model = WorkerModel(replace(plan_of(engine, weights), device=device))
    try:
        with pytest.raises(ModelUnusable) as refused:
            assert model.identity
    finally:
        model.close()
    return str(refused.value.details["reason"])


@pytest.fixture
def bundle(small_safetensors: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(small_safetensors, tmp_path / "bundle"))


def test_a_truncated_gguf_file_is_damaged(small_gguf: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(small_gguf.read_bytes()[:20_000_000])
    assert reason_of("llama", cut) == "damaged"


def test_a_file_that_is_no_gguf_is_damaged(tmp_path: Path) -> None:
    other = tmp_path / "other.gguf"
    other.write_bytes(b"no weights" * 1000)
    assert reason_of("llama", other) == "damaged"


def test_truncated_safetensors_are_damaged(bundle: Path) -> None:
    weights = bundle / "model.safetensors"
    os.truncate(weights, weights.stat().st_size // 2)
    assert reason_of("transformers", bundle) == "damaged"


def test_a_bundle_whose_weights_are_another_file_is_damaged(bundle: Path) -> None:
    (bundle / "model.safetensors").write_bytes(b"no weights" * 1000)
    assert reason_of("transformers", bundle) == "damaged"


def test_a_bundle_that_lacks_weights_is_damaged_and_not_filled_up(bundle: Path) -> None:
    _change(bundle / "config.json", num_hidden_layers=31)
    assert reason_of("transformers", bundle) == "damaged"


@pytest.mark.parametrize("model_type", ["unheard-of", "qwen3_next", "mamba"])
def test_an_architecture_that_is_unknown_or_keeps_no_copyable_cache_is_refused(bundle: Path, model_type: str) -> None:
    (bundle / "config.json").write_text(json.dumps({"model_type": model_type}))
    assert reason_of("transformers", bundle) == "unknown_architecture"


def test_a_bundle_without_a_chat_template_is_refused(bundle: Path) -> None:
    (bundle / "chat_template.jinja").unlink()
    assert reason_of("transformers", bundle) == "no_chat_template"


def test_a_bundle_that_is_not_there_is_missing(small_safetensors: Path) -> None:
    assert reason_of("transformers", small_safetensors / "nowhere") == "missing"


def test_without_a_gpu_a_plan_for_one_is_refused(small_safetensors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert reason_of("transformers", small_safetensors, device="cuda") == "no_gpu"


def test_an_engine_whose_library_is_not_installed_says_so(tmp_path: Path) -> None:
    assert reason_of("another", tmp_path) == "library_missing"


def test_a_grammar_that_is_none_fails_and_the_next_question_is_answered(own_model: WorkerModel) -> None:
    with pytest.raises(ModelFailed) as failed:
        ask(own_model, Question("Write.", "start: nowhere\n", 5))
    assert failed.value.details["reason"] == "engine_error"
    assert ask(own_model, QUESTIONS[0]).text


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder of the test's own; its path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="t-", dir="/tmp") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="Unix sockets")
def test_a_killed_workers_socket_is_in_nobodys_way(small_gguf: Path, temporary: Path) -> None:
    model = WorkerModel(plan_of("llama", small_gguf))
    assert model.identity
    assert model.pid
    assert [path.name for path in temporary.rglob("*.sock")] == ["listen.sock"]
    os.kill(model.pid, signal.SIGKILL)
    with pytest.raises(ModelFailed):
        ask(model, QUESTIONS[0])
    stale = temporary / "bankrm-stale"
    stale.mkdir()
    (stale / "listen.sock").touch()
    assert ask(model, QUESTIONS[0]).text
    model.close()
    assert list(temporary.glob("bankrm-*")) == [stale]


def test_two_hundred_cancels_leave_the_workers_memory_as_it_was(small_gguf: Path) -> None:
    model = WorkerModel(plan_of("llama", small_gguf))
    assert model.identity
    assert model.pid
    worker, sizes = psutil.Process(model.pid), []
    for turn in range(200):
        stop = Stop(when=bool if turn % 2 else lambda _: True)
        with pytest.raises(Cancelled):
            model.ask(OTHER, Question("Tell a long story.", "", 500), token=stop.token, on_text=stop)
        sizes.append(worker.memory_info().rss)
    model.close()
    assert max(sizes[20:]) < 1.05 * sizes[20]


_DESKTOP = """
import sys
import bankrm.bootstrap
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import Prefix, Question
model = WorkerModel(LoadPlan("llama", "small", sys.argv[1], "", 512, 2))
model.ask(Prefix("Be brief.", "Nothing."), Question("Go on.", "", 2), token=CancelToken())
model.close()
print(*({"torch", "transformers", "accelerate", "llguidance", "xllamacpp"} & set(sys.modules)))
"""


def test_the_program_asks_without_importing_an_engines_library(small_gguf: Path) -> None:
    assert run(_DESKTOP, small_gguf) == ""


_SLIDING = """
import sys
from pathlib import Path
import torch
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer
from bankrm.adapters.engines.huggingface import TransformersEngine
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import Prefix, Question
source, folder = map(Path, sys.argv[1:])
tokenizer = AutoTokenizer.from_pretrained(source)
tokenizer.save_pretrained(folder)
torch.manual_seed(7)
config = AutoConfig.for_model(
    "mistral", hidden_size=64, intermediate_size=128, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2,
    head_dim=16, vocab_size=49152, sliding_window=64, eos_token_id=2, initializer_range=0.2,
)
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
model.save_pretrained(folder)
engine = TransformersEngine(LoadPlan("transformers", "sliding", str(folder), "", 2048, 2))
system, evidence, question = "Be brief.", "word " * 400, "What is said?"
texts = [engine.ask(Prefix(system, evidence), Question(question, "", 20), token=CancelToken()).text for _ in range(2)]
turns = [{"role": "system", "content": system}, {"role": "user", "content": evidence + question}]
asked = tokenizer.apply_chat_template(turns, add_generation_prompt=True, return_tensors="pt", return_dict=True)
bare = model.eval().generate(**asked, max_new_tokens=20, do_sample=False)[0, asked["input_ids"].shape[1]:]
print(len(set(texts)), texts[0] == tokenizer.decode(bare, skip_special_tokens=True))
"""


def test_a_prefix_longer_than_a_sliding_window_reads_on_rightly(small_safetensors: Path, tmp_path: Path) -> None:
    assert run(_SLIDING, small_safetensors, tmp_path / "sliding") == "1 True"


def test_packing_makes_a_bundle_that_loads_as_it_is(small_safetensors: Path, tmp_path: Path) -> None:
    heard: list[Progress] = []
    quantise(small_safetensors, tmp_path / "packed", token=CancelToken(), report=heard.append)
    assert (heard[0].task, heard[0].done) == ("read_weights", 0)
    assert heard[-1].task == "write_weights"
    model = WorkerModel(plan_of("transformers", tmp_path / "packed"))
    try:
        assert model.identity.parameters["quantisation"] == "nf4"
        assert ask(model, Question("Write one line.", LINE, 3), OTHER).text.startswith("[E")
    finally:
        model.close()


def test_packing_that_is_cancelled_leaves_nothing(small_safetensors: Path, tmp_path: Path) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        quantise(small_safetensors, tmp_path / "packed", token=token, report=lambda _: token.cancel())
    assert list(tmp_path.iterdir()) == []


def test_packing_what_is_damaged_leaves_nothing(bundle: Path) -> None:
    (bundle / "model.safetensors").unlink()
    with pytest.raises(ModelUnusable) as refused:
        quantise(bundle, bundle.parent / "packed", token=CancelToken())
    assert refused.value.details["reason"] == "damaged"
    assert not (bundle.parent / "packed").exists()


def _change(file: Path, **values: object) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text()), **values}))
