"""What tests of the window rely on: no screen, warnings of Qt as failures, a store with the sample bank."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.seeing import LengtheningTranslator

from bankrm.bootstrap import Program
from bankrm.ui.appearance import Appearance, ThemeChoice
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.opener import SAMPLE_DAY, ProgramOpener
from bankrm.ui.shell.opening import Opened
from bankrm.ui.shell.session import Session
from bankrm.ui.translations import Language, install

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample bank and its next business day's sets, made once; tests work on copies."""
    home = tmp_path_factory.mktemp("sample")
    opened = ProgramOpener(Program.of(home, None)).sample()
    opened.store.close()
    return home / "sample"


@pytest.fixture
def sample_program(sample_home: Path, tmp_path: Path) -> Program:
    """The program on a copy of the sample bank, on its day."""
    home = tmp_path / "bank"
    shutil.copytree(sample_home, home)
    return Program.of(home, SAMPLE_DAY, home / "passphrase")


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme on the test's application."""
    yield Appearance(qapp, RESOURCES, ThemeChoice.LIGHT)
    qapp.setStyleSheet("")


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    """Each language of the window in turn."""
    translator = install(qapp, RESOURCES, request.param)
    yield request.param
    if translator:
        qapp.removeTranslator(translator)


@pytest.fixture
def _longer(qapp: QApplication) -> Iterator[None]:
    """A language whose every sentence is longer."""
    translator = LengtheningTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def desk_of(qtbot: QtBot, appearance: Appearance) -> Iterator[Callable[[Program], Desk]]:
    """Opens the desk on a program's store, 1366×768, shown; everything is closed at the end."""
    opened = []

    def open_desk(program: Program) -> Desk:
        session = Session(Opened(program, program.open_store()))
        desk = Desk(session, appearance, LayoutMemory(program.home))
        desk.resize(1366, 768)
        opened.append((desk, session))
        qtbot.addWidget(desk)
        with qtbot.waitActive(desk):  # keys reach the active window alone
            desk.show()
            desk.activateWindow()
        return desk

    yield open_desk
    for desk, session in opened:
        desk.leave()
        desk.jobs.stop()
        session.close()
