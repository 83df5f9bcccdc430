"""The files of this sitting as a table, and below it what there is to say of the one in focus and to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.errors import words_for
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.pages.imports.tables import file_columns
from bankrm.ui.theme import S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import RowsTable
from bankrm.ui.widgets.text import label


class FilesPanel(QWidget):
    """Enter opens what the file in focus needs; the progress of the run stands beside its stop button."""

    opened = Signal(object)  # the Path of a file
    import_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[FileRow] = RowsTable(
            self.tr("取り込むファイル"), file_columns(), appearance, key=lambda one: one.path, sortable=False
        )
        self.model = self.table.rows_model
        self.table.opened.connect(self._open_row)
        self.table.chosen.connect(self._show_chosen)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(200)
        self._progress.setAccessibleName(self.tr("取込の進み具合"))
        self._stop = button(self.tr("中止 (Esc)"))
        self._stop.clicked.connect(self.cancel_requested)
        self._about = label("", "dim", wrap=True)
        self._open = button("")
        self._open.clicked.connect(self._open_chosen)
        self._take = button(self.tr("取り込む"))
        self._take.clicked.connect(self._take_chosen)
        self._beside_detail = False
        self.running = False
        foot = row(self._about, self._progress, self._take, self._open, self._stop, space=S)
        foot.setStretch(0, 1)
        foot.insertStretch(1)  # where nothing is said of the file, the buttons stay small
        layout = column(self.table, space=S)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def has_files(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.model.rows) or self.running

    def show_files(self, rows: tuple[FileRow, ...], *, running: bool) -> None:
        """The files as they stand; selection and scroll stay."""
        self.running = running
        self.table.show_rows(rows)
        self._show_progress(rows)
        self._show_chosen()

    def fit(self, rows: int, *, beside_detail: bool) -> None:
        """At most so many rows high; beside a detail of the file in focus there is nothing more to open."""
        self._beside_detail = beside_detail
        self.table.setFixedHeight(self.table.height_of(min(max(len(self.model.rows), 1), rows)))
        self._about.setVisible(rows > 1)
        self._show_chosen()

    def show_chosen_row(self) -> None:
        """Scroll to the file in focus."""
        self.table.scrollTo(self.table.currentIndex())

    def _show_progress(self, rows: tuple[FileRow, ...]) -> None:
        self._progress.setVisible(self.running)
        self._stop.setVisible(self.running)
        reading = next((one for one in rows if one.state is FileState.READING), None)
        total = reading.total if reading and reading.total else 0
        self._progress.setRange(0, total)
        self._progress.setValue(min(reading.done, total) if reading else 0)

    def _show_chosen(self) -> None:
        """What there is to do with the file in focus, in words and as a button."""
        chosen = self.table.current
        nothing = self.tr("ファイルを調べています…") if self.running else ""
        self._about.setText(self._about_words(chosen) if chosen else nothing)
        opens = chosen is not None and (chosen.needs_layout or chosen.findings > 0)
        self._open.setVisible(opens and not self._beside_detail)
        if chosen:
            told = self.tr("列の対応を決める") if chosen.needs_layout else self.tr("エラーと注意を見る")
            self._open.setText(told)
        again = chosen is not None and chosen.state in (FileState.CHECKED, FileState.STOPPED)
        self._take.setVisible(again and not self.running)

    def _about_words(self, chosen: FileRow) -> str:
        report = chosen.report
        refused = chosen.error or (report.refused if report else None)
        if refused:
            told = words_for(refused)
            return f"{told.title} {told.what_to_do}"
        if report and report.skipped:
            return self.tr("除外した行: {rows}").format(rows=words.skipped_words(report.skipped))
        return ""

    def _open_row(self, row: FileRow) -> None:
        self.opened.emit(row.path)

    @Slot()
    def _open_chosen(self) -> None:
        if chosen := self.table.current:
            self.opened.emit(chosen.path)

    @Slot()
    def _take_chosen(self) -> None:
        if chosen := self.table.current:
            self.import_requested.emit(chosen.path)
