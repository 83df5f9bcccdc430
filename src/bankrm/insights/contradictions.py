"""Two records that contradict each other: the same measure of the same thing, given differently within a short time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.domain.business import Account
from bankrm.domain.citing import cite_account, cite_other_bank, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.insights.competition import bank_in, other_banks
from bankrm.insights.remarks import View
from bankrm.language.formatting import spoken_date
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, Quantity

# Measures that do not change from talk to talk; the window is in days.
_STABLE = (
    ("従業員数", re.compile(r"(?:従業員|社員|職員|スタッフ|人員|うちは|全部で)(?:数)?(?:は|が|、|も)?(?:今|現在|全部で)?、?(?:パート(?:社員)?(?:込み|含め|も?(?:まで)?(?:を)?入れ)て?で?)?、?$"), "名人", 200),
    ("店舗数", re.compile(r"(?:店舗|お?店)(?:数)?(?:は|が)?(?:全部で)?$"), "店店舗", 200),
    ("客室数", re.compile(r"客室(?:数)?(?:は|が)?(?:全)?$"), "室", 400),
    ("車両台数", re.compile(r"(?:車両|トラック|保有)(?:は|が|台数は)?(?:全部で)?$"), "台", 200),
    ("満期", re.compile(r"(?:満期|契約更新|賃貸借の期限|期日)(?:は|が)?$"), "", 400),
    ("金利", re.compile(r"(?:金利|利率|レート)(?:は|が|、)?$"), "%％", 92),
)  # fmt: skip


_COUNTED = re.compile(r"(?:い(?:た|る)|の)(?:職員|従業員|社員|スタッフ)")  # 64名いた職員


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    quantity: Quantity
    told_on: date
    by: str
    evidence: Evidence
    ref: str


def observe_contradictions(view: View) -> Iterator[Observation]:
    """Each pair once, the two latest that differ; never a silent choice between them."""
    measures = sorted(_measures(view), key=lambda m: m.told_on)
    for name in dict.fromkeys(m.name for m in measures):
        window = next((days for label, _, _, days in _STABLE if name.startswith(label)), 92)
        same = [m for m in measures if m.name == name]
        pairs = [
            (a, b)
            for i, a in enumerate(same)
            for b in same[i + 1 :]
            if a.ref != b.ref
            and not a.quantity.same_value(b.quantity)
            and (b.told_on - a.told_on).days <= window
            and _alike(a, b)
        ]
        if pairs:
            yield _contradiction(view, name, *pairs[-1])


def _alike(a: _Measure, b: _Measure) -> bool:
    """Comparable: the same kind of measure, and not merely one said to be approximate."""
    if a.quantity.kind is not b.quantity.kind:
        return False
    if isinstance(a.quantity.value, str) or isinstance(b.quantity.value, str):
        return True
    larger = max(abs(a.quantity.value), abs(b.quantity.value))
    tolerance = 0.05 if a.quantity.approx or b.quantity.approx else 0.0
    return abs(a.quantity.value - b.quantity.value) > tolerance * larger


def _contradiction(view: View, name: str, a: _Measure, b: _Measure) -> Observation:
    def told(m: _Measure) -> str:
        start, end = m.quantity.start, m.quantity.end
        return f"{m.evidence.text[start:end]}({spoken_date(m.told_on, view.today)} {m.by})"

    figure = computed(f"{name}の食い違い", f"{name}の記録が食い違う: {told(a)}と{told(b)}", "", view.today)
    values = {"measure": name, "first_on": a.told_on, "first_by": a.by, "second_on": b.told_on, "second_by": b.by,
              "first": a.evidence.text[a.quantity.start : a.quantity.end], "second": b.evidence.text[b.quantity.start : b.quantity.end]}  # fmt: skip
    return Observation(Code.RECORDS_CONTRADICT, name, (a.evidence, b.evidence), figure, values)


def _measures(view: View) -> Iterator[_Measure]:
    banks = other_banks(view)
    for remark in view.remarks:
        bank = bank_in(remark.text, banks) or ""
        yield from _in_text(remark.evidence, remark.on, remark.speaker, remark.record.ref, bank)
    for statement in view.dossier.statements[-1:]:
        if Account.EMPLOYEES in statement.accounts:
            evidence = cite_account(statement, Account.EMPLOYEES)
            quantity = next((q for q in find_quantities(evidence.text) if q.kind is Kind.COUNT), None)
            if quantity:
                yield _Measure("従業員数", quantity, statement.period_end, "決算", evidence, evidence.origin.ref)
    for loan in view.dossier.other_banks:
        if loan.rate_percent is not None:
            evidence = cite_other_bank(loan)
            quantity = next(q for q in find_quantities(evidence.text) if q.kind is Kind.RATIO)
            yield _Measure(f"金利({loan.bank})", quantity, loan.as_of, "他行借入の登録", evidence, evidence.origin.ref)


def _in_text(evidence: Evidence, on: date, by: str, ref: str, bank: str) -> Iterator[_Measure]:
    text = evidence.text
    for quantity in find_quantities(text, today=on):
        head = text[: quantity.start]
        for name, cue, units, _ in _STABLE:
            if (
                not cue.search(head)
                or (units and quantity.unit not in units)
                or (not units and quantity.kind is not Kind.DATE)
            ):
                continue
            if name == "金利" and not bank:
                continue
            yield _Measure(f"{name}({bank})" if name == "金利" else name, quantity, on, by, evidence, ref)
