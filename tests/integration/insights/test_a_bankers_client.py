"""A client whose records a banker wrote to catch the program out: secrets asked for in passing, a source of repayment denied, a rival.

Put in as files, prepared by the real use case; the packs are read as they would be carried.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bankrm.bootstrap import Program
from bankrm.domain.drafts import Draft
from bankrm.domain.recipes import VISIT_SET, DocumentKindName

FILES = Path(__file__).parents[2] / "fixtures" / "third"
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft]:
    home = tmp_path_factory.mktemp("home")
    secret = home / "passphrase"
    secret.write_text("a passphrase of this test\n", encoding="utf-8")
    secret.chmod(0o600)
    program = Program.of(home / "store", TODAY, secret)
    with program.create_store() as store:
        reports = program.records.import_files(store)([FILES])
        assert not [report.as_json() for report in reports if report.has_findings]
        with store.unit_of_work() as uow:
            (visit,) = uow.records.visits(date(2026, 11, 27), date(2026, 11, 27))
        kinds = (*VISIT_SET, DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL)
        drafts = program.preparation.visit(store)(visit.client, visit, kinds, TODAY)
    return {draft.kind.value: draft for draft in drafts}


def texts(draft: Draft, *sections: str) -> list[str]:
    return [s.text for section in draft.sections if not sections or section.key in sections for s in section.statements]


@pytest.mark.parametrize(("told_on", "kept_from"), [("8/5", "榎戸社長"), ("9/16", "蓑島校長"), ("11/12", "榎戸社長")])
def test_each_secret_is_named_with_its_day_and_before_whom(
    pack: dict[str, Draft], told_on: str, kept_from: str
) -> None:
    """What the president has not been shown, what only he and his father know, and what the accountant saw in passing."""
    assert any(
        text.startswith(told_on) and f"{kept_from}の前では" in text for text in texts(pack["visit-brief"], "cautions")
    )


@pytest.mark.parametrize("words", ["ドラッグストア", "求人誌を読んで", "3,200万円", "地面は売らん"])
def test_no_secret_lies_on_the_table(pack: dict[str, Draft], words: str) -> None:
    for kind in ("visit-brief", "sales-scenario", "discussion-sheet", "follow-up-mail"):
        assert not any(words in text for text in texts(pack[kind]))


def test_the_loan_that_falls_due_comes_first_with_both_words_on_what_repays_it(pack: dict[str, Draft]) -> None:
    first, *rest = texts(pack["visit-brief"], "headlines")
    assert "季節資金20百万円の期日は12月4日" in first
    assert "教習料が入るから" in rest[0]
    assert "賞与に充ててあります" in rest[0]


def test_the_answer_that_the_lessor_wants_is_put_as_the_choice_it_is(pack: dict[str, Draft]) -> None:
    assert any("再リースか返却か入替えか" in text for text in texts(pack["visit-brief"], "headlines"))


def test_two_peoples_opposite_words_are_set_side_by_side(pack: dict[str, Draft]) -> None:
    found = texts(pack["visit-brief"], "contradictions")
    assert any(text.startswith("教習料") for text in found)
    assert any(text.startswith("入校") for text in found)


def test_only_what_was_decided_is_a_decision(pack: dict[str, Draft]) -> None:
    (decided,) = texts(pack["history-summary"], "agreements")
    assert "合宿は来年の夏で終わりにする" in decided


def test_who_promised_a_paper_is_called_and_not_the_president_dunned(pack: dict[str, Draft]) -> None:
    asked = texts(pack["visit-brief"], "questions")
    assert any("轟木経理課長へ電話で" in text and "解体の見積書" in text for text in asked)
    assert not any("榎戸社長へ" in text and "解体の見積書" in text for text in asked)


def test_every_fact_stands(pack: dict[str, Draft]) -> None:
    doubtful = [
        s.text
        for d in pack.values()
        for section in d.sections
        for s in section.statements
        if s.verdict and s.verdict.value != "supported"
    ]
    assert not doubtful


def test_the_compliance_rules_find_nothing_in_what_is_written_of_sound_records(pack: dict[str, Draft]) -> None:
    statements = [one for draft in pack.values() for one in draft.statements]
    assert [(one.text, [finding.rule for finding in one.findings]) for one in statements if one.findings] == []
