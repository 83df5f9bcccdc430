"""What every pack stands on: how much is recorded, the last talk, our business and how it moved, products that fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bankrm.domain.business import Account, HostItem
from bankrm.domain.citing import (
    HOST_NAMES,
    cite_account,
    cite_host,
    cite_meeting,
    cite_next_step,
    cite_passage,
    cite_visit,
    computed,
)
from bankrm.domain.days import A_YEAR
from bankrm.domain.documents import Document, DocumentKind
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party, is_talk
from bankrm.domain.observations import Code, Observation
from bankrm.domain.visits import agreed_meeting
from bankrm.insights.relevance import COMMON, main_topic, relevant_documents
from bankrm.insights.remarks import Remark, View
from bankrm.insights.share import share_of_loans
from bankrm.language.certainty import PURSUED, Certainty
from bankrm.language.formatting import full_date, millions, percent
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind
from bankrm.language.words import content_words

RECENT_DAYS = 92
_RECEIVED = pattern(
    r"(?P<paper>[^。、「」（）()はがもを]{0,12}(?:書|表|写し|資料|明細|一覧|図面))を(?:"
    r"(?P<sent>(?:ご?郵送|ご?送付|お?送り?)(?:した|された|いただいた)との[^。]{0,4}連絡[をが]?(?:いただ|頂|あり|あっ|受け)|(?:ご?郵送|ご?送付|お?送り?)(?:して)?(?:いただい[たて]|いただき(?:まし|、)|くださっ|くださり))"
    r"|(?:いただい[たて]|いただき(?:まし|、)|受け取っ[たて]|受け取り(?:まし|、)|お?預かりし|預かっ[たて]|受領し))(?!い?(?:ない|なかっ|ませ)|おら)"
)
_POINTS_BACK = pattern(
    r"[・･\-－ 　]*(?:ただ、?|でも、?|なお、?)?(?:あの|その|この|あれ|それ|これ|そちら|こちら|あちら)(?!ほか|他|後|ため|とき|時|日|頃|ころ)"
)


def observe_background(view: View) -> Iterator[Observation]:
    """Counts, the last talk, changes of host values, our share, products that fit what was spoken of."""
    yield _count(view)
    talks = [record for record in view.records if is_talk(record.method)]
    if talks:
        last = talks[-1]
        said = sorted(
            (
                r
                for r in view.of_record(last.ref)
                if r.party is Party.CLIENT and r.speaker and _is_matter(r) and not _lacks_subject(r)
            ),
            key=_telling,
            reverse=True,
        )
        evidence = (cite_meeting(last), *(r.evidence for r in view.remarks if r in said[:2]))
        people = "、".join(last.attendees) or "記載なし"
        figure = computed(
            "直近の面談", f"直近の面談は{full_date(last.on)}の{last.method}、相手は{people}", "", view.today
        )
        values = {
            "on": last.on,
            "method": last.method,
            "people": people,
            **_next_meeting(view, last),
            **_received(view, last),
        }
        yield Observation(Code.LAST_TALK, last.ref, evidence, figure, values)
    yield from _visits_between(view)
    yield from _host_changes(view)
    yield from _bank_share(view)
    yield from _products(view)


def _next_meeting(view: View, last: Interaction) -> dict[str, object]:
    """`next`: when one meets next as that talk agreed, where that is still to come; `next_words`: the piece that says so."""
    meeting, words = agreed_meeting(last.next_step, last.on), cite_next_step(last)
    return {"next": meeting, "next_words": words} if meeting and words and meeting.date() > view.today else {}


def _received(view: View, last: Interaction) -> dict[str, object]:
    """The `paper` that they gave us in that talk, or told us they had sent (`by_post`); `received`: our words that say so."""
    for remark in view.of_record(last.ref):
        if remark.party is Party.BANK and (match := _RECEIVED.search(remark.text)):
            return {"received": remark.evidence, "paper": match["paper"], "by_post": bool(match["sent"])}
    return {}


def _visits_between(view: View) -> Iterator[Observation]:
    """Visits to the client that are still to come before this one: their results are not in these records."""
    recorded = {record.on for record in view.records}
    for visit in view.dossier.visits:
        if view.today <= visit.day < view.day and visit.day not in recorded:
            people = "・".join(visit.people) or "先方"
            values = {"on": visit.day, "people": people}
            yield Observation(Code.VISIT_BETWEEN, visit.ref, (cite_visit(visit),), None, values)


def _is_matter(remark: Remark) -> bool:
    """Whether it is more than side talk: a topic, an intent, a sum or a day."""
    told = {Kind.AMOUNT, Kind.DATE, Kind.MONTH, Kind.RATIO}
    intent = remark.certainty not in (Certainty.NONE, Certainty.DONE)
    return bool(remark.topics) or intent or any(q.kind in told for q in remark.quantities)


def _lacks_subject(remark: Remark) -> bool:
    """Whether it is a summary that opens by pointing back (あの件は見直した): alone it says nothing to a reader."""
    return not remark.evidence.body.startswith("「") and bool(_POINTS_BACK.match(remark.text))


def _telling(remark: Remark) -> tuple[bool, bool, bool, int]:
    """What of a talk is worth repeating: the speaker's own words on a topic before summaries and side talk, intents first."""
    quoted = remark.evidence.body.startswith("「")
    return (
        len(remark.text) >= 12 and bool(remark.own_topics),
        quoted,
        remark.certainty is not Certainty.NONE,
        len(remark.text),
    )


def _count(view: View) -> Observation:
    total = len(view.records)
    recent = sum((view.day - record.on).days <= RECENT_DAYS for record in view.records)
    span = f"、{full_date(view.records[0].on)}〜{full_date(view.records[-1].on)}" if total else ""
    figure = computed("応接記録の件数", f"応接記録 全期間{total}件、訪問日前の3か月{recent}件{span}", "", view.today)
    values = {
        "held": len(view.sensitive_records),
        "total": total,
        "recent": recent,
        "first": view.records[0].on if total else None,
        "last": view.records[-1].on if total else None,
    }
    return Observation(Code.RECORD_COUNT, "応接記録", (), figure, values)


def _host_changes(view: View) -> Iterator[Observation]:
    host = sorted(view.dossier.host, key=lambda figures: figures.as_of)
    for item in (HostItem.LOANS, HostItem.DEPOSITS):
        *_, before, now = [None, None, *(figures for figures in host if item in figures.values_yen)]
        if before is None or now is None:
            continue
        old, new = before.values_yen[item], now.values_yen[item]
        if old == new:
            continue
        word = "減り" if new < old else "増え"
        name = HOST_NAMES[item]
        text = f"{name}は{full_date(before.as_of)}の{millions(old)}から{millions(abs(new - old))}{word}、{full_date(now.as_of)}に{millions(new)}"
        figure = computed(f"{name}の変化", text, f"{millions(new)}−{millions(old)}", now.as_of)
        values = {"item": item, "before": old, "now": new, "before_on": before.as_of, "now_on": now.as_of}
        yield Observation(
            Code.HOST_CHANGE, name, (_value(before.as_of, view, item), _value(now.as_of, view, item)), figure, values
        )


def _value(as_of: date, view: View, item: HostItem) -> Evidence:
    figures = next(h for h in view.dossier.host if h.as_of == as_of)
    return next(evidence for evidence in cite_host(figures) if evidence.body.startswith(HOST_NAMES[item]))


def _bank_share(view: View) -> Iterator[Observation]:
    """当行シェア, with the two values that it is made of."""
    found = share_of_loans(view.dossier)
    if found is None:
        return
    host, now = found.host, found.statement
    ours, total = host.values_yen[HostItem.LOANS], now.accounts[Account.BORROWINGS]
    text = f"当行シェア {percent(found.share)} {now.period_end.year}年{now.period_end.month}月末"
    formula = f"当行融資残高{millions(ours)}÷決算の借入金{millions(total)}"
    evidence = (_value(host.as_of, view, HostItem.LOANS), cite_account(now, Account.BORROWINGS))
    values = {
        "key": "bank_share",
        "value": found.share,
        "shown": percent(found.share),
        "period_end": now.period_end,
        "internal": True,
    }
    yield Observation(
        Code.INDICATOR, "当行シェア", evidence, computed("当行シェア", text, formula, now.period_end), values
    )


def _products(view: View) -> Iterator[Observation]:
    """Valid products of the bank that the client's own words of the last year call for, with those words first."""
    recent = [r for r in view.client_remarks() if r.speaker and (view.day - r.on).days <= A_YEAR]
    for document in relevant_documents(view):
        if document.kind is not DocumentKind.STANDARD or (document.valid_until and document.valid_until < view.day):
            continue
        topic = main_topic(view, document)
        of_topic = (r for r in recent if topic in r.own_topics)
        called = [r for r in of_topic if _names(view, document, r) or (r.certainty in PURSUED and _meets(document, r))]
        if topic and called and document.passages:
            title = document.product or document.title
            values = {"topic": topic, "title": title, "document": document.ref, "owner": document.owner, "valid_until": document.valid_until,
                      "words": called[-1].evidence}  # fmt: skip
            yield Observation(
                Code.PRODUCT_FIT, title, tuple(cite_passage(document, p) for p in document.passages), None, values
            )


def _meets(document: Document, remark: Remark) -> bool:
    """Whether the remark and the product's paper have a telling word in common: one topic holds many a thing (会計ソフト, でんさい)."""
    paper = {word for passage in document.passages for word in content_words(passage.text) if len(word) > 1}
    return bool((remark.words & paper) - COMMON)


def _names(view: View, document: Document, remark: Remark) -> bool:
    """Whether the remark uses the very word of the title (でんさい)."""
    title = document.product or document.title
    return any(cue in title and cue in remark.text for topic in view.topics for cue in topic.cues)
