"""The user's own settings: one value at a time, beside what else the file says. What IT manages wins over them when they are read."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from bankrm.policy.reading import PolicyInvalid, PolicyUnreadable, is_good, object_in


def choose_setting(settings: Path, key: str, value: object) -> None:
    """Write one setting of the user; the file is the old one or the new one, never half of it.

    Raises PolicyInvalid for a value that the setting may not have, PolicyUnreadable where the file is no settings or cannot be written.
    """
    if not is_good(key, value):
        raise PolicyInvalid(path=str(settings), key=key)
    told = object_in(settings) if settings.exists() else {}
    content = json.dumps({**told, key: value}, ensure_ascii=False, indent=2) + "\n"
    try:
        handle, staged = tempfile.mkstemp(dir=settings.parent, prefix=".settings-")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(staged).replace(settings)
    except OSError as error:
        raise PolicyUnreadable(path=str(settings), reason="not_writable") from error
