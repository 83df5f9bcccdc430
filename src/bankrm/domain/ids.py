"""Identities: UUIDv7 text, so that they sort by time and serve as idempotency keys."""

from __future__ import annotations

import secrets
import time
from typing import NewType

DraftId = NewType("DraftId", str)
JobId = NewType("JobId", str)
ClosingId = NewType("ClosingId", str)
MemoId = NewType("MemoId", str)


def new_uuid7() -> str:
    """A fresh UUID version 7 (RFC 9562, §5.7): 48 bits of Unix milliseconds, then random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
