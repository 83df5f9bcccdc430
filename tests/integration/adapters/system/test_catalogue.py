from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bankrm.adapters.system.catalogue import load_catalogue
from bankrm.adapters.system.resources import ResourceInvalid, Resources, ResourcesMissing

ROOT = Path(__file__).parents[4]
GOOD = (ROOT / "models" / "catalogue.toml").read_text(encoding="utf-8")


def edited(tmp_path: Path, content: str) -> Resources:
    (tmp_path / "catalogue.toml").write_text(content, encoding="utf-8")
    return Resources(tmp_path)


def test_the_shipped_catalogue_is_read() -> None:
    catalogue = load_catalogue(Resources.locate(folder="models"))
    assert [tier.models[0] for tier in catalogue.tiers] == ["qwen3-swallow-8b-rl", "qwen3-4b", "qwen3-4b", "qwen3-1.7b"]
    assert all(model.licence and model.note and 1 <= model.parameters <= 8 for model in catalogue.models)
    assert all(refused.reason for refused in catalogue.refused)
    assert {tier.on_gpu for tier in catalogue.tiers} == {True, False}


def test_no_model_is_both_recommended_and_refused() -> None:
    catalogue = load_catalogue(Resources.locate(folder="models"))
    assert not {model.source for model in catalogue.models} & {refused.name for refused in catalogue.refused}


def test_models_lie_beside_the_resources_in_checkout_wheel_and_frozen_tree(tmp_path: Path) -> None:
    assert Resources.locate(folder="models").root == ROOT / "models"
    installed = tmp_path / "site-packages" / "bankrm"
    frozen = tmp_path / "tree" / "bankrm"
    for package in (installed, frozen):
        (package / "_models").mkdir(parents=True)
        (package / "_models" / "catalogue.toml").touch()
    assert Resources.locate(installed, folder="models").root == installed / "_models"
    assert Resources.locate(installed, str(tmp_path / "tree"), folder="models").root == frozen / "_models"
    with pytest.raises(ResourcesMissing):
        Resources.locate(tmp_path / "a" / "b" / "c", folder="models")


def test_the_wheel_puts_them_where_an_installation_looks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    targets = project["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["force-include"]["models"] == "bankrm/_models"
    assert "models" in targets["sdist"]["include"]


@pytest.mark.parametrize(
    "content",
    [
        "", "[[model]]", GOOD.replace('licence = "MIT"\n', ""), GOOD.replace("gpu_gb", "gpu_gigabytes"),
        GOOD.replace('models = ["qwen3-1.7b"]', 'models = ["qwen3-2b"]'),
        GOOD.replace('reason = "非商用に限られる"\n', ""),
    ],
)  # fmt: skip
def test_a_catalogue_that_was_spoilt_is_named(tmp_path: Path, content: str) -> None:
    with pytest.raises(ResourceInvalid) as invalid:
        load_catalogue(edited(tmp_path, content))
    assert invalid.value.details["path"] == str(tmp_path / "catalogue.toml")
