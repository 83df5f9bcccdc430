"""One row of the `compliance` filter (docs of the command line: JSON Lines in, JSON Lines out)."""

from __future__ import annotations

from collections.abc import Mapping

from bankrm.drafting.compliance.context import LISTED, LOAN, NO_LOAN, Context
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import KINDS


def compliance_row(row: Mapping[str, object], rules: RuleBook) -> dict[str, object]:
    """Examine `{"id", "text", "document_kind", "context"?}`; the context holds `client` (a name), `other_clients` (names),
    `client_has_loan` and `client_is_listed` (true, false or absent: not known).

    Returns `{"id", "findings": [{"rule", "severity", "span", "reason"}]}`. Raises KeyError for a missing key, and ValueError or
    TypeError for a value of another kind, with the key's name.
    """
    text, kind = row["text"], row["document_kind"]
    if not isinstance(text, str):
        raise TypeError("text")
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError(f"document_kind ({' | '.join(sorted(KINDS))})")
    findings = rules.examine(text, kind, context_of(row.get("context")))
    return {
        "id": row["id"],
        "findings": [
            {"rule": f.rule, "severity": f.severity.value, "span": list(f.span), "reason": f.reason} for f in findings
        ],
    }


def context_of(given: object) -> Context:
    """The context of a row. Raises TypeError with the name of the key that is not as it must be."""
    if given is None:
        return Context()
    if not isinstance(given, Mapping):
        raise TypeError("context")
    client, others = given.get("client"), given.get("other_clients")
    if not isinstance(client, str | None):
        raise TypeError("client")
    if others is not None and not (isinstance(others, list) and all(isinstance(name, str) for name in others)):
        raise TypeError("other_clients")
    return Context((client,) if client else (), tuple(others or ()), frozenset(_facts(given)))


def _facts(given: Mapping[str, object]) -> list[str]:
    loan, listed = given.get("client_has_loan"), given.get("client_is_listed")
    if not isinstance(loan, bool | None):
        raise TypeError("client_has_loan")
    if not isinstance(listed, bool | None):
        raise TypeError("client_is_listed")
    facts = [] if loan is None else [LOAN if loan else NO_LOAN]
    return [*facts, LISTED] if listed else facts
