"""Recipes, topics and gaps: what IT may edit, read into values. A file that is not as it must be is named, never guessed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, TypeVar

from bankrm.adapters.system.resources import ResourceEntryInvalid, ResourceInvalid, Resources
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection
from bankrm.insights.gaps import ADDRESSEES, Gap
from bankrm.insights.topics import Hypothesis, Topic

T = TypeVar("T")
_OF_THING = ("text", "to_client", "way")  # what may name the client's own word for the thing


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
    """The issue areas of resources/glossary/topics.toml, in its order. Raises ResourceEntryInvalid."""
    topics = tuple(_entries(resources, "topics.toml", "topic", Topic, {"hypothesis": {"thing"}}))
    supposed = tuple(
        _entries(resources, "topics.toml", "hypothesis", Hypothesis, {key: {"thing"} for key in _OF_THING})
    )
    for hypothesis in supposed:
        if hypothesis.topic not in {topic.key for topic in topics}:
            raise _refused(resources.path("glossary", "topics.toml"), hypothesis.key, "topic")
    return tuple(replace(topic, hypotheses=tuple(h for h in supposed if h.topic == topic.key)) for topic in topics)


def load_gaps(resources: Resources) -> tuple[Gap, ...]:
    """What to ask once a matter has come up, of resources/glossary/gaps.toml, in its order. Raises ResourceEntryInvalid."""
    words = {"bank", "thing", "kin", "orders"}
    gaps = tuple(_entries(resources, "gaps.toml", "gap", Gap, {"label": words, "question": words}))
    topics = {topic.key for topic in load_topics(resources)}
    for gap in gaps:
        for field, value, known in (("topic", gap.topic, topics), ("to", gap.to, ADDRESSEES)):
            if value not in known:
                raise _refused(resources.path("glossary", "gaps.toml"), gap.key, field)
    return gaps


def _entries(resources: Resources, name: str, table: str, kind: type[T], braces: Mapping[str, set[str]]) -> Iterator[T]:
    """The tables of one file as values of `kind`; `braces` says what may stand in {} in which field."""
    path = resources.path("glossary", name)
    seen = set[str]()
    for entry in resources.toml("glossary", name).get(table, []):
        key = str(entry.get("key", ""))
        if key in seen:
            raise _refused(path, key, "key")
        seen.add(key)
        for field in _wrong_fields(kind, entry, braces):
            raise _refused(path, key, field)
        yield kind(**{field: tuple(value) if isinstance(value, list) else value for field, value in entry.items()})


def _wrong_fields(kind: type, entry: Mapping[str, object], braces: Mapping[str, set[str]]) -> Iterator[str]:
    """Fields that the kind does not have, that lack, that are of another type, or that hold other braces than they may."""
    known = {field.name: field for field in fields(kind)}
    yield from (name for name in entry if name not in known)
    yield from (name for name, field in known.items() if field.default is MISSING and name not in entry)
    yield from (name for name, value in entry.items() if not _fits(str(known[name].type), value))
    yield from (name for name, allowed in braces.items() if not _braces(str(entry.get(name, ""))) <= allowed)


def _fits(declared: str, value: object) -> bool:
    if declared == "tuple[str, ...]":  # an empty word would stand in every text
        return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)
    kinds: dict[str, type] = {"str": str, "bool": bool}
    return declared in kinds and isinstance(value, kinds[declared])


def _braces(text: str) -> set[str]:
    """What stands in {} in a text; a brace without its other half is a field of its own."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}


def _refused(path: Path, key: str, field: str) -> ResourceEntryInvalid:
    return ResourceEntryInvalid(path=str(path), key=key, field=field)


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
