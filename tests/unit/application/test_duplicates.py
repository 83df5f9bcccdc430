"""名寄せ: clients that may be one are asked about once, and nothing is merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.store import MemoryStore

from bankrm.adapters.importing.registry import Readers
from bankrm.application.changes import Area
from bankrm.application.decide_duplicate import DecideDuplicate
from bankrm.application.import_files import ImportFiles
from bankrm.application.queries.duplicates import ListDuplicates, same_clients
from bankrm.domain.audit import Act
from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness

HEAD = "店番,CIF番号,取引先名,カナ名,法人番号\n"
A, B, C = ClientKey("012", "0000001"), ClientKey("025", "0000001"), ClientKey("025", "0000002")
FIRMS = "012,1,株式会社楡津組,ニレツグミ,\n025,1,㈱楡津組,,\n025,2,にれつぐみ,ニレツグミ,\n".replace(
    ",1,", ",0000001,"
).replace(",2,", ",0000002,")
NUMBERED = HEAD + "012,0000001,株式会社楡津組,ニレツグミ,9000012000211\n025,0000001,㈱楡津組,,9000012000211\n"


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def take(store: MemoryStore, folder: Path, text: str) -> list[str]:
    """Import, and what was said of duplicates."""
    path = saved(folder, "c.csv", text).path
    (report,) = ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))([path])
    assert not report.errors
    return [finding.reason for finding in report.warnings if finding.reason.startswith("possible_duplicate")]


def decide(store: MemoryStore, one: ClientKey, other: ClientKey, sameness: Sameness, shared: Likeness) -> None:
    DecideDuplicate(store.unit_of_work)(PairDecision(ClientPair.of(one, other), sameness, shared))


def test_pairs_stand_side_by_side_under_the_strongest_thing_that_they_share(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + FIRMS)
    rows = ListDuplicates(store.unit_of_work)()
    assert [(row.first.key, row.second.key, row.shared) for row in rows] == [
        (A, B, Likeness.NAME), (A, C, Likeness.READING),
    ]  # fmt: skip
    assert not any(row.settled for row in rows)


def test_the_undecided_come_first_then_those_for_later_then_the_settled(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + FIRMS)
    decide(store, A, B, Sameness.LATER, Likeness.NAME)
    assert [row.second.key for row in ListDuplicates(store.unit_of_work)()] == [C, B]
    decide(store, A, C, Sameness.DIFFERENT, Likeness.READING)
    rows = ListDuplicates(store.unit_of_work)()
    assert [(row.second.key, row.settled) for row in rows] == [(B, False), (C, True)]


def test_a_decision_is_audited_and_concerns_both_clients(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + FIRMS)
    pair = ClientPair.of(A, B)
    changes = DecideDuplicate(store.unit_of_work)(PairDecision(pair, Sameness.SAME, Likeness.NAME))
    assert changes.concern(Area.CLIENTS, client=A)
    assert changes.concern(Area.CLIENTS, client=B)
    assert not changes.concern(Area.CLIENTS, client=C)
    entry = store.data.audit[-1]
    assert entry.act is Act.DUPLICATE_DECIDED
    assert entry.detail == {"clients": ["012-0000001", "025-0000001"], "sameness": "same", "shared": "name"}


def test_the_same_client_is_named_from_either_side_and_nothing_is_merged(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + FIRMS)
    decide(store, A, B, Sameness.SAME, Likeness.NAME)
    with store.unit_of_work() as uow:
        assert [[client.key for client in same_clients(uow, key)] for key in (A, B, C)] == [[B], [A], []]
        assert len(uow.records.clients()) == 3


def test_an_import_asks_only_what_is_not_settled(store: MemoryStore, tmp_path: Path) -> None:
    assert take(store, tmp_path, HEAD + FIRMS) == ["possible_duplicate_name", "possible_duplicate_reading"]
    decide(store, A, B, Sameness.DIFFERENT, Likeness.NAME)
    decide(store, A, C, Sameness.SAME, Likeness.READING)
    assert take(store, tmp_path, HEAD + FIRMS.replace("株式会社楡津組", "楡津組")) == []


def test_a_number_that_two_clients_turn_out_to_share_is_asked_about_again(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + FIRMS)
    decide(store, A, B, Sameness.DIFFERENT, Likeness.NAME)
    assert "possible_duplicate_corporate_number" in take(store, tmp_path, NUMBERED)
    (first, *_) = ListDuplicates(store.unit_of_work)()
    assert (first.pair, first.shared, first.settled) == (ClientPair.of(A, B), Likeness.CORPORATE_NUMBER, False)


def test_a_crowd_under_one_name_is_paired_with_its_first_alone(store: MemoryStore, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + "".join(f"012,{number:07},本店営業部,,\n" for number in range(1, 41)))
    rows = ListDuplicates(store.unit_of_work)()
    assert len(rows) == 39
    assert {row.first.key for row in rows} == {ClientKey("012", "0000001")}
