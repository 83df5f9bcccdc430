"""取引先 between presenter and page: what each sees of the other. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bankrm.application.changes import Changes
from bankrm.application.close_promise import Closed
from bankrm.application.queries.client_file import ClientFile
from bankrm.application.queries.client_list import ClientRow
from bankrm.application.queries.client_promises import ClientPromise
from bankrm.application.queries.client_talks import PersonRow, TalkRow, Talks, WordsRow
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.documents import Document
from bankrm.domain.ids import ClosingId


class Tab(StrEnum):
    """Tabs of a client's file, as places name them."""

    OVERVIEW = "overview"
    INTERACTIONS = "interactions"
    PROMISES = "promises"
    DEALS = "deals"
    DOCUMENTS = "documents"
    CONTACTS = "contacts"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Sources:
    """Queries and use cases of the page."""

    clients: Callable[[], tuple[ClientRow, ...]]
    file: Callable[[ClientKey], ClientFile]
    talks: Callable[[ClientKey], Talks]
    promises: Callable[[ClientKey], tuple[ClientPromise, ...]]
    document: Callable[[ClientKey, str], Document]
    draw: Callable[[Document, int], PageOnPaper | None]
    close: Callable[[OpenPromise, str, date], Closed]
    take_back: Callable[[ClosingId], Changes]
    today: Callable[[], date]


class PageOnPaper(Protocol):
    """A page as a picture; only the view knows more of it."""


class ClientsView(Protocol):
    """The page, as the presenter sees it."""

    def show_list(self, rows: Sequence[ClientRow] | None, total: int) -> None:
        """The clients that fit, of so many in all; None while they are read."""
        ...

    def show_client(self, row: ClientRow | None, key: ClientKey) -> None:
        """Turn to a client of whom only the list's row is known yet, or nothing; all else is being read."""
        ...

    def show_file(self, file: ClientFile) -> None:
        """Everything but talks and promises."""
        ...

    def show_missing(self, key: ClientKey) -> None:
        """There is no such client."""
        ...

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        ...

    def show_talks(self, talks: Sequence[TalkRow], total: int, mark: str | None = None) -> None:
        """The talks that fit, of so many in all; `mark` is the ref of one to be seen at once."""
        ...

    def show_choices(self, talks: Talks) -> None:
        """People and topics by which talks may be chosen, and the people's own tab."""
        ...

    def show_words(self, person: PersonRow, words: Sequence[WordsRow]) -> None:
        """Everything that one person said."""
        ...

    def show_promises(self, promises: Sequence[ClientPromise]) -> None:
        """Open ones first."""
        ...

    def show_document(self, document: Document, page: int | None) -> None:
        """The text of one document at a page."""
        ...

    def show_page(self, document: Document, page: int, picture: PageOnPaper) -> None:
        """A page as it looks on paper, in place of the text."""
        ...

    def tell_closed(self, promise: ClientPromise, undo: Callable[[], None]) -> None:
        """That a promise is settled now, and how that is undone."""
        ...
