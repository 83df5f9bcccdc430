"""A vault whose key is known: for tests in which Argon2 and the credential store are not the subject."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

KEY = bytes(range(32))


@dataclass(frozen=True)
class RawKeyVault:
    file: Path
    key: bytes = KEY

    def create(self) -> bytes:
        self.file.write_text("raw key", encoding="ascii")
        return self.key

    def open(self) -> bytes:
        return self.key

    def wraps(self) -> tuple[str, ...]:
        return ("raw",)

    def at(self, file: Path) -> RawKeyVault:
        return replace(self, file=file)
