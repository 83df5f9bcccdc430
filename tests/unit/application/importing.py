"""A file of two firms, and what the report of a file counts."""

from __future__ import annotations

from bankrm.application.file_report import FileReport

CLIENTS = "店番,CIF番号,取引先名,法人番号\n012,0012345,株式会社楡津,\n025,0012345,㈱みなも,5070001000716\n"


def counts(report: FileReport) -> tuple[int, int, int, int]:
    return report.rows, report.new, report.changed, report.unchanged
