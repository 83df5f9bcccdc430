"""Evidence (根拠): the citable pieces on which every statement rests."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class OriginType(StrEnum):
    """What kind of record a piece was taken from."""

    INTERACTION = "interaction"
    PASSAGE = "passage"
    FIGURE = "figure"
    HOST = "host"
    ACCOUNTS = "accounts"
    VISIT = "visit"
    PRODUCT = "product"
    RULE = "rule"
    CLOSING = "closing"


class Strength(StrEnum):
    """根拠の強さ: who vouches for the record (it agrees with the record; that the record is right is another matter)."""

    CLIENT_DOCUMENT = "client_document"
    HOST_DATA = "host_data"
    STANDARD_DOCUMENT = "standard_document"
    OWN_RECORD = "own_record"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece stands: record, page, span (code points of the stored text), and its day."""

    type: OriginType
    strength: Strength
    ref: str
    date: date | None = None
    page: int | None = None
    span: tuple[int, int] | None = None
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citable thing. `text` begins with its head (「2026年7月8日 訪問 田辺社長: …」) and holds all a statement may rest on.

    `body` is the part after the head: what may be quoted. `speaker` is the person whose words they are, else empty.
    """

    text: str
    origin: Origin
    speaker: str = ""
    body: str = ""

    @property
    def sha256(self) -> str:
        """Digest of the text, by which replay tells whether the evidence is still the same."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class EvidencePack:
    """The evidence of one visit in time order, each with its id (E1, E2 …); ids hold for all documents of the set."""

    entries: tuple[tuple[str, Evidence], ...]
    left_out: tuple[str, ...] = ()

    @classmethod
    def of(cls, pieces: Iterable[Evidence], left_out: Iterable[str] = ()) -> EvidencePack:
        """Order by day, then by place in the record; the same piece stands once."""
        ordered = sorted(dict.fromkeys(pieces), key=_place)
        return cls(tuple((f"E{n}", item) for n, item in enumerate(ordered, 1)), tuple(left_out))

    def id_of(self, evidence: Evidence) -> str:
        """The id under which the pack holds this piece. Raises KeyError where it does not."""
        for evidence_id, item in self.entries:
            if item == evidence:
                return evidence_id
        raise KeyError(evidence.origin.ref)

    def only(self, ids: Collection[str]) -> EvidencePack:
        """The pieces with these ids, under the same ids."""
        return EvidencePack(tuple(entry for entry in self.entries if entry[0] in ids), self.left_out)

    def __getitem__(self, evidence_id: str) -> Evidence:
        return self._by_id[evidence_id]

    @cached_property
    def _by_id(self) -> dict[str, Evidence]:
        return dict(self.entries)

    def __iter__(self) -> Iterator[tuple[str, Evidence]]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def _place(evidence: Evidence) -> tuple[date, str, str, int, tuple[int, int], str]:
    origin = evidence.origin
    return origin.date or date.min, origin.type, origin.ref, origin.page or 0, origin.span or (0, 0), evidence.text
