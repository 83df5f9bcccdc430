"""The day by which the client decides something of their own: an answer they owe a third party, a choice they set themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bankrm.domain.observations import Code, Observation
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind
from bankrm.language.years import looking_ahead

HORIZON_DAYS, TOLD_DAYS = 61, 183
_DECIDES = pattern(
    r"(?:返事|返答|回答|答え)を?(?:する|します|出す|出します|しなければ|しないと|しなきゃ)|決め(?:る|ます|たい|なければ|ないと|なきゃ)|決断|結論を?(?:出|だ)|判断(?:する|します|しな)"
)
_LET_GO = pattern(r"(?:つもり|はず|予定|約束)(?:だった|でした)")
_BY = frozenset({Kind.DATE, Kind.MONTH})


def observe_decisions(view: View) -> Iterator[Observation]:
    """One for each talk, with the words before that say what is to be decided; days are counted to the visit."""
    seen: dict[tuple[str, str], Observation] = {}
    for remark in view.client_remarks():
        if remark.speaker and (view.day - remark.on).days <= TOLD_DAYS and _decides(remark.text):
            for due in _days(view, remark):
                values = {"due": due, "days": (due - view.day).days, "speaker": remark.speaker}
                evidence = tuple(r.evidence for r in (*_what(view, remark), remark))
                seen[remark.record.ref, remark.speaker] = Observation(
                    Code.DECISION_NEAR, remark.speaker, evidence, None, values
                )
    yield from seen.values()


def _decides(text: str) -> bool:
    return bool(_DECIDES.search(text)) and not _LET_GO.search(text)


def _days(view: View, remark: Remark) -> Iterator[date]:
    """The last days told in the remark (年内: 31 December) that lie soon after the visit."""
    for quantity in remark.quantities:
        within = remark.text[quantity.start : quantity.end] == "年内"
        if quantity.kind in _BY or within:
            told = looking_ahead(quantity, remark.text, remark.on)
            if told and 0 <= (told.last_day() - view.day).days <= HORIZON_DAYS:
                yield told.last_day()


def _what(view: View, remark: Remark) -> Sequence[Remark]:
    """The fullest of the same person's three sentences before, in that talk."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    before = turn[: turn.index(remark)][-3:]
    return [max(before, key=lambda r: len(r.text))] if before and not remark.own_topics else []
