"""Promises as iCalendar (RFC 5545): whole-day entries that take nobody's time, with a reminder in the morning of the day before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bankrm.application.ports.exporting import CalendarEntry

REMINDER = timedelta(hours=-15)  # 9:00 of the day before, seen from the midnight with which the day begins


class PromiseCalendar:
    """As Outlook and Thunderbird take it in; an entry taken in again under its id is changed."""

    def render(self, entries: Sequence[CalendarEntry], now: datetime) -> bytes:
        """The same entries at the same moment give the same bytes."""
        calendar = Calendar()
        calendar.add("prodid", "-//BankRM//promises//JA")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        for entry in entries:
            calendar.add_component(_event(entry, now))
        content: bytes = calendar.to_ical()
        return content


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    summary = f"宿題の期限: {entry.client_name} {entry.thing}"
    event.add("uid", f"{entry.id}@bankrm")
    event.add("dtstamp", now)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", REMINDER)
    event.add_component(alarm)
    return event
