"""How much one piece of evidence may hold, and where a long text is cut."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import CONTACTS, KEY, MILLION, talk, visit

from bankrm.domain.business import Deal, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.citing import (
    LONGEST,
    cite_client,
    cite_deal,
    cite_deal_note,
    cite_explanation,
    cite_handed_over,
    cite_host,
    cite_meeting,
    cite_other_bank,
    cite_promise,
    cite_utterance,
    cite_visit,
    pieces,
)
from bankrm.domain.clients import Client
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import read_interaction
from bankrm.domain.visits import Visit

CLAUSES = "苗の出荷が遅れていて、温室の暖房費も昨年の一・四倍になり、"
ENDLESS = "肥料の値上げの話をされ" * 500
RECORD = Interaction("R-9", KEY, date(2026, 4, 3), "訪問", attendees=("篠崎社長",))
HEAD = 60  # no head in these records is longer


def read(words: str = "", *, explanation: str = "", promises: str = "", purpose: str = "") -> Interaction:
    raw = replace(RECORD, client_words=words, explanation=explanation, promises_text=promises, purpose=purpose)
    return read_interaction(raw, CONTACTS)


@given(st.text(alphabet="あん温室12、。億 \U0002000b", max_size=900))
def test_pieces_cover_the_text_in_order_but_for_the_commas_at_which_it_was_cut(text: str) -> None:
    last = 0
    for start, end in pieces(text):
        assert not text[last:start].strip("、")
        assert end - start <= LONGEST
        last = end
    assert not text[last:].strip("、")


def test_a_text_that_fits_is_one_piece() -> None:
    assert list(pieces("温室の暖房費が重い。")) == [(0, 10)]
    assert list(pieces("")) == []


def test_a_long_sentence_is_cut_after_a_clause() -> None:
    text = CLAUSES * 12 + "手元が足りない。"
    ends = [text[end - 1 : end + 1] for _, end in list(pieces(text))[:-1]]
    assert ends
    assert set(ends) <= {"て、", "り、"}


def test_without_a_clause_it_is_cut_between_words_and_never_within_a_number() -> None:
    text = "温室の増設に" * 31 + "必要な金額は123,456,789円と4億5千万円" * 20
    for start, end in pieces(text):
        assert not (text[end - 1].isascii() and text[end : end + 1].isascii() and text[end : end + 1])
        assert start == 0 or not text[start].isdigit() or not text[start - 1].isdigit()


@pytest.mark.parametrize("words", [CLAUSES * 200 + "困っている", ENDLESS, "ー" * 5_000])
def test_each_piece_of_a_long_quotation_stands_so_in_the_record_between_brackets(words: str) -> None:
    record = read(f"（社長）「{words}」")
    cited = [cite_utterance(record, utterance) for utterance in record.utterances]
    assert len(cited) > len(words) // (LONGEST + 1)
    for evidence in cited:
        assert evidence.origin.span
        start, end = evidence.origin.span
        assert evidence.body == f"「{record.client_words[start:end]}」"
        assert evidence.speaker == "篠崎社長"
        assert len(evidence.text) <= LONGEST + HEAD


def test_each_piece_of_a_long_summary_stays_a_summary() -> None:
    record = read(f"社長によると{CLAUSES * 20}手元が足りないとのこと。")
    assert len(record.utterances) > 1
    assert not any(cite_utterance(record, utterance).body.startswith("「") for utterance in record.utterances)


def test_a_long_explanation_is_several_pieces_with_their_spans() -> None:
    record = read(explanation=f"最初に近況を伺った。{CLAUSES * 20}資金繰りの表を一緒に作ると伝えた。")
    cited = list(cite_explanation(record))
    assert len(cited) > 2
    for evidence in cited:
        assert evidence.origin.span
        assert evidence.body == record.explanation[slice(*evidence.origin.span)]
        assert len(evidence.text) <= LONGEST + HEAD


def test_of_a_long_promise_the_piece_that_names_the_thing_is_cited() -> None:
    reason = CLAUSES * 12
    record = read(promises=f"当行：{reason}暖房費の比較表を5月15日までに持参。")
    (promise,) = record.promises
    evidence = cite_promise(record, promise)
    assert "暖房費の比較表" in evidence.body
    assert "(期限 2026年5月15日)" in evidence.body
    assert evidence.origin.span
    assert evidence.body.startswith(record.promises_text[slice(*evidence.origin.span)])
    assert len(evidence.text) <= LONGEST + HEAD


def test_no_field_of_a_master_makes_evidence_longer_than_that() -> None:
    collateral = HostFigures(KEY, date(2026, 3, 31), collateral=CLAUSES * 30)
    client = Client(KEY, "ひなげし園芸株式会社(架空)", business=CLAUSES * 30)
    visit = Visit("v", KEY, datetime(2026, 4, 9, 10), ("篠崎社長",), CLAUSES * 30)
    deal = Deal("A-3", KEY, "温室の増設", CLAUSES * 30, 12 * MILLION)
    cited = [
        *cite_host(collateral),
        *cite_client(client),
        cite_visit(visit),
        cite_deal(deal),
        cite_meeting(read(purpose=ENDLESS)),
    ]
    assert max(len(evidence.text) for evidence in cited) <= LONGEST + HEAD
    business = [evidence.body.removeprefix("事業内容 ") for evidence in cite_client(client)]
    assert "、".join(business).rstrip("、") == (CLAUSES * 30).rstrip("、")


@pytest.mark.parametrize("day", ["2026年6月30日", "令和8年6月30日", "6/30", "6月30日"])
def test_of_a_long_note_the_sentence_that_names_the_deadline_is_cited(day: str) -> None:
    told = f"温室の交付申請は{day}が締切と県から聞いた。"
    note = CLAUSES * 8 + "手元が足りない。7月30日に次の打合せ。" + told + CLAUSES * 8
    deal = Deal("A-7", KEY, "温室", deadline=date(2026, 6, 30), note=note)
    evidence = cite_deal_note(deal)
    assert evidence.body == told
    assert evidence.text.startswith("案件 A-7 備考: ")


def test_a_note_that_fits_is_cited_whole_and_a_long_one_that_names_no_day_by_its_first_piece() -> None:
    short = "苗の追加は秋。6月30日が締切。"
    assert cite_deal_note(Deal("A-7", KEY, "温室", deadline=date(2026, 6, 30), note=short)).body == short
    long = cite_deal_note(Deal("A-7", KEY, "温室", deadline=date(2026, 6, 30), note=ENDLESS)).body
    assert ENDLESS.startswith(long)
    assert LONGEST // 2 <= len(long) <= LONGEST


def test_a_long_list_of_what_was_handed_over_is_cited_in_pieces_and_a_short_one_whole() -> None:
    listed = "、".join(f"温室の見積書{n}枚目" for n in range(1, 60))
    found = list(cite_handed_over(replace(RECORD, handed_over=listed)))
    assert "、".join(piece.body for piece in found) == listed
    assert all(len(piece.body) <= LONGEST and piece.text.startswith("2026年4月3日 訪問 交付資料: ") for piece in found)
    assert [listed[slice(*piece.origin.span)] for piece in found if piece.origin.span] == [p.body for p in found]
    assert [piece.body for piece in cite_handed_over(replace(RECORD, handed_over="返済予定表"))] == ["返済予定表"]
    assert not list(cite_handed_over(RECORD))


def test_no_piece_tells_a_day_in_digits_and_hyphens() -> None:
    """What is cited stands on screen and on paper."""
    record = talk(
        "2026-05-08", "社長「来期」", ours="説明した。", promises="【当行】案を5月15日までに持参。", handed="案内"
    )
    deal = Deal("D-1", KEY, "運転資金", deadline=date(2026, 6, 30))
    told = [
        *(cite_utterance(record, one) for one in record.utterances), *cite_explanation(record), *cite_handed_over(record),
        *(cite_promise(record, one) for one in record.promises), cite_meeting(record), cite_deal(deal), cite_visit(visit(("篠崎社長",))),
        *cite_host(HostFigures(KEY, date(2026, 6, 12), {HostItem.LOANS: 1_000_000})),
        cite_other_bank(OtherBankLoan(KEY, "潮見銀行", date(2026, 3, 31))),
    ]  # fmt: skip
    assert len(told) == 9
    assert not [piece.text for piece in told if re.search(r"\d{4}-\d\d", piece.text)]
