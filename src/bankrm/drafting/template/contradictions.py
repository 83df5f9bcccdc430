"""記録の食い違い: both records quoted and dated, the newest word beside them, and what to ask; never a silent choice.

What somebody at the table must not hear is not set out here: the sheet may lie on that table.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk, grouped

FACT, QUESTION = StatementKind.FACT, StatementKind.QUESTION


def compose_contradictions(desk: Desk) -> Iterator[Statement]:
    """Each in a group of its own."""
    yield from grouped("contradictions", (_set_beside(desk, o) for o in desk.open_to_all(Code.RECORDS_CONTRADICT)))


def _set_beside(desk: Desk, o: Observation) -> Iterator[Statement]:
    for evidence in o.evidence:
        yield desk.say(FACT, f"{o.subject}: {_shown(desk, evidence)}。", evidence)
    yield from settling(desk, o)
    what = f"{o.values['owner']}の{o.subject}" if o.values["owner"] else o.subject
    if o.values["confirmed"]:
        yield desk.say(QUESTION, f"{what}は、いまの数字を教えていただけますか。", *o.evidence)
    elif o.values["kind"] == "figure":
        yield desk.say(QUESTION, f"{what}は、どちらの数字で考えればよいでしょうか。", *o.evidence)
    else:
        yield desk.say(QUESTION, f"{what}は、実際にはどうなっていますか。", *o.evidence)


def settling(desk: Desk, o: Observation) -> Iterator[Statement]:
    """Who else bears one of them out, and what was said last, where that holds of a later day."""
    confirmed, last = desk.usable(o.values["confirmed"]), desk.usable(o.values["newest"])
    if confirmed:
        yield desk.say(FACT, f"裏づけ: {_shown(desk, confirmed)}。", confirmed)
    if last and last != confirmed:
        yield desk.say(FACT, f"その後の発言: {_shown(desk, last)}。", last)


def _shown(desk: Desk, evidence: Evidence) -> str:
    return desk.told(evidence) if evidence.origin.type is OriginType.INTERACTION else evidence.text
