"""今日の要点: at most three, ranked by what changes the visit; each facts with their grounds and what to do about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bankrm.domain.days import A_YEAR
from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.accounts import Accounts
from bankrm.drafting.template.addressees import is_called_ahead, known_by, promiser
from bankrm.drafting.template.contradictions import settling
from bankrm.drafting.template.deadlines import facts_of, rivals, to_meet
from bankrm.drafting.template.desk import Desk, grouped, telling_words
from bankrm.drafting.template.promises import able, grounds, lacking, pattern, state_of

FACT, ACTION = StatementKind.FACT, StatementKind.ACTION
_MOST, _FACTS, _ACTIONS = 3, 5, 2
_ON_PURPOSE = 15.0  # what the visit is made for outweighs what merely is late
_FILLS = 25.0  # what weighs less is shown only where there is nothing else


@dataclass(frozen=True, slots=True)
class Headline:
    """A candidate: how much it changes the visit, the words it is about, its facts and what to do."""

    weight: float
    about: frozenset[str]
    facts: tuple[Statement, ...]
    actions: tuple[Statement, ...]
    joins: bool = True  # whether it adds to a heavier headline on its subject, rather than giving way to it
    ours_to_do: bool = False

    def joined(self, other: Headline) -> Headline:
        """With what another says of the same matter, as far as it can still be read at a glance."""
        if not other.joins:
            return self
        facts = tuple(dict.fromkeys((*self.facts, *other.facts)))[:_FACTS]
        actions = (*self.actions, *(other.actions if other.ours_to_do or self.ours_to_do else ()))
        return replace(
            self, about=self.about | other.about, facts=facts, actions=tuple(dict.fromkeys(actions))[:_ACTIONS]
        )


def compose_headlines(desk: Desk) -> Iterator[Statement]:
    """The three heaviest matters; candidates on one subject are one."""
    chosen: list[Headline] = []
    for headline in sorted(chain.from_iterable(find(desk) for find in _FINDERS), key=lambda h: -h.weight):
        same = next((place for place, h in enumerate(chosen) if h.about & headline.about), None)
        if same is not None:
            chosen[same] = chosen[same].joined(headline)
        elif len(chosen) < (_MOST if headline.weight > _FILLS else 1):
            chosen.append(headline)
    yield from grouped("headlines", ((*h.facts, *h.actions) for h in chosen))


def _headline(
    desk: Desk, o: Observation, weight: float, facts: Sequence[Statement], action: str | None, *grounds: Evidence | None,
    about: frozenset[str] = frozenset(),
) -> Headline:  # fmt: skip
    """A headline on the observation's subject."""
    about = about or telling_words(o.subject) or frozenset({o.subject})
    actions = [desk.say(ACTION, action, *(grounds or o.all_evidence))] if action else []
    on_purpose = _ON_PURPOSE if desk.is_purpose(o.subject) else 0.0
    return Headline(weight + on_purpose, about, tuple(facts), tuple(actions))


def _deadlines(desk: Desk) -> Iterator[Headline]:
    """A day soon after the visit, with what is still missing for it. A maturity comes before all else."""
    for o in desk.open_to_all(Code.DEADLINE_NEAR):
        if o.values.get("let_go"):
            continue  # declined: the change itself is told
        missing = lacking(desk, o)
        related = [p.subject for p in (o, *missing, *rivals(desk, o))]
        about = frozenset[str]().union(*map(telling_words, related))
        base = {DeadlineKind.MATURITY: 130.0, DeadlineKind.PAYMENT: 104.0}.get(
            DeadlineKind(str(o.values["kind"])), 99.0
        )
        weight = base - 2 * o.count("days") + 4 * bool(missing)
        apart = _apart(desk, o)
        if apart is None:
            yield _headline(desk, o, weight, list(facts_of(desk, o)), to_meet(o, missing), about=about)
        else:
            yield _headline(
                desk, o, weight, list(facts_of(desk, o)), apart, *o.all_evidence, desk.visit_evidence(), about=about
            )


def _apart(desk: Desk, o: Observation) -> str | None:
    """For a choice of which we know by a talk that somebody at the table must not hear of: no answer is asked for in company."""
    refs = {e.origin.ref for e in o.evidence}
    told = [c for c in desk.seen(Code.CONFIDENTIAL) if c.values["before"] and c.subject in refs]
    if o.values["kind"] is not DeadlineKind.CHOICE or not told:
        return None
    tellers = [p for c in told for p in c.names("people") if desk.meets(p) and p not in c.names("before")]
    return (
        f"{desk.as_planned(tellers[0])}に、別席で先に伺う: この席で結論は求めない。"
        if tellers
        else "この席で結論は求めない。"
    )


def _decisions(desk: Desk) -> Iterator[Headline]:
    """What the client is about to decide, in their words."""
    for o in desk.open_to_all(Code.DECISION_NEAR):
        *before, words = o.evidence
        said = "".join(desk.quote(e) for e in before) + desk.told(words)
        facts = (desk.say(FACT, f"先方の判断の時期が近い: {said}。", *o.evidence),)
        action = "判断の決め手を伺い、求められるまで意見は言わない。"
        yield _headline(desk, o, 96 - o.count("days") / 4, facts, action)


def _split(desk: Desk) -> Iterator[Headline]:
    """A wish that another person's words, or the silence of the one who decides, leave open."""
    for o in desk.open_to_all(Code.WISH_UNCONFIRMED):
        wish, *doubt = o.evidence
        decider = o.values["decider"]
        if doubt:
            said = f"{o.subject}の話が分かれている: {desk.told(wish)}と{desk.told(doubt[0])}。"
        else:
            said = f"{o.subject}について、{desk.told(wish)}とあるが、{decider}の言葉ではない。"
        unmet = f"その後に{decider}と面談した記録がなく、{o.subject}の今の意向は未確認。"
        unknown = f"その後に{decider}が{o.subject}の意向を述べた記録はない。" if o.count("talks_since") else unmet
        facts = (desk.say(FACT, said, wish, *doubt, o.figure), desk.say(FACT, unknown, o.figure))
        age = desk.age(doubt[0] if doubt else wish)
        weight = (90 if doubt else 70) - age / 12
        yield _headline(desk, o, weight, facts, f"{decider}ご自身の今のお考えを、先に伺う。", wish, o.figure)


def _own_open(desk: Desk) -> Iterator[Headline]:
    """A promise of ours that is open; with how often we were late, where this is one more time."""
    for o in desk.open_to_all(Code.PROMISE_OPEN):
        days = o.count("days")
        facts = [desk.say(FACT, f"当行: {state_of(desk, o)}", *grounds(o)), *_other_bank(desk, o.subject)]
        facts += pattern(desk) if days and not o.values["in_doubt"] else ()
        if o.values["in_doubt"]:
            action = f"{o.subject}がお手元にあるかを、出かける前に支店の控えで確かめる。"
        elif days and o.day("due") >= desk.today:
            action = f"期限は{desk.due(o.day('due'))}: 訪問を待たずに、その日までに済ませる。"
        elif days:
            action = f"遅れをおわびし、いつ{able(o)}かを、冒頭でお伝えする。"
        elif o.values["days_left"] == 0:
            action = f"{o.subject}は訪問日が期限: 出かける前に用意する。"
        else:
            action = f"{o.subject}がどこまで進んだかを、出かける前に確かめる。"
        soon = o.values["days_left"] is not None and not days and o.count("days_left") <= 3
        due_then = not days and o.values["days_left"] == 0  # whoever was promised it waits for it at the table
        pressing = 93 - min(days, 400) / 10 if days else 106 if due_then else 91 if soon else 66
        headline = _headline(desk, o, pressing - (45 if o.values["in_doubt"] else 0), facts, action)
        yield replace(headline, ours_to_do=True)


def _own_late(desk: Desk) -> Iterator[Headline]:
    """A promise we kept late, not spoken of since with the one who decides; no apology once they met us after it."""
    for o in desk.open_to_all(Code.PROMISE_LATE):
        age = (desk.day - o.day("kept_on")).days
        if o.values["owner"] is not Party.BANK or age > 183:
            continue
        met_since = any(r.on > o.day("kept_on") for r in desk.context.dossier.interactions)
        silent = next((g for g in desk.seen(Code.NOTHING_RECORDED) if g.values.get("thing") == o.subject), None)
        if met_since and silent is None:
            continue
        facts = [desk.say(FACT, f"当行: {state_of(desk, o)}", *grounds(o)), *_other_bank(desk, o.subject)]
        if silent:
            facts.append(desk.say(FACT, f"{o.subject}への先方の評価は、まだ記録にない。", silent.figure))
        apology = "" if met_since else "はじめに遅れをおわびし、"
        weight = 82 + (5 if len(facts) > 2 else 0) - age / 20
        yield _headline(desk, o, weight, facts, f"{apology}{o.subject}への率直な感想を伺う。")


def _other_bank(desk: Desk, subject: str) -> list[Statement]:
    facts = []
    for o in desk.open_to_all(Code.OTHER_BANK_FIRST):
        if o.subject == subject:
            told = next(e for e in o.evidence if e.speaker)
            facts.append(desk.say(FACT, f"{o.values['bank']}のほうが先だった: {desk.told(told)}。", *o.all_evidence))
    return facts


def _theirs(desk: Desk) -> Iterator[Headline]:
    """What they owe, but for what stands under the deadline that it holds up; by telephone where asking at the table would hurt."""
    told = {p.subject for o in desk.open_to_all(Code.DEADLINE_NEAR) for p in lacking(desk, o)}
    for o in (p for p in desk.open_to_all(Code.COUNTERPART_OVERDUE) if p.subject not in told):
        facts = (desk.say(FACT, f"先方: {state_of(desk, o)}", *grounds(o)),)
        who = promiser(desk, o)
        if is_called_ahead(desk, who, overdue=True):
            action, known = f"訪問前に、{who}へ電話で用意の様子を伺う。", known_by(desk, who)
        else:
            action, known = f"{o.subject}の用意で困っていることがないかを伺い、受け取る日を決める。", None
        weight = 76 - abs(o.count("days") - 30) / 12 - (15 if o.values["in_doubt"] else 0)
        yield _headline(desk, o, weight, facts, action, *o.all_evidence, known)


def _moved(desk: Desk) -> Iterator[Headline]:
    """Another stance of the same person; why, where that was said, else to be asked."""
    for o in desk.open_to_all(Code.CERTAINTY_MOVED):
        before, after = o.evidence
        course = f"{desk.when(before)} {desk.quote(before)} → {desk.when(after)} {desk.quote(after)}"
        said = f"{o.subject}について、{o.values['speaker']}の言い方が変わった: {course}。"
        facts = [desk.say(FACT, said, before, after)]
        reason = desk.usable(o.values.get("reason"))
        if reason and reason != after:
            facts.append(desk.say(FACT, f"理由: {desk.told(reason)}。", reason))
        action = (
            "理由は伺い済み: 説得せず、その後の様子だけを伺う。" if reason else "変わったきっかけを、説得せずに伺う。"
        )
        yield _headline(desk, o, 78 - desk.age(after) / 10, facts, action, before, after)


def _rivals(desk: Desk) -> Iterator[Headline]:
    """Another bank that came in the last two months, but for what is told beside our own promise."""
    first = {e for o in desk.open_to_all(Code.OTHER_BANK_FIRST) for e in o.evidence}
    for o in desk.open_to_all(Code.OTHER_BANK_TOLD):
        (words,) = o.evidence
        age = desk.age(words)
        if not o.values.get("moved") or age > 61 or words in first:
            continue
        at_table = desk.meets(str(o.values["told_by"]))
        action = (
            "提案の中身は、お話しになる範囲で伺う。" if at_table else "こちらからは切り出さず、お話が出たら中身を伺う。"
        )
        facts = (desk.say(FACT, f"{o.subject}が動いている: {desk.told(words)}。", *desk.bank_words(o)),)
        yield _headline(desk, o, 79 - age / 4, facts, action)


def _contradictions(desk: Desk) -> Iterator[Headline]:
    for o in desk.open_to_all(Code.RECORDS_CONTRADICT):
        assert o.figure
        facts = [desk.say(FACT, f"{o.figure.body}。", o.figure, *o.evidence), *settling(desk, o)]
        if o.values.get("confirmed"):
            action = f"いまの{o.subject}を伺う。"
        elif o.values["kind"] == "figure":
            action = f"{o.subject}は、どちらの数字で考えるかを伺ってから使う。"
        else:
            action = f"{o.subject}のことは、どちらの言い方にも寄らずに伺う。"
        yield _headline(desk, o, 58, facts, action, *o.evidence)


def _conditions(desk: Desk) -> Iterator[Headline]:
    """What the client wants of us before anything else, and what a matter hangs on, in their words."""
    for o in desk.open_to_all(Code.CONDITION):
        *before, words = o.evidence
        said = "".join(desk.quote(e) for e in before) + desk.told(words)
        if o.values["kind"] == "demand":
            text, action = f"先方が当行に求めていること: {said}。", "答えられることと日を、こちらから先に伝える。"
        else:
            text, action = f"先へ進む条件: {said}。", "その条件がどこまで進んだかを、先に伺う。"
        weight = (88 if o.values["kind"] == "demand" else 80) - desk.age(words) / 12
        yield _headline(desk, o, weight, (desk.say(FACT, text, *o.evidence),), action, *o.evidence)


def _complaints(desk: Desk) -> Iterator[Headline]:
    for o in [c for c in desk.open_to_all(Code.COMPLAINT) if not c.values["settled_by"]][-1:]:
        (words,) = o.evidence
        age = (desk.day - o.day("on")).days
        if age <= 120:
            facts = (desk.say(FACT, f"気を付けたい言葉: {desk.told(words)}。", words),)
            about = telling_words(words.body) - {o.values["speaker"]}
            yield _headline(
                desk, o, 80 - age / 6, facts, "その後どうなったかを、こちらから切り出す。", words, about=about
            )


def _issue(desk: Desk) -> Iterator[Headline]:
    """Where nothing presses, the issue that weighs most, in the client's words of the last year."""
    for rank, o in enumerate(desk.open_to_all(Code.ISSUE)[:2]):
        latest = o.evidence[0]
        if desk.age(latest) > A_YEAR:
            continue
        gap = desk.of_topic(Code.NOTHING_RECORDED, o.values["topic"])
        facts = (desk.say(FACT, f"{o.subject}: {desk.told(latest)}。", latest),)
        action = f"{gap.subject}を伺う。" if gap else "その後の様子を、先に伺う。"
        headline = _headline(
            desk, o, 46 - 3 * rank if gap else 20 - rank, facts, action, latest, gap.figure if gap else None
        )
        yield replace(headline, joins=False)


def _figures(desk: Desk) -> Iterator[Headline]:
    """A loss, debt that earnings no longer carry, or sales that fell by a tenth or more, in accounts of the last year; once
    explained, only what weighs all the same."""
    accounts = Accounts(desk)
    first = next(iter(accounts.told), None)
    if first:
        weight = 160.0 if accounts.weighs else 92.0 if accounts.fell or accounts.strained else 40.0
        yield _headline(
            desk,
            first,
            weight,
            list(accounts.facts()),
            accounts.action(),
            *accounts.figures(),
            about=frozenset({"決算"}),
        )


def _thin(desk: Desk) -> Iterator[Headline]:
    """Hardly anything is recorded: say so, for that changes the visit too."""
    (count,) = desk.seen(Code.RECORD_COUNT)
    total = count.count("total")
    if total <= 1:
        text = "応接記録がまだない。" if total == 0 else f"応接記録は{desk.on(count.day('last'))}の1件だけ。"
        action = "提案は持たず、現状と関心事を伺う訪問にする。"
        yield _headline(desk, count, 64, (desk.say(FACT, text, count.figure),), action)


_FINDERS: tuple[Callable[[Desk], Iterator[Headline]], ...] = (
    _deadlines, _decisions, _split, _own_open, _own_late, _theirs, _moved, _rivals, _contradictions, _conditions, _complaints, _issue, _figures, _thin,
)  # fmt: skip
