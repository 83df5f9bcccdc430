"""設定 on the sample bank: every setting has its words, a choice is written, the examination is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot
from tests.gui.seeing import until_quiet

from bankrm.bootstrap import Program
from bankrm.policy.reading import keys
from bankrm.policy.settings import Policy
from bankrm.ui.pages.settings import words
from bankrm.ui.places import SettingsPlace, TodayPlace
from bankrm.ui.shell.desk import Desk


def test_every_setting_has_its_words_and_only_possible_choices() -> None:
    assert set(words.POLICY) == set(keys())
    for key, values in words.CHOICES.items():
        for value in values:
            assert Policy.model_validate({key: value})


def test_a_choice_is_written_and_the_examination_shown(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(SettingsPlace())
    until_quiet(qtbot, desk)
    name = words.policy_name("IdleLockMinutes")
    field = next(one for one in desk.findChildren(QComboBox) if one.accessibleName() == name)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil((sample_program.home / "settings.json").exists)
    look = next(one for one in desk.findChildren(QPushButton) if one.text() == "診断する")
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.text().startswith("✓ 良好") for one in desk.findChildren(QLabel)), timeout=20_000)
    until_quiet(qtbot, desk)


def test_what_would_be_masked_is_marked_shown_with_tokens_and_forgotten_when_the_page_is_left(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(SettingsPlace())
    until_quiet(qtbot, desk)
    field = next(one for one in desk.findChildren(QTextEdit) if one.accessibleName() == "伏せる語を確かめる文")
    field.setFocus()
    field.insertPlainText("𠮷田様の携帯は 090-1234-5678 です")
    qtbot.waitUntil(lambda: bool(field.extraSelections()), timeout=20_000)
    marked = [one.cursor.selectedText() for one in field.extraSelections()]
    shown = [one.text() for one in desk.findChildren(QLabel)]
    assert "090-1234-5678" in marked
    assert any("〔電話1〕" in text for text in shown)
    desk.go(TodayPlace())
    assert field.toPlainText() == ""
    assert not any("〔電話1〕" in one.text() for one in desk.findChildren(QLabel))
    until_quiet(qtbot, desk)
