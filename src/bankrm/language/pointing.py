"""Sentences that say what is wanted or decided only by pointing to it (これは決めた), so that another sentence must name it."""

from __future__ import annotations

from bankrm.language.certainty import Certainty, certainty_cues
from bankrm.language.patterns import pattern

_POINTS = pattern(
    r"(?:もう|今回は|まず|先に)?(?:ここ|そこ|あそこ|これ|それ|あれ|こちら|そちら|こっち|そっち|あっち|[こそあ]の(?:件|話|こと|点|分))(?:だけ|ばかり|ら)*(?:を|は|も|が|に|から|で(?!も))"
)
_BARE = pattern(r"(?:もう|そう|すでに|既に|やっと|ようやく|先に)?(?:腹[がをは])?")
_LEADS_UP = pattern(r"(?:より(?:も|先に|前に|は)?|前に|[なじゃで]く(?:て)?|が|けれども?|けど|て|で|ので|から)[、,]$")


def only_points(text: str, certainty: Certainty) -> bool:
    """Whether what is meant is named by a demonstrative alone (部屋より先に、ここを直したい), or not at all (もう決めた)."""
    cue = next((c for c in reversed(certainty_cues(text)) if c.certainty is certainty), None)
    if cue is None:
        return False
    pause = max(text.rfind(mark, 0, cue.start) for mark in "、,。") + 1
    if pause and not _LEADS_UP.search(text, 0, pause):
        return False  # it points to what the same sentence has just said (2台を替える、これは決めた)
    bare = certainty in (Certainty.DECIDED, Certainty.AGREED) and _BARE.fullmatch(text, pause, cue.start)
    return bool(bare or _POINTS.match(text, pause))
