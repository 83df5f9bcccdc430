"""A memo evened out without moving a character: arrows and marks become line breaks, bullets and headings become spaces.

Spans in the plain text are spans in the memo. What a heading or an arrow told is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bankrm.domain.memos import RecordField
from bankrm.drafting.recording import cues
from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES

_ARROW = pattern(
    r"(?:[→⇒➡]|->|=>)(?![0-9０-９▲△約])|(?<![0-9０-９名円%％万億台人社件点期])(?:[→⇒➡]|->|=>)|[▶►]"
)  # 64名→61名 only tells of a change
_STANDING = pattern(
    r"^[ 　・･●○■□◆◇①-⑳0-9０-９.．)）]*[^\s。、「」→⇒]{2,10}[ 　]*[→⇒](?![^\n]*(?:まで|迄|[0-9０-９]+(?:[/／][0-9０-９]|日)))[^\n→⇒]{1,16}$",
    re.MULTILINE,
)  # 設備 → 見送り: how a matter stands, no deed to come
_SAYS = pattern(rf"^([ 　]*[^\s　、。「」→⇒]{{0,6}}?(?:{ROLES}|{HONORIFICS}))[→⇒]", re.MULTILINE)  # 部長→補助金は前向き
_MARK = pattern(r"[※★☆]|(?<=[ 　])[／/](?=[ 　])|(?<=\S{4})(?:　|[ ]{2,})(?=\S{4})")
_LOOSE_LINE = pattern(
    r"^(?!.*(?:当[方行]|先方)[】\]]?[:：])[^。\n]{30,}$", re.MULTILINE
)  # one line of jottings, with nothing but spaces between them
_SPACE = pattern(r"(?<=[^\s]{8}) (?=[^\s]{6})")
_BULLET = pattern(
    r"^[ 　]*(?:[・･●○◎◆◇■□▪*＊-]+|[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．](?![0-9０-９]))[ 　]*", re.MULTILINE
)
_INNER = pattern(r"「[^「」]*」|『([^『』「」]*)』")
_HEADINGS: tuple[tuple[RecordField, str], ...] = (
    (RecordField.PURPOSE, "目的|用件|件名|訪問目的|面談目的"),
    (RecordField.PLACE, "場所|面談場所"),
    (RecordField.METHOD, "方法|面談方法|形態"),
    (RecordField.ATTENDEES, "面談者|面談相手|相手|先方出席者?|出席者?|参加者?"),
    (RecordField.BANK_PEOPLE, "当方出席者?|当行出席者?|同行者?|帯同|訪問者"),
    (
        RecordField.EXPLANATION,
        "当[方行]の?説明(?:内容)?|説明(?:内容|事項|したこと)?|伝えたこと|当[方行](?:から)?|こちら(?:から)?",
    ),
    (
        RecordField.CLIENT_WORDS,
        "(?:先方|顧客|お客(?:様|さま))(?:の?(?:発言|コメント|話|意見|反応|意向))?|ヒアリング(?:内容|事項)?|聞いたこと|発言|聴取(?:内容|事項)",
    ),
    (
        RecordField.PROMISES,
        "約束(?:・宿題|事項)?|宿題(?:事項)?|合意(?:・約束|事項)?|決まったこと|持ち?帰り(?:事項)?|ToDo|TODO|todo|タスク|やること|フォロー",
    ),
    (RecordField.OPEN_POINTS, "未確認(?:事項)?|要確認(?:事項)?|聞けなかったこと|聞けず|残課題|確認漏れ|未質問"),
    (RecordField.HANDED_OVER, "交付(?:資料|物)?|渡した(?:もの|資料)|手交(?:資料|物)?|配布(?:資料)?|お渡し"),
    (RecordField.NEXT_STEP, "次回(?:予定|訪問|アポ|面談)?|次(?:の予定|アポ)|今後(?:の予定)?|ネクスト(?:アクション)?"),
    (RecordField.CONFIDENTIALITY, "機密(?:区分)?|取扱い?"),
)
_NAMES = "|".join(f"(?P<h{place}>{names})" for place, (_, names) in enumerate(_HEADINGS))
_HEADING = pattern(
    rf"^[ 　]*(?:[【\[〔<＜《](?:{_NAMES})[】\]〕>＞》][ 　]*[:：]?|(?:{_NAMES.replace('<h', '<c')})[ 　]*(?:[:：]|[ 　]*$))",
    re.MULTILINE,
)
_OTHER_HEADING = pattern(r"^[ 　]*[【〔［][^】〕］\n]{1,12}[】〕］][ 　]*[:：]?", re.MULTILINE)
_OWNERS = pattern(r"[【\[〔]?(?:当[方行]|先方|こちら)")
_LINE = pattern(r"^[^\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MemoLine:
    """One line of the plain text. `field` is what a heading on it or above it says; `arrow`: an arrow points to it."""

    start: int
    end: int
    field: RecordField | None
    arrow: bool
    paragraph: int


def plain_memo(memo: str) -> tuple[str, tuple[MemoLine, ...]]:
    """The plain text, as long as the memo, and its lines that hold something."""
    text = _INNER.sub(_as_quotation, memo.replace("\r", " ").replace("\t", " "))
    text = _LOOSE_LINE.sub(lambda found: _SPACE.sub("\n", found.group()), text)
    text = _SAYS.sub(r"\1：", text)
    stay = [match.span() for match in _STANDING.finditer(text)]
    arrows = {m.end() for m in _ARROW.finditer(text) if not any(a <= m.start() < b for a, b in stay)}
    text = _ARROW.sub(lambda found: _breaks(found) if found.end() in arrows else found.group(), text)
    text = _MARK.sub(_breaks, text)
    text = _BULLET.sub(lambda found: " " * len(found.group()), text)
    text = cues.HEADED_IN_CONFIDENCE.sub(_on_its_own_line, text)
    chars, lines = list(text), []
    block: RecordField | None = None
    paragraph = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not line.group().strip():
            if memo[end : end + 1] == "\n" and memo[max(0, start - 1) : start] in ("", "\n"):
                block, paragraph = None, paragraph + 1
            continue
        block = None if cues.IN_CONFIDENCE.fullmatch(line.group()) else block
        heading, named = _heading(text, start, end, block)
        if heading:
            chars[start : heading.end()] = " " * (heading.end() - start)
            block = named if heading.end() == end else None
        field = named if heading else block
        if text[heading.end() if heading else start : end].strip():
            lines.append(MemoLine(start, end, field, start in arrows, paragraph))
    return "".join(chars), tuple(lines)


def _heading(
    text: str, start: int, end: int, block: RecordField | None
) -> tuple[re.Match[str] | None, RecordField | None]:
    """The heading at the beginning of a line, and its field. Below a heading of promises 当方: and 先方: say whose they are."""
    found = _HEADING.match(text, start, end)
    if found is None and (other := _OTHER_HEADING.match(text, start, end)) and not _OWNERS.match(other.group().strip()):
        return other, None
    if found is None or (block is RecordField.PROMISES and _OWNERS.match(found.group().strip())):
        return None, None
    place = next(int(name[1:]) for name, value in found.groupdict().items() if value is not None)
    return found, _HEADINGS[place][0]


def _as_quotation(found: re.Match[str]) -> str:
    """『…』 as 「…」, but within a quotation."""
    return found.group() if found[1] is None else f"「{found[1]}」"


def _on_its_own_line(found: re.Match[str]) -> str:
    """【秘匿】 as a sentence of its own; it is of all that is told."""
    bare = len(found["words"]) > 1  # a lone 秘 would be no sentence
    return (" " * len(found["open"]) if bare else found["open"]) + found["words"] + "\n"


def _breaks(found: re.Match[str]) -> str:
    return "\n" * len(found.group())


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of a sentence cut at 、 behind what is complete in itself: 返済表を手交、見積は12/1まで先方 is two; within 「」 nothing is cut."""
    begin, depth = start, 0
    for place in range(start, end):
        depth += {"「": 1, "」": -1}.get(text[place], 0)
        if text[place] in "、，" and not depth and _COMPLETE.search(text, begin, place) and end - place > 4:
            yield begin, place
            begin = place + 1
    yield begin, end


_COMPLETE = pattern(
    r"(?:手交|説明|案内|受領|報告|紹介|交付|お?渡し|了承|了解|同席|提出|面談|確認|依頼|送付|聞けず|(?:と|旨を?)(?:回答|返答)|未確認|(?<!返)済み?|あり|まで(?:に)?(?:当[方行]|先方)?|当[方行]|先方|した|ました|とのこと|不在)$"
)
