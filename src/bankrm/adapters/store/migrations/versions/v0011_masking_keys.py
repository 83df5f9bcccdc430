"""Masking keys: which token stands for which words, by the name under which texts were masked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXT = sa.String()


def upgrade() -> None:
    op.create_table(
        "masking_token",
        *(sa.Column(name, TEXT, nullable=False) for name in ("key", "token", "original")),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "token", name=op.f("pk_masking_token")),
    )
