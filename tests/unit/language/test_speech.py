"""Speakers and quotations of 顧客の発言, in the hands of different bankers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language.speech import split_utterances


@pytest.mark.parametrize(
    "text",
    [
        "（社長）「窯を直したい」",
        "社長「窯を直したい」",
        "社長：「窯を直したい」",
        "社長は「窯を直したい」と話す。",
        "(社長) 「窯を直したい」",
    ],
)
def test_a_speaker_is_found_however_the_banker_writes_it(text: str) -> None:
    first = split_utterances(text)[0]
    assert (first.label, first.text, first.quoted) == ("社長", "窯を直したい", True)


def test_words_without_quotation_marks_are_a_summary() -> None:
    (said,) = split_utterances("専務：冬は運転手が足りない。")
    assert (said.label, said.quoted) == ("専務", False)


def test_a_quotation_within_a_summary_is_not_torn_out() -> None:
    (said,) = split_utterances("社長：釜は「壊れたら考える」とのこと。")
    assert not said.quoted
    assert "「壊れたら考える」" in said.text


def test_a_person_named_inside_a_quotation_does_not_speak() -> None:
    said = split_utterances("（経理部長）「社長は気にしていました。森川さんは先に来ました」")
    assert {s.label for s in said} == {"経理部長"}


def test_a_new_line_without_a_label_is_the_bankers_own_account() -> None:
    said = split_utterances("社長「よろしく頼む」\n玄関まで見送っていただいた。")
    assert [s.label for s in said] == ["社長", ""]


@given(st.text(alphabet="社長専務：:（）()「」。、\n 売上が減った", max_size=60))
def test_spans_slice_back_to_the_words(text: str) -> None:
    for said in split_utterances(text):
        assert text[said.start : said.end] == said.text


@pytest.mark.parametrize(
    "words",
    [
        "部長：見積は届いた。会長からは、この冬は見合わせると聞いている。",
        "（部長）金額は承知。会長は数字に弱いので、自分が読み合わせる。",
        "部長：会長の話では、倉庫は売るとのこと。棚卸は済んだ。",
        "部長：残りは来月払う。会長は「任せる」としか言わない。",
    ],
)
def test_a_head_holds_its_line_also_where_it_tells_of_another(words: str) -> None:
    assert {said.label for said in split_utterances(words)} == {"部長"}


def test_another_head_on_the_same_line_takes_over() -> None:
    said = split_utterances("社長：木型は残す。専務「置き場がありません」")
    assert [s.label for s in said] == ["社長", "専務"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("「窯は来年まで使う」", "社長"),
        ("ただ、薪の値は春に上がる。", "社長"),
        ("うちは薪でしか焼かない。", "社長"),
        ("帰り際に湯呑みを一ついただいた。", ""),
        ("ただし急いでいる様子はない。", ""),
        ("うちわで火を起こしておられた。", ""),
    ],
)
def test_a_line_without_a_head_goes_on_only_where_it_plainly_does(line: str, label: str) -> None:
    assert split_utterances(f"社長：窯は直さない。\n{line}")[-1].label == label


@pytest.mark.parametrize(
    "seen",
    [
        "専務はその間、黙って帳面を見ておられた。",
        "専務は途中で職人に呼ばれて席を外された。",
        "専務は終日出張。",
        "専務は数字に細かい方である。",
        "専務は機嫌がよく、客が泊まってくださった話を、葉書まで出して見せてくださった。",
        "店長は客を見送っておられました。",
    ],
)
def test_what_the_recorder_saw_of_a_person_is_not_said_by_them(seen: str) -> None:
    assert [said.label for said in split_utterances(seen)] == [""]


@pytest.mark.parametrize(
    "told",
    [
        "専務は、来春に窯を直すとのこと。",
        "専務によれば、薪は足りている。",
        "専務は笑って、薪より弟子が足りないと話される。",
        "専務は、土の代金を先に求められ困っていると。",
        "専務は新しい窯を希望。",
    ],
)
def test_what_a_person_is_told_to_have_said_is_theirs(told: str) -> None:
    assert [said.label for said in split_utterances(told)] == ["専務"]


def test_how_somebody_looked_is_the_recorders_even_after_their_words() -> None:
    said = split_utterances("社長：入金は一月になる。慌てている様子はない。")
    assert [s.label for s in said] == ["社長", ""]


def test_a_passive_within_a_turn_stays_with_its_speaker() -> None:
    said = split_utterances("社長：問屋に呼ばれて値下げを求められた。")
    assert [s.label for s in said] == ["社長"]


def test_a_quotation_or_hearsay_after_a_teller_is_the_same_persons() -> None:
    said = split_utterances(
        "組合長は、港の荷が減ったとのこと。「魚より石が揚がる」と繰り返された。氷は足りているという。波は高い。"
    )
    assert [(s.label, s.quoted) for s in said] == [("組合長", False), ("組合長", True), ("組合長", False), ("", False)]


def test_a_quotation_over_two_lines_stays_whole() -> None:
    said = split_utterances("社長「窯は直す\n薪は買わない」")
    assert [(s.label, s.text, s.quoted) for s in said] == [("社長", "窯は直す", True), ("社長", "薪は買わない", True)]
