"""The places of the window, at its left edge: icons with words, or icons alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import ICON, NAVIGATION_NARROW, NAVIGATION_WIDE, XS, S
from bankrm.ui.widgets.text import restyle


class Navigation(QFrame):
    """One button a page; arrows walk, Ctrl and a digit jumps."""

    chosen = Signal(int)
    lock_requested = Signal()
    help_requested = Signal()
    search_requested = Signal()

    def __init__(self, names: Sequence[tuple[str, str]], appearance: Appearance, *, narrow: bool) -> None:
        """`names`: word and icon of each page."""
        super().__init__()
        self.setObjectName("navigation")
        self._appearance = appearance
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S, S, S, S)
        layout.setSpacing(XS)
        self._buttons: list[QToolButton] = []
        find = self._button(self.tr("探す"), "search", "Ctrl+K")
        find.clicked.connect(self.search_requested)
        layout.addWidget(find)
        layout.addSpacing(S)
        for place, (name, icon) in enumerate(names):
            made = self._button(name, icon, f"Ctrl+{place + 1}")
            made.setCheckable(True)
            self._group.addButton(made, place)
            layout.addWidget(made)
        layout.addStretch(1)
        keys = self._button(self.tr("キー一覧"), "keyboard", "F1")
        keys.clicked.connect(self.help_requested)
        lock = self._button(self.tr("ロック"), "lock", "Ctrl+L")
        lock.clicked.connect(self.lock_requested)
        self._fold = self._button(self.tr("たたむ"), "layout-sidebar", "")
        self._fold.clicked.connect(self._folded)
        for one in (keys, lock, self._fold):
            layout.addWidget(one)
        self._group.idClicked.connect(self.chosen)
        self.narrow = False
        self._set_narrow(narrow)

    def show_chosen(self, place: int) -> None:
        """Mark the page that is shown."""
        self._group.button(place).setChecked(True)

    def take_focus(self) -> None:
        """The focus to the page that is marked."""
        (self._group.checkedButton() or self._buttons[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down walk the buttons."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, QToolButton) or focused not in self._buttons:
            super().keyPressEvent(event)
            return
        self._buttons[(self._buttons.index(focused) + step) % len(self._buttons)].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    @Slot()
    def _folded(self) -> None:
        self._set_narrow(not self.narrow)

    def _set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setFixedWidth(NAVIGATION_NARROW if narrow else NAVIGATION_WIDE)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for one in self._buttons:
            one.setToolButtonStyle(style)
            restyle(one, folded=narrow)
        word = self.tr("ひろげる") if narrow else self.tr("たたむ")
        self._fold.setText(f" {word}")
        self._fold.setAccessibleName(word)

    def _button(self, name: str, icon: str, keys: str) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("role", "place")
        made.setText(f" {name}")  # room between the icon and its word
        made.setAccessibleName(name)
        made.setToolTip(f"{name}  {keys}" if keys else name)
        made.setIcon(self._appearance.icon(icon))
        made.setIconSize(QSize(ICON, ICON))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons.append(made)
        return made
