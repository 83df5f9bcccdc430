"""設定: what is told of this machine, its store and its policy; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bankrm.application.ports.engine_plan import Plan
from bankrm.application.ports.hardware import Hardware
from bankrm.application.ports.store import StoreInfo
from bankrm.application.recommend_model import Recommendation
from bankrm.domain.errors import ExpectedError
from bankrm.examination import Examined
from bankrm.policy.reading import PolicyInForce
from bankrm.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class EngineState:
    """What would write here, and what this machine could carry."""

    hardware: Hardware
    plan: Plan
    recommended: Recommendation | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the page's values come from."""

    store: Callable[[], StoreInfo]
    engine: Callable[[], EngineState]
    examine: Callable[[], tuple[Examined, ...]]
    policy: PolicyInForce
    logs: Path


class SettingsView(Protocol):
    """The page, as the presenter sees it."""

    def show_policy(self, policy: PolicyInForce) -> None:
        """Every setting with its source."""
        ...

    def show_store(self, info: StoreInfo, logs: Path) -> None:
        """Where the data lies, how much it is and what opens it."""
        ...

    def show_engine(self, state: EngineState | None, error: ExpectedError | None = None) -> None:
        """What would write; None while it is being found out."""
        ...

    def show_examined(self, found: tuple[Examined, ...] | None) -> None:
        """What the examination found; None while it looks."""
        ...


class SettingsPresenter:
    """Reads quickly what is at hand, and in the background what takes time."""

    def __init__(self, view: SettingsView, jobs: Jobs, sources: Sources) -> None:
        self._view, self._jobs, self._sources = view, jobs, sources

    def arrive(self) -> None:
        """The page is shown."""
        self._view.show_policy(self._sources.policy)
        self._jobs.read(
            self._sources.store, lambda info: self._view.show_store(info, self._sources.logs), key="settings-store"
        )
        self.probe()

    def probe(self) -> None:
        """Find out what this machine is and what would write."""
        self._view.show_engine(None)
        self._jobs.start(
            lambda _token, _report: self._sources.engine(),
            self._view.show_engine,
            failed=lambda error: self._view.show_engine(None, error),
        )

    def examine(self) -> None:
        """Look whether this installation is fit to work."""
        self._view.show_examined(None)
        self._jobs.start(lambda _token, _report: self._sources.examine(), self._view.show_examined)
