"""One draft as the page reads it, with all that is shown around it; no Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bankrm.application.queries.drafts import CompareWithFirst, DraftView, ListDrafts, ReadDraft
from bankrm.domain.ids import DraftId
from bankrm.domain.visits import Visit
from bankrm.drafting.comparison import Compared
from bankrm.ui.aside import Aside
from bankrm.ui.pages.drafts.acts import Standing
from bankrm.ui.pages.drafts.unfinished import formers_of


@dataclass(frozen=True, slots=True)
class Queries:
    """What the page reads. `visit` gives the visit that a draft was made for."""

    draft: ReadDraft
    recent: ListDrafts
    comparison: CompareWithFirst
    visit: Callable[[DraftView], Visit | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What one reading brought."""

    view: DraftView
    standing: Standing
    visit: Visit | None
    compared: tuple[Compared, ...]
    formers: tuple[DraftId, ...]  # of which something unfinished is held


class Opening:
    """A person opens a draft: whichever reading comes first records that. Readings run one after the other in the store's lane, which
    alone looks here."""

    def __init__(self) -> None:
        self._recorded = False

    def read(self, draft: DraftId, queries: Queries, aside: Aside, *, comparing: bool) -> Opened:
        """The draft, or the revision that an edit has made of it since; `comparing`: against its first version. Raises NotFound."""
        view = queries.draft(draft, opened=not self._recorded)
        self._recorded = True
        compared = queries.comparison(draft) if comparing and view.draft.first else ()
        formers = formers_of(draft, aside, lambda one: queries.draft(one, opened=False).newer)
        return Opened(view, Standing(draft, view.base), queries.visit(view), compared, formers)
