"""設定 (settings and diagnostics)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Area, Changes
from bankrm.drafting.privacy.masking import mask
from bankrm.examination import examine
from bankrm.ui.appearance import ThemeChoice
from bankrm.ui.pages.settings.page import SettingsPage
from bankrm.ui.pages.settings.presenter import EngineState, SettingsPresenter, Sources
from bankrm.ui.places import Place
from bankrm.ui.services import PageHandle, Services
from bankrm.ui.translations import Language

translate = QCoreApplication.translate


class _Settings:
    """The page with its presenter."""

    def __init__(self, services: Services) -> None:
        self._services = services
        program, layout = services.program, services.layout
        language = Language(layout.word("language", Language.JAPANESE))
        self._page = SettingsPage(services.appearance, language)
        find = program.privacy.preview(services.store)
        sources = Sources(
            store=services.store.info,
            engine=self._engine,
            examine=lambda: examine(program, services.store),
            policy=program.policy,
            logs=program.home / "logs",
            choose=program.choose_setting,
            add_model=program.engines.models.add,
            mask=lambda text: mask(text, find),
        )
        self._presenter = SettingsPresenter(self._page, services.jobs, sources)
        self._page.theme_chosen.connect(self._choose_theme)
        self._page.language_chosen.connect(self._choose_language)
        self._page.probe_requested.connect(self._presenter.probe)
        self._page.setting_chosen.connect(self._presenter.choose)
        self._page.model_chosen.connect(self._presenter.add_model)
        self._page.stop_requested.connect(self._presenter.stop_adding)
        self._page.examine_requested.connect(self._presenter.examine)
        self._page.masking.text_given.connect(self._presenter.try_masking)

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate(
            "Settings", "表示、文章を書く方式、データの場所、ポリシー、伏せ字になる語を確かめるページです。"
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return ()

    def arrive(self, place: Place) -> None:  # noqa: ARG002
        self._presenter.arrive()

    def changed(self, changes: Changes) -> None:
        if changes.concern(Area.SETTINGS) and self._page.isVisible():
            self._presenter.arrive()

    def leave(self) -> None:
        """A text that was tried is forgotten; nothing else waits to be kept."""
        self._page.masking.clear()

    def _engine(self) -> EngineState:
        program = self._services.program
        hardware = program.engines.hardware()
        return EngineState(hardware, program.engines.plan(hardware), program.engines.catalogue.recommend(hardware))

    def _choose_theme(self, choice: str) -> None:
        self._services.appearance.choose(ThemeChoice(choice))
        self._services.layout.remember_word("theme", choice)

    def _choose_language(self, language: str) -> None:
        self._services.layout.remember_word("language", language)
        self._page.show_language_later()


def build(services: Services) -> PageHandle:
    """The page."""
    return _Settings(services)
