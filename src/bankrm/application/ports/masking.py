"""What use cases need of the store for masking: the keys that take tokens back."""

from __future__ import annotations

from typing import Protocol

from bankrm.drafting.privacy.masking import MaskingKey


class MaskingKeys(Protocol):
    """Keys by the names under which texts were masked. Whoever has one can read what was masked: they never leave the store."""

    def get(self, name: str) -> MaskingKey | None:
        """A key, None where nothing was masked under this name."""
        ...

    def claim(self, name: str) -> MaskingKey | None:
        """The same; what is decided on it holds until the commit."""
        ...

    def put(self, name: str, key: MaskingKey) -> None:
        """Keep a key in place of the one of this name."""
        ...
