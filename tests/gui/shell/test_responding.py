"""The window answers while threads work: short turns, and full collections only when nobody waits."""

from __future__ import annotations

import gc
import sys
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
def _keeper(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Responding]:  # noqa: ARG001
    monkeypatch.setattr(responding, "_NOBODY_WAITS_MS", 20)
    parent = QObject()
    keeper = Responding(parent)
    yield keeper
    keeper.stop()


def test_what_lives_in_circles_goes_when_nobody_waits(qtbot: QtBot, keeper: Responding) -> None:
    circle = weakref.ref(_Circle())
    keeper.start()
    qtbot.waitUntil(lambda: circle() is None)


def test_turns_are_short_and_full_collections_put_off_while_it_is_at_work_and_only_then(keeper: Responding) -> None:
    collected, turn_s = gc.get_threshold(), sys.getswitchinterval()
    keeper.start()
    assert gc.get_threshold()[2] > 1_000 * collected[2]
    assert sys.getswitchinterval() == pytest.approx(0.001)
    keeper.stop()
    assert (gc.get_threshold(), sys.getswitchinterval()) == (collected, turn_s)
