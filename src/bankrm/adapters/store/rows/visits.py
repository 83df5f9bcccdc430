"""訪問予定."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field

from bankrm.adapters.store.rows.base import RecordRow, TextTuple, Topic, ZonedTime, record_indexes
from bankrm.adapters.store.rows.clients import client_key, key_columns
from bankrm.domain.visits import Visit


class VisitRow(RecordRow, table=True):
    """訪問予定; `day` is the local day of `start`."""

    __tablename__ = "visit"
    __table_args__ = record_indexes("visit", "branch", "cif", "ref")

    ref: str
    day: date = Field(index=True)
    start: datetime = Field(sa_type=ZonedTime)
    people: tuple[str, ...] = Field(sa_type=TextTuple)
    purpose: str
    place: str


def to_visit(row: VisitRow) -> Visit:
    """The domain's value of a row."""
    return Visit(row.ref, client_key(row), row.start, row.people, row.purpose, row.place)


VISITS = Topic[Visit](
    VisitRow,
    key=lambda visit: {**key_columns(visit.client), "ref": visit.ref},
    columns=lambda visit: {
        "day": visit.day,
        "start": visit.start,
        "people": visit.people,
        "purpose": visit.purpose,
        "place": visit.place,
    },
)
