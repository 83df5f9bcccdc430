"""取引先 (clients)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Changes
from bankrm.application.queries.client_file import ReadClientFile, ReadDocument
from bankrm.application.queries.client_list import ListClientRows
from bankrm.application.queries.client_promises import ReadClientPromises
from bankrm.application.queries.client_talks import ReadTalks
from bankrm.domain.documents import Document
from bankrm.ui.pages.clients.page import ClientsPage
from bankrm.ui.pages.clients.presenter import ClientsPresenter
from bankrm.ui.pages.clients.view import Sources
from bankrm.ui.places import ClientsPlace, ImportPlace, Place
from bankrm.ui.services import PageHandle, Services

if TYPE_CHECKING:
    from bankrm.ui.widgets.pdf_page import PagePicture

translate = QCoreApplication.translate


class _Clients:
    """The page with its presenter."""

    def __init__(self, services: Services) -> None:
        program, begin = services.program, services.begin
        self._begin = begin
        close = program.promises.close(services.store)
        self._page = ClientsPage(
            services.appearance,
            lambda: {topic.key: topic.name for topic in program.topics},
            services.notices,
            lambda: services.today,
        )
        sources = Sources(
            clients=ListClientRows(begin, program.clock),
            file=ReadClientFile(begin, program.clock),
            talks=lambda key: ReadTalks(begin, program.topics, program.clock)(
                key
            ),  # topics are read with the first talks
            promises=lambda key: ReadClientPromises(begin, program.topics, program.clock)(key),
            document=ReadDocument(begin),
            draw=self._draw,
            close=close,
            take_back=close.take_back,
            today=program.clock.today,
        )
        self._presenter = ClientsPresenter(self._page, services.jobs, sources, services.navigator)
        self._page.list.import_requested.connect(lambda: services.navigator.go(ImportPlace()))
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate(
            "Clients",
            "取引先ごとに、取引・決算・応接・宿題・資料をまとめて見るページです。名前を選ぶと、その人の発言が日付順に並びます。",
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Enter", translate("Clients", "選んだ行を開く")),
            ("Ctrl+Tab", translate("Clients", "次のタブ")),
            ("Ctrl+Shift+Tab", translate("Clients", "前のタブ")),
            ("↑ ↓", translate("Clients", "一覧の行や応接のカードを移る")),
            ("Ctrl+Alt+Z", translate("Clients", "選んだ宿題の済を取り消す")),
            ("Esc", translate("Clients", "開いたものを閉じる。なければ一覧へ戻る")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, ClientsPlace):
            self._presenter.arrive(place)
            self._page.take_focus()

    def changed(self, changes: Changes) -> None:
        self._presenter.changed(changes)

    def leave(self) -> None:
        """Nothing here waits to be kept."""

    def _draw(self, document: Document, page: int) -> PagePicture | None:
        """A page of a PDF; QtPdf is loaded with the first one."""
        if not document.ref.lower().endswith(".pdf"):
            return None
        from bankrm.ui.widgets.pdf_page import draw_page

        with self._begin() as uow:
            content = uow.records.original(document.sha256)
        return draw_page(content, page, "") if content else None

    def _connect(self) -> None:
        page, presenter = self._page, self._presenter
        page.list.typed.connect(presenter.type)
        page.list.opened.connect(presenter.open_client)
        page.back_requested.connect(presenter.back_to_list)
        page.tab_chosen.connect(presenter.choose_tab)
        page.talks_chosen.connect(presenter.choose)
        page.talk_opened.connect(presenter.open_talk)
        page.person_opened.connect(presenter.open_person)
        page.document_opened.connect(presenter.open_document)
        page.page_wanted.connect(presenter.turn_page)
        page.draft_opened.connect(presenter.open_draft)
        page.promise_done.connect(presenter.close_promise)
        page.promise_taken_back.connect(presenter.reopen_promise)


def build(services: Services) -> PageHandle:
    """The page."""
    return _Clients(services)
