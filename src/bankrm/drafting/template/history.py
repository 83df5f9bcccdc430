"""交渉履歴要約: who said what about which matter, in the client's words and in their order."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.drafting.template.promises import open_and_late, promise_lines
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import full_date

FACT = StatementKind.FACT
CERTAINTY_NAMES = {
    Certainty.DECIDED: "決定",
    Certainty.AGREED: "合意",
    Certainty.PLANNED: "予定",
    Certainty.CONSIDERING: "検討中",
    Certainty.WISHED: "希望",
    Certainty.ON_HOLD: "保留",
    Certainty.DECLINED: "見送り",
}


def compose_scope(desk: Desk) -> Iterator[Statement]:
    """Which records were read."""
    (count,) = desk.seen(Code.RECORD_COUNT)
    if count.values["total"]:
        first, last = count.day("first"), count.day("last")
        yield desk.say(
            FACT, f"応接記録{count.values['total']}件({full_date(first)}から{full_date(last)}まで)。", count.figure
        )


def compose_threads(desk: Desk) -> Iterator[Statement]:
    """The matters last spoken of, each with at most its last four telling remarks."""
    matters = sorted(desk.seen(Code.MATTER), key=lambda o: o.day("last_on"), reverse=True)[:4]
    parts, used = [], set()
    for o in matters:
        lines = []
        fresh = [pair for pair in o.certainties("as_said") if pair[0] not in used]
        intents = [pair for pair in fresh if pair[1] in CERTAINTY_NAMES][-4:]
        others = [pair for pair in fresh if pair[1] not in CERTAINTY_NAMES][-(4 - len(intents)) or len(fresh) :]
        shown = [pair for pair in fresh if pair in intents or pair in others]
        for evidence, certainty in shown:
            used.add(evidence)
            mark = f"〔{CERTAINTY_NAMES[certainty]}〕" if certainty in CERTAINTY_NAMES else ""
            named = _named(o, evidence)
            before = [named] if named and named not in used else []
            said = "".join(map(desk.quote, before)) + desk.told(evidence)
            lines.append(desk.say(FACT, f"{o.subject}: {said}{mark}。", evidence, *before))
        if lines:
            parts.append(lines)
    yield from grouped("threads", parts)


def _named(matter: Observation, evidence: Evidence) -> Evidence | None:
    """The sentence that names what another only points to."""
    names = matter.values["named"]
    assert isinstance(names, tuple)
    name = names[matter.evidence.index(evidence)]
    return name if isinstance(name, Evidence) else None


def compose_agreements(desk: Desk) -> Iterator[Statement]:
    """What was decided or agreed, latest last."""
    for o in desk.seen(Code.AGREEMENT)[-4:]:
        *before, words = o.evidence
        said = "".join(desk.quote(e) for e in before) + desk.told(words)
        yield desk.say(FACT, f"{o.subject}: {said}。" if o.subject else f"{said}。", *o.evidence)


def compose_promises(desk: Desk) -> Iterator[Statement]:
    """Open ones first, then those kept in the last two years."""
    yield from open_and_late(desk)
    late = {s.text for s in open_and_late(desk)}
    done = (s for s in promise_lines(desk, Code.PROMISE_LATE, Code.PROMISE_KEPT) if s.text not in late)
    yield from reversed(list(done))


def compose_issues(desk: Desk) -> Iterator[Statement]:
    """Each issue in the client's words, with how often and since when it was spoken of."""
    parts = []
    for o in desk.seen(Code.ISSUE):
        latest = o.evidence[0]
        times = o.count("times")
        part = [desk.say(FACT, f"{o.subject}について: {desk.told(latest)}。", latest)]
        if times > 1:
            assert o.figure
            part.append(desk.say(FACT, f"{o.figure.body}。", o.figure))
        parts.append(part)
    yield from grouped("issues", parts)


def compose_moves(desk: Desk) -> Iterator[Statement]:
    """Only the same person's words make a change; what two people said is set side by side, not joined."""
    for o in desk.seen(Code.CERTAINTY_MOVED):
        before, after = o.evidence
        yield desk.say(
            FACT,
            f"{o.subject}({o.values['speaker']}): {desk.on(before.origin.date)} {desk.quote(before)} → {desk.on(after.origin.date)} {desk.quote(after)}。",
            before,
            after,
        )
    for o in desk.seen(Code.WISH_UNCONFIRMED):
        if len(o.evidence) == 2:
            wish, doubt = o.evidence
            text = f"{o.subject}: {desk.told(wish)}、{desk.told(doubt)}(発言者が異なり、同じ人の意向の変化ではない)。"
            yield desk.say(FACT, text, wish, doubt)


def compose_competitors(desk: Desk) -> Iterator[Statement]:
    """What the client told of other banks, latest last."""
    for o in desk.seen(Code.OTHER_BANK_TOLD)[-4:]:
        yield desk.say(FACT, f"{o.subject}: {desk.told(o.evidence[0])}。", *desk.bank_words(o))


def compose_unconfirmed(desk: Desk) -> Iterator[Statement]:
    """What the search of all records did not find."""
    for o in desk.seen(Code.WISH_UNCONFIRMED):
        yield desk.say(FACT, f"{o.subject}についての{o.values['decider']}の今の意向は記録にない。", o.figure)
    for o in desk.seen(Code.NOTHING_RECORDED):
        if o.values.get("about") in ("gap", "delivered"):
            yield desk.say(FACT, f"{o.subject}は記録にない。", o.figure)
