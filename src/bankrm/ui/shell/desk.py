"""The unlocked window: navigation, pages, notices, status; it takes the person from place to place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bankrm.application.changes import Changes
from bankrm.ui.ahead import AheadState
from bankrm.ui.appearance import Appearance
from bankrm.ui.aside import Aside
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages import PAGES, PageEntry
from bankrm.ui.places import Place, remembered
from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.services import PageHandle, Services
from bankrm.ui.shell.foot import FootPresenter
from bankrm.ui.shell.keys import KeysOverview
from bankrm.ui.shell.navigation import Navigation
from bankrm.ui.shell.notice import NoticeBar
from bankrm.ui.shell.overlay import Overlay
from bankrm.ui.shell.session import Session
from bankrm.ui.shell.status import StatusBar, ahead_words
from bankrm.ui.shell.tour import Tour
from bankrm.ui.shell.tour_stops import stop_words

if TYPE_CHECKING:
    from bankrm.ui.shell.finder_panel import FinderPanel

_NARROW, TOUR = "navigation_narrow", "tour"


class Desk(QWidget):
    """Everything that shows a client's text. It is made at unlocking and torn down at locking."""

    lock_requested = Signal()
    broke = Signal(object)

    def __init__(
        self, session: Session, appearance: Appearance, layout: LayoutMemory, aside: Aside | None = None
    ) -> None:
        """`aside` holds what an earlier desk left unfinished."""
        super().__init__()
        self.setObjectName("desk")
        program, store = session.program, session.store
        self._session = session
        self.jobs = QtJobs(self)
        self.notices = NoticeBar()
        self.status = StatusBar()
        self._layout_memory = layout
        self.services = Services(
            program, store, self.jobs, self, self.notices, appearance, layout, session.ahead, aside or Aside()
        )
        self._pages: dict[PageEntry, PageHandle] = {}
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self.place: Place | None = None
        names = [(QCoreApplication.translate("Pages", entry.name), entry.icon) for entry in PAGES]
        self._navigation = Navigation(names, appearance, narrow=layout.word(_NARROW, "no") == "yes")
        self._stack = QStackedWidget()
        self.keys_overview = KeysOverview(self)
        self._over: list[Overlay] = [self.keys_overview]  # what going elsewhere closes
        self.tour = Tour(self)
        self._foot = FootPresenter(
            self.status,
            self.jobs,
            lambda: program.engines.plan(program.engines.hardware()).tries[0],
            lambda: program.queries.data_state(store)().host_days,
        )
        self.status.show_lock(program.policy.policy.idle_lock_minutes)
        self._arrange()
        self._connect()

    def begin_behind(self) -> None:
        """The first page has all it shows: find out what the foot tells."""
        self._foot.begin()

    @cached_property
    def finder(self) -> FinderPanel:
        """探す, made when it is first wanted: its modules take as long to load as a page's."""
        from bankrm.ui.shell.finder import FinderPresenter
        from bankrm.ui.shell.finder_panel import FinderPanel

        program, store = self.services.program, self.services.store
        panel = FinderPanel(self, self.services.appearance, program.clock.today)
        search, note = program.queries.search(store), program.queries.note_search(store)
        self._finding = finding = FinderPresenter(panel, self.jobs, self, search, note)
        panel.typed.connect(finding.typed)
        panel.chosen.connect(finding.chose)
        self._over.append(panel)
        return panel

    @property
    def is_prepared(self) -> bool:
        """Whether what begins by itself behind the desk has begun and is done."""
        return self._session.has_begun and self.services.preparing.state.step is None

    @property
    def page_now(self) -> PageHandle:
        """The page that is shown. Raises StopIteration before the first."""
        return next(page for page in self._pages.values() if page.widget is self._stack.currentWidget())

    def go(self, place: Place) -> None:
        """As `Navigator.go`."""
        if self.place is not None and place != self.place:
            self._back.append(self.place)
            self._forward.clear()
        self._show(place)

    def stand_at(self, place: Place) -> None:
        """As `Navigator.stand_at`; what a page tells when one has left it meanwhile does not count."""
        if self.place is not None and self._entry(place) is self._entry(self.place):
            self.place = place

    def tell_changes(self, changes: Changes) -> None:
        """Let every page that was made see what changed."""
        self._foot.changed(changes)
        for page in self._pages.values():
            page.changed(changes)

    def leave(self) -> list[Exception]:
        """Before the window closes or the store is locked: pages keep what they have. What keeps one from it is given back, and
        keeps no other from it."""
        self._layout_memory.remember_word(_NARROW, "yes" if self._navigation.narrow else "no")
        failed = list[Exception]()
        for page in self._pages.values():
            try:
                page.leave()
            except Exception as error:  # a border: nothing may hold up a lock
                failed.append(error)
        return failed

    def _tell_ahead(self, state: AheadState) -> None:
        progress = state.progress
        self.status.show_queue(
            ahead_words(state), progress.done if progress else 0, (progress.total or 0) if progress else 0
        )

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.notices)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self._navigation.chosen.connect(self._chosen)
        self._navigation.lock_requested.connect(self.lock_requested)
        self._navigation.help_requested.connect(self.show_keys)
        self._navigation.search_requested.connect(self.open_finder)
        self.keys_overview.tour_requested.connect(self.show_tour)
        self.tour.over.connect(lambda: self._layout_memory.remember_word(TOUR, "over"))
        self.jobs.changed.connect(self.tell_changes)
        self.jobs.changed.connect(self._session.tell_changes)
        self._session.changed.connect(self.tell_changes)
        self._session.ahead.follow(self._tell_ahead)
        self.jobs.failed.connect(self.notices.refuse)
        self.jobs.broke.connect(self.broke)
        keys = {"Alt+Left": self.go_back, "Alt+Right": self.go_forward, "F1": self.show_keys, "F6": self._other_part}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.open_finder)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_requested)
        for number in range(len(PAGES)):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self).activated.connect(
                lambda number=number: self._chosen(number)
            )

    @Slot()
    def go_back(self) -> None:
        """The place before."""
        self._step(self._back, self._forward)

    @Slot()
    def go_forward(self) -> None:
        """The place that one came back from."""
        self._step(self._forward, self._back)

    @Slot()
    def open_finder(self) -> None:
        """探す."""
        self.finder.open_over()

    @Slot()
    def show_keys(self) -> None:
        """キー一覧 of the page that is shown."""
        entry = self._entry(self.place) if self.place else PAGES[0]
        page = self._pages.get(entry)
        name = QCoreApplication.translate("Pages", entry.name)
        self.keys_overview.show_keys(name, page.about if page else "", page.keys if page else ())

    @Slot()
    def show_tour(self) -> None:
        """案内, from the first page."""
        named = [(entry, stop_words(entry.key)) for entry in PAGES]
        self.tour.begin(
            [
                (QCoreApplication.translate("Pages", entry.name), words, lambda entry=entry: self.go(entry.place()))  # type: ignore[misc]
                for entry, words in named
                if words
            ]
        )

    def welcome(self) -> None:
        """The first time on the sample bank: show the way round."""
        if self._session.program.is_sample and self._layout_memory.word(TOUR, "") != "over":
            self.show_tour()

    @Slot(int)
    def _chosen(self, number: int) -> None:
        self.go(PAGES[number].place())

    @Slot()
    def _other_part(self) -> None:
        """Between navigation and page."""
        page = self._stack.currentWidget()
        if page is not None and self._navigation.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._navigation.take_focus()

    def _step(self, source: list[Place], other: list[Place]) -> None:
        if source and self.place is not None:
            other.append(self.place)
            self._show(source.pop())

    def _show(self, place: Place) -> None:
        entry = self._entry(place)
        before = self._pages.get(self._entry(self.place)) if self.place else None
        page = self._page(entry)
        if before is not None and before is not page:
            before.leave()
            self.notices.leave()
        self.place = remembered(place)
        for overlay in self._over:
            overlay.close_over()
        self._stack.setCurrentWidget(page.widget)
        self._navigation.show_chosen(PAGES.index(entry))
        page.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        page.arrive(place)

    def _page(self, entry: PageEntry) -> PageHandle:
        if entry not in self._pages:
            page = entry.build(self.services)
            self._stack.addWidget(page.widget)
            self._pages[entry] = page
        return self._pages[entry]

    def _entry(self, place: Place) -> PageEntry:
        return next(entry for entry in PAGES if isinstance(place, entry.place))
