"""The passphrase that stands in a file (BANKRM_PASSPHRASE_FILE): for machines without a credential store."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bankrm.application.ports.vault import PassphraseFileRefused, PassphraseTooShort

VARIABLE = "BANKRM_PASSPHRASE_FILE"
MINIMUM = 12  # characters
_LARGEST = 4096


def read_passphrase(file: Path) -> str:
    """The first line's text. Raises PassphraseFileRefused where it is missing, not plain text, or readable by others."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise PassphraseFileRefused(path=str(file), reason="missing") from error
    try:
        _require_private(file, os.fstat(descriptor))
        content = os.read(descriptor, _LARGEST)
    finally:
        os.close(descriptor)
    try:
        passphrase = content.decode("utf-8-sig").splitlines()[0] if content else ""
    except UnicodeDecodeError as error:
        raise PassphraseFileRefused(path=str(file), reason="not_text") from error
    if not passphrase:
        raise PassphraseFileRefused(path=str(file), reason="empty")
    return passphrase


def _require_private(file: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise PassphraseFileRefused(path=str(file), reason="not_a_file")
    if os.name == "posix" and stat.S_IMODE(status.st_mode) & 0o077:
        raise PassphraseFileRefused(path=str(file), reason="open_to_others")


def require_strength(passphrase: str) -> str:
    """The passphrase. Raises PassphraseTooShort."""
    if len(passphrase) < MINIMUM:
        raise PassphraseTooShort(minimum=MINIMUM)
    return passphrase
