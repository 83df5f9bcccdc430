"""How people say that a thing has moved against the year before: one that it fell, another that it did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.insights.claims import Claim
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern
from bankrm.language.polarity import negations

_BEFORE = r"(?:前の?年|前年|去年|昨年|前期)(?:の?同(?:じ時|じ月|じころ|時|月)期?)?"
_MOVED = {
    "down": re.compile(
        rf"{_BEFORE}(?:より|比で?|に比べて?|を|対比)[^、。]{{0,14}}(?:減|落ち|下が|下回|割り込|マイナス)"
    ),
    "up": re.compile(rf"{_BEFORE}(?:より|比で?|に比べて?|を|対比)[^、。]{{0,14}}(?:増|伸び|上が(?!り込)|上回|プラス)"),
    "flat": re.compile(
        rf"{_BEFORE}(?:と|に比べて?)?[^、。]{{0,4}}(?:並み|並で|同じ(?:くらい|ぐらい|です|だ)|変わら|横ばい)"
    ),
}
_SUBJECT = pattern(r"(?P<noun>[一-龥々ァ-ヴーA-Za-z]{2,12}?)(?:者|人|客|数|高|額)*(?:は|が|も)")
_SEASON = pattern(
    r"[0-9０-９]{1,2}月(?!から|まで|末まで|期|累計)|[春夏秋冬盆]の|お?盆|年末|連休|年始|上期|下期|先月|今月"
)
_TOLD = pattern(r"と(?:の(?:話|こと|見方)|(?:言|話|述べ|おっしゃ|仰|強調|説明)[^。]{0,8}(?:た|る)。?$)")
_STANDS_DAYS = 200


def trends(view: View) -> Iterator[Claim]:
    """Claims of the client's people about the whole of a thing; not of a single month or season, which may differ."""
    for remark in view.client_remarks():
        moved = [(way, found) for way, pattern in _MOVED.items() if (found := pattern.search(remark.text))]
        teller = _teller(remark)
        if len(moved) == 1 and teller and not _SEASON.search(remark.text):
            yield from _trend(view, remark, teller, *moved[0])


def _trend(view: View, remark: Remark, teller: str, way: str, found: re.Match[str]) -> Iterator[Claim]:
    nouns = _nouns(remark.text[: found.start()]) or _nouns(_before(view, remark))
    clause = re.split("[、。]", remark.text[found.end() :])[0]
    if nouns and not negations(found.group() + clause):
        shown = f"「{remark.text.rstrip('。')}」"
        yield Claim(nouns, way, shown, remark.on, teller, remark.evidence, matter="trend", days=_STANDS_DAYS)


def _teller(remark: Remark) -> str:
    """Who told it: its speaker, else the only one met where the record says that it was told."""
    alone = remark.record.attendees if len(remark.record.attendees) == 1 and _TOLD.search(remark.text) else ("",)
    return remark.speaker or alone[0]


def _nouns(text: str) -> tuple[str, ...]:
    """What a text speaks of, without what it counts (入校者数: 入校)."""
    return tuple(match["noun"] for match in _SUBJECT.finditer(text))


def _before(view: View, remark: Remark) -> str:
    """The same person's sentence before, in that talk."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    return next((r.text for r in turn[: turn.index(remark)][-1:]), "")
