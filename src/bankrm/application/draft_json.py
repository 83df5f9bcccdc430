"""A draft as `bankrm.draft/1`: the one place that builds this JSON, for the command line, for files and for what reads them.

Every key is always there; what is not known is null or empty. `created` is UTC to the second.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

from bankrm.domain.drafts import Draft, Provenance, Section, Statement, identified
from bankrm.domain.evidence import Evidence

SCHEMA = "bankrm.draft/1"


def draft_object(draft: Draft) -> dict[str, Any]:
    """The draft as JSON values, keys in the order in which people read them."""
    draft = identified(draft)
    return {
        "schema": SCHEMA,
        "id": draft.id,
        "revision": draft.revision,
        "client": {"branch": draft.client.branch, "cif": draft.client.cif, "name": draft.client_name},
        "kind": draft.kind.value,
        "created": draft.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "state": draft.state.value,
        "sections": [_section(section) for section in draft.shown],
        "evidence": [_evidence(key, piece) for key, piece in draft.pack],
        "provenance": _provenance(draft.provenance),
    }


def draft_bytes(draft: Draft) -> bytes:
    """The draft as a file: UTF-8, two spaces of indent, a newline at the end."""
    return (json.dumps(draft_object(draft), ensure_ascii=False, indent=2) + "\n").encode()


def _section(section: Section) -> dict[str, Any]:
    statements = [_statement(statement) for statement in section.statements]
    return {"key": section.key, "heading": section.heading, "statements": statements}


def _statement(statement: Statement) -> dict[str, Any]:
    confirmed = statement.confirmed_by
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind.value,
        "citations": list(statement.citations),
        "certainty": statement.certainty.value,
        "confidence": statement.confidence.value,
        "speaker": statement.speaker,
        "speaker_name": statement.speaker_name,
        "origin": statement.origin,
        "engine": statement.engine,
        "group": statement.group,
        "verdict": statement.verdict.value if statement.verdict else None,
        "confirmed_by": {"person": confirmed.person, "evidence": confirmed.evidence} if confirmed else None,
        "reasons": [{"code": reason.code, "detail": reason.detail} for reason in statement.reasons],
        "findings": [
            {"rule": found.rule, "severity": found.severity.value, "span": list(found.span), "reason": found.reason}
            for found in statement.findings
        ],
    }


def _evidence(key: str, piece: Evidence) -> dict[str, Any]:
    origin = piece.origin
    return {
        "id": key,
        "text": piece.text,
        "speaker": piece.speaker,
        "origin": {
            "type": origin.type.value,
            "strength": origin.strength.value,
            "formula": origin.formula,
            "ref": origin.ref,
            "page": origin.page,
            "span": list(origin.span) if origin.span else None,
            "date": origin.date.isoformat() if origin.date else None,
        },
        "sha256": piece.sha256,
    }


def _provenance(provenance: Provenance) -> dict[str, Any]:
    return {
        "app": provenance.app,
        "engine": provenance.engine,
        "model": provenance.model,
        "model_sha256": provenance.model_sha256,
        "recipe": provenance.recipe,
        "prompt_sha256": provenance.prompt_sha256,
        "parameters": dict(sorted(provenance.parameters.items())),
        "left_out": list(provenance.left_out),
        "notices": list(provenance.notices),
        "seconds": provenance.seconds,
    }
