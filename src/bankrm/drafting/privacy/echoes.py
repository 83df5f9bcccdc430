"""Names once told stand for the same wherever they come again in a text: the surname after the full name, the firm without its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import short_name

_LINK = re.compile(r"[・･=＝\s　]+")


def echoes(text: ReadText, found: Iterable[PrivateSpan]) -> Iterator[PrivateSpan]:
    """Each place where a name of `found`, or a part of it, stands as a word of its own."""
    starts, ends = {word.start for word in text.words}, {word.end for word in text.words}
    for name, kind in {(name, span.kind) for span in found for name in _short_forms(text, span)}:
        for match in re.finditer(re.escape(name), text.text):
            if match.start() in starts and match.end() in ends:
                yield PrivateSpan(match.start(), match.end(), kind)


def _short_forms(text: ReadText, span: PrivateSpan) -> Iterator[str]:
    surface = text.text[span.start : span.end]
    if span.kind is PrivateKind.FIRM:
        names = {surface, short_name(surface)}
    elif span.kind is PrivateKind.PERSON:
        names = {surface, *_LINK.split(surface)}
        names |= {
            word.surface
            for word in text.words
            if word.start == span.start and word.end < span.end and word.pos[3] == "姓"
        }
    else:
        return
    yield from (name for name in names if len(name) > 1 + (span.kind is PrivateKind.FIRM))
