"""What leaves the page for paper, the clipboard or a file: looked at first, recorded, then done; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bankrm.application.export_draft import ExportDraft
from bankrm.application.hand_out import CopyFromDraft, Preview, PrintDraft, require_released
from bankrm.application.ports.exporting import Format
from bankrm.application.queries.drafts import DraftView
from bankrm.domain.approval import NotReleased
from bankrm.domain.drafts import Draft
from bankrm.domain.editing import Base, EditConflict
from bankrm.domain.errors import ExpectedError
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.sheet import PrintedSheet, Version
from bankrm.ui.jobs import Jobs
from bankrm.ui.pages.drafts.rows import Told


class HandingOutView(Protocol):
    """The page, as far as something leaves it."""

    def show_sheet(self, sheet: PrintedSheet, *, carriable: bool) -> None:
        """The pages as they will be printed."""
        ...

    def print_sheet(self, sheet: PrintedSheet) -> None:
        """Send the pages to the printer that was chosen."""
        ...

    def ask_where(self, name: str) -> None:
        """Ask for the file to export to; the answer comes as a wish."""
        ...

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        ...

    def tell(self, told: Told) -> None:
        """Say it in passing."""
        ...


@dataclass(frozen=True, slots=True)
class _Asked:
    """The draft that was open when its pages were asked for."""

    draft: Draft
    version: Version


class HandingOut:
    """Each act is a use case, which asks policy and state and records it before anything leaves."""

    def __init__(
        self, view: HandingOutView, jobs: Jobs, opened: Callable[[], DraftView | None], *, printing: PrintDraft,
        copying: CopyFromDraft, exporting: ExportDraft, refuse: Callable[[ExpectedError], None],
    ) -> None:  # fmt: skip
        self._view, self._jobs, self._opened, self._refuse = view, jobs, opened, refuse
        self._print, self._copy, self._export = printing, copying, exporting
        self._asked: _Asked | None = None
        self._shown: tuple[_Asked, Base] | None = None  # whose pages are shown, and as it was then

    def preview(self, version: str = Version.IN_BANK) -> None:
        """Look at what would be printed; only what was asked for last is shown, where its draft is still the one that is open."""
        opened = self._opened()
        if opened is None:
            return
        asked = self._asked = _Asked(opened.draft, Version(version))
        self._jobs.start(
            lambda _token, _report: self._print.preview(opened.draft.id, asked.version),
            lambda made: self._show(asked, made),
        )

    def print(self) -> None:
        """A printer was chosen for what is looked at. Where that is not what would be printed any more, it is shown anew."""
        if self._shown:
            asked, base = self._shown

            def failed(error: ExpectedError) -> None:
                self._refuse(error)
                if isinstance(error, EditConflict):
                    self.preview(asked.version)

            self._jobs.start(
                lambda _token, _report: self._print(asked.draft.id, asked.version, base), self._printed, failed=failed
            )

    def copy(self, item: str) -> None:
        """A statement with its sources, or one piece, to the clipboard."""
        opened = self._opened()
        if opened and item:
            self._jobs.act(lambda: self._copy(opened.draft.id, item), self._copied)

    def ask_where(self) -> None:
        """Ask for a file, under a name that tells no client's; not before the document may leave the program."""
        opened = self._opened()
        if opened is None:
            return
        draft = opened.draft
        try:
            require_released(draft)
        except NotReleased as error:
            self._refuse(error)
        else:
            self._view.ask_where(f"{draft.day}_{draft.client}_{draft.kind}.{_form_of(draft).value}")

    def export(self, path: str) -> None:
        """As a Word file, or a mail as a mail."""
        opened = self._opened()
        if opened:
            self._jobs.start(
                lambda _token, _report: self._export([opened.draft.id], _form_of(opened.draft), Path(path)),
                lambda _: self._view.tell(Told.EXPORTED),
            )

    def _show(self, asked: _Asked, made: Preview) -> None:
        opened = self._opened()
        if asked is self._asked and opened and opened.draft.id == asked.draft.id:
            self._shown = asked, made.base
            self._view.show_sheet(made.sheet, carriable=opened.draft.kind is DocumentKindName.VISIT_BRIEF)

    def _printed(self, sheet: PrintedSheet) -> None:
        self._view.print_sheet(sheet)
        self._view.tell(Told.PRINTED)

    def _copied(self, text: str) -> None:
        self._view.copy(text)
        self._view.tell(Told.COPIED)


def _form_of(draft: Draft) -> Format:
    return Format.EML if draft.kind is DocumentKindName.FOLLOW_UP_MAIL else Format.DOCX
