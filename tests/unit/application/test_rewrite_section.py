"""A section of a draft written anew, as a use case."""

from __future__ import annotations

import pytest
from tests.builders import TODAY, talk
from tests.fakes.language_model import ScriptedModel
from tests.fakes.queue import KNOWLEDGE, Desk, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore
from tests.unit.drafting.model.test_rewriting import PROFILE, lines

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.edit_draft import EditDraft
from bankrm.application.queries.drafts import DraftView, ReadDraft
from bankrm.application.rewrite_section import RewriteSection, Rewritten
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.audit import Act
from bankrm.domain.drafts import Draft, RemovalReason
from bankrm.domain.editing import ChangeText, EditConflict, EditRefused, Remove
from bankrm.domain.ids import DraftId
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.model.writer import AskedModel, ModelWriter
from bankrm.drafting.ports import Wish
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.language.glossary import NO_GLOSSARY

HISTORY = DocumentKindName.HISTORY_SUMMARY
CLOCK = FixedDay(TODAY)


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    put(store.unit_of_work, talk("2026-05-20", "工場長「夜の製造の人が足りない」", people="小暮工場長"))
    return store


@pytest.fixture(name="draft")
def _draft(store: MemoryStore) -> Draft:
    (draft,) = Desk(store.unit_of_work).ask(None, HISTORY)
    return draft


def a_writer(model: ScriptedModel) -> ModelWriter:
    asked = [AskedModel("llama", "scripted", model, PROFILE)]
    return ModelWriter(asked, TemplateWriter(), KNOWLEDGE.recipes, NO_GLOSSARY, CancelToken())


def view(store: MemoryStore, draft: DraftId) -> DraftView:
    return ReadDraft(store.unit_of_work, CLOCK)(draft, opened=False)


def edit(store: MemoryStore) -> EditDraft:
    return EditDraft(store.unit_of_work, KNOWLEDGE.recipes, CLOCK, "渉外 太郎")


def rewrite(
    store: MemoryStore, draft: DraftId, wish: str = "", section: str = "issues", *, model: ScriptedModel | None = None,
    token: CancelToken | None = None,
) -> Rewritten:  # fmt: skip
    use_case = RewriteSection(
        store.unit_of_work, VisitContexts(store.unit_of_work, KNOWLEDGE), TemplateWriter(), edit(store), CLOCK
    )
    base = view(store, draft).base
    return use_case(draft, base, section, Wish(wish, token or CancelToken()), a_writer(model) if model else None)


def texts(draft: Draft, section: str = "issues") -> list[str]:
    return [one.text for s in draft.sections if s.key == section for one in s.statements]


def test_without_a_model_the_section_is_the_templates_anew_and_the_wish_is_said_not_to_be_followed(
    store: MemoryStore, draft: Draft
) -> None:
    put(store.unit_of_work, talk("2026-05-28", "社長「電気代が重くて困っている」"))
    told = rewrite(store, draft.id, "短く")
    after = view(store, told.edited.draft).draft
    assert not told.followed
    assert any("電気代" in text for text in texts(after))
    assert not any("電気代" in text for text in texts(draft))
    assert store.data.audit[-1].detail["engine"] == "template"
    assert rewrite(store, after.id).followed


def test_a_model_writes_it_by_the_wish_and_the_audit_knows_with_what_and_not_the_words(
    store: MemoryStore, draft: Draft
) -> None:
    told = rewrite(store, draft.id, "人手のことを先に", model=ScriptedModel(lines))
    assert told.followed
    after = view(store, told.edited.draft)
    assert {one.origin for s in after.draft.sections if s.key == "issues" for one in s.statements} == {"model"}
    assert after.can_undo
    entry = store.data.audit[-1]
    assert (entry.act, entry.detail["edit"], entry.detail["section"]) == (Act.EDITED, "replace_section", "issues")
    assert (entry.detail["engine"], entry.detail["model"]) == ("llama", "scripted")
    assert "人手" not in repr(entry.detail)


def test_what_a_person_struck_and_changed_stays_so(store: MemoryStore, draft: Draft) -> None:
    issues = next(s for s in view(store, draft.id).draft.sections if s.key == "issues").statements
    assert len(issues) >= 1
    base = view(store, draft.id).base
    struck = edit(store)(draft.id, base, Remove(issues[0].id, RemovalReason.NOT_TRUE))
    told = rewrite(store, struck.draft)
    assert issues[0].text not in texts(view(store, told.edited.draft).draft)


def test_a_section_that_stands_empty_says_which_records_were_searched(store: MemoryStore) -> None:
    for ref in [key for key in store.data.records if key[0].__name__ == "Interaction"]:
        del store.data.records[ref]
    put(store.unit_of_work, talk("2026-05-20", "社長「おかげさまで」"))
    (empty,) = Desk(store.unit_of_work).ask(None, HISTORY)
    told = rewrite(store, empty.id, section="promises")
    assert texts(view(store, told.edited.draft).draft, "promises") == texts(empty, "promises")


def test_what_was_cancelled_or_edited_meanwhile_changes_nothing(store: MemoryStore, draft: Draft) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        rewrite(store, draft.id, "短く", token=token)
    before = list(store.data.drafts)

    def meanwhile(question: str) -> str:
        edit(store)(draft.id, view(store, draft.id).base, ChangeText("S1", "別の文"))
        return lines(question)

    with pytest.raises(EditConflict):
        rewrite(store, draft.id, "短く", model=ScriptedModel(meanwhile))
    assert len(store.data.drafts) == len(before) + 1


def test_a_section_that_the_recipe_lacks_is_refused(store: MemoryStore, draft: Draft) -> None:
    with pytest.raises(EditRefused):
        rewrite(store, draft.id, section="nowhere")
