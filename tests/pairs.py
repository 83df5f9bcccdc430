"""Minimal pairs: one statement that its evidence bears out, and one that it does not, for the rules of the checker."""

from __future__ import annotations

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement

Pair = tuple[tuple[str, ...], str, str, str]
"""The evidence, a sound statement, an unsound one, and the code of a reason against the latter (empty where any will do)."""


def judged(statement: str, texts: tuple[str, ...]) -> Judgement:
    """The verdict on a statement that cites these texts, E1 and on."""
    return Checker().check(statement, [CheckedEvidence(f"E{n}", text) for n, text in enumerate(texts, 1)])


def assert_told_apart(pair: Pair) -> None:
    """The sound statement stands, the unsound one does not, for the right reason."""
    texts, sound, unsound, code = pair
    accepted, refused = judged(sound, texts), judged(unsound, texts)
    assert accepted.verdict is Verdict.SUPPORTED, accepted
    assert refused.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED), refused
    assert not code or code in {reason.code for reason in refused.reasons}, refused
