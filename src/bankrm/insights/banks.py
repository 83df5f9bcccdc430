"""Other banks as clients speak of them: by name, in short, or by their kind; and whether one came with an offer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bankrm.language.names import NameKind, names_in
from bankrm.language.patterns import pattern

OUR_BANK = "銀行さん|御行|貴行|当行|おたく|お宅"  # as clients and records call us
_CAME = pattern(
    r"持って(?:き|来|こ|くる)|持参|提示|提案(?:し|を(?:受|も|い)|が(?:来|あ|出)|書)|出して(?:き|来|く)|出てき|見積もって|届(?:い|け)|送って(?:き|来)|もらっ|もらい|いただ|"
    r"受け取|案内(?:が|を|さ)|回答(?:が|を)|言ってき|言われ|声(?:が|を)か(?:か|けられ|けてき|けてく|けてもら)|話が(?:来|あ)|来て(?:い|く)|来られ|訪ね|連れて|先に|置いて(?:い|行)|配って|渡して|見せて"
)
_OTHER = pattern(r"他行|他の銀行|ほかの銀行|別の銀行|他金融機関|よその銀行|地銀|信金|信用金庫|信組|メガ|公庫|農協|JA")
_BANK = pattern(r"(?:銀行|信用金庫|信金|信用組合|信組)$")
_KINDS = (("信金", "信用金庫"), ("信組", "信用組合"))
_ABSENT = pattern(r"(?:話|提案|提示|連絡|案内|返事|回答|返答)[はがも]?(?:ない|なかった|来ていない|まだ)")


def bank_names(texts: Iterable[str], registered: Iterable[str]) -> tuple[str, ...]:
    """Names of other banks: those registered and those that stand in the texts, longest first."""
    found = (name for text in texts for name in names_in(text) if name.kind is NameKind.FIRM)
    known = {*registered, *(name.surface for name in found if _BANK.search(name.surface))}
    return tuple(sorted(known, key=lambda name: (-len(name), name)))


def bank_in(text: str, banks: tuple[str, ...]) -> str | None:
    """The other bank that a text names, in full, as 「潮見さん」, or as 「信金」 where only one is known; 他行 and the like where none."""
    named = next((name for name in banks if names(text, name)), None)
    if named:
        return named
    generic = _OTHER.search(text)
    return _only_one(generic.group(), banks) or generic.group() if generic else None


def names(text: str, bank: str) -> bool:
    """Whether a text names that bank, in full or in short."""
    short = _BANK.sub("", bank)
    return bank in text or (len(short) >= 2 and bool(re.search(rf"{re.escape(short)}(?:さん|様|銀|信)", text)))


def _only_one(word: str, banks: tuple[str, ...]) -> str | None:
    """The only known bank of the kind that a word names (信金)."""
    endings = next((kind for kind in _KINDS if word in kind), ())
    known = {_BANK.sub("", name): name for name in reversed(banks) if name.endswith(endings)} if endings else {}
    return next(iter(known.values())) if len(known) == 1 else None


def came(text: str) -> bool:
    """Whether a text tells of another bank that came, brought or offered something."""
    return bool(_CAME.search(text)) and not _ABSENT.search(text)
