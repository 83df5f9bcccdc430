"""The preparation queue: jobs, the sections that stand of them, and which draft stands in place of which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT, WHOLE = sa.String(), sa.Integer()


def upgrade() -> None:
    _drafts()
    _jobs()


def _drafts() -> None:
    for name in ("superseded_by", "update_of"):
        op.add_column("draft", sa.Column(name, TEXT, nullable=True))
    # to which draft an update is offered belongs to it from the start; what stands in its place is told later
    op.execute("DROP TRIGGER draft_keeps_its_content")
    op.execute(
        "CREATE TRIGGER draft_keeps_its_content"
        " BEFORE UPDATE OF seq, id, branch, cif, kind, visit, revision, created, sha256, content, update_of ON draft"
        " BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END"
    )


def _jobs() -> None:
    op.create_table(
        "job",
        *(sa.Column(name, TEXT, nullable=False) for name in ("id", "branch", "cif")),
        sa.Column("visit", TEXT, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("kind", "engine", "model")),
        sa.Column("created", sa.Text(), nullable=False),
        *(sa.Column(name, WHOLE, nullable=False) for name in ("sections_total", "sections_done")),
        sa.Column("seconds", sa.Float(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("state", "error")),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_state"), "job", ["state"])
    op.create_table(
        "kept_section",
        *(sa.Column(name, TEXT, nullable=False) for name in ("job", "section", "inputs", "statements")),
        sa.PrimaryKeyConstraint("job", "section", name=op.f("pk_kept_section")),
        sa.ForeignKeyConstraint(["job"], ["job.id"], name=op.f("fk_kept_section_job_job")),
    )
