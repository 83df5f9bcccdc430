"""Which words of the evidence a part of the statement rests on, and what differs between the words that both share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bankrm.drafting.grounding.tokens import CONTENT, POLAR, Reading, Role, Token


@dataclass(frozen=True, slots=True)
class Leaf:
    """A token that is compared, with its depth in brackets and its place in the row."""

    token: Token
    depth: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two pairs of matched tokens; `before` tells whether a matched pair precedes it."""

    mine: tuple[Leaf, ...]
    theirs: tuple[Leaf, ...]
    before: tuple[Leaf, Leaf] | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matched pairs in the statement's order, and the gaps between them."""

    pairs: tuple[tuple[Leaf, Leaf], ...]
    gaps: tuple[Gap, ...]
    length: int

    @property
    def share(self) -> float:
        """The share of the part's tokens that have a partner."""
        return len(self.pairs) / self.length if self.length else 0.0


def leaves(tokens: Sequence[Token]) -> list[Leaf]:
    """The tokens that are compared: those with meaning and those that turn a meaning."""
    found, depth = [], 0
    for token in tokens:
        depth += (token.role is Role.OPEN) - (token.role is Role.CLOSE)
        if token.role in CONTENT or token.role in POLAR:
            found.append(Leaf(token, depth))
    return found


def align(mine: Sequence[Leaf], theirs: Sequence[Leaf]) -> Alignment:
    """The longest runs of equal keys, in order (Ratcliff and Obershelp)."""
    pairs: list[tuple[Leaf, Leaf]] = []
    gaps: list[Gap] = []
    a = b = 0
    for to_a, to_b, size in _blocks([leaf.token.key for leaf in mine], [leaf.token.key for leaf in theirs]):
        before = pairs[-1] if pairs else None
        if to_a > a or to_b > b:
            gaps.append(Gap(tuple(mine[a:to_a]), tuple(theirs[b:to_b]), before))
        pairs += zip(mine[to_a : to_a + size], theirs[to_b : to_b + size], strict=True)
        a, b = to_a + size, to_b + size
    return Alignment(tuple(pairs), tuple(gaps), len(mine))


_MOST_PAIRS = 1_000_000
_COMPARED = 1_000  # of each side where more pairs than that are equal: one word over and over, no sentence


def _blocks(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Starts and lengths of the equal runs, and at last the two ends."""
    if mine == theirs:
        yield 0, 0, len(mine)
    else:
        often = Counter(theirs)
        most = _COMPARED if sum(often[key] for key in mine) > _MOST_PAIRS else None
        for block in SequenceMatcher(None, mine[:most], theirs[:most], autojunk=False).get_matching_blocks()[:-1]:
            yield block.a, block.b, block.size
    yield len(mine), len(theirs), 0


_ENOUGH = 3  # content tokens, or one figure, that make a clause worth looking for on its own


def parts(reading: Reading) -> Iterator[tuple[Token, ...]]:
    """The statement's clauses: cut at 。 and at commas outside brackets; what says too little joins what follows."""
    part: list[Token] = []
    depth = said = 0
    for token in reading.tokens:
        depth = max(0, depth + (token.role is Role.OPEN) - (token.role is Role.CLOSE))
        said += _ENOUGH if token.role is Role.FIGURE else token.is_content
        part.append(token)
        if token.role is Role.STOP or (token.role is Role.COMMA and not depth and said >= _ENOUGH):
            yield tuple(part)
            part, said = [], 0
    if any(token.is_content for token in part):
        yield tuple(part)


def leading(leaves_: Sequence[Leaf], depth: int) -> list[Leaf]:
    """The polar tokens at the gap's beginning, no deeper in brackets than the token before: they turn that token."""
    run = []
    for leaf in leaves_:
        if leaf.depth > depth:
            continue
        if leaf.token.role not in POLAR:
            break
        run.append(leaf)
    return run
