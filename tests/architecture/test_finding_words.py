"""Every reason that an import can give has words on screen."""

from __future__ import annotations

from bankrm.application.ports.readers import FINDING_REASONS, SKIP_REASONS
from bankrm.cli.findings import REASONS, SKIPS


def test_every_finding_has_words() -> None:
    assert set(REASONS) >= FINDING_REASONS


def test_every_reason_to_leave_a_row_out_has_words() -> None:
    assert set(SKIPS) >= SKIP_REASONS
