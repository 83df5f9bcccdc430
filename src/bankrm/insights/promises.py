"""What became of promises: kept, kept late, still open, overdue; fulfilment is told by object and party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bankrm.domain.citing import PARTY_NAMES, computed
from bankrm.domain.closings import ClosingKind
from bankrm.domain.due import FORGOTTEN_DAYS
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party, Promise
from bankrm.domain.observations import Code, Observation
from bankrm.insights.closings import Closings
from bankrm.insights.deeds import deed_of, done_words, is_done, is_to_tell
from bankrm.insights.remarks import Remark, View
from bankrm.insights.things import Likeness, Thing
from bankrm.language.formatting import days_between, full_date
from bankrm.language.patterns import pattern

_REFERRING = pattern(
    r"お待たせ|お?約束(?:の|して|より|し|どおり|通り)|宿題|ご?依頼(?:の|を|いただ|されて)|頼まれ|求められて|お求めの|遅くなり|遅れ(?:たこと|ました|を詫び|をお詫び)|先日の|前回の"
)
LATE_DAYS, PATTERN = 731, 3  # how far back our own lateness is told, and how often makes it a habit
_WITHDRAWN = pattern(
    r"(?:取り下げ|取下げ)(?!ない|ず|られ(?:な|ては)|るか|たわけではな|(?:て|るの)は(?:い|な))|(?:不要|要らなく)(?:に|と|な(?:り|っ))|もう(?:結構|要ら|いら|不要)|なかったことに|白紙に"
    r"|(?:いただか|もらわ|出さ|送ら|届け|作ら|持って[こ来]|用意し|提出し|持参し)(?:なくて|ずとも|なくとも)も?(?:結構|構わ|かまわ|よい|良い|いい|大丈夫|差し支え)"
)
_ONLY_LATER = pattern(r"(?:まで|[中内])に|今日|今すぐ|急いで")  # 月内に出さなくてよい: later, but still


@dataclass(frozen=True, slots=True)
class Fate:
    """One promise and what the later records say of it. `candidate` may have kept it; a person must say. `moved_by` tells the day
    to which it was moved, which `first_due` is then."""

    record: Interaction
    promise: Promise
    evidence: Evidence
    first_due: date | None
    kept_on: date | None = None
    kept_by: Remark | None = None
    candidate: Remark | None = None
    withdrawn: bool = False
    verbs: tuple[str, ...] = ()
    moved_by: Evidence | None = None

    @property
    def told(self) -> tuple[Evidence, ...]:
        """What tells of the promise and of its day."""
        return (self.evidence, *((self.moved_by,) if self.moved_by else ()))

    def awaits(self, on: date) -> bool:
        """Whether it was still owed on that day."""
        return not self.withdrawn and (self.kept_on is None or self.kept_on >= on)

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more."""
        return bool(self.kept_on) or self.withdrawn

    def late_days(self) -> int:
        """Days by which it was kept after its day; 0 where kept in time or without a day."""
        return max(0, (self.kept_on - self.first_due).days) if self.kept_on and self.first_due else 0


def fates(view: View) -> tuple[Fate, ...]:
    """Every promise in order; the same thing promised again by the same side continues the first promise, on its first day unless
    that was moved (期限を改める). What a person said of the promise counts before the records, what was said of another of the same
    thing only where no record settles it."""
    result: list[Fate] = []
    telling, closings = _Telling(view), Closings(view)
    for record, promise, evidence in view.promises:
        if moved := _moved(result, record, promise):
            due = promise.due.last_day() if promise.due else moved.first_due
            result[result.index(moved)] = replace(moved, first_due=due, moved_by=evidence)
            continue
        again = next((f for f in result if not f.settled and _promised_again(f.promise, promise)), None)
        first_due = promise.due.last_day() if promise.due else None
        if again:
            result.remove(again)
            first_due = min(filter(None, (again.first_due, first_due)), default=None)
        fate = Fate(record, promise, evidence, first_due, moved_by=again.moved_by if again else None)
        closing = closings.naming(record, promise)
        if closing is None:
            fate = _fate(telling, fate)
            closing = None if fate.settled else closings.settling(record, promise)
        if closing is None:
            result.append(fate)
        elif closing.kind is ClosingKind.DONE:
            result.append(replace(fate, kept_on=closing.on, kept_by=closings.remark(closing)))
    for settle in (_by_short_name, _by_reference):
        result = [fate if fate.settled else settle(telling, fate, result) for fate in result]
    return tuple(result)


def _moved(before: Sequence[Fate], record: Interaction, promise: Promise) -> Fate | None:
    """The promise of which this one tells the new day; None where it tells of none, or of none that was owed then."""
    if not promise.moved:
        return None
    return next((f for f in reversed(before) if f.awaits(record.on) and _promised_again(f.promise, promise)), None)


def _promised_again(one: Promise, other: Promise) -> bool:
    return one.owner is other.owner and Thing.of(one.thing).same_as(Thing.of(other.thing))


class _Telling:
    """The remarks that may settle a promise, whatever its thing: few of all, and the same for all promises of one sort."""

    def __init__(self, view: View) -> None:
        self._remarks = view.remarks
        self._found: dict[tuple[Party, bool], list[Remark]] = {}

    def later(self, fate: Fate) -> Iterator[Remark]:
        """Those of other records, not before the promise."""
        promise = fate.promise
        sort = promise.owner, is_to_tell(promise)
        if sort not in self._found:
            self._found[sort] = [r for r in self._remarks if _withdraws(promise.owner, r) or is_done(promise, r)]
        return (r for r in self._found[sort] if r.on >= fate.record.on and r.record.ref != fate.record.ref)


def _fate(telling: _Telling, fate: Fate) -> Fate:
    """Settled by the first later remark that surely speaks of the thing; the first that perhaps does is the candidate."""
    thing, candidate = Thing.of(fate.promise.thing), None
    for remark in telling.later(fate):
        likeness = thing.likeness(remark)
        settled = _settled(fate, remark) if likeness else None
        if settled and likeness is Likeness.SAME:
            return settled
        candidate = candidate or (remark if settled and settled.kept_on else None)
    return replace(fate, candidate=candidate)


def _by_short_name(telling: _Telling, fate: Fate, everything: Sequence[Fate]) -> Fate:
    """Settled by its bare head (比較表をお渡しした) where no other open promise of that side goes by that name."""
    thing = Thing.of(fate.promise.thing)
    for remark in telling.later(fate):
        settled = _settled(fate, remark) if thing.likeness(remark) is Likeness.SHORT else None
        if settled:
            rivals = _open_beside(fate, remark, everything)
            if not any(thing.shares_head(Thing.of(rival.promise.thing)) for rival in rivals):
                return settled
    return fate


def _by_reference(telling: _Telling, fate: Fate, everything: Sequence[Fate]) -> Fate:
    """Kept by a deed that only refers to the promise (お待たせしていた表をお渡し), where no other of that side was then open."""
    for remark in telling.later(fate):
        if remark.on > fate.record.on and _REFERRING.search(remark.text) and is_done(fate.promise, remark):
            settled = _settled(fate, remark)
            if settled and not _open_beside(fate, remark, everything):
                return settled
    return fate


def _open_beside(fate: Fate, remark: Remark, everything: Sequence[Fate]) -> list[Fate]:
    """Other promises of that side that were open when the remark was made, or kept by that talk."""
    return [
        other
        for other in everything
        if other is not fate
        and other.promise.owner is fate.promise.owner
        and other.record.on < remark.on
        and not other.withdrawn
        and (other.kept_on is None or other.kept_on >= remark.on)
    ]


def _settled(fate: Fate, remark: Remark) -> Fate | None:
    """The fate if this remark is of the promised thing: withdrawn, or kept on the day told; None where it tells of neither."""
    if _withdraws(fate.promise.owner, remark):
        return replace(fate, withdrawn=True)
    deed = deed_of(fate.promise, remark, fate.record.on)
    return replace(fate, kept_on=deed.day or remark.on, kept_by=remark, verbs=deed.verbs) if deed else None


def _withdraws(owner: Party, remark: Remark) -> bool:
    """Whether the one to whom it is owed lets it go: what the client owes, only we can; what we owe, either side may tell."""
    may = owner is Party.BANK or remark.party is Party.BANK
    return may and any(
        not _ONLY_LATER.search(re.split("[。、]", remark.text[: freed.start()])[-1])
        for freed in _WITHDRAWN.finditer(remark.text)
    )


def observe_promises(view: View, everything: Sequence[Fate]) -> Iterator[Observation]:
    """Late, open and overdue promises of both sides; and that ours are all kept, where they are."""
    for fate in everything:
        if fate.kept_on:
            yield _kept(fate)
        elif not fate.withdrawn:
            yield _open(view, fate)
    yield from _pattern(view, everything)
    if (
        view.records
        and not any(p.owner is Party.BANK for p in view.held_back)
        and not any(f.promise.owner is Party.BANK and not f.settled for f in everything)
    ):
        found = view.searched(view.records, "当行の未了の約束", "当行の未了の約束")
        yield Observation(
            Code.NOTHING_RECORDED,
            "当行の未了の約束",
            (),
            found,
            {"records": len(view.records), "about": "own_promises"},
        )


def _pattern(view: View, everything: Sequence[Fate]) -> Iterator[Observation]:
    """That we were late again and again in the last two years: what was kept late, and what is overdue today."""
    late = [fate for fate in everything if fate.promise.owner is Party.BANK and _was_late(view, fate)]
    if len(late) < PATTERN:
        return
    text = f"当行の約束で期限に遅れたものは、この2年で{len(late)}件({'、'.join(fate.promise.thing for fate in late)})"
    figure = computed("当行の約束の遅れ", text, "", view.today)
    evidence = [e for fate in late for e in (*fate.told, *((fate.kept_by.evidence,) if fate.kept_by else ()))]
    yield Observation(Code.LATE_PATTERN, "当行の約束の遅れ", tuple(evidence), figure, {"times": len(late)})


def _was_late(view: View, fate: Fate) -> bool:
    if not fate.first_due or (view.day - fate.first_due).days > LATE_DAYS or fate.withdrawn:
        return False
    overdue = not fate.kept_on and fate.candidate is None and fate.first_due < view.today
    return fate.late_days() > 0 or overdue


def _kept(fate: Fate) -> Observation:
    assert fate.kept_by
    assert fate.kept_on
    days = fate.late_days()
    values: dict[str, object] = {
        "owner": fate.promise.owner, "due": fate.first_due, "kept_on": fate.kept_on, "days": days, "promised_on": fate.record.on,
        "deed": (deed := done_words(fate.promise, fate.verbs)),
    }  # fmt: skip
    side = PARTY_NAMES[fate.promise.owner]
    by = f"期限({full_date(fate.first_due)})" if fate.first_due else "期限の記載なし"
    when = f"{by}より{days}日遅れて" if days else f"{by}、"
    text = f"{side}の{fate.promise.thing}の約束は、{when}{full_date(fate.kept_on)}に{deed}"
    formula = days_between("期限", fate.first_due, "", fate.kept_on) if fate.first_due and days else ""
    figure = computed(fate.promise.thing, text, formula, fate.kept_on)
    code = Code.PROMISE_LATE if days else Code.PROMISE_KEPT
    return Observation(code, fate.promise.thing, (*fate.told, fate.kept_by.evidence), figure, values)


def _open(view: View, fate: Fate) -> Observation:
    due, owner = fate.first_due, fate.promise.owner
    overdue = (view.day - due).days if due else 0
    values: dict[str, object] = {
        "owner": owner, "due": due, "days": max(0, overdue), "promised_on": fate.record.on, "days_left": max(0, -overdue) if due else None,
        "deed": (deed := done_words(fate.promise)),
    }  # fmt: skip
    later = view.after(fate.record.on)
    in_doubt = fate.candidate is not None or overdue > FORGOTTEN_DAYS
    unsearched = None if later or in_doubt else fate.record.on
    paper = not in_doubt and deed == "受け取った"
    if due and overdue > 0:
        marks = f"{overdue}日超過・受領の記録なし" if paper and not unsearched else f"{overdue}日超過"
        state = f"期限({full_date(due)})を訪問日({full_date(view.day)})で{marks}"
    else:
        state = f"訪問日({full_date(view.day)})で期限({full_date(due)})はまだ過ぎず" if due else "期限の記載がなく"
    absent = f"{full_date(unsearched)}より後の記録がなく、未確認" if unsearched else f"{deed}記録がない"
    doubt = f"{deed}かどうかが記録からは決められない" if in_doubt else absent
    searched = f"{full_date(fate.record.on)}より後の記録{len(later)}件を{full_date(view.today)}に確認"
    scope = f"{full_date(view.today)}時点" if unsearched else searched
    figure = computed(
        fate.promise.thing,
        f"{PARTY_NAMES[owner]}の{fate.promise.thing}の約束は、{state}、{doubt}({scope})",
        days_between("期限", due, "訪問日", view.day) if due and overdue > 0 else "",
        view.today,
    )
    evidence = (*fate.told, *((fate.candidate.evidence,) if fate.candidate else ()))
    values |= {"in_doubt": in_doubt, "paper": paper, "unsearched": unsearched}
    if owner is Party.BANK:
        code = Code.PROMISE_OPEN
    else:
        code = Code.COUNTERPART_OVERDUE if overdue > 0 else Code.COUNTERPART_OPEN
    return Observation(code, fate.promise.thing, evidence, figure, values)
