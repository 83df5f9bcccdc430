"""Complaints about the bank: displeasure that is about our deed, reply, person in charge, fee or promise, and not about others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.days import A_YEAR
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.banks import OUR_BANK, bank_in
from bankrm.insights.remarks import Remark, View
from bankrm.language.formatting import spoken_date
from bankrm.language.patterns import pattern

_FELT = r"怒(?:っ|ら)|腹(?:が|を)立|不満|納得(?:が?いか|でき)|失礼|話が違|気にして(?!お?りません|い?ません|い?ない)|がっかり|心外|あきれ"
_DISPLEASED = pattern(
    rf"{_FELT}|苦情|クレーム|お叱り|叱責|待たされ|たらい回し|骨が折れ|困(?:り|る|っ)|遅い|何[度回]目|どうかと(?:思|。|$)|小言|書くのは早い|催促|"
    r"(?:返事|回答|連絡|返答)(?:は|も|が)?(?:まだ|ない|なく|来ない|来て(?:い)?ない|ありません)|しか(?:来|顔を出さ|電話をくれ)な|"
    r"(?:書いて|載って)(?:い|あり)?ません|(?:なかった|ありませんでした)(?:の[はがに]|けど|が、)"
)
_OURS = pattern(
    rf"{OUR_BANK}|そちら|支店|窓口|担当(?:者|さん)?が|ご?返事|ご?返答|ご?回答|お約束|ご連絡|電話一本|(?:振込|事務|融資|繰上げ?(?:返済)?)手数料"
)
_CALM = pattern(r"(?:て|って)?(?:い|お)?(?:る様子)?(?:は|が|も|では|じゃ)?(?:あり)?(?:ない|ません|なく|なかった)")
_OTHERS = pattern(
    r"(?:得意先|取引先|仕入先|荷主|客先|元請|メーカー|業者|工務店|商社|役所|県庁|保険会社|先生|税理士|電力会社|取引所|学校|査定|保険|共済|農協|漁協|組合|事務局|大家|地主|公庫)[^。、]{0,10}(?:の|から|が|に|は)"
)
_NAMED = pattern(OUR_BANK)
_SETTLED = pattern(r"終わりにし(?:ます|よう|まし|て)|水に流|済んだこと|もう(?:結構|いい)です|気にしてい?ません|許し")
_APOLOGY = pattern(r"おわび|お詫び|詫び|謝(?:罪|っ|り)|申し訳|お待たせ")


def observe_complaints(view: View) -> Iterator[Observation]:
    """Complaints of the last year, oldest first: one of each person and talk, with the words that put an end to it if any did."""
    banks = view.other_banks
    found: dict[tuple[str, str], Remark] = {}
    for remark in view.client_remarks():
        turn = (remark.record.ref, remark.speaker)
        if remark.speaker and (view.day - remark.on).days <= A_YEAR and complains(remark, banks):
            told = found.setdefault(turn, remark)
            found[turn] = told if _OURS.search(told.text) else remark
    for remark in found.values():
        when = spoken_date(remark.on, view.today)
        values = {"on": remark.on, "speaker": remark.speaker, "settled_by": _settled_by(view, remark)}
        yield Observation(Code.COMPLAINT, when, (remark.evidence,), None, values)


def _settled_by(view: View, complaint: Remark) -> Evidence | None:
    """What the same person said later to close the matter."""
    later = (r for r in view.client_remarks() if r.on > complaint.on and r.speaker == complaint.speaker)
    return next((r.evidence for r in later if _SETTLED.search(r.text)), None)


def complains(remark: Remark, banks: tuple[str, ...] = ()) -> bool:
    """Displeasure about us: it names us or what we owe, or it is felt in a talk in which we apologised."""
    if remark.party is not Party.CLIENT or not _is_displeased(remark.text) or bank_in(remark.text, banks):
        return False
    if _OTHERS.search(remark.text) and not _NAMED.search(remark.text):
        return False
    apologised = bool(_APOLOGY.search(remark.record.explanation))
    return bool(_OURS.search(remark.text)) or (apologised and bool(re.search(_FELT, remark.text)))


def _is_displeased(text: str) -> bool:
    """Displeased, and not denying it in the same breath (催促ではない, 怒っている様子はない)."""
    return any(not _CALM.match(text, cue.end()) for cue in _DISPLEASED.finditer(text))
