"""The form of a model's line, as llguidance Lark: ids of the evidence first, then one sentence and nothing else.

Small models do not cite by request; so the ids of the picked pieces are part of the grammar, and so are, where a line tells what was
said, who said it and when. The sentence is free, but made of letters that belong there: models trained on Chinese slip simplified
characters, and brackets and colons lead small ones into lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from bankrm.drafting.model.profile import Shape
from bankrm.language.patterns import pattern

NONE = "該当なし"
SHORTEST, LONGEST = 6, 80
"""Characters of what the model writes freely; what reaches the longest was cut and is not used."""

_MARKS = "、・ー々〆〜%％"
_DIGITS = "0123456789０１２３４５６７８９"
# 常用漢字 (内閣告示 2010) that stand outside JIS X 0208 level 1
_MORE_KANJI = "彙曖楷毀瘍箋籠緻羞踪辣錮鬱喩嗅哺惧憬慄拉摯訃傲嘲恣諧剝塡頰𠮟"


@dataclass(frozen=True, slots=True)
class Piece:
    """One picked piece: its id, who said it and when in the words of a sentence (`by` 「田辺社長は7月8日に、」), and its words."""

    id: str
    speaker: str
    on: str
    words: str

    @property
    def by(self) -> str:
        """How a sentence begins that tells these words."""
        return f"{self.speaker}は{self.on}に、"


def lines_grammar(shape: Shape, pieces: Sequence[Piece], most: int) -> str:
    """The grammar of up to so many such lines, one below the other. `pieces` must not be empty."""
    one, _, rules = line_grammar(shape, pieces).partition("\n")
    line = one.removeprefix("start: ").removesuffix(f" | {_quoted(NONE)}")
    more = ""
    for _ in range(most - 1):
        more = f' ("\\n" one{more})?'
    return f"start: one{more} | {_quoted(NONE)}\none: {line}\n{rules}"


def line_grammar(shape: Shape, pieces: Sequence[Piece]) -> str:
    """The grammar of one line of that shape over these pieces, in the order in which they were said. `pieces` must not be empty."""
    if shape is Shape.SAID:
        heads = [_cited(piece) + piece.by for piece in pieces]
    else:
        heads = [*map(_cited, pieces), *(_cited(*pair) for pair in combinations(pieces, 2))]
    letters = _letters("".join(piece.words for piece in pieces))
    rules = [f"start: {' | '.join(f'line_{n}' for n in range(len(heads)))} | {_quoted(NONE)}"]
    rules += [f"line_{n}: {_quoted(head)} text" for n, head in enumerate(heads)]
    rules += [f"text: /[{letters}]{{{SHORTEST},{LONGEST}}}。/"]
    return "\n".join(rules) + "\n"


def _cited(*pieces: Piece) -> str:
    return "".join(f"[{piece.id}]" for piece in pieces) + " "


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read back: the ids it cites, its sentence, what of it the model wrote freely, and whether that was cut."""

    ids: tuple[str, ...]
    text: str
    free: str
    cut: bool = False


_LINE = pattern(r"(?P<ids>(?:\[E[0-9]+\]){1,2}) (?P<text>.+)", re.DOTALL)


def read_line(answer: str, shape: Shape, pieces: Sequence[Piece]) -> Line | None:
    """What an answer says; None for 「該当なし」, and for what is no line of this grammar: an engine is trusted to keep to it, and
    looked after."""
    found = _LINE.fullmatch(answer.strip())
    known = {piece.id: piece for piece in pieces}
    ids = re.findall("E[0-9]+", found["ids"]) if found else []
    if not found or not set(ids) <= set(known):
        return None
    sentence = found["text"].removesuffix("。")
    by = known[ids[0]].by if shape is Shape.SAID else ""
    if not sentence.startswith(by):
        return None
    free = sentence.removeprefix(by)
    cut = not found["text"].endswith("。") or len(free) >= LONGEST
    return Line(tuple(dict.fromkeys(ids)), found["text"], free, cut)


@cache
def _common() -> frozenset[str]:
    """Kana, digits, marks, and the kanji that Japanese is written with: JIS X 0208 level 1 and the 常用漢字 outside it."""
    level_1 = bytes(b for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF) for b in (row, cell))
    kana = (chr(c) for first, last in ((0x3041, 0x3096), (0x30A1, 0x30FA)) for c in range(first, last + 1))
    return frozenset((*level_1.decode("euc_jp", "ignore"), *kana, *_DIGITS, *_MARKS, *_MORE_KANJI))


def _letters(evidence: str) -> str:
    """The inside of a character class: what is common, and the letters and digits of the evidence."""
    own = {c for c in evidence if unicodedata.category(c)[0] in "LN"}
    return _class(map(ord, _common() | own))


def _class(points: Iterable[int]) -> str:
    """Code points as ranges, in order; letters, digits and these marks need no escape."""
    ranges: list[list[int]] = []
    for point in sorted(set(points)):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in ranges)
