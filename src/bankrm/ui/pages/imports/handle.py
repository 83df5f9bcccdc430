"""取込 (import)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Area, Changes
from bankrm.application.decide_duplicate import DecideDuplicate
from bankrm.application.lay_out_table import LayOutTable
from bankrm.application.queries.duplicates import ListDuplicates
from bankrm.application.queries.imports import ListImports, ShowFindings, TellDataState
from bankrm.domain.clients import ClientKey
from bankrm.ui.pages.imports.duplicates_presenter import DuplicatesPresenter
from bankrm.ui.pages.imports.mapping_presenter import MappingPresenter
from bankrm.ui.pages.imports.page import ImportPage
from bankrm.ui.pages.imports.presenter import ImportPresenter, Sources
from bankrm.ui.places import ClientsPlace, ImportPlace, Place
from bankrm.ui.services import PageHandle, Services

translate = QCoreApplication.translate


class _Imports:
    """The page with its presenters."""

    def __init__(self, services: Services) -> None:
        self._services = services
        program, store, jobs = services.program, services.store, services.jobs
        layouts = program.records.table_layouts()
        self._page = ImportPage(services.appearance, self._tell)
        sources = Sources(
            lambda: program.records.import_files(store),
            ListImports(services.begin),
            TellDataState(services.begin),
            ShowFindings(layouts),
        )
        self._presenter = ImportPresenter(self._page, jobs, sources)
        self._duplicates = DuplicatesPresenter(
            self._page, jobs, ListDuplicates(services.begin), DecideDuplicate(services.begin)
        )
        self._mapping = MappingPresenter(
            self._page.mapping,
            jobs,
            lambda path: LayOutTable(services.begin, layouts, path),
            layouts.names,
            lambda path, profile: self._presenter.take([path], profile=profile),
        )
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate(
            "Import",
            "基幹システムや営業支援の出力、資料、予定を取り込むページです。取引先・応接記録・決算の三つがそろうと、下書きが役に立ちはじめます。",
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+O", translate("Import", "取り込むファイルを選ぶ")),
            ("↑  ↓", translate("Import", "ファイルや行を選ぶ")),
            ("Enter", translate("Import", "選んだファイルのエラーを見る、列の対応を決める")),
            ("Ctrl+C", translate("Import", "エラーの行をコピーする")),
            ("Alt+S  Alt+D  Alt+L", translate("Import", "名寄せ: 同じ先、別の先、後で")),
            ("Esc", translate("Import", "開いたものを閉じる、取込を中止する")),
        )

    def arrive(self, place: Place) -> None:
        paths = place.paths if isinstance(place, ImportPlace) else ()
        self._presenter.arrive(paths)
        self._duplicates.refresh()

    def changed(self, changes: Changes) -> None:
        if changes.concern(Area.RECORDS, Area.CLIENTS) and self._page.isVisible():
            self._presenter.refresh()
            self._duplicates.refresh()

    def leave(self) -> None:
        """An import goes on while one looks at another page; the window's end stops it between two rows."""

    def _connect(self) -> None:
        page, mapping, panel = self._page, self._mapping, self._page.mapping
        page.files_chosen.connect(self._take)
        page.opened.connect(self._presenter.open)
        page.import_requested.connect(lambda path: self._presenter.take([path]))
        page.cancel_requested.connect(self._presenter.cancel)
        page.more_requested.connect(self._presenter.show_more)
        page.layout_requested.connect(mapping.open)
        page.duplicates.decided.connect(self._duplicates.decide)
        page.duplicates.client_requested.connect(self._open_client)
        panel.assigned.connect(mapping.assign)
        panel.chosen.connect(lambda choice: mapping.choose(**choice))
        panel.amended.connect(lambda choices: mapping.amend(**choices))
        panel.trial_requested.connect(mapping.try_out)
        panel.kept.connect(lambda name, over: mapping.keep(name, replace_own=over))
        panel.profile_requested.connect(mapping.use)
        panel.close_requested.connect(mapping.close)

    def _take(self, paths: list[Path], dry_run: bool) -> None:
        self._presenter.take(paths, dry_run=dry_run)

    def _tell(self, sentence: str, undo: Callable[[], None]) -> None:
        self._services.notices.tell(sentence, undo=undo)

    def _open_client(self, key: ClientKey) -> None:
        self._services.navigator.go(ClientsPlace(key))


def build(services: Services) -> PageHandle:
    """The page."""
    return _Imports(services)
