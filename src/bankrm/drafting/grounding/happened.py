"""On which day a thing is told to have happened: not on that of the record where the record names another, nor on that by which it was due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.dated import CLEARLY, best, fits
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.vocabulary import vocabulary

_ON = pattern(
    r"(?:[（(][月火水木金土日][）)])?(?:に(?!つ[いき]|関|対し?|よ[りる]|向け|は)|(?:で(?!は|も)|だ|である)?(?=。|$)|まで(?!に))"
)
_DONE = pattern(r"[^、。（(]*(?:た(?:[。（(、)）]|$)|済み)")
_DUE = pattern(r"[）)]?(?:まで|末まで|(?:に)?なる|の?予定|頃|めど|の(?:約束|期限|締切|見込)|[がは]?(?:期限|締切))")
_TOLD = vocabulary("telling", "answering", "hearing", "handing", "meeting")
_ENDS = frozenset({Role.COMMA, Role.STOP, Role.OPEN, Role.CLOSE})
_DAY_ALONE = pattern(r"[0-9０-９年月日末/.]+まで[）)]")  # (元金据置、2027年3月末まで)
_MOST_SAID = 0.5  # of the weight of what is said that a clause must hold to tell of the same


def misplaced_days(resting: Resting) -> Iterator[Reason]:
    """Days on which, as the evidence has it, something else happened."""
    for token in resting.reading.tokens:
        if token.role is not Role.TIME or not _ON.match(resting.reading.text, token.end):
            continue
        said = _said(resting, token)
        if said and (_on_another_day(resting, token, said) or _only_due(resting, token, said)):
            yield Reason("date_of_another_matter", resting.reading.surface(token))


def misplaced_terms(resting: Resting) -> Iterator[Reason]:
    """Terms seen from a record that the statement dates (来年度 … (4/14)) where that record speaks of another (今年度)."""
    for part in resting.parts():
        for token in part.tokens:
            if token.role is not Role.PERIOD or token.term in part.home.terms or not _dates(resting, part.home):
                continue
            rivals = [t for t in part.home.reading.tokens if t.role is Role.PERIOD and t.key[-1] == token.key[-1]]
            if rivals and part.share >= _MOST_SAID:
                yield Reason("period_differs", resting.reading.surface(token))


def _dates(resting: Resting, piece: Piece) -> bool:
    """Whether the statement names the day of the record."""
    days = [token.key for token in resting.reading.tokens if token.role is Role.TIME and token.key.startswith("date:")]
    return piece.day is not None and any(fits(day, [f"date:{piece.day}"]) for day in days)


def _said(resting: Resting, day: Token) -> list[Token]:
    """What is told to be on the day: its sentence's topic and the words of its clause up to another day; nothing where none follows."""
    tokens = resting.reading.tokens
    place = tokens.index(day)
    ends = [at for at, token in enumerate(tokens) if token.role in _ENDS or (token.role is Role.TIME and at != place)]
    first = max((at + 1 for at in ends if at < place), default=0)
    last = min((at for at in ends if at > place), default=len(tokens))
    stop = max((at + 1 for at in range(place) if tokens[at].role is Role.STOP), default=0)
    topic = next((at for at in range(stop, place) if tokens[at].key == "は"), stop)
    around = (*tokens[stop : min(topic, first)], *tokens[first:place], *tokens[place + 1 : last])
    said = [
        token for token in around if token.is_content and token.role is not Role.TIME and not resting.is_name(token)
    ]
    return said if (said and said[-1].start > day.start) or not _follows(resting, day) else []


def _follows(resting: Resting, day: Token) -> bool:
    """Whether anything is to follow the day: its に asks for a verb."""
    return resting.reading.text.startswith("に", day.end)


def _on_another_day(resting: Resting, day: Token, said: Sequence[Token]) -> bool:
    """Whether the day is that of a record alone, and the thing is told of another day there, or in another record."""
    on = [piece for piece in resting.pieces if _is_of(day, piece)]
    if said[-1].key in _TOLD or not on or any(fits(day.key, _named(piece)) for piece in resting.pieces):
        return False
    if any(_has_its_own(resting, said, piece) for piece in on):
        return True
    others = [piece for piece in resting.pieces if piece not in on and piece.day]
    deed = [token for token in said if token.start > day.start] if _follows(resting, day) else list(said)
    if deed and _follows(resting, day) and any(resting.holds(deed[-1], piece) for piece in on):
        return False  # what was done is told there
    return bool(others and deed) and best(resting, deed, others) - best(resting, deed, on) >= CLEARLY


def _is_of(day: Token, piece: Piece) -> bool:
    return fits(day.key, [*piece.head_times, f"date:{piece.day}"])


def _named(piece: Piece) -> list[str]:
    """Days that the body names."""
    return [token.key for token in piece.reading.tokens if token.role is Role.TIME and f"date:{piece.day}" != token.key]


def _has_its_own(resting: Resting, said: Sequence[Token], piece: Piece) -> bool:
    """Whether the clause of the piece that tells of the same names a day that the statement does not."""
    mine = [token.key for token in resting.reading.tokens if token.role is Role.TIME]
    for (start, end), following in zip_longest(piece.clauses, piece.clauses[1:], fillvalue=(0, 0)):
        end = following[1] if _DAY_ALONE.match(piece.body, following[0], following[1]) else end
        inside = [token for token in piece.reading.tokens if start <= token.start < end]
        days = [token.key for token in inside if token.role is Role.TIME]
        if days and resting.weight(said, piece, inside) >= _MOST_SAID:
            return not any(fits(day, mine) or fits(one, [day]) for day in days for one in mine)
    return False


def _only_due(resting: Resting, day: Token, said: Sequence[Token]) -> bool:
    """Whether what is told as done on the day was due by then, and done on another day as a later record tells."""
    if not _DONE.match(resting.reading.text, day.end):
        return False
    due = [piece for piece in resting.pieces if _is_due(day, piece)]
    if not due or any(_is_of(day, piece) and piece not in due for piece in resting.pieces):
        return False
    first = min((piece.day for piece in due if piece.day), default=None)
    later = [piece for piece in resting.pieces if piece.day and first and piece.day > first]
    shared = [token for token in said if any(resting.holds(token, piece) for piece in due)]
    return any(
        not fits(day.key, [f"date:{piece.day}"]) and any(resting.holds(token, piece) for token in shared)
        for piece in later
    )


def _is_due(day: Token, piece: Piece) -> bool:
    """Whether the piece names the day, and only as one by which something is to be."""
    named = [t for t in piece.reading.tokens if t.role is Role.TIME and fits(day.key, [t.key])]
    return bool(named) and all(_DUE.match(piece.body, token.end) for token in named)
