"""A printed sheet drawn on pages: what the preview shows is what the printer gets. The paper is Japanese in any language."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter

from bankrm.drafting.sheet import PrintedSheet, SheetSection, Version

_MARGIN_MM = 15.0
_MARK_MM = 8.0  # the strip above the text, of every page
_BODY, _TITLE, _HEADING, _SMALL = 10.0, 15.0, 11.0, 8.0  # points
_PITCHES = (
    130.0,
    120.0,
    110.0,
    100.0,
    90.0,
)  # line height in percent; closer where a family is so tall that one side would not do
_INK = QColor(
    1, 1, 1
)  # plain black is taken for the pen that is there already, and the preview then draws in the theme's


def set_up(printer: QPrinter) -> None:
    """A4 upright with the sheet's margins."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )


def draw_sheet(sheet: PrintedSheet, printer: QPrinter, font: QFont) -> int:
    """Draw all pages; the number of pages."""
    page = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
    strip = _MARK_MM / 25.4 * printer.resolution()
    body = QSizeF(page.width(), page.height() - strip)
    for pitch in _PITCHES:
        document = _laid_out(sheet, printer, font, body, pitch)
        pages = document.pageCount()
        if pages == 1 or sheet.version is Version.IN_BANK:
            break
    painter = QPainter(printer)
    for number in range(pages):
        if number:
            printer.newPage()
        _draw_mark(painter, sheet, QRectF(0, 0, body.width(), strip), font, f"{number + 1}/{pages}")
        painter.save()
        painter.translate(0, strip - number * body.height())
        document.drawContents(painter, QRectF(0, number * body.height(), body.width(), body.height()))
        painter.restore()
    painter.end()
    return pages


def _laid_out(sheet: PrintedSheet, printer: QPrinter, font: QFont, body: QSizeF, pitch: float) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    _Writer(document, font, printer.resolution(), pitch).write(sheet)
    document.setPageSize(body)
    return document


def _draw_mark(painter: QPainter, sheet: PrintedSheet, strip: QRectF, font: QFont, number: str) -> None:
    painter.setFont(_sized(font, _SMALL))
    painter.setPen(QPen(_INK))
    painter.drawText(strip, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, sheet.mark)
    painter.drawText(strip, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, f"{sheet.imprint}  {number}")


class _Writer:
    """Writes a sheet into a document that is laid out for a device of so many dots an inch. Black on paper, whatever the theme."""

    def __init__(self, document: QTextDocument, font: QFont, dots: int, pitch: float) -> None:
        self._cursor, self._font, self._point, self._pitch = QTextCursor(document), font, dots / 72, pitch
        document.setDocumentMargin(0)

    def write(self, sheet: PrintedSheet) -> None:
        self._paragraph(sheet.title, _TITLE, bold=True)
        for told in sheet.head:
            self._paragraph(told, _BODY)
        for section in sheet.sections:
            self._section(section)
        if sheet.sources:
            self._paragraph("根拠", _HEADING, bold=True, above=10)
            for number, source in enumerate(sheet.sources, 1):
                self._paragraph(f"[{number}] {source}", _SMALL, left=2 * _SMALL)

    def _section(self, section: SheetSection) -> None:
        self._paragraph(f"■ {section.heading}", _HEADING, bold=True, above=8)
        for line in section.lines:
            self._paragraph(f"・{line.text}", _BODY, left=_BODY, steps=2 if line.inner else 1)
            if line.sources:
                raised = self._form(_SMALL)
                raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                self._cursor.insertText(f"[{','.join(map(str, line.sources))}]", raised)

    def _paragraph(
        self, text: str, points: float, *, bold: bool = False, above: float = 0, left: float = 0, steps: int = 1
    ) -> None:
        """`left` points to the left of a first line that hangs out by so much; `steps` of them for what is inner."""
        block = QTextBlockFormat()
        block.setTopMargin(above)  # Qt itself brings this one to the device's dots
        block.setLeftMargin(left * steps * self._point)
        block.setTextIndent(-left * self._point)
        block.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._cursor.document().isEmpty():
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, self._form(points, bold=bold))

    def _form(self, points: float, *, bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(_sized(self._font, points, bold=bold))
        form.setForeground(QBrush(_INK))
        return form


def _sized(font: QFont, points: float, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    made.setBold(bold)
    return made
