"""A store with visits to prepare for, and what happens while the queue writes."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.queue import fill
from tests.fakes.store import MemoryStore

from bankrm.domain.recipes import RecipeSection
from bankrm.drafting.ports import VisitContext


def a_store() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    return store


def at(key: str, act: Callable[[], None]) -> Callable[[VisitContext, RecipeSection], None]:
    """Does this before the section of that key."""

    def before(_: VisitContext, section: RecipeSection) -> None:
        if section.key == key:
            act()

    return before


def raising(error: Exception) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act
