"""What became of one imported file, as screens and the command line tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bankrm.application.ports.readers import Finding, ImportRefused


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `rows` = new + changed + unchanged + skipped + rows in error; a document is one row.

    `refused` says why nothing of the file was read; `skipped` counts rows left out by rule, by reason.
    """

    path: str
    type: str
    profile: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    refused: ImportRefused | None = None

    @property
    def has_findings(self) -> bool:
        """Whether rows are in error or the whole file was refused."""
        return bool(self.errors or self.refused)

    def as_json(self) -> dict[str, object]:
        """One element of `import --json`."""
        refused = {"code": self.refused.code, **self.refused.details} if self.refused else None
        return {
            "path": self.path, "type": self.type, "profile": self.profile or None, "rows": self.rows, "new": self.new,
            "changed": self.changed, "unchanged": self.unchanged, "skipped": dict(self.skipped),
            "errors": [finding.as_json() for finding in self.errors],
            "warnings": [finding.as_json() for finding in self.warnings],
            "refused": refused,
        }  # fmt: skip
