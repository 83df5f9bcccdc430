"""Mapping profiles: how one kind of table becomes records. TOML files, shipped and saved by the bank; the bank's win by name.

```toml
name = "clients"             # as in --profile
title = "取引先一覧"           # shown beside the name
record = "client"            # a record type
short_dates = "令和"          # what 8/5/20 means: an era, or "western"; without it such a date is an error
[constants]                  # text for fields that have no column
branch = "000"
[fields]
name = ["取引先名", "顧客名"]   # headers under which a bank may hand the field over
[fields.amount_yen]          # or with what belongs to it
headers = ["金額"]
unit = "百万円"               # where neither cell nor header nor title row states one
required = true
width = 7                    # of a code that Excel stored as a number
ignore = ["取引先名"]          # known headers that hold nothing to import (top-level key: stands before the tables)
[[skip]]                     # rows left out and counted
headers = ["提出者種別"]
starts = ["個人"]
reason = "individual"
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bankrm.adapters.importing.cells import CONVERTERS
from bankrm.adapters.importing.headers import UNITS, plain_header
from bankrm.adapters.importing.records import RECORD_TYPES, RecordType
from bankrm.application.ports.readers import ProfileInvalid
from bankrm.language.eras import BY_NOTATION


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the record: its headers as compared, its converter, and what its column needs to know. `title` is the first
    header as the profile writes it: under it the field leaves for the bank's own table."""

    headers: frozenset[str]
    kind: str
    required: bool = False
    unit: str = ""
    width: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows whose cell under one of the headers equals or starts with one of the texts are left out for this reason."""

    headers: frozenset[str]
    starts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One mapping."""

    name: str
    title: str
    record: str
    fields: Mapping[str, Field]
    constants: Mapping[str, str] = field(default_factory=dict)
    skips: tuple[Skip, ...] = ()
    ignored: frozenset[str] = frozenset()
    short_dates: str = ""

    @property
    def type(self) -> RecordType:
        """The record type it maps to."""
        return RECORD_TYPES[self.record]

    @property
    def required(self) -> frozenset[str]:
        """Fields that must have a column (時点 may stand above the header instead)."""
        marked = {name for name, one in self.fields.items() if one.required}
        return (self.type.required | marked) - set(self.constants) - {"as_of"}

    def field_of(self, header: str) -> str:
        """The field that a header (as compared) stands for, empty where it is none."""
        return next((name for name, one in self.fields.items() if header in one.headers), "")


def load_profiles(folders: Sequence[Path]) -> tuple[Profile, ...]:
    """Profiles of all folders that exist, by name; of two with one name the one of the later folder. Raises ProfileInvalid."""
    found: dict[str, Profile] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            profile = read_profile(path)
            found[profile.name] = profile
    return tuple(found[name] for name in sorted(found))


def read_profile(path: Path) -> Profile:
    """One profile file. Raises ProfileInvalid, naming the place."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileInvalid(path=str(path), key="") from error
    return _Reader(path).profile(data)


class _Reader:
    """Checks what a profile says before anything is imported with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def profile(self, data: Mapping[str, Any]) -> Profile:
        record = self._one_of(data.get("record"), RECORD_TYPES, "record")
        short = data.get("short_dates", "")
        self._check(short in ("", "western") or short in BY_NOTATION, "short_dates")
        kinds = RECORD_TYPES[record].kinds
        constants = self._table(data, "constants")
        self._check(set(constants) <= set(kinds), "constants")
        fields = {name: self._field(name, value, kinds) for name, value in self._table(data, "fields").items()}
        skips = tuple(self._skip(entry) for entry in data.get("skip", ()))
        name = self._text(data.get("name"), "name")
        ignored = _plain(self._texts(data.get("ignore", []), "ignore"))
        return Profile(name, str(data.get("title", name)), record, fields, constants, skips, ignored, short)

    def _field(self, name: str, value: object, kinds: Mapping[str, str]) -> Field:
        place = f"fields.{name}"
        self._check(name in kinds, place)
        given: Mapping[str, Any] = value if isinstance(value, Mapping) else {"headers": value}
        unit, width = given.get("unit", ""), given.get("width", 0)
        self._check(unit == "" or unit in UNITS, f"{place}.unit")
        self._check(isinstance(width, int) and 0 <= width <= 12, f"{place}.width")
        kind = self._one_of(given.get("kind", kinds[name]), CONVERTERS, f"{place}.kind")
        written = self._texts(given.get("headers"), f"{place}.headers")
        title = written[0] if written else ""
        return Field(_plain(written), kind, bool(given.get("required", False)), unit, width, title)

    def _skip(self, entry: Mapping[str, Any]) -> Skip:
        headers = _plain(self._texts(entry.get("headers"), "skip.headers"))
        return Skip(
            headers, self._texts(entry.get("starts"), "skip.starts"), self._text(entry.get("reason"), "skip.reason")
        )

    def _check(self, fine: bool, key: str) -> None:
        if not fine:
            raise ProfileInvalid(path=str(self._path), key=key)

    def _text(self, value: object, key: str) -> str:
        self._check(isinstance(value, str) and bool(value), key)
        return str(value)

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        self._check(isinstance(value, list) and all(isinstance(item, str) and item for item in value), key)
        return tuple(value) if isinstance(value, list) else ()

    def _table(self, data: Mapping[str, Any], key: str) -> dict[str, Any]:
        value = data.get(key, {})
        self._check(isinstance(value, dict), key)
        return dict(value)

    def _one_of(self, value: object, known: Mapping[str, object], key: str) -> str:
        self._check(isinstance(value, str) and value in known, key)
        return str(value)


def _plain(headers: Iterable[str]) -> frozenset[str]:
    return frozenset(plain_header(header) for header in headers)
