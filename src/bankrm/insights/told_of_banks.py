"""What the client told of other banks: of one matter the newest word counts, where it settles what an older one left open."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.citing import cite_other_bank
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.insights.banks import bank_in, came, names
from bankrm.insights.matters import shared_words
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import WISHES, Certainty
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind

_LOOK_BACK_DAYS = 731
_OPEN = WISHES | {Certainty.ON_HOLD}
_SETTLED = frozenset({Certainty.DECLINED, Certainty.DECIDED, Certainty.AGREED})
_AWAITED = pattern(
    r"(?:返事|返答|回答|答え|提示|提案|連絡|見積(?:もり)?)[はがも]?(?:まだ)?(?:ない|ありません|来な|来て(?:い?な|い?ませ|おりませ)|もらって(?:い?な|い?ませ)|いただいて(?:い?な|い?ませ|おりませ)|して(?:い?な|い?ませ|おりませ)|待ち|を待って)"
)


def observe_told_of_banks(view: View) -> Iterator[Observation]:
    """What was told in the last two years and still stands; `named` names the bank where the words only call it by its kind."""
    named = {loan.bank: cite_other_bank(loan) for loan in view.dossier.other_banks}
    told: list[tuple[str, Remark, Evidence | None]] = []
    for remark in view.client_remarks():
        bank = bank_in(remark.text, view.other_banks)
        if bank is None:
            continue
        if names(remark.text, bank):
            named.setdefault(bank, remark.evidence)
        if (view.day - remark.on).days <= _LOOK_BACK_DAYS:
            told.append((bank, remark, None if names(remark.text, bank) else named.get(bank)))
    for bank, remark, name in told:
        if not any(bank == other and _settles(view, bank, remark, later) for other, later, _ in told):
            yield _told_of(bank, remark, name)


def _settles(view: View, bank: str, remark: Remark, later: Remark) -> bool:
    """Whether what one told of a bank is over: the same person, or the one who decides, told later how it ended, or the awaited came."""
    entitled = later.speaker in {remark.speaker, *view.deciders}
    awaited = bool(_AWAITED.search(remark.text))
    ended = later.certainty in _SETTLED or (awaited and came(later.text))
    is_open = awaited or remark.certainty in _OPEN
    return later.on > remark.on and entitled and ended and is_open and _of_one_matter(view, bank, remark, later)


def _of_one_matter(view: View, bank: str, one: Remark, later: Remark) -> bool:
    """Whether two remarks about one bank are of one matter: the later one names none of its own, or what both name."""
    shared = [word for word in shared_words(view, one, later) if word not in bank]
    return bool(shared or set(one.own_topics) & set(later.own_topics)) or not later.own_topics


def _told_of(bank: str, remark: Remark, named: Evidence | None) -> Observation:
    told = remark.quantities
    terms = any(q.kind in (Kind.RATIO, Kind.AMOUNT, Kind.DURATION) for q in told)
    values = {"on": remark.on, "told_by": remark.speaker, "terms": terms, "moved": came(remark.text), "named": named}
    return Observation(Code.OTHER_BANK_TOLD, bank, (remark.evidence,), None, values)
