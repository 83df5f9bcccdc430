"""応接記録, as they arrived: utterances and promises are read out of them again on every reading."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field

from bankrm.adapters.store.rows.base import RecordRow, TextTuple, Topic, record_indexes
from bankrm.adapters.store.rows.clients import client_key, key_columns
from bankrm.domain.interactions import DERIVED, Interaction


class InteractionRow(RecordRow, table=True):
    """応接記録."""

    __tablename__ = "interaction"
    __table_args__ = (
        *record_indexes("interaction", "branch", "cif", "ref"),
        Index("ix_interaction_last", "branch", "cif", "on", sqlite_where=text("current = 1")),
    )

    ref: str
    on: date
    method: str
    place: str
    attendees: tuple[str, ...] = Field(sa_type=TextTuple)
    bank_people: tuple[str, ...] = Field(sa_type=TextTuple)
    purpose: str
    explanation: str
    client_words: str
    promises_text: str
    handed_over: str
    next_step: str
    confidentiality: str
    open_points: str = Field(default="", sa_column_kwargs={"server_default": text("''")})


_TEXTS = ("purpose", "explanation", "client_words", "promises_text", "open_points", "handed_over", "next_step")
_PLAIN = ("on", "method", "place", "attendees", "bank_people", *_TEXTS, "confidentiality")


def to_interaction(row: InteractionRow) -> Interaction:
    """The record as it arrived, without what is read out of it."""
    return Interaction(ref=row.ref, client=client_key(row), **{name: getattr(row, name) for name in _PLAIN})


def searched_text(interaction: Interaction) -> str:
    """What the search over records looks through: the fields in the order of the form."""
    return "\n".join(told for name in _TEXTS if (told := getattr(interaction, name)))


INTERACTIONS = Topic[Interaction](
    InteractionRow,
    key=lambda interaction: {**key_columns(interaction.client), "ref": interaction.ref},
    columns=lambda interaction: {name: getattr(interaction, name) for name in _PLAIN},
    derived=DERIVED,
)
