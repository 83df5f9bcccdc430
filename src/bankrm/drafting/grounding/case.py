"""A statement laid beside its evidence: what every layer of the checker looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.instructed import Withheld
from bankrm.drafting.grounding.laid_out import LaidOut
from bankrm.drafting.grounding.literals import frame_of
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.temporal.timing import Timing, Told, timing
from bankrm.drafting.grounding.tokens import Reading, read
from bankrm.language.names import NameBook


@dataclass(frozen=True)
class Case:
    """One statement and its evidence taken apart. `reference` is the day against which the statement's own dates are read, `withheld`
    what of the evidence speaks to a program and is not read."""

    statement: str
    pieces: Sequence[Piece]
    reference: date
    book: NameBook | None = None
    withheld: Sequence[Withheld] = ()

    @cached_property
    def reading(self) -> Reading:
        """The statement's tokens."""
        return read(self.statement, self.reference)

    @property
    def is_checkable(self) -> bool:
        """Whether there is evidence, and anything said beside who is named."""
        named = [(person.start, person.end) for person in people_in(self.statement)]
        said = (t for t in self.reading.tokens if t.is_content and not any(a <= t.start < b for a, b in named))
        return bool(self.pieces) and any(said)

    def fully(self, person: NamedPerson) -> NamedPerson:
        """The person with the roles under which the evidence introduces them (綾部会長(社長の父))."""
        found = (other.also for other in self._introduced if may_be(person, other, self.book))
        return replace(person, also=(*person.also, *chain.from_iterable(found)))

    @cached_property
    def _introduced(self) -> tuple[NamedPerson, ...]:
        return tuple(person for piece in self.pieces for person in people_in(piece.source.text) if person.also)

    @cached_property
    def whole(self) -> Resting:
        """The whole statement and what it rests on."""
        return Resting(self.reading, self.pieces)

    @cached_property
    def own_words(self) -> Resting:
        """The statement without what it repeats to the letter; the whole one where it repeats nothing."""
        return Resting(read(self._frame[0], self.reference), self.pieces) if self.verbatim else self.whole

    @cached_property
    def timing(self) -> Timing:
        """What of its times follows from the evidence, and what is said otherwise there."""
        told = [Told(piece.reading, piece.reference or self.reference) for piece in self.pieces]
        return timing(Told(self.reading, self.reference), told)

    @cached_property
    def laid_out(self) -> LaidOut:
        """Its own words, each with what bears it out."""
        return LaidOut(self.own_words, self.timing.borne)

    @property
    def verbatim(self) -> bool:
        """Whether a quote or a whole sentence of the evidence stands in the statement."""
        return self._frame[1]

    @cached_property
    def parts(self) -> Sequence[Part]:
        """The clauses of the whole statement."""
        return self.whole.parts()

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """Ids of the evidence that its clauses rest on, in the order in which they were given."""
        homes = {id(part.home) for part in self.parts}
        return tuple(piece.source.id for piece in self.pieces if id(piece) in homes)

    @cached_property
    def _frame(self) -> tuple[str, bool]:
        return frame_of(self.statement, self.pieces)
