"""The window without a person: what it shows is waited for, and what breaks in it is not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColorConstants, QImage

from bankrm.bootstrap import Program
from bankrm.ui.appearance import ThemeChoice
from bankrm.ui.pages import PAGES
from bankrm.ui.studio import Look, is_drawn, studio
from bankrm.ui.theme import DARK, LIGHT
from bankrm.ui.translations import Language


@pytest.mark.parametrize(("choice", "ground"), [(ThemeChoice.LIGHT, LIGHT.surface), (ThemeChoice.DARK, DARK.surface)])
@pytest.mark.parametrize("language", Language)
@pytest.mark.usefixtures("qapp")
def test_every_page_is_drawn_in_both_themes_and_languages(
    sample_program: Program, choice: ThemeChoice, ground: str, language: Language
) -> None:
    with studio(sample_program, Look(choice, language, (1280, 720))) as made:
        for page in PAGES:
            made.go(page.place())
            picture = made.picture()
            assert (picture.width(), picture.height()) == (1280, 720), page.key
            assert is_drawn(picture), page.key
            assert picture.pixelColor(170, 360).name() == ground.lower(), page.key  # the navigation's ground


@pytest.mark.usefixtures("qapp")
def test_what_breaks_in_the_window_is_raised_at_the_next_wait(sample_program: Program) -> None:
    def break_() -> None:
        raise KeyError("broken")

    with studio(sample_program) as made:
        made.desk.jobs.read(break_, print)
        with pytest.raises(KeyError):
            made.rest()


@pytest.mark.usefixtures("qapp")
def test_a_studio_speaks_its_language_while_it_stands(sample_program: Program) -> None:
    def word() -> str:
        return QCoreApplication.translate("Pages", "設定")

    with studio(sample_program, Look(language=Language.ENGLISH)):
        assert word() == "Settings"
    assert word() == "設定"


def test_one_colour_all_over_is_no_picture() -> None:
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColorConstants.White)
    assert not is_drawn(picture)
    for x in range(90, 110):
        for y in range(40, 60):
            picture.setPixelColor(x, y, QColorConstants.Black)
    assert is_drawn(picture)
