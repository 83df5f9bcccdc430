from collections.abc import Callable, Iterable, Sequence
from typing import Any

SQLITE_BUSY: int
SQLITE_CANTOPEN: int
SQLITE_CORRUPT: int
SQLITE_FULL: int
SQLITE_IOERR: int
SQLITE_LOCKED: int
SQLITE_NOTADB: int
SQLITE_PERM: int
SQLITE_READONLY: int
sqlite_version: str

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...

class Cursor:
    rowcount: int
    lastrowid: int | None
    def fetchone(self) -> tuple[Any, ...] | None: ...
    def fetchall(self) -> list[tuple[Any, ...]]: ...

class Connection:
    in_transaction: bool
    def execute(self, sql: str, parameters: Sequence[object] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Sequence[object]]) -> Cursor: ...
    def backup(
        self,
        target: Connection,
        *,
        pages: int = ...,
        progress: Callable[[int, int, int], None] | None = ...,
        sleep: float = ...,
    ) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def close(self) -> None: ...

def connect(
    database: str,
    timeout: float = ...,
    isolation_level: str | None = ...,
    check_same_thread: bool = ...,
    uri: bool = ...,
) -> Connection: ...
