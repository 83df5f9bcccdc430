"""Clients that may be one (名寄せ): what they share, and what a person decided of them.

同じ先 links two keys: each client's page names the other, and nothing else happens. Records, drafts and evidence stay under the key
that they came with: the host keeps two customers, and only the host can merge them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bankrm.domain.clients import ClientKey


class Likeness(StrEnum):
    """What two clients share, the strongest first."""

    CORPORATE_NUMBER = "corporate_number"
    NAME = "name"
    READING = "reading"

    @property
    def strength(self) -> int:
        """Greater is stronger."""
        return _STRENGTHS[self]


_STRENGTHS = {likeness: -place for place, likeness in enumerate(Likeness)}


class Sameness(StrEnum):
    """同じ先, 別の先, 後で: the last is asked again when a person opens the list, and never in between."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"


@dataclass(frozen=True, slots=True, order=True)
class ClientPair:
    """Two clients, the lesser key first."""

    first: ClientKey
    second: ClientKey

    @classmethod
    def of(cls, one: ClientKey, other: ClientKey) -> ClientPair:
        """In order. Raises ValueError for a client and itself."""
        if one == other:
            raise ValueError(one)
        return cls(*sorted((one, other)))

    def other(self, key: ClientKey) -> ClientKey:
        """The one beside this one."""
        return self.second if key == self.first else self.first


@dataclass(frozen=True, slots=True)
class PairDecision:
    """What was decided of a pair, and what the two shared when it was."""

    pair: ClientPair
    sameness: Sameness
    shared: Likeness

    def answers(self, shared: Likeness) -> bool:
        """Whether the question is settled: not where it was left for later, nor where the two share something stronger by now."""
        return self.sameness is not Sameness.LATER and shared.strength <= self.shared.strength
