"""One memo a visit: of several the one that became a record, or that was begun last, keeps the visit; the others stay as talks of
their own, so that nothing that was typed is lost."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_KEY = ("branch", "cif", "visit")
_MEMO = sa.table("memo", *(sa.column(name) for name in ("id", *_KEY, "ref", "content")))


def upgrade() -> None:
    _part()
    op.create_index(
        op.f("ix_memo_branch_cif_visit"), "memo", _KEY, unique=True, sqlite_where=sa.text("visit IS NOT NULL")
    )


def _part() -> None:
    connection, seen = op.get_bind(), set()
    query = sa.select(_MEMO).where(_MEMO.c.visit.is_not(None)).order_by((_MEMO.c.ref != "").desc(), _MEMO.c.id.desc())
    for memo in connection.execute(query).all():
        visit = memo.branch, memo.cif, memo.visit
        if visit in seen:
            content = json.dumps({**json.loads(memo.content), "visit": None}, ensure_ascii=False, separators=(",", ":"))
            connection.execute(sa.update(_MEMO).where(_MEMO.c.id == memo.id).values(visit=None, content=content))
        seen.add(visit)
