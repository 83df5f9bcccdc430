"""The chain shows every edit in its middle."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.adapters.store.audit_chain import GENESIS, canonical_time, chained, entry_hash, verify_chain
from bankrm.domain.audit import Act, AuditEntry, AuditEvent

START = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


def a_chain(length: int = 6) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    for seq in range(1, length + 1):
        event = AuditEvent(Act.IMPORTED, f"file-{seq}", "a" * 64, {"rows": seq, "錯": None})
        previous = entries[-1].hash if entries else GENESIS
        entries.append(chained(event, seq=seq, time=START + timedelta(minutes=seq), actor="大野", previous=previous))
    return entries


def test_a_chain_as_written_fits() -> None:
    assert verify_chain(a_chain()) is None
    assert verify_chain([]) is None


@pytest.mark.parametrize(
    "edit",
    [
        {"time": START},
        {"actor": "別人"},
        {"act": Act.EXPORTED},
        {"object": "x"},
        {"object_hash": ""},
        {"detail": {"rows": 99}},
        {"previous": "0" * 64},
        {"hash": "0" * 64},
        {"seq": 99},
    ],
)
@pytest.mark.parametrize("place", range(6))
def test_an_edited_entry_is_named(edit: dict[str, object], place: int) -> None:
    entries = a_chain()
    edited = replace(entries[place], **edit)  # type: ignore[arg-type]
    if edited == entries[place]:
        return  # the first entry's `previous` is what the edit would make it
    assert verify_chain([*entries[:place], edited, *entries[place + 1 :]]) == place + 1


@pytest.mark.parametrize("place", range(1, 5))
def test_a_missing_a_repeated_and_an_exchanged_entry_are_named(place: int) -> None:
    entries = a_chain()
    assert verify_chain([*entries[:place], *entries[place + 1 :]]) == place + 1
    assert verify_chain([*entries[:place], entries[place - 1], *entries[place:]]) == place + 1
    exchanged = [*entries[:place], entries[place + 1], entries[place], *entries[place + 2 :]]
    assert verify_chain(exchanged) == place + 1


def test_an_edit_that_is_rehashed_breaks_the_next_entry() -> None:
    entries = a_chain()
    forged = replace(entries[2], actor="別人")
    entries[2] = replace(forged, hash=entry_hash(forged))
    assert verify_chain(entries) == 4


def test_the_same_moment_in_another_zone_has_the_same_hash() -> None:
    entry = a_chain(1)[0]
    elsewhere = replace(entry, time=entry.time.astimezone(timezone(timedelta(hours=9))))
    assert entry_hash(elsewhere) == entry.hash
    assert canonical_time(elsewhere.time) == "2026-11-20T06:01:00.000000Z"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        canonical_time(datetime(2026, 11, 20))


@given(st.dictionaries(st.text(max_size=5), st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8) | st.booleans()))
def test_the_hash_does_not_depend_on_the_order_of_the_detail(detail: dict[str, object]) -> None:
    def hash_of(told: dict[str, object]) -> str:
        event = AuditEvent(Act.SEARCHED, "q", detail=told)
        return chained(event, seq=1, time=START, actor="a", previous=GENESIS).hash

    assert hash_of(detail) == hash_of(dict(reversed(detail.items())))
