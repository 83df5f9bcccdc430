"""Where the focus goes when the rows of a document were read again."""

from __future__ import annotations

from collections.abc import Sequence

from bankrm.ui.pages.drafts.rows import Row, StatementRow


def focus_moves_to(before: Sequence[Row], rows: Sequence[Row], chosen: str) -> str:
    """The key of the statement: the first that is new after an edit; where the `chosen` one is gone, the one that stood behind it, else
    the first. Empty where the focus stays, or can be on nothing."""
    known = [row.key for row in before]
    keys = [row.key for row in rows if isinstance(row, StatementRow)]
    new = [key for key in keys if key not in known] if known else []
    if chosen in keys and not new:
        return ""
    behind = known[known.index(chosen) :] if chosen in known else []
    return next((key for key in (*new, *behind, *keys) if key in keys), "")
