"""Questions that stayed open (未回答の質問): as a record's 未確認事項 holds them, and as a later record shows that they were asked.

A record tells it in words, so that it survives the way to the bank's own system and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Answer, AnswerState
from bankrm.language.patterns import pattern

UNANSWERED = {AnswerState.NOT_ASKED: "未質問", AnswerState.NO_ANSWER: "回答なし"}
_WHY = {words: state for state, words in UNANSWERED.items()}
_LINE = pattern(
    r"(?:[（(](?P<to>[^（）()、]{1,20})へ(?P<apart>、別席で)?[）)]\s*)?(?P<what>.+?)(?:[（(](?P<why>未質問|回答なし)[）)])?[。]?"
)
_LEAD = pattern(r"^(?:差し支えなければ|よろしければ|ところで|ちなみに)、?")
_TOPIC = pattern(r"(?P<named>.+?)(?:のこと|の件)?(?:に|で)?は(?!じめ)")
_OBJECT = pattern(r"(?P<named>[^、]+?)(?:のこと|の件)?(?:が|を|に|で|と)")
_ASKS = pattern(r"(?:何|どの|どち|どな|どこ|どう|いつ|いくら|なぜ|だれ|誰)")
_QUESTION = pattern(r"(?:か|かな|[?？])$")


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One open point: its words without addressee and state, whom it was meant for, and its span in 未確認事項. `why` is None
    where the record does not say whether it was asked."""

    what: str
    span: tuple[int, int]
    to: str = ""
    apart: bool = False
    why: AnswerState | None = None

    @property
    def is_question(self) -> bool:
        """Whether it is worded as one."""
        return bool(_QUESTION.search(self.what))


def open_points(text: str) -> Iterator[OpenPoint]:
    """The points of a record's 未確認事項, one a line."""
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().strip(" 　・")
        found = _LINE.fullmatch(words)
        if found and len(words) > 2 and words not in ("なし", "特になし", "該当なし"):
            start = line.start() + line.group().index(words)
            span = start, start + len(words)
            yield OpenPoint(found["what"], span, found["to"] or "", bool(found["apart"]), _WHY.get(found["why"] or ""))


def open_line(answer: Answer) -> str:
    """A question that is still open, as one line of 未確認事項: (田辺社長へ) …でしょうか(未質問)."""
    beginning = f"({answer.to}へ{'、別席で' if answer.apart else ''}) " if answer.to else ""
    return f"{beginning}{bare(answer.question)}({UNANSWERED[answer.state]})"


def question_of(statement: str) -> tuple[str, str, bool]:
    """Words, addressee, and whether it is to be asked apart, of a question as a brief words it: (田辺社長へ) …でしょうか。"""
    found = _LINE.fullmatch(statement.strip())
    return (found["what"], found["to"] or "", bool(found["apart"])) if found else (bare(statement), "", False)


def as_asked(question: str) -> str:
    """How a record's 当方の説明 tells that it was asked, without words that nobody spoke: 更新の時期について伺った. Empty where the
    question has no topic that can be named."""
    topic = topic_of(question)
    return f"{topic}について伺った" if topic else ""


def topic_of(question: str) -> str:
    """What a question asks about, in its own words (更新の時期); empty where that cannot be told."""
    words = _LEAD.sub("", bare(question))
    for topic in filter(None, (_TOPIC.match(words), _OBJECT.match(words))):
        named = topic["named"].split("、")[-1]
        if named and not _ASKS.match(named) and not named.endswith("の"):
            return named
    return ""


def _tells_that_it_was_asked(record: Interaction, question: str) -> bool:
    """Also where somebody wrote the whole question: …でしょうかと尋ねた."""
    told = as_asked(question), f"{bare(question)}と尋ねた"
    return any(words and words in record.explanation for words in told)


def bare(question: str) -> str:
    """A question without the 。 at its end."""
    return question.strip().rstrip("。")


def still_open(records: Sequence[Interaction]) -> Iterator[tuple[Interaction, OpenPoint]]:
    """Points that no later record closes, oldest first, each once, as last told. `records` are in time order.

    A later record closes a point by telling that it was asked, unless it holds it open itself.
    """
    last: dict[str, tuple[Interaction, OpenPoint]] = {}
    for record in records:
        for question in [what for what in last if _tells_that_it_was_asked(record, what)]:
            del last[question]
        for point in open_points(record.open_points):
            last[point.what] = record, point
    yield from sorted(last.values(), key=lambda item: (item[0].on, item[1].span))
