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

_AFTER = pattern(
    r"(?<=[たの一-龥ァ-ヴー])(?:後|あと|のち)(?:に|で|、|から)|[てで]から(?=[、一-龥ァ-ヴ])|(?:その|この)後(?=[、に])|その翌|に続[いき]て?|を受けて"
)
_BEFORE = pattern(
    r"(?<=[うくすつぬぶむるぐの一-龥ァ-ヴー])前(?:に|から|、)|(?:に先立|に先んじ)[^、。]{0,3}|より(?:も)?先に"
)
_WHILE = pattern(r"(?<=[るいた])(?:間|最中|あいだ|うち)に")
_STOP = pattern(r"。")


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Spans of what is told to have come first and next; `during`: next lies within first."""

    first: tuple[int, int]
    next: tuple[int, int]
    during: bool = False


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
            yield Reason(
                "order_differs", text[min(told.first[0], told.next[0]) : max(told.first[1], told.next[1])].strip()
            )


def _sequences(text: str) -> Iterator[_Sequence]:
    """What a text says of the order of things, sentence by sentence."""
    for shape, early_first in ((_AFTER, True), (_BEFORE, False), (_WHILE, True)):
        for match in shape.finditer(text):
            start = text.rfind("。", 0, match.start()) + 1
            stop = _STOP.search(text, match.end())
            before, after = (start, match.start()), (match.end(), stop.start() if stop else len(text))
            yield _Sequence(*((before, after) if early_first else (after, before)), shape is _WHILE)


def _tokens(reading: Reading, span: tuple[int, int]) -> list[Token]:
    """What a span says, people aside: one who speaks of a thing is not the thing."""
    return [token for token in reading.tokens if span[0] <= token.start and token.end <= span[1] and token.is_content]


def _against_days(told: _Sequence, first: Sequence[Token], following: Sequence[Token], resting: Resting) -> bool:
    one, other = _days(first, resting, limits=told.during), _days(following, resting, limits=False)
    if one is None or other is None:
        return False
    if told.during:
        return other[1] < one[0] or other[0] > one[1]
    return one[0] > other[1]


_LIMIT = pattern(r"[)）]?(?:まで|以降|時点|以内|締切|が期限)")
_DUE = pattern(r"(?:期限|締切)(?:は|が)?[（(]?$")


def _days(tokens: Sequence[Token], resting: Resting, *, limits: bool) -> tuple[date, date] | None:
    """First and last day of an event: named with it, else named beside its words in the piece it rests on, else that of the record.

    `limits`: a day by which something was due counts too; a delay begins with it.
    """
    if own := _named_days(tokens):
        return min(own)[0], max(day for _, day in own)
    home, _ = resting.best(tokens)
    alignment = align(leaves(tokens), home.leaves)
    behind = home.clauses_behind(alignment) if alignment.pairs else ""
    at = home.body.find(behind) if behind else -1
    near = [
        token
        for token in home.reading.tokens
        if 0 <= at <= token.start < at + len(behind) and (limits or not _is_limit(token, home.body))
    ]
    if days := _named_days(near):
        return min(days)[0], max(day for _, day in days)
    return (home.day, home.day) if home.day else None


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
