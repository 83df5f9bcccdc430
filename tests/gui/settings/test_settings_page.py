"""設定 on the sample bank: every setting has its words, a choice is written, the examination is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.seeing import until_quiet

from bankrm.bootstrap import Program
from bankrm.policy.reading import keys
from bankrm.policy.settings import Policy
from bankrm.ui.pages.settings import words
from bankrm.ui.places import SettingsPlace
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
