"""記録 with the first talk open."""

from __future__ import annotations

import pytest
from tests.unit.ui.records.presenting import Bench


@pytest.fixture(name="bench")
def _bench() -> Bench:
    return Bench().arrive()
