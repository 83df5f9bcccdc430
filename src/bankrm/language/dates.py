"""Dates, months and years as written: 令和8年5月20日, R8.5.20, 2026/5/20, 20260520, 5/20, 5月20日(水), 3月末, 6月下旬.

What lacks a year lies in the year of the text's day, or in that of the date it is joined to (2025年10月〜3月 ends in 2026). Two digits
before 年…月 are the common calendar (25年3月), one digit is 令和 (8年5月20日). A date that cannot be gives nothing, and no part of it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bankrm.language import eras
from bankrm.language.durations import says_length
from bankrm.language.fiscal import Interval, fiscal_year, shift_month, year_closing
from bankrm.language.numerals import parse_small
from bankrm.language.patterns import pattern
from bankrm.language.periods import has_part, period_tail
from bankrm.language.quantities import Kind, PartialDate, Quantity
from bankrm.language.scene import Reading, Scene, about, about_before, one

_G = r"[ ]{0,2}"
_KANJI_SMALL = "[一二三四五六七八九十]{1,3}"
_NAMES = "|".join(era.name for era in (*eras.MODERN, *eras.OLDER))
_YEAR = pattern(
    rf"(?:(?P<era>{_NAMES}){_G}(?P<n>元|[0-9]{{1,2}}|{_KANJI_SMALL})|(?P<letter>[RHSTM])[ .]?(?P<ln>[0-9]{{1,2}}|元)"
    r"|(?P<short>[令平昭大明])(?P<sn>[0-9]{1,2}|元)"
    rf"|(?:西暦{_G})?(?P<full>[0-9]{{4}}|[〇一二三四五六七八九]{{4}})|'?(?P<yy>[0-9]{{1,2}}))(?![0-9])"
)
_FISCAL = pattern(rf"{_G}年度")
_NEN = pattern(rf"{_G}年")
_SEPARATED = pattern(r"(?P<sep>[./・,-])(?P<m>[0-9]{1,2})(?:(?P=sep)(?P<d>[0-9]{1,2}))?(?!(?:(?P=sep))?[0-9])")
_SLASH_DAY = pattern(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})(?![0-9/%]|\.[0-9])")
_SLASH_DAYS_END = pattern(r" ?[~-] ?(?P<d>[0-9]{1,2})(?![0-9/.,:%月日年時分名人件億万千百円か個社台件])")
_SLASH_FRACTION = pattern(r"(?P<n>[1-9])/(?P<d>[2-9]|10)(?![0-9/])")
_FRACTION_AFTER = pattern(
    r" ?(?:以内|以上|以下|未満|超|程度|相当|[をが]?補助|を超|の株|の賛成|の議決|に相当|にあた|が目安)"
)
_FRACTION_BEFORE = ("率", "率は", "割合", "割合は", "約", "上限", "比率は", "補助")
_EIGHT = pattern(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9,.]?[0-9]|[-/][0-9]|[円株台個人名件万千百億A-Za-z])"
)
_NUMBERED = pattern(r"(?:番号|No\.?|CIF|コード|口座|ID|#)[:は ]*$", re.IGNORECASE)
_MONTH = pattern(rf"/?{_G}(?P<m>[0-9]{{1,2}}|{_KANJI_SMALL}){_G}月(?!間|[0-9]+回|謝|経)")
_MONTHS = pattern(
    rf"/?{_G}(?P<first>(?P<a>[0-9]{{1,2}})(?:{_G}月)?){_G}(?:~|-|から|・){_G}(?P<b>[0-9]{{1,2}}){_G}月(?P<term>期)?(?!間)"
)
_DAY = pattern(rf"/?{_G}(?P<d>[0-9]{{1,2}}|{_KANJI_SMALL}){_G}日(?!間)")
_DAY_ALONE = pattern(rf"(?P<d>[0-9]{{1,2}}){_G}日(?![々本間]|付き)")
_DAYS = pattern(
    rf"(?P<first>(?P<a>[0-9]{{1,2}})(?:{_G}日)?){_G}(?:~|-|から|・|、){_G}(?P<b>[0-9]{{1,2}}){_G}日(?![々本間]|付き)"
)
_YEARS = pattern(
    rf"(?P<first>(?P<a>(?:19|20)[0-9]{{2}})(?:{_G}年度?)?){_G}(?:~|-){_G}(?P<b>(?:19|20)?[0-9]{{2}}){_G}年(?P<fiscal>度)?(?![0-9間代])"
)
_WEEKDAY = pattern(
    r" ?(?:[(\[](?:祝|[月火水木金土日](?:曜日?)?)(?:[・/,、](?:祝日?|振休|休))?[)\]]|[月火水木金土日]曜日?)"
)
_MONTH_PART = pattern(
    r" ?(?:(?P<term>期(?![間限日待]))|(?P<mid>中間期)|(?P<end>の?末日?)|(?P<rough>の?(?:上旬|中旬|下旬|初旬|初め|はじめ|始め|頭|半ば|なかば|中頃|中ごろ|前半|後半)|頃|ごろ|ころ))"
)
_TERM = pattern(r" ?(?:期(?![間限日待])|末)")
_TERM_ALONE = pattern(r"期(?![間限日待])|決算")
_TERM_WORDS = {"今": 0, "当": 0, "前": -1, "来": 1}
_TERM_SAID = pattern(r" ?(?:実績|見込|計画|予想|予算|決算)")
_NO_SUCH_YEAR = pattern(r"年度?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?")
_UNTIL = pattern(r"~|から")
_SLASH_MONTH = pattern(r"/(?P<m>[0-9]{1,2})(?![0-9])")
_MONTH_FOLLOWED = pattern(rf"末|期|上旬|中旬|下旬|初旬|頃|に|は|の|から|まで|より|、|。|$|\)|{_KANJI_SMALL}日")
_YEAR_PART = pattern(
    r"(?:(?P<end>末)|(?P<rough>の?(?:初頭?|半ば|前半|後半|春|夏|秋|冬)(?:頃|ごろ)?|頃|ごろ|ころ|前後))"
)
_NO_YEAR = pattern(r"代|目|生(?![まれ産])|式|問題|債|次")
_SETTLEMENT = pattern(r" ?(?:締|〆|払い|払(?![込っ戻])|支払い?サイト)")


@dataclass(frozen=True, slots=True)
class _Year:
    """A year as read: `era` where the notation names one, `sure` unless two digits might be a length of time."""

    value: int
    end: int
    era: eras.Era | None
    sure: bool


def read_dated(scene: Scene, pos: int) -> Reading | None:
    """A date, month, year or fiscal period that begins with its year."""
    if years := _YEARS.match(scene.text, pos):
        return _year_range(scene, pos, years)
    match = _YEAR.match(scene.text, pos)
    year = _year(scene, match) if match else None
    if match is None or year is None:
        return _pass_no_year(scene, match) if match else None
    after = _FISCAL.match(scene.text, year.end)
    if after:
        return period_tail(scene, pos, after.end(), fiscal_year(year.value, scene.year_end_month))
    after = _NEN.match(scene.text, year.end)
    if after:
        return _after_nen(scene, pos, after.end(), year)
    return _separated(scene, pos, year)


def read_eight_digits(scene: Scene, pos: int) -> Reading | None:
    """20260520; eight digits that are no day, or that follow 番号 or 口座, are no date."""
    match = _EIGHT.match(scene.text, pos)
    if not match or _NUMBERED.search(scene.text, max(0, pos - 6), pos):
        return None
    return dated(scene, pos, match.end(), int(match["y"]), int(match["m"]), int(match["d"]))


def read_slash_day(scene: Scene, pos: int) -> Reading | None:
    """5/20, 11/20〜22; 補助率2/3 and 1/2以内 are shares."""
    text = scene.text
    share = _SLASH_FRACTION.match(text, pos)
    if share and int(share["n"]) < int(share["d"]) and _is_share(text, share):
        value = round(int(share["n"]) / int(share["d"]), 6)
        return one(pos, share.end(), Kind.RATIO, value, "分数", about(text, pos, share.end()))
    match = _SLASH_DAY.match(text, pos)
    if not match or (pos and text[pos - 1] == "/"):
        return None
    month, day = int(match["m"]), int(match["d"])
    first = dated(scene, pos, match.end(), _year_of_month(scene, pos, month), month, day)
    last = _SLASH_DAYS_END.match(text, match.end())
    if not last or not first.items or int(last["d"]) <= day:
        return first
    second = dated(scene, last.start("d"), last.end(), _year_of_month(scene, pos, month), month, int(last["d"]))
    return Reading(last.end(), first.items + second.items) if second.items else first


def read_month(scene: Scene, pos: int) -> Reading | None:
    """5月20日, 5月, 5月末, 6月下旬 without a year; 4〜6月期."""
    months = _MONTHS.match(scene.text, pos)
    if months and 1 <= int(months["a"]) <= 12:
        return _month_range(scene, pos, months, _year_of_month(scene, pos, int(months["a"])))
    match = _MONTH.match(scene.text, pos)
    if not match or (not match["m"].isascii() and not _kanji_month(scene.text, pos, match.end())):
        return None
    month = parse_small(match["m"])
    if _TERM_ALONE.match(scene.text, match.end()):
        return _term_alone(scene, pos, match.end() + 1, month)
    return month_tail(scene, pos, match.end(), _year_of_month(scene, pos, month), month)


def read_day(scene: Scene, pos: int) -> Reading | None:
    """20日: of the month just named (11月20日から22日), else of this month. 20日締め and 毎月20日 are no days."""
    days = _DAYS.match(scene.text, pos)
    if days and 1 <= int(days["a"]) < int(days["b"]) and not says_length(scene.text, days.end()):  # 7日から13日後
        return _day_range(scene, pos, days)
    match = _DAY_ALONE.match(scene.text, pos)
    if not match:
        return None
    if _SETTLEMENT.match(scene.text, match.end()):
        return Reading(match.end())
    last = scene.linked(pos)
    if last and last.kind is Kind.DATE:
        month: PartialDate | None = last.partial_date()
        if month and int(match["d"]) < (month.day or 0) and _UNTIL.search(scene.text, last.end, pos):
            month = shift_month(month, 1)
    elif last and last.kind is Kind.MONTH:
        return None
    else:
        month = scene.month_today()
    if month is None:
        return None
    return dated(scene, pos, match.end(), month.year, month.month, int(match["d"]))


def read_joined_day(scene: Scene, pos: int) -> Reading | None:
    """The second day of 8月21日から23日, before 23日 can be taken for a length of time."""
    last = scene.linked(pos)
    match = _DAY_ALONE.match(scene.text, pos) if last and last.kind is Kind.DATE else None
    if not match or int(match["d"]) > 31 or says_length(scene.text, match.end()):
        return None
    return read_day(scene, pos)


def year_tail(scene: Scene, start: int, end: int, year: int) -> Reading:
    """What may follow a year that is sure: a month, a part of the year, or nothing. Used by 来年 and 同年 too."""
    return _after_nen(scene, start, end, _Year(year, end, None, True)) or Reading(end)


def month_tail(
    scene: Scene, start: int, end: int, year: int | None, month: int | None, era: eras.Era | None = None
) -> Reading:
    """What may follow 月: a day, 末, 下旬, 期, or nothing. No year known or no such month: read over, no value."""
    text = scene.text
    days = _DAYS.match(text, end)
    if days and days["first"].isdigit() and int(days["a"]) < int(days["b"]) and year is not None and month is not None:
        return _days_of_month(scene, start, days, PartialDate(year, month))
    day = _DAY.match(text, end)
    if day:
        if _SETTLEMENT.match(text, day.end()):
            return Reading(day.end())
        return dated(scene, start, day.end(), year, month, parse_small(day["d"]), era)
    part = _MONTH_PART.match(text, end)
    stop = part.end() if part else end
    if year is None or month is None or not 1 <= month <= 12 or (era and not eras.possible(era, year, month)):
        return Reading(stop)
    if part is None:
        return one(start, end, Kind.MONTH, f"{year:04}-{month:02}", "", about_before(text, start))
    if part["rough"]:
        return one(start, stop, Kind.MONTH, f"{year:04}-{month:02}", "", True)
    if part["end"]:
        if _SETTLEMENT.match(text, stop):
            return Reading(stop)
        approx = about(text, start, stop)
        return one(start, stop, Kind.DATE, PartialDate(year, month).last_day().isoformat(), "", approx)
    closing = year_closing(year, month)
    if part["mid"]:
        return one(start, stop, Kind.PERIOD, str(closing.part(6, 2)))
    return period_tail(scene, start, stop, closing)


def dated(
    scene: Scene,
    start: int,
    end: int,
    year: int | None,
    month: int | None,
    day: int | None,
    era: eras.Era | None = None,
) -> Reading:
    """A full date with the weekday behind it; read over without a value where there is no such day."""
    weekday = _WEEKDAY.match(scene.text, end)
    stop = weekday.end() if weekday else end
    if year is None or month is None or day is None or (era and not eras.possible(era, year, month, day)):
        return Reading(stop)
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return Reading(stop)
    return one(start, stop, Kind.DATE, value, "", about(scene.text, start, stop))


def short_year(number: int, scene: Scene) -> int:
    """The calendar year of two digits: 25 → 2025, 98 → 1998; nearest to the day, never more than 50 years ahead."""
    century_year = 2000 + number
    limit = (scene.today.year if scene.today else 2025) + 50
    return century_year if century_year <= limit else 1900 + number


def _year(scene: Scene, match: re.Match[str]) -> _Year | None:
    notation = match["era"] or match["letter"] or match["short"]
    if notation:
        if (
            match["letter"]
            and match.start()
            and scene.text[match.start() - 1].isascii()
            and scene.text[match.start() - 1].isalnum()
        ):
            return None
        era = eras.BY_NOTATION[notation]
        number = parse_small(match["n"] or match["ln"] or match["sn"])
        return _Year(era.year(number), match.end(), era, True) if number else None
    if match["full"]:
        value = parse_small(match["full"]) or 0
        return _Year(value, match.end(), None, True) if 1600 <= value < 2200 else None
    number = int(match["yy"])
    if len(match["yy"]) == 1:
        return _Year(eras.MODERN[0].year(number), match.end(), eras.MODERN[0], False) if number else None
    return _Year(short_year(number, scene), match.end(), None, False)


def _pass_no_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """令和0年5月1日, 2500年3月: read over whole."""
    if match["letter"] or match["short"] or match["yy"]:
        return None
    rest = _NO_SUCH_YEAR.match(scene.text, match.end())
    return Reading(rest.end()) if rest else None


def _after_nen(scene: Scene, start: int, end: int, year: _Year) -> Reading | None:
    text = scene.text
    months = _MONTHS.match(text, end)
    if months and 1 <= int(months["a"]) <= 12:
        return _month_range(scene, start, months, year.value)
    month = _MONTH.match(text, end)
    if month:
        return month_tail(scene, start, month.end(), year.value, parse_small(month["m"]), year.era)
    if slash := _SLASH_MONTH.match(text, end):
        return month_tail(scene, start, slash.end(), year.value, int(slash["m"]), year.era)
    if has_part(text, end) and text[end : end + 2].strip("の ") not in ("前半", "後半"):
        return period_tail(scene, start, end, fiscal_year(year.value, scene.year_end_month), calendar=True)
    part = _YEAR_PART.match(text, end)
    if part and part["end"] and (year.sure or len(text[start:end]) > 2):
        return one(start, part.end(), Kind.DATE, date(year.value, 12, 31).isoformat())
    if not year.sure:
        return None
    if _NO_YEAR.match(text, end):
        return Reading(end)
    stop = part.end() if part else end
    return one(start, stop, Kind.YEAR, f"{year.value:04}", "", bool(part) or about_before(text, start))


def _separated(scene: Scene, pos: int, year: _Year) -> Reading | None:
    """R8.5.20, 2026/5/20, R8.5, 2026/5, 2026-05, 25/3期; 26.5.20 might be any calendar and is none."""
    text = scene.text
    match = _SEPARATED.match(text, year.end)
    if not match:
        return None
    sep, month = match["sep"], int(match["m"])
    if match["d"]:
        if not year.sure and not (sep == "/" and match.start() - pos == 2):
            return None
        return dated(scene, pos, match.end(), year.value, month, int(match["d"]), year.era)
    end = match.end() + text.startswith("月", match.end())
    if _TERM.match(text, end) and (sep in "/.-" if year.sure else sep in "/." and match.start() - pos == 2):
        return month_tail(scene, pos, end, year.value, month, year.era)
    if not year.sure and sep == "/" and match.start() - pos == 2 and _TERM_SAID.match(text, end) and 1 <= month <= 12:
        return one(pos, end, Kind.PERIOD, str(year_closing(year.value, month)))
    if not year.sure or (not year.era and (sep in ".,・" or (sep == "-" and len(match["m"]) != 2))):
        return None
    return month_tail(scene, pos, end, year.value, month, year.era)


def _month_range(scene: Scene, start: int, months: re.Match[str], year: int | None) -> Reading:
    first, last = int(months["a"]), int(months["b"])
    if year is None or not 1 <= last <= 12:
        return Reading(months.end())
    a, b = PartialDate(year, first), PartialDate(year + (last < first), last)
    if months["term"]:
        return one(start, months.end(), Kind.PERIOD, str(Interval(a, b)))
    tail = month_tail(scene, months.start("b"), months.end(), b.year, b.month)
    return Reading(tail.end, (Quantity(start, months.end("first"), Kind.MONTH, str(a), ""), *tail.items))


def _year_range(scene: Scene, start: int, years: re.Match[str]) -> Reading:
    """2024〜2026年, 2024-26年度."""
    first = int(years["a"])
    last = int(years["b"]) if len(years["b"]) == 4 else first // 100 * 100 + int(years["b"])
    if last <= first:
        return Reading(years.end())
    kind = Kind.PERIOD if years["fiscal"] else Kind.YEAR
    values = [str(fiscal_year(year, scene.year_end_month)) if years["fiscal"] else str(year) for year in (first, last)]
    items = (
        Quantity(start, years.end("first"), kind, values[0], ""),
        Quantity(years.start("b"), years.end(), kind, values[1], ""),
    )
    return Reading(years.end(), items)


def _term_alone(scene: Scene, start: int, end: int, month: int | None) -> Reading:
    """今3月期, 前3月期, 来3月期; 3月期 alone says when the books close, not in which year."""
    years = _TERM_WORDS.get(scene.text[start - 1 : start]) if start else None
    if scene.today is None or years is None or month is None or not 1 <= month <= 12:
        return Reading(end)
    closing = scene.today.year + (scene.today.month > month) + years
    return period_tail(scene, start - 1, end, year_closing(closing, month))


def _days_of_month(scene: Scene, start: int, days: re.Match[str], month: PartialDate) -> Reading:
    """11月20〜22日, 11月20・21日."""
    first = dated(scene, start, days.end("first"), month.year, month.month, int(days["a"]))
    last = dated(scene, days.start("b"), days.end(), month.year, month.month, int(days["b"]))
    if not first.items or not last.items:
        return Reading(last.end)
    return Reading(last.end, (replace(first.items[0], end=days.end("first")), *last.items))


def _day_range(scene: Scene, start: int, days: re.Match[str]) -> Reading | None:
    """21〜23日: the first day is of the second's month."""
    second = read_day(scene, days.start("b"))
    if second is None or not second.items:
        return second
    first = replace(second.items[0].partial_date(), day=int(days["a"]))
    return Reading(second.end, (Quantity(start, days.end("first"), Kind.DATE, str(first), ""), *second.items))


def _year_of_month(scene: Scene, pos: int, month: int | None) -> int | None:
    """The year of the date this one is joined to, or of the day it is read on."""
    last = scene.linked(pos)
    if last and month and last.kind in (Kind.DATE, Kind.MONTH):
        told = last.partial_date()
        turns = month < (told.month or 1) and bool(_UNTIL.search(scene.text, last.end, pos))
        return told.year + turns
    return scene.today.year if scene.today else None


def _kanji_month(text: str, pos: int, end: int) -> bool:
    """三月 where a month is meant: a day, 末, 期 or a particle follows, and no kanji stands before."""
    if pos and re.match(r"[一-鿿]", text[pos - 1]):
        return False
    return bool(_MONTH_FOLLOWED.match(text, end))


def _is_share(text: str, share: re.Match[str]) -> bool:
    return bool(_FRACTION_AFTER.match(text, share.end())) or text.endswith(
        _FRACTION_BEFORE, max(0, share.start() - 4), share.start()
    )
