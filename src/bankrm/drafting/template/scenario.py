"""セールスシナリオ: options with what speaks for and against each, and where to stop; never a script to read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.reading import contact_of
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.drafting.template.promises import grounds, lacking, state_of
from bankrm.drafting.template.seeds import limit_words, limitation
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import month_day, month_end

FACT, INFERENCE, PROPOSAL, ACTION, CAUTION = (
    StatementKind.FACT, StatementKind.INFERENCE, StatementKind.PROPOSAL, StatementKind.ACTION, StatementKind.CAUTION,
)  # fmt: skip
_SPOKE_DAYS = 366
_WANTS = (Certainty.WISHED, Certainty.PLANNED, Certainty.CONSIDERING, Certainty.DECIDED)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What somebody at the client wants: the topic, the thing in their words, and the words."""

    topic: str
    thing: str
    words: Evidence


def _main_wish(desk: Desk) -> _Wish | None:
    """The wish in doubt, else the latest wish of the matter a banker would raise first; none that the same person has let go."""
    open_wishes = sorted(desk.seen(Code.WISH_UNCONFIRMED), key=lambda o: (len(o.evidence) < 2, desk.age(o.evidence[0])))
    for o in open_wishes[:1]:
        return _Wish(str(o.values["topic"]), str(o.values["thing"]), o.evidence[0])
    for o in desk.seen(Code.MATTER):
        words = o.values["wish"]
        if isinstance(words, Evidence):
            return _Wish(str(o.values["topic"]), o.names("things")[o.evidence.index(words)], words)
    return None


def compose_goal(desk: Desk) -> Iterator[Statement]:
    """The loan that falls due, the wish in the client's words, and the issue that may stand behind it; what was let go, as such."""
    for o in _maturities(desk)[:1]:
        yield desk.say(INFERENCE, f"まず、{o.subject}({month_day(o.day('due'))})を越えること。", *o.all_evidence)
    for o in desk.seen(Code.CERTAINTY_MOVED):
        if o.values["to"] in (Certainty.ON_HOLD, Certainty.DECLINED):
            after = o.evidence[1]
            yield desk.say(FACT, f"{o.subject}は今は進めていない: {desk.told(after)}。", after)
    wish = _main_wish(desk)
    if wish is None:
        return
    yield desk.say(
        INFERENCE, f"{wish.thing}についての望み: {desk.told(wish.words)}。", wish.words, confidence=Confidence.LOW
    )
    behind = next((o for o in desk.seen(Code.ISSUE) if o.values["topic"] != wish.topic), None)
    if behind:
        yield desk.say(
            INFERENCE,
            f"背景にあるかもしれないこと: {behind.values['hypothesis']}(望みとの関わりは未確認)。",
            *behind.evidence,
            confidence=Confidence.LOW,
        )


def _maturities(desk: Desk) -> list[Observation]:
    return [o for o in desk.seen(Code.DEADLINE_NEAR) if o.values["kind"] is DeadlineKind.MATURITY]


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
    for o in desk.seen(Code.OTHER_BANK_FIRST):
        told = next(e for e in o.evidence if e.speaker)
        yield desk.say(FACT, f"{o.subject}では{o.values['bank']}が先だった: {desk.told(told)}。", *o.all_evidence)
    for o in desk.seen(Code.OTHER_BANK_TOLD)[-1:]:
        if not desk.seen(Code.OTHER_BANK_FIRST):
            yield desk.say(FACT, f"他行: {desk.told(o.evidence[0])}。", *o.evidence)


def compose_people(desk: Desk) -> Iterator[Statement]:
    """Those at the client who spoke in the last year, whom we meet first: each with the last word that shows where he or she stands."""
    contacts = desk.context.dossier.contacts
    said = [pair for o in desk.seen(Code.MATTER) for pair in o.certainties() if desk.age(pair[0]) <= _SPOKE_DAYS]
    said.sort(key=lambda pair: (-desk.age(pair[0]), _stands(pair[1]), pair[0].origin.span or (0, 0)))
    last = {evidence.speaker: evidence for evidence, _ in said}
    deciders = {person for person in last if (contact := contact_of(person, contacts)) and contact.decides}
    ordered = sorted(
        last.items(), key=lambda item: (not desk.meets(item[0]), item[0] not in deciders, desk.age(item[1]))
    )
    for person, evidence in ordered:
        role = "(決裁者)" if person in deciders else ""
        yield desk.say(FACT, f"{person}{role}: {desk.quote(evidence)}({desk.when(evidence)})。", evidence)


def _stands(certainty: Certainty) -> bool:
    return certainty not in (Certainty.NONE, Certainty.DONE)


def compose_options(desk: Desk) -> Iterator[Statement]:
    """A day to be met, the wish as it stands, the doubt as it stands; and always to propose nothing."""
    parts = [*_by_maturity(desk), *filter(None, (_by_deadline(desk), _as_wished(desk), _as_doubted(desk)))]
    lettered = []
    for letter, (head, *rest) in zip("ABCD", [*parts[:3], _nothing(desk)], strict=False):
        lettered.append([replace(head, text=f"{letter} {head.text}"), *rest])
    yield from grouped("options", lettered)


def _by_maturity(desk: Desk) -> Iterator[list[Statement]]:
    """Our own loan that falls due: to apply for more time, and to repay, each with what stands against it."""
    for o in _maturities(desk)[:1]:
        late, receipt = o.values.get("receipt_late"), o.values.get("receipt")
        apply = "期日の延長" if late else "更新"
        part = [
            desk.say(PROPOSAL, f"{o.subject}までに{apply}を申し込む(審査があり、結果は約束できない)。", *o.all_evidence)
        ]
        if isinstance(receipt, Evidence):
            part.append(desk.say(FACT, f"合う理由: {desk.told(receipt)}。", receipt))
        part += [desk.say(CAUTION, f"合わない理由: {p.subject}が届いていない。", p.figure) for p in lacking(desk, o)]
        yield part
        if isinstance(late, Evidence):
            yield [
                desk.say(PROPOSAL, f"{o.subject}に、ほかの資金で返す。", *o.all_evidence),
                desk.say(CAUTION, f"合わない理由: {late.body}。", late),
            ]


def _by_deadline(desk: Desk) -> list[Statement]:
    for o in [d for d in desk.seen(Code.DEADLINE_NEAR) if d.values["kind"] is DeadlineKind.CHOICE]:
        if not any(e.speaker for e in o.evidence):
            continue  # printed somewhere but never spoken of
        part = [desk.say(PROPOSAL, f"{o.subject}({month_day(o.day('due'))})に合わせて進める。", *o.all_evidence)]
        interest = _interest(desk, o)
        if interest:
            part.append(desk.say(FACT, f"合う理由: {desk.told(interest)}。", interest))
        part.append(desk.say(CAUTION, f"合わない理由: 訪問日から{o.values['days']}日しかない。", o.figure))
        part += [
            desk.say(CAUTION, f"合わない理由: {p.subject}が届いていない。", p.figure) for p in lacking(desk, o)[-1:]
        ]
        refs = {e.origin.ref for e in o.evidence}
        conditions = [
            limit
            for fit in desk.seen(Code.PRODUCT_FIT)
            if fit.values["document"] in refs and (limit := limitation(fit))
        ]
        part += [desk.say(CAUTION, f"条件: {limit_words(desk, e)}。", e) for e in conditions[:1]]
        return part
    return []


def _interest(desk: Desk, deadline: Observation) -> Evidence | None:
    """What the client said in the talk that told of the deadline."""
    refs = {e.origin.ref for e in deadline.evidence}
    for o in desk.seen(Code.MATTER):
        for evidence, certainty in o.certainties():
            if evidence.origin.ref in refs and certainty in _WANTS:
                return evidence
    return None


def _as_wished(desk: Desk) -> list[Statement]:
    wish = _main_wish(desk)
    if wish is None:
        return []
    words = wish.words
    part = [
        desk.say(PROPOSAL, f"{words.speaker or '先方'}の望みのとおりに{wish.thing}の話を進める。", words),
        desk.say(FACT, f"合う理由: {desk.told(words)}。", words),
        *_kept_quiet(desk, words),
    ]
    for o in desk.seen(Code.INDICATOR_IF_BORROWED)[:1]:
        deal = f"「{o.values['deal']}」の額を" if o.values["deal"] else ""
        part.append(
            desk.say(CAUTION, f"合わない理由: {deal}借りた場合の{o.subject}は{o.values['shown']}になる。", o.figure)
        )
    against = next((o.values.get("against") for o in desk.seen(Code.ISSUE) if o.values.get("against")), None)
    if isinstance(against, Evidence):
        part.append(desk.say(CAUTION, f"合わない理由: {desk.told(against)}。", against))
    return part


def _kept_quiet(desk: Desk, words: Evidence) -> Iterator[Statement]:
    """That an option is not for the ears of somebody at the table."""
    people = desk.kept_from(words)
    if people:
        yield desk.say(CAUTION, f"この案は、{'・'.join(people)}の前では出さない。", words, desk.visit_evidence())


def _as_doubted(desk: Desk) -> list[Statement]:
    for o in desk.seen(Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED):
        if len(o.evidence) < 2 or o.values.get("to") in _WANTS:
            continue
        doubt, reason = o.evidence[1], o.values.get("reason")
        part = [
            desk.say(PROPOSAL, f"{doubt.speaker}の言うとおり、{o.subject}は急がず待つ。", doubt),
            desk.say(FACT, f"合う理由: {desk.told(doubt)}。", doubt),
            *_kept_quiet(desk, doubt),
        ]
        if isinstance(reason, Evidence) and reason != doubt:
            part.append(desk.say(FACT, f"合う理由: {desk.told(reason)}。", reason))
        waiting = next((i for i in desk.seen(Code.ISSUE) if i.evidence[0] not in (doubt, reason)), None)
        if waiting:
            words = waiting.evidence[0]
            part.append(desk.say(CAUTION, f"合わない理由: 待つ間も続く: {desk.told(words)}。", words))
        return part
    return []


def _nothing(desk: Desk) -> list[Statement]:
    """To propose nothing and ask what nobody has said yet."""
    gap = next((o for o in desk.seen(Code.NOTHING_RECORDED) if "question" in o.values and not desk.hushed(o)), None)
    if gap and gap.figure:
        reason = desk.say(FACT, f"合う理由: {gap.subject}は記録にない。", gap.figure)
        return [desk.say(PROPOSAL, f"何も提案せず、{gap.subject}を伺うことに絞る。", gap.figure), reason]
    counted = [o.figure for o in desk.seen(Code.RECORD_COUNT)]
    return [desk.say(PROPOSAL, "何も提案せず、会社の現状と関心事を伺うことに絞る。", *counted)]


def compose_next_step(desk: Desk) -> Iterator[Statement]:
    """What to settle first, and what ends an option."""
    for o in desk.open_to_all(Code.WISH_UNCONFIRMED)[:1]:
        action = f"選択肢は出さずに、{o.values['decider']}の{o.subject}についての考えを先に伺う。"
        yield desk.say(ACTION, action, *o.all_evidence)
    for o in _maturities(desk)[:1]:
        action = "延長や更新に要るものが期日までにそろわないと分かったら、その日のうちに支店で扱いを相談する。"
        yield desk.say(ACTION, action, *o.all_evidence)
    near = desk.open_to_all(Code.DEADLINE_NEAR)
    choices = [d for d in near if d.values["kind"] is DeadlineKind.CHOICE and any(e.speaker for e in d.evidence)]
    for o in choices[:1]:
        yield desk.say(ACTION, f"{o.subject}には合わせないと言われたら、合わせる案はそこで終える。", *o.all_evidence)
    owed = [o for o in desk.open_to_all(Code.COUNTERPART_OVERDUE) if not o.values["in_doubt"]]
    for o in owed[-1:]:
        yield desk.say(ACTION, f"{o.subject}を受け取る日が決まれば、その後の再訪をその場で約束する。", *o.all_evidence)
    ours = [o for o in desk.open_to_all(Code.PROMISE_OPEN) if not o.values["in_doubt"]]
    for o in ours[:1]:
        yield desk.say(ACTION, f"{o.subject}が済むまで、新しい提案は持ち出さない。", *o.all_evidence)
    if not (near or owed or ours or desk.seen(Code.WISH_UNCONFIRMED)):
        for o in [g for g in desk.open_to_all(Code.NOTHING_RECORDED) if "question" in g.values][:1]:
            yield desk.say(ACTION, f"{o.subject}を伺い、答えしだいで次の訪問の目的を決める。", *o.all_evidence)


def compose_assumptions(desk: Desk) -> Iterator[Statement]:
    """What nobody has said and every option presumes."""
    for o in desk.seen(Code.NOTHING_RECORDED):
        if o.values.get("about") in ("gap", "delivered"):
            yield desk.say(FACT, f"{o.subject}は記録にない。", o.figure)
    for o in desk.seen(Code.INDICATOR_MISSING):
        yield desk.say(FACT, f"{o.subject}は未算出({'・'.join(o.names('missing'))}が未登録)。", o.figure)
