"""What stands above the statements: whose visit, how far, written by what, and what the RM may do with it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QTabBar, QVBoxLayout

from bankrm.domain.drafts import DraftState
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.rows import HeaderRow, TabRow, Way, WayRow
from bankrm.ui.pages.drafts.wording import block_words, way_words
from bankrm.ui.theme import XL, XS, L, M
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import ElidedLabel, label, restyle
from bankrm.ui.words import day_words, engine_words, kind_words, state_words, time_words

_TITLE_LEAST = 120  # pixels; a longer name is cut with … where there is no room
_CHIPS = {
    DraftState.CONFIRMED: "ok", DraftState.SUBMITTED: "ok", DraftState.APPROVED: "ok",
    DraftState.RETURNED: "warn", DraftState.WITHDRAWN: "warn",
}  # fmt: skip


class DraftHeader(QFrame):
    """Title and state with the ways on; then the tabs of the set with what can be done at any time."""

    way_chosen = Signal(str)
    reason_followed = Signal(str)
    tab_chosen = Signal(str)
    recent_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    compare_requested = Signal(bool)
    print_requested = Signal()
    export_requested = Signal()
    kind_wanted = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self._row: HeaderRow | None = None
        self._title, self._state = ElidedLabel("", "title"), label("", chip="plain")
        self._doubts, self._flagged = label("", chip="ok"), label("", chip="bad")
        self._about = ElidedLabel("", "caption")
        self._ways = {way: button(way_words(way), "primary" if way is Way.SUBMIT else "") for way in Way}
        self._reason = button("", "link")
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setAccessibleName(self.tr("訪問準備一式の文書"))
        icon = appearance.icon
        self._recent = button(
            self.tr("一覧"), "quiet", icon=icon("chevron-left"), name=self.tr("最近の下書きの一覧に戻る")
        )
        self._add = button(
            self.tr("＋ お客さま向け"), "quiet", name=self.tr("お客さまにお見せする文書を、加えるか作り直す")
        )
        self._undo = button(self.tr("元に戻す"), "quiet", icon=icon("arrow-back-up"))
        self._redo = button(self.tr("やり直す"), "quiet", icon=icon("arrow-forward-up"))
        self._compare = button(self.tr("初版比較"), "quiet", icon=icon("history"), name=self.tr("初版と比べる"))
        self._compare.setCheckable(True)
        self._print = button(self.tr("印刷"), "quiet", icon=icon("printer"))
        self._export = button(self.tr("書き出し"), "quiet", icon=icon("download"))
        self._arrange()
        self._connect()

    def show_header(self, row: HeaderRow) -> None:
        """Show these."""
        self._row = row
        self._title.show_text(row.client_name)
        self._state.setText(state_words(row.state))
        restyle(self._state, chip=_CHIPS.get(row.state, "plain"))
        doubts = self.tr("? 要確認 {count}件") if row.questioned else self.tr("✓ 要確認なし")
        self._doubts.setText(doubts.format(count=row.questioned))
        restyle(self._doubts, chip="warn" if row.questioned else "ok")
        self._flagged.setText(self.tr("法令等の指摘 {count}件").format(count=row.flagged))
        self._flagged.setVisible(row.flagged > 0)
        self._about.show_text(self._about_words(row))
        self._show_ways(row.ways)
        self._show_tabs(row.tabs, row)
        self._undo.setEnabled(row.can_undo)
        self._redo.setEnabled(row.can_redo)
        self._compare.setVisible(row.comparable)
        self._compare.setChecked(row.comparing)
        self._add.setVisible(bool(row.addable))

    def _about_words(self, row: HeaderRow) -> str:
        """11月24日(火) 14:00  田辺社長・佐伯経理部長  記述 76件  定型の書き手  第2版."""
        when = f"{day_words(row.day)} {time_words(row.start)}" if row.start else day_words(row.day)
        writer = " ".join(filter(None, (engine_words(row.engine), row.model)))
        parts = [
            when,
            self.tr("・").join(row.people),
            self.tr("記述 {count}件").format(count=row.statements),
            writer,
            self.tr("第{number}版").format(number=row.revision) if row.revision > 1 else "",
        ]
        return "\u3000".join(filter(None, parts))

    def _show_ways(self, ways: tuple[WayRow, ...]) -> None:
        for way, pressed in self._ways.items():
            found = next((one for one in ways if one.way is way), None)
            pressed.setVisible(found is not None)
            pressed.setEnabled(found is not None and found.is_open)
        shut = next((one for one in reversed(ways) if one.code), None)
        self._reason.setVisible(shut is not None)
        if shut and shut.code:
            self._reason.setText(block_words(shut.code, shut.count))

    def _show_tabs(self, tabs: tuple[TabRow, ...], row: HeaderRow) -> None:
        with QSignalBlocker(self._tabs):
            while self._tabs.count() > len(tabs):
                self._tabs.removeTab(self._tabs.count() - 1)
            while self._tabs.count() < len(tabs):
                self._tabs.addTab("")
            for place, tab in enumerate(tabs):
                doubts = self.tr("要確認 {count}件").format(count=tab.questioned) if tab.questioned else ""
                self._tabs.setTabText(place, kind_words(tab.kind) + (f" ? {tab.questioned}" if doubts else ""))
                self._tabs.setTabToolTip(place, doubts)
                self._tabs.setAccessibleTabName(place, "、".join(filter(None, (kind_words(tab.kind), doubts))))
                if tab.draft == row.current:
                    self._tabs.setCurrentIndex(place)

    @Slot(int)
    def _chosen(self, place: int) -> None:
        if self._row and 0 <= place < len(self._row.tabs):
            self.tab_chosen.emit(self._row.tabs[place].draft)

    @Slot()
    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = {tab.kind for tab in self._row.tabs} if self._row else set()
        for kind in self._row.addable if self._row else ():
            anew = self.tr("{kind}を今の記録で作り直す").format(kind=kind_words(kind))
            action = menu.addAction(anew if kind in there else kind_words(kind))
            action.triggered.connect(lambda _=False, kind=kind: self.kind_wanted.emit(kind.value))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    @Slot()
    def _follow(self) -> None:
        shut = next((one for one in reversed(self._row.ways) if one.code), None) if self._row else None
        if shut:
            self.reason_followed.emit(shut.statement)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(M)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title.setMinimumWidth(_TITLE_LEAST)
        for told in (self._recent, self._title, self._state, self._doubts, self._flagged):
            first.addWidget(told)
        first.addStretch(1)
        for pressed in self._ways.values():
            first.addWidget(pressed)
        second = QHBoxLayout()
        second.addStrut(XL)  # as high without the link: what stands below stays in its place
        second.addWidget(self._about, 1)
        second.addWidget(self._reason)
        last = QHBoxLayout()
        last.setSpacing(XS)
        last.addWidget(self._tabs)
        last.addWidget(self._add)
        last.addStretch(1)
        for pressed in (self._undo, self._redo, self._compare, self._print, self._export):
            last.addWidget(pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, 0)
        layout.setSpacing(XS)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(last)

    def _connect(self) -> None:
        for way, pressed in self._ways.items():
            pressed.clicked.connect(lambda _=False, way=way: self.way_chosen.emit(way.value))
        self._reason.clicked.connect(self._follow)
        self._recent.clicked.connect(self.recent_requested)
        self._tabs.currentChanged.connect(self._chosen)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._compare.clicked.connect(self.compare_requested)
        self._print.clicked.connect(self.print_requested)
        self._export.clicked.connect(self.export_requested)
        self._add.clicked.connect(self._choose_kind)
