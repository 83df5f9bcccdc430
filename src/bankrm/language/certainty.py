"""意向の段階: how far a sentence commits the one who says it."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """意向の段階, from done to declined."""

    DONE = "done"  # 実施済
    DECIDED = "decided"  # 決定
    AGREED = "agreed"  # 合意
    PLANNED = "planned"  # 予定
    CONSIDERING = "considering"  # 検討中
    WISHED = "wished"  # 希望
    ON_HOLD = "on_hold"  # 保留
    DECLINED = "declined"  # 見送り
    NONE = "none"
