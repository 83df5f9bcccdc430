"""The worker as a process: whatever ends it, stops it or reads beside it, the next question gets its own answer."""

from __future__ import annotations

import os
import resource
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.asking import LONG, PREFIX, QUESTIONS, ask, plan_of

from bankrm.adapters.engines.worker_model import WorkerModel, worker_command
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.drafting.ports import ModelFailed, Question

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="signals and limits are POSIX")]


@pytest.fixture(name="model")
def _model(small_gguf: Path) -> Iterator[WorkerModel]:
    model = WorkerModel(plan_of("llama", small_gguf))
    yield model
    model.close()


def _end(model: WorkerModel) -> None:
    """Kill the worker while nobody asks it anything, and see it dead."""
    child = model._child
    assert child
    child.kill()
    child.process.wait()


def test_a_worker_that_dies_between_two_questions_costs_one_answer(model: WorkerModel) -> None:
    expected = ask(model, QUESTIONS[0]).text
    _end(model)
    with pytest.raises(ModelFailed) as failed:
        ask(model, QUESTIONS[1])
    assert failed.value.details["reason"] == "crashed"
    assert ask(model, QUESTIONS[0]).text == expected


def test_a_reader_that_fails_never_gets_its_answer_as_the_next_ones(model: WorkerModel) -> None:
    expected = ask(model, QUESTIONS[1]).text

    def fail(_: str) -> None:
        raise KeyError("reader")

    with pytest.raises(KeyError):
        model.ask(PREFIX, QUESTIONS[0], token=CancelToken(), on_text=fail)
    assert ask(model, QUESTIONS[1]).text == expected


def test_ctrl_c_at_the_terminal_is_not_the_worker_s_to_hear(model: WorkerModel) -> None:
    assert model.identity
    assert model.pid
    assert os.getpgid(model.pid) != os.getpgid(0)


def test_a_stop_while_the_model_is_loaded_is_heard_at_once(model: WorkerModel) -> None:
    token = CancelToken()
    threading.Timer(0.1, token.cancel).start()
    with pytest.raises(Cancelled):
        model.ask(PREFIX, QUESTIONS[0], token=token)


def test_close_ends_a_worker_that_is_at_work(model: WorkerModel) -> None:
    assert model.identity
    failed, at_work = list[str](), threading.Event()

    def asking() -> None:
        question = Question("Tell a long story.", "", 1000)
        try:
            model.ask(LONG, question, token=CancelToken(), on_text=lambda _: at_work.set())
        except ModelFailed as error:
            failed.append(str(error.details["reason"]))

    thread = threading.Thread(target=asking)
    thread.start()
    assert at_work.wait(60)
    started = time.monotonic()
    model.close()
    thread.join()
    assert time.monotonic() - started < 10
    assert failed == ["crashed"]


def test_a_crash_writes_no_memory_to_disk(model: WorkerModel) -> None:
    assert model.identity
    assert model.pid
    assert resource.prlimit(model.pid, resource.RLIMIT_CORE) == (0, 0)


def test_nothing_of_the_current_folder_is_run_and_no_secret_is_handed_on(
    model: WorkerModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "psutil.py").write_text("raise SystemExit('run')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BANKRM_PASSPHRASE_FILE", "/secret")
    assert model.identity
    assert model.pid
    assert not [name for name in psutil.Process(model.pid).environ() if name.startswith("BANKRM_")]


def test_a_long_temporary_folder_is_no_hindrance(
    model: WorkerModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("x" * 120)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    assert model.identity


def test_a_worker_whose_program_is_gone_leaves_nothing(model: WorkerModel) -> None:
    assert model.identity
    child = model._child
    assert child
    folder = child.folder
    child._outgoing.close()
    child.process.wait(timeout=10)
    assert not folder.exists()


def test_a_frozen_program_starts_the_executable_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "/opt/bankrm/bankrm")
    assert worker_command() == ["/opt/bankrm/bankrm-engine"]
