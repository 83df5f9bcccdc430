"""What is seen on 今日."""

from __future__ import annotations

from tests.fakes.today import FRIDAY, a_row
from tests.gui.seeing import texts

from bankrm.domain.closings import ClosingKind
from bankrm.domain.ids import ClosingId
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.presenter import LastClosing


def words_on(page: TodayPage) -> str:
    return "\n".join(texts(page))


def closed(kind: ClosingKind = ClosingKind.DONE) -> LastClosing:
    return LastClosing(a_row("一"), ClosingId("c-1"), kind, "一の写し", FRIDAY)
