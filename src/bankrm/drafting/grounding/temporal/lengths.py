"""How long something lasts, as bounds: 二年間, 6か月以内, 3日以上, ちょうど2時間."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from bankrm.drafting.grounding.tokens import Token
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind

_ISO = pattern(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_HOURS_A_MONTH = 365.25 * 24 / 12


@dataclass(frozen=True, slots=True)
class Length:
    """A length in months and hours, which are kept apart for counting on the calendar."""

    months: float
    hours: float

    @property
    def total(self) -> float:
        """In hours, a month being a twelfth of a year."""
        return self.months * _HOURS_A_MONTH + self.hours


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least `least` and at most `most`; None where there is no such bound.

    `bare` where no word says how it is meant (二年間続けた: it may have gone on), `stressed` where it is that and no other (ちょうど).
    """

    least: Length | None = None
    most: Length | None = None
    bare: bool = False
    stressed: bool = False

    @property
    def range(self) -> tuple[float, float]:
        """Both in hours."""
        return self.least.total if self.least else 0.0, self.most.total if self.most else inf

    def within(self, other: Bounds) -> bool:
        """Whether whatever fits these bounds fits the other's."""
        (low, high), (other_low, other_high) = self.range, other.range
        return other_low <= low and high <= other_high

    def apart(self, other: Bounds) -> bool:
        """Whether nothing fits both. Up to two years and at least two years have two years in common."""
        (low, high), (other_low, other_high) = self.range, other.range
        return high < other_low or other_high < low


def length_of(token: Token) -> Length | None:
    """The length that a token states; None for any other token."""
    if token.quantity is None or token.quantity.kind is not Kind.DURATION:
        return None
    match = _ISO.fullmatch(str(token.quantity.value))
    if not match:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return Length(years * 12 + months, (weeks * 7 + days) * 24 + hours + minutes / 60 + seconds / 3600)


_AT_MOST_BEFORE = pattern(r"(?:最大|最長|長くて(?:も)?|多くて(?:も)?)[、で]?$")
_AT_LEAST_BEFORE = pattern(r"(?:最低|最短|少なくとも|短くて(?:も)?)[、で]?$")
_JUST_BEFORE = pattern(r"(?:ちょうど|丁度|まる|丸)[、で]?$")
_AT_MOST = pattern(r"(?:間)?(?:以内|以下|まで(?!も)|足らず|未満|を限度)")
_AT_LEAST = pattern(r"(?:間)?(?:以上|超|余り|あまり|を超え|を越え)")
_JUST = pattern(
    r"(?:間)?(?:で(?!は|も)|を?(?:費やし|費やす|要し|要する)|(?:を|が)?(?:かけて|掛けて|かかった|掛かった|かかる|掛かる)|ちょうど)"
)


_PHRASE = pattern(
    r"間?(?:以内|以下|まで|足らず|未満|以上|超|余り|あまり)?[にでをが]?(?:かけて|掛けて|かかっ|掛かっ|かかる|掛かる|費やし|費やす|要し|要する)?"
)


def phrase_end(text: str, token: Token) -> int:
    """Where the words end that say how a length is meant (6か月|以上かけて)."""
    match = _PHRASE.match(text, token.end)
    return match.end() if match else token.end


_GOES_ON = pattern(r"(?![のでにかを、。・)）])")


def bounds_at(text: str, token: Token) -> Bounds | None:
    """The bounds that a length has from the words around it; None for a token that is no length.

    A bare one is what it says (期間は10年), but for what was done for so long, and perhaps longer (二年間取り組んだ).
    """
    length = length_of(token)
    if length is None:
        return None
    before = text[max(0, token.start - 6) : token.start]
    if _AT_MOST.match(text, token.end) or _AT_MOST_BEFORE.search(before):
        return Bounds(most=length)
    if _AT_LEAST.match(text, token.end) or _AT_LEAST_BEFORE.search(before):
        return Bounds(least=length)
    if _JUST_BEFORE.search(before):
        return Bounds(length, length, stressed=True)
    if _JUST.match(text, token.end):
        return Bounds(length, length)
    goes_on = text[token.end - 1] == "間" and _GOES_ON.match(text, token.end)
    return Bounds(length, None if goes_on else length, bare=True)
