"""Whose terms, whose affairs: another bank's offer is not ours, and another client's record tells nothing of this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import Party, Side, parties_in
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.turns import turns_of
from bankrm.language.firm_names import FORM_IN_TEXT
from bankrm.language.lexicon import lexicon
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern

_CLEAR = 0.2  # by how much the words must stand better with another bank than with the one that is named
_TELLS = 0.4  # share of the words that a sentence must hold to be what they rest on
_TERMS = frozenset({Role.WORD, Role.MEASURE, Role.FIGURE})
_SENTENCE = pattern(r"[^。\n]+[。\n]*")
_BANK = pattern(r"(?:銀行|信金|信用金庫|信組|信用組合|農協|漁協|公庫|金庫|信託)$")
_KNOWN = pattern(r"信漁連|信農連|商工中金|公庫|農協|漁協|(?<![A-Z])JA(?![A-Z])")
_OF = pattern(r"(?:さん|様)?(?:は|が|の|から|より|も|では|として)")
_TOPIC = pattern(r"(?P<name>[^、。「」はがも]{2,20})(?:は|が|では)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a piece, with the lenders whose deed or terms it tells."""

    piece: Piece
    start: int
    end: int
    lenders: tuple[Party, ...]


def wrong_lender(case: Case) -> Iterator[Reason]:
    """Terms or deeds of one bank given to another (当行 for 潮見銀行)."""
    sentences = [sentence for piece in case.pieces for sentence in _sentences(piece)]
    if not any(lender.side is Side.OTHER for sentence in sentences for lender in sentence.lenders):
        return
    subjects = [one for one in _lenders(case.statement) if _OF.match(case.statement, one.end)]
    for subject in subjects:
        part = next(part for part in case.parts if subject.start < part.end)
        if not _tells_of(subject, case.reading.tokens if len(subjects) == 1 else part.tokens, sentences, case):
            yield Reason("bank_differs", case.statement[subject.start : subject.end])


def _tells_of(subject: Party, tokens: Sequence[Token], sentences: Sequence[_Sentence], case: Case) -> bool:
    """Whether what rests on these sentences is told of that lender, as well as of any other."""
    own = others = 0.0
    for sentence in (one for one in sentences if one.lenders):
        share = _share(tokens, sentence, case.whole)
        if any(_same(subject, one, case.book) for one in sentence.lenders):
            own = max(own, share)
        else:
            others = max(others, share)
    return others < _TELLS or others - own < _CLEAR


def _sentences(piece: Piece) -> Iterator[_Sentence]:
    turns = turns_of(piece)
    for found in _SENTENCE.finditer(piece.body):
        told = tuple(one for one in _lenders(piece.body) if found.start() <= one.start < found.end())
        turn = next((turn for turn in turns if turn.start <= found.start() < turn.end), None)
        ours = tuple(one for one in turn.holders if one.side is Side.BANK) if turn and not turn.opened else ()
        yield _Sentence(piece, found.start(), found.end(), told or ours)


@lru_cache(maxsize=2048)
def _lenders(text: str) -> tuple[Party, ...]:
    """The banks that a text names, ours among them."""
    named = [one for one in parties_in(text) if one.side is Side.BANK or _BANK.search(one.firm)]
    taken = [(one.start, one.end) for one in named]
    known = (Party(Side.OTHER, *m.span(), None, m.group()) for m in _KNOWN.finditer(text))
    more = (one for one in known if not any(a < one.end and one.start < b for a, b in taken))
    return tuple(sorted([*named, *more], key=lambda one: one.start))


def _same(one: Party, other: Party, book: NameBook | None) -> bool:
    return one.side is other.side and one.may_be(other, book)


def _share(tokens: Sequence[Token], sentence: _Sentence, resting: Resting) -> float:
    """How much of the words stands in the sentence."""
    held = {token.key for token in sentence.piece.reading.tokens if sentence.start <= token.start < sentence.end}
    wanted = [token for token in tokens if token.role in _TERMS and not _names_somebody(token, resting.reading)]
    found = sum(bool(lexicon().bearing_out(token.key) & held) for token in wanted)
    return found / len(wanted) if wanted else 0.0


def _names_somebody(token: Token, reading: Reading) -> bool:
    named = (*parties_in(reading.text), *_lenders(reading.text))
    return any(one.start <= token.start < one.end for one in named)


def wrong_client(case: Case) -> Iterator[Reason]:
    """What the record of one firm says, told of another that the record does not name."""
    topic = _TOPIC.match(case.statement)
    words = [t for t in case.reading.tokens if topic and t.end <= topic.end("name") and t.is_content]
    for piece in {id(part.home): part.home for part in case.parts}.values():
        firm = FORM_IN_TEXT.search(piece.head)
        known = any(token.key in piece.words or token.key in piece.source.text for token in words)
        if topic and words and firm and not known and len(case.pieces) == 1:
            yield Reason("client_differs", topic["name"])
