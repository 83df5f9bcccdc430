"""Every reason that a plan or a bundle can give has words on screen."""

from __future__ import annotations

import pytest

from bankrm.application.ports.engine_plan import Engine, PlanReason
from bankrm.application.ports.models import BUNDLE_REASONS
from bankrm.cli.commands.policy import LEVELS
from bankrm.cli.engine_words import ENGINES, REASONS
from bankrm.cli.errors import REASONS as ERROR_REASONS
from bankrm.policy.reading import Level


def test_every_reason_of_a_plan_has_words() -> None:
    assert set(REASONS) == set(PlanReason)
    assert set(ENGINES) == set(Engine)


@pytest.mark.parametrize("reason", sorted(BUNDLE_REASONS))
def test_every_reason_to_refuse_a_bundle_has_words(reason: str) -> None:
    assert reason in ERROR_REASONS


def test_everyone_who_may_give_a_setting_has_a_name() -> None:
    assert set(LEVELS) == set(Level)
