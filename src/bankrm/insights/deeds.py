"""Deeds that keep promises: what was really done, on which day it was done, and how one says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.domain.interactions import Party, Promise
from bankrm.insights.remarks import Remark
from bankrm.insights.things import Thing
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.years import looking_back

# What our side does to keep a promise, and what happens at our side when the client keeps one.
_BANK_KEEPS = pattern(
    r"持参|手交|手渡|お?渡し|渡した|提示|提出|説明し|ご?説明済|送付|郵送|送信|メールで|お?届け|届けた|回答(?:し|済|した|を伝)|連絡(?:し|済)|伝え(?:た|済)|"
    r"紹介(?:し|した|済)|引き?合わせ|案内(?:し|した|済)|交付|実施|共有(?:し|した|済)|報告(?:し|した|済)|同行(?:し|した)|一緒に伺|訪問した|"
    r"(?:回答|説明|提出|送付|提示|報告|連絡|案内|紹介)(?=[：:。、（(]|$)"
)
_CLIENT_KEEPS = pattern(
    r"受領|受け取|いただ(?:い|き)|頂(?:い|き)|頂戴|拝受|拝見|預か(?:っ|り)|届(?:い|き)|提出(?:が?あ|を?受|され|済|した|して)|送られ|送って(?:もら|くれ|いただ)|"
    r"もら(?:っ|い)|持参(?:され|いただ|して)|持って(?:こられ|きてくれ|みえ)|到着|着いた|入手|渡され|メールで(?:来|届|受)|送りました|出しました|お?渡しし|お?渡しでき"
)
# What the client only had to tell is kept when it is heard.
_CLIENT_TELLS = pattern(
    r"(?:ご?連絡|ご?回答|ご?返事|ご?報告|お?知らせ|説明)(?:を|が)?(?:受け|あ[りっ]|もら[いっ]|いただ[いき]|頂|得)|口頭で|伺っ|聞い|聞き取|教(?:えて|わっ|えられ)"
)
_TO_TELL = pattern(r"連絡|回答|返答|返事|報告|知らせ|伝え|教え|説明")
_DENIED = pattern(
    r"ていない|ていなかった|ておらず|ておりません|ていません|できていな|できず|なかった|間に合わ|遅れ(?:て(?:い|お)|そう|る|ます)|待って|待ち|準備中|作成中|手配中|"
    r"予定|する(?:こと|つもり|約束|旨|方針)|します|いたします|したい|させ|見通し|見込み|とお?約束|と(?:伝え|お伝え)|依頼|お願い|とのこと|旨"
)
_AHEAD = pattern(r"まだ|未|これから|次回|後日|改めて|あらためて|までに|来週|来月|追って|近く")
_UNKNOWN = pattern(r"まだ|未(?:定|確認|詳)|(?:わか|分か)ら|不明|調べて(?:いる|から|おら)|確認中")
_FROM_THEM = pattern(
    r"(?:先方|お客(?:さま|様)|(?:社長|会長|専務|常務|部長|課長|主任|様|さん|代表))(?:から|より)(?P<between>[^。]*)$"
)
# 「、」 after a predicate parts two happenings; after a noun or a particle it does not.
_CLAUSE = pattern(
    r"[。；;\n]|(?:[てしれせけえ]|[んい]で|(?<!よ)り|(?<!ま)ず|済み?で?|ため|ので|ところ|[たるいだすん]が)、"
)
# a verb of its own before the noun (3日に依頼のあった表): the day is that verb's
_RELATIVE = pattern(r"(?:[っいしきりぎびみれえけせてねめべん]た|だった)(?![だりら、。])")
_NO_DAY_OF_DEED = pattern(
    r"(?:まで|から|時点|現在|以[前後降]|分|期|付(?!で)|は|が|を|と|より|〜|予定|締)|の(?!朝|午前|午後|昼|夕|夜|うち|便|訪問|面談|来店)"
)
_PAPERS_DAY = pattern(r"付(?!け)")
_TO_OBTAIN = pattern(r"取得|入手|取り寄せ|手配")
_TOLD_BEHIND = pattern(r"(?:済み?|し(?:た|て)|いた|った|取)?[（(]")

_WORDS = (
    (r"回答|返答|返事|答え", "回答した", "回答を受けた"),
    (r"説明", "説明した", "説明を受けた"),
    (r"報告", "報告した", "報告を受けた"),
    (r"連絡|知らせ|伝え|口頭|伺っ|聞|教", "連絡した", "連絡を受けた"),
    (r"紹介|引き?合わせ", "紹介した", "紹介を受けた"),
    (r"案内", "案内した", "案内を受けた"),
    (r"取得|取り寄せ|手配", "取り寄せた", "取得された"),
    (r"送付|郵送|送信|送っ|送り|送る|送ら|メール", "お送りした", "受け取った"),
    (r"持参|手交|手渡|渡|提示|提出|交付|届|共有|用意|受領|受け取|いただ|頂|拝受|預か|もら|持って|入手", "お渡しした", "受け取った"),
)  # fmt: skip
_ANY_WORD = tuple((re.compile(verb), ours, theirs) for verb, ours, theirs in _WORDS)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done with the promised thing, in the remark's verbs (説明し, 手交), and the day it tells for it."""

    verbs: tuple[str, ...]
    day: date | None = None


def is_to_tell(promise: Promise) -> bool:
    """Whether it is kept by telling: with its owner, all of a promise that decides which remarks tell of a deed."""
    return bool(_TO_TELL.search(promise.text))


def is_done(promise: Promise, remark: Remark) -> bool:
    """Whether the remark tells of a deed of the promise's side that was really done."""
    return bool(_deeds(promise, remark))


def deed_of(promise: Promise, remark: Remark, after: date) -> Deed | None:
    """The deed that the remark tells of the promised thing, with its day: told in that clause, later than `after`, not after the talk."""
    deeds = _deeds(promise, remark)
    if not deeds:
        return None
    if remark.is_handed_over:
        return Deed(("交付",))
    if _TO_OBTAIN.search(promise.text) and (day := _papers_day(remark, after)):
        return Deed(("取得",), day)
    places = Thing.of(promise.thing).places(remark.text)
    deed = _nearest(remark.text, deeds, places[-1]) if places else deeds[0]
    return Deed(tuple(_chain(remark.text, deeds, deed)), _told_day(remark, deed, after))


def done_words(promise: Promise, verbs: Sequence[str] = ()) -> str:
    """How one says that it was done, from our side: お渡しした, 回答した; 受け取った, 回答を受けた. As promised where that was done."""
    promised, done = _said_as(promise.owner, promise.text), [_said_as(promise.owner, verb) for verb in verbs]
    said = promised if promised in done else next(filter(None, done), promised)
    return said or ("果たした" if promise.owner is Party.BANK else "受け取った")


def _said_as(owner: Party, text: str) -> str:
    """The words for the last verb of a text, empty where it has none that is known."""
    last = max(((m.end(), ours, theirs) for p, ours, theirs in _ANY_WORD for m in p.finditer(text)), default=None)
    return "" if last is None else last[1] if owner is Party.BANK else last[2]


def _deeds(promise: Promise, remark: Remark) -> list[re.Match[str]]:
    if promise.owner is Party.BANK:
        return _ours(remark) if remark.party is Party.BANK else []
    found = [deed for deed in _CLIENT_KEEPS.finditer(remark.text) if not _not_yet(remark.text, deed)]
    if remark.party is Party.BANK and is_to_tell(promise):
        found += [
            deed
            for deed in _CLIENT_TELLS.finditer(remark.text)
            if not _not_yet(remark.text, deed) and not _UNKNOWN.search(remark.text, deed.end())
        ]
    return sorted(found, key=lambda deed: deed.start())


def _ours(remark: Remark) -> list[re.Match[str]]:
    """Our deed is told by our own explanation (the client's by either side), or by the list of what was handed over."""
    if remark.is_handed_over:
        return [*re.finditer(".+", remark.text)]
    return [
        deed
        for deed in _BANK_KEEPS.finditer(remark.text)
        if not _not_yet(remark.text, deed) and not _from_them(remark.text[: deed.start()])
    ]


def _from_them(before: str) -> bool:
    """Whether the deed is the client's (社長から提出), unless that was another one before (課長から届いた見積をもとに…お渡し)."""
    match = _FROM_THEM.search(before)
    return bool(match) and not _RELATIVE.search(match["between"] if match else "")


def _not_yet(text: str, deed: re.Match[str]) -> bool:
    """Whether the deed is denied or still to come: told after its verb (届いていない, 持参する約束), or just before it (まだ, 次回)."""
    text = re.sub(r"[（(][^（）()]*[）)]", lambda bracket: "　" * len(bracket.group()), text)
    start = max(text.rfind(mark, 0, deed.start()) for mark in "。、") + 1
    stops = [stop for mark in "。、" if (stop := text.find(mark, deed.end())) >= 0]
    stop = min(stops, default=len(text))
    return bool(_DENIED.search(text, deed.start(), stop) or _AHEAD.search(text, start, deed.start()))


def _nearest(text: str, deeds: Sequence[re.Match[str]], place: tuple[int, int]) -> re.Match[str]:
    """The verb that belongs to a thing: the one right before it (届いた一覧), else the next after it, else the last before."""
    before = [
        deed
        for deed in deeds
        if deed.end() <= place[0] and not re.search(r"[をがはに、。]", text[deed.end() : place[0]])
    ]
    after = [deed for deed in deeds if deed.start() >= place[0]]
    return before[-1] if before else after[0] if after else deeds[-1]


def _chain(text: str, deeds: Sequence[re.Match[str]], first: re.Match[str]) -> Iterator[str]:
    """The verbs from the first on that share its object (説明し手交), up to the next object."""
    end = first.end()
    for deed in deeds[deeds.index(first) :]:
        if re.search("[をは。]", text[end : deed.start()]):
            return
        end = deed.end()
        yield deed.group()


def _told_day(remark: Remark, deed: re.Match[str], after: date) -> date | None:
    """The day given for the deed: before it in its clause, else in the bracket behind it."""
    text, told = remark.text, _days(remark)
    before = [q for q in told if not _NO_DAY_OF_DEED.match(text, q.end) and _belongs(text, q, deed)]
    bracket = _TOLD_BEHIND.match(text, deed.end())
    return _last_past(remark, before or [q for q in told if bracket and q.start == bracket.end()], after)


def _papers_day(remark: Remark, after: date) -> date | None:
    """The paper's own day: that is when it was obtained, whenever we are given the copy."""
    return _last_past(remark, [q for q in _days(remark) if _PAPERS_DAY.match(remark.text, q.end)], after)


def _days(remark: Remark) -> list[Quantity]:
    return [q for q in remark.quantities if q.kind is Kind.DATE]


def _last_past(remark: Remark, told: Sequence[Quantity], after: date) -> date | None:
    days = (_past(q, remark.text, remark.on) for q in reversed(told))
    return next((day for day in days if day and after < day <= remark.on), None)


def _belongs(text: str, told: Quantity, deed: re.Match[str]) -> bool:
    """Whether the day stands before the deed in one clause, with no other verb of its own between."""
    clause = max((m.end() for m in _CLAUSE.finditer(text, 0, deed.start())), default=0)
    return clause <= told.start < deed.start() and not _RELATIVE.search(text, told.end, deed.start())


def _past(told: Quantity, text: str, on: date) -> date | None:
    """The day meant by one who looks back."""
    day = looking_back(told, text, on)
    return day.last_day() if day else None
