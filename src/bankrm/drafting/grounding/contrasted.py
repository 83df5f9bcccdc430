"""One thing of several named where the evidence names another: 運転資金 for 設備資金, 変動 for 固定, 試算表 for 決算書."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.resting import Resting
from bankrm.language.contrasts import chosen
from bankrm.language.patterns import pattern

_HEADING = pattern(
    r"^[^:：「」。、]{1,16}[:：]"
)  # 受注・販売: tells under which heading a remark stands, not what was said


def other_choice(resting: Resting) -> Iterator[Reason]:
    """Words of a clause that no piece has, where the piece it rests on has another of the same row."""
    known = {(row, place) for piece in resting.pieces for row, place, _ in chosen(piece.source.text)}
    for part in resting.parts():
        theirs = {row for row, _, _ in chosen(part.home.source.text)}
        for row, place, surface in chosen(_HEADING.sub("", resting.said(part))):
            if (row, place) not in known and row in theirs:
                yield Reason("term_differs", surface)
