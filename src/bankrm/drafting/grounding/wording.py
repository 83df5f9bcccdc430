"""Words that soften a meaning on one side only, and the names of all that turns one. What is denied, `denied` sees."""

from __future__ import annotations

from bankrm.language.certainty import Certainty

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
