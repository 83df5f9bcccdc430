"""The page of a day: cards in time order, days ahead in numbers, visits without a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.builders import KEY, accounts, talk, visit
from tests.fakes.queue import KNOWLEDGE, OTHER, Desk, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queries.day import Day, DayCount, Missing, PackState, ShowDay
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.clients import Client
from bankrm.domain.interactions import OWN_VIEW
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import VISIT_SET
from bankrm.domain.visits import BusinessCalendar, Visit
from bankrm.drafting.template.writer import TemplateWriter

TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY = date(2026, 6, 15)
NOON = datetime(2026, 6, 15, 12, 0, tzinfo=TOKYO)
CALENDAR = BusinessCalendar(())


@dataclass
class AtNoon:
    """Noon of a day in Tokyo."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        return self.moment.date()


def planned(ref: str, start: datetime, client: Client | None = None) -> Visit:
    return Visit(ref, client.key if client else KEY, start.replace(tzinfo=TOKYO), ("篠崎社長",))


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 6, day, hour)


def filled() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    put(
        store.unit_of_work,
        replace(visit(), start=visit().start.replace(tzinfo=TOKYO)),
        accounts("2026-03-31", sales=900),
    )
    return store


def prepare(store: MemoryStore, to: Visit | None = None, today: date = MONDAY) -> None:
    contexts = VisitContexts(store.unit_of_work, KNOWLEDGE)
    use_case = PrepareVisit(store.unit_of_work, contexts, TemplateWriter(), AtNoon().now)
    use_case(KEY, to or visit(), VISIT_SET, today)


def shown(store: MemoryStore, day: date = MONDAY) -> Day:
    return ShowDay(store.unit_of_work, CALENDAR, AtNoon())(day)


def test_a_visit_nobody_prepared_has_no_set() -> None:
    card, other = shown(filled()).cards
    assert (card.client_name, card.state, card.pack) == ("とびうお製麺株式会社(架空)", PackState.NONE, None)
    assert (other.state, other.missing) == (PackState.NEEDS_DATA, (Missing.INTERACTIONS, Missing.FIGURES))


def test_a_prepared_visit_shows_its_headlines_and_how_it_was_judged() -> None:
    store = filled()
    prepare(store)
    card, _ = shown(store).cards
    assert card.state is PackState.READY
    assert card.pack is not None
    assert 0 < len(card.pack.headlines) <= 3
    assert card.pack.checked > 0
    assert (card.pack.questioned, card.pack.engine) == (0, "template")


def test_a_card_tells_what_is_new_since_the_set_of_the_visit_before() -> None:
    store, before = filled(), planned("V-0", at(8))
    put(store.unit_of_work, before)
    prepare(store, before, date(2026, 6, 8))
    put(store.unit_of_work, talk("2026-06-10", "社長「見積書はもう出ています」"))
    prepare(store)
    pack = shown(store).cards[0].pack
    assert pack
    assert any("6/10" in told for told in pack.changes), pack.changes


def test_an_edited_draft_is_read_again() -> None:
    store = filled()
    prepare(store)
    query = ShowDay(store.unit_of_work, CALENDAR, AtNoon())
    assert query(MONDAY).cards[0].pack
    for id_, draft in store.data.drafts.items():
        store.data.drafts[id_] = replace(draft, sections=())
    emptied = query(MONDAY).cards[0].pack
    assert emptied
    assert (emptied.headlines, emptied.checked) == ((), 0)


def test_a_set_that_a_model_writes_on_is_under_way_while_the_templates_can_be_read() -> None:
    store = filled()
    Desk(store.unit_of_work, today=MONDAY).ask(visit())
    day = shown(store)
    assert (day.cards[0].state, day.writing) == (PackState.WRITING, 1)
    assert day.cards[0].pack is not None


def test_a_visit_to_a_client_that_is_not_in_the_master_says_so() -> None:
    store = filled()
    nobody = Client(replace(KEY, cif="0000001"), "")
    put(store.unit_of_work, planned("V-9", at(15, 9), nobody))
    assert shown(store).cards[0].missing == (Missing.CLIENT,)


def test_a_card_counts_what_both_sides_owe_by_the_visit() -> None:
    store = filled()
    promises = "【当行】比較表を6月15日までに持参。図面を6月20日までに送付。【先方】試算表を6月10日までに送付。"
    put(store.unit_of_work, talk("2026-05-20", promises=promises))
    RefreshPromises(store.unit_of_work, AtNoon())(CancelToken())
    card, other = shown(store).cards
    assert ((card.ours, card.theirs), (other.ours, other.theirs)) == ((1, 1), (0, 0))


def test_the_visits_of_the_days_ahead_are_counted() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-3", at(17)))
    counts = shown(store).ahead
    assert counts[0] == DayCount(MONDAY, 2)
    assert [(count.day.day, count.visits) for count in counts[1:]] == [(16, 0), (17, 1), (18, 0), (19, 0), (22, 0)]


def test_a_past_visit_without_a_record_of_its_day_is_named_newest_first() -> None:
    store = filled()
    talked, silent, older = planned("V-4", at(11)), planned("V-5", at(12)), planned("V-6", at(9, 14))
    put(store.unit_of_work, talked, silent, older, talk("2026-06-11", "社長「よい」"))
    assert [one.visit.ref for one in shown(store).unrecorded] == ["visit-1", "V-5", "V-6"]


def test_own_knowledge_of_that_day_is_no_record_of_the_visit() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-4", at(11)), talk("2026-06-11", "釣りが好き", method=OWN_VIEW))
    assert "V-4" in [one.visit.ref for one in shown(store).unrecorded]


def test_a_visit_of_today_is_missed_an_hour_after_it_began() -> None:
    store = filled()
    put(
        store.unit_of_work,
        planned("V-7", at(15, 11)),
        planned("V-8", NOON.replace(tzinfo=None) - timedelta(minutes=30)),
    )
    assert [one.visit.ref for one in shown(store).unrecorded] == ["V-7", "visit-1"]


def test_an_older_visit_is_let_go() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-9", at(5)))
    assert "V-9" not in [one.visit.ref for one in shown(store).unrecorded]


def test_an_empty_store_says_that_there_are_no_clients() -> None:
    assert shown(MemoryStore()) == Day(MONDAY, (), shown(MemoryStore()).ahead, (), True, 0)


def test_another_day_shows_its_own_visits() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-3", at(17)), Visit("V-2", OTHER, at(17, 9).replace(tzinfo=TOKYO)))
    assert [card.visit.ref for card in shown(store, date(2026, 6, 17)).cards] == ["V-2", "V-3"]


def test_without_a_day_it_is_today_or_the_next_that_has_visits() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-3", at(17)))
    query = ShowDay(store.unit_of_work, CALENDAR, AtNoon())
    assert query().day == MONDAY
    tomorrow = ShowDay(store.unit_of_work, CALENDAR, AtNoon(NOON + timedelta(days=1)))
    assert (tomorrow().day, len(tomorrow().cards)) == (date(2026, 6, 17), 1)
    late = ShowDay(store.unit_of_work, CALENDAR, AtNoon(NOON + timedelta(days=30)))
    assert (late().day, late().cards, late().empty) == (date(2026, 7, 15), (), False)


def test_a_visit_of_which_a_record_stands_says_so_on_its_card() -> None:
    store = filled()
    put(store.unit_of_work, planned("V-4", at(15, 9)), planned("V-5", at(15, 11)), talk("2026-06-15", "社長「よい」"))
    marked = {card.visit.ref: card.recorded for card in shown(store, date(2026, 6, 15)).cards}
    assert sum(marked.values()) == 1
    assert marked["V-4"]
    assert not any(card.recorded for card in shown(store, date(2026, 6, 16)).cards)
