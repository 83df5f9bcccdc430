"""セールスシナリオ: options with what speaks for and against each, and where to stop; never a script to read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.deadlines import condition_words, repayment
from bankrm.drafting.template.desk import Desk, grouped, telling_words
from bankrm.drafting.template.promises import grounds, lacking, state_of
from bankrm.drafting.template.seeds import limitation
from bankrm.language.certainty import DOUBTS, PURSUED, Certainty
from bankrm.language.formatting import millions, month_day, month_end
from bankrm.language.phrases import noun_phrases

FACT, INFERENCE, PROPOSAL, ACTION, CAUTION = (
    StatementKind.FACT, StatementKind.INFERENCE, StatementKind.PROPOSAL, StatementKind.ACTION, StatementKind.CAUTION,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Wish:
    """What somebody at the client wants: the topic, the thing in their words, and the words."""

    topic: str
    thing: str
    words: Evidence


def _main_wish(desk: Desk) -> _Wish | None:
    """The wish in doubt, else the latest wish of the matter a banker would raise first; none that the same person has let go."""
    open_wishes = sorted(
        desk.open_to_all(Code.WISH_UNCONFIRMED), key=lambda o: (len(o.evidence) < 2, desk.age(o.evidence[0]))
    )
    for o in open_wishes[:1]:
        return _Wish(str(o.values["topic"]), str(o.values["thing"]), o.evidence[0])
    for o in desk.seen(Code.MATTER):
        words = desk.usable(o.values["wish"])
        if words:
            return _Wish(str(o.values["topic"]), o.names("things")[o.evidence.index(words)], words)
    return None


def _named(wish: _Wish) -> str:
    """What is wished: as the talks call it, or, where that is a word for anything (設備), the object in the words themselves."""
    if telling_words(wish.thing):
        return wish.thing
    body = wish.words.body
    objects = [p for p in noun_phrases(body) if len(p) > 3 and telling_words(p)]
    return max(
        (p for p in objects if re.search(rf"{re.escape(p)}(?:[やと][^、。]*)?を", body)), key=len, default=wish.thing
    )


def compose_goal(desk: Desk) -> Iterator[Statement]:
    """The loan that falls due, the wish in the client's words, and the issue that may stand behind it; what was let go, as such."""
    for o in _maturities(desk)[:1]:
        yield desk.say(INFERENCE, f"まず、{o.subject}({month_day(o.day('due'))})を越えること。", *o.all_evidence)
    yield from _let_go(desk)
    wish = _main_wish(desk)
    if wish is None:
        return
    yield desk.say(
        INFERENCE, f"{_named(wish)}についての望み: {desk.told(wish.words)}。", wish.words, confidence=Confidence.LOW
    )
    behind = next((o for o in desk.open_to_all(Code.ISSUE) if o.values["topic"] != wish.topic), None)
    if behind:
        yield desk.say(
            INFERENCE,
            f"背景にあるかもしれないこと: {behind.values['hypothesis']}(望みとの関わりは未確認)。",
            *behind.evidence,
            confidence=Confidence.LOW,
        )


def _let_go(desk: Desk) -> Iterator[Statement]:
    """What the client puts off or declined, in the latest words; the declined day by its own name."""
    declined = [o for o in _choices(desk) if desk.usable(o.values.get("let_go"))]
    told = {o.values["let_go"] for o in declined}
    for o in desk.open_to_all(Code.CERTAINTY_MOVED):
        after = o.evidence[1]
        if o.values["shift"] == "later":
            yield desk.say(FACT, f"{o.subject}は先に延ばしたい: {desk.told(after)}。", after)
        elif o.values["to"] in DOUBTS and after not in told:
            yield desk.say(FACT, f"{o.subject}は今は進めていない: {desk.told(after)}。", after)
    for o in declined:
        words = desk.usable(o.values["let_go"])
        assert words
        text = f"{o.subject}({month_day(o.day('due'))})は、見送りと言われた({desk.on(words.origin.date)}): {desk.told(words)}。"
        yield desk.say(INFERENCE, text, words, o.figure)


def _choices(desk: Desk) -> list[Observation]:
    return [o for o in desk.open_to_all(Code.DEADLINE_NEAR) if o.values["kind"] is DeadlineKind.CHOICE]


def _open_choices(desk: Desk) -> list[Observation]:
    """Days that somebody spoke of and nobody has let go since."""
    spoken = (o for o in _choices(desk) if any(e.speaker for e in o.evidence))
    return [o for o in spoken if not o.values["let_go"]]


def _maturities(desk: Desk) -> list[Observation]:
    return [o for o in desk.open_to_all(Code.DEADLINE_NEAR) if o.values["kind"] is DeadlineKind.MATURITY]


def compose_position(desk: Desk) -> Iterator[Statement]:
    """Our share, our promises, who was there first."""
    for o in desk.seen(Code.INDICATOR):
        if o.values["key"] == "bank_share":
            yield desk.say(FACT, f"当行シェアは{o.values['shown']}({month_end(o.day('period_end'))})。", o.figure)
    ours = [o for o in desk.seen(Code.PROMISE_OPEN, Code.PROMISE_LATE) if o.values["owner"] is Party.BANK]
    for o in ours:
        recent = (desk.day - o.day("kept_on")).days <= 183 if o.code is Code.PROMISE_LATE else not o.values["in_doubt"]
        if recent:
            yield desk.say(FACT, f"当行: {state_of(desk, o)}", *grounds(o))
    for o in desk.open_to_all(Code.OTHER_BANK_FIRST):
        told = next(e for e in o.evidence if e.speaker)
        yield desk.say(FACT, f"{o.subject}では{o.values['bank']}が先だった: {desk.told(told)}。", *o.all_evidence)
    for o in desk.open_to_all(Code.OTHER_BANK_TOLD)[-1:]:
        if not desk.open_to_all(Code.OTHER_BANK_FIRST):
            yield desk.say(FACT, f"他行: {desk.told(o.evidence[0])}。", *desk.bank_words(o))


def compose_people(desk: Desk) -> Iterator[Statement]:
    """Those we meet, who decides, who else spoke: each with the newest word that shows where he or she stands, else the last talk."""
    for o in desk.seen(Code.PERSON):
        words, last = desk.usable(o.values["words"]), o.values["last"]
        who = desk.as_planned(o.subject) + ("(決裁者)" if o.values["decides"] else "")
        if words:
            yield desk.say(FACT, f"{who}: {desk.quote(words)}({'、'.join(desk.of_when(words))})。", words)
        elif isinstance(last, Evidence):
            talk = f"{desk.on(o.day('last_on'))}の{o.values['method']}"
            yield desk.say(FACT, f"{who}: 直近の面談は{talk}。", last)
        else:
            yield desk.say(FACT, f"{who}との面談は記録にない。", o.figure)


def compose_options(desk: Desk) -> Iterator[Statement]:
    """A day to be met, the wish as it stands, the doubt as it stands; and always to propose nothing."""
    parts = [*_by_maturity(desk), *filter(None, (_by_deadline(desk), _as_wished(desk), _as_doubted(desk)))]
    lettered = []
    for letter, (head, *rest) in zip("ABCD", filter(None, [*parts[:3], _nothing(desk)]), strict=False):
        lettered.append([replace(head, text=f"{letter} {head.text}"), *rest])
    yield from grouped("options", lettered)


def _by_maturity(desk: Desk) -> Iterator[list[Statement]]:
    """Our own loan that falls due: to apply for more time, and to repay, each with what stands against it."""
    for o in _maturities(desk)[:1]:
        late, receipt = o.values.get("receipt_late"), desk.usable(o.values.get("receipt"))
        apply = "期日の延長" if late else "更新"
        part = [
            desk.say(PROPOSAL, f"{o.subject}までに{apply}を申し込む(審査があり、結果は約束できない)。", *o.all_evidence)
        ]
        reason = receipt if isinstance(late, Evidence) else None
        if reason:
            part.append(desk.say(FACT, f"合う理由: {desk.told(reason)}。", reason))
        else:
            part += repayment(desk, o)
        part += [_not_here(desk, p) for p in lacking(desk, o)]
        yield part
        if isinstance(late, Evidence):
            yield [
                desk.say(PROPOSAL, f"{o.subject}に、ほかの資金で返す。", *o.all_evidence),
                desk.say(CAUTION, f"合わない理由: {late.body}。", late),
            ]


def _not_here(desk: Desk, owed: Observation) -> Statement:
    """What an option still waits for: overdue, or to be handed over at the visit."""
    if owed.values["days"]:
        return desk.say(CAUTION, f"合わない理由: {owed.subject}が届いていない。", owed.figure)
    return desk.say(CAUTION, f"先に要るもの: {owed.subject}(訪問日に受け取る約束)。", owed.figure)


def _by_deadline(desk: Desk) -> list[Statement]:
    for o in _open_choices(desk):
        by, choices = month_day(o.day("due")), desk.usable(o.values.get("choices"))
        if choices:
            head = f"{o.values['choice']}を、{by}までに決められるように整理する。"
            part = [
                desk.say(PROPOSAL, head, *o.all_evidence, choices),
                desk.say(FACT, f"選べるもの: {desk.told(choices)}。", choices),
            ]
        else:
            part = [desk.say(PROPOSAL, f"{o.subject}({by})に合わせて進める。", *o.all_evidence)]
        interest = _interest(desk, o)
        if interest:
            part.append(desk.say(FACT, f"合う理由: {desk.told(interest)}。", interest))
        part.append(desk.say(CAUTION, f"合わない理由: 訪問日から{o.values['days']}日しかない。", o.figure))
        part += [_not_here(desk, p) for p in lacking(desk, o)[-1:]]
        part += [desk.say(CAUTION, f"条件: {condition_words(desk, e)}。", e) for e in _conditions(desk, o)[:1]]
        return part
    return []


def _conditions(desk: Desk, deadline: Observation) -> list[Evidence]:
    """What must come first, as told or printed with the day; else what the product excludes."""
    refs = {e.origin.ref for e in deadline.evidence}
    fits = [fit for fit in desk.seen(Code.PRODUCT_FIT) if fit.values["document"] in refs]
    found = (deadline.values.get("condition"), *map(limitation, fits))
    return [e for e in map(desk.usable, found) if e]


def _interest(desk: Desk, deadline: Observation) -> Evidence | None:
    """What the client said in the talk that told of the deadline."""
    refs = {e.origin.ref for e in deadline.evidence}
    for o in desk.seen(Code.MATTER):
        for evidence, certainty in o.certainties():
            if evidence.origin.ref in refs and certainty in PURSUED and desk.usable(evidence):
                return evidence
    return None


def _as_wished(desk: Desk) -> list[Statement]:
    wish = _main_wish(desk)
    if wish is None or wish.words in [o.evidence[1] for o in desk.seen(Code.CERTAINTY_MOVED) if _is_put_off(o)]:
        return []
    words = wish.words
    part = [
        desk.say(PROPOSAL, f"{words.speaker or '先方'}の望みのとおりに{_named(wish)}の話を進める。", words),
        desk.say(FACT, f"合う理由: {desk.told(words)}。", words),
    ]
    borrowed = next((o for o in desk.seen(Code.INDICATOR_IF_BORROWED) if words in o.pieces("said")), None)
    if borrowed:
        what = f"{_sum(borrowed)}を借りた場合の{borrowed.subject}"
        part.append(desk.say(CAUTION, f"合わない理由: {what}は{borrowed.values['shown']}になる。", borrowed.figure))
    issues = [o for o in desk.open_to_all(Code.ISSUE) if o.values["topic"] == wish.topic]
    for against in filter(None, (desk.usable(o.values.get("against")) for o in issues)):
        part.append(desk.say(CAUTION, f"合わない理由: {desk.told(against)}。", against))
    return part


def _is_put_off(moved: Observation) -> bool:
    """Whether a change of stance leaves the matter for later, or for good."""
    return moved.values["shift"] == "later" or moved.values["to"] in DOUBTS


def _as_doubted(desk: Desk) -> list[Statement]:
    for o in desk.open_to_all(Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED):
        if len(o.evidence) < 2 or (o.code is Code.CERTAINTY_MOVED and not _is_put_off(o)):
            continue
        doubt, reason = o.evidence[1], desk.usable(o.values.get("reason"))
        how = "は見送る" if o.values.get("to") is Certainty.DECLINED else "は急がず待つ"
        part = [
            desk.say(PROPOSAL, f"{doubt.speaker}の言うとおり、{o.subject}{how}。", doubt),
            desk.say(FACT, f"合う理由: {desk.told(doubt)}。", doubt),
        ]
        if reason and reason != doubt:
            part.append(desk.say(FACT, f"合う理由: {desk.told(reason)}。", reason))
        waiting = next(
            (
                i
                for i in desk.open_to_all(Code.ISSUE)
                if i.values["topic"] == o.values["topic"] and i.evidence[0] not in (doubt, reason)
            ),
            None,
        )
        if waiting:
            words = waiting.evidence[0]
            part.append(desk.say(CAUTION, f"合わない理由: 待つ間も続く: {desk.told(words)}。", words))
        return part
    return []


def _sum(borrowed: Observation) -> str:
    """The sum that would be borrowed, beside what is registered where the words have moved on."""
    now, registered = borrowed.count("amount_yen"), borrowed.values.get("registered_yen")
    moved = isinstance(registered, int) and registered != now
    return millions(now) + (f"(登録は{millions(borrowed.count('registered_yen'))})" if moved else "")


def _nothing(desk: Desk) -> list[Statement]:
    """To propose nothing: only what the visit is made for, with what nobody has said of it; else such a blank alone; without
    either it is no option."""
    gaps = [o for o in desk.seen(Code.NOTHING_RECORDED) if "question" in o.values and not desk.hushed(o)]
    visit = desk.context.visit
    if visit and visit.open_purpose:
        text = f"何も提案せず、訪問の目的({visit.open_purpose})だけに絞る。"
        head, gap = (
            desk.say(PROPOSAL, text, desk.visit_evidence()),
            next((g for g in gaps if desk.is_purpose(g.subject)), None),
        )
    elif gaps:
        gap = gaps[0]
        head = desk.say(PROPOSAL, f"何も提案せず、{gap.subject}を伺うことに絞る。", gap.figure)
    else:
        return []
    return [head, *([desk.say(FACT, f"合う理由: {gap.subject}は記録にない。", gap.figure)] if gap else [])]


def compose_next_step(desk: Desk) -> Iterator[Statement]:
    """What to settle first, and what ends an option."""
    for o in desk.open_to_all(Code.WISH_UNCONFIRMED)[:1]:
        action = f"選択肢は出さずに、{o.values['decider']}の{o.subject}についての考えを先に伺う。"
        yield desk.say(ACTION, action, *o.all_evidence)
    for o in _maturities(desk)[:1]:
        action = "延長や更新に要るものが期日までにそろわないと分かったら、その日のうちに支店で扱いを相談する。"
        yield desk.say(ACTION, action, *o.all_evidence)
    for o in _open_choices(desk)[:1]:
        if o.values.get("choice"):
            text = f"{o.values['choice']}がもう決まっていれば、整理する案はそこで終える。"
        else:
            text = f"{o.subject}には合わせないと言われたら、合わせる案はそこで終える。"
        yield desk.say(ACTION, text, *o.all_evidence)
    owed = [o for o in desk.open_to_all(Code.COUNTERPART_OVERDUE) if not o.values["in_doubt"]]
    for o in owed[-1:]:
        yield desk.say(ACTION, f"{o.subject}を受け取る日が決まれば、その後の再訪をその場で約束する。", *o.all_evidence)
    ours = [o for o in desk.open_to_all(Code.PROMISE_OPEN) if not o.values["in_doubt"]]
    for o in ours[:1]:
        yield desk.say(ACTION, f"{o.subject}の約束を果たすまで、新しい提案は持ち出さない。", *o.all_evidence)
    if not (desk.open_to_all(Code.DEADLINE_NEAR) or owed or ours or desk.seen(Code.WISH_UNCONFIRMED)):
        for o in [g for g in desk.open_to_all(Code.NOTHING_RECORDED) if "question" in g.values][:1]:
            yield desk.say(ACTION, f"{o.subject}を伺い、答えしだいで次の訪問の目的を決める。", *o.all_evidence)


def compose_assumptions(desk: Desk) -> Iterator[Statement]:
    """What nobody has said and every option presumes."""
    for o in desk.seen(Code.NOTHING_RECORDED):
        if o.values.get("about") in ("gap", "delivered"):
            yield desk.say(FACT, f"{o.subject}は記録にない。", o.figure)
    for o in desk.seen(Code.INDICATOR_MISSING):
        yield desk.say(FACT, f"{o.subject}は未算出({'・'.join(o.names('missing'))}が未登録)。", o.figure)
