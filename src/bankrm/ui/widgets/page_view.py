"""The page of a document, at a size at which the cited passage can be read, with the passage marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from bankrm.ui.theme import LIGHT, L
from bankrm.ui.widgets.pdf_page import PIXELS_PER_POINT, PagePicture

_READABLE = 1.25  # pixels a point: print of 10 points is then as large as text on screen
_LARGEST = 1.6
_AROUND = 3  # pixels of ground around the passage


class PageView(QScrollArea):
    """A picture of a page, as wide as there is room. The passage comes into view, on request at a size at which it reads well."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self.is_whole = True
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("資料のページ"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, picture: PagePicture) -> None:
        """Show this one, its passage in view."""
        self._sheet.picture = picture
        self._arrange()

    @Slot(bool)
    def show_whole(self, whole: bool) -> None:
        """The whole width, or as large as reads well."""
        self.is_whole = whole
        self._arrange()

    def _arrange(self) -> None:
        picture = self._sheet.picture
        if picture is None:
            return
        self._sheet.zoom = self._zoom(picture)
        size = picture.image.size() * self._sheet.zoom
        self._sheet.setFixedSize(size)
        if picture.marks:
            middle = self._sheet.passage().center()
            self.ensureVisible(round(middle.x()), round(middle.y()), self.width() // 2, self.viewport().height() // 3)
            self.horizontalScrollBar().setValue(round(self._sheet.passage().left()) - L)
        self._sheet.update()

    def _zoom(self, picture: PagePicture) -> float:
        """From picture to screen: the passage as wide as the pane, within what reads well."""
        room = self.viewport().width()
        whole = room / picture.image.width()
        if self.is_whole or not picture.marks:
            return whole
        passage = max(mark.width() for mark in picture.marks)
        wished = (room - 2 * L) / passage
        return max(whole, min(max(wished, _READABLE / PIXELS_PER_POINT), _LARGEST / PIXELS_PER_POINT))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Sideways keys walk the citations, which is the pane's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit again."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()


class _Sheet(QWidget):
    """Paper is white in either theme, and so is its marker the bright one."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: PagePicture | None = None
        self.zoom = 1.0

    def passage(self) -> QRectF:
        """Around all marked lines, on screen."""
        box = QRectF()
        for mark in self.picture.marks if self.picture else ():
            box = box.united(self._on_screen(mark))
        return box

    def _on_screen(self, mark: QRectF) -> QRectF:
        corner, size = mark.topLeft() * self.zoom, mark.size() * self.zoom
        return QRectF(corner, size).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the picture on screen."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """The page, and the marker over it as on paper."""
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.picture.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self.picture.marks:
            painter.fillRect(self._on_screen(mark), QColor(LIGHT.marked))
        painter.end()
