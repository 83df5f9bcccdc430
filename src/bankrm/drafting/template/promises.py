"""Sentences about promises, shared by the brief, the summary and the scenario."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk

FACT = StatementKind.FACT
_APPLICATION = ("締切", "締め切", "公募", "補助", "助成", "申請", "申込", "応募", "募集", "受付")
# What each kind of deadline is kept from by: a renewal needs accounts, an application the papers of the plan.
_NEEDED = {
    DeadlineKind.MATURITY: ("試算表", "決算", "資金繰り", "契約書", "受注", "出来高", "入金"),
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
    rest = f"{deed}かどうかが記録からは決められない。" if o.values["in_doubt"] else f"{deed}記録がない。"
    if days:
        return f"{o.subject}は、{by}を訪問日で{days}日過ぎ、{rest}"
    if o.values.get("days_left") == 0:
        return f"{o.subject}は、訪問日が{by}で、まだ{rest}"
    return f"{o.subject}は、{by}{'まで日があり' if isinstance(due, date) else 'の記載がなく'}、まだ{rest}"


def able(o: Observation) -> str:
    """The deed as something one can do: お渡しできる, 回答できる."""
    deed = str(o.values["deed"])
    return f"{deed.removesuffix('した')}できる" if deed.endswith("した") and deed != "果たした" else "果たせる"


def grounds(o: Observation) -> tuple[Evidence, ...]:
    """What a statement about a promise cites: the computed figure that says it, the promise, and the record of its keeping."""
    return (*((o.figure,) if o.figure else ()), *o.evidence)


def listed(desk: Desk, o: Observation) -> str:
    """One promise as a line of a list: 先方: 見積書の更新版(期限10月31日) 24日超過・未着。"""
    due, days, deed = o.values.get("due"), o.values.get("days"), o.values["deed"]
    by = f"期限{desk.due(due)}" if isinstance(due, date) else "期限の記載なし"
    if o.code in (Code.PROMISE_LATE, Code.PROMISE_KEPT):
        state = f"{f'{days}日遅れて' if days else ''}{desk.on(o.values['kept_on'])}に{deed}"
    elif o.values["in_doubt"]:
        state = f"{deed}かどうかが記録からは決められない"
    else:
        late = f"{days}日超過" if days else "訪問日が期限" if o.values.get("days_left") == 0 else ""
        state = f"{late}・未着" if days and o.values["paper"] else "、".join(filter(None, (late, f"{deed}記録がない")))
    return f"{whose(o)}: {o.subject}({by}) {state}。"


def promise_lines(desk: Desk, *codes: Code) -> Iterator[Statement]:
    """One line a promise, whose it is first."""
    return (desk.say(FACT, listed(desk, o), *grounds(o)) for o in desk.seen(*codes))


def open_and_late(desk: Desk) -> Iterator[Statement]:
    """What is surely open, theirs first; that nothing of ours is, where that is so; ours kept late; last what the records leave open."""
    still_open = desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN, Code.PROMISE_OPEN)
    by_owner = sorted(still_open, key=lambda o: (bool(o.values["in_doubt"]), o.values["owner"] is Party.BANK))
    for o in by_owner:
        if not o.values["in_doubt"]:
            yield desk.say(FACT, listed(desk, o), *grounds(o))
    for o in desk.seen(Code.NOTHING_RECORDED):
        if o.values.get("about") == "own_promises":
            yield desk.say(FACT, "当行: 未了の約束は記録にない。", o.figure)
    recent = [o for o in desk.seen(Code.PROMISE_LATE) if (desk.day - o.day("kept_on")).days <= 183]
    for o in [*recent, *(o for o in by_owner if o.values["in_doubt"])]:
        yield desk.say(FACT, listed(desk, o), *grounds(o))


def whose(promise: Observation) -> str:
    """Whose promise it is, as documents say it."""
    return "当行" if promise.values["owner"] is Party.BANK else "先方"


def outstanding(desk: Desk, o: Observation) -> Statement:
    """One thing they owe for a deadline."""
    late = f"期限{desk.due(o.values['due'])}、{o.values['days']}日超過" if o.values["days"] else "訪問日が期限"
    return desk.say(FACT, f"先方: {o.subject}({late})が未着。", *grounds(o))


def lacking(desk: Desk, deadline: Observation) -> list[Observation]:
    """What the other side owes, of the sort that such a deadline needs: for our own loan whatever the accounts lack, for an
    application what was asked for in the same talk."""
    refs = {e.origin.ref for e in deadline.evidence}
    kind = DeadlineKind(str(deadline.values["kind"]))
    if kind is DeadlineKind.CHOICE and not any(word in e.body for e in deadline.evidence for word in _APPLICATION):
        return []
    owed = [o for o in desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN) if not o.values["in_doubt"]]
    due = [o for o in owed if o.values["days"] or o.values["days_left"] == 0]
    linked = [o for o in due if kind is DeadlineKind.MATURITY or any(e.origin.ref in refs for e in o.evidence)]
    return [o for o in linked if any(word in o.subject for word in _NEEDED[kind])][-2:]
