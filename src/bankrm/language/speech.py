"""Who said what: the client's words of a record cut into utterances with their speakers.

Bankers label a speaker in several ways: （社長）「…」, 田辺社長「…」, 社長：…, 社長は「…」と, 専務によると…。 What stands between 「」 is
taken as said; everything else is the banker's summary (要旨).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bankrm.language.sentences import sentences

ROLES = (
    "代表取締役|取締役|代表社員|代表理事|副理事長|理事長|理事|社長|会長|専務|常務|相談役|顧問|監査役|執行役員|本部長|事業部長|部長|副部長|"
    "次長|課長|係長|室長|主任|店長|工場長|副工場長|所長|センター長|施設長|事務長|支店長|営業所長|院長|副院長|医師|園長|校長|組合長|"
    "マネージャー|リーダー|番頭|支配人|副支配人|女将|若女将|大女将|料理長|杜氏|棟梁|場長|農場長|班長|エリア長|代表|夫人|奥様|奥さま|後継者|"
    "長男|次男|三男|長女|次女|ご子息|ご長男|担当者|担当|経理|総務|先生|オーナー"
)
HONORIFICS = "様|さま|さん|氏|殿|君"
_PERSON = (
    rf"[^\s　、。「」『』（）()：:・,，；;／/【】〔〕\[\]0-9０-９]{{0,9}}?(?:{ROLES}|{HONORIFICS})(?:{HONORIFICS})?"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[。」』）)\n\s　．／/]))"
    rf"(?:[（(【〔\[](?P<bracket>[^（）()「」。\n]{{1,16}})[）)】〕\]][：:]?(?=\s*\S)"
    rf"|(?P<quote>{_PERSON})(?:[はがもの]|から|より|から?の話|いわく|曰く)?、?[：:]?(?=「)"
    rf"|(?P<colon>{_PERSON})(?:[（(][^（）()]{{1,10}}[）)])?[：:]"
    rf"|(?P<telling>{_PERSON})(?=によると|によれば|の話では|の話によ|いわく|曰く|から、|より、|からは|は、?))"
)
_PERSON_ONLY = re.compile(rf"{_PERSON}")
_QUOTED = re.compile(r"「[^「」]*」")
_HEARSAY = re.compile(r"、?(?:と(?:のこと|の話|の発言|の由|話された|話す|言う|回答|いう)?|との(?:由|こと))+[。]?")
_OWN_SENTENCE = re.compile(r"(?:^|[。！？」\n])\s*(?:[（(][^（）()]*[）)])?[、：:]?\s*$")


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
    quoted = [quote.span() for quote in _QUOTED.finditer(text)]
    labels = [m for m in _LABEL.finditer(text) if _is_label(m) and not any(a < m.start() < b for a, b in quoted)]
    spoken: list[Spoken] = []
    start, label = 0, ""
    for match in [*labels, None]:
        stop = match.start() if match else len(text)
        line_end = text.find("\n", start, stop)
        if label and line_end >= 0:  # a new line without a label is the banker's own account
            spoken += _segment(text, start, line_end, label)
            start, label = line_end, ""
        spoken += _segment(text, start, stop, label)
        if (
            match and match["telling"]
        ):  # what a person is told to have said ends with its sentence and keeps its subject
            first = next(iter(sentences(text[match.start() :])))
            spoken += _segment(text, match.start(), match.start() + first[1], match["telling"])
            start, label = match.start() + first[1], ""
        elif match:
            label = next(group for group in match.groups() if group)
            start = match.end()
    return tuple(spoken)


def _is_label(match: re.Match[str]) -> bool:
    bracket = match["bracket"]
    return bracket is None or looks_like_person(bracket)


def _segment(text: str, start: int, stop: int, label: str) -> Iterator[Spoken]:
    for a, b, quoted in _quotes(text, start, stop):
        for first, last in sentences(text[a:b]):
            body = text[a + first : a + last]
            if len(body.strip("。、．,「」 　・／/")) >= 2 and not (not quoted and _HEARSAY.fullmatch(body)):
                yield Spoken(label, body, quoted, a + first, a + last)


def _quotes(text: str, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Spans inside and outside 「」. A quotation within a summary sentence stays in it (リフトは「壊れたら考える」とのこと)."""
    position = start
    for quote in _QUOTED.finditer(text[start:stop]):
        a, b = start + quote.start(), start + quote.end()
        before = text[position:a]
        after = text[b : b + 1]
        if _OWN_SENTENCE.search(before) and after in ("", "。", "、", "\n", "「", "（", "(", " ", "　", "と"):
            yield position, a, False
            yield a + 1, b - 1, True
            position = b
    yield position, stop, False
