"""印刷: the sheet as it will come out of the printer, in place of the statements."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from bankrm.drafting.sheet import PrintedSheet, Version
from bankrm.ui.pages.drafts.printing import draw_sheet, set_up
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row, scrolled, surface
from bankrm.ui.widgets.text import label

_MOST_LINES = 6  # of what is kept back


class PrintPane(BeginsAt):
    """Which version, the pages, and the way to the printer. Nothing is printed before the act is recorded."""

    version_chosen = Signal(str)
    printer_chosen = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: PrintedSheet | None = None
        self._pages: QPrintPreviewWidget | None = None
        self._versions = {
            Version.IN_BANK: button(self.tr("行内版"), "quiet"),
            Version.CARRIED: button(self.tr("持出し版(A4 1枚)"), "quiet"),
        }
        group = QButtonGroup(self)
        for version, pressed in self._versions.items():
            pressed.setCheckable(True)
            group.addButton(pressed)
            pressed.clicked.connect(lambda _=False, version=version: self.version_chosen.emit(version.value))
        self._note = label("", "caption", wrap=True)
        self._print, close = button(self.tr("印刷する…"), "primary"), button(self.tr("下書きに戻る (Esc)"), "quiet")
        self._print.clicked.connect(self._choose_printer)
        close.clicked.connect(self.closed)
        bar = row(*self._versions.values(), space=M)
        bar.addWidget(self._note, 1)
        bar.addWidget(self._print)
        bar.addWidget(close)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(surface("bar", bar, margin=L))
        self._withheld = label("", "caption", wrap=True)
        self._withheld.setContentsMargins(L, S, L, S)
        self._withheld.setMinimumSize(1, 1)  # as high as its words at this width, not at a guessed one
        self._list = scrolled(self._withheld)
        layout.addWidget(self._list)
        self.begin_at(self._print)

    def show_sheet(self, sheet: PrintedSheet, *, carriable: bool) -> None:
        """Show these pages."""
        self._sheet = sheet
        for_client = sheet.version is Version.FOR_CLIENT
        for version, pressed in self._versions.items():
            pressed.setVisible(not for_client)
            pressed.setChecked(version is sheet.version)
        self._versions[Version.CARRIED].setEnabled(carriable)
        self._note.setText(self._note_of(sheet, carriable))
        kept_back = "\n".join(f"{section.heading}: {line.text}" for section in sheet.withheld for line in section.lines)
        self._withheld.setText(kept_back)
        self._list.setVisible(bool(kept_back))
        self._fit_list()
        self._preview().updatePreview()

    def _fit_list(self) -> None:
        """As high as what it tells, within a few lines."""
        told = max(self._withheld.heightForWidth(self.width()), 0)
        self._list.setFixedHeight(min(told, _MOST_LINES * self.fontMetrics().lineSpacing()))

    def print_sheet(self, sheet: PrintedSheet) -> None:
        """To the printer that was chosen."""
        draw_sheet(sheet, self._printer, self.font())

    @cached_property
    def _printer(self) -> QPrinter:
        """Asked for when something is to be printed, not before: a printer in the network may be slow to answer."""
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(made)
        return made

    def _preview(self) -> QPrintPreviewWidget:
        if self._pages is None:
            self._pages = QPrintPreviewWidget(self._printer)
            self._pages.paintRequested.connect(self._draw)
            self._pages.setZoomFactor(1.0)  # to be read, not only seen
            self._column.addWidget(self._pages, 1)
        return self._pages

    def _note_of(self, sheet: PrintedSheet, carriable: bool) -> str:
        if sheet.version is Version.FOR_CLIENT:
            return self.tr("お客さまにお渡しする版です。")
        if not carriable:
            return self.tr("持ち出せるのは準備シートだけです。")
        if sheet.version is Version.IN_BANK:
            return ""
        count = sum(len(section.lines) for section in sheet.withheld)
        told = self.tr("持出し版では%n件を伏せています。", "", count) if count else self.tr("伏せた記述はありません。")
        return told + (self.tr("ほかに%n件は紙面に入りません。", "", sheet.no_room) if sheet.no_room else "")

    @Slot(QPrinter)
    def _draw(self, printer: QPrinter) -> None:
        if self._sheet is not None:
            draw_sheet(self._sheet, printer, self.font())

    @Slot()
    def _choose_printer(self) -> None:
        """The system's own dialog: the pages leave the machine here."""
        if QPrintDialog(self._printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.printer_chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit again."""
        super().resizeEvent(event)
        self._fit_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
