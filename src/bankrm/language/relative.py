"""Words that count from a day: 明日, 来週, 今月末, 昨年5月, 前年同月, 来期, 期末, 3日後.

They count from the text's own day. 翌月, 同年 and, beside dated figures, 前期 and 前年同月 count from the date or the year just named.
来期 on 2026-11-20 is the year that begins on 2027-04-01 where the year ends in March. A week is a period of days, Monday to Sunday.
毎月末 and 前年比 name no day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bankrm.language.dates import dated, month_tail, year_tail
from bankrm.language.fiscal import Interval, fiscal_year, fiscal_year_of, shift_month
from bankrm.language.numerals import parse_small
from bankrm.language.patterns import pattern
from bankrm.language.periods import period_tail, this_year, told_year
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.scene import Reading, Scene, about_after, one

_DAYS = {
    "一昨日": -2,
    "おととい": -2,
    "昨日": -1,
    "きのう": -1,
    "本日": 0,
    "今日": 0,
    "明日": 1,
    "あした": 1,
    "明後日": 2,
    "あさって": 2,
}
_WEEKS = {"先々週": -2, "先週": -1, "前週": -1, "今週": 0, "来週": 1, "再来週": 2}
_MONTHS = {"先々月": -2, "前々月": -2, "先月": -1, "今月": 0, "当月": 0, "本月": 0, "来月": 1, "再来月": 2}
_YEARS = {
    "一昨年": -2,
    "おととし": -2,
    "前々年": -2,
    "昨年": -1,
    "去年": -1,
    "今年": 0,
    "本年": 0,
    "来年": 1,
    "再来年": 2,
}
_TERMS = {"今期": 0, "当期": 0, "来期": 1, "次期": 1, "来々期": 2, "再来期": 2}
_FISCAL_YEARS = {
    "昨年度": -1,
    "一昨年度": -2,
    "今年度": 0,
    "本年度": 0,
    "当年度": 0,
    "来年度": 1,
    "次年度": 1,
    "再来年度": 2,
} | {
    word + kind: years
    for word, years in (("当", 0), ("前", -1), ("前々", -2), ("翌", 1))
    for kind in ("連結会計年度", "事業年度", "会計年度")
}
_TOLD_TERMS = {"前期": -1, "前々期": -2, "前年度": -1, "前々年度": -2, "翌期": 1, "翌年度": 1}
_SAME = {"前年同月": 12, "昨年同月": 12, "前月": 1, "前の月": 1, "前年": 12, "前の年": 12}
_FROM_TOLD = ("翌年", "翌月", "翌々月", "翌日", "同年", "同月")
_FIXED = ("月末", "年末", "年内", "月内", "年明け", "週明け", "期末", "年度末", "年度内", "期内")
_WORDS = {*_DAYS, *_WEEKS, *_MONTHS, *_YEARS, *_TERMS, *_FISCAL_YEARS, *_TOLD_TERMS, *_SAME, *_FROM_TOLD, *_FIXED}
_OF_TERM = pattern(r"(?P<word>当|今|前年?|来)(?=第[1-4一二三四]四半期|[上下]半?期|中間期)")
_WORD = pattern("|".join(sorted(_WORDS, key=len, reverse=True)))
_NOT_AFTER = pattern(r"[該担以従由説証不判照公発透昨毎当各全]")
_NOT_BEFORE = pattern(
    r"(?:末|同月|同期|同四半期)?(?:(?:対比|比|並み|割れ|対|差|増減)(?!象|策|応|外)|同期|同四半期)|純利?|利益|損|未処|繰越|間(?!近|に)|社長|代表|後継|経営者|計画|的|風|調整|年始|商戦"
)
_SETTLEMENT = pattern(r"締|〆|払(?![込っ戻])|残高|平均")
_DAY_OF_MONTH = pattern(r"の?(?P<d>[0-9]{1,2})日(?!間)")
_WEEKDAY = pattern(r"の?(?P<w>[月火水木金土日])(?:曜日?|(?=[、。にまは)の]|$))")
_WEEK_PART = pattern(r"の?(?:頭|初め|はじめ|前半|半ば|後半|末)")
_LATER = pattern(r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十]) ?(?P<unit>日|週間)後(?=に|まで|には|を(?:め|目)|、|。|$)")
_EVERY = pattern(r"毎(?:月|年|週|日)?(?:の?[0-9]{1,2}(?:月末?|日)(?:[0-9]{1,2}日)?|末日?|月末)?")


def read_relative(scene: Scene, pos: int) -> Reading | None:
    """A word that counts from the day; read over without a value where no day is known or nothing definite is meant."""
    if term := _OF_TERM.match(scene.text, pos):
        years = {"前": -1, "来": 1}.get(term["word"][0], 0)
        return _term(scene, pos, term.end(), years) or Reading(term.end())
    match = _WORD.match(scene.text, pos)
    if not match or (pos and _NOT_AFTER.match(scene.text, pos - 1)):
        return None
    if _NOT_BEFORE.match(scene.text, match.end()):
        return Reading(match.end())
    word = match.group()
    for table, read in _READERS:
        if word in table:
            return read(scene, pos, match.end(), table[word]) or Reading(_past_tail(scene, match.end()))
    return _fixed(scene, pos, match.end(), word) or Reading(_past_tail(scene, match.end()))


def read_every(scene: Scene, pos: int) -> Reading | None:
    """毎月20日, 毎年12月: no day."""
    match = _EVERY.match(scene.text, pos)
    return Reading(match.end()) if match else None


def read_later(scene: Scene, pos: int) -> Reading | None:
    """3日後に, 2週間後まで: counted from the day, unless from another (訪問日の3日後, 検収から14日後)."""
    match = _LATER.match(scene.text, pos)
    if (
        not match
        or scene.today is None
        or scene.text[max(0, pos - 2) : pos].endswith(("の", "から", "より", "後", "日", "("))
    ):
        return None
    count = parse_small(match["n"]) or 0
    day = scene.today + timedelta(days=count * (7 if match["unit"] == "週間" else 1))
    return one(
        pos,
        match.end(),
        Kind.DATE,
        day.isoformat(),
        "",
        match["unit"] == "週間" or about_after(scene.text, match.end()),
    )


def _past_tail(scene: Scene, end: int) -> int:
    """Where a word's own day ends when no value can be given: 来年4月1日 is passed over whole."""
    tail = re.compile(r"の?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?末?").match(scene.text, end)
    return tail.end() if tail else end


def _day(scene: Scene, start: int, end: int, days: int) -> Reading | None:
    if scene.today is None:
        return None
    day = scene.today + timedelta(days=days)
    return dated(scene, start, end, day.year, day.month, day.day)


def _week(scene: Scene, start: int, end: int, weeks: int) -> Reading | None:
    if scene.today is None:
        return None
    monday = scene.today + timedelta(days=7 * weeks - scene.today.weekday())
    weekday = _WEEKDAY.match(scene.text, end)
    if weekday:
        day = monday + timedelta(days="月火水木金土日".index(weekday["w"]))
        return one(start, weekday.end(), Kind.DATE, day.isoformat())
    part = _WEEK_PART.match(scene.text, end)
    week = Interval(PartialDate.of(monday), PartialDate.of(monday + timedelta(days=6)))
    return one(start, part.end() if part else end, Kind.PERIOD, str(week), "", bool(part))


def _month(scene: Scene, start: int, end: int, months: int) -> Reading | None:
    return _of_month(scene, start, end, scene.month_today(), months)


def _of_month(scene: Scene, start: int, end: int, base: PartialDate | None, months: int) -> Reading | None:
    if base is None:
        return None
    month = shift_month(base, months)
    day = _DAY_OF_MONTH.match(scene.text, end)
    if day:
        return dated(scene, start, day.end(), month.year, month.month, int(day["d"]))
    return month_tail(scene, start, end, month.year, month.month)


def _year(scene: Scene, start: int, end: int, years: int) -> Reading | None:
    return _of_year(scene, start, end, scene.today.year + years) if scene.today else None


def _of_year(scene: Scene, start: int, end: int, year: int) -> Reading:
    has_no = re.compile(r"の(?=[0-9]{1,2}月)").match(scene.text, end)
    return year_tail(scene, start, has_no.end() if has_no else end, year)


def _term(scene: Scene, start: int, end: int, years: int) -> Reading | None:
    year = this_year(scene)
    return period_tail(scene, start, end, year.shifted(years)) if year else None


def _told_term(scene: Scene, start: int, end: int, years: int) -> Reading | None:
    year = told_year(scene) or (this_year(scene) if years < 0 else None)
    return period_tail(scene, start, end, year.shifted(years)) if year else None


def _same_before(scene: Scene, start: int, end: int, months: int) -> Reading | None:
    told = scene.told_date() if months == 12 or scene.text[start:end] == "前の月" else None
    base = PartialDate(told.year, told.month) if told and told.month else scene.month_today()
    if base is None:
        return None
    if scene.text[end - 1] == "年":
        return _of_year(scene, start, end, base.year - 1)
    return _of_month(scene, start, end, base, -months)


def _fixed(scene: Scene, start: int, end: int, word: str) -> Reading | None:
    if word in _FROM_TOLD:
        return _after_told(scene, start, end, word)
    today = scene.today
    if today is None or _SETTLEMENT.match(scene.text, end):
        return None
    fiscal = fiscal_year(fiscal_year_of(today, scene.year_end_month), scene.year_end_month)
    month = PartialDate(today.year, today.month)
    known: dict[str, tuple[Kind, str, bool]] = {
        "月末": (Kind.DATE, month.last_day().isoformat(), False),
        "年末": (Kind.DATE, date(today.year, 12, 31).isoformat(), False),
        "年内": (Kind.YEAR, f"{today.year:04}", False),
        "月内": (Kind.MONTH, str(month), False),
        "年明け": (Kind.MONTH, f"{today.year + 1:04}-01", True),
        "週明け": (Kind.DATE, (today + timedelta(days=7 - today.weekday())).isoformat(), True),
        "期末": (Kind.DATE, fiscal.last_day().isoformat(), False),
        "年度末": (Kind.DATE, fiscal.last_day().isoformat(), False),
        "年度内": (Kind.PERIOD, str(fiscal), False),
        "期内": (Kind.PERIOD, str(fiscal), False),
    }
    kind, value, rough = known[word]
    return one(start, end, kind, value, "", rough or about_after(scene.text, end))


def _after_told(scene: Scene, start: int, end: int, word: str) -> Reading | None:
    """翌月10日, 翌年3月, 同年6月: from the date last named; alone, 同年 and 同月 say nothing new."""
    told = scene.told_date()
    if told is None or _SETTLEMENT.match(scene.text, end):
        return None
    if word in ("翌年", "同年"):
        reading = _of_year(scene, start, end, told.year + (word == "翌年"))
        return reading if word == "翌年" or reading.end > end else None
    if word == "翌日":
        if told.day is None:
            return None
        day = told.first_day() + timedelta(days=1)
        return dated(scene, start, end, day.year, day.month, day.day)
    if told.month is None:
        return None
    reading = _of_month(scene, start, end, told, {"翌月": 1, "翌々月": 2, "同月": 0}[word]) or Reading(end)
    return reading if word != "同月" or reading.end > end else None


_READERS: tuple[tuple[dict[str, int], Callable[[Scene, int, int, int], Reading | None]], ...] = (
    (_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month), (_FISCAL_YEARS, _term), (_YEARS, _year), (_TERMS, _term),
    (_TOLD_TERMS, _told_term), (_SAME, _same_before),
)  # fmt: skip
