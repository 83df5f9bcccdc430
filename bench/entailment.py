"""How well rules and a language model tell together whether evidence bears a statement out, and with which weights.

`python -m bench.entailment`, with BANKRM_MODEL naming a bundle or a .gguf file. The sentences (`bench/data/entailment.tsv`: evidence,
statement, answer) were written for this project: of records, of daily life, of time; a fifth are of another matter. Only those count
that the rules are in doubt of. Prints how well each ranks (AUC), the weights that fit best, and how often what got a score was true; the
weights go into `[entailment.calibration]` of the model's prompt profile. The weight of the rules is held, and the model's kept small: the
false sentences were written in the words of their evidence, where rules see less than they do elsewhere.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from bankrm.bootstrap import Program
from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.entailment import Calibration, SecondLook, settled
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement

DATA = Path(__file__).with_name("data") / "entailment.tsv"
FOLDS, STEPS, RATE, RIDGE = 5, 4000, 0.1, 5.0
Weights = tuple[float, float]  # of one, and of the model's log-odds


@dataclass(frozen=True, slots=True)
class Case:
    """A doubtful statement: what the rules and the model say of it, and whether it is borne out."""

    rules: Judgement
    yes: float
    contradicts: float
    answer: str

    @property
    def true(self) -> bool:
        """Whether it is."""
        return self.answer == "yes"


def main() -> None:
    """Print the figures. Exits with 2 where BANKRM_MODEL names no model."""
    model = os.environ.get("BANKRM_MODEL")
    if not model:
        sys.exit("BANKRM_MODEL must name a bundle or a .gguf file")
    with tempfile.TemporaryDirectory() as folder, Program.of(Path(folder), None).engines.second_look(model) as look:
        weights, believed = look.calibration, look.is_believed
        cases = [case for row in _rows() if (case := _case(look, *row))]
    gold = [case.true for case in cases]
    print(f"{len(cases)} doubtful statements, {sum(gold)} of them borne out")
    print(f"rules alone: AUC {auc(gold, [case.rules.score for case in cases]):.3f}")
    print(f"model alone: AUC {auc(gold, [case.yes for case in cases]):.3f}")
    print(
        f"its 'contradicts': AUC {auc([c.answer == 'contradicts' for c in cases], [c.contradicts for c in cases]):.3f}"
    )
    print(f"both, fitted on four fifths, tested on the other: AUC {auc(gold, _crossed(cases, weights.rules)):.3f}")
    offset, model_weight = fit(cases, weights.rules)
    print(f"fitted on all: offset {offset:.2f}, model {model_weight:.2f}, beside rules {weights.rules}")
    print(f"believed by the controls: {believed}")
    _print_reliability(cases, weights)


def _rows() -> list[list[str]]:
    with DATA.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t"))[1:]


def _case(look: SecondLook, evidence: str, statement: str, answer: str) -> Case | None:
    cited = [CheckedEvidence("E1", evidence)]
    judgement = Checker().check(statement, cited)
    if not look.calibration.doubts(judgement):
        return None
    yes, _, contradicts = look.shares(statement, cited)
    return Case(judgement, yes, contradicts, answer)


def _crossed(cases: Sequence[Case], rules: float) -> list[float]:
    """Each fifth's odds by the weights of the others."""
    odds = [0.0] * len(cases)
    for fold in range(FOLDS):
        weights = fit([case for place, case in enumerate(cases) if place % FOLDS != fold], rules)
        for place in range(fold, len(cases), FOLDS):
            odds[place] = _odds(cases[place], weights, rules)
    return odds


def fit(cases: Sequence[Case], rules: float) -> Weights:
    """Offset and weight of the model by logistic regression, by descent, the weight kept small."""
    offset = model = 0.0
    for _ in range(STEPS):
        off = [_sigmoid(_odds(case, (offset, model), rules)) - case.true for case in cases]
        slope = sum(miss * _log_odds(case.yes) for miss, case in zip(off, cases, strict=True))
        offset -= RATE * sum(off) / len(cases)
        model -= RATE * (slope + RIDGE * model) / len(cases)
    return offset, model


def _odds(case: Case, weights: Weights, rules: float) -> float:
    return weights[0] + rules * _log_odds(case.rules.score) + weights[1] * _log_odds(case.yes)


def auc(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """The share of pairs of a true and a false one that are in the right order; ties count half."""
    true = [score for score, is_true in zip(scores, gold, strict=True) if is_true]
    false = [score for score, is_true in zip(scores, gold, strict=True) if not is_true]
    return sum((a > b) + (a == b) / 2 for a in true for b in false) / max(1, len(true) * len(false))


def _print_reliability(cases: Sequence[Case], weights: Calibration) -> None:
    print("\nwith the weights of the profile:\n| score | statements | borne out | said supported |\n|---|---|---|---|")
    seen = [(settled(case.rules, case.yes, case.contradicts, weights), case.true) for case in cases]
    for low in range(0, 100, 20):
        inside = [(judged, true) for judged, true in seen if low <= judged.score * 100 < low + 20 + (low == 80)]
        borne = sum(true for _, true in inside) / max(1, len(inside))
        said = sum(judged.verdict is Verdict.SUPPORTED for judged, _ in inside)
        print(f"| {low / 100:.1f} to {low / 100 + 0.2:.1f} | {len(inside)} | {borne:.2f} | {said} |")


def _sigmoid(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _log_odds(share: float) -> float:
    least = 1e-6
    return log(max(share, least)) - log(max(1 - share, least))


if __name__ == "__main__":
    main()
