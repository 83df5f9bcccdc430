"""All that is private in a text: what the recognisers find, the surest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bankrm.drafting.privacy.addresses import Addresses, offices
from bankrm.drafting.privacy.birth_dates import birth_dates
from bankrm.drafting.privacy.echoes import echoes, told_names
from bankrm.drafting.privacy.firms import firms, firms_by_context
from bankrm.drafting.privacy.gazetteer import Gazetteer
from bankrm.drafting.privacy.master import CustomerMaster
from bankrm.drafting.privacy.numbers import numbers
from bankrm.drafting.privacy.people import people
from bankrm.drafting.privacy.phones import phones
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan, joined, without_overlap
from bankrm.drafting.privacy.unknown_names import unknown_names
from bankrm.drafting.privacy.vehicles import vehicles
from bankrm.language.sensitive import sensitive_words
from bankrm.language.sentences import chunks, sentences

_LONGEST = 600  # code points that are read at once
_WIDE_LIST = "欧州 欧米 アジア 東南アジア 北米 南米 中南米 米州 中東 アフリカ オセアニア ヨーロッパ アメリカ EU"
_WIDE = frozenset(_WIDE_LIST.split())


class Recogniser:
    """Finds what is private: by the customer master where there is one, by the names of a gazetteer, and by the rules of each kind."""

    def __init__(self, gazetteer: Gazetteer, master: CustomerMaster | None = None) -> None:
        self._gazetteer, self._master = gazetteer, master or CustomerMaster()
        self._addresses = Addresses(gazetteer)

    def __call__(self, text: str) -> tuple[PrivateSpan, ...]:
        """The private spans of a text in order, none overlapping another. A long text is read piece by piece, so that twice the text
        takes twice the time; a name told in one piece is known in all."""
        pieces = [(start, ReadText(text[start:end])) for start, end in chunks(text, _LONGEST)]
        found = [joined(without_overlap(read.text, self._found(read))) for _, read in pieces]
        names = [name for (_, read), spans in zip(pieces, found, strict=True) for name in told_names(read, spans)]
        return tuple(
            replace(span, start=start + span.start, end=start + span.end)
            for (start, read), spans in zip(pieces, found, strict=True)
            for span in without_overlap(read.text, (*spans, *echoes(read, names)))
        )

    def _found(self, text: ReadText) -> Iterator[PrivateSpan]:
        yield from self._master(text)
        located = list(self._addresses(text))
        yield from (span for span in located if span.kind is PrivateKind.ADDRESS)
        for recognise in (birth_dates, vehicles, numbers, phones):
            yield from recognise(text)
        for begin, end in sentences(text.text):
            for first, last in sensitive_words(text.text[begin:end]):
                yield PrivateSpan(begin + first, begin + last, PrivateKind.SENSITIVE)
        yield from offices(text)
        yield from firms(text, self._gazetteer.firms)
        yield from people(text)
        yield from (span for span in located if span.kind is PrivateKind.PLACE)
        yield from firms_by_context(text)
        yield from unknown_names(text)
        yield from _places(text)


def _places(text: ReadText) -> Iterator[PrivateSpan]:
    """Names of places by the dictionary, but for countries and continents, which tell nothing of anybody."""
    for word in text.words:
        if word.pos[2] == "地名" and word.pos[3] != "国" and word.surface not in _WIDE and len(word.surface) > 1:
            yield PrivateSpan(word.start, word.end, PrivateKind.PLACE)
