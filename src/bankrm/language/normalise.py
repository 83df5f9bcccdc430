"""The one door to amounts, ratios, counts, dates, periods, durations and times in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bankrm.language.dates import read_dated, read_day, read_eight_digits, read_joined_day, read_month, read_slash_day
from bankrm.language.durations import read_bare_days, read_duration, read_half
from bankrm.language.fiscal import fiscal_year
from bankrm.language.folding import fold
from bankrm.language.measures import (
    read_bracketed,
    read_column_number,
    read_foreign,
    read_heading,
    read_measure,
    read_signed,
    read_vague,
    skip_number,
)
from bankrm.language.numerals import KANJI, KANJI_START
from bankrm.language.patterns import pattern
from bankrm.language.periods import period_tail, read_part
from bankrm.language.quantities import Quantity
from bankrm.language.relative import read_every, read_later, read_relative
from bankrm.language.scene import Reader, Reading, Scene
from bankrm.language.times import read_time

_FY = pattern(r"FY ?(?P<y>20[0-9]{2}|[0-9]{2})(?![0-9])")
_ORDINAL = pattern(r"第 ?[0-9一二三四五六七八九十百]+(?:[,、・~-][0-9]+)*(?:期(?!間)|[条項号回次章版版])?")


def find_quantities(text: str, today: date | None = None, year_end_month: int = 3) -> tuple[Quantity, ...]:
    """Every measured thing in `text`, in order and never overlapping; spans count code points of `text` as given.

    `today` resolves what lacks a year and what counts from a day (5/20, 来月末); without it such forms give nothing. `year_end_month` is
    the month in which the firm closes its books. Vague (数千万円), malformed (1,5百万円) and impossible (2月30日) things give nothing.
    """
    return _find(text, today, year_end_month)


@lru_cache(maxsize=8192)
def _find(text: str, today: date | None, year_end_month: int) -> tuple[Quantity, ...]:
    folded = fold(text)
    scene = Scene(folded.text, today, year_end_month)
    _read_all(scene)
    if isinstance(folded.origins, range):
        return tuple(scene.found)
    spans = [folded.span(quantity.start, quantity.end) for quantity in scene.found]
    return tuple(replace(q, start=start, end=end) for q, (start, end) in zip(scene.found, spans, strict=True))


def _read_all(scene: Scene) -> None:
    position = 0
    while match := _TRIGGER.search(scene.text, position):
        position = match.end()
        for reader in _READERS[match.group()]:
            reading = reader(scene, match.start())
            if reading is not None:
                scene.found.extend(reading.items)
                position = reading.end
                break


def _read_fy(scene: Scene, pos: int) -> Reading | None:
    """FY2025, FY25: as 2025年度."""
    match = _FY.match(scene.text, pos)
    if not match:
        return None
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    return period_tail(scene, pos, match.end(), fiscal_year(year, scene.year_end_month))


def _read_after_letter(scene: Scene, pos: int) -> Reading | None:
    """A4, NC-200, T4-123: part of a name, unless money or a share follows."""
    if not pos or not (scene.text[pos - 1].isascii() and scene.text[pos - 1].isalpha()):
        return None
    reading = read_measure(scene, pos)
    return reading or skip_number(scene, pos)


def _skip_ordinal(scene: Scene, pos: int) -> Reading | None:
    match = _ORDINAL.match(scene.text, pos)
    return Reading(match.end()) if match else None


def _read_table() -> dict[str, tuple[Reader, ...]]:
    """Which readers to ask, in order, by the character at which something may begin."""
    number: tuple[Reader, ...] = (
        _read_after_letter, read_eight_digits, read_dated, read_later, read_joined_day, read_month, read_time, read_slash_day, read_part,
        read_duration, read_measure, read_day, read_bare_days, read_column_number, skip_number,
    )  # fmt: skip
    table: dict[str, tuple[Reader, ...]] = dict.fromkeys("0123456789", number)
    kanji: tuple[Reader, ...] = (
        read_dated,
        read_later,
        read_month,
        read_vague,
        read_duration,
        read_measure,
        skip_number,
    )
    table |= dict.fromkeys(KANJI_START, kanji) | dict.fromkeys(set(KANJI) - set(KANJI_START), (read_vague,))
    table |= dict.fromkeys("$€£", (read_foreign,))
    table |= dict.fromkeys("▲△-+¥", (read_signed,)) | {"マ": (read_signed,), "プ": (read_signed,)}
    table |= dict.fromkeys("RHST令平昭大明西'", (read_dated,)) | {"M": (read_dated,)}
    table |= dict.fromkeys("慶元寛正承万延享安嘉文弘宝貞天", (read_dated,))
    for first in "今本昨去来再先前当次翌年月週期同おきあ":
        table[first] = (read_relative,)
    for first in "明一":
        table[first] = (read_relative, *table[first])
    table["万"] = (read_vague, read_dated)
    table["午"] = table["朝"] = table["夜"] = table["夕"] = table["昼"] = table["深"] = table["早"] = table[
        "P"
    ] = table["A"] = (read_time,)
    table["正"] = (read_time, read_dated)
    table["今"] = (read_time, read_relative)
    table["上"] = table["下"] = table["中"] = table["Q"] = (read_part,)
    table["第"] = (read_part, _skip_ordinal)
    return table | {"半": (read_half,), "毎": (read_every,), "F": (_read_fy,), "(": (read_bracketed,), "[": (read_heading,), "単": (read_heading,)} | dict.fromkeys("数何幾", (read_vague,))  # fmt: skip


_READERS = _read_table()
_TRIGGER = pattern("[" + "".join(re.escape(char) for char in sorted(_READERS)) + "]")
