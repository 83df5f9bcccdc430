"""A section that is being written: what is shown meanwhile, and that it can be stopped."""

from __future__ import annotations

import pytest
from tests.builders import TODAY
from tests.fakes.editing import a_writing
from tests.fakes.jobs import HeldJobs
from tests.fakes.preparing import QuietPreparing
from tests.fakes.queue import BRIEF, Desk, fill
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.queries.drafts import DraftView, ReadDraft
from bankrm.application.rewrite_section import Rewritten
from bankrm.domain.drafts import identified
from bankrm.domain.editing import Base
from bankrm.domain.ids import DraftId
from bankrm.drafting.ports import Wish
from bankrm.ui.jobs import Lane
from bankrm.ui.pages.drafts.composing import rows_of
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import HeadingRow, StatementRow

ROWS = rows_of(identified(a_writing()), TODAY, rewritable=True)


@pytest.fixture(name="view")
def _view() -> DraftView:
    store = MemoryStore()
    fill(store.unit_of_work)
    (brief,) = Desk(store.unit_of_work).ask(None, BRIEF)
    return ReadDraft(store.unit_of_work, FixedDay(TODAY))(brief.id, opened=False)


def writing(rewriting: Rewriting) -> list[str]:
    return [row.heading for row in rewriting.among(ROWS) if isinstance(row, HeadingRow) and row.writing]


def test_the_heading_says_that_its_section_is_written_until_it_is_over(view: DraftView) -> None:
    jobs, done = HeldJobs(), list[Rewritten]()

    def rewrite(draft: DraftId, base: Base, section: str, wish: Wish) -> Rewritten:  # noqa: ARG001
        wish.on_text("先に設備。\n")
        wish.on_text("次に約束")
        streamed = [row for row in rewriting.among(ROWS) if isinstance(row, StatementRow) and row.streaming]
        assert [row.text for row in streamed] == ["先に設備。\u2028次に約束"]
        assert rewriting.among(ROWS).index(streamed[0]) == ROWS.index(next(row for row in ROWS if row.key == "S4")) + 1
        rewriting.cancel()
        wish.token.check()
        raise AssertionError

    behind = QuietPreparing()
    rewriting = Rewriting(jobs, rewrite, behind)
    rewriting.begin(view, "promises", "設備を先に", done=done.append, failed=lambda error: pytest.fail(str(error)))
    assert writing(rewriting) == ["約束・宿題"]
    assert not rewriting.possible
    assert behind.told == ["make way"]
    jobs.go()
    assert behind.told == ["make way", "go on"]
    assert done == []
    assert rewriting.among(ROWS) == ROWS
    assert rewriting.possible
    assert jobs.lanes == [Lane.MODEL]
