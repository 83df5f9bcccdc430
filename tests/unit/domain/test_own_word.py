"""担当者から一言: a person's own words to the client, in the one section that is for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fakes.editing import EDITOR, a_writing, said

from bankrm.domain.blocking import Block, what_blocks_submit
from bankrm.domain.citing import cite_form
from bankrm.domain.drafts import PERSON, Draft, RemovalReason, Section, Statement, identified
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, EditRefused, Remove, edited
from bankrm.domain.placing import joined
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind

SHEET_EDITOR = replace(EDITOR, headings={**EDITOR.headings, OWN_WORD_SECTION: "担当者から一言", "notice": "ご留意"})


def a_sheet() -> Draft:
    """With an empty section for a person, and the form's own words."""
    draft = a_writing(kind=DocumentKindName.DISCUSSION_SHEET)
    pack, ids = joined(draft.pack, [cite_form("discussion-sheet/1", "シート", "お約束するものではありません。")])
    notice = Statement("お約束するものではありません。", StatementKind.CAUTION, ids)
    sections = (
        *draft.sections,
        Section(OWN_WORD_SECTION, "担当者から一言", ()),
        Section("notice", "ご留意", (notice,)),
    )
    return identified(replace(draft, sections=sections, pack=pack))


def own(draft: Draft) -> list[Statement]:
    return [s for section in draft.sections if section.key == OWN_WORD_SECTION for s in section.statements]


def test_a_person_s_word_stands_in_its_section_without_evidence_and_is_not_judged() -> None:
    after = edited(a_sheet(), AddOwnView(OWN_WORD_SECTION, "柱時計が直って何よりです。"), SHEET_EDITOR)
    (word,) = own(after)
    assert (word.text, word.kind, word.origin) == ("柱時計が直って何よりです。", StatementKind.OWN_WORD, PERSON)
    assert (word.citations, word.verdict) == ((), None)
    assert after.editors == (EDITOR.person,)


def test_it_stays_a_word_of_ones_own_when_it_is_changed_and_may_be_struck() -> None:
    written = edited(a_sheet(), AddOwnView(OWN_WORD_SECTION, "柱時計が直って何よりです。"), SHEET_EDITOR)
    changed = edited(written, ChangeText(own(written)[0].id, "3億円のお話もお聞かせください。"), SHEET_EDITOR)
    assert [(s.kind, s.verdict) for s in own(changed)] == [(StatementKind.OWN_WORD, None)]
    struck = edited(changed, Remove(own(changed)[0].id, RemovalReason.NOT_FITTING), SHEET_EDITOR)
    assert own(struck) == []


@pytest.mark.parametrize("section", ["headlines", "promises"])
def test_elsewhere_in_what_the_client_sees_nobody_writes_without_evidence(section: str) -> None:
    with pytest.raises(EditRefused) as refused:
        edited(a_sheet(), AddOwnView(section, "社長は乗り気だ。"), SHEET_EDITOR)
    assert refused.value.details["reason"] == "not_internal"


@pytest.mark.parametrize("words", ["先月の手術はいかがでしたか。", "格付が上がりました。"])
def test_what_may_not_be_told_to_the_client_is_no_word_whatever_the_reason(words: str) -> None:
    with pytest.raises(EditRefused) as refused:
        edited(a_sheet(), AddOwnView(OWN_WORD_SECTION, words, why="本人の希望"), SHEET_EDITOR)
    assert refused.value.details["reason"] == "not_for_client"


def test_nothing_with_evidence_is_added_among_a_person_s_words() -> None:
    with pytest.raises(EditRefused):
        edited(a_sheet(), AddStatement(OWN_WORD_SECTION, "釜は三台ある。", (said("釜は三台ある"),)), SHEET_EDITOR)


def test_the_form_s_own_words_are_neither_changed_nor_struck() -> None:
    draft = a_sheet()
    notice = draft.sections[-1].statements[0].id
    for edit in (ChangeText(notice, "お約束します。"), Remove(notice, RemovalReason.NOT_NEEDED)):
        with pytest.raises(EditRefused) as refused:
            edited(draft, edit, SHEET_EDITOR)
        assert refused.value.details["reason"] == "form_words"


def test_an_own_view_of_the_bank_s_stays_one_in_its_own_papers() -> None:
    after = edited(identified(a_writing()), AddOwnView("company", "社長は乗り気だ。"), EDITOR)
    kinds = [s.kind for section in after.sections if section.key == "company" for s in section.statements]
    assert kinds == [StatementKind.OWN_VIEW]


def test_what_rests_on_a_talk_in_confidence_or_on_another_bank_s_terms_is_not_handed_in_for_a_client() -> None:
    secret = replace(said("工場を売りたい"), text="2026-05-12 訪問〔秘匿〕 篠崎社長: 工場を売りたい")
    pack, (key,) = joined(a_sheet().pack, [secret])
    told = Statement("工場を売りたい。", StatementKind.ACTION, (key,))
    sheet = replace(a_sheet(), sections=(Section("next_steps", "予定", (told,)),), pack=pack, numbered=0)
    found = what_blocks_submit(identified(sheet), {}, sheet.day)
    assert [(b.code, b.evidence) for b in found] == [(Block.IN_CONFIDENCE_TO_CLIENT, key)]
    internal = replace(sheet, kind=DocumentKindName.VISIT_BRIEF)
    assert what_blocks_submit(identified(internal), {}, sheet.day) == ()
