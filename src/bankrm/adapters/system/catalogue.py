"""The models that are recommended, read from models/catalogue.toml."""

from __future__ import annotations

from typing import Any

from bankrm.adapters.system.resources import ResourceInvalid, Resources
from bankrm.application.recommend_model import Catalogue, RecommendedModel, RefusedModel, Tier

FILE = "catalogue.toml"


def load_catalogue(models: Resources) -> Catalogue:
    """The catalogue. Raises ResourceInvalid for a file that is not as it must be, or a tier with a model that is not in it."""
    table = models.toml(FILE)
    try:
        catalogue = _read(table)
    except (KeyError, TypeError) as error:
        raise ResourceInvalid(path=str(models.path(FILE)), reason=str(error.args[0])) from error
    return catalogue


def _read(table: dict[str, Any]) -> Catalogue:
    models = tuple(RecommendedModel(**model) for model in table["model"])
    tiers = tuple(Tier(**{**tier, "models": tuple(tier["models"])}) for tier in table["tier"])
    for unknown in {name for tier in tiers for name in tier.models} - {model.name for model in models}:
        raise KeyError(unknown)
    return Catalogue(models, tiers, tuple(RefusedModel(**refused) for refused in table["not"]))
