"""取込: a drop area, the files of this sitting, and below them in place what one of them needs, or the history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from bankrm.application.queries.duplicates import DuplicateRow
from bankrm.application.queries.imports import DataState, FindingRow, ImportRow
from bankrm.domain.errors import ExpectedError
from bankrm.domain.same_client import Sameness
from bankrm.ui.appearance import Appearance
from bankrm.ui.errors import words_for
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.drop_area import DropArea
from bankrm.ui.pages.imports.duplicates import DuplicatesPanel
from bankrm.ui.pages.imports.files import FileRow
from bankrm.ui.pages.imports.files_panel import FilesPanel
from bankrm.ui.pages.imports.findings import FindingsPanel
from bankrm.ui.pages.imports.mapping import MappingPanel
from bankrm.ui.pages.imports.overview import Overview
from bankrm.ui.theme import XL, L, M, S
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, surface
from bankrm.ui.widgets.text import label

_MOST_ROWS = 5
_ROWS_WITH_DETAIL = 3
_DETAIL_HIGH = 240


class ImportPage(BeginsAt):
    """As `ImportView` and `DuplicatesView`; the mapping panel stands in it."""

    files_chosen = Signal(list, bool)
    opened = Signal(object)  # the Path of a file
    import_requested = Signal(object)
    cancel_requested = Signal()
    more_requested = Signal()
    layout_requested = Signal(object)

    def __init__(self, appearance: Appearance, tell: Callable[[str, Callable[[], None]], None]) -> None:
        """`tell` says a sentence with an undo."""
        super().__init__()
        self.setObjectName("page")
        self._tell = tell
        self.drop = DropArea()
        self.panel = FilesPanel(appearance)
        self.files, self.files_model = self.panel.table, self.panel.model
        self.overview = Overview(appearance)
        self.findings = FindingsPanel(appearance)
        self.mapping = MappingPanel(appearance)
        self.duplicates = DuplicatesPanel(appearance)
        self._detail = QStackedWidget()
        for one in (self.overview, self.findings, self.mapping, self.duplicates):
            self._detail.addWidget(one)
        self._detail.setMinimumHeight(_DETAIL_HIGH)  # else the highest of all panels would make the window so high
        self._pairs = button("", "link")
        self._refusal = label("", wrap=True, tone="bad")
        self._refusal_bar = surface("notice-bad", row(self._refusal), margin=S)
        self._arrange()
        self._connect()
        self.show_files((), running=False)
        self._pairs.hide()
        self._refusal_bar.hide()

    @property
    def running(self) -> bool:
        """Whether files are being imported."""
        return self.panel.running

    def show_files(self, rows: tuple[FileRow, ...], *, running: bool) -> None:
        """As `ImportView.show_files`."""
        self.panel.show_files(rows, running=running)
        self.panel.setVisible(self.panel.has_files and self._detail.currentWidget() is not self.duplicates)
        self._fit_files()

    def show_state(self, state: DataState) -> None:
        """As `ImportView.show_state`."""
        self.drop.show_empty(empty="client" in state.missing)
        self.overview.show_state(state)

    def show_history(self, rows: tuple[ImportRow, ...], *, more: bool) -> None:
        """As `ImportView.show_history`."""
        self.overview.show_history(rows, more=more)

    def show_findings(self, row: FileRow, findings: tuple[FindingRow, ...] | None) -> None:
        """As `ImportView.show_findings`."""
        self.findings.show_findings(row, findings)
        self._show_detail(self.findings)
        if findings is not None:
            self.findings.take_focus()

    def show_refusal(self, error: ExpectedError | None) -> None:
        """As `ImportView.show_refusal`."""
        told = words_for(error) if error else None
        self._refusal.setText(f"{told.title} {told.what_to_do}" if told else "")
        self._refusal_bar.setVisible(told is not None)

    def open_layout(self, path: Path) -> None:
        """As `ImportView.open_layout`."""
        self.mapping.show_opening(path.name)
        self.layout_requested.emit(path)

    def show_duplicates(self, rows: tuple[DuplicateRow, ...]) -> None:
        """As `DuplicatesView.show_duplicates`."""
        self.duplicates.show_duplicates(rows)
        left = sum(not one.settled for one in rows)
        told = self.tr("名寄せ: 未決 {left} 組") if left else self.tr("名寄せ: 決めたもの {all} 組")
        self._pairs.setText(told.format(left=f"{left:,}", all=f"{len(rows):,}"))
        self._pairs.setVisible(bool(rows))

    def tell_decided(self, row: DuplicateRow, sameness: Sameness) -> None:
        """As `DuplicatesView.tell_decided`."""
        told = self.tr("{first} と {second} を「{decision}」にしました。")
        decision = words.told(words.SAMENESSES[sameness])
        sentence = told.format(first=row.first.name, second=row.second.name, decision=decision)
        if sameness is not Sameness.LATER:
            self._tell(sentence, lambda: self.duplicates.decided.emit(row, Sameness.LATER))

    @Slot()
    def close_detail(self) -> None:
        """Back to the history; the file in focus stays in focus."""
        self._show_detail(self.overview)
        (self.files if self.files_model.rows else self.drop.files).setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        title = row(label(self.tr("取込"), "title"), self._pairs, space=L)
        title.insertStretch(1, 1)
        layout = column(space=M)
        layout.setContentsMargins(XL, L, XL, L)
        layout.addLayout(title)
        for one in (self.drop, self._refusal_bar, self.panel):
            layout.addWidget(one)
        layout.addWidget(self._detail, 1)
        self.setLayout(layout)
        self.begin_at(self.drop.files)

    def _connect(self) -> None:
        self.drop.chosen.connect(self._chosen)
        self.panel.opened.connect(self.opened)
        self.panel.import_requested.connect(self.import_requested)
        self.panel.cancel_requested.connect(self.cancel_requested)
        self._pairs.clicked.connect(self._show_pairs)
        self.overview.more_requested.connect(self.more_requested)
        self.mapping.opened.connect(self._mapping_opened)
        self.mapping.closed.connect(self._mapping_closed)
        self.findings.layout_requested.connect(self.open_layout)
        for panel in (self.findings, self.duplicates):
            panel.close_requested.connect(self.close_detail)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.drop.files.click)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escaped)

    def _fit_files(self) -> None:
        detail = self._detail.currentWidget()
        most = _MOST_ROWS if detail is self.overview else 1 if detail is self.mapping else _ROWS_WITH_DETAIL
        self.panel.fit(most, beside_detail=detail is not self.overview)

    def _show_detail(self, detail: QWidget) -> None:
        self._detail.setCurrentWidget(detail)
        self.drop.setVisible(detail is self.overview or detail is self.findings)
        self.panel.setVisible(self.panel.has_files and detail is not self.duplicates)
        self._fit_files()
        self.panel.show_chosen_row()

    @Slot(list)
    def _chosen(self, paths: list[Path]) -> None:
        self.files_chosen.emit(paths, self.drop.dry_run)

    @Slot()
    def _show_pairs(self) -> None:
        self._show_detail(self.duplicates)
        self.duplicates.take_focus()

    @Slot()
    def _mapping_opened(self) -> None:
        self._show_detail(self.mapping)

    @Slot()
    def _mapping_closed(self) -> None:
        if self._detail.currentWidget() is self.mapping:
            self.close_detail()

    @Slot()
    def _escaped(self) -> None:
        """What was opened last closes first; then the run is stopped."""
        detail = self._detail.currentWidget()
        if detail is self.mapping:
            self.mapping.close_requested.emit()
        elif detail is not self.overview:
            self.close_detail()
        elif self.panel.running:
            self.cancel_requested.emit()
