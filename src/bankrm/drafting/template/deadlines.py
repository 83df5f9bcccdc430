"""Sentences about a day that presses: what it is, what it waits for, what to do about it; shared by the brief and the scenario."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, telling_words
from bankrm.drafting.template.promises import grounds, lacking, outstanding, received
from bankrm.drafting.template.seeds import limit_words
from bankrm.language.formatting import month_day
from bankrm.language.patterns import pattern

FACT = StatementKind.FACT
_RIVAL_DAYS = 183
_SHORT_MONEY = pattern(r"枠|極度|つなぎ|短期|運転資金|手形|当座貸越|借り?換え|肩代わ")


def facts_of(desk: Desk, o: Observation) -> Iterator[Statement]:
    """The day; for our loan the money and the papers, for a choice its ways and its condition; what is owed for it; who else offers."""
    days = o.count("days")
    when = "訪問日の当日" if days == 0 else f"訪問の{days}日後" if days > 0 else f"{-days}日超過"
    yield desk.say(FACT, f"{o.subject}は{month_day(o.day('due'))}({when})。", *o.all_evidence)
    yield from repayment(desk, o)
    yield from _needs(desk, o)
    yield from _choice(desk, o)
    yield from (outstanding(desk, p) for p in lacking(desk, o))
    yield from _asked(desk, o)
    yield from (
        desk.say(FACT, f"{r.subject}が動いている: {desk.told(r.evidence[0])}。", *desk.bank_words(r))
        for r in rivals(desk, o)
    )


def repayment(desk: Desk, o: Observation) -> Iterator[Statement]:
    """What a loan that falls due is to be repaid from, in the words of everybody who spoke of it, and whether that comes too late."""
    late, receipt = o.values.get("receipt_late"), desk.usable(o.values.get("receipt"))
    if isinstance(late, Evidence) and receipt:
        yield desk.say(FACT, f"{late.body}: {desk.told(receipt)}。", late, receipt)
    told = [e for key in ("source", "second") if (e := desk.usable(o.values.get(key)))]
    others = [e for e in told if not late or e != receipt]
    if others:
        yield desk.say(FACT, f"返済原資: {'、'.join(map(desk.told, others))}。", *others)


def _needs(desk: Desk, o: Observation) -> Iterator[Statement]:
    needs = desk.usable(o.values.get("needs"))
    if needs:
        who = "案件の備考" if needs.origin.type is OriginType.HOST else f"当方の説明、{desk.when(needs)}"
        yield desk.say(FACT, f"判断に要るもの: {o.values['needed']}({who})。", needs)
        for p in received(desk, o):
            day = desk.on(p.values["kept_on"])
            yield desk.say(FACT, f"そのうち、{p.subject}は{day}に{p.values['deed']}。", *grounds(p))


def _asked(desk: Desk, o: Observation) -> Iterator[Statement]:
    asked = desk.usable(o.values.get("asked"))
    if asked:
        yield desk.say(FACT, f"先方の受け止め: {desk.told(asked)}。", asked)


def _choice(desk: Desk, o: Observation) -> Iterator[Statement]:
    choices = desk.usable(o.values.get("choices"))
    if choices:
        yield desk.say(FACT, f"選べるもの: {desk.told(choices)}。", choices)
    condition = desk.usable(o.values.get("condition"))
    if condition:
        yield desk.say(FACT, f"条件: {condition_words(desk, condition)}。", condition)


def condition_words(desk: Desk, condition: Evidence) -> str:
    """A condition, with who said it where it was said rather than printed."""
    return limit_words(desk, condition) if condition.origin.type is OriginType.PASSAGE else desk.told(condition)


def rivals(desk: Desk, o: Observation) -> list[Observation]:
    """The latest offer of another bank on the same matter in half a year: in its words, or of such money in a talk on the loan."""
    first = {e for other in desk.seen(Code.OTHER_BANK_FIRST) for e in other.evidence}
    talks = o.names("talks") if o.values["kind"] is DeadlineKind.MATURITY else ()
    about = telling_words(o.subject)
    found = [
        r
        for r in desk.open_to_all(Code.OTHER_BANK_TOLD)
        if (words := r.evidence[0]) not in first
        and (r.values.get("moved") or r.values.get("terms"))
        and desk.age(words) <= _RIVAL_DAYS
        and (about & telling_words(words.body) or (words.origin.ref in talks and _SHORT_MONEY.search(words.body)))
    ]
    return found[-1:] if o.values["kind"] in (DeadlineKind.MATURITY, DeadlineKind.CHOICE) else []


def to_meet(o: Observation, missing: Sequence[Observation]) -> str:
    """What to do about the day."""
    by = month_day(o.day("due"))
    match o.values["kind"]:
        case DeadlineKind.MATURITY if o.count("days") < 0:
            return "期日を過ぎた扱いを、出かける前に支店で確かめる。"
        case DeadlineKind.MATURITY if o.values.get("receipt_late"):
            return "期日の延長はお約束せず、申込みに要るものと、誰がいつ出すかを、席を立つ前に決める。"
        case DeadlineKind.MATURITY if o.values.get("second"):
            return f"更新や延長はお約束せず、返済にあてる資金と、{by}までに要るものを、席を立つ前に確かめる。"
        case DeadlineKind.MATURITY:
            return f"更新や延長はお約束せず、{by}までに要るものと、誰がいつ出すかを、席を立つ前に決める。"
        case DeadlineKind.PAYMENT:
            return f"{by}までの入金と支払の予定を伺い、足りない額と日を一緒に確かめる。"
        case DeadlineKind.OTHERS:
            return f"{by}より前に決めたいお考えかどうかを伺い、急がせない。"
        case _ if o.values.get("choice"):
            return f"{by}までに、{o.values['choice']}、どのお考えかを伺う。"
        case _ if o.count("days") == 0:
            return f"{o.subject}の扱いを、その場で確かめる。"
        case _ if missing:
            return f"{o.subject}に間に合わせるか、今回は見送るかを先に伺う。"
        case _:
            return f"{by}までに進めるか見送るか、進めるなら誰が何をするかを、席を立つ前に決める。"
