from __future__ import annotations

import pytest

from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness

ONE, OTHER = ClientKey("012", "0012345"), ClientKey("025", "0012345")
PAIR = ClientPair.of(ONE, OTHER)


def test_a_pair_is_the_same_from_either_side() -> None:
    assert ClientPair.of(OTHER, ONE) == PAIR
    assert (PAIR.other(ONE), PAIR.other(OTHER)) == (OTHER, ONE)


def test_a_client_is_no_pair_with_itself() -> None:
    with pytest.raises(ValueError, match="0012345"):
        ClientPair.of(ONE, ONE)


@pytest.mark.parametrize("sameness", list(Sameness))
@pytest.mark.parametrize("decided_on", list(Likeness))
@pytest.mark.parametrize("shared", list(Likeness))
def test_a_question_is_asked_once_unless_left_for_later_or_something_stronger_is_shared(
    sameness: Sameness, decided_on: Likeness, shared: Likeness
) -> None:
    stronger = {
        Likeness.CORPORATE_NUMBER: set[Likeness](),
        Likeness.NAME: {Likeness.CORPORATE_NUMBER},
        Likeness.READING: {Likeness.CORPORATE_NUMBER, Likeness.NAME},
    }
    asked_again = sameness is Sameness.LATER or shared in stronger[decided_on]
    assert PairDecision(PAIR, sameness, decided_on).answers(shared) is not asked_again
