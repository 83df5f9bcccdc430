"""Another bank that was there first: told by the order of events, not only by the days of the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bankrm.domain.citing import computed
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.banks import bank_in, came
from bankrm.insights.promises import Fate
from bankrm.insights.remarks import Remark, View
from bankrm.insights.things import Thing, key_words
from bankrm.language.formatting import full_date, month_day
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.words import content_words

_POINTS = pattern(r"同じ|同様|それ(?!で|に|は別)|こちら(?:も|と)|おたく(?:と|も)")
STALE_DAYS = 365  # who was first at something settled so long ago is no news


def observe_competition(view: View, promised: Sequence[Fate]) -> Iterator[Observation]:
    """For each thing we promised: another bank that brought the like before we did. What was settled a year ago is no news."""
    banks, seen = view.other_banks, set[int]()
    ours = [fate for fate in promised if fate.promise.owner is Party.BANK and not fate.withdrawn]
    for remark in view.client_remarks():
        bank = bank_in(remark.text, banks)
        if not bank or not came(remark.text):
            continue
        fate = _meant(remark, [fate for fate in ours if _first(fate, remark)])
        if fate and id(fate) not in seen and _age(view, fate) <= STALE_DAYS:
            seen.add(id(fate))
            yield _brought(view, fate, remark, bank)


def _first(fate: Fate, remark: Remark) -> bool:
    """Whether the other bank, as that remark tells, came after our promise was made and before we kept it."""
    ours = fate.kept_on
    before_us = not ours or (remark.on <= ours and _day_of(remark)[0] < ours)
    return fate.record.on < remark.on and before_us


def _age(view: View, fate: Fate) -> int:
    """Days since the matter was settled, or should have been."""
    return max(0, (view.day - (fate.kept_on or fate.first_due or view.day)).days)


def _meant(remark: Remark, fates: Sequence[Fate]) -> Fate | None:
    """The promised thing that the remark is of: named in it; else delivered in that talk, which 「同じ」 and 「それ」 point to; else
    named by our own words of that talk, or by the same person's."""
    named = [fate for fate in fates if _names(fate, remark.text)]
    delivered = [fate for fate in fates if fate.kept_by and fate.kept_by.record.ref == remark.record.ref]
    told = [remark.record.explanation, remark.record.purpose]
    if not _POINTS.search(remark.text):
        told += [u.text for u in remark.record.utterances if u.speaker == remark.speaker]
    spoken = [fate for fate in fates if _names(fate, *told)]
    return next((found[-1] for found in (named, delivered, spoken) if found), None)


def _brought(view: View, fate: Fate, remark: Remark, bank: str) -> Observation:
    theirs, ours, due = _day_of(remark), fate.kept_on, fate.first_due
    when = (
        f"{month_day(theirs[0])}〜{month_day(theirs[1])}" if theirs[0] != theirs[1] else f"{month_day(theirs[1])}まで"
    )
    mine = f"当行 {month_day(ours)}" if ours else f"当行 {full_date(view.today)}時点で未了"
    text = f"{fate.promise.thing}の順序: {bank} {when}、{mine}"
    figure = computed(
        f"{fate.promise.thing}・順序", text, f"{remark.speaker}の話({full_date(remark.on)})による", view.today
    )
    values = {
        "bank": bank, "told_by": remark.speaker, "told_on": remark.on, "theirs_from": theirs[0], "theirs_to": theirs[1],
        "ours_on": ours, "before_our_due": bool(due and theirs[1] <= due), "age_days": _age(view, fate),
    }  # fmt: skip
    evidence = (fate.evidence, remark.evidence, *((fate.kept_by.evidence,) if fate.kept_by else ()))
    return Observation(Code.OTHER_BANK_FIRST, fate.promise.thing, evidence, figure, values)


def _day_of(remark: Remark) -> tuple[date, date]:
    """The days between which the other bank came: as told (先週, 10日に), else at the latest on the day of the talk."""
    monday = remark.on - timedelta(days=remark.on.weekday())
    for words, weeks in (("先々週", 2), ("先週", 1), ("今週", 0)):
        if words in remark.text:
            first = monday - timedelta(weeks=weeks)
            return first, min(first + timedelta(days=6), remark.on)
    if "先月" in remark.text:
        last = remark.on.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    told = [q for q in remark.quantities if q.kind in (Kind.DATE, Kind.MONTH)]
    for quantity in told:
        partial = PartialDate.parse(str(quantity.value))
        if partial.first_day() <= remark.on:
            return partial.first_day(), min(partial.last_day(), remark.on)
    return remark.on, remark.on


def _names(fate: Fate, *texts: str) -> bool:
    """Whether the texts speak of the thing promised: its name, or two words of it."""
    spoken = {word for text in texts for word in content_words(text)}
    things, head = key_words(fate.promise.thing), Thing.of(fate.promise.thing).head
    return head <= things & spoken or len(things & spoken) >= min(2, len(things))
