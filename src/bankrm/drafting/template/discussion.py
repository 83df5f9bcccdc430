"""ディスカッションシート: what they told us, what we wonder, what we would ask, which ways there are, what either side does next.

It lies on the table between the bank and the client: polite, brief, and nothing in it that one of them should not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.client_desk import ClientDesk, is_intent
from bankrm.drafting.template.desk import grouped
from bankrm.drafting.template.pledges import asked_for, loan_words, made_anew, pledged, unpromised
from bankrm.drafting.template.seeds import limit_words
from bankrm.language.formatting import closing_period
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases

FACT, INFERENCE, QUESTION, PROPOSAL, ACTION, CAUTION = (
    StatementKind.FACT, StatementKind.INFERENCE, StatementKind.QUESTION, StatementKind.PROPOSAL, StatementKind.ACTION,
    StatementKind.CAUTION,
)  # fmt: skip
_FRESH_DAYS = 150  # what was said before that is no longer how things stand
_WILL = pattern(
    r"たい|ほしい|欲しい|つもり|考え|検討|方針|よう(?:と|か)(?:思|考|な|し)|予定|進め|見送|やめ|保留|決め|決ま"
)
_STILL_OPEN = 0.1  # weight of an issue from which on it is worth a talk
_OF_A_MATTER = 2  # remarks that are read back of one matter
_DISASTER = "disaster"
_EFFECTS = {"sales": "growth", "costs": "margin"}  # the figure of the accounts in which a difficulty of a topic shows


def compose_understanding(desk: ClientDesk) -> Iterator[Statement]:
    """The latest of each matter in their own words: what they want first, but for what an issue below rests on."""
    matters = sorted(desk.shown(Code.MATTER), key=lambda o: o.day("last_on"), reverse=True)
    spent = {e for o in _issues(desk) for e in o.evidence} | {e for o in matters for e in _overtaken(o)}
    for o in matters:
        for evidence, named in _retold(desk, o, spent):
            thing = "" if named is None else f"{_thing_of(o, evidence)}について、"
            yield desk.say(FACT, f"{thing}{desk.recalled(evidence)}。", evidence, named)


def _overtaken(o: Observation) -> Iterator[Evidence]:
    """What somebody said before his or her last talk on the matter."""
    last = {e.speaker: e.origin.ref for e in o.evidence}
    return (e for e in o.evidence if last[e.speaker] != e.origin.ref)


def _retold(desk: ClientDesk, o: Observation, spent: set[Evidence]) -> list[tuple[Evidence, Evidence | None]]:
    """What of one matter is read back, each with the sentence that names the thing where it does not itself."""
    chosen = [
        (is_intent(e, certainty), e)
        for e, certainty in o.certainties("as_said")
        if _is_read_back(desk, e, intent=is_intent(e, certainty))
        and not _swept_away(desk, o, e.origin.date)
        and e not in spent
    ]
    best = sorted(chosen, key=lambda pair: (not pair[0], -(pair[1].origin.date or desk.day).toordinal()))
    taken = [e for _, e in best[:_OF_A_MATTER]]
    places = [o.evidence.index(e) for e in o.evidence if e in taken]
    return [(o.evidence[at], desk.readable(_naming(o, at))) for at in places]


def _is_read_back(desk: ClientDesk, e: Evidence, *, intent: bool) -> bool:
    """To those who said it, and what the one who decides wants to all; what staff tell of how things stand is not held up to him or
    her (伊佐治農場長: …3棟になる)."""
    by_head = desk.decides(e.speaker)
    told = by_head or intent or not desk.head_reads()
    return (
        told and desk.age(e) <= _FRESH_DAYS and (desk.is_addressed(e.speaker) or (intent and by_head))
        and desk.readable(e) is not None
    )  # fmt: skip


def _naming(o: Observation, at: int) -> object:
    """The sentence that names what the remark at a place of the matter only points to, or of which thing it is said."""
    named, told = o.values["named"], o.values["thing_told"]
    assert isinstance(named, tuple)
    assert isinstance(told, tuple)
    return named[at] or told[at]


def _thing_of(o: Observation, evidence: Evidence) -> str:
    return o.names("things")[o.evidence.index(evidence)]


def compose_issues(desk: ClientDesk) -> Iterator[Statement]:
    """What we wonder, the weightiest first: the thought, what it rests on, what it does to the result. Their order stands for how
    pressing they are: a bank does not grade a client's worries on paper."""
    yield from grouped("issues", (_issue(desk, o) for o in _issues(desk)))


def _issues(desk: ClientDesk) -> list[Observation]:
    open_still = (
        o
        for o in desk.shown(Code.ISSUE)
        if float(str(o.values["weight"])) >= _STILL_OPEN and not _swept_away(desk, o, o.day("last_on"))
        if not o.values["vague"] or desk.readable(o.evidence[0])  # 設備の古さ…: true of every client
    )
    return [o for o in open_still if o.values["to_client"] and desk.guard.lets_pass(str(o.values["to_client"]))][:3]


def _struck(desk: ClientDesk) -> Observation | None:
    """What a disaster did to them, where it is still to be put right."""
    return next((o for o in desk.shown(Code.ISSUE) if o.values["topic"] == _DISASTER), None)


def _swept_away(desk: ClientDesk, o: Observation, said_on: date | None) -> bool:
    """Whether it was said of the firm's equipment before a disaster struck, which makes all that stood there another matter."""
    struck = _struck(desk) if o.values["topic"] == "equipment" else None
    return struck is not None and (said_on or desk.day) < struck.day("last_on")


def _issue(desk: ClientDesk, o: Observation) -> Iterator[Statement]:
    yield desk.say(INFERENCE, f"{o.values['to_client']}。", *o.evidence)
    for words in filter(None, map(desk.readable, o.evidence[:1])):
        yield desk.say(FACT, f"背景: {desk.recalled(words)}。", words)
    yield from _effect(desk, o)


def _effect(desk: ClientDesk, o: Observation) -> Iterator[Statement]:
    """What the firm's own accounts show of it, where it got worse since and they may lie on the table."""
    key = _EFFECTS.get(str(o.values["topic"]))
    figures = [i for i in desk.seen(Code.INDICATOR) if i.values["key"] == key] if desk.may_see_accounts() else []
    said_on = o.evidence[0].origin.date
    for i in (i for i in figures if said_on and i.day("period_end") >= said_on):
        value, before = i.ratio("value"), i.ratio("before")
        worse = value is not None and (value < 0 if key == "growth" else before is not None and value < before)
        if worse:
            was = f"(前期{i.values['before_shown']})" if i.values["before_shown"] else ""
            period = closing_period(i.day("period_end"))
            yield desk.say(FACT, f"影響: {period}の決算書では、{i.subject}が{i.values['shown']}{was}でした。", i.figure)


def compose_questions(desk: ClientDesk) -> Iterator[Statement]:
    """What the visit is for, what they think of what we brought, then what nobody has said of a matter that they know to be on the table."""
    yield from _asked_for_the_visit(desk)
    gaps = [o for o in desk.shown(Code.NOTHING_RECORDED) if o.values.get("question")]
    for o in sorted(gaps, key=lambda o: (o.values["about"] != "delivered", -o.day("on").toordinal())):
        if o.values["about"] == "delivered":
            if _asked_for_by_all(desk, o):
                day = desk.due(o.values["on"])
                text = f"{day}にお渡しした{o.values['thing']}は、ご覧になっていかがでしたか。"
                yield desk.say(QUESTION, text, *o.all_evidence)
        elif not is_intent(o.evidence[0], o.values["certainty"]) or desk.readable(o.evidence[0]):
            yield desk.say(QUESTION, f"{o.values['question']}。", *o.all_evidence)


def _asked_for_the_visit(desk: ClientDesk) -> Iterator[Statement]:
    """What the visit itself is for: what they wish of a list that we owe, and what they think of a matter of which nobody's words may
    be read back before all."""
    for o in _to_choose_from(desk):
        yield desk.say(QUESTION, f"{o.subject}について、ご希望の条件がございましたらお聞かせください。", *o.evidence)
    purpose = desk.context.visit.open_purpose if desk.context.visit else ""
    for o in desk.shown(Code.MATTER):
        told = list(zip(o.names("things"), o.evidence, strict=True))
        for thing in dict.fromkeys(thing for thing, _ in told if len(thing) > 1 and thing in purpose):
            if not any(desk.readable(words) for named, words in told if named == thing):
                called = next((phrase for phrase in noun_phrases(purpose) if thing in phrase), thing)
                yield desk.say(QUESTION, f"{called}について、いまのお考えをお聞かせください。", desk.about())


def _to_choose_from(desk: ClientDesk) -> list[Observation]:
    """What we owe, and they are to choose from: 県外の販路候補先のリスト."""
    return [o for o in desk.promised(Code.PROMISE_OPEN) if "候補" in o.subject]


def _asked_for_by_all(desk: ClientDesk, delivered: Observation) -> bool:
    """Whether all of them know of the paper: it was promised, or handed over, before them."""
    kept = desk.promised(Code.PROMISE_KEPT, Code.PROMISE_LATE)
    return bool(desk.readable(delivered.evidence[0])) or any(o.subject == delivered.values["thing"] for o in kept)


def compose_options(desk: ClientDesk) -> Iterator[Statement]:
    """A day to be met, their own wish, a way to look at the first issue together; and to leave things as they are, unless a
    loan falls due or a disaster struck."""
    choice = _due(desk, DeadlineKind.CHOICE)
    ways = [*(_in_time(desk, o) for o in choice), _as_wished(desk), _chosen_from(desk), _looked_at(desk)]
    chosen = [part for way in ways if (part := desk.sifted(way))][:3]
    if chosen:
        waited = [] if _falls_due(desk) or _struck(desk) else desk.sifted(_waited(desk, choice))
        chosen = list(_lettered([part for part in (*chosen, waited) if part]))
    yield from grouped("options", chosen)


def _falls_due(desk: ClientDesk) -> bool:
    """Whether a loan matures, or is past its day: then nobody may simply wait, whoever knows of it at the table."""
    near = [o for o in desk.seen(Code.DEADLINE_NEAR) if o.values["kind"] is DeadlineKind.MATURITY]
    return any(not o.values.get("let_go") for o in near)


def _lettered(parts: Sequence[list[Statement]]) -> Iterator[list[Statement]]:
    """With letters to choose by, where there is a choice."""
    for letter, (head, *rest) in zip("ABCD", parts, strict=False):
        yield [replace(head, text=f"{letter} {head.text}"), *rest] if len(parts) > 1 else [head, *rest]


def _due(desk: ClientDesk, kind: DeadlineKind) -> list[Observation]:
    near = [o for o in desk.shown(Code.DEADLINE_NEAR) if o.values["kind"] is kind and o.count("days") >= 0]
    return [o for o in near if not o.values.get("let_go")][:1]


def _renewed(desk: ClientDesk, o: Observation) -> Iterator[Statement]:
    """Our own loan that falls due: its day, and what it takes to go on, never promised."""
    by = desk.by(o)
    yield desk.say(PROPOSAL, f"{loan_words(o.subject)}の期日は{by}です。", *_known(desk, o))
    if needs := desk.ours_to_tell(o.values.get("needs")):
        yield desk.say(CAUTION, f"ご用意いただくもの: {o.values['needed']}。", needs)
    yield desk.say(CAUTION, unpromised(o, by), *_known(desk, o))


def _in_time(desk: ClientDesk, o: Observation) -> Iterator[Statement]:
    yield desk.say(PROPOSAL, f"{o.subject}({desk.by(o)})に合わせて進める。", *_known(desk, o))
    condition = desk.readable(o.values.get("condition"))
    if condition and not condition.speaker:
        yield desk.say(CAUTION, f"お気をつけいただきたい点: {limit_words(desk, condition)}。", condition)
    if any(word in o.subject for word in ("補助", "助成", "公募")):
        yield desk.say(CAUTION, "お申し込みになっても、採択されるとは限りません。", *_known(desk, o))


def _as_wished(desk: ClientDesk) -> Iterator[Statement]:
    """The latest wish that they all know of, in words that say that it is one (実習生が帰国します is none)."""
    for o in sorted(desk.shown(Code.MATTER), key=lambda o: o.day("last_on"), reverse=True):
        wish = desk.readable(o.values["wish"])
        if wish and _WILL.search(wish.body) and o.values["topic"] != "subsidy" and desk.age(wish) <= _FRESH_DAYS:
            thing, said = _thing_of(o, wish), desk.said(wish)
            matter = "" if thing in said else f"{thing}の件を、"
            yield desk.say(PROPOSAL, f"{matter}{said}とのお考え({desk.due(wish.origin.date)})に沿って進める。", wish)
            return


def _chosen_from(desk: ClientDesk) -> Iterator[Statement]:
    for o in _to_choose_from(desk)[:1]:
        yield desk.say(PROPOSAL, f"{o.subject}をお渡しのうえ、進めたい先を一緒に選ぶ。", *o.evidence)


def _looked_at(desk: ClientDesk) -> Iterator[Statement]:
    for o in [o for o in _issues(desk) if o.values["way"]][:1]:
        yield desk.say(PROPOSAL, f"{o.values['way']}。", *o.evidence)


def _waited(desk: ClientDesk, passing: Sequence[Observation]) -> Iterator[Statement]:
    """To change nothing, and what goes by then."""
    yield desk.say(PROPOSAL, "いまは決めずに、このまま様子を見る。", desk.about())
    for o in passing:
        text = f"お気をつけいただきたい点: {o.subject}は{desk.by(o)}です。"
        yield desk.say(CAUTION, text, *_known(desk, o))


def _known(desk: ClientDesk, o: Observation) -> list[Evidence]:
    """What a day rests on, without the talks that some of them were not in."""
    return [e for e in o.all_evidence if desk.known_to_all(e)]


def compose_next_steps(desk: ClientDesk) -> Iterator[Statement]:
    """A loan that falls due; what either side owes with its day, as far as all of them know of it; and that the next day is settled at
    the table."""
    yield from grouped("due", [desk.sifted(_renewed(desk, o)) for o in _due(desk, DeadlineKind.MATURITY)])
    for o in desk.promised(Code.PROMISE_OPEN):
        yield desk.say(ACTION, f"私ども: {pledged(desk, o, desk.day, desk.day)}。", *o.all_evidence)
    for basis, made in made_anew(desk):
        text = f"私ども: {basis.subject}をいただきましたら、{made.subject}を新しい前提で作り直します。"
        yield desk.say(ACTION, text, *basis.evidence, *made.evidence)
    for o in desk.promised(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN):
        if o.values["owner"] is Party.CLIENT and desk.took_part(o.evidence[0]):
            yield desk.say(ACTION, f"お客さま: {asked_for(desk, o, desk.day)}。", *o.all_evidence)
    yield desk.say(ACTION, "次回: ＿＿月＿＿日(＿)＿＿時ごろ(本日ご相談のうえ決めさせてください)", desk.about())
