"""What the tests of bundles look at on disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.fakes.models import gguf

from bankrm.application.ports.models import BundleRefused

TINY = gguf()


def refusal(act: Callable[[], object]) -> tuple[object, object]:
    with pytest.raises(BundleRefused) as refused:
        act()
    return refused.value.details["reason"], refused.value.details["file"]
