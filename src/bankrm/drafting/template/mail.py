"""お礼・フォローメール: after the last talk; thanks for it, what was said, what either side promised in it, when one meets again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, is_call
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.domain.visits import Visit
from bankrm.drafting.client_facing import followed_talk
from bankrm.drafting.template.client_desk import ClientDesk, is_intent
from bankrm.drafting.template.desk import grouped
from bankrm.drafting.template.pledges import asked_for, loan_words, made_anew, pledged, unpromised
from bankrm.language.formatting import weekday_date

FACT, ACTION, CAUTION = StatementKind.FACT, StatementKind.ACTION, StatementKind.CAUTION
_RETOLD = 2  # remarks that are read back
_THANKED_FOR_DAYS = 14  # after which a mail that only thanks would come late
_STILL_MEANT_DAYS = 183  # after which a promise that nobody kept is not brought up by mail


def compose_subject(desk: ClientDesk) -> Iterator[Statement]:
    """The day of a loan that falls due, where we told them of it; else 10月2日のご面談のお礼; where the talk is too long ago to thank for,
    11月24日ご訪問のご連絡, else 先日のご面談について."""
    talk = followed_talk(desk.context)
    if maturity := next((o for o in _days_told(desk, talk.record) if _of_loan(o)), None):
        yield desk.say(
            ACTION, f"{loan_words(maturity.subject)}の期日({desk.by(maturity)})について", *maturity.all_evidence
        )
    elif not _is_long_ago(desk, talk.record):
        yield desk.say(ACTION, f"{desk.due(talk.record.on)}の{_occasion(talk.record)}のお礼", talk.meeting)
    elif visit := _coming(desk):
        yield desk.say(ACTION, f"{desk.due(visit.day)}ご訪問のご連絡", desk.visit_evidence(visit))
    else:
        yield desk.say(ACTION, f"先日の{_occasion(talk.record)}について", talk.meeting)


def _is_long_ago(desk: ClientDesk, talk: Interaction) -> bool:
    return (desk.today - talk.on).days > _THANKED_FOR_DAYS


def _coming(desk: ClientDesk) -> Visit | None:
    """The first visit that the calendar knows to be still to come and to one of them."""
    planned = {visit.ref: visit for visit in (*desk.context.dossier.visits, desk.context.visit) if visit}
    ahead = [v for v in planned.values() if v.day > desk.today and any(map(desk.is_addressed, v.people))]
    return min(ahead, key=lambda visit: visit.start, default=None)


def compose_to(desk: ClientDesk) -> Iterator[Statement]:
    """Those whom we met."""
    talk = followed_talk(desk.context)
    if talk.record.attendees:
        yield desk.say(ACTION, "、".join(map(desk.as_addressed, talk.record.attendees)), talk.meeting)


def compose_thanks(desk: ClientDesk) -> Iterator[Statement]:
    """The greeting of a bank with who writes, thanks for the day, in few words where it is some weeks ago, and for what they gave us."""
    talk = followed_talk(desk.context)
    writer = desk.in_charge()
    name, known = (f"担当の{writer[0]}でございます。", writer[1]) if writer else ("", None)
    yield desk.say(ACTION, f"いつも大変お世話になっております。{name}", talk.meeting, known)
    day, favour = desk.due(talk.record.on), _favour(talk.record)
    thanks = f"{day}は、お忙しいなか{favour}、誠にありがとうございました。"
    if _is_long_ago(desk, talk.record):
        thanks = f"先日({day})は{favour}、ありがとうございました。"
    yield desk.say(ACTION, thanks, talk.meeting)
    yield from _thanks_for_papers(desk, talk.record)


def _thanks_for_papers(desk: ClientDesk, talk: Interaction) -> Iterator[Statement]:
    """For what they gave us then, or told us that they had sent."""
    (last,) = desk.seen(Code.LAST_TALK)
    if last.subject == talk.ref and (piece := desk.readable(last.values.get("received"))):
        favour = "お送りいただき" if last.values["by_post"] else "ご用意いただき"
        yield desk.say(ACTION, f"また、{last.values['paper']}を{favour}、ありがとうございました。", piece)


def _occasion(talk: Interaction) -> str:
    if is_call(talk.method):
        return "お電話"
    return "ご来店" if "来店" in talk.method else "ご面談"


def _favour(talk: Interaction) -> str:
    if is_call(talk.method):
        return "お電話でお時間をいただき"
    return "ご来店いただき" if "来店" in talk.method else "お時間をいただき"


def compose_talked(desk: ClientDesk) -> Iterator[Statement]:
    """What they want or agreed to, in their words; then the day that we told them of, and of a loan's that nothing is promised."""
    talk = followed_talk(desk.context).record
    named = len(talk.attendees) > 1
    for evidence in _wishes(desk, talk)[-_RETOLD:]:
        who = f"{desk.as_planned(evidence.speaker)}から、" if named else ""
        yield desk.say(FACT, f"{who}{desk.said(evidence)}とのお話を伺いました。", evidence)
    told = _days_told(desk, talk)
    for o in told:
        yield from grouped(str(o.day("due")), [_day_told(desk, o, talk)])
    for o in _days_of_theirs(desk, talk):
        if o not in told:
            yield desk.say(CAUTION, f"{o.subject}は、{desk.by(o)}です。", *filter(desk.known_to_all, o.all_evidence))


def _day_told(desk: ClientDesk, o: Observation, talk: Interaction) -> Iterator[Statement]:
    """The day; of a loan's also that nothing is promised, and the papers that we named in the talk."""
    kind = FACT if _of_loan(o) else CAUTION
    told = f"{loan_words(o.subject)}の期日" if _of_loan(o) else o.subject
    yield desk.say(kind, f"その際にご案内した{told}は、{desk.by(o)}です。", *o.all_evidence)
    if _of_loan(o):
        yield desk.say(CAUTION, unpromised(o, desk.by(o)), *o.all_evidence)
        needs = desk.readable(o.values.get("needs"))
        if needs and needs.origin.ref == talk.ref:
            yield desk.say(ACTION, f"ご判断のため、{o.values['needed']}をお願いしております。", needs)


def _of_loan(o: Observation) -> bool:
    return o.values["kind"] is DeadlineKind.MATURITY


def _days_of_theirs(desk: ClientDesk, talk: Interaction) -> list[Observation]:
    """A day by which they must apply for what they spoke of in that talk, told whenever, so that they do not miss it."""
    spoken = "".join(e.body for e in _wishes(desk, talk))
    near = [o for o in desk.shown(Code.DEADLINE_NEAR) if o.values["kind"] is DeadlineKind.CHOICE]
    ahead = [o for o in near if o.day("due") >= desk.today and not o.values.get("let_go")]
    return [o for o in ahead if any(word in spoken and word in o.subject for word in ("補助金", "助成金", "利子補給"))]


def _wishes(desk: ClientDesk, talk: Interaction) -> list[Evidence]:
    matters = desk.shown(Code.MATTER)
    said = (pair for o in matters for pair in o.certainties("as_said") if pair[0].origin.ref == talk.ref)
    wanted = dict.fromkeys(e for e, certainty in said if is_intent(e, certainty) and desk.readable(e))
    return sorted(wanted, key=lambda e: e.origin.span or (0, 0))


def _days_told(desk: ClientDesk, talk: Interaction) -> list[Observation]:
    """A day that was named in the talk by our side and is still to come."""
    near = [
        o for o in desk.shown(Code.DEADLINE_NEAR) if o.values["kind"] in (DeadlineKind.CHOICE, DeadlineKind.MATURITY)
    ]
    ahead = [o for o in near if o.day("due") >= desk.today and not o.values.get("let_go")]
    return [o for o in ahead if any(e.origin.ref == talk.ref for e in o.evidence)]


def compose_ours(desk: ClientDesk) -> Iterator[Statement]:
    """What we promised them in that talk, always; what else we owe, as far as they know of it; what we make anew of what they bring."""
    given = [
        o for o in desk.seen(Code.PROMISE_OPEN) if not o.values["in_doubt"] and desk.guard.was_given(o.evidence[0])
    ]
    met = _next_day(desk)
    for o in given:
        yield desk.say(ACTION, f"{pledged(desk, o, desk.today, met)}。", *filter(desk.guard.was_given, o.evidence))
    for o in _of_late(desk, [o for o in desk.promised(Code.PROMISE_OPEN) if o not in given]):
        yield desk.say(ACTION, f"{pledged(desk, o, desk.today, met)}。", *o.all_evidence)
    for basis, made in made_anew(desk):
        text = f"{basis.subject}をいただきましたら、{made.subject}を新しい前提で作り直してお持ちします。"
        yield desk.say(ACTION, text, *basis.evidence, *made.evidence)


def compose_theirs(desk: ClientDesk) -> Iterator[Statement]:
    """What they promised in a talk that one of them was in, and have not brought, as far as recorded."""
    owed = [o for o in desk.promised(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN) if desk.took_part(o.evidence[0])]
    for o in _of_late(desk, owed):
        yield desk.say(ACTION, f"{asked_for(desk, o, desk.today)}。", *o.all_evidence)


def _of_late(desk: ClientDesk, promises: list[Observation]) -> list[Observation]:
    return [o for o in promises if (desk.today - o.day("promised_on")).days <= _STILL_MEANT_DAYS]


def _next_day(desk: ClientDesk) -> date | None:
    """When we come to one of them, else when we meet as was agreed with them."""
    (last,) = desk.seen(Code.LAST_TALK)
    agreed = last.values.get("next") if desk.readable(last.values.get("next_words")) else None
    return visit.day if (visit := _coming(desk)) else agreed.date() if isinstance(agreed, datetime) else None


def compose_next(desk: ClientDesk) -> Iterator[Statement]:
    """The next visit to one of them that the calendar knows; else the day that was agreed in the talk."""
    (last,) = desk.seen(Code.LAST_TALK)
    agreed, words = last.values.get("next"), desk.readable(last.values.get("next_words"))
    if visit := _coming(desk):
        yield desk.say(ACTION, f"次回は、{_moment(visit.start)}にお伺いします。", desk.visit_evidence(visit))
    elif isinstance(agreed, datetime) and words:
        yield desk.say(ACTION, f"次回は、{_moment(agreed)}にお時間をいただく予定です。", words)


def _moment(at: datetime) -> str:
    """11月24日(火)14時, 9時30分; the day alone where no hour is told."""
    minute = f"{at.minute}分" if at.minute else ""
    return weekday_date(at.date()) + (f"{at.hour}時{minute}" if at.time() != time() else "")


def compose_closing(desk: ClientDesk) -> Iterator[Statement]:
    """The end of any such mail."""
    meeting = followed_talk(desk.context).meeting
    yield desk.say(ACTION, "今後ともどうぞよろしくお願いいたします。", meeting)
