"""What is wrong with a model's sentence before anybody checks its facts: its form, and how it stands to the words it cites.

A sentence that tells what was said keeps to the words: small models turn who refuses whom, or what is a share of what, in sentences whose
every word stands in the record (「仲居はあと三人欲しいですが、寮を見せると断られます」 told as 仲居を3人断られました), and letter pairs see that
where words do not. One that supposes or asks must go beyond the record, and still be about it. The bounds were set on the sample bank
with a 1.5 B model (docs/measurements.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.domain.evidence import Evidence
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.model.grammar import Line
from bankrm.drafting.model.profile import Ask, Shape
from bankrm.drafting.template.desk import telling_words
from bankrm.language.bigrams import bigrams, letters
from bankrm.language.certainty import DOUBTS, Certainty, certainty_cues, certainty_of
from bankrm.language.patterns import pattern
from bankrm.language.reports import without_report
from bankrm.language.sentences import sentences
from bankrm.language.words import content_words

_REPEATED = pattern(r"(?P<words>.{10,}).*(?P=words)|(?P<loop>.{2,9}?)(?P=loop){2}")
_LEAST_OF_TOLD = 0.75  # of letter pairs
_ENDING = 4  # letters at the end, where Japanese says whether it was, is or will be: they must stand so
_COPULA = pattern("(?:だ|です)$")
_MOST_OF_FREE = 0.8  # of content words
_WARM = ("前向き", "積極", "意欲", "乗り気", "熱心", "ぜひ", "是非", "必ず", "確実", "すぐに", "早期に")
_SUPPOSING = frozenset(["考える", "思う", "可能", "恐れ", "知れる"])


def faults_of(ask: Ask, line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    """Codes for which a prompt profile has words."""
    if line.cut:
        yield Reason("cut_off", "")
    if _REPEATED.search(line.free):
        yield Reason("repeats_itself", "")
    if ask.ends and not line.free.endswith(ask.ends):
        yield Reason("not_in_form", f"〜{ask.ends[0]}")
    found = list(_of_told(line, cited) if ask.shape is not Shape.FREE else _of_free(line, cited))
    if not found and ask.kind is not StatementKind.QUESTION:
        found += _of_certainty(line, cited)
    yield from found


def _of_certainty(line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    """How far somebody is with a matter, told otherwise than in the words: whatever a wish asks for, 保留 stays 保留.

    A degree that the words do not have is added, and so is warmth; what they put off or decline must be told as that.
    """
    told = _text_of(cited)
    mine, theirs = _degrees(line.text), _degrees(told)
    added = mine - theirs - {Certainty.DONE}  # the past of a report has its look
    warmer = [word for word in _WARM if word in line.text and word not in told]
    put_off = any(certainty_of(sentence) in DOUBTS for sentence in _about(line, cited))
    if added or warmer or (put_off and certainty_of(line.text) not in DOUBTS):
        yield Reason("certainty_differs", warmer[0] if warmer else "")


def _degrees(text: str) -> set[Certainty]:
    return {cue.certainty for cue in certainty_cues(text)}


def _about(line: Line, cited: Sequence[Evidence]) -> Iterator[str]:
    """The sentences of the cited words that speak of what the line speaks of."""
    words = set(content_words(without_report(line.free)))
    for evidence in cited:
        body = evidence.body.strip("「」")
        for sentence in (body[start:end] for start, end in sentences(body)):
            if words & set(content_words(sentence)):
                yield sentence


def _of_told(line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    told = _text_of(cited)
    said = without_report(line.free)
    pairs, known = bigrams(said), set(bigrams(told))
    kept = sum(pair in known for pair in pairs) >= _LEAST_OF_TOLD * len(pairs)
    if not kept or letters(_COPULA.sub("", said))[-_ENDING:] not in letters(told):
        yield Reason("reworded", "")


def _of_free(line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    told = _text_of(cited)
    if any(evidence.speaker in line.free for evidence in cited):
        yield Reason("names_the_speaker", "")
    if not telling_words(line.free) & telling_words(told):
        yield Reason("not_specific", "")
    elif _share_told(line.free, told) > _MOST_OF_FREE:
        yield Reason("restates", "")


def _text_of(cited: Sequence[Evidence]) -> str:
    return " ".join(evidence.text for evidence in cited)


def _share_told(sentence: str, told: str) -> float:
    """Which share of the sentence's content words stands in what it cites, words of supposing aside."""
    words = [word for word in content_words(sentence) if word not in _SUPPOSING]
    known = set(content_words(told))
    return sum(word in known or word in told for word in words) / len(words) if words else 0.0
