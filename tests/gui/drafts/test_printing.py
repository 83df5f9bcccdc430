"""What comes out of the printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bankrm.drafting.sheet import MOST_CHARACTERS, MOST_LINES, PrintedSheet, SheetLine, SheetSection, Version
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.print_pane import PrintPane
from bankrm.ui.pages.drafts.printing import draw_sheet, set_up


def printed(sheet: PrintedSheet, appearance: Appearance, file: Path) -> list[str]:
    """The text of each page, without spaces."""
    from PySide6.QtWidgets import QApplication

    assert appearance.theme
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    set_up(printer)
    pages = draw_sheet(sheet, printer, QApplication.font())
    texts = ["".join(page.extract_text().split()) for page in PdfReader(file).pages]
    assert len(texts) == pages
    return texts


def sheet(version: Version, lines: int, length: int) -> PrintedSheet:
    section = SheetSection(
        "約束・宿題", tuple(SheetLine("約" * length, inner=n % 2 == 1, sources=(n + 1,)) for n in range(lines))
    )
    return PrintedSheet(
        version, "訪問前準備シート", "【行内限り】 下書き", ("とびうお製麺",), (section,), ("応接記録",) * lines
    )


def test_every_page_says_that_it_stays_in_the_bank_and_how_many_there_are(
    appearance: Appearance, tmp_path: Path
) -> None:
    pages = printed(sheet(Version.IN_BANK, 90, 60), appearance, tmp_path / "a.pdf")
    assert len(pages) > 2
    assert all("行内限り" in text and f"{number}/{len(pages)}" in text for number, text in enumerate(pages, 1))


def test_as_much_as_may_be_carried_fits_one_side(appearance: Appearance, tmp_path: Path) -> None:
    full = PrintedSheet(
        Version.CARRIED, "訪問前準備シート", "【持出し版】", ("とびうお製麺", "11月24日(火) 14:00", "目的: 設備"),
        tuple(SheetSection(f"節{n}", (SheetLine("約" * 28),) * 6) for n in range(6)),
    )  # fmt: skip
    assert full.rows > MOST_LINES - 8
    assert full.characters > MOST_CHARACTERS - 200
    assert len(printed(full, appearance, tmp_path / "a.pdf")) == 1


def test_the_preview_shows_black_on_white_in_the_dark_too(qtbot: QtBot, appearance: Appearance) -> None:
    from bankrm.ui.appearance import ThemeChoice

    appearance.choose(ThemeChoice.DARK)
    pane = PrintPane()
    qtbot.addWidget(pane)
    pane.resize(900, 900)
    pane.show()
    pane.show_sheet(sheet(Version.IN_BANK, 5, 30), carriable=True)
    qtbot.wait(1)
    image = pane.grab().toImage()
    colours = {image.pixelColor(x, y).lightness() for x in range(300, 600, 2) for y in range(120, 500, 2)}
    assert max(colours) == 255
    assert min(colours) < 90


def test_the_preview_lists_what_is_kept_back_and_the_paper_does_not(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path
) -> None:
    kept = replace(sheet(Version.CARRIED, 3, 20), withheld=(SheetSection("今日の要点", (SheetLine("寮の件。"),)),))
    kept = replace(kept, no_room=2, imprint="店番031  作成者 早瀬  2026年6月12日 18:05 印刷")
    pane = PrintPane()
    qtbot.addWidget(pane)
    pane.resize(900, 900)
    pane.show()
    pane.show_sheet(kept, carriable=True)
    texts = [one.text() for one in pane.findChildren(QLabel) if one.isVisible()]
    assert "持出し版では1件を伏せています。ほかに2件は紙面に入りません。" in texts
    assert "今日の要点: 寮の件。" in texts
    (paper,) = printed(kept, appearance, tmp_path / "a.pdf")
    assert "寮の件" not in paper
    assert "店番031作成者早瀬2026年6月12日18:05印刷1/1" in paper
    pane.show_sheet(sheet(Version.IN_BANK, 3, 20), carriable=True)
    assert "今日の要点: 寮の件。" not in [one.text() for one in pane.findChildren(QLabel) if one.isVisible()]
