"""What a promise is of, where its own sentence does not say it (返済シミュは作り直してほしい。来週水曜までに持参と約束)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bankrm.domain.memos import RecordField
from bankrm.drafting.recording import cues
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern

_TOPIC = pattern(
    r"^(?P<thing>[^、。「」はがをにでと]{2,24}?)(?:(?:の件|について|に関して)(?:は|、|$)?|は|が|を|、)(?P<rest>.*)$"
)
_ANEW = pattern(r"^(?P<how>[^、。]{1,12}?)で(?P<deed>作り直|やり直|出し直)し")
_PAPER = pattern(
    r"[一-龥ァ-ヶーA-Za-z]*(?:シミュレーション|シミュ|見積書?|試算表?|決算書|申込書|契約書|計画書?|資料|リスト|一覧|明細)"
)
_VERBS = r"送付|送信|郵送|提出|提示|回答|返答|返事|連絡|報告|持参|届|用意|準備|作成|調べ|確認|検討|手配|共有|メール|FAX|調整|相談|説明|照会|送|出|渡|知らせ|伝|教|持|揃|折返|折り返|約束"
_DEED = pattern(
    rf"{_VERBS}|{cues.PROMISE_WORDS.pattern}|(?:{cues.OURS}|先方)|迄|次回|明日|後日|改めて|再度|電話|書面|[月火水木金]曜日?|中旬|上旬|下旬|半ば|末|中"
    r"|[ぁ-ん、。（）() 　→/／・:：]"
)
_ASKED = pattern(r"質問|照会|相談|問い?合わせ|問合せ|知りた|聞きた|ほしい|欲しい|要望|依頼|について|か[。？]?$")
_NEAR = 12  # characters between what was told and the promise about it
_GIVEN = pattern(r"持参|届|送|出|渡|作成|用意|準備|提出|提示|共有|メール|FAX")


def with_objects(pieces: Sequence[Piece], meeting: Meeting) -> Iterator[Piece]:
    """The pieces in order; a promise that names no object takes the topic of what was told just before it, else it is in doubt."""
    before: list[Piece] = []
    for piece in pieces:
        if piece.field is RecordField.PROMISES and not _object(piece.text, meeting):
            told = [one for one in before if 0 <= piece.span[0] - one.span[1] <= _NEAR]
            given = bool(_GIVEN.search(piece.text))
            about = _about(told[-1], given) if told else ""
            particle = "を" if given else "について、"
            yield (
                replace(piece, about=about + particle)
                if about
                else replace(piece, doubts=(*piece.doubts, Doubt.OBJECT))
            )
        else:
            yield piece
        if piece.text and piece.field in (RecordField.CLIENT_WORDS, RecordField.EXPLANATION, RecordField.OPEN_POINTS):
            before.append(piece)


def _object(text: str, meeting: Meeting) -> str:
    """What is left of a promise without its day and its deed."""
    for told in sorted(find_quantities(text, today=meeting.on), key=lambda told: -told.start):
        text = text[: told.start] + "、" + text[told.end :]
    return _DEED.sub("", text)


def _about(piece: Piece, given: bool) -> str:
    """What a sentence is about, in its words: a paper where the promise is to bring it (`given`), else what was asked; empty where
    it is neither."""
    if not (_PAPER if given else _ASKED).search(piece.text):
        return ""
    topic = _TOPIC.match(piece.text)
    named = topic and (not given or _PAPER.search(topic["thing"]))
    if topic and named and not re.search(rf"(?:{cues.PERSON})$|(?:{cues.OURS})$", topic["thing"]):
        anew = _ANEW.match(topic["rest"])
        return f"{topic['thing']}の{anew['how']}での{anew['deed']}し" if anew else topic["thing"]
    paper = _PAPER.search(piece.text)
    return paper.group() if paper else ""
