"""The parties of a bank's record: our side, the client's people, others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bankrm.drafting.grounding.lexicon import BANK, CLIENT
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in
from bankrm.language.names import NameBook, NameKind, names_in
from bankrm.language.patterns import pattern


class Side(StrEnum):
    """Whose somebody is."""

    BANK = "bank"
    CLIENT = "client"
    OTHER = "other"  # another bank or firm


@dataclass(frozen=True, slots=True)
class Party:
    """Who is named, and where. `person` is None for a side as such (当行, 先方) and for a firm, whose name `firm` is."""

    side: Side
    start: int
    end: int
    person: NamedPerson | None = None
    firm: str = ""

    def may_be(self, other: Party, book: NameBook | None) -> bool:
        """Whether both can be one: of one side, and not two people that are known apart."""
        if self.side is not other.side:
            return False
        if self.person and other.person:
            return may_be(self.person, other.person, book)
        return not (self.firm and other.firm and self.firm != other.firm)


_ASIDE = pattern(r"[（(][^（）()]{1,12}[）)]")


@lru_cache(maxsize=4096)
def parties_in(text: str) -> tuple[Party, ...]:
    """The parties that a text names, in order."""
    sides = ((Side.BANK, BANK), (Side.CLIENT, CLIENT))
    found = [Party(side, m.start(), _behind(text, m.end())) for side, words in sides for m in words.finditer(text)]
    found += [Party(Side.CLIENT, one.start, _behind(text, one.end), one) for one in people_in(text)]
    found += [
        Party(Side.OTHER, one.start, one.end, None, one.key) for one in names_in(text) if one.kind is NameKind.FIRM
    ]
    return tuple(_apart(sorted(found, key=lambda party: (party.start, -party.end))))


def _behind(text: str, end: int) -> int:
    """The end with what is said of them in brackets (三雲社長の奥様(経理), 先方(専務))."""
    aside = _ASIDE.match(text, end)
    return aside.end() if aside else end


def _apart(parties: Iterable[Party]) -> Iterator[Party]:
    end = -1
    for party in parties:
        if party.start >= end:
            yield party
            end = party.end
