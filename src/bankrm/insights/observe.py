"""All observations of one client for one visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from bankrm.domain.dossier import Dossier
from bankrm.domain.observations import Observation
from bankrm.domain.visits import Visit
from bankrm.insights.agreements import observe_agreements
from bankrm.insights.asked_of_us import observe_asked_of_us
from bankrm.insights.background import observe_background
from bankrm.insights.competition import observe_competition
from bankrm.insights.conditions import observe_conditions
from bankrm.insights.confidences import observe_confidences
from bankrm.insights.contradictions import observe_contradictions
from bankrm.insights.deadlines import observe_deadlines
from bankrm.insights.decisions import observe_decisions
from bankrm.insights.freshness import EarlierPack, observe_expired, observe_new
from bankrm.insights.gaps import Gap, observe_gaps
from bankrm.insights.indicators import observe_indicators
from bankrm.insights.issues import observe_issues
from bankrm.insights.open_questions import observe_open_questions
from bankrm.insights.people import observe_people
from bankrm.insights.promises import fates, observe_promises
from bankrm.insights.remarks import View
from bankrm.insights.stances import observe_stances
from bankrm.insights.topics import Topic


def observe(
    dossier: Dossier,
    *,
    day: date,
    today: date,
    topics: Sequence[Topic],
    gaps: Sequence[Gap],
    earlier: EarlierPack | None = None,
    visit: Visit | None = None,
) -> tuple[Observation, ...]:
    """What a veteran would see in the records before the visit on `day`; days are counted to that day."""
    view = View(dossier, day, today, topics, visit)
    promised = fates(view)
    return tuple(
        chain(
            observe_promises(view, promised),
            observe_deadlines(view),
            observe_decisions(view),
            observe_stances(view),
            observe_competition(view, promised),
            observe_contradictions(view),
            observe_indicators(view),
            observe_expired(view),
            observe_new(view, earlier),
            observe_gaps(view, gaps, promised),
            observe_open_questions(view),
            observe_asked_of_us(view),
            observe_issues(view),
            observe_agreements(view),
            observe_conditions(view),
            observe_confidences(view),
            observe_people(view),
            observe_background(view),
        )
    )
