"""One client's file: the head, and the tabs below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.queries.client_file import ClientFile
from bankrm.application.queries.client_list import ClientRow
from bankrm.application.queries.client_talks import PersonRow, Talks
from bankrm.domain.business import Deal
from bankrm.domain.clients import Client, ClientKey
from bankrm.language.firm_names import short_name, shown_reading
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.documents_view import DocumentsView
from bankrm.ui.pages.clients.overview import Overview
from bankrm.ui.pages.clients.promises_view import PromisesView
from bankrm.ui.pages.clients.rows import deal_columns, draft_columns, person_columns
from bankrm.ui.pages.clients.talks_view import TalksView
from bankrm.ui.pages.clients.view import Tab
from bankrm.ui.pages.clients.words import as_of_words, visit_words
from bankrm.ui.theme import XL, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, surface
from bankrm.ui.widgets.tables import RowsTable
from bankrm.ui.widgets.text import ElidedLabel, label

R = TypeVar("R")


class ClientFileView(QWidget):
    """Ctrl+PageUp and Ctrl+PageDown walk the tabs."""

    back_requested = Signal()
    tab_chosen = Signal(object)
    person_opened = Signal(str)
    draft_opened = Signal(object)

    def __init__(self, appearance: Appearance, topic_names: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._name = ElidedLabel(look="title")
        self._about = ElidedLabel(look="dim")
        self._next = label("", chip="plain")
        self.overview = Overview(appearance)
        self.talks = TalksView(appearance, topic_names)
        self.promises = PromisesView(appearance)
        self.documents = DocumentsView(appearance)
        self.deals: RowsTable[Deal] = RowsTable(
            self.tr("案件の一覧"), deal_columns(), appearance, key=lambda one: one.ref
        )
        self.contacts: RowsTable[PersonRow] = RowsTable(
            self.tr("面談者の一覧"), person_columns(), appearance, key=lambda one: one.person
        )
        self.drafts: RowsTable[DraftSummary] = RowsTable(
            self.tr("下書きの一覧"), draft_columns(), appearance, key=lambda one: one.id
        )
        self._no_deals = _or_words(
            self.deals, self.tr("案件がまだありません。案件の一覧を取り込むと、ここに並びます。")
        )
        self._no_contacts = _or_words(
            self.contacts, self.tr("面談者がまだありません。面談者の一覧か応接記録を取り込むと、ここに並びます。")
        )
        self._no_drafts = _or_words(
            self.drafts, self.tr("下書きがまだありません。「今日」で訪問を準備すると、ここに並びます。")
        )
        self._tabs = QTabWidget()
        self._tabs.tabBar().setDrawBase(False)
        for one in (self._tabs, self._tabs.tabBar()):
            one.setAccessibleName(self.tr("取引先の情報"))
        for name, widget in (
            (self.tr("概要"), self.overview), (self.tr("応接"), self.talks), (self.tr("宿題"), self.promises),
            (self.tr("案件"), self._no_deals), (self.tr("資料"), self.documents), (self.tr("面談者"), self._no_contacts),
            (self.tr("下書き"), self._no_drafts),
        ):  # fmt: skip
            self._tabs.addTab(widget, name)
        self._missing = label("", "dim", wrap=True)
        self._missing.hide()
        body = column(self._missing, self._tabs)
        body.setContentsMargins(XL, S, XL, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(appearance))
        layout.addLayout(body, 1)
        self._connect()

    def show_client(self, known: ClientRow | None, key: ClientKey) -> None:
        """Turn to a client; what is not known yet is empty."""
        self._missing.hide()
        self._tabs.show()
        self._show_head(known.client if known else None, key, None)
        self._next.setText(
            self.tr("次回訪問 {time}").format(time=visit_words(known.next_visit)) if known and known.next_visit else ""
        )
        self._next.setVisible(bool(self._next.text()))
        self.overview.clear()
        self.talks.show_reading()
        self.promises.show_reading()
        self.documents.clear()
        for table in (self.deals, self.contacts, self.drafts):
            table.show_rows(())

    def show_file(self, file: ClientFile) -> None:
        """All but talks and promises."""
        self._missing.hide()
        self._tabs.show()
        self._show_head(file.client, file.client.key, file)
        start = file.next_visit.start if file.next_visit else file.agreed
        self._next.setText(self.tr("次回訪問 {time}").format(time=visit_words(start)) if start else "")
        self._next.setVisible(start is not None)
        self.overview.show_file(file)
        self.documents.show_documents(file.documents)
        _show_rows(self._no_deals, self.deals, file.deals)
        _show_rows(self._no_drafts, self.drafts, file.drafts)

    def show_choices(self, talks: Talks) -> None:
        """The people, once the talks are read."""
        self.talks.show_choices(talks)
        _show_rows(self._no_contacts, self.contacts, talks.people)

    def show_missing(self, key: ClientKey) -> None:
        """There is no such client."""
        self._missing.setText(self.tr("店番-CIF {key} の取引先は、この端末のデータにありません。").format(key=key))
        self._missing.show()
        self._tabs.hide()

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(list(Tab).index(tab))

    def close_last(self) -> bool:
        """Esc: close what was opened last; whether there was anything."""
        if self._tabs.currentWidget() is self.talks:
            return self.talks.close_words()
        return self._tabs.currentWidget() is self.documents and self.documents.close_document()

    def take_focus(self) -> None:
        """The focus to the tabs."""
        self._tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self, appearance: Appearance) -> QWidget:
        back = button(self.tr("一覧"), "quiet", icon=appearance.icon("arrow-left"), name=self.tr("取引先の一覧へ戻る"))
        back.clicked.connect(self.back_requested)
        first = row(self._name, self._next, space=M)
        first.setStretch(0, 1)
        told = column(space=2)
        told.addLayout(first)
        told.addWidget(self._about)
        head = row(back, space=M)
        head.addLayout(told, 1)
        bar = surface("bar", head, margin=M)
        bar.setMinimumHeight(M * 2 + L * 3)
        return bar

    def _show_head(self, client: Client | None, key: ClientKey, file: ClientFile | None) -> None:
        self._name.show_text(client.name if client else str(key), short=short_name(client.name) if client else "")
        in_charge = self.tr("担当 {name}").format(name=client.in_charge) if client and client.in_charge else ""
        told = (
            shown_reading(client.reading) if client else "",
            client.industry if client else "",
            str(key),
            in_charge,
            as_of_words(file.as_of) if file else "",
        )
        self._about.show_text("　".join(filter(None, told)))

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._turned)
        self.talks.person_opened.connect(self.person_opened)
        self.contacts.opened.connect(lambda one: self.person_opened.emit(one.person))
        self.drafts.opened.connect(lambda one: self.draft_opened.emit(one.id))

    @Slot(int)
    def _turned(self, place: int) -> None:
        self.tab_chosen.emit(list(Tab)[place])


def _or_words(table: QWidget, words: str) -> QStackedWidget:
    """The table, or words where it would be empty."""
    nothing = label(words, "dim", wrap=True)
    nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
    stack = QStackedWidget()
    stack.addWidget(nothing)
    stack.addWidget(table)
    stack.setContentsMargins(0, M, 0, M)
    return stack


def _show_rows(stack: QStackedWidget, table: RowsTable[R], rows: Sequence[R]) -> None:
    table.show_rows(rows)
    stack.setCurrentIndex(1 if rows else 0)
