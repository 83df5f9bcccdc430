"""From one evening to the next morning: what stayed open in a record stands in the next visit's brief, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.integration.cli.conftest import FIXTURE

from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.open_memo import OpenMemo
from bankrm.bootstrap import Program
from bankrm.domain.clients import ClientKey
from bankrm.domain.memos import Answer, AnswerState
from bankrm.domain.recipes import DocumentKindName

NAGIHAMA = ClientKey("012", "0012345")
ASKED = "旋盤の発注先はお決まりでしょうか"


@pytest.fixture(name="program")
def _program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    passphrase = tmp_path / "passphrase"
    passphrase.touch(0o600)
    passphrase.write_text("長い合言葉を十二文字より多く\n", encoding="utf-8")
    monkeypatch.setenv("BANKRM_PASSPHRASE_FILE", str(passphrase))
    program = Program.of(tmp_path / "home", date(2026, 11, 20))
    with program.create_store() as store:
        program.records.import_files(store)([FIXTURE])
    return program


def brief(program: Program) -> dict[str, list[str]]:
    with program.open_store() as store:
        visit = program.queries.visits(store).next_of(NAGIHAMA, date(2026, 11, 20))
        (draft,) = program.preparation.visit(store)(NAGIHAMA, visit, [DocumentKindName.VISIT_BRIEF], date(2026, 11, 20))
    return {section.key: [statement.text for statement in section.statements] for section in draft.sections}


def test_a_question_that_nobody_answered_is_in_the_next_brief_with_its_record(program: Program) -> None:
    assert not any(ASKED in text for texts in brief(program).values() for text in texts)
    with program.open_store() as store:
        desk = OpenMemo(store.unit_of_work, program.clock).without_visit(NAGIHAMA)
        answers = (Answer(ASKED, "田辺社長", AnswerState.NO_ANSWER),)
        memo = replace(desk.memo, text="TEL 社長 設備は急がないとのこと", answers=answers)
        ConfirmRecord(store.unit_of_work, program.clock)(replace(desk, memo=memo))
    told = brief(program)
    assert f"未回答の質問: {ASKED}(11/20、回答なし)。" in told["previous"]
    assert f"(田辺社長へ) {ASKED}。" in told["questions"]


TALK = """14時 訪問 社長、経理部長
社長「補助金は次の公募で考えたい」
次の公募の時期を調べて12月4日までに連絡すると約束。
次回 12月8日 10時 訪問"""


def test_after_the_visit_is_recorded_the_mail_thanks_for_it_and_the_brief_still_tells_the_talk(
    program: Program, tmp_path: Path
) -> None:
    with program.open_store() as store:
        visit = program.queries.visits(store).next_of(NAGIHAMA, date(2026, 11, 20))
        assert visit
        kinds = [DocumentKindName.VISIT_BRIEF]
        (before,) = program.preparation.visit(store)(NAGIHAMA, visit, kinds, date(2026, 11, 20))
    evening = Program.of(tmp_path / "home", visit.day)
    with evening.open_store() as store:
        desk = OpenMemo(store.unit_of_work, evening.clock).of_visit(NAGIHAMA, visit.ref)
        ConfirmRecord(store.unit_of_work, evening.clock)(replace(desk, memo=replace(desk.memo, text=TALK)))
        added = evening.preparation.add(store)(before.id, DocumentKindName.FOLLOW_UP_MAIL)
        mail = evening.queries.draft(store)(added.draft, opened=False).draft
        told = [statement.text for statement in mail.statements]
        with store.unit_of_work() as uow:
            prepared = uow.drafts.last_before(NAGIHAMA, date(2026, 12, 8))
    assert told[:2] == ["11月24日のご面談のお礼", "社長 田辺様、経理部長 佐伯様"]
    for line in (
        "田辺社長から、「補助金は次の公募で考えたい」とのお話を伺いました。",
        "次の公募の時期を、12月4日までにご連絡します。",
        "次回は、12月8日(火)10時にお時間をいただく予定です。",
    ):
        assert line in told
    assert prepared
    assert prepared.id == before.id
