"""Which words of the evidence a part of the statement rests on, and what differs between the words that both share."""

from __future__ import annotations

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
    matcher = SequenceMatcher(
        None, [leaf.token.key for leaf in mine], [leaf.token.key for leaf in theirs], autojunk=False
    )
    pairs: list[tuple[Leaf, Leaf]] = []
    gaps: list[Gap] = []
    a = b = 0
    for block in matcher.get_matching_blocks():
        before = pairs[-1] if pairs else None
        if block.a > a or block.b > b:
            gaps.append(Gap(tuple(mine[a : block.a]), tuple(theirs[b : block.b]), before))
        pairs += zip(mine[block.a : block.a + block.size], theirs[block.b : block.b + block.size], strict=True)
        a, b = block.a + block.size, block.b + block.size
    return Alignment(tuple(pairs), tuple(gaps), len(mine))


def parts(reading: Reading) -> Iterator[tuple[Token, ...]]:
    """The statement's clauses: cut at 。 and at commas outside brackets; what says too little joins what follows."""
    part: list[Token] = []
    depth = 0
    for token in reading.tokens:
        depth = max(0, depth + (token.role is Role.OPEN) - (token.role is Role.CLOSE))
        part.append(token)
        if token.role is Role.STOP or (token.role is Role.COMMA and not depth and _says_enough(part)):
            yield tuple(part)
            part = []
    if any(token.is_content for token in part):
        yield tuple(part)


_ENOUGH = 3  # content tokens that make a clause worth looking for on its own


def _says_enough(part: Sequence[Token]) -> bool:
    content = [token for token in part if token.is_content]
    return any(token.role is Role.FIGURE for token in content) or len(content) >= _ENOUGH


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
