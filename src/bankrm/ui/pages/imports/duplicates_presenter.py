"""名寄せ: clients that may be one, asked about once; decided without Qt."""

from __future__ import annotations

from typing import Protocol

from bankrm.application.decide_duplicate import DecideDuplicate
from bankrm.application.queries.duplicates import DuplicateRow, ListDuplicates
from bankrm.domain.same_client import PairDecision, Sameness
from bankrm.ui.jobs import Jobs


class DuplicatesView(Protocol):
    """The list and the two clients, as the presenter sees them."""

    def show_duplicates(self, rows: tuple[DuplicateRow, ...]) -> None:
        """All pairs: the undecided first, then those left for later, then the settled."""
        ...

    def tell_decided(self, row: DuplicateRow, sameness: Sameness) -> None:
        """Say what was decided, with a way to take it back."""
        ...


class DuplicatesPresenter:
    """Reads the pairs and keeps what a person says of them."""

    def __init__(self, view: DuplicatesView, jobs: Jobs, listed: ListDuplicates, decide: DecideDuplicate) -> None:
        self._view, self._jobs, self._listed, self._decide = view, jobs, listed, decide

    def refresh(self) -> None:
        """Read again."""
        self._jobs.read(self._listed, self._view.show_duplicates, key="import-duplicates")

    def decide(self, row: DuplicateRow, sameness: Sameness) -> None:
        """同じ先, 別の先 or 後で; 後で is also how a decision is taken back."""
        decision = PairDecision(row.pair, sameness, row.shared)
        self._jobs.act(lambda: self._decide(decision), lambda _changes: self._view.tell_decided(row, sameness))
