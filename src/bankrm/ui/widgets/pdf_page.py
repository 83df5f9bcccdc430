"""One page of a PDF as a picture, with the place of the passage that is cited. Read from memory: never a temporary file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from bankrm.language.locating import locate

PIXELS_PER_POINT = 2.0  # sharp on a notebook at 150 %, 8 MB for a page of A4
_LONGEST_SIDE = 4000  # pixels: of a poster


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page drawn on white. `marks` are rectangles in the picture's pixels, one a line; none where the passage was not found."""

    image: QImage
    marks: tuple[QRectF, ...]


def draw_page(content: bytes, page: int, passage: str, *, near: int = 0) -> PagePicture | None:
    """The page (from 1) and where it says the passage, if one is named; `near` as in `locate`. For a worker thread. None where the file is no PDF
    that can be drawn, or has no such page."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        if document.error() is not QPdfDocument.Error.None_ or not 1 <= page <= document.pageCount():
            return None
        image, scale = _picture(document, page - 1)
        if image.isNull():
            return None
        marks = tuple(_scaled(line, scale) for line in _lines(_bounds(document, page - 1, passage, near)))
        return PagePicture(image, marks)
    finally:
        document.close()


def _picture(document: QPdfDocument, page: int) -> tuple[QImage, float]:
    points = document.pagePointSize(page)
    longest = max(points.width(), points.height(), 1.0)
    scale = min(PIXELS_PER_POINT, _LONGEST_SIDE / longest)
    drawn = document.render(page, QSize(round(points.width() * scale), round(points.height() * scale)))
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper, scale


def _bounds(document: QPdfDocument, page: int, passage: str, near: int) -> Iterable[QRectF]:
    """Rectangles in points around the passage's characters."""
    if not passage:
        return ()
    span = locate(passage, document.getAllText(page).text(), near=near)
    if span is None:
        return ()
    selection = document.getSelectionAtIndex(page, span[0], span[1] - span[0])
    if locate(passage, selection.text()) is None:  # the two count differently: better no mark than a wrong one
        return ()
    return (polygon.boundingRect() for polygon in selection.bounds())


def _lines(boxes: Iterable[QRectF]) -> list[QRectF]:
    """Boxes of one line joined to one."""
    lines: list[QRectF] = []
    for box in boxes:
        if lines and lines[-1].top() <= box.center().y() <= lines[-1].bottom() and box.left() >= lines[-1].left():
            lines[-1] = lines[-1].united(box)
        else:
            lines.append(box)
    return lines


def _scaled(box: QRectF, scale: float) -> QRectF:
    return QRectF(box.left() * scale, box.top() * scale, box.width() * scale, box.height() * scale)
