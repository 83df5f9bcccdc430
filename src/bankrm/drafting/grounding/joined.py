"""Two people's words joined into one: a change that nobody spoke of (設備更新は来期に後退), a view that only one of them holds.

「変化」 is what one person said at two times, or what somebody called one; never what two people said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import QUOTE
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.turns import turns_of
from bankrm.drafting.grounding.voices import keys_in, may_hold, what_is_told
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern

_CHANGE = pattern(
    r"後退|トーンダウン|軟化|硬化|方針転換|心変わり|(?:考え|意向|姿勢|態度|方針|判断|見方|意欲|気持ち|スタンス)(?:が|は|を|も)[^、。]{0,12}?(?:変[わえ](?!ら|な)|転じ|改め|翻)"
    r"|に転じ|(?:慎重|前向き|積極的|消極的|強気|弱気|否定的|肯定的)(?:に|へ)(?:な[っり]|転|変わ|傾)|(?:から|より)[^、。]{1,24}(?:に|へ)(?:変わ[っり]|後退|転|傾|シフト|ずれ|先送り|延び|前倒し)"
    r"|考え直|先送り(?:に(?:な|し|され)|し(?:た|て))|ずれ込|前倒し(?:に(?:な|し)|し(?:た|て))"
)
_DENIED = pattern(r"(?:変化|変更)(?:では|は)(?:な|あり)|発言者が異な|同じ人の")
_SHARES = 0.1  # of a statement's words that make a piece one of those it is told from
_JOINED = pattern(r"一致し|同じ(?:考え|意見|意向|思い)|同意見|そろって|揃って|両者とも|二人とも|ともに(?:希望|考え|望)")
_TOGETHER = pattern(r"一致|同じ|同意|賛成|異論|了承|合意|そろって|揃って|とも(?:に|、)")


def joined_trend(resting: Resting, book: NameBook | None) -> Iterator[Reason]:
    """A change told of words of several people, or of a single remark that speaks of none."""
    text = QUOTE.sub(lambda match: "、" * len(match.group()), resting.reading.text)
    change = _CHANGE.search(text)
    if not change or _DENIED.search(text) or any(_CHANGE.search(piece.body) for piece in resting.pieces):
        return
    spoken = [
        piece
        for piece in resting.pieces
        if piece.people and (piece.day or piece.source.speaker) and resting.weight(resting.reading.tokens, piece) >= _SHARES
    ]  # fmt: skip
    if not spoken:
        return
    if len(spoken) > 1 and not _one_voice(spoken, book):
        yield Reason("voices_joined", change.group())
    elif len({piece.day for piece in spoken}) < 2:
        yield Reason("change_not_in_evidence", change.group())


def _one_voice(pieces: list[Piece], book: NameBook | None) -> bool:
    """Whether one person may have spoken all of them."""
    return any(
        all(any(may_be(person, other, book) for other in piece.people) for piece in pieces)
        for person in pieces[0].people
    )


def joined_voices(case: Case) -> Iterator[Reason]:
    """Two people said to be of one mind where no record says so, or what one of them said told of both (社長と部長は…, 院長夫妻は…)."""
    found = _JOINED.search(case.statement)
    if found and not any(_TOGETHER.search(piece.source.text) for piece in case.pieces):
        yield Reason("voices_joined", found.group())
    elif both := _both(case.statement):
        wanted = set(what_is_told(case.reading.tokens, case.statement))
        alone = [_said_alone(one, other, case) for one, other in (both, both[::-1])]
        either, common = wanted & (alone[0] | alone[1]), wanted & alone[0] & alone[1]
        if all(alone) and either and len(common) < _OF_BOTH * len(either):
            yield Reason("voices_joined", "・".join(person.surface for person in both))


def _both(text: str) -> tuple[NamedPerson, NamedPerson] | None:
    """The two who are said to be of one mind; None where the statement parts them."""
    people = people_in(text)
    for one, other in pairwise(people):
        if _AND.fullmatch(text, one.end, other.start) and _BOTH_SAY.match(text, other.end):
            return None if _PARTED.search(text, other.end) else (one, other)
    couple = next((one for one in people if text.startswith("夫妻", one.end)), None)
    return (
        (couple, NamedPerson("", f"{couple.role}夫人", f"{couple.surface}夫妻", couple.start, couple.end))
        if couple
        else None
    )


def _said_alone(one: NamedPerson, other: NamedPerson, case: Case) -> set[str]:
    """What the one said in turns that the other had no part in."""
    turns = ((piece, turn) for piece in case.pieces for turn in turns_of(piece) if turn.holders)
    own = (at for at in turns if may_hold(at[1], one, case.book) and not may_hold(at[1], other, case.book))
    return set(chain.from_iterable(keys_in(*at) for at in own))


_OF_BOTH = 0.5  # of what either said of a matter that both said at least
_AND = pattern(r"[・、]|と|および|及び|や")
_BOTH_SAY = pattern(r"(?:の(?:二人|両名|双方)|とも)?(?:は|が|も|とも)")
_PARTED = pattern(
    r"分かれ|割れ|異な|違[いうっ]|それぞれ|一方|対立|食い違|隔た|揃わ|そろわ|一致し(?:て(?:い)?な|ない|ません)"
)
