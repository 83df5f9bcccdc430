"""Events in the order in which they happened: after the days of the records that tell of them, not only after the dates that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import sequence
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.passing import telling
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate

_AFTER = r"(?:(?<=[たのだ])(?:後|のち|あと)|(?<=[一-龥])後|て以降|てから|た(?:うえ|上)で)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<later>.+?)のは、?(?P<earlier>.+?){_AFTER}(?:だ|で|の)",
        rf"(?P<earlier>.+?){_AFTER}(?!継)(?:に|で|の|は|、)*(?P<later>.+)",
        r"(?P<earlier>.+?)(?:が|けれど|し|て|り)?、(?:その後|そのあと|のちに|次いで|続いて)、?(?P<later>.+)",
        r"(?P<later>.+?[るくすむうつぶぐぬ])前に、?(?P<earlier>.+)",
    )
)
"""How two events are told in one sentence: the earlier and the later."""

_ON = pattern(r"(?:[（(][月火水木金土日][）)])?(?:に(?!は|向|間)|、|の(?=訪問|電話|面談|来店))")


def wrong_order(case: Case) -> Iterator[Reason]:
    """Events told in another order than that of their days, or than one record tells of both."""
    text, resting = case.statement, case.whole
    yield from sequence.turned_round(case.own_words)
    for found in filter(None, (shape.match(text) for shape in _SHAPES)):
        earlier, later = (_day(resting, *found.span(name)) for name in ("earlier", "later"))
        if earlier and later and earlier > later:
            yield Reason("order_differs", found["earlier"].strip("、 "))
        return


def _day(resting: Resting, start: int, end: int) -> date | None:
    """The day on which an event is told to be, else that of the record which alone tells most of it."""
    tokens = [token for token in resting.reading.tokens if start <= token.start < end]
    told = next((day for token in tokens if (day := _told_day(resting, token))), None)
    if told:
        return told
    handing = telling(start, end, resting)
    if len(handing) == 1:
        return handing[0].day
    words = [token for token in tokens if token.role not in (Role.TIME, Role.PERIOD)]
    ranked = sorted(((resting.weight(words, piece), n) for n, piece in enumerate(resting.pieces)), reverse=True)
    clear = len(ranked) == 1 or ranked[0][0] > ranked[1][0]
    return resting.pieces[ranked[0][1]].day if ranked and clear else None


def _told_day(resting: Resting, token: Token) -> date | None:
    if token.quantity is None or token.quantity.kind is not Kind.DATE or not _ON.match(resting.reading.text, token.end):
        return None
    return PartialDate.parse(str(token.quantity.value)).first_day()
