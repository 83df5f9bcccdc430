"""The proposed record: every field in place, to be read at a glance and written over where it is not right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from bankrm.domain.memos import RecordField
from bankrm.ui.pages.records.words import field_words
from bankrm.ui.theme import CONTROL, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.plain_edit import LINE_PERCENT, PlainEdit
from bankrm.ui.widgets.text import label, restyle

_SHORT = (
    (RecordField.METHOD, RecordField.PLACE, RecordField.CONFIDENTIALITY),
    (RecordField.ATTENDEES, RecordField.BANK_PEOPLE, RecordField.PURPOSE),
)
_LONG = (
    RecordField.CLIENT_WORDS,
    RecordField.EXPLANATION,
    RecordField.PROMISES,
    RecordField.NEXT_STEP,
    RecordField.OPEN_POINTS,
    RecordField.HANDED_OVER,
)
_MOST_LINES = 9
_FRAME = 8  # of border and padding, above and below together


class RecordForm(QWidget):
    """`written` when a person changes a field, `entered` when the cursor comes into one."""

    written = Signal(RecordField, str)
    restored = Signal(RecordField)
    entered = Signal(RecordField)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(S)
        for place in range(1, 6, 2):
            grid.setColumnStretch(place, 1)
        self._fields: dict[RecordField, _Field] = {}
        self._wide = max(
            label(field_words(pair), "dim").sizeHint().width() for pair in (_SHORT[0][0], _SHORT[1][0], *_LONG)
        )
        for line, pair in enumerate(_SHORT):
            for place, field in enumerate(pair):
                self._add(grid, field, line, place * 2, span=1)
        for line, field in enumerate(_LONG, len(_SHORT)):
            self._add(grid, field, line, 0, span=5)
        grid.setRowStretch(len(_SHORT) + len(_LONG), 1)

    def show_fields(self, fields: Mapping[RecordField, str], edited: frozenset[RecordField], *, writable: bool) -> None:
        """What stands in each field; nothing moves under a cursor that stands in the same text."""
        for field, made in self._fields.items():
            made.show_text(fields.get(field, ""), edited=field in edited, writable=writable)

    def _add(self, grid: QGridLayout, field: RecordField, line: int, place: int, *, span: int) -> None:
        made = _Field(field)
        made.written.connect(self.written)
        made.restored.connect(self.restored)
        made.entered.connect(self.entered)
        self._fields[field] = made
        name = label(field_words(field), "dim")
        name.setFixedWidth(self._wide + S if place == 0 else name.sizeHint().width())
        name.setContentsMargins(0, 6, 0, 0)
        name.setBuddy(made.editor)
        grid.addWidget(name, line, place, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(made, line, place + 1, 1, span, Qt.AlignmentFlag.AlignTop)


class _Field(QWidget):
    written = Signal(RecordField, str)
    restored = Signal(RecordField)
    entered = Signal(RecordField)

    def __init__(self, field: RecordField) -> None:
        super().__init__()
        self._field = field
        self.editor = _GrowingEdit(field_words(field))
        if field is RecordField.METHOD:
            self.editor.setPlaceholderText(self.tr("未確認(電話・来店など)"))
        self.editor.textChanged.connect(self._changed)
        self.editor.entered.connect(lambda: self.entered.emit(self._field))
        self._back = button(self.tr("提案に戻す"), "link")
        self._back.setAccessibleName(self.tr("{field}を提案に戻す").format(field=field_words(field)))
        self._back.clicked.connect(lambda: self.restored.emit(self._field))
        self._back.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(self.editor, 0, 0)
        layout.addWidget(self._back, 0, 1, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str, *, edited: bool, writable: bool) -> None:
        """The field's text, whether a person wrote it, and whether it may be written."""
        if text != self.editor.toPlainText():
            self.editor.blockSignals(True)
            self.editor.show_plain(text)
            self.editor.blockSignals(False)
            self.editor.fit()
        self.editor.setReadOnly(not writable)
        restyle(self.editor, role="edited" if edited else "")
        self._back.setVisible(edited and writable)

    def _changed(self) -> None:
        self.editor.fit()
        self.written.emit(self._field, self.editor.toPlainText())


class _GrowingEdit(PlainEdit):
    """As high as its text, up to some lines."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.installEventFilter(self)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs, up to some lines."""
        line = QFontMetrics(self.font()).height() * LINE_PERCENT / 100
        needed = min(self.document().size().height(), _MOST_LINES * line + 2 * self.document().documentMargin())
        self.setFixedHeight(max(CONTROL, round(needed) + _FRAME))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell when the cursor comes in; take the height anew where the width is another."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
