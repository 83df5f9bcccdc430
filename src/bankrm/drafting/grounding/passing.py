"""What passes between the client and us, and which way: papers handed over, words told, answers promised (授受・連絡の向き).

A banker reads 「試算表を受領」 and 「試算表を送付」 at a glance as opposites; word for word they are almost one. So each such deed is read as a
passing from one party to another, whatever verb tells it: 渡す and 送る pass from the subject, 受け取る and 聞く to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import BANK, CLIENT
from bankrm.drafting.grounding.parties import Party, Side, parties_in
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.turns import Turn, turns_of
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern


class Kind(StrEnum):
    """What passes."""

    HANDED = "handed"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Passing:
    """One thing handed over or told: from whom, to whom (empty: not told), and the keys of the words that say what."""

    kind: Kind
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    words: frozenset[str]
    start: int
    end: int


_GIVE = r"お?渡し(?!方)|手渡し?|手交|交付(?!決定|金|申請)|お?送[りっる](?!迎|付金)|送付|送信|郵送|送ら|メール(?=する|[。、]|$)|提出|(?<![折繰押裏])お?返し(?!済)|返却|お?届け[たるてま済]|メールする|FAX|持参"
_TAKE = r"受け?取[らりるっ]|受領|お?預か[らりるっ]|(?<=[をら])(?:もら[いっうわ]|いただ[いきく]|頂[いきく]|頂戴)"
_TELL = r"説明|案内|報告|連絡|申し?入れ|申し?出|伝え[たるて]|通知|お?知らせ|回答|返答|お?返事|打診|提示|示[しさ]|依頼|お願い|頼[んまむ]|申し込[んまむみ]|申し添え|述べ|話し[たて]"
_HEAR = r"聞[いかくき]|伺[いうっ]|教わ"
_DEED = pattern(rf"(?P<give>{_GIVE})|(?P<take>{_TAKE})|(?P<tell>{_TELL})(?!が(?:減|増|少|多|途))|(?P<hear>{_HEAR})")
_PASSIVE = pattern(r"(?:さ|ら|わ|か|ま)?れ(?:た|て|る)")
_RECEIVED = pattern(r"を(?:受け(?!付)|いただ|頂|もら)")
_SUBJECT = pattern(rf"(?:{BANK.pattern}|{CLIENT.pattern})(?:[（(][^（）()]*[）)])?[がは]")
_ASIDE = pattern(r"[（(]([^（）()]{1,16})[）)]")
_SENTENCE = pattern(r"[^。\n]+")
_CLAUSE = pattern(r"[^。\n「」]+")
_MARK = pattern(r"(?:様|さん|側|本人)?(?:の(?:方|ほう))?(?P<mark>から|より|→|は|が|も|に対し|に|へ|宛|あて|、)")
_ENOUGH = 0.33  # share of the words that two tellings of one passing have in common at least


def passings(text: str, reading: Reading, turns: Sequence[Turn] = ()) -> Iterator[Passing]:
    """The passings that a text tells, in order. `turns` say who speaks where nobody is named."""
    yield from (_call(reading, turn) for turn in turns if turn.opened and turn.holders[0].side is Side.CLIENT)
    for clause in _CLAUSE.finditer(text):
        start, topic = clause.start(), None
        for deed in _DEED.finditer(text, clause.start(), clause.end()):
            for begin, end in _shared_out(text, start, deed.start()):
                kind, sources, targets = _told(text, (begin, end), topic, deed, turns)
                words = _words(text, reading, clause.start() if kind is Kind.TOLD and begin == start else begin, end)
                yield Passing(kind, sources, targets, words, begin, deed.end())
            topic = _topic(text[start : deed.start()]) or topic
            start = deed.end()


def _shared_out(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where one verb tells of several deeds, each with its own subject (一覧は当方が、申込書は先方が送る), their spans."""
    cuts = [start, *(start + m.end() for m in re.finditer("、", text[start:end])), end]
    named = [a for a, b in pairwise(cuts) if _SUBJECT.search(text, a, b)]
    return list(pairwise([start, *named[1:], end])) if len(named) > 1 else [(start, end)]


def _call(reading: Reading, turn: Turn) -> Passing:
    """A call, visit or mail that somebody of the client's began, with all that is told of it."""
    theirs = [s for s in _SENTENCE.finditer(reading.text, turn.start, turn.end) if not BANK.search(s.group())]
    words = frozenset(
        token.key
        for token in reading.tokens
        if _says_what(token) and any(one.start() <= token.start < one.end() for one in theirs)
    )
    return Passing(Kind.TOLD, turn.holders, (Party(Side.BANK, 0, 0),), words, turn.start, turn.end)


def _told(
    text: str, said: tuple[int, int], topic: Party | None, deed: re.Match[str], turns: Sequence[Turn]
) -> tuple[Kind, tuple[Party, ...], tuple[Party, ...]]:
    """Kind, sources and targets of one deed; either may be unknown."""
    kind = Kind.HANDED if deed.lastgroup in ("give", "take") else Kind.TOLD
    turned = deed.lastgroup in ("take", "hear")
    turned ^= bool(_PASSIVE.match(text, deed.end()) or (kind is Kind.TOLD and _RECEIVED.match(text, deed.end())))
    sources, targets = _sides(text[slice(*said)], turned=turned)
    if kind is Kind.HANDED and not sources and (named := _ASIDE.match(text, deed.end())):
        sources = parties_in(named[1])
    if topic and not (targets if turned else sources):
        sources, targets = (sources, (topic,)) if turned else ((topic,), targets)
    turn = next((turn for turn in turns if turn.start <= deed.start() < turn.end), None)
    sources, targets = _completed(sources, targets, turn, turned=turned)
    return kind, sources, targets


def _topic(said: str) -> Party | None:
    """The party of whom a clause goes on to speak (当方は審査のうえ…返事する)."""
    marked = ((party, _MARK.match(said, party.end)) for party in parties_in(said))
    return next((party for party, mark in reversed(list(marked)) if mark and mark["mark"] == "は"), None)


def _words(text: str, reading: Reading, start: int, end: int) -> frozenset[str]:
    """What is handed over or told: the words before the verb, without the parties."""
    parties = [(start + party.start, start + party.end) for party in parties_in(text[start:end])]
    return frozenset(
        token.key
        for token in reading.tokens
        if _says_what(token) and start <= token.start < end and not any(a <= token.start < b for a, b in parties)
    )


def _says_what(token: Token) -> bool:
    return token.role in (Role.WORD, Role.MEASURE, Role.FIGURE, Role.TIME)


def _sides(said: str, *, turned: bool) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """From whom and to whom, by the particles behind the parties that a clause names."""
    sources: list[Party] = []
    targets: list[Party] = []
    for party in parties_in(said):
        mark = _MARK.match(said, party.end)
        match mark["mark"] if mark else "":
            case "から" | "より" | "→":
                sources.append(party)
            case "に" | "へ" | "宛" | "あて" | "に対し":
                (sources if turned else targets).append(party)
            case "は" | "が" | "も":
                (targets if turned else sources).append(party)
            case "、" if not said[: party.start].strip():
                sources.append(party)
            case _:
                pass
    return tuple(sources), tuple(targets)


def _completed(
    sources: tuple[Party, ...], targets: tuple[Party, ...], turn: Turn | None, *, turned: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """What a record leaves unsaid: the other of the two sides, or whoever has the word."""
    if turn and not sources and not targets and not turn.opened and turn.holders:
        sources, targets = ((), turn.holders) if turned else (turn.holders, turn.to)
    if sources and not targets and sources[0].side is Side.CLIENT:
        targets = (Party(Side.BANK, 0, 0),)
    elif targets and not sources and targets[0].side is Side.CLIENT:
        sources = (Party(Side.BANK, 0, 0),)
    elif targets and not sources and targets[0].side is Side.BANK:
        sources = (Party(Side.CLIENT, 0, 0),)
    elif sources and not targets and sources[0].side is Side.BANK:
        targets = (Party(Side.CLIENT, 0, 0),)
    return sources, targets


def turned_passings(case: Case) -> Iterator[Reason]:
    """Passings that every piece which tells of the same thing tells the other way round, or to somebody else."""
    theirs = [found for piece in case.pieces for found in _of_piece(piece)]
    for mine in passings(case.statement, case.reading):
        same = [other for other in theirs if (other.sources or other.targets) and _is_of_the_same(mine, other)]
        if same and not any(_agrees(mine, other, case.book) for other in same):
            yield Reason("passing_differs", case.statement[mine.start : mine.end].strip("、 "))


def telling(start: int, end: int, resting: Resting) -> list[Piece]:
    """The pieces that tell of what is handed over between these places of the statement, whoever does it."""
    found = [one for one in passings(resting.reading.text, resting.reading) if start <= one.end <= end]
    handed = [one for one in found if one.kind is Kind.HANDED]
    return [
        piece
        for piece in resting.pieces
        if any(_is_of_the_same(mine, other) for mine in handed for other in _of_piece(piece) if _is_done(piece, other))
    ]


def _is_done(piece: Piece, one: Passing) -> bool:
    """Whether it has happened by then: 送るとのこと has not."""
    return piece.body[one.end - 1] not in "るくすむぶつうぐぬ"


def _of_piece(piece: Piece) -> tuple[Passing, ...]:
    return tuple(passings(piece.body, piece.reading, turns_of(piece)))


def _is_of_the_same(mine: Passing, other: Passing) -> bool:
    shared = mine.words & other.words
    return mine.kind is other.kind and bool(shared) and len(shared) >= _ENOUGH * min(len(mine.words), len(other.words))


def _agrees(mine: Passing, other: Passing, book: NameBook | None) -> bool:
    return _may_meet(mine.sources, other.sources, book) and _may_meet(mine.targets, other.targets, book)


def _may_meet(mine: Sequence[Party], theirs: Sequence[Party], book: NameBook | None) -> bool:
    return not mine or not theirs or any(one.may_be(other, book) for one in mine for other in theirs)
