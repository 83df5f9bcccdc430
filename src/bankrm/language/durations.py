"""Lengths of time: 7年6か月, 据置6か月, 1年半, 3週間, 90日間, 24時間, 半年; a range gives two (3〜5年)."""

from __future__ import annotations

import re
from decimal import Decimal

from bankrm.language.numerals import DIGITS, KANJI_START, NUMERAL, parse_number
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.scene import Reading, Scene, about, one

_N = rf"(?<![0-9])(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?|[{KANJI_START}]{{1,4}})"
"""A number from its first digit on: from within a long run of digits it would be tried at each of them."""
_KA = "[かカヶヵケゕ箇個]"
MONTHS_LONG = rf"{_KA}月"
_YEARS = pattern(
    rf"(?P<y>{_N}) ?(?:{_KA}年|年)(?![度生代式版次産頃々])(?P<half>半)?(?:間 ?(?:と ?)?|と ?| )?"
    rf"(?:(?P<m>{_N}) ?{MONTHS_LONG}(?P<mhalf>半)?)?間?"
)
_MONTHS = pattern(rf"(?P<m>{_N}) ?(?:{MONTHS_LONG}(?P<mhalf>半)?間?|月間)")
_WEEKS = pattern(rf"(?P<w>{_N}) ?週(?![末明刊])(?:間)?(?P<half>半)?")
_HOURS = pattern(rf"(?<![0-9])(?P<h>{NUMERAL}) ?時間(?P<half>半)?(?: ?(?P<min>[0-9]{{1,2}}) ?分間?)?")
_MINUTES = pattern(r"(?<![0-9])(?P<min>[0-9]+(?:\.[0-9]+)?) ?(?P<unit>分|秒)(?![のけ野割類散析])(?P<half>半)?間?")
_HALF = pattern(r"半(?P<unit>年|月(?!板)|日)(?!度)間?")
_DAYS = pattern(rf"(?P<d>{_N}) ?日(?P<kan>間)?(?P<half>半)?")
_DAYS_CUE = pattern(
    r" ?(?:以内|以上|未満|程度|ほど|くらい|ぐらい|かか|掛か|分(?!け)|後|前|ぶり|遅れ|遅延|超|余|早|連続|サイト|手形|短縮|延長|足らず|弱|強(?!化)"
    r"|短[くかまめい]|長[くい]|前倒|延[びば]|縮|遅ら|ずれ|に(?:短縮|延長)|の(?:遅|差|猶予|余裕|ずれ|短縮|延長|延滞|前倒)|だけ[早遅長短]"
    r"|たらず|平均|ずつ|あたり|当たり|あれば|あ[りるっ]|で(?=完了|終|済|届|仕上)|に[0-9]|[0-9]+時間)"
)
_DAYS_HEAD = ("残り", "あと", "サイト", "期間", "回転", "最短", "最長", "最大", "わずか", "延べ", "合計", "検収後", "納品後", "締め後", "週", "中", "日数", "から", "丸", "まる", "約")  # fmt: skip
_FEW_DAYS = pattern(r"(?P<a>[1-9]) ?(?:~|-|、|から) ?(?P<b>[2-9]|10) ?日(?!付)")
_RANGE_LINK = pattern(rf"(?P<n>{_N}) ?(?:~|-|から|ないし|、) ?")
_NTH = pattern(r"目(?![標的安途立])")
_SINGLE_VALUE = pattern(r"P(T?)([0-9.]+)([YMWDHS])")


def read_duration(scene: Scene, pos: int) -> Reading | None:
    """A length of time at this place; days only where the words around say that no day of the month is meant."""
    text = scene.text
    spelled = _spelled(text, pos)
    if spelled is None:
        return _range(scene, pos)
    end, value = spelled
    if nth := _NTH.match(text, end):
        return _nth(text, pos, nth.end())
    return one(pos, end, Kind.DURATION, value, "", about(text, pos, end))


def read_half(scene: Scene, pos: int) -> Reading | None:
    """半年, 半月, 半日."""
    match = _HALF.match(scene.text, pos)
    if not match or (pos and scene.text[pos - 1] in "上下前後夜大過"):
        return None
    value = {"年": "P6M", "月": "P0.5M", "日": "P0.5D"}[match["unit"]]
    return one(pos, match.end(), Kind.DURATION, value, "", about(scene.text, pos, match.end()))


def says_length(text: str, end: int) -> bool:
    """Whether what follows 日 says that days are counted (以内, 遅れ, 間)."""
    return bool(_DAYS_CUE.match(text, end) or _NTH.match(text, end))


def read_bare_days(scene: Scene, pos: int) -> Reading | None:
    """20日 where no day is given to say of which month: taken as a length."""
    match = _DAYS.match(scene.text, pos)
    if not match or not match["d"][0].isascii():
        return None
    value = _number(match["d"])
    return (
        one(pos, match.end(), Kind.DURATION, f"P{value}D", "", about(scene.text, pos, match.end())) if value else None
    )


def _spelled(text: str, pos: int) -> tuple[int, str] | None:
    for reader in (_years, _months, _weeks, _days, _hours, _minutes):
        found = reader(text, pos)
        if found:
            return found
    return None


def _number(run: str) -> str | None:
    """The run as ISO 8601 writes it; None where it is no number."""
    value = parse_number(run)
    if value is None:
        return None
    return str(int(value)) if value == int(value) else str(value.normalize())


def _years(text: str, pos: int) -> tuple[int, str] | None:
    match = _YEARS.match(text, pos)
    if not match or _looks_like_calendar_year(match["y"]):
        return None
    years = _number(match["y"])
    if years is None or (match["m"] and match["half"]):
        return None
    months = "6" if match["half"] else _months_of(match["m"], match["mhalf"])
    end = match.end()
    while text[end - 1] in " と":  # 「3年と」 with no months after it
        end -= 1
    return end, f"P{years}Y{months}M" if months else f"P{years}Y"


def _looks_like_calendar_year(run: str) -> bool:
    return len(run) == 4 and (run.isascii() or all(char in DIGITS for char in run))


def _months_of(run: str | None, half: str | None) -> str | None:
    months = _number(run) if run else None
    return str(Decimal(months) + Decimal("0.5")) if months and half else months


def _months(text: str, pos: int) -> tuple[int, str] | None:
    match = _MONTHS.match(text, pos)
    months = _months_of(match["m"], match["mhalf"]) if match else None
    return (match.end(), f"P{months}M") if match and months else None


def _weeks(text: str, pos: int) -> tuple[int, str] | None:
    match = _WEEKS.match(text, pos)
    weeks = _number(match["w"]) if match else None
    if not match or weeks is None:
        return None
    return match.end(), f"P{Decimal(weeks) + Decimal('0.5')}W" if match["half"] else f"P{weeks}W"


def _days(text: str, pos: int) -> tuple[int, str] | None:
    match = _DAYS.match(text, pos)
    days = _number(match["d"]) if match else None
    if not match or days is None:
        return None
    if not match["kan"]:
        arabic = match["d"][0].isascii()
        cue = (
            _DAYS_CUE.match(text, match.end())
            or _NTH.match(text, match.end())
            or text.endswith(_DAYS_HEAD, max(0, pos - 4), pos)
        )
        if not arabic or not (cue or Decimal(days) > 31):
            return None
    return match.end(), f"P{Decimal(days) + Decimal('0.5')}D" if match["half"] else f"P{days}D"


def _hours(text: str, pos: int) -> tuple[int, str] | None:
    match = _HOURS.match(text, pos)
    hours = _number(match["h"]) if match else None
    if not match or hours is None:
        return None
    minutes = "30" if match["half"] else match["min"]
    return match.end(), f"PT{hours}H{int(minutes)}M" if minutes else f"PT{hours}H"


def _minutes(text: str, pos: int) -> tuple[int, str] | None:
    match = _MINUTES.match(text, pos)
    if not match:
        return None
    number = Decimal(match["min"]) + (Decimal("0.5") if match["half"] else 0)
    return match.end(), f"PT{number}{'M' if match['unit'] == '分' else 'S'}"


def _few_days(scene: Scene, pos: int) -> Reading | None:
    """2、3日: a few days, where no month before them says that days of it are meant."""
    match = _FEW_DAYS.match(scene.text, pos)
    if not match or int(match["b"]) != int(match["a"]) + 1 or scene.linked(pos):
        return None
    first = Quantity(pos, match.end("a"), Kind.DURATION, f"P{match['a']}D", "", True)
    return Reading(
        match.end(), (first, Quantity(match.start("b"), match.end(), Kind.DURATION, f"P{match['b']}D", "", True))
    )


def _range(scene: Scene, pos: int) -> Reading | None:
    """3〜5年, 2、3か月: the first takes the unit of the second."""
    if few := _few_days(scene, pos):
        return few
    link = _RANGE_LINK.match(scene.text, pos)
    found = _spelled(scene.text, link.end()) if link else None
    unit = _SINGLE_VALUE.fullmatch(found[1]) if found else None
    low = _number(link["n"]) if link else None
    if not (link and found and unit and low) or Decimal(low) >= Decimal(unit[2]):
        return None
    spoken = "、" in link.group()
    if spoken and not (len(low) == 1 and Decimal(low) + 1 == Decimal(unit[2])):
        return None
    rough = spoken or about(scene.text, pos, found[0])
    first = Quantity(pos, pos + len(link["n"]), Kind.DURATION, f"P{unit[1]}{low}{unit[3]}", "", rough)
    return Reading(found[0], (first, Quantity(link.end(), found[0], Kind.DURATION, found[1], "", rough)))


def _nth(text: str, start: int, end: int) -> Reading:
    """3年目, 8日目: a count of its own."""
    number = re.match(r"[0-9]+", text[start:])
    if not number:
        return Reading(end)
    return one(start, end, Kind.COUNT, int(number.group()), text[start + number.end() : end].strip())
