"""From whom and to whom a clause tells it: the particles behind those whom it names, and what turns giver and taker round.

The one list of them: `passing` asks it of papers and words that pass, `giving` of any deed, `roles` of things as well as of people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bankrm.drafting.grounding.parties import Party, parties_between
from bankrm.language.patterns import pattern

TAKES = r"受け?取[らりるっ]|受領(?![証書印])|お?預か[らりるっ]|徴求|入手|(?<=[をらがは])(?:もら[いっうわ]|いただ[いきく]|頂[いきく]|頂戴|貰[いっうわ])"
HEARS = r"聞[いかくき]|伺[いうっ]|教わ"
PASSIVE = pattern(r"(?:[さらわかまめたじげけえ])?れ(?:て|た|る|ま|ない|ず|、|$)|られ(?:て|た|る|ま|ない|ず|、|$)")
RECEIVED = pattern(r"を(?:受け(?!付)|いただ|頂|もら|得)|が(?:あっ|あり|ある|来|入っ)")
_TURNS = pattern(
    rf"(?:受け(?:た|て|る|取)|もら[いっえう]|いただ|頂|{HEARS}|(?:[一-龥][わらかさたばまがな]|さ|ら)れ(?:た|て|る)|預か)"
)
_FAVOUR = pattern(r"て(?:もら|いただ|頂|くれ|くださ|下さ)")
_MARK = pattern(
    r"(?:様|さん|側|本人)?(?:の(?:方|ほう))?(?:(?P<source>から|より|→)|(?P<topic>は)|(?P<subject>が|も)"
    r"|(?P<target>に対し(?!、)|に(?!対し|よ[るれ]|つい|関|おい|代わ)|へ|宛|あて)|(?P<object>を(?!通じ|介し|経由|含め|除))|(?P<beginning>、))"
)
_COMPARED = pattern(
    r"より(?:も)?[^、。]{0,16}(?:低|高|安|長|短|多|少な|早|遅|大き|小さ|有利|不利|良|悪|厳し|緩|甘|上|下)"
)
_OTHER_DOES = pattern(r"[^、。]{0,8}[一-龥ァ-ヶー]が[^、。と]*$")
_IS = pattern(r"(?:さん|側)?(?:の[^、。はがも]{1,8})?(?P<subject>は|が|も)")


class Mark(StrEnum):
    """What a party's particle makes of it."""

    SOURCE = "source"
    TOPIC = "topic"
    SUBJECT = "subject"
    TARGET = "target"
    OBJECT = "object"
    BEGINNING = "beginning"


def marked(text: str, start: int, end: int) -> Iterator[tuple[Party, Mark]]:
    """The parties of a clause that stand before a particle, each with what that makes of it; in a comparison (当行は潮見銀行より低い)
    the other is the target. Their places are counted from the clause's start."""
    said, parties = text[start:end], parties_between(text, start, end)
    base = next((one for one in parties if said.startswith("より", one.end) and _COMPARED.match(said, one.end)), None)
    compared = base and any(one.end < base.start and _IS.match(said, one.end) for one in parties)
    for party in parties:
        found = (_IS if compared else _MARK).match(said, party.end) or _MARK.match(said, party.end)
        if not found or (found.lastgroup == "beginning" and said[: party.start].strip()):
            continue
        if found.lastgroup == "topic" and _OTHER_DOES.match(said, found.end()):  # 社長は荷主が求めている
            continue
        yield party, Mark.TARGET if compared and party is base else Mark(str(found.lastgroup))


def sides(text: str, start: int, end: int, *, turned: bool) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """From whom and to whom in a clause. `turned`: the verb is told by who takes (受け取る, 聞く, 渡される): then に is from whom."""
    found = list(marked(text, start, end))
    from_whom = any(mark is Mark.SOURCE for _, mark in found)
    sources: list[Party] = []
    targets: list[Party] = []
    for party, mark in found:
        match mark:
            case Mark.SOURCE:
                sources.append(party)
            case Mark.TARGET:
                (sources if turned and not from_whom else targets).append(party)
            case Mark.OBJECT:
                pass
            case Mark.TOPIC if from_whom and not turned:
                pass  # 社長は不在のため、部長から渡す
            case Mark.BEGINNING if turned:
                pass
            case _:
                (targets if turned else sources).append(party)
    return tuple(sources), tuple(targets)


def is_turned(clause: str) -> bool:
    """Whether the verb of a clause, whichever it is, is told by who takes."""
    return bool(_TURNS.search(clause))


def is_favour(text: str, end: int) -> bool:
    """Whether a deed that ends here is done for somebody else's sake (部長から渡していただく): to whom, is left open."""
    return bool(_FAVOUR.match(text, end))


def named(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Those of the parties who are people or firms, not a side as such."""
    return tuple(one for one in parties if one.person or one.firm)
