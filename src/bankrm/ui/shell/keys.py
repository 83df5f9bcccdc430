"""キー一覧 (F1): the keys of the page that is shown, then those of the whole window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from bankrm.ui.pages import PAGES
from bankrm.ui.shell.overlay import Overlay
from bankrm.ui.theme import XL, L, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled
from bankrm.ui.widgets.text import label

Keys = Sequence[tuple[str, str]]
Scroll = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: Scroll.SliderSingleStepSub, Qt.Key.Key_Down: Scroll.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: Scroll.SliderPageStepSub, Qt.Key.Key_PageDown: Scroll.SliderPageStepAdd,
    Qt.Key.Key_Home: Scroll.SliderToMinimum, Qt.Key.Key_End: Scroll.SliderToMaximum,
}  # fmt: skip


class KeysOverview(Overlay):
    """Two columns: the key, and what it does. Arrows and the keys of pages scroll, wherever the focus is."""

    tour_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "overview", 560)
        tour = button(self.tr("案内を見る"), "quiet")
        tour.clicked.connect(self.close_over)
        tour.clicked.connect(self.tour_requested)
        self._close = button(self.tr("閉じる"))
        self._close.clicked.connect(self.close_over)
        self._content = QWidget()
        layout = column(label(self.tr("キー一覧"), "title"), space=L, margin=XL)
        self._rows = scrolled(self._content)
        layout.addWidget(self._rows, 1)
        foot = row(tour, self._close)
        foot.insertStretch(1, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        for key, action in _SCROLLING.items():
            pressed = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pressed.activated.connect(partial(self._rows.verticalScrollBar().triggerAction, action))

    def window_keys(self) -> Keys:
        """The keys that work everywhere."""
        return (
            ("Ctrl+K", self.tr("取引先・記録・資料・下書きを探す")),
            (f"Ctrl+1 … Ctrl+{len(PAGES)}", self.tr("ページを開く")),
            ("Alt+←  Alt+→", self.tr("前の画面に戻る、次の画面に進む")),
            ("F6", self.tr("ナビゲーションとページを行き来する")),
            ("Tab  Shift+Tab", self.tr("次の項目、前の項目")),
            ("Esc", self.tr("最後に開いたものを閉じる")),
            ("Ctrl+L", self.tr("ロックする")),
            ("F1", self.tr("この一覧")),
        )

    def show_keys(self, page: str, about: str, keys: Keys) -> None:
        """Open with the keys of the page of that name, and what the page is for."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, S, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        if about:
            grid.addWidget(label(about, "dim", wrap=True), 0, 0, 1, 2)
        if keys:
            self._section(grid, self.tr("このページ: {page}").format(page=page), keys)
        self._section(grid, self.tr("どこでも"), self.window_keys())
        grid.setRowStretch(grid.rowCount(), 1)
        QWidget().setLayout(self._content.layout() or QGridLayout())  # the old rows go with it
        self._content.setLayout(grid)
        self._rows.verticalScrollBar().setValue(0)
        self.open_over()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, grid: QGridLayout, heading: str, keys: Keys) -> None:
        grid.addWidget(label(heading, "heading"), grid.rowCount(), 0, 1, 2)
        for key, words in keys:
            place = grid.rowCount()
            grid.addWidget(label(key, "strong"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, wrap=True), place, 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its rows."""
        hint = super().sizeHint()
        hint.setHeight(self._content.sizeHint().height() + 160)
        return hint
