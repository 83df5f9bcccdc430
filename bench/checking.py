"""Speed of the checker in processor seconds, which say more on a shared machine: the seen part of the corpus, and long evidence."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from bankrm.drafting.grounding.filter import check_row
from bench.corrupted import load, measure

LENGTHS = (10_000, 20_000, 40_000)  # characters: twice the text should take about twice the time


def run() -> Iterator[dict[str, Any]]:
    """A row for the corpus, start-up left out, and one for each length of evidence beside one statement."""
    clients = load(["seen"])
    measure(clients[:1])  # dictionary, lexicon and patterns
    begun = time.process_time()
    count = sum(tally.count for tally in measure(clients))
    yield {"corpus": count, "per_cpu_s": round(count / (time.process_time() - begun))}
    notes = "".join(piece["text"] for client in load() for piece in client.evidence.values())
    for length in LENGTHS:
        row = {"id": "1", "statement": clients[0].statements[0].statement}
        begun = time.process_time()
        check_row({**row, "evidence": [{"id": "E1", "text": notes[:length]}]})
        yield {"evidence_characters": length, "cpu_s": round(time.process_time() - begun, 1)}
