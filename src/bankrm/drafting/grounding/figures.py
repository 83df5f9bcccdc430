"""What a figure is said of: its measure, its period, how often it falls due, whether it is a level or a change.

Read from the words around it, so that a right figure under a wrong measure, year or direction can be told apart. Figures in brackets
(前期比 3.4%増, 前期は11億円) belong to the figure before the bracket and have their own period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bankrm.drafting.grounding.bases import Base, base_before
from bankrm.drafting.grounding.lexicon import COMPARES, LOSS_OF, RATES, Term
from bankrm.drafting.grounding.moves import Move, moves_of
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.bounds import Bound, bound_of
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it is said of; empty or None where the text does not say.

    `measure` is the measure's key, `nouns` the other words since the figure before, `topic` the words that the whole sentence is about,
    `times` keys of dates and periods that stand with it. `change` is the way of a figure that is itself a change (5億円の増加), `trend`
    that of a level which moved (5億円に増えた). `detail` marks a figure in brackets behind another. `base` is what a change is
    compared with, `bound` how exactly it is told, `move` whether something moved from it or to it, `carried` the
    period named earlier in the sentence (昨年度は採用5名、退職3名), `subject` the word of which it is told (原価が4ポイント), `is_operand` whether it is only what another is worked out of (= 13÷14).
    """

    token: Token
    measure: str = ""
    nouns: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    term: Term | None = None
    times: frozenset[str] = frozenset()
    rate: str = ""
    change: Way | None = None
    trend: Way | None = None
    detail: bool = False
    base: Base | None = None
    bound: Bound = Bound.EXACT
    move: Move | None = None
    carried: Term | None = None
    subject: str = ""
    is_operand: bool = False

    @property
    def key(self) -> str:
        """The value in one notation."""
        return self.token.key


_RECKONS = ("=", "＝", "÷")
_RATE_BEFORE = 14  # characters before a figure in which 月 or 年間 may tell how often it falls due
_EXCEEDED = pattern(r"を(?:大きく|わずかに|やや|少し)?[上下]回")
_RATED = pattern(r"(?:の[一-龥ァ-ヶーり]{1,6})?[はがに、\s\d約]*")  # 毎月の手残りが12万円
_TOPICAL = pattern(r"(?:の[^、。]{1,12})?(?:は|も|では|において|における|につ)|[、,]")


@dataclass
class _State:
    """What has been read of the sentence so far."""

    measure: str = ""
    bound: bool = False  # a measure marked as topic or subject, which no later の-measure displaces
    nouns: set[str] = field(default_factory=set)
    topic: set[str] = field(default_factory=set)
    term: Term | None = None
    named: Term | None = None  # since the last comma
    carried: Term | None = None  # before it
    topical: bool = False  # the period word is the sentence's topic (前期は、…) and holds beyond the next comma
    times: set[str] = field(default_factory=set)
    seen_figure: bool = False
    kind: str = ""  # of the figure before, if the measure was said of it


@lru_cache(maxsize=4096)
def figures_of(reading: Reading) -> tuple[Figure, ...]:
    """All figures of a text in order, with what they are said of."""
    found = _Scan(reading).run()
    term, times = _closing_bracket(reading)
    if term is None and not times:
        return tuple(found)
    return tuple(f if f.term or f.times else replace(f, term=term, times=times) for f in found)


def _closing_bracket(reading: Reading) -> tuple[Term | None, frozenset[str]]:
    """The period in a bracket that ends the text, which holds for all of it: 「…5名、入社は3名(昨年度)。」"""
    tokens = [token for token in reading.tokens if token.role is not Role.STOP]
    opened = max((place for place, token in enumerate(tokens) if token.role is Role.OPEN), default=None)
    if opened is None or tokens[-1].role is not Role.CLOSE or reading.folded[tokens[-1].end :].strip("。 "):
        return None, frozenset()
    inside = tokens[opened:]
    told = any(token.role is Role.PERIOD for token in inside) and any(token.key.isdigit() for token in inside)
    if told or any(token.role is Role.FIGURE for token in inside):
        return None, frozenset()  # (前期 整備 141・車販 220) tells other figures
    term = next((token.term for token in inside if token.role is Role.PERIOD), None)
    return term, frozenset(token.key for token in inside if token.role is Role.TIME)


_BALANCE = "残高"
_TIES = frozenset({"の", "や", "と", "及び", "を", "に"})


class _Scan:
    """One pass over the tokens; brackets are read in a state of their own that begins with the outer measure."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._found: list[Figure] = []
        self._state = _State()
        self._outer: list[_State] = []
        self._moves = moves_of(reading)

    def run(self) -> list[Figure]:
        for place, token in enumerate(self._tokens):
            self._step(place, token)
        return self._found

    def _step(self, place: int, token: Token) -> None:
        state = self._state
        if token.role is Role.STOP:
            told = state.carried or state.named
            self._state, self._outer = _State(carried=told if told is Term.NEXT else None), []
        elif token.role is Role.OPEN:
            self._outer.append(state)
            self._state = _State(measure=state.measure, topic=set(state.topic), seen_figure=True)
        elif token.role is Role.CLOSE:
            if self._outer:
                self._state = self._outer.pop()
        elif token.role is Role.FIGURE:
            self._found.append(self._figure(place, token))
            state.nouns, state.term, state.bound, state.seen_figure = set(), None, False, True
            if self._moves.get(token) is Move.FROM and self._is_dated(place):
                state.times = set()
            state.kind = token.key.split(":")[0]
        elif token.role is Role.MEASURE:
            self._measure(place, token)
        elif token.role is Role.COMMA:
            state.carried, state.named = state.carried or state.named, None
            state.term = state.term if state.topical else None
        elif token.role is Role.PERIOD:
            state.topical = bool(_TOPICAL.match(self._reading.text, token.end))
            if not self._compares(token):
                state.term = state.named = token.term
        elif token.role is Role.TIME:
            if not self._compares(token):
                state.times = {token.key}
        elif token.role is Role.PARTICLE:
            self._particle(place, token)
        elif token.role is Role.WORD:
            state.measure = "" if token.key == _BALANCE else state.measure  # 極度2億円に対して残高1.7億円
            state.nouns.add(token.key)
            if not state.seen_figure:
                state.topic.add(token.key)

    def _measure(self, place: int, token: Token) -> None:
        """A measure holds until the next one. Not where it is but part of a word (在庫車両) or said of the figure before (2億円の枠)."""
        state = self._state
        before, after = self._at(place - 1), self._at(place + 1)
        said = before and before.key == "の" and (figure := self._at(place - 2)) and figure.role is Role.FIGURE
        if said and not _is_of_next(self._tokens, place):
            return
        state.nouns.add(token.key)
        if after and after.role is Role.WORD and after.start == token.end:
            return
        ties = after is not None and after.role is Role.PARTICLE and after.key in _TIES
        if not (ties and state.bound) or not state.measure:
            state.measure, state.kind = token.key, ""
            state.bound = not ties

    def _at(self, place: int) -> Token | None:
        return self._tokens[place] if 0 <= place < len(self._tokens) else None

    def _particle(self, place: int, token: Token) -> None:
        """A new topic (入金は) ends what the measure before it was said of."""
        before = self._at(place - 1)
        if token.key == "は" and before and before.role is Role.WORD:
            self._state.measure, self._state.bound = "", False

    def _compares(self, token: Token) -> bool:
        return bool(COMPARES.match(self._reading.text, token.end))

    def _figure(self, place: int, token: Token) -> Figure:
        state = self._state
        after = self._after(place)
        own = not state.kind or state.kind == token.key.split(":")[0] or token.key.startswith("ratio:")
        measure = state.measure if own else ""  # 金利1.6%、据置2年: the years are of something else
        following = after.measure
        if following and (not measure or following == LOSS_OF.get(measure)):
            measure = following
        detail = bool(self._outer)
        return Figure(
            token, measure, frozenset(state.nouns | after.nouns), frozenset(state.topic), state.term or after.term,
            frozenset(state.times | after.times), self._rate(token), after.change, after.trend, detail,
            base_before(self._reading.text, token.start), self._bound(token), self._moves.get(token), state.carried,
            self._subject(place), self._is_operand(token),
        )  # fmt: skip

    def _subject(self, place: int) -> str:
        marked, word = self._at(place - 1), self._at(place - 2)
        is_subject = marked and word and marked.key in ("は", "が") and word.role is Role.WORD
        return word.key if word and is_subject else ""

    def _is_operand(self, token: Token) -> bool:
        text = self._reading.text
        return text[: token.start].rstrip().endswith(_RECKONS) or text[token.end :].lstrip().startswith("÷")

    def _bound(self, token: Token) -> Bound:
        if self._moves.get(token) is Move.END:
            return Bound.RANGE
        if _EXCEEDED.match(self._reading.text, token.end) and self._is_compared(token):
            return Bound.EXACT
        return bound_of(self._reading.text, token.start, token.end)

    def _is_dated(self, place: int) -> bool:
        """Whether a day stands right before a figure, and is of that alone (3月末の9,400万円から1億2,700万円に)."""
        tie, day = self._at(place - 1), self._at(place - 2)
        return bool(tie and day and tie.key == "の" and day.role is Role.TIME)

    def _is_compared(self, token: Token) -> bool:
        """Whether the sentence has a figure of the kind before (864万円で、前年の798万円を上回る)."""
        if not self._found:
            return False
        last = self._found[-1].token
        kinds = [one.key.split(":")[::2] for one in (last, token)]
        return kinds[0] == kinds[1] and "。" not in self._reading.text[last.end : token.start]

    def _rate(self, token: Token) -> str:
        """月 of 月60万円: looked for just before the figure, and 月商 and the like among its words."""
        if token.quantity is not None and token.quantity.kind.value not in ("amount", "count"):
            return ""
        window = self._reading.text[max(0, token.start - _RATE_BEFORE) : token.start + 1]
        found = [match for match in RATES.finditer(window) if _RATED.fullmatch(window, match.end())]
        return str(found[-1].lastgroup) if found else ""

    def _after(self, place: int) -> _After:
        return _read_after(self._tokens, place + 1, self._reading)


@dataclass
class _After:
    """What stands behind a figure before the next comma or figure: 増, の減少, の営業損失, （2026年3月末）."""

    change: Way | None = None
    trend: Way | None = None
    measure: str = ""
    nouns: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    term: Term | None = None


_TOUCHING = 3  # tokens between a figure and the word of direction that belongs to it


def _read_after(tokens: tuple[Token, ...], place: int, reading: Reading) -> _After:
    after, depth, distance, linked = _After(), 0, 0, False
    inside: list[Token] = []
    for at, token in enumerate(tokens[place:], place):
        if token.role is Role.OPEN:
            depth += 1
        elif token.role is Role.CLOSE:
            if not depth:
                break
            depth -= 1
        elif depth:
            inside.append(token)
        elif token.role in (Role.COMMA, Role.STOP, Role.FIGURE):
            break
        elif token.role is Role.DIRECTION and token.way and distance <= _TOUCHING:
            after.trend = token.way
            after.change = token.way if distance == 0 or (linked and distance == 1) else None
            break
        elif token.role is Role.MEASURE:
            after.measure = token.key if linked and not _is_of_next(tokens, at) else ""
            break
        else:
            linked = linked or (token.role is Role.PARTICLE and token.key == "の" and distance == 0)
            distance += 1
            if linked and token.role is Role.WORD:
                after.nouns.add(token.key)
    after.times = _own_times(inside, reading)
    return after


def _is_of_next(tokens: Sequence[Token], place: int) -> bool:
    """Whether the measure behind a figure is that of the next one (80床の稼働率は95%)."""
    roles = [token.role for token in tokens[place + 1 : place + 3]]
    return roles == [Role.PARTICLE, Role.FIGURE] and tokens[place + 1].key in ("は", "が")


def _own_times(inside: list[Token], reading: Reading) -> set[str]:
    """Dates in the bracket behind a figure, where no other figure stands in it: 231百万円(2026年3月末)."""
    if any(token.role is Role.FIGURE for token in inside):
        return set()
    return {token.key for token in inside if token.role is Role.TIME and not COMPARES.match(reading.text, token.end)}
