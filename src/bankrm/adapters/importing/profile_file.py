"""A profile as a file of the bank's own: its name checked, written whole or not at all, never over one that came with the program."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import secrets
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bankrm.adapters.importing.profiles import read_profile
from bankrm.application.ports.layouts import ProfileNameInvalid, ProfileUnwritable

LONGEST_NAME = 40
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NAME = re.compile(r"\w[\w・ー()（）-]*(?: [\w・ー()（）-]+)*")
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")


def checked_name(name: str) -> str:
    """The name as it is kept: letters of any script, digits, - _ ・ and brackets. Raises ProfileNameInvalid."""
    plain = unicodedata.normalize("NFC", name.strip())
    if not _NAME.fullmatch(plain) or _DEVICES.fullmatch(plain) or len(plain) > LONGEST_NAME:
        raise ProfileNameInvalid(name=plain[:LONGEST_NAME], limit=LONGEST_NAME)
    return plain


def profile_text(
    name: str, record: str, short_dates: str, constants: Mapping[str, str], fields: Mapping[str, tuple[str, str, int]],
    ignored: tuple[str, ...],
) -> str:  # fmt: skip
    """The TOML of a profile; `fields` gives header, unit and width by field."""
    return "\n".join(_lines(name, record, short_dates, constants, fields, ignored)) + "\n"


@dataclass(frozen=True, slots=True)
class StagedProfileFile:
    """A complete profile beside its target."""

    staged: Path
    target: Path
    digest: str

    def publish(self) -> None:
        """Give it its name, in place of an older one. Raises ProfileUnwritable."""
        with _translated(self.target):
            self.staged.replace(self.target)

    def discard(self) -> None:
        """Remove it where it has not been published."""
        with suppress(OSError):
            self.staged.unlink()


def stage(folder: Path, name: str, text: str) -> StagedProfileFile:
    """Write the profile beside its place and read it back, so that one that stands can be used. Raises ProfileUnwritable."""
    content = text.encode()
    target = folder / f"{name}.toml"
    staged = StagedProfileFile(folder / f".{secrets.token_hex(8)}.part", target, hashlib.sha256(content).hexdigest())
    try:
        with _translated(target):
            folder.mkdir(parents=True, exist_ok=True)
            with staged.staged.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            read_profile(staged.staged)
    except BaseException:
        staged.discard()
        raise
    return staged


@contextmanager
def _translated(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = "disk_full" if error.errno in _NO_ROOM else "not_writable"
        raise ProfileUnwritable(path=str(target), reason=reason) from error


def _lines(
    name: str, record: str, short_dates: str, constants: Mapping[str, str], fields: Mapping[str, tuple[str, str, int]],
    ignored: tuple[str, ...],
) -> Iterator[str]:  # fmt: skip
    yield f"name = {_quoted(name)}"
    yield f"title = {_quoted(name)}"
    yield f"record = {_quoted(record)}"
    if short_dates:
        yield f"short_dates = {_quoted(short_dates)}"
    yield f"ignore = [{', '.join(map(_quoted, ignored))}]"
    if constants:
        yield "\n[constants]"
        yield from (f"{key} = {_quoted(value)}" for key, value in constants.items())
    yield "\n[fields]"
    for key, (header, unit, width) in fields.items():
        more = (f", unit = {_quoted(unit)}" if unit else "") + (f", width = {width}" if width else "")
        yield f"{key} = {{ headers = [{_quoted(header)}]{more} }}"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are among TOML's, which forbids DEL besides."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
