"""What is private in a text: spans with their kind, and how those that overlap become ones that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class PrivateKind(StrEnum):
    """What a private span holds, in the words of the filter `mask`."""

    PERSON = "person"
    FIRM = "firm"
    ADDRESS = "address"
    PHONE = "phone"
    MAIL = "mail"
    ACCOUNT = "account"
    CARD = "card"
    MY_NUMBER = "my_number"
    IDENTITY = "identity"
    CORPORATE_NUMBER = "corporate_number"
    BIRTH_DATE = "birth_date"
    CLIENT_NUMBER = "client_number"
    VEHICLE = "vehicle"
    PLACE = "place"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class PrivateSpan:
    """A private piece of a text. `start` and `end` count code points of the text as given, `end` exclusive.

    `entity` tells who is meant where the customer master knows: the same for the same in all spellings.
    """

    start: int
    end: int
    kind: PrivateKind
    entity: str = ""


def without_overlap(text: str, found: Iterable[PrivateSpan]) -> tuple[PrivateSpan, ...]:
    """The spans in order of place: where two overlap, the one found first holds what both hold, and the other its rest.

    What is covered by any span stays covered, but for white space and marks at the new edge of a rest.
    """
    taken: list[PrivateSpan] = []
    for span in found:
        taken += [piece for rest in _rests(span, taken) if (piece := _trimmed(text, rest))]
    return tuple(sorted(taken, key=lambda span: span.start))


_GROWS = frozenset(
    {
        (PrivateKind.FIRM, PrivateKind.FIRM),  # 中部電力|パワーグリッド
        (PrivateKind.FIRM, PrivateKind.PLACE),  # ヒルトン|東京
        (PrivateKind.PERSON, PrivateKind.PERSON),  # 玉城|デニー
    }
)


def joined(spans: Iterable[PrivateSpan]) -> tuple[PrivateSpan, ...]:
    """Spans in order, where two that touch and make one name are one."""
    kept: list[PrivateSpan] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before is not None and before.end == span.start and (before.kind, span.kind) in _GROWS:
            kept[-1] = replace(before, end=span.end)
        else:
            kept.append(span)
    return tuple(kept)


def _rests(span: PrivateSpan, taken: Iterable[PrivateSpan]) -> list[PrivateSpan]:
    """What of the span no other holds already."""
    rests = [span]
    for other in taken:
        rests = [piece for rest in rests for piece in _beside(rest, other)]
    return rests


def _beside(span: PrivateSpan, other: PrivateSpan) -> Iterator[PrivateSpan]:
    if span.start < min(span.end, other.start):
        yield replace(span, end=min(span.end, other.start))
    if max(span.start, other.end) < span.end:
        yield replace(span, start=max(span.start, other.end))


def _trimmed(text: str, span: PrivateSpan) -> PrivateSpan | None:
    """The span without what is no letter and no digit at its edges; None where nothing else is left."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return replace(span, start=start, end=end) if any(map(str.isalnum, text[start:end])) else None
