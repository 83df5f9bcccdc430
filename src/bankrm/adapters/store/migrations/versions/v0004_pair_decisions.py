"""名寄せ: what a person decided of two clients that may be one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = ("branch", "cif", "other_branch", "other_cif")


def upgrade() -> None:
    op.create_table(
        "pair_decision",
        *(sa.Column(name, sa.String(), nullable=False) for name in (*KEY, "sameness", "shared")),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_pair_decision")),
    )
