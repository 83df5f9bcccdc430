"""The one window: what opens the store, then the desk, then again what opens it when it was locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from bankrm.domain.errors import ExpectedError
from bankrm.ui.appearance import Appearance
from bankrm.ui.aside import Aside, WordsUnfinished
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages import PAGES
from bankrm.ui.places import DraftsPlace, Place, TodayPlace
from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.shell.behind import Behind
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.idle import AT_WORK, IdleWatch
from bankrm.ui.shell.opening import Opened, Opener, OpeningPresenter
from bankrm.ui.shell.opening_page import OpeningPage
from bankrm.ui.shell.responding import Responding
from bankrm.ui.shell.session import Session
from bankrm.ui.theme import MINIMUM_WINDOW

FIRST_PLACE: Place = TodayPlace()
_START_SIZE = (1280, 720)


class Window(QMainWindow):
    """Its title names the program and nothing else. `usable` says that a desk stands and has been shown."""

    usable = Signal()

    def __init__(
        self,
        opener: Opener,
        appearance: Appearance,
        layout: LayoutMemory,
        note_bug: Callable[[BaseException], str],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("BankRM")
        self.setMinimumSize(*MINIMUM_WINDOW)
        self._appearance, self._layout_memory, self._note_bug = appearance, layout, note_bug
        self._jobs = QtJobs(self)
        self._page = OpeningPage()
        self._opening = OpeningPresenter(self._page, self._jobs, opener, self._opened)
        self._session: Session | None = None
        self._welcomed = False
        self._lingering: set[Session] = set()
        self._last: Place = FIRST_PLACE
        self._aside = Aside()
        self._told_lost: object = None
        self.desk: Desk | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self.setCentralWidget(self._stack)
        self.idle = IdleWatch(self)
        self._responding = Responding(self)
        self._behind = Behind(self, self._jobs)
        self._connect()
        if not layout.restore_window(self):
            self.resize(*_START_SIZE)

    @property
    def lingers(self) -> bool:
        """Whether something of an earlier desk still goes on behind a lock."""
        return bool(self._lingering)

    def begin(self) -> None:
        """Open the store, without asking where that is possible."""
        self._responding.start()
        self._opening.begin()
        QTimer.singleShot(0, self, PAGES[0].load)  # while the store is opened on another thread

    def tell_bug(self, error: BaseException) -> None:
        """Note a bug in the log and tell its number."""
        number = self._note_bug(error)
        if self.desk is not None:
            self.desk.notices.tell_bug(number)

    @Slot()
    def come_forward(self) -> None:
        """Stand before the other windows, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @Slot()
    def lock(self) -> None:
        """Cover at once what shows a client's text, tear it down, and close the store as soon as what is under way stands.

        Unlocking leads back to the same page.
        """
        if self.desk is None or self._session is None:
            return
        self._stack.setCurrentWidget(self._page)
        self._opening.was_locked()
        self._last = self.desk.place or FIRST_PLACE
        desk, session = self.desk, self._session
        self._take_down(desk)
        self._session = None
        self._lingering.add(session)
        session.ended.connect(self._session_ended)
        session.linger(desk.jobs)

    def _connect(self) -> None:
        self._page.unlock_requested.connect(self._opening.unlock)
        self._page.new_requested.connect(self._opening.start_new)
        self._page.sample_requested.connect(self._opening.start_sample)
        self._jobs.broke.connect(self.tell_bug)
        self._behind.done.connect(self._begin_behind)
        self.idle.idle.connect(self.lock)

    def _opened(self, opened: Opened) -> None:
        session = Session(opened)
        desk = Desk(session, self._appearance, self._layout_memory, self._aside)
        for former in self._lingering:
            former.cancel()
            former.changed.connect(desk.tell_changes)
            former.changed.connect(session.tell_changes)
        desk.lock_requested.connect(self.lock)
        desk.broke.connect(self.tell_bug)
        session.broke.connect(self.tell_bug)
        self._session, self.desk = session, desk
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        desk.go(self._last)
        self.idle.start(opened.program.policy.policy.idle_lock_minutes)
        self._behind.start(lambda: desk.jobs.is_quiet)
        if not self._welcomed:
            self._welcomed = True
            desk.welcome()
        self.usable.emit()

    @Slot()
    def _begin_behind(self) -> None:
        """The first page has all it shows, and the others' modules are there: let begin what begins by itself."""
        if self.desk is not None and self._session is not None:
            self.desk.begin_behind()
            self._session.begin()

    def _stays(self) -> bool:
        """Whether something would go with the window that the person was not told of: what a page cannot keep, or unfinished words."""
        failed = [error for error in self.desk.leave() if isinstance(error, ExpectedError)] if self.desk else []
        lost = [*failed, *([WordsUnfinished()] if self._aside.all else [])]
        told, self._told_lost = self._told_lost, ([type(error) for error in failed], self._aside.all)
        if not lost or told == self._told_lost:
            return False
        if self.desk is None:
            self._page.show_error(lost[0])
            return True
        if not failed:
            self.desk.go(DraftsPlace(draft=next(iter(self._aside.all))))
        self.desk.notices.refuse(lost[0])
        return True

    def _take_down(self, desk: Desk) -> None:
        self.idle.stop()
        self._behind.stop()
        self.desk = None
        for error in desk.leave():
            if isinstance(error, ExpectedError):
                self._page.show_error(error)
            else:
                self.tell_bug(error)
        self._stack.removeWidget(desk)
        desk.deleteLater()

    @Slot(object)
    def _session_ended(self, session: Session) -> None:
        self._lingering.discard(session)
        session.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep everything, stop the work, close the stores, then go; but stay once where something would be lost, and say so."""
        if self._stays():
            event.ignore()
            return
        self._layout_memory.remember_window(self)
        self.hide()
        if self.desk is not None:
            desk = self.desk
            self._take_down(desk)
            desk.jobs.stop()
        for session in (*self._lingering, *((self._session,) if self._session else ())):
            session.close()
        self._session = None
        self._jobs.stop()
        self._responding.stop()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """What reaches a window of the application passes here so that the idle watch sees the person at work."""
        if event.type() in AT_WORK:
            self.idle.saw()
            self._responding.saw()
        return False

    def watch(self, application: QApplication) -> None:
        """See what a person does in any window of the application; widgets' own events, ten thousands at the start, go by."""
        application.focusWindowChanged.connect(self.watch_window)
        self.watch_window(application.focusWindow())

    @Slot(QWindow)
    def watch_window(self, window: QWindow | None) -> None:
        """See what reaches that window."""
        if window is not None:
            window.installEventFilter(self)
