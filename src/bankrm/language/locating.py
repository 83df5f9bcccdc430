"""A passage found again in the text of its page as another reader gives it: with other spaces, widths and radicals."""

from __future__ import annotations

from itertools import compress

from bankrm.language.folding import Folded, fold
from bankrm.language.radicals import RADICALS


def locate(passage: str, text: str, *, near: int = 0) -> tuple[int, int] | None:
    """The span of `text` that says `passage`, spaces and NFKC ignored; None where it says it nowhere.

    Of several, the one that starts closest to `near`, counted in code points of its text without spaces.
    """
    wanted, page = _bare(passage).text, _bare(text)
    starts = _occurrences(wanted, page.text)
    if not starts:
        return None
    start = min(starts, key=lambda place: abs(place - near))
    return page.span(start, start + len(wanted))


def _bare(text: str) -> Folded:
    """The text folded and without what a reader may put between characters: spaces, line breaks, controls."""
    folded = fold(text.translate(RADICALS))
    kept = [char.isprintable() and not char.isspace() for char in folded.text]
    return Folded("".join(compress(folded.text, kept)), list(compress(folded.origins, kept)))


def _occurrences(wanted: str, text: str) -> list[int]:
    found: list[int] = []
    place = text.find(wanted) if wanted else -1
    while place >= 0:
        found.append(place)
        place = text.find(wanted, place + 1)
    return found
