"""A text as the rules read it: in sentences, folded, each knowing whose words it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bankrm.drafting.compliance.rules import CLIENT_FACING, Said
from bankrm.language.folding import Folded, fold
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences
from bankrm.language.speech import HONORIFICS, ROLES, Spoken, split_utterances

_CLIENT = rf"(?:{ROLES}|先方|同社|お客様|奥様|ご?主人|ご?夫妻|先代)(?:{HONORIFICS}|側)?"
_TELLS = r"(?:話し|言っ|述べ|語っ|嘆い|憤慨し|笑っ|こぼし|おっしゃっ|言わ|求め|尋ね|聞い|打ち明け|喜ん|希望し|心配し)"
_CLIENT_TELLS_LAST = pattern(
    rf"{_CLIENT}(?:が|は|も|より|から)(?:[^。「」、]{{0,8}}?){_TELLS}[^。、「」]{{0,8}}[。]?\s*$"
)
_CLIENT_WANTS = pattern(
    rf"{_CLIENT}(?:から|より|に|が|は)[^。]*(?:(?:聞か|尋ねら|求めら|頼ま|言わ)れ[^。、]{{0,4}}|要望|希望された)[。]?\s*$"
)
_WE_TELL_LAST = pattern(
    r"(?:と|旨を?|ことを?|方向で|よう(?:に)?)[^。「」]{0,14}?(?:説明|案内|お?伝え|回答|返答|申し上げ|お?話|告げ|提案|約束|断言|助言|勧め|断り|断っ|指導|依頼|示唆|匂わせ|言い切|請け合|念を押)"
    r"(?!(?:さ|せ)?れ|があ|をいただ|をもら)[^。、「」]{0,8}(?:\([^()]*\))?[。]?\s*$"
)
_HEARSAY_LAST = pattern(
    r"(?:との(?:こと|由|話|返事|回答)|(?<![理自経事])由|らしい|そう(?:だ|です)|という|と聞(?:く|いた|いている|かされた)|模様)(?:である|です|だ)?(?:\([^()]*\))?[。]?\s*$"
)
_BANKERS = pattern(r"^(?:当[行方]|弊行|支店長|次長|課長|支店長代理|担当者?|上席|部下|同僚|こちら)")
_QUOTED = pattern(r"「([^「」]*)」")
_A_WORD = 6  # code points
_OURS_FIRST = pattern(r"^\s*(?:当[行方]|弊行)(?:[::]|(?:から|より|は|が))")


_SOFT_BREAK = pattern(
    r"(?<=[^\s。！？!?」』)】:;、])[ \t]*\r?\n[ \t]*(?=[ぁ-んァ-ヴー一-龥a-z])|(?<=、)[ \t]*\r?\n[ \t]*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the folded text, and whose words it is."""

    start: int
    end: int
    said_by: Said


class Passage:
    """One text of a document: a whole record or mail, or one statement of a draft. Spans of its folded text go back by `span`."""

    def __init__(self, text: str, kind: str, said_by: Said = Said.ANYONE, heard: Collection[str] | None = None) -> None:
        """`heard`: what others said by the evidence. Where it is given, a quotation is another's word only where it stands there."""
        self.text = text
        self._folded: Folded = _unwrapped(fold(text)) if kind in CLIENT_FACING else fold(text)
        self._kind, self._said_by = kind, said_by
        self._heard = None if heard is None else [fold(words).text for words in heard]

    @property
    def folded(self) -> str:
        """What patterns are matched against."""
        return self._folded.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the text as given."""
        return self._folded.span(start, end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order, and whose words each is as a whole."""
        return tuple(Sentence(a, b, self._narrated(self.folded[a:b])) for a, b in sentences(self.folded))

    def said_by(self, sentence: Sentence, place: int) -> Said:
        """Whose words stand at a place of a sentence: a quotation within it may be another's."""
        if self._heard is not None:
            quoted = next((said for start, end, said in self._quotations if start <= place < end), None)
            return quoted or sentence.said_by
        for spoken in self._utterances:
            if spoken.quoted and spoken.start <= place < spoken.end and spoken.label:
                return self._quoted(spoken, sentence)
            if not spoken.quoted and spoken.start <= place < spoken.end and spoken.label and not spoken.reported:
                return Said.BANK if _BANKERS.search(spoken.label) else Said.CLIENT
        return sentence.said_by

    def speaker_of(self, span: tuple[int, int]) -> Said:
        """Whose words end at a span of the text as given: or whose the passage is as a whole."""
        if self._said_by is not Said.ANYONE and self._heard is None:
            return self._said_by
        place = bisect_left(self._folded.origins, span[1] - 1)
        return self.said_by(next(one for one in self.sentences if place < one.end), place)

    @cached_property
    def _quotations(self) -> tuple[tuple[int, int, Said], ...]:
        """What stands between 「」, and whether somebody said so by the evidence; a word or two are no quotation."""
        return tuple(
            (*found.span(), Said.CLIENT if self._was_heard(found[1].rstrip("。")) else Said.BANK)
            for found in _QUOTED.finditer(self.folded)
        )

    def _was_heard(self, words: str) -> bool:
        return len(words) > _A_WORD and any(words in heard for heard in self._heard or ())

    @cached_property
    def _utterances(self) -> tuple[Spoken, ...]:
        return split_utterances(self.folded)

    def _quoted(self, spoken: Spoken, sentence: Sentence) -> Said:
        """A banker's words that a label names, or that we told somebody (と説明した), are ours."""
        after = self.folded[spoken.end : sentence.end]
        ours = _BANKERS.search(spoken.label) and (_WE_TELL_LAST.search(after) or self._kind in CLIENT_FACING)
        return Said.BANK if ours else Said.CLIENT

    def _narrated(self, sentence: str) -> Said:
        if self._said_by is not Said.ANYONE:
            return self._said_by
        if _OURS_FIRST.search(sentence):
            return Said.BANK
        if _CLIENT_TELLS_LAST.search(sentence) or _CLIENT_WANTS.search(sentence):
            return Said.CLIENT
        if _WE_TELL_LAST.search(sentence) or self._kind in CLIENT_FACING:
            return Said.BANK
        return Said.CLIENT if _HEARSAY_LAST.search(sentence) else Said.BANK


def _unwrapped(folded: Folded) -> Folded:
    """Without the line breaks within a sentence, as mails are wrapped: ご融資は⏎確実です."""
    breaks = {place for match in _SOFT_BREAK.finditer(folded.text) for place in range(*match.span())}
    if not breaks:
        return folded
    kept = [place for place in range(len(folded.text)) if place not in breaks]
    return Folded("".join(folded.text[place] for place in kept), [folded.origins[place] for place in kept])


def windows(passage: Passage, size: int) -> Iterator[tuple[Sentence, ...]]:
    """Each sentence with those that follow it, `size` together; fewer at the end."""
    found: Sequence[Sentence] = passage.sentences
    for first in range(len(found)):
        yield tuple(found[first : first + size])
