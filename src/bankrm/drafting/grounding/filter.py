"""One row of the `check` filter (docs of the command line: JSON Lines in, JSON Lines out)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.entailment import SecondLook
from bankrm.drafting.grounding.evidence import CheckedEvidence


def check_row(
    row: Mapping[str, object], checker: Checker | None = None, look: SecondLook | None = None
) -> dict[str, object]:
    """Judge `{"id", "statement", "evidence": [{"id", "text", "speaker"?, "date"?}]}`; `look` is taken where the rules are in doubt.

    Returns `{"id", "verdict", "score", "reasons": [{"code", "detail"}], "evidence": [ids]}`. Raises KeyError for a missing key, and
    ValueError or TypeError for a value of another shape; ModelError.
    """
    evidence = row["evidence"]
    if not isinstance(evidence, list):
        raise TypeError("evidence")
    statement, pieces = _text(row["statement"]), [_evidence(item) for item in evidence]
    judgement = (checker or Checker()).check(statement, pieces)
    if look:
        judgement = look(judgement, statement, pieces)
    return {
        "id": row["id"],
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "reasons": [{"code": reason.code, "detail": reason.detail} for reason in judgement.reasons],
        "evidence": list(judgement.rests_on),
    }


def _evidence(item: object) -> CheckedEvidence:
    if not isinstance(item, Mapping):
        raise TypeError("evidence")
    day = item.get("date")
    return CheckedEvidence(
        str(item["id"]),
        _text(item["text"]),
        str(item.get("speaker") or ""),
        date.fromisoformat(_text(day)[:10]) if day else None,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value
