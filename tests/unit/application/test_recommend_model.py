from __future__ import annotations

import pytest

from bankrm.application.model_memory import ALLOWANCE_MIB, MIB, NF4_BITS, CacheShape, memory_mib
from bankrm.application.ports.hardware import Gpu, Hardware
from bankrm.application.recommend_model import Catalogue, RecommendedModel, Tier

LARGE = RecommendedModel("large", "Large", "MIT", 8.0, "", gpu_gb=7.6)
MIDDLE = RecommendedModel("middle", "Middle", "MIT", 4.0, "", gpu_gb=4.0, layers=36, kv_heads=8, head_dim=128)
SMALL = RecommendedModel("small", "Small", "MIT", 1.7, "", gpu_gb=2.4, layers=28, kv_heads=8, head_dim=128)
UNKNOWN = RecommendedModel("unknown", "Unknown", "MIT", 3.0, "")
CATALOGUE = Catalogue(
    (LARGE, MIDDLE, SMALL, UNKNOWN),
    (
        Tier("gpu-12gb", "", ("large", "unknown")),
        Tier("gpu-6gb", "", ("middle",)),
        Tier("cpu-16gb", "", ("middle", "unknown")),
        Tier("cpu-8gb", "", ("small",)),
    ),
    (),
)


def machine(memory_gib: float, *cards_gib: float) -> Hardware:
    cards = tuple(Gpu(str(size), "card", int(size * 1024), int(size * 1024), "8.9", "1") for size in cards_gib)
    return Hardware(cards, "cpu", (), 4, int(memory_gib * 1024), 1, 1, None)


@pytest.mark.parametrize(
    ("hardware", "name", "on_gpu"),
    [
        (machine(15.6), "middle", False),  # what the system says of 16 GB
        (machine(7.7), "small", False),
        (machine(32), "middle", False),
        (machine(15.6, 12), "large", True),
        (machine(15.6, 10), "large", True),
        (machine(15.6, 8), "middle", True),
        (machine(15.6, 6), "middle", True),
        (machine(15.6, 4), "middle", False),
        (machine(15.6, 4, 12), "large", True),
    ],
)
def test_each_kind_of_machine_gets_its_tiers_model(hardware: Hardware, name: str, on_gpu: bool) -> None:
    found = CATALOGUE.recommend(hardware)
    assert found
    assert (found.model.name, found.on_gpu) == (name, on_gpu)


def test_a_machine_too_small_gets_none() -> None:
    assert CATALOGUE.recommend(machine(4)) is None


def test_a_model_whose_need_is_not_known_is_never_said_to_fit() -> None:
    assert (UNKNOWN.gpu_mib, UNKNOWN.cpu_mib) == (None, None)


def test_memory_is_weights_cache_and_allowance() -> None:
    cache = CacheShape(layers=36, kv_heads=8, key_length=128, value_length=128).cache_bytes(8192)
    assert cache == 2 * 36 * 8 * 128 * 8192 * 2
    assert memory_mib(10 * MIB - 1, 0) == 10 + ALLOWANCE_MIB
    assert MIDDLE.cpu_mib == memory_mib(round(4.0e9 * 4.85 / 8), cache)


@pytest.mark.parametrize(
    ("body", "embedding", "tables", "layers", "gb"),
    [(6.95e9, 151_936 * 4096, 2, 36, 7.6), (3.63e9, 151_936 * 2560, 1, 36, 4.0), (1.41e9, 151_936 * 2048, 1, 28, 2.4)],
    ids=["8B", "4B", "1.7B"],
)
def test_the_rule_gives_the_figures_that_the_catalogue_was_given(
    body: float, embedding: int, tables: int, layers: int, gb: float
) -> None:
    """Qwen3: the body in NF4, one or two tables of embeddings in 16 bits, the cache of 8,192 tokens."""
    cache = CacheShape(layers, 8, 128, 128).cache_bytes(8192)
    assert (body * NF4_BITS / 8 + tables * embedding * 2 + cache) / 1e9 == pytest.approx(gb, abs=0.06)
