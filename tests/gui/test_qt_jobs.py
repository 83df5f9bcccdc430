"""Background work: answers come on the window's thread, the last read of a key wins, errors and bugs have their doors."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from bankrm.application.changes import Area, Changes
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.progress import CancelToken, Progress, Report
from bankrm.ui.jobs import Lane
from bankrm.ui.qt_jobs import QtJobs


@pytest.fixture(name="jobs")
def _jobs(qtbot: QtBot) -> Iterator[QtJobs]:  # noqa: ARG001
    jobs = QtJobs()
    yield jobs
    assert jobs.stop()


def test_a_query_runs_elsewhere_and_its_answer_comes_here(qtbot: QtBot, jobs: QtJobs) -> None:
    ran: list[str] = []
    jobs.read(
        lambda: ran.append(threading.current_thread().name), lambda _: ran.append(threading.current_thread().name)
    )
    qtbot.waitUntil(lambda: len(ran) == 2)
    assert ran[0] != threading.main_thread().name == ran[1]


def test_all_is_quiet_when_the_last_answer_has_been_heard(qtbot: QtBot, jobs: QtJobs) -> None:
    may_end = threading.Event()
    heard: list[bool] = []
    assert jobs.is_quiet
    jobs.act(lambda: may_end.wait(5), lambda _: heard.append(jobs.is_quiet))
    assert not jobs.is_quiet
    may_end.set()
    qtbot.waitUntil(lambda: jobs.is_quiet)
    assert heard == [False]


def test_of_reads_with_one_key_only_the_last_is_answered(qtbot: QtBot, jobs: QtJobs) -> None:
    answers: list[int] = []
    first_may_end = threading.Event()
    jobs.read(lambda: (first_may_end.wait(5), 1)[1], answers.append, key="list")
    jobs.read(lambda: 2, answers.append, key="list")
    jobs.read(lambda: 3, answers.append, key="list")
    first_may_end.set()
    qtbot.waitUntil(lambda: bool(answers))
    jobs.read(lambda: None, lambda _: answers.append(0))
    qtbot.waitUntil(lambda: answers[-1] == 0)
    assert answers == [3, 0]


def test_changes_are_broadcast_after_the_answer(qtbot: QtBot, jobs: QtJobs) -> None:
    order: list[object] = []
    changes = Changes.of(Area.DRAFTS)
    jobs.changed.connect(order.append)
    jobs.act(lambda: changes, lambda _: order.append("answered"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["answered", changes]


def test_an_error_goes_to_who_asked_and_else_to_the_window(qtbot: QtBot, jobs: QtJobs) -> None:
    mine: list[ExpectedError] = []
    windows: list[ExpectedError] = []
    jobs.failed.connect(windows.append)
    missing = NotFound(what="draft", id="x")

    def refuse() -> None:
        raise missing

    jobs.act(refuse, failed=mine.append)
    jobs.act(refuse)
    qtbot.waitUntil(lambda: bool(mine and windows))
    assert (mine, windows) == ([missing], [missing])


def test_a_bug_is_told_as_one(qtbot: QtBot, jobs: QtJobs) -> None:
    nothing: dict[str, str] = {}
    with qtbot.waitSignal(jobs.broke) as seen:
        jobs.read(lambda: nothing["at all"], lambda _: None)
    assert isinstance(seen.args[0], KeyError)


def test_an_act_ends_last_however_it_ends(qtbot: QtBot, jobs: QtJobs) -> None:
    order: list[str] = []
    nothing: dict[str, str] = {}

    def refuse() -> None:
        raise NotFound(what="draft", id="x")

    jobs.broke.connect(lambda _: order.append("broke"))
    jobs.changed.connect(lambda _: order.append("told"))
    jobs.act(lambda: Changes.of(Area.DRAFTS), lambda _: order.append("done"), ended=lambda: order.append("ended"))
    jobs.act(refuse, failed=lambda _: order.append("refused"), ended=lambda: order.append("ended"))
    jobs.act(lambda: nothing["at all"], ended=lambda: order.append("ended"))
    qtbot.waitUntil(lambda: order.count("ended") == 3)
    assert order == ["done", "told", "ended", "refused", "ended", "broke", "ended"]


def test_cancelled_work_ends_without_an_answer(qtbot: QtBot, jobs: QtJobs) -> None:
    order: list[str] = []
    began = threading.Event()

    def work(token: CancelToken, report: Report) -> None:
        report(Progress("import", 0, 2))
        began.set()
        while True:
            token.check()

    running = jobs.start(work, lambda _: order.append("done"), lane=Lane.IO, ended=lambda: order.append("ended"))
    began.wait(5)
    assert not jobs.is_quiet
    running.cancel()
    qtbot.waitUntil(lambda: bool(order))
    qtbot.waitUntil(lambda: jobs.is_quiet)
    assert order == ["ended"]


def test_nothing_is_answered_after_the_stop(qtbot: QtBot) -> None:
    jobs = QtJobs()
    answers: list[int] = []
    jobs.read(lambda: 1, answers.append)
    assert jobs.stop()
    QTimer.singleShot(0, lambda: answers.append(0))  # what was on its way has passed by then
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [0]
