"""What stands around each value of a sentence: 長男は34歳、次男は31歳 holds two slots, and 31歳 belongs to 次男 alone.

A value is a figure, a date, or a word of direction. Its words are those before it since the value of the same kind before (since the
comma that closes what is said of that), and those behind it as far as they are said of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bankrm.drafting.grounding.marks import Mark, is_whole, marks_of, per_of
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern

_OUT_OF = frozenset({"うち", "内", "内訳", "partial"})
_SHARE = _OUT_OF | {"中", "以上", "以下", "未満", "以内", "程度", "前後"}  # words of a figure, and of nothing else


@dataclass(frozen=True, slots=True)
class Slot:
    """A value with the keys of its words: its `own`, and those of the value before as far as they hold for it too; `beside` stand next
    to it and `predicate` behind it in its clause.

    `part`: it is told as a part (うち) of the value before, `whole`: as that of which a part is told. `alone`: the sentence has no
    other value of its kind. `marks`: how much of the thing it is, `per`: of how many.
    `topic`: what the whole sentence is about, `partner`: the value of another kind right before it (10年なら月25万円).
    """

    token: Token
    kind: str
    words: frozenset[str]
    own: frozenset[str]
    beside: frozenset[str]
    predicate: frozenset[str]
    part: bool
    whole: bool
    alone: bool
    marks: frozenset[Mark]
    per: str
    topic: frozenset[str]
    partner: Token | None


@lru_cache(maxsize=4096)
def slots_of(reading: Reading) -> tuple[Slot, ...]:
    """The slots of all sentences in order."""
    found: list[Slot] = []
    before: Sequence[Token] = ()
    for sentence in _sentences(reading):
        begins = not any(token.role in (Role.WORD, Role.MEASURE) for token in _until_value(sentence))
        found += _of_sentence(
            sentence, reading.text, _keys(_until_value(before), reading.text) if begins else frozenset()
        )
        before = sentence
    return tuple(found)


def _until_value(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands before the first figure of a sentence; one that goes on with what the sentence before spoke of has no word there
    (ホテル3社に申し入れ。2社は受けた。3年前は170万円。)."""
    return tokens[: next((at for at, token in enumerate(tokens) if token.role is Role.FIGURE), len(tokens))]


def _topic(tokens: Sequence[Token]) -> Sequence[Token]:
    """What a sentence is about where a comma sets it apart (据置期間は、A銀行が2年…)."""
    pairs = itertools.pairwise(enumerate(tokens))
    end = next((at for (at, one), (_, other) in pairs if one.key == "は" and other.role is Role.COMMA), 0)
    return [] if any(token.role is Role.COMMA for token in tokens[:end]) else tokens[:end]


def kind_of(token: Token) -> str:
    """Values of one kind may be taken for each other: amounts, counts of one unit, dates."""
    if token.role in (Role.TIME, Role.DIRECTION):
        return f"{token.role}:{token.key.split(':')[0] if token.role is Role.DIRECTION else ''}"
    kind, *rest = token.key.split(":")
    return ":".join([kind, *rest[1:]]) if token.role is Role.FIGURE and kind in ("number", "ratio") else kind


def _sentences(reading: Reading) -> Iterator[list[Token]]:
    """Tokens between 。 or line breaks."""
    sentence: list[Token] = []
    for token in reading.tokens:
        broken = sentence and "\n" in reading.text[sentence[-1].end : token.start]
        if token.role is Role.STOP or broken:
            yield sentence
            sentence = []
        if token.role is not Role.STOP:
            sentence.append(token)
    yield sentence


def _of_sentence(tokens: Sequence[Token], text: str, carried: frozenset[str]) -> Iterator[Slot]:
    for role in (Role.FIGURE, Role.TIME, Role.DIRECTION):
        places: dict[str, list[int]] = {}
        for place, token in enumerate(tokens):
            if token.role is role:
                places.setdefault(kind_of(token), []).append(place)
        for kind, found in places.items():
            yield from _of_kind(tokens, text, kind, found, carried)


def _of_kind(
    tokens: Sequence[Token], text: str, kind: str, places: Sequence[int], carried: frozenset[str]
) -> Iterator[Slot]:
    seams = [_seam(tokens, text, a, b) for a, b in itertools.pairwise(places)]
    spans = zip([0, *(seam.start for seam in seams)], places, [*(seam.end for seam in seams), len(tokens)], strict=True)
    opened = _opened(tokens)
    told = [_Told(tokens, text, *span, opened=opened[span[1]]) for span in spans]
    topic = _keys(_topic(tokens), text)
    before: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    for place, one in enumerate(told):
        joined = one.part or one.inside or not one.before or (place > 0 and not seams[place - 1].is_cut)
        shares = place < len(seams) and not seams[place].is_cut and not told[place + 1].part
        own = one.before | _said_behind(told, seams, place) | (told[place + 1].behind if shares else frozenset())
        words = own | carried | one.opening | (before if joined else frozenset())
        words |= inside if one.inside and not one.before else frozenset()
        yield Slot(
            tokens[one.place], kind, words - _SHARE, own - _SHARE, one.beside, one.predicate, one.part, one.whole,
            len(told) == 1, one.marks, one.per, topic, one.partner,
        )  # fmt: skip
        inside = words if one.inside else frozenset()
        if not one.inside:
            before = one.before | (before if joined else frozenset())


def _said_behind(told: Sequence[_Told], seams: Sequence[_Seam], place: int) -> frozenset[str]:
    """What is said behind a value, or behind the next of its list that has such words (9月、10月の損益)."""
    while place < len(seams) and seams[place].is_list:
        place += 1
        if told[place].behind:
            return frozenset() if told[place].part else told[place].behind
    return told[place].behind


class _Told:
    """One value of a sentence with the words on both its sides."""

    def __init__(
        self, tokens: Sequence[Token], text: str, start: int, place: int, end: int, *, opened: int | None
    ) -> None:
        self.place, self.inside = place, opened is not None
        self.whole = is_whole(tokens[place], text)
        self.before = _keys(tokens[_own_clause(tokens, start, place) : place], text)
        self.behind = frozenset() if self.whole else _keys(_until_new_topic(tokens[place + 1 : end]), text)
        self.marks = marks_of(tokens, start, place, text)
        self.per = per_of(tokens, place, text)
        before, behind = _clause_around(tokens, place)
        named = 2 if behind and behind[0].key == "の" else 0  # 5名の薬剤師が入社: what is counted says nothing of it
        self.predicate = _keys(behind[named:], text)
        next_to = (next((token for token in side if token.is_content), None) for side in (reversed(before), behind))
        self.beside = _keys([token for token in next_to if token], text)
        nearby = (*tokens[start : min(place, start + 2)], *tokens[max(start, place - 1) : place])
        self.part = any(token.key in _OUT_OF for token in nearby)
        self.partner = _partner(tokens, place)
        self.opening = _keys(tokens[max(0, opened - _BEFORE_BRACKET) : opened] if opened else [], text)


_NO_PHRASE = frozenset({Role.PARTICLE, Role.COMMA, Role.CLOSE})


_BREAKS = frozenset({Role.COMMA, Role.OPEN, Role.CLOSE})
_VALUES = frozenset({Role.FIGURE, Role.TIME})


def _partner(tokens: Sequence[Token], place: int) -> Token | None:
    """The value before a figure of another kind, with no comma or bracket between."""
    for token in reversed(tokens[:place]) if tokens[place].role is Role.FIGURE else ():
        if token.role in _BREAKS or token.key == "は":
            return None
        if token.role in _VALUES:
            return token if kind_of(token) != kind_of(tokens[place]) else None
    return None


def _own_clause(tokens: Sequence[Token], start: int, place: int) -> int:
    """Where the words of a value begin: behind the last comma where its clause has a topic of its own (借換は実行され、返済は…)."""
    comma = max((at for at in range(start, place) if tokens[at].role is Role.COMMA), default=start)
    return comma if any(token.key == "は" for token in tokens[comma:place]) else start


_BEFORE_BRACKET = 4  # tokens before a bracket that say what stands in it (毎月返済 27万円(初回 7/31))


def _until_new_topic(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said behind a value until something else is spoken of (1億円で残りは…): another period ((前期 …)), or a source."""
    tokens = tokens[: min(_source(tokens), _other_period(tokens))]
    ends = [at for at, token in enumerate(tokens) if token.role in _NO_PHRASE]
    said = any(token.is_content for token in tokens[: ends[-1]]) if ends else False  # else 60人ほどは断った
    topic = next((at for at in ends if said and at > ends[0] and tokens[at].key == "は"), None)
    return tokens if topic is None else tokens[: max(at for at in ends if at < topic)]


def _other_period(tokens: Sequence[Token]) -> int:
    """Where a bracket opens that tells of another period."""
    opens = (at for at, (a, b) in enumerate(itertools.pairwise(tokens)) if (a.role, b.role) == (Role.OPEN, Role.PERIOD))
    return next(opens, len(tokens))


def _source(tokens: Sequence[Token]) -> int:
    """Where the bracket opens that closes a sentence and names its source."""
    if not tokens or tokens[-1].role is not Role.CLOSE:
        return len(tokens)
    opened = max((at for at, token in enumerate(tokens) if token.role is Role.OPEN), default=len(tokens))
    told = any(token.role is not Role.PARTICLE for token in tokens[:opened])
    dated = any(token.role is Role.TIME for token in tokens[opened:])
    return opened if told or dated else len(tokens)


def _clause_around(tokens: Sequence[Token], place: int) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens since the comma or bracket before a place, and those behind the place until the next one."""
    first, last = place, place + 1
    while first > 0 and tokens[first - 1].role not in _BREAKS:
        first -= 1
    while last < len(tokens) and tokens[last].role not in _BREAKS:
        last += 1
    return tokens[first:place], tokens[place + 1 : last]


class _Seam(NamedTuple):
    """Where the words of the first of two values end and those of the second begin.

    `is_cut`: by a comma, a bracket or a new topic; `is_list`: by a comma right behind the first (着工は9月、稼働は3月の予定).
    """

    end: int
    start: int
    is_cut: bool
    is_list: bool = False


def _seam(tokens: Sequence[Token], text: str, first: int, second: int) -> _Seam:
    aside = _asides(tokens, first, second)
    if tokens[first + 1].key == "と":
        return _Seam(first + 1, first + 1, is_cut=True, is_list=True)  # 自己資金300万円と借入600万円
    if is_whole(tokens[first], text):
        is_cut = any(token.key in _OUT_OF for token in tokens[first:second])  # 空室は84戸中9戸: both of them
        return _Seam(first + 1, first + 1, is_cut)  # 6億円のうち県の工事が2億円
    for place in range(first + 1, second + 1):
        if place in aside:
            continue
        dot = text[tokens[place].start - 1] == "・"
        if dot or tokens[place].role in (Role.COMMA, Role.OPEN, Role.CLOSE):
            named = dot and tokens[place].role in (Role.WORD, Role.MEASURE)
            is_list = place == first + 1 and (named or tokens[place].role is Role.COMMA)
            return _Seam(place, place, is_cut=True, is_list=is_list)
    if first + 2 < second and tokens[first + 1].key == "の" and tokens[first + 2].key not in _OUT_OF:
        return _Seam(first + 3, first + 3, is_cut=False)  # 2,000万円の極度に対し
    if any(tokens[place].key == "は" for place in range(first + 1, second)):
        return _Seam(first + 1, first + 1, is_cut=True)
    return _Seam(second, first + 1, is_cut=False)


def _asides(tokens: Sequence[Token], first: int, second: int) -> set[int]:
    """Places within brackets that open and close between two values: 在庫台帳(車種・仕入日)を7/17までに."""
    found: set[int] = set()
    opened: int | None = None
    for place in range(first + 1, second):
        if tokens[place].role is Role.OPEN:
            opened = place
        elif tokens[place].role is Role.CLOSE and opened is not None:
            found |= set(range(opened, place + 1))
            opened = None
    return found


def _keys(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """The words among tokens; one of a family of opposites counts as written (着工 and 稼働 are two words), a measure also as what is
    measured (融資 of 融資残高)."""
    found: set[str] = set()
    for token in tokens:
        if token.role is Role.WORD or token.key == "partial":
            found.add(token.key)
        elif token.role is Role.MEASURE:
            measured = _MEASURED.sub("", token.key)
            found |= {token.key, measured, "貸し出し" if measured == "融資" else measured}
        elif token.role is Role.DIRECTION and token.way is None:
            found.add(text[token.start : token.end])
    return frozenset(found)


_MEASURED = pattern(r"(?:残高|月額|額)$")


def _opened(tokens: Sequence[Token]) -> list[int | None]:
    """For each token within brackets where the last of them opened, None for any other."""
    found: list[int | None] = []
    depth = last = 0
    for place, token in enumerate(tokens):
        found.append(last if depth else None)
        depth = max(0, depth + (token.role is Role.OPEN) - (token.role is Role.CLOSE))
        last = place if token.role is Role.OPEN else last
    return found
