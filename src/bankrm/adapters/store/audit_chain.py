"""The hash chain of the audit record: each entry's hash covers its content and the hash before it.

SHA-256 over canonical JSON (RFC 8785) behind a domain prefix, so that no other signed or hashed text of ours can pass for an
entry. A bare chain shows edits in its middle; truncation and a chain rewritten as a whole need an anchor outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import rfc8785

from bankrm.domain.audit import AuditEntry, AuditEvent

PREFIX = b"bankrm.audit/1\n"
GENESIS = "0" * 64


def canonical_time(time: datetime) -> str:
    """Aware time as UTC with microseconds: 2026-11-20T06:00:00.000000Z. Raises ValueError for a naive one."""
    if time.tzinfo is None:
        raise ValueError("audit times are aware")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical_detail(detail: Mapping[str, object]) -> bytes:
    """The canonical JSON of an entry's detail. Raises what rfc8785 raises for values that are not JSON."""
    return rfc8785.dumps(dict(detail))  # type: ignore[arg-type]


def chained(event: AuditEvent, *, seq: int, time: datetime, actor: str, previous: str) -> AuditEntry:
    """The entry that an event becomes at its place in the chain."""
    open_entry = AuditEntry(
        seq, time.astimezone(UTC), actor, event.act, event.object, event.object_hash, event.detail, previous, hash=""
    )
    return replace(open_entry, hash=entry_hash(open_entry))


def entry_hash(entry: AuditEntry) -> str:
    """The hash that the entry must have: over everything but its own hash."""
    content = {
        "seq": entry.seq,
        "time": canonical_time(entry.time),
        "actor": entry.actor,
        "act": str(entry.act),
        "object": entry.object,
        "object_hash": entry.object_hash,
        "detail": dict(entry.detail),
        "previous": entry.previous,
    }
    return hashlib.sha256(PREFIX + rfc8785.dumps(content)).hexdigest()  # type: ignore[arg-type]


def verify_chain(entries: Iterable[AuditEntry]) -> int | None:
    """The sequence number of the first entry that does not fit, None where all fit."""
    previous, expected = GENESIS, 1
    for entry in entries:
        if (entry.seq, entry.previous, entry.hash) != (expected, previous, entry_hash(entry)):
            return expected
        previous, expected = entry.hash, expected + 1
    return None
