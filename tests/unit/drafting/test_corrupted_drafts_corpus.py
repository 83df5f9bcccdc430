"""The corpus of corrupted drafts holds together: what it says of itself is so."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from bench.corrupted import CORPUS, PARTS, Client, Statement, Tally, load, report

CLIENTS = load()
STATEMENTS = [statement for client in CLIENTS for statement in client.statements]
SOUND = [statement for statement in STATEMENTS if statement.gold == "supported"]
CORRUPTED = [statement for statement in STATEMENTS if statement.gold == "unsupported"]
BY_ID = {statement.id: statement for statement in STATEMENTS}
KINDS = {
    "added_negation", "addressee", "another_client", "direction", "dropped_negation", "invented_cause", "invented_detail",
    "moved_certainty", "order_reversed", "other_bank", "quote_altered", "scope", "swapped_roles", "two_persons_merged",
    "wrong_date", "wrong_figure", "wrong_measure", "wrong_owner", "wrong_period", "wrong_speaker", "wrong_unit",
}  # fmt: skip
QUOTE = re.compile(r"「([^」]+)」")


def _cited(client: Client, statement: Statement) -> str:
    return "\n".join(client.evidence[name]["text"] for name in statement.cites)


def test_ids_are_unique_and_begin_with_the_client() -> None:
    assert len(BY_ID) == len(STATEMENTS)
    assert all(
        row.id.startswith(f"{client.client}-") and row.client == client.client
        for client in CLIENTS
        for row in client.statements
    )
    assert {path.stem for path in CORPUS.glob("*.jsonl")} == {client.client for client in CLIENTS}


def test_a_client_lists_each_piece_of_evidence_once() -> None:
    for path in CORPUS.glob("*.jsonl"):
        pieces = json.loads(path.read_text(encoding="utf-8").splitlines()[0])["evidence"]
        assert len({piece["id"] for piece in pieces}) == len(pieces)


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.client)
def test_every_citation_names_a_piece_of_that_client(client: Client) -> None:
    assert all(row.cites and set(row.cites) <= set(client.evidence) for row in client.statements)
    assert all(piece["text"].strip() for piece in client.evidence.values())


def test_gold_and_kind_say_the_same() -> None:
    assert all(row.kind.startswith("sound:") and row.of is None for row in SOUND)
    assert all(row.kind in KINDS for row in CORRUPTED)
    assert len(SOUND) + len(CORRUPTED) == len(STATEMENTS)


def test_a_corrupted_statement_was_made_from_a_sound_one_of_the_same_client() -> None:
    made = [row for row in CORRUPTED if row.of is not None]
    assert all(BY_ID[row.of].gold == "supported" and BY_ID[row.of].client == row.client for row in made if row.of)
    assert len(made) > 0.8 * len(CORRUPTED)


def test_no_statement_stands_twice() -> None:
    assert max(Counter(row.statement for row in STATEMENTS).values()) == 1


def test_a_part_is_that_of_the_client_and_each_has_its_number_of_them() -> None:
    assert all(row.part == client.part for client in CLIENTS for row in client.statements)
    assert Counter(client.part for client in CLIENTS) == {
        "seen": 10,
        "held": 10,
        "fresh": 8,
        "new": 6,
        "open": 8,
        "late": 6,
    }


def test_each_kind_is_there_often_enough() -> None:
    assert len(CORRUPTED) >= 500
    assert len(SOUND) >= 250
    counts = Counter(row.kind for row in STATEMENTS)
    assert set(counts) >= KINDS
    assert {kind: count for kind, count in counts.items() if count < 8} == {}


def test_a_client_is_a_brief_s_worth_of_evidence_with_statements_of_both_golds() -> None:
    for client in load(["fresh", "new", "open", "late"]):
        golds = Counter(row.gold for row in client.statements)
        assert 10 <= len(client.evidence) <= 15, client.client
        assert golds["supported"] >= 12, client.client
        assert golds["unsupported"] >= 10, client.client


@pytest.mark.parametrize("part", ["fresh", "new", "open", "late"])
def test_a_later_part_has_every_kind_of_the_first_ones(part: str) -> None:
    kinds = {part: {row.kind for row in STATEMENTS if row.part == part} for part in PARTS}
    assert kinds[part] == kinds["seen"] | kinds["held"]


def test_a_sound_quotation_stands_in_its_evidence_and_an_altered_one_does_not() -> None:
    for client in CLIENTS:
        for row in client.statements:
            stands = [quote in _cited(client, row) for quote in QUOTE.findall(row.statement)]
            assert row.gold != "supported" or all(stands), row.id
            assert row.kind != "quote_altered" or False in stands, row.id


def test_the_report_counts_what_was_judged_rightly_and_names_the_rest() -> None:
    lines = list(report([Tally("sound:quote", 4, ["c01-s01"]), Tally("scope", 2, ["c01-x01", "c01-x02"])]))
    assert [line.split() for line in lines] == [
        ["sound:quote", "3/4"],
        ["sound", "accepted", "3/4", "=", "75.0%"],
        ["scope", "0/2"],
        ["corrupted", "caught", "0/2", "=", "0.0%"],
        ["missed", "sound:quote:", "c01-s01"],
        ["missed", "scope:", "c01-x01", "c01-x02"],
    ]
