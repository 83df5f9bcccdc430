"""訪問前準備シート: the sections after the headlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bankrm.domain.business import HostItem
from bankrm.domain.citing import HOST_NAMES, cite_host
from bankrm.domain.days import A_YEAR
from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.accounts import Accounts
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.language.formatting import closing_period, millions, month_end

FACT, INFERENCE, QUESTION, ACTION = (
    StatementKind.FACT, StatementKind.INFERENCE, StatementKind.QUESTION, StatementKind.ACTION,
)  # fmt: skip
_OPEN_SHOWN = 3  # open questions among what was before: the last of them are asked again
_MARKED = Decimal("0.05")  # a fall of sales from which on hands are freed
_OF_THE_YEAR = timedelta(days=92)  # what is said so soon after a closing day still speaks of that year


def compose_previous(desk: Desk) -> Iterator[Statement]:
    """The last talk, how much is recorded, and what was said last."""
    for o in desk.seen(Code.VISIT_BETWEEN):
        yield desk.say(
            FACT, f"この訪問の前に、{desk.on(o.day('on'))}に{o.values['people']}を訪ねる予定がある。", *o.evidence
        )
        yield desk.say(ACTION, f"{desk.on(o.day('on'))}の結果を足してから出かける。", *o.evidence)
    (count,) = desk.seen(Code.RECORD_COUNT)
    last = next(iter(desk.seen(Code.LAST_TALK)), None)
    if last is None:
        return
    meeting, *words = last.evidence
    yield desk.say(
        FACT,
        f"直近の面談は{desk.on(last.day('on'))}の{last.values['method']}、相手は{last.values['people']}。",
        last.figure,
        meeting,
    )
    yield desk.say(
        FACT,
        f"応接記録は訪問日前の3か月で{count.values['recent']}件、全期間で{count.values['total']}件。",
        count.figure,
    )
    for evidence in filter(desk.usable, words):
        yield desk.say(FACT, f"前回の発言: {desk.told(evidence)}。", evidence)
    for o in desk.seen(Code.QUESTION_OPEN)[:_OPEN_SHOWN]:
        if not desk.kept_from(*o.evidence):
            yield desk.say(FACT, f"未回答の質問: {o.subject}({desk.on(o.day('on'))}、{o.values['why']})。", *o.evidence)
    for o in desk.seen(Code.ASKED_OF_US)[-_OPEN_SHOWN:]:
        if not desk.kept_from(*o.evidence):
            yield desk.say(FACT, f"先方からの質問: {''.join(map(desk.told, o.evidence))}。", *o.evidence)
            yield desk.say(FACT, f"{o.figure.body}。" if o.figure else "", o.figure)
            yield desk.say(ACTION, "当方の答えを用意してから出かける。", *o.all_evidence)


def compose_changes(desk: Desk) -> Iterator[Statement]:
    """Records since the pack of the visit before."""
    for o in desk.seen(Code.NEW_SINCE_LAST_PACK):
        (meeting,) = o.evidence
        talk = f"{desk.on(o.day('on'))}の{o.values['method']}({meeting.body.split(' 目的 ')[0]})"
        deed = "の記録が訂正された" if o.values["amended"] else "が加わった"
        yield desk.say(FACT, f"{talk}{deed}。", o.figure, meeting)


def compose_company(desk: Desk) -> Iterator[Statement]:
    """The customer master's own words, one field a line; who decides."""
    wanted = ("代表者", "事業内容", "設立", "主要仕入先", "主要販売先")
    for name in wanted:
        for _, evidence in desk.context.pack:
            if (
                evidence.origin.type is OriginType.HOST
                and evidence.origin.ref.startswith("client:")
                and evidence.body.startswith(name)
            ):
                yield desk.say(FACT, f"{name}: {evidence.body.removeprefix(name).strip(' 。')}。", evidence)
    for _, evidence in desk.context.pack:
        if (
            evidence.body.startswith("従業員")
            and evidence.origin.type is OriginType.ACCOUNTS
            and evidence.origin.date == _last_period(desk)
        ):
            yield desk.say(
                FACT,
                f"従業員: {evidence.body.removeprefix('従業員').strip()}({closing_period(_last_period(desk))}の決算)。",
                evidence,
            )


def _last_period(desk: Desk) -> date:
    return max((s.period_end for s in desk.context.dossier.statements), default=date.min)


def compose_business(desk: Desk) -> Iterator[Statement]:
    """Host values with their day, how they moved, our share, other banks."""
    for figures in reversed(desk.context.dossier.standing_host):
        host = list(cite_host(figures))
        values = [e for e in host if e.body.startswith(tuple(HOST_NAMES.values()))]
        if values:
            text = "、".join(e.body.replace(" ", "") for e in values)
            yield desk.say(FACT, f"{text}({desk.on(figures.as_of)}時点)。", *values)
        others = [e for e in host if e not in values]
        if others:
            yield desk.say(FACT, f"{'、'.join(e.body for e in others)}({desk.on(figures.as_of)}時点)。", *others)
    for o in desk.seen(Code.HOST_CHANGE):
        if o.values["item"] is HostItem.LOANS:
            before, now = o.count("before"), o.count("now")
            word = "減り" if now < before else "増え"
            moved = f"{millions(before)}から{millions(abs(now - before))}{word}、{desk.on(o.day('now_on'))}に{millions(now)}"
            yield desk.say(FACT, f"{o.subject}は{desk.on(o.day('before_on'))}の{moved}。", o.figure, *o.evidence)
    for o in desk.seen(Code.INDICATOR):
        if o.values["key"] == "bank_share":
            yield desk.say(FACT, f"当行シェアは{o.values['shown']}({month_end(o.day('period_end'))})。", o.figure)
    for _, evidence in desk.context.pack:
        if evidence.origin.ref.startswith("other-bank:") and evidence.origin.date:
            yield desk.say(FACT, f"他行: {evidence.body}({desk.on(evidence.origin.date)}時点)。", evidence)


def compose_finance(desk: Desk) -> Iterator[Statement]:
    """The six indicators beside the year before, then what cannot be computed and why; the bank's own last."""
    for o in desk.seen(Code.INDICATOR):
        if o.values["key"] == "bank_share":
            continue
        before = f"(前期{o.values['before_shown']})" if o.values.get("before_shown") else ""
        yield desk.say(FACT, f"{o.subject} {o.values['shown']}{before}。", o.figure)
    for o in desk.seen(Code.INDICATOR_MISSING):
        missing = "・".join(o.names("missing"))
        yield desk.say(FACT, f"{o.subject}は未算出({missing}が未登録)。", o.figure)


def compose_hypotheses(desk: Desk) -> Iterator[Statement]:
    """What the accounts say first; then for each weighty issue: what it may mean, what speaks for and against it, and the question that would refute it."""
    of_accounts = list(Accounts(desk).hypothesis())
    parts = [of_accounts] if of_accounts else []
    for o in desk.seen(Code.ISSUE):
        words = [
            e for e in o.evidence if desk.usable(e) and desk.age(e) <= A_YEAR
        ]  # older ones suppose nothing about today
        against = desk.usable(o.values.get("against"))
        if not words or not o.values["hypothesis"] or _is_refuted(desk, o):
            continue
        if of_accounts and o.values["topic"] == "earnings":  # the same, in their words
            of_accounts += [_word_for(desk, e) for e in words]
            continue
        many = o.count("times") >= 2 and len(o.names("speakers")) >= 2
        confidence = Confidence.MEDIUM if many and against is None else Confidence.LOW
        part = [desk.say(INFERENCE, f"{o.values['hypothesis']}。", *words, confidence=confidence)]
        part += [_word_for(desk, e) for e in words]
        if against:
            part.append(desk.say(FACT, f"反対の材料: {desk.told(against)}。", against))
        part += _figures_against(desk, o)
        gap = desk.of_topic(Code.NOTHING_RECORDED, o.values["topic"])
        if gap and not desk.hushed(gap):
            part.append(desk.say(QUESTION, f"確かめる質問: {gap.values['question']}。", *gap.all_evidence))
        parts.append(part)
    yield from grouped("hypotheses", parts)


def _word_for(desk: Desk, words: Evidence) -> Statement:
    return desk.say(FACT, f"根拠となる発言: {desk.told(words)}。", words)


def _is_refuted(desk: Desk, issue: Observation) -> bool:
    """Whether the figures of the very time of which the words speak say the opposite."""
    said = [e.origin.date for e in issue.evidence if e.origin.date]
    return any(max(said) - o.day("period_end") <= _OF_THE_YEAR for o in _risen_against(desk, issue))


def _risen_against(desk: Desk, issue: Observation) -> Iterator[Observation]:
    """The indicator whose rise refutes the hypothesis, where it rose: sales that grew, a margin above the year before's."""
    for o in desk.seen(Code.INDICATOR):
        value, before = o.ratio("value"), 0 if o.values["key"] == "growth" else o.values.get("before")
        rose = value is not None and isinstance(before, int | Decimal) and value > before
        if rose and o.values["key"] == issue.values["refuted_by"]:
            yield o


def _figures_against(desk: Desk, issue: Observation) -> Iterator[Statement]:
    """A rise that would refute it, but of an earlier time; a marked fall of sales against a shortage of hands."""
    fell = (o for o in desk.seen(Code.INDICATOR) if o.values["key"] == "growth" and (o.ratio("value") or 0) <= -_MARKED)
    for o in (*_risen_against(desk, issue), *(fell if issue.values["topic"] == "people" else ())):
        before = f"(前期{o.values['before_shown']})" if o.values["key"] != "growth" and o.values["before_shown"] else ""
        yield desk.say(FACT, f"反対の材料: {o.subject}は{o.values['shown']}{before}。", o.figure)
