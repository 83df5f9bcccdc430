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
