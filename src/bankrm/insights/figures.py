"""Figures that people give of one thing, and when two of them cannot both be so.

Figures of different days are a development (64名 in March, 61名 in October), and so is an estimate that the same person gives anew. Only
figures of one day, or of talks close to each other where no day is told, contradict; shares and prices only where two people told them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.domain.business import Account
from bankrm.domain.citing import cite_account, cite_other_bank
from bankrm.domain.evidence import Evidence
from bankrm.insights.banks import bank_in
from bankrm.insights.remarks import Remark, View
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, Quantity


@dataclass(frozen=True, slots=True)
class _Measure:
    """A count that does not change from talk to talk: the words before it, its units, and for how many days it stands."""

    name: str
    before: re.Pattern[str]
    units: str
    days: int


_MEASURES = (
    _Measure("従業員数", re.compile(r"(?<![一-龥ァ-ヴー々])(?<![^末月日点在ち社館園]の)(?:従業員|社員|職員|スタッフ|人員|うちは|全部で)(?:数)?(?:は|が|、|も)?、?(?:今|いま|現在|全部で)?[はも]?、?(?:パート(?:社員)?(?:込み|含め|も?(?:まで)?(?:を)?入れ)て?で?)?、?$"), "名人", 92),
    _Measure("店舗数", re.compile(r"(?:店舗|お?店)(?:数)?(?:は|が)?(?:全部で)?$"), "店店舗", 200),
    _Measure("客室数", re.compile(r"客室(?:数)?(?:は|が)?(?:全)?$"), "室", 400),
    _Measure("車両台数", re.compile(r"(?:車両|トラック|保有)(?:は|が|台数は)?(?:全部で)?$"), "台", 200),
    _Measure("金利", re.compile(r"(?:金利|利率|レート)(?:は|が|、)?$"), "%％", 92),
)  # fmt: skip
_EXPIRY = _Measure("満期", re.compile(r"(?:満期|契約更新|賃貸借の期限|期日)(?:は|が)?$"), "", 400)
_COUNTED = pattern(r"い(?:た|る)(?:職員|従業員|社員|スタッフ)")  # 64名いた職員
_TOLD_DAYS = 200  # for how long a share or a price that someone told stands

_SHARE = pattern(
    r"(?P<noun>[一-龥々ァ-ヴーA-Za-z]{2,14}?)(?:経由|の?(?:割合|比率|構成比)|のシェア|が占め)[^。%％割0-9０-９]{0,16}(?:[0-9０-９]{1,2}月[^。%％割0-9０-９]{0,8})?$|"
    r"(?P<buyer>[一-龥々ァ-ヴーA-Za-z]{2,14})(?:だけ|一社)?[がはで]、?(?:うちの|全体の|当社の)?(?:売上|受注|仕入)の約?$"
)
_MOVES = pattern(
    r"(?:ほど|くらい|近く)?(?:も)?(?:減|増|上が|下が|伸び|落ち|引|安く|高く|アップ|ダウン)"
)  # a change, no share
_CHANGED = pattern(r"前年|昨年比|前期比|去年より|前より|比べ")
_PRICE = pattern(
    r"(?P<noun>[一-龥々ァ-ヴーA-Za-z]{2,14})(?:の(?:見積|価格|値段|代金))?[はがで]、?(?P<scope>[^、。]{0,14}?(?:込み?|入れて|含め|全部で|一式|合計|総額)[^、。]{0,4})?約?$"
)
_BOUGHT = pattern(
    r"(?:[機車炉釜器棟]|設備|装置|工事|改修|改装|建物|土地|用地|システム|ソフト|プレス|クレーン|ショベル)$"
)
_PRICED = pattern(r"見積|価格|値段|代金")
_REVISED = pattern(r"再見積|新しい見積|見積が(?:出|変わ|上が)|見直し|値上が|上がって|になりました|に変わ|改めて")
_ADDED = pattern(
    r"補強|追加|別途|上乗せ|値上が|高騰|仕様[がを](?:変|上)|(?:足し|加え|入れ)た(?:ので|ため|から|分)|(?:ないと|なければ)[^。]*(?:と言われ|そう(?:です|だ))|(?:ため|せい)(?:です|だ|。|$)"
)
_NOW = pattern(r"いま|今(?![年期月週度回後])|現在|足元|足もと|本日")
_STILL = pattern(r"ずっと|いつも|毎年|昔から|以前から|変わら")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a thing as somebody told it; `as_of` where the words name its day, `days` for how long it stands."""

    subject: str
    thing: str
    quantity: Quantity
    told_on: date
    by: str
    evidence: Evidence
    days: int
    as_of: date | None = None
    part: str = ""  # whose or of what (屋根の改修)
    scope: bool = False  # with installation and the like
    wide: bool = False  # 4割台
    steady: bool = False  # ずっと
    revised: bool = False
    by_two: bool = False  # only two people can contradict each other on it
    owner: str = ""  # whose terms it is

    @property
    def holds_on(self) -> date:
        """The day of which it speaks."""
        return self.as_of or self.told_on

    @property
    def shown(self) -> str:
        """The figure as it stands in the words."""
        return self.evidence.text[self.quantity.start : self.quantity.end + self.wide]

    def alike(self, other: object) -> bool:
        """Whether the other is a figure of the same thing: 急速冷凍機 and 冷凍機, in the same measure."""
        if not isinstance(other, Figure) or self._measured() != other._measured():
            return False
        return self.thing.endswith(other.thing) or other.thing.endswith(self.thing)

    def agrees(self, other: object) -> bool:
        """Whether the other gives the same for the same day."""
        return (
            isinstance(other, Figure)
            and self.alike(other)
            and _of_one_day(self, other)
            and self.quantity.same_value(other.quantity)
        )

    def _measured(self) -> tuple[object, ...]:
        return self.quantity.kind, self.subject.removeprefix(self.thing), self.part, self.scope

    def named_with(self, other: Figure) -> str:
        """The name of what both measure."""
        return min(self.subject, other.subject, key=len)


def differ(a: Figure, b: Figure) -> bool:
    """Whether two figures, the earlier told first, are of one thing and cannot both be so."""
    if a.evidence.origin.ref == b.evidence.origin.ref or not a.alike(b) or (a.by_two and a.by == b.by) or b.revised:
        return False
    return _of_one_day(a, b) and not a.quantity.same_value(b.quantity) and _apart(a, b)


def _of_one_day(a: Figure, b: Figure) -> bool:
    if a.as_of and b.as_of and not (a.steady or b.steady):
        return (a.as_of.year, a.as_of.month) == (b.as_of.year, b.as_of.month)
    return abs((a.holds_on - b.holds_on).days) <= a.days


def _apart(a: Figure, b: Figure) -> bool:
    """More apart than their roundness explains; days are apart where they are not the same."""
    if isinstance(a.quantity.value, str) or isinstance(b.quantity.value, str):
        return True
    below, above = sorted((_range(a), _range(b)))
    return below[1] < above[0]


def _range(f: Figure) -> tuple[float, float]:
    value = float(f.quantity.value)
    if f.quantity.unit == "割":
        return (value * 10, value * 10 + 10) if f.wide else (value * 10 - 5, value * 10 + 5)
    if f.quantity.kind is Kind.RATIO:
        return (value, value + 10) if f.wide else (value, value)
    slack = abs(value) * (0.05 if f.quantity.approx or f.by_two else 0)
    return value - slack / 2, value + slack / 2


def figures(view: View) -> Iterator[Figure]:
    """All figures that remarks, the last statement of account and the register of other banks give of such things."""
    banks = view.other_banks
    for remark in view.remarks:
        bank = bank_in(remark.text, banks) or ""
        for quantity in find_quantities(remark.evidence.text, today=remark.on):
            yield from _counted(remark, quantity, bank)
            yield from _shared(remark, quantity)
            yield from _priced(view, remark, quantity)
    yield from _registered(view)


def _counted(remark: Remark, quantity: Quantity, bank: str) -> Iterator[Figure]:
    text, head = remark.evidence.text, remark.evidence.text[: quantity.start]
    if quantity.kind is Kind.DATE:
        if _EXPIRY.before.search(head):
            moved = bool(re.search(r"延|変更|変わ", remark.text))
            yield Figure(_EXPIRY.name, "", quantity, remark.on, remark.speaker, remark.evidence, _EXPIRY.days, revised=moved)  # fmt: skip
        return
    for measure in _MEASURES:
        told = measure.before.search(head) or (measure.name == "従業員数" and _COUNTED.match(text, quantity.end))
        if not told or quantity.unit not in measure.units or (measure.name == "金利" and not bank):
            continue
        name = f"{measure.name}({bank})" if measure.name == "金利" else measure.name
        yield Figure(name, "", quantity, remark.on, remark.speaker, remark.evidence, measure.days, _as_of(remark, quantity))  # fmt: skip


def _shared(remark: Remark, quantity: Quantity) -> Iterator[Figure]:
    """A share of something that goes by a noun (予約サイト経由は62％, 予約サイトの割合は4割台)."""
    text = remark.evidence.text
    match = _SHARE.search(remark.evidence.body[: quantity.start - _body_at(remark)])
    if quantity.kind is not Kind.RATIO or not match or not remark.speaker:
        return
    if _MOVES.match(text, quantity.end) or _CHANGED.search(match.group()):
        return
    thing = match["noun"] or match["buyer"]
    yield Figure(
        f"{thing}の割合", thing, quantity, remark.on, remark.speaker, remark.evidence, _TOLD_DAYS,
        part=_part(match), wide=text.startswith("台", quantity.end), steady=bool(_STILL.search(remark.text)), by_two=True,
    )  # fmt: skip


def _priced(view: View, remark: Remark, quantity: Quantity) -> Iterator[Figure]:
    """The price of a thing that is bought or built (冷凍機は設置工事込みで4,600万円)."""
    match = _PRICE.search(remark.evidence.body[: quantity.start - _body_at(remark)])
    if quantity.kind is not Kind.AMOUNT or not match or not remark.speaker:
        return
    thing = match["noun"]
    if _BOUGHT.search(thing) or _PRICED.search(match.group()):
        yield Figure(
            f"{thing}の価格", thing, quantity, remark.on, remark.speaker, remark.evidence, _TOLD_DAYS,
            part=_part(match), scope=bool(match["scope"]), revised=_is_revised(view, remark), by_two=True,
        )  # fmt: skip


def _is_revised(view: View, remark: Remark) -> bool:
    """Whether the words call the figure a new one, or tell at once what has been added to it: an update, no contradiction."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    beside = turn[turn.index(remark) : turn.index(remark) + 2]
    return bool(_REVISED.search(remark.text)) or any(_ADDED.search(r.text) for r in beside)


def _part(match: re.Match[str]) -> str:
    """What stands before the thing with の: the price of 屋根の改修 is not that of 寮の改修."""
    before = re.search(r"([一-龥々ァ-ヴーA-Za-z0-9０-９]+)の$", match.string[: match.start()])
    return before[1] if before else ""


def _body_at(remark: Remark) -> int:
    return len(remark.evidence.text) - len(remark.evidence.body)


def _as_of(remark: Remark, quantity: Quantity) -> date | None:
    """The day that the words give for a figure: 3月末の職員は58名, いまは61名."""
    text = remark.evidence.text
    days = [q for q in find_quantities(text, today=remark.on) if q.kind in (Kind.DATE, Kind.MONTH)]
    before = [q for q in days if _body_at(remark) <= q.start and q.end <= quantity.start]
    if _NOW.search(text, before[-1].end if before else _body_at(remark), quantity.start):
        return remark.on
    if not before:
        return None
    told = before[-1]
    return told.partial_date().last_day() if re.match(r"末|時点|現在|[にのはで、]", text[told.end :]) else None


def _registered(view: View) -> Iterator[Figure]:
    for statement in view.dossier.statements[-1:]:
        if Account.EMPLOYEES in statement.accounts:
            evidence, end = cite_account(statement, Account.EMPLOYEES), statement.period_end
            count = next(q for q in find_quantities(evidence.text) if q.kind is Kind.COUNT)
            yield Figure("従業員数", "", count, end, "決算", evidence, _MEASURES[0].days, end)
    for loan in view.dossier.other_banks:
        if loan.rate_percent is not None:
            evidence = cite_other_bank(loan)
            rate = next(q for q in find_quantities(evidence.text) if q.kind is Kind.RATIO)
            yield Figure(f"金利({loan.bank})", "", rate, loan.as_of, "他行借入の登録", evidence, 92)
