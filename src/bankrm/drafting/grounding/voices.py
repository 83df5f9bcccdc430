"""Whose words, whose promise: a statement gives them to nobody but those to whom the evidence does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import BANK, CLIENT
from bankrm.drafting.grounding.parties import Party, Side
from bankrm.drafting.grounding.people import SAYS, NamedPerson, may_be, people_in, people_spoken_for
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.drafting.grounding.turns import Turn, turns_of
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern
from bankrm.language.titles import is_family

_CLEAR = 0.3  # by how much another's turn must bear a clause out better than the named person's own
_BORROWED, _BORROWED_SHARE = 3, 0.25  # words, and their share, that only others said


def wrong_speaker(case: Case) -> Iterator[Reason]:
    """Words ascribed to somebody else than whose they are."""
    resting, book = case.whole, case.book
    text = resting.reading.text
    people = [case.fully(person) for person in people_spoken_for(text)]
    for part in resting.parts():
        if not part.share:
            continue
        inside = [person for person in people if part.start <= person.start < part.end]
        teller = _teller(people, part, text)
        of_a_side = not inside and _is_of_a_side(resting.said(part))
        first = None if of_a_side or (teller and not inside) else _spoken_for(people, part, text)
        for person in dict.fromkeys(filter(None, (first, teller))):
            said = any(
                _may_have_said(person, home, book, reports=person is teller, named=person in inside)
                for home in resting.homes(part)
            )
            told = [token for token in part.tokens if person is not teller or token.start < person.start]
            said = said and not (person in inside and _is_stranger(person, resting.pieces, book))
            if not (said and _in_own_turn(person, told, resting, book)):
                yield Reason("speaker_differs", person.surface)


def _is_stranger(person: NamedPerson, pieces: Sequence[Piece], book: NameBook | None) -> bool:
    """Whether every record tells who spoke, and none names the person."""
    told = [one for piece in pieces for turn in turns_of(piece) for one in turn.holders]
    named = (
        other for piece in pieces for other in (*piece.people, *people_in(piece.source.text), *_kin(piece, piece.body))
    )
    spoken = all(any(one.person for turn in turns_of(piece) for one in turn.holders) for piece in pieces)
    return bool(told) and spoken and not any(may_be(person, other, book) for other in named)


_SIDE_DOES = pattern(r"[、\s]*(?:[^、。]{0,12}(?:は|を|の))?(?:当行|当方|弊行|先方|同社)(?:から)?(?:は|が|も)")

_SIDE_BEGINS = pattern(r"(?:当行|当方|弊行)(?:から|より)(?!の)")


def _is_of_a_side(said: str) -> bool:
    """Whether a clause names one of the two sides as who does it."""
    return bool(_SIDE_DOES.match(said) or _SIDE_BEGINS.search(said))


_REPORTS = pattern(rf"(?:が|は|から|より)[^、。]{{0,8}}(?:{SAYS})")


def _teller(people: Sequence[NamedPerson], part: Part, text: str) -> NamedPerson | None:
    """Who is named behind a clause as the one who told it (…と社長が話した), not as the one of whom it is told."""
    if _FRAMES.search(text, part.start, part.end):
        return None
    stop = text.find("。", part.start)
    for person in people:
        if part.start <= person.start and (person.start < stop or stop < 0) and text[: person.start].endswith("と"):
            last = not re.search(r"から(?:聞|伺|教)", text[person.end :])
            return person if last and _REPORTS.match(text, person.end) else None
    return None


def borrowed_words(case: Case) -> Iterator[Reason]:
    """Words of one person put among those of the only one who is said to have spoken."""
    resting, book = case.whole, case.book
    people = [case.fully(person) for person in people_spoken_for(resting.reading.text)]
    if len({(person.name, person.role) for person in people}) != 1:
        return
    text = resting.reading.text
    theirs = [
        part for part in resting.parts() if _spoken_for(people, part, text) and not _is_of_a_side(resting.said(part))
    ]
    wanted = what_is_told([token for part in theirs for token in part.tokens], text)
    own, others, clients = set[str](), set[str](), set[str]()
    for piece in resting.pieces:
        for turn in turns_of(piece):
            mine = may_hold(turn, people[0], book)
            for said in [turn] if mine else _sentences_of(piece, turn):
                his = mine or _speaks_for(piece, said, people[0], book)
                (own if his else others).update(keys_in(piece, said))
                if not his and turn.holders[0].side is Side.CLIENT:
                    clients.update(keys_in(piece, said))
    days = {f"date:{piece.day}" for piece in resting.pieces}
    when = [t.key for part in theirs for t in part.tokens if t.role in (Role.TIME, Role.PERIOD)]
    borrowed = [key for key in (*wanted, *when) if key in others and key not in own]
    telling = {t.key for part in theirs for t in part.tokens if t.role is Role.FIGURE} | {*when}
    named_by_others = telling & clients - own - days  # a day or a figure that only another client's person named
    enough = len(borrowed) >= _BORROWED and len(borrowed) >= _BORROWED_SHARE * len(wanted)
    if named_by_others or enough:
        yield Reason("speaker_differs", people[0].surface)


_FRAMES = pattern(r"(?:[後前間]に?|ところ|うえで|際に?|時に)、$")
_TOLD_AT_LAST = pattern(rf"(?:{SAYS})[^、。（(]{{0,5}}(?:[（(][^（）()]*[）)])?[。]?$")


_GOES_ON_ITSELF = pattern(rf"(?:{SAYS})[^、。]{{0,6}}(?:が|ものの|一方)、$")  # …と言うが、結論は出ていない
_OWN_TOPIC = pattern(r"[^、。「」]{1,12}?[はが]")


def _spoken_for(people: Sequence[NamedPerson], part: Part, text: str) -> NamedPerson | None:
    """Of whom a clause tells: who is named in it, else before it, else at the end of all (…と社長は話した, …(社長))."""
    inside = [person for person in people if part.start <= person.start < part.end]
    before = [person for person in people if person.start < part.start]
    if inside or before or not people:
        left = (
            before and _GOES_ON_ITSELF.search(text, before[-1].end, part.start) and _OWN_TOPIC.match(text, part.start)
        )
        return inside[0] if inside else before[-1] if before and not left else None
    aside = text[people[0].start - 1] in "（("
    frames = _FRAMES.search(text[part.start : part.end])
    told = "。" not in text[part.start : people[0].start] and _TOLD_AT_LAST.search(text)
    return people[0] if aside or (told and not frames) else None


def _may_have_said(person: NamedPerson, piece: Piece, book: NameBook | None, *, reports: bool, named: bool) -> bool:
    """Whether the words may be the person's, as their speaker, or as the one of whom they tell; of the bank's own words only the latter."""
    heads = piece.people
    if not heads:
        return not (named and _is_ours(piece)) or any(may_be(person, other, book) for other in people_in(piece.body))
    told_of = () if reports else (*_told_of(piece.body), *_kin(piece, piece.body))
    return any(may_be(person, other, book) for other in (*heads, *told_of))


def _told_of(said: str) -> Iterator[NamedPerson]:
    """Of whom words tell: who speaks or acts in them, and the family, of whom one tells in passing (残りは弟)."""
    yield from people_spoken_for(said)
    yield from (person for person in people_in(said) if is_family(person.role))


def _is_ours(piece: Piece) -> bool:
    """Whether the words are the bank's own: 当方の説明."""
    return bool(BANK.search(piece.speaker) or re.search(r"(?:当方|当行)の説明", piece.head))


def _in_own_turn(person: NamedPerson, told: Sequence[Token], resting: Resting, book: NameBook | None) -> bool:
    """Whether no other person's turn bears the words out clearly better than what may be this person's."""
    wanted = what_is_told(told, resting.reading.text)
    own, others = [0.0], [0.0]
    for piece in resting.pieces:
        for turn in turns_of(piece):
            mine = may_hold(turn, person, book) or _tells_of(piece, turn, person, book)
            (own if mine else others).append(_share(wanted, piece, turn))
    return max(others) - max(own) < _CLEAR


def _sentences_of(piece: Piece, turn: Turn) -> Iterator[Turn]:
    """The turn cut at its sentences."""
    for found in pattern(r"[^。\n]+").finditer(piece.body, turn.start, turn.end):
        yield replace(turn, start=found.start(), end=found.end())


def _speaks_for(piece: Piece, turn: Turn, person: NamedPerson, book: NameBook | None) -> bool:
    """Whether the turn tells what the person says or does (社長は来年に延ばすと言っている)."""
    return any(may_be(person, other, book) for other in people_spoken_for(piece.body[turn.start : turn.end]))


def _tells_of(piece: Piece, turn: Turn, person: NamedPerson, book: NameBook | None) -> bool:
    """Whether the turn names the person: then the statement may only tell of them (長男が入社する)."""
    said = piece.body[turn.start : turn.end]
    return any(may_be(person, other, book) for other in (*people_in(said), *_kin(piece, said)))


def _kin(piece: Piece, said: str) -> Iterator[NamedPerson]:
    """Of whom a relative speaks as of theirs: 主人 of 門倉専務(社長の妻) is the 社長."""
    if _MY_KIN.search(said):
        yield from chain.from_iterable(people_in(whose[1]) for whose in _KIN_OF.finditer(piece.head))


_KIN_OF = pattern(r"[（(]([^（）()]{1,12})の(?:妻|夫|奥|夫人|父|母|長男|次男|長女|次女|息子|娘|兄|弟|姉|妹|婿)")
_MY_KIN = pattern(r"主人|うちの人|夫|妻|家内|女房|父|母|親父|おやじ|息子|せがれ|娘|兄|弟")


def may_hold(turn: Turn, person: NamedPerson, book: NameBook | None) -> bool:
    """Whether the turn may be the person's: nobody is known to hold it, or they, or the record is of ours and they were there."""
    me = Party(Side.CLIENT, 0, 0, person)
    may = (*turn.holders, *(turn.to if turn.opened else ()))  # who was there may have answered
    return not turn.holders or any(holder.may_be(me, book) for holder in may)


def _share(wanted: Sequence[str], piece: Piece, turn: Turn) -> float:
    """How many of the words stand in that turn."""
    said = keys_in(piece, turn)
    return sum(key in said for key in wanted) / len(wanted) if wanted else 0.0


def what_is_told(tokens: Sequence[Token], text: str) -> list[str]:
    """The keys of what is told, without those who tell it."""
    people = people_in(text)
    return [
        token.key
        for token in tokens
        if token.role in (Role.WORD, Role.MEASURE, Role.FIGURE)
        and not any(person.start <= token.start < person.end for person in people)
    ]


def keys_in(piece: Piece, turn: Turn) -> set[str]:
    """The keys of what is said in a turn."""
    return {token.key for token in piece.reading.between(turn.start, turn.end)}


def wrong_owner(case: Case) -> Iterator[Reason]:
    """A promise, a deed or a holding of one side given to the other (先方の約束 for 当行の約束)."""
    for part in case.parts:
        said = case.whole.said(part)
        ours = _BANK_DOES.search(said) and not _OURS_IMPLIED.search(said)
        if all(_of_other_side(said, part, one) for one in case.whole.homes(part)) or (
            ours and _is_theirs_alone(part, part.home)
        ):
            yield Reason("owner_differs", said.strip())


def _of_other_side(said: str, part: Part, piece: Piece) -> bool:
    behind = part.beside(piece)
    mine, theirs = _sides(_REACHED.sub("", said)), _sides(piece.head + piece.sentences_behind(behind))
    if len(theirs) > 1:
        theirs = _sides(piece.clauses_behind(behind)) or theirs
    holders = {one.side.value for turn in _turns_behind(part, piece) for one in turn.holders}
    return len(mine) == len(theirs) == 1 and mine != theirs and not mine & holders


_REACHED = pattern(
    rf"(?:{BANK.pattern}|{CLIENT.pattern})(?:へ|に(?!は|も|て|おい)|宛|を)"
)  # who is but reached owns nothing
_BANK_DOES = pattern(
    r"(?:当行|弊行|当方)(?:側)?(?:が|は|から|より|の手で)(?![^。]*(?:聞[いくか]|伺[いうっ]|受け|把握|確認|承知|認識|預か|知[っり]|見[てた]))"
)
_OURS_IMPLIED = pattern(
    r"御行|貴行|おたく|お宅|そちら|銀行さん|いただ|頂|もら[いっえう]|くださ|くれ|持って[きこ]|お願い|頼[んみ]"
)
_HEARSAY = pattern(r"と(?:の(?:こと|報告|連絡|話|説明)|。|、|$)|そう(?:だ|で|。)|らしい|由(?:。|$)|という。")


def _is_theirs_alone(part: Part, piece: Piece) -> bool:
    """Whether the words are a client's, who speaks of no deed of the bank in them."""
    behind = piece.sentences_behind(part.beside(piece))
    if not behind or BANK.search(behind) or _OURS_IMPLIED.search(behind):
        return False
    turns = _turns_behind(part, piece)
    theirs = all(turn.holders and all(one.side is Side.CLIENT for one in turn.holders) for turn in turns)
    told = any(turn.opened or not turn.holders for turn in turns)  # a record that tells of our own deeds as well
    return bool(_HEARSAY.search(behind)) if told else theirs


def _turns_behind(part: Part, piece: Piece) -> list[Turn]:
    """The turns in which words of the part stand."""
    places = [theirs.token.start for _, theirs in part.beside(piece).pairs]
    return [turn for turn in turns_of(piece) if any(turn.start <= place < turn.end for place in places)]


def _sides(text: str) -> set[str]:
    """Which sides a text names: `bank`, `client`."""
    return {side for side, words in (("bank", BANK), ("client", CLIENT)) if words.search(text)}
