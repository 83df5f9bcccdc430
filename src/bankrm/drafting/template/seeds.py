"""提案の種: what would help this client, in the client's words, and why it does not come out of the bag today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped
from bankrm.language.formatting import millions

FACT, PROPOSAL, CAUTION = StatementKind.FACT, StatementKind.PROPOSAL, StatementKind.CAUTION


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
