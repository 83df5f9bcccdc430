"""Values of the domain as plain JSON and back, exactly: dataclasses, enums, dates, tuples, mappings, by their type hints."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_UNIONS = (Union, types.UnionType)


def to_plain(value: object) -> Any:
    """JSON's own types: fields by name, enums by value, dates as ISO 8601, tuples as arrays. Raises TypeError for others."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    raise TypeError(type(value).__name__)


def from_plain(kind: type[T], plain: object) -> T:
    """The value of that type which `to_plain` made `plain` of. Raises KeyError, TypeError or ValueError for anything else."""
    return cast("T", _read(kind, plain))


def content_of(record: object, leave_out: frozenset[str] = frozenset()) -> bytes:
    """One text for one content: fields at their default are left out, so that a field added later changes no digest."""
    told = {
        field.name: to_plain(value)
        for field in fields(record)  # type: ignore[arg-type]
        if field.name not in leave_out and (value := getattr(record, field.name)) != _default(field)
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(errors="surrogatepass")


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(hint: Any, plain: Any) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in _UNIONS:
        return None if plain is None else _read(next(arg for arg in args if arg is not types.NoneType), plain)
    if origin is tuple:
        kinds = [args[0]] * len(plain) if args[-1] is Ellipsis else args
        return tuple(_read(item_kind, item) for item_kind, item in zip(kinds, plain, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {_read(args[0], key): _read(args[1], item) for key, item in plain.items()}
    return _read_simple(hint, plain)


def _read_simple(kind: Any, plain: Any) -> Any:
    if not isinstance(kind, type):  # a NewType over text
        return plain
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], item) for name, item in plain.items()})
    if issubclass(kind, (date, datetime)):
        return kind.fromisoformat(plain)
    if issubclass(kind, (Enum, float)):
        return kind(plain)
    return plain
