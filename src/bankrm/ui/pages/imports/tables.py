"""The columns of 取込's tables: files, findings, history, rows as they will be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bankrm.application.ports.layouts import PreviewRow
from bankrm.application.ports.readers import Finding
from bankrm.application.queries.imports import FindingRow, ImportRow
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.widgets.tables import Column
from bankrm.ui.words import moment_words

translate = QCoreApplication.translate
_COUNT = 64  # how wide a column of counts is
_NUMERIC = ("amount", "count", "percent")


def file_columns() -> list[Column[FileRow]]:
    """The files of this sitting; counts only once they are known."""
    return [
        Column(translate("Import", "ファイル"), lambda row: row.path.name, hint=lambda row: str(row.path), wide=True),
        Column(translate("Import", "状態"), _file_state, tone=_file_tone, width=216),
        Column(translate("Import", "読み方"), lambda row: words.profile_words(row.report.profile, row.report.type) if row.report and _counts(row) else "", width=140),
        *(
            Column(title, lambda row, place=place: _count(row, place), right=True, width=_COUNT)  # type: ignore[misc]
            for place, title in enumerate((translate("Import", "新規"), translate("Import", "変更"), translate("Import", "同じ")))
        ),
        Column(
            translate("Import", "除外"), lambda row: _count(row, 3), right=True, width=_COUNT,
            hint=lambda row: words.skipped_words(row.report.skipped) if row.report else "",
        ),
        Column(
            translate("Import", "エラー"), lambda row: _count(row, 4), right=True, width=_COUNT,
            tone=lambda row: "bad" if row.report and row.report.errors else "",
        ),
    ]  # fmt: skip


def finding_columns() -> list[Column[FindingRow]]:
    """What it is, where, what stands there (or which clients it is about), why, what to do."""
    return [
        Column(
            translate("Import", "種類"), lambda row: translate("Import", "✕ エラー") if row.is_error else translate("Import", "! 注意"),
            width=92, tone=lambda row: "bad" if row.is_error else "warn",
        ),
        Column(translate("Import", "行"), lambda row: "" if row.finding.line is None else f"{row.finding.line:,}", right=True, width=68),
        Column(translate("Import", "列"), lambda row: row.finding.column, width=104),
        Column(translate("Import", "値"), lambda row: _on_a_line(row.value or words.clients_words(row.finding)), width=140, hint=lambda row: row.value or words.clients_words(row.finding)),
        Column(translate("Import", "理由"), lambda row: words.finding_words(row.finding)[0], width=284, hint=lambda row: words.finding_words(row.finding)[0]),
        Column(translate("Import", "どうするか"), lambda row: words.finding_words(row.finding)[1], wide=True, hint=lambda row: words.finding_words(row.finding)[1]),
    ]  # fmt: skip


def history_columns() -> list[Column[ImportRow]]:
    """When, which file (by its digest the original is kept), how, by whom, how many."""
    return [
        Column(translate("Import", "日時"), lambda row: moment_words(row.when), width=136),
        Column(translate("Import", "ファイル"), lambda row: row.name, hint=lambda row: f"{row.name}\nSHA-256 {row.sha256}", wide=True),
        Column(translate("Import", "読み方"), lambda row: words.profile_words(row.profile, row.type), width=124),
        Column(translate("Import", "操作者"), lambda row: row.by, width=84),
        Column(translate("Import", "新規"), lambda row: f"{row.new:,}", right=True, width=_COUNT),
        Column(translate("Import", "変更"), lambda row: f"{row.changed:,}", right=True, width=_COUNT),
        Column(translate("Import", "同じ"), lambda row: f"{row.unchanged:,}", right=True, width=_COUNT),
        Column(translate("Import", "除外"), lambda row: f"{row.skipped:,}", right=True, width=_COUNT),
        Column(translate("Import", "エラー"), lambda row: f"{row.errors:,}", right=True, width=_COUNT),
    ]  # fmt: skip


def preview_columns(fields: Sequence[tuple[str, str]], *, settled: bool) -> list[Column[PreviewRow]]:
    """The rows as they will be read, a column a field; `fields` by name and kind. No row is promised before the layout is `settled`."""
    return [
        Column(translate("Import", "行"), lambda row: str(row.line), right=True, tone=lambda row: "dim" if row.skipped else ""),
        *(_field_column(name, kind) for name, kind in fields),
        Column(translate("Import", "読み取り"), _reading if settled else _reading_so_far, tone=_reading_tone if settled else _tone_so_far),
    ]  # fmt: skip


def _file_state(row: FileRow) -> str:
    return f"{words.STATE_MARKS[row.state]} {words.file_state_words(row)}"


def _file_tone(row: FileRow) -> str:
    if row.state is FileState.REFUSED or row.error is not None:
        return "bad"
    if row.report is not None and row.report.errors:
        return "warn"
    return "ok" if row.state is FileState.TAKEN else ""


def _counts(row: FileRow) -> tuple[int, ...]:
    """New, changed, unchanged, left out, in error; none before they are known."""
    report = row.report
    if report is None or report.refused or row.state is FileState.LEFT_OUT:
        return ()
    told = (report.new, report.changed, report.unchanged, sum(report.skipped.values()))
    return (*told, report.rows - sum(told))


def _count(row: FileRow, place: int) -> str:
    counts = _counts(row)
    return f"{counts[place]:,}" if counts else ""


def _field_column(name: str, kind: str) -> Column[PreviewRow]:
    """The value; of a cell in error what the file holds, with its reason."""

    def text(row: PreviewRow) -> str:
        cell = row.cells.get(name)
        if cell is None:
            return ""
        if row.skipped:
            return _on_a_line(cell.text)
        return _on_a_line(f"✕ {cell.text}" if cell.is_error else words.value_words(kind, cell.value))

    def hint(row: PreviewRow) -> str:
        cell = row.cells.get(name)
        if cell is None:
            return ""
        return "\n".join(filter(None, (cell.text, words.finding_words(Finding(cell.reason))[0] if cell.reason else "")))

    def tone(row: PreviewRow) -> str:
        cell = row.cells.get(name)
        if row.skipped:
            return "dim"
        return "" if cell is None or not cell.reason else "bad" if cell.is_error else "warn"

    return Column(words.field_words(name), text, right=kind in _NUMERIC, hint=hint, tone=tone)


def _errors(row: PreviewRow) -> list[Finding]:
    return [*row.errors] or [Finding(cell.reason) for cell in row.cells.values() if cell.is_error]


def _notes(row: PreviewRow) -> list[Finding]:
    return [Finding(cell.reason) for cell in row.cells.values() if cell.reason and not cell.is_error]


def _reading(row: PreviewRow) -> str:
    if row.skipped:
        return translate("Import", "– 除外: {why}").format(why=words.skip_words(row.skipped))
    if errors := _errors(row):
        return f"✕ {words.finding_words(errors[0])[0]}"
    if notes := _notes(row):
        return translate("Import", "! 注意: {what}").format(what=words.finding_words(notes[0])[0])
    return translate("Import", "✓ 取り込みます")


def _reading_so_far(row: PreviewRow) -> str:
    if row.skipped or _errors(row):
        return _reading(row)
    return translate("Import", "– 列の対応がまだ決まっていません")


def _tone_so_far(row: PreviewRow) -> str:
    return "bad" if _errors(row) and not row.skipped else "dim"


def _reading_tone(row: PreviewRow) -> str:
    return "dim" if row.skipped else "bad" if _errors(row) else "warn" if _notes(row) else "ok"


def _on_a_line(text: str) -> str:
    return text.replace("\n", " ")
