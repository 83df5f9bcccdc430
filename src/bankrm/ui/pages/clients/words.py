"""The client page's own words: indicators, promises, papers, in the window's language."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from bankrm.application.queries.client_promises import ClientPromise, PromiseState
from bankrm.application.queries.client_talks import SaidRow
from bankrm.domain.business import HostItem
from bankrm.domain.documents import DocumentKind
from bankrm.domain.interactions import Party
from bankrm.insights.series import Reading, Series
from bankrm.language.formatting import rounded
from bankrm.language.meant import Limit
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.words import day_words, month_name, time_words

translate = QCoreApplication.translate
NONE = "—"
_SMALL_YEN = 10_000_000
_UNITS = {"ebitda_multiple": "倍", "turnover": "か月", "redemption": "年", "productivity": "千円/人"}
# what insights say in the bank's language: indicators, reasons and lines of a statement
SAID = (
    QT_TRANSLATE_NOOP("Clients", "売上増加率"), QT_TRANSLATE_NOOP("Clients", "営業利益率"),
    QT_TRANSLATE_NOOP("Clients", "労働生産性"), QT_TRANSLATE_NOOP("Clients", "EBITDA有利子負債倍率"),
    QT_TRANSLATE_NOOP("Clients", "営業運転資本回転期間"), QT_TRANSLATE_NOOP("Clients", "自己資本比率"),
    QT_TRANSLATE_NOOP("Clients", "債務償還年数"), QT_TRANSLATE_NOOP("Clients", "売上持続性"),
    QT_TRANSLATE_NOOP("Clients", "収益性"), QT_TRANSLATE_NOOP("Clients", "生産性"), QT_TRANSLATE_NOOP("Clients", "健全性"),
    QT_TRANSLATE_NOOP("Clients", "効率性"), QT_TRANSLATE_NOOP("Clients", "安全性"),
    QT_TRANSLATE_NOOP("Clients", "前期の売上高が0以下"), QT_TRANSLATE_NOOP("Clients", "売上高が0以下"),
    QT_TRANSLATE_NOOP("Clients", "従業員数が0"), QT_TRANSLATE_NOOP("Clients", "営業利益と減価償却費の合計が0以下"),
    QT_TRANSLATE_NOOP("Clients", "総資産が0以下"), QT_TRANSLATE_NOOP("Clients", "経常利益+減価償却費−税が0以下"),
    QT_TRANSLATE_NOOP("Clients", "売上高"), QT_TRANSLATE_NOOP("Clients", "営業利益"), QT_TRANSLATE_NOOP("Clients", "経常利益"),
    QT_TRANSLATE_NOOP("Clients", "当期純利益"), QT_TRANSLATE_NOOP("Clients", "法人税等"),
    QT_TRANSLATE_NOOP("Clients", "減価償却費"), QT_TRANSLATE_NOOP("Clients", "借入金"), QT_TRANSLATE_NOOP("Clients", "現預金"),
    QT_TRANSLATE_NOOP("Clients", "売上債権"), QT_TRANSLATE_NOOP("Clients", "棚卸資産"), QT_TRANSLATE_NOOP("Clients", "買入債務"),
    QT_TRANSLATE_NOOP("Clients", "純資産"), QT_TRANSLATE_NOOP("Clients", "総資産"), QT_TRANSLATE_NOOP("Clients", "従業員"),
    QT_TRANSLATE_NOOP("Clients", "前期の売上高"),
)  # fmt: skip


def said(text: str) -> str:
    """A word of SAID in the window's language; any other as it is."""
    return translate("Clients", text) if text in SAID else text


def full_date(day: date | None) -> str:
    """2026/11/24; — where there is none. Tables sort by the day itself."""
    return f"{day.year}/{day.month:02}/{day.day:02}" if day else NONE


def visit_words(start: datetime | None) -> str:
    """11月24日(火) 14:00; midnight is a day without its hour."""
    if start is None:
        return NONE
    return f"{day_words(start.date())} {time_words(start)}" if start.time() != time() else day_words(start.date())


def as_of_words(day: date | None) -> str:
    """基幹データ 2026/11/20時点."""
    if day is None:
        return translate("Clients", "基幹データなし")
    return translate("Clients", "基幹データ {day}時点").format(day=full_date(day))


def millions_words(yen: int | None) -> str:
    """1,236 in a column whose heading gives the unit; millions exact to 0.1, and to 0.01 below ten millions (返済月額 2.25)."""
    if yen is None:
        return NONE
    value = rounded(Decimal(yen) / 1_000_000, 2 if abs(yen) < _SMALL_YEN else 1)
    figure = f"{abs(value):,f}"
    figure = figure.rstrip("0").rstrip(".") if "." in figure else figure
    return f"▲{figure}" if value < 0 else figure


def change_words(yen: int, before: int | None) -> str:
    """+12, ▲3, ±0 against the value before, in the column's unit."""
    if before is None:
        return NONE
    moved = yen - before
    return "±0" if moved == 0 else f"+{millions_words(moved)}" if moved > 0 else millions_words(moved)


def dated_words(text: str, day: date | None) -> str:
    """融資残高(2026/11/20時点) where the newest extract says nothing of it; the text alone where it does."""
    return translate("Clients", "{text}({day}時点)").format(text=text, day=full_date(day)) if day else text


def host_words(item: HostItem) -> str:
    """The name of a host value."""
    return {
        HostItem.LOANS: translate("Clients", "融資残高"),
        HostItem.GUARANTEED_LOANS: translate("Clients", "うち保証協会付"),
        HostItem.MONTHLY_REPAYMENT: translate("Clients", "返済月額"),
        HostItem.DEPOSITS: translate("Clients", "預金"),
    }[item]


def period_words(end: date) -> str:
    """2026年3月期, FY Mar 2026."""
    pattern = translate("Clients", "{year}年{month}月期")
    return pattern.format(year=end.year, month=end.month, month_name=month_name(end))


def month_end_words(end: date) -> str:
    """2026年3月末, end Mar 2026."""
    pattern = translate("Clients", "{year}年{month}月末")
    return pattern.format(year=end.year, month=end.month, month_name=month_name(end))


def direction_words(series: Series) -> str:
    """Which way is better, in words."""
    return translate("Clients", "低いほど良い") if series.less_is_better else translate("Clients", "高いほど良い")


def reading_words(series: Series, reading: Reading) -> str:
    """The number with its unit; why there is none where there is none."""
    if reading.missing:
        lines = translate("Clients", "・").join(said(line) for line in reading.missing)
        return translate("Clients", "未算出({lines}が未登録)").format(lines=lines)
    if reading.reason:
        return translate("Clients", "算出不可({reason})").format(reason=said(reading.reason))
    if reading.value is None:
        return translate("Clients", "実質無借金")
    unit = _UNITS.get(series.key, "")
    figure = reading.shown.removesuffix(unit)
    patterns = {
        "ebitda_multiple": translate("Clients", "{figure}倍"),
        "turnover": translate("Clients", "{figure}か月"),
        "redemption": translate("Clients", "{figure}年"),
        "productivity": translate("Clients", "{figure}千円/人"),
    }
    return patterns.get(series.key, "{figure}").format(figure=figure)


def said_words(said: SaidRow) -> str:
    """A sentence as it stands in the record, and in brackets what a 年度 or 期 in it means."""
    meant = translate("Clients", "、").join(map(_limit_words, said.meant))
    return translate("Clients", "{text}({meant})").format(text=said.text, meant=meant) if meant else said.text


def _limit_words(limit: Limit) -> str:
    first = limit.month.first_day()
    pattern = (
        translate("Clients", "{term}は{year}年{month}月まで")
        if limit.ends
        else translate("Clients", "{term}は{year}年{month}月から")
    )
    return pattern.format(term=limit.term, year=first.year, month=first.month, month_name=month_name(first))


def party_words(party: Party) -> str:
    """Whose promise, whose words."""
    return translate("Clients", "当行") if party is Party.BANK else translate("Clients", "先方")


def promise_words(promise: ClientPromise) -> str:
    """Where a promise stands."""
    match promise.state:
        case PromiseState.OVERDUE:
            return translate("Clients", "{days}日超過").format(days=promise.days)
        case PromiseState.OPEN:
            return translate("Clients", "未了")
        case PromiseState.IN_DOUBT:
            return translate("Clients", "要確認(記録あり)")
        case PromiseState.KEPT_LATE:
            return translate("Clients", "済({days}日遅れ)").format(days=promise.days)
        case PromiseState.KEPT:
            return translate("Clients", "済")
        case PromiseState.WITHDRAWN:
            return translate("Clients", "取下げ")


PROMISE_TONES = {
    PromiseState.OVERDUE: "bad",
    PromiseState.IN_DOUBT: "warn",
    PromiseState.KEPT_LATE: "dim",
    PromiseState.KEPT: "dim",
    PromiseState.WITHDRAWN: "dim",
}


def document_words(kind: DocumentKind) -> str:
    """How far a document may be relied on."""
    return {
        DocumentKind.CLIENT: translate("Clients", "先方書面"),
        DocumentKind.STANDARD: translate("Clients", "標準資料"),
        DocumentKind.PUBLIC: translate("Clients", "公開情報"),
    }[kind]


def expiry_words(until: date | None, *, expired: bool) -> str:
    """Until when a document holds."""
    if until is None:
        return NONE
    return translate("Clients", "{day} 期限切れ").format(day=full_date(until)) if expired else full_date(until)
