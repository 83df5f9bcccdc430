"""Recipes, topics and gaps: what IT may edit, read into values. A file that is not as it must be is named, never guessed at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from bankrm.adapters.system.resources import ResourceInvalid, Resources
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection
from bankrm.insights.gaps import Gap
from bankrm.insights.remarks import Topic

T = TypeVar("T")


def load_recipes(resources: Resources) -> Mapping[DocumentKindName, Recipe]:
    """One recipe a kind, in the order of the kinds. Raises ResourceInvalid for a file that cannot be read, or a kind without one."""
    recipes = {
        recipe.kind: recipe for recipe in (_recipe(resources, path) for path in resources.files("recipes", ".toml"))
    }
    for kind in DocumentKindName:
        if kind not in recipes:
            raise ResourceInvalid(path=str(resources.path("recipes", f"{kind}.toml")), reason="missing")
    return MappingProxyType({kind: recipes[kind] for kind in DocumentKindName})


def load_topics(resources: Resources) -> tuple[Topic, ...]:
    """The issue areas of resources/glossary/topics.toml, in its order."""
    return tuple(
        _built(lambda table: Topic(**{**table, "cues": tuple(table["cues"])}), table, path)
        for table, path in _tables(resources, "topics.toml", "topic")
    )


def load_gaps(resources: Resources) -> tuple[Gap, ...]:
    """What to ask once a matter has come up, of resources/glossary/gaps.toml, in its order."""
    return tuple(
        _built(lambda t: Gap(**{**t, "opens": tuple(t["opens"]), "closed_by": tuple(t["closed_by"])}), table, path)
        for table, path in _tables(resources, "gaps.toml", "gap")
    )


def _tables(resources: Resources, name: str, key: str) -> list[tuple[dict[str, Any], Path]]:
    path = resources.path("glossary", name)
    return [(table, path) for table in resources.toml("glossary", name).get(key, [])]


def _built(make: Callable[[dict[str, Any]], T], table: dict[str, Any], path: Path) -> T:
    try:
        return make(table)
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceInvalid(path=str(path), reason=str(table.get("key", ""))) from error


def _recipe(resources: Resources, path: Path) -> Recipe:
    return _built(_read, resources.toml("recipes", path.name), path)


def _read(table: dict[str, Any]) -> Recipe:
    sections = tuple(RecipeSection(**section) for section in table["section"])
    if not sections or any(type(section.limit) is not int or section.limit < 1 for section in sections):
        raise ValueError("limit")
    if len({section.key for section in sections}) != len(sections):
        raise ValueError("key")
    return Recipe(DocumentKindName(table["kind"]), int(table["version"]), table["title"], sections)
