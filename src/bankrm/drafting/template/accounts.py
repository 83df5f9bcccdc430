"""What the latest accounts say that changes a visit: a fall into loss, debt that earnings no longer carry, sales that fell; and what
to ask about it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bankrm.domain.days import A_YEAR
from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk
from bankrm.language.formatting import closing_period

FACT, INFERENCE, QUESTION, ACTION = (
    StatementKind.FACT, StatementKind.INFERENCE, StatementKind.QUESTION, StatementKind.ACTION,
)  # fmt: skip
_FALL = Decimal("-0.1")  # of sales, from which on it is news
_HEAVY = {"redemption": 10, "ebitda_multiple": 10}  # years and times, from which on a debt weighs
_FAR_UP = 2  # so many times the year before


class Accounts:
    """The figures of the last year that a banker raises first, and what was told of their cause."""

    def __init__(self, desk: Desk) -> None:
        recent = [
            o for o in desk.open_to_all(Code.INDICATOR) if o.values["key"] != "bank_share" and _is_recent(desk, o)
        ]
        self._desk = desk
        self.loss = next((o for o in recent if o.values["key"] == "margin" and (o.ratio("value") or 0) < 0), None)
        self.strained = [o for o in reversed(recent) if _is_strained(o)]
        self.fall = next((o for o in recent if o.values["key"] == "growth" and (o.ratio("value") or 0) <= _FALL), None)
        self.cause = next((e for o in recent if (e := desk.usable(o.values["explained"]))), None)
        self._kept = any(o.values["explained"] for o in recent) and self.cause is None

    @property
    def fell(self) -> bool:
        """Whether the year before was no loss yet."""
        before = self.loss.ratio("before") if self.loss else None
        return before is not None and before >= 0

    @property
    def weighs(self) -> bool:
        """Whether it stays a concern though its cause was told: a loss, and debt that earnings no longer carry."""
        return bool(self.loss and self.strained)

    @property
    def told(self) -> list[Observation]:
        """What to name, the gravest first; nothing where the cause is known and it is no lasting concern."""
        if not self.weighs and (self.cause or self._kept):
            return []
        named = (self.loss, *self.strained[:2], self.fall) if self.loss or self.strained else (self.fall,)
        return [o for o in named if o]

    def facts(self) -> Iterator[Statement]:
        """Each figure with the year before, and the cause as far as it was told."""
        for o in self.told:
            before = f"前期{o.values['before_shown']}、" if o.values["before_shown"] else ""
            period = closing_period(o.day("period_end"))
            yield self._desk.say(FACT, f"{o.subject}は{o.values['shown']}({before}{period})。", o.figure)
        if self.told and self.cause:
            yield self._desk.say(FACT, f"要因の説明: {self._desk.told(self.cause)}。", self.cause)

    def action(self) -> str:
        """What to find out."""
        trouble = "赤字" if self.loss else "返済負担の増加" if self.strained else "減収"
        return "今期の見通しを伺う(要因は伺い済み)。" if self.cause else f"{trouble}の要因と今期の見通しを伺う。"

    def question(self) -> str:
        """The same as one would say it aloud."""
        if self.cause or self._kept:
            return "今期の売上と利益は、いまのところどのような見通しでしょうか"
        result = "前期が赤字になった" if self.loss else "前期の決算の"
        return f"{result}主な要因と、今期の見通しを教えていただけますか"

    def figures(self) -> tuple[Evidence, ...]:
        """What the sentences about it cite."""
        return tuple(o.figure for o in self.told if o.figure)

    def hypothesis(self) -> Iterator[Statement]:
        """What a loss may mean for our loans, and the question that would refute it."""
        if not (self.told and (self.loss or self.strained)):
            return
        text = (
            "利益が出ず、借入を返す力が細っている可能性。"
            if self.loss
            else "借入の返済が、利益に比べて重くなっている可能性。"
        )
        confidence = Confidence.MEDIUM if self.weighs else Confidence.LOW
        yield self._desk.say(INFERENCE, text, *self.figures(), confidence=confidence)
        for o in (o for o in self.told if o is not self.fall):
            before = f"(前期{o.values['before_shown']})" if o.values["before_shown"] else ""
            yield self._desk.say(FACT, f"根拠となる数字: {o.subject} {o.values['shown']}{before}。", o.figure)
        yield self._desk.say(QUESTION, f"確かめる質問: {self.question()}。", *self.figures())


def _is_recent(desk: Desk, o: Observation) -> bool:
    return (desk.day - o.day("period_end")).days <= A_YEAR


def _is_strained(o: Observation) -> bool:
    """Whether a measure of debt is heavy, and far above the year before's."""
    value, before, heavy = o.ratio("value"), o.ratio("before"), _HEAVY.get(str(o.values["key"]))
    return bool(heavy and value and value >= heavy and before and value >= _FAR_UP * before)
