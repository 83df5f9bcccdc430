"""A part made the whole, a cause that nobody named, and what is turned down told as wished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.counterparts import heard_of, part_share
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import CAUSE, CAUSE_OR_MEANS, UNIVERSAL
from bankrm.drafting.grounding.parties import parties_in
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern


def stretched(resting: Resting) -> Iterator[Reason]:
    """A part shown as the whole: すべて where the evidence does not say so, 昼も夜も where it says 昼だけ."""
    for part in resting.parts():
        for token in part.tokens:
            if token.role is Role.UNIVERSAL and not _is_told_of_all(part, resting, token):
                yield Reason(wording.SCOPE, resting.reading.surface(token))
        if (some := _SOME.search(resting.said(part))) and _all_told(part) and not UNIVERSAL.search(resting.said(part)):
            yield Reason(wording.SCOPE, some.group())
        for both in _BOTH.finditer(resting.said(part)):
            if any(f"{one}{only}" in part.home.body for one in both.groups() for only in _ALONE):
                yield Reason(wording.SCOPE, both.group())


def _is_told_of_all(part: Part, resting: Resting, universal: Token) -> bool:
    """Whether a sentence says so that holds as much of the clause as any, or nearly so, or the word of which all is told: not
    2台とも古い for 2台とも更新したい."""
    words = [token.key for token in part.tokens if token.role in (Role.WORD, Role.MEASURE)]
    following = next((t.key for t in part.tokens if t.role is Role.WORD and t.start >= universal.end), "")
    only = resting.reading.surface(universal).endswith(_ONLY)
    told = [
        (piece, sentence, _held(words, sentence)) for piece in resting.pieces for sentence in piece.reading.sentences
    ]
    most = max((held for _, _, held in told), default=0)
    return any(
        _has_all(piece.body[sentence[0].start : sentence[-1].end + _ENDING], only)
        for piece, sentence, held in told
        if held >= _NEARLY * most or _held([following], sentence)
    )


def _held(words: Sequence[str], sentence: Sequence[Token]) -> int:
    there = {token.key for token in sentence}
    return sum(bool(lexicon().bearing_out(word) & there) for word in words)


def _has_all(text: str, only: bool) -> bool:
    return any(
        one.group().endswith(_ONLY) is only and not _NOT_ALL.match(text, one.end()) for one in UNIVERSAL.finditer(text)
    )


_NEARLY = 0.6
_ENDING = 2  # characters behind a sentence's last token


def _all_told(part: Part) -> bool:
    """Whether what the clause rests on is told of all, and nothing in the piece of a part."""
    return bool(_EVERY.search(_sentences_behind(part))) and not _SOME.search(part.home.body)


_SOME = pattern(r"一部(?!上場|門)|半[分数]")
_EVERY = pattern(r"全(?:部|員|額|社(?!的)|店|て)|すべて|いずれも|みんな|皆(?!様)")
_ONLY = ("だけに", "のみに")  # all of it, and nothing else
_NOT_ALL = pattern(r"(?:で|と|という(?:わけ|こと)で)は[^、。]{0,4}な|じゃな")  # 全部ではなく
_ALONE = ("だけ", "のみ", "に限")
_BOTH = pattern(r"([^、。ぁ-ん]{1,8})も([^、。ぁ-ん]{1,8})も")


_LINKED = pattern(  # 人が足りず、2階は閉めたまま; 工事が押して10月になる
    rf"{CAUSE.pattern}|(?:足り|出来|でき|い)ず、|[くな]くて、|[いえきけげしせっべれん][てで](?![いおもはくきほよ])|ことで、|もので|のは|が響|ではなく、"
)


def invented_cause(resting: Resting) -> Iterator[Reason]:
    """A cause that no piece names; from whom something comes (当方から、…を説明した) is none."""
    text = resting.reading.text
    named = {party.end for party in parties_in(text)}
    causes = [one for one in CAUSE.finditer(text) if one.start() not in named]
    if causes and not any(_LINKED.search(_sentences_behind(part)) for part in resting.parts()):
        yield Reason("cause_not_in_evidence", causes[0].group())
        return
    unheard = [one for one in causes if _is_unheard_of(resting, one, 2)]
    unheard += [one for one in CAUSE_OR_MEANS.finditer(text) if _is_unheard_of(resting, one)]
    for one in unheard[:1]:
        yield Reason("cause_not_in_evidence", text[_cause_start(resting, one.start()) : one.end()].strip("、"))


def _cause_start(resting: Resting, end: int) -> int:
    """Where what is named as the cause begins that ends here: with its clause, behind who or what the clause is about."""
    topics = (token.end for token in resting.reading.tokens if token.role is Role.PARTICLE and token.key == "は")
    clause = max(resting.reading.text.rfind(mark, 0, end) for mark in "、。(（") + 1
    return max((clause, *(topic for topic in topics if topic <= end)))


_NAMING = frozenset({"よる", "受ける", "響く"})  # 値上げにより, 値上げを受け: verbs that name a cause


def _is_unheard_of(resting: Resting, cause: re.Match[str], most: int | None = None) -> bool:
    """Whether what is named as the cause stands in no piece: that many words of it, or all."""
    start = _cause_start(resting, cause.start())
    tokens = (t for t in resting.reading.tokens if start <= t.start < cause.end())
    words = [t for t in tokens if t.role is Role.WORD and t.key not in _NAMING]
    lost = [word for word in words if not any(_heard(word, resting, piece) for piece in resting.pieces)]
    return len(lost) >= min(most or len(words), len(words)) > 0


def _heard(word: Token, resting: Resting, piece: Piece) -> bool:
    surface = resting.reading.surface(word)
    return heard_of(word, surface, piece) is not None or part_share(surface, piece) >= 0.5


def _sentences_behind(part: Part) -> str:
    return part.home.sentences_behind(part.alignment)


_WISHED = pattern(r"を(?:強く)?(?:希望|望[みんむ]|要望|選[びん])")
_REJECTS = pattern(
    r"避け(?:たい|る|て)|たく(?:は)?な[いくか]|(?:高|長|重|大き|短|遅|早|多)[いく]?(?:過ぎ|すぎ)|足り(?:な|ませ)|無理|だめ|駄目|嫌|困る|困り|怖い|きつい"
)
_WANTS = pattern(
    r"希望|望[みむん]|ほし|欲し|たい|お願い|頼|(?:ほう|方)がい|(?:で|じゃ)な(?:いと|ければ)|でいい|でよい|選[びん]"
)


def turned_wish(resting: Resting) -> Iterator[Reason]:
    """What is told to be wished where each sentence that names it turns it down: 12年を希望 for 12年だと足りなくなる, 長期は避けたい."""
    for part in resting.parts():
        for wish in _WISHED.finditer(resting.said(part)):
            end = part.start + wish.start()
            thing = _run_before(part.tokens, end)
            told = (
                [found for piece in resting.pieces for found in _named(resting.reading, thing, piece)] if thing else []
            )
            if told and all(_turns_down(text, after) for text, after in told):
                yield Reason(wording.CERTAINTY, resting.said(part).strip("、。 "))


def _run_before(tokens: Sequence[Token], end: int) -> list[Token]:
    """The words that end there, without anything between (B案)."""
    run: list[Token] = []
    for token in reversed(tokens):
        if token.end == end and token.role in (Role.WORD, Role.FIGURE):
            run.insert(0, token)
            end = token.start
    return run


def _named(reading: Reading, thing: Sequence[Token], piece: Piece) -> Iterator[tuple[str, str]]:
    """The sentences of a piece that name a thing, each with what follows the thing in it."""
    text, written = piece.reading.text, reading.text[thing[0].start : thing[-1].end]
    for sentence in piece.reading.sentences:
        said = text[sentence[0].start : sentence[-1].end + _TAIL]
        for other in sentence:
            if other.key == thing[-1].key and (len(thing) == 1 or written in said):
                yield said, text[other.end : sentence[-1].end]


_TAIL = 6  # characters of a verb's ending behind a sentence's last token


def _turns_down(sentence: str, after: str) -> bool:
    return after.startswith("より") or bool(_REJECTS.search(sentence) and not _WANTS.search(_REJECTS.sub("", sentence)))
