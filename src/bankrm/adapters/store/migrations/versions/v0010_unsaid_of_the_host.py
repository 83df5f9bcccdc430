"""An extract of the host remembers which columns it did not have: what was said of them before still stands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("host_figures", sa.Column("unsaid", sa.Text(), nullable=False, server_default=sa.text("'[]'")))
