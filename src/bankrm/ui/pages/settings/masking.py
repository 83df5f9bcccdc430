"""Try what would be masked: a text put in by hand, marked as it stands, and with tokens below. Nothing of it is kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bankrm.drafting.privacy.masking import Masked
from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import S
from bankrm.ui.widgets.marked_edit import MarkedEdit
from bankrm.ui.widgets.text import label

_SETTLED_MS = 300
_FIELD_HIGH = 128


class MaskingTrial(QWidget):
    """`text_given` when typing paused; `show_masked` marks what would be masked."""

    text_given = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._field = MarkedEdit(appearance)
        self._field.setAccessibleName(self.tr("伏せる語を確かめる文"))
        self._field.setPlaceholderText(self.tr("記録やメモの文を貼り付けてください"))
        self._field.setFixedHeight(_FIELD_HIGH)
        self._found, self._masked = label("", "dim", wrap=True), label("", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLED_MS)
        self._pause.timeout.connect(lambda: self.text_given.emit(self._field.toPlainText()))
        self._field.textChanged.connect(self._changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        told = self.tr(
            "人名・社名・住所・番号・機微情報など、伏せ字になる語に印を付けます。見落とすことがあるので、渡す前に必ず目で確かめてください。"
            "この文は保存されず、ページを離れると消えます。"
        )
        layout.addWidget(label(told, "dim", wrap=True))
        for widget in (self._field, self._found, self._masked):
            layout.addWidget(widget)
        self._show_nothing()

    def show_masked(self, text: str, masked: Masked) -> None:
        """As `SettingsView.show_masked`; where another text was typed by now, its own comes."""
        if text != self._field.toPlainText():
            return
        self._field.mark([(span.start, span.end) for span in masked.spans])
        if not masked.spans:
            self._found.setText(self.tr("伏せる語は見つかりませんでした。"))
        else:
            self._found.setText(self.tr("{count}か所を、次のように伏せます。").format(count=len(masked.spans)))
        self._masked.setText(masked.text)
        self._masked.setVisible(bool(masked.spans))
        self._found.show()

    def clear(self) -> None:
        """Forget the text."""
        self._field.show_plain("")
        self._pause.stop()

    @Slot()
    def _changed(self) -> None:
        self._show_nothing()
        self._pause.start()

    def _show_nothing(self) -> None:
        self._field.mark(())
        self._found.hide()
        self._masked.hide()
        self._masked.setText("")
