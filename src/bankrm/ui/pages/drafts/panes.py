"""The three panes of one document: sections, statements, evidence; what opens among the statements, and what is picked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bankrm.language.sensitive import Concern
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.actions import ActionBar
from bankrm.ui.pages.drafts.evidence_pane import EvidencePane
from bankrm.ui.pages.drafts.panels import AgreePanel, Panel, ReasonPanel, WordsPanel, pressed_with
from bankrm.ui.pages.drafts.picker import EvidencePicker
from bankrm.ui.pages.drafts.rows import EvidenceRow, HeadingRow, PanelWords, RecordRow, Row, StatementRow, Writing
from bankrm.ui.pages.drafts.sections import SectionList
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.pages.drafts.view import PagePort
from bankrm.ui.widgets.pdf_page import PagePicture
from bankrm.ui.widgets.surfaces import column

_EVIDENCE_WIDE, _READABLE = 400, 360
_HANDING_IN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Panes(QSplitter):
    """Sizes are remembered; sections stay as wide as they are."""

    written = Signal(str, str, str, str)  # what for, the row's key, the words, why they are kept
    removal_chosen = Signal(str, str, str)
    panel_dropped = Signal()
    walked = Signal(int)
    citation_copied = Signal()
    source_requested = Signal()
    evidence_searched = Signal(str)
    evidence_picked = Signal(str)
    picking_left = Signal()

    def __init__(self, appearance: Appearance, memory: LayoutMemory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sections = SectionList()
        self.statements = StatementList(lambda: appearance.theme)
        self._evidence = EvidencePane(appearance)
        self._picker = EvidencePicker(lambda: appearance.theme)
        self._panel: Panel | None = None
        self._right = QStackedWidget()
        self._right.addWidget(self._evidence)
        self._right.addWidget(self._picker)
        self._actions = ActionBar()
        middle = QWidget()
        middle.setLayout(column(self.statements, self._actions, space=0))
        for part in (self._sections, middle, self._right):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        middle.setMinimumWidth(_READABLE)
        self.setStretchFactor(1, 1)
        self.setSizes([160, 640, _EVIDENCE_WIDE])
        memory.follow("draft-panes", self)
        self._sections.section_chosen.connect(self.statements.show_section)
        self.statements.section_seen.connect(self._sections.follow)
        self._connect()

    def _connect(self) -> None:
        self._evidence.closed.connect(self.statements.setFocus)
        self._actions.wished.connect(self.statements.wish)
        self.statements.chosen.connect(self._offer)
        self.statements.walked.connect(self.walked)
        self._evidence.walked.connect(self.walked)
        self._evidence.copy_requested.connect(self.citation_copied)
        self._evidence.source_requested.connect(self.source_requested)
        self._picker.searched.connect(self.evidence_searched)
        self._picker.picked.connect(self.evidence_picked)
        self._picker.closed.connect(self.picking_left)
        self._picker.taken.connect(self._take)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Statements, and their sections beside."""
        headings = tuple(row for row in rows if isinstance(row, HeadingRow))
        self._sections.show_sections(headings)
        self._actions.show_for(client=any(row.own_word for row in headings))
        self.statements.show_rows(rows)
        self._offer()

    @Slot()
    def _take(self) -> None:
        """Ctrl+Enter beside the panel that the evidence is for."""
        if self._panel is not None:
            self._panel.take()

    @Slot()
    def _offer(self) -> None:
        self._actions.offer(self.statements.current)

    def open_panel(self, writing: Writing, key: str, text: str) -> None:
        """Let something be written there."""
        panel = self._made(writing, text)
        self._panel = panel
        panel.dropped.connect(self.panel_dropped)
        if isinstance(panel, WordsPanel):
            panel.written.connect(lambda words, why: self.written.emit(writing.value, key, words, why))
        elif isinstance(panel, ReasonPanel):
            panel.chosen.connect(lambda reason, words: self.removal_chosen.emit(key, reason, words))
        elif isinstance(panel, AgreePanel):
            panel.agreed.connect(lambda: self.written.emit(writing.value, key, "", ""))
        below = writing in (
            Writing.OWN_VIEW,
            Writing.OWN_WORD,
            Writing.ADD,
            Writing.REWRITE,
            Writing.RENEW,
            Writing.LEFT,
        )
        self.statements.open_panel(key, panel, below=below)
        beside = self._picker.stops if writing is Writing.ADD else ()
        stops = (self.statements, *panel.fields, *beside, *panel.buttons)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def panel_words(self) -> PanelWords | None:
        """What stands in the open panel."""
        return self._panel.words if isinstance(self._panel, (WordsPanel, ReasonPanel)) else None

    def fill_panel(self, words: PanelWords) -> None:
        """Let that stand there again."""
        if isinstance(self._panel, (WordsPanel, ReasonPanel)):
            self._panel.fill(words)

    def hold_panel(self, held: bool) -> None:
        """Let nothing more be typed there, or let it be again."""
        if self._panel:
            self._panel.hold(held)

    def ask_why(self, concerns: Sequence[Concern]) -> None:
        """What must be thought over before it is kept, below the words."""
        told = {
            Concern.SENSITIVE: self.tr("機微情報(健康・信条など)にあたる言葉があります。"),
            Concern.STANDING: self.tr("格付・債務者区分など、行内の評価にあたる言葉があります。"),
        }
        if isinstance(self._panel, WordsPanel):
            reading = self.tr("消して書き直すか、残す理由を書いてください。理由は承認する人に示します。")
            self._panel.ask_why("\n".join([*(told[one] for one in concerns), reading]))

    def close_panel(self) -> None:
        """Nothing is written any more."""
        self._panel = None
        self.statements.close_panel()

    def show_picked(self, rows: tuple[StatementRow, ...]) -> None:
        """The pieces picked so far, below the words that they are for."""
        if isinstance(self._panel, WordsPanel):
            lines = [self.tr("根拠: {words}({said})").format(words=row.text, said=row.said) for row in rows]
            self._panel.show_note("\n".join(lines) or self._must_pick(), picked=bool(rows))

    def show_no_evidence(self) -> None:
        """As `EvidenceView.show_no_evidence`."""
        self.statements.mark("")
        self._evidence.show_nothing(self.tr("この記述には根拠が示されていません。"))

    def show_evidence(self, row: EvidenceRow) -> None:
        """As `EvidenceView.show_evidence`."""
        self.statements.mark(row.evidence)
        self._evidence.show_evidence(row)

    def show_record(self, record: RecordRow) -> None:
        """As `EvidenceView.show_record`."""
        self._evidence.show_record(record)

    def show_page(self, page: PagePort) -> None:
        """As `EvidenceView.show_page`."""
        assert isinstance(page, PagePicture)
        self._evidence.show_page(page)

    def show_no_page(self) -> None:
        """As `EvidenceView.show_no_page`."""
        self._evidence.show_no_page()

    def focus_evidence(self) -> None:
        """As `EvidenceView.focus_evidence`."""
        self._evidence.take_focus()

    def begin_picking(self, writing: Writing) -> None:
        """As `EvidenceView.begin_picking`."""
        titles = {
            Writing.KEEP: self.tr("この記述の根拠になる箇所を選んでください"),
            Writing.ADD: self.tr("加える記述の根拠を選んでください"),
        }
        self._picker.begin(titles[writing])
        self._right.setCurrentWidget(self._picker)
        if writing is Writing.KEEP:
            self._picker.take_focus()

    def show_found(self, rows: tuple[StatementRow, ...], *, searched: bool) -> None:
        """As `EvidenceView.show_found`."""
        told = self.tr("いま示している根拠") if not searched else ""
        nothing = self.tr("この言葉は記録にも資料にも見つかりません。") if searched else ""
        self._picker.show_found(rows, told if rows else nothing)

    def end_picking(self) -> None:
        """As `EvidenceView.end_picking`."""
        had_focus = self._picker.isAncestorOf(self.window().focusWidget() or self)
        self._right.setCurrentWidget(self._evidence)
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
            case Writing.OWN_WORD:
                return WordsPanel(
                    self.tr("担当者から一言を書く"), self.tr("加える"),
                    note=self.tr("お客さまがお読みになる、ご自身の言葉です。書き手は一言も書きません。"),
                    hint=self.tr("このお客さまに、ご自身の言葉で"),
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
            case Writing.RENEW:
                return AgreePanel(
                    self.tr("この節を書き直す"), self.tr("書き直す"),
                    self.tr("言語モデルがないため、指示には対応できません。記録から定型の文で書き直します。"),
                    self.tr("担当者が書いた記述、残した記述、消した記述はそのまま残ります。"),
                )  # fmt: skip
            case Writing.LEFT:
                return WordsPanel(
                    self.tr("書きかけの文"), self.tr("閉じる"), may_be_empty=True,
                    note=self.tr("この文を書いていた場所が、下書きからなくなりました。使う言葉はコピーしてから閉じてください。"),
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
        """Esc and Ctrl+Shift+Enter, where nobody nearer took them. Ctrl+Enter is the open panel's alone: pressed once too often, it
        hands nothing in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif enter and pressed_with(event, _HANDING_IN):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
