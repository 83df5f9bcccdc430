"""Recall and false alarms of the compliance rules, per rule, over the sentences of tests/fixtures/compliance.

Recall: of the sentences in which the rule must find something, those in which it did. False alarms: of its look-alikes, which must
pass, those in which it found something; `elsewhere` counts what it found in other rules' sentences without a reason to. What is
held back is told apart: no rule was changed because of one of its sentences.

`python -m bench compliance`, or `python -m bench.compliance` for a table.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bankrm.adapters.system.compliance_rules import load_rules
from bankrm.adapters.system.resources import Resources
from bankrm.drafting.compliance.filter import context_of
from bankrm.drafting.compliance.rulebook import RuleBook

FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "compliance"
SETS = (
    "sentences",
    "fresh",
    "third",
    "fourth",
    "plain",
    "direct",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)


@dataclass
class Score:
    """Of one rule over some sentences."""

    wanted: int = 0
    found: int = 0
    look_alikes: int = 0
    false: int = 0
    elsewhere: int = 0
    wrong: list[str] = field(default_factory=list)  # ids of the sentences that it got wrong


def sentences(name: str) -> list[dict[str, Any]]:
    """One set: `sentences` was written before the rules, the others after them, each in words that the rules were not made for."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def scores(rules: RuleBook, rows: Iterable[Mapping[str, Any]]) -> dict[str, Score]:
    """Each rule's score over these sentences, in the order of the rules."""
    by_rule = {rule.id: Score() for rule in rules}
    for row in rows:
        findings = rules.examine(row["text"], row["document_kind"], context_of(row["context"]))
        found, about, expected = {f.rule for f in findings}, row["about"], set(row["expected"])
        for rule in expected:
            by_rule[rule].wanted += 1
            by_rule[rule].found += rule in found
        if about not in expected:
            by_rule[about].look_alikes += 1
            by_rule[about].false += about in found
        for rule in found - expected - set(row["may"]) - {about}:
            by_rule[rule].elsewhere += 1
        for rule in (found ^ expected) - set(row["may"]):
            by_rule[rule].wrong.append(row["id"])
    return by_rule


def run() -> Iterator[dict[str, Any]]:
    """One row a set, share and rule, and one for all rules of a share."""
    rules = load_rules(Resources.locate())
    for name in SETS:
        rows = sentences(name)
        for held_back in (False, True):
            by_rule = scores(rules, [row for row in rows if row["held_back"] is held_back])
            share = "held back" if held_back else "steering"
            totals: Counter[str] = Counter()
            for rule, score in by_rule.items():
                figures = {k: getattr(score, k) for k in ("wanted", "found", "look_alikes", "false", "elsewhere")}
                totals.update(figures)
                yield {"set": name, "share": share, "rule": rule, **figures}
            yield {"set": name, "share": share, "rule": "all", **totals}


def main() -> None:
    """Print the figures as a table."""
    print(f"{'set':10} {'share':10} {'rule':22} {'recall':>9} {'false alarms':>13} {'elsewhere':>9}")
    for row in run():
        recall, false = f"{row['found']}/{row['wanted']}", f"{row['false']}/{row['look_alikes']}"
        print(f"{row['set']:10} {row['share']:10} {row['rule']:22} {recall:>9} {false:>13} {row['elsewhere']:>9}")


if __name__ == "__main__":
    main()
