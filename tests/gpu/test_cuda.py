"""What only an NVIDIA GPU can show. Skipped by name without one; needs nothing but the `gpu` libraries, psutil and pytest."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench import random_bundle
from tests.asking import LINE, LONG, OTHER, PREFIX, QUESTIONS, Stop, ask, plan_of, texts

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.nvidia import find_gpus
from bankrm.adapters.engines.quantise import quantise
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.drafting.ports import ContextOverflow, Finish, ModelFailed, ModelUnusable, Prefix, Question

pytestmark = pytest.mark.timeout(300)
HIDDEN, LAYERS = 1024, 16  # 270 million parameters: 540 MB, 140 MB in 4 bits
_MIB = 1 << 20


@pytest.fixture(scope="session", autouse=True)
def _cuda() -> None:
    libraries = ("torch", "transformers", "accelerate", "bitsandbytes", "llguidance")
    if missing := [name for name in libraries if not find_spec(name)]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    sees = "import sys, torch; sys.exit(not torch.cuda.is_available())"
    if not shutil.which("nvidia-smi") or subprocess.run([sys.executable, "-c", sees], check=False).returncode:
        pytest.skip("no CUDA device")


@pytest.fixture(scope="session")
def full(_cuda: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Full weights."""
    folder = tmp_path_factory.mktemp("full")
    random_bundle.make(folder, hidden=HIDDEN, layers=LAYERS)
    return folder


@pytest.fixture(scope="session")
def packed(full: Path) -> Path:
    """The same, packed once."""
    out = full.with_name("packed")
    quantise(full, out, token=CancelToken(), device="cuda")
    return out


def plan(weights: Path, **changes: int | str) -> LoadPlan:
    return replace(plan_of("transformers", weights), device="cuda", **changes)  # type: ignore[arg-type]


@contextmanager
def working(plan: LoadPlan) -> Iterator[WorkerModel]:
    model = WorkerModel(plan)
    try:
        yield model
    finally:
        model.close()


@pytest.fixture(scope="session")
def model(packed: Path) -> Iterator[WorkerModel]:
    """One worker with the packed bundle."""
    with working(plan(packed)) as model:
        assert model.identity
        yield model


def test_identity_names_the_card_and_the_arithmetic(model: WorkerModel) -> None:
    told = model.identity.parameters
    assert told["device"] not in ("", "cpu")
    assert told["compute_capability"]
    assert (told["quantisation"], told["offloaded"]) == ("nf4", "0")
    assert told["dtype"] == ("bfloat16" if float(told["compute_capability"]) >= 8 else "float16")


def test_the_card_that_was_chosen_is_the_one_that_answers(packed: Path) -> None:
    (card, *_) = find_gpus()
    with working(plan(packed, gpu=card.uuid)) as chosen:
        assert chosen.identity.parameters["device"] == card.name
        assert chosen.identity.parameters["compute_capability"] == card.compute_capability


def test_full_weights_are_quantised_while_they_are_read_and_say_the_same(model: WorkerModel, full: Path) -> None:
    with working(plan(full, quantise="nf4")) as quantising:
        assert quantising.identity.parameters["quantisation"] == "nf4"
        assert texts(quantising) == texts(model)


def test_an_answer_obeys_its_grammar(model: WorkerModel) -> None:
    pieces: list[str] = []
    answer = model.ask(PREFIX, Question("Write one line.", LINE, 80), token=CancelToken(), on_text=pieces.append)
    assert answer.finish is Finish.STOP
    assert answer.text in {f"[E{id}] 社長は{word}と話した。" for id in (1, 2) for word in ("増収", "減収")}
    assert "".join(pieces) == answer.text


def test_answers_weighed_on_the_card_are_shares_of_one_and_stay_the_same(model: WorkerModel) -> None:
    def weigh() -> tuple[float, ...]:
        return model.weigh(PREFIX, "Say 1, 2 or 3.", ("1", "2", "3"), token=CancelToken())

    shares = weigh()
    ask(model, QUESTIONS[0], OTHER)
    assert sum(shares) == pytest.approx(1, abs=1e-3)
    assert weigh() == shares


def test_texts_depend_neither_on_order_nor_on_the_process(model: WorkerModel, packed: Path) -> None:
    expected = texts(model)
    assert len(set(expected)) > 1
    assert [ask(model, question).text for question in reversed(QUESTIONS)] == list(reversed(expected))
    ask(model, QUESTIONS[0], OTHER)
    assert ask(model, QUESTIONS[2]).text == expected[2]
    with working(plan(packed)) as another:
        assert texts(another) == expected


@pytest.mark.parametrize(
    ("prefix", "when"), [(LONG, lambda piece: not piece), (PREFIX, bool)], ids=["prefix", "answer"]
)
def test_a_cancel_leaves_no_trace(model: WorkerModel, prefix: Prefix, when: Callable[[str], bool]) -> None:
    expected, stop = texts(model), Stop(when)
    with pytest.raises(Cancelled):
        model.ask(prefix, Question("Tell a long story.", "", 400), token=stop.token, on_text=stop)
    assert texts(model) == expected


def test_what_does_not_fit_the_gpu_is_offloaded(full: Path) -> None:
    """Room for workspace, caches and a part of the layers."""
    caches = 2 * (2 * LAYERS * HIDDEN * 2048 * 2)
    with working(plan(full, quantise="nf4", memory_mib=512 + caches // _MIB + 90)) as model:
        assert 0 < int(model.identity.parameters["offloaded"]) < LAYERS
        assert ask(model, Question("Write one line.", LINE, 80)).finish is Finish.STOP
        assert texts(model) == texts(model)


@pytest.mark.parametrize("which", ["full", "packed"])
def test_a_gpu_that_is_far_too_small_is_told(request: pytest.FixtureRequest, which: str) -> None:
    with working(plan(request.getfixturevalue(which), quantise="nf4", memory_mib=32)) as model:
        with pytest.raises(ModelUnusable) as refused:
            assert model.identity
        assert refused.value.details["reason"] == "out_of_memory"


def test_a_prefix_too_long_for_the_gpu_costs_one_answer(packed: Path) -> None:
    weights = (packed / "model.safetensors").stat().st_size // _MIB
    with working(plan(packed, memory_mib=weights + 160, context_tokens=30_000)) as model:
        with pytest.raises(ModelFailed) as failed:
            ask(model, QUESTIONS[0], Prefix("Be brief.", "社長は増収と話した。" * 1500))
        assert failed.value.details["reason"] == "out_of_memory"
        assert ask(model, QUESTIONS[0]).text


def test_what_does_not_fit_the_context_is_refused(model: WorkerModel) -> None:
    with pytest.raises(ContextOverflow):
        ask(model, Question("Tell a long story.", "", 4000))
