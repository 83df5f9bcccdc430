"""今日 (home): what must be done first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Changes
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.presenter import Sources, TodayPresenter
from bankrm.ui.places import Place
from bankrm.ui.services import PageHandle, Services

translate = QCoreApplication.translate


class _Today:
    """The page with its presenter."""

    def __init__(self, services: Services) -> None:
        program, store = services.program, services.store
        promises = program.queries.promises(store)
        sources = Sources(
            day=program.queries.day(store),
            promises=lambda everything: promises(everything=everything),
            close=program.promises.close(store),
            export=lambda file: program.promises.export(store)(file),
            today=program.clock.today,
        )
        self._page = page = TodayPage(services.appearance, may_export=program.policy.policy.allow_export)
        self._presenter = does = TodayPresenter(page, services.jobs, sources, services.preparing, services.navigator)
        page.day_chosen.connect(does.choose_day)
        page.prepare_requested.connect(does.prepare)
        page.set_opened.connect(does.open_set)
        page.files_dropped.connect(does.bring_in)
        page.import_requested.connect(lambda: does.bring_in())
        page.promises.everything_requested.connect(does.show_everything)
        page.promises.export_requested.connect(does.export)
        page.promises.dismissed.connect(does.dismiss)
        page.promises.table.close_requested.connect(does.close)
        page.promises.table.opened.connect(lambda row: does.open_promise(row.promise))
        page.promises.closed.amend_requested.connect(does.amend)
        page.promises.closed.take_back_requested.connect(does.take_back)
        page.side.record_requested.connect(does.record)
        page.side.client_requested.connect(does.open_client)
        page.side.stop_requested.connect(does.stop)

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate(
            "Today", "期限の近い当行の宿題と、本日と次の営業日の訪問を確かめ、準備した一式を開くページです。"
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("↑ ↓", translate("Today", "宿題、訪問を順に選ぶ")),
            ("Enter", translate("Today", "宿題の元の記録、訪問の一式を開く")),
            ("Space", translate("Today", "選んだ宿題を済にする")),
            ("Delete", translate("Today", "選んだ宿題を、理由を書いて外す")),
            ("Esc", translate("Today", "宿題の下の欄を閉じる")),
        )

    def arrive(self, place: Place) -> None:  # noqa: ARG002
        self._presenter.arrive()

    def changed(self, changes: Changes) -> None:
        self._presenter.changed(changes)

    def leave(self) -> None:
        """Nothing here waits to be kept."""


def build(services: Services) -> PageHandle:
    """The page."""
    return _Today(services)
