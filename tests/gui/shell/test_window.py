"""The window: it opens, locks to a page that shows nothing of a client, and comes back to the same place."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bankrm.application.ports.store import StoreDiskFull, StoreMissing
from bankrm.bootstrap import Program
from bankrm.domain.progress import CancelToken, Report
from bankrm.domain.recipes import DocumentKindName
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.places import DraftsPlace, SettingsPlace
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.opener import ProgramOpener
from bankrm.ui.shell.window import Window
from bankrm.ui.widgets.plain_edit import PlainEdit

PASSPHRASE = "twelve letters or more"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(name="window")
def _window(qtbot: QtBot, appearance: Appearance, sample_program: Program) -> Iterator[Window]:
    window = Window(ProgramOpener(sample_program), appearance, LayoutMemory(sample_program.home), lambda _: "1")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def opened(qtbot: QtBot, window: Window) -> Window:
    with qtbot.waitSignal(window.usable):
        window.begin()
    return window


def test_its_title_names_the_program_alone(qtbot: QtBot, window: Window) -> None:
    assert opened(qtbot, window).windowTitle() == "BankRM"


def test_locking_closes_the_store_and_unlocking_comes_back(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    assert window.desk is not None
    window.desk.tour.close_over()
    window.desk.go(SettingsPlace())
    window.lock()
    assert window.desk is None
    assert not any("凪浜" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    unlock = next(one for one in window.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(window.usable):
        QTest.mouseClick(unlock, Qt.MouseButton.LeftButton)
    assert window.desk.place == SettingsPlace()


def begin_writing(qtbot: QtBot, window: Window, words: str) -> Desk:
    """Words in the panel of a statement, not taken yet."""
    desk = opened(qtbot, window).desk
    assert desk is not None
    desk.tour.close_over()
    with desk.services.begin() as uow:
        draft = next(one.id for one in uow.drafts.summaries() if one.kind is DocumentKindName.HISTORY_SUMMARY)
    desk.go(DraftsPlace(draft=draft))
    qtbot.waitUntil(lambda: bool(desk.findChildren(StatementList)) and desk.jobs.is_quiet)
    (statements,) = desk.findChildren(StatementList)
    statements.wish("edit")
    (field,) = statements.findChildren(PlainEdit)
    field.setPlainText(words)
    return desk


def panel_words(window: Window) -> list[str]:
    return [one.toPlainText() for one in window.desk.findChildren(PlainEdit) if one.isVisible()] if window.desk else []


def test_words_that_were_being_written_at_a_lock_stand_in_their_panel_after_it_and_on_no_disk(
    qtbot: QtBot, window: Window, sample_program: Program
) -> None:
    begin_writing(qtbot, window, "書きかけの言葉")
    window.lock()
    assert not any("書きかけ" in one.toPlainText() for one in window.findChildren(PlainEdit) if one.isVisible())
    assert not any(
        "書きかけ".encode() in file.read_bytes() for file in sample_program.home.rglob("*") if file.is_file()
    )
    unlock = next(one for one in window.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(window.usable):
        QTest.mouseClick(unlock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel_words(window) == ["書きかけの言葉"])


def test_a_window_with_words_being_written_stays_once_and_shows_them(qtbot: QtBot, window: Window) -> None:
    desk = begin_writing(qtbot, window, "書きかけの言葉")
    desk.go(SettingsPlace())
    assert not window.close()
    assert isinstance(desk.place, DraftsPlace)
    qtbot.waitUntil(lambda: panel_words(window) == ["書きかけの言葉"])
    assert any("書きかけ" in label.text() for label in desk.notices.findChildren(QLabel) if label.isVisible())
    assert window.close()


def test_a_locked_window_with_words_being_written_stays_once_and_shows_none_of_them(
    qtbot: QtBot, window: Window
) -> None:
    begin_writing(qtbot, window, "社長は引退を考えている")
    window.lock()
    assert not window.close()
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("書きかけ" in text for text in told)
    assert not any("引退" in text for text in told)
    assert window.close()


def test_a_window_whose_page_cannot_keep_what_it_has_stays_once_and_says_why(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(qtbot, window).desk
    assert desk is not None
    monkeypatch.setattr(desk.page_now, "leave", refuse)
    assert not window.close()
    assert window.isVisible()
    assert any("空き" in label.text() for label in desk.notices.findChildren(QLabel) if label.isVisible())
    assert window.close()


def test_a_window_with_nothing_unfinished_closes_at_once(qtbot: QtBot, window: Window) -> None:
    assert opened(qtbot, window).close()


def test_a_key_puts_the_lock_off_and_nobody_at_the_window_locks_it(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    window.idle.start_ms(60_000)
    qtbot.waitUntil(lambda: window.idle.left_ms < 59_400)
    window.eventFilter(window, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
    assert window.idle.left_ms > 59_500  # a coarse timer
    window.idle.start_ms(1)
    qtbot.waitUntil(lambda: window.desk is None)


def test_a_person_at_any_window_of_the_application_puts_the_lock_off(
    qtbot: QtBot, qapp: QApplication, window: Window
) -> None:
    opened(qtbot, window)
    window.watch(qapp)
    other = QDialog(window)
    for shown in (window, other):
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        window.idle.start_ms(60_000)
        qtbot.waitUntil(lambda: window.idle.left_ms < 59_400)
        QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Shift)
        assert window.idle.left_ms > 59_500
    other.close()


def test_a_page_that_cannot_keep_what_it_has_does_not_hold_up_the_lock(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, window)
    desk = window.desk
    assert desk is not None
    desk.tour.close_over()
    page = desk.page_now
    monkeypatch.setattr(page, "leave", refuse)
    window.lock()
    assert window.desk is None
    assert not desk.isVisible()
    assert any("空き" in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def refuse() -> None:
    raise StoreDiskFull(path="store.db")


def test_work_begun_at_the_desk_ends_behind_the_lock_and_then_the_store_is_closed(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    desk = window.desk
    assert desk is not None
    store, go_on, answers = desk.services.store, threading.Event(), list[int]()

    def work(_token: CancelToken, _report: Report) -> int:
        go_on.wait(20)
        with store.unit_of_work() as uow:
            return len(uow.records.clients())

    ended = list[int]()

    def count(token: CancelToken, report: Report) -> int:
        ended.append(work(token, report))
        return ended[0]

    desk.jobs.start(count, answers.append)
    began = time.monotonic()
    window.lock()
    assert time.monotonic() - began < 5, "the window's thread waits for nobody"
    assert window.desk is None
    go_on.set()
    qtbot.waitUntil(lambda: not window.lingers, timeout=60_000)
    assert (ended, answers) == ([12], [])
    with pytest.raises(StoreMissing), store.unit_of_work() as uow:
        uow.records.clients()


def test_no_store_and_no_key_stays_behind_a_lock(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    stores = list[weakref.ref[object]]()
    for _ in range(3):
        desk = window.desk
        assert desk is not None
        stores.append(weakref.ref(desk.services.store))
        desk.services.preparing.cancel()
        window.lock()
        del desk
        qtbot.waitUntil(lambda: not window.lingers, timeout=60_000)
        with qtbot.waitSignal(window.usable):
            QTest.mouseClick(next(one for one in window.findChildren(QPushButton) if one.isVisible()), LEFT)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(store() for store in stores), timeout=10_000)


def test_a_bug_is_told_by_its_number_and_the_window_stays(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    window.tell_bug(RuntimeError("customer text"))
    assert window.desk is not None
    assert "番号 1" in window.desk.notices.accessibleName()
    assert "customer" not in window.desk.notices.accessibleName()


def test_a_new_store_is_made_by_a_passphrase_typed_twice(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> None:
    program = Program.of(tmp_path / "home", None)
    window = Window(ProgramOpener(program), appearance, LayoutMemory(program.home), lambda _: "1")
    qtbot.addWidget(window)
    window.show()
    window.begin()

    def press(text: str) -> None:
        qtbot.waitUntil(lambda: any(one.isVisible() and one.text() == text for one in window.findChildren(QPushButton)))
        found = next(one for one in window.findChildren(QPushButton) if one.isVisible() and one.text() == text)
        qtbot.waitUntil(found.isEnabled)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    press("新しく始める")
    qtbot.waitUntil(lambda: sum(field.isVisible() for field in window.findChildren(QLineEdit)) == 2)
    first, second = (field for field in window.findChildren(QLineEdit) if field.isVisible())
    QTest.keyClicks(first, PASSPHRASE)
    QTest.keyClicks(second, PASSPHRASE)
    with qtbot.waitSignal(window.usable):
        press("この内容で始める")
    window.close()
    with program.with_passphrase(PASSPHRASE).open_store() as store:
        assert store.info().wraps == ("passphrase",)
