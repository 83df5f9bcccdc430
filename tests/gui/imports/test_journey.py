"""Files are dropped on an empty store: the clients are there; a strange table is laid out by a person and read ever after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.files import saved
from tests.fakes.layouts import STRANGE

from bankrm.bootstrap import Program
from bankrm.ui.pages.imports.files import FileState
from bankrm.ui.pages.imports.page import ImportPage
from bankrm.ui.places import ImportPlace
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.opener import SAMPLE_DAY

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
KNOWN = {"012,0012345": "012,0010872", "012,0012346": "012,0011519"}


@pytest.fixture
def empty(tmp_path: Path) -> Program:
    home = tmp_path / "empty"
    home.mkdir()
    passphrase = home / "passphrase"
    passphrase.write_text("a passphrase for the test", encoding="utf-8")
    passphrase.chmod(0o600)
    program = Program.of(home, SAMPLE_DAY, passphrase)
    program.create_store().close()
    return program


def page_of(desk: Desk) -> ImportPage:
    (page,) = desk.findChildren(ImportPage)
    return page


def states(page: ImportPage) -> dict[str, FileState]:
    return {row.path.name: row.state for row in page.files_model.rows}


def test_dropped_files_become_clients_and_a_strange_table_is_laid_out_and_found_again(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], empty: Program, tmp_path: Path
) -> None:
    desk = desk_of(empty)
    desk.go(ImportPlace())
    page = page_of(desk)
    names = ("torihikisaki.csv", "osetsu_kiroku.csv", "kessan.xlsx")
    page.drop.chosen.emit([SAMPLE / name for name in names])
    qtbot.waitUntil(lambda: not page.running and len(states(page)) == 3, timeout=60_000)
    assert set(states(page).values()) == {FileState.TAKEN}
    text = STRANGE
    for one, other in KNOWN.items():
        text = text.replace(one, other)
    strange = saved(tmp_path / "in", "yoshin.csv", text).path
    page.drop.chosen.emit([strange])
    qtbot.waitUntil(lambda: not page.running and states(page).get("yoshin.csv") is FileState.REFUSED, timeout=60_000)
    page.opened.emit(strange)
    panel = page.mapping
    qtbot.waitUntil(lambda: panel.options.record.count() > 0, timeout=60_000)
    panel.chosen.emit({"record": "host"})
    qtbot.waitUntil(lambda: panel.options.record.currentData() == "host", timeout=60_000)
    panel.amended.emit({"short_dates": "令和"})
    panel.kept.emit("営業支援 与信一覧", False)
    qtbot.waitUntil(lambda: not page.running and states(page)["yoshin.csv"] is FileState.TAKEN, timeout=60_000)
    assert page.overview.isVisible()
    page.drop.chosen.emit([strange])
    qtbot.waitUntil(lambda: not page.running and _unchanged(page, strange) == 1, timeout=60_000)
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=60_000)


def test_a_strange_table_is_laid_out_by_keys_alone(
    qtbot: QtBot,
    desk_of: Callable[[Program], Desk],
    empty: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clients = "店番,CIF番号,取引先名\n" + "".join(f"{key},会社\n" for key in KNOWN)
    chosen = [saved(tmp_path, "c.csv", clients).path, saved(tmp_path, "yoshin.csv", STRANGE).path]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in chosen], ""))
    desk = desk_of(empty)
    desk.go(ImportPlace())
    page = page_of(desk)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.running and len(states(page)) == 2, timeout=60_000)
    tab_to(desk, page.files)
    while page.files_model.rows[page.files.currentIndex().row()].path.name != "yoshin.csv":
        QTest.keyClick(page.files, Qt.Key.Key_Down)
    QTest.keyClick(page.files, Qt.Key.Key_Return)
    record = page.mapping.options.record
    qtbot.waitUntil(lambda: record.count() > 0, timeout=60_000)
    tab_to(desk, record)
    while record.currentData() != "host":
        QTest.keyClick(record, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "loans" in {box.currentData() for box in page.findChildren(QComboBox)}, timeout=60_000)
    tab_to(desk, page.mapping.name)
    QTest.keyClicks(page.mapping.name, "yoshin")
    qtbot.waitUntil(page.mapping.save.isEnabled, timeout=60_000)
    QTest.keyClick(page.mapping.name, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not page.running and states(page)["yoshin.csv"] is FileState.TAKEN, timeout=60_000)
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=60_000)


def tab_to(desk: Desk, wanted: QWidget) -> None:
    """Press Tab until that widget has the focus."""
    for _ in range(60):
        focused = desk.focusWidget()
        if focused is wanted:
            return
        QTest.keyClick(focused or desk, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {wanted.accessibleName()}")


def test_a_window_that_closes_during_an_import_leaves_nothing_half(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], empty: Program, tmp_path: Path
) -> None:
    many = "店番,CIF番号,取引先名\n" + "".join(f"012,{number:07},会社{number}\n" for number in range(20_000))
    desk = desk_of(empty)
    desk.go(ImportPlace())
    page = page_of(desk)
    page.drop.chosen.emit([saved(tmp_path, "c.csv", many).path])
    qtbot.waitUntil(lambda: any(row.done for row in page.files_model.rows), timeout=60_000)
    desk.leave()
    with desk.services.begin() as work:
        assert work.records.clients() == []
        assert work.records.holdings().counts["client"] == 0


def _unchanged(page: ImportPage, path: Path) -> int:
    report = next(row.report for row in page.files_model.rows if row.path == path)
    return report.unchanged if report else 0
