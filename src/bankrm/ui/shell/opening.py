"""解錠: how a store comes open in the window, decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from bankrm.application.ports.store import StoreMissing
from bankrm.application.ports.vault import CredentialStoreMissing, KeyRefused, PassphraseTooShort, VaultLocked
from bankrm.domain.errors import ExpectedError
from bankrm.ui.jobs import Jobs

if TYPE_CHECKING:
    from bankrm.bootstrap import Program, Store

MINIMUM_PASSPHRASE = 12


class Ask(Enum):
    """What the page asks for."""

    NOTHING = auto()  # it opens by itself
    FIRST_USE = auto()  # there is no store yet: begin, or try the sample
    NEW_PASSPHRASE = auto()  # the machine keeps no secrets: choose one
    PASSPHRASE = auto()
    UNLOCK = auto()  # it was locked; the machine's own secret opens it
    IMPOSSIBLE = auto()  # nothing can be typed that would help


class OpeningView(Protocol):
    """The page, as the presenter sees it."""

    def show_ask(self, ask: Ask) -> None:
        """Ask for this."""
        ...

    def show_busy(self, busy: bool) -> None:
        """Whether it is being opened."""
        ...

    def show_error(self, error: ExpectedError | None) -> None:
        """Why it did not open; None for nothing to say."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, and the program on its data folder."""

    program: Program
    store: Store


class Opener(Protocol):
    """Opens or makes the store of this data folder."""

    @property
    def needs_passphrase(self) -> bool:
        """Whether nothing but a typed passphrase opens it."""
        ...

    def open(self, passphrase: str | None) -> Opened:
        """By what is at hand, or by a passphrase. Raises StoreErrors."""
        ...

    def create(self, passphrase: str | None) -> Opened:
        """A new store."""
        ...

    def sample(self) -> Opened:
        """The sample bank, in a folder and on a day of its own; made where it is not there yet."""
        ...


class OpeningPresenter:
    """Tries what needs no person first, then asks for what is missing."""

    def __init__(self, view: OpeningView, jobs: Jobs, opener: Opener, opened: Callable[[Opened], None]) -> None:
        self._view, self._jobs, self._opener, self._opened = view, jobs, opener, opened
        self._ask = Ask.NOTHING

    def begin(self) -> None:
        """At start-up: open without asking where that is possible."""
        self._set(Ask.NOTHING)
        self._run(lambda: self._opener.open(None))

    def was_locked(self) -> None:
        """After an idle lock: wait for the person."""
        self._view.show_error(None)
        self._set(Ask.PASSPHRASE if self._opener.needs_passphrase else Ask.UNLOCK)

    def unlock(self, passphrase: str) -> None:
        """The person asks for the store to be opened, with a passphrase or without."""
        self._run(lambda: self._opener.open(passphrase or None))

    def start_new(self, passphrase: str) -> None:
        """The person begins with an empty store."""
        self._run(lambda: self._opener.create(passphrase or None))

    def start_sample(self) -> None:
        """The person tries the sample bank."""
        self._run(self._opener.sample)

    def _run(self, opening: Callable[[], Opened]) -> None:
        self._view.show_error(None)
        self._view.show_busy(True)
        self._jobs.act(opening, self._done, failed=self._refused)

    def _done(self, opened: Opened) -> None:
        self._view.show_busy(False)
        self._set(Ask.NOTHING)  # what was typed does not stay
        self._opened(opened)

    def _refused(self, error: ExpectedError) -> None:
        self._view.show_busy(False)
        silent = self._ask in (Ask.NOTHING, Ask.FIRST_USE) and isinstance(
            error, StoreMissing | VaultLocked | CredentialStoreMissing
        )
        self._set(self._asked_after(error))
        self._view.show_error(None if silent else error)

    def _asked_after(self, error: ExpectedError) -> Ask:
        if isinstance(error, StoreMissing):
            return Ask.FIRST_USE
        if isinstance(error, CredentialStoreMissing | PassphraseTooShort):
            return Ask.NEW_PASSPHRASE
        if isinstance(error, VaultLocked | KeyRefused):
            return Ask.PASSPHRASE
        return Ask.IMPOSSIBLE if self._ask is Ask.NOTHING else self._ask

    def _set(self, ask: Ask) -> None:
        self._ask = ask
        self._view.show_ask(ask)
