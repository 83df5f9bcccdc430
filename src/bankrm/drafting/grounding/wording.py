"""Words that soften a meaning on one side only, and the names of all that turns one. What is denied, `denied` sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.alignment import Alignment, Gap, Leaf, leading
from bankrm.drafting.grounding.tokens import Role
from bankrm.language.certainty import Certainty
from bankrm.language.patterns import pattern

NEGATION = "negation_differs"
DIRECTION = "direction_differs"
CERTAINTY = "certainty_differs"
SCOPE = "scope_differs"

_FIRM = frozenset({Certainty.DONE, Certainty.DECIDED, Certainty.AGREED, Certainty.PLANNED})
_OPEN = frozenset({Certainty.CONSIDERING, Certainty.WISHED, Certainty.ON_HOLD})
_CLASHES = frozenset(
    {(firm, open_) for firm in _FIRM for open_ in _OPEN}
    | {(Certainty.DECLINED, other) for other in Certainty if other not in (Certainty.DECLINED, Certainty.NONE)}
    | {(other, Certainty.DECLINED) for other in _FIRM | _OPEN if other is not Certainty.DONE}
    | {(Certainty.WISHED, Certainty.ON_HOLD), (Certainty.CONSIDERING, Certainty.ON_HOLD)}
    | {(before, Certainty.DONE) for before in (*_OPEN, Certainty.PLANNED)}
    | {(open_, Certainty.DECIDED) for open_ in _OPEN}
    | {
        (Certainty.DONE, Certainty.PLANNED),
        (Certainty.DECIDED, Certainty.PLANNED),
        (Certainty.AGREED, Certainty.PLANNED),
    }
)
"""(statement, evidence): degrees that cannot both be true of one matter at one time."""


def clash(mine: Certainty, theirs: Certainty) -> bool:
    """Whether the statement commits the speaker otherwise than the evidence does."""
    return (mine, theirs) in _CLASHES


def differences(
    alignment: Alignment, statement: str, evidence: str, clauses: Sequence[tuple[int, int]] = ()
) -> Iterator[Reason]:
    """What softens a shared meaning on one side only.

    `clauses` are spans of the evidence: where given, a lone word that both share is no shared meaning, two in one clause are.
    """
    for gap in alignment.gaps:
        if gap.before is not None and (not clauses or _shared(alignment, gap.before[1], clauses)):
            yield from _turned(gap, statement, evidence)


def _shared(alignment: Alignment, theirs: Leaf, clauses: Sequence[tuple[int, int]]) -> bool:
    """Whether at least two words of the evidence's clause have partners."""
    start, end = next((a, b) for a, b in clauses if theirs.token.start < b)
    return sum(start <= other.token.start < end for _, other in alignment.pairs) > 1


def _turned(gap: Gap, statement: str, evidence: str) -> Iterator[Reason]:
    """Softening right behind a shared word on one side, and nowhere in the other side's gap."""
    assert gap.before is not None
    own, other = gap.before
    mine, theirs = leading(gap.mine, own.depth), leading(gap.theirs, other.depth)
    if (_only(mine, gap.theirs) and not _is_to_come(other, evidence)) or _only(theirs, gap.mine):
        yield Reason(CERTAINTY, _cut(statement, [own, *mine]))


_TO_COME = pattern(r"(?P<ending>[ぁ-ん]{0,3}[うくすつぬぶむるぐ])?(?:と(?![いも])|。|、|」|$)")


def _is_to_come(leaf: Leaf, evidence: str) -> bool:
    """Whether the evidence tells it in the plain form, of what is still to come: 減らすと言ってきた may be told as 減らす見通し."""
    after = _TO_COME.match(evidence, leaf.token.end)
    ending = evidence[leaf.token.end - 1 : leaf.token.end]
    return after is not None and bool(after["ending"] or ending in "うくすつぬぶむるぐ")


def _only(here: Sequence[Leaf], there: Sequence[Leaf]) -> bool:
    return _softened(here) and not _softened(there)


def _softened(leaves: Sequence[Leaf]) -> bool:
    return any(leaf.token.role is Role.SOFTENER and leaf.token.key in ("expected", "possible") for leaf in leaves)


def _cut(statement: str, leaves: Sequence[Leaf]) -> str:
    return statement[leaves[0].token.start : leaves[-1].token.end] if leaves else ""
