"""決算の6指標: each with its last three periods as bars, and all together on a radar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from bankrm.insights.series import Series
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.words import direction_words, period_words, reading_words, said
from bankrm.ui.theme import XL, L, M, S
from bankrm.ui.widgets.charts.bars import Bar, PeriodBars
from bankrm.ui.widgets.charts.radar import Axis, Radar, can_draw
from bankrm.ui.widgets.surfaces import column, surface
from bankrm.ui.widgets.text import label

_COLUMNS = 2


class IndicatorsCard(QWidget):
    """The six of ローカルベンチマーク; the bank's own beside them, marked as such."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._layout = column()
        self.setLayout(self._layout)
        self._card: QFrame | None = None

    def show_series(self, series: Sequence[Series]) -> None:
        """Draw these; nothing says that no statement is there."""
        if self._card is not None:
            self._card.hide()
            self._layout.removeWidget(self._card)
            self._card.deleteLater()
        inner = QVBoxLayout()
        inner.setSpacing(M)
        inner.addWidget(label(self.tr("決算の6指標(ローカルベンチマーク)"), "heading"))
        if series:
            self._fill(inner, series)
        else:
            inner.addWidget(
                label(
                    self.tr("決算が登録されていません。決算書の表を取り込むと、3期の推移が出ます。"), "dim", wrap=True
                )
            )
        self._card = surface("card", inner, margin=L)
        self._layout.addWidget(self._card)

    def _fill(self, inner: QVBoxLayout, series: Sequence[Series]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(M)
        shown = [one for one in series if not one.internal]
        for place, one in enumerate(shown):
            grid.addWidget(self._tile(one), place // _COLUMNS, place % _COLUMNS)
        inner.addLayout(grid)
        self._add_radar(inner, shown)
        for one in series:
            if one.internal:
                inner.addWidget(self._tile(one))

    def _tile(self, one: Series) -> QWidget:
        tile = QWidget()
        about = direction_words(one)
        if one.aspect:
            about = self.tr("{aspect}・{direction}").format(aspect=said(one.aspect), direction=about)
        elif one.internal:
            about = self.tr("行内の指標。お客さまには見せません・{direction}").format(direction=about)
        bars = PeriodBars(self._appearance)
        values = [Bar(period_words(r.period_end), float(r.value) if r.value is not None else None, reading_words(one, r)) for r in one.readings]  # fmt: skip
        bars.show_bars(f"{said(one.name)}({about})", values)
        tile.setLayout(column(label(said(one.name), "strong"), label(about, "caption"), bars, space=2))
        return tile

    def _add_radar(self, inner: QVBoxLayout, shown: Sequence[Series]) -> None:
        axes = [
            Axis(_index_name(one), _index_words(one), tuple(float(v) if v is not None else None for v in one.index))
            for one in shown
        ]
        periods = [period_words(reading.period_end) for reading in shown[0].readings]
        if len(periods) < 2 or not can_draw(axes):
            why = self.tr("レーダーは、2期以上の決算で3つ以上の指標が比べられるときに出ます。")
            inner.addWidget(label(why, "caption", wrap=True))
            return
        told = self.tr("{first}=100(破線)とした{last}の水準(太線)。外側ほど良い。").format(
            first=periods[0], last=periods[-1]
        )
        note = self.tr("業界の中央値が登録されていないため、自社の推移だけを示し、評点は付けません。")
        if any(axis.values[-1] is None for axis in axes):
            note += self.tr("—は、0以下か未算出の期があり比べられません。")
        radar = Radar(self._appearance)
        radar.show_axes(told, axes)
        inner.addWidget(radar)
        inner.addWidget(label(f"{told}{note}", "caption", wrap=True))
        inner.addSpacing(S)


def _index_name(one: Series) -> str:
    name = said(one.index_of)
    return name[:1].upper() + name[1:]


def _index_words(one: Series) -> str:
    newest = one.index[-1]
    return f"{newest:.0f}" if newest is not None else "—"
