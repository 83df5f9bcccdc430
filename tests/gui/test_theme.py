"""Every text can be read on every ground it stands on: WCAG 2.2 AA, computed from the theme module (screens.md §2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bankrm.ui.theme import DARK, LIGHT, Theme, style_sheet

STYLE = Path(__file__).parents[2] / "resources" / "ui" / "style.qss"
TEXT_AA, FRAME_AA = 4.5, 3.0
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(theme: Theme) -> list[tuple[str, str, str]]:
    grounds = ("background", "surface", "selected")
    pairs = [(text, ground) for text in ("text", "dim", "accent", "ok", "warn", "bad") for ground in grounds]
    pairs += [("text", "marked"), ("on_accent", "accent")]
    pairs += [(text, f"{tone}_ground") for tone in ("ok", "warn", "bad") for text in (tone, "text")]
    return [(theme.name, text, ground) for text, ground in pairs]


@pytest.mark.parametrize(("theme", "text", "ground"), [*text_on(LIGHT), *text_on(DARK)])
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str) -> None:
    colours = THEMES[theme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= TEXT_AA


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_a_frame_of_input_and_the_focus_stand_out(theme: Theme, ground: str) -> None:
    for frame in ("border", "accent"):
        assert contrast(getattr(theme, frame), getattr(theme, ground)) >= FRAME_AA


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_style_sheet_names_only_tokens_that_there_are(theme: Theme) -> None:
    template = STYLE.read_text(encoding="utf-8")
    assert "$" not in style_sheet(theme, template, STYLE.parent)
    assert "#" not in template.replace("QWidget#", "").replace("QFrame#", ""), "a colour belongs into the theme"


def test_no_module_gives_a_widget_a_sheet_of_its_own() -> None:
    sheets = [
        str(file)
        for file in (Path(__file__).parents[2] / "src" / "bankrm" / "ui").rglob("*.py")
        if "setStyleSheet" in file.read_text(encoding="utf-8") and file.name != "appearance.py"
    ]
    assert sheets == []
