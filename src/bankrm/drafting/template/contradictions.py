"""記録の食い違い: both records quoted and dated, the newest word beside them, and what to ask; never a silent choice.

What somebody at the table must not hear is not set out here: the sheet may lie on that table.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
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
    yield from newest(desk, o)
    what = f"{o.values['owner']}の{o.subject}" if o.values["owner"] else o.subject
    end = "どちらの数字で考えればよいでしょうか" if o.values["kind"] == "figure" else "実際にはどうなっていますか"
    yield desk.say(QUESTION, f"{what}は、{end}。", *o.evidence)


def newest(desk: Desk, o: Observation) -> Iterator[Statement]:
    """What was said of it last, where that holds of a later day."""
    words = desk.usable(o.values["newest"])
    if words:
        yield desk.say(FACT, f"新しい言葉: {_shown(desk, words)}。", words)


def _shown(desk: Desk, evidence: Evidence) -> str:
    return desk.told(evidence) if evidence.speaker else evidence.text
