"""Bringing an older store to this program's schema: copy, mark, upgrade, check, clear; on any failure the copy comes back.

A process that is killed on the way leaves the mark: the next opening puts the copy back and begins again.
"""

from __future__ import annotations

import json

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.connection import IMMEDIATE, StoreFile, store_engine
from bankrm.adapters.store.home import Home, alone_in, copy_durably, new_file, sync_folder, translated
from bankrm.adapters.store.schema import Schema
from bankrm.application.ports.store import StoreTooNew, StoreUnreadable, StoreUpgradeFailed
from bankrm.domain.audit import Act, AuditEvent


def bring_up_to_date(home: Home, file: StoreFile, schema: Schema, signature: Signature) -> None:
    """Nothing where the store is of this schema; else upgrade it, alone in the home.

    Raises StoreTooNew, StoreUnreadable, StoreBusy, StoreDiskFull and StoreUpgradeFailed; after each of them the store is as before.
    """
    if not home.mark.exists() and version_of(file, schema) == schema.head:
        return
    with alone_in(home):
        _put_back_after_a_kill(home, file)
        found = version_of(file, schema)
        if found != schema.head:
            _upgrade(home, file, schema, found, signature)


def version_of(file: StoreFile, schema: Schema) -> str:
    """The version of a store that this program can open or upgrade. Raises StoreUnreadable and StoreTooNew."""
    engine = store_engine(file, poolclass=NullPool)
    with engine.connect() as connection:
        found = schema.version(connection)
    if found is None:
        raise StoreUnreadable(path=str(file.path))
    if schema.is_newer(found):
        raise StoreTooNew(path=str(file.path), found=found, known=schema.head)
    return found


def _upgrade(home: Home, file: StoreFile, schema: Schema, found: str, signature: Signature) -> None:
    file.settle()
    copy_durably(file.path, home.before_upgrade)
    with translated(home.mark), new_file(home.mark) as mark:
        mark.write(json.dumps({"from": found, "to": schema.head}).encode())
    try:
        _migrate(file, schema, found, signature)
        file.settle()
        if not file.check():
            raise StoreUnreadable(path=str(file.path))
    except BaseException as error:  # also Ctrl-C and bugs: the old store comes back before anything else is said
        _put_back(home, file)
        if isinstance(error, (SQLAlchemyError, StoreUnreadable)):
            raise StoreUpgradeFailed(path=str(file.path), found=found, known=schema.head) from error
        raise
    _clear(home)


def _put_back_after_a_kill(home: Home, file: StoreFile) -> None:
    """With a mark and no copy the store is whole already: the kill came while all was being cleared away."""
    if not home.mark.exists():
        return
    if home.before_upgrade.exists():
        _put_back(home, file)
    else:
        _clear(home)


def _put_back(home: Home, file: StoreFile) -> None:
    with translated(home.store):
        for part in file.parts()[1:]:
            part.unlink(missing_ok=True)
        home.before_upgrade.replace(home.store)
        sync_folder(home.folder)
    _clear(home)


def _clear(home: Home) -> None:
    with translated(home.store):
        home.before_upgrade.unlink(missing_ok=True)
        home.mark.unlink(missing_ok=True)
        sync_folder(home.folder)


def _migrate(file: StoreFile, schema: Schema, found: str, signature: Signature) -> None:
    engine = store_engine(file, poolclass=NullPool)
    with engine.connect().execution_options(**IMMEDIATE) as connection:
        # Alembic's batch mode replaces whole tables: their references are checked afterwards
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            schema.migrate(connection)
            detail = {"from": found, "to": schema.head}
            signature.append(connection, AuditEvent(Act.STORE_UPGRADED, "store", detail=detail))
