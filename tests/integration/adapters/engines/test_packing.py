"""A bundle is packed of a bare model, and says what the model and its packer say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.fakes.models import a_gguf, a_safetensors_model, gguf, without
from tests.integration.adapters.engines.bundling import TINY, refusal

from bankrm.adapters.engines.bundles import InstalledBundles
from bankrm.adapters.engines.packing import bundle_of, pack
from bankrm.application.ports.models import BundleExists, BundleRefused, ModelBundle, ModelFormat, ModelLabels


@pytest.fixture
def models(tmp_path: Path) -> InstalledBundles:
    return InstalledBundles(tmp_path / "home" / "models")


def test_a_bare_gguf_is_the_bundle_that_packing_makes_of_it(models: InstalledBundles, tmp_path: Path) -> None:
    path = a_gguf(tmp_path / "download", "Tiny Q4 (1).gguf")
    bare = models.find(str(path))
    packed = pack(path, tmp_path / "out", ModelLabels())
    assert bare == bundle_of(path)
    assert (bare.name, bare.weights, bare.licence, bare.quantisation) == ("Tiny-Q4-1", path, "apache-2.0", "Q4_K_M")
    assert (packed.name, packed.sha256, packed.memory_mib) == (bare.name, bare.sha256, bare.memory_mib)
    assert packed.weights == tmp_path / "out" / "Tiny-Q4-1" / "Tiny-Q4-1.gguf"
    assert packed.weights.read_bytes() == path.read_bytes()
    assert models.add(tmp_path / "out" / "Tiny-Q4-1").sha256 == bare.sha256


def test_a_bare_gguf_without_a_licence_says_so(tmp_path: Path) -> None:
    assert bundle_of(a_gguf(tmp_path, content=gguf(without("general.license")))).licence == "unknown"


@pytest.mark.parametrize("name", ["tiny.bin", "tiny.safetensors", "nosuch.gguf"])
def test_a_bare_file_that_is_no_gguf_is_refused(tmp_path: Path, name: str) -> None:
    if not name.startswith("nosuch"):
        a_gguf(tmp_path, name)
    with pytest.raises(BundleRefused):
        bundle_of(tmp_path / name)


def test_a_bare_gguf_cut_short_is_damaged(tmp_path: Path) -> None:
    assert refusal(lambda: bundle_of(a_gguf(tmp_path, content=TINY[:-1]))) == ("damaged", "tiny.gguf")


def test_what_the_packer_says_goes_before_what_the_file_says(tmp_path: Path) -> None:
    labels = ModelLabels("mine", "MIT", "narrow", 1024)
    bundle = pack(a_gguf(tmp_path), tmp_path / "out", labels)
    assert (bundle.name, bundle.licence, bundle.prompt_profile, bundle.context_tokens) == (
        "mine",
        "MIT",
        "narrow",
        1024,
    )


def test_a_model_is_not_given_more_context_than_it_has(tmp_path: Path) -> None:
    assert pack(a_gguf(tmp_path), tmp_path / "out", ModelLabels(context_tokens=100_000)).context_tokens == 4096


def test_memory_is_weights_and_cache_and_allowance(tmp_path: Path) -> None:
    bundle = bundle_of(a_gguf(tmp_path))
    cache = 2 * 2 * 2 * 16 * 4096 * 2  # keys and values, layers, heads, width, tokens, bytes
    assert bundle.memory_mib == -(-(32 + cache) // (1 << 20)) + 512


def test_a_safetensors_folder_is_packed_without_what_no_bundle_may_hold(
    models: InstalledBundles, tmp_path: Path
) -> None:
    labels = ModelLabels(licence="Apache-2.0")
    bundle = pack(a_safetensors_model(tmp_path / "Tiny-Base"), tmp_path / "out", labels)
    assert (bundle.name, bundle.format, bundle.context_tokens) == ("Tiny-Base", ModelFormat.SAFETENSORS, 8192)
    assert bundle.weights == tmp_path / "out" / "Tiny-Base"
    assert sorted(path.name for path in bundle.weights.iterdir()) == [
        "config.json", "manifest.json", "model.safetensors", "tokenizer_config.json",
    ]  # fmt: skip
    assert models.add(bundle.weights).sha256 == bundle.sha256


@pytest.mark.parametrize(
    ("labels", "reason"),
    [(ModelLabels(), "licence_unknown"), (ModelLabels("../x", "MIT"), "bad_name"), (ModelLabels(licence="x" * 201), "bad_manifest")],
)  # fmt: skip
def test_a_label_that_cannot_be_is_refused(tmp_path: Path, labels: ModelLabels, reason: str) -> None:
    source = a_safetensors_model(tmp_path / "model")
    assert refusal(lambda: pack(source, tmp_path / "out", labels))[0] == reason
    assert not any((tmp_path / "out").glob("*"))


@pytest.mark.parametrize("spoil", ["config.json", "model.safetensors"])
def test_a_safetensors_folder_that_lacks_something_is_refused(tmp_path: Path, spoil: str) -> None:
    source = a_safetensors_model(tmp_path / "model")
    (source / spoil).unlink()
    with pytest.raises(BundleRefused):
        pack(source, tmp_path / "out", ModelLabels(licence="MIT"))


def test_packing_never_writes_over_a_bundle(tmp_path: Path) -> None:
    path = a_gguf(tmp_path)
    first: ModelBundle = pack(path, tmp_path / "out", ModelLabels())
    with pytest.raises(BundleExists):
        pack(path, tmp_path / "out", ModelLabels(licence="MIT"))
    assert json.loads((first.weights.parent / "manifest.json").read_text())["licence"] == "apache-2.0"
