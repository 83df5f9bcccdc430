"""What an import noticed, in words: reason codes of rows and files to Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.application.ports.readers import Finding

REASONS: dict[str, str] = {}


def finding_words(finding: Finding) -> str:
    """One finding: what, in which column, which clients. A reason without words is shown as its code."""
    words = REASONS.get(finding.reason, finding.reason)
    column = f"(列「{finding.column}」)" if finding.column else ""
    clients = f": {'、'.join(map(str, finding.clients))}" if finding.clients else ""
    return f"{words}{column}{clients}"
