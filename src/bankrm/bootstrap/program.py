"""The program on one data folder, and the way to everything that it does there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bankrm.bootstrap.drafts import DraftCases
from bankrm.bootstrap.engines import Engines
from bankrm.bootstrap.folderless import clock_of, glossary, resources
from bankrm.bootstrap.preparation import PreparationCases
from bankrm.bootstrap.privacy import PrivacyCases
from bankrm.bootstrap.promises import PromiseCases
from bankrm.bootstrap.queries import Queries
from bankrm.bootstrap.records import RecordCases

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.adapters.system.resources import Resources
    from bankrm.adapters.vault.key_vault import KeyVault
    from bankrm.application.ports.clock import Clock
    from bankrm.domain.recipes import DocumentKindName, Recipe
    from bankrm.domain.visits import BusinessCalendar
    from bankrm.drafting.compliance.rulebook import RuleBook
    from bankrm.insights.topics import Topic
    from bankrm.language.glossary import Glossary
    from bankrm.policy.reading import PolicyInForce


@dataclass(frozen=True)
class Program:
    """The program on one data folder: builds what commands and window need, once; use cases and queries by their area."""

    home: Path
    clock: Clock
    vault: KeyVault
    policies: Path | None = None  # where IT puts settings; None for the machine's own place, and so always but in tests

    @classmethod
    def of(cls, home: Path, today: date | None, passphrase_file: Path | None = None) -> Program:
        """On this folder; opened by the OS credential store or BANKRM_PASSPHRASE_FILE, or by this passphrase file alone."""
        from bankrm.adapters.vault.key_vault import KeyVault

        if passphrase_file:
            vault = KeyVault(home / "store.keys", None, passphrase_file)
        else:
            vault = KeyVault.of_environment(home, os.environ)
        return cls(home, clock_of(today), vault)

    def with_passphrase(self, typed: str) -> Program:
        """The same program, its store opened or made by a passphrase that a person typed."""
        return replace(self, vault=self.vault.with_passphrase(typed))

    @cached_property
    def queries(self) -> Queries:
        """What is read of an open store."""
        return Queries(self)

    @cached_property
    def records(self) -> RecordCases:
        """Bringing records in, making them here, and handing them on."""
        return RecordCases(self)

    @cached_property
    def promises(self) -> PromiseCases:
        """Reading, closing and handing on open promises."""
        return PromiseCases(self)

    @cached_property
    def preparation(self) -> PreparationCases:
        """Preparing visits."""
        return PreparationCases(self)

    @cached_property
    def drafts(self) -> DraftCases:
        """What a person does with a draft."""
        return DraftCases(self)

    @cached_property
    def privacy(self) -> PrivacyCases:
        """Masking texts, with the customer master."""
        return PrivacyCases(self)

    @cached_property
    def engines(self) -> Engines:
        """Language models, and the machine that they run on."""
        return Engines(self)

    @property
    def is_sample(self) -> bool:
        """Whether this data folder was made for the sample bank."""
        from bankrm.adapters.system.demo_home import MARK

        return (self.home / MARK).exists()

    def create_store(self) -> Store:
        """A new, empty store, open. Audit entries bear the machine's time, whatever day the program is told."""
        from bankrm.adapters.store.store import Store

        return Store.create(self.home, self.vault, glossary=self.glossary)

    def open_store(self) -> Store:
        """The store of this folder. What a passphrase costs by design (0.3 s) is paid beside the loading of what opens it."""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1, "bankrm-key") as beside:
            key = beside.submit(self.vault.open)
            from bankrm.adapters.store.store import Store

            return Store.open(self.home, self.vault, glossary=self.glossary, key=key.result)

    def restore_store(self, file: Path, *, move_aside: bool) -> tuple[Path, ...]:
        """Put a backup in place; the files that were moved aside for it."""
        from bankrm.adapters.store.store import Store

        return Store.restore(self.home, self.vault, file, move_aside=move_aside)

    @cached_property
    def policy(self) -> PolicyInForce:
        """The settings in force. Raises PolicyError."""
        from bankrm.policy.reading import machine_folder, read_policy

        return read_policy(self.policies or machine_folder(), self.home / "settings.json")

    def choose_setting(self, key: str, value: object) -> None:
        """Write one setting of this user; it counts from the next start. Raises PolicyError."""
        from bankrm.policy.writing import choose_setting

        choose_setting(self.home / "settings.json", key, value)

    @cached_property
    def resources(self) -> Resources:
        """The program's data files."""
        return resources()

    @cached_property
    def glossary(self) -> Glossary:
        """The bank's own words, which widen a search."""
        return glossary()

    @cached_property
    def calendar(self) -> BusinessCalendar:
        """The bank's calendar."""
        from bankrm.adapters.system.calendar import load_calendar

        return load_calendar(self.resources)

    @cached_property
    def recipes(self) -> Mapping[DocumentKindName, Recipe]:
        """What each document kind consists of."""
        from bankrm.adapters.system.recipes import load_recipes

        return load_recipes(self.resources)

    @cached_property
    def rules(self) -> RuleBook:
        """Compliance rules: those that came with the program, then the folder `compliance` of this data folder, then the one that
        the policy names; the last word on an id counts."""
        from bankrm.adapters.system.compliance_rules import load_rules

        own, named = self.home / "compliance", self.policy.policy.compliance_rules
        folders = [folder for folder in (own,) if folder.is_dir()]
        return load_rules(self.resources, [*folders, named] if named else folders)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Issue areas and the words by which they are spoken of."""
        from bankrm.adapters.system.recipes import load_topics

        return load_topics(self.resources)
