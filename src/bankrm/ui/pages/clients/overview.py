"""概要: our business with the client, other banks, the firm, and its indicators."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bankrm.application.queries.client_file import Business, ClientFile, OtherBankRow
from bankrm.domain.clients import Client
from bankrm.insights.share import Share
from bankrm.language.formatting import percent
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.indicators import IndicatorsCard
from bankrm.ui.pages.clients.words import (
    NONE,
    change_words,
    dated_words,
    full_date,
    host_words,
    millions_words,
    month_end_words,
)
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.surfaces import column, scrolled, surface
from bankrm.ui.widgets.text import ElidedLabel, label

_NAMES_WIDE = 96
_TWO_COLUMNS_FROM, _WIDEST = 940, 1500


class Overview(QWidget):
    """Two columns of cards: money and the firm on the left, indicators on the right."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._left = QVBoxLayout()
        self._left.setSpacing(M)
        self._indicators = IndicatorsCard(appearance)
        right = column(self._indicators)
        right.addStretch(1)
        self._both = QHBoxLayout()
        self._both.setContentsMargins(0, M, S, M)
        self._both.setSpacing(M)
        self._both.addLayout(self._left, 5)
        self._both.addLayout(right, 7)
        content = QWidget()
        content.setLayout(self._both)
        content.setMaximumWidth(_WIDEST)
        self._cards: list[QWidget] = []
        self.area = scrolled(content)
        self.setLayout(column(self.area))

    def show_file(self, file: ClientFile) -> None:
        """The cards of one client."""
        self.clear()
        for card in (
            self._business(file.business, file.share),
            self._banks(file.other_banks),
            self._firm(file.client, file.same),
        ):
            self._cards.append(card)
            self._left.addWidget(card)
        self._left.addStretch(1)
        self._indicators.show_series(file.series)

    def clear(self) -> None:
        """Nothing is known yet."""
        while self._left.count():
            self._left.takeAt(0)
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards.clear()
        self._indicators.show_series(())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < _TWO_COLUMNS_FROM
        self._both.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)

    def _business(self, business: Business | None, share: Share | None) -> QFrame:
        grid = _grid()
        if business is None:
            return _card(
                self.tr("当行との取引"), self.tr("基幹データに残高がありません。残高の CSV を取り込むと出ます。"), grid
            )
        heads = [self.tr("百万円"), full_date(business.as_of)]
        if business.before:
            heads.append(self.tr("{day}比").format(day=full_date(business.before)))
        _line(grid, [label(text, "caption") for text in heads])
        for one in business.lines:
            cells = [label(dated_words(host_words(one.item), one.of), "dim"), label(millions_words(one.yen), "strong")]
            if business.before:
                cells.append(label(change_words(one.yen, one.before_yen)))
            _line(grid, cells)
        if share:
            day = month_end_words(share.statement.period_end)
            _line(
                grid,
                [label(self.tr("当行シェア"), "dim"), label(percent(share.share), "strong"), label(day, "caption")],
            )
        card = _card(self.tr("当行との取引"), "", grid)
        told = (
            (self.tr("代表者保証"), dated_words(business.personal_guarantee, business.guarantee_of)),
            (self.tr("担保"), dated_words(business.collateral, business.collateral_of)),
        )
        _pairs(card, told)
        return card

    def _banks(self, banks: Sequence[OtherBankRow]) -> QFrame:
        grid = _grid()
        if not banks:
            return _card(self.tr("他行借入"), self.tr("他行の借入は登録されていません。"), grid)
        heads = [self.tr("銀行"), self.tr("残高(百万円)"), self.tr("金利"), self.tr("保証協会付"), self.tr("時点")]
        _line(grid, [label(text, "caption") for text in heads])
        for one in banks:
            loan = one.loan
            rate = f"{loan.rate_percent:g}%" if loan.rate_percent is not None else NONE
            when = label(full_date(loan.as_of), tone="warn" if one.stale else "")
            values = (
                label(millions_words(loan.balance_yen), "strong"),
                label(rate),
                label(loan.guaranteed or NONE),
                when,
            )
            _line(grid, [ElidedLabel(loan.bank), *values])
        card = _card(self.tr("他行借入"), "", grid)
        if any(one.stale for one in banks):
            _inner(card).addWidget(label(self.tr("△ 時点が3か月より前の条件があります。次の面談で確かめてください。"), "caption", tone="warn", wrap=True))  # fmt: skip
        return card

    def _firm(self, client: Client, same: Sequence[Client]) -> QFrame:
        card = _card(self.tr("会社概要"), "", _grid())
        told = (
            (self.tr("代表者"), client.representative),
            (self.tr("設立"), client.founded),
            (self.tr("事業"), client.business),
            (self.tr("仕入先"), client.suppliers),
            (self.tr("販売先"), client.customers),
            (self.tr("所在地"), client.address),
            (self.tr("法人番号"), client.corporate_number),
            (self.tr("別名"), self.tr("、").join(client.aliases)),
            (self.tr("同じ先"), self.tr("、").join(f"{one.key} {one.name}" for one in same)),
        )
        _pairs(card, told)
        missing = [name for name, value in told[:5] if not value]
        if missing:
            words = self.tr("未登録: {names}").format(names=self.tr("、").join(missing))
            _inner(card).addWidget(label(words, "caption", wrap=True))
        return card


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(0, 1)
    return grid


def _line(grid: QGridLayout, cells: Sequence[QLabel]) -> None:
    place = grid.rowCount()
    for number, cell in enumerate(cells):
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(cell, place, number)


def _card(heading: str, nothing: str, grid: QGridLayout) -> QFrame:
    inner = QVBoxLayout()
    inner.setSpacing(S)
    inner.addWidget(label(heading, "heading"))
    if nothing:
        inner.addWidget(label(nothing, "dim", wrap=True))
    inner.addLayout(grid)
    return surface("card", inner, margin=L)


def _pairs(card: QFrame, told: Sequence[tuple[str, str]]) -> None:
    grid = QGridLayout()
    grid.setHorizontalSpacing(M)
    grid.setVerticalSpacing(S)
    grid.setColumnMinimumWidth(0, _NAMES_WIDE)
    grid.setColumnStretch(1, 1)
    for place, (name, value) in enumerate(pair for pair in told if pair[1]):
        grid.addWidget(label(name, "dim"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, wrap=True), place, 1)
    _inner(card).addLayout(grid)


def _inner(card: QFrame) -> QVBoxLayout:
    inner = card.layout()
    assert isinstance(inner, QVBoxLayout)
    return inner
