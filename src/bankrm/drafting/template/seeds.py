"""提案の種: what would help this client, in the client's words, and why it does not come out of the bag today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.days import A_YEAR
from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped, telling_words
from bankrm.language.formatting import millions
from bankrm.language.patterns import pattern

FACT, PROPOSAL, CAUTION = StatementKind.FACT, StatementKind.PROPOSAL, StatementKind.CAUTION


def compose_seeds(desk: Desk) -> Iterator[Statement]:
    """What would help this client, in the client's words; and why it does not come out of the bag today."""
    parts = [*_remade(desk), *_fitting(desk)]
    yield from grouped("seeds", parts)


_CALCULATED = ("シミュレーション", "試算", "比較", "計画", "見通し", "予測", "返済表")
_BASIS = ("見積", "試算表", "図面", "決算", "内訳", "明細", "資金繰り", "受注", "一覧")
_PAPER = pattern("|".join((*_CALCULATED, *_BASIS, "返済額?", "資金")))


def _remade(desk: Desk) -> Iterator[list[Statement]]:
    for basis, made in remade(desk):
        text = f"{basis.subject}をいただいた後に、{made.subject}を新しい前提で作り直す。"
        yield [
            desk.say(PROPOSAL, text, *basis.evidence, *made.evidence),
            desk.say(CAUTION, f"今日は出さない: {basis.subject}がまだ届いていない。", basis.figure),
            *_if_borrowed(desk, basis, made),
        ]


def remade(desk: Desk) -> list[tuple[Observation, Observation]]:
    """What we calculated is calculated anew when the figures that they owe arrive, those of the same matter: the latest such pair of
    their paper and ours."""
    owed = (o for o in desk.seen(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN) if _speaks_of(o, _BASIS))
    ours = [o for o in desk.seen(Code.PROMISE_LATE, Code.PROMISE_KEPT) if _speaks_of(o, _CALCULATED)]
    ours = [o for o in ours if o.values["owner"] is Party.BANK and (desk.day - o.day("kept_on")).days <= A_YEAR]
    return [(basis, made) for basis in owed for made in ours if _rests_on(desk, made, basis)][-1:]


def _speaks_of(promise: Observation, words: Sequence[str]) -> bool:
    return any(word in promise.subject for word in words)


def _rests_on(desk: Desk, made: Observation, basis: Observation) -> bool:
    """Whether a calculation can rest on a paper promised after it: both of one matter."""
    return basis.day("promised_on") >= made.day("kept_on") and _of_one_matter(desk, _named(made), _named(basis))


def _named(promise: Observation) -> frozenset[str]:
    """What the name of a paper tells of its matter: nothing but its kind in 返済シミュレーション, 見積書の更新版."""
    return frozenset(word for word in telling_words(_PAPER.sub(" ", promise.subject)) if not word.isdigit())


def _of_one_matter(desk: Desk, one: frozenset[str], other: frozenset[str]) -> bool:
    """A telling word in common, or a matter under discussion of which both speak; what names none is of the only one there is."""
    matters = {o.values["deal"] or o.values["amount_yen"]: _about(o) for o in desk.seen(Code.INDICATOR_IF_BORROWED)}
    if one and other:
        return bool(one & other) or any(one & about and other & about for about in matters.values())
    return len(matters) == 1 and all(not words or words & about for about in matters.values() for words in (one, other))


def _if_borrowed(desk: Desk, *promises: Observation) -> Iterator[Statement]:
    """What the sum of their matter would make of an indicator; nothing where no sum of that matter is under discussion."""
    words = frozenset[str]().union(*map(_named, promises))
    for o in [o for o in desk.seen(Code.INDICATOR_IF_BORROWED) if _of_one_matter(desk, words, _about(o))][:1]:
        amount = millions(o.count("amount_yen"))
        text = f"{amount}を借りた場合の{o.subject}は{o.values['present']}から{o.values['shown']}になる。"
        yield desk.say(FACT, text, *_present(desk, o), o.figure)


def _about(o: Observation) -> frozenset[str]:
    about = o.values["about"]
    assert isinstance(about, frozenset)
    return telling_words(" ".join(sorted(about)))


def _present(desk: Desk, o: Observation) -> Iterator[Evidence]:
    return (i.figure for i in desk.seen(Code.INDICATOR) if i.values["key"] == o.values["key"] and i.figure)


def _fitting(desk: Desk) -> Iterator[list[Statement]]:
    for o in desk.seen(Code.PRODUCT_FIT):
        words = o.values["words"]
        assert isinstance(words, Evidence)
        part = [
            desk.say(
                PROPOSAL,
                f"「{o.subject}」について、ご意向と要件を照合する: {desk.told(words)}。",
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
    owed = [] if _has_a_day(desk, fit) else desk.seen(Code.COUNTERPART_OVERDUE, Code.PROMISE_OPEN)
    for o in [p for p in owed if not p.values["in_doubt"] and _concerns(p, fit)]:
        whose = "先方" if o.code is Code.COUNTERPART_OVERDUE else "当行"
        yield desk.say(CAUTION, f"今日は出さない: {whose}の{o.subject}が済んでいない。", o.figure)
        return
    gap = desk.of_topic(Code.NOTHING_RECORDED, fit.values["topic"])
    if gap:
        yield desk.say(CAUTION, f"出す前に伺う: {gap.subject}。", *gap.all_evidence)


def _has_a_day(desk: Desk, fit: Observation) -> bool:
    """Whether a day that is near is told by the product's own paper: then it cannot wait for anything."""
    return any(fit.values["document"] == e.origin.ref for o in desk.seen(Code.DEADLINE_NEAR) for e in o.evidence)


def _concerns(promise: Observation, fit: Observation) -> bool:
    words = fit.values["words"]
    assert isinstance(words, Evidence)
    return bool(_named(promise) & (telling_words(fit.subject) | telling_words(words.body)))


_LIMITS = ("対象にな", "対象外", "できません", "約束するもの", "限り", "必要です", "審査", "条件")


def limitation(o: Observation) -> Evidence | None:
    """The passage that says for whom or when it is not: what excludes before what is merely asked."""
    return next((e for word in _LIMITS for e in o.evidence if word in e.body), None)


def limit_words(desk: Desk, evidence: Evidence) -> str:
    """The passage without the label it is printed under."""
    return re.sub(
        r"^(?:条件|対象|留意点|リスク|注意)[^：:]{0,8}[：:]|^[・●■◆\-－]", "", desk.quote(evidence, 90)
    ).strip()
