"""Whose terms, whose affairs: another bank's offer is not ours, and another client's record tells nothing of this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import LENDER, Party, Side, parties_in
from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.turns import turns_of
from bankrm.language.firm_names import FORM_IN_TEXT, TRADE_KINDS, firm_stem
from bankrm.language.lexicon import lexicon
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern
from bankrm.language.titles import is_role

_CLEAR = 0.2  # by how much the words must stand better with another bank than with the one that is named
_TELLS = 0.4  # share of the words that another bank's must hold for the terms to be that one's
_TERMS = frozenset({Role.WORD, Role.MEASURE, Role.FIGURE, Role.TIME})
_SENTENCE = pattern(r"[^。\n]+[。\n]*")
_CLAUSE = pattern(r"[^、]+、?")
_OF = pattern(
    r"(?:さん|様)?(?:の?分)?(?:は|が|の|から|より(?!も?[^、。]{0,8}(?:低|高|安|長|短|多|少な|有利|不利))|も|では|として)"
)
_BY = pattern(r"(?:さん|様)?(?:の?分)?(?:は|が|から|より|では)")
_DONE_BY_US = pattern(r"[^。、「」]{0,24}?実行[ 　]")  # 2026-04-03 実行 手形貸付 …


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a piece with the lenders whose deed or terms it tells; none where that is not said."""

    keys: frozenset[str]
    lenders: tuple[Party, ...]


def wrong_lender(case: Case) -> Iterator[Reason]:
    """Terms or deeds of one bank given to another (当行 for 潮見銀行)."""
    known = _known_lenders((case.statement, *(piece.body for piece in case.pieces)))
    stretches = [one for piece in case.pieces for one in _stretches(piece, known)]
    if not any(lender.side is Side.OTHER for one in stretches for lender in one.lenders):
        return
    subjects = [one for one in _lenders(case.statement, known) if _OF.match(case.statement, one.end)]
    alone = all(_same(subjects[0], one, case.book) for one in subjects[1:])
    for subject in subjects:
        part = next(part for part in case.parts if subject.start < part.end)
        tokens = [t for t in (case.reading.tokens if alone else part.tokens) if _is_term(t, case.reading, known)]
        if not _tells_of(subject, tokens, stretches, case):
            yield Reason("bank_differs", case.statement[subject.start : subject.end])


def _tells_of(subject: Party, tokens: Sequence[Token], stretches: Sequence[_Stretch], case: Case) -> bool:
    """Whether what rests on the evidence is told of that lender, as well as of any other, and no figure of another's alone."""
    own, unsaid, others = set[str](), set[str](), set[str]()
    for one in stretches:
        his = any(_same(subject, lender, case.book) for lender in one.lenders)
        (own if his else others if one.lenders else unsaid).update(one.keys)
    figures = [token for token in tokens if token.role is Role.FIGURE]
    if own and any(_stands(t, others) and not _stands(t, own | unsaid) for t in figures):
        return False
    somewhere = [token for token in tokens if _stands(token, own | unsaid | others)]
    held, instead = (sum(_stands(t, keys) for t in somewhere) / max(len(somewhere), 1) for keys in (own, others))
    return instead < _TELLS or instead - held < _CLEAR


def _stands(token: Token, keys: set[str]) -> bool:
    return bool(lexicon().bearing_out(token.key) & keys) or token.key in keys


def _stretches(piece: Piece, known: frozenset[str]) -> Iterator[_Stretch]:
    """The piece cut where another lender is spoken of: at its sentences, and at the clauses of one that names several. One that names
    none goes on with the other bank of the sentence before; in our own words, and in the record of a loan, it is ours."""
    us = (Party(Side.BANK, 0, 0),)
    turns = turns_of(piece)
    before: tuple[Party, ...] = us if _DONE_BY_US.match(piece.source.text) else ()
    for found in _SENTENCE.finditer(piece.body):
        turn = next((turn for turn in turns if turn.start <= found.start() < turn.end), None)
        ours = us if turn and not turn.opened and turn.holders and turn.holders[0].side is Side.BANK else ()
        told = [one for one in _lenders(piece.body, known) if found.start() <= one.start < found.end()]
        if len({(one.side, one.firm) for one in told}) > 1:
            yield from _by_clause(piece, found.span(), told)
        else:
            acts = any(_BY.match(piece.body, one.end) for one in told)
            other = () if acts or any(one.side is Side.OTHER for one in told) else before
            before = (*told, *other, *(() if acts else ours)) or ours or before
            yield _Stretch(_keys(piece, *found.span()), before)


def _by_clause(piece: Piece, span: tuple[int, int], told: Sequence[Party]) -> Iterator[_Stretch]:
    now = told[0]
    for clause in _CLAUSE.finditer(piece.body, *span):
        now = next((one for one in told if clause.start() <= one.start < clause.end()), now)
        yield _Stretch(_keys(piece, *clause.span()), (now,))


def _keys(piece: Piece, start: int, end: int) -> frozenset[str]:
    return frozenset(token.key for token in piece.reading.tokens if start <= token.start < end)


def _known_lenders(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the other banks that texts name in full (潮見 of 潮見銀行)."""
    return frozenset(firm_stem(one.firm) for text in texts for one in parties_in(text) if LENDER.search(one.firm))


@lru_cache(maxsize=2048)
def _lenders(text: str, known: frozenset[str]) -> tuple[Party, ...]:
    """The banks that a text names, ours among them; those that are known also by their stems (潮見さん, who else is a person)."""
    named = [one for one in parties_in(text) if one.side is Side.BANK or LENDER.search(one.firm)]
    polite = (one for one in parties_in(text) if one not in named and text.startswith("さん", one.end - 2))
    named += [
        replace(one, side=Side.OTHER)
        for one in polite
        if (one.firm or (one.person.name if one.person and not one.person.role else "")) in known
    ]
    return tuple(sorted(named, key=lambda one: one.start))


def _same(one: Party, other: Party, book: NameBook | None) -> bool:
    return (one.side is Side.BANK) == (other.side is Side.BANK) and one.may_be(other, book)


def _is_term(token: Token, reading: Reading, known: frozenset[str]) -> bool:
    """Whether the token is of the terms, and names nobody."""
    named = (*parties_in(reading.text), *_lenders(reading.text, known))
    return token.role in _TERMS and not any(one.start <= token.start < one.end for one in named)


def wrong_client(case: Case) -> Iterator[Reason]:
    """What the record of one firm says, told of another that the record does not name."""
    topic = _FIRST.match(case.statement)
    named = topic["name"] if topic and not people_in(topic["name"]) else ""
    for piece in {id(part.home): part.home for part in case.parts}.values() if named else ():
        firms = _firms_of_record(piece)
        if not firms or any(_stem(firm) in case.statement for firm in firms):
            continue
        unheard = not any(part in piece.source.text for part in _PARTS.findall(named))
        alone = unheard and FORM_IN_TEXT.search(_lead(piece)) and len(case.pieces) == 1
        if alone or (_is_like_a_firm(named) and named not in piece.source.text):
            yield Reason("client_differs", named)
            return


def _is_like_a_firm(name: str) -> bool:
    """Whether a name has the look of a firm's (夕凪福祉会, つきしろ堂)."""
    return bool(_LIKE_A_FIRM.search(name) or FORM_IN_TEXT.search(name))


def _firms_of_record(piece: Piece) -> list[str]:
    """The firms that a record names as those whom it is of: before the people at its beginning."""
    lead = _lead(piece)
    firms = [one.firm for one in parties_in(lead) if one.firm and not one.person and not LENDER.search(one.firm)]
    return firms or [word for word in lead.split() if _is_like_a_firm(word) and not is_role(word)]


def _lead(piece: Piece) -> str:
    """How a record begins: its head, or what stands there without one."""
    begins = _BEGINS.match(piece.source.text)
    return begins.group() if begins and (piece.day or piece.head) else piece.head


def _stem(firm: str) -> str:
    return FORM_IN_TEXT.sub("", firm)


_PARTS = pattern(
    r"(?=([一-龥]{2}|[ァ-ヶー]{3}))"
)  # a topic of which the record speaks in other words shares some of them
_BEGINS = pattern(r"[^。\n「」:：]{2,60}(?=[。\n「:：])")
_FIRST = pattern(r"(?P<name>[^、。「」（）()はがもに]{2,20}?)(?:は|が|の|では|、)")
_LIKE_A_FIRM = pattern(
    rf"(?<=..)(?<!取締役)(?<!委員)(?<!役員)(?<!総)(?<!協)(?<!理事)(?<!商工)(?<!労働)(?<!子会)(?<!親会)(?:{'|'.join(TRADE_KINDS)}|会|堂|園|学院|屋|荘|館|軒|亭|庵|舎|社|組|店|診療所|工房|ファーム|ワークス|ラボ|スタジオ|ハウス|ダイニング|キッチン|ストア|牧場|農産)$"
)
