"""The day in brackets behind what was said (来期に回したい(10/2)) is that of the record in which it was said."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.times import same_day_of_year, time_fits
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern

_BRACKET = pattern(r"[（(][^（）()]*[）)]")
_SEAM = pattern(r"[、。）)」:：]")
_BY = pattern(r"(?:末)?まで(?:に|で)?(?!の[0-9０-９])")
_HAPPENED = pattern(r"(?:た|ている|ていた|済み)[。）)\s]*$")
_OWED = pattern(r"約束|宿題|期限")
CLEARLY = 0.3  # of the weight of what was said by which another day's record must hold more


def misdated_words(resting: Resting) -> Iterator[Reason]:
    """Days in brackets on which somebody else's words, or other words, are recorded than those before the bracket."""
    text = resting.reading.text
    for bracket in _BRACKET.finditer(text):
        days = [t for t in resting.reading.tokens if t.role is Role.TIME and bracket.start() < t.start < bracket.end()]
        if len(days) != 1:
            continue
        on = [piece for piece in resting.pieces if _recorded_on(days[0], piece)]
        others = [piece for piece in resting.pieces if piece not in on]
        seam = max((match.end() for match in _SEAM.finditer(text, 0, bracket.start())), default=0)
        said = [token for token in resting.reading.tokens if seam <= token.start < bracket.start() and token.is_content]
        if on and others and said and best(resting, said, others) - best(resting, said, on) >= CLEARLY:
            yield Reason("date_of_another_matter", resting.reading.surface(days[0]))


def due_of_no_record(resting: Resting) -> Iterator[Reason]:
    """Terms (…までに) that no body names: the day of the talk is no term of what was agreed in it."""
    if _HAPPENED.search(resting.reading.text) and not _OWED.search(resting.reading.text):
        return  # 7月3日までに目に触れている: no term
    for token in resting.reading.tokens:
        if token.role is Role.TIME and _BY.match(resting.reading.text, token.end) and not _ends_range(resting, token):
            days = [f"date:{piece.day}" for piece in resting.pieces if piece.day]
            heads = [*days, *(time for piece in resting.pieces for time in piece.head_times)]
            named = [t.key for piece in resting.pieces for t in piece.reading.tokens if t.role is Role.TIME]
            if fits(token.key, heads) and not fits(token.key, [one for one in named if one not in days]):
                yield Reason("date_of_another_matter", resting.reading.surface(token))


def _ends_range(resting: Resting, last: Token) -> bool:
    """4月2日から7月20日まで, 4月から9月9日までの記録."""
    times = [token for token in resting.reading.tokens if token.role is Role.TIME and token.end <= last.start]
    return bool(times) and resting.reading.text[times[-1].end : last.start].strip("、 ") in ("から", "より", "~", "〜")


def fits(mine: str, theirs: list[str]) -> bool:
    """Whether one of the days or periods is the same, a year left out."""
    return any(time_fits(mine, other) or same_day_of_year(mine, other) for other in theirs)


def _recorded_on(day: Token, piece: Piece) -> bool:
    return fits(day.key, list(piece.times))


def best(resting: Resting, tokens: list[Token], pieces: list[Piece]) -> float:
    """The largest share of the tokens' weight in one of the pieces."""
    return max(resting.weight(tokens, piece) for piece in pieces)
