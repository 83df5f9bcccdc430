"""How much memory a language model needs: its weights, the cache of what it has read, and an allowance."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
NF4_BITS = 4.5  # a parameter in NF4: 4 bits, and one 32-bit scale for a block of 64 (bitsandbytes)
Q4_K_M_BITS = 4.85  # a parameter in llama.cpp's Q4_K_M, over the whole file
MOST_CONTEXT = 8192  # what a brief and its evidence fill; a model that could read more is not given more unless told to
ALLOWANCE_MIB = (
    512  # the worker's process and its buffers at a batch of 256 tokens; our assumption until it is measured
)
_CACHE_BYTES = 2  # one number of the cache is 16 bits wide


@dataclass(frozen=True, slots=True)
class CacheShape:
    """What decides how large a model's cache is; `key_length` and `value_length` are the width of one head."""

    layers: int
    kv_heads: int
    key_length: int
    value_length: int

    def cache_bytes(self, context_tokens: int) -> int:
        """Keys and values of every token, layer and head."""
        return self.layers * self.kv_heads * (self.key_length + self.value_length) * context_tokens * _CACHE_BYTES


def memory_mib(weights_bytes: int, cache_bytes: int) -> int:
    """What a model needs in all, rounded up to MiB."""
    return -(-(weights_bytes + cache_bytes) // MIB) + ALLOWANCE_MIB
