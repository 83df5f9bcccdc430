"""A section written anew by an instruction: its words as they come, a stop at any time; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bankrm.application.changes import Changes
from bankrm.application.queries.drafts import DraftView
from bankrm.application.rewrite_section import Rewritten
from bankrm.domain.editing import Base
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import DraftId
from bankrm.domain.progress import CancelToken, Progress, Report
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.ports import Wish
from bankrm.ui.ahead import Preparing
from bankrm.ui.jobs import Jobs, Lane, Running
from bankrm.ui.pages.drafts.composing import heading_key
from bankrm.ui.pages.drafts.rows import LINE, HeadingRow, Row, StatementRow

_STREAM = "stream"


class Rewrite(Protocol):
    """Writes one section of a draft anew and puts it in place, by the writer of this machine."""

    def __call__(self, draft: DraftId, base: Base, section: str, wish: Wish) -> Rewritten:
        """In the thread that writes. Raises Cancelled, ModelError and those of an edit."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rewriting came to, with what it changed."""

    rewritten: Rewritten

    @property
    def changes(self) -> Changes:
        """What is told to all pages."""
        return self.rewritten.edited.changes


class Rewriting:
    """One section at a time. `written` is called when there are more words to show, or none any more."""

    def __init__(self, jobs: Jobs, rewrite: Rewrite, preparing: Preparing) -> None:
        """What is prepared behind the window leaves the model alone as long as a section is written."""
        self._jobs, self._rewrite, self._preparing = jobs, rewrite, preparing
        self._running: Running | None = None
        self._section = ""  # that is being written; empty where none is
        self._words: list[str] = []
        self.follows = True  # whether an instruction can be followed here; so until the machine is known
        self.written: Callable[[], None] = lambda: None

    def know(self, writes: Callable[[], bool]) -> None:
        """Find out behind the window whether a language model writes here."""

        def found(model: bool) -> None:
            self.follows = model

        self._jobs.start(lambda _token, _report: writes(), found)

    @property
    def possible(self) -> bool:
        """Whether a section can be asked for now."""
        return not self._section

    def begin(
        self,
        view: DraftView,
        section: str,
        instruction: str,
        *,
        done: Callable[[Rewritten], None],
        failed: Callable[[ExpectedError], None],
    ) -> None:
        """Ask for the section, where none is being written."""
        if self._section:
            return
        words = self._words = list[str]()
        self._section = section
        self._preparing.make_way()

        def work(token: CancelToken, report: Report) -> Answer:
            def hear(piece: str) -> None:
                words.append(piece)
                report(Progress("rewriting", len(words)))

            return Answer(self._rewrite(view.draft.id, view.base, section, Wish(instruction, token, hear)))

        self._running = self._jobs.start(
            work,
            lambda answer: done(answer.rewritten),
            lane=Lane.MODEL,
            report=self._more,
            failed=failed,
            ended=self._ended,
        )
        self.written()

    def cancel(self) -> None:
        """Stop the writer; the section stays as it was."""
        if self._section and self._running:
            self._running.cancel()

    def among(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows with what has been written so far at the end of its section, and its heading saying so."""
        if not self._section:
            return rows
        heading = heading_key(self._section)
        shown = [
            replace(row, writing=True, rewritable=False) if isinstance(row, HeadingRow) and row.key == heading else row
            for row in rows
        ]
        end = max((n for n, row in enumerate(shown) if heading in (row.key, getattr(row, "section", ""))), default=-1)
        text = "".join(self._words).strip().replace("\n", LINE)
        if end >= 0 and text:
            shown.insert(end + 1, StatementRow(_STREAM, heading, text, StatementKind.FACT, streaming=True))
        return tuple(shown)

    def _more(self, _: Progress) -> None:
        self.written()

    def _ended(self) -> None:
        self._section = ""
        self.written()
        self._preparing.go_on()
