"""A place for files that keeps them in memory."""

from __future__ import annotations

from pathlib import Path

from bankrm.application.ports.exporting import ExportRefused


class MemoryDelivery:
    """`files` holds what was published. Where it is full nothing can be staged; `taken`: another program holds the target open."""

    def __init__(self, *, full: bool = False, taken: bool = False) -> None:
        self.files: dict[Path, bytes] = {}
        self._full, self._taken = full, taken

    def stage(self, target: Path, content: bytes) -> MemoryStaged:
        if self._full:
            raise ExportRefused(path=str(target), reason="disk_full")
        return MemoryStaged(self.files, target, content, taken=self._taken)


class MemoryStaged:
    def __init__(self, files: dict[Path, bytes], target: Path, content: bytes, *, taken: bool = False) -> None:
        self._files, self._target, self._content, self._taken = files, target, content, taken

    def publish(self) -> None:
        if self._taken:
            raise ExportRefused(path=str(self._target), reason="not_writable")
        self._files[self._target] = self._content

    def discard(self) -> None:
        return None
