"""The compliance rules at work on a draft in the store: edits, reading, handing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import KEY
from tests.fakes.editing import a_writing, said
from tests.fakes.queue import KNOWLEDGE
from tests.shipped_rules import EXAMINATION, RULES
from tests.unit.application.editing_page import PERSON, Page, a_store

from bankrm.application.compliance import context_of
from bankrm.application.draft_json import draft_object
from bankrm.application.edit_draft import EditDraft
from bankrm.application.hand_in import ConfirmDraft, SubmitBlocked, SubmitDrafts
from bankrm.application.queries.drafts import DraftView, ReadDraft
from bankrm.domain.business import Deal, HostFigures, HostItem
from bankrm.domain.citing import BANK_SPEAKER
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Draft, RemovalReason, Severity, Statement
from bankrm.domain.editing import AddOwnView, ChangeText, Remove
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.compliance.context import LOAN, NO_LOAN

PROMISE = "融資は必ず通りますとお伝えする"


class ExaminedPage(Page):
    """The same page with the shipped rules."""

    def __init__(self, writing: Draft | None = None) -> None:
        store = a_store()
        if writing:
            store.data.drafts["first"] = writing
        super().__init__(store, DraftId("first"))
        self.edit = EditDraft(self.begin, KNOWLEDGE.recipes, self.clock, PERSON, RULES)

    @property
    def view(self) -> DraftView:
        return ReadDraft(self.begin, self.clock, RULES)(self.draft, opened=False)


def rules_found(view: DraftView) -> list[str]:
    return [finding.rule for one in view.draft.statements for finding in one.findings]


def test_what_a_person_writes_is_examined_at_once_and_kept_with_the_draft() -> None:
    page = ExaminedPage()
    assert rules_found(page.apply(AddOwnView("promises", PROMISE))) == ["loan_certainty"]
    with page.begin() as uow:
        kept = uow.drafts.get(page.draft)
    assert kept
    (told,) = [one for section in draft_object(kept)["sections"] for one in section["statements"] if one["findings"]]
    assert told["findings"][0]["rule"] == "loan_certainty"
    assert told["text"][slice(*told["findings"][0]["span"])] == "融資は必ず通ります"
    assert rules_found(page.undo()) == []


def test_a_blocking_finding_keeps_a_draft_from_being_confirmed_and_submitted_until_it_is_rewritten() -> None:
    page = ExaminedPage()
    view = page.apply(AddOwnView("promises", PROMISE))
    with pytest.raises(SubmitBlocked) as confirming:
        ConfirmDraft(page.begin, page.clock, RULES)(page.draft, page.view.base)
    with pytest.raises(SubmitBlocked) as submitting:
        SubmitDrafts(page.begin, page.clock, RULES)([(page.draft, page.view.base)])
    assert confirming.value.details["codes"] == submitting.value.details["codes"] == ("compliance",)
    (flagged,) = [one for one in view.draft.statements if one.findings]
    page.apply(ChangeText(flagged.id, "審査のうえご回答するとお伝えする"))
    ConfirmDraft(page.begin, page.clock, RULES)(page.draft, page.view.base)


def test_a_draft_that_was_kept_before_a_rule_was_is_held_by_it_all_the_same() -> None:
    page = Page(a_store(), DraftId("first"))
    page.apply(AddOwnView("promises", PROMISE))
    with pytest.raises(SubmitBlocked):
        ConfirmDraft(page.begin, page.clock, RULES)(page.draft, page.view.base)
    ConfirmDraft(page.begin, page.clock)(page.draft, page.view.base)


def test_what_is_struck_is_no_longer_in_the_way() -> None:
    page = ExaminedPage()
    view = page.apply(AddOwnView("promises", PROMISE))
    (flagged,) = [one for one in view.draft.statements if one.findings]
    assert rules_found(page.apply(Remove(flagged.id, RemovalReason.NOT_FITTING))) == []


OTHER = Client(
    ClientKey("012", "0099999"), "株式会社霧鳴館", reading="カブシキガイシャキリナリカン", aliases=("霧の宿",)
)


def test_the_customer_master_tells_who_the_others_are() -> None:
    own = Client(KEY, "とびうお製麺")
    context = context_of(Dossier(own), [own, OTHER])
    assert context.client == ("とびうお製麺",)
    assert context.others == ("株式会社霧鳴館", "霧の宿", "キリナリカン")
    text = "とびうお製麺さまと霧の宿さま、きりなりかん様"
    assert [text[a:b] for a, b in context.other_names.find(text)] == ["霧の宿", "きりなりかん"]


@pytest.mark.parametrize(
    ("balance", "deals", "facts"),
    [
        (213_000_000, (), {LOAN}),
        (0, (), {NO_LOAN}),
        (0, (Deal("D1", KEY, "設備資金", stage="稟議中"),), {LOAN}),
        (None, (), set()),
    ],
)
def test_a_client_with_a_balance_or_an_application_has_a_loan(
    balance: int | None, deals: tuple[Deal, ...], facts: set[str]
) -> None:
    host = () if balance is None else (HostFigures(KEY, date(2026, 11, 20), {HostItem.LOANS: balance}),)
    assert context_of(Dossier(Client(KEY, "とびうお製麺"), host=host, deals=deals), ()).facts == facts


SURE = "ご融資は必ず通りますのでご安心ください。"
MAIL = DocumentKindName.FOLLOW_UP_MAIL


def of_clients_words(text: str, words: str, kind: DocumentKindName, origin: str = "template") -> Draft:
    """A draft with one fact that tells the president's words."""
    fact = Statement(text, StatementKind.FACT, ("E1",), speaker="client", speaker_name="篠崎社長", origin=origin)
    section = replace(a_writing().sections[1], statements=(fact,))
    return a_writing(kind=kind, sections=(section,), pack=EvidencePack((("E1", said(words)),)))


@pytest.mark.parametrize("kind", [MAIL, DocumentKindName.DISCUSSION_SHEET, DocumentKindName.VISIT_BRIEF])
@pytest.mark.parametrize(
    "typed", [SURE, f"「{SURE}」", "社長の「茹で釜を入れ替えたい」に、ご融資は必ず通りますと答える"]
)
def test_a_promise_typed_over_the_clients_words_is_our_own_and_blocks(kind: DocumentKindName, typed: str) -> None:
    words = of_clients_words("「茹で釜を入れ替えたい」", "茹で釜を入れ替えたい", kind)
    page = ExaminedPage(words)
    edited = page.apply(ChangeText(page.view.draft.statements[0].id, typed)).draft.statements[0]
    assert edited.speaker == "client"
    assert [(one.rule, one.severity) for one in edited.findings] == [("loan_certainty", Severity.BLOCK)]


@pytest.mark.parametrize("origin", ["template", "person", "model"])
def test_the_clients_own_words_of_the_record_stay_the_clients(origin: str) -> None:
    words = "融資は必ず通りますと信金に言われた"
    quoted = f"「{words}」と篠崎社長より伺いました。"
    assert EXAMINATION(of_clients_words(quoted, words, MAIL, origin)).statements[0].findings == ()


def test_what_we_said_ourselves_is_ours_though_the_record_holds_it() -> None:
    words = replace(said("ご融資は必ず通ります"), speaker=BANK_SPEAKER)
    draft = replace(of_clients_words("「ご融資は必ず通ります」", "", MAIL), pack=EvidencePack((("E1", words),)))
    assert [one.rule for one in EXAMINATION(draft).statements[0].findings] == ["loan_certainty"]


def test_within_the_bank_a_person_may_tell_what_the_client_offered_in_the_clients_words_only() -> None:
    words = "定期を預けるから、見返りに金利を下げてほしい"
    for text, severity in ((f"「{words}」(篠崎社長)", Severity.WARN), (f"{words}。", Severity.BLOCK)):
        draft = of_clients_words(text, words, DocumentKindName.VISIT_BRIEF, "person")
        assert [one.severity for one in EXAMINATION(draft).statements[0].findings] == [severity]
