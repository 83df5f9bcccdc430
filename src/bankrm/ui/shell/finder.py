"""探す: what is typed, what fits it, and where a choice leads; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from bankrm.application.queries.search import ClientHit, DocumentHit, DraftHit, Found, Hit, PersonHit, RecordHit
from bankrm.ui.jobs import Jobs
from bankrm.ui.places import ClientsPlace, DraftsPlace, Navigator, Place


class FinderView(Protocol):
    """The panel, as the presenter sees it."""

    def show_found(self, typed: str, found: Found) -> None:
        """What fits what was typed."""
        ...


class FinderPresenter:
    """Answers the last thing typed, and leads to what is chosen."""

    def __init__(
        self,
        view: FinderView,
        jobs: Jobs,
        navigator: Navigator,
        search: Callable[[str], Found],
        note: Callable[[str, Hit], None],
    ) -> None:
        self._view, self._jobs, self._navigator, self._search, self._note = view, jobs, navigator, search, note

    def typed(self, text: str) -> None:
        """The person has typed so far."""
        self._jobs.read(lambda: self._search(text), lambda found: self._view.show_found(text, found), key="find")

    def chose(self, typed: str, hit: Hit) -> None:
        """Go there, and record that somebody searched."""
        self._jobs.act(lambda: self._note(typed, hit))
        self._navigator.go(place_of(hit))


def place_of(hit: Hit) -> Place:
    """Where a hit is shown."""
    match hit:
        case ClientHit():
            return ClientsPlace(hit.key)
        case PersonHit():
            return ClientsPlace(hit.client, person=hit.person)
        case RecordHit():
            return ClientsPlace(hit.client, tab="interactions", interaction=hit.ref)
        case DocumentHit():
            return ClientsPlace(hit.client, tab="documents", document=hit.ref, page=hit.page)
        case DraftHit():
            return DraftsPlace(draft=hit.id)
