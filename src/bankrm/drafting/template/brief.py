"""訪問前準備シート: the sections after the headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bankrm.domain.business import HostItem
from bankrm.domain.citing import HOST_NAMES, cite_host
from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import contact_of, is_head
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.language.formatting import closing_period, millions

FACT, QUESTION, ACTION, CAUTION = (
    StatementKind.FACT,
    StatementKind.QUESTION,
    StatementKind.ACTION,
    StatementKind.CAUTION,
)
INFERENCE, PROPOSAL = StatementKind.INFERENCE, StatementKind.PROPOSAL


def compose_previous(desk: Desk) -> Iterator[Statement]:
    """The last talk, how much is recorded, and what was said last."""
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
    for evidence in (e for e in words if not desk.secret(e)):
        yield desk.say(FACT, f"その席の言葉: {desk.told(evidence)}。", evidence)


def compose_changes(desk: Desk) -> Iterator[Statement]:
    """Records since the pack of the visit before."""
    for o in desk.seen(Code.NEW_SINCE_LAST_PACK):
        (meeting,) = o.evidence
        yield desk.say(
            FACT,
            f"{desk.on(o.day('on'))}の{o.values['method']}({meeting.body.split(' 目的 ')[0]})が加わった。",
            meeting,
        )


def compose_contradictions(desk: Desk) -> Iterator[Statement]:
    """Both records quoted and dated, with a question; never a silent choice."""
    parts = []
    for o in desk.seen(Code.RECORDS_CONTRADICT):
        first, second = o.evidence
        parts.append(
            [
                desk.say(FACT, f"{o.subject}: {_shown(desk, first)}。", first),
                desk.say(FACT, f"{o.subject}: {_shown(desk, second)}。", second),
                desk.say(QUESTION, f"{o.subject}は、今はどちらの数字でしょうか。", first, second),
            ]
        )
    yield from grouped("contradictions", parts)


def _shown(desk: Desk, evidence: Evidence) -> str:
    return desk.told(evidence) if evidence.speaker else evidence.text


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
    as_of = desk.context.dossier.as_of
    host = [e for figures in desk.context.dossier.host if figures.as_of == as_of for e in cite_host(figures)]
    if host and as_of:
        values = [e for e in host if e.body.startswith(tuple(HOST_NAMES.values()))]
        if values:
            text = "、".join(e.body.replace(" ", "") for e in values)
            yield desk.say(FACT, f"{text}({desk.on(as_of)}時点)。", *values)
        others = [e for e in host if e not in values]
        if others:
            yield desk.say(FACT, f"{'、'.join(e.body for e in others)}({desk.on(as_of)}時点)。", *others)
    for o in desk.seen(Code.HOST_CHANGE):
        if o.values["item"] is HostItem.LOANS:
            before, now = o.count("before"), o.count("now")
            word = "減り" if now < before else "増え"
            moved = f"{millions(before)}から{millions(abs(now - before))}{word}、{desk.on(o.day('now_on'))}に{millions(now)}"
            yield desk.say(FACT, f"{o.subject}は{desk.on(o.day('before_on'))}の{moved}。", o.figure, *o.evidence)
    for o in desk.seen(Code.INDICATOR):
        if o.values["key"] == "bank_share":
            yield desk.say(FACT, f"当行シェアは{o.values['shown']}({_month_end(o)})。", o.figure)
    for _, evidence in desk.context.pack:
        if evidence.origin.ref.startswith("other-bank:") and evidence.origin.date:
            yield desk.say(FACT, f"他行: {evidence.body}({desk.on(evidence.origin.date)}時点)。", evidence)


def _month_end(o: Observation) -> str:
    end = o.day("period_end")
    assert isinstance(end, date)
    return f"{end.year}年{end.month}月末"


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
    """For each weighty issue: what it may mean, what speaks for and against it, and the question that would refute it."""
    parts = []
    for o in desk.seen(Code.ISSUE):
        against = o.values.get("against")
        many = o.count("times") >= 2 and len(o.names("speakers")) >= 2
        confidence = Confidence.MEDIUM if many and against is None else Confidence.LOW
        part = [desk.say(INFERENCE, f"{o.values['hypothesis']}。", *o.evidence, confidence=confidence)]
        part += [desk.say(FACT, f"支える言葉: {desk.told(e)}。", e) for e in o.evidence]
        if isinstance(against, Evidence):
            part.append(desk.say(FACT, f"反対の材料: {desk.told(against)}。", against))
        part += _growth_against(desk, o)
        gap = desk.of_topic(Code.NOTHING_RECORDED, o.values["topic"])
        if gap:
            part.append(desk.say(QUESTION, f"崩す問い: {gap.values['question']}。", *gap.all_evidence))
        parts.append(part)
    yield from grouped("hypotheses", parts)


def _growth_against(desk: Desk, issue: Observation) -> Iterator[Statement]:
    """Falling sales speak against a shortage of hands or machines."""
    for o in desk.seen(Code.INDICATOR):
        fell = o.values["key"] == "growth" and (o.ratio("value") or 0) < 0
        if fell and issue.values["topic"] in ("people", "equipment"):
            yield desk.say(FACT, f"反対の材料: {o.subject}は{o.values['shown']}。", o.figure)


def compose_questions(desk: Desk) -> Iterator[Statement]:
    """At most one question for one blank, to the person who can answer it, with the answer to expect."""
    asked: list[list[Statement]] = []
    # what was told in confidence is no question for a table with others at it
    owed = [o for o in desk.seen(Code.COUNTERPART_OVERDUE) if not o.values["in_doubt"] and not _secret(desk, o)][-2:]
    if owed:
        evidence = [e for o in owed for e in o.all_evidence]
        asked.append([desk.say(QUESTION, f"({_decider(desk)}へ) {'と'.join(o.subject for o in owed)}は、いつごろいただけそうでしょうか。", *evidence),
                      desk.say(ACTION, "難しい様子なら、何が止めているかを聞き、受け取る日だけを決める。", *evidence)])  # fmt: skip
    asked += [_asked(desk, o) for o in _ranked_gaps(desk) if not _secret(desk, o)]
    missing = desk.seen(Code.INDICATOR_MISSING)
    shown = [o for o in missing if not o.values["internal"]]
    if shown:
        asked.insert(min(3, len(asked)), _missing_accounts(desk, shown))
    elif missing:
        asked.append(_missing_accounts(desk, missing))
    visit = desk.visit_evidence()
    yield from grouped("questions", ([desk.also_citing(s, visit) for s in statements] for statements in asked))


def _secret(desk: Desk, o: Observation) -> bool:
    return any(desk.secret(evidence) for evidence in o.evidence)


def _ranked_gaps(desk: Desk) -> list[Observation]:
    """Matters in doubt first, then the latest raised."""
    gaps = [o for o in desk.seen(Code.NOTHING_RECORDED) if "question" in o.values]
    doubtful = {o.values["topic"] for o in desk.seen(Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED)}
    return sorted(gaps, key=lambda o: (o.values.get("topic") not in doubtful, -o.day("on").toordinal()))


def _asked(desk: Desk, o: Observation) -> list[Statement]:
    to = {
        "decider": _decider(desk),
        "finance": _finance(desk),
        "speaker": str(o.values.get("speaker") or _decider(desk)),
    }[str(o.values["to"])]
    return [
        desk.say(QUESTION, f"({to}へ) {o.values['question']}。", *o.all_evidence),
        desk.say(ACTION, f"{o.values['reaction']}。", *o.all_evidence),
    ]


def _missing_accounts(desk: Desk, missing: list[Observation]) -> list[Statement]:
    lacks = dict.fromkeys(name for o in missing for name in o.names("missing"))
    evidence = [e for o in missing for e in o.all_evidence]
    return [
        desk.say(QUESTION, f"({_finance(desk)}へ) {'・'.join(lacks)}の直近の数字を教えていただけますか。", *evidence),
        desk.say(ACTION, "お手元になければ、試算表をいただく日を決める。", *evidence),
    ]


def _people(desk: Desk) -> tuple[str, ...]:
    visit = desk.context.visit
    if visit and visit.people:
        return visit.people
    last = desk.context.dossier.interactions[-1:]
    return last[0].attendees if last else ()


def _decider(desk: Desk) -> str:
    """Of those we meet, the one who decides; else the first."""
    people = _people(desk)
    heads = [person for person in people if is_head(person)]
    contacts = desk.context.dossier.contacts
    chosen = [p for p in people if (contact := contact_of(p, contacts)) and contact.decides]
    return next(iter((*chosen, *heads, *people)), "先方")


def _finance(desk: Desk) -> str:
    """Of those we meet, the one who keeps the books; else the one who decides."""
    keepers = ("経理", "財務", "総務", "管理", "事務長")
    return next((p for p in _people(desk) if any(word in p for word in keepers)), _decider(desk))


def compose_seeds(desk: Desk) -> Iterator[Statement]:
    """What would help this client, in the client's words; and why it does not come out of the bag today."""
    parts = [*_remade(desk), *_fitting(desk)]
    yield from grouped("seeds", parts)


_CALCULATED = ("シミュレーション", "試算", "比較", "計画", "見通し", "予測", "返済表")
_BASIS = ("見積", "試算表", "図面", "決算", "内訳", "明細", "資金繰り", "受注", "一覧")


def _remade(desk: Desk) -> Iterator[list[Statement]]:
    """What we calculated is calculated anew when the figures that they owe arrive."""
    owed = [
        o
        for o in desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN)
        if any(word in o.subject for word in _BASIS)
    ]
    ours = [
        o
        for o in desk.seen(Code.PROMISE_LATE, Code.PROMISE_KEPT)
        if o.values["owner"] is Party.BANK and any(word in o.subject for word in _CALCULATED)
    ]
    if not owed or not ours:
        return
    basis, made = owed[-1], max(ours, key=lambda o: o.day("kept_on"))
    if (desk.day - made.day("kept_on")).days <= 366 and basis.day("promised_on") >= made.day("kept_on"):
        yield [
            desk.say(
                PROPOSAL,
                f"{basis.subject}をいただいた後に、{made.subject}を新しい前提で作り直す。",
                *basis.evidence,
                *made.evidence,
            ),
            desk.say(CAUTION, f"今日は出さない: {basis.subject}がまだ届いていない。", basis.figure),
            *_if_borrowed(desk),
        ]


def _if_borrowed(desk: Desk) -> Iterator[Statement]:
    for o in desk.seen(Code.INDICATOR_IF_BORROWED)[:1]:
        amount = millions(o.count("amount_yen"))
        yield desk.say(
            FACT,
            f"{amount}を借りた場合の{o.subject}は{o.values['present']}から{o.values['shown']}になる。",
            *_present(desk, o),
            o.figure,
        )


def _present(desk: Desk, o: Observation) -> Iterator[Evidence]:
    return (i.figure for i in desk.seen(Code.INDICATOR) if i.values["key"] == o.values["key"] and i.figure)


def _fitting(desk: Desk) -> Iterator[list[Statement]]:
    for o in desk.seen(Code.PRODUCT_FIT):
        words = o.values["words"]
        assert isinstance(words, Evidence)
        part = [
            desk.say(
                PROPOSAL,
                f"「{o.subject}」が、{desk.told(words)}に合うかを、条件と照らして確かめる。",
                o.evidence[0],
                words,
            )
        ]
        limit = limitation(o)
        if limit:
            part.append(desk.say(CAUTION, f"先に確かめる条件: {limit_words(desk, limit)}。", limit))
        yield [*part, *_not_today(desk, o)]


def _not_today(desk: Desk, fit: Observation) -> Iterator[Statement]:
    """Why the product stays in the bag: a doubt, something owed, a blank; in this order."""
    for o in desk.seen(Code.WISH_UNCONFIRMED):
        if o.values["topic"] == fit.values["topic"]:
            yield desk.say(
                CAUTION, f"今日は出さない: {o.subject}についての{o.values['decider']}の今の意向が記録にない。", o.figure
            )
            return
    for o in [p for p in desk.seen(Code.COUNTERPART_OVERDUE, Code.PROMISE_OPEN) if not p.values["in_doubt"]]:
        whose = "先方" if o.code is Code.COUNTERPART_OVERDUE else "当行"
        yield desk.say(CAUTION, f"今日は出さない: {whose}の{o.subject}が済んでいない。", o.figure)
        return
    gap = desk.of_topic(Code.NOTHING_RECORDED, fit.values["topic"])
    if gap:
        yield desk.say(CAUTION, f"出す前に伺う: {gap.subject}。", *gap.all_evidence)


_LIMITS = ("対象にな", "対象外", "できません", "約束するもの", "限り", "必要です", "審査", "条件")


def limitation(o: Observation) -> Evidence | None:
    """The passage that says for whom or when it is not: what excludes before what is merely asked."""
    return next((e for word in _LIMITS for e in o.evidence if word in e.body), None)


def limit_words(desk: Desk, evidence: Evidence) -> str:
    """The passage without the label it is printed under."""
    return re.sub(
        r"^(?:条件|対象|留意点|リスク|注意)[^：:]{0,8}[：:]|^[・●■◆\-－]", "", desk.quote(evidence, 90)
    ).strip()


def compose_cautions(desk: Desk) -> Iterator[Statement]:
    """Other banks' terms heard from the client, complaints, confidential matters, conditions of products, expired papers."""
    told = sorted(desk.seen(Code.OTHER_BANK_TOLD), key=lambda o: (bool(o.values["terms"]), o.day("on")))
    for o in told[-1:]:
        (words,) = o.evidence
        what = "条件" if o.values["terms"] else "動き"
        yield desk.say(
            CAUTION,
            f"{o.subject}の{what}は先方から聞いた話で、お渡しする資料と持出し版には載せない: {desk.quote(words)}。",
            words,
        )
    for o in desk.seen(Code.CONFIDENTIAL)[-1:]:
        yield desk.say(
            CAUTION,
            f"{desk.on(o.day('on'))}の記録は秘匿扱い: その席にいなかった方の前では一切触れない。",
            *o.evidence,
        )
    for o in desk.seen(Code.COMPLAINT)[-1:]:
        yield desk.say(CAUTION, f"気を付けたい言葉: {desk.told(o.evidence[0])}。", o.evidence[0])
    for o in desk.seen(Code.SOURCE_EXPIRED):
        if "title" in o.values:
            yield desk.say(
                CAUTION,
                f"標準資料「{o.subject}」は有効期限が{desk.on(o.day('valid_until'))}で切れている: 使う前に{o.values['owner'] or '所管'}へ確かめる。",
                *o.all_evidence,
            )
        else:
            yield desk.say(
                CAUTION, f"{o.subject}は{desk.on(o.day('as_of'))}時点で、3か月より前のもの。", *o.all_evidence
            )
