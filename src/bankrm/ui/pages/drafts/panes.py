"""The three panes of one document: sections, statements, evidence; and what opens among the statements."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.evidence_pane import EvidencePane
from bankrm.ui.pages.drafts.panels import Panel, ReasonPanel, WordsPanel
from bankrm.ui.pages.drafts.picker import EvidencePicker
from bankrm.ui.pages.drafts.rows import HeadingRow, Row, StatementRow, Writing
from bankrm.ui.pages.drafts.sections import SectionList
from bankrm.ui.pages.drafts.statement_list import StatementList

_EVIDENCE_WIDE = 400


class Panes(QSplitter):
    """Sizes are remembered; sections stay as wide as they are."""

    written = Signal(str, str, str)  # what for, the row's key, the words
    removal_chosen = Signal(str, str, str)
    panel_dropped = Signal()

    def __init__(self, appearance: Appearance, memory: LayoutMemory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.sections = SectionList()
        self.statements = StatementList(lambda: appearance.theme)
        self.evidence = EvidencePane(appearance)
        self.picker = EvidencePicker(lambda: appearance.theme)
        self._panel: Panel | None = None
        self._right = QStackedWidget()
        self._right.addWidget(self.evidence)
        self._right.addWidget(self.picker)
        for part in (self.sections, self.statements, self._right):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self._right.setMinimumWidth(300)
        self.statements.setMinimumWidth(360)
        self.setStretchFactor(1, 1)
        self.setSizes([160, 640, _EVIDENCE_WIDE])
        memory.follow("draft-panes", self)
        self.sections.section_chosen.connect(self.statements.show_section)
        self.statements.section_seen.connect(self.sections.follow)
        self.evidence.closed.connect(self.statements.setFocus)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Statements, and their sections beside."""
        self.sections.show_sections(tuple(row for row in rows if isinstance(row, HeadingRow)))
        self.statements.show_rows(rows)

    def open_panel(self, writing: Writing, key: str, text: str) -> None:
        """Let something be written there."""
        panel = self._made(writing, text)
        self._panel = panel
        panel.dropped.connect(self.panel_dropped)
        if isinstance(panel, WordsPanel):
            panel.written.connect(lambda words: self.written.emit(writing.value, key, words))
        elif isinstance(panel, ReasonPanel):
            panel.chosen.connect(lambda reason, words: self.removal_chosen.emit(key, reason, words))
        below = writing in (Writing.OWN_VIEW, Writing.ADD, Writing.REWRITE)
        self.statements.open_panel(key, panel, below=below)

    def close_panel(self) -> None:
        """Nothing is written any more."""
        self._panel = None
        self.statements.close_panel()

    def show_picked(self, rows: tuple[StatementRow, ...]) -> None:
        """The pieces picked so far, below the words that they are for."""
        if isinstance(self._panel, WordsPanel):
            lines = [self.tr("根拠: {words}({said})").format(words=row.text, said=row.said) for row in rows]
            self._panel.show_note("\n".join(lines) or self._must_pick(), picked=bool(rows))

    def pick(self, writing: Writing) -> None:
        """Let a piece be picked on the right."""
        titles = {
            Writing.KEEP: self.tr("この記述の根拠になる箇所を選んでください"),
            Writing.ADD: self.tr("加える記述の根拠を選んでください"),
        }
        self.picker.begin(titles[writing])
        self._right.setCurrentWidget(self.picker)
        if writing is Writing.KEEP:
            self.picker.take_focus()

    def end_picking(self) -> None:
        """Show evidence again."""
        had_focus = self.picker.isAncestorOf(self.window().focusWidget() or self)
        self._right.setCurrentWidget(self.evidence)
        if had_focus:
            self.statements.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, writing: Writing, text: str) -> Panel:
        match writing:
            case Writing.REMOVE:
                return ReasonPanel(text)
            case Writing.OWN_VIEW:
                return WordsPanel(
                    self.tr("担当者の認識(記録なし)を加える"), self.tr("加える"),
                    note=self.tr("根拠とは扱わず、承認する人に一覧で示します。お客さま向けの文書には載りません。"),
                    hint=self.tr("記録にはないが、知っていること"),
                )  # fmt: skip
            case Writing.ADD:
                return WordsPanel(
                    self.tr("根拠のある記述を加える"), self.tr("加える"), note=self._must_pick(), must_pick=True,
                    hint=self.tr("一文で書いてください"),
                )  # fmt: skip
            case Writing.REWRITE:
                return WordsPanel(
                    self.tr("この節を書き直す"), self.tr("書き直す"),
                    note=self.tr("担当者が書いた記述、残した記述、消した記述はそのまま残ります。"),
                    hint=self.tr("指示(任意。例: 設備の話を先に、短く)"), may_be_empty=True,
                )  # fmt: skip
            case _:
                return WordsPanel(
                    self.tr("記述を直す"), self.tr("確定"), text,
                    note=self.tr("直した記述は担当者の記入となり、根拠と合うかをもう一度調べます。"),
                )  # fmt: skip

    def _must_pick(self) -> str:
        return self.tr("右の欄で、根拠にする箇所を選んでください。")


class DocumentPane(QWidget):
    """The panes filling what stands below the header."""

    escaped = Signal()
    submitted = Signal()

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in parts[:-1]:
            layout.addWidget(part)
        layout.addWidget(parts[-1], 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and Ctrl+Enter, where nobody nearer took them."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
