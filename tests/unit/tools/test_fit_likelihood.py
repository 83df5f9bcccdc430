"""The statements that the checker's weights are fitted on, and the fit."""

from __future__ import annotations

import random

from tools.fit_likelihood import Record, fit, of_sentences, records

from bankrm.drafting.grounding.coverage import probability

ROOF = Record("2026年4月8日 訪問 社長: ", ("社長は古い工場の屋根を直す考えで、見積を取っている。",))
TRUCK = Record("2026年5月8日 訪問 専務: ", ("専務は新しいトラックを来月に注文し、古い車両を売却する。",))


def test_the_sample_bank_has_sentences_to_make_statements_of() -> None:
    assert sum(len(record.sentences) for record in records()) > 100


def test_true_and_false_statements_are_made_of_each_sentence_and_laid_beside_it() -> None:
    made = list(of_sentences((ROOF, TRUCK), random.Random(1)))
    assert {pair.true for pair in made} == {True, False}
    assert {pair.evidence[0].text for pair in made} == {*ROOF.sentences, *TRUCK.sentences}
    false = [pair for pair in made if not pair.true]
    assert all(pair.statement not in (pair.evidence[0].text, "") for pair in false)


def test_the_fit_finds_what_tells_true_from_false_and_leaves_out_what_is_not_used() -> None:
    rows = [((1.0, x / 10, 0.5), x > 4) for x in range(10)] * 5
    weights = fit(rows, [True, True, False])
    assert weights[2] == 0.0
    assert probability((1.0, 0.9, 0.5), weights) > 0.9 > 0.1 > probability((1.0, 0.0, 0.5), weights)
