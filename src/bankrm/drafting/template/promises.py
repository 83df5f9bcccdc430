"""Sentences about promises, shared by the brief, the summary and the scenario."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk

FACT = StatementKind.FACT


def state_of(desk: Desk, o: Observation) -> str:
    """One promise and where it stands, in one sentence."""
    due, days = o.values.get("due"), o.values.get("days")
    ours = o.values["owner"] is Party.BANK
    by = f"期限({desk.due(due)})" if isinstance(due, date) else "期限"
    head = f"{o.subject}の約束は、"
    deed = "果たした" if ours else "受け取った"
    if o.code in (Code.PROMISE_LATE, Code.PROMISE_KEPT):
        late = f"{by}より{days}日遅れて" if days else ""
        return f"{head}{late}{desk.on(o.values['kept_on'])}に{deed}。"
    rest = f"{deed}かどうかが記録からは決められない。" if o.values["in_doubt"] else f"{deed}記録がない。"
    if days:
        return f"{head}{by}を訪問日で{days}日過ぎ、{rest}"
    if o.values.get("days_left") == 0:
        return f"{head}訪問日が{by}で、まだ{rest}"
    return f"{head}{by}{'まで日があり' if isinstance(due, date) else 'の記載がなく'}、まだ{rest}"


def grounds(o: Observation) -> tuple[Evidence, ...]:
    """What a statement about a promise cites: the computed figure that says it, the promise, and the record of its keeping."""
    return (*((o.figure,) if o.figure else ()), *o.evidence)


def listed(desk: Desk, o: Observation) -> str:
    """One promise as a line of a list: 先方: 見積書の更新版(期限10月31日) 24日超過、受け取った記録がない。"""
    due, days = o.values.get("due"), o.values.get("days")
    ours = o.values["owner"] is Party.BANK
    by = f"期限{desk.due(due)}" if isinstance(due, date) else "期限の記載なし"
    deed = "果たした" if ours else "受け取った"
    if o.code in (Code.PROMISE_LATE, Code.PROMISE_KEPT):
        state = (
            f"{days}日遅れて{desk.on(o.values['kept_on'])}に{deed}"
            if days
            else f"{desk.on(o.values['kept_on'])}に{deed}"
        )
    else:
        doubt = f"{deed}かどうかが記録からは決められない" if o.values["in_doubt"] else f"{deed}記録がない"
        state = f"{days}日超過、{doubt}" if days and not o.values["in_doubt"] else doubt
    return f"{'当行' if ours else '先方'}: {o.subject}({by}) {state}。"


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
