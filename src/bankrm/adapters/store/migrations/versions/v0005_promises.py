"""Promises: what persons said became of them, and what is open by the last reading of each client's records."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.String()


def upgrade() -> None:
    _closings()
    _readings()


def _promise() -> tuple[sa.Column[Any], ...]:
    return (
        *(sa.Column(name, TEXT, nullable=False) for name in ("branch", "cif", "record")),
        sa.Column("promised_on", sa.Date(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("owner", "text", "thing")),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("doubt", TEXT, nullable=False),
    )


def _closings() -> None:
    op.create_table(
        "closing",
        sa.Column("id", TEXT, nullable=False),
        *_promise(),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("words", "by")),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("taken_back", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )
    op.create_index(op.f("ix_closing_branch_cif"), "closing", ["branch", "cif"])


def _readings() -> None:
    op.create_table(
        "open_promise",
        sa.Column("id", sa.Integer(), nullable=False),
        *_promise(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_promise")),
    )
    op.create_index(op.f("ix_open_promise_branch_cif"), "open_promise", ["branch", "cif"])
    op.create_index(op.f("ix_open_promise_owner_due"), "open_promise", ["owner", "due"])
    op.create_table(
        "promise_reading",
        *(sa.Column(name, TEXT, nullable=False) for name in ("branch", "cif", "reader")),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "cif", name=op.f("pk_promise_reading")),
    )
