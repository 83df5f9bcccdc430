"""今日の要点: at most three, ranked by what changes the visit; each a fact with its grounds and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bankrm.domain.drafts import Statement
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.drafting.template.promises import grounds, state_of
from bankrm.language.formatting import month_day

FACT, ACTION = StatementKind.FACT, StatementKind.ACTION


_RENEWALS = (
    "極度",
    "返済",
    "満期",
    "期日",
    "更新",
    "継続",
    "資金",
    "借入",
    "融資",
)  # they need accounts; applications need papers of the plan


@dataclass(frozen=True, slots=True)
class Headline:
    """A candidate: how much it changes the visit (0–100), what it is about, and its sentences."""

    weight: float
    about: str
    statements: tuple[Statement, ...]


def compose_headlines(desk: Desk) -> Iterator[Statement]:
    """The three heaviest candidates, none about what another already said."""
    candidates = sorted((h for find in _FINDERS for h in find(desk)), key=lambda h: -h.weight)
    chosen: list[Headline] = []
    for headline in candidates:
        if len(chosen) < 3 and headline.about not in {h.about for h in chosen}:
            chosen.append(headline)
    yield from grouped("headlines", (h.statements for h in chosen))


def is_renewal(deadline: Observation) -> bool:
    """Whether it is a maturity or renewal of our own loan: a day that must be met, unlike an application one may let pass."""
    return any(word in deadline.subject for word in _RENEWALS)


def _deadlines(desk: Desk) -> Iterator[Headline]:
    """A deadline after the visit, with what is still missing for it."""
    for o in desk.seen(Code.DEADLINE_NEAR):
        days = o.count("days")
        when = f"訪問日の{days}日後" if days else "訪問日の当日"
        lines = [desk.say(FACT, f"{o.subject}は{month_day(o.day('due'))}で、{when}に当たる。", *o.all_evidence)]
        blocking = _blocking(desk, o)
        for missing in blocking:
            lines.append(desk.say(FACT, f"先方: {state_of(desk, missing)}", *grounds(missing)))
        if is_renewal(o):
            action = f"{desk.due(o.day('due'))}までに揃えるものと、誰がいつ出すかを、席を立つ前に決める。"
        elif blocking:
            action = f"{o.subject}に間に合わせるか、今回は見送るかを先に伺う。"
        elif days == 0:
            action = f"{o.subject}の扱いを、その場で確かめる。"
        else:
            action = f"{month_day(o.day('due'))}までに誰が何をするかを、席を立つ前に決める。"
        lines.append(desk.say(ACTION, action, *o.all_evidence))
        yield Headline(
            99 - 2 * days + 4 * bool(blocking),
            f"overdue:{blocking[0].subject}" if blocking else f"deadline:{o.subject}",
            tuple(lines),
        )


def _blocking(desk: Desk, deadline: Observation) -> list[Observation]:
    """What the other side owes since the talk that told of the deadline, of the kind that such a deadline needs."""
    refs = {e.origin.ref for e in deadline.evidence}
    renewal = is_renewal(deadline)
    needed = (
        ("試算表", "決算", "資金繰り", "契約書", "受注") if renewal else ("見積", "図面", "計画", "書", "写真", "内訳")
    )
    owed = desk.seen(Code.COUNTERPART_OVERDUE)
    return [
        o for o in owed if any(e.origin.ref in refs for e in o.evidence) and any(word in o.subject for word in needed)
    ]


def _split(desk: Desk) -> Iterator[Headline]:
    """A wish that another person's words, or the silence of the one who decides, leave open."""
    for o in desk.seen(Code.WISH_UNCONFIRMED):
        wish, *doubt = o.evidence
        decider = o.values["decider"]
        if doubt:
            said = f"{o.subject}について、{desk.told(wish)}と{desk.told(doubt[0])}で、話が分かれている。"
        else:
            said = f"{o.subject}について、{desk.told(wish)}とあるが、{decider}の言葉ではない。"
        unknown = f"その後に{decider}が{o.subject}の意向を述べた記録はない。"
        action = f"{decider}ご自身の今のお考えを、先に伺う。"
        lines = (
            desk.say(FACT, said, wish, *doubt),
            desk.say(FACT, unknown, o.figure),
            desk.say(ACTION, action, wish, o.figure),
        )
        age = desk.age(doubt[0] if doubt else wish)
        yield Headline((90 if doubt else 70) - age / 12, f"wish:{o.values['topic']}", lines)


def _own_open(desk: Desk) -> Iterator[Headline]:
    for o in desk.seen(Code.PROMISE_OPEN):
        days = o.count("days")
        lines = [desk.say(FACT, f"当行: {state_of(desk, o)}", *grounds(o))]
        lines += _other_bank(desk, o.subject)
        if o.values["in_doubt"]:
            action = f"{o.subject}がお手元にあるかを、出かける前に支店の控えで確かめる。"
        elif days and o.day("due") >= desk.today:
            action = f"期限は{desk.due(o.day('due'))}: 訪問を待たずに、その日までに果たす。"
        elif days:
            action = f"遅れをおわびし、{o.subject}の約束をいつまでに果たせるかを、冒頭でお伝えする。"
        elif o.values["days_left"] == 0:
            action = f"{o.subject}の約束は今日が期限: 出かける前に用意する。"
        else:
            action = f"{o.subject}の約束がどこまで進んだかを、出かける前にそろえる。"
        soon = o.values["days_left"] is not None and not days and o.count("days_left") <= 3
        pressing = 93 - min(days, 400) / 10 if days else 91 if soon else 66
        yield Headline(
            pressing - (45 if o.values["in_doubt"] else 0),
            f"own:{o.subject}",
            (*lines, desk.say(ACTION, action, *o.all_evidence)),
        )


def _own_late(desk: Desk) -> Iterator[Headline]:
    """A promise we kept late, not spoken of since with the one who decides."""
    for o in desk.seen(Code.PROMISE_LATE):
        age = (desk.day - o.day("kept_on")).days
        if o.values["owner"] is not Party.BANK or age > 183:
            continue
        lines = [desk.say(FACT, f"当行: {state_of(desk, o)}", *grounds(o)), *_other_bank(desk, o.subject)]
        silent = next((g for g in desk.seen(Code.NOTHING_RECORDED) if g.values.get("thing") == o.subject), None)
        if silent:
            lines.append(desk.say(FACT, f"{o.subject}への先方の評価は、まだ記録にない。", silent.figure))
        action = f"はじめに遅れをおわびし、{o.subject}への率直な感想を伺う。"
        lines.append(desk.say(ACTION, action, *o.all_evidence))
        yield Headline(82 + (5 if len(lines) > 3 else 0) - age / 20, f"own:{o.subject}", tuple(lines))


def _other_bank(desk: Desk, subject: str) -> list[Statement]:
    lines = []
    for o in desk.seen(Code.OTHER_BANK_FIRST):
        if o.subject == subject:
            told = next(e for e in o.evidence if e.speaker)
            lines.append(desk.say(FACT, f"{o.values['bank']}のほうが先だった: {desk.told(told)}。", *o.all_evidence))
    return lines


def _theirs(desk: Desk) -> Iterator[Headline]:
    for o in desk.seen(Code.COUNTERPART_OVERDUE):
        days = o.count("days")
        action = f"{o.subject}の用意で困っていることがないかを伺い、受け取る日を決める。"
        lines = (
            desk.say(FACT, f"先方: {state_of(desk, o)}", *grounds(o)),
            desk.say(ACTION, action, *o.all_evidence),
        )
        yield Headline(76 - abs(days - 30) / 12 - (15 if o.values["in_doubt"] else 0), f"overdue:{o.subject}", lines)


def _moved(desk: Desk) -> Iterator[Headline]:
    for o in desk.seen(Code.CERTAINTY_MOVED):
        before, after = o.evidence
        age = desk.age(after)
        said = f"{o.subject}について、{o.values['speaker']}の言い方が、{desk.on(before.origin.date)}の{desk.quote(before)}から{desk.on(after.origin.date)}の{desk.quote(after)}へ変わった。"
        lines = (
            desk.say(FACT, said, before, after),
            desk.say(ACTION, "変わったきっかけを、説得せずに伺う。", before, after),
        )
        yield Headline(78 - age / 10, f"wish:{o.values['topic']}", lines)


def _contradictions(desk: Desk) -> Iterator[Headline]:
    for o in desk.seen(Code.RECORDS_CONTRADICT):
        assert o.figure
        lines = (
            desk.say(FACT, f"{o.figure.body}。", o.figure, *o.evidence),
            desk.say(ACTION, f"{o.subject}は、どちらが今の数字かを伺ってから使う。", *o.evidence),
        )
        yield Headline(58, f"contradiction:{o.subject}", lines)


def _complaints(desk: Desk) -> Iterator[Headline]:
    for o in desk.seen(Code.COMPLAINT)[-1:]:
        (words,) = o.evidence
        age = (desk.day - o.day("on")).days
        if age <= 120:
            lines = (
                desk.say(FACT, f"気を付けたい言葉がある: {desk.told(words)}。", words),
                desk.say(ACTION, "その後どうなったかを、こちらから切り出す。", words),
            )
            yield Headline(80 - age / 6, f"complaint:{words.origin.ref}", lines)


def _issue(desk: Desk) -> Iterator[Headline]:
    """Where nothing presses, the issue that weighs most, in the client's words."""
    for rank, o in enumerate(desk.seen(Code.ISSUE)[:2]):
        latest = o.evidence[0]
        lines = [desk.say(FACT, f"{o.subject}: {desk.told(latest)}。", latest)]
        gap = desk.of_topic(Code.NOTHING_RECORDED, o.values["topic"])
        if gap:
            lines.append(desk.say(ACTION, f"{gap.subject}を伺う。", latest, gap.figure))
        yield Headline(46 - 3 * rank, f"issue:{o.values['topic']}", tuple(lines))


def _figures(desk: Desk) -> Iterator[Headline]:
    """A loss, or sales that fell by a tenth or more."""
    for o in desk.seen(Code.INDICATOR):
        value = o.ratio("value") or 0
        if (o.values["key"] == "growth" and value <= Decimal("-0.1")) or (o.values["key"] == "margin" and value < 0):
            line = desk.say(FACT, f"{o.subject}は{o.values['shown']}。", o.figure)
            yield Headline(
                54,
                f"figure:{o.values['key']}",
                (
                    line,
                    desk.say(
                        ACTION,
                        f"{'赤字' if value < 0 and o.values['key'] == 'margin' else '減収'}の要因を伺う。",
                        o.figure,
                    ),
                ),
            )


def _thin(desk: Desk) -> Iterator[Headline]:
    """Hardly anything is recorded: say so, for that changes the visit too."""
    (count,) = desk.seen(Code.RECORD_COUNT)
    total = count.count("total")
    if total <= 1:
        text = "応接記録がまだない。" if total == 0 else f"応接記録は{desk.on(count.day('last'))}の1件だけ。"
        lines = (
            desk.say(FACT, text, count.figure),
            desk.say(ACTION, "提案は持たず、会社の現状と関心事を伺う訪問にする。", count.figure),
        )
        yield Headline(64, "thin", lines)


_FINDERS: tuple[Callable[[Desk], Iterator[Headline]], ...] = (
    _deadlines, _split, _own_open, _own_late, _theirs, _moved, _contradictions, _complaints, _issue, _figures, _thin,
)  # fmt: skip
