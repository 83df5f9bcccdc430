"""What a person does to a document: each thing once, and one edit on the other; no Qt here."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from bankrm.application.edit_draft import Edited
from bankrm.domain.editing import Base
from bankrm.domain.ids import DraftId


class Acts:
    """A key pressed twice does it once: a thing can be asked for again when it came to nothing, or what came of it has been read."""

    def __init__(self) -> None:
        self._under_way: set[Hashable] = set()
        self._answered: set[Hashable] = set()

    def begin(self, act: Hashable) -> bool:
        """Whether it is to be done."""
        if act in self._under_way or act in self._answered:
            return False
        self._under_way.add(act)
        return True

    def answered(self, act: Hashable) -> None:
        """It was done; what came of it is read next."""
        self._answered.add(act)

    def ended(self, act: Hashable) -> None:
        """It was done, was refused, or broke."""
        self._under_way.discard(act)

    def read(self) -> None:
        """The document was read again, or could not be."""
        self._answered.clear()


class Standing:
    """The draft as far as a person's own edits have brought it since it was read; looked at in the store's lane alone."""

    def __init__(self, draft: DraftId, base: Base) -> None:
        self._draft, self._base = draft, base

    def step(self, change: Callable[[DraftId, Base], Edited]) -> Edited:
        """Change it; the next change is made on this one."""
        edited = change(self._draft, self._base)
        self._draft, self._base = edited.draft, edited.base
        return edited
