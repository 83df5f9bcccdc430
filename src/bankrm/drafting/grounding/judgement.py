"""What the checker answers."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.domain.drafts import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one statement. `score` is the probability that the evidence supports it (≥ 0.5: supported).

    `rests_on` are the ids of the evidence it rests on, in the order in which they were given.
    """

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...] = ()
    rests_on: tuple[str, ...] = ()
