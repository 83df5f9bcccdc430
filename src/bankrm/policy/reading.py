"""Reading the settings: what IT manages, what the user chose, what IT recommends; the first that says something wins.

ExpectedError
 └─ PolicyError           settings cannot be used
     ├─ PolicyUnreadable  a file of settings is not JSON, or cannot be read
     └─ PolicyInvalid     a security setting has a value that it may not have
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bankrm.domain.errors import ExpectedError
from bankrm.policy.settings import SECURITY_KEYS, Policy


class PolicyError(ExpectedError):
    """Settings cannot be used; the program does not start with others instead (details: path)."""

    code = "policy_error"


class PolicyUnreadable(PolicyError):
    """A file of settings cannot be read, or not be written (details: path, reason: `not_json`, `not_an_object`, `unreadable`, `not_writable`)."""

    code = "policy_unreadable"


class PolicyInvalid(PolicyError):
    """A security setting has a value that it may not have (details: path, key)."""

    code = "policy_invalid"


class Level(StrEnum):
    """Who said it, the strongest first."""

    MANAGED = "managed"
    USER = "user"
    RECOMMENDED = "recommended"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a setting's value comes from; no file for a default."""

    level: Level
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class IgnoredSetting:
    """A setting that was left out: a name that is none, or a value that it may not have."""

    key: str
    file: Path
    unknown: bool


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """The settings as they apply here, the source of each (by its JSON name), and what was left out."""

    policy: Policy
    sources: Mapping[str, Source]
    ignored: tuple[IgnoredSetting, ...] = ()

    def managed(self, key: str) -> bool:
        """Whether IT has fixed this setting."""
        return self.sources[key].level is Level.MANAGED


def machine_folder() -> Path:
    """Where IT puts settings. No environment variable has a say in it: whoever may set one could undo what IT has fixed."""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as folders:
            return Path(winreg.QueryValueEx(folders, "Common AppData")[0], "BankRM", "policies")
    return Path("/etc/bankrm/policies")


def read_policy(machine: Path, settings: Path) -> PolicyInForce:
    """The settings in force: MACHINE/managed/*.json, the user's file, then MACHINE/recommended/*.json. Raises PolicyError.

    What is managed cannot be changed, what is recommended is only another default. Of several files in a folder the first by name wins.
    """
    values: dict[str, Any] = {}
    sources = {name: Source(Level.DEFAULT) for name in keys()}
    ignored = list[IgnoredSetting]()
    for source, file, told in _said(machine, settings):
        for key, value in told.items():
            if not is_good(key, value):
                if key in SECURITY_KEYS:
                    raise PolicyInvalid(path=str(file), key=key)
                ignored.append(IgnoredSetting(key, file, key not in sources))
            elif key not in values:
                values[key], sources[key] = value, source
    return PolicyInForce(_parsed(values), sources, tuple(ignored))


def keys() -> tuple[str, ...]:
    """The settings' JSON names."""
    return tuple(str(field.alias) for field in Policy.model_fields.values())


def _said(machine: Path, settings: Path) -> Iterator[tuple[Source, Path, dict[str, Any]]]:
    """What each file says, the strongest first."""
    files = {
        Level.MANAGED: _files(machine / "managed"),
        Level.USER: [settings] if settings.exists() else [],
        Level.RECOMMENDED: _files(machine / "recommended"),
    }
    for level, found in files.items():
        for file in found:
            yield Source(level, file), file, object_in(file)


def _files(folder: Path) -> list[Path]:
    """A folder that is there but may not be read is no reason to do as if IT had said nothing."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".json")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise PolicyUnreadable(path=str(folder), reason="unreadable") from error


def object_in(file: Path) -> dict[str, Any]:
    """What a file of settings says. Raises PolicyUnreadable."""
    try:
        found = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise PolicyUnreadable(path=str(file), reason="not_json") from error
    except OSError as error:
        raise PolicyUnreadable(path=str(file), reason="unreadable") from error
    if not isinstance(found, dict):
        raise PolicyUnreadable(path=str(file), reason="not_an_object")
    return found


def is_good(key: str, value: Any) -> bool:
    """Whether there is such a setting, and it may have this value."""
    try:
        _parsed({key: value})
    except ValidationError:
        return False
    return True


def _parsed(values: Mapping[str, Any]) -> Policy:
    """As JSON, since strictness there knows that a path is written as text."""
    return Policy.model_validate_json(json.dumps(values))
