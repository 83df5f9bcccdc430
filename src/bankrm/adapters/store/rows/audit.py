"""監査証跡: one row per act; triggers of the first migration refuse to change or delete one."""

from __future__ import annotations

from sqlmodel import Field

from bankrm.adapters.store.rows.base import StoreTable


class AuditRow(StoreTable, table=True):
    """One entry of the chain, in its canonical forms: `time` in UTC with microseconds, `detail` as RFC 8785."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True)
    time: str
    actor: str
    act: str
    object: str
    object_hash: str
    detail: str
    previous: str
    hash: str
