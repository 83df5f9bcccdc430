"""A change that nobody spoke of: two people's words joined into one trend (設備更新は来期に後退).

「変化」 is what one person said at two times, or what somebody called one; never what two people said.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import QUOTE
from bankrm.drafting.grounding.people import may_be
from bankrm.drafting.grounding.resting import Resting
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern

_CHANGE = pattern(
    r"後退|トーンダウン|軟化|硬化|方針転換|心変わり|(?:考え|意向|姿勢|態度|方針|判断|見方|意欲|気持ち|スタンス)(?:が|は|を|も)[^、。]{0,12}?(?:変[わえ](?!ら|な)|転じ|改め|翻)"
    r"|に転じ|(?:慎重|前向き|積極的|消極的|強気|弱気|否定的|肯定的)(?:に|へ)(?:な[っり]|転|変わ|傾)|(?:から|より)[^、。]{1,24}(?:に|へ)(?:変わ[っり]|後退|転|傾|シフト|ずれ|先送り|延び|前倒し|移[っり])"
    r"|考え直|先送り(?:に(?:な|し|され)|し(?:た|て))|ずれ込|前倒し(?:に(?:な|し)|し(?:た|て))"
)
_DENIED = pattern(r"(?:変化|変更)(?:では|は)(?:な|あり)|発言者が異な|同じ人の")
_SHARES = 0.1  # of a statement's words that make a piece one of those it is told from


def joined_trend(resting: Resting, book: NameBook | None) -> Iterator[Reason]:
    """A change told of words of several people, or of a single remark that speaks of none."""
    text = QUOTE.sub(lambda match: "、" * len(match.group()), resting.reading.text)
    change = _CHANGE.search(text)
    if not change or _DENIED.search(text) or any(_CHANGE.search(piece.body) for piece in resting.pieces):
        return
    spoken = [
        piece
        for piece in resting.pieces
        if piece.people and (piece.day or piece.source.speaker) and resting.weight(resting.reading.tokens, piece) >= _SHARES
    ]  # fmt: skip
    if not spoken:
        return
    if len(spoken) > 1 and not _one_voice(spoken, book):
        yield Reason("voices_joined", change.group())
    elif len({piece.day for piece in spoken}) < 2:
        yield Reason("change_not_in_evidence", change.group())


def _one_voice(pieces: list[Piece], book: NameBook | None) -> bool:
    """Whether one person may have spoken all of them."""
    return any(
        all(any(may_be(person, other, book) for other in piece.people) for piece in pieces)
        for person in pieces[0].people
    )
