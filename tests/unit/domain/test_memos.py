"""Memos on their way to a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState, RecordField, new_ref

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MEMO = Memo(MemoId("0192f0a0-0000-7000-8000-00000000abcd"), ClientKey("031", "0004711"), date(2026, 11, 24), AT)
WAYS = {
    (MemoState.OPEN, MemoState.CONFIRMED),
    (MemoState.CONFIRMED, MemoState.REGISTERED),
    (MemoState.CONFIRMED, MemoState.OPEN),
    (MemoState.REGISTERED, MemoState.CONFIRMED),
    (MemoState.REGISTERED, MemoState.OPEN),
}


@pytest.mark.parametrize(("here", "there"), list(product(MemoState, MemoState)))
def test_a_memo_goes_only_the_ways_of_the_table(here: MemoState, there: MemoState) -> None:
    memo = replace(MEMO, state=here)
    if (here, there) in WAYS:
        assert memo.to(there, AT).state is there
    else:
        with pytest.raises(ValueError, match="→"):
            memo.to(there, AT)


def test_an_amended_record_must_leave_for_the_bank_s_system_again() -> None:
    registered = MEMO.to(MemoState.CONFIRMED, AT).to(MemoState.REGISTERED, AT)
    assert registered.registered == AT
    again = registered.to(MemoState.OPEN).to(MemoState.CONFIRMED, AT)
    assert (again.state, again.registered) == (MemoState.CONFIRMED, None)


def test_what_was_registered_by_mistake_is_not_registered_any_more() -> None:
    taken_back = MEMO.to(MemoState.CONFIRMED, AT).to(MemoState.REGISTERED, AT).to(MemoState.CONFIRMED)
    assert (taken_back.confirmed, taken_back.registered) == (AT, None)


def test_a_memo_is_blank_until_somebody_enters_something() -> None:
    assert MEMO.is_blank
    assert replace(MEMO, text=" \n").is_blank
    assert not replace(MEMO, text="社長").is_blank
    assert not replace(MEMO, edits={RecordField.PURPOSE: "挨拶"}).is_blank


def test_a_record_s_number_tells_its_day() -> None:
    assert new_ref(MEMO.id, MEMO.on) == "BR-20261124-0000abcd"
