"""下書き (the draft page)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Area, Changes
from bankrm.application.edit_draft import RedoEdit, UndoEdit
from bankrm.application.hand_in import WithdrawDraft
from bankrm.application.queries.drafts import CompareWithFirst, DraftView, ListDrafts
from bankrm.application.queries.evidence import ReadSource, SearchEvidence, SourcePage
from bankrm.application.rewrite_section import Rewritten
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.domain.editing import Base
from bankrm.domain.evidence import OriginType
from bankrm.domain.ids import DraftId
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import Wish
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter, EvidenceQueries
from bankrm.ui.pages.drafts.handing_out import HandingOut
from bankrm.ui.pages.drafts.opening import Queries
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.presenter import DraftsPresenter, UseCases
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.settling_presenter import Settling
from bankrm.ui.places import ClientsPlace, DraftsPlace, Place, TodayPlace
from bankrm.ui.services import PageHandle, Services
from bankrm.ui.widgets.pdf_page import PagePicture, draw_page

translate = QCoreApplication.translate


class _Drafts:
    """The page with its presenters."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._page = DraftsPage(services.appearance, services.layout)
        self._evidence = EvidencePresenter(self._page.evidence, services.jobs, self._evidence_queries(), services.today)
        self._rewriting = rewriting = Rewriting(services.jobs, self._rewrite, services.preparing)
        rewriting.know(self._has_model)
        self._presenter = DraftsPresenter(
            self._page, services.jobs, self._queries(), self._use_cases(), self._evidence, rewriting,
            today=services.today, refuse=services.notices.refuse, aside=services.aside, stands_at=self._stand_at,
        )  # fmt: skip
        program, store = services.program, services.store
        self._handing_out = HandingOut(
            self._page, services.jobs, lambda: self._presenter.opened, printing=program.drafts.print_out(store),
            copying=program.drafts.copy_from(store), exporting=program.drafts.export(store),
            refuse=services.notices.refuse,
        )  # fmt: skip
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate("DraftWords", "下書きの一文一文を根拠と見比べ、直し、確認して提出するページです。")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("↑ ↓", translate("DraftWords", "前の記述、次の記述")),
            ("← →", translate("DraftWords", "前の根拠、次の根拠")),
            ("Enter", translate("DraftWords", "根拠の原文を読む(Esc で戻る)")),
            ("E", translate("DraftWords", "記述を直す")),
            ("Delete", translate("DraftWords", "理由を選んで消す")),
            ("K", translate("DraftWords", "要確認の記述を、根拠の箇所を示して残す")),
            ("A", translate("DraftWords", "根拠のある記述を加える")),
            ("N", translate("DraftWords", "担当者の認識(記録なし)を加える")),
            ("D", translate("DraftWords", "担当者の認識を、今日の日付の記録にする")),
            ("R", translate("DraftWords", "節を書き直す(Esc で中止)")),
            ("Ctrl+Z  Ctrl+Shift+Z", translate("DraftWords", "元に戻す、やり直す")),
            ("Ctrl+C", translate("DraftWords", "記述を根拠とともにコピーする")),
            ("Ctrl+Shift+C", translate("DraftWords", "引用をコピーする")),
            ("Ctrl+P", translate("DraftWords", "印刷する")),
            ("Ctrl+Enter", translate("DraftWords", "開いている欄に書いたことを取り入れる")),
            ("Ctrl+Shift+Enter", translate("DraftWords", "提出する")),
        )

    def arrive(self, place: Place) -> None:
        assert isinstance(place, DraftsPlace)
        self._presenter.arrive(place)

    def changed(self, changes: Changes) -> None:
        self._presenter.changed(changes)
        if changes.concern(Area.SETTINGS):
            self._rewriting.know(self._has_model)

    def leave(self) -> None:
        self._presenter.leave()

    def _queries(self) -> Queries:
        begin, program = self._services.begin, self._services.program
        read = program.queries.draft(self._services.store)
        return Queries(read, ListDrafts(begin), CompareWithFirst(begin), self._visit)

    def _use_cases(self) -> UseCases:
        begin, program = self._services.begin, self._services.program
        edit = program.drafts.edit(self._services.store)
        return UseCases(
            edit, UndoEdit(begin), RedoEdit(begin), program.records.own_view(self._services.store),
            Settling(
                program.drafts.confirm(self._services.store), program.drafts.submit(self._services.store),
                WithdrawDraft(begin),
                AcceptUpdate(begin, edit), DismissUpdate(begin),
            ),
            program.preparation.add(self._services.store),
        )  # fmt: skip

    def _evidence_queries(self) -> EvidenceQueries:
        begin = self._services.begin
        search = SearchEvidence(begin, self._services.program.clock)
        return EvidenceQueries(ReadSource(begin), _drawn, search)

    def _rewrite(self, draft: DraftId, base: Base, section: str, wish: Wish) -> Rewritten:
        program = self._services.program
        use_case = program.drafts.rewrite(self._services.store)
        with program.engines.writer(None, None, wish.token) as writer:
            return use_case(draft, base, section, wish, writer)

    def _has_model(self) -> bool:
        engines = self._services.program.engines
        return any(choice.bundle for choice in engines.plan(engines.hardware()).tries)

    def _visit(self, view: DraftView) -> Visit | None:
        day = view.draft.day
        with self._services.begin() as uow:
            return next((visit for visit in uow.records.visits(day, day) if visit.ref == view.draft.visit), None)

    def _connect(self) -> None:
        page, presenter, evidence = self._page, self._presenter, self._evidence
        page.draft_chosen.connect(presenter.open)
        page.kind_wanted.connect(presenter.add)
        page.recent_requested.connect(presenter.show_recent)
        page.today_requested.connect(self._go_to_today)
        page.statement_chosen.connect(presenter.choose)
        page.evidence_opened.connect(page.evidence.focus_evidence)
        page.citation_chosen.connect(presenter.cite)
        page.walked.connect(evidence.walk)
        page.wished.connect(presenter.writing.wish)
        page.way_chosen.connect(presenter.settling.go)
        page.undo_requested.connect(presenter.undo)
        page.redo_requested.connect(presenter.redo)
        page.compare_requested.connect(presenter.compare)
        page.written.connect(presenter.writing.take)
        page.removal_chosen.connect(presenter.writing.remove)
        page.panel_dropped.connect(presenter.writing.drop)
        page.escaped.connect(presenter.writing.drop)
        page.banner_taken.connect(presenter.settling.take_banner)
        page.banner_left.connect(presenter.settling.leave_banner)
        page.evidence_searched.connect(evidence.search)
        page.evidence_picked.connect(presenter.writing.pick)
        page.picking_left.connect(presenter.writing.drop)
        page.citation_copied.connect(self._copy_citation)
        page.statement_copied.connect(self._handing_out.copy)
        page.print_requested.connect(self._handing_out.preview)
        page.version_chosen.connect(self._handing_out.preview)
        page.printer_chosen.connect(self._handing_out.print)
        page.export_requested.connect(self._handing_out.ask_where)
        page.export_chosen.connect(self._handing_out.export)
        page.source_requested.connect(self._go_to_source)
        page.told.connect(self._tell)

    def _copy_citation(self) -> None:
        self._handing_out.copy(self._evidence.shown)

    def _tell(self, words: str) -> None:
        self._services.notices.tell(words)

    def _go_to_source(self) -> None:
        opened, evidence = self._presenter.opened, self._evidence.shown
        if opened is None or not evidence:
            return
        client, origin = opened.draft.client, opened.draft.pack[evidence].origin
        if origin.type is OriginType.INTERACTION:
            self._services.navigator.go(ClientsPlace(client, "interactions", interaction=origin.ref))
        else:
            self._services.navigator.go(ClientsPlace(client, "documents", document=origin.ref, page=origin.page))

    def _stand_at(self, draft: DraftId | None) -> None:
        self._services.navigator.stand_at(DraftsPlace(draft=draft))

    def _go_to_today(self) -> None:
        self._services.navigator.go(TodayPlace())


def _drawn(source: SourcePage, near: int) -> PagePicture | None:
    return draw_page(source.content, source.page, source.passage, near=near)


def build(services: Services) -> PageHandle:
    """The page."""
    return _Drafts(services)
