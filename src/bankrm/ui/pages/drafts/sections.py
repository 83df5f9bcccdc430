"""The sections of the document, in step with what is read."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from bankrm.ui.pages.drafts.rows import HeadingRow


class SectionList(QListWidget):
    """Headings with their 要確認; the one that is read is the chosen one."""

    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.setFixedWidth(160)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("節の一覧"))
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._clicked)

    def show_sections(self, headings: tuple[HeadingRow, ...]) -> None:
        """Show these; the chosen one stays."""
        chosen = self._keys[self.currentRow()] if 0 <= self.currentRow() < len(self._keys) else ""
        with QSignalBlocker(self):
            self.clear()
            self._keys = [row.key for row in headings]
            for row in headings:
                questioned = self.tr("  ? {count}").format(count=row.questioned) if row.questioned else ""
                item = QListWidgetItem(row.heading + questioned)
                item.setToolTip(row.heading)
                self.addItem(item)
        self.follow(chosen)

    @Slot(str)
    def follow(self, key: str) -> None:
        """That section is read now."""
        if key in self._keys and self.currentRow() != self._keys.index(key):
            with QSignalBlocker(self):
                self.setCurrentRow(self._keys.index(key))

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.section_chosen.emit(self._keys[self.row(item)])
