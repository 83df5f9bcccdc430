"""Sentences about promises, shared by the brief, the summary and the scenario."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def outstanding(desk: Desk, missing: Sequence[Observation]) -> Statement:
    """What they owe for a deadline, in one sentence."""
    named = [f"{o.subject}({_by(desk, o)})" for o in missing]
    return desk.say(
        FACT, f"先方: {'と'.join(named)}を受け取った記録がない。", *(e for o in missing for e in grounds(o))
    )


def _by(desk: Desk, o: Observation) -> str:
    late = f"、{o.values['days']}日超過" if o.values["days"] else ""
    return f"期限{desk.due(o.values['due'])}{late}" if o.values["due"] else "期限の記載なし"


def lacking(desk: Desk, deadline: Observation) -> list[Observation]:
    """What the other side owes, of the sort that such a deadline needs: for our own loan whatever the accounts lack, for an
    application what was asked for in the same talk."""
    refs = {e.origin.ref for e in deadline.evidence}
    kind = DeadlineKind(str(deadline.values["kind"]))
    if kind is DeadlineKind.CHOICE and not any(word in e.body for e in deadline.evidence for word in _APPLICATION):
        return []
    owed = [o for o in desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN) if not o.values["in_doubt"]]
    due = [o for o in owed if o.code is Code.COUNTERPART_OVERDUE or o.values["days_left"] == 0]
    linked = [o for o in due if kind is DeadlineKind.MATURITY or any(e.origin.ref in refs for e in o.evidence)]
    return [o for o in linked if any(word in o.subject for word in _NEEDED[kind])][-2:]
