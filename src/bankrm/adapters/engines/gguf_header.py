"""The header of a GGUF file: what the model is, read without trusting one number in it.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3, little-endian. Reads at most MOST_HEADER_BYTES;
every count and length is compared with what is left of them before it is used.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path

from bankrm.adapters.engines.gguf_types import BLOCKS, FILE_TYPES
from bankrm.adapters.engines.model_facts import MOST_HEADER_BYTES, Damaged, ModelFacts
from bankrm.application.model_memory import CacheShape

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST_ENTRIES, _MOST_TENSORS = 1_000, 100_000  # real models have some fifty and some thousands
_MOST_DIMENSIONS = 4  # GGML_MAX_DIMS
_MOST_KEPT = 1024  # a longer array (a vocabulary) is counted, not kept
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_LEAST_BYTES = {_STRING: 8} | {kind: struct.calcsize(code) for kind, code in _SCALARS.items()}

Scalar = int | float | str


@dataclass(frozen=True, slots=True)
class LongArray:
    """An array that is not kept."""

    length: int


Value = Scalar | tuple[Scalar, ...] | LongArray


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """Metadata by key, and how many parameters and bytes the tensors have."""

    metadata: Mapping[str, Value]
    parameters: int
    tensor_bytes: int

    @property
    def architecture(self) -> str:
        """llama, qwen3 …"""
        return self.text("general.architecture")

    def text(self, key: str) -> str:
        """A value that is text, empty where there is none."""
        value = self.metadata.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str, default: int = 0) -> int:
        """A value of this architecture (`context_length`), the largest where each layer has its own."""
        value = self.metadata.get(f"{self.architecture}.{key}", default)
        found = [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, int)]
        return max(found, default=default)

    def facts(self) -> ModelFacts:
        """What a bundle's manifest says. Raises Damaged where the model's shape is missing."""
        heads = self._positive("attention.head_count")
        head = self._positive("embedding_length") // heads
        cache = CacheShape(
            self._positive("block_count"),
            self._positive("attention.head_count_kv", heads),
            self._positive("attention.key_length", head),
            self._positive("attention.value_length", head),
        )
        file_type = self.metadata.get("general.file_type")
        return ModelFacts(
            self.architecture, self._positive("context_length"), cache, self.tensor_bytes, bool(self.text("tokenizer.chat_template")),
            self.text("general.name"), self.text("general.license"),
            FILE_TYPES.get(file_type, "") if isinstance(file_type, int) else "",
        )  # fmt: skip

    def _positive(self, key: str, default: int = 0) -> int:
        found = self.number(key, default)
        if found < 1:
            raise Damaged(key)
        return found


def read_gguf_header(path: Path) -> GgufHeader:
    """The header of one file. Raises Damaged where it is none or the file is shorter than its tensors; OSError."""
    with path.open("rb") as file:
        return parse_gguf_header(file.read(MOST_HEADER_BYTES), path.stat().st_size)


def parse_gguf_header(content: bytes, file_bytes: int) -> GgufHeader:
    """The header that a file of so many bytes begins with. Raises Damaged."""
    head = _Bytes(content)
    if head.take(4) != _MAGIC or head.scalar("I") not in _VERSIONS:
        raise Damaged("magic")
    tensors, entries = head.count("Q", 8, _MOST_TENSORS), head.count("Q", 8, _MOST_ENTRIES)
    if not tensors:
        raise Damaged("counts")
    metadata = {head.string(): head.value(head.scalar("I")) for _ in range(entries)}
    shapes = [_tensor(head) for _ in range(tensors)]
    _require_whole(file_bytes, head.position, metadata.get("general.alignment", 32), shapes)
    return GgufHeader(metadata, sum(one.parameters for one in shapes), sum(one.bytes for one in shapes))


@dataclass(frozen=True, slots=True)
class _Tensor:
    parameters: int
    offset: int
    bytes: int


def _tensor(head: _Bytes) -> _Tensor:
    head.string()
    dimensions = [head.scalar("Q") for _ in range(head.count("I", 8, _MOST_DIMENSIONS))]
    kind, offset = head.scalar("I"), head.scalar("Q")
    parameters = prod(dimensions)
    block, size = BLOCKS.get(kind, (1, 0))  # of a type that came after us, no size is known
    return _Tensor(parameters, offset, -(-parameters // block) * size)


def _require_whole(file_bytes: int, header_bytes: int, alignment: Value, tensors: list[_Tensor]) -> None:
    """Weights begin at the next multiple of the alignment; the last one must end inside the file."""
    if not isinstance(alignment, int) or not 1 <= alignment <= 1 << 20:
        raise Damaged("alignment")
    start = -(-header_bytes // alignment) * alignment
    if start + max(tensor.offset + tensor.bytes for tensor in tensors) > file_bytes:
        raise Damaged("truncated")


class _Bytes:
    """Reads from the front; every step is checked against what is left."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.position = 0

    def take(self, length: int) -> bytes:
        """The next bytes. Raises Damaged where fewer are left."""
        start = self._skip(length)
        return self._content[start : self.position]

    def scalar(self, code: str) -> int:
        """One number that the reader itself uses: an unsigned one."""
        return int(self._unpacked(code))

    def count(self, code: str, least_bytes: int, most: int) -> int:
        """How many things follow, each of at least so many bytes. Raises Damaged for more than `most`, or than there is room for."""
        found = self.scalar(code)
        if found > most:
            raise Damaged("counts")
        self._require(found * least_bytes)
        return found

    def string(self) -> str:
        """A length and as many bytes of UTF-8."""
        try:
            return self.take(self.scalar("Q")).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Damaged("utf8") from error

    def value(self, kind: int) -> Value:
        """A number, a text, or an array of either; arrays in arrays are not written by anyone and refused."""
        if kind != _ARRAY:
            return self._one(kind)
        kind = self.scalar("I")
        if kind not in _LEAST_BYTES:
            raise Damaged("type")
        length = self.count("Q", _LEAST_BYTES[kind], MOST_HEADER_BYTES)
        if length <= _MOST_KEPT:
            return tuple(self._one(kind) for _ in range(length))
        if kind == _STRING:
            self._skip_strings(length)
        else:
            self._skip(length * _LEAST_BYTES[kind])
        return LongArray(length)

    def _skip_strings(self, count: int) -> None:
        """Vocabularies hold hundreds of thousands: the one place where speed counts."""
        position, length_at = self.position, struct.Struct("<Q").unpack_from
        try:
            for _ in range(count):
                position += 8 + length_at(self._content, position)[0]
        except (struct.error, OverflowError) as error:
            raise Damaged("truncated") from error
        self._skip(position - self.position)

    def _one(self, kind: int) -> Scalar:
        if kind == _STRING:
            return self.string()
        if kind not in _SCALARS:
            raise Damaged("type")
        return self._unpacked(_SCALARS[kind])

    def _unpacked(self, code: str) -> int | float:
        start = self._skip(struct.calcsize(code))
        found: int | float = struct.unpack_from(f"<{code}", self._content, start)[0]
        return found

    def _skip(self, length: int) -> int:
        """Go past these bytes; where they began."""
        self._require(length)
        start = self.position
        self.position += length
        return start

    def _require(self, length: int) -> None:
        if length > len(self._content) - self.position:
            raise Damaged("truncated")
