"""What happens in a text, and when: one occurrence a sentence, with its verb, its times and its length."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.drafting.grounding.temporal.lengths import Bounds, bounds_at
from bankrm.drafting.grounding.temporal.moments import Dated, Moment, moments_in
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern


class Relation(StrEnum):
    """How an occurrence lies to a moment."""

    AT = "at"
    SINCE = "since"
    BY = "by"
    UNTIL = "until"
    FROM = "from"
    AFTER = "after"
    BEFORE = "before"


class Phase(StrEnum):
    """Which part of an occurrence is told."""

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"


@dataclass(frozen=True, slots=True)
class When:
    """One stated time of an occurrence; `end` is where the words end that say how it is meant (3月末|までに)."""

    relation: Relation
    dated: Dated
    end: int

    @property
    def moment(self) -> Moment:
        """The moment named."""
        return self.dated.moment


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What one sentence tells: its verb in dictionary form, its other words, its `last` word, its times, and how long it took.

    Of several lengths none is that of the whole (期間7年・据置6か月). `lasts` marks a state that goes on (取引している), `of_many` one that is made up of many (多くの案件を…), `denied` what is said not to be.
    """

    verb: str
    words: frozenset[str]
    times: tuple[When, ...]
    length: Bounds | None
    length_tokens: tuple[Token, ...]
    last: Token
    phase: Phase
    lasts: bool
    of_many: bool
    denied: bool


_RELATIONS = (
    (Relation.SINCE, re.compile(r"(?:以来|からずっと|から(?!の))")),
    (Relation.BY, re.compile(r"(?:中|いっぱい)?までに|以前")),
    (Relation.UNTIL, re.compile(r"まで")),
    (Relation.FROM, re.compile(r"以降|以後")),
    (Relation.AFTER, re.compile(r"(?:より|の)(?:も)?(?:後|あと)")),
    (Relation.BEFORE, re.compile(r"(?:より|の)(?:も)?前|より早く")),
)
_STATE = pattern(
    r"(?:て|で)(?:い(?:る|た|ます|ました|ない|なかった)|おり|おります)|(?:で|が|に)(?:ある|あった|いる|いた|居る|居た|おる)[。]?$"
)
_MANY = pattern(r"多くの|多数の|たくさんの|複数の|いくつもの")
_BEGIN = frozenset({"始める", "始まる", "開始", "着手", "着工"})
_END = frozenset({"終える", "終わる", "終了", "完了", "済む", "完成"})
_TAKES = frozenset({"費やす", "掛ける", "掛かる", "要する", "使う"})
_BESIDE = frozenset(
    {
        "以来",
        "以内",
        "以上",
        "以降",
        "以後",
        "以前",
        "以下",
        "未満",
        "丁度",
        "ちょうど",
        "少ない",
        "現在",
        "間",
        "後",
        "前",
        "其の",
        "此の",
        "其れ",
        "此れ",
        "多い",
    }
)


def occurrences(reading: Reading, day: date, of: Collection[str] | None = None) -> tuple[Occurrence, ...]:
    """The text's occurrences in order, one a sentence; only those with one of the verbs `of` where it is given.

    `day` is the day of a time of day that stands without a date.
    """
    told = ((tokens, _verb(reading, tokens)) for tokens in reading.sentences)
    return tuple(
        _occurrence(reading, tokens, day, verb, phase)
        for tokens, (verb, phase) in told
        if verb and (of is None or verb in of)
    )


def _occurrence(reading: Reading, tokens: Sequence[Token], day: date, verb: str, phase: Phase) -> Occurrence:
    text = reading.text[tokens[0].start : _end(reading, tokens)]
    lengths = [(token, bounds) for token in tokens if (bounds := bounds_at(reading.text, token))]
    return Occurrence(
        verb,
        frozenset(t.key for t in tokens if t.role in (Role.WORD, Role.MEASURE) and t.key not in _BESIDE) - {verb},
        tuple(_when(reading.text, dated) for dated in moments_in(tokens, day)),
        lengths[0][1] if len(lengths) == 1 else None,
        tuple(token for token, _ in lengths),
        max((t for t in tokens if t.role in (Role.WORD, Role.DIRECTION)), key=lambda token: token.start),
        phase,
        bool(_STATE.search(text)),
        bool(_MANY.search(text)),
        sum(token.role is Role.NEGATION for token in tokens) % 2 == 1,
    )


def _end(reading: Reading, tokens: Sequence[Token]) -> int:
    stop = reading.text.find("。", tokens[-1].end)
    return stop + 1 if stop >= 0 else len(reading.text)


def _when(text: str, dated: Dated) -> When:
    for relation, shape in _RELATIONS:
        if match := shape.match(text, dated.end):
            return When(relation, dated, match.end())
    return When(Relation.AT, dated, dated.end)


def _verb(reading: Reading, tokens: Sequence[Token]) -> tuple[str, Phase]:
    """The sentence's last word, or the one before it where the last only says that it begins, ends or takes its time."""
    said = [token for token in tokens if token.role in (Role.WORD, Role.DIRECTION) and token.key not in _BESIDE]
    if not said:
        return "", Phase.WHOLE
    last = said[-1]
    if last.key in _TAKES and len(said) > 1 and (taken := _what_takes(reading, said)):
        return taken, Phase.WHOLE
    ending = last.key.removeprefix("し")  # Sudachi reads し終える as one word
    phase = Phase.BEGIN if ending in _BEGIN else Phase.END if ending in _END else Phase.WHOLE
    joined = len(said) > 1 and reading.text[said[-2].end : last.start] in ("", "し", "をし")
    return (said[-2].key if phase is not Phase.WHOLE and joined else last.key), phase


_IN_ORDER_TO = pattern(r"(?:する)?(?:の|ため)に")


def _what_takes(reading: Reading, said: list[Token]) -> str:
    """The verb before のに (案を述べるのに2か月を費やした)."""
    return next((t.key for t in reversed(said[:-1]) if _IN_ORDER_TO.match(reading.text, t.end)), "")


_NOW = pattern(r"(?:現在|今日|本日|今)(?:は|、|が)")


def now_of(reading: Reading, day: date) -> Moment | None:
    """The present that a sentence of the text names (現在、2月である; 今日は9日だ); None where it names none."""
    for tokens in reading.sentences:
        named = list(moments_in([t for t in tokens if reading.surface(t) not in ("今日", "本日")], day))
        if named and not _verb(reading, tokens)[0] and _NOW.search(reading.text[tokens[0].start : tokens[-1].end]):
            return named[-1].moment
    return None
