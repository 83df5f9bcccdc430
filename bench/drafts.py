"""Drafts of the sample bank by a language model: how much of its first writing stands, and what became of the rest.

`make bench-drafts BANKRM_MODEL=…`. A *first writing* is a model's first attempt at a statement, as the store keeps it. Per kind of
statement: the share that stood at once, was repaired, was replaced by the template's or the evidence's words, was dropped as a repeat;
the longest run copied from the cited evidence as a share of the statement; tokens and seconds. Then statements drawn by a seed, and every
fact that the checker questioned when it was first written, with its reasons, each with its evidence, to be read by a person: what the
checker lets pass, and what it questions wrongly, is not for the checker to judge.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from bankrm.application.prepare_sets import Task
from bankrm.bootstrap import Program
from bankrm.domain.drafts import Draft, FirstWriting, Outcome, Statement, Verdict
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import VISIT_SET, StatementKind

TODAY = date(2026, 11, 20)
SEED, SAMPLE = 20261120, 30


def main() -> None:
    """Print the figures as Markdown. Exits with 2 where BANKRM_MODEL names no model."""
    model = os.environ.get("BANKRM_MODEL")
    if not model:
        sys.exit("BANKRM_MODEL must name a bundle or a .gguf file")
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        drafts = _drafts(Path(folder), model)
        seconds = time.monotonic() - started
    print(f"model {drafts[0].provenance.model}, {len(drafts)} drafts, {seconds:.0f} s\n")
    print(
        "| kind | written | stood at first | repaired | replaced by a quote | dropped as a repeat | copied run | tokens | s each |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for row in _rows(drafts):
        print("| " + " | ".join(row) + " |")
    print(f"\nrepeats shown: {_repeats_shown(drafts)}\n")
    for number, (statement, draft) in enumerate(_drawn(drafts), 1):
        print(f"{number}. {statement.kind}: {statement.text}")
        _print_cited(statement, draft)
    print("\nquestioned when first written:\n")
    for number, (statement, first, draft) in enumerate(_questioned(drafts), 1):
        print(f"{number}. {first.text}")
        print(f"   {', '.join(f'{reason.code}: {reason.detail}' for reason in first.reasons)}")
        _print_cited(statement, draft)


def _print_cited(statement: Statement, draft: Draft) -> None:
    for key in statement.citations:
        print(f"   - [{key}] {draft.pack[key].text}")


def _drafts(folder: Path, model: str) -> list[Draft]:
    secret = folder / "passphrase"
    secret.write_text("a passphrase for the bench\n", encoding="utf-8")
    secret.chmod(0o600)
    program = Program.of(folder / "home", TODAY, secret)
    token = CancelToken()
    with program.create_store() as store, program.engines.writer(None, model, token) as writer:
        assert writer
        program.records.import_files(store)([program.resources.path("sample")])
        day = program.calendar.next_open(TODAY)
        tasks = [Task(row.visit.client, row.visit) for row in program.queries.visits(store)(day, day)]
        outcome = program.preparation.queue(store, writer, token)(tasks, list(VISIT_SET), None)
    for error in (*(one.error for one in outcome.failed), *(one.error for one in outcome.unwritten)):
        raise error
    return [draft for one in outcome.sets for draft in one.drafts]


def _rows(drafts: Sequence[Draft]) -> Iterator[Sequence[str]]:
    by_kind = defaultdict[str, list[tuple[Statement, bool, float | None]]](list)
    for draft in drafts:
        for section in draft.sections:
            for dropped, statements in ((False, section.statements), (True, section.dropped)):
                for statement in statements:
                    if statement.first:
                        shown = statement.origin == "model" and not dropped
                        copied = _copied(statement, draft) if shown else None
                        by_kind[statement.kind].append((statement, dropped, copied))
    for kind, found in sorted(by_kind.items()):
        firsts = [statement.first for statement, _, _ in found if statement.first]
        outcomes = [first.outcome for first in firsts]
        repeats = sum(
            dropped and s.first is not None and s.first.outcome is not Outcome.QUOTED for s, dropped, _ in found
        )
        copies = [copied for _, _, copied in found if copied is not None]
        yield (
            kind,
            str(len(found)),
            *(
                f"{outcomes.count(outcome) / len(found):.2f}"
                for outcome in (Outcome.KEPT, Outcome.REPAIRED, Outcome.QUOTED)
            ),
            f"{repeats / len(found):.2f}",
            f"{statistics.median(copies):.2f}" if copies else "–",
            str(sum(first.tokens for first in firsts)),
            f"{statistics.median(first.seconds for first in firsts):.1f}",
        )


def _copied(statement: Statement, draft: Draft) -> float:
    """The longest run of characters that stands in one piece that is cited, as a share of the statement."""
    runs = (
        SequenceMatcher(None, statement.text, draft.pack[key].text, autojunk=False).find_longest_match().size
        for key in statement.citations
    )
    return max(runs, default=0) / len(statement.text)


def _repeats_shown(drafts: Sequence[Draft]) -> int:
    """Statements of a model whose words stand twice in one document."""
    count = 0
    for draft in drafts:
        texts = [s.text for section in draft.sections for s in section.statements if s.origin == "model"]
        count += len(texts) - len(set(texts))
    return count


def _drawn(drafts: Sequence[Draft]) -> list[tuple[Statement, Draft]]:
    """Statements of the model that are shown, drawn by a seed, in the order of the documents."""
    shown = [
        (s, draft) for draft in drafts for section in draft.sections for s in section.statements if s.origin == "model"
    ]
    places = sorted(random.Random(SEED).sample(range(len(shown)), min(SAMPLE, len(shown))))
    return [shown[place] for place in places]


def _questioned(drafts: Sequence[Draft]) -> Iterator[tuple[Statement, FirstWriting, Draft]]:
    """The facts of the model whose first writing the checker did not let stand."""
    for draft in drafts:
        for statement in (s for section in draft.sections for s in (*section.statements, *section.dropped)):
            first = statement.first
            if first and statement.kind is StatementKind.FACT and first.verdict is not Verdict.SUPPORTED:
                yield statement, first, draft


if __name__ == "__main__":
    main()
