"""Every page can be read in another language and on a small screen, listened to, and used without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.seeing import nameless, unreachable, until_quiet, until_uncut

from bankrm.bootstrap import Program
from bankrm.ui.pages import PAGES, PageEntry
from bankrm.ui.shell.desk import Desk
from bankrm.ui.theme import MINIMUM_WINDOW

EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


@pytest.fixture(name="shown")
def _shown(qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program) -> Callable[[PageEntry], Desk]:
    def show(page: PageEntry) -> Desk:
        desk = desk_of(sample_program)
        desk.go(page.place())
        until_quiet(qtbot, desk)
        return desk

    return show


@EACH_PAGE
def test_what_takes_the_focus_has_a_name_and_is_reached_by_tab(
    shown: Callable[[PageEntry], Desk], page: PageEntry
) -> None:
    desk = shown(page)
    assert nameless(desk) == []
    assert unreachable(desk) == []


@EACH_PAGE
@pytest.mark.parametrize("size", [(1366, 768), MINIMUM_WINDOW], ids=str)
def test_nothing_is_cut(
    shown: Callable[[PageEntry], Desk], page: PageEntry, size: tuple[int, int], qtbot: QtBot
) -> None:
    desk = shown(page)
    desk.resize(*size)
    until_uncut(qtbot, desk)


@EACH_PAGE
@pytest.mark.usefixtures("_longer")
def test_nothing_is_cut_in_a_longer_language(shown: Callable[[PageEntry], Desk], page: PageEntry, qtbot: QtBot) -> None:
    until_uncut(qtbot, shown(page))


@EACH_PAGE
def test_a_page_says_what_it_is_for(shown: Callable[[PageEntry], Desk], page: PageEntry, qtbot: QtBot) -> None:
    desk = shown(page)
    desk.show_keys()
    assert desk.keys_overview.isVisible()
    until_uncut(qtbot, desk.keys_overview)
