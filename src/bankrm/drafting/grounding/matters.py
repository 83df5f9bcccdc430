"""What a statement speaks of, and which of it nothing in the evidence bears out.

A record is told in other words: who said it, how far it is, that it was asked or answered are the words of the one who reports, and need
not stand in the record. The things that are told of must: each noun that names one needs a counterpart in a piece. Verbs are not asked for,
since hardly any two people tell a deed with the same one; what figures are said of, other layers ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.vocabulary import vocabulary
from bankrm.language.words import words

FRAMING = vocabulary(
    "telling", "answering", "hearing", "thinking", "handing", "meeting", "standing", "turning", "place"
)
"""Words of the one who reports, in normalised form: of telling, of how far a matter is, of turning a sentence, of place and amount."""

_LETTER = pattern(r"[ぁ-ん]{1,2}|[0-9０-９]+.?")
_HELD = 0.5  # share of a word from which it stands


def unborne(case: Case) -> float:
    """How many things nothing bears out, in the clause with the most; a compound is one, and half of one where a part of it stands.
    Headings and marks are no part of it; what a clause works out it names in words of its own."""
    clauses = (part.tokens for part in case.own_words.parts() if not case.own_words.works_out(part.tokens))
    return max((_of_clause(case, tokens) for tokens in clauses), default=0.0)


def _of_clause(case: Case, tokens: Sequence[Token]) -> float:
    return sum(_lost(case, matter) for matter in _matters(case, tokens) if not _is_act(case, matter[-1]))


def _matters(case: Case, tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Verbs, and runs of nouns without anything between."""
    run: list[Token] = []
    marks = [match.span() for match in _MARK.finditer(case.own_words.reading.text)]
    for token in tokens:
        if token.role is not Role.WORD or any(a <= token.start < b for a, b in marks):
            continue
        if run and not (token.start == run[-1].end and _is_noun(case, token) and _is_noun(case, run[-1])):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


_MARK = pattern(r"^[^:：。「]{1,20}[:：]|〔[^〔〕]*〕")  # a heading, a mark of certainty or confidence
_NOUNS = frozenset({"名詞", "形状詞", "接頭辞", "接尾辞"})
_NOUN = ("名詞", "普通名詞", "一般")


def _part_of_speech(case: Case, token: Token) -> tuple[str, ...]:
    """That of the word which begins there; a noun where it is read as another word's part."""
    return _parts_of_speech(case.own_words.reading.text).get(token.start, _NOUN)


@lru_cache(maxsize=64)
def _parts_of_speech(text: str) -> dict[int, tuple[str, ...]]:
    return {word.start: word.pos for word in words(text)}


def _is_noun(case: Case, token: Token) -> bool:
    return _part_of_speech(case, token)[0] in _NOUNS


def _is_act(case: Case, head: Token) -> bool:
    """Whether what the word names is done: a verb, an adjective, a noun that する makes a verb."""
    part_of_speech = _part_of_speech(case, head)
    return part_of_speech[0] not in _NOUNS or part_of_speech[2] == "サ変可能"


def _lost(case: Case, matter: Sequence[Token]) -> float:
    telling = [token for token in matter if _has_to_stand(case, token)]
    lost = sum(all(case.laid_out.holds(token, piece) < _HELD for piece in case.pieces) for token in telling)
    return 0.0 if not lost else 1.0 if lost == len(telling) else 0.5


def _has_to_stand(case: Case, token: Token) -> bool:
    surface = case.own_words.reading.surface(token)
    framing = token.key in FRAMING or surface in FRAMING or _LETTER.fullmatch(surface)
    return not framing and case.laid_out.counts(token)
