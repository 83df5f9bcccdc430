"""Amounts, ratios and counts: a number with what follows it, its sign, and the ranges it stands in.

An amount is integer yen and keeps the unit of its notation (百万円, 億万円). Yen with a fraction (1株12.34円, 1ドル110円50銭) are a price, a
ratio in 円. Foreign money is a count of its unit. A share written as a fraction (3分の2, 補助率2/3) is a ratio in 分数. か月 is a duration,
also where it states a turnover.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from bankrm.language.numerals import DIGITS, LARGE_UNITS, NUMERAL, SMALL_UNITS, parse_number
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.scene import Reading, Scene, about, about_after, one
from bankrm.language.units import AFTER_ARABIC, AFTER_KANJI, RATIO_UNITS, canonical

_NUMERAL = pattern(NUMERAL)
_SKIP = pattern(rf"{NUMERAL}(?:[-/.:,・]{NUMERAL})*[数余]?[十百千万萬億兆]*")
_VAGUE = pattern(r"[数何幾][十百千万億兆]+|(?<![十百千万億兆])[十百千万億兆]+円?単位")
_SIGNED = pattern(
    r"(?P<sign>[▲△]|[-+]|マイナス|プラス|±)? ?(?P<currency>¥)? ?(?P<again>[▲△-])?(?=[0-9〇一二三四五六七八九十百千])"
)
_BRACKETED = pattern(rf"\( ?(?P<sign>[▲△-])? ?(?P<run>{NUMERAL}) ?\)(?= ?(?:[十百千]?[万億]|千)?(?:円|%))")
_COLUMN_NUMBER = pattern(rf"\( ?(?P<inner>{NUMERAL}) ?\)|(?P<run>{NUMERAL})")
_COLUMN_END = pattern(r"(?=[\s)|、。,・;]|$)")
_HEADING = pattern(
    r"(?:[(\[] ?)?(?:単位 ?[:は]? ?)?(?P<unit>百万円|千円|億円|万円|円) ?[)\]]|単位 ?[:は]? ?(?P<bare>百万円|千円|億円|万円|円)"
)
_UNIT_MENTION = pattern(r"[十百千万億兆]*円? ?(?:[)\]]|未満|単位)")
_RANGE = pattern(rf" ?(?P<link>~|-|から|ないし|乃至|か|、) ?(?P<sign>[▲△-])?(?P<run>{NUMERAL})")
_BEFORE_MINUS = pattern(r"[0-9A-Za-z)月日年期時円%〇一二三四五六七八九十]")
_NOT_MONEY = pattern(r"時間|日|年|[かカヶヵケ箇]月|週|秒|[A-Za-z]|[ァ-ヺ]|[0-9]|数|遍|都市|光年|語")
_KANJI_AFTER_MAN = pattern(r"[一-鿿](?<![強弱程以未超余前後近見内規借追残支払預増減必不投融弁返])")
_FRACTION = pattern(r"(?P<below>[0-9]{1,3}|[二三四五六七八九十])分の(?P<above>[0-9]{1,3}|[一二三四五六七八九])")
_FOREIGN = pattern(rf"(?P<currency>[$€£]) ?(?P<run>{NUMERAL})")
_FOREIGN_UNITS = {"$": "ドル", "€": "ユーロ", "£": "ポンド"}
_YEAR_LIKE = pattern(r"(?:19|20)[0-9]{2}")


class _Measure(NamedTuple):
    """A parsed number with its unit: where the notation ends, the value, the kind and the unit."""

    end: int
    kind: Kind
    value: Decimal
    unit: str


def read_signed(scene: Scene, pos: int) -> Reading | None:
    """A number behind ▲, △, −, ¥ or マイナス. ▲ and △ are minus (会計慣行); − only where no range can be meant."""
    match = _SIGNED.match(scene.text, pos)
    if not match or match.end() == pos:
        return None
    if match["sign"] == "-" and pos and _BEFORE_MINUS.match(scene.text[pos - 1]):
        return None
    minus = match["sign"] in ("▲", "△", "-", "マイナス") or bool(match["again"])
    if match["currency"] and (reading := _currency(scene, pos, match.end(), minus)):
        return reading
    return read_measure(scene, match.end(), pos, minus) or read_column_number(scene, match.end(), pos, minus)


def read_bracketed(scene: Scene, pos: int) -> Reading | None:
    """(1,200)千円 as accountants write a loss, and (1,200) in a column whose heading gives the unit."""
    match = _BRACKETED.match(scene.text, pos)
    if not match:
        return read_heading(scene, pos) or read_column_number(scene, pos, pos, False)
    value, tail = parse_number(match["run"]), AFTER_ARABIC.match(scene.text, match.end())
    if value is None or not tail:
        return None
    measure = _with_unit(match["run"], value, tail)
    return _reading(scene, pos, measure, True) if measure else None


def read_foreign(scene: Scene, pos: int) -> Reading | None:
    """$3百万: foreign money, a count of its unit."""
    match = _FOREIGN.match(scene.text, pos)
    value = parse_number(match["run"]) if match else None
    if not match or value is None:
        return None
    rough = about(scene.text, pos, match.end())
    return one(pos, match.end(), Kind.COUNT, number_of(value), _FOREIGN_UNITS[match["currency"]], rough)


def read_heading(scene: Scene, pos: int) -> Reading | None:
    """単位:百万円 gives the unit of all bare numbers after it, (千円) of those on its line; neither is a value itself."""
    match = _HEADING.match(scene.text, pos)
    if not match:
        return None
    scene.column_unit = match["unit"] or match["bare"]
    line_end = scene.text.find("\n", match.end())
    scene.column_end = len(scene.text) if "単位" in match.group() or line_end < 0 else line_end
    return Reading(match.end())


def read_column_number(scene: Scene, pos: int, start: int | None = None, minus: bool = False) -> Reading | None:
    """A bare number under a heading such as (千円), standing alone as in a table."""
    match = _COLUMN_NUMBER.match(scene.text, pos) if pos < scene.column_end else None
    if not match or not _COLUMN_END.match(scene.text, match.end()) or _YEAR_LIKE.fullmatch(match.group()):
        return None
    begin = pos if start is None else start
    before = scene.text[begin - 1] if begin else " "
    value = parse_number(match["inner"] or match["run"])
    if value is None or before not in " \t\n(:|、,・はが)":
        return None
    yen = value * (parse_number("1" + scene.column_unit.removesuffix("円")) or 1)
    return _reading(
        scene, begin, _Measure(match.end(), Kind.AMOUNT, yen, scene.column_unit), minus or bool(match["inner"])
    )


def read_measure(scene: Scene, pos: int, start: int | None = None, minus: bool = False) -> Reading | None:
    """The number at `pos` with its unit, and the number before it in a range (2〜3億円 gives two)."""
    text, begin = scene.text, pos if start is None else start
    run = _NUMERAL.match(text, pos)
    if not run:
        return None
    if fraction := _FRACTION.match(text, pos):
        return _fraction(fraction, about(text, begin, fraction.end()))
    measure = _measure(text, pos, run)
    if measure:
        return _reading(scene, begin, measure, minus)
    return _range(scene, begin, run, minus)


def skip_number(scene: Scene, pos: int) -> Reading:
    """Passes over a number that means no quantity, whole: never 5百万円 out of 1,5百万円."""
    match = _SKIP.match(scene.text, pos)
    return Reading(match.end() if match else pos + 1)


def read_vague(scene: Scene, pos: int) -> Reading | None:
    """数千万円, 何百万円, 億単位: no value."""
    match = _VAGUE.match(scene.text, pos)
    return Reading(match.end()) if match else None


def number_of(value: Decimal) -> int | float:
    """A plain number: an integer where it is whole."""
    return int(value) if value == int(value) else float(value)


def _measure(text: str, pos: int, run: re.Match[str]) -> _Measure | None:
    digits = run.group()
    value = parse_number(digits)
    if value is None:
        return None
    arabic = digits[0].isascii()
    tail = (AFTER_ARABIC if arabic else AFTER_KANJI).match(text, run.end())
    if tail and not (tail["unit"] == "台" and digits[-1] == "億"):
        if tail["yen"] and not arabic and _is_unit_mention(text, pos, digits):
            return None
        return _with_unit(digits, value, tail)
    return _bare_money(text, digits, value, run.end())


def _with_unit(digits: str, value: Decimal, tail: re.Match[str]) -> _Measure | None:
    if not tail["yen"]:
        return _ratio_or_count(value, tail)
    scale = tail["scale"] or ""
    if scale:
        if digits[-1] in LARGE_UNITS or digits[-1] in SMALL_UNITS:
            return None
        value *= parse_number("1" + scale) or 1
    if tail["sen"]:
        value += Decimal(tail["sen"].removesuffix("銭")) / 100
    if tail["sen"] or value != int(value):
        return _Measure(tail.end(), Kind.RATIO, value, "円")
    return _Measure(tail.end(), Kind.AMOUNT, value, notation_unit(digits + scale))


def _ratio_or_count(value: Decimal, tail: re.Match[str]) -> _Measure:
    unit, more = canonical(tail["unit"]), tail["nth"]
    if unit not in RATIO_UNITS:
        return _Measure(tail.end(), Kind.COUNT, value, unit + (more or ""))
    if more == "目":
        return _Measure(tail.end(), Kind.COUNT, value, unit + more)
    if more:
        value += (parse_number(more.removesuffix("分")) or Decimal(0)) / 10
    return _Measure(tail.end(), Kind.RATIO, value, unit)


def _bare_money(text: str, digits: str, value: Decimal, end: int) -> _Measure | None:
    """50万, 3億, 1億5千 (as spoken: 1億5千万): money where nothing else is counted."""
    if not any(char.isascii() or char in DIGITS for char in digits) or _NOT_MONEY.match(text, end):
        return None
    if spoken := re.fullmatch(r"([0-9,.]+億)([0-9])千", digits):
        return _Measure(end, Kind.AMOUNT, parse_number(spoken[1] + spoken[2] + "千万") or value, "億万円")
    if digits[-1] in "万萬" and _KANJI_AFTER_MAN.match(text, end):
        return None  # 185万回線, 10万都市
    if digits[-1] not in LARGE_UNITS or value != int(value) or _is_unit_mention(text, end, digits):
        return None
    return _Measure(end, Kind.AMOUNT, value, notation_unit(digits))


def notation_unit(digits: str) -> str:
    """The unit in which an amount is written: 百万円, 千円, 億円, 万円, 億万円 (12億3,400万円), 億百万円 (316億89百万円), 円."""
    large = "".join(char for char in digits.replace("萬", "万") if char in LARGE_UNITS)
    millions = re.search(r"[0-9]百万$", digits)
    if len(large) > 1:
        return ("億百万円" if millions else "億万円") if large[-1] == "万" else "兆億円"
    if large:
        return "百万円" if millions else f"{large}円"
    return "千円" if re.search(r"[0-9]千$", digits) else "円"


def _is_unit_mention(text: str, pos: int, digits: str) -> bool:
    """Whether 千円 or 百万円 names a unit: (千円), 百万円未満."""
    only_units = all(char in SMALL_UNITS or char in LARGE_UNITS for char in digits)
    return only_units and bool(
        _UNIT_MENTION.match(text, pos) or text[max(0, pos - 3) : pos].endswith(("単位:", "単位"))
    )


def _range(scene: Scene, start: int, run: re.Match[str], minus: bool) -> Reading | None:
    """The first of two numbers that share the unit behind the second: 5,000〜6,000万円, 10-15%, 2、3名."""
    link = _RANGE.match(scene.text, run.end())
    if not link:
        return None
    second = _NUMERAL.match(scene.text, link.start("run"))
    if second is None:
        return None
    measure = _measure(scene.text, second.start(), second)
    low, high = parse_number(run.group()), parse_number(link["run"])
    if measure is None or low is None or not high:
        return None
    spoken = link["link"] == "、"
    if spoken and not (len(run.group()) == 1 and _leading(link["run"]) == low + 1):
        return None
    scale = _shared_scale(run.group(), link["run"], measure, high)
    if low * scale >= measure.value and not (minus or link["sign"]):
        return None
    rough = spoken or about(scene.text, start, measure.end)
    first = measure._replace(end=run.end(), value=low * scale)
    items = (
        *_reading(scene, start, first, minus, rough).items,
        *_reading(scene, link.start("sign") if link["sign"] else second.start(), measure, bool(link["sign"]), rough).items,
    )  # fmt: skip
    return Reading(measure.end, items)


def _leading(run: str) -> Decimal | None:
    """The digit with which a number begins: 六百 → 6."""
    return parse_number(run[0])


def _shared_scale(low: str, high: str, measure: _Measure, value: Decimal) -> Decimal:
    """What the unit behind the second number makes of the first: 万 for 5,000〜6,000万円; nothing where it has its own."""
    if low[-1] in LARGE_UNITS or (low[-1] in SMALL_UNITS and low[0].isascii()):
        return Decimal(1)
    trailing = re.search(r"[十百千万萬億兆]*$", high)
    own = parse_number("1" + trailing.group()) if trailing and trailing.group() else Decimal(1)
    return (own or Decimal(1)) * (measure.value / value if measure.kind is Kind.AMOUNT else 1)


def _reading(scene: Scene, start: int, measure: _Measure, minus: bool, rough: bool | None = None) -> Reading:
    value = -measure.value if minus else measure.value
    if rough is None:
        rough = about(scene.text, start, measure.end)
        rough = rough or (measure.kind is not Kind.COUNT and scene.text.startswith("台", measure.end))
    return one(start, measure.end, measure.kind, number_of(value), measure.unit, rough)


def _currency(scene: Scene, start: int, pos: int, minus: bool) -> Reading | None:
    """¥1,980,000 and ¥1,980,000-."""
    run = _NUMERAL.match(scene.text, pos)
    value = parse_number(run.group()) if run else None
    if run is None or value is None or scene.text.startswith("円", run.end()) or value != int(value):
        return None
    unit = notation_unit(run.group())
    return one(start, run.end(), Kind.AMOUNT, int(-value if minus else value), unit, about_after(scene.text, run.end()))


def _fraction(match: re.Match[str], rough: bool) -> Reading | None:
    below, above = parse_number(match["below"]), parse_number(match["above"])
    if not below or above is None:
        return Reading(match.end())
    value = round(float(above / below), 6)
    return Reading(match.end(), (Quantity(match.start(), match.end(), Kind.RATIO, value, "分数", rough),))
