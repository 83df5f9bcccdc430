"""Statements of absence (該当する記録なし): they rest on a figure that says which records were searched, never on a record."""

from __future__ import annotations

from collections.abc import Sequence

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.resting import Part
from bankrm.drafting.grounding.tokens import Role
from bankrm.language.patterns import pattern

_ABSENT = pattern(
    r"(?:(?:記録|発言|件)[^、。]{0,24}から拾えていない|(?:記録|該当(?:する記録)?|言及|発言|記載|登録|受領)(?:は|が|も)?(?:なし|無し|ない|ありません|見当たら(?:ない|ず)))[。」)）\s]*$"
)
_SEARCHED = pattern(r"(?:記録|期間)\s*[0-9０-９]+件")
FOUND_NONE = pattern(r"該当なし|該当する記録なし|記載なし|拾えていない")
_ON_TOPIC = 0.5  # share of the statement's words that a search for something named must hold


def says_nothing_recorded(statement: str, parts: Sequence[Part], pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Ids of the searches that bear a statement of absence out; empty where it is none, or where none does.

    A count of all records bears out any absence; a search that names what it looked for must have looked for this.
    """
    if not _ABSENT.search(statement) or any(
        token.role in (Role.FIGURE, Role.TIME) for part in parts for token in part.tokens
    ):
        return ()
    return tuple(piece.source.id for piece in pieces if _SEARCHED.search(piece.body) and _looked_for(parts, piece))


def _looked_for(parts: Sequence[Part], piece: Piece) -> bool:
    if not FOUND_NONE.search(piece.body):
        return True
    return max((part.share for part in parts if part.home is piece), default=0.0) >= _ON_TOPIC
