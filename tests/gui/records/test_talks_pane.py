"""The left side of 記録: what is asked, and when."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCompleter
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, TOKYO
from tests.gui.seeing import texts

from bankrm.application.practice_time import PreparationTime
from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.practice import UNSAID
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.records.client_field import ClientField
from bankrm.ui.pages.records.talks_pane import TalksPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a list over the window, offscreen

ASKED = "一度だけ: これまで訪問1件の準備に何分でしたか"
TALK = RecordingRow(KEY, "潮蔵酒造", date(2026, 11, 24), datetime(2026, 11, 24, 14, tzinfo=TOKYO), "V-1")


@pytest.fixture(name="pane")
def _pane(qtbot: QtBot, appearance: Appearance) -> TalksPane:
    pane = TalksPane(appearance, date(2026, 11, 24))
    qtbot.addWidget(pane)
    pane.show()
    return pane


def test_former_minutes_are_asked_once_and_then_take_no_room(pane: TalksPane) -> None:
    pane.show_talks((TALK,), None)
    pane.show_preparation(PreparationTime(before_min=None, after_min=None, sets=0))
    assert ASKED in texts(pane)
    for answered in (45, UNSAID):
        pane.show_preparation(PreparationTime(before_min=answered, after_min=None, sets=0))
        assert ASKED not in texts(pane)


def test_nothing_is_compared_with_what_nobody_would_say(pane: TalksPane) -> None:
    pane.show_preparation(PreparationTime(before_min=UNSAID, after_min=12.0, sets=3))
    assert not any("準備の時間" in text for text in texts(pane))


def test_where_there_is_no_talk_nothing_is_asked(pane: TalksPane) -> None:
    pane.show_preparation(PreparationTime(before_min=None, after_min=None, sets=0))
    pane.show_talks((), None)
    pane.show_open(False)
    assert ASKED not in texts(pane)
    assert "今朝の聞くこと" not in texts(pane)


HOSHINAMI, YUGE, USHIO = (
    Client(ClientKey("001", "0000001"), "株式会社ほしなみ食品", reading="ほしなみしょくひん"),
    Client(ClientKey("001", "0000002"), "弓削茶舗", reading="ゆげちゃほ"),
    Client(ClientKey("001", "0000003"), "潮蔵茶業", reading="うしおぐらちゃぎょう"),
)


@pytest.fixture(name="field")
def _field(pane: TalksPane) -> ClientField:
    pane.show_clients((HOSHINAMI, YUGE, USHIO))
    field = pane.findChild(ClientField)
    assert isinstance(field, ClientField)
    field.setFocus()
    return field


@pytest.fixture(name="begun")
def _begun(pane: TalksPane) -> list[ClientKey]:
    begun: list[ClientKey] = []
    pane.client_chosen.connect(begun.append)
    return begun


def _list(field: ClientField) -> QAbstractItemView:
    completer = field.findChild(QCompleter)
    assert isinstance(completer, QCompleter)
    popup = completer.popup()
    assert popup is not None
    return popup


@pytest.mark.parametrize("typed", ["ゆげ", "弓削茶舗", "0000002"])
def test_enter_takes_the_only_client_that_fits(field: ClientField, begun: list[ClientKey], typed: str) -> None:
    field.setText(typed)
    field.textEdited.emit(typed)
    assert _list(field).isVisible()
    QTest.keyClick(_list(field), Qt.Key.Key_Return)
    assert begun == [YUGE.key]
    assert not field.text()
    assert not _list(field).isVisible()


def test_where_several_fit_enter_waits_until_one_is_pointed_at(field: ClientField, begun: list[ClientKey]) -> None:
    field.setText("茶")
    field.textEdited.emit("茶")
    QTest.keyClick(_list(field), Qt.Key.Key_Return)
    assert not begun
    assert _list(field).isVisible()
    QTest.keyClick(_list(field), Qt.Key.Key_Down)
    QTest.keyClick(_list(field), Qt.Key.Key_Down)
    assert not begun
    assert field.text() == "茶"
    QTest.keyClick(_list(field), Qt.Key.Key_Return)
    assert begun == [USHIO.key]


def test_down_lists_only_who_fits_and_opens_nothing(field: ClientField, begun: list[ClientKey]) -> None:
    field.setText("ゆげ")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert _list(field).isVisible()
    assert _list(field).model().rowCount() == 1
    for _ in range(3):
        QTest.keyClick(_list(field), Qt.Key.Key_Down)
    QTest.keyClick(_list(field), Qt.Key.Key_Escape)
    assert not _list(field).isVisible()
    assert not begun


def test_where_nobody_fits_that_is_said_beside_the_field(
    pane: TalksPane, field: ClientField, begun: list[ClientKey]
) -> None:
    field.setText("ないない")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert any("当てはまる取引先がありません" in text for text in texts(pane))
    assert not begun
    field.clear()
    field.textEdited.emit("")
    assert not any("当てはまる取引先がありません" in text for text in texts(pane))
