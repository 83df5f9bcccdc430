"""What is typed is kept and proposed at once; what was decided can be taken back."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.jobs import HeldJobs
from tests.fakes.records import KEY, OTHER
from tests.unit.ui.records.presenting import TALK, Bench, F, held_bench

from bankrm.application.changes import Area, Changes
from bankrm.application.confirm_record import RecordWarned
from bankrm.domain.memos import AnswerState, Decision, Memo, RecordField
from bankrm.domain.progress import CancelToken
from bankrm.drafting.recording.proposals import Doubt, Meeting
from bankrm.ui.jobs import Lane
from bankrm.ui.pages.records.asking import Say


def test_what_is_typed_is_proposed_and_kept(bench: Bench) -> None:
    bench.type(TALK)
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長「来春までに入れ替えたい」"
    assert bench.view.fields[F.PROMISES] == "【当行】見積は12/4まで。"
    assert bench.view.saved
    kept = bench.kept()
    assert kept
    assert kept.text == TALK
    assert [row.state for row in bench.view.rows] == [None]  # the list is read again by the changes
    assert bench.jobs.changes[-1].concern(Area.MEMOS)


def test_a_warning_is_shown_before_anything_is_kept(bench: Bench) -> None:
    bench.view.order.clear()
    bench.type("社長は先月から通院している")
    assert bench.view.order == ["not saved", "warned", "saved"]


def test_an_answer_to_older_typing_is_not_shown() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.arrive()
    for _ in range(4):
        jobs.go()
    bench.presenter.writing.typed("社長「急がない」")
    bench.presenter.writing.settled()
    bench.presenter.writing.typed("社長「急ぐ」")
    jobs.go()
    assert bench.view.fields[F.CLIENT_WORDS] == ""
    bench.presenter.writing.settled()
    jobs.go()
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長「急ぐ」"


def test_leaving_keeps_what_no_job_has_kept_yet() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.arrive()
    for _ in range(4):
        jobs.go()
    bench.presenter.writing.typed("社長「急が")
    bench.presenter.leave()
    kept = bench.kept()
    assert kept
    assert kept.text == "社長「急が"


def test_what_is_typed_while_a_blank_memo_is_read_again_stays() -> None:
    bench, jobs = held_bench()
    bench.presenter.changed(Changes.of(Area.DRAFTS, clients=frozenset({KEY})))
    bench.presenter.writing.typed("社長「急ぐ」")
    bench.view.text = "社長「急ぐ」"
    jobs.go_on()
    bench.presenter.leave()
    kept = bench.kept()
    assert kept
    assert (bench.view.text, kept.text) == ("社長「急ぐ」", "社長「急ぐ」")


def test_what_is_typed_before_the_chosen_talk_comes_is_kept() -> None:
    bench, jobs = held_bench()
    bench.presenter.begin(OTHER)
    bench.presenter.writing.typed("社長「急ぐ」")
    jobs.go_on()
    kept = bench.kept()
    assert kept
    assert kept.text == "社長「急ぐ」"
    assert bench.view.desk
    assert bench.view.desk.client.key == OTHER
    assert bench.view.saved is None  # which is said of the memo that is open


def test_choosing_the_open_talk_again_overwrites_nothing_typed_meanwhile() -> None:
    bench, jobs = held_bench()
    bench.presenter.choose(0)
    bench.presenter.writing.typed("社長「急ぐ」")
    bench.view.text = "社長「急ぐ」"
    jobs.go_on()
    assert bench.view.text == "社長「急ぐ」"


def test_a_memo_that_was_erased_is_kept_erased(bench: Bench) -> None:
    bench.type(TALK).type("")
    kept = bench.kept()
    assert kept
    assert kept.text == ""
    assert bench.view.saved is None  # the example is shown again


def test_a_memo_in_which_nothing_was_written_is_not_kept(bench: Bench) -> None:
    bench.type("")
    assert bench.kept() is None


def test_a_field_that_a_person_wrote_stands_until_it_is_restored(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.writing.write_field(F.PURPOSE, "挨拶")
    bench.presenter.writing.write_field(F.PURPOSE, "挨拶回り")
    assert (bench.view.fields[F.PURPOSE], bench.view.edited) == ("挨拶回り", frozenset({F.PURPOSE}))
    bench.presenter.writing.restore_field(F.PURPOSE)
    assert (bench.view.fields[F.PURPOSE], bench.view.edited) == ("設備更新", frozenset())


def test_undo_takes_back_one_decision_and_strokes_in_one_field_are_one(bench: Bench) -> None:
    bench.type(TALK)
    for text in ("挨", "挨拶"):
        bench.presenter.writing.write_field(F.PURPOSE, text)
    assert bench.view.can_undo
    bench.presenter.writing.undo()
    assert (bench.view.fields[F.PURPOSE], bench.view.can_undo) == ("設備更新", False)


def test_a_piece_in_doubt_is_asked_about_until_it_is_decided(bench: Bench) -> None:
    bench.type("→見積を届ける")
    (asked,) = bench.view.asked
    assert asked.doubt in (Doubt.OWNER, Doubt.DUE)
    theirs = next(choice for choice in asked.choices if choice.say is Say.CLIENT)
    bench.presenter.writing.decide(asked.key, theirs.decision)
    assert bench.view.asked == ()
    assert bench.view.fields[F.PROMISES] == "【先方】見積を届ける。"
    bench.presenter.writing.undo()
    assert len(bench.view.asked) == 1


def test_looking_at_a_field_marks_the_words_that_it_comes_from(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.writing.look_at(F.CLIENT_WORDS)
    assert [TALK[slice(*span)] for span in bench.view.marked] == ["来春までに入れ替えたい"]


def test_words_answer_a_question_and_without_them_it_stays_open(bench: Bench) -> None:
    assert [answer.state for answer in bench.view.answers] == [AnswerState.OPEN]
    bench.presenter.writing.answer(0, "来期の後半")
    assert bench.view.answers[0].state is AnswerState.ANSWERED
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長：来期の後半。"
    bench.presenter.writing.set_answer(0, AnswerState.NO_ANSWER)
    assert bench.view.answers[0].words == ""
    assert "回答なし" in bench.view.fields[F.OPEN_POINTS]


def test_what_the_memo_answers_is_offered_until_somebody_says(bench: Bench) -> None:
    bench.type("更新は来期でいいとのこと")
    assert bench.view.found == {0: "更新は来期でいいとのこと"}
    bench.presenter.writing.set_answer(0, AnswerState.ANSWERED)
    assert bench.view.found == {}
    assert bench.view.fields[F.EXPLANATION].startswith("更新の時期について伺った。")


def test_sensitive_words_can_be_taken_out_of_the_memo(bench: Bench) -> None:
    bench.type("社長「急がない」\n先月から通院している。")
    (warning,) = bench.view.warnings
    bench.presenter.writing.take_out(warning)
    assert bench.view.text == "社長「急がない」\n"
    assert bench.view.warnings == ()
    bench.presenter.writing.undo()
    assert "通院" in bench.view.text


def test_sensitive_words_stay_only_with_a_reason(bench: Bench) -> None:
    bench.type("先月から通院している。")
    (warning,) = bench.view.warnings
    bench.presenter.confirm()
    assert [type(error) for error in bench.jobs.refused] == [RecordWarned]
    bench.presenter.writing.accept(warning, "  ")
    assert bench.view.warnings
    bench.presenter.writing.accept(warning, "面談の時間帯に関わる")
    assert bench.view.warnings == ()


def test_a_model_is_asked_about_loose_sentences_alone_and_in_its_own_lane() -> None:
    asked: list[str] = []

    def suggest(memo: Memo, _: Meeting, __: CancelToken) -> Memo:
        asked.append(memo.text)
        key = "client_words:売上は伸びている"
        return replace(memo, suggestions={key: Decision(RecordField.EXPLANATION)})

    bench = Bench(suggest=suggest).arrive()
    bench.type("社長「急がない」").presenter.writing.rested()
    assert asked == []
    bench.type("売上は伸びている").presenter.writing.rested()
    assert asked == ["売上は伸びている"]
    assert bench.jobs.lanes == [Lane.MODEL]
    assert bench.view.fields[F.EXPLANATION] == "売上は伸びている。"
    assert [one.by_model for one in bench.view.asked] == [True]
    bench.presenter.writing.rested()
    assert len(asked) == 1


def test_what_is_written_behind_the_window_makes_way_as_long_as_the_model_is_asked_about_a_memo() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs, suggest=lambda memo, _meeting, _token: memo).arrive()
    jobs.go_on()
    bench.type("売上は伸びている")
    jobs.go_on()
    bench.presenter.writing.rested()
    assert bench.preparing.told == ["make way"]
    bench.presenter.writing.stop_asking()
    jobs.go_on()
    assert bench.preparing.told == ["make way", "go on"]
