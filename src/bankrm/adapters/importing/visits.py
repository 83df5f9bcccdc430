"""Calendars (.ics, RFC 5545): each entry is a planned visit to the client that it names by key, or else by firm name."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bankrm.adapters.importing.cells import Column, read_names
from bankrm.application.ports.readers import FileCorrupt, FileTooLarge, Finding, KnownClients, ReadRow, SourceFile
from bankrm.domain.clients import ClientKey
from bankrm.domain.days import may_be_recorded
from bankrm.domain.visits import Visit

_TOKYO = ZoneInfo("Asia/Tokyo")
_MOST_BYTES = 20_000_000
_FOLDED = (b" ", b"\t")  # a line that goes on with the one before
_KEY = re.compile(r"(?<![0-9])([0-9]{3})-([0-9A-Z]{4,12})(?![0-9A-Z])")
_LINE = re.compile(r"^[ 　・]*+(?P<label>[^：:\n]{1,12})[ 　]*[：:][ 　]*(?P<value>.*)$", re.MULTILINE)
_LABELS = {
    "client": ("取引先", "訪問先", "取引先番号", "顧客番号", "CIF", "顧客", "お客さま", "お客様", "店番-CIF"),
    "people": ("面談者", "面談予定者", "面談相手", "先方", "先方出席者", "出席者", "相手"),
    "purpose": ("目的", "訪問目的", "用件", "要件", "議題", "テーマ"),
    "place": ("場所", "訪問場所", "面談場所"),
}


class OpenedCalendar:
    """One calendar file. Raises FileCorrupt and FileTooLarge."""

    type, profile, rank = "ics", "", 2

    def __init__(self, file: SourceFile) -> None:
        if len(file.content) > _MOST_BYTES:
            raise FileTooLarge(path=str(file.path), size=len(file.content), limit=_MOST_BYTES)
        self._events = _events(file)
        self.total: int | None = len(self._events)
        self.warnings: tuple[Finding, ...] = ()

    def rows(self, clients: KnownClients) -> Iterator[ReadRow]:
        """One row per entry, numbered from 1 in the order of the file."""
        for number, event in enumerate(self._events, 1):
            yield _row(number, event, clients)


def _events(file: SourceFile) -> list[Event]:
    """All entries of a whole file: the parser passes over what is cut off, so that it is counted here."""
    try:
        calendars = Calendar.from_ical(file.content, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise FileCorrupt(path=str(file.path), type="ics") from error
    content = file.content.removeprefix(codecs.BOM_UTF8)
    lines = Counter(line.strip().upper() for line in content.splitlines() if line[:1] not in _FOLDED)
    whole = lines[b"BEGIN:VCALENDAR"] == lines[b"END:VCALENDAR"] > 0
    if not whole or lines[b"BEGIN:VEVENT"] != len(events):
        raise FileCorrupt(path=str(file.path), type="ics")
    return events


def _row(number: int, event: Event, clients: KnownClients) -> ReadRow:
    if _text(event, "STATUS").upper() == "CANCELLED":
        return ReadRow(number, skipped="cancelled")
    labels = _labels(_text(event, "DESCRIPTION"))
    start, uid = _start(event), _text(event, "UID")
    client, reason = _client(event, labels, clients)
    problems = [
        (start is None, "start_missing"),
        (start is not None and not may_be_recorded(start.date()), "date_out_of_range"),
        (not uid, "uid_missing"),
        (client is None, reason),
    ]
    errors = tuple(Finding(code, number) for wrong, code in problems if wrong)
    if errors or start is None or client is None:
        return ReadRow(number, errors=errors)
    visit = Visit(
        ref=_ref(event, uid),
        client=client,
        start=start,
        people=read_names(labels.get("people", ""), Column()),
        purpose=labels.get("purpose", ""),
        place=_text(event, "LOCATION") or labels.get("place", ""),
    )
    return ReadRow(number, (visit,), warnings=tuple(_warnings(number, event)))


def _warnings(number: int, event: Event) -> Iterator[Finding]:
    if event.get("RRULE") is not None:
        yield Finding("repeats_only_first_taken", number)
    if not isinstance(_decoded_start(event), datetime):
        yield Finding("no_time_of_day", number)


def _ref(event: Event, uid: str) -> str:
    """The UID; one moved entry of a series is a visit of its own."""
    moved = event.get("RECURRENCE-ID")
    return f"{uid}#{moved.dt.isoformat()}" if moved is not None else uid


def _decoded_start(event: Event) -> datetime | date | None:
    start = event.get("DTSTART")
    value = getattr(start, "dt", None)
    return value if isinstance(value, date) else None


def _start(event: Event) -> datetime | None:
    """The start in Tokyo; times without a zone are the branch's own, entries without a time begin with the day."""
    value = _decoded_start(event)
    if value is None:
        return None
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=_TOKYO)
    return value.replace(tzinfo=_TOKYO) if value.tzinfo is None else value.astimezone(_TOKYO)


def _client(event: Event, labels: dict[str, str], clients: KnownClients) -> tuple[ClientKey | None, str]:
    """By key anywhere in the entry; else by the firm name that its label, its title or its description holds. Else the reason."""
    summary, description = _text(event, "SUMMARY"), _text(event, "DESCRIPTION")
    texts = [text for text in (labels.get("client", ""), summary, description) if text]
    for text in texts:
        for key in _KEY.findall(unicodedata.normalize("NFKC", text)):
            known = clients.resolve(ClientKey(*key))
            return known, "unknown_client"
    for text in texts:
        named = clients.named_in(text)
        if len(named) == 1:
            return named[0], ""
        if named:
            return None, "several_clients"
    return None, "client_not_named"


def _labels(description: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _LINE.finditer(description):
        label = unicodedata.normalize("NFKC", match["label"]).strip()
        for name, labels in _LABELS.items():
            if label in labels:
                found.setdefault(name, match["value"].strip())
    return found


def _text(event: Event, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):  # a property given twice: the first counts
        value = value[0]
    return str(value).replace("\r\n", "\n").strip() if value is not None else ""
