"""Interactions as a row of the bank's own table, by the profile with which such a table is imported: what is written reads back
unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from bankrm.adapters.importing.profiles import Profile, load_profiles
from bankrm.application.ports.readers import ProfileInvalid, ProfileUnknown
from bankrm.application.ports.record_layouts import Entry, RecordUnencodable

ENCODING = "cp932"
_RECORD = "interaction"
_KEY: Mapping[str, Callable[[Entry], object]] = {
    "branch": lambda entry: entry.record.client.branch,
    "cif": lambda entry: entry.record.client.cif,
}


class ProfileLayout:
    """The layout of one profile of interactions."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    @property
    def name(self) -> str:
        """The profile's name."""
        return self._profile.name

    def lines(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """Header and value of each field, in the order of the profile; what it has no column for is left out."""
        return [(known.title, _value(entry, field)) for field, known in self._profile.fields.items()]

    def table(self, entries: Sequence[Entry]) -> bytes:
        """CSV in CP932 with a header, lines ending in CRLF. Raises RecordUnencodable."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(known.title for known in self._profile.fields.values())
        for entry in entries:
            cells = self.lines(entry)
            for header, value in cells:
                _require_encodable(entry, header, value)
            writer.writerow(value for _, value in cells)
        return out.getvalue().encode(ENCODING)


class ProfileLayouts:
    """Layouts of the profiles in these folders; of two with one name the one of the later folder."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def named(self, name: str) -> ProfileLayout:
        """Raises ProfileUnknown and ProfileInvalid."""
        profiles = {profile.name: profile for profile in load_profiles(self._folders)}
        fitting = [profile.name for profile in profiles.values() if profile.record == _RECORD]
        if name not in profiles:
            raise ProfileUnknown(name=name, known=fitting)
        if name not in fitting:
            raise ProfileInvalid(path=name, key="record")
        return ProfileLayout(profiles[name])


def _value(entry: Entry, field: str) -> str:
    value = _KEY[field](entry) if field in _KEY else getattr(entry.record, field)
    if isinstance(value, date):
        return f"{value:%Y/%m/%d}"
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)


def _require_encodable(entry: Entry, header: str, value: str) -> None:
    """Each character must come back as itself: CP932 takes 〜 (U+301C), and gives back another."""
    for character in value:
        try:
            same = character.encode(ENCODING).decode(ENCODING) == character
        except UnicodeEncodeError:
            same = False
        if not same:
            shown = f"{character} (U+{ord(character):04X})"
            raise RecordUnencodable(record=entry.record.ref, field=header, character=shown)
