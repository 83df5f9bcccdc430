"""Events in the order in which they happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.resting import Resting

_AFTER = re.compile(r"(?:後|のち|あと)(?:に|で)?[、]?$")


def wrong_order(resting: Resting) -> Iterator[Reason]:
    """Events told in another order than that of their records' days."""
    for first, second in pairwise(resting.parts()):
        days = first.home.day, second.home.day
        if days[0] and days[1] and days[0] > days[1] and _AFTER.search(resting.said(first)):
            yield Reason("order_differs", resting.said(first).strip())
