"""列の対応: the file's columns at the left, what they are read by at the right, the first rows below as they will be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bankrm.application.file_report import FileReport
from bankrm.application.lay_out_table import LayoutCheck
from bankrm.application.ports.layouts import PreviewRow
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress
from bankrm.ui.appearance import Appearance
from bankrm.ui.errors import words_for
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.columns import ColumnsList
from bankrm.ui.pages.imports.mapping_presenter import Mapping
from bankrm.ui.pages.imports.options import OptionsForm
from bankrm.ui.pages.imports.tables import preview_columns
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import RowsTable
from bankrm.ui.widgets.text import ElidedLabel, label

_PREVIEW_ROWS = 4
_SHOWN_FAULTS = 3


class MappingPanel(QWidget):
    """As `MappingView`. The save button says in words why it cannot be pressed."""

    assigned = Signal(int, str)
    chosen = Signal(dict)
    amended = Signal(dict)
    trial_requested = Signal()
    kept = Signal(str, bool)
    profile_requested = Signal(str)
    close_requested = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._mapping: Mapping | None = None
        self._opening = ""  # the name of the file that is being read
        self._title = ElidedLabel(self.tr("読み方を調べています…"), "heading")
        self.columns = ColumnsList()
        self.columns.assigned.connect(self.assigned)
        self.options = OptionsForm()
        self.options.chosen.connect(self.chosen)
        self.options.amended.connect(self.amended)
        self.options.profile_requested.connect(self.profile_requested)
        self.preview: RowsTable[PreviewRow] = RowsTable(
            self.tr("はじめの20行がどう読まれるか"), (), appearance, sortable=False
        )
        self.preview.setMinimumHeight(self.preview.height_of(_PREVIEW_ROWS))
        self.name = QLineEdit()
        self.name.setMaxLength(40)
        self.name.setPlaceholderText(self.tr("例: 営業支援 残高一覧"))
        self.name.setAccessibleName(self.tr("この読み方の名前"))
        self.name.textChanged.connect(self._show_readiness)
        self._try = button(self.tr("全体を確かめる (&T)"))
        self._try.clicked.connect(self.trial_requested)
        self.save = button(self.tr("保存して取り込む (&S)"), "primary")
        self.save.clicked.connect(self._keep)
        self._replace = button(self.tr("置き換えて取り込む"), "danger")
        self._replace.clicked.connect(self._keep_over)
        self._why = label("", "caption", tone="warn", wrap=True)
        self._trial = label("", wrap=True)
        self._faults: tuple[str, ...] = ()
        self._checked = False  # whether what is shown below is of the layout as it stands
        self.setLayout(self._arranged())
        self._replace.hide()

    def show_opening(self, name: str) -> None:
        """A file is being read."""
        self._mapping, self._opening = None, name
        self._title.show_text(self.tr("{name} を読んでいます…").format(name=name))
        self.name.clear()
        self._show_refused("")
        self._trial.clear()
        self.preview.rows_model.show_table((), ())
        self.columns.show_columns((), ())
        self.opened.emit()

    def show_mapping(self, mapping: Mapping, profiles: Sequence[str]) -> None:
        """As `MappingView.show_mapping`."""
        first, self._mapping = self._mapping is None, mapping
        told = self.tr("{name} の列の対応　左の列ごとに、取り込む項目を選んでください")
        self._title.show_text(told.format(name=mapping.path.name))
        self.columns.show_columns(mapping.columns, mapping.fields)
        self.options.show_mapping(mapping, profiles)
        self._checked = False
        self._show_readiness()
        if first:
            self.take_focus()

    def show_check(self, check: LayoutCheck) -> None:
        """As `MappingView.show_check`."""
        if self._mapping is None:
            return
        kinds = {field.name: field.kind for field in self._mapping.fields}
        places = sorted(self._mapping.layout.columns, key=self._mapping.layout.columns.__getitem__)
        columns = preview_columns([(name, kinds[name]) for name in places], settled=not check.faults)
        self.preview.rows_model.show_table(columns, check.rows)
        self.preview.resizeColumnsToContents()
        self._checked = True
        self._faults = tuple(words.fault_words(fault) for fault in check.faults)
        self._show_readiness()

    def show_trial(self, report: FileReport | None, progress: Progress | None = None) -> None:
        """As `MappingView.show_trial`."""
        if report is None:
            self._trial.setText(self._trial_words(progress) if progress else "")
            return
        if report.refused:
            self._show_refused(_sentence(report.refused))
            return
        told = self.tr(
            "全体 {rows} 行: 新規 {new} ・ 変更 {changed} ・ 同じ {unchanged} ・ 除外 {skipped} ・ エラー {errors}"
        )
        skipped = sum(report.skipped.values())
        in_error = report.rows - report.new - report.changed - report.unchanged - skipped
        self._trial.setText(
            told.format(
                rows=f"{report.rows:,}", new=f"{report.new:,}", changed=f"{report.changed:,}",
                unchanged=f"{report.unchanged:,}", skipped=f"{skipped:,}", errors=f"{in_error:,}",
            )
        )  # fmt: skip

    def show_refusal(self, error: ExpectedError | None, *, may_replace: bool = False) -> None:
        """As `MappingView.show_refusal`."""
        self._show_refused(_sentence(error) if error else "")
        self._replace.setVisible(may_replace)
        if error and self._mapping is None:
            self._title.show_text(self.tr("{name} を読めません").format(name=self._opening))
        elif error:
            self.name.setFocus()

    def close_mapping(self) -> None:
        """As `MappingView.close_mapping`."""
        self._mapping = None
        self.closed.emit()

    def take_focus(self) -> None:
        """To the first column."""
        self.columns.take_focus()

    def _arranged(self) -> QHBoxLayout:
        close = button(self.tr("閉じる"), "quiet")
        close.clicked.connect(self.close_requested)
        head = row(self._title, close)
        head.setStretch(0, 1)
        upper = row(self.columns, self.options, space=L)
        upper.setStretch(0, 5)
        upper.setStretch(1, 4)
        name = label(self.tr("この読み方の名前 (&N)"))
        name.setBuddy(self.name)
        foot = row(name, self.name, self._try, self._replace, self.save, space=S)
        foot.setStretch(1, 1)
        below = row(self._trial, self._why, space=M)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        layout = column(space=S)
        layout.addLayout(head)
        layout.addLayout(upper, 3)
        layout.addWidget(
            label(
                self.tr("取り込まない項目は今の値のまま残り、空欄のセルは値なしに置き換わります。"),
                "caption",
                wrap=True,
            )
        )
        layout.addWidget(self.preview, 2)
        layout.addLayout(foot)
        layout.addLayout(below)
        return layout  # type: ignore[return-value]

    def _show_readiness(self) -> None:
        """Which reasons keep the layout from being saved, in words beside the button."""
        if not self._checked:
            self._try.setEnabled(False)
            self.save.setEnabled(False)
            return
        missing = list(self._faults[:_SHOWN_FAULTS])
        if len(self._faults) > _SHOWN_FAULTS:
            missing.append(self.tr("ほか {count}件").format(count=len(self._faults) - _SHOWN_FAULTS))
        self._try.setEnabled(self._mapping is not None and not self._faults)
        if not self._faults and not self.name.text().strip():
            missing.append(self.tr("この読み方に名前を付けてください"))
        self.save.setEnabled(self._mapping is not None and not missing)
        self._replace.hide()
        self._why.setText(self.tr("。").join(missing))

    def _trial_words(self, progress: Progress) -> str:
        if not progress.done:
            return self.tr("全体を確かめています…")
        return self.tr("{done} 行まで確かめました…").format(done=f"{progress.done:,}")

    def _show_refused(self, sentence: str) -> None:
        self._why.setText(sentence)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.name.text(), False)

    @Slot()
    def _keep_over(self) -> None:
        self.kept.emit(self.name.text(), True)


def _sentence(error: ExpectedError) -> str:
    told = words_for(error)
    return f"{told.title} {told.what_to_do}"
