"""What the lexicon's words are to each other."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest

from bankrm.language.lexicon import Lexicon, lexicon
from bankrm.language.words import words


@pytest.mark.parametrize(
    ("one", "other"), [("融資", "貸し付け"), ("返済", "償還"), ("後継者", "跡継ぎ"), ("会議", "ミーティング")]
)
def test_what_says_the_same_does_so_both_ways(one: str, other: str) -> None:
    assert lexicon().same(one, other)
    assert lexicon().same(other, one)


def test_the_term_for_writing_off_is_no_word_for_paying_back() -> None:
    assert not lexicon().same("返済", "償却")


@pytest.mark.parametrize(
    ("wider", "narrower"), [("機械", "旋盤"), ("動物", "子犬"), ("金融機関", "信用金庫"), ("書類", "決算書")]
)
def test_a_kind_bears_the_wider_word_out_and_not_the_other_way_round(wider: str, narrower: str) -> None:
    assert narrower in lexicon().bearing_out(wider)
    assert wider not in lexicon().bearing_out(narrower)


def test_no_word_excludes_what_says_the_same() -> None:
    words = lexicon()
    clashes = {(one, other) for one, others in words.opposites.items() for other in others if words.same(one, other)}
    assert clashes == set()


def test_kinds_are_followed_a_few_steps_and_circles_end() -> None:
    circle = Lexicon(kinds={"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"a"})})
    assert circle.bearing_out("a") == {"a", "b", "c"}
    chain = Lexicon(kinds={str(n): frozenset({str(n + 1)}) for n in range(9)})
    assert "3" in chain.bearing_out("0")
    assert "4" not in chain.bearing_out("0")


def test_an_opposite_never_bears_out() -> None:
    words = Lexicon(alike={"a": frozenset({"b"})}, opposites={"a": frozenset({"b"})})
    assert words.bearing_out("a") == {"a"}


def _rows(name: str) -> list[tuple[str, list[str]]]:
    """Each line of a file of words with its words in normalised form, as far as the dictionary knows them as one."""
    text = (files("bankrm.language") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line, [found[0].base for word in line.split() if len(found := words(word)) == 1]) for line in lines]


@pytest.mark.parametrize("name", ["near.txt", "alike.txt"])
def test_no_word_stands_twice_in_a_group(name: str) -> None:
    assert [line for line, bases in _rows(name) if len(set(bases)) < len(bases)] == []


def test_what_is_alike_is_not_listed_as_near_once_more() -> None:
    known = lexicon()
    twice = [
        line
        for line, bases in _rows("near.txt")
        if any(b in known.alike.get(a, ()) and a in known.alike.get(b, ()) for a, b in combinations(bases, 2))
    ]
    assert twice == []


def test_what_is_near_a_word_is_near_its_synonyms() -> None:
    known = Lexicon(
        alike={"返答": frozenset({"回答"}), "回答": frozenset({"返答"})}, near={"回答": frozenset({"リターン"})}
    )
    assert "リターン" in known.heard_as("返答")
    assert "リターン" not in known.bearing_out("返答")
