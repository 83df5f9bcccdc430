"""Where files are dropped; two buttons for those who use the keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame

from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.text import label, restyle

PATTERNS = "*.csv *.tsv *.xlsx *.pdf *.docx *.txt *.eml *.ics"


class DropArea(QFrame):
    """Files and folders, chosen or dropped. `dry_run` says whether they are only to be checked."""

    chosen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setProperty("drop", "true")
        self.files = button(self.tr("ファイルを選ぶ…"), "primary")
        self.folder = button(self.tr("フォルダを選ぶ…"))
        self._dry = QCheckBox(self.tr("確かめるだけ(取り込まない)"))
        self.files.clicked.connect(self._ask_files)
        self.folder.clicked.connect(self._ask_folder)
        self._heading = label("", "heading")
        self.show_empty(empty=False)
        kinds = label(
            self.tr("CSV・Excel・PDF・Word・テキスト・メール・予定。同じファイルを何度取り込んでも重なりません。"),
            "caption",
            wrap=True,
        )
        below = row(kinds, self._dry, self.folder, self.files, space=M)
        below.setStretch(0, 1)
        layout = column(self._heading, space=S // 2)
        layout.addLayout(below)
        layout.setContentsMargins(L, M, L, M)
        self.setLayout(layout)

    def show_empty(self, *, empty: bool) -> None:
        """What to drop, first of all where there are no clients yet."""
        nothing = self.tr("取引先がまだありません。基幹データの CSV をここに置いてください")
        self._heading.setText(nothing if empty else self.tr("ここにファイルかフォルダを置いてください"))

    @property
    def dry_run(self) -> bool:
        """Whether files are only to be checked."""
        return self._dry.isChecked()

    @Slot()
    def _ask_files(self) -> None:
        kinds = self.tr("取り込めるファイル ({patterns})").format(patterns=PATTERNS)
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("取り込むファイル"), "", kinds)
        if paths:
            self.chosen.emit([Path(path) for path in paths])

    @Slot()
    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("取り込むフォルダ"))
        if folder:
            self.chosen.emit([Path(folder)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped."""
        if _paths(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, drop="over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802, ARG002
        """Away again."""
        restyle(self, drop="true")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Files were dropped."""
        restyle(self, drop="true")
        if paths := _paths(event.mimeData()):
            event.acceptProposedAction()
            self.chosen.emit(paths)


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
