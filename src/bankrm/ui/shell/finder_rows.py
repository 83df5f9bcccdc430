"""The rows of 探す: headings and hits, as a list that a view can show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from bankrm.application.queries.search import ClientHit, DocumentHit, DraftHit, Found, Hit, PersonHit, RecordHit
from bankrm.language.firm_names import shown_reading
from bankrm.ui.words import kind_words, short_day, state_words

translate = QCoreApplication.translate
HIT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FinderRow:
    """A heading (no hit), or a hit: what it is, and a line under it in which `marks` are what was typed."""

    title: str
    line: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    hit: Hit | None = None


def rows_of(found: Found, today: date) -> tuple[FinderRow, ...]:
    """Headings and hits, kind by kind."""
    kinds: tuple[tuple[str, tuple[Hit, ...]], ...] = (
        (translate("Finder", "取引先"), found.clients),
        (translate("Finder", "面談者"), found.people),
        (translate("Finder", "記録"), found.records),
        (translate("Finder", "資料"), found.documents),
        (translate("Finder", "下書き"), found.drafts),
    )
    return tuple(
        row for heading, hits in kinds if hits for row in (FinderRow(heading), *(_row(hit, today) for hit in hits))
    )


def _row(hit: Hit, today: date) -> FinderRow:
    match hit:
        case ClientHit():
            return FinderRow(
                _joined(hit.name, shown_reading(hit.reading)), _joined(str(hit.key), hit.industry), hit=hit
            )
        case PersonHit():
            return FinderRow(_joined(hit.name, hit.role), hit.client_name, hit=hit)
        case RecordHit():
            title = _joined(short_day(hit.on, today), hit.client_name, hit.method)
            return FinderRow(title, hit.excerpt.text, hit.excerpt.marks, hit)
        case DocumentHit():
            page = translate("Finder", "{page}ページ").format(page=hit.page) if hit.page else ""
            return FinderRow(_joined(hit.title, hit.client_name, page), hit.excerpt.text, hit.excerpt.marks, hit)
        case DraftHit():
            return FinderRow(
                _joined(kind_words(hit.kind), hit.client_name, short_day(hit.day, today)),
                state_words(hit.state),
                hit=hit,
            )


def _joined(*parts: str) -> str:
    return "  ".join(part for part in parts if part)


class FinderListModel(QAbstractListModel):
    """Rows of one search; a heading can be seen and not chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[FinderRow, ...] = ()

    def show_rows(self, rows: tuple[FinderRow, ...]) -> None:
        """Show the rows of another search."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> FinderRow:
        """One row."""
        return self._rows[place]

    def first_hit(self) -> int | None:
        """The first row that can be chosen."""
        return next((place for place, row in enumerate(self._rows) if row.hit), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title for the eye, title and line for a reader of the screen, and the hit."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _joined(row.title, row.line)
        return row.hit if role == HIT_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Hits can be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if index.isValid() and self._rows[index.row()].hit else Qt.ItemFlag.NoItemFlags
