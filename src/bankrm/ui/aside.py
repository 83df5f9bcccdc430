"""What was typed and not taken yet when the window was locked, or when the person went on to something else.

It is held in memory alone, outlives the desk that it was typed at, and goes with the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import Evidence
from bankrm.domain.ids import DraftId


class WordsUnfinished(ExpectedError):
    """Words that were not taken yet would go with the window."""

    code = "words_unfinished"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What stood in a panel: what for (a code of the page) and of which row, the words, why they are kept, what was chosen, and the
    pieces that were picked for them."""

    writing: str
    key: str
    words: str
    why: str = ""
    choice: str = ""
    picked: tuple[Evidence, ...] = ()


class Aside:
    """One piece of unfinished writing a draft."""

    def __init__(self) -> None:
        self._unfinished: dict[DraftId, Unfinished] = {}

    def put(self, draft: DraftId, unfinished: Unfinished) -> None:
        """Hold it until it is cleared."""
        self._unfinished[draft] = unfinished

    def look(self, draft: DraftId) -> Unfinished | None:
        """What was put aside of this draft."""
        return self._unfinished.get(draft)

    @property
    def all(self) -> Mapping[DraftId, Unfinished]:
        """Everything that is held."""
        return dict(self._unfinished)

    def let_go(self, draft: DraftId, unfinished: Unfinished) -> None:
        """That one is no longer to be held; another is."""
        if self._unfinished.get(draft) is unfinished:
            self.clear(draft)

    def move(self, former: DraftId, draft: DraftId) -> None:
        """Another revision stands in the former's place: hold it of that, where nothing is held of it yet."""
        if former in self._unfinished and draft not in self._unfinished:
            self._unfinished[draft] = self._unfinished.pop(former)

    def clear(self, draft: DraftId) -> None:
        """It is written on, or was taken: let it go."""
        self._unfinished.pop(draft, None)
