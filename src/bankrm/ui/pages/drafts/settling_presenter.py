"""What a document as a whole comes to: confirmed, submitted, withdrawn, an update taken over or left; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bankrm.application.changes import Changes
from bankrm.application.edit_draft import Edited
from bankrm.application.hand_in import ConfirmDraft, SubmitDrafts, WithdrawDraft
from bankrm.application.queries.drafts import DraftView
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.domain.editing import Base
from bankrm.domain.ids import DraftId
from bankrm.ui.pages.drafts.composing import banner_of, ways_of
from bankrm.ui.pages.drafts.rows import BannerRow, Notice, StatementRow, Way
from bankrm.ui.pages.drafts.view import DraftsView


@dataclass(frozen=True, slots=True)
class Settling:
    """The use cases of it."""

    confirm: ConfirmDraft
    submit: SubmitDrafts
    withdraw: WithdrawDraft
    accept: AcceptUpdate
    dismiss: DismissUpdate


class Document(Protocol):
    """The document that is open."""

    @property
    def opened(self) -> DraftView | None:
        """As it was read; None where none is."""
        ...

    @property
    def doubted(self) -> Sequence[StatementRow]:
        """Its statements that are still 要確認."""
        ...

    def open(self, draft: DraftId) -> None:
        """Show another one in its place."""
        ...

    def act(self, name: Hashable, use_case: Callable[[], Changes]) -> None:
        """Do something to it, once until what came of it is read again; `name` tells it from anything else."""
        ...

    def change(self, name: Hashable, change: Callable[[DraftId, Base], Edited]) -> None:
        """As `act`: change it, on what was read of it and changed since."""
        ...


class SettlingPresenter:
    """The ways of the header, and the two buttons of the banner."""

    def __init__(self, view: DraftsView, settling: Settling, document: Document) -> None:
        self._view, self._do, self._document = view, settling, document
        self._asked: Way | None = None  # the way that waits for an answer about what is 要確認

    def go(self, way: str) -> None:
        """Confirm, submit or withdraw; where that is shut, show the first reason."""
        opened = self._document.opened
        shown = next((one for one in ways_of(opened) if one.way is Way(way)), None) if opened else None
        if opened is None or shown is None:
            return
        doubts = tuple(row.text for row in self._document.doubted)
        if shown.code:
            self._view.select(shown.statement)
        elif doubts and shown.way is not Way.WITHDRAW:
            self._view.show_banner(BannerRow(Notice.DOUBTS, doubts=doubts, way=shown.way))
            self._asked = shown.way
        else:
            self._act(shown.way)

    def take_banner(self, notice: str) -> None:
        """The banner's first button."""
        opened = self._document.opened
        if opened is None:
            return
        update = opened.update
        if notice == Notice.NEWER and opened.newer:
            self._document.open(opened.newer)
        elif notice == Notice.UPDATE and update:
            self._document.change(("accept", update.id), lambda draft, base: self._do.accept(draft, base, update.id))
        elif notice == Notice.DOUBTS and self._asked:
            self._act(self._asked)
        elif notice == Notice.SUBMITTED:
            self.go(Way.WITHDRAW)

    def leave_banner(self, notice: str) -> None:
        """The banner's second button."""
        opened = self._document.opened
        if opened and notice == Notice.UPDATE and opened.update:
            draft, update = opened.draft.id, opened.update.id
            self._document.act(("dismiss", update), lambda: self._do.dismiss(draft, update))
        elif opened and notice == Notice.DOUBTS:
            self._view.show_banner(banner_of(opened))
            self._view.select(next(row.key for row in self._document.doubted))

    def _act(self, way: Way) -> None:
        opened = self._document.opened
        if opened is None:
            return
        draft, base = opened.draft.id, opened.base
        acts: dict[Way, Callable[[], Changes]] = {
            Way.CONFIRM: lambda: self._do.confirm(draft, base),
            Way.SUBMIT: lambda: self._do.submit([(draft, base)]),
            Way.WITHDRAW: lambda: self._do.withdraw(draft, base),
        }
        self._document.act(way, acts[way])
