"""What no record says although a matter has come up: each becomes a question, cited by the search that found nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.competition import bank_in, other_banks
from bankrm.insights.promises import Fate, key_words
from bankrm.insights.remarks import Remark, View, met
from bankrm.language.formatting import slash_date

_WORTH_AN_OPINION = ("シミュレーション", "試算", "提案", "比較", "案", "計画", "プラン", "見積", "目安", "診断", "分析")
ADDRESSEES = ("decider", "finance", "speaker")
LOOK_BACK = timedelta(days=550)  # a matter not mentioned for a year and a half is no longer open


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to know; see resources/glossary/gaps.toml for the meaning of the fields."""

    key: str
    topic: str
    opens: tuple[str, ...]
    closed_by: tuple[str, ...]
    label: str
    question: str
    to: str
    reaction: str
    names_bank: bool = False


def observe_gaps(view: View, gaps: Sequence[Gap], promised: Sequence[Fate]) -> Iterator[Observation]:
    """Open gaps, then things we delivered on which nobody has commented."""
    banks = other_banks(view)
    for gap in gaps:
        opening = _opening(view, gap, banks)
        if opening and not _closed(view, gap, opening):
            yield _gap(view, gap, opening, bank_in(opening.text, banks) or "")
    yield from _uncommented(view, promised)


def _opening(view: View, gap: Gap, banks: tuple[str, ...]) -> Remark | None:
    """The latest remark that raises the matter."""
    for remark in reversed(list(view.client_remarks())):
        if view.day - remark.on > LOOK_BACK:
            return None
        if (
            gap.topic in remark.topics
            and any(cue in remark.text for cue in gap.opens)
            and (not gap.names_bank or bank_in(remark.text, banks))
        ):
            return remark
    return None


def _closed(view: View, gap: Gap, opening: Remark) -> bool:
    since = opening.on - LOOK_BACK
    return any(cue in r.text for r in view.remarks if r.on >= since for cue in gap.closed_by)


def _gap(view: View, gap: Gap, opening: Remark, bank: str) -> Observation:
    thing = view.thing_of(gap.topic, opening)
    label = gap.label.format(bank=bank, thing=thing)
    figure = view.searched(view.records, label, label)
    values = {
        "key": gap.key, "topic": gap.topic, "about": "gap", "question": gap.question.format(bank=bank, thing=thing), "to": gap.to,
        "reaction": gap.reaction, "speaker": opening.speaker, "on": opening.on, "records": len(view.records),
    }  # fmt: skip
    return Observation(Code.NOTHING_RECORDED, label, (opening.evidence,), figure, values)


def _uncommented(view: View, promised: Sequence[Fate]) -> Iterator[Observation]:
    """Things we delivered last year of which no later or same-day remark of the client speaks."""
    for fate in promised:
        if fate.promise.owner is not Party.BANK or not fate.kept_on or view.day - fate.kept_on > timedelta(days=366):
            continue
        thing = fate.promise.thing
        if not any(word in thing for word in _WORTH_AN_OPINION):
            continue
        wanted = key_words(thing)
        said = [r for r in view.client_remarks() if r.on >= fate.kept_on and wanted and wanted <= r.words]
        if said:
            continue
        talks = [r for r in view.records if r.on >= fate.kept_on]
        deciders = [r for r in talks if view.deciders & set(met(r))]
        figure = view.searched(talks, f"{thing}への先方の評価", f"{thing}・評価")
        values = {
            "about": "delivered", "thing": thing, "on": fate.kept_on, "records": len(talks), "late_days": fate.late_days(),
            "talks_with_decider": len(deciders), "decider": "・".join(sorted(view.deciders)), "to": "decider",
            "question": f"{slash_date(fate.kept_on)}にお渡しした{thing}は、ご覧になっていかがでしたか", "reaction": "まだなら、要点だけその場で説明する",
        }  # fmt: skip
        assert fate.kept_by
        yield Observation(Code.NOTHING_RECORDED, f"{thing}への先方の評価", (fate.kept_by.evidence,), figure, values)
