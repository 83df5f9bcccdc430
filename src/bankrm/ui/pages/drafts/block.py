"""One statement laid out: its words at reading size, the line of its marks, what the checker found, and what the compliance rules did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout

from bankrm.ui.pages.drafts.paragraph import Paragraph, Ranges, toned, units
from bankrm.ui.pages.drafts.rows import Piece, StatementRow
from bankrm.ui.pages.drafts.wording import compliance_words, details, findings_words, judgement_words
from bankrm.ui.theme import BODY, CAPTION, STATEMENT, XS, L, M, S, Theme

_PROSE = 42 * STATEMENT  # the longest line that reads well, in pixels
_GAP = "\u2002"


@dataclass(frozen=True, slots=True)
class Fonts:
    """One family in the three sizes of a block."""

    statement: QFont
    body: QFont
    caption: QFont

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        """The family of this font."""
        return cls(sized(font, STATEMENT), sized(font, BODY), sized(font, CAPTION))


@dataclass(frozen=True, slots=True)
class Run:
    """So many characters of a line in one tone; `evidence` where a click leads to it."""

    start: int
    length: int
    tone: str
    evidence: str = ""


class Block:
    """The lines of one statement for one width in one theme."""

    def __init__(self, row: StatementRow, width: int, fonts: Fonts, theme: Theme) -> None:
        self.row, self.width, self.theme = row, width, theme
        self._left = L + (M if row.follows else 0)
        breadth = min(width - self._left - L, _PROSE)
        words = "".join(text for _, text in row.compared) or row.text
        caption, self._runs = _caption(row)
        self._text = Paragraph(words, fonts.statement, breadth, lambda: list(_compared(row, theme)))
        self._caption = Paragraph(caption, fonts.caption, breadth, self._tones)
        self._finding = Paragraph(findings_words(row), fonts.body, breadth - 2 * S)
        self._rules = Paragraph(compliance_words(row), fonts.body, breadth - 2 * S)
        self._caption_top = S + self._text.height
        self._finding_top = self._caption_top + self._caption.height + XS
        self._rules_top = self._finding_top + _room(self._finding)
        self.height = self._rules_top + _room(self._rules) + XS

    def evidence_at(self, point: QPointF) -> str:
        """The piece whose number stands there, seen from the block's corner; empty where none does."""
        place = self._caption.place_at(point - QPointF(self._left, self._caption_top))
        return next((run.evidence for run in self._runs if 0 <= place - run.start < run.length), "")

    def draw(self, painter: QPainter, corner: QPointF, marked: str) -> None:
        """Draw at this corner; `marked` is the piece that is shown beside, whose number is filled."""
        at, theme = corner + QPointF(self._left, 0), self.theme
        self._text.draw(painter, at + QPointF(0, S), theme.dim if self.row.removed else theme.text)
        shown = [run for run in self._runs if marked and run.evidence == marked]
        marks = [toned(run.start, run.length, theme.text, ground=theme.marked) for run in shown]
        self._caption.draw(painter, at + QPointF(0, self._caption_top), theme.dim, marks)
        self._draw_finding(painter, at + QPointF(0, self._finding_top), self._finding, judgement_words(self.row)[1])
        tone = "bad" if any(finding.blocks for finding in self.row.findings) else "warn"
        self._draw_finding(painter, at + QPointF(0, self._rules_top), self._rules, tone)

    def _tones(self) -> Ranges:
        return [toned(run.start, run.length, getattr(self.theme, run.tone)) for run in self._runs]

    def _draw_finding(self, painter: QPainter, at: QPointF, told: Paragraph, tone: str) -> None:
        if not told.text:
            return
        box = QRectF(at.x(), at.y(), told.breadth + 2 * S, told.height + XS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self.theme, f"{tone}_ground")))
        painter.drawRoundedRect(box, XS, XS)
        told.draw(painter, at + QPointF(S, XS / 2), getattr(self.theme, tone))


def _room(told: Paragraph) -> int:
    return told.height + S if told.text else 0


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The same family in another size."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


def _caption(row: StatementRow) -> tuple[str, list[Run]]:
    """✓ 根拠あり [1][4] 田辺社長 7/8 · 検討中, with the runs that have a tone of their own."""
    mark, tone = judgement_words(row)
    text, runs = mark, [Run(0, len(mark), tone)] if mark else []
    for number, citation in enumerate(row.citations):
        text += _GAP if text and number == 0 else ""
        label = f"[{citation.number}]"
        runs.append(Run(len(text), len(label), "accent", citation.evidence))
        text += label
    told = " · ".join(details(row))
    return text + (_GAP if text and told else "") + told, runs


def _compared(row: StatementRow, theme: Theme) -> Iterator[QTextLayout.FormatRange]:
    """Struck where the first version's words went, underlined where new ones came."""
    start = 0
    for piece, words in row.compared:
        if piece is not Piece.SAME:
            made = toned(start, units(words), theme.bad if piece is Piece.REMOVED else theme.ok)
            form = made.format
            form.setFontStrikeOut(piece is Piece.REMOVED)
            form.setFontUnderline(piece is Piece.ADDED)
            made.format = form
            yield made
        start += units(words)
