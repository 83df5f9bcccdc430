"""The word index holds texts that no search finds yet: a text's id stands there twice while a new version waits to be shown."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_STEPS = (
    "CREATE TABLE word_index_texts_new (number INTEGER PRIMARY KEY, id TEXT NOT NULL, letters TEXT NOT NULL)",
    "INSERT INTO word_index_texts_new (number, id, letters) SELECT number, id, letters FROM word_index_texts ORDER BY number",
    "DROP TABLE word_index_texts",
    "ALTER TABLE word_index_texts_new RENAME TO word_index_texts",
    "CREATE INDEX ix_word_index_texts_id ON word_index_texts (id)",
    "CREATE TABLE word_index_hidden (number INTEGER PRIMARY KEY, batch TEXT NOT NULL, id TEXT NOT NULL)",
)


def upgrade() -> None:
    for step in _STEPS:
        op.execute(step)
