"""Alembic's entry: migrate the connection that `Schema.migrate` hands over, in its one transaction."""

from __future__ import annotations

from alembic import context

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.schema import is_ours

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter a table: Alembic copies it
    transactional_ddl=True,
    include_name=is_ours,
)
context.run_migrations()
