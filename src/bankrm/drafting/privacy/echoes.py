"""Names once told stand for the same wherever they come again in a text: the surname after the full name, the firm without its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import short_name
from bankrm.language.patterns import pattern

_LINK = pattern(r"[・･=＝\s　]+")


@dataclass(frozen=True, slots=True)
class ToldName:
    """A name, or a part of one, with whom or what it names."""

    name: str
    kind: PrivateKind
    entity: str = ""


def told_names(text: ReadText, found: Iterable[PrivateSpan]) -> Iterator[ToldName]:
    """The names among the spans that were found, and what they are called by in short."""
    for span in found:
        yield from (ToldName(name, span.kind, span.entity) for name in _short_forms(text, span))


def echoes(text: ReadText, names: Iterable[ToldName]) -> Iterator[PrivateSpan]:
    """Each place where one of the names stands as a word of its own, the longest names first."""
    starts, ends = {word.start for word in text.words}, {word.end for word in text.words}
    for told in sorted(set(names), key=lambda told: (-len(told.name), told.name, told.kind, told.entity)):
        place = text.text.find(told.name)
        while place >= 0:
            if place in starts and place + len(told.name) in ends:
                yield PrivateSpan(place, place + len(told.name), told.kind, told.entity)
            place = text.text.find(told.name, place + len(told.name))


def _short_forms(text: ReadText, span: PrivateSpan) -> tuple[str, ...]:
    surface = text.text[span.start : span.end]
    if span.kind is PrivateKind.FIRM:
        names = [surface, short_name(surface)]
    elif span.kind is PrivateKind.PERSON:
        names = [surface, *_LINK.split(surface), *_surname(text, span)]
    else:
        names = []
    return tuple(name for name in names if len(name) > 1 + (span.kind is PrivateKind.FIRM))


def _surname(text: ReadText, span: PrivateSpan) -> Iterator[str]:
    """The surname with which a name begins, where the dictionary tells it from the rest."""
    for word in text.words:
        if word.start == span.start and word.end < span.end and word.pos[3] == "姓":
            yield word.surface
