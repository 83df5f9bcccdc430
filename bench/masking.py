"""Masking on bank notes: recall per type with its 95 % interval (Wilson, 1927), how often the type is right, and over-masked letters."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.bank_notes import Note, read_notes

from bankrm.bootstrap import recogniser
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan

SETS = ("seen", "unseen", "fresh", "last", "newest")
_Z = 1.96


def run() -> Iterator[dict[str, Any]]:
    """A row for each set and type, and one for each set as a whole."""
    find = recogniser()
    for name in SETS:
        yield from measured(name, tuple(read_notes(name)), find)


def measured(
    name: str, notes: Iterable[Note], find: Callable[[str], tuple[PrivateSpan, ...]]
) -> Iterator[dict[str, Any]]:
    """Full-span recall: every letter of what is private is masked; right type: one span of that type holds it all."""
    total, hit, right = Counter[PrivateKind](), Counter[PrivateKind](), Counter[PrivateKind]()
    masked = over = count = 0
    begun = time.perf_counter()
    for note in notes:
        found, count = find(note.text), count + 1
        covered, wanted = _letters(found), _letters(note.private)
        masked, over = masked + len(covered), over + len(covered - wanted)
        for span in note.private:
            total[span.kind] += 1
            hit[span.kind] += _letters([span]) <= covered
            right[span.kind] += any(
                one.kind is span.kind and one.start <= span.start and span.end <= one.end for one in found
            )
    seconds = time.perf_counter() - begun
    for kind in sorted(total):
        low, high = wilson(hit[kind], total[kind])
        yield {
            "set": name, "type": kind.value, "n": total[kind], "recall": round(hit[kind] / total[kind], 3),
            "interval": (round(low, 3), round(high, 3)), "right_type": round(right[kind] / total[kind], 3),
        }  # fmt: skip
    yield {"set": name, "notes": count, "over_masked": round(over / max(1, masked), 3), "per_s": round(count / seconds)}


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % score interval of a share."""
    share, width = hits / total, _Z * _Z / total
    middle = share + width / 2
    spread = _Z * math.sqrt(share * (1 - share) / total + width / (4 * total))
    return max(0.0, (middle - spread) / (1 + width)), min(1.0, (middle + spread) / (1 + width))


def _letters(spans: Iterable[PrivateSpan]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
