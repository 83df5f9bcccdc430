"""What is composed for the form, and how it reads back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.drafting.recording.meetings import MEETING, a_memo, read, recorded
from tests.unit.drafting.recording.test_evening_memos import EVENINGS

from bankrm.domain.interactions import Party
from bankrm.domain.memos import Answer, AnswerState, Decision, RecordField
from bankrm.drafting.recording.compose import compose
from bankrm.drafting.recording.decide import decided, key_of
from bankrm.drafting.recording.proposals import Doubt

F = RecordField


def fields_of(text: str, **changes: object) -> dict[RecordField, str]:
    memo = a_memo(text, **changes)
    return dict(compose(memo, read(text), MEETING))


def test_a_visits_entry_fills_in_what_the_memo_does_not_say() -> None:
    fields = fields_of("社長「急がない」")
    assert fields[F.METHOD] == "訪問"
    assert fields[F.PLACE] == "本社応接室"
    assert fields[F.ATTENDEES] == "篠崎社長、赤座経理部長"
    assert fields[F.BANK_PEOPLE] == "小山田"
    assert fields[F.PURPOSE] == "製麺機の更新"
    assert fields[F.CONFIDENTIALITY] == "行内限り"


def test_a_call_has_no_place() -> None:
    assert fields_of("TEL 赤座部長 賞与資金は不要")[F.PLACE] == ""


def test_who_was_away_is_not_among_those_met() -> None:
    assert fields_of("社長は出張で不在。\n部長「数字はまとめてあります」")[F.ATTENDEES] == "赤座経理部長"


def test_somebody_quoted_was_there() -> None:
    assert fields_of("長男さん「4月から入ります」")[F.ATTENDEES] == "篠崎社長、赤座経理部長、篠崎長男"


@pytest.mark.parametrize(
    "text",
    [
        "社長「来年息子に譲る」。部長には内緒とのこと",
        "社長「M&Aの話が来ている。口外無用で」",
        "社長は設備を急がないとのこと。今日の話は口外無用",
        "賞与資金は12月。秘匿でお願いしたい。",
        "オフレコ。来期で引退し長男に継がせるつもり",
        "内緒だが来期で引退したい、まだ誰にも言わないで",
        "社長「後継は決めていない」。部長には内緒。設備は見送り",
        "店は娘に継がせたい、と社長。まだ誰にも言わないで",
        "これは内密に。息子に任せる気はない",
        "部長には内緒。跡取りがいない",
    ],
)
def test_a_talk_in_confidence_or_of_what_is_secret_by_its_kind_marks_the_record(text: str) -> None:
    assert fields_of(text)[F.CONFIDENTIALITY] == "秘匿"


@pytest.mark.parametrize(
    "text",
    [
        "引退した先代が同席。専務の退職金で揉めている、口外無用で。設備は見送り",
        "後継機の見積はまだ誰にも言わないで",
        "業務を引き継ぐ件、部長には内緒で",
        "現場は部長に任せる。値上げの話は内緒で。",
        "息子に現場を任せている。値上げの話は内緒で。",
        "3年前に継いだ。値上げの話は専務には内緒で。",
    ],
)
def test_what_only_sounds_like_succession_marks_no_record(text: str) -> None:
    assert fields_of(text)[F.CONFIDENTIALITY] == "行内限り"
    assert any(Doubt.SILENCE in piece.doubts for piece in read(text).pieces)


@pytest.mark.parametrize("text", ["引退した先代が同席", "長男に継がせたいと社長"])
def test_succession_of_which_nobody_asks_silence_marks_no_record(text: str) -> None:
    assert fields_of(text)[F.CONFIDENTIALITY] == "行内限り"


@pytest.mark.parametrize(
    "words", ["オフレコ。", "オフレコで。", "・他言無用\n", "内密に。", "【オフレコ】", "【秘匿】", "（秘）", "㊙ ", "取扱注意：", "オフレコ "]
)  # fmt: skip
def test_a_wish_for_silence_that_begins_a_line_is_of_the_whole_talk(words: str) -> None:
    fields = fields_of(f"設備は見送り。\n{words}取引先を切られそうと社長")
    assert fields[F.CONFIDENTIALITY] == "秘匿"
    assert "取引先を切られそう" in fields[F.CLIENT_WORDS]


def test_so_is_one_that_ends_the_memo() -> None:
    assert fields_of("取引先を切られそうと社長。オフレコで。")[F.CONFIDENTIALITY] == "秘匿"
    assert fields_of("【次回】\n12/9\n【秘匿】")[F.CONFIDENTIALITY] == "秘匿"


@pytest.mark.parametrize("text", ["社長が入院", "他言無用。社長が急逝", "社長が引退"])
def test_a_short_sentence_of_what_became_of_somebody_is_no_list_of_who_was_there(text: str) -> None:
    assert text[-5:] in fields_of(text)[F.CLIENT_WORDS]


@pytest.mark.parametrize("text", ["社長が同席", "14時 社長が応対", "社長は途中から"])
def test_that_somebody_sat_there_is_nobodys_words(text: str) -> None:
    assert not fields_of(text)[F.CLIENT_WORDS]


SILENT = "出来高調書は12/10。社長「専務の退職金で揉めている」。口外無用。つなぎ資金は予定どおり返すと社長"


def test_one_sentence_that_asks_for_silence_marks_the_record_only_when_a_person_says_so() -> None:
    assert fields_of(SILENT)[F.CONFIDENTIALITY] == "行内限り"
    (asked,) = (piece for piece in read(SILENT).pieces if Doubt.SILENCE in piece.doubts)
    assert asked in read(SILENT).to_confirm
    assert fields_of(SILENT, decisions={key_of(asked, SILENT): Decision()})[F.CONFIDENTIALITY] == "秘匿"
    assert fields_of(SILENT, decisions={key_of(asked, SILENT): Decision(dropped=True)})[F.CONFIDENTIALITY] == "行内限り"


def test_a_sentence_that_asks_for_silence_stays_in_the_record_so_that_it_is_kept_from_others() -> None:
    assert "口外無用" in fields_of(SILENT)[F.CLIENT_WORDS]


def test_a_day_told_from_the_day_of_the_talk_is_spelt_out() -> None:
    assert fields_of("→見積は来週金曜まで当方")[F.PROMISES] == "【当行】見積は来週金曜まで（12月4日まで）。"
    assert fields_of("→見積は12/4まで当方")[F.PROMISES] == "【当行】見積は12/4まで。"


def test_quotation_marks_stand_only_around_words_that_stand_so_in_the_memo() -> None:
    for evening in EVENINGS.values():
        record = recorded(a_memo(evening.memo))
        plain = evening.memo.replace("『", "「").replace("』", "」")
        for said in record.utterances:
            assert not said.quoted or said.text in plain or said.text in evening.memo


@pytest.mark.parametrize("evening", EVENINGS.values(), ids=EVENINGS.keys())
def test_a_record_reads_back_as_its_memo_was_read(evening: object) -> None:
    memo = a_memo(evening.memo)  # type: ignore[attr-defined]
    reading, record = read(memo.text), recorded(memo)
    quoted = {(p.speaker, p.text) for p in reading.of(F.CLIENT_WORDS) if p.quoted}
    spoken = {(u.speaker, u.text) for u in record.utterances if u.quoted}
    assert {speaker for speaker, _ in quoted} == {speaker for speaker, _ in spoken}
    assert all(any(text in whole for _, whole in quoted) for _, text in spoken)
    wanted = [(p.owner, p.due.last_day() if p.due else None) for p in reading.of(F.PROMISES)]
    found = [(p.owner, p.due.last_day() if p.due else None) for p in record.promises]
    assert sorted(map(str, found)) == sorted(map(str, wanted))


def test_speakers_of_summaries_read_back_too() -> None:
    record = recorded(a_memo("部長→補助金は前向き。ただ人手が足りない。\n社長、設備は急がない"))
    assert [(said.speaker, said.text) for said in record.utterances] == [
        ("赤座経理部長", "補助金は前向き。"),
        ("赤座経理部長", "ただ人手が足りない。"),
        ("篠崎社長", "設備は急がない。"),
    ]


def test_what_a_person_wrote_stands_in_place_of_what_is_proposed() -> None:
    assert fields_of("社長「急がない」", edits={F.CLIENT_WORDS: "篠崎社長「急がない」\n沈黙"})[F.CLIENT_WORDS].endswith(
        "沈黙"
    )


def test_an_answer_is_the_persons_words_and_the_question_was_asked() -> None:
    answers = (
        Answer("更新の時期はいつごろでしょうか", "篠崎社長", AnswerState.ANSWERED, "来期の後半"),
        Answer("自己資金はおいくらでしょうか", "赤座経理部長", AnswerState.NO_ANSWER),
        Answer("後継の方はお決まりでしょうか", "篠崎社長", AnswerState.NOT_ASKED, apart=True),
    )
    fields = fields_of("", answers=answers)
    assert fields[F.CLIENT_WORDS] == "篠崎社長：来期の後半。"
    assert fields[F.EXPLANATION] == "更新の時期について伺った。自己資金について伺った。"
    assert fields[F.OPEN_POINTS].splitlines() == [
        "(赤座経理部長へ) 自己資金はおいくらでしょうか(回答なし)",
        "(篠崎社長へ、別席で) 後継の方はお決まりでしょうか(未質問)",
    ]


def test_a_question_of_which_nobody_said_anything_is_told_nowhere() -> None:
    untouched = Answer("更新の時期はいつごろでしょうか", "篠崎社長", AnswerState.OPEN)
    assert fields_of("社長「急がない」", answers=(untouched,)) == fields_of("社長「急がない」")


def test_an_answer_that_tells_of_several_is_put_into_nobodys_mouth() -> None:
    asked = Answer("急速冷凍機のことは、いつごろ、何をご覧になってお決めになりますか", "三枝社長", AnswerState.ANSWERED)
    told = fields_of("", answers=(replace(asked, words="専務は来期、社長は保留"),))
    assert told[F.CLIENT_WORDS] == "専務は来期、社長は保留。"
    assert told[F.EXPLANATION] == "急速冷凍機について伺った。"


def test_a_decision_holds_wherever_its_words_move() -> None:
    memo = "金利は次回提示する約束（12/3まで）"
    (piece,) = read(memo).of(F.PROMISES)
    decisions = {key_of(piece, memo): Decision(owner=Party.CLIENT)}
    assert fields_of(memo, decisions=decisions)[F.PROMISES].startswith("【先方】")
    moved = f"社長と面談。\n{memo}"
    (settled,) = decided(read(moved), moved, decisions).of(F.PROMISES)
    assert (settled.owner, settled.doubts) == (Party.CLIENT, ())


def test_a_piece_may_go_to_another_field_or_nowhere() -> None:
    memo = "売上は伸びている"
    (piece,) = read(memo).pieces
    key = key_of(piece, memo)
    assert fields_of(memo, decisions={key: Decision(field=F.EXPLANATION)})[F.EXPLANATION] == "売上は伸びている。"
    assert fields_of(memo, decisions={key: Decision(dropped=True)})[F.CLIENT_WORDS] == ""
