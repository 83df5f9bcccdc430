"""Colours and measures of the window: the one place that decides (screens.md §2). The style sheet names the tokens only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, each `#RRGGBB`; a token's use stands in screens.md §2."""

    name: str
    background: str
    surface: str
    line: str
    border: str
    text: str
    dim: str
    accent: str
    on_accent: str
    ok: str
    warn: str
    bad: str
    ok_ground: str
    warn_ground: str
    bad_ground: str
    selected: str
    marked: str


LIGHT = Theme(
    name="light",
    background="#F5F6F8", surface="#FFFFFF", line="#DDE2E8", border="#7E8894", text="#1B2430", dim="#55606E",
    accent="#1F5FA8", on_accent="#FFFFFF", ok="#1B7340", warn="#8A5800", bad="#B3261E",
    ok_ground="#E6F4EB", warn_ground="#FFF4DC", bad_ground="#FCE9E7", selected="#E3EDF9", marked="#FFF1A8",
)  # fmt: skip
DARK = Theme(
    name="dark",
    background="#14181D", surface="#1C2229", line="#323B46", border="#7A8794", text="#E6EAEF", dim="#A9B4C0",
    accent="#7DB1F0", on_accent="#14181D", ok="#6CCB93", warn="#F0B957", bad="#F2877F",
    ok_ground="#1B3526", warn_ground="#3A2F14", bad_ground="#3F2222", selected="#23364D", marked="#574A12",
)  # fmt: skip

# spacing, in logical pixels
XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
# text sizes, in logical pixels
CAPTION, BODY, STATEMENT, TITLE = 12, 14, 16, 20
LINE_HEIGHT = 1.6
CONTROL, LIST_ROW, TABLE_ROW, ICON, RADIUS = 32, 36, 30, 20, 6
NAVIGATION_WIDE, NAVIGATION_NARROW = 176, 56
MINIMUM_WINDOW = (1024, 560)


def style_sheet(theme: Theme, template: str, drawings: Path) -> str:
    """The application's style sheet: `template` with `$token` for each colour and measure. Raises KeyError for an unknown token.

    `drawings` is the folder of the few drawings that the sheet itself shows; they cannot take a colour, so that each theme has its own.
    """
    measures = {
        "caption": CAPTION, "body": BODY, "statement": STATEMENT, "title": TITLE,
        "drawings": (drawings / theme.name).as_posix(), "control": CONTROL, "list_row": LIST_ROW, "table_row": TABLE_ROW, "radius": RADIUS,
    }  # fmt: skip
    return Template(template).substitute({**asdict(theme), **measures})


def palette(theme: Theme) -> QPalette:
    """The palette of the theme, for what no style sheet reaches: selections in text, links, placeholders, native dialogs."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.background, roles.Base: theme.surface, roles.AlternateBase: theme.background,
        roles.Button: theme.surface, roles.WindowText: theme.text, roles.Text: theme.text, roles.ButtonText: theme.text,
        roles.PlaceholderText: theme.dim, roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent, roles.LinkVisited: theme.accent, roles.ToolTipBase: theme.surface,
        roles.ToolTipText: theme.text, roles.Mid: theme.border, roles.Midlight: theme.line, roles.Dark: theme.border,
        roles.Light: theme.surface, roles.Shadow: theme.line, roles.Accent: theme.accent,
    }  # fmt: skip
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.dim))
    return made
