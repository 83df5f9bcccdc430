"""Texts brought into the index before anybody may find them: a file's thousands come in by short transactions, each of which
leaves the writer's place to others, and are shown at once by the transaction that makes them records (ADR 006).

What a search must not find stands in `word_index_hidden`: under its batch until it is shown, and under none once it gave way to another
or its batch was given up.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from bankrm.adapters.store.word_index import IndexedText


class HiddenTexts:
    """The rows of the word index that no search finds, in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self) -> None:
        """Take the writer's place in a transaction that has read and written nothing of the store yet. Raises StoreBusy."""
        self._connection.exec_driver_sql("DELETE FROM word_index_hidden WHERE 0")

    def add(self, batch: str, texts: Sequence[IndexedText]) -> None:
        """Bring texts in, hidden."""
        numbered = list(enumerate(texts, self._last() + 1))
        self._many(
            "INSERT INTO word_index_hidden (number, batch, id) VALUES (?, ?, ?)",
            [(number, batch, text.id) for number, text in numbered],
        )
        self._many(
            "INSERT INTO word_index_texts (number, id, letters) VALUES (?, ?, ?)",
            [(number, text.id, text.letters) for number, text in numbered],
        )
        self._many(
            "INSERT INTO word_index (rowid, words, scope) VALUES (?, ?, ?)",
            [(number, text.words, text.scope) for number, text in numbered],
        )

    def show(self, batch: str, count: int, former: Collection[str], *, amends: bool) -> bool:
        """Let the batch be found from now on, in place of the texts of the ids in `former`, and of its own ids where it amends any;
        False where it does not hold so many texts."""
        counts = "SELECT count(*), count(*) FILTER (WHERE batch = ?) FROM word_index_hidden"
        hidden, held = self._connection.exec_driver_sql(counts, (batch,)).one()
        if held != count:
            return False
        hide = "INSERT OR IGNORE INTO word_index_hidden (number, batch, id) SELECT t.number, '', t.id FROM word_index_texts AS t"
        self._many(f"{hide} WHERE t.id = ?", [(id,) for id in former])
        if amends:
            of_batch = f"{hide} JOIN word_index_hidden AS h ON h.id = t.id WHERE h.batch = ?"
            self._connection.exec_driver_sql(of_batch, (batch,))
        if hidden > held or former or amends:
            self._connection.exec_driver_sql("DELETE FROM word_index_hidden WHERE batch = ?", (batch,))
        else:
            self._connection.exec_driver_sql("DELETE FROM word_index_hidden")  # all at once, not row by row
        return True

    def give_up(self, batch: str) -> None:
        """Leave the batch to the next sweep."""
        self._connection.exec_driver_sql("UPDATE word_index_hidden SET batch = '' WHERE batch = ?", (batch,))

    def leave_out(self, batch: str, ids: Collection[str]) -> None:
        """Leave these few texts of the batch to the next sweep."""
        these = ", ".join("?" * len(ids))
        left = f"UPDATE word_index_hidden SET batch = '' WHERE batch = ? AND id IN ({these})"
        self._connection.exec_driver_sql(left, (batch, *ids))

    def sweep(self, most: int, before: str) -> bool:
        """Let go of so many hidden texts of no batch, or of one whose name is `before` that; whether there are others."""
        hidden = "SELECT number FROM word_index_hidden WHERE batch < ? LIMIT ?"
        found = self._connection.exec_driver_sql(hidden, (before, most + 1)).all()
        numbers = [(number,) for (number,) in found[:most]]
        for table, row in (("word_index", "rowid"), ("word_index_texts", "number"), ("word_index_hidden", "number")):
            self._many(f"DELETE FROM {table} WHERE {row} = ?", numbers)
        return len(found) > most

    def _last(self) -> int:
        last = self._connection.exec_driver_sql("SELECT max(number) FROM word_index_texts")
        return int(last.scalar_one() or 0)

    def _many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(sql, list(rows))
