"""A memo's new day for what is owed already is asked about: a promise is moved only once a person says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.drafting.recording.meetings import KEY, MEETING, a_memo

from bankrm.application.propose_record import Proposal, propose
from bankrm.domain.closings import OpenPromise
from bankrm.domain.interactions import Party
from bankrm.domain.memos import Decision, RecordField
from bankrm.drafting.recording.decide import key_of
from bankrm.drafting.recording.proposals import Doubt, Piece
from bankrm.ui.pages.records.asking import Say, asked_of


def owed(owner: Party, thing: str, due: date) -> OpenPromise:
    return OpenPromise(KEY, "R-1", date(2026, 10, 2), owner, f"{thing}を送付", thing, due)


QUOTE = owed(Party.CLIENT, "NC旋盤の見積書", date(2026, 10, 31))
PLAN = owed(Party.BANK, "返済計画の案", date(2026, 11, 13))


def proposed(text: str, *promises: OpenPromise, **decisions: Decision) -> Proposal:
    return propose(a_memo(text, decisions=decisions), replace(MEETING, owed=promises))


def move(proposal: Proposal, text: str) -> dict[str, Decision]:
    """What the window's answer 「期限を…改める」 decides; nothing is preselected there."""
    (asked,) = (one for one in asked_of(proposal.undecided, text, MEETING) if one.doubt is Doubt.MOVED)
    assert not asked.proposes
    return {asked.key: next(one.decision for one in asked.choices if one.say is Say.MOVE)}


def moved(proposal: Proposal) -> list[Piece]:
    return [piece for piece in proposal.undecided if Doubt.MOVED in piece.doubts]


@pytest.mark.parametrize(
    ("text", "line", "as_told"),
    [
        ("見積は遅れている。12月半ばには出せる(部長)", "【先方】NC旋盤の見積書の期限を12月15日に改める。", "【先方】見積を12月半ばには出せる。"),
        ("部長「見積書は12月10日までに出します」", "【先方】NC旋盤の見積書の期限を12月10日に改める。", "【先方】見積書は12月10日までに出します。"),
        ("→返済計画の案は来週金曜まで当方", "【当行】返済計画の案の期限を12月4日に改める。", "【当行】返済計画の案は来週金曜まで（12月4日まで）。"),
        ("見積書の提出は12/10まで先方", "【先方】NC旋盤の見積書の期限を12月10日に改める。", "【先方】見積書の提出は12/10まで。"),
    ],
)  # fmt: skip
def test_a_promise_is_moved_once_a_person_says_so_and_stands_as_told_until_then(
    text: str, line: str, as_told: str
) -> None:
    proposal = proposed(text, QUOTE, PLAN)
    assert proposal.fields[RecordField.PROMISES] == as_told
    assert proposed(text, QUOTE, PLAN, **move(proposal, text)).fields[RecordField.PROMISES] == line


def test_that_a_promise_was_moved_stays_said_when_it_is_owed_no_more_or_on_its_new_day() -> None:
    text = "→返済計画の案は12/4まで当方"
    said = move(proposed(text, PLAN), text)
    for promises in ((), (replace(PLAN, due=date(2026, 12, 4)),)):
        assert proposed(text, *promises, **said).fields[RecordField.PROMISES].endswith("12月4日に改める。")


def test_keeping_a_promise_as_read_is_not_saying_that_it_was_moved() -> None:
    text = "部長「見積書は12月10日までに出します」"
    (piece,) = (one for one in proposed(text).undecided if Doubt.PROMISED_IN_WORDS in one.doubts)
    kept = proposed(text, QUOTE, **{key_of(piece, text): Decision()})
    assert kept.fields[RecordField.PROMISES] == "【先方】見積書は12月10日までに出します。"


@pytest.mark.parametrize(
    "text",
    [
        "→見積書は12/4まで当方",  # theirs is owed, not ours
        "→利子補給の案は12/4まで当方",  # another thing of the same noun
        "→返済計画の案は11/13まで当方",  # the same day again
        "→返済計画の案は当方",  # no day
    ],
)
def test_another_thing_another_side_or_the_same_day_is_a_promise_as_told(text: str) -> None:
    proposal = proposed(text, QUOTE, PLAN)
    assert not moved(proposal)
    assert "改める" not in proposal.fields[RecordField.PROMISES]


def test_a_thing_is_known_by_its_shortened_name() -> None:
    updated = owed(Party.CLIENT, "見積書の更新版", date(2026, 10, 31))
    (piece,) = moved(proposed("見積は遅れている、12月半ばには出せる(部長)", updated))
    assert piece.moves == "見積書の更新版"


def test_where_two_go_by_the_noun_neither_is_moved() -> None:
    other = owed(Party.CLIENT, "空調の見積書", date(2026, 11, 30))
    assert not moved(proposed("部長「見積書は12月10日までに出します」", QUOTE, other))
    assert moved(proposed("部長「空調の見積書は12月10日までに出します」", QUOTE, other))[0].moves == "空調の見積書"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("11月の試算表は12/15までに先方", "10月の試算表"),
        ("11月末の試算表は12/15までに先方", "9月末の試算表"),
        ("12月分の試算表は1/20までに先方が出す", "10月の試算表"),
        ("試算表（11月分）は12/15までに先方", "10月の試算表"),
        ("試算表は11月分を12/15までに先方から", "10月の試算表"),
        ("11月の試算表は12/15までに先方", "試算表（10月分）"),
        ("11月の試算表は12/15までに先方", "試算表"),
        ("返済計画の案の説明は12/15までに先方", "返済計画の案"),
        ("返済計画の案の修正版は12/15までに先方", "返済計画の案"),
    ],
)
def test_another_period_or_more_of_a_thing_is_a_promise_of_its_own(text: str, thing: str) -> None:
    proposal = proposed(text, owed(Party.CLIENT, thing, date(2026, 11, 20)))
    assert not moved(proposal)
    assert "改める" not in proposal.fields[RecordField.PROMISES]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("10月の試算表は12/15までに先方", "10月の試算表"),
        ("試算表は12/15までに先方", "10月の試算表"),
        ("試算表（10月分）は12/15までに先方", "10月の試算表"),
        ("返済計画の案の修正版は12/15までに先方", "返済計画の案の修正版"),
    ],
)
def test_the_same_period_of_a_thing_or_none_may_be_a_new_day(text: str, thing: str) -> None:
    assert moved(proposed(text, owed(Party.CLIENT, thing, date(2026, 11, 20))))


def test_what_else_is_in_doubt_of_a_promise_stays_in_doubt() -> None:
    (piece,) = moved(proposed("返済計画の案を12/4までに用意", PLAN))
    assert Doubt.OWNER in piece.doubts
    (piece,) = moved(proposed("部長「見積書は12月10日までに出します」", QUOTE))
    assert Doubt.PROMISED_IN_WORDS in piece.doubts


def test_a_person_may_say_that_it_is_another_promise_or_none() -> None:
    text = "→返済計画の案は12/4まで当方"
    (piece,) = moved(proposed(text, PLAN))
    key = key_of(piece, text)
    apart = proposed(text, PLAN, **{key: Decision(owner=Party.BANK)})
    assert apart.fields[RecordField.PROMISES] == "【当行】返済計画の案は12/4まで。"
    assert not proposed(text, PLAN, **{key: Decision(dropped=True)}).fields[RecordField.PROMISES]
