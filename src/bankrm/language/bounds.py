"""How exactly a figure is told: 約3億円, 3億円以上, 3億円弱, 2〜3億円 are four things, and none of them is 3億円."""

from __future__ import annotations

from enum import StrEnum

from bankrm.language.patterns import pattern
from bankrm.language.scene import ABOUT


class Bound(StrEnum):
    """What the words around a figure make of it."""

    EXACT = "exact"
    ABOUT = "about"  # 約, ほど, 程度, 前後
    LITTLE_OVER = "little_over"  # 強, 余り
    LITTLE_UNDER = "little_under"  # 弱, 近く, 足らず
    AT_LEAST = "at_least"  # 以上, 超, を超える
    AT_MOST = "at_most"  # 以下, 未満, 以内, を下回る
    UP_TO = "up_to"  # まで
    BAND = "band"  # 台: with this leading digit
    RANGE = "range"  # one end of 2〜3億円


_AFTER = pattern(
    r" ?(?:(?P<little_over>強(?![化制力い弱み調気])|余り|あまり|余(?![裕剰力地る計]))"
    r"|(?P<little_under>弱(?![まい含点体気])|近く|足らず)"
    r"|(?P<at_least>以上|超(?!過)|超え|を(?:大きく|わずかに|やや|少し)?(?:超え|超す|上回))"
    r"|(?P<at_most>以下|未満|以内|を(?:大きく|わずかに|やや|少し)?(?:下回|割(?!り?[引当振])|切(?=[らりるれっ])))"
    r"|(?P<up_to>まで(?!に))"
    r"|(?P<band>台(?![一-龥]))"
    r"|(?P<about>程度|程(?=[、。)の]|$)|ほど|くらい|ぐらい|位(?=[、。)のはで]|$)|前後|内外|見当|規模|ごろ|頃))"
)


def bound_of(text: str, start: int, end: int) -> Bound:
    """How the figure in the span of `text` is told; a range is seen only where both its ends are."""
    after = _AFTER.match(text, end)
    if after:
        return Bound(str(after.lastgroup))
    return Bound.ABOUT if text[:start].rstrip().endswith(ABOUT) else Bound.EXACT


_BEARS_OUT = {
    Bound.EXACT: {Bound.EXACT, Bound.ABOUT, Bound.UP_TO},
    Bound.ABOUT: {Bound.EXACT, Bound.ABOUT, Bound.UP_TO, Bound.LITTLE_OVER, Bound.LITTLE_UNDER},
    Bound.LITTLE_OVER: {Bound.LITTLE_OVER},
    Bound.LITTLE_UNDER: {Bound.LITTLE_UNDER},
    Bound.AT_LEAST: {Bound.AT_LEAST, Bound.LITTLE_OVER},
    Bound.AT_MOST: {Bound.AT_MOST, Bound.UP_TO, Bound.LITTLE_UNDER},
    Bound.UP_TO: {Bound.UP_TO, Bound.AT_MOST, Bound.EXACT},
    Bound.BAND: {Bound.EXACT, Bound.ABOUT, Bound.LITTLE_OVER, Bound.AT_LEAST, Bound.BAND},
    Bound.RANGE: {Bound.RANGE},
}


def bears_out(said: Bound, told: Bound) -> bool:
    """Whether a figure `told` so bears out one of the same value `said` so. くらい may be left out; 以上, 弱 and a range may not."""
    return told in _BEARS_OUT[said]
