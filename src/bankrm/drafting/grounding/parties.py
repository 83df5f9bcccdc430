"""The parties of a bank's record: our side, the client's people, others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from bankrm.drafting.grounding.lexicon import BANK, CLIENT
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in
from bankrm.drafting.grounding.tokens import Reading
from bankrm.language.firm_names import firm_stem
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
        if self.firm and other.firm:
            one, two = firm_stem(self.firm), firm_stem(other.firm)
            return one == two or self.firm.endswith(other.firm) or other.firm.endswith(self.firm)
        if self.side is not other.side:
            return any(one.firm and _goes_by(two.person, one.firm) for one, two in ((self, other), (other, self)))
        if self.person and other.person:
            return may_be(self.person, other.person, book)
        return True


def _goes_by(person: NamedPerson | None, firm: str) -> bool:
    """Whether what looks like a person is the firm, spoken of politely (潮見さん)."""
    return person is not None and not person.role and person.name == firm_stem(firm)


def words_besides(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Keys of the words in a stretch of a text that say of what it tells, without the parties."""
    parties = [(start + party.start, start + party.end) for party in parties_between(reading.text, start, end)]
    inside = (token for token in reading.between(start, end) if token.says_what)
    return frozenset(token.key for token in inside if not any(a <= token.start < b for a, b in parties))


_ASIDE = pattern(r"[（(][^（）()]{1,12}[）)]")


@lru_cache(maxsize=4096)
def parties_in(text: str) -> tuple[Party, ...]:
    """The parties that a text names, in order."""
    sides = ((Side.BANK, BANK), (Side.CLIENT, CLIENT), (Side.CLIENT, _WE), (Side.BANK, _YOU))
    found = [Party(side, m.start(), _behind(text, m.end())) for side, words in sides for m in words.finditer(text)]
    people = [Party(Side.CLIENT, one.start, _behind(text, one.end), one) for one in people_in(text)]
    firms = [Party(Side.OTHER, m.start, m.end, None, m.key) for m in names_in(text) if m.kind is NameKind.FIRM]
    firms += [Party(Side.OTHER, *m.span(), None, m["name"]) for m in _POLITE.finditer(text)]
    firms += [Party(Side.OTHER, *m.span(), None, m.group()) for m in _BY_KIND.finditer(text)]
    found += [*(_of_firm(text, one, firms) for one in people), *firms]
    return tuple(_apart(sorted(found, key=lambda party: (party.start, -party.end))))


def parties_between(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The parties that a stretch of a text names, in order, their places counted from its start."""
    inside = (party for party in parties_in(text) if start <= party.start and party.end <= end)
    return tuple(replace(party, start=party.start - start, end=party.end - start) for party in inside)


_BY_KIND = pattern(
    r"(?<![A-ZＡ-Ｚ])[A-ZＡ-Ｚ]社|信漁連|信農連|商工中金|公庫|農協|漁協|機構|事業団|(?:信用)?保証協会(?=から|より|は|が)|(?<![A-Z])JA(?![A-Z])"
)  # A社, and lenders that go by the name of their kind
_POLITE = pattern(
    r"(?P<name>(?<![ァ-ヶー一-龥])(?!得意)[ァ-ヶー一-龥]{2,6}|(?<![ぁ-んァ-ヶー一-龥])(?!おたく)[ぁ-ん]{2,6})さん(?=から|より|は|が|に|の|へ|も|と)"
)
_WE = pattern(r"(?<![一-龥])うち(?=が|は|から|に|へ)")
_YOU = pattern(r"おたく|お宅|(?<![一-龥])銀行さん")
"""The two sides in the client's own words."""


def _of_firm(text: str, person: Party, firms: Iterable[Party]) -> Party:
    """The person, of the bank that stands before (潮見銀行の支店長, 御行の担当)."""
    if _OUR_OWN.search(text, 0, person.start):
        return replace(person, side=Side.BANK)
    firm = next(
        (one for one in firms if LENDER.search(one.firm) and _OF_FIRM.fullmatch(text, one.end, person.start)), None
    )
    return replace(person, side=Side.OTHER, start=firm.start, firm=firm.firm) if firm else person


_OUR_OWN = pattern(rf"(?:{BANK.pattern})の$")
LENDER = pattern(
    r"(?:銀行|信金|信用金庫|信組|信用組合|農協|漁協|公庫|金庫|信託|保証協会|信漁連|信農連|商工中金|機構|事業団|JA)$"
)
_OF_FIRM = pattern(r"(?:さん)?の?[\s　]*(?:[一-龥]{1,4}の)?")


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
