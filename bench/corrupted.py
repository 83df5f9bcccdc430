"""How much of the corpus of corrupted drafts the checker catches, and how many of the sound statements it accepts, by kind.

`python -m bench.corrupted [--part seen|held|fresh|new|open|late]`; tests/fixtures/corrupted_drafts/README.md tells how the corpus was written. `late` is for
blind measurement, and not read, so the part that is run unasked is `seen`. A corrupted statement is caught where its verdict is any
but `supported`, since each of those stops a draft from being submitted. With BANKRM_MODEL the model's opinion counts too.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

from bankrm.bootstrap import Program
from bankrm.drafting.grounding.entailment import SecondLook
from bankrm.drafting.grounding.filter import check_row

CORPUS = Path(__file__).parents[1] / "tests" / "fixtures" / "corrupted_drafts"
PARTS = ("seen", "held", "fresh", "new", "open", "late")


class Evidence(TypedDict):
    """One piece of a client's evidence, as `bankrm check` takes it."""

    id: str
    text: str
    speaker: NotRequired[str]
    date: NotRequired[str]


@dataclass(frozen=True)
class Statement:
    """One statement of a draft: sound (`sound:…`), or with one fault of the named kind; `of` is the sound one it was made from."""

    id: str
    client: str
    statement: str
    cites: list[str]
    gold: str
    kind: str
    of: str | None
    part: str


@dataclass(frozen=True)
class Client:
    """An invented client with its evidence by id and the statements that cite it."""

    client: str
    name: str
    industry: str
    part: str
    evidence: dict[str, Evidence]
    statements: list[Statement]


@dataclass(frozen=True)
class Tally:
    """What became of one kind: how many statements, and the ids of those judged wrongly."""

    kind: str
    count: int
    missed: list[str]

    @property
    def right(self) -> int:
        """How many were judged as they should be."""
        return self.count - len(self.missed)


def load(parts: Iterable[str] = PARTS) -> list[Client]:
    """Read the clients of these parts, in the order of their ids."""
    wanted = set(parts)
    return [client for path in sorted(CORPUS.glob("*.jsonl")) if (client := _client(path)).part in wanted]


def measure(clients: Iterable[Client], look: SecondLook | None = None) -> list[Tally]:
    """Check every statement against the pieces it cites; sound kinds first. `look`: of the model that is asked where the rules are in doubt."""
    judged: dict[str, list[tuple[str, bool]]] = {}
    for client in clients:
        for statement in client.statements:
            judged.setdefault(statement.kind, []).append((statement.id, _is_right(client, statement, look)))
    return [
        Tally(kind, len(rows), [name for name, right in rows if not right])
        for kind, rows in sorted(judged.items(), key=lambda item: (not item[0].startswith("sound:"), item[0]))
    ]


def report(tallies: Iterable[Tally]) -> Iterator[str]:
    """One line a kind, the two sums, then the ids that were judged wrongly."""
    rows = list(tallies)
    sound = [row for row in rows if row.kind.startswith("sound:")]
    for label, group in (("sound accepted", sound), ("corrupted caught", [row for row in rows if row not in sound])):
        right, count = sum(row.right for row in group), sum(row.count for row in group)
        yield from (f"{row.kind:24}{row.right:4}/{row.count}" for row in group)
        yield f"{label:24}{right:4}/{count} = {right / max(count, 1):.1%}"
    yield from (f"missed {row.kind}: {' '.join(row.missed)}" for row in rows if row.missed)


def _is_right(client: Client, statement: Statement, look: SecondLook | None) -> bool:
    cited = [client.evidence[name] for name in statement.cites]
    answer = check_row({"id": statement.id, "statement": statement.statement, "evidence": cited}, look=look)
    return (answer["verdict"] == "supported") == (statement.gold == "supported")


def _client(path: Path) -> Client:
    head, *rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    evidence = {piece["id"]: piece for piece in head.pop("evidence")}
    return Client(**head, evidence=evidence, statements=[Statement(**row) for row in rows])


def main() -> None:
    """Print what the checker makes of one part."""
    parser = argparse.ArgumentParser(prog="python -m bench.corrupted")
    parser.add_argument("--part", choices=PARTS, default=PARTS[0])
    clients = load([parser.parse_args().part])
    with tempfile.TemporaryDirectory() as folder, _asked(Path(folder), os.environ.get("BANKRM_MODEL")) as look:
        print("\n".join(report(measure(clients, look))))


def _asked(home: Path, model: str | None) -> AbstractContextManager[SecondLook | None]:
    return Program.of(home, None).engines.second_look(model) if model else nullcontext()


if __name__ == "__main__":
    main()
