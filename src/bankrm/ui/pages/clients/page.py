"""取引先 as it is seen: the list of all, or the file of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from bankrm.application.queries.client_file import ClientFile
from bankrm.application.queries.client_list import ClientRow
from bankrm.application.queries.client_promises import ClientPromise
from bankrm.application.queries.client_talks import PersonRow, TalkRow, Talks, WordsRow
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import Document
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.file_view import ClientFileView
from bankrm.ui.pages.clients.list_view import ClientListView
from bankrm.ui.pages.clients.view import PageOnPaper, Tab
from bankrm.ui.services import Notices
from bankrm.ui.widgets.surfaces import column


class ClientsPage(QWidget):
    """As `ClientsView`; wishes go out as signals. Esc closes what was opened last, then goes back to the list."""

    back_requested = Signal()
    tab_chosen = Signal(object)
    talks_chosen = Signal(object)
    talk_opened = Signal(str)
    person_opened = Signal(str)
    document_opened = Signal(str)
    page_wanted = Signal(int)
    draft_opened = Signal(object)
    promise_done = Signal(object, str)
    promise_taken_back = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        topic_names: Callable[[], Mapping[str, str]],
        notices: Notices,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._appearance, self._topic_names, self._notices, self._today = appearance, topic_names, notices, today
        self.list = ClientListView(appearance)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.setLayout(column(self._stack))

    @cached_property
    def file(self) -> ClientFileView:
        """The file, built when a client is first opened: the list stands sooner without it."""
        file = ClientFileView(self._appearance, self._topic_names)
        self._stack.addWidget(file)
        for wish, signal in (
            (file.back_requested, self.back_requested), (file.tab_chosen, self.tab_chosen),
            (file.talks.chosen, self.talks_chosen), (file.talks.talk_opened, self.talk_opened),
            (file.promises.talk_opened, self.talk_opened), (file.person_opened, self.person_opened),
            (file.documents.opened, self.document_opened), (file.documents.page_wanted, self.page_wanted), (file.draft_opened, self.draft_opened),
            (file.promises.done, self.promise_done), (file.promises.taken_back, self.promise_taken_back),
        ):  # fmt: skip
            wish.connect(signal)
        return file

    def take_focus(self) -> None:
        """The focus to the field above the list, where the list is shown."""
        if self._stack.currentWidget() is self.list:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self, rows: Sequence[ClientRow] | None, total: int) -> None:
        """As `ClientsView.show_list`."""
        self.list.show_list(rows, total)
        self._stack.setCurrentWidget(self.list)

    def show_client(self, row: ClientRow | None, key: ClientKey) -> None:
        """As `ClientsView.show_client`."""
        self.file.show_client(row, key)
        self._stack.setCurrentWidget(self.file)
        self.file.take_focus()

    def show_file(self, file: ClientFile) -> None:
        """As `ClientsView.show_file`."""
        self.file.show_file(file)

    def show_missing(self, key: ClientKey) -> None:
        """As `ClientsView.show_missing`."""
        self.file.show_missing(key)

    def show_tab(self, tab: Tab) -> None:
        """As `ClientsView.show_tab`."""
        self.file.show_tab(tab)

    def show_talks(self, talks: Sequence[TalkRow], total: int, mark: str | None = None) -> None:
        """As `ClientsView.show_talks`."""
        self.file.talks.show_talks(talks, total, mark, self._today())

    def show_choices(self, talks: Talks) -> None:
        """As `ClientsView.show_choices`."""
        self.file.show_choices(talks)

    def show_words(self, person: PersonRow, words: Sequence[WordsRow]) -> None:
        """As `ClientsView.show_words`."""
        self.file.talks.show_words(person, words)

    def show_promises(self, promises: Sequence[ClientPromise]) -> None:
        """As `ClientsView.show_promises`."""
        self.file.promises.show_promises(promises)

    def show_document(self, document: Document, page: int | None) -> None:
        """As `ClientsView.show_document`."""
        self.file.documents.show_document(document, page)

    def show_page(self, document: Document, page: int, picture: PageOnPaper) -> None:
        """As `ClientsView.show_page`."""
        self.file.documents.show_page(document, page, picture)

    def tell_closed(self, promise: ClientPromise, undo: Callable[[], None]) -> None:
        """As `ClientsView.tell_closed`."""
        self._notices.tell(self.tr("「{thing}」を済にしました。").format(thing=promise.thing), undo=undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self.list:
            if not self.file.close_last():
                self.back_requested.emit()
            return
        super().keyPressEvent(event)
