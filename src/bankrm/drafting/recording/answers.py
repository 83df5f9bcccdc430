"""Whether a memo tells what a question of the morning asked: its words are offered as the answer, and a person says whether they are."""

from __future__ import annotations

from collections.abc import Mapping

from bankrm.domain.memos import AnswerState, Memo
from bankrm.domain.open_points import topic_of
from bankrm.language.normal_form import normal_form
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences

_LEAST = 2  # characters of a word that both must have
_WORDS = pattern(r"[一-龠々ァ-ヶー]{2,}")
_SAYS_LITTLE = pattern(r"今回|次回|今後|時期|直近|当行|御社|会社|社長|専務|部長|代表|ご?提示")


def found_answers(memo: Memo) -> Mapping[int, str]:
    """The memo's sentence that shares most with the topic of a question, by the question's place; only where nobody said anything
    of the question yet."""
    told = [memo.text[slice(*span)] for span in sentences(memo.text)]
    found: dict[int, str] = {}
    for place, answer in enumerate(memo.answers):
        topic = topic_of(answer.question) if answer.state is AnswerState.OPEN else ""
        best = max(told, key=lambda words: _shared(topic, words), default="") if topic else ""
        if best and _shared(topic, best) >= _LEAST:
            found[place] = best
    return found


def _shared(topic: str, told: str) -> int:
    """The length of the longest run of a word of the topic that stands in what was told."""
    heard = normal_form(told)
    words = _WORDS.findall(_SAYS_LITTLE.sub(" ", normal_form(topic)))
    runs = (word[a:b] for word in words for a in range(len(word)) for b in range(a + _LEAST, len(word) + 1))
    return max((len(run) for run in runs if run in heard), default=0)
