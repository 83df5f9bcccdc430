"""The one transaction of a unit of work: it begins with its first statement, and takes the writer's place with its first write.

A read alone never waits for a writer. What is read first and written later fails as StoreBusy where another process has
committed in between: what was read is then no longer true.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlmodel import Session
from sqlmodel.sql.expression import SelectOfScalar

from bankrm.adapters.store.connection import IMMEDIATE

R = TypeVar("R")


class Transaction:
    """A session on the store. Closing rolls back what is not committed."""

    def __init__(self, engine: Engine) -> None:
        self._session = Session(engine, autoflush=False)

    def rows(self, statement: SelectOfScalar[R]) -> Sequence[R]:
        """Rows as they stand now, also after this transaction's own writes."""
        return self._session.exec(statement.execution_options(populate_existing=True)).all()

    def reading(self) -> Connection:
        """The connection, for a statement that only reads."""
        return self._session.connection()

    def writing(self) -> Connection:
        """The connection, as the only writer. Raises StoreBusy after the connection's patience."""
        if self._session.in_transaction():
            return self._session.connection()
        return self._session.connection(execution_options=IMMEDIATE)

    def commit(self) -> None:
        """Make all durable; the next statement begins a new transaction."""
        self._session.commit()

    def close(self) -> None:
        """Roll back and give the connection back."""
        self._session.close()
