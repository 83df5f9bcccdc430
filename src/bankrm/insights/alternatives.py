"""What a day with others is about: the ways it may be answered (再リースか返却か), and what must come first (着工前の申込み)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bankrm.domain.citing import cite_passage
from bankrm.domain.days import A_YEAR
from bankrm.domain.evidence import Evidence
from bankrm.insights.relevance import relevant_passages
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases
from bankrm.language.quantities import Kind
from bankrm.language.titles import is_role

_WAY = r"[^、。：:「」『』（）()\s　はがをにへでかと]"
_EITHER = pattern(rf"(?:{_WAY}{{2,10}}か、?){{2,}}")
_BETWEEN = pattern(
    rf"(?P<one>{_WAY}{{2,12}})と(?P<two>{_WAY}{{2,12}}?)(?:(?:で|を|の)[^。、]{{0,12}}(?:違|比べ|比較|並べ|選|得失|どちら|いずれ))"
)
_OR = pattern(
    rf"(?P<one>{_WAY}{{2,10}}?)(?:、?(?:または|又は|もしくは|あるいは))(?P<two>{_WAY}{{2,10}}?)(?=[はがをのでに、。]|$)"
)
_NO_WAY = pattern(
    r"どう|いつ|いく[らつ]|何|なに|なん|なぜ|誰|だれ|どこ|どれ|どちら|ない|当行|銀行|信金|他行|^[0-9０-９]+[月日年期時円]?$"
)
_APPLIES = pattern(r"公募|補助|助成|申請|申し?込|応募|募集|受け?付け?|利子補給|給付")
_FIRST = pattern(
    r"(?:着工|着手|発注|契約|購入|交付決定|工事|支払い?|導入)(?:する|した|の|より|を(?:受け|する))?(?:前|以前)[^。]*?(?:申し?込|申請|条件|対象|前提|限)"
    r"|事前(?:の)?(?:着工|着手|発注|契約)|(?:着工|着手|発注|契約|購入)[^。、]{0,10}?(?:と|場合は?|ものは|設備は|費用は|すれば)、?[^。、]{0,6}対象(?:外|に(?:な|は))"
)


def told_of(view: View, due: date, subject: str, evidence: Sequence[Evidence]) -> Mapping[str, object]:
    """Values of a day that one may meet or let pass: `choices` (the words), `choice` (the ways in them) and `condition`, where told."""
    choices, choice = next(_choices(view, due, subject, evidence), (None, ""))
    return {"choices": choices, "choice": choice, "condition": next(_conditions(view, evidence), None)}


def _choices(view: View, due: date, subject: str, evidence: Sequence[Evidence]) -> Iterator[tuple[Evidence, str]]:
    """Newest first: what names the day itself before what only speaks of the thing."""
    recent = [r for r in reversed(view.remarks) if (view.day - r.on).days <= A_YEAR]
    named = [r for r in recent if r.evidence in evidence or _names_day(r, due)]
    things = frozenset(phrase for phrase in noun_phrases(subject) if len(phrase) > 2)
    akin = [r for r in recent if any(thing in r.text for thing in things)]
    for remark in (*named, *akin):
        if ways := ways_in(remark.text):
            yield remark.evidence, "か".join(ways) + "か"


def _names_day(remark: Remark, due: date) -> bool:
    told = (q for q in remark.quantities if q.kind is Kind.DATE)
    return any(date.fromisoformat(str(q.value)) == due for q in told)


def ways_in(text: str) -> tuple[str, ...]:
    """The alternatives that a sentence sets side by side: 再リースか返却か入替えか, 更新または解約; neither people nor figures."""
    found = [
        tuple(way.strip("、") for way in match.group().split("か") if way.strip("、"))
        for match in _EITHER.finditer(text.replace("それとも", ""))
    ]
    found += [(match["one"], match["two"]) for cue in (_BETWEEN, _OR) for match in cue.finditer(text)]
    return next((tuple(map(_bare, ways)) for ways in found if len(ways) > 1 and all(map(_is_way, ways))), ())


def _bare(way: str) -> str:
    return way.split("の")[-1] or way


def _is_way(way: str) -> bool:
    return not _NO_WAY.search(way) and not is_role(_bare(way))


def _conditions(view: View, evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """What must come before, as told in the talks or printed in the papers that name the day of an application."""
    if not any(_APPLIES.search(e.body) for e in evidence):
        return
    refs = {e.origin.ref for e in evidence}
    told = [r.evidence for r in view.remarks if r.record.ref in refs]
    printed = [cite_passage(document, passage) for document, passage in relevant_passages(view) if document.ref in refs]
    yield from (e for e in (*told, *printed) if _FIRST.search(e.body))
