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
_DENIED = pattern(r"(?:で|に|と)?(?:は|も|が)?な[いくし]")


def _denied(said: str, surface: str) -> bool:
    """Whether there is none of it: 保証協会付はない."""
    return bool(_DENIED.match(said, said.find(surface) + len(surface)))


def other_choice(resting: Resting) -> Iterator[Reason]:
    """Words of a clause that no piece has, where the piece it rests on has another of the same row."""
    known = {(row, place) for piece in resting.pieces for row, place, _ in chosen(piece.source.text)}
    for part in resting.parts():
        theirs = {row for row, _, _ in chosen(part.home.source.text)}
        said = _HEADING.sub("", resting.said(part))
        mine = chosen(said)
        for row, place, surface in mine:
            compared = any(other == row and (row, at) in known for other, at, _ in mine)
            if (row, place) not in known and row in theirs and not compared and not _denied(said, surface):
                yield Reason("term_differs", surface)
