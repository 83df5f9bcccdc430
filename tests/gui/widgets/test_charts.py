"""Charts draw on any painter, in the theme's colours, and say in words what they draw."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from bankrm.ui.appearance import Appearance, ThemeChoice
from bankrm.ui.theme import LIGHT
from bankrm.ui.widgets.charts.bars import LINE, Bar, PeriodBars, paint_bars
from bankrm.ui.widgets.charts.radar import Axis, Radar, can_draw, paint_radar

pytestmark = pytest.mark.usefixtures("qapp")
BARS = (
    Bar("2024年3月期", None, "未算出(前期の売上高が未登録)"),
    Bar("2025年3月期", -3.1, "▲3.1%"),
    Bar("2026年3月期", 6.2, "6.2%"),
)
AXES = tuple(
    Axis(name, str(value), (100.0, 110.0, float(value))) for name, value in (("甲", 80), ("乙", 120), ("丙", 400))
)


def picture(wide: int, high: int) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    return image


def places_of(image: QImage, colour: str) -> set[tuple[int, int]]:
    wanted = QColor(colour).rgb()
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == wanted}


def test_the_newest_bar_is_drawn_in_the_accent_and_a_loss_to_the_left_of_zero() -> None:
    image = picture(400, LINE * 3)
    painter = QPainter(image)
    paint_bars(painter, QRectF(image.rect()), BARS, LIGHT)
    painter.end()
    newest, before = places_of(image, LIGHT.accent), places_of(image, LIGHT.border)
    assert {y // LINE for _, y in newest} == {2}
    assert {y // LINE for _, y in before} == {1}
    assert max(x for x, _ in before) <= min(x for x, _ in newest)


def test_where_there_is_no_number_there_is_no_bar() -> None:
    image = picture(400, LINE)
    painter = QPainter(image)
    paint_bars(painter, QRectF(image.rect()), (Bar("2026年3月期", None, "実質無借金"),), LIGHT)
    painter.end()
    assert not places_of(image, LIGHT.accent)


@pytest.mark.parametrize("value", [0.0, 1e-9, 1e12])
def test_any_number_can_be_drawn(value: float) -> None:
    image = picture(300, LINE)
    painter = QPainter(image)
    paint_bars(painter, QRectF(image.rect()), (Bar("期", value, "値"),), LIGHT)
    painter.end()
    assert places_of(image, LIGHT.accent)


def test_charts_print(tmp_path: Path) -> None:
    paper = QPdfWriter(str(tmp_path / "chart.pdf"))
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paper.setResolution(96)
    painter = QPainter(paper)
    paint_bars(painter, QRectF(0, 0, 400, LINE * 3), BARS, LIGHT)
    paint_radar(painter, QRectF(0, 100, 400, 300), AXES, LIGHT)
    painter.end()
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")


def test_a_radar_wants_three_axes_with_an_index() -> None:
    gap = Axis("丁", "—", (100.0, None, None))
    assert can_draw(AXES)
    assert can_draw((*AXES, gap))
    assert not can_draw((*AXES[:2], gap))
    assert not can_draw(())


def test_a_radar_with_gaps_draws_what_it_has() -> None:
    image = picture(400, 300)
    painter = QPainter(image)
    paint_radar(painter, QRectF(image.rect()), (*AXES, Axis("丁", "—", (None, None, None))), LIGHT)
    painter.end()
    assert places_of(image, LIGHT.accent)


def test_charts_say_in_words_what_they_draw_and_follow_the_theme(qtbot: QtBot, appearance: Appearance) -> None:
    bars, radar = PeriodBars(appearance), Radar(appearance)
    for widget in (bars, radar):
        qtbot.addWidget(widget)
        widget.resize(400, 280)
    bars.show_bars("売上増加率(高いほど良い)", BARS)
    radar.show_axes("2024年3月期=100", AXES)
    assert bars.accessibleName() == "売上増加率(高いほど良い)"
    assert bars.accessibleDescription().split(" / ")[1:] == ["2025年3月期 ▲3.1%", "2026年3月期 6.2%"]
    assert "乙 120" in radar.accessibleDescription()
    light = bars.grab().toImage()
    appearance.choose(ThemeChoice.DARK)
    assert bars.grab().toImage() != light
