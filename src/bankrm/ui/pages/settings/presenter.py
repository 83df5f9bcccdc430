"""設定: what is told of this machine, its store and its policy; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bankrm.application.ports.engine_plan import Plan
from bankrm.application.ports.hardware import Hardware
from bankrm.application.ports.store import StoreInfo
from bankrm.application.recommend_model import Recommendation
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import CancelToken, Progress, Report
from bankrm.drafting.privacy.masking import Masked
from bankrm.examination import Examined
from bankrm.policy.reading import PolicyInForce
from bankrm.ui.jobs import Jobs, Running

MANIFEST = "manifest.json"


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
    choose: Callable[[str, object], None]
    add_model: Callable[[Path, Report], object]
    mask: Callable[[str], Masked]


class SettingsView(Protocol):
    """The page, as the presenter sees it."""

    def show_policy(self, policy: PolicyInForce, chosen: Mapping[str, object]) -> None:
        """Every setting with its source; `chosen` are the values that count from the next start."""
        ...

    def show_store(self, info: StoreInfo, logs: Path) -> None:
        """Where the data lies, how much it is and what opens it."""
        ...

    def show_engine(self, state: EngineState | None, error: ExpectedError | None = None) -> None:
        """What would write; None while it is being found out."""
        ...

    def show_chosen(self, key: str) -> None:
        """A setting was written; it counts from the next start."""
        ...

    def show_adding(self, progress: Progress | None) -> None:
        """How far a model's bundle is proven and copied; None when that is over."""
        ...

    def show_examined(self, found: tuple[Examined, ...] | None) -> None:
        """What the examination found; None while it looks."""
        ...

    def show_examination_over(self) -> None:
        """It looks no more, whatever came of it."""
        ...

    def show_masked(self, text: str, masked: Masked) -> None:
        """What would be masked in a text that somebody tries."""
        ...


class SettingsPresenter:
    """Reads quickly what is at hand, and in the background what takes time."""

    def __init__(self, view: SettingsView, jobs: Jobs, sources: Sources) -> None:
        self._view, self._jobs, self._sources = view, jobs, sources
        self._adding: Running | None = None
        self._chosen: dict[str, object] = {}  # which counts from the next start

    def arrive(self) -> None:
        """The page is shown."""
        self._view.show_policy(self._sources.policy, self._chosen)
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
        self._jobs.start(
            lambda _token, _report: self._sources.examine(),
            self._view.show_examined,
            ended=self._view.show_examination_over,
        )

    def try_masking(self, text: str) -> None:
        """Show what would be masked; nothing of the text is kept."""
        if text.strip():
            self._jobs.read(
                lambda: self._sources.mask(text),
                lambda masked: self._view.show_masked(text, masked),
                key="settings-mask",
            )

    def choose(self, key: str, value: object) -> None:
        """The person wants another value of a setting."""
        self._jobs.act(lambda: self._sources.choose(key, value), lambda _: self._was_chosen(key, value))

    def _was_chosen(self, key: str, value: object) -> None:
        self._chosen[key] = value
        self._view.show_chosen(key)

    def add_model(self, path: Path) -> None:
        """Install a bundle: its folder, its manifest, or a zip of it."""
        source = path.parent if path.name == MANIFEST else path

        def work(token: CancelToken, report: Report) -> None:
            def between(progress: Progress) -> None:
                token.check()
                report(progress)

            self._sources.add_model(source, between)

        self._view.show_adding(Progress("model", 0))
        self._adding = self._jobs.start(
            work, lambda _: self.probe(), report=self._view.show_adding, ended=lambda: self._view.show_adding(None)
        )

    def stop_adding(self) -> None:
        """The person does not want the model after all; nothing of it is left."""
        if self._adding:
            self._adding.cancel()
