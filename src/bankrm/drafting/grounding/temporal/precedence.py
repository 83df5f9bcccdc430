"""What came before what, as sentences say it (見積が届いた後に稟議を上げた), and what follows from several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern

Happening = frozenset[str]
"""An event by the words that name it."""


@dataclass(frozen=True, slots=True)
class Precedence:
    """`first` came before `second`, as the word at `marker` (前, 後, 先) says."""

    first: Happening
    second: Happening
    marker: Token


_BEFORE = pattern(r"(?:より)?(?:以前|前|まえ)(?:に|で|の|、)")
_AFTER = pattern(r"(?:より)?(?:後|のち|あと)(?:に|で|の|、)|てから(?:は)?")
_THAN_EARLIER = pattern(r"より(?:も)?(?:先|前|早く)に?")
_THAN_LATER = pattern(r"より(?:も)?(?:後|遅く|あと)に?")


def precedences(reading: Reading) -> Iterator[Precedence]:
    """What each sentence says of the order of two events."""
    for tokens in reading.sentences:
        yield from _of_sentence(reading, tokens)


def _of_sentence(reading: Reading, tokens: Sequence[Token]) -> Iterator[Precedence]:
    for place, token in enumerate(tokens):
        if token.role is not Role.WORD or place + 1 >= len(tokens):
            continue
        before, rest = tokens[: place + 1], tokens[place + 1 :]
        text = reading.text
        if match := _THAN_EARLIER.match(text, token.end) or _THAN_LATER.match(text, token.end):
            earlier = bool(_THAN_EARLIER.match(text, token.end))
            yield from _ordered(_compared(before, rest, match.end()), _marker(rest, match), earlier=earlier)
            return
        if match := _between(text, token, tokens[place + 1]):
            earlier = bool(_BEFORE.match(match.group()))
            yield from _ordered(_joined(before, rest, match.end()), _marker(rest, match), earlier=earlier)
            return


def _between(text: str, verb: Token, following: Token) -> re.Match[str] | None:
    """前に or 後に behind a verb in a finite form; its ending may stand between (届いた|後に)."""
    for ending in (verb.end, verb.end + 1, verb.end + 2, following.start):
        match = _BEFORE.match(text, ending) or _AFTER.match(text, ending)
        if match and re.fullmatch(r"(?:[ぁ-ん]{0,4})", text[verb.end : ending]) and _finite(text, verb.start, ending):
            return match
    return None


def _finite(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"(?:[るすうくぐむぶぬつただん])$", text[start:end]))


def _compared(before: Sequence[Token], rest: Sequence[Token], end: int) -> tuple[Happening, Happening]:
    """AはBより先に…した: the same deed of A and of B."""
    deed = _words(t for t in rest if t.start >= end)
    topic = max((p for p, t in enumerate(before) if t.key in ("は", "が")), default=-1)
    return _words(before[:topic]) | deed, _words(before[topic + 1 :]) | deed


def _joined(before: Sequence[Token], rest: Sequence[Token], end: int) -> tuple[Happening, Happening]:
    """AはBが…した後に…した: the event in the subordinate clause, which begins behind は, and that of the rest."""
    topic = next((p for p, t in enumerate(before) if t.key == "は"), -1)
    main = (
        _words(before[:topic]) | _words(t for t in rest if t.start >= end)
        if topic >= 0
        else _words(t for t in rest if t.start >= end)
    )
    return main, _words(before[topic + 1 :])


def _words(tokens: Iterator[Token] | Sequence[Token]) -> Happening:
    return frozenset(token.key for token in tokens if token.is_content)


def _marker(rest: Sequence[Token], match: re.Match[str]) -> Token:
    """The word that orders them; the particle before it where it was not read as a word of its own."""
    return next((t for t in rest if t.role is Role.WORD and match.start() <= t.start < match.end()), rest[0])


def _ordered(events: tuple[Happening, Happening], marker: Token, *, earlier: bool) -> Iterator[Precedence]:
    one, other = events
    if one and other and one != other:
        yield Precedence(one, other, marker) if earlier else Precedence(other, one, marker)


def follows(first: Happening, second: Happening, known: Sequence[Precedence]) -> bool:
    """Whether `first` came before `second` by one or several of the known precedences."""
    reached, seen = [first], {first}
    while reached:
        event = reached.pop()
        if event == second:
            return True
        later = {p.second for p in known if p.first == event} - seen
        seen |= later
        reached += later
    return False
