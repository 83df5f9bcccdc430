"""A text as the checker reads it: a row of tokens, each with a key that is the same for all ways of writing one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from bankrm.drafting.grounding.lexicon import MEASURE, PERIOD_WORDS, UNIVERSAL, Term, measure_key
from bankrm.language.folding import Folded, fold
from bankrm.language.lexicon import idioms
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.polarity import STANDINGS, Softening, Way, directions, negations, softeners
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.words import words


class Role(StrEnum):
    """What a token is to the checker."""

    WORD = "word"
    MEASURE = "measure"
    FIGURE = "figure"
    TIME = "time"
    PERIOD = "period"
    DIRECTION = "direction"
    NEGATION = "negation"
    SOFTENER = "softener"
    UNIVERSAL = "universal"
    PARTICLE = "particle"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    STOP = "stop"

    __hash__ = str.__hash__  # asked for every token many times; an Enum's own goes through Python


CONTENT = frozenset({Role.WORD, Role.MEASURE, Role.FIGURE, Role.TIME, Role.PERIOD, Role.DIRECTION})
POLAR = frozenset({Role.DIRECTION, Role.NEGATION, Role.SOFTENER, Role.UNIVERSAL})
_TIMES = frozenset({Kind.DATE, Kind.MONTH, Kind.YEAR, Kind.PERIOD, Kind.TIME})


class Token(NamedTuple):
    """One token; `start` and `end` count code points of the text. `quantity` belongs to FIGURE and TIME alone, `way` to a DIRECTION in
    which figures move."""

    start: int
    end: int
    role: Role
    key: str
    quantity: Quantity | None = None
    way: Way | None = None
    term: Term | None = None

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning of its own."""
        return self.role in CONTENT

    @property
    def says_what(self) -> bool:
        """Whether it says of what is spoken: a word, a figure, a day, a way in which it moves."""
        return self.role in (Role.WORD, Role.MEASURE, Role.FIGURE, Role.TIME, Role.DIRECTION)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with its tokens. `folded` is the text in one width, for patterns; its offsets are those of `text` when lengths agree.

    `sentences` are the tokens of each sentence without the stops.
    """

    text: str
    folded: str
    tokens: tuple[Token, ...] = field(hash=False)
    sentences: tuple[tuple[Token, ...], ...] = field(compare=False, repr=False)

    def surface(self, token: Token) -> str:
        """The token as written."""
        return self.text[token.start : token.end]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in a span of the text."""
        first, last = (bisect_left(self.tokens, place, key=attrgetter("start")) for place in (start, end))
        return self.tokens[first:last]


@lru_cache(maxsize=4096)
def read(text: str, today: date | None = None) -> Reading:
    """The text's tokens in order. `today` is the day against which dates without a year are read."""
    folded = fold(text)
    found = sorted(_special(text, folded, today), key=lambda token: (token.start, -token.end))
    kept: list[Token] = []
    for token in found:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    taken = [token.end for token in kept]
    plain = [rest for token in _plain(text) if (rest := _outside(token, kept, taken, text))]
    tokens = tuple(sorted([*kept, *plain], key=lambda token: token.start))
    runs = groupby(tokens, lambda token: token.role is Role.STOP)
    return Reading(text, folded.text, tokens, tuple(tuple(run) for stop, run in runs if not stop))


_LEAST_REST = 2  # characters of a compound that are a word of their own beside what was read of it


def _outside(token: Token, kept: list[Token], ends: list[int], text: str) -> Token | None:
    """The token without what was read otherwise: 変動 of 変動金利, where 金利 is a measure; None where nothing is left of it."""
    place = bisect_left(ends, token.start + 1)
    if place >= len(kept) or kept[place].start >= token.end:
        return token
    denial = kept[place]
    if denial.role is Role.NEGATION and denial.start == token.start and token.end - denial.end >= _LEAST_REST:
        return Token(denial.end, token.end, Role.WORD, words(text[denial.end : token.end])[-1].base)  # 承認 of 未承認
    rest = text[token.start : kept[place].start]
    if len(rest) < _LEAST_REST or token.role is not Role.WORD:
        return None
    return Token(token.start, kept[place].start, Role.WORD, words(rest)[-1].base if len(words(rest)) == 1 else rest)


def _special(text: str, folded: Folded, today: date | None) -> Iterator[Token]:
    for match in PERIOD_WORDS.finditer(folded.text):
        yield Token(*folded.span(*match.span()), Role.PERIOD, match.group(), term=Term(str(match.lastgroup)))
    for quantity in find_quantities(text, today):
        role = Role.TIME if quantity.kind in _TIMES else Role.FIGURE
        yield Token(quantity.start, quantity.end, role, figure_key(quantity), quantity)
    for match in MEASURE.finditer(folded.text):
        yield Token(*folded.span(*match.span()), Role.MEASURE, measure_key(match.group()))
    for match in UNIVERSAL.finditer(folded.text):
        yield Token(*folded.span(*match.span()), Role.UNIVERSAL, "universal")
    phrase, meant = idioms()
    for match in phrase.finditer(text):
        yield Token(*match.span(), Role.WORD, meant[match.group()])
    for direction in directions(text):
        key = f"{direction.family}:{direction.way}"
        way = None if direction.family in STANDINGS or direction.way is Way.FLAT else direction.way
        yield Token(direction.start, direction.end, Role.DIRECTION, key, way=way)
    for negation in negations(text):
        yield Token(negation.start, negation.end, Role.NEGATION, "not")
    for softener in softeners(text):
        if softener.kind is not Softening.ROUGH:
            yield Token(softener.start, softener.end, Role.SOFTENER, softener.kind.value)


_MARKS = {"(": Role.OPEN, "（": Role.OPEN, "〔": Role.OPEN, "[": Role.OPEN, "［": Role.OPEN, ")": Role.CLOSE, "）": Role.CLOSE,
          "〕": Role.CLOSE, "]": Role.CLOSE, "］": Role.CLOSE, "、": Role.COMMA, "，": Role.COMMA, ",": Role.COMMA, "。": Role.STOP,
          "．": Role.STOP, "！": Role.STOP, "？": Role.STOP, "\n": Role.STOP}  # fmt: skip
_LIGHT_WORDS = "為る 居る 有る 成る 出来る 言う 致す 頂く 御座る 事 物 所 よう 御 等 など おる 無い"
_LIGHT = frozenset(_LIGHT_WORDS.split())
_CASES = frozenset("はをがもで")  # behind these 頂く is a verb of its own: 手数料をいただく
_POS = {"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞", "代名詞", "連体詞"}


def _plain(text: str) -> Iterator[Token]:
    before = ""
    for word in words(text):
        is_got, before = word.base == "頂く" and before in _CASES, "" if word.pos[1] == "接続助詞" else word.surface
        role = _MARKS.get(word.surface)
        if role:
            yield Token(word.start, word.end, role, word.surface)
        elif word.pos[0] == "助詞":
            yield Token(word.start, word.end, Role.PARTICLE, word.base)
        elif word.pos[0] in _POS and (is_got or word.base not in _LIGHT) and re.search(r"\w", word.surface):
            base = word.base.removeprefix("御") if len(word.base) > _HONOURED else word.base
            yield Token(word.start, word.end, Role.WORD, base)


_HONOURED = 2  # 御勧め is 勧め; 御行 is another word


_SAME_UNIT = {
    "人": "名",
    "度": "回",
    "社員": "名",
    "店": "店舗",
    "先": "社",
    "ヵ所": "か所",
    "戸": "室",
    "ヘクタール": "ha",
    "アール": "a",
    "キロメートル": "km",
    "リットル": "L",
    "トン": "t",
    "グラム": "g",
    "キログラム": "kg",
}


def figure_key(quantity: Quantity) -> str:
    """Kind, value and unit in one notation: 3割 = 30%, 64人 = 64名, 1年半 = 18か月."""
    value, unit = quantity.value, quantity.unit
    if quantity.kind is Kind.AMOUNT:
        return f"amount:{value}"
    if quantity.kind in (Kind.RATIO, Kind.COUNT):
        number = round(float(value), 9)
        if unit == "割":
            number, unit = round(number * 10, 9), "%"
        return f"{'number' if quantity.kind is Kind.COUNT else 'ratio'}:{number:g}:{_SAME_UNIT.get(unit, unit)}"
    if quantity.kind is Kind.DURATION:
        return f"duration:{_months(str(value))}"
    return f"{quantity.kind}:{value}"


_DURATION = pattern(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?$")


def _months(value: str) -> str:
    match = _DURATION.match(value)
    return f"{float(match[1] or 0) * 12 + float(match[2] or 0):g}M" if match and any(match.groups()) else value
