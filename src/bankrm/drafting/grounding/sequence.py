"""What comes first of two things that a sentence tells of: AしてからB, Aの前にB, Aの間にB, and whether a record has them the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.alignment import align, leaves
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.quantities import days_of
from bankrm.language.titles import is_role

_AFTER = pattern(
    r"(?<=[たの一-龥ァ-ヴー])(?:後|あと|のち)(?:に|で|、|から|と(?=[一-龥])|だ|。)|より(?:も)?(?:後|あと)に|[てで]から(?=[、一-龥ァ-ヴ])|(?:その|この)後(?=[、に])|その翌|に続[いき]て?|を受けて"
)
_BEFORE = pattern(
    r"(?<=[うくすつぬぶむるぐの一-龥ァ-ヴー])前(?:に|から|、)|(?:に先立|に先んじ)[^、。]{0,3}|より(?:も)?(?:先|前)に"
)
_WHILE = pattern(r"(?<=[るいた])(?:間|最中|あいだ|うち)に")
_STOP = pattern(r"。")
_TOPIC = pattern(r"(?<![でにとたい])は(?=[、一-龥ァ-ヶ「0-9０-９])")


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Spans of what is told to have come first and next; `during`: next lies within first."""

    first: tuple[tuple[int, int], ...]
    next: tuple[tuple[int, int], ...]
    during: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From the beginning of the one to the end of the other."""
        ends = [end for spans in (self.first, self.next) for start, end in spans if start < end]
        return min(start for spans in (self.first, self.next) for start, _ in spans), max(ends)


def turned_round(resting: Resting) -> Iterator[Reason]:
    """Events told in another order than that of their days, or than a record tells of both."""
    text = resting.reading.text
    for told in _sequences(text):
        first, following = _tokens(resting.reading, told.first), _tokens(resting.reading, told.next)
        if not first or not following:
            continue
        if _against_days(told, first, following, resting) or any(
            _against_words(first, following, piece) for piece in resting.pieces
        ):
            yield Reason("order_differs", text[slice(*told.span)].strip())


def _sequences(text: str) -> Iterator[_Sequence]:
    """What a text says of the order of things, sentence by sentence."""
    for shape, early_first in ((_AFTER, True), (_BEFORE, False), (_WHILE, True)):
        for match in shape.finditer(text):
            start = text.rfind("。", 0, match.start()) + 1
            stop = _STOP.search(text, match.end())
            topic = max((one.end() for one in _TOPIC.finditer(text, start, match.start())), default=start)
            after = ((start, topic), (match.end(), stop.start() if stop else len(text)))  # AはBの後に: A comes next
            before = ((topic, match.start()),)
            first, following = (before, after) if early_first else (after, before)
            yield _Sequence(first, following, shape is _WHILE)


def _tokens(reading: Reading, spans: tuple[tuple[int, int], ...]) -> list[Token]:
    """What the spans say."""
    return [t for t in reading.tokens if t.is_content and any(a <= t.start and t.end <= b for a, b in spans)]


def _against_days(told: _Sequence, first: Sequence[Token], following: Sequence[Token], resting: Resting) -> bool:
    one, other = _days(first, resting, limits=told.during), _days(following, resting, limits=False)
    if one is None or other is None:
        return False
    if told.during:
        return other[1] < one[0] or other[0] > one[1]
    return one[0] > other[1]


_DEADLINE = pattern(r"期限|締め?切")
_LIMIT = pattern(r"[)）]?(?:まで|以降|時点|以内|締切|が期限|の(?:約束|期限|予定))")
_DUE = pattern(r"(?:期限|締切)(?:は|が)?[（(]?$")


def _days(tokens: Sequence[Token], resting: Resting, *, limits: bool) -> tuple[date, date] | None:
    """First and last day of an event: named with it, else named beside its words in the piece it rests on, else that of the record.

    `limits`: a day by which something was due counts too; a delay begins with it, and a 締切 is one.
    """
    if own := _named_days(tokens):
        return min(own)[0], max(day for _, day in own)
    limits = limits or any(_DEADLINE.search(resting.reading.surface(token)) for token in tokens)
    home = _latest(tokens, resting)
    alignment = align(leaves(tokens), home.leaves)
    places = [theirs.token.start for _, theirs in alignment.pairs if not is_role(theirs.token.key)]
    told = [(a, b) for a, b in home.clauses if any(a <= place < b for place in places)]
    near = [
        token
        for token in home.reading.tokens
        if any(a <= token.start < b for a, b in told) and (limits or not _is_limit(token, home.body))
    ]
    if days := _named_days(near):
        return min(days)[0], max(day for _, day in days)
    return (home.day, home.day) if home.day else None


def _latest(tokens: Sequence[Token], resting: Resting) -> Piece:
    """The piece that holds most of what the tokens say; of several the latest: what was done is told after what was promised."""
    held = [
        (round(resting.weight(tokens, piece), 6), piece.day or date.min, place)
        for place, piece in enumerate(resting.pieces)
    ]
    return resting.pieces[max(held)[2]]


def _is_limit(token: Token, text: str) -> bool:
    return bool(_LIMIT.match(text, token.end) or _DUE.search(text[: token.start]))


def _named_days(tokens: Sequence[Token]) -> list[tuple[date, date]]:
    found = (days_of(token.quantity) for token in tokens if token.role is Role.TIME and token.quantity)
    return [days for days in found if days]


def _against_words(first: Sequence[Token], following: Sequence[Token], piece: Piece) -> bool:
    """Whether one sentence of the piece tells the two the other way round."""
    mine, next_ = ({token.key for token in tokens} for tokens in (first, following))
    for told in _sequences(piece.body):
        if told.during:
            continue
        theirs, after = ({t.key for t in _tokens(piece.reading, span)} for span in (told.first, told.next))
        straight = len((mine - next_) & theirs) + len((next_ - mine) & after)
        crossed = len((mine - next_) & after) + len((next_ - mine) & theirs)
        if crossed > straight and (mine - next_) & after and (next_ - mine) & theirs:
            return True
    return False
