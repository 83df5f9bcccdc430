"""Which piece is shown beside the statement, where it stands in its source, and which pieces are picked; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.application.queries.evidence import AnySource, ReadSource, SearchEvidence, SourcePage
from bankrm.domain.drafts import Draft
from bankrm.domain.evidence import Evidence
from bankrm.domain.recipes import StatementKind
from bankrm.language.formatting import spoken_date
from bankrm.ui.jobs import Jobs
from bankrm.ui.pages.drafts.composing import evidence_row, record_row
from bankrm.ui.pages.drafts.rows import StatementRow, Writing
from bankrm.ui.pages.drafts.view import EvidenceView, PagePort


@dataclass(frozen=True, slots=True)
class EvidenceQueries:
    """`draw` gives a page with the passage that stands near a place marked, None where that cannot be done."""

    source: ReadSource
    draw: Callable[[SourcePage, int], PagePort | None]
    search: SearchEvidence


class EvidencePresenter:
    """The right pane: shows pieces one at a time, or lets them be picked."""

    def __init__(self, view: EvidenceView, jobs: Jobs, queries: EvidenceQueries, today: date) -> None:
        self._view, self._jobs, self._queries, self._today = view, jobs, queries, today
        self._draft: Draft | None = None
        self._row: StatementRow | None = None
        self._place = 0
        self._asked = 0  # how often something was shown so far: answers of earlier times are let go
        self._offered: dict[str, Evidence] = {}
        self._picked: dict[str, Evidence] = {}

    @property
    def picked(self) -> tuple[Evidence, ...]:
        """The pieces for the statement that is being added."""
        return tuple(self._picked.values())

    def show(self, draft: Draft, row: StatementRow, evidence: str = "") -> None:
        """The piece of a statement that is asked for, else its first."""
        self._draft, self._row = draft, row
        keys = [citation.evidence for citation in row.citations]
        self._place = keys.index(evidence) if evidence in keys else 0
        self._show()

    def walk(self, by: int) -> None:
        """The next piece of the statement, or the one before."""
        last = len(self._row.citations) - 1 if self._row else -1
        place = min(max(self._place + by, 0), last)
        if place >= 0 and place != self._place:
            self._place = place
            self._show()

    @property
    def shown(self) -> str:
        """The id of the piece that is shown; empty where none is."""
        return self._row.citations[self._place].evidence if self._row and self._row.citations else ""

    def begin_picking(self, writing: Writing, draft: Draft, row: StatementRow | None) -> None:
        """Let a piece be picked: to begin with, of those that the statement cites."""
        self._draft, self._picked = draft, {}
        self._view.begin_picking(writing)
        cited = [citation.evidence for citation in row.citations] if row else []
        self._offer([piece for key, piece in draft.pack if key in cited], searched=False)

    def search(self, words: str) -> None:
        """Pieces of the client's records and documents that say these words."""
        draft = self._draft
        if draft and words.strip():
            self._jobs.read(
                lambda: self._queries.search(draft.id, words),
                lambda found: self._offer(found, searched=True),
                key="draft-evidence-search",
            )

    def pick(self, key: str, *, many: bool) -> Evidence | None:
        """The piece that was picked; with `many`, picking it again lets it go."""
        piece = self._offered.get(key)
        if piece and many:
            name = piece.sha256
            if self._picked.pop(name, None) is None:
                self._picked[name] = piece
        return piece

    def pick_again(self, pieces: Sequence[Evidence]) -> None:
        """Pieces that were picked for the same statement before."""
        self._picked = {piece.sha256: piece for piece in pieces}

    def picked_rows(self) -> tuple[StatementRow, ...]:
        """What was picked so far, to be shown."""
        return tuple(self._as_row(str(n), piece) for n, piece in enumerate(self._picked.values()))

    def end_picking(self) -> None:
        """Show evidence again."""
        self._offered, self._picked = {}, {}
        self._view.end_picking()

    def _show(self) -> None:
        draft, row, evidence = self._draft, self._row, self.shown
        self._asked += 1
        asked = self._asked
        if draft is None or row is None or not evidence:
            self._view.show_no_evidence()
            return
        piece = draft.pack[evidence]
        self._view.show_evidence(evidence_row(row, self._place, piece))
        self._jobs.read(
            lambda: self._queries.source(draft.client, piece),
            lambda source: self._show_source(asked, piece, source),
            key="draft-source",
        )

    def _show_source(self, asked: int, piece: Evidence, source: AnySource) -> None:
        if asked != self._asked:
            return
        if not isinstance(source, SourcePage):
            self._view.show_record(record_row(source, piece))
            return
        near = piece.origin.span[0] if piece.origin.span else 0
        self._jobs.start(
            lambda _token, _report: self._queries.draw(source, near), lambda page: self._show_page(asked, page)
        )

    def _show_page(self, asked: int, page: PagePort | None) -> None:
        if asked != self._asked:
            return
        if page is None:
            self._view.show_no_page()
        else:
            self._view.show_page(page)

    def _offer(self, pieces: Sequence[Evidence], *, searched: bool) -> None:
        self._offered = {str(n): piece for n, piece in enumerate(pieces)}
        rows = tuple(self._as_row(key, piece) for key, piece in self._offered.items())
        self._view.show_found(rows, searched=searched)

    def _as_row(self, key: str, piece: Evidence) -> StatementRow:
        """A piece as a row of its own: its words, and below them what it begins with."""
        told = piece.body or piece.text
        day = spoken_date(piece.origin.date, self._today) if piece.origin.date and piece.speaker else ""
        said = " ".join(filter(None, (piece.speaker, day))) or piece.text.partition(": ")[0]
        return StatementRow(key, "", told, StatementKind.FACT, said=said)
