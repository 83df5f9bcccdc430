from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bankrm.adapters.importing.pages import passages
from bankrm.adapters.importing.pdf import read_pdf
from bankrm.application.ports.readers import SourceFile
from bankrm.ui.widgets.pdf_page import draw_page

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
FILES = sorted(SAMPLE.glob("**/*.pdf"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_passage_that_was_imported_is_found_again_on_its_page(qtbot: QtBot, file: Path) -> None:
    assert qtbot is not None
    content = file.read_bytes()
    for page in read_pdf(SourceFile(file)).pages:
        for passage in passages(page):
            drawn = draw_page(content, page.number or 1, passage.text, near=passage.span[0])
            assert drawn is not None
            assert drawn.marks, passage.text
            assert all(drawn.image.rect().toRectF().contains(mark) for mark in drawn.marks)


def test_of_two_lines_that_say_the_same_the_cited_one_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    from tests.fakes.files import pdf

    assert qtbot is not None
    content = pdf(tmp_path, [["締切は27日です。", "ここまで。" * 5, "締切は27日です。"]]).content
    upper, lower = (draw_page(content, 1, "締切は27日です。", near=near) for near in (0, 40))
    assert upper is not None
    assert lower is not None
    assert upper.marks[0].top() < lower.marks[0].top()


def test_a_page_that_does_not_say_it_is_drawn_without_a_mark(qtbot: QtBot) -> None:
    assert qtbot is not None
    drawn = draw_page(FILES[0].read_bytes(), 1, "この頁のどこにも書かれていない言葉")
    assert drawn is not None
    assert drawn.marks == ()


@pytest.mark.parametrize(("content", "page"), [(b"%PDF-1.4 broken", 1), (b"", 1), (FILES[0].read_bytes(), 99)])
def test_what_cannot_be_drawn_is_none(qtbot: QtBot, content: bytes, page: int) -> None:
    assert qtbot is not None
    assert draw_page(content, page, "締切") is None
