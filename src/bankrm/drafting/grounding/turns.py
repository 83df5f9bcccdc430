"""A piece of evidence cut into turns: who holds the word in which stretch of it.

「社長: 助かる。奥様: 困る」 holds two, and what one of them said is not what the other said. A stretch without a label is of whom the head names,
where it names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import Party, Side, parties_in
from bankrm.drafting.grounding.people import may_be
from bankrm.language.patterns import pattern
from bankrm.language.titles import is_department


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
    r"[）)】〕\]]?(?:の?(?:説明|要旨|談|発言|話|曰く|いわく|弁|コメント|約束|宿題|要望|質問)(?:内容)?)?[）)】〕\]]?\s*(?:[:：/／](?!/)|(?=「)|(?:は|が|も)、?(?=「)|[　 ](?=\S)|→)"
)
_OUR_LABEL = pattern(rf"(?:から|より)[、　 ]|{_LABEL.pattern}")
_WE = pattern(r"(?:から|より|は|も)(?![、　 「])")
_OUR_WORDS = pattern(r"(?:当方|当行)(?:から|より)?の?(?:説明|提案|案内|回答|発言)")  # 鵜飼社長(当方の説明)
_BEHIND_ARROW = pattern(r"[:：。]?\s*")
_ARROW = pattern(r"\s*(?:→|⇒|->)\s*")
_CHANNEL = r"訪問|来店|来行|来訪|往訪|電話|TEL|Web(?:面談|会議)?|WEB|オンライン|メール(?:受信)?|面談|見学|現地|現場"
_BEGINS = pattern(
    rf"[\s　]*(?:(?:(?:令和|平成|[RＲHＨ])?[0-9０-９]+[年月日/／.\-]*)+(?:[(（].[)）])?[\s　、]*)?(?:[^はがをも、。]{{0,6}}(?:{_CHANNEL})(?:[(（][^()（）]*[)）])?[、,\s　]*)?[^はがをも、。]{{0,8}}"
)
_BETWEEN = pattern(
    r"[、,・と\s　]*(?:同席の?)?[\s　]*(?:[一-龥]{1,4}の)?|[\s　]*(?:→|⇒|から|より)[\s　]*(?:[一-龥]{1,4})?"
)
_ENDS = pattern(rf"[)）]?(?:より|から|(?P<to>へ|宛|に)|と)?の?(?:{_CHANNEL}|架電|来電|入電|同席|説明)?[。\s　]*")
_UP_TO = pattern(r"[^。\n「:：]{2,80}")
_BREAK = pattern(r"[。\n、,「]|(?<=[一-龥ァ-ヶー)）ん])[ 　](?=\S)")


def turns_of(piece: Piece) -> tuple[Turn, ...]:
    """The turns of the piece's body, in order, without gaps."""
    return _turns(piece.body, piece.speaker, piece.head)


@lru_cache(maxsize=2048)
def _turns(body: str, speaker: str, head: str) -> tuple[Turn, ...]:
    first, end, opened = _of_head(speaker, head), 0, False
    if not head and all(one.side is Side.BANK for one in first[0]) and (begun := _opening(body)):
        end, first = begun
        opened = not first[1] and body[end - 1] != "「" and first[0][0].side is Side.CLIENT
    elif first[1]:
        opened = first[0][0].side is Side.BANK  # 鵜飼社長(当方の説明): the answers stand there too
    there = tuple(one for one in (*first[0], *first[1], *parties_in(head)) if one.person)
    turns = [Turn(0, end, ())] if end else []
    if end and not first[1] and not opened and body[end - 1] == "、":  # 訪問 当方より、…: that sentence alone is ours
        stop = body.find("。", end) + 1 or len(body)
        turns, end, first = [*turns, Turn(end, stop, *first)], stop, ((), ())
    for start, stop in _lines(body, end):
        turns += _of_line(body, (start, stop), first, opened=opened)
        if end and body[end - 1] != "\n":  # an opening holds for its own line alone, or as a heading for all of them
            first, opened = ((), ()), False
    return tuple(_among(part, there) for turn in turns for part in _answered(body, turn))


_ANSWER = pattern(r"(?<=[、。])「[^「」]*」(?=と(?![一-龥])|[。\n]|$)")


def _answered(body: str, turn: Turn) -> Iterator[Turn]:
    """Our own turn cut where the other side is quoted (可能と回答。「助かります」とのこと。)."""
    ours = bool(turn.holders) and turn.holders[0].side is Side.BANK and not turn.opened
    begun = turn.start
    for quote in _ANSWER.finditer(body, turn.start, turn.end) if ours else ():
        yield replace(turn, start=begun, end=quote.start())
        yield replace(turn, start=quote.start(), end=quote.end(), holders=turn.to or (Party(Side.CLIENT, 0, 0),), to=())
        begun = quote.end()
    if turn.end > begun:
        yield replace(turn, start=begun)


def _among(turn: Turn, there: tuple[Party, ...]) -> Turn:
    """The turn with its people named as fully as the record names them, and those who were there as who heard us."""
    ours = bool(turn.holders) and turn.holders[0].side is Side.BANK
    heard = turn.to or (there if ours else ())
    holders, to = (tuple(_fuller(one, there) for one in parties) for parties in (turn.holders, heard))
    return replace(turn, holders=holders, to=to)


def _fuller(one: Party, there: tuple[Party, ...]) -> Party:
    found = [other for other in there if one.person and other.person and may_be(one.person, other.person, None)]
    return found[0] if len(found) == 1 else one


def _is_post(party: Party, body: str) -> bool:
    """Whether it is but the department of the one behind (経理 水無月課長, 総務の桑名部長)."""
    behind = pattern(r"の|[\s　]").match(body, party.end)
    return party.person is not None and is_department(party.person.surface) and behind is not None


def _opening(body: str) -> tuple[int, tuple[tuple[Party, ...], tuple[Party, ...]]] | None:
    """How a record without a head begins (2026.04.22 電話 小田切代表理事。3月18日 安西部長来店。): where that ends, holders and hearers."""
    said = _UP_TO.match(body)
    stops = [stop.start() for stop in _BREAK.finditer(body, 0, said.end() + 1 if said else 0)] + [len(body)]
    for end in reversed([stop for stop in stops if said and stop <= said.end()]):
        parties = [one for one in parties_in(body[:end]) if one.side is not Side.OTHER and not _is_post(one, body)]
        shapes = [_BEGINS, *[_BETWEEN] * (len(parties) - 1), _ENDS]
        edges = [0, *(edge for one in parties for edge in (one.start, one.end)), end]
        found = [shape.fullmatch(body, *span) for shape, *span in zip(shapes, edges[::2], edges[1::2], strict=False)]
        if parties and edges[1] and all(found):
            spoken_to = found[-1] and found[-1]["to"] and all(one.side is Side.CLIENT for one in parties)
            return end + 1, ((Party(Side.BANK, 0, 0),), tuple(parties)) if spoken_to else _split(body, parties)
    return None


def _of_head(speaker: str, head: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Holders and hearers as speaker or head name them (電話 当方→篠崎課長)."""
    if ours := _OUR_WORDS.search(head):
        client = tuple(party for party in parties_in(head[: ours.start()]) if party.side is Side.CLIENT)
        return (Party(Side.BANK, *ours.span()),), client
    named = parties_in(speaker) or tuple(party for party in parties_in(head) if party.side is not Side.OTHER)
    return _split(speaker or head, named)


def _split(text: str, named: Sequence[Party]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    for place, party in enumerate(named[:-1]):
        ours = party.side is Side.BANK and text.startswith(("から", "より"), party.end)  # 当方から社長へ
        if ours or _ARROW.fullmatch(text, party.end, named[place + 1].start):
            return tuple(named[: place + 1]), tuple(named[place + 1 :])
    return tuple(named), ()


def _lines(body: str, start: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern(r"[^\n]+").finditer(body, start))


def _of_line(
    body: str, line: tuple[int, int], first: tuple[tuple[Party, ...], tuple[Party, ...]], *, opened: bool
) -> Iterator[Turn]:
    """A line's turns: a label holds until the next one, 当方より at the beginning of a sentence for that sentence."""
    (start, end), held, begun = line, first, line[0]
    for at, stop, holders in _labels(body, start, end):
        back = held, opened
        if at > begun:
            yield Turn(begun, at, *held, opened)
        held, begun, opened = holders, stop, False
        if at == stop and (stopped := body.find("。", at, end) + 1):
            yield Turn(at, stopped, *held)
            (held, opened), begun = back, stopped
    if end > begun:
        yield Turn(begun, end, *held, opened)


def _labels(body: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[tuple[Party, ...], tuple[Party, ...]]]]:
    """Start and end of each label in a line, with whom it names."""
    parties = [party for party in parties_in(body[start:end]) if party.side is not Side.OTHER]
    for place, party in enumerate(parties):
        at = start + party.start
        lead = re.search(rf"(?:^|(?<=[。」）)\n]))(?:宿題|約束)?[:：]?{_LEAD}$", body[start:at])
        quoted = body.startswith("「", start + party.end) and body[at - 1 : at] == "、"  # 専務「…」、社長「…」
        if lead is None and not quoted:
            continue
        run = [party]
        while place + len(run) < len(parties) and _ARROW.fullmatch(
            body, start + run[-1].end, start + parties[place + len(run)].start
        ):
            run.append(parties[place + len(run)])
        shape = _BEHIND_ARROW if len(run) > 1 else _OUR_LABEL if party.side is Side.BANK else _LABEL
        if len(run) == 1 and party.side is Side.BANK and lead and _WE.match(body, start + party.end, end):
            yield at, at, ((party,), ())
        elif label := shape.match(body, start + run[-1].end, end):
            begins = at if lead is None else start + lead.start()
            yield begins, label.end(), ((run[0],), tuple(run[1:]))
