"""A meeting with two people whom the master knows, and how a memo of it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Memo, RecordField
from bankrm.domain.reading import read_interaction
from bankrm.drafting.recording.compose import compose, record_of
from bankrm.drafting.recording.proposals import Meeting, Note, Piece, Reading
from bankrm.drafting.recording.read_memo import read_memo

KEY = ClientKey("031", "0004711")
TUESDAY = date(2026, 11, 24)
CONTACTS = (
    Contact(KEY, "篠崎 誠", "代表取締役社長", "しのざき まこと", decides=True),
    Contact(KEY, "赤座 好美", "取締役経理部長", "あかざ よしみ"),
    Contact(KEY, "篠崎 渉", "長男"),
)
MEETING = Meeting(
    TUESDAY, ("とびうお製麺株式会社", "とびうお製麺"), ("篠崎社長", "赤座経理部長"), ("小山田",), CONTACTS, place="本社応接室",
    purpose="製麺機の更新", firms=("潮見銀行",),
)  # fmt: skip


def a_memo(text: str, **changes: Any) -> Memo:
    """A memo of that text."""
    return replace(
        Memo(MemoId("0192f0a0-0000-7000-8000-00000000abcd"), KEY, TUESDAY, datetime(2026, 11, 24, 9, tzinfo=UTC)),
        text=text,
        **changes,
    )


def read(text: str) -> Reading:
    """The memo as the rules read it."""
    return read_memo(text, MEETING)


def told(text: str, field: RecordField) -> list[str]:
    """What is proposed for one field."""
    return [piece.text for piece in read(text).of(field)]


def said(text: str) -> list[tuple[str, str, bool]]:
    """Speaker, words and whether they are quoted, of what the client said."""
    words = read(text).of(RecordField.CLIENT_WORDS)
    return [(piece.speaker, piece.text, piece.quoted) for piece in words if piece.note is None]


def noted(text: str) -> list[tuple[Note, str]]:
    """What nobody said: what was seen, what was received."""
    return [(piece.note, piece.text) for piece in read(text).of(RecordField.CLIENT_WORDS) if piece.note]


def promised(text: str) -> list[tuple[str, str, str]]:
    """Owner, words and due day of each promise."""
    return [_promise(piece) for piece in read(text).of(RecordField.PROMISES)]


def _promise(piece: Piece) -> tuple[str, str, str]:
    return str(piece.owner), piece.about + piece.text, str(piece.due or "")


def recorded(memo: Memo, meeting: Meeting = MEETING) -> Interaction:
    """The record that the memo becomes, as every reader of the store sees it."""
    fields = compose(memo, read_memo(memo.text, meeting), meeting)
    return read_interaction(record_of(memo, fields, "BR-1"), meeting.contacts)
