"""Words on their way from a panel into the store, and those that wait aside for a former revision; no Qt here."""

from __future__ import annotations

from collections.abc import Callable

from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.ui.aside import Aside, Unfinished


class Taken:
    """What was taken of a panel. It waits aside until it is kept: a lock, another document or a failure may come between."""

    def __init__(self, aside: Aside, draft: DraftId, unfinished: Unfinished | None) -> None:
        self._aside, self._draft, self._unfinished = aside, draft, unfinished
        if unfinished:
            aside.put(draft, unfinished)

    def let_go(self) -> None:
        """It is in the store, or was refused and stands in its panel again. The first is told in the store's lane, for the answer
        comes to nobody where the window was locked meanwhile."""
        if self._unfinished:
            self._aside.let_go(self._draft, self._unfinished)


def formers_of(draft: DraftId, aside: Aside, newer: Callable[[DraftId], DraftId | None]) -> tuple[DraftId, ...]:
    """The former revisions of a draft of which something is held. `newer` reads which one stands in a draft's place, and raises
    NotFound."""
    return tuple(held for held in aside.all if held != draft and _newest(held, newer) == draft)


def _newest(draft: DraftId, newer: Callable[[DraftId], DraftId | None]) -> DraftId:
    try:
        while following := newer(draft):
            draft = following
    except NotFound:
        pass
    return draft
