"""Audit entries: who did what to which object; ids and hashes only, never customer text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Act(StrEnum):
    """What was done."""

    STORE_CREATED = "store_created"
    STORE_UPGRADED = "store_upgraded"
    IMPORTED = "imported"
    PROFILE_SAVED = "profile_saved"
    DUPLICATE_DECIDED = "duplicate_decided"
    SEARCHED = "searched"
    PREPARED = "prepared"
    VIEWED = "viewed"
    EDITED = "edited"
    CONFIRMED = "confirmed"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    UPDATE_DISMISSED = "update_dismissed"
    RECORDED = "recorded"
    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    EXPORTED = "exported"
    PRINTED = "printed"
    COPIED = "copied"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    PROMISE_CLOSED = "promise_closed"
    PROMISE_REOPENED = "promise_reopened"
    MASKED = "masked"
    UNMASKED = "unmasked"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the hash chain: `hash` covers everything else, `previous` is the hash of the line before."""

    seq: int
    time: datetime
    actor: str
    act: Act
    object: str
    object_hash: str
    detail: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """What a use case reports; the store adds sequence, time, actor and chain in the same transaction."""

    act: Act
    object: str
    object_hash: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
