"""What a person does to a draft, and what stays of it when the machine writes anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.editing import (
    EDITOR,
    FACT,
    PACK,
    STAFF,
    a_writing,
    after,
    said,
    statement,
    texts,
    told,
    working,
)

from bankrm.domain import editing
from bankrm.domain.drafts import (
    PERSON,
    Confidence,
    Confirmation,
    Draft,
    DraftState,
    RemovalReason,
    Section,
    Verdict,
    identified,
)
from bankrm.domain.editing import (
    AddOwnView,
    AddStatement,
    ChangeText,
    Edit,
    EditRefused,
    Keep,
    Remove,
    ReplaceSection,
    TakeOver,
    TakeStatement,
    edited,
    is_working,
)
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.ids import DraftId
from bankrm.domain.merging import without_removed
from bankrm.domain.placing import mark_of, whatever_the_figures
from bankrm.domain.recipes import StatementKind

WRONG = Remove("S3", RemovalReason.NOT_TRUE, "先方に確かめた")


def test_the_next_revision_says_the_same_and_names_the_writing_that_it_began_with() -> None:
    draft = working()
    assert (draft.revision, draft.state, draft.first) == (2, DraftState.DRAFT, DraftId("first"))
    assert [one.text for one in draft.statements] == [one.text for one in a_writing().statements]
    assert [one.id for one in draft.statements] == ["S1", "S2", "S3", "S4", "S5"]


@pytest.mark.parametrize("revision", [1, 2])
@pytest.mark.parametrize("state", DraftState)
def test_only_a_later_revision_in_draft_is_edited_in_place(revision: int, state: DraftState) -> None:
    assert is_working(a_writing(revision=revision, state=state)) is (revision > 1 and state is DraftState.DRAFT)


def test_a_changed_statement_is_a_persons_and_is_checked_again() -> None:
    draft = after(working(), ChangeText("S1", "茹で釜は三台とも入れ替える"))
    changed = statement(draft, "S1")
    assert (changed.text, changed.origin, changed.citations) == ("茹で釜は三台とも入れ替える", "person", ("E1",))
    assert changed.verdict is Verdict.UNSUPPORTED
    assert draft.editors == ("渉外 太郎",)


def test_the_same_words_are_no_change() -> None:
    draft = working()
    assert edited(draft, ChangeText("S1", " 茹で釜を入れ替えたい。\n"), EDITOR).statements == draft.statements


def test_a_guess_that_is_changed_into_a_decision_is_a_fact_and_no_guess() -> None:
    guess = replace(told("茹で釜の話が進みそう。", "E1", kind=StatementKind.INFERENCE), confidence=Confidence.LOW)
    draft = working(a_writing(sections=(Section("headlines", "今日の要点", (guess,)),)))
    changed = statement(after(draft, ChangeText("S1", "社長は茹で釜を入れ替えると決めた。")), "S1")
    assert (changed.kind, changed.confidence) == (StatementKind.FACT, Confidence.NONE)


def test_several_sentences_become_as_many_statements_on_the_same_evidence() -> None:
    draft = after(working(), ChangeText("S4", "人が足りない。寮を探している。"))
    assert texts(draft, "promises") == ["見積は21日遅れた。", "人が足りない。", "寮を探している。"]
    assert [one.id for one in draft.statements] == ["S1", "S2", "S3", "S4", "S6", "S5"]
    assert statement(draft, "S6").citations == ("E7",)


def test_what_is_struck_is_kept_aside_with_its_reason() -> None:
    draft = after(working(), WRONG)
    assert texts(draft, "promises") == ["人が足りない。"]
    (removal,) = draft.removals
    assert (removal.statement.id, removal.reason, removal.words) == ("S3", RemovalReason.NOT_TRUE, "先方に確かめた")
    assert removal.person == "渉外 太郎"
    assert [key for key, _ in draft.pack] == ["E1", "E7"]


def test_a_group_of_one_is_none() -> None:
    draft = after(working(), Remove("S2", RemovalReason.NOT_NEEDED))
    assert statement(draft, "S1").group is None


def test_an_own_view_stands_without_evidence_and_without_a_verdict() -> None:
    draft = after(working(), AddOwnView("promises", "社長は来月から海外にいる", "S3"))
    assert texts(draft, "promises") == ["見積は21日遅れた。", "社長は来月から海外にいる", "人が足りない。"]
    own = statement(draft, "S6")
    assert (own.kind, own.origin, own.verdict, own.citations) == (StatementKind.OWN_VIEW, "person", None, ())


def test_an_own_view_has_no_place_in_what_a_client_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "INTERNAL_KINDS", frozenset())
    with pytest.raises(EditRefused) as error:
        after(working(), AddOwnView("promises", "入院する"))
    assert error.value.details["reason"] == "not_internal"


def test_an_added_statement_brings_its_evidence_under_an_id_of_no_other_document() -> None:
    draft = after(working(), AddStatement("company", "釜は三台ある", (said("釜は三台ある", "T9"),)))
    added = statement(draft, "S6")
    assert (added.citations, added.verdict) == (("E1001",), Verdict.SUPPORTED)
    assert (added.speaker, added.speaker_name) == ("client", "篠崎社長")
    assert [section.key for section in draft.sections] == ["headlines", "promises", "company", "questions"]
    assert draft.pack["E1001"].body == "釜は三台ある"


def test_evidence_that_is_there_already_keeps_its_id() -> None:
    draft = after(working(), AddStatement("promises", "人が足りない", (STAFF,)))
    assert statement(draft, "S6").citations == ("E7",)


def test_what_stands_within_a_group_joins_it() -> None:
    draft = after(working(), AddStatement("headlines", "人が足りない", (STAFF,), after="S1"))
    assert [one.group for one in draft.sections[0].statements] == ["G1", "G1", "G1"]


def doubtful() -> Draft:
    return after(working(), ChangeText("S4", "寮を探している"))


def test_a_questioned_statement_is_kept_by_pointing_at_its_passage() -> None:
    draft = after(doubtful(), Keep("S4", said("部屋が要る", "T8")))
    kept = statement(draft, "S4")
    assert kept.citations == ("E7", "E1001")
    assert kept.confirmed_by == Confirmation("渉外 太郎", "E1001")
    assert (kept.verdict, kept.questioned, draft.questioned) == (Verdict.UNSUPPORTED, False, 0)


def test_what_stands_by_the_passage_pointed_at_needs_no_persons_word() -> None:
    kept = statement(after(doubtful(), Keep("S4", said("寮を探している", "T8"))), "S4")
    assert (kept.verdict, kept.confirmed_by) == (Verdict.SUPPORTED, None)


def test_other_words_are_not_kept_by_what_was_said_of_the_former_ones() -> None:
    draft = after(doubtful(), Keep("S4", said("部屋が要る", "T8")), ChangeText("S4", "社宅を建てる"))
    assert statement(draft, "S4").questioned


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (ChangeText("S9", "x"), "unknown_statement"),
        (ChangeText("S1", " \n "), "empty"),
        (ChangeText("S1", "釜" * 401), "too_long"),
        (Keep("S1", STAFF), "not_questioned"),
        (AddStatement("promises", "x", ()), "no_evidence"),
        (AddOwnView("nowhere", "x"), "unknown_section"),
        (ReplaceSection("nowhere", (), PACK), "unknown_section"),
    ],
)
def test_what_makes_no_sense_is_refused(edit: Edit, reason: str) -> None:
    with pytest.raises(EditRefused) as error:
        after(working(), edit)
    assert error.value.details["reason"] == reason


NEW = EvidencePack((("E3", PACK["E2"]), ("E4", said("蒸気が漏れる", "T5"))))
REWRITTEN = ReplaceSection("promises", (told("見積は22日遅れた。", "E3"), told("蒸気が漏れる。", "E4")), NEW)


def test_a_section_written_anew_cites_the_drafts_own_ids() -> None:
    draft = after(working(), REWRITTEN)
    assert texts(draft, "promises") == ["見積は22日遅れた。", "蒸気が漏れる。"]
    assert [one.citations for one in draft.sections[1].statements] == [("E2",), ("E1001",)]
    assert [one.id for one in draft.sections[1].statements] == ["S6", "S7"]


def test_what_was_struck_does_not_come_back_with_other_figures() -> None:
    assert texts(after(working(), WRONG, REWRITTEN), "promises") == ["蒸気が漏れる。"]


def test_what_was_struck_by_a_mark_without_figures_stays_struck() -> None:
    """As the store holds it of before marks knew figures."""
    draft = after(working(), WRONG)
    (removal,) = draft.removals
    draft = replace(draft, removals=(replace(removal, mark=whatever_the_figures(removal.mark)),))
    assert texts(after(draft, REWRITTEN), "promises") == ["蒸気が漏れる。"]


def test_what_was_struck_of_one_record_may_be_said_of_another() -> None:
    other = ReplaceSection("promises", (told("見積は22日遅れた。", "E4"),), NEW)
    assert texts(after(working(), WRONG, other), "promises") == ["見積は22日遅れた。"]


def test_a_persons_words_stand_where_the_machine_would_say_the_same_again() -> None:
    draft = after(working(), ChangeText("S3", "見積の遅れは先方の都合"), AddOwnView("promises", "急がない"), REWRITTEN)
    assert texts(draft, "promises") == ["見積の遅れは先方の都合", "蒸気が漏れる。", "急がない"]
    assert draft.sections[1].statements[0].id == "S3"


def test_nothing_that_a_person_wrote_is_lost_where_two_sentences_differ_by_a_figure_alone() -> None:
    twice = ReplaceSection(
        "promises", (told("釜は3台。", "E1"), told("釜は4台。", "E1")), EvidencePack((("E1", STAFF),))
    )
    draft = after(working(), twice, ChangeText("S6", "釜は三台"), ChangeText("S7", "釜は四台"), REWRITTEN)
    assert texts(draft, "promises") == ["見積は22日遅れた。", "蒸気が漏れる。", "釜は三台", "釜は四台"]
    one = ReplaceSection("promises", twice.statements[:1], twice.pack)
    assert texts(after(draft, one), "promises") == ["釜は三台", "釜は四台"]


def alike(*counts: int) -> ReplaceSection:
    """Sentences of one record that differ in a figure alone."""
    return ReplaceSection(
        "promises", tuple(told(f"釜は{count}台。", "E1") for count in counts), EvidencePack((("E1", STAFF),))
    )


FOUR = Remove("S7", RemovalReason.NOT_TRUE)  # of alike(3, 4), the second


def test_what_was_struck_takes_no_other_sentence_along_that_differs_by_a_figure_alone() -> None:
    draft = after(working(), alike(3, 4), FOUR)
    assert texts(draft, "promises") == ["釜は3台。"]
    assert texts(after(draft, alike(4, 3)), "promises") == ["釜は3台。"]
    assert texts(after(draft, alike(5, 3)), "promises") == ["釜は5台。", "釜は3台。"]
    assert texts(after(draft, alike(5)), "promises") == ["釜は5台。"]


def test_of_two_sentences_with_other_figures_neither_is_taken_for_the_struck_one() -> None:
    draft = after(working(), alike(4), Remove("S6", RemovalReason.NOT_TRUE))
    assert texts(after(draft, alike(5)), "promises") == []
    assert texts(after(draft, alike(5, 6)), "promises") == ["釜は5台。", "釜は6台。"]


def test_of_a_sentence_said_twice_one_may_be_struck() -> None:
    draft = after(working(), alike(3, 3), Remove("S7", RemovalReason.REPEATED))
    assert texts(draft, "promises") == ["釜は3台。"]
    assert texts(after(draft, alike(3, 3)), "promises") == ["釜は3台。"]
    assert texts(after(draft, alike(3)), "promises") == ["釜は3台。"]


def test_a_persons_words_stand_for_the_sentence_that_was_changed_and_not_for_one_with_other_figures() -> None:
    draft = after(working(), alike(3, 4), ChangeText("S7", "釜は四台と聞いた。"))
    assert texts(after(draft, alike(4, 3)), "promises") == ["釜は四台と聞いた。", "釜は3台。"]
    assert texts(after(draft, alike(5, 3)), "promises") == ["釜は5台。", "釜は3台。", "釜は四台と聞いた。"]


def test_what_was_changed_to_the_figures_that_the_machine_writes_now_is_not_said_twice() -> None:
    draft = after(working(), alike(3), ChangeText("S6", "釜は4台。"))
    assert texts(after(draft, alike(4, 3)), "promises") == ["釜は4台。"]


def test_an_update_shows_what_differs_by_a_figure_from_what_was_struck() -> None:
    draft = after(working(), alike(3, 4), FOUR)
    update = after(working(), alike(4, 3, 6))
    assert texts(without_removed(update, draft), "promises") == ["釜は3台。", "釜は6台。"]


def test_a_sentence_that_is_written_again_keeps_its_id() -> None:
    again = ReplaceSection("promises", (told("人が足りない。", "E1"),), EvidencePack((("E1", STAFF),)))
    assert [one.id for one in after(working(), again).sections[1].statements] == ["S4"]


def an_update() -> Draft:
    sections = (
        replace(a_writing().sections[0], statements=(told("蒸気が漏れる。", "E1"),)),
        replace(a_writing().sections[1], statements=(told("見積は22日遅れた。", "E2"), told("人が足りない。", "E3"))),
    )
    pack = EvidencePack((("E1", NEW["E4"]), ("E2", PACK["E2"]), ("E3", STAFF)))
    return a_writing(id=DraftId("update"), sections=sections, pack=pack)


def test_an_update_takes_the_machines_place_and_leaves_the_persons() -> None:
    mine = after(
        working(), ChangeText("S4", "寮を探している"), Keep("S4", said("部屋が要る", "T8")), WRONG,
        AddStatement("questions", "何人ですか", (STAFF,), StatementKind.QUESTION),
    )  # fmt: skip
    draft = after(mine, TakeOver(an_update()))
    assert texts(draft, "headlines") == ["蒸気が漏れる。"]
    assert texts(draft, "promises") == ["寮を探している"]
    assert texts(draft, "questions") == ["何人ですか"]
    assert (draft.first, draft.id, draft.revision) == (DraftId("update"), DraftId("second"), 2)
    kept = draft.sections[1].statements[0]
    assert kept.confirmed_by
    assert draft.pack[kept.confirmed_by.evidence].body == "部屋が要る"


def test_one_statement_of_an_update_is_taken_alone() -> None:
    draft = after(working(), TakeStatement(an_update(), "S1"), TakeStatement(an_update(), "S2", "S3"))
    assert texts(draft, "headlines") == ["茹で釜を入れ替えたい。", "釜の話を聞く。", "蒸気が漏れる。"]
    assert texts(draft, "promises") == ["見積は22日遅れた。", "人が足りない。"]
    assert statement(draft, "S3").citations == ("E2",)
    assert draft.pack[draft.sections[0].statements[2].citations[0]].body == "蒸気が漏れる"
    assert draft.first == DraftId("first")


def test_after_an_update_a_changed_statement_has_the_id_of_what_it_stands_for() -> None:
    draft = after(working(), ChangeText("S4", "寮を探している"), TakeOver(an_update()))
    update = identified(an_update())
    assert draft.sections[1].statements[1].id == update.sections[1].statements[1].id


def test_what_the_update_says_with_other_figures_is_no_longer_what_was_kept() -> None:
    doubted = replace(working(), sections=tuple(
        replace(s, statements=tuple(one.judged(Verdict.UNSUPPORTED, ()) for one in s.statements)) for s in working().sections
    ))  # fmt: skip
    draft = after(doubted, Keep("S3", said("遅れた", "T8")), TakeOver(an_update()))
    assert statement(draft, "S2").text == "見積は22日遅れた。"
    assert statement(draft, "S2").confirmed_by is None


WORDS = st.sampled_from(["人が足りない", "釜が古い。蒸気が漏れる。", "いつですか"])
PIECES = st.sampled_from([STAFF, said("蒸気が漏れる", "T5"), said("釜は三台ある", "T9")])
IDS = st.sampled_from([f"S{n}" for n in range(1, 10)])
SECTIONS = st.sampled_from(["headlines", "promises", "company", "questions"])
EDITS = st.one_of(
    st.builds(ChangeText, IDS, WORDS),
    st.builds(Remove, IDS, st.sampled_from(RemovalReason)),
    st.builds(AddOwnView, SECTIONS, WORDS, IDS),
    st.builds(AddStatement, SECTIONS, WORDS, st.tuples(PIECES), st.just(FACT), IDS),
    st.builds(Keep, IDS, PIECES),
    st.just(REWRITTEN),
    st.just(TakeOver(an_update())),
    st.builds(TakeStatement, st.just(an_update()), st.sampled_from(["S1", "S2", "S3"]), st.one_of(st.just(""), IDS)),
)


@given(st.lists(EDITS, max_size=8))
def test_whatever_is_edited_ids_are_unique_and_every_citation_is_there(edits: list[Edit]) -> None:
    draft = working()
    for edit in edits:
        before = {mark for _, mark in machine(draft)}
        try:
            draft = edited(draft, edit, EDITOR)
        except EditRefused:
            continue
        ids = [one.id for one in draft.statements]
        assert all(ids)
        assert len(ids) == len(set(ids))
        assert {key for key, _ in draft.pack} == {key for one in draft.statements for key in one.citations}
        assert all(one.confirmed_by.evidence in dict(draft.pack) for one in draft.statements if one.confirmed_by)
        if isinstance(edit, ReplaceSection | TakeOver):
            keys = [edit.section] if isinstance(edit, ReplaceSection) else [s.key for s in draft.sections]
            marks = {mark for key, mark in machine(draft) if key in keys}
            assert not marks & {removal.mark for removal in draft.removals} - before


def machine(draft: Draft) -> list[tuple[str, str]]:
    """The section and mark of what the machine wrote."""
    written = [(section.key, one) for section in draft.sections for one in section.statements if one.origin != PERSON]
    return [(key, mark_of(key, one, draft.pack)) for key, one in written]
