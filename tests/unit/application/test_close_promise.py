"""Promises over all clients: read where records changed, closed in one step, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import KEY, TODAY, talk, visit
from tests.fakes.queue import KNOWLEDGE, OTHER, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.close_promise import ClosePromise
from bankrm.application.ports.store import StoreBusy
from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queries.promises import ListPromises, PromiseList
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.audit import Act
from bankrm.domain.closings import OpenPromise
from bankrm.domain.drafts import Verdict
from bankrm.domain.due import Due, DueState
from bankrm.domain.errors import NotFound
from bankrm.domain.evidence import OriginType
from bankrm.domain.ids import ClosingId
from bankrm.domain.progress import CancelToken, Progress
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import BusinessCalendar
from bankrm.drafting.template.writer import TemplateWriter

CLOCK = FixedDay(TODAY)
OVERDUE = talk("2026-05-13", promises="【当行】返済計画の案を6月5日までに持参。【先方】試算表を6月10日までに送付。")


class Desk:
    def __init__(self) -> None:
        self.store = MemoryStore()
        fill(self.store.unit_of_work)
        put(self.store.unit_of_work, OVERDUE)
        self.refresh = RefreshPromises(self.store.unit_of_work, CLOCK)
        self.close = ClosePromise(self.store.unit_of_work, self.refresh, CLOCK, "大野")
        self.query = ListPromises(self.store.unit_of_work, BusinessCalendar(()), CLOCK)

    def listed(self) -> PromiseList:
        return self.query()

    def only(self) -> OpenPromise:
        (row,) = self.listed().rows
        return row.promise

    def acts(self) -> list[Act]:
        with self.store.unit_of_work() as uow:
            return [entry.act for entry in uow.audit.entries()]


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.refresh(CancelToken())
    return desk


def test_before_the_first_reading_the_list_says_how_many_clients_are_unread() -> None:
    assert Desk().listed() == PromiseList((), 0, 0, 2)


def test_a_refresh_reads_every_unread_client_once_and_says_which() -> None:
    desk, seen = Desk(), list[Progress]()
    assert desk.refresh(CancelToken(), seen.append) == Changes.of(Area.PROMISES, clients=frozenset({KEY, OTHER}))
    assert [(progress.done, progress.total) for progress in seen] == [(0, 2), (1, 2)]
    assert desk.refresh(CancelToken()) == Changes()


def test_asked_to_stop_a_refresh_leaves_the_rest_for_the_next_time() -> None:
    desk, token = Desk(), CancelToken()
    assert desk.refresh(token, lambda _: token.cancel()).clients == {KEY}
    assert desk.listed().unread == 1


def test_a_client_whose_records_change_meanwhile_is_left_for_the_next_time() -> None:
    desk, refused = Desk(), []

    def busy_once() -> UnitOfWork:
        refused.append(1)
        if len(refused) == 2:  # the first reads who is unread
            raise StoreBusy(path="")
        return desk.store.unit_of_work()

    assert RefreshPromises(busy_once, CLOCK)(CancelToken()).clients == {OTHER}
    assert desk.listed().unread == 1


def test_ours_are_listed_with_the_clients_name_and_where_they_stand(desk: Desk) -> None:
    (row,) = desk.listed().rows
    assert (row.client_name, row.promise.thing) == ("とびうお製麺株式会社(架空)", "返済計画の案")
    assert row.due == Due(DueState.OVERDUE, 7)


def test_a_promise_of_a_record_told_in_confidence_is_known_as_such(desk: Desk) -> None:
    put(desk.store.unit_of_work, talk("2026-05-27", promises="【当行】譲渡の手引きを6月12日までに持参。", mark="秘匿"))
    desk.refresh(CancelToken())
    assert {row.promise.thing: row.secret for row in desk.query(everything=True).rows}["譲渡の手引き"]
    assert not all(row.secret for row in desk.query(everything=True).rows)


def test_a_closed_promise_leaves_the_list_and_stays_away_when_its_record_comes_again(desk: Desk) -> None:
    closed = desk.close(desk.only(), "返済計画の案(2部)", TODAY)
    assert closed.changes == Changes.of(Area.PROMISES, clients=frozenset({KEY}))
    put(desk.store.unit_of_work, OVERDUE)
    desk.refresh(CancelToken())
    assert desk.listed() == PromiseList((), 0, 0, 0)


def test_a_record_amended_in_its_words_of_the_promise_does_not_bring_it_back(desk: Desk) -> None:
    desk.close(desk.only(), "", TODAY)
    amended = talk("2026-05-13", promises="【当行】返済計画の案を6月5日までに郵送。")
    put(desk.store.unit_of_work, amended)
    desk.refresh(CancelToken())
    assert desk.listed() == PromiseList((), 0, 0, 0)


def test_without_words_the_thing_itself_was_handed_over(desk: Desk) -> None:
    desk.close(desk.only(), "  ", date(2026, 6, 11))
    with desk.store.unit_of_work() as uow:
        dossier = uow.records.dossier(KEY)
    assert dossier is not None
    (kept,) = dossier.closings
    assert (kept.words, kept.on, kept.by) == ("返済計画の案", date(2026, 6, 11), "大野")


@pytest.mark.parametrize("day", [date(2026, 6, 13), date(2026, 5, 12)])
def test_nothing_is_done_on_a_day_to_come_or_before_it_was_promised(desk: Desk, day: date) -> None:
    with pytest.raises(ValueError, match="2026"):
        desk.close(desk.only(), "", day)
    assert desk.acts() == []


def test_taken_back_it_is_open_as_before_and_both_acts_are_recorded(desk: Desk) -> None:
    before = desk.listed()
    closed = desk.close(before.rows[0].promise, "", TODAY)
    desk.close.take_back(closed.closing)
    assert desk.listed() == before
    assert desk.acts() == [Act.PROMISE_CLOSED, Act.PROMISE_REOPENED]


def test_a_dismissed_promise_leaves_the_list_and_its_reason_never_enters_the_audit(desk: Desk) -> None:
    desk.close.dismiss(desk.only(), "先方がご自分で作る案")
    assert desk.listed().rows == ()
    with desk.store.unit_of_work() as uow:
        (entry,) = uow.audit.entries()
    assert entry.detail == {"kind": "dismissed", "on": "2026-06-12", "record": "T2026-05-13"}


def test_a_second_click_says_nothing_new(desk: Desk) -> None:
    promise = desk.only()
    first = desk.close(promise, "", TODAY)
    assert desk.close(promise, "別の言葉", TODAY).closing == first.closing
    assert desk.close.dismiss(promise, "理由").closing == first.closing
    assert desk.acts() == [Act.PROMISE_CLOSED]


def test_taken_back_twice_is_recorded_once(desk: Desk) -> None:
    closed = desk.close(desk.only(), "", TODAY)
    desk.close.take_back(closed.closing)
    assert desk.close.take_back(closed.closing) == Changes()
    assert desk.acts() == [Act.PROMISE_CLOSED, Act.PROMISE_REOPENED]


def test_what_the_amended_record_promises_no_more_cannot_be_closed(desk: Desk) -> None:
    shown = desk.only()
    put(desk.store.unit_of_work, talk("2026-05-13", promises="【先方】試算表を6月10日までに送付。"))
    with pytest.raises(NotFound):
        desk.close(shown, "", TODAY)
    with pytest.raises(NotFound):
        desk.close.dismiss(shown, "理由")
    assert desk.acts() == []


def test_what_a_record_shows_as_kept_by_now_cannot_be_closed(desk: Desk) -> None:
    shown = desk.only()
    put(desk.store.unit_of_work, talk("2026-06-08", ours="返済計画の案をお渡しした。", handed="返済計画の案"))
    desk.refresh(CancelToken())
    with pytest.raises(NotFound):
        desk.close(shown, "", TODAY)


def test_a_closing_that_nobody_kept_cannot_be_taken_back(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.close.take_back(ClosingId("nobody"))


@pytest.mark.parametrize(
    ("due", "listed"),
    [
        ("6月15日までに", True),  # Monday, the next open day
        ("6月17日までに", True),  # three open days ahead
        ("6月18日までに", False),
        ("", False),
        ("2025年6月11日までに", False),  # more than a year ago: a record is missing rather
    ],
)
def test_only_what_presses_is_listed_unless_everything_is_asked_for(desk: Desk, due: str, listed: bool) -> None:
    told = "2025-06-02" if "2025" in due else "2026-06-01"
    put(desk.store.unit_of_work, talk(told, promises=f"【当行】図面の写しを{due}持参。"))
    desk.refresh(CancelToken())
    pressing, everything = desk.query(), desk.query(everything=True)
    assert ["図面の写し" in [row.promise.thing for row in one.rows] for one in (pressing, everything)] == [listed, True]
    assert pressing.others == everything.others == (0 if listed else 1)
    assert pressing.pressing == everything.pressing == (2 if listed else 1)


def test_what_does_not_press_stands_after_what_does_the_forgotten_last(desk: Desk) -> None:
    put(desk.store.unit_of_work, talk("2025-06-02", promises="【当行】古い図面を2025年6月11日までに持参。"))
    put(desk.store.unit_of_work, talk("2026-06-01", promises="【当行】先の資料を12月1日までに持参。日程表を連絡。"))
    desk.refresh(CancelToken())
    things = [row.promise.thing for row in desk.query(everything=True).rows]
    assert things == ["返済計画の案", "先の資料", "日程表", "古い図面"]


def test_of_very_many_only_the_first_are_listed_and_all_are_counted(desk: Desk) -> None:
    named = "。".join(f"{name}の図面を6月5日までに持参" for name in ("北館", "南館", "東館", "西館"))
    put(desk.store.unit_of_work, talk("2026-06-01", promises=f"【当行】{named}。"))
    desk.refresh(CancelToken())
    few = desk.query(most=2)
    assert (len(few.rows), few.pressing) == (2, 5)


def test_a_set_made_after_the_closing_tells_the_promise_as_kept_and_stands_by_it(desk: Desk) -> None:
    desk.close(desk.only(), "返済計画の案(2部)", date(2026, 6, 11))
    contexts = VisitContexts(desk.store.unit_of_work, KNOWLEDGE)
    prepare = PrepareVisit(desk.store.unit_of_work, contexts, TemplateWriter(), CLOCK.now)
    (brief,) = prepare(KEY, visit(), [DocumentKindName.VISIT_BRIEF], TODAY)
    told = next(one for one in brief.statements if "6日遅れて" in one.text and "お渡しした" in one.text)
    assert told.verdict is Verdict.SUPPORTED
    cited = [brief.pack[key] for key in told.citations]
    (closing,) = [piece for piece in cited if piece.origin.type is OriginType.CLOSING]
    assert closing.body == "返済計画の案(2部)"
