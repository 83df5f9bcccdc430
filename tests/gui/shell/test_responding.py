"""The window answers while threads work: short turns, and full collections only when nobody waits."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bankrm.ui.shell import responding
from bankrm.ui.shell.responding import Responding


class _Circle:
    """Only a collection ends it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(name="keeper")
def _keeper(qtbot: QtBot) -> Iterator[Responding]:  # noqa: ARG001
    parent = QObject()
    gc.enable()  # as Python has it by itself
    keeper = Responding(parent)
    yield keeper
    keeper.stop()


def test_what_lives_in_circles_goes_when_nobody_waits(qtbot: QtBot) -> None:
    parent = QObject()
    keeper = Responding(parent, nobody_waits_ms=20)
    circle = weakref.ref(_Circle())
    keeper.start()
    qtbot.waitUntil(lambda: circle() is None)
    keeper.stop()


def test_turns_are_short_and_python_collects_nothing_by_itself_while_it_is_at_work_and_only_then(
    keeper: Responding,
) -> None:
    turn_s = sys.getswitchinterval()
    keeper.start()
    assert not gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(0.001)
    keeper.stop()
    assert gc.isenabled()
    assert sys.getswitchinterval() == turn_s


def test_what_a_thread_leaves_in_circles_ends_on_the_windows_thread(qtbot: QtBot, keeper: Responding) -> None:
    ended: list[int] = []

    def work() -> None:
        weakref.finalize(_Circle(), lambda: ended.append(threading.get_ident()))
        circles = [_Circle() for _ in range(2 * responding._MANY)]  # older objects that end meanwhile are counted off
        circles.clear()

    keeper.start()
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not ended
    qtbot.waitUntil(lambda: ended == [threading.get_ident()])
