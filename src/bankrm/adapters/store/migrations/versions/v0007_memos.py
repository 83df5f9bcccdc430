"""Memos of talks, open points of records, and the time that preparation takes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sa.String()


def upgrade() -> None:
    op.add_column("interaction", sa.Column("open_points", TEXT, nullable=False, server_default=sa.text("''")))
    _memos()
    _practice()


def _memos() -> None:
    op.create_table(
        "memo",
        *(sa.Column(name, TEXT, nullable=False) for name in ("id", "branch", "cif")),
        sa.Column("visit", TEXT, nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("state", "ref", "content")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memo")),
    )
    op.create_index(op.f("ix_memo_branch_cif"), "memo", ["branch", "cif"])
    for name in ("visit", "on", "state"):
        op.create_index(op.f(f"ix_memo_{name}"), "memo", [name])


def _practice() -> None:
    op.create_table(
        "set_time",
        *(sa.Column(name, TEXT, nullable=False) for name in ("branch", "cif", "visit")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("opened", "confirmed", "recorded")),
        sa.PrimaryKeyConstraint("branch", "cif", "visit", name=op.f("pk_set_time")),
    )
    op.create_table(
        "told_once",
        *(sa.Column(name, TEXT, nullable=False) for name in ("name", "value")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_told_once")),
    )
