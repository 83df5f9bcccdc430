"""What is denied: what a record affirms may not be denied, nor what it denies be affirmed, in whatever words.

Each predicate of the statement is laid beside those of the evidence that say the same of the same thing, or the opposite: 「本人にも
伝えた」 beside 「本人にはまだ言っていない」, 「余裕がある」 beside 「厳しい」, 「上げた」 beside 「据え置いた」. What is denied and told by
its opposite (不足していない beside 足りている) agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.absence import FOUND_NONE
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.guards import Guard
from bankrm.drafting.grounding.moved import moved_measures
from bankrm.drafting.grounding.overstated import overstated
from bankrm.drafting.grounding.predicate import Aspect, Predicate, Words, is_way
from bankrm.drafting.grounding.predicates import predicates
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.drafting.grounding.worded_clause import FORMAL
from bankrm.drafting.grounding.wording import DIRECTION, NEGATION
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern
from bankrm.language.polarity import relation
from bankrm.language.vocabulary import vocabulary

_TOUCHES = 0.3  # share from which a denial may be of the same matter
_ALIKE = 0.6  # share of a denial's words that a sentence must hold to speak of the same
_ENDING = 4  # characters of a verb's ending behind its last token
_NEGATIVE = pattern(
    r"[未不無非否]|なし|な[いくかけ]|ず(?:[、。に」]|$)|ません|見送|断[らりるっ]|保留|検討中|横ばい|据え?置|同じ|同額|中止|やめ|止め|まで|のみ|だけ|しか|難し|困難|反対|ゼロ|"
    r"限(?:り|る|られ|定)|空|別|まだ|待[ちつ]|いまだ|以外|除|外[れしす]|失|欠|漏|遅|延|超過|消極|嫌|辞|終[えわ]|切れ|閉|控え|かね|予定|先|たい|次第"
)
"""Words on which a denial may rest though they deny nothing by their form."""

_SPOKEN_OF = (Role.WORD, Role.MEASURE, Role.DIRECTION)
_EXCEPT = "within:down"
_LEVEL = "level:"
_SELF = "本人"  # whoever it is of whom is spoken
_NOT = "not "  # before a word that a predicate denies beside it
_TIMES = ("date:", "month:", "year:", "time:", "period:")
_NEEDED = pattern(
    r"(?<!不)必要(?!(?:は|が|も)?な[いくし])|不可欠|要[るり](?!ま?せん)|(?:ないと|なければ|なしでは)[^、。]{0,12}(?:ない|ません|ん(?:。|$)|無理|だめ|困|難し|でき)"
)
_NEEDLESS = pattern(
    r"不要|[要い]ら(?:ない|ん|ず)|必要(?:は|が|も)?な[いくし]|なくて(?:も)?(?:よ|い|良|構|かま)|なくても[一-龥]"
)
_POSSIBLE = pattern(r"(?:でき|出来)(?:る|ます(?!か)|そう)|(?<!不)可能(?!性)")
_IMPOSSIBLE = pattern(r"無理(?!の?な|は?な|し|を|に)|不可能|(?:でき|出来)(?:ない|ず|ません|かね)|難し[いく]|困難")
_CHARGED = pattern(
    r"有料|有償|(?:費用|手数料|料金)[はがを]?(?:かか[るり](?!ま?せん)|[^、。]{0,6}(?:いただ[くき](?!ま?せん)|負担|取る))"
)
_FREE = pattern(
    r"無料|無償|(?:費用|手数料|料金)[はがを]?(?:一切)?(?:かから|かかりませ|いただか|いただきませ|頂か|取ら)(?:ない|ん|ず)?"
)
_CONTRARIES = ((_NEEDED, _NEEDLESS), (_POSSIBLE, _IMPOSSIBLE), (_CHARGED, _FREE))
"""What is said of a thing in words too many to be laid beside each other one by one."""
_EMPTY = vocabulary("hollow")

ByWord = Mapping[str, Iterable[Predicate]]


def turned_denials(case: Case) -> Iterator[Reason]:
    """What the statement affirms and the evidence denies, or the other way round, and denials that rest on none."""
    told = _told(case.pieces)
    sentences = [sentence for piece in case.pieces for sentence in _sentences(piece.reading)]
    for mine in dict.fromkeys(predicates(case.reading)):
        if not mine.told or not mine.real or mine.key in _EMPTY:
            continue
        theirs = _beside(mine, told)
        if against := _against(theirs):
            code = DIRECTION if mine.is_direction and mine.key != against.key else NEGATION
            yield Reason(code, case.reading.surface(mine.token))
        elif mine.denied and not mine.is_direction and _is_baseless(mine, theirs, sentences):
            yield Reason(NEGATION, case.reading.surface(mine.token))
        else:
            same = [(one.near, one.other.guards) for one in theirs if _says_so(mine, one.other)]
            yield from overstated(mine, same, case)
    for part in case.parts:
        said = case.whole.said(part)
        words = frozenset(t.key for t in part.tokens if t.role in _SPOKEN_OF and t.key not in FORMAL)
        if _worded_otherwise(said, words, sentences):
            yield Reason(NEGATION, said.strip("、。 "))


class _Beside(NamedTuple):
    """A predicate of the evidence laid beside one of the statement: whether both can be true (None where one is only further on), and how much of what both
    are said of is the same."""

    other: Predicate
    agrees: bool | None
    near: float


def _beside(mine: Predicate, told: Iterable[ByWord]) -> list[_Beside]:
    """Those that say the same as this one, or the opposite, of what is so."""
    related = (
        other for by_word in told for word, found in by_word.items() if _relation(mine.key, word) for other in found
    )
    judged = (
        (other, _agrees(mine, other) if other.real else None)
        for other in related
        if other.real or Guard.OPEN in other.guards
    )
    kept = ((other, agrees) for other, agrees in judged if agrees is not None or _says_so(mine, other))
    return [_Beside(other, agrees, _near(mine, other)) for other, agrees in kept]


def _says_so(mine: Predicate, other: Predicate) -> bool:
    """Whether the other says the same, however far the deed is there."""
    alike = mine.denied == other.denied or Guard.OPEN in other.guards
    return alike and _relation(mine.key, other.key) > 0


def _told(pieces: Sequence[Piece]) -> list[ByWord]:
    """What the evidence tells: not what was looked for and not found, nor what was still to come before a later record."""
    last = max((piece.day for piece in pieces if piece.day), default=None)
    return [
        _by_word(piece.reading, last is not None and piece.day is not None and piece.day < last)
        for piece in pieces
        if not FOUND_NONE.search(piece.source.text)
    ]


@lru_cache(maxsize=512)
def _by_word(reading: Reading, is_old: bool) -> ByWord:
    """A piece's predicates by their word, each once: one over and over says no more than once."""
    told: defaultdict[str, dict[Predicate, None]] = defaultdict(dict)
    for one in (*predicates(reading), *moved_measures(reading)):
        if not (is_old and one.aspect is Aspect.NOT_YET):
            told[one.key][one] = None
    return told


def speaks_against(mine: Iterable[Predicate], piece: Piece) -> bool:
    """Whether a piece of evidence tells otherwise what is told."""
    theirs = _told([piece])
    return any(one.told and one.real and _against(_beside(one, theirs)) for one in mine)


def _worded_otherwise(said: str, words: Words, sentences: Sequence[_Sentence]) -> bool:
    """Whether a clause says of a thing that it is a need, possible, for a charge, and the evidence the contrary, and nowhere the same."""
    sides = [pair for one in _CONTRARIES for pair in (one, one[::-1]) if pair[0].search(said)]
    near = [other.text for other in sentences if _held(words, other.words) >= _TOUCHES] if sides else []
    return any(
        not there.search(said)
        and any(there.search(text) for text in near)
        and not any(here.search(text) for text in near)
        for here, there in sides
    )


def _against(theirs: Sequence[_Beside]) -> Predicate | None:
    """What says otherwise, where it is nearer to what is told than all that says the same."""
    agree = max((one.near - (0.25 if not one.other.told else 0) for one in theirs if one.agrees), default=0.0)
    against = [one for one in theirs if one.agrees is False and one.other.told]
    nearest = max(against, key=lambda one: one.near, default=None)
    return nearest.other if nearest and nearest.near > max(agree, 0) else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the evidence with its words."""

    words: Words
    text: str


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    for tokens in reading.sentences:
        keys = frozenset(t.key for t in tokens if t.role in _SPOKEN_OF)
        yield _Sentence(keys, reading.text[tokens[0].start : tokens[-1].end + _ENDING])


def _is_baseless(mine: Predicate, theirs: Iterable[_Beside], sentences: Sequence[_Sentence]) -> bool:
    """Whether nothing else says so, and those sentences that tell most of what is denied deny nothing at all."""
    if any(one.agrees and one.near for one in theirs):
        return False
    words = frozenset(word for word in {mine.key} | mine.of | mine.beside if ":" not in word and word not in FORMAL)
    shares = [(_held(words, other.words), other.text) for other in sentences]
    told = any(share >= _ALIKE for share, _ in shares)
    return told and not any(_NEGATIVE.search(text) for share, text in shares if share >= _TOUCHES)


def _held(words: Words, others: Words) -> float:
    return sum(bool(lexicon().bearing_out(word) & others) for word in words) / len(words) if words else 0.0


def _agrees(mine: Predicate, other: Predicate) -> bool | None:
    """Whether both can be true; None where one says nothing of the other."""
    alike = _relation(mine.key, other.key)
    if alike == 0:
        return None
    if alike > 0:
        if mine.denied == other.denied:
            is_ahead = mine.aspect is Aspect.DONE and other.aspect is Aspect.TO_COME
            return None if is_ahead and not mine.denied else True
        if not other.told:
            return None
        undone, done = (mine, other) if mine.denied else (other, mine)
        if undone.aspect is Aspect.NOT_YET and done.aspect is Aspect.TO_COME:
            return True if mine.denied else None
        return False
    if (mine.denied and other.denied) or not (mine.deed and other.deed):
        return None
    if other.key.startswith(_LEVEL) and mine.aspect is Aspect.TO_COME:
        return None  # what is high may come down
    return mine.denied != other.denied


@lru_cache(maxsize=1 << 16)
def _relation(mine: str, other: str) -> int:
    """1 where the words of two predicates say the same, -1 where they are opposites, else 0."""
    ways = is_way(mine), is_way(other)
    if any(ways):
        return relation(mine, other) if all(ways) else 0
    if _same(mine, other):
        return 1
    return -1 if _opposite(mine, other) else 0


def _opposite(one: str, other: str) -> bool:
    known = lexicon()
    return any(known.excludes(word, other) for word in (one, *known.alike.get(one, ()))) or any(
        known.excludes(one, word) for word in known.alike.get(other, ())
    )


def _same(one: str, other: str) -> bool:
    """Whether both say the same, as verb or noun (話し合う, 話し合い; 勧める, 勧め)."""
    stems = one[:-1] == other[:-1] != "" and one[-1] + other[-1] in _VERB_AND_NOUN
    return stems or f"{one}る" == other or one == f"{other}る" or lexicon().same(one, other)


_VERB_AND_NOUN = {
    f"{a}{b}"
    for verb, noun in zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True)
    for a, b in ((verb, noun), (noun, verb))
}


def _near(mine: Predicate, other: Predicate) -> float:
    """How much of what both are said of is the same; 0 where they are said of different things."""
    if (mine.who and other.who and not mine.who & other.who) or _opposed(mine.beside, other.beside):
        return 0
    if mine.denied and _EXCEPT in other.beside:
        return 0
    of = _shared(mine.of, other.of)
    crossed = _shared(mine.of, other.beside) + _shared(mine.beside, other.of)
    if mine.of and other.of and not of and not (crossed and (mine.key == other.key)):
        return 0
    near = 2 * of + crossed + _shared(mine.beside, other.beside)
    alone = not (other.of or other.beside) and (other.is_thing or not (mine.of or mine.beside or mine.who))
    if alone or mine.who & other.who or (mine.who and _SELF in other.of | other.beside):
        near += 0.5
    return near


def _opposed(mine: Words, theirs: Words) -> bool:
    """Whether one side denies beside it what the other tells: 遅れずに訴えた is nothing to 遅れて訴えた."""
    return any(
        word.startswith(_NOT) and word.removeprefix(_NOT) in there
        for here, there in ((mine, theirs), (theirs, mine))
        for word in here
    )


def _shared(mine: Words, theirs: Words) -> float:
    if not mine or not theirs:
        return 0.0
    met = (word for word in mine if word not in FORMAL and _is_met(word, theirs))
    return sum(0.5 if word.startswith(_TIMES) else 1.0 for word in met)


@lru_cache(maxsize=1 << 15)
def _is_met(word: str, theirs: Words) -> bool:
    return any(_meet(word, other) for other in theirs)


@lru_cache(maxsize=1 << 16)
def _meet(word: str, other: str) -> bool:
    return (
        other in lexicon().bearing_out(word)
        or word in lexicon().bearing_out(other)
        or (min(len(word), len(other)) > 1 and (word in other or other in word))
    )
