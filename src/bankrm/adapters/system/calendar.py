"""The bank's calendar, read from resources/calendar/holidays.toml."""

from __future__ import annotations

from datetime import date

from bankrm.adapters.system.resources import ResourceInvalid, Resources
from bankrm.domain.visits import BusinessCalendar

FILE = ("calendar", "holidays.toml")


def load_calendar(resources: Resources) -> BusinessCalendar:
    """National holidays and what the bank added. Raises ResourceInvalid for an entry without a day."""
    days = [entry.get("day") for entry in resources.toml(*FILE).get("holiday", [])]
    if not all(type(day) is date for day in days):
        raise ResourceInvalid(path=str(resources.path(*FILE)), reason="day")
    return BusinessCalendar(frozenset(days))
