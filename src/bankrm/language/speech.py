"""Who said what: the client's words of a record cut into utterances with their speakers.

Bankers label a speaker in several ways: （社長）「…」, 田辺社長「…」, 社長：…, 社長は「…」と, 専務によると…。 What stands between 「」 is
taken as said; everything else is the banker's summary (要旨).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ROLES = (
    "代表取締役|取締役|代表社員|代表理事|副理事長|理事長|理事|社長|会長|専務|常務|相談役|顧問|監査役|執行役員|本部長|事業部長|部長|副部長|"
    "次長|課長|係長|室長|主任|店長|工場長|副工場長|所長|センター長|施設長|事務長|支店長|営業所長|院長|副院長|医師|園長|校長|組合長|"
    "マネージャー|リーダー|番頭|支配人|副支配人|女将|若女将|大女将|料理長|杜氏|棟梁|場長|農場長|班長|エリア長|代表|夫人|奥様|奥さま|後継者|"
    "長男|次男|三男|長女|次女|ご子息|ご長男|担当者|担当|経理|総務|先生|オーナー"
)
HONORIFICS = "様|さま|さん|氏|殿|君"
_PERSON = rf"[^\s　、。「」『』（）()：:・,，；;／/【】〔〕\[\]0-9０-９]{{0,9}}?(?:{ROLES}|{HONORIFICS})(?:{HONORIFICS})?"
_LABEL = re.compile(
    rf"(?:^|(?<=[。」』）)\n\s　．／/]))"
    rf"(?:[（(【〔\[](?P<bracket>[^（）()「」。\n]{{1,16}})[）)】〕\]][：:]?(?=\s*\S)"
    rf"|(?P<quote>{_PERSON})(?:[はがもの]|から|より|から?の話|いわく|曰く)?、?[：:]?(?=「)"
    rf"|(?P<colon>{_PERSON})(?:[（(][^（）()]{{1,10}}[）)])?[：:]"
    rf"|(?P<telling>{_PERSON})(?=によると|によれば|の話では|の話によ|いわく|曰く|から、|より、|からは|は、?))"
)
_PERSON_ONLY = re.compile(rf"{_PERSON}")
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence: the speaker's label as written (empty where none is), and whether the words stand between 「」."""

    label: str
    text: str
    quoted: bool
    start: int
    end: int


def looks_like_person(label: str) -> bool:
    """Whether a label is a role or a name with a role or an honorific (田辺社長, 経理部長, 塚田さん)."""
    return bool(_PERSON_ONLY.fullmatch(label))


def split_utterances(text: str) -> tuple[Spoken, ...]:
    """The text's utterances in order, one sentence each; spans count code points of `text` and exclude 「」 and labels."""
    labels = [m for m in _LABEL.finditer(text) if _is_label(m)]
    spoken: list[Spoken] = []
    start, label = 0, ""
    for match in [*labels, None]:
        stop = match.start() if match else len(text)
        spoken += _segment(text, start, stop, label)
        if match:
            label = next(group for group in match.groups() if group)
            # what a person is told to have said keeps its subject: 「専務によると…」 reads as it stands
            start = match.start() if match["telling"] else match.end()
    return tuple(spoken)


def _is_label(match: re.Match[str]) -> bool:
    bracket = match["bracket"]
    return bracket is None or looks_like_person(bracket)


def _segment(text: str, start: int, stop: int, label: str) -> Iterator[Spoken]:
    for a, b, quoted in _quotes(text, start, stop):
        for sentence in _SENTENCE.finditer(text, a, b):
            body = sentence.group().strip(" 　\n")
            bare = body.strip("。、．,「」 　・／/")
            if len(bare) < 2 or (not quoted and re.fullmatch(r"(?:と(?:のこと|の話|の発言|話された|話す|言う|回答|いう)?|との(?:由|こと))+", bare)):
                continue
            begin = text.index(body, sentence.start())
            yield Spoken(label, body, quoted, begin, begin + len(body))


def _quotes(text: str, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Spans inside and outside 「」; a quotation within a summary sentence stays in it (『壊れたら』と言う)."""
    position = start
    for quote in re.finditer(r"「([^「」]*)」", text[start:stop]):
        a, b = start + quote.start(), start + quote.end()
        before = text[position:a].strip(" 　\n、：:")
        if before and not re.search(r"[。！？\n]\s*$", text[position:a]):
            continue
        if before:
            yield position, a, False
        yield a + 1, b - 1, True
        position = b
    if position < stop:
        yield position, stop, False
