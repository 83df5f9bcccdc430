"""Sentences about promises, shared by the brief, the summary and the scenario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk
from bankrm.language.words import content_words

FACT = StatementKind.FACT
_RECENT_DAYS, _TWO_YEARS = 183, 731
_APPLICATION = ("締切", "締め切", "公募", "補助", "助成", "申請", "申込", "応募", "募集", "受付")
_ACCOUNTS = ("試算表", "決算", "資金繰り")  # what any renewal is judged on
# What each other kind of deadline is kept from by: an application by the papers of the plan.
_NEEDED = {
    DeadlineKind.CHOICE: ("見積", "図面", "計画", "書", "写真", "内訳"),
    DeadlineKind.OTHERS: ("見積", "図面", "計画", "明細"),
    DeadlineKind.PAYMENT: ("試算表", "資金繰り", "見積"),
}


def state_of(desk: Desk, o: Observation) -> str:
    """One promise and where it stands, in one sentence."""
    due, days, deed = o.values.get("due"), o.values.get("days"), o.values["deed"]
    by = f"期限({desk.due(due)})" if isinstance(due, date) else "期限"
    if o.code in (Code.PROMISE_LATE, Code.PROMISE_KEPT):
        late = f"{by}より{days}日遅れて" if days else ""
        return f"{o.subject}は、{late}{desk.on(o.values['kept_on'])}に{deed}。"
    rest = f"{deed}かどうかが記録からは決められない。" if o.values["in_doubt"] else f"{absent(desk, o)}。"
    if days:
        by = f"期限{desk.due(due)}({days}日超過"
        missing = o.values["paper"] and not o.values.get("unsearched")
        return f"{o.subject}は、{by}・受領の記録なし)。" if missing else f"{o.subject}は、{by})、{rest}"
    if _at_the_table(o):
        return f"{o.subject}は、{_at_visit(desk, o)}。"
    still = rest if o.values.get("unsearched") else f"まだ{rest}"
    if o.values.get("days_left") == 0:
        return f"{o.subject}は、訪問日が{by}で、{still}"
    return f"{o.subject}は、{by}{'まで日があり' if isinstance(due, date) else 'の記載がなく'}、{still}"


def absent(desk: Desk, o: Observation) -> str:
    """That no record tells of it; where nothing was recorded since, that nobody knows yet."""
    since = o.values.get("unsearched")
    if not since:
        return f"{o.values['deed']}記録がない"
    when = "その後" if desk.secret(o.evidence[0]) else f"{desk.on(since)}より後"  # the day of a secret talk tells of it
    return f"{when}の記録がなく、未確認"


def able(o: Observation) -> str:
    """The deed as something one can do: お渡しできる, 回答できる."""
    deed = str(o.values["deed"])
    return f"{deed.removesuffix('した')}できる" if deed.endswith("した") and deed != "果たした" else "果たせる"


def grounds(o: Observation) -> tuple[Evidence, ...]:
    """What a statement about a promise cites: the computed figure that says it, the promise, and the record of its keeping."""
    return (*((o.figure,) if o.figure else ()), *o.evidence)


def listed(desk: Desk, o: Observation) -> str:
    """One promise as a line of a list: 先方: 見積書の更新版(期限10月31日) 24日超過・受領の記録なし。"""
    due, days, deed = o.values.get("due"), o.values.get("days"), o.values["deed"]
    by = f"期限{desk.due(due)}" if isinstance(due, date) else "期限の記載なし"
    if o.code in (Code.PROMISE_LATE, Code.PROMISE_KEPT):
        state = f"{f'{days}日遅れて' if days else ''}{desk.on(o.values['kept_on'])}に{deed}"
    elif _at_the_table(o):
        state = "訪問日に受け取る約束"
    elif o.values["in_doubt"]:
        state = f"{deed}かどうかが記録からは決められない"
    else:
        ahead = isinstance(due, date) and due >= desk.today  # the day lies between the writing and the visit
        days = 0 if ahead else days
        late = f"{days}日超過" if days else "訪問日が期限" if o.values.get("days_left") == 0 else ""
        missing = bool(days and o.values["paper"] and not o.values.get("unsearched"))
        state = f"{late}・受領の記録なし" if missing else "、".join(filter(None, (late, absent(desk, o))))
    return f"{whose(o)}: {o.subject}({by}) {state}。"


def promise_lines(desk: Desk, *codes: Code) -> Iterator[Statement]:
    """One line a promise, whose it is first."""
    return (desk.say(FACT, listed(desk, o), *grounds(o)) for o in desk.seen(*codes))


def compose_promises(desk: Desk) -> Iterator[Statement]:
    """For the brief: what is open, how often we were late, and the two latest of these."""
    yield from _open_then_late(desk, _own_late(desk)[:2])


def open_and_late(desk: Desk) -> Iterator[Statement]:
    """What is open, and all that we kept late in two years."""
    yield from _open_then_late(desk, _own_late(desk))


def _open_then_late(desk: Desk, late: Sequence[Observation]) -> Iterator[Statement]:
    """What is surely open, theirs first; that nothing of ours is, where that is so; ours kept late; theirs of late; last what the
    records leave open."""
    still_open = desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN, Code.PROMISE_OPEN)
    by_owner = sorted(still_open, key=lambda o: (bool(o.values["in_doubt"]), o.values["owner"] is Party.BANK))
    for o in by_owner:
        if not o.values["in_doubt"]:
            yield desk.say(FACT, listed(desk, o), *grounds(o))
    for o in desk.seen(Code.NOTHING_RECORDED):
        if o.values.get("about") == "own_promises":
            yield desk.say(FACT, "当行: 未了の約束は記録にない。", o.figure)
    yield from pattern(desk)
    theirs = [o for o in _late(desk, _RECENT_DAYS) if o.values["owner"] is Party.CLIENT]
    for o in [*late, *theirs, *(o for o in by_owner if o.values["in_doubt"])]:
        yield desk.say(FACT, listed(desk, o), *grounds(o))


def pattern(desk: Desk) -> Iterator[Statement]:
    """How often we were late, where that is a habit."""
    for o in desk.seen(Code.LATE_PATTERN):
        yield desk.say(FACT, f"当行の約束で期限に遅れたものは、この2年で{o.values['times']}件。", o.figure)


def _own_late(desk: Desk) -> list[Observation]:
    """What we kept late in the last two years, the latest first."""
    return [o for o in _late(desk, _TWO_YEARS) if o.values["owner"] is Party.BANK]


def _late(desk: Desk, days: int) -> list[Observation]:
    late = [o for o in desk.seen(Code.PROMISE_LATE) if (desk.day - o.day("kept_on")).days <= days]
    return sorted(late, key=lambda o: o.day("kept_on"), reverse=True)


def whose(promise: Observation) -> str:
    """Whose promise it is, as documents say it."""
    return "当行" if promise.values["owner"] is Party.BANK else "先方"


def _at_the_table(o: Observation) -> bool:
    """Whether it is a paper of theirs that falls due on the day of the visit: to be handed over there, and not late."""
    due_then = not o.values["days"] and o.values.get("days_left") == 0
    return due_then and o.values["owner"] is Party.CLIENT and bool(o.values.get("paper"))


def outstanding(desk: Desk, o: Observation) -> Statement:
    """One thing they owe for a deadline; what is to be brought to the visit is not late yet."""
    if not o.values["days"]:
        return desk.say(FACT, f"先方: {o.subject}は、{_at_visit(desk, o)}。", *grounds(o))
    if o.day("due") >= desk.today:  # nobody can know yet on the day of writing
        text = f"{o.subject}(期限{desk.due(o.values['due'])})を受け取ったかを、出かける前に確かめる。"
        return desk.say(StatementKind.ACTION, text, *grounds(o))
    late = f"期限{desk.due(o.values['due'])}、{o.values['days']}日超過"
    missing = f"は、{absent(desk, o)}" if o.values.get("unsearched") else "は、受領の記録なし"
    return desk.say(FACT, f"先方: {o.subject}({late}){missing}。", *grounds(o))


def _at_visit(desk: Desk, o: Observation) -> str:
    return f"訪問日({desk.due(o.values['due'])})に受け取る約束"


def lacking(desk: Desk, deadline: Observation) -> list[Observation]:
    """What the other side owes for such a deadline: for our own loan what we said it needs, for an application what was asked for
    in the same talk."""
    owed = [o for o in desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN) if not o.values["in_doubt"]]
    due = [o for o in owed if o.values["days"] or o.values["days_left"] == 0]
    kind = DeadlineKind(str(deadline.values["kind"]))
    if kind is DeadlineKind.MATURITY:
        return [o for o in due if _needed(deadline, o)][-2:]
    if kind is DeadlineKind.CHOICE and not any(word in e.body for e in deadline.evidence for word in _APPLICATION):
        return []
    refs = {e.origin.ref for e in deadline.evidence}
    linked = [o for o in due if any(e.origin.ref in refs for e in o.evidence)]
    return [o for o in linked if any(word in o.subject for word in _NEEDED[kind])][-2:]


def received(desk: Desk, maturity: Observation) -> list[Observation]:
    """What such a loan needs and the other side has brought since it was asked for: not to be asked for again."""
    talks = maturity.names("talks")
    came = sorted(desk.seen(Code.PROMISE_KEPT, Code.PROMISE_LATE), key=lambda o: o.day("kept_on"))
    theirs = [o for o in came if o.values["owner"] is Party.CLIENT and o.evidence[0].origin.ref in talks]
    return [o for o in theirs if maturity.values["needed"] and _needed(maturity, o)][-1:]


def _needed(maturity: Observation, owed: Observation) -> bool:
    """Whether the list of what the loan needs names the thing; without a list, whether it is a paper of account that was promised
    in a talk on the loan."""
    needed = str(maturity.values["needed"])
    if needed:
        thing = frozenset(w for w in content_words(owed.subject) if len(w) > 1 and not re.search(r"\d", w))
        return bool(thing) and 2 * len(thing & frozenset(content_words(needed))) >= len(thing)
    talks = maturity.names("talks")
    spoken = not talks or any(e.origin.ref in talks for e in owed.evidence)
    return spoken and any(word in owed.subject for word in _ACCOUNTS)
