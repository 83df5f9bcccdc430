"""Indicators: the six of ローカルベンチマーク, the bank's own two, and each as if the amount under discussion were borrowed.

Formulas: domain.md §2, after 経済産業省「ローカルベンチマーク」 (points 1–6) and the common form of 債務償還年数. Never a number where a
denominator is not positive or an input is missing: then the inputs that lack are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bankrm.domain.business import Account, FinancialStatement
from bankrm.domain.citing import ACCOUNT_NAMES, cite_account, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.needs import Need, needs_under_discussion
from bankrm.insights.remarks import Remark, View
from bankrm.language.formatting import closing_period, millions, percent, rounded
from bankrm.language.patterns import pattern

A = Account
_RESULT = pattern(r"赤字|減収|減益|増収|増益|営業利益|売上|着地|決算")
_WHY = pattern(
    r"主因|要因|原因|理由|響い|効い|(?:ため|せい|おかげ)(?:だ|です|とのこと|による|によ|で)|こと(?:だ|です|による|によ)|によるもの"
)
_TOLD = pattern(r"との(?:説明|こと|話)|と(?:説明|聞|伺|の由)")
_ASKED = pattern(r"(?:照会|確認|質問|伺う|尋ねた?)。?$")
Accounts = Mapping[Account, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value and how it was computed; or why there is none (`value` None): a `reason`, or no net debt without one."""

    value: Decimal | None
    shown: str
    formula: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its name, the lines it reads (`before` from the year before), and its rule."""

    key: str
    name: str
    needs: tuple[Account, ...]
    rule: Callable[[Accounts, Accounts], Outcome]
    before: tuple[Account, ...] = ()
    internal: bool = False
    aspect: str = ""  # what it tells of a firm, in the word of ローカルベンチマーク
    less_is_better: bool = False


def _of(accounts: Accounts, account: Account) -> str:
    """A line with its name, as it stands in a formula: 売上高310百万円."""
    value = accounts[account]
    return ACCOUNT_NAMES[account] + (f"{value}名" if account is A.EMPLOYEES else millions(value))


def _none(why: str) -> Outcome:
    return Outcome(None, f"算出不可({why})", "", why)


def _growth(now: Accounts, before: Accounts) -> Outcome:
    if before[A.SALES] <= 0:
        return _none("前期の売上高が0以下")
    value = Decimal(now[A.SALES]) / before[A.SALES] - 1
    return Outcome(value, percent(value), f"{_of(now, A.SALES)}÷前期の{_of(before, A.SALES)}−1")


def _margin(now: Accounts, _: Accounts) -> Outcome:
    if now[A.SALES] <= 0:
        return _none("売上高が0以下")
    value = Decimal(now[A.OPERATING_PROFIT]) / now[A.SALES]
    return Outcome(value, percent(value), f"{_of(now, A.OPERATING_PROFIT)}÷{_of(now, A.SALES)}")


def _productivity(now: Accounts, _: Accounts) -> Outcome:
    if now[A.EMPLOYEES] <= 0:
        return _none("従業員数が0")
    value = Decimal(now[A.OPERATING_PROFIT]) / now[A.EMPLOYEES]
    sign = "▲" if value < 0 else ""
    shown = f"{sign}{abs(rounded(value / 1000, 0)):,}千円/人"
    return Outcome(value, shown, f"{_of(now, A.OPERATING_PROFIT)}÷{_of(now, A.EMPLOYEES)}")


def _ebitda_multiple(now: Accounts, _: Accounts, borrowed: int = 0) -> Outcome:
    ebitda = now[A.OPERATING_PROFIT] + now[A.DEPRECIATION]
    debt = now[A.BORROWINGS] + borrowed - now[A.CASH]
    if ebitda <= 0:
        return _none("営業利益と減価償却費の合計が0以下")
    if debt <= 0:
        return Outcome(None, "実質無借金", f"{_of(now, A.BORROWINGS)}≦{_of(now, A.CASH)}")
    formula = (
        f"({_of(now, A.BORROWINGS)}{_extra(borrowed)}−{_of(now, A.CASH)})"
        f"÷({_of(now, A.OPERATING_PROFIT)}+{_of(now, A.DEPRECIATION)})"
    )
    value = Decimal(debt) / ebitda
    return Outcome(value, f"{rounded(value, 1)}倍", formula)


def _turnover(now: Accounts, _: Accounts) -> Outcome:
    if now[A.SALES] <= 0:
        return _none("売上高が0以下")
    capital = now[A.RECEIVABLES] + now[A.INVENTORIES] - now[A.PAYABLES]
    value = Decimal(capital) / (Decimal(now[A.SALES]) / 12)
    formula = f"({_of(now, A.RECEIVABLES)}+{_of(now, A.INVENTORIES)}−{_of(now, A.PAYABLES)})÷({_of(now, A.SALES)}÷12)"
    return Outcome(value, f"{'▲' if value < 0 else ''}{abs(rounded(value, 1))}か月", formula)


def _equity(now: Accounts, _: Accounts) -> Outcome:
    if now[A.TOTAL_ASSETS] <= 0:
        return _none("総資産が0以下")
    value = Decimal(now[A.NET_ASSETS]) / now[A.TOTAL_ASSETS]
    return Outcome(value, percent(value), f"{_of(now, A.NET_ASSETS)}÷{_of(now, A.TOTAL_ASSETS)}")


def _redemption(now: Accounts, _: Accounts, borrowed: int = 0) -> Outcome:
    working = now[A.RECEIVABLES] + now[A.INVENTORIES] - now[A.PAYABLES]
    debt = now[A.BORROWINGS] + borrowed - working
    cash_flow = now[A.ORDINARY_PROFIT] + now[A.DEPRECIATION] - now[A.TAXES]
    if cash_flow <= 0:
        return _none("経常利益+減価償却費−税が0以下")
    if debt <= 0:
        return Outcome(
            None, "実質無借金", f"有利子負債{millions(now[A.BORROWINGS] + borrowed)}≦正常運転資金{millions(working)}"
        )
    formula = (
        f"({_of(now, A.BORROWINGS)}{_extra(borrowed)}−正常運転資金{millions(working)})"
        f"÷({_of(now, A.ORDINARY_PROFIT)}+{_of(now, A.DEPRECIATION)}−{_of(now, A.TAXES)})"
    )
    value = Decimal(debt) / cash_flow
    return Outcome(value, f"{rounded(value, 1)}年", formula)


def _extra(borrowed: int) -> str:
    return f"+新たな借入{millions(borrowed)}" if borrowed else ""


INDICATORS = (
    Indicator("growth", "売上増加率", (A.SALES,), _growth, before=(A.SALES,), aspect="売上持続性"),
    Indicator("margin", "営業利益率", (A.OPERATING_PROFIT, A.SALES), _margin, aspect="収益性"),
    Indicator("productivity", "労働生産性", (A.OPERATING_PROFIT, A.EMPLOYEES), _productivity, aspect="生産性"),
    Indicator(
        "ebitda_multiple", "EBITDA有利子負債倍率", (A.BORROWINGS, A.CASH, A.OPERATING_PROFIT, A.DEPRECIATION), _ebitda_multiple,
        aspect="健全性", less_is_better=True,
    ),
    Indicator("turnover", "営業運転資本回転期間", (A.RECEIVABLES, A.INVENTORIES, A.PAYABLES, A.SALES), _turnover,
              aspect="効率性", less_is_better=True),
    Indicator("equity", "自己資本比率", (A.NET_ASSETS, A.TOTAL_ASSETS), _equity, aspect="安全性"),
    Indicator(
        "redemption", "債務償還年数",
        (A.BORROWINGS, A.RECEIVABLES, A.INVENTORIES, A.PAYABLES, A.ORDINARY_PROFIT, A.DEPRECIATION, A.TAXES),
        _redemption, internal=True, less_is_better=True,
    ),
)  # fmt: skip
_IF_BORROWED: Mapping[str, Callable[[Accounts, Accounts, int], Outcome]] = {
    "ebitda_multiple": _ebitda_multiple,
    "redemption": _redemption,
}


def observe_indicators(view: View) -> Iterator[Observation]:
    """The latest period's indicators, each beside the year before; those that cannot be computed with what lacks."""
    statements = sorted(view.dossier.statements, key=lambda s: s.period_end)
    if not statements:
        return
    now = statements[-1]
    for indicator in INDICATORS:
        missing = missing_at(indicator, statements, len(statements) - 1)
        if missing:
            yield _missing_observation(indicator, now, missing)
        else:
            yield _observation(indicator, statements, explained=_explained(view, now.period_end))
    yield from _if_borrowed(view, statements)


def missing_at(indicator: Indicator, statements: Sequence[FinancialStatement], at: int) -> tuple[str, ...]:
    """Names of the lines that lack for an indicator of the statement at that place."""
    now = statements[at].accounts
    before = _year_before(statements, at)
    lacks = [ACCOUNT_NAMES[a] for a in indicator.needs if a not in now]
    lacks += [f"前期の{ACCOUNT_NAMES[a]}" for a in indicator.before if before is None or a not in before.accounts]
    return tuple(lacks)


def _year_before(statements: Sequence[FinancialStatement], at: int) -> FinancialStatement | None:
    now = statements[at].period_end
    return next((s for s in statements if (s.period_end.year, s.period_end.month) == (now.year - 1, now.month)), None)


def outcome_at(indicator: Indicator, statements: Sequence[FinancialStatement], at: int) -> Outcome | None:
    """The indicator of the statement at that place; None where lines lack."""
    if not 0 <= at < len(statements) or missing_at(indicator, statements, at):
        return None
    before = _year_before(statements, at)
    return indicator.rule(statements[at].accounts, before.accounts if before else {})


def _explained(view: View, period_end: date) -> Evidence | None:
    """Where a talk since has gone into why the year came out as it did: the words, the answer where we asked for it."""
    found = (r for r in reversed(view.remarks) if r.on > period_end and _RESULT.search(r.text) and _WHY.search(r.text))
    return next((_answer(view, remark).evidence for remark in found), None)


def _answer(view: View, remark: Remark) -> Remark:
    """Of a question that we noted as asked, the sentence that follows; else the remark."""
    talk = view.of_record(remark.record.ref)
    after = talk[talk.index(remark) + 1 :][:1] if remark.party is Party.BANK and _ASKED.search(remark.text) else ()
    return next((r for r in after if r.party is Party.BANK and _TOLD.search(r.text)), remark)


def _observation(
    indicator: Indicator, statements: list[FinancialStatement], *, explained: Evidence | None
) -> Observation:
    last = len(statements) - 1
    now, before = statements[last], _year_before(statements, last)
    outcome = outcome_at(indicator, statements, last)
    assert outcome is not None
    earlier = outcome_at(indicator, statements, statements.index(before)) if before else None
    beside = f"(前期{earlier.shown})" if earlier and earlier.formula else ""
    text = f"{indicator.name} {outcome.shown}{beside}"
    formula = "、".join(filter(None, (outcome.formula, f"前期は{earlier.formula}" if beside and earlier else "")))
    evidence = [cite_account(now, account) for account in indicator.needs]
    evidence += [cite_account(before, account) for account in indicator.before] if before else []
    values = {"key": indicator.key, "value": outcome.value, "shown": outcome.shown, "period_end": now.period_end, "internal": indicator.internal,
              "before": earlier.value if earlier else None, "before_shown": earlier.shown if beside and earlier else "",
              "explained": explained}  # fmt: skip
    figure = computed(indicator.name, text, formula, now.period_end, of=closing_period(now.period_end))
    return Observation(Code.INDICATOR, indicator.name, tuple(evidence), figure, values)


def _missing_observation(indicator: Indicator, now: FinancialStatement, missing: tuple[str, ...]) -> Observation:
    period = closing_period(now.period_end)
    text = f"{indicator.name} 未算出: {period}の決算に{'・'.join(missing)}が未登録"
    values = {"key": indicator.key, "missing": missing, "period_end": now.period_end, "internal": indicator.internal}
    return Observation(
        Code.INDICATOR_MISSING, indicator.name, (), computed(indicator.name, text, "", now.period_end), values
    )


def _if_borrowed(view: View, statements: list[FinancialStatement]) -> Iterator[Observation]:
    """For each matter under discussion, the main one first, what its sum would make of the latest period's indicators."""
    for need in needs_under_discussion(view):
        for indicator in INDICATORS:
            present = outcome_at(indicator, statements, len(statements) - 1)
            if indicator.key in _IF_BORROWED and present is not None and present.value is not None:
                yield _with_need(indicator, present, need, statements[-1])


def _with_need(indicator: Indicator, present: Outcome, need: Need, now: FinancialStatement) -> Observation:
    """`said` are the client's words about the matter, `about` the words that name it: by these a composer finds the one it needs."""
    outcome = _IF_BORROWED[indicator.key](now.accounts, {}, need.yen)
    registered = need.deal.amount_yen if need.deal else None
    old = f"(登録は{millions(registered)})" if registered and registered != need.yen else ""
    what = f"{need.deal.title}の{millions(need.yen)}{old}" if need.deal else millions(need.yen)
    text = f"{what}を借りた場合の{indicator.name}は{present.shown}から{outcome.shown}になる(ほかは{closing_period(now.period_end)}のまま)"
    name = f"{indicator.name}・{need.deal.title if need.deal else millions(need.yen)}を借りた場合"
    figure = computed(name, text, outcome.formula, now.period_end)
    values = {"key": indicator.key, "amount_yen": need.yen, "registered_yen": registered, "value": outcome.value, "shown": outcome.shown,
              "present": present.shown, "source": need.source, "internal": indicator.internal, "deal": need.deal.title if need.deal else "",
              "topic": need.topic, "about": need.about, "said": need.said, "stopped": need.stopped}  # fmt: skip
    return Observation(Code.INDICATOR_IF_BORROWED, indicator.name, (need.source,), figure, values)
