"""Weights that cannot be used say why; a worker leaves nothing behind; the program itself never loads an engine's library."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from tests.asking import LINE, OTHER, QUESTIONS, Stop, ask, plan_of
from tests.fakes.processes import run

from bankrm.adapters.engines.quantise import quantise
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import Cancelled, CancelToken, Progress
from bankrm.drafting.ports import Finish, ModelFailed, ModelUnusable, Question

pytestmark = pytest.mark.timeout(300)  # real models start, on machines that others use too


def reason_of(engine: str, weights: Path, device: str = "cpu") -> str:
    """Why this cannot be loaded."""
    model = WorkerModel(replace(plan_of(engine, weights), device=device))
    try:
        with pytest.raises(ModelUnusable) as refused:
            assert model.identity
    finally:
        model.close()
    return str(refused.value.details["reason"])


def test_a_truncated_gguf_file_is_damaged(small_gguf: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(small_gguf.read_bytes()[:20_000_000])
    assert reason_of("llama", cut) == "damaged"


def test_a_file_that_is_no_gguf_is_damaged(tmp_path: Path) -> None:
    other = tmp_path / "other.gguf"
    other.write_bytes(b"no weights" * 1000)
    assert reason_of("llama", other) == "damaged"


def _edited(gguf: Path, out: Path, old: bytes, new: bytes) -> Path:
    """The same file with other bytes in its header."""
    assert len(old) == len(new)
    content = gguf.read_bytes()
    at = content.index(old)
    out.write_bytes(content[:at] + new + content[at + len(old) :])
    return out


def test_a_gguf_file_of_an_unheard_of_architecture_says_so(small_gguf: Path, tmp_path: Path) -> None:
    content = small_gguf.read_bytes()
    odd = tmp_path / "odd.gguf"
    head, tail = content[:6_000_000], content[6_000_000:]
    odd.write_bytes(head.replace(b"llama", b"lxxma") + tail)
    assert reason_of("llama", odd) == "unknown_architecture"


def test_a_gguf_file_without_a_chat_template_says_so(small_gguf: Path, tmp_path: Path) -> None:
    bare = _edited(small_gguf, tmp_path / "bare.gguf", b"tokenizer.chat_template", b"tokenizer.chxt_template")
    assert reason_of("llama", bare) == "no_chat_template"


def test_weights_that_are_not_there_are_missing(tmp_path: Path) -> None:
    assert reason_of("llama", tmp_path / "none.gguf") == "missing"


def _change(file: Path, **values: object) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text()), **values}))


_SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "truncated weights": (lambda bundle: os.truncate(bundle / "model.safetensors", 1_000_000), "damaged"),
    "another file for weights": (lambda bundle: (bundle / "model.safetensors").write_bytes(b"none" * 1000), "damaged"),
    "no weights": (lambda bundle: (bundle / "model.safetensors").unlink(), "damaged"),
    "a layer too few": (
        lambda bundle: _change(bundle / "config.json", num_hidden_layers=4, layer_types=["full_attention"] * 4),
        "damaged",
    ),
    "no JSON": (lambda bundle: (bundle / "config.json").write_text("{"), "damaged"),
    "unheard of": (lambda bundle: _change(bundle / "config.json", model_type="unheard-of"), "unknown_architecture"),
    "a hybrid": (
        lambda bundle: (bundle / "config.json").write_text('{"model_type": "qwen3_next"}'),
        "unknown_architecture",
    ),
    "no attention": (
        lambda bundle: (bundle / "config.json").write_text('{"model_type": "mamba"}'),
        "unknown_architecture",
    ),
    "no chat template": (lambda bundle: (bundle / "chat_template.jinja").unlink(), "no_chat_template"),
    "no bundle": (shutil.rmtree, "missing"),
}
_LOAD_EACH = """
import sys
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker import load_engine
from bankrm.drafting.ports import ModelUnusable
for folder in sys.argv[1:]:
    try:
        load_engine(LoadPlan("transformers", "spoilt", folder, "", 512, 2))
        print("loaded")
    except ModelUnusable as refused:
        print(refused.details["reason"])
"""


@pytest.fixture(scope="session")
def told_of_spoilt(tiny_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each spoilt copy of a bundle; in one process, whose imports take most of the time."""
    folders = {name: tmp_path_factory.mktemp("spoilt") / "bundle" for name in ("whole", *_SPOILT)}
    for name, folder in folders.items():
        shutil.copytree(tiny_bundle, folder)
        if name in _SPOILT:
            _SPOILT[name][0](folder)
    return dict(zip(folders, run(_LOAD_EACH, *folders.values()).splitlines(), strict=True))


@pytest.mark.parametrize("name", _SPOILT)
def test_a_bundle_that_cannot_be_used_says_why(told_of_spoilt: dict[str, str], name: str) -> None:
    assert told_of_spoilt["whole"] == "loaded"
    assert told_of_spoilt[name] == _SPOILT[name][1]


def test_without_a_gpu_a_plan_for_one_is_refused(tiny_bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert reason_of("transformers", tiny_bundle, device="cuda") == "no_gpu"


def test_an_engine_whose_library_is_not_installed_says_so(tmp_path: Path) -> None:
    assert reason_of("another", tmp_path) == "library_missing"


@pytest.fixture
def llama(small_gguf: Path) -> Iterator[WorkerModel]:
    """A worker of a test's own."""
    model = WorkerModel(plan_of("llama", small_gguf))
    yield model
    model.close()


@pytest.mark.skipif(sys.platform != "linux", reason="limits another process's memory")
def test_a_worker_out_of_memory_costs_one_answer(llama: WorkerModel) -> None:
    assert llama.identity
    assert llama.pid
    resource.prlimit(llama.pid, resource.RLIMIT_AS, (1, 1))
    with pytest.raises(ModelFailed) as failed:
        llama.count_tokens(["a" * 20_000_000])  # more than the worker has at hand
    assert failed.value.details["reason"] in ("crashed", "out_of_memory")
    assert ask(llama, QUESTIONS[0]).text


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


def test_two_hundred_cancels_leave_the_workers_memory_as_it_was(llama: WorkerModel) -> None:
    assert llama.identity
    assert llama.pid
    worker, sizes = psutil.Process(llama.pid), []
    for turn in range(200):
        stop = Stop(when=(lambda _: True) if turn % 20 else bool)
        with pytest.raises(Cancelled):
            llama.ask(OTHER, Question("Tell a long story.", "", 500), token=stop.token, on_text=stop)
        sizes.append(worker.memory_info().rss)
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
from bankrm.drafting.ports import ModelFailed, Prefix, Question
source, folder = map(Path, sys.argv[1:])
tokenizer = AutoTokenizer.from_pretrained(source)
tokenizer.save_pretrained(folder)
torch.manual_seed(7)
config = AutoConfig.for_model(
    "mistral", hidden_size=64, intermediate_size=128, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2,
    head_dim=16, vocab_size=1024, sliding_window=64, eos_token_id=2, initializer_range=0.2,
)
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
model.save_pretrained(folder)
assert config.sliding_window == 64
engine = TransformersEngine(LoadPlan("transformers", "sliding", str(folder), "", 2048, 2))
system, evidence, question = "Be brief.", "word " * 100, "What is said?"
texts = [engine.ask(Prefix(system, evidence), Question(question, "", 20), token=CancelToken()).text for _ in range(2)]
turns = [{"role": "system", "content": system}, {"role": "user", "content": evidence + question}]
asked = tokenizer.apply_chat_template(turns, add_generation_prompt=True, return_tensors="pt", return_dict=True)
bare = model.eval().generate(**asked, max_new_tokens=20, do_sample=False)[0, asked["input_ids"].shape[1]:]
try:
    engine.ask(Prefix(system, ""), Question("Write.", "start: nowhere", 5), token=CancelToken())
except ModelFailed as failed:
    assert failed.details["reason"] == "engine_error"
    print("no grammar")
print(len(set(texts)), texts[0] == tokenizer.decode(bare, skip_special_tokens=True).rstrip(chr(0xFFFD)))
"""


def test_a_prefix_longer_than_a_sliding_window_reads_on_rightly(tiny_bundle: Path, tmp_path: Path) -> None:
    assert run(_SLIDING, tiny_bundle, tmp_path / "sliding") == "no grammar\n1 True"


def test_packing_makes_a_bundle_that_loads_as_it_is(tiny_bundle: Path, tmp_path: Path) -> None:
    heard: list[Progress] = []
    quantise(tiny_bundle, tmp_path / "packed", token=CancelToken(), report=heard.append)
    assert (heard[0].task, heard[0].done) == ("read_weights", 0)
    assert heard[-1].task == "write_weights"
    model = WorkerModel(plan_of("transformers", tmp_path / "packed"))
    try:
        assert model.identity.parameters["quantisation"] == "nf4"
        assert ask(model, Question("Write one line.", LINE, 60), OTHER).finish is Finish.STOP
    finally:
        model.close()


def test_packing_that_is_cancelled_leaves_nothing(tiny_bundle: Path, tmp_path: Path) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        quantise(tiny_bundle, tmp_path / "packed", token=token, report=lambda _: token.cancel())
    assert not list(tmp_path.glob("*packed*"))
