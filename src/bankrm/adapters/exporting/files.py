"""Files on disk: complete under another name first, then under their own."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bankrm.application.draft_json import draft_bytes
from bankrm.application.ports.exporting import ExportRefused, Paper

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class StagedOnDisk:
    """A complete file beside its target."""

    staged: Path
    target: Path

    def publish(self) -> None:
        """Give it its name, in place of what stood there. Raises ExportRefused."""
        try:
            self.staged.replace(self.target)
        except OSError as error:
            raise _refused(self.target, error) from error

    def discard(self) -> None:
        """Remove it where it has not been published."""
        with suppress(OSError):
            self.staged.unlink()


class FileDelivery:
    """Writes beside the target, so that giving it its name is one step."""

    def stage(self, target: Path, content: bytes) -> StagedOnDisk:
        """Raises ExportRefused."""
        staged = StagedOnDisk(target.with_name(f".{target.name}.{secrets.token_hex(4)}"), target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with staged.staged.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            staged.discard()
            raise _refused(target, error) from error
        except BaseException:
            staged.discard()
            raise
        return staged


class JsonFormat:
    """`bankrm.draft/1`: one draft a file."""

    def render(self, paper: Paper) -> bytes:
        """The only draft of the paper."""
        (draft,) = paper.drafts
        return draft_bytes(draft)


def _refused(target: Path, error: OSError) -> ExportRefused:
    return ExportRefused(path=str(target), reason="disk_full" if error.errno in _NO_ROOM else "not_writable")
