"""What passes between the client and us, and which way: papers handed over, words told, answers promised (授受・連絡の向き).

A banker reads 「試算表を受領」 and 「試算表を送付」 at a glance as opposites; word for word they are almost one. So each such deed is read as a
passing from one party to another, whatever verb tells it: 渡す and 送る pass from the subject, 受け取る and 聞く to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import BANK
from bankrm.drafting.grounding.parties import Party, Side, parties_in, words_besides
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.sides import HEARS, PASSIVE, RECEIVED, TAKES, Mark, is_favour, marked, named, sides
from bankrm.drafting.grounding.tokens import Reading
from bankrm.drafting.grounding.turns import Turn, turns_of
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern


class Kind(StrEnum):
    """What passes."""

    HANDED = "handed"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Passing:
    """One thing handed over or told: from whom, to whom (empty: not told), and the keys of the words that say what. `taken`: told by who
    takes. `voice`: no verb says so, they are the words of somebody who has the word, `opened` of who began the talk."""

    kind: Kind
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    words: frozenset[str]
    start: int
    end: int
    taken: bool = False
    voice: bool = False
    opened: bool = False
    verb: str = ""

    @property
    def asks(self) -> bool | None:
        """Whether it is a question, False where it is the answer to one, None where it is neither."""
        return True if _ASKS.match(self.verb) else False if _ANSWERS.match(self.verb) else None

    def speaks_against(self, other: Passing) -> bool:
        """Whether it can: what somebody began to tell us speaks against our telling it, what they said against nothing, and what others
        tell only against others."""
        if any(one.side is Side.OTHER for one in other.sources):
            return any(one.side is Side.OTHER for one in (*self.sources, *self.targets))
        return not self.voice or (self.opened and any(one.side is Side.BANK for one in other.sources))


_GIVE = r"お?渡[しさすせ](?!方)|手渡し?|手交|交付(?!決定|金|申請)|(?<!見)お?送[りっるらろ](?!迎|付金)|送付|送信|郵送|メール(?=する|し|[。、]|$)|提出|(?<![折繰押裏])お?返し(?!済)|返却|お?届[けくい](?!先)|FAX|持参|持って(?:[来き]|行|い[くっ])|持ち込[みんむ]|置いて(?:[来き]|い|帰)"
_TELL = r"説明|案内|報告|連絡|申し?入れ|申し?出|伝え[たるてら]|通知|お?知ら[せさ]|回答|返答|お?返事|打診|提示|示[しさ]|依頼|お願い|頼[んまむ]|申し込[んまむみ]|申し添え|述べ|話[しすさ]|照会|問い合わせ|質問|尋ね|相談|求め|要請|要望|催促|督促|提案|指摘|約束(?=し)|打ち明け|告げ|紹介"
_DEED = pattern(rf"(?P<give>{_GIVE})|(?P<take>{TAKES})|(?P<tell>{_TELL})(?!が(?:減|増|少|多|途))|(?P<hear>{HEARS})")
_A_NOUN = pattern(
    r"(?:を(?!受け|いただ|頂|もら|行|した|する|し|得)|の(?!うえ|上|旨|予定|約束|ため|とおり|有無)|が(?!あ|な|来|入|届)|は(?!あ|な|し)|も(?!あ|な|し)|で(?!き)|に|内容|手[はがをの]|側|書(?!を[提送])|者|資料|先|状|欄|用)"
)
_VERBAL = pattern(r"[一-龥]$")
_ASKED_FOR = pattern(r"(?:[をの]|して)[^、。]{0,6}(?:依頼|お願い|求め|頼|促|要請|催促)")
_UNDONE = pattern(r"[^、。]{0,2}(?:(?:てい?)?な[いか]|(?:てい)?ません|ておら|ず(?:に|[、。]))")
_ASIDE = pattern(r"[（(]([^（）()]{1,16})[）)]")
_SENTENCE = pattern(r"[^。\n]+")
_CLAUSE = pattern(r"[^。\n「」]+")
_BROKEN_OFF = pattern(
    r"(?:[てでしり]|[^な]ず|た(?:後|のち)|うえ|ので|[たるだい]が|けれど|とき|[たる](?:時|際|間)|れば|たら)、"
)
_REPORTED = pattern(r"[^、。]{0,3}(?:と(?:の(?:こと|報告|連絡|話)|。|、|$)|そう|らしい|由|よし)")
_AS_WORDS = pattern(
    r"[^、。]{0,2}(?:よう|と(?!き|こ)|旨|ことを|か(?:を|と))"
)  # what somebody is told to do or was done
_COPIED = pattern(r"CC|ＣＣ|cc|写し")
_HEADS = pattern(r"[:：]([^\n]+)")
_COMES = pattern(r"来店|来行|来訪")
_IN_OWN_WORDS = pattern(r"[しいりき]?ます")  # 電話 係長 … 一覧は7/1までに持参します
_OURS_TO_DO = pattern(r"お?渡|手渡|手交|交付|置い")
_WHOLE = pattern(r"(?:こと|旨)(?:を|、)?[^、。]{0,12}$")  # all that stands before is what is told
_CLEFT = pattern(r"[^、。]{0,2}のは、?(?P<who>[^、。]{1,12}?)(?:で(?=あ|、)|だ|。|$)")
_ASKS = pattern(r"照会|問い合わせ|質問|尋ね|打診")
_ANSWERS = pattern(r"回答|返答|お?返事")
_ARRIVES = pattern(r"お?届[くい]")
_RELATIVE = pattern(
    r"[うくすつぬぶむるたい](?=[0-9０-９一-龥ァ-ヶー][^、。はがを]{0,16}は)"
)  # 院長が…と言っていた計画は
_ENOUGH = 0.33  # share of the words that two tellings of one passing have in common at least
_AS_NEAR = 0.6  # of what the nearest telling has in common, that another has for its sides to count


def passings(text: str, reading: Reading, turns: Sequence[Turn] = ()) -> Iterator[Passing]:
    """The passings that a text tells, in order. `turns` say who speaks where nobody is named; without them nothing is added."""
    yield from (_call(reading, turn) for turn in turns if turn.holders and turn.holders[0].side is Side.CLIENT)
    told_to: dict[int, tuple[Party, ...]] = {}
    last: Passing | None = None
    for clause in _CLAUSE.finditer(text):
        start, since, topic, last = clause.start(), clause.start(), None, None
        for deed in _DEED.finditer(text, clause.start(), clause.end()):
            if _is_no_deed(text, deed):
                continue
            turn = next((turn for turn in turns if turn.start <= deed.start() < turn.end), None)
            prior: Passing | None = last
            for begin, end in _shared_out(text, start, deed.start()):
                one = _told(text, (begin, end), topic, deed)
                of_it = since if one.kind is Kind.TOLD and begin == start else begin
                of_it = clause.start() if one.kind is Kind.TOLD and _WHOLE.search(text, begin, end) else of_it
                one = replace(one, words=_words_of(reading, of_it, end, deed))
                if prior and not text[prior.end : deed.start()].strip("しつて"):  # 説明し手交
                    one = replace(one, sources=prior.sources, targets=prior.targets, words=prior.words)
                if prior and prior.asks and one.asks is False:  # 保証は外せるかを尋ねられ、返答する
                    one = replace(one, words=one.words | prior.words)
                of, last = turn.start if turn else clause.start(), one
                yield _completed(text, one, turn, told_to.get(of, ())) if turns else one
                told_to[of] = named(one.targets) or told_to.get(of, ())
            topic = _topic(text, start, deed.start()) or topic
            start = deed.end()
            since = since if _AS_WORDS.match(text, start) else start


def _words_of(reading: Reading, start: int, end: int, deed: re.Match[str]) -> frozenset[str]:
    """The words that say what passes: before the deed, or behind it where it heads a line (専務から当方へ依頼: …)."""
    behind = _HEADS.match(reading.text, deed.end())
    return words_besides(reading, *(behind.span(1) if behind else (start, end)))


def _is_no_deed(text: str, deed: re.Match[str]) -> bool:
    """Whether the word is a mere noun (電話での説明を了承), asked of somebody (提出を依頼), or was not done (未報告)."""
    noun = (_VERBAL.search(deed.group()) or text.startswith("手", deed.end())) and _A_NOUN.match(text, deed.end())
    asked = deed.lastgroup == "give" and _ASKED_FOR.match(text, deed.end())
    undone = text[deed.start() - 1 : deed.start()] == "未" or _UNDONE.match(text, deed.end())
    together = deed.group() == "相談" and pattern(r"(?:と[もは]?|[内族]で)$").search(text, 0, deed.start())
    return bool(noun or asked or undone or together)


def _shared_out(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where one verb tells of several deeds, each with its own subject (一覧は当方が、申込書は先方が送る), their spans; what was said before
    the subject of a single one belongs to something else (打診が2.0%、当行が示す)."""
    cuts = [start, *(start + m.end() for m in re.finditer("、", text[start:end])), end]
    subjects = [
        a
        for a, b in pairwise(cuts)
        if any(mark is Mark.SUBJECT and not _RELATIVE.search(text, a + one.end, b) for one, mark in marked(text, a, b))
    ]
    if len(subjects) > 1:
        return list(pairwise([start, *subjects[1:], end]))
    other = subjects and pattern(r"[一-龥ァ-ヶー]が").search(text, start, subjects[0])
    return [(subjects[0] if other else start, end)]


def _call(reading: Reading, turn: Turn) -> Passing:
    """A call, visit or mail that somebody of the client's began, with all that is told of it; or what they say in it."""
    theirs = [s for s in _SENTENCE.finditer(reading.text, turn.start, turn.end) if not BANK.search(s.group())]
    words = frozenset(
        token.key
        for token in reading.between(turn.start, turn.end)
        if token.says_what and any(one.start() <= token.start < one.end() for one in theirs)
    )
    bank = (Party(Side.BANK, 0, 0),)
    return Passing(Kind.TOLD, turn.holders, bank, words, turn.start, turn.end, voice=True, opened=turn.opened)


def _told(text: str, said: tuple[int, int], topic: Party | None, deed: re.Match[str]) -> Passing:
    """One deed as the clause tells it, without its words; either side may be unknown."""
    kind = Kind.HANDED if deed.lastgroup in ("give", "take") else Kind.TOLD
    taken = deed.lastgroup in ("take", "hear") or bool(_ARRIVES.match(deed.group()))
    taken ^= bool(PASSIVE.match(text, deed.end()) or (kind is Kind.TOLD and RECEIVED.match(text, deed.end())))
    broken = max((m.end() for m in _BROKEN_OFF.finditer(text, *said)), default=said[0])
    topic = _topic(text, said[0], broken) or topic
    sources, targets = sides(text, broken, said[1], turned=taken)
    if kind is Kind.HANDED and (aside := _ASIDE.match(text, deed.end())):
        copied = parties_in(aside[1]) if _COPIED.search(aside[1]) else ()
        targets, sources = (*targets, *copied), sources or (() if copied else parties_in(aside[1]))
    if _ARRIVES.match(deed.group()):  # to whom, nobody says
        return Passing(kind, sources, (), frozenset(), said[0], deed.end(), taken, verb=deed.group())
    if not sources and not targets and (cleft := _CLEFT.match(text, deed.end())):  # …と話したのは当方である
        sources = parties_in(cleft["who"])
    if topic and not (targets if taken else sources):
        sources, targets = (sources, (topic,)) if taken else ((topic,), targets)
    return Passing(kind, sources, targets, frozenset(), said[0], deed.end(), taken, verb=deed.group())


def _topic(text: str, start: int, end: int) -> Party | None:
    """The party of whom a clause goes on to speak (当方は審査のうえ…返事する)."""
    return next((party for party, mark in reversed(list(marked(text, start, end))) if mark is Mark.TOPIC), None)


def _completed(text: str, one: Passing, turn: Turn | None, told_to: tuple[Party, ...]) -> Passing:
    """What a record leaves unsaid: the other of the two sides, or whoever has the word."""
    sources, targets = one.sources, one.targets
    if turn and one.taken and not sources and not targets and _REPORTED.match(text, one.end):
        return replace(one, targets=turn.holders)  # whoever has the word heard it
    if turn and turn.holders and not sources and not targets:
        sources, targets = _of_turn(text, one, turn, told_to)
    if is_favour(text, one.end):
        return replace(one, sources=sources, targets=targets)
    bank, client = (Party(Side.BANK, 0, 0),), (Party(Side.CLIENT, 0, 0),)
    if sources and not targets and sources[0].side is not Side.OTHER:
        heard = told_to or (turn.to if turn else ()) or client
        targets = bank if sources[0].side is Side.CLIENT else heard
    elif targets and not sources and targets[0].side is not Side.OTHER:
        sources = bank if targets[0].side is Side.CLIENT else client
    return replace(one, sources=sources, targets=targets)


def _of_turn(
    text: str, one: Passing, turn: Turn, told_to: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides of a deed that names nobody: who has the word does it; of a visit who came brings it, and we hand it out."""
    bank = (Party(Side.BANK, 0, 0),)
    if not turn.opened:
        return ((), turn.holders) if one.taken else (turn.holders, turn.to or told_to)
    brought = one.kind is Kind.HANDED and _COMES.search(text[: turn.start]) and text.startswith("持", one.end - 2)
    if one.taken or brought or (one.kind is Kind.HANDED and _IN_OWN_WORDS.match(text, one.end)):
        return turn.holders, bank
    ours = one.kind is Kind.HANDED and _OURS_TO_DO.search(text, one.end - 3, one.end)
    return (bank, turn.holders) if ours else ((), ())


def turned_passings(case: Case) -> Iterator[Reason]:
    """Passings that every piece which tells of the same thing tells the other way round, or to somebody else."""
    theirs = [found for piece in case.pieces for found in _of_piece(piece)]
    for mine in passings(case.statement, case.reading):
        told = [other for other in theirs if (other.sources or other.targets) and _is_of_the_same(mine, other)]
        against = [other for other in told if other.speaks_against(mine)]
        nearest = max((len(mine.words & other.words) for other in against), default=0)
        same = [other for other in told if other.voice or len(mine.words & other.words) >= _AS_NEAR * nearest]
        if against and not any(_agrees(mine, other, case.book) for other in same):
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
    if {mine.asks, other.asks} == {True, False}:
        return False
    return mine.kind is other.kind and bool(shared) and len(shared) >= _ENOUGH * min(len(mine.words), len(other.words))


def _agrees(mine: Passing, other: Passing, book: NameBook | None) -> bool:
    if not mine.sources and not mine.targets:  # 決算書を受領: by us, unless the record says that we gave it
        return other.taken or not (mine.taken and any(one.side is Side.BANK for one in other.sources))
    return _may_meet(mine.sources, other.sources, book) and _may_meet(mine.targets, other.targets, book)


def _may_meet(mine: Sequence[Party], theirs: Sequence[Party], book: NameBook | None) -> bool:
    return not mine or not theirs or any(one.may_be(other, book) for one in mine for other in theirs)
