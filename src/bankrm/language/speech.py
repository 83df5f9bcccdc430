"""Who said what: the client's words of a record cut into utterances with their speakers.

Bankers label a speaker in several ways: （社長）「…」, 田辺社長「…」, 社長：…, 社長は「…」と, 専務によると…。 What stands between 「」 is
taken as said; everything else is the banker's summary (要旨).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bankrm.language.patterns import pattern
from bankrm.language.sentences import first_sentence, sentences

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
_LABEL = pattern(
    rf"(?:^|(?<=[。」』）)\n\s　．／/]))"
    rf"(?:[（(【〔\[](?P<bracket>[^（）()「」。\n]{{1,16}})[）)】〕\]][：:]?(?=\s*\S)"
    rf"|(?P<quote>{_PERSON})(?P<particle>[はがもの]|から|より|から?の話|いわく|曰く)?、?[：:]?(?=「)"
    rf"|(?P<colon>{_PERSON})(?:[（(][^（）()]{{1,10}}[）)])?[：:]"
    rf"|(?P<telling>{_PERSON})(?=によると|によれば|の話では|の話によ|いわく|曰く|から、|より、|からは|は、?))"
)
_PERSON_ONLY = pattern(rf"{_PERSON}")
_QUOTED = pattern(r"「[^「」]*」")
_LINE = pattern(r"(?:「[^「」]*」|[^\n])+")
_HEARSAY = pattern(r"、?(?:と(?:のこと|の話|の発言|の由|話された|話す|言う|回答|いう)?|との(?:由|こと))+[。]?")
_OWN_SENTENCE = pattern(r"(?:^|[。！？」\n])\s*(?:[（(][^（）()]*[）)])?[、：:]?\s*$")
_SAYING = (
    "話(?!題|し合|の間|の途中)|言[いっうわ]|述べ|語[らりるっ]|おっしゃ|仰|説明|回答|答え|繰り返|強調|力説|念を押|釘を|こぼ[さしす]|漏ら|嘆|つぶや|主張|指摘|打ち明け|"
    "苦笑|笑[いうっわ]|教え|聞[いかく]|伺|詫び|頼[まみむん]|依頼|求め|断[らりるっ]|尋ね|心配|喜[ばびぶん]|悔や|感謝|注文|提案|返事|申し出|申され"
)
_WORDS_OF = "との(?:こと|話|由|意向|考え|説明|発言|回答|返事|声|注文|要望|希望|懸念)"
_SAID = rf"(?:と|よう(?:に)?)[、　]?[^。、」]{{0,12}}(?:{_SAYING})"
_BY_HEARSAY = r"(?:という|(?<=[たるだいうくすつむぬぶぐ])そう(?:だ|です)|とも?)[。」]?\s*$"
_TOLD = pattern(rf"{_WORDS_OF}|{_SAID}|{_BY_HEARSAY}")
_TOLD_LAST = pattern(rf"(?:{_WORDS_OF}[^、。]{{0,6}}|{_SAID}[^、。]{{0,12}})[。」]?\s*$|{_BY_HEARSAY}")
_MANNER = pattern(rf"、?{_SAID}[^。「」]*[。]?")
# what the recorder saw of somebody: looks, coming and going
_SEEN = (
    r"様子(?:は|が|だ|で|も|に|。|$)|印象(?:を受け|だ|で|。|$)|見受けられ|雰囲気|(?:^|、)(?:苦笑|微笑|沈黙|無言|うなず[くい]|頷[くい])[^、。]{0,6}(?:。|$)"
    r"|(?:黙っ|うなず|頷|腕を組|目を伏|席を(?:外|立)|中座|退出|退席|見送)[^。]*(?:れた|れました|おられ|いました|くださ|いただ|ていた)"
)
# as well, where nobody's words go before: honorifics for the person watched (but 他行に断られた tells of a refusal), who was away
_OF_PERSON = (
    r"(?:おられ|いらし|なられ|くださ|下さ)(?:てい|ており|っ|い)?(?:た|まし)た?[。]?\s*$|^(?:(?!に|から).)*(?:られ|され|われ|かれ|ばれ)(?:た|まし)た?[。]?\s*$"
    r"|(?:は|が|も)[^、。]{0,6}(?:不在|欠席|外出中?|出張中?|休暇|休み)(?:だ|で|です|でし)?(?:った|た)?[。]?\s*$|[いるた](?:方|人)である[。]?\s*$|人柄|性格"
)
_SEEN_IN_A_TURN = pattern(_SEEN)
_SEEN_BESIDE = pattern(f"{_SEEN}|{_OF_PERSON}")
_GOES_ON = pattern(r"(?<!\s)\s*(?:ただ[、し]|だから|それに|それと|それで|でも|だが|けれど|だって|とはいえ|あと[、は])")
_OURSELVES = pattern(r"(?:うち|当社|弊社|わし|おれ|俺)(?:は|が|の|も|で|に|から|と(?!り))")
_SOURCE = pattern(rf"{_PERSON}(?:から|より)|(?:から|より)[、は].*(?:聞い|聞かさ|言われ|教えられ)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence: the speaker's label as written (empty where none is), and whether the words stand between 「」.

    `reported`: the label is the person of whom the banker tells it (社長は…とのこと); someone else may have been the teller.
    """

    label: str
    text: str
    quoted: bool
    start: int
    end: int
    reported: bool = False


def looks_like_person(label: str) -> bool:
    """Whether a label is a role or a name with a role or an honorific (田辺社長, 経理部長, 塚田さん)."""
    return bool(_PERSON_ONLY.fullmatch(label))


def is_watched(sentence: str, *, in_a_turn: bool = False) -> bool:
    """Whether the recorder tells what they saw (席を外された, 怒っている様子はない), not what somebody said.

    `in_a_turn`: a person's words go before, so that 〜られた may be a passive of theirs (値下げを求められた).
    """
    seen = (_SEEN_IN_A_TURN if in_a_turn else _SEEN_BESIDE).search(sentence)
    return bool(seen) and not _TOLD.search(sentence)


def is_told(sentence: str) -> bool:
    """Whether the sentence ends by saying that it was told (とのこと, という, と話された), with no other source named (職長から)."""
    return bool(_TOLD_LAST.search(sentence)) and not _SOURCE.search(sentence)


def split_utterances(text: str) -> tuple[Spoken, ...]:
    """The text's utterances in order, one sentence each; spans count code points of `text` and exclude 「」 and labels.

    A head (社長：, （社長）) holds to the next head of its line: what it tells of others (社長からは…と聞いている) is its own words. It holds
    over a following line only where that plainly goes on.
    """
    quoted = [quote.span() for quote in _QUOTED.finditer(text)]
    labels = [m for m in _LABEL.finditer(text) if _is_label(m) and not any(a < m.start() < b for a, b in quoted)]
    spoken: list[Spoken] = []
    before = ""
    for line in _LINE.finditer(text):
        start, end = line.span()
        inside = [m for m in labels if start <= m.start() < end]
        held = before if _continues(line.group()) else ""
        spoken += (turn := _Line(text, start, end, held)).read(inside)
        before = turn.label
    return tuple(spoken)


def _is_label(match: re.Match[str]) -> bool:
    bracket = match["bracket"]
    return bracket is None or looks_like_person(bracket)


def _continues(line: str) -> bool:
    """Whether a line without a head plainly goes on with the words before: a quote alone, or 「うちは…」, 「ただ、…」 told by nobody else."""
    if line.lstrip().startswith("「"):
        return True
    goes_on = _GOES_ON.match(line) or _OURSELVES.search(line)
    return bool(goes_on) and not _TOLD.search(line) and not is_watched(line)


class _Line:
    """One line of the record, read from left to right. `label` is the head that holds, `teller` the last person told of."""

    def __init__(self, text: str, start: int, end: int, label: str) -> None:
        self._text = text
        self._position = start
        self._end = end
        self._holds = bool(label)
        self._teller = ""
        self.label = label

    def read(self, labels: Sequence[re.Match[str]]) -> list[Spoken]:
        """The line's utterances."""
        spoken: list[Spoken] = []
        for match in labels:
            told_of = match["telling"] or match["particle"]
            if match.start() < self._position or (told_of and self._holds):
                continue
            spoken += self._until(match.start())
            spoken += self._told(match) if match["telling"] else self._head(match)
        return [*spoken, *self._until(self._end)]

    def _head(self, match: re.Match[str]) -> Iterator[Spoken]:
        self.label = next(match[name] for name in ("bracket", "quote", "colon") if match[name])
        self._position = match.end()
        self._holds = not self._text[match.end() : self._end].lstrip().startswith("「")
        yield from ()

    def _told(self, match: re.Match[str]) -> Iterator[Spoken]:
        """What a person is told to have said ends with its sentence and keeps its subject; what they were seen to do is nobody's."""
        length = first_sentence(self._text[match.start() : self._end])
        self._position = match.start() + length
        self.label = ""
        watched = is_watched(self._text[match.start() : self._position])
        self._teller = "" if watched else match["telling"]
        for said in _segment(self._text, match.start(), self._position):
            yield replace(said, label=self._teller, reported=not watched)

    def _until(self, stop: int) -> Iterator[Spoken]:
        for said in _segment(self._text, self._position, stop):
            label = self.label or (self._teller if said.quoted or is_told(said.text) else "")
            watched = not said.quoted and is_watched(said.text, in_a_turn=bool(self.label))
            yield replace(said, label="" if watched else label)
        self._position = stop


def _segment(text: str, start: int, stop: int) -> Iterator[Spoken]:
    for a, b, quoted in _quotes(text, start, stop):
        after_quote = a > start and text[a - 1] == "」"
        for first, last in sentences(text[a:b]):
            body = text[a + first : a + last]
            manner = not quoted and (
                _HEARSAY.fullmatch(body) or (after_quote and not first and _MANNER.fullmatch(body))
            )
            if len(body.strip("。、．,「」 　・／/")) >= 2 and not manner:
                yield Spoken("", body, quoted, a + first, a + last)


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
