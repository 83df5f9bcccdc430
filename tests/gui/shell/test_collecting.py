"""Full collections wait until nobody is at the window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bankrm.ui.shell import collecting
from bankrm.ui.shell.collecting import Collecting


class _Circle:
    """Only a collection ends it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(name="keeper")
def _keeper(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collecting]:  # noqa: ARG001
    monkeypatch.setattr(collecting, "_NOBODY_WAITS_MS", 20)
    parent = QObject()
    keeper = Collecting(parent)
    yield keeper
    keeper.stop()


def test_what_lives_in_circles_goes_when_nobody_waits(qtbot: QtBot, keeper: Collecting) -> None:
    circle = weakref.ref(_Circle())
    keeper.start()
    qtbot.waitUntil(lambda: circle() is None)


def test_full_collections_are_put_off_while_it_is_at_work_and_only_then(keeper: Collecting) -> None:
    before = gc.get_threshold()
    keeper.start()
    assert gc.get_threshold()[2] > 1_000 * before[2]
    keeper.stop()
    assert gc.get_threshold() == before
