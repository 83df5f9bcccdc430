"""What is wrong with a model's sentence before anybody checks its facts: its form, and how it stands to the words it cites.

A sentence that tells what was said may say little that was not; one that supposes or asks must go beyond them, and still be about them.
The bounds are shares of content words, set on the sample bank with a 1.5 B model, which fills a sentence from pieces that it does not cite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.domain.evidence import Evidence
from bankrm.drafting.model.grammar import Line
from bankrm.drafting.model.profile import Ask, Shape
from bankrm.drafting.template.desk import telling_words
from bankrm.language.words import content_words

_REPEATED = re.compile(r"(?P<words>.{10,}).*(?P=words)|(?P<loop>.{2,9}?)(?P=loop){2}")
_LEAST_OF_TOLD, _MOST_OF_FREE = 0.7, 0.8
_TELLING = frozenset(
    ["話す", "述べる", "伝える", "言う", "語る", "説明", "報告", "指摘", "考える", "思う", "可能", "恐れ", "知れる"]
)


def faults_of(ask: Ask, line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    """Codes for which a prompt profile has words."""
    if line.cut:
        yield Reason("cut_off", "")
    if _REPEATED.search(line.text):
        yield Reason("repeats_itself", "")
    sentence = line.text.removesuffix("。")
    if ask.ends and not sentence.endswith(ask.ends):
        yield Reason("not_in_form", f"〜{ask.ends[0]}")
    told = " ".join(evidence.text for evidence in cited)
    if ask.shape is not Shape.FREE:
        if _share_told(sentence, told) < _LEAST_OF_TOLD:
            yield Reason("unrelated", "")
    elif not telling_words(sentence) & telling_words(told):
        yield Reason("not_specific", "")
    elif _share_told(sentence, told) > _MOST_OF_FREE:
        yield Reason("restates", "")


def _share_told(sentence: str, told: str) -> float:
    """Which share of the sentence's content words stands in what it cites, verbs of telling and supposing aside."""
    words = [word for word in content_words(sentence) if word not in _TELLING]
    known = set(content_words(told))
    return sum(word in known or word in told for word in words) / len(words) if words else 0.0
