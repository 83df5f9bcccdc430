"""取引先: which client is shown, what of it has been read, and what a person's wishes lead to; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bankrm.application.changes import Area, Changes
from bankrm.application.close_promise import Closed
from bankrm.application.queries.client_list import ClientRow, fitting
from bankrm.application.queries.client_promises import ClientPromise
from bankrm.application.queries.client_talks import TalkFilter, Talks
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import Document
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import DraftId
from bankrm.ui.jobs import Jobs, not_told
from bankrm.ui.pages.clients.view import ClientsView, PageOnPaper, Sources, Tab
from bankrm.ui.places import ClientsPlace, DraftsPlace, Navigator

T = TypeVar("T")
_OF_THE_FILE = (Area.RECORDS, Area.CLIENTS, Area.VISITS, Area.DRAFTS)
_OF_THE_TALKS = (Area.RECORDS,)
_OF_THE_PROMISES = (Area.RECORDS, Area.PROMISES)


@dataclass(frozen=True, slots=True)
class _PageAsked:
    """The page that was turned to."""

    paper: Document
    page: int


class ClientsPresenter:
    """Shows at once what is known, reads each tab when it is first looked at, and forgets what changed."""

    def __init__(self, view: ClientsView, jobs: Jobs, sources: Sources, navigator: Navigator) -> None:
        self._view, self._jobs, self._sources, self._navigator = view, jobs, sources, navigator
        self._rows: tuple[ClientRow, ...] | None = None
        self._typed = ""
        self._key: ClientKey | None = None
        self._tab = Tab.OVERVIEW
        self._talks: Talks | None = None
        self._chosen = TalkFilter()
        self._wanted: ClientsPlace | None = None
        self._paper: Document | None = None
        self._page_asked: _PageAsked | None = None
        self._read: set[Tab] = set()  # what stands as it was last read, or is being read

    def arrive(self, place: ClientsPlace) -> None:
        """The person comes to the list, to a client, or to something of a client."""
        if place.client is None:
            self._key = None
            self._show_list()
            self._jobs.read(self._sources.clients, self._listed, key="clients-list")
            return
        if place.client != self._key:
            self._turn_to(place.client)
        self._wanted = place
        self._tab = _tab_of(place)
        self._view.show_tab(self._tab)
        self._read_tab()
        self._show_wanted()

    def changed(self, changes: Changes) -> None:
        """Read again what is concerned."""
        if changes.concern(Area.RECORDS, Area.VISITS, Area.CLIENTS):
            self._jobs.read(self._sources.clients, self._listed, key="clients-list")
        if self._key is None:
            return
        if changes.concern(*_OF_THE_TALKS, client=self._key):
            self._read -= {Tab.INTERACTIONS}
        if changes.concern(*_OF_THE_PROMISES, client=self._key):
            self._read -= {Tab.PROMISES}
        if changes.concern(*_OF_THE_FILE, client=self._key):
            self._read_file(self._key)
        self._read_tab()

    # wishes

    def type(self, typed: str) -> None:
        """Narrow the list."""
        self._typed = typed
        self._show_list()

    def open_client(self, key: ClientKey) -> None:
        """Go to a client."""
        self._navigator.go(ClientsPlace(key))

    def back_to_list(self) -> None:
        """Go to the list."""
        self._navigator.go(ClientsPlace())

    def choose_tab(self, tab: Tab) -> None:
        """A tab was brought to the front."""
        self._tab = tab
        self._read_tab()

    def choose(self, chosen: TalkFilter) -> None:
        """Narrow the talks."""
        self._chosen = chosen
        self._show_talks()

    def open_person(self, name: str) -> None:
        """Everything that one person said, by date."""
        self._show_among_talks(ClientsPlace(self._key, person=name))

    def open_talk(self, ref: str) -> None:
        """One talk among the others."""
        self._show_among_talks(ClientsPlace(self._key, interaction=ref))

    def open_document(self, ref: str, page: int | None = None) -> None:
        """One document."""
        key = self._key
        if key is not None:
            self._jobs.read(
                lambda: self._sources.document(key, ref),
                self._of(key, lambda document: self._show_document(document, page)),
                key="clients-document",
            )

    def turn_page(self, page: int) -> None:
        """Another page of the document that is open."""
        paper = self._paper
        if paper is not None:
            asked = self._page_asked = _PageAsked(paper, page)
            self._jobs.start(
                lambda _token, _report: self._sources.draw(paper, page), lambda picture: self._show_page(asked, picture)
            )

    def open_draft(self, draft: DraftId) -> None:
        """Go to a draft."""
        self._navigator.go(DraftsPlace(draft=draft))

    def close_promise(self, promise: ClientPromise, words: str) -> None:
        """済, with what was handed over; it can be undone."""
        still_open = promise.still_open
        if still_open is not None:
            today = self._sources.today()
            self._jobs.act(
                lambda: self._sources.close(still_open, words, today), lambda done: self._closed(promise, done)
            )

    def reopen_promise(self, promise: ClientPromise) -> None:
        """元に戻す: what a person said became of it counts no more."""
        closing = promise.closing
        if closing is not None:
            self._jobs.act(lambda: self._sources.take_back(closing))

    # reading

    def _turn_to(self, key: ClientKey) -> None:
        self._key = key
        self._forget()
        row = next((row for row in self._rows or () if row.key == key), None)
        self._view.show_client(row, key)
        self._read_file(key)

    def _show_among_talks(self, wanted: ClientsPlace) -> None:
        self._wanted, self._tab = wanted, Tab.INTERACTIONS
        self._view.show_tab(self._tab)
        self._read_tab()
        self._show_wanted()

    def _forget(self) -> None:
        self._talks, self._chosen, self._wanted, self._paper = None, TalkFilter(), None, None
        self._read.clear()

    def _read_file(self, key: ClientKey) -> None:
        self._jobs.read(
            lambda: self._sources.file(key),
            self._of(key, self._view.show_file),
            key="clients-file",
            failed=self._of(key, self._missing),
        )

    def _read_tab(self) -> None:
        """What the tab in front needs; what was shown before stays until its successor is there."""
        needs = Tab.INTERACTIONS if self._tab is Tab.CONTACTS else self._tab
        if self._key is None or needs in self._read:
            return
        if needs is Tab.INTERACTIONS:
            self._read_talks(self._key)
        elif needs is Tab.PROMISES:
            self._read_promises(self._key)
        self._read.add(needs)

    def _read_talks(self, key: ClientKey) -> None:
        self._jobs.read(
            lambda: self._sources.talks(key),
            self._of(key, self._talked),
            key="clients-talks",
            failed=self._of(key, self._missing),
        )

    def _read_promises(self, key: ClientKey) -> None:
        self._jobs.start(
            lambda _token, _report: self._sources.promises(key),
            self._of(key, self._view.show_promises),
            failed=self._of(key, self._missing),
        )

    def _of(self, key: ClientKey, show: Callable[[T], None]) -> Callable[[T], None]:
        """Shows only what is of the client that is still looked at."""
        return lambda found: show(found) if key == self._key else not_told(found)

    def _listed(self, rows: tuple[ClientRow, ...]) -> None:
        before, self._rows = self._rows, rows
        if self._key is None and rows != before:  # else the list stands already
            self._show_list()

    def _show_list(self) -> None:
        if self._rows is None:
            self._view.show_list(None, 0)
        else:
            self._view.show_list(fitting(self._rows, self._typed), len(self._rows))

    def _talked(self, talks: Talks) -> None:
        self._talks = talks
        self._view.show_choices(talks)
        self._show_talks()
        self._show_wanted()

    def _show_talks(self) -> None:
        if self._talks is not None:
            mark = self._wanted.interaction if self._wanted else None
            self._view.show_talks(self._talks.filtered(self._chosen), len(self._talks.talks), mark)

    def _show_wanted(self) -> None:
        """Person, talk or document that the place names, as soon as what it needs is read."""
        wanted, talks = self._wanted, self._talks
        if wanted is None:
            return
        if wanted.document:
            self._wanted = None
            self.open_document(wanted.document, wanted.page)
        elif talks is not None and wanted.person:
            self._wanted = None
            person = talks.person(wanted.person)
            if person:
                self._view.show_words(person, talks.words_of(person.person))
        elif talks is not None and wanted.interaction:
            self._chosen = TalkFilter()
            self._show_talks()
            self._wanted = None

    def _show_document(self, document: Document, page: int | None) -> None:
        self._paper = document
        self._view.show_document(document, page)
        self.turn_page(page or 1)

    def _show_page(self, asked: _PageAsked, picture: PageOnPaper | None) -> None:
        if picture is not None and asked is self._page_asked and asked.paper is self._paper:
            self._view.show_page(asked.paper, asked.page, picture)

    def _closed(self, promise: ClientPromise, done: Closed) -> None:
        self._view.tell_closed(promise, lambda: self._jobs.act(lambda: self._sources.take_back(done.closing)))

    def _missing(self, error: ExpectedError) -> None:
        if isinstance(error, NotFound) and self._key is not None:
            self._view.show_missing(self._key)


def _tab_of(place: ClientsPlace) -> Tab:
    if place.person or place.interaction:
        return Tab.INTERACTIONS
    if place.document:
        return Tab.DOCUMENTS
    return Tab(place.tab) if place.tab in set(Tab) else Tab.OVERVIEW
