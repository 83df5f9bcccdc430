"""Editing drafts: the working revision's content and its steps, and columns by which drafts are listed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT, WHOLE = sa.String(), sa.Integer()


def upgrade() -> None:
    _columns()
    _steps()
    _triggers()


def _columns() -> None:
    op.execute("DROP TRIGGER draft_keeps_its_content")
    listed: dict[str, sa.types.TypeEngine[Any]] = {
        "client_name": TEXT, "title": TEXT, "engine": TEXT, "day": sa.Date(), "statements": WHOLE, "questioned": WHOLE,
    }  # fmt: skip
    for name, kind in listed.items():
        op.add_column("draft", sa.Column(name, kind, nullable=True))
    op.add_column("draft", sa.Column("dismissed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("draft", sa.Column("step", WHOLE, nullable=False, server_default="0"))
    _fill()
    with op.batch_alter_table("draft") as table:
        for name, kind in listed.items():
            table.alter_column(name, existing_type=kind, nullable=False)
        table.alter_column("dismissed", existing_type=sa.Boolean(), server_default=None)
        table.alter_column("step", existing_type=WHOLE, server_default=None)


def _fill() -> None:
    draft = sa.table("draft", *(sa.column(name) for name in ("id", "content", "client_name", "title", "engine", "statements", "questioned")), sa.column("day", sa.Date()))  # fmt: skip
    connection = op.get_bind()
    for row in connection.execute(sa.select(draft.c.id, draft.c.content)).fetchall():
        content = json.loads(row.content)
        statements = [one for section in content["sections"] for one in section["statements"]]
        listed = {
            "client_name": content["client_name"],
            "title": content["title"],
            "engine": content["provenance"]["engine"],
            "day": date.fromisoformat(content["provenance"]["parameters"]["visit_day"]),
            "statements": len(statements),
            "questioned": sum(one["verdict"] not in (None, "supported") for one in statements),
        }
        connection.execute(sa.update(draft).where(draft.c.id == row.id).values(**listed))


def _steps() -> None:
    op.create_table(
        "draft_step",
        sa.Column("draft", TEXT, nullable=False),
        sa.Column("place", WHOLE, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "place", name=op.f("pk_draft_step")),
        sa.ForeignKeyConstraint(["draft"], ["draft.id"], name=op.f("fk_draft_step_draft_draft")),
    )


def _triggers() -> None:
    op.execute(
        "CREATE TRIGGER draft_keeps_its_place"
        " BEFORE UPDATE OF seq, id, branch, cif, kind, visit, revision, created ON draft"
        " BEGIN SELECT RAISE(ABORT, 'a revision stays what it is of'); END"
    )
    op.execute(
        "CREATE TRIGGER draft_keeps_its_content BEFORE UPDATE OF sha256, content ON draft"
        " WHEN OLD.state <> 'draft' OR OLD.revision = 1 OR OLD.superseded_by IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'a revision is changed while it is being edited, and never after'); END"
    )
    op.execute(
        "CREATE TRIGGER draft_is_no_draft_again BEFORE UPDATE OF state ON draft"
        " WHEN NEW.state = 'draft' AND OLD.state <> 'draft'"
        " BEGIN SELECT RAISE(ABORT, 'a revision never goes back to draft'); END"
    )
    op.execute(
        "CREATE TRIGGER draft_stays_an_update BEFORE UPDATE OF update_of ON draft"
        " WHEN (OLD.update_of IS NULL) <> (NEW.update_of IS NULL)"
        " BEGIN SELECT RAISE(ABORT, 'an update stays an update, and nothing else becomes one'); END"
    )
