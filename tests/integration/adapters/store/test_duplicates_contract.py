"""Decided pairs of clients, as every store keeps them."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.records import KEY, OTHER

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness


def test_the_last_decision_on_a_pair_stands_and_is_found_from_either_side(begin: OpenUnitOfWork) -> None:
    third = ClientKey("099", "0000001")
    first = PairDecision(ClientPair.of(OTHER, KEY), Sameness.LATER, Likeness.READING)
    amended = replace(first, sameness=Sameness.SAME, shared=Likeness.NAME)
    elsewhere = PairDecision(ClientPair.of(OTHER, third), Sameness.DIFFERENT, Likeness.NAME)
    with begin() as work:
        for decision in (elsewhere, first, amended):
            work.duplicates.decide(decision)
        work.commit()
    with begin() as work:
        assert work.duplicates.decisions() == sorted([amended, elsewhere], key=lambda one: one.pair)
        assert work.duplicates.decisions(KEY) == [amended]
        assert set(work.duplicates.decisions(OTHER)) == {amended, elsewhere}
        assert work.duplicates.decisions(third) == [elsewhere]
