"""Composition root: the only module that names concrete adapters. Everything heavy is imported where it is first needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store as Store  # the commands name it by this module
    from bankrm.adapters.system.demo_home import DemoHome
    from bankrm.adapters.system.resources import Resources
    from bankrm.adapters.vault.key_vault import KeyVault
    from bankrm.application.close_promise import ClosePromise
    from bankrm.application.edit_draft import EditDraft
    from bankrm.application.export_draft import ExportDraft
    from bankrm.application.export_promises import ExportPromises
    from bankrm.application.go_ahead import GoAhead
    from bankrm.application.hand_in import SubmitDrafts
    from bankrm.application.hand_out import CopyFromDraft, PrintDraft
    from bankrm.application.import_files import ImportFiles
    from bankrm.application.ports.clock import Clock
    from bankrm.application.ports.engine_plan import Choice, Engine, Plan
    from bankrm.application.ports.hardware import Hardware
    from bankrm.application.ports.layouts import Layouts
    from bankrm.application.ports.models import ModelBundle, ModelBundles, ModelLabels
    from bankrm.application.ports.record_layouts import RecordLayouts
    from bankrm.application.preparation_schedule import PreparationSchedule
    from bankrm.application.prepare_ahead import PrepareAhead, WriteAhead
    from bankrm.application.prepare_by_queue import PrepareByQueue
    from bankrm.application.prepare_sets import PrepareSets, SetOfVisit
    from bankrm.application.prepare_visit import PrepareVisit
    from bankrm.application.queries.clients import ListClients
    from bankrm.application.queries.day import ShowDay
    from bankrm.application.queries.drafts import ReadDraft
    from bankrm.application.queries.promises import ListPromises
    from bankrm.application.queries.updates import ShowUpdate
    from bankrm.application.queries.visits import ListVisits
    from bankrm.application.queue_visit import QueueVisit
    from bankrm.application.recommend_model import Catalogue
    from bankrm.application.record_own_view import RecordOwnView
    from bankrm.application.refresh_promises import RefreshPromises
    from bankrm.application.register_record import ExportRecords
    from bankrm.application.rewrite_section import RewriteSection
    from bankrm.application.run_queue import RunQueue
    from bankrm.application.visit_context import VisitContexts
    from bankrm.domain.audit import AuditEntry
    from bankrm.domain.memos import Memo
    from bankrm.domain.progress import CancelToken, Report
    from bankrm.domain.recipes import DocumentKindName, Recipe
    from bankrm.domain.visits import BusinessCalendar
    from bankrm.drafting.model.writer import AskedModel
    from bankrm.drafting.ports import DraftWriter, Hit, SectionRewriter
    from bankrm.drafting.recording.proposals import Meeting
    from bankrm.insights.topics import Topic
    from bankrm.language.glossary import Glossary
    from bankrm.policy.reading import PolicyInForce


def clock_of(today: date | None) -> Clock:
    """The machine's clock, or one held at a given day."""
    from bankrm.adapters.system.clock import FixedDay, SystemClock

    return FixedDay(today) if today else SystemClock()


def resources() -> Resources:
    """The program's data files."""
    from bankrm.adapters.system.resources import Resources

    return Resources.locate()


def search_passages(
    passages: Iterable[tuple[str, str]], queries: Iterable[tuple[str, str]], top: int
) -> Iterator[tuple[str, list[Hit]]]:
    """Search texts given as (id, text), with the bank's glossary; see the adapter."""
    from bankrm.adapters.store.word_index import search_passages as search
    from bankrm.language.glossary import Glossary

    return search(passages, queries, top, Glossary.parse(resources().text("glossary", "glossary.toml")))


def make_demo_home(folder: Path) -> DemoHome:
    """A data folder for the sample bank; see the adapter."""
    from bankrm.adapters.system.demo_home import make_demo_home as make

    return make(folder)


def cipher_version() -> str:
    """The version of SQLCipher that this installation has."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchall()[0][0])
    finally:
        connection.close()


def first_bad_entry(entries: Iterable[AuditEntry]) -> int | None:
    """Sequence number of the first audit entry that does not fit the chain, None where all do."""
    from bankrm.adapters.store.audit_chain import verify_chain

    return verify_chain(entries)


def _proof(models: ModelBundles, choice: Choice, bundle: ModelBundle) -> Callable[[], None]:
    """Proves an installed bundle's bytes before they are first loaded; what was named by its path was proven when it was found."""
    from bankrm.application.ports.models import BundleError
    from bankrm.drafting.ports import ModelUnusable

    unproven = [one for one in models.installed() if one.content == bundle]

    def prove() -> None:
        try:
            for one in unproven:
                models.verify(one.name)
        except BundleError as error:
            raise ModelUnusable(engine=choice.engine.value, reason="damaged") from error
        unproven.clear()

    return prove


@dataclass(frozen=True)
class Program:
    """The program on one data folder: builds what commands need, once."""

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
        """The store of this folder."""
        from bankrm.adapters.store.store import Store

        return Store.open(self.home, self.vault, glossary=self.glossary)

    def restore_store(self, file: Path, *, move_aside: bool) -> tuple[Path, ...]:
        """Put a backup in place; the files that were moved aside for it."""
        from bankrm.adapters.store.store import Store

        return Store.restore(self.home, self.vault, file, move_aside=move_aside)

    @cached_property
    def resources(self) -> Resources:
        """The program's data files."""
        return resources()

    @cached_property
    def glossary(self) -> Glossary:
        """The bank's own words, which widen a search."""
        from bankrm.language.glossary import Glossary

        return Glossary.parse(self.resources.text("glossary", "glossary.toml"))

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
    def topics(self) -> tuple[Topic, ...]:
        """Issue areas and the words by which they are spoken of."""
        from bankrm.adapters.system.recipes import load_topics

        return load_topics(self.resources)

    def clients(self, store: Store) -> ListClients:
        """Query: clients."""
        from bankrm.application.queries.clients import ListClients

        return ListClients(store.unit_of_work)

    def visits(self, store: Store) -> ListVisits:
        """Query: visits."""
        from bankrm.application.queries.visits import ListVisits

        return ListVisits(store.unit_of_work)

    def day(self, store: Store) -> ShowDay:
        """Query: the page of a day. Keep it: it remembers the drafts that it has read."""
        from bankrm.application.queries.day import ShowDay

        return ShowDay(store.unit_of_work, self.calendar, self.clock)

    def promises(self, store: Store) -> ListPromises:
        """Query: open promises over all clients, as far as they were read."""
        from bankrm.application.queries.promises import ListPromises

        return ListPromises(store.unit_of_work, self.calendar, self.clock)

    def refresh_promises(self, store: Store) -> RefreshPromises:
        """Use case: read open promises again where records changed."""
        from bankrm.application.refresh_promises import RefreshPromises

        return RefreshPromises(store.unit_of_work, self.clock)

    def close_promise(self, store: Store) -> ClosePromise:
        """Use case: close a promise, dismiss it, take either back."""
        from bankrm.application.close_promise import ClosePromise

        return ClosePromise(store.unit_of_work, self.refresh_promises(store), self.clock, store.actor)

    def export_promises(self, store: Store) -> ExportPromises:
        """Use case: our open promises as a calendar file."""
        from bankrm.adapters.exporting.files import FileDelivery
        from bankrm.adapters.exporting.promise_calendar import PromiseCalendar
        from bankrm.application.export_promises import ExportPromises

        return ExportPromises(
            store.unit_of_work,
            self.promises(store),
            PromiseCalendar(),
            FileDelivery(),
            self.clock,
            allowed=self.policy.policy.allow_export,
        )

    def prepare_ahead(self, store: Store) -> PrepareAhead:
        """Use case: the template writer's sets of whole days, as far as records changed."""
        from bankrm.application.prepare_ahead import PrepareAhead

        prepare = self.prepare(store, over_models=False, afresh=False)
        return PrepareAhead(store.unit_of_work, self._sets(store, prepare), self.clock)

    def write_ahead(self, store: Store, writer: DraftWriter, token: CancelToken, *, asked: bool) -> WriteAhead:
        """Use case: a language model's sets of whole days; `asked` by a person, it does not rest while the machine is in use."""
        from bankrm.application.prepare_ahead import WriteAhead

        ask = self._sets(store, self._queue_visit(store, writer, afresh=False))
        return WriteAhead(store.unit_of_work, ask, self._run_queue(store, writer, token, asked=asked), self.clock)

    def preparation_schedule(self) -> PreparationSchedule:
        """When what is prepared ahead is due, for the window that asks at its ticks."""
        from bankrm.application.preparation_schedule import PreparationSchedule
        from bankrm.domain.progress import CancelToken

        return PreparationSchedule(self._go_ahead(CancelToken(), asked=False), self.calendar, self.clock)

    def prepare(self, store: Store, *, over_models: bool = True, afresh: bool = True) -> PrepareVisit:
        """Use case: prepare a visit's set, by the template writer; see there."""
        from bankrm.application.prepare_visit import PrepareVisit
        from bankrm.drafting.template.writer import TemplateWriter

        return PrepareVisit(
            store.unit_of_work,
            self._contexts(store),
            TemplateWriter(),
            self.clock.now,
            over_models=over_models,
            afresh=afresh,
        )

    def prepare_sets(self, store: Store, *, over_models: bool = True) -> PrepareSets:
        """Use case: prepare several visits by the template writer and leave them as files."""
        return self._sets(store, self.prepare(store, over_models=over_models))

    @contextmanager
    def model_writer(
        self, engine: Engine | None, model: str | None, token: CancelToken
    ) -> Iterator[SectionRewriter | None]:
        """The language models' writer, which stops when the token says so; None where there is no model, and the template writer
        is all. Raises as `language_models`."""
        from bankrm.drafting.model.writer import ModelWriter
        from bankrm.drafting.template.writer import TemplateWriter

        with self.language_models(engine, model) as asked:
            yield ModelWriter(asked, TemplateWriter(), self.recipes, self.glossary, token) if asked else None

    @contextmanager
    def language_models(self, engine: Engine | None, model: str | None) -> Iterator[Sequence[AskedModel]]:
        """The models to try, in this order; loaded when first asked, and let go with the block.

        Raises BundleError for a model that is not one, and ModelUnusable where what was asked for by name cannot be tried here.
        """
        from bankrm.adapters.engines.choice import load_plan
        from bankrm.adapters.engines.worker_model import WorkerModel
        from bankrm.adapters.system.prompts import load_profile
        from bankrm.application.ports.engine_plan import Engine
        from bankrm.drafting.model.writer import AskedModel
        from bankrm.drafting.ports import ModelUnusable

        named = self.models.find(model) if model and engine is not Engine.TEMPLATE else None
        plan = self.plan(self.hardware(), engine, named)
        tries = [(choice, choice.bundle) for choice in plan.tries if choice.bundle]
        if not tries and (named or engine in (Engine.LLAMA, Engine.TRANSFORMERS)):
            passed = plan.passed_over[-1]
            raise ModelUnusable(engine=passed.engine.value, reason=passed.reason.value)
        workers = [
            WorkerModel(load_plan(choice, plan.threads), prove=_proof(self.models, choice, bundle))
            for choice, bundle in tries
        ]
        try:
            yield [
                AskedModel(
                    choice.engine.value, bundle.name, worker, load_profile(self.resources, bundle.prompt_profile)
                )
                for (choice, bundle), worker in zip(tries, workers, strict=True)
            ]
        finally:
            for worker in workers:
                worker.close()

    def queue(self, store: Store, writer: DraftWriter, token: CancelToken) -> PrepareByQueue:
        """Use case: prepare several visits by a language model, for a person who waits and thus may be at work."""
        from bankrm.application.keep_draft import DraftsInPlace
        from bankrm.application.prepare_by_queue import PrepareByQueue

        return PrepareByQueue(
            self._sets(store, self._queue_visit(store, writer, afresh=True)),
            self._run_queue(store, writer, token, asked=True),
            self._sets(store, DraftsInPlace(store.unit_of_work)),
            token,
        )

    def _queue_visit(self, store: Store, writer: DraftWriter, *, afresh: bool) -> QueueVisit:
        from bankrm.application.queue_visit import QueueVisit
        from bankrm.domain.preparation import Wanted

        template, knowledge = self.prepare(store, over_models=False, afresh=afresh), self._contexts(store).knowledge
        return QueueVisit(store.unit_of_work, template, knowledge, Wanted(writer.engine, writer.model), self.clock)

    def _run_queue(self, store: Store, writer: DraftWriter, token: CancelToken, *, asked: bool) -> RunQueue:
        from bankrm.application.run_queue import RunQueue

        go_ahead = self._go_ahead(token, asked=asked)
        return RunQueue(store.unit_of_work, self._contexts(store), writer, self.clock, go_ahead)

    def _go_ahead(self, token: CancelToken, *, asked: bool) -> GoAhead:
        from bankrm.adapters.system.machine import ThisMachine
        from bankrm.application.go_ahead import GoAhead, QueueRules

        policy = self.policy.policy
        rules = QueueRules(policy.prepare_on_battery, asked or policy.prepare_when_in_use, policy.idle_minutes)
        return GoAhead(token, ThisMachine(), rules)

    def updates(self, store: Store) -> ShowUpdate:
        """Query: what an update offers to a draft that a person touched."""
        from bankrm.application.queries.updates import ShowUpdate

        return ShowUpdate(store.unit_of_work)

    def _contexts(self, store: Store) -> VisitContexts:
        from bankrm.adapters.system.recipes import load_gaps
        from bankrm.application.visit_context import Knowledge, VisitContexts

        knowledge = Knowledge(self.recipes, self.topics, load_gaps(self.resources))
        return VisitContexts(store.unit_of_work, knowledge)

    def _sets(self, store: Store, set_of_visit: SetOfVisit) -> PrepareSets:
        from bankrm.application.prepare_sets import PrepareSets

        return PrepareSets(set_of_visit, self.export(store), self.clock)

    def import_files(self, store: Store) -> ImportFiles:
        """Use case: bring files in; a bank's own profiles in HOME/profiles replace shipped ones of the same name."""
        from bankrm.adapters.importing.registry import Readers
        from bankrm.application.import_files import ImportFiles

        folders = [folder for folder in (self.resources.path("profiles"), self.home / "profiles") if folder.is_dir()]
        return ImportFiles(store.unit_of_work, Readers.with_profiles(*folders))

    def layouts(self) -> Layouts:
        """New tables: the profiles that came with the program, and the bank's own in HOME/profiles."""
        from bankrm.adapters.importing.layouts import TableLayouts

        return TableLayouts(self.resources.path("profiles"), self.home / "profiles")

    def suggest(self, memo: Memo, meeting: Meeting, token: CancelToken) -> Memo:
        """Let the first language model that works say whose the memo's loose sentences are; the memo as it is where none does."""
        from bankrm.adapters.system.prompts import load_memo_questions
        from bankrm.application.propose_record import AskModel
        from bankrm.drafting.ports import ModelUnusable
        from bankrm.drafting.recording.ask_model import MemoModel

        try:
            with self.language_models(None, None) as asked:
                for one in asked[:1]:
                    questions = load_memo_questions(self.resources, one.profile.name)
                    return AskModel(MemoModel(one.model, questions))(memo, meeting, token)
        except ModelUnusable:
            return memo
        return memo

    @property
    def record_layouts(self) -> RecordLayouts:
        """How records leave for the bank's own system: by the same profiles with which they are imported."""
        from bankrm.adapters.importing.record_layout import ProfileLayouts

        return ProfileLayouts(self.resources.path("profiles"), self.home / "profiles")

    def record_own_view(self, store: Store) -> RecordOwnView:
        """Use case: a person's own knowledge as a dated record, in the name of whoever works on the store."""
        from bankrm.application.record_own_view import RecordOwnView

        return RecordOwnView(store.unit_of_work, store.actor)

    def export_records(self, store: Store, profile: str) -> ExportRecords:
        """Use case: confirmed records as a file for the bank's system. Raises ProfileUnknown and ProfileInvalid."""
        from bankrm.adapters.exporting.files import FileDelivery
        from bankrm.application.register_record import ExportRecords

        layout, allowed = self.record_layouts.named(profile), self.policy.policy.allow_export
        return ExportRecords(store.unit_of_work, layout, FileDelivery(), self.clock, allowed=allowed)

    def export(self, store: Store) -> ExportDraft:
        """Use case: write drafts as files."""
        from bankrm.adapters.exporting.files import FileDelivery, JsonFormat
        from bankrm.adapters.exporting.word import WordFormat
        from bankrm.application.export_draft import ExportDraft
        from bankrm.application.ports.exporting import Format

        return ExportDraft(
            store.unit_of_work,
            {Format.DOCX: WordFormat(), Format.JSON: JsonFormat()},
            FileDelivery(),
            allowed=self.policy.policy.allow_export,
        )

    def read_draft(self, store: Store) -> ReadDraft:
        """Query: one draft with everything that a person decides by."""
        from bankrm.application.queries.drafts import ReadDraft

        return ReadDraft(store.unit_of_work, self.clock)

    def submit(self, store: Store) -> SubmitDrafts:
        """Use case: hand drafts in for approval."""
        from bankrm.application.hand_in import SubmitDrafts

        return SubmitDrafts(store.unit_of_work, self.clock)

    def edit(self, store: Store) -> EditDraft:
        """Use case: edit a draft, in the name of whoever works on the store."""
        from bankrm.application.edit_draft import EditDraft

        return EditDraft(store.unit_of_work, self.recipes, self.clock, store.actor)

    def rewrite(self, store: Store) -> RewriteSection:
        """Use case: write a section of a draft anew; with `model_writer`'s writer, a person's wish is followed."""
        from bankrm.application.rewrite_section import RewriteSection
        from bankrm.drafting.template.writer import TemplateWriter

        return RewriteSection(store.unit_of_work, self._contexts(store), TemplateWriter(), self.edit(store), self.clock)

    def print_draft(self, store: Store) -> PrintDraft:
        """Use case: a draft as a printer is given it."""
        from bankrm.application.hand_out import PrintDraft

        allowed = self.policy.policy.allow_print
        return PrintDraft(store.unit_of_work, self._contexts(store), self.clock, store.actor, allowed=allowed)

    def copy_from_draft(self, store: Store) -> CopyFromDraft:
        """Use case: a statement or a piece of evidence as text for the clipboard."""
        from bankrm.application.hand_out import CopyFromDraft

        return CopyFromDraft(store.unit_of_work, allowed=self.policy.policy.allow_clipboard)

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
    def models(self) -> ModelBundles:
        """The installed language models: this user's, and those in the folder that policy names."""
        from bankrm.adapters.engines.bundles import InstalledBundles

        return InstalledBundles(self.home / "models", self.policy.policy.model_path)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The models that are recommended."""
        from bankrm.adapters.system.catalogue import load_catalogue
        from bankrm.adapters.system.resources import Resources

        return load_catalogue(Resources.locate(folder="models"))

    def pack_model(
        self, source: Path, out: Path, labels: ModelLabels, report: Report, *, nf4: bool = False
    ) -> ModelBundle:
        """Make a bundle of a .gguf file or a safetensors folder, whose weights `nf4` makes 4 bits wide first; see the adapters."""
        from bankrm.adapters.engines.packing import pack

        if not nf4:
            return pack(source, out, labels, report)
        from bankrm.adapters.engines.quantise import quantise
        from bankrm.domain.progress import CancelToken

        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".packing-", dir=out) as folder:
            packed = Path(folder) / (labels.name or source.absolute().name)
            device = "cuda" if self.hardware().gpus else "cpu"
            quantise(source, packed, token=CancelToken(), report=report, device=device)
            return pack(packed, out, labels, report)

    def hardware(self) -> Hardware:
        """What this machine is, as of now."""
        from bankrm.adapters.engines.probe import probe

        return probe(self.home)

    def plan(self, hardware: Hardware, engine: Engine | None = None, model: ModelBundle | None = None) -> Plan:
        """Which engines to try with which models, where these are wished for; None leaves it to policy and machine."""
        from bankrm.adapters.engines.choice import Machine, Wish, choose
        from bankrm.adapters.engines.probe import gpu_extra_installed

        bundles = [one.content for one in self.models.installed() if not isinstance(one.content, Exception)]
        return choose(self.policy, Machine(hardware, gpu_extra_installed()), bundles, Wish(engine, model))
