"""A memo's new day for what is owed already is proposed for the old promise, and a person confirms it."""

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


def owed(owner: Party, thing: str, due: date) -> OpenPromise:
    return OpenPromise(KEY, "R-1", date(2026, 10, 2), owner, f"{thing}を送付", thing, due)


QUOTE = owed(Party.CLIENT, "NC旋盤の見積書", date(2026, 10, 31))
PLAN = owed(Party.BANK, "返済計画の案", date(2026, 11, 13))


def proposed(text: str, *promises: OpenPromise, **decisions: Decision) -> Proposal:
    return propose(a_memo(text, decisions=decisions), replace(MEETING, owed=promises))


def moved(proposal: Proposal) -> list[Piece]:
    return [piece for piece in proposal.undecided if Doubt.MOVED in piece.doubts]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("見積は遅れている。12月半ばには出せる(部長)", "【先方】NC旋盤の見積書の期限を12月15日に改める。"),
        ("部長「見積書は12月10日までに出します」", "【先方】NC旋盤の見積書の期限を12月10日に改める。"),
        ("→返済計画の案は来週金曜まで当方", "【当行】返済計画の案の期限を12月4日に改める。"),
    ],
)
def test_a_new_day_is_proposed_for_the_promise_that_is_owed(text: str, line: str) -> None:
    proposal = proposed(text, QUOTE, PLAN)
    assert proposal.fields[RecordField.PROMISES] == line
    assert len(moved(proposal)) == 1


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


def test_a_person_may_say_that_it_is_another_promise_or_none() -> None:
    text = "→返済計画の案は12/4まで当方"
    (piece,) = moved(proposed(text, PLAN))
    key = key_of(piece, text)
    assert proposed(text, PLAN, **{key: Decision()}).fields[RecordField.PROMISES].endswith("12月4日に改める。")
    apart = proposed(text, PLAN, **{key: Decision(owner=Party.BANK)})
    assert apart.fields[RecordField.PROMISES] == "【当行】返済計画の案は12/4まで。"
    assert not proposed(text, PLAN, **{key: Decision(dropped=True)}).fields[RecordField.PROMISES]
