"""What is told as done has to be told by the evidence: 「変更契約書に押印した」 does not rest on 「判子待ちだ」.

A wish, a view or a state may be worded in many ways; that something was done, agreed or called off may not be added.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.counterparts import counterpart, part_share
from bankrm.drafting.grounding.resting import Part
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern

_DONE = pattern(
    r"(?:し|され|(?:さ)?せられ|られ|れ|に?なっ)?(?:た|ました|済み?|(?<=ん)だ)(?=[。、（(]|$|が、|ので、|ため、|と(?:のこと|いう))"
)
_TOLD_WORDS = "話す 述べる 語る 言う 説明 伝える 回答 答える 聞く 伺う 考える 思う 見る 約束 案内 報告 連絡 挙げる 評する 示す 尋ねる 触れる 打診 申し出 望む 希望 要望 求める 願う 得る 変わる 感じる 認める 出る 有る 成る 居る 為る 至る 進む 続く 残る 転じる 上げる 超える 過ぎる 伝わる 止まる 留まる 記録 面談 訪問"
_TOLD = frozenset(_TOLD_WORDS.split())


def done_by_nobody(case: Case) -> Iterator[Reason]:
    """Deeds told as done whose verb stands in no piece, in no other words either."""
    if not any(piece.is_record for piece in case.pieces):
        return
    for part in case.own_words.parts():
        verb = _last_word(part)
        if verb is None or (
            not _DONE.match(case.own_words.reading.text, verb.end - 1)
            and not _DONE.match(case.own_words.reading.text, verb.end)
        ):
            continue
        surface = case.own_words.reading.surface(verb)
        if verb.key in _TOLD or any(token.role is Role.NEGATION for token in part.tokens if token.start >= verb.end):
            continue
        if not any(counterpart(verb, surface, piece) or part_share(surface, piece) >= 0.5 for piece in case.pieces):
            yield Reason("deed_not_in_evidence", case.own_words.said(part).strip("、。 "))


def _last_word(part: Part) -> Token | None:
    depth = 0
    for token in reversed(part.tokens):
        depth += (token.role is Role.CLOSE) - (token.role is Role.OPEN)
        if depth == 0 and token.is_content:
            return token if token.role is Role.WORD else None
    return None
