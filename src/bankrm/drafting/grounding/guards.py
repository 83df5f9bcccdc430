"""What keeps a thing from being so flatly: that it is so of a part or at times, is only supposed, hangs on a condition, or is an open question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bankrm.language.certainty import SUPPOSED
from bankrm.language.patterns import pattern
from bankrm.language.polarity import PARTLY


class Guard(StrEnum):
    """How what is told is kept from being so of all, for sure, or in any case."""

    PARTLY = "partly"  # 組めない日がある, 反対する者もいる, 一部の先が断った
    SUPPOSED = "supposed"  # まだ聞いていないと思います
    CONDITION = "condition"  # 補助金が通れば買う
    OPEN = "open"  # 影響があるかは、まだ分からない


Guards = frozenset[Guard]

_SOME = r"一部(?=[のがはで])(?!の?上場)|何(?:社|人|名|件|軒|店)か|たまに|とき(?:どき|たま)|時々|時折|中には|場合によ"
_IF = r"(?:[えけげせてねべめれ]ば|たら|(?<=[うくすつむる])なら)(?=[、一-龥ァ-ヴー0-9])|場合(?:は|に|、)|次第(?=[、で])|(?<!ない)(?:前提|条件)[でに]|でないと|なければ(?!な)"
_NO_CONDITION = pattern(
    r"(?:でき|出来|よけ|良け|いえ|言え|によ|例え|たとえ|比べ|くらべ|聞け|思え|さえす)れ?ば|(?:どうせ[^、。]{1,12}|できる)なら|(?:でき|出|届い|着い|来|固まっ|決まっ|終わっ|済ん|帰っ|分かっ|わかっ|過ぎ|なっ|見)たら"
)
"""Politeness, a source, a comparison; and たら that only tells when: できたら送る."""
_HANGS = pattern(
    r"(?:許可|認可|承認|採択|審査|融資|補助金?|同意|了承|注文|受注)(?:が|は)(?:出|来|下り|おり|通っ|取れ|決まっ|得られ|入っ)たら"
)
"""What another decides, and may decide otherwise: 許可が出たら."""

_PARTLY_BEHIND = pattern(rf"[ぁ-ん]{{0,8}}?{PARTLY}")
_PARTLY_BEFORE = pattern(_SOME)
_SUPPOSED = pattern(rf"[ぁ-ん]{{0,8}}?{SUPPOSED}")
_CONDITION = pattern(_IF)
_OPEN = pattern(r"[ぁ-ん]{0,7}?(?:かどうか|か否か|か(?:は|を|が(?!ら)|、))")
_UNTIL = pattern(r"(?:が|けど|けれど|けれども|ものの)、|と(?:いう|の|伝|話|述|言|説明|回答|答|聞|約束|申)")

_ALLOWS = {
    Guard.PARTLY: pattern(
        rf"{PARTLY}|{_SOME}|一部|なかには|場合|ときに|時に|ことが|声|[がも](?:い|お|あ)る|部分|複数|数[社名人件軒]|半[分数]|[0-9０-９]+[社人名割件]"
    ),
    Guard.SUPPOSED: pattern(rf"{SUPPOSED}|と(?:の|いう|話|述|言|伝|説明|見)|見方|様子|可能性"),
    Guard.CONDITION: pattern(
        r"ば|たら|なら|条件|前提|次第|しだい|場合|とき|際|うえで|上で|後[はにで、]|のち|てから|待|限り|もし|仮|[うくすつむる]と(?![のい話述言伝説答見み])|可能|得る|に応じ|[てで]も(?:よ|い|良|かま|構)"
    ),
    Guard.OPEN: pattern(
        r"か(?:どうか|否か|は|を|が|も|、|と)|不明|未[定確]|分から|わから|確認|確かめ|判断|検討|聞[いか]|可能性|次第|の別|是非|可否|有無|要否"
    ),
}
"""Words of a statement that tell the guard, in whatever words."""


def conditions(text: str, start: int, end: int) -> Iterator[range]:
    """The stretches of a sentence that hang on a condition: from behind it to the next 〜が、 or the end of what is reported."""
    hanging = {match.end() for match in _HANGS.finditer(text, start, end)}
    spared = {match.end() for match in _NO_CONDITION.finditer(text, start, end)} - hanging
    for match in _CONDITION.finditer(text, start, end):
        if match.end() not in spared:
            until = _UNTIL.search(text, match.end(), end)
            yield range(match.end(), until.start() if until else end)


def guards_of(text: str, clause: int, start: int, end: int, hanging: Sequence[range]) -> Guards:
    """The guards of a word from `start` to `end` in a clause that begins at `clause`; `hanging` are its sentence's conditions."""
    told = {
        Guard.PARTLY: _PARTLY_BEHIND.match(text, end) or _PARTLY_BEFORE.search(text, clause, start),
        Guard.SUPPOSED: _SUPPOSED.match(text, end),
        Guard.CONDITION: any(start in stretch for stretch in hanging),
        Guard.OPEN: _OPEN.match(text, end),
    }
    return frozenset(guard for guard, found in told.items() if found)


def tells(guard: Guard, statement: str, start: int = 0) -> bool:
    """Whether a statement tells the guard behind `start`."""
    return bool(_ALLOWS[guard].search(statement, start))
