"""From what money something is to be paid: one says that it will serve, another that it is spent already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.insights.claims import Claim
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern

_MONEY = r"(?P<money>[一-龥々ァ-ヴーA-Za-z]{0,10}(?:料|代金?|入金|収入|売上|売掛金?|保険金|補助金|積立金?|預金|定期|前金|手形))"
_PAYS = pattern(r"返(?:せ|す|し|済)|払(?:え|う|い)|足り(?:る|ます)|埋め(?:る|ます|られ)|間に合(?:う|い)")
_SERVES = (
    re.compile(rf"{_MONEY}(?:が|も)[^、。]{{0,6}}(?:入る|入り|入って(?:く|き)|振り込ま|下り|おり)"),
    re.compile(
        rf"{_MONEY}(?:で|を)[^、。]{{0,8}}(?:返(?:す|し|せ)|払(?:う|い|え)|充て(?:る|ます)|あて(?:る|ます)|埋め)"
    ),
)
_SPENT = pattern(
    rf"{_MONEY}(?:は|も|なら)、?(?:もう|すでに|既に|とっくに|全部|みんな|半分)[^、。]{{0,16}}(?:充て|あて|当て|使|回|払|消え|出て|つぎ込)[^。]{{0,3}}(?:た|てあ|てお|てしま|ちゃ)"
)
_STANDS_DAYS = 120


def sources(view: View) -> Iterator[Claim]:
    """Claims of the client's people about money that is to serve, or that is spent."""
    for remark in (r for r in view.client_remarks() if r.speaker):
        if spent := _SPENT.search(remark.text):
            yield _claim(remark, "spent", spent["money"])
        elif (serves := next(filter(None, (p.search(remark.text) for p in _SERVES)), None)) and _is_to_pay(
            view, remark
        ):
            yield _claim(remark, "serves", serves["money"])


def _is_to_pay(view: View, remark: Remark) -> bool:
    """Whether the sentence, or the same person's beside it, speaks of paying."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    at = turn.index(remark)
    return any(_PAYS.search(r.text) for r in turn[max(0, at - 1) : at + 2])


def _claim(remark: Remark, side: str, money: str) -> Claim:
    shown = f"「{remark.text.rstrip('。')}」"
    return Claim((money,), side, shown, remark.on, remark.speaker, remark.evidence, matter="money", days=_STANDS_DAYS)
