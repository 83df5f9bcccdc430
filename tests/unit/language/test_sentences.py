from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language.sentences import chunks, sentences

TEXT = st.text("あい。！？「」（）\n 　漢a", max_size=80)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("見積を取る。来月また伺う。", ["見積を取る。", "来月また伺う。"]),
        ("本当ですか！？はい。", ["本当ですか！？", "はい。"]),
        ("一行目\n二行目", ["一行目", "二行目"]),
        ("\r\n　字下げ。\n\n", ["字下げ。"]),
        ("社長は「まだ決めない。来期に。」と話した。次へ。", ["社長は「まだ決めない。来期に。」と話した。", "次へ。"]),
        ("条件（7年。据置6か月。）を説明。", ["条件（7年。据置6か月。）を説明。"]),
        ("「（内緒。）だから。」以上。", ["「（内緒。）だから。」以上。"]),
        ("終わりの印がない", ["終わりの印がない"]),
        ("", []),
    ],
)
def test_a_sentence_ends_with_its_mark_or_line_but_not_inside_brackets(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_bracket_that_never_closes_holds_no_sentence_back() -> None:
    assert cut("「開いたまま。次の文。") == ["「開いたまま。", "次の文。"]


@given(TEXT)
def test_spans_are_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@given(st.text("あい。、「」 \n", max_size=60), st.integers(4, 20))
def test_chunks_make_up_the_text_and_none_is_too_long(text: str, longest: int) -> None:
    found = list(chunks(text, longest))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= longest for start, end in found)


def test_a_chunk_ends_with_a_sentence_else_between_words() -> None:
    assert [("あい。うえお。かき。"[a:b]) for a, b in chunks("あい。うえお。かき。", 8)] == ["あい。うえお。", "かき。"]
    assert [("あいうえおか、きくけこ"[a:b]) for a, b in chunks("あいうえおか、きくけこ", 8)] == [
        "あいうえおか、",
        "きくけこ",
    ]
    assert [("あいうえおかきくけこ"[a:b]) for a, b in chunks("あいうえおかきくけこ", 8)] == ["あいうえおかきく", "けこ"]
