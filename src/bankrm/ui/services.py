"""What pages are built from: the open store, use cases' ports, and the window's own services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bankrm.application.changes import Changes
from bankrm.domain.errors import ExpectedError
from bankrm.ui.ahead import Preparing
from bankrm.ui.appearance import Appearance
from bankrm.ui.aside import Aside
from bankrm.ui.jobs import Jobs
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.places import Navigator, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bankrm.application.ports.unit_of_work import OpenUnitOfWork
    from bankrm.bootstrap import Program, Store


class Notices(Protocol):
    """The one door for telling the person anything that no page says in place."""

    def tell(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """A sentence that leaves by itself; with an undo it stays until the next one, or until the page is left."""
        ...

    def refuse(self, error: ExpectedError) -> None:
        """What was refused and what to do; it stays until it is closed."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """One unlocked store's services. Pages take from here what their presenters need."""

    program: Program
    store: Store
    jobs: Jobs
    navigator: Navigator
    notices: Notices
    appearance: Appearance
    layout: LayoutMemory
    preparing: Preparing
    aside: Aside

    @property
    def begin(self) -> OpenUnitOfWork:
        """Opens units of work on the store."""
        return self.store.unit_of_work

    @property
    def today(self) -> date:
        """The day at the branch."""
        return self.program.clock.today()


class PageHandle(Protocol):
    """A page with its presenter, as the shell sees it."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        ...

    @property
    def about(self) -> str:
        """What the page is for, in a sentence or two, for the overview of keys (F1)."""
        ...

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """The page's own keys, and what they do."""
        ...

    def arrive(self, place: Place) -> None:
        """The person comes to this page; read what is shown there."""
        ...

    def changed(self, changes: Changes) -> None:
        """Something changed; read again where it concerns what is shown."""
        ...

    def leave(self) -> None:
        """The person goes elsewhere, the window closes or the store is locked: keep what is not kept yet."""
        ...
