"""What people claim, and when two of them cannot both be right: one says a deed was done to the other, who denies it; one tells of
another bank's terms what another tells the other way round. A change of mind is no contradiction: two people must have spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.domain.evidence import Evidence
from bankrm.insights.banks import bank_in
from bankrm.insights.matters import PEOPLE, role_of
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern
from bankrm.language.polarity import negations

_TERMS = (
    ("固定・変動の別", ("固定", "変動")),
    ("担保の有無", ("無担保", "有担保|担保付|担保を(?:取|入れ)")),
    ("保証協会付かどうか", ("プロパー", "保証協会付|協会付|マル保")),
    ("返済の方法", ("元金均等", "元利均等")),
)
_POINTS = pattern(r"あちら|あっち|そちらさん|向こう(?:さん)?")  # the bank just named
# what one does to another, and what the other then has done
_DID = r"(?:た(?![らいく])|まし|て(?=ある|あり|お[いりく]|、|いる|います|きた|きまし)|済み)"
_DEEDS = (
    (rf"見せ{_DID}", r"見(?:て|た(?!い)|せて(?:もら|いただ))"),
    (rf"(?:話し|伝え|言っ|説明し|知らせ|相談し){_DID}", r"聞(?:い|か(?:さ|され)?)|伺っ|(?:相談|説明)を?(?:受け|され)"),
    (rf"(?:渡し|送っ|届け|預け){_DID}", r"受け取っ|もらっ|いただい|頂い|預かっ|届い"),
    (rf"(?:了解|了承|承知|納得|賛成)(?:を(?:もらっ|得|取っ)|させ|してもらっ){_DID}", r"(?:了解|了承|承知|納得|賛成)(?:し|は|なん)"),
)  # fmt: skip
_STANDS_DAYS = 400


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody said is so. `side` tells claims about one subject apart: another bank's terms, or, where `deed` numbers one, a
    thing that was shown or told. `nouns` name it, the nearest to the verb first.
    """

    nouns: tuple[str, ...]
    side: str
    shown: str
    told_on: date
    by: str
    evidence: Evidence
    deed: int | None = None
    owner: str = ""  # whose terms they are
    matter: str = ""  # what kind of claim: how a thing moved, what money is to serve
    days: int = _STANDS_DAYS  # for how long it stands

    @property
    def holds_on(self) -> date:
        """The day of the talk."""
        return self.told_on

    def alike(self, other: object) -> bool:
        """Whether the other is a claim about the same."""
        return (
            isinstance(other, Claim)
            and (self.matter, self.deed, self.owner) == (other.matter, other.deed, other.owner)
            and bool(set(self.nouns) & set(other.nouns))
        )

    def agrees(self, other: object) -> bool:
        """Whether the other tells the same of it."""
        return isinstance(other, Claim) and self.alike(other) and self.side == other.side

    def named_with(self, other: Claim) -> str:
        """The name of what both speak of."""
        return next(noun for noun in self.nouns if noun in other.nouns)


def oppose(a: Claim, b: Claim) -> bool:
    """Whether two claims, the earlier told first, are of two people and cannot both be so."""
    if not a.alike(b) or a.by == b.by or a.side == b.side or (b.told_on - a.told_on).days > a.days:
        return False
    if a.deed is None:
        return bool(a.side and b.side)
    return a.side == "done" and _toward(a.evidence.body, b.by)


def _toward(text: str, person: str) -> bool:
    """Whether the text tells of a deed done to this person (女将にも…見せて, 女将の了解を得た)."""
    return bool(re.search(rf"(?:{re.escape(person)}|{role_of(person) or person})(?:さん|様)?(?:に|へ|と|も|の(?=[了承納賛]))", text))  # fmt: skip


def claims(view: View) -> Iterator[Claim]:
    """Claims of the client's people about other banks' terms and about deeds among themselves."""
    yield from _terms(view)
    for remark in view.client_remarks():
        if remark.speaker:
            yield from _deeds(remark)


def _terms(view: View) -> Iterator[Claim]:
    banks, named = view.other_banks, dict[str, str]()
    for remark in view.client_remarks():
        bank = bank_in(remark.text, banks)
        if bank in banks:
            named[remark.record.ref] = bank or ""
        elif not bank and _POINTS.search(remark.text):
            bank = named.get(remark.record.ref)
        if bank in banks and remark.speaker:
            yield from _terms_of(remark, bank or "")


def _terms_of(remark: Remark, bank: str) -> Iterator[Claim]:
    for label, sides in _TERMS:
        found = [match for side in sides if (match := re.search(side, remark.text))]
        if len(found) == 1:
            told = found[0].group()
            # what is denied or asked takes no side, but is the newest word all the same
            side = "" if negations(remark.text) or remark.text.endswith(("か", "か。", "？")) else told
            yield Claim((label,), side, told, remark.on, remark.speaker, remark.evidence, owner=bank)


def _deeds(remark: Remark) -> Iterator[Claim]:
    for number, (done, received) in enumerate(_DEEDS):
        if (deed := re.search(done, remark.text)) and not _denied(remark.text, deed):
            yield _deed(remark, number, "done", deed)
        elif (deed := re.search(received, remark.text)) and _denied(remark.text, deed):
            yield _deed(remark, number, "denied", deed)


def _denied(text: str, deed: re.Match[str]) -> bool:
    return any(deed.start() <= cue.start <= deed.end() + 6 for cue in negations(text))


def _deed(remark: Remark, number: int, side: str, deed: re.Match[str]) -> Claim:
    nouns = sorted(remark.nouns - PEOPLE, key=lambda noun: (abs(deed.start() - remark.text.find(noun)), noun))
    shown = f"「{remark.text[deed.start() :].rstrip('。')}」"
    return Claim(tuple(nouns), side, shown, remark.on, remark.speaker, remark.evidence, number)
