"""What the store in memory keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from bankrm.domain.audit import AuditEntry
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.dossier import Record
from bankrm.domain.drafts import Draft, Statement
from bankrm.domain.memos import Memo
from bankrm.domain.practice import SetTime
from bankrm.domain.preparation import Job
from bankrm.domain.same_client import ClientPair, PairDecision
from bankrm.drafting.privacy.masking import MaskingKey


@dataclass
class MemoryData:
    """What is committed."""

    records: dict[tuple[type, tuple[object, ...]], Record] = field(default_factory=dict)
    versions: Counter[tuple[type, tuple[object, ...]]] = field(default_factory=Counter)
    names_version: int = 0
    originals: dict[str, bytes] = field(default_factory=dict)
    original_names: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    superseded_by: dict[str, str] = field(default_factory=dict)
    update_of: dict[str, str] = field(default_factory=dict)
    dismissed: set[str] = field(default_factory=set)
    steps: dict[str, tuple[int, tuple[Draft, ...]]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    sections: dict[tuple[str, str], tuple[str, tuple[Statement, ...] | None]] = field(default_factory=dict)
    decisions: dict[ClientPair, PairDecision] = field(default_factory=dict)
    closings: dict[str, Closing] = field(default_factory=dict)
    taken_back: dict[str, datetime] = field(default_factory=dict)
    open_promises: dict[ClientKey, tuple[OpenPromise, ...]] = field(default_factory=dict)
    readings: dict[ClientKey, tuple[str, date, date | None]] = field(default_factory=dict)
    memos: dict[str, Memo] = field(default_factory=dict)
    times: dict[tuple[ClientKey, str], SetTime] = field(default_factory=dict)
    former_minutes: int | None = None
    ahead: dict[str, set[tuple[object, ...]]] = field(default_factory=dict)
    masking_keys: dict[str, MaskingKey] = field(default_factory=dict)
    audit: list[AuditEntry] = field(default_factory=list)

    def standing_closings(self, client: ClientKey) -> tuple[Closing, ...]:
        said = (one for one in self.closings.values() if one.client == client and one.id not in self.taken_back)
        return tuple(sorted(said, key=lambda closing: closing.id))
