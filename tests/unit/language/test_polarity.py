"""Negation, direction and softening."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language.polarity import Softening, Way, directions, negations, softeners


@pytest.mark.parametrize(
    "sentence",
    [
        "許可は下りなかった。",
        "新株の話は出ていないと。",
        "値引きには応じず。",
        "結論は出ず、来年に持ち越した。",
        "返事が来ず、困っている。",
        "同意を得ずに進めた。",
        "在庫は減っていません",
        "未提出の書類がある",
        "先方との約束なし",
    ],
)
def test_a_denial_is_seen(sentence: str) -> None:
    assert negations(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "値上げは難しいかもしれない。",
        "価格だけでなく納期も重い",
        "必ず連絡します",
        "絶えず気にかけている",
        "借りざるを得ず、申し込んだ",
        "人手が少ないと話した",
        "返さなければならない",
        "まず見積を取る",
        "わずかに伸びた",
    ],
)
def test_what_only_looks_like_a_denial_is_none(sentence: str) -> None:
    assert not negations(sentence)


def test_a_denial_denied_gives_both() -> None:
    assert len(negations("行かないわけではない")) == 2


def test_a_negation_names_the_stem_that_it_denies() -> None:
    text = "補助は受けられなかった"
    (found,) = negations(text)
    assert text[slice(*found.target)] == "受けられ"


@pytest.mark.parametrize(
    ("up", "down"),
    [("増加", "減少"), ("増収", "減収"), ("増益", "減益"), ("上回", "下回"), ("改善", "悪化"), ("黒字", "赤字"), ("好調", "不調"),
     ("上昇", "下落"), ("拡大", "縮小"), ("前倒し", "遅れ"), ("過剰", "不足")],
)  # fmt: skip
def test_opposites_share_a_family_and_differ_in_their_way(up: str, down: str) -> None:
    (one,), (other,) = directions(up), directions(down)
    assert one.family == other.family
    assert (one.way, other.way) == (Way.UP, Way.DOWN)


def test_a_compound_gives_each_of_its_directions() -> None:
    assert [(d.family, d.way) for d in directions("減収増益")] == [("sales", Way.DOWN), ("profit", Way.UP)]


@pytest.mark.parametrize("word", ["増資", "増設", "減価償却費", "減税"])
def test_a_term_of_trade_is_no_direction(word: str) -> None:
    assert directions(word) == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("来期は増収の見込みです", Softening.EXPECTED),
        ("納期が延びるおそれがある", Softening.POSSIBLE),
        ("もう1人採れそう。", Softening.POSSIBLE),
        ("一部の店で赤字", Softening.PARTIAL),
        ("費用は2億円ほど。", Softening.ROUGH),
    ],
)
def test_a_softening_word_is_told_by_its_kind(sentence: str, kind: Softening) -> None:
    assert kind in {softener.kind for softener in softeners(sentence)}


@given(st.text(max_size=60))
def test_spans_lie_within_any_text(text: str) -> None:
    spans = [(d.start, d.end) for d in directions(text)] + [(n.start, n.end) for n in negations(text)]
    spans += [(softener.start, softener.end) for softener in softeners(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
