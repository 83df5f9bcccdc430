"""記録 decides without Qt which talk is open, and what becomes of its memo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.fakes.records import KEY, OTHER, SOURCE, an_interaction
from tests.unit.ui.records.presenting import TALK, Bench, F, held_bench

from bankrm.application.changes import Area, Changes
from bankrm.application.keep_memo import KeepMemo
from bankrm.domain.interactions import Party
from bankrm.domain.memos import MemoConflict, MemoState
from bankrm.ui.places import RecordsPlace


def state_of(bench: Bench) -> MemoState | None:
    return bench.view.memo.state if bench.view.memo else None


def test_the_first_talk_without_a_record_is_open_when_one_comes(bench: Bench) -> None:
    assert bench.view.desk
    assert (bench.view.desk.client.key, bench.view.chosen) == (KEY, 0)
    assert [client.key for client in bench.view.clients] == [KEY, OTHER]
    assert bench.view.asks_minutes


def test_reading_a_blank_memo_again_opens_no_other_talk_than_was_chosen() -> None:
    bench, jobs = held_bench()
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.DRAFTS, clients=frozenset({KEY})))
    jobs.go_on()
    assert bench.view.desk
    assert bench.view.desk.client.key == OTHER


def test_the_promises_that_confirming_would_settle_are_told_before(bench: Bench) -> None:
    owed = replace(
        an_interaction("R-2", date(2026, 11, 4)), promises_text="【当行】補助金の比較表を11/20までにお渡し。"
    )
    with bench.store.unit_of_work() as work:
        work.records.put(owed, SOURCE)
        work.commit()
    bench.type("社長「急がない」")
    assert not bench.view.settled
    bench.type("補助金の比較表をお渡し。社長「急がない」")
    assert [(one.owner, one.thing) for one in bench.view.settled] == [(Party.BANK, "補助金の比較表")]
    bench.presenter.confirm()
    assert not bench.view.settled


def test_confirming_makes_a_record_that_can_be_amended(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.confirm()
    assert bench.view.memo
    assert (bench.view.memo.state, bench.view.told) == (MemoState.CONFIRMED, ["confirmed"])
    assert [row.state for row in bench.view.rows] == [MemoState.CONFIRMED]
    bench.type("別")
    assert bench.view.memo.text == TALK  # nobody writes into a confirmed memo
    bench.presenter.amend()
    assert bench.view.memo.state is MemoState.OPEN


def test_a_copied_record_is_registered_when_the_person_says_so_until_that_is_taken_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.copy()
    assert not bench.view.clipboard
    bench.presenter.confirm()
    bench.presenter.copy()
    assert bench.view.clipboard.startswith("【番号】BR-20261124-")
    assert (state_of(bench), bench.view.told[-1]) == (MemoState.CONFIRMED, "copied")
    assert [row.copied for row in bench.view.rows] == [True]
    bench.presenter.register()
    assert state_of(bench) is MemoState.REGISTERED
    bench.presenter.take_registration_back()
    assert state_of(bench) is MemoState.CONFIRMED


def test_what_a_notice_tells_is_taken_back_of_its_own_record_whatever_is_open_by_now(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.confirm()
    confirmed = bench.view.memo
    assert confirmed
    bench.presenter.begin(OTHER)
    bench.presenter.take_confirmation_back()
    assert bench.view.memo
    assert bench.view.memo.client == OTHER
    kept = bench.kept()
    assert kept
    assert (kept.id, kept.state) == (confirmed.id, MemoState.OPEN)


def test_what_another_window_wrote_stands_and_what_is_typed_here_becomes_a_talk_of_its_own(bench: Bench) -> None:
    bench.type(TALK)
    kept = bench.kept()
    assert kept
    newer = replace(kept, text="社長「秋でよい」")
    KeepMemo(bench.store.unit_of_work)(newer, kept)
    bench.type(f"{TALK}\n別")
    assert [type(error) for error in bench.jobs.refused] == [MemoConflict]
    assert bench.view.memo is None or bench.view.text != newer.text
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.MEMOS))
    assert bench.kept() == newer
    assert [(row.visit, row.state) for row in bench.view.rows] == [("V-1", MemoState.OPEN), (None, MemoState.OPEN)]


def test_a_discarded_memo_comes_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.discard()
    assert (bench.view.desk, bench.kept()) == (None, None)
    bench.presenter.take_discarded_back()
    assert bench.view.text == TALK
    assert bench.kept()


def test_a_talk_that_nobody_planned_is_begun_with_its_client(bench: Bench) -> None:
    bench.presenter.begin(OTHER)
    bench.type("TEL 社長 急ぎで会いたいとのこと")
    bench.presenter.confirm()
    bench.presenter.changed(bench.jobs.changes[-1])
    assert {(row.client, row.visit) for row in bench.view.rows} == {(KEY, "V-1"), (OTHER, None)}
    assert bench.view.fields[F.METHOD] == "電話"


def test_one_can_come_to_a_visit_or_to_a_client() -> None:
    assert Bench().arrive(RecordsPlace(client=OTHER)).view.desk.client.key == OTHER  # type: ignore[union-attr]
    assert Bench().arrive(RecordsPlace(visit="V-1")).view.desk.visit.ref == "V-1"  # type: ignore[union-attr]


def test_what_was_typed_stays_when_another_talk_is_chosen_and_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.VISITS))
    bench.presenter.choose(0)
    assert bench.view.text == TALK


def test_minutes_are_asked_once(bench: Bench) -> None:
    bench.presenter.tell_minutes(45)
    assert not bench.view.asks_minutes
    bench.arrive()
    assert not bench.view.asks_minutes
