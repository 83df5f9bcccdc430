"""Documents that the client sees: added to a set when a person asks, and held in the program until they are approved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.builders import TODAY, talk, visit
from tests.fakes.queue import BRIEF, KNOWLEDGE, LATER, OTHER, Desk, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.adapters.exporting.files import FileDelivery, JsonFormat
from bankrm.adapters.exporting.mail import MailFormat
from bankrm.adapters.exporting.word import WordFormat
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.add_document import AddDocument
from bankrm.application.changes import Area
from bankrm.application.edit_draft import EditDraft
from bankrm.application.export_draft import ExportDraft
from bankrm.application.hand_out import PrintDraft
from bankrm.application.ports.exporting import ExportRefused, Format, Formats
from bankrm.application.prepare_sets import PrepareSets, Task
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queries.drafts import ReadDraft
from bankrm.application.rewrite_section import RewriteSection
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.approval import NotReleased
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import EditRefused
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import VISIT_SET, DocumentKindName
from bankrm.drafting.client_facing import NothingToFollow, NothingToShow
from bankrm.drafting.ports import Wish
from bankrm.drafting.sheet import Version
from bankrm.drafting.template.writer import TemplateWriter

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL
CLOCK = FixedDay(TODAY)


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    return store


def prepare(store: MemoryStore, *, afresh: bool = True) -> PrepareVisit:
    contexts = VisitContexts(store.unit_of_work, KNOWLEDGE)
    return PrepareVisit(store.unit_of_work, contexts, TemplateWriter(), CLOCK.now, afresh=afresh)


def add(store: MemoryStore) -> AddDocument:
    return AddDocument(store.unit_of_work, prepare(store, afresh=False), CLOCK)


def export(store: MemoryStore) -> ExportDraft:
    formats: Formats = {Format.DOCX: WordFormat(), Format.EML: MailFormat(), Format.JSON: JsonFormat()}
    return ExportDraft(store.unit_of_work, formats, FileDelivery())


def a_brief(store: MemoryStore) -> DraftId:
    (brief,) = Desk(store.unit_of_work).ask(None, BRIEF)
    return brief.id


def approved(store: MemoryStore, *drafts: DraftId) -> None:
    with store.unit_of_work() as uow:
        for draft in drafts:
            uow.drafts.reach(draft, DraftState.SUBMITTED)
            uow.drafts.reach(draft, DraftState.APPROVED)
        uow.commit()


@pytest.mark.parametrize("kind", [SHEET, MAIL])
def test_a_document_is_added_beside_the_one_that_is_open(store: MemoryStore, kind: DocumentKindName) -> None:
    brief = a_brief(store)
    added = add(store)(brief, kind)
    view = ReadDraft(store.unit_of_work, CLOCK)(brief, opened=False)
    assert [(row.kind, row.id) for row in view.of_set] == [(BRIEF, brief), (kind, added.draft)]
    assert added.changes.concern(Area.DRAFTS)


def test_a_document_that_is_there_and_made_of_the_same_stays(store: MemoryStore) -> None:
    brief = a_brief(store)
    assert add(store)(brief, SHEET).draft == add(store)(brief, SHEET).draft


def test_asked_for_again_after_another_talk_it_is_made_anew(store: MemoryStore) -> None:
    brief = a_brief(store)
    before = add(store)(brief, MAIL).draft
    put(store.unit_of_work, talk("2026-06-11", "社長「冷凍庫を新しくしたい」"))
    after = add(store)(brief, MAIL).draft
    assert after != before
    view = ReadDraft(store.unit_of_work, CLOCK)(after, opened=False)
    assert view.draft.statements[0].text == "6月11日のご面談のお礼"
    assert [row.id for row in view.of_set if row.kind is MAIL] == [after]


def test_nothing_is_added_beside_what_is_gone(store: MemoryStore) -> None:
    with pytest.raises(NotFound):
        add(store)(DraftId("gone"), SHEET)


def test_no_mail_is_added_after_a_talk_in_confidence(store: MemoryStore) -> None:
    brief = a_brief(store)
    put(store.unit_of_work, talk("2026-06-11", "社長「会社を畳みたい」", mark="秘匿"))
    with pytest.raises(NothingToFollow):
        add(store)(brief, MAIL)


@pytest.mark.parametrize(("kind", "form"), [(SHEET, Format.DOCX), (MAIL, Format.EML), (SHEET, Format.JSON)])
def test_nothing_that_the_client_sees_is_a_file_before_it_is_approved(
    store: MemoryStore, tmp_path: Path, kind: DocumentKindName, form: Format
) -> None:
    draft = add(store)(a_brief(store), kind).draft
    with pytest.raises(NotReleased):
        export(store)([draft], form, tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    approved(store, draft)
    assert export(store)([draft], form, tmp_path / "a").bytes > 0


def test_approved_it_is_printed_as_the_client_keeps_it(store: MemoryStore) -> None:
    draft = add(store)(a_brief(store), SHEET).draft
    printing = PrintDraft(store.unit_of_work, VisitContexts(store.unit_of_work, KNOWLEDGE), CLOCK, "早瀬", allowed=True)
    with pytest.raises(NotReleased):
        printing.preview(draft, Version.IN_BANK)
    approved(store, draft)
    looked_at = printing.preview(draft, Version.IN_BANK)
    sheet = printing(draft, Version.IN_BANK, looked_at.base)
    assert (sheet.version, sheet.mark, sheet.sources) == (Version.FOR_CLIENT, "", ())
    assert sheet.imprint.startswith("文書管理番号 DS-20260615-")
    texts = [sheet.imprint, *sheet.head, *(line.text for section in sheet.sections for line in section.lines)]
    assert not [t for t in texts for word in ("行内", "承認", "早瀬", "031", "根拠") if word in t]
    own = next(section for section in sheet.sections if section.heading == "担当者から一言")
    assert set(own.lines[0].text) == {"＿"}
    assert store.data.audit[-1].detail["version"] == "for_client"


@pytest.mark.parametrize(
    ("kinds", "form"),
    [([SHEET], Format.EML), ([MAIL], Format.DOCX), ([BRIEF], Format.EML), ([BRIEF, SHEET], Format.DOCX)],
)
def test_each_stands_alone_in_a_file_of_its_own_format(
    store: MemoryStore, tmp_path: Path, kinds: Sequence[DocumentKindName], form: Format
) -> None:
    drafts = [draft.id for draft in prepare(store)(visit().client, visit(), kinds, TODAY)]
    approved(store, *drafts)
    with pytest.raises(ExportRefused) as refused:
        export(store)(drafts, form, tmp_path / "a")
    assert refused.value.details["reason"] == "wrong_format"
    assert list(tmp_path.iterdir()) == []


def test_the_files_of_a_set_hold_the_bank_s_own_kinds_alone(store: MemoryStore, tmp_path: Path) -> None:
    sets = PrepareSets(prepare(store), export(store), CLOCK)
    kinds = [kind.value for kind in (*VISIT_SET, SHEET, MAIL)]
    (made,) = sets([Task(visit().client, visit())], kinds, tmp_path).sets
    assert [draft.kind for draft in made.drafts] == [*VISIT_SET, SHEET, MAIL]
    assert sorted(file.name for file in made.files) == sorted(
        [*(f"{kind}.json" for kind in VISIT_SET), "visit-set.docx"]
    )
    assert (
        not (
            PrepareSets(prepare(store), export(store), CLOCK)(
                [Task(visit().client, visit())], [MAIL.value], tmp_path / "b"
            )
        )
        .sets[0]
        .files
    )


def test_a_mail_that_may_follow_no_talk_keeps_the_visit_from_nothing_else(store: MemoryStore) -> None:
    put(store.unit_of_work, talk("2026-06-11", "社長「会社を畳みたい」", mark="秘匿"))
    sets = PrepareSets(prepare(store), export(store), CLOCK)
    outcome = sets([Task(visit().client, visit())], [SHEET.value, MAIL.value], None)
    assert [[draft.kind for draft in one.drafts] for one in outcome.sets] == [[SHEET]]
    assert [type(one.error) for one in outcome.failed] == [NothingToFollow]
    alone = sets([Task(visit().client, visit())], [MAIL.value], None)
    assert (alone.sets, [type(one.error) for one in alone.failed]) == ((), [NothingToFollow])


def test_what_may_not_come_about_is_told_of_each_paper(store: MemoryStore) -> None:
    outcome = PrepareSets(prepare(store), export(store), CLOCK)([Task(OTHER, LATER)], [BRIEF, SHEET, MAIL], None)
    assert [[draft.kind for draft in one.drafts] for one in outcome.sets] == [[BRIEF]]
    assert {type(one.error) for one in outcome.failed} == {NothingToFollow, NothingToShow}


@pytest.mark.parametrize(("section", "reason"), [("own_word", "only_by_person"), ("notice", "form_words")])
def test_no_writer_is_asked_for_the_person_s_section_nor_for_the_form_s_words(
    store: MemoryStore, section: str, reason: str
) -> None:
    draft = add(store)(a_brief(store), SHEET).draft
    base = ReadDraft(store.unit_of_work, CLOCK)(draft, opened=False).base
    contexts = VisitContexts(store.unit_of_work, KNOWLEDGE)
    edit = EditDraft(store.unit_of_work, KNOWLEDGE.recipes, CLOCK, "渉外 太郎")
    rewrite = RewriteSection(store.unit_of_work, contexts, TemplateWriter(), edit, CLOCK)
    with pytest.raises(EditRefused) as refused:
        rewrite(draft, base, section, Wish("", CancelToken()))
    assert refused.value.details["reason"] == reason


def test_a_section_that_the_client_reads_is_written_anew_by_the_same_rules(store: MemoryStore) -> None:
    draft = add(store)(a_brief(store), SHEET).draft
    put(store.unit_of_work, talk("2026-06-02", "社長「冷凍庫が古くて困っている」", mark="秘匿"))
    base = ReadDraft(store.unit_of_work, CLOCK)(draft, opened=False).base
    contexts = VisitContexts(store.unit_of_work, KNOWLEDGE)
    edit = EditDraft(store.unit_of_work, KNOWLEDGE.recipes, CLOCK, "渉外 太郎")
    rewritten = RewriteSection(store.unit_of_work, contexts, TemplateWriter(), edit, CLOCK)(
        draft, base, "understanding", Wish("", CancelToken())
    )
    after = ReadDraft(store.unit_of_work, CLOCK)(rewritten.edited.draft, opened=False).draft
    assert not [s.text for s in after.statements if "冷凍庫" in s.text]
