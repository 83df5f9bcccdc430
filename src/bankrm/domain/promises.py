"""Promises (約束・宿題) read from a record's own words: whose, what, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bankrm.domain.interactions import Party, Promise
from bankrm.language.formatting import month_day
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate, Quantity
from bankrm.language.years import looking_ahead

_OWNER = pattern(
    r"[【\[〔（(]?(?:(?P<bank>当行|当方|弊行|当店|私|担当者?)|(?P<client>先方|お客(?:さま|様)|取引先|相手方|同社))[】\]〕）)]?(?:側|の宿題|の約束)?[はがよりから]{0,2}[：:、]?"
)
_ITEM = pattern(r"[^。\n；;]+")
_NONE = pattern(r"(?:特に?)?(?:なし|無し?|該当なし|特段なし|-|－|―)[。]?")
# to it a term is to be put off by what is promised (1月末まで延ばす条件変更の可否を)
_PUT_OFF_TO = r"(?:(?:延長|延期|変更)する|延ばす|繰り延べる|改める)[^。]*を"
_DUE_FRAME = pattern(
    rf"(?:(?:まで|迄)(?!の)(?!{_PUT_OFF_TO})|中|頃|ごろ|を?(?:め(?:ど|処)|目途|目処|期限))(?:には|に|の|で)?、?"
)
# the day of a thing (10月までの試算表), not of the promise
_OTHER_DATE = pattern(
    r"(?:まで|から|以降|以前|時点|現在)の|の(?!ご?(?:訪問|面談|席|打合|来店)|際|時)|から|期|分|度|付|(?:に|まで)"
    + _PUT_OFF_TO
)
_OBJECT = pattern(r"^(?P<thing>.+?)(?:を|について、?|につき、?|に関して、?)(?P<rest>[^を]*)$")
_ACTION = pattern(
    r"(?:の|を|し)?(?:ご?(?:持参|手交|送付|送信|提出|提示|回答|返答|連絡|説明|作成|準備|用意|郵送|共有|報告|紹介|確認|検討|案内|調整|訪問|返信|算出|試算|相談|依頼)"
    r"|お?(?:渡し|届け|伝え|知らせ|送り))(?:いただく|してもらう|させていただく|する|します|予定|のこと|いただける)*$"
)
_PARTS = {
    "上旬": 10,
    "初旬": 10,
    "半ば": 15,
    "なかば": 15,
    "中頃": 15,
    "中ごろ": 15,
    "中旬": 20,
}  # the last day of each
# as `moved_to` tells it; what puts off the term of a loan (手形の期限を1月末に延長する稟議) is a promise of its own
_MOVED = pattern(r"(?P<thing>.+?)の期限を、?[^、。を]{2,20}(?:に|まで)改め(?:る|た)?")
_SIDE = pattern(r"(?<=.)は(?:、?(?:当[方行]|先方|お客(?:様|さま))(?:から|より|が|で))?$")  # 見積書の更新版は先方から
MARKERS = "【】[]〔〕（）()「」 　、。・"


def read_promises(text: str, on: date) -> tuple[Promise, ...]:
    """The promises of a record's 約束・宿題, made on day `on`; a due day without a year is the first one not before it."""
    promises: list[Promise] = []
    owner = None
    for start, end, party in _owned(text):
        owner = party or owner
        for item in _ITEM.finditer(text, start, end):
            words = item.group().strip(MARKERS.replace("）", "").replace(")", "").replace("」", ""))
            if owner and len(words) > 2 and not _NONE.fullmatch(words):
                begin = text.index(words, item.start())
                promises.append(_read(owner, words, begin, on))
    return tuple(promises)


def moved_to(thing: str, day: date) -> str:
    """How a record tells the new day of a promise given before, so that it reads back as that."""
    return f"{thing}の期限を{month_day(day)}に改める"


def _read(owner: Party, words: str, begin: int, on: date) -> Promise:
    due = _due(words, on)
    moved = _MOVED.fullmatch(words) if due else None
    thing = moved["thing"] if moved else _thing(words, due[1] if due else None)
    return Promise(owner, words, thing, due[0] if due else None, (begin, begin + len(words)), moved is not None)


def _owned(text: str) -> Iterator[tuple[int, int, Party | None]]:
    owners = [
        m for m in _OWNER.finditer(text) if m.start() == 0 or text[m.start() - 1] in "。\n／/ 　；;】、" + MARKERS
    ]
    position, party = 0, None
    for match in owners:
        yield position, match.start(), party
        position, party = match.end(), Party.BANK if match["bank"] else Party.CLIENT
    yield position, len(text), party


def _due(words: str, on: date) -> tuple[PartialDate, Quantity] | None:
    dates = [q for q in find_quantities(words, today=on) if q.kind in (Kind.DATE, Kind.MONTH)]
    framed = [q for q in dates if _DUE_FRAME.match(words, q.end)]
    for quantity in framed or [q for q in dates if not _OTHER_DATE.match(words, q.end)][:1]:
        due = looking_ahead(quantity, words, on)
        return (_within_month(due, words[quantity.start : quantity.end]), quantity) if due else None
    return None


def _within_month(due: PartialDate, told: str) -> PartialDate:
    """The last day that is meant by a part of a month (12月中旬 → 12月20日); of the whole month none."""
    last = next((day for part, day in _PARTS.items() if part in told), None)
    return PartialDate(due.year, due.month, last) if due.day is None and due.month and last else due


def _thing(words: str, due: Quantity | None) -> str:
    """What is to be brought or answered: the object of the sentence without its day and its verb."""
    bare = words
    if due:
        frame = _DUE_FRAME.match(words, due.end)
        bare = words[: due.start] + words[frame.end() if frame else due.end :]
    bare = re.sub(r"[（(][^（）()]*[）)]", "", bare).strip(MARKERS + "に")
    asked = re.match(r"(.+?か)(?:どうか)?(?:、|を|は|$)", bare)
    if asked and len(asked[1]) > 5:
        return f"{asked[1]}の回答"
    made = re.match(r"(.+?)を(一覧|一覧表|表|リスト|資料|書面|図|紙)に(?:し|まとめ)", bare)
    if made:
        return f"{made[1]}の{made[2]}"
    match = _OBJECT.match(bare)
    thing = match["thing"] if match else _ACTION.sub("", bare)
    thing = thing.split("、")[-1] if "、" in thing and len(thing) > 30 else thing
    return _SIDE.sub("", thing.strip(MARKERS).lstrip("のをにへ")) or bare
