"""What the draft page is shown in tests, and what is seen there."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bankrm.domain.blocking import Block
from bankrm.domain.drafts import DraftState, Reason, Verdict
from bankrm.domain.evidence import OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.rows import (
    Citation,
    EvidenceRow,
    HeaderRow,
    HeadingRow,
    RecordPart,
    StatementRow,
    TabRow,
    Way,
    WayRow,
)

HEADING = HeadingRow("section:promises", "約束・宿題", 1, rewritable=True)
ROWS = (
    HEADING,
    StatementRow("S1", HEADING.key, "見積は21日遅れた。", StatementKind.FACT, (Citation(1, "E1"),), "社長 7/8", verdict=Verdict.SUPPORTED),
    StatementRow(
        "S2", HEADING.key, "3億円を借りたい。", StatementKind.FACT, (Citation(2, "E2"),), verdict=Verdict.UNSUPPORTED,
        reasons=(Reason("figure_not_in_evidence", "3億円"),),
    ),
)  # fmt: skip
PIECE = StatementRow("0", "", "人が足りない", StatementKind.FACT, said="社長 7/8")
EVIDENCE = EvidenceRow(
    "E1",
    1,
    1,
    2,
    OriginType.INTERACTION,
    Strength.OWN_RECORD,
    (RecordPart("told", "遅れた", ((0, 3),)),),
    "社長",
    date(2026, 7, 8),
    "訪問",
    "R-1",
)


def header(**changes: object) -> HeaderRow:
    values: dict[str, object] = {
        "client_name": "とびうお製麺", "day": date(2026, 11, 24), "start": datetime(2026, 11, 24, 14), "people": ("社長",),
        "tabs": (TabRow(DraftId("a"), DocumentKindName.VISIT_BRIEF, 1), TabRow(DraftId("b"), DocumentKindName.HISTORY_SUMMARY, 0)),
        "current": DraftId("a"), "state": DraftState.DRAFT, "revision": 1, "engine": "template", "model": "", "statements": 2,
        "questioned": 1, "flagged": 0, "ways": (WayRow(Way.CONFIRM), WayRow(Way.SUBMIT, Block.UNSUPPORTED, "S2", 1)), "can_undo": False,
        "can_redo": False, "comparable": False, "comparing": False,
    }  # fmt: skip
    return HeaderRow(**{**values, **changes})  # type: ignore[arg-type]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def told(page: DraftsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]
