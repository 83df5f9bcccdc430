"""電話・来店を記録: the name of a client is typed, and a candidate that fits it is taken; walking the list takes none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from bankrm.domain.clients import Client, ClientKey
from bankrm.language.firm_names import shown_reading


class ClientField(QLineEdit):
    """By name, reading or number. `chosen` with the client; `none_fits` while nobody fits what is typed."""

    chosen = Signal(ClientKey)
    none_fits = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._clients: tuple[Client, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)  # not setCompleter: what is typed stays as it is while the list is walked
        self._completer.activated[QModelIndex].connect(self._clicked)  # type: ignore[index]
        self.textEdited.connect(self._typed)

    def show_clients(self, clients: Sequence[Client]) -> None:
        """All of whom a talk may be recorded; another list empties the field."""
        if tuple(clients) != self._clients:
            self._clients = tuple(clients)
            self._model.setStringList([_shown(client) for client in clients])
            self._empty()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes, Down opens the list of those that fit; with the list open the other keys of a list are the list's."""
        key, listed = event.key(), self._popup.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Down and not listed:
            self._list()
        elif listed and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click opens the list of those that fit."""
        super().mouseReleaseEvent(event)
        if not self._popup.isVisible():
            self._list()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leaving takes nobody; the list itself is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._popup.hide()

    @property
    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def _take(self) -> None:
        """The candidate in the list, or the only one that fits, or the one of that very name; of several, nobody."""
        typed, place = self.text().strip(), self._highlighted()
        if place is None and typed:
            fits = [
                place for place, shown in enumerate(self._model.stringList()) if typed.casefold() in shown.casefold()
            ]
            named = [place for place in fits if typed in (self._clients[place].name, str(self._clients[place].key))]
            place = fits[0] if len(fits) == 1 else named[0] if len(named) == 1 else None
        if place is None:
            self._list()
        else:
            self._choose(self._clients[place])

    def _highlighted(self) -> int | None:
        popup = self._popup
        return self._place(popup.currentIndex()) if popup.isVisible() and popup.currentIndex().isValid() else None

    def _place(self, index: QModelIndex) -> int:
        return self._completer.completionModel().mapToSource(index).row()  # type: ignore[attr-defined,no-any-return]

    def _list(self) -> None:
        """Those that fit what is typed; where none does, that is said."""
        self._completer.setCompletionPrefix(self.text().strip())
        fits = self._completer.completionCount() > 0
        self.none_fits.emit(bool(self._clients) and not fits)
        if fits:
            self._completer.complete()
        else:
            self._popup.hide()

    def _choose(self, client: Client) -> None:
        self._empty()
        self.chosen.emit(client.key)

    def _empty(self) -> None:
        self._popup.hide()
        self.clear()
        self.none_fits.emit(False)

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.strip():
            self._list()
        else:
            self._popup.hide()
            self.none_fits.emit(False)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._choose(self._clients[self._place(index)])


def _shown(client: Client) -> str:
    reading = f" ({shown_reading(client.reading)})" if client.reading else ""
    return f"{client.name}{reading} {client.key}"
