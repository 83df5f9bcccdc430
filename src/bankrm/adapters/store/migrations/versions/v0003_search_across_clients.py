"""Search across clients: each indexed text says of which kind it is, and the last talk with a client is found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_interaction_last", "interaction", ["branch", "cif", "on"], sqlite_where=sa.text("current = 1"))
    for kind, id in (("records", "%|interaction:%"), ("documents", "%|passage:%")):
        op.execute(
            sa.text(
                "UPDATE word_index SET scope = scope || ' ' || :kind"
                " WHERE rowid IN (SELECT number FROM word_index_texts WHERE id LIKE :id)"
            ).bindparams(kind=kind, id=id)
        )
