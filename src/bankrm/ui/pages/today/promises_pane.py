"""当行の宿題: the table with its heading, the strips below it, and the way to all promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from bankrm.application.queries.promises import PromiseList, PromiseRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today.closing_strip import ClosedStrip, ExportStrip, ReasonStrip
from bankrm.ui.pages.today.presenter import LastClosing
from bankrm.ui.pages.today.promise_table import PromiseTable
from bankrm.ui.theme import S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label

_FEW, _MORE = 6, 30


class PromisesPane(QWidget):
    """Of many pressing promises the first few stand here until more are wanted, so that the visits are seen too."""

    everything_requested = Signal(bool)
    export_requested = Signal(object)
    dismissed = Signal(object, str)

    def __init__(self, appearance: Appearance, *, may_export: bool) -> None:
        super().__init__()
        self._heading, self._note = label("", "heading"), label("", "dim", wrap=True)
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        self._less = button(self.tr("急ぐものだけ表示"), "link")
        self._less.clicked.connect(self._show_less)
        self._export = button(self.tr("カレンダーに書き出す…"), "link")
        self._export.clicked.connect(self._ask_export)
        forbidden = label(self.tr("書き出しは設定で禁止されています"), "caption")
        self.table = PromiseTable(appearance)
        self.closed, self._reason, self._file = ClosedStrip(), ReasonStrip(), ExportStrip()
        self._shown = PromiseList((), 0, 0, 0)
        self._everything, self._most = False, _FEW
        self._seen: tuple[PromiseList, bool, int] | None = None
        head = row(self._heading, self._more, self._less, space=S)
        head.addStretch(1)
        head.addWidget(self._export if may_export else forbidden)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addLayout(head)
        for part in (self.table, self._note, self.closed, self._reason, self._file):
            layout.addWidget(part)
        for strip in (self.closed, self._reason, self._file):
            strip.hide()
            strip.left.connect(strip.hide)
            strip.left.connect(self._left)
        self.table.dismiss_requested.connect(self._ask_reason)
        self._reason.dismissed.connect(self._dismissed)
        self._file.file_requested.connect(self._choose_file)

    @property
    def last(self) -> QWidget:
        """Where the keyboard leaves the pane."""
        return self._file.last

    def show_promises(self, promises: PromiseList, *, everything: bool) -> None:
        """The list, with what it does not hold."""
        if (promises, everything, self._most) == self._seen:
            return
        self._seen = (promises, everything, self._most)
        self._shown, self._everything = promises, everything
        rows = promises.rows[: self._most]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._heading.setText(self.tr("当行の宿題  {count}件").format(count=promises.pressing))
        self._more.setText(self._more_words(len(promises.rows) - len(rows), promises.others))
        self._more.setVisible(bool(self._more.text()))
        self._less.setVisible(everything or self._most > _FEW)
        self._note.setText(self._note_words(promises))
        self._note.setVisible(bool(self._note.text()))
        self._export.setEnabled(bool(promises.rows or promises.others))

    def show_closing(self, closing: LastClosing | None, today: date) -> None:
        """What was closed last. Where it was taken back, the keyboard goes on in the list, in which it stands again."""
        if closing is None:
            within = self.closed.isAncestorOf(self.window().focusWidget())
            self.closed.hide()
            if within:
                self.table.setFocus()
        else:
            self._open(None)
            self.closed.show()
            self.closed.show_closing(closing, today)

    def show_exported(self, file: Path) -> None:
        """The file stands."""
        self._file.tell(str(file))

    def _more_words(self, hidden: int, others: int) -> str:
        if hidden:
            return self.tr("あと {count}件表示").format(count=min(hidden, _MORE))
        if self._everything:
            return ""
        return self.tr("先の期限・期限なし {count}件も表示").format(count=others) if others else ""

    def _note_words(self, promises: PromiseList) -> str:
        if promises.unread:
            told = self.tr("{count}先の応接記録をまだ読んでいます。読み終わると増えることがあります。")
            return told.format(count=promises.unread)
        if promises.rows:
            return ""
        return self.tr("3営業日以内に期限が来る宿題はありません。")

    @Slot()
    def _show_more(self) -> None:
        """The next ones of the list, then those that do not press."""
        hidden = len(self._shown.rows) > self._most
        self._most += _MORE
        if hidden:
            self.show_promises(self._shown, everything=self._everything)
        else:
            self.everything_requested.emit(True)

    @Slot()
    def _show_less(self) -> None:
        self._most = _FEW
        self.everything_requested.emit(False)

    @Slot(object)
    def _ask_reason(self, asked: PromiseRow) -> None:
        self._open(self._reason)
        self._reason.ask(asked)

    @Slot(object, str)
    def _dismissed(self, of: PromiseRow, reason: str) -> None:
        self._reason.hide()
        self.table.setFocus()
        self.dismissed.emit(of, reason)

    @Slot()
    def _ask_export(self) -> None:
        self._open(self._file)
        self._file.ask()

    @Slot()
    def _choose_file(self) -> None:
        name = self.tr("宿題.ics")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("宿題の書き出し"), name, "iCalendar (*.ics)")
        if chosen:
            self.export_requested.emit(Path(chosen))

    def _open(self, wanted: QWidget | None) -> None:
        """One question at a time; what was closed last can be taken back until another is."""
        for strip in (self._reason, self._file):
            strip.setVisible(strip is wanted)

    @Slot()
    def _left(self) -> None:
        """Esc or 閉じる in a strip: back to the table."""
        self.table.setFocus()
