"""Promises in a memo: whose, what, by when, from words as a banker jots them down (→見積は来週金曜まで当方)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bankrm.domain.interactions import Party, Promise
from bankrm.domain.memos import RecordField
from bankrm.domain.promises import read_promises
from bankrm.drafting.recording import cues
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece
from bankrm.drafting.recording.voices import Voice
from bankrm.language.fiscal import Interval
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate

_OURS = pattern(
    rf"(?:^|[、。（(\s　])(?:{cues.OURS})(?![へに宛])|(?:{cues.OURS})(?:が|から|より|側|にて)|(?:{cues.OURS})(?:で|が|から|側|対応|持ち|宿題)?[）)]?[。]?$|持ち?帰[りるっ]"
)
_THEIRS = pattern(
    rf"(?:{cues.THEIRS})(?:が|から|より|にて|側)|(?:^|[、。（(\s　])(?:{cues.THEIRS})(?:は|も|で(?!きる))|(?:{cues.THEIRS})(?:から|が|側|宿題|対応|持ち)?[）)]?[。]?$"
)
_HUMBLE = pattern(
    r"調べて|照会して|と約束(?:した|しました)?[。]?$|(?:確認|検討|相談)(?:し|の上|のうえ)て?[、]?(?:ご)?(?:連絡|回答|報告)|お?(?:届け|送り|持ち|渡し|伝え|知らせ|調べ)(?:し(?:ます|て)|する|いたし|致し)|ご(?:連絡|回答|報告|案内|提示|説明|用意|準備|提案|紹介)(?:し|する|いたし)|してあげ"
)
_OWNER_WORDS = pattern(
    rf"^(?:宿題|約束|ToDo|TODO)?[:： 　]*(?:(?:{cues.OURS})(?!の)(?:で|が|から|より|側)?(?:は|も)?[:：、 　]*)|[、 　]*[（(]?(?:は|が|を)?(?:(?:{cues.OURS}|先方)(?:で|が|から|側|対応|持ち|宿題)?)[）)]?[。]?$"
)
_SEES_TO_IT = pattern(rf"は(?:{cues.OURS}|{cues.THEIRS})(?:が|から|より)[。]?$")
_PROMISED = pattern(r"と(?:の)?お?約束(?:した|しました|する)?[。]?$")
_LEAD = pattern(r"^(?:宿題|約束(?:事項)?|ToDo|TODO|持ち?帰り)(?:は|として)?[:： 　、]+")
_LABELLED = pattern(
    r"(?:^|[\s　、。／/])[【\[〔（(]?(?:当[方行]|先方|お客(?:様|さま))[】\]〕）)]?[:：]|[【\[〔](?:当[方行]|先方)[】\]〕]"
)
_RELATIVE = pattern(r"[来再今翌]|明日|あさって|明後日|後|以内|末|中|週")
_UNTIL_AT_ONE = pattern(r"(?:まで|迄)(?!の)")


def is_promise(voice: Voice, meeting: Meeting) -> bool:
    """Whether a sentence (not within 「」) promises something: by an arrow, by its day, or in so many words."""
    text = voice.text
    if voice.line.field is RecordField.PROMISES:
        return True
    delivers = bool(cues.DELIVERS.search(text))
    if is_elliptic(text):
        return True
    if cues.FROM_OTHERS.search(text) or cues.WE_DID_NOT_SAY.search(text):
        return False
    if cues.PROMISE_WORDS.search(text):
        return delivers or bool(_LABELLED.search(text)) or "持ち帰" in text or "持帰" in text
    getting = bool(cues.TO_GET.search(text))
    wished = cues.WISHED.search(cues.without_note(text))
    if wished and not voice.ours and not _OURS.search(text):
        return False
    if cues.SAID_SO.search(text) and not (_has_day(text, meeting) or cues.SOON.search(text)):
        return False
    if cues.DONE_ALREADY.search(text) and not getting:
        return False
    owned = bool(
        _OURS.search(text)
        or _THEIRS.search(text)
        or voice.ours
        or getting
        or cues.OUR_HOUSE.search(text)
        or cues.BRINGS.search(text)
    )
    due = _has_day(text, meeting)
    soon = due or bool(cues.SOON.search(text))
    if cues.TO_OTHERS.search(text):
        return False
    if voice.line.arrow:
        return delivers or (due and owned)
    if cues.UNTIL.search(text) and soon:
        return delivers or owned
    if cues.TOLD_BY.search(text) or cues.TOLD.search(text):
        return False
    return delivers and soon and (getting or owned) and (_looks_ahead(text, meeting) or not due)


_ELLIPTIC = pattern(
    rf"^[^、。「」はがを]{{1,16}}(?:書|表|資料|一覧|見積|図面|台帳|申込|証明|謄本|写し|控え|明細)(?:の(?:写し|控え))?は(?:{cues.OURS}|{cues.THEIRS})(?:が|から|より)[。]?$"
)


def is_elliptic(text: str) -> bool:
    """Whether a sentence names a paper and who is to see to it, and no more (出来高調書は沖田部長が)."""
    return bool(_ELLIPTIC.search(text))


def promise_in_words(voice: Voice, meeting: Meeting) -> Piece | None:
    """A promise of the client within their own words (「決算書は来週末までに送るよ」): proposed beside them, to be confirmed."""
    text = voice.text
    if voice.ours or not (_UNTIL_AT_ONE.search(text) and cues.DELIVERS.search(text) and _has_day(text, meeting)):
        return _able_by(voice, meeting)
    if not re.search(
        r"(?:送|出|渡|届け|持って|用意|回答|返事|連絡|提出|準備)[^。]{0,6}(?:ます|る|す|くよ|よ|とのこと|予定)?[。]?$",
        text,
    ):
        return None
    return _piece((voice.start, voice.end), text, Party.CLIENT, meeting, Doubt.PROMISED_IN_WORDS)


_ABLE = pattern(
    r"(?:には|までに|中に|頃に|ごろに|に)、?[^、。]{0,10}(?:出せる|出せます|出せそう|渡せる|送れる|送ります|揃う|そろう|用意できる|提出できる|出来上がる|できあがる|送る|出す|渡す|届ける|持って(?:来|く)る)(?:と思う|そう|だろう|見込み|予定|とのこと)?[。]?$"
)


def _able_by(voice: Voice, meeting: Meeting) -> Piece | None:
    """What a client says that they can bring by a day (見積は12月半ばには出せる)."""
    if not (_ABLE.search(voice.text) and _has_day(voice.text, meeting)):
        return None
    return _piece((voice.start, voice.end), voice.text, Party.CLIENT, meeting, Doubt.PROMISED_IN_WORDS)


def promised_by_us(voice: Voice, meeting: Meeting) -> Piece | None:
    """Our promise within what we told them (8/21に持参と伝える): proposed beside the explanation, to be confirmed."""
    if not (cues.PROMISED_BY_US.search(voice.text) and _has_day(voice.text, meeting)):
        return None
    return _piece((voice.start, voice.end), voice.text, Party.BANK, meeting, Doubt.PROMISED_IN_WORDS)


def promises_of(voice: Voice, text: str, meeting: Meeting) -> Iterator[Piece]:
    """The promises of a sentence that is one; `text` is the plain memo."""
    if _LABELLED.search(voice.text):
        for promise in read_promises(voice.text, meeting.on):
            start, end = voice.start + promise.span[0], voice.start + promise.span[1]
            yield _piece((start, end), text[start:end], promise.owner, meeting)
        return
    owner, sure = _owner(voice)
    doubts = () if sure else (Doubt.OWNER,)
    yield _piece((voice.start, voice.end), voice.text, owner, meeting, *doubts)


def _owner(voice: Voice) -> tuple[Party, bool]:
    """Whose promise it is, and whether the words say so."""
    text = voice.text
    if voice.ours and not voice.held:
        return Party.BANK, True
    if (
        voice.speaker
        and not voice.held
        and not re.search(r"(?:宛|へ|に)(?:[^。]{0,12})(?:送|連絡|回答|報告|届け|説明)", text[:20])
    ):
        return Party.CLIENT, voice.subject or bool(cues.UNTIL.search(text))
    ours, theirs = (
        bool(_OURS.search(text) or _HUMBLE.search(text) or cues.OUR_HOUSE.search(text)),
        bool(_THEIRS.search(text) or cues.TO_GET.search(text)),
    )
    if ours != theirs:
        return (Party.BANK if ours else Party.CLIENT), True
    if ours and theirs:
        last = max(text.rfind(word) for word in ("当方", "当行", "こちら"))
        return (Party.BANK if last >= len(text) - 6 else Party.CLIENT), last >= len(text) - 6
    return Party.BANK, False


def _piece(span: tuple[int, int], text: str, owner: Party, meeting: Meeting, *doubts: Doubt) -> Piece:
    words = _LEAD.sub("", text.strip()).strip()
    bare = (
        _OWNER_WORDS.sub("", words).strip(" 　、。") if Doubt.PROMISED_IN_WORDS not in doubts else words.strip(" 　。")
    )
    words = bare or words.strip(" 　、。")
    words = _SEES_TO_IT.sub("", words) if is_elliptic(words) else _PROMISED.sub("", words)
    promise = _read(words, owner, meeting)
    due = promise.due if promise else None
    due = due or _end_of_week(words, meeting)
    lacking = () if due else (Doubt.DUE,)
    return Piece(RecordField.PROMISES, span, words, owner=owner, due=due, doubts=(*doubts, *lacking))


def _end_of_week(words: str, meeting: Meeting) -> PartialDate | None:
    """The Friday of a week within which something is promised (今週中に)."""
    for told in find_quantities(words, today=meeting.on):
        if told.kind is Kind.PERIOD and words[told.start : told.end].endswith("週"):
            return PartialDate.of(Interval.parse(str(told.value)).last_day() - timedelta(days=2))
    return None


def _read(words: str, owner: Party, meeting: Meeting) -> Promise | None:
    head = "【当行】" if owner is Party.BANK else "【先方】"
    return next(iter(read_promises(head + words, meeting.on)), None)


def _has_day(text: str, meeting: Meeting) -> bool:
    return any(q.kind in (Kind.DATE, Kind.MONTH, Kind.PERIOD) for q in find_quantities(text, today=meeting.on))


def _looks_ahead(text: str, meeting: Meeting) -> bool:
    """Whether a sentence names a day to come."""
    days = [q for q in find_quantities(text, today=meeting.on) if q.kind is Kind.DATE]
    return any(q.partial_date().last_day() > meeting.on for q in days)


def needs_its_day(piece: Piece, meeting: Meeting) -> bool:
    """Whether a promise's day is told from the day of the talk (来週金曜), so that a later reader needs it spelt out."""
    if piece.due is None:
        return False
    kinds = (Kind.DATE, Kind.MONTH, Kind.PERIOD)
    told = [q for q in find_quantities(piece.text, today=meeting.on) if q.kind in kinds]
    return any(_RELATIVE.search(piece.text[q.start : q.end]) for q in told)
