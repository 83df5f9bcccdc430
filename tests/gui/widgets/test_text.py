"""Text that gives way."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bankrm.ui.widgets.text import ElidedLabel


def test_a_name_loses_its_legal_form_before_it_is_cut(qtbot: QtBot) -> None:
    name = ElidedLabel("株式会社霧鳴館", short="霧鳴館")
    qtbot.addWidget(name)
    name.show()
    whole, short = (name.fontMetrics().horizontalAdvance(text) for text in ("株式会社霧鳴館", "霧鳴館"))
    for width, shown in ((whole + 1, "株式会社霧鳴館"), (short + 2, "霧鳴館")):
        name.resize(width, 30)
        assert name.text() == shown
    assert name.accessibleName() == name.toolTip() == "株式会社霧鳴館"
