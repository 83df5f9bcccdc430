"""A piece of evidence cut into turns: who holds the word in which stretch of it.

「社長: 助かる。奥様: 困る」 holds two, and what one of them said is not what the other said. A stretch without a label is of whom the head names,
where it names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import Party, Side, parties_in
from bankrm.language.patterns import pattern


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of the body with those who may have said it; `to` are those whom they spoke to, where that is told. `opened`: the record
    only begins with them (電話 小田切代表理事。), and may tell of our own deeds as well."""

    start: int
    end: int
    holders: tuple[Party, ...]
    to: tuple[Party, ...] = ()
    opened: bool = False


_LEAD = r"[\s　・●○◆■\-*]*[（(【〔\[]?"
_LABEL = pattern(
    r"[）)】〕\]]?(?:の?(?:説明|要旨|談|発言|話|曰く|いわく|弁|コメント)(?:内容)?)?[）)】〕\]]?\s*(?:[:：/／](?!/)|(?=「)|(?:は|が|も)、?(?=「)|[　 ](?=\S)|→)"
)
_OUR_WORDS = pattern(r"(?:当方|当行)(?:から|より)?の?(?:説明|提案|案内|回答|発言)")  # 鵜飼社長(当方の説明)
_BEHIND_ARROW = pattern(r"[:：。]?\s*")
_ARROW = pattern(r"\s*(?:→|⇒|->)\s*")
_OPENING = pattern(
    r"(?:訪問|来店|来行|往訪|電話|TEL|Web(?:面談|会議)?|WEB|オンライン|メール|面談)(?:[（(][^（）()]*[）)])?[、,\s　]*(?:[一-龥]{1,4}の)?$"
)
_OPENED = pattern(r"(?:より|から|と(?:面談|電話))?(?:[。\n]|[、,]|(?=「))")
"""How a record without a head begins: 2026.04.22 電話 小田切代表理事。…"""


def turns_of(piece: Piece) -> tuple[Turn, ...]:
    """The turns of the piece's body, in order, without gaps."""
    return _turns(piece.body, piece.speaker, piece.head)


@lru_cache(maxsize=2048)
def _turns(body: str, speaker: str, head: str) -> tuple[Turn, ...]:
    first = _of_head(speaker, head)
    mixed = bool(first[1]) and first[0][0].side is Side.BANK  # 鵜飼社長(当方の説明): the answers stand there too
    return tuple(turn for start, end in _lines(body) for turn in _of_line(body, (start, end), first, opened=mixed))


def _of_head(speaker: str, head: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Holders and hearers as speaker or head name them (電話 当方→篠崎課長)."""
    if ours := _OUR_WORDS.search(head):
        client = tuple(party for party in parties_in(head[: ours.start()]) if party.side is Side.CLIENT)
        return (Party(Side.BANK, *ours.span()),), client
    named = parties_in(speaker) or tuple(party for party in parties_in(head) if party.side is not Side.OTHER)
    return _split(speaker or head, named)


def _split(text: str, named: Sequence[Party]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    for place, party in enumerate(named[:-1]):
        if _ARROW.fullmatch(text, party.end, named[place + 1].start):
            return tuple(named[: place + 1]), tuple(named[place + 1 :])
    return tuple(named), ()


def _lines(body: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(r"[^\n]+", body))


def _of_line(
    body: str, line: tuple[int, int], first: tuple[tuple[Party, ...], tuple[Party, ...]], *, opened: bool
) -> Iterator[Turn]:
    """A line's turns: a label holds until the next one."""
    (start, end), held, begun = line, first, line[0]
    for at, stop, holders, opening in _labels(body, start, end):
        if at > begun:
            yield Turn(begun, at, *held, opened)
        held, begun, opened = holders, stop, opening
    if end > begun:
        yield Turn(begun, end, *held, opened)


def _labels(
    body: str, start: int, end: int
) -> Iterator[tuple[int, int, tuple[tuple[Party, ...], tuple[Party, ...]], bool]]:
    """Start and end of each label in a line, with whom it names, and whether it opens the record."""
    parties = [party for party in parties_in(body[start:end]) if party.side is not Side.OTHER]
    for place, party in enumerate(parties):
        at = start + party.start
        lead = re.search(rf"(?:^|(?<=[。」）)\n]))(?:宿題|約束)?[:：]?{_LEAD}$", body[start:at])
        opening = _OPENING.search(body, 0, at) if start == 0 and place < 2 else None
        quoted = body.startswith("「", start + party.end) and body[at - 1 : at] == "、"  # 専務「…」、社長「…」
        if lead is None and opening is None and not quoted:
            continue
        run = [party]
        while place + len(run) < len(parties) and _ARROW.fullmatch(
            body, start + run[-1].end, start + parties[place + len(run)].start
        ):
            run.append(parties[place + len(run)])
        shape = _OPENED if opening else _LABEL if len(run) == 1 else _BEHIND_ARROW
        label = shape.match(body, start + run[-1].end, end)
        if label:
            begins = at if lead is None else start + lead.start()
            told = len(run) > 1 or body.startswith("「", label.end())
            yield begins, label.end(), ((run[0],), tuple(run[1:])), opening is not None and not told
