"""Before whom of the visit a piece of evidence must not be brought up: one answer for every writer."""

from __future__ import annotations

from collections.abc import Iterable

from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation


class Audience:
    """What the confidences among the observations keep from whom."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._pieces: dict[Evidence, tuple[str, ...]] = {}
        self._topics: dict[str, tuple[str, ...]] = {}
        for o in observations:
            if o.code is Code.CONFIDENTIAL:
                for piece in o.pieces("covers"):
                    self._pieces[piece] = _joined(self._pieces.get(piece, ()), o.names("before"))
                for topic in o.names("topics"):
                    self._topics[topic] = _joined(self._topics.get(topic, ()), o.names("before"))

    def must_not_hear(self, *evidence: Evidence) -> tuple[str, ...]:
        """Those we are about to meet who must not hear of any of these from us."""
        return _joined(*(self._pieces.get(piece, ()) for piece in evidence))

    def kept(self) -> Iterable[tuple[Evidence, tuple[str, ...]]]:
        """Every piece that is kept from somebody at the table, and from whom."""
        return ((piece, people) for piece, people in self._pieces.items() if people)

    def must_not_hear_of(self, topic: object) -> tuple[str, ...]:
        """Those before whom a private topic is not opened, since something of it was told in confidence."""
        return self._topics.get(str(topic), ())


def _joined(*people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for names in people for person in names))
