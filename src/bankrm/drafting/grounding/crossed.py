"""Values of the evidence given to what other values of the same sentence belong to (長男は31歳 of 長男は34歳、次男は31歳)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.binding import is_change_of
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.marks import OF_EACH, Mark, are_apart, speaks_of
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.slots import Slot, kind_of, slots_of
from bankrm.drafting.grounding.times import same_day_of_year, time_fits
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences
from bankrm.language.vocabulary import vocabulary

_CODES = {Role.FIGURE: "measure_differs", Role.TIME: "date_of_another_matter", Role.DIRECTION: "direction_differs"}
_VERB = pattern(r"[一-龥ぁ-ん]*[一-龥][ぁ-ん]+$")
_KANJI = pattern(r"[一-龥]")
_SAID = vocabulary("telling", "hearing", "meeting") | {
    *["意向", "予定", "見込み", "見込む", "考え", "こと", "点", "額", "数", "分", "前", "後", "宿題", "期限", "記録"]
}


def crossed_values(resting: Resting) -> Iterator[Reason]:
    """Figures, dates and directions that every piece binds to something else than the statement does."""
    for slot in slots_of(resting.reading):
        if _is_each(slot, resting.reading.text):
            continue
        if slot.token.role is Role.TIME and any(_is_of_the_record(slot, piece) for piece in resting.pieces):
            continue
        mine = (slot.own or slot.words) - _SAID
        if slot.token.role is Role.FIGURE and slot.alone and _of_another_subject(slot, resting):
            yield Reason(_CODES[slot.token.role], resting.reading.surface(slot.token))
            continue
        found = [
            _crossed(mine, slot, other, piece) and not _bound_alike(slot, resting.reading, other, piece)
            for piece in resting.pieces
            for other in _same(slot, piece)
        ]
        if found and all(found):
            yield Reason(_CODES[slot.token.role], resting.reading.surface(slot.token))


def _bound_alike(slot: Slot, reading: Reading, other: Slot, piece: Piece) -> bool:
    """Whether a day has the same figure behind it on both sides (10月末 3,400万円), or a figure the same period before."""
    if slot.token.role is Role.TIME:
        mine, theirs = _figure_behind(reading, slot.token), _figure_behind(piece.reading, other.token)
        return mine is not None and theirs is not None and mine.key == theirs.key
    told = [_term_of(figures_of(reading), slot.token), _term_of(piece.figures, other.token)]
    if told[0] not in (Term.PRIOR, Term.NEXT) or told[0] is not told[1]:
        return False
    rivals = [f for f in piece.figures if kind_of(f.token) == slot.kind and not _is_same(slot.token, f.token)]
    return bool(rivals) and all((f.term or f.carried) is None for f in rivals)


def _figure_behind(reading: Reading, token: Token) -> Token | None:
    tokens = reading.between(token.end, token.end + _NEAR)
    found = next((one for one in tokens if one.is_content or one.role in (Role.COMMA, Role.STOP)), None)
    return found if found and found.role is Role.FIGURE else None


def _term_of(figures: Sequence[Figure], token: Token) -> Term | None:
    return next((figure.term for figure in figures if figure.token == token), None)


_NEAR = 4  # characters in which a figure follows a day
_TOPIC = pattern(r"[^。、「」\n]+?(?:は|が)")
_ALONE = pattern(r"[^。、「」\n]+?が")  # 受託が売上の9割: of nothing else


def _of_another_subject(slot: Slot, resting: Resting) -> bool:
    """Whether the value is told of a thing of which another sentence of the record speaks, while its own sentence names its subject."""
    return all(
        _subject_differs(resting, slot, other, piece) for piece in resting.pieces for other in _same(slot, piece)
    ) and any(_same(slot, piece) for piece in resting.pieces)


def _subject_differs(resting: Resting, slot: Slot, other: Slot, piece: Piece) -> bool:
    mine = _subject(resting.reading, slot.token, _TOPIC)
    theirs = _subject(piece.reading, other.token, _ALONE)
    if (
        not mine
        or not theirs
        or any(_any_like({word}, frozenset({other_word})) for word in mine for other_word in theirs)
    ):
        return False
    own = _sentence(piece.reading, other.token)
    inside = {token.key for token in piece.reading.tokens if own[0] <= token.start < own[1]}
    outside = {token.key for token in piece.reading.tokens if not own[0] <= token.start < own[1]}
    said = {token.key for token in resting.reading.tokens}
    return mine <= outside and not mine & inside and not theirs & said


def _sentence(reading: Reading, token: Token) -> tuple[int, int]:
    return next(((a, b) for a, b in sentences(reading.text) if a <= token.start < b), (0, len(reading.text)))


def _subject(reading: Reading, value: Token, named: re.Pattern[str]) -> frozenset[str]:
    """The words of what a value's sentence is about, named before the value."""
    start, _ = _sentence(reading, value)
    match = named.match(reading.text, start, value.start)
    if not match:
        return frozenset()
    tokens = (token for token in reading.tokens if start <= token.start < match.end())
    return frozenset(token.key for token in tokens if token.role in (Role.WORD, Role.MEASURE))


def _is_each(slot: Slot, text: str) -> bool:
    """Whether the value only says of how many a price is (1台65万円, 1人当たり)."""
    quantity = slot.token.quantity
    return quantity is not None and quantity.value == 1 and bool(OF_EACH.match(text, slot.token.end))


def _is_of_the_record(slot: Slot, piece: Piece) -> bool:
    """Whether a date is that of a record, which stands beside its words and not among them."""
    days = {*piece.head_times, *({f"date:{piece.day}"} if piece.day else ())}
    return any(time_fits(slot.token.key, day) or same_day_of_year(slot.token.key, day) for day in days)


def _same(slot: Slot, piece: Piece) -> list[Slot]:
    return [other for other in slots_of(piece.reading) if other.kind == slot.kind and _fits(slot, other)]


def _fits(slot: Slot, other: Slot) -> bool:
    return _is_same(slot.token, other.token)


def _is_same(one: Token, other: Token) -> bool:
    mine, theirs = one.key, other.key
    return mine == theirs or (one.role is Role.TIME and (time_fits(mine, theirs) or same_day_of_year(mine, theirs)))


def _crossed(mine: frozenset[str], slot: Slot, other: Slot, piece: Piece) -> bool:
    """Whether the statement's words stand with rivals of the value and none of them with the value itself."""
    if slot.token.role is Role.DIRECTION and slot.beside & other.beside:
        return False
    if any(is_change_of(word, rate) for rate in other.words if rate.endswith("率") for word in mine):
        return False
    rivals = [
        rival
        for rival in slots_of(piece.reading)
        if rival.kind == other.kind and not _fits(slot, rival) and not _is_each(rival, piece.body)
    ]
    if (slot.whole and other.whole) or (slot.marks and slot.marks <= other.marks):
        return False
    if _paired_otherwise(slot, other, rivals):
        return True
    if _of_another_share(slot, other, rivals, piece):
        return True
    own, theirs = other.words, frozenset[str]().union(*(rival.words for rival in rivals))
    predicate = slot.predicate - _SAID
    if slot.alone and predicate & (theirs - own) and not _any_like(predicate, own):
        return True
    if _any_like(mine | slot.topic, own - theirs):
        return False
    if mine & (theirs - own) or any(_same_verb(word, other) for word in mine - own for other in theirs - own):
        return True
    known = mine & (own | theirs)
    return other.part and not slot.part and bool(known) and known <= own & theirs


def _paired_otherwise(slot: Slot, other: Slot, rivals: Sequence[Slot]) -> bool:
    """Whether the value goes with another term or count than here, which goes with a rival there (10年 月35万円、15年 月25万円)."""
    if slot.partner is None or other.partner is None or _is_same(slot.partner, other.partner):
        return False
    return kind_of(slot.partner) == kind_of(other.partner) and any(
        rival.partner and _is_same(slot.partner, rival.partner) for rival in rivals
    )


def _of_another_share(slot: Slot, other: Slot, rivals: Sequence[Slot], piece: Piece) -> bool:
    """Whether the value is told as another share of the thing: as each for all, as one part for both, as what is left."""
    if are_apart(slot.marks, other.marks) or _per_another(slot.per, other.per):
        return True
    if slot.part and Mark.REST in other.marks - slot.marks and any(rival.part for rival in rivals):
        return True
    for mark in slot.marks - other.marks:
        if any(mark in rival.marks and _any_like(slot.words, rival.words) for rival in rivals):
            return True
    return Mark.REST in slot.marks - other.marks and speaks_of(Mark.REST, piece.body)


def _per_another(mine: str, theirs: str) -> bool:
    """Whether two prices are of different numbers of one thing (1kg, 60kg)."""
    return bool(mine and theirs) and mine != theirs and mine.split(":")[2:] == theirs.split(":")[2:]


def _any_like(words: Iterable[str], others: Sequence[str] | frozenset[str]) -> bool:
    """Whether a word stands among the others, in another form too (使う beside 使用)."""
    return any(word == other or _alike(word, other) for word in words for other in others)


def _alike(one: str, other: str) -> bool:
    begins = one[0] == other[0] and bool(_KANJI.match(one))
    return _same_verb(one, other) or (begins and bool(_kanji_of_verb(one) or _kanji_of_verb(other)))


def _same_verb(one: str, other: str) -> bool:
    """Whether two verbs share a character (借りる, 借り入れ)."""
    return bool(_kanji_of_verb(one) & _kanji_of_verb(other))


@lru_cache(maxsize=4096)
def _kanji_of_verb(word: str) -> frozenset[str]:
    return frozenset(_KANJI.findall(word)) if _VERB.match(word) else frozenset()
