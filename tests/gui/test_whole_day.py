"""From the first start to the evening: one window, the bank's files, a model's drafts behind it, an edit, a hand-in, a record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot
from tests.fakes.writers import StandInWriter

from bankrm.adapters.system.clock import JAPAN, FixedDay
from bankrm.application.ports.engine_plan import Engine
from bankrm.application.preparation_schedule import Step
from bankrm.bootstrap import Program
from bankrm.bootstrap.engines import Engines
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import VISIT_SET, DocumentKindName, RecipeSection
from bankrm.drafting.ports import SectionRewriter, VisitContext
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.places import DraftsPlace, ImportPlace, RecordsPlace, TodayPlace
from bankrm.ui.shell.opener import ProgramOpener
from bankrm.ui.shell.window import Window
from bankrm.ui.widgets.plain_edit import PlainEdit

PASSPHRASE, MORNING = "twelve letters or more", date(2026, 11, 24)
LONG_MS = 120_000
pytestmark = pytest.mark.timeout(400)


class ScriptedEngines(Engines):
    """A writer that stands in for a model's; it goes on while `go` is set."""

    go = threading.Event()

    @contextmanager
    def writer(
        self,
        engine: Engine | None,  # noqa: ARG002
        model: str | None,  # noqa: ARG002
        token: CancelToken,
    ) -> Iterator[SectionRewriter | None]:
        def before(_context: VisitContext, _section: RecipeSection) -> None:
            while not ScriptedEngines.go.wait(0.01):
                token.check()

        yield StandInWriter(before)


class ScriptedProgram(Program):
    @cached_property
    def engines(self) -> Engines:
        return ScriptedEngines(self)


class Early(FixedDay):
    """Before the first visit of the day, whenever the test runs: the set of a visit that has begun is left alone."""

    def now(self) -> datetime:
        return datetime.combine(self.day, time(8), JAPAN).astimezone(UTC)


class Person:
    """Somebody at the window, who sees it and uses keys and mouse."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.desk is not None and self.window.desk.jobs.is_quiet, timeout=LONG_MS)

    def until_prepared(self) -> None:
        desk = self.window.desk
        assert desk is not None
        ahead = desk.services.preparing
        self.qtbot.waitUntil(lambda: ahead.state.step is None, timeout=LONG_MS)

    def button(self, text: str) -> QPushButton:
        def there() -> list[QPushButton]:
            buttons = self.window.findChildren(QPushButton)
            return [one for one in buttons if one.isVisible() and one.isEnabled() and one.text().strip() == text]

        self.qtbot.waitUntil(lambda: bool(there()), timeout=LONG_MS)
        return there()[0]

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        self.wait()

    def draft(self, visit: str) -> Draft:
        """The brief of that visit that stands now."""
        desk = self.window.desk
        assert desk is not None
        with desk.services.begin() as uow:
            standing = uow.drafts.summaries(visit=visit)
            brief = uow.drafts.get(next(one.id for one in standing if one.kind is DocumentKindName.VISIT_BRIEF))
        assert brief is not None
        return brief

    def is_written_by(self, model: str, visit: str) -> bool:
        """Whether a draft of that visit stands, by that model."""
        desk = self.window.desk
        assert desk is not None
        with desk.services.begin() as uow:
            drafts = [uow.drafts.get(one.id) for one in uow.drafts.summaries(visit=visit)]
        return any(draft.provenance.model == model for draft in drafts if draft)

    def visit(self) -> str:
        desk = self.window.desk
        assert desk is not None
        with desk.services.begin() as uow:
            return uow.records.visits(MORNING, MORNING)[0].ref


@pytest.fixture(name="person")
def _person(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[Person]:
    ScriptedEngines.go.set()
    program = replace(ScriptedProgram.of(tmp_path / "home", MORNING), clock=Early(MORNING))
    window = Window(ProgramOpener(program), appearance, LayoutMemory(program.home), lambda _: "1")
    window.resize(1366, 768)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Person(qtbot, window)
    window.close()


def begin_with_the_banks_files(person: Person) -> None:
    person.window.begin()
    person.click("新しく始める")
    fields = person.window.findChildren(QLineEdit)
    person.qtbot.waitUntil(lambda: sum(field.isVisible() for field in fields) == 2)
    for field in fields:
        if field.isVisible():
            QTest.keyClicks(field, PASSPHRASE)
    person.click("この内容で始める")
    person.wait()
    desk = person.window.desk
    assert desk is not None
    desk.go(ImportPlace((Path(__file__).parents[2] / "resources" / "sample",)))
    person.wait()


def test_from_the_first_start_to_the_evenings_record(person: Person) -> None:
    begin_with_the_banks_files(person)
    desk = person.window.desk
    assert desk is not None

    # the sets of the day stand without being asked for, the template's first, then the model's
    desk.services.preparing.prepare_all()
    visit = person.visit()
    person.qtbot.waitUntil(lambda: person.is_written_by("stand-in", visit), timeout=LONG_MS)
    desk.services.preparing.cancel()  # the other visits' would take the test's time
    person.until_prepared()
    desk.go(TodayPlace())
    person.wait()

    # a sentence is edited by keys, and the set is handed in
    desk.go(DraftsPlace(visit=visit))
    person.wait()
    person.key(Qt.Key.Key_E)
    field = QApplication.focusWidget()
    assert isinstance(field, PlainEdit)
    shorter = field.toPlainText().removeprefix("先方: ")
    field.setPlainText(shorter)
    person.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (shorter, "person") in [(one.text, one.origin) for one in person.draft(visit).statements]
    person.click("提出")
    person.wait()
    assert person.draft(visit).state is DraftState.SUBMITTED

    # in the evening one memo becomes the record
    desk.go(RecordsPlace(visit=visit))
    person.wait()
    memo = QApplication.focusWidget()
    assert isinstance(memo, QTextEdit)
    memo.setPlainText("社長「設備は来期でいい」とのこと。\n→見積は来週金曜まで当方。")
    person.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with desk.services.begin() as uow:
        dossier = uow.records.dossier(person.draft(visit).client)
    assert dossier is not None
    recorded = dossier.interactions[-1]
    assert (recorded.on, "設備は来期でいい" in recorded.client_words) == (MORNING, True)


def test_a_lock_while_a_model_writes_loses_nothing_and_shows_nothing(person: Person) -> None:
    begin_with_the_banks_files(person)
    desk = person.window.desk
    assert desk is not None
    visit = person.visit()
    ahead = desk.services.preparing
    person.qtbot.waitUntil(lambda: ahead.state.step is None, timeout=LONG_MS)
    ScriptedEngines.go.clear()
    ahead.prepare_all()
    person.qtbot.waitUntil(lambda: ahead.state.step is Step.MODEL, timeout=LONG_MS)
    person.window.lock()
    assert person.window.desk is None
    person.qtbot.waitUntil(lambda: any(one.isVisible() for one in person.window.findChildren(QLineEdit)))
    field = next(one for one in person.window.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.wait()
    assert person.draft(visit).state is DraftState.DRAFT
    after = person.window.desk
    assert after is not None
    after.services.preparing.cancel()
    person.until_prepared()


def test_a_window_that_closes_while_a_model_writes_leaves_the_templates_set(person: Person, tmp_path: Path) -> None:
    begin_with_the_banks_files(person)
    desk = person.window.desk
    assert desk is not None
    ahead = desk.services.preparing
    visit = person.visit()
    person.qtbot.waitUntil(lambda: ahead.state.step is None, timeout=LONG_MS)
    ScriptedEngines.go.clear()
    ahead.prepare_all()
    person.qtbot.waitUntil(lambda: ahead.state.step is Step.MODEL, timeout=LONG_MS)
    person.window.close()
    with (
        Program.of(tmp_path / "home", MORNING).with_passphrase(PASSPHRASE).open_store() as store,
        store.unit_of_work() as uow,
    ):
        kinds = {one.kind for one in uow.drafts.summaries(visit=visit)}
    assert kinds == set(VISIT_SET)
