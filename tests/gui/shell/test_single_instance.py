"""A second start wakes the first window and goes."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from bankrm.ui.single_instance import SingleInstance


def test_the_second_start_wakes_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "home"), SingleInstance(tmp_path / "home")
    assert first.take()
    with qtbot.waitSignal(first.woken):
        assert not second.take()
    with qtbot.waitSignal(first.woken):
        assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_two_data_folders_have_a_window_each(tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    assert one.take()
    assert other.take()
    one.release()
    other.release()
