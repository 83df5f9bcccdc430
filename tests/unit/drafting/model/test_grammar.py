"""A line names its evidence first, then says one sentence, in letters that belong there."""

from __future__ import annotations

import re

import pytest

from bankrm.drafting.model.grammar import LONGEST, NONE, Line, Piece, line_grammar, read_line
from bankrm.drafting.model.profile import Shape

PRESIDENT = Piece("E3", "田辺社長", "7月8日", "「NC旋盤が2台とも15年を超えた」")
MANAGER = Piece("E12", "佐伯経理部長", "8月21日", "「受注が読めない」")
AGAIN = Piece("E14", "田辺社長", "10月2日", "「前向きに考えたい」")
PIECES = (PRESIDENT, MANAGER, AGAIN)


def _rule(grammar: str, name: str) -> str:
    (found,) = re.findall(rf"^{name}: (.*)$", grammar, re.MULTILINE)
    return str(found)


def _letters(grammar: str) -> re.Pattern[str]:
    found = re.match(r"/(\[.*\])\{", _rule(grammar, "text"))
    assert found
    return re.compile(f"{found[1]}+")


@pytest.mark.parametrize("shape", list(Shape))
def test_only_the_picked_ids_can_be_cited(shape: Shape) -> None:
    assert set(re.findall(r"\[(E[0-9]+)\]", line_grammar(shape, [PRESIDENT, MANAGER]))) == {"E3", "E12"}


def test_what_was_said_begins_with_who_and_when() -> None:
    grammar = line_grammar(Shape.SAID, [PRESIDENT, MANAGER])
    assert '"[E3] 田辺社長は7月8日に、" text' in grammar
    assert '"[E12] 佐伯経理部長は8月21日に、" text' in grammar


def test_a_free_sentence_cites_one_piece_or_two() -> None:
    grammar = line_grammar(Shape.FREE, [PRESIDENT, MANAGER])
    assert [_rule(grammar, f"line_{n}") for n in range(3)] == ['"[E3] " text', '"[E12] " text', '"[E3][E12] " text']


def test_no_evidence_for_it_is_always_an_answer() -> None:
    for shape in Shape:
        assert f'"{NONE}"' in _rule(line_grammar(shape, [PRESIDENT]), "start")


@pytest.mark.parametrize(
    "text", ["受注が読めず、設備は来期に考える", "彙報に曖昧な語彙", "NC旋盤2台", "５０％・ローン〜々"]
)
def test_japanese_and_the_letters_of_the_evidence_can_be_written(text: str) -> None:
    assert _letters(line_grammar(Shape.SAID, [PRESIDENT])).fullmatch(text)


@pytest.mark.parametrize("letter", ["售", "营", "。", ".", "；", "｜", "「", "(", "：", "\n", "Q", "한"])
def test_what_is_foreign_to_it_cannot_be_written(letter: str) -> None:
    assert not _letters(line_grammar(Shape.SAID, [PRESIDENT])).fullmatch(letter)


def test_a_rare_letter_of_a_name_can_be_written_where_the_evidence_has_it() -> None:
    rare = Piece("E5", "社長", "7月8日", "髙﨑と售上の話")
    assert _letters(line_grammar(Shape.SAID, [rare])).fullmatch("髙﨑售")


def test_quotes_and_backslashes_of_a_name_do_not_leave_the_rule() -> None:
    odd = Piece("E6", 'A"社\\長', "7月8日", "話")
    assert r'"[E6] A\"社\\長は7月8日に、" text' in line_grammar(Shape.SAID, [odd])


def test_a_line_is_read_as_its_ids_its_sentence_and_what_the_model_wrote_of_it() -> None:
    assert read_line("[E3] 田辺社長は7月8日に、旋盤が古いと話した。", Shape.SAID, PIECES) == Line(
        ("E3",), "田辺社長は7月8日に、旋盤が古いと話した。", "旋盤が古いと話した"
    )
    assert read_line("[E3][E12] 旋盤の古さ。", Shape.FREE, PIECES) == Line(("E3", "E12"), "旋盤の古さ。", "旋盤の古さ")


@pytest.mark.parametrize("answer", [NONE, "", "設備は来期。", "[E3]", "[E3][E12][E14] 設備。", "[E9] 設備。"])
def test_what_is_no_line_is_none(answer: str) -> None:
    assert read_line(answer, Shape.FREE, PIECES) is None


@pytest.mark.parametrize("answer", ["[E3] 設備は来期。", "[E3] 佐伯経理部長は8月21日に、設備は来期。"])
def test_who_and_when_are_looked_after_though_the_grammar_has_them(answer: str) -> None:
    assert read_line(answer, Shape.SAID, PIECES) is None


def test_a_line_without_its_end_was_cut() -> None:
    line = read_line("[E3] 設備は来期に考え", Shape.FREE, PIECES)
    assert line
    assert line.cut


def test_a_line_that_reached_its_longest_was_cut() -> None:
    at, below = (
        read_line(f"[E3] 田辺社長は7月8日に、{'設' * length}。", Shape.SAID, PIECES)
        for length in (LONGEST, LONGEST - 1)
    )
    assert at
    assert below
    assert (at.cut, below.cut) == (True, False)
