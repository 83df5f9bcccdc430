"""What was decided or agreed, also not to do it. A wish that somebody decide, and a receipt (条件は承知した), are neither."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.observations import Code, Observation
from bankrm.insights.matters import closed, naming
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import DOUBTS, Certainty
from bankrm.language.patterns import pattern

_AGREED = frozenset({Certainty.AGREED, Certainty.DECIDED})
_HEARD = pattern(r"(?:承知|了解)")  # that it was heard, unless they tell of what


def observe_agreements(view: View) -> Iterator[Observation]:
    """Each that still stands; where the words only point back (これは決めた), with what they point to."""
    for remark in (r for r in view.client_remarks() if r.speaker):
        named = naming(view, remark)
        if not _decides(remark, named) or any(closed(view, r) for r in {remark, named} if r.certainty not in DOUBTS):
            continue
        said = [named, remark] if named is not remark else [remark]
        topic = next((key for r in reversed(said) for key in r.topics), "")
        values = {"on": remark.on, "certainty": remark.certainty, "topic": topic}
        yield Observation(Code.AGREEMENT, view.topic_name(topic), tuple(r.evidence for r in said), None, values)


def _decides(remark: Remark, named: Remark) -> bool:
    if remark.certainty is Certainty.DECLINED:
        return "決め" in remark.text
    return remark.certainty in _AGREED and not (_HEARD.search(remark.text) and _tells_nothing(named))


def _tells_nothing(remark: Remark) -> bool:
    """Whether the words name neither a matter nor a figure (条件は承知した)."""
    return not remark.own_topics and not remark.quantities
