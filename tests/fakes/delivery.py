"""A place for files that keeps them in memory."""

from __future__ import annotations

from pathlib import Path

from bankrm.application.ports.exporting import ExportRefused


class MemoryDelivery:
    """`files` holds what was published; where it is full nothing can be staged."""

    def __init__(self, *, full: bool = False) -> None:
        self.files: dict[Path, bytes] = {}
        self._full = full

    def stage(self, target: Path, content: bytes) -> MemoryStaged:
        if self._full:
            raise ExportRefused(path=str(target), reason="disk_full")
        return MemoryStaged(self.files, target, content)


class MemoryStaged:
    def __init__(self, files: dict[Path, bytes], target: Path, content: bytes) -> None:
        self._files, self._target, self._content = files, target, content

    def publish(self) -> None:
        self._files[self._target] = self._content

    def discard(self) -> None:
        return None
