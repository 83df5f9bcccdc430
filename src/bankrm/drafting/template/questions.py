"""聞くこと: at most one question for one blank, to the person who can answer it, with the answer to expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.accounts import Accounts
from bankrm.drafting.template.addressees import asked_of, decider, is_called_ahead, keeper_of_books, known_by, promiser
from bankrm.drafting.template.desk import Desk, grouped

_BALANCES = ("借入金", "現預金", "売上債権", "棚卸資産", "買入債務", "純資産", "総資産")
QUESTION, ACTION = StatementKind.QUESTION, StatementKind.ACTION


def compose_questions(desk: Desk) -> Iterator[Statement]:
    """What the accounts leave open, what they owe, what stayed unanswered, what nobody has said, which lines of the accounts lack: in
    this order, but such lines never after the fourth."""
    asked = [*_results(desk), *_owed(desk), *_unanswered(desk), *_gaps(desk)]
    missing = desk.seen(Code.INDICATOR_MISSING)
    shown = [o for o in missing if not o.values["internal"]]
    if shown:
        asked.insert(min(3, len(asked)), _missing_accounts(desk, shown))
    elif missing:
        asked.append(_missing_accounts(desk, missing))
    visit = desk.visit_evidence()
    yield from grouped("questions", ([desk.also_citing(s, visit) for s in statements] for statements in asked))


def _results(desk: Desk) -> Iterator[list[Statement]]:
    """Why the year came out as it did, and how this one goes, where that is a concern."""
    accounts = Accounts(desk)
    first = next(iter(accounts.told), None)
    beginning = asked_of(desk, first, decider(desk)) if first else ""
    if beginning and (accounts.loss or accounts.strained):
        cited = accounts.figures()
        yield [
            desk.say(QUESTION, f"{beginning} {accounts.question()}。", *cited),
            desk.say(ACTION, "見通しが立たないとのお答えなら、直近の試算表をいただく日を決める。", *cited),
        ]


def _owed(desk: Desk) -> Iterator[list[Statement]]:
    """The two latest things they owe, in one question where they go to one person; by telephone before the visit where that is better."""
    owed = [o for o in desk.seen(Code.COUNTERPART_OVERDUE) if not o.values["in_doubt"]][-2:]
    to = {o.subject: promiser(desk, o) for o in owed}
    ahead = [o for o in owed if is_called_ahead(desk, to[o.subject], overdue=True)]
    for person in dict.fromkeys(to[o.subject] for o in ahead):
        things = [o for o in ahead if to[o.subject] == person and person not in desk.hushed(o)]
        if things:
            what = f"{_listed(things)}がいつ届くか"
            yield [_call(desk, person, what, *(e for o in things for e in o.all_evidence))]
    begun = [(asked_of(desk, o, _at_table(desk, to[o.subject])), o) for o in owed if o not in ahead]
    for beginning in dict.fromkeys(b for b, _ in begun if b):
        things = [o for b, o in begun if b == beginning]
        evidence = [e for o in things for e in o.all_evidence]
        yield [
            desk.say(QUESTION, f"{beginning} {_listed(things)}は、いつごろいただけそうでしょうか。", *evidence),
            desk.say(ACTION, "難しい様子なら、何が止めているかを聞き、受け取る日だけを決める。", *evidence),
        ]


def _listed(things: Sequence[Observation]) -> str:
    return "と".join(o.subject for o in things)


def _at_table(desk: Desk, person: str) -> str:
    return person if desk.meets(person) else decider(desk)


def _call(desk: Desk, person: str, what: str, *evidence: Evidence) -> Statement:
    return desk.say(ACTION, f"訪問前に、{person}へ電話で、{what}を確かめる。", *evidence, known_by(desk, person))


def _unanswered(desk: Desk) -> Iterator[list[Statement]]:
    """The two questions that are open longest, to whom they were meant for; one that a blank asks anyway is asked there."""
    blanks = {str(o.values.get("question")) for o in desk.seen(Code.NOTHING_RECORDED)}
    for o in [o for o in desk.seen(Code.QUESTION_OPEN) if o.values["is_question"] and o.subject not in blanks][:2]:
        meant = desk.as_planned(str(o.values["to"]))
        if o.values["apart"] and not desk.meets(meant):
            continue  # what was to be asked away from others is asked of nobody else
        beginning = asked_of(desk, o, meant if desk.meets(meant) else decider(desk))
        if beginning:
            beginning = beginning.replace("へ)", "へ、別席で)") if o.values["apart"] else beginning
            yield [desk.say(QUESTION, f"{beginning} {o.subject}。", *o.evidence)]


def _gaps(desk: Desk) -> Iterator[list[Statement]]:
    """Matters in doubt first, then the latest raised."""
    gaps = [o for o in desk.seen(Code.NOTHING_RECORDED) if "question" in o.values]
    doubtful = {o.values["topic"] for o in desk.seen(Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED)}
    for o in sorted(gaps, key=lambda o: (o.values.get("topic") not in doubtful, -o.day("on").toordinal())):
        beginning = asked_of(desk, o, _to(desk, o))
        if beginning:
            yield [
                desk.say(QUESTION, f"{beginning} {o.values['question']}。", *o.all_evidence),
                desk.say(ACTION, f"{o.values['reaction']}。", *o.all_evidence),
            ]


def _to(desk: Desk, gap: Observation) -> str:
    match gap.values["to"]:
        case "finance":
            return _at_table(desk, keeper_of_books(desk))
        case "speaker" if desk.meets(str(gap.values.get("speaker"))):
            return desk.as_planned(str(gap.values["speaker"]))
        case _:
            return decider(desk)


def _missing_accounts(desk: Desk, missing: Sequence[Observation]) -> list[Statement]:
    lacks = dict.fromkeys(name for o in missing for name in o.names("missing"))
    evidence = [e for o in missing for e in o.all_evidence]
    accounts = "決算書" if desk.is_company() else "確定申告書"
    standing = [name for name in lacks if name in _BALANCES]
    yearly = [name for name in lacks if name not in (*_BALANCES, "従業員")]
    what = [f"{'・'.join(standing)}の直近の残高"] if standing else []
    what += ["従業員の人数(パートを含む)"] if "従業員" in lacks else []
    if not what:  # what a year's accounts show is in the branch's own copy: no question for a client
        return [desk.say(ACTION, f"出かける前に、{accounts}の控えで{'・'.join(yearly)}を確かめる(未登録)。", *evidence)]
    keeper = keeper_of_books(desk)
    if is_called_ahead(desk, keeper):
        return [_call(desk, keeper, "と".join(what), *evidence)]
    paper = "試算表" if desk.is_company() and standing else f"{accounts}の控え"
    return [
        desk.say(QUESTION, f"({_at_table(desk, keeper)}へ) {'と'.join(what)}を教えていただけますか。", *evidence),
        desk.say(ACTION, f"お手元になければ、{paper}の写しをいただく日を決める。", *evidence),
    ]
