"""根拠: who said it, when, of what kind and how strong; below it the source itself with the passage marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from bankrm.domain.evidence import OriginType
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.record_view import RecordView
from bankrm.ui.pages.drafts.rows import EvidenceRow, RecordRow
from bankrm.ui.theme import XS, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.flow import FlowLayout
from bankrm.ui.widgets.page_view import PageView
from bankrm.ui.widgets.pdf_page import PagePicture
from bankrm.ui.widgets.text import ElidedLabel, label
from bankrm.ui.words import full_day_words, strength_words


class EvidencePane(QFrame):
    """Shows one piece at a time; ←/→ walk those of the statement, Esc leads back to it."""

    walked = Signal(int)
    closed = Signal()
    copy_requested = Signal()
    source_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setAccessibleName(self.tr("根拠"))
        icon = appearance.icon
        self._place = ElidedLabel("", "heading")
        self._back = button("", "quiet", icon=icon("chevron-left"), name=self.tr("前の根拠"))
        self._on = button("", "quiet", icon=icon("chevron-right"), name=self.tr("次の根拠"))
        self._copy = button(self.tr("コピー"), "quiet", icon=icon("copy"), name=self.tr("引用をコピー"))
        self._open = button("", "link")
        self._who, self._strength = ElidedLabel("", "strong"), label("", chip="plain")
        self._about, self._notice = label("", "caption", wrap=True), label("", "caption", tone="warn", wrap=True)
        self._size = button("", "link")
        self._record, self._page, self._nothing = RecordView(appearance), PageView(), label("", "dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._source = QStackedWidget()
        for view in (self._nothing, self._record, self._page):
            self._source.addWidget(view)
        self._arrange()
        self._connect()
        self._name_size()
        self.show_nothing()

    def show_nothing(self, told: str = "") -> None:
        """There is no piece to show."""
        self._place.show_text(self.tr("根拠"))
        for part in (self._back, self._on, self._copy, self._open, self._strength, self._notice, self._size):
            part.setVisible(False)
        self._who.show_text("")
        self._about.setText("")
        self._nothing.setText(told or self.tr("記述を選ぶと、その根拠がここに出ます。"))
        self._source.setCurrentWidget(self._nothing)

    def show_evidence(self, row: EvidenceRow) -> None:
        """The head of a piece, and its own words until the source is there."""
        place = self.tr("根拠 [{number}]　{place}/{of}")
        self._place.show_text(place.format(number=row.number, place=row.place, of=row.of))
        for part in (self._back, self._on):
            part.setVisible(row.of > 1)
        self._back.setEnabled(row.place > 1)
        self._on.setEnabled(row.place < row.of)
        self._copy.setVisible(True)
        is_talk = row.type is OriginType.INTERACTION
        self._open.setText(self.tr("記録を開く") if is_talk else self.tr("資料を開く"))
        self._open.setVisible(row.type in (OriginType.INTERACTION, OriginType.PASSAGE))
        when = full_day_words(row.day) if row.day and is_talk else ""
        who = "\u3000".join(filter(None, (row.who, when, row.how)))
        self._who.show_text(who)
        self._who.setVisible(bool(who))
        self._strength.setText(strength_words(row.strength))
        self._strength.setVisible(True)
        page = self.tr("{page}ページ").format(page=row.page) if row.page else ""
        self._about.setText("\u3000".join(filter(None, (row.source, page))))
        self._about.setVisible(bool(self._about.text()))
        self._notice.setVisible(False)
        self._size.setVisible(False)
        self._record.show_parts(row.parts)
        self._source.setCurrentWidget(self._record)

    def show_record(self, record: RecordRow) -> None:
        """The record that the piece was taken from."""
        self._record.show_parts(record.parts)
        self._source.setCurrentWidget(self._record)
        self._warn(
            self.tr("引用した後に、元の記録か資料が変わりました。いまの内容では、引用した言葉を確かめられません。")
            if record.amended
            else ""
        )

    def show_page(self, picture: PagePicture) -> None:
        """The page that the piece was taken from."""
        self._page.show_page(picture)
        self._source.setCurrentWidget(self._page)
        found = bool(picture.marks)
        self._size.setVisible(found)
        self._warn(
            "" if found else self.tr("引用した箇所をこのページの中で特定できませんでした。ページ全体を表示しています。")
        )

    def show_no_page(self) -> None:
        """The words stand, the page cannot be shown."""
        self._warn(self.tr("この資料のページを表示できません。引用した言葉だけを表示しています。"))

    def take_focus(self) -> None:
        """Let the keys scroll the source."""
        shown = self._source.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, told: str) -> None:
        self._notice.setText(told)
        self._notice.setVisible(bool(told))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(XS)
        head.addWidget(self._place, 1)
        for part in (self._back, self._on, self._copy):
            head.addWidget(part)
        who = QHBoxLayout()
        who.addWidget(self._who, 1)
        who.addWidget(self._strength, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, S, M, M)
        layout.setSpacing(S)
        for line in (head, who):
            layout.addLayout(line)
        layout.addWidget(self._about)
        layout.addLayout(FlowLayout(self._size, self._open, space=M))
        layout.addWidget(self._notice)
        layout.addWidget(self._source, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._walk_back)
        self._on.clicked.connect(self._walk_on)
        self._copy.clicked.connect(self.copy_requested)
        self._open.clicked.connect(self.source_requested)
        self._size.clicked.connect(self._change_size)

    @Slot()
    def _change_size(self) -> None:
        self._page.show_whole(not self._page.is_whole)
        self._name_size()

    def _name_size(self) -> None:
        """What a press would do."""
        self._size.setText(self.tr("引用箇所を拡大") if self._page.is_whole else self.tr("ページの幅に合わせる"))

    @Slot()
    def _walk_back(self) -> None:
        self.walked.emit(-1)

    @Slot()
    def _walk_on(self) -> None:
        self.walked.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """←/→ walk, Esc leads back, Ctrl+C copies."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
