"""Masking keys in memory."""

from __future__ import annotations

from tests.fakes.memory.data import MemoryData

from bankrm.drafting.privacy.masking import MaskingKey


class MemoryMaskingKeys:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def get(self, name: str) -> MaskingKey | None:
        return self._data.masking_keys.get(name)

    def claim(self, name: str) -> MaskingKey | None:
        return self.get(name)

    def put(self, name: str, key: MaskingKey) -> None:
        if key.originals:
            self._data.masking_keys[name] = key
        else:
            self._data.masking_keys.pop(name, None)
