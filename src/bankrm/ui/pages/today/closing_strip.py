"""Below the promises: what was closed last, to be told otherwise or taken back; the reason why one is none; the way to a file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QLineEdit, QVBoxLayout, QWidget

from bankrm.application.queries.promises import PromiseRow
from bankrm.domain.closings import ClosingKind
from bankrm.language.firm_names import short_name
from bankrm.ui.pages.today.presenter import LastClosing
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import ElidedLabel, label, restyle


class _Strip(QFrame):
    """One line, or several; Esc leaves it."""

    left = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("surface", kind)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(M, S // 2, M, S // 2)
        self._lines.setSpacing(S // 2)
        self._line = row(space=S)
        self._lines.addLayout(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes what was opened last."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ClosedStrip(_Strip):
    """済にしました, and below it what was handed over or told, and the day."""

    amend_requested = Signal(str, object)
    take_back_requested = Signal()

    def __init__(self) -> None:
        super().__init__("notice-ok")
        self._told = ElidedLabel()
        self._words, self._on = QLineEdit(), QDateEdit()
        self._words.setAccessibleName(self.tr("渡したもの・伝えたこと"))
        self._on.setAccessibleName(self.tr("済ませた日"))
        self._on.setDisplayFormat("yyyy/MM/dd")
        self._on.setCalendarPopup(True)
        self._amend = button(self.tr("保存"))
        self._amend.clicked.connect(self._asked)
        self._words.returnPressed.connect(self._asked)
        undo = button(self.tr("元に戻す"))
        undo.clicked.connect(self.take_back_requested)
        leave = button(self.tr("閉じる"), "quiet")
        leave.clicked.connect(self.left)
        self._fields = (label(self.tr("渡したもの・伝えたこと"), "caption"), self._words, self._on, self._amend)
        self._line.addWidget(self._told, 1)
        self._line.addWidget(undo)
        self._line.addWidget(leave)
        self._lines.addLayout(row(*self._fields, space=S))

    def show_closing(self, closing: LastClosing, today: date) -> None:
        """What it is of, and its fields; a dismissal has none."""
        done = closing.kind is ClosingKind.DONE
        told = self.tr("✓ 済: {client} {thing}") if done else self.tr("宿題から外しました: {client} {thing}")
        self._told.show_text(told.format(client=short_name(closing.row.client_name), thing=closing.row.promise.thing))
        for part in self._fields:
            part.setVisible(done)
        self._words.setText(closing.words)
        self._on.setDateRange(_qt(closing.row.promise.promised_on), _qt(today))
        self._on.setDate(_qt(closing.on))

    @Slot()
    def _asked(self) -> None:
        day = self._on.date()
        self.amend_requested.emit(self._words.text(), date(day.year(), day.month(), day.day()))


class ReasonStrip(_Strip):
    """Why a promise is none of ours."""

    dismissed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("notice-warn")
        self._row: PromiseRow | None = None
        self._told, self._reason = ElidedLabel(), QLineEdit()
        self._reason.setAccessibleName(self.tr("外す理由"))
        self._reason.setPlaceholderText(self.tr("理由(例: 当行の約束ではない、先方が不要と言われた)"))
        self._go = button(self.tr("宿題から外す"))
        self._go.clicked.connect(self._asked)
        self._reason.textChanged.connect(self._typed)
        self._reason.returnPressed.connect(self._asked)
        leave = button(self.tr("やめる"), "quiet")
        leave.clicked.connect(self.left)
        for part, stretch in ((self._told, 2), (self._reason, 3), (self._go, 0), (leave, 0)):
            self._line.addWidget(part, stretch)

    def ask(self, of: PromiseRow) -> None:
        """Of this promise."""
        self._row = of
        self._told.show_text(f"{short_name(of.client_name)}  {of.promise.thing}")
        self._reason.clear()
        self._typed("")
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._go.setEnabled(bool(text.strip()))

    @Slot()
    def _asked(self) -> None:
        if self._row is not None and self._reason.text().strip():
            self.dismissed.emit(self._row, self._reason.text())


class ExportStrip(_Strip):
    """What a calendar file tells whoever reads it, before one is made."""

    file_requested = Signal()

    def __init__(self) -> None:
        super().__init__("notice-warn")
        self._told = label(wrap=True)
        self._go = button(self.tr("保存先を選ぶ…"))
        self._go.clicked.connect(self.file_requested)
        self._leave = button(self.tr("やめる"), "quiet")
        self._leave.clicked.connect(self.left)
        self._line.addWidget(self._told, 1)
        self._line.addWidget(self._go)
        self._line.addWidget(self._leave)

    @property
    def last(self) -> QWidget:
        """Its last button."""
        return self._leave

    def ask(self) -> None:
        """Before."""
        restyle(self, surface="notice-warn")
        self._told.setText(
            self.tr(
                "カレンダーのファイル(.ics)は暗号化されません。取引先名と約束の内容がそのまま入ります。秘匿の記録の約束は入りません。"
            )
        )
        self._go.show()
        self._leave.setText(self.tr("やめる"))
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, file: str) -> None:
        """After."""
        restyle(self, surface="notice-ok")
        self._told.setText(self.tr("書き出しました: {file}").format(file=file))
        self._go.hide()
        self._leave.setText(self.tr("閉じる"))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
