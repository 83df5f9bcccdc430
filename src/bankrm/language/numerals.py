"""Numbers as Japanese papers write them: 1,234, 12億3,400万, 316億89百万, 三億五千万, 五百萬, 二〇二六."""

from __future__ import annotations

from decimal import Decimal

from bankrm.language.patterns import pattern

DIGITS = {
    char: value
    for value, chars in enumerate(("〇零", "一壱壹", "二弐貳", "三参參", "四", "五伍", "六", "七", "八", "九"))
    for char in chars
}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}
KANJI = "".join([*DIGITS, *SMALL_UNITS, *LARGE_UNITS])
KANJI_START = "".join([*DIGITS, *SMALL_UNITS])
_ARABIC = r"[0-9]+(?:[,.][0-9]+)*"
NUMERAL = rf"(?:{_ARABIC}|[{KANJI_START}])(?:[{KANJI}]|(?<![0-9]){_ARABIC})*"
"""A run that may be a number; `parse_number` says whether it is one. Digits are never taken apart, or a long run takes for ever."""

_WELL_FORMED = pattern(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_LARGE_PART = pattern(rf"([^{''.join(LARGE_UNITS)}]*)([{''.join(LARGE_UNITS)}]?)")
_SMALL_PART = pattern(rf"([^{''.join(SMALL_UNITS)}]*)([{''.join(SMALL_UNITS)}]?)")


def parse_number(run: str) -> Decimal | None:
    """The value of a run, exact; None for what no careful writer means (1,5百万, 12,34, 億, 3万2億)."""
    if run.isascii():
        return _arabic(run)
    total, ceiling = Decimal(0), None
    for head, unit in _LARGE_PART.findall(run):
        if not head and not unit:
            break
        scale = LARGE_UNITS[unit] if unit else 1
        part = _below_ten_thousand(head)
        if part is None or (ceiling is not None and part * scale >= ceiling) or total != int(total):
            return None
        total, ceiling = total + part * scale, scale
    return total


def parse_small(run: str) -> int | None:
    """A month, a day, a year of an era: 1 to 4 digits or kanji (十一, 二十, 二〇二六, 元 = 1)."""
    if run.isascii():
        return int(run)
    if run == "元":
        return 1
    value = parse_number(run)
    return int(value) if value is not None else None


def _arabic(run: str) -> Decimal | None:
    return Decimal(run.replace(",", "")) if _WELL_FORMED.fullmatch(run) else None


def _below_ten_thousand(head: str) -> Decimal | None:
    """What stands before 万, 億, 兆 or the end: 1,234 or 2千4百 or 三百五十; 89百 and 2,345千 (百万円, 千円) too."""
    total, ceiling, parts, wide = Decimal(0), None, 0, False
    for digits, unit in _SMALL_PART.findall(head):
        if not digits and not unit:
            break
        scale = SMALL_UNITS[unit] if unit else 1
        coefficient = _coefficient(digits) if digits else Decimal(1)
        if coefficient is None or (ceiling is not None and coefficient * scale >= ceiling) or total != int(total):
            return None
        large = coefficient != int(coefficient) or (unit and coefficient >= 10)
        if parts and (large or wide):
            return None
        total, ceiling, wide, parts = total + coefficient * scale, scale, bool(large), parts + 1
    return total if parts else None


def _coefficient(digits: str) -> Decimal | None:
    if digits.isascii():
        return _arabic(digits)
    if all(char in DIGITS for char in digits):
        return Decimal("".join(str(DIGITS[char]) for char in digits))
    return None
