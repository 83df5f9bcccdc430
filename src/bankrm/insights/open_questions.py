"""Questions that stayed open (未回答の質問): what a record's 未確認事項 holds, as long as no later record closes it."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.citing import cite_open_point
from bankrm.domain.days import A_YEAR
from bankrm.domain.observations import Code, Observation
from bankrm.domain.open_points import UNANSWERED, still_open
from bankrm.insights.remarks import View
from bankrm.language.sensitive import is_sensitive


def observe_open_questions(view: View) -> Iterator[Observation]:
    """One for each that may be repeated, oldest first; none older than a year."""
    for record, point in still_open(view.records):
        if (view.day - record.on).days <= A_YEAR and not is_sensitive(point.what):
            why = UNANSWERED[point.why] if point.why else "未確認"
            values = {
                "on": record.on,
                "to": point.to,
                "apart": point.apart,
                "why": why,
                "is_question": point.is_question,
            }
            yield Observation(Code.QUESTION_OPEN, point.what, (cite_open_point(record, point),), None, values)
