"""What is known of a document's client while its text is examined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bankrm.drafting.compliance.other_names import OtherNames

LOAN, NO_LOAN, LISTED = "client_has_loan", "client_has_no_loan", "client_is_listed"
FACTS = frozenset({LOAN, NO_LOAN, LISTED})
"""What a trigger may ask for. Neither LOAN nor NO_LOAN: nobody knows."""


@dataclass(frozen=True)
class Context:
    """`client` and `others` are names as the customer master has them (names, aliases, readings)."""

    client: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    facts: frozenset[str] = frozenset()

    @cached_property
    def other_names(self) -> OtherNames:
        """The other clients, to be found in texts."""
        return OtherNames(self.others, self.client)
