"""Minimal pairs: one statement that its evidence bears out, and one that it does not, for the rules of the checker."""

from __future__ import annotations

import re
from datetime import date

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement

Pair = tuple[tuple[str, ...], str, str, str]
"""The evidence, a sound statement, an unsound one, and the code of a reason against the latter (empty where any will do)."""


def judged(statement: str, texts: tuple[str, ...]) -> Judgement:
    """The verdict on a statement that cites these texts, E1 and on."""
    return Checker().check(statement, [CheckedEvidence(f"E{n}", text) for n, text in enumerate(texts, 1)])


def found(statement: str, *records: str, speaker: str = "") -> set[str]:
    """The codes against a statement that cites these records, each of the day with which it begins (ISO), if it does; else its verdict."""
    pieces = [CheckedEvidence(f"E{n}", text, speaker, _day(text)) for n, text in enumerate(records, 1)]
    judgement = Checker(today=date(2026, 11, 20)).check(statement, pieces)
    return {reason.code for reason in judgement.reasons} or {judgement.verdict.value}


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if re.match(r"\d{4}-\d\d-\d\d", text) else None


def assert_told_apart(pair: Pair) -> None:
    """The sound statement stands, the unsound one does not, for the right reason."""
    texts, sound, unsound, code = pair
    accepted, refused = judged(sound, texts), judged(unsound, texts)
    assert accepted.verdict is Verdict.SUPPORTED, accepted
    assert refused.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED), refused
    assert not code or code in {reason.code for reason in refused.reasons}, refused
