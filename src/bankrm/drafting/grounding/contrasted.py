"""One thing of several named where the evidence names another: 運転資金 for 設備資金, 変動 for 固定, 試算表 for 決算書."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.counterparts import heard_of
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.contrasts import chosen
from bankrm.language.lexicon import lexicon
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
                yield Reason("opposite_word" if resting.is_close else "term_differs", surface)
        yield from _opposites(part, resting)


def _opposites(part: Part, resting: Resting) -> Iterator[Reason]:
    """Nouns of a clause that no piece has, where the piece it rests on has what excludes them, and the statement has not: 非常勤, 常勤."""
    said = {token.key for token in resting.reading.tokens}
    for token in part.tokens:
        others = lexicon().opposites.get(token.key, ()) if _is_thing(token, resting) else ()
        there = not part.home.is_data and any(other in part.home.keys and other not in said for other in others)
        surface = resting.reading.surface(token)
        if there and not any(heard_of(token, surface, piece) for piece in resting.pieces):
            yield Reason("opposite_word", surface)


def _is_thing(token: Token, resting: Resting) -> bool:
    """Whether it is a noun of more than one letter (夏, 上 and 外 say too many things), and neither a person nor a side, of whom other layers know who is meant."""
    is_party = token.key in ("先方", "当方") or resting.is_name(token)
    return token.role is Role.WORD and len(token.key) > 1 and not is_party and not _VERBAL.match(token.key)


_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")
