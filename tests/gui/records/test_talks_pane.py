"""The left side of 記録: what is asked, and when."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, TOKYO
from tests.gui.seeing import texts

from bankrm.application.practice_time import PreparationTime
from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.practice import UNSAID
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.records.talks_pane import TalksPane

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
