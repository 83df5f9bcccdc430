"""設定: what is at hand is shown at once, what takes time behind the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.fakes.jobs import HeldJobs, ImmediateJobs

from bankrm.application.ports.store import StoreInfo
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress, Report
from bankrm.drafting.privacy.masking import Masked, MaskingKey
from bankrm.examination import Check, Examined, State
from bankrm.policy.reading import PolicyInForce, PolicyInvalid
from bankrm.policy.settings import Policy
from bankrm.ui.pages.settings.presenter import EngineState, SettingsPresenter, Sources

INFO = StoreInfo(Path("store.db"), 10, "0001", ("passphrase",), {})
STATE: Any = object()
FOUND = (Examined(Check.CIPHER, State.OK, {"version": "4"}),)


@dataclass
class Page:
    told: list[tuple[str, object]] = field(default_factory=list)
    chosen: dict[str, object] = field(default_factory=dict)

    def show_policy(self, policy: PolicyInForce, chosen: Mapping[str, object]) -> None:
        self.told.append(("policy", policy))
        self.chosen = dict(chosen)

    def show_store(self, info: StoreInfo, logs: Path) -> None:
        self.told.append(("store", (info, logs)))

    def show_engine(self, state: EngineState | None, error: ExpectedError | None = None) -> None:
        self.told.append(("engine", error or state))

    def show_examined(self, found: tuple[Examined, ...] | None) -> None:
        self.told.append(("examined", found))

    def show_examination_over(self) -> None:
        self.told.append(("over", None))

    def show_chosen(self, key: str) -> None:
        self.told.append(("chosen", key))

    def show_adding(self, progress: Progress | None) -> None:
        self.told.append(("adding", progress))

    def show_masked(self, text: str, masked: Masked) -> None:
        self.told.append(("masked", (text, masked.text)))


@dataclass
class Machine:
    chosen: list[tuple[str, object]] = field(default_factory=list)
    added: list[Path] = field(default_factory=list)

    def sources(self) -> Sources:
        policy = PolicyInForce(Policy(), {})
        logs = Path("logs")
        return Sources(lambda: INFO, lambda: STATE, lambda: FOUND, policy, logs, self.choose, self.add, self.mask)

    def choose(self, key: str, value: object) -> None:
        if key == "Nothing":
            raise PolicyInvalid(path="settings.json", key=key)
        self.chosen.append((key, value))

    def add(self, path: Path, report: Report) -> None:
        report(Progress("model", 1, 2))
        self.added.append(path)

    def mask(self, text: str) -> Masked:
        return Masked(f"〔{text}〕", (), MaskingKey())


def test_what_is_at_hand_is_shown_and_the_machine_is_looked_at() -> None:
    page = Page()
    SettingsPresenter(page, ImmediateJobs(), Machine().sources()).arrive()
    assert [name for name, _ in page.told] == ["policy", "store", "engine", "engine"]
    assert page.told[1:] == [("store", (INFO, Path("logs"))), ("engine", None), ("engine", STATE)]


def test_the_examination_says_when_it_looks() -> None:
    page = Page()
    SettingsPresenter(page, ImmediateJobs(), Machine().sources()).examine()
    assert page.told == [("examined", None), ("examined", FOUND), ("over", None)]


def test_a_setting_is_written_and_said_and_a_refused_one_is_not() -> None:
    page, machine, jobs = Page(), Machine(), ImmediateJobs()
    presenter = SettingsPresenter(page, jobs, machine.sources())
    presenter.choose("Engine", "template")
    presenter.choose("Nothing", 1)
    assert (machine.chosen, page.told) == ([("Engine", "template")], [("chosen", "Engine")])
    assert [error.code for error in jobs.refused] == ["policy_invalid"]


def test_a_bundle_is_named_by_its_manifest_or_its_zip() -> None:
    page, machine = Page(), Machine()
    presenter = SettingsPresenter(page, ImmediateJobs(), machine.sources())
    presenter.add_model(Path("bundles/small/manifest.json"))
    presenter.add_model(Path("bundles/small.zip"))
    assert machine.added == [Path("bundles/small"), Path("bundles/small.zip")]
    assert page.told[-1] == ("adding", None)


def test_adding_can_be_stopped() -> None:
    page, machine, jobs = Page(), Machine(), HeldJobs()
    presenter = SettingsPresenter(page, jobs, machine.sources())
    presenter.add_model(Path("small.zip"))
    presenter.stop_adding()
    jobs.go()
    assert (machine.added, page.told[-1]) == ([], ("adding", None))


def test_a_chosen_value_is_shown_when_the_page_is_shown_again() -> None:
    page, machine = Page(), Machine()
    presenter = SettingsPresenter(page, ImmediateJobs(), machine.sources())
    presenter.arrive()
    assert page.chosen == {}
    presenter.choose("IdleLockMinutes", 5)
    presenter.choose("Nothing", 1)
    presenter.arrive()
    assert page.chosen == {"IdleLockMinutes": 5}


def test_an_examination_that_fails_is_over_all_the_same() -> None:
    page, machine = Page(), Machine()

    def fails() -> tuple[Examined, ...]:
        raise PolicyInvalid(path="settings.json", key="")

    presenter = SettingsPresenter(page, ImmediateJobs(), replace(machine.sources(), examine=fails))
    presenter.examine()
    assert page.told == [("examined", None), ("over", None)]


def test_a_text_that_is_tried_is_masked_and_an_empty_one_asks_nothing() -> None:
    page, machine = Page(), Machine()
    presenter = SettingsPresenter(page, ImmediateJobs(), machine.sources())
    presenter.try_masking(" ")
    presenter.try_masking("メモ")
    assert page.told == [("masked", ("メモ", "〔メモ〕"))]
