"""How far a statement commits the one of whom it tells, beside how far the words it rests on do (意向の段階).

Each deed of a clause (`language.deeds`) is laid beside the same deed of the evidence, in the sentences that share most of the clause: what is
told as done is nowhere only planned or wished. A deed without its like there was done, agreed or decided only if the evidence says so in
other words; of a wish, a view or a state, which are worded in many ways, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.absence import FOUND_NONE
from bankrm.drafting.grounding.alignment import Gap, Leaf, leading
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.counterparts import counterpart, part_share
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.guards import Guard, tells
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Role
from bankrm.language.certainty import DOUBTS, PURSUED, SUPPOSED, Certainty, certainty_cues, certainty_of
from bankrm.language.deeds import Deed, deeds
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern
from bankrm.language.polarity import PARTLY, negations, softeners
from bankrm.language.reports import without_report
from bankrm.language.sentences import sentences
from bankrm.language.vocabulary import vocabulary
from bankrm.language.words import content_words

_NOT = r"(?![^、。]{0,6}(?:な[いかく]|ず|ませ))"
_AGREES = pattern(
    rf"(?:承諾|了承|合意|同意|快諾|承認|応諾)(?:し|を|を?得|済|された|。|$|に至){_NOT}|に応じ(?:る(?!か|つもり)|た|て(?!い?な))|(?:話|商談|交渉|条件)(?:が|は)(?:条件も含めて)?(?:まとま(?:っ(?!て(?:は)?い?な)|り)|ついて)"
)
_DECIDES = pattern(
    rf"(?:決(?:まっ|まり|め|定し|定され|断し)|確定し|内定し|固め)(?:た(?!い|もの|わけ)|てい?る|ており|て(?!い?な|から)|まし|、)|(?:決定|確定|内定)(?:。|$|、|済|との){_NOT}"
)
_AGREED = pattern(
    r"承諾|了承|合意|同意|賛同|快諾|承認|了解|承知|納得|応諾|内諾|受け(?:て|る|た|入れ|止め)|引き受け|応じ|認め|OK|ＯＫ|のん|飲ん|[てで]?(?:よい|良い|いい)|結構|構わ"
    r"|まとま|話がつ|成立|妥結|一致|折り合|得[たてら]|もら[っえう]|いただ[いけ]|約束|判[をも]押"
)
_DECIDED = pattern(
    r"決(?!算|済|裁|まらな|まって(?:い?な|から)|めて(?:い?な|から))|(?<![予想推未暫])定ま|固(?:め|まった|まり)|選[んび]|採用|確(?:定|約)|こと(?:に|と)(?:し|な)|に(?:し(?:た|ま)|します)"
    r"|済|契約|締結|やる(?:。|$|と|」)|方針|内定"
)
_ONLY_NAMES = pattern(r"(?:に対し(?:て)?|について(?:は)?|に関し(?:て)?|につき|として)、$")  # says nothing yet
_TELLING = pattern(r"を(?:説明|案内|報告|紹介)し(?:た|て|、)")  # that it was explained is done, whatever was explained
_ALREADY = pattern(r"済み?(?![一-龥])")
_WARM = pattern(r"前向き|積極|意欲|乗り気|熱心|やる気|踏み切")
_WILLING = (PURSUED | {Certainty.AGREED}) - {Certainty.PLANNED}
_DEGREE = pattern(r"予定|計画|方針|検討|保留|見送")


def turned_certainty(resting: Resting) -> Iterator[Reason]:
    """Clauses that commit the speaker otherwise than the words they rest on."""
    for part in resting.parts():
        said = resting.said(part)
        if _ONLY_NAMES.search(said):
            continue
        borne = dict(_deeds_borne(resting, part))
        if False in borne.values() or all(_is_beyond(_Clause(part, said, home, borne)) for home in resting.homes(part)):
            yield Reason(wording.CERTAINTY, said.strip())


def _deeds_borne(resting: Resting, part: Part) -> Iterator[tuple[int, bool]]:
    """Where the deeds of a clause begin of which the evidence tells how far they have come, and whether it bears that out."""
    share = cache(partial(_shared, part, resting))
    for deed in _deeds_of(resting, part):
        verdict = _borne(deed, resting, part, share)
        if verdict is not None:
            yield deed.start, verdict


def _deeds_of(resting: Resting, part: Part) -> list[Deed]:
    told = (deed for deed in deeds(resting.reading.text) if part.start <= deed.start < part.end)
    return [deed for deed in told if deed.degrees and not deed.denied and not _is_mere_name(deed, resting)]


def _is_mere_name(deed: Deed, resting: Resting) -> bool:
    """Whether a noun names a deed in passing, and tells nothing of it (固定・変動の別)."""
    return deed.degrees in (_STEPS, _AHEAD) and deed.named and not _TELLS.match(resting.reading.text, deed.end)


_TELLS = pattern(r"[しさ済。（(をが]|$")
_STEPS = frozenset({Certainty.PLANNED, Certainty.DONE})
_AHEAD = frozenset({Certainty.PLANNED, Certainty.CONSIDERING})
_THINGS = frozenset({Role.WORD, Role.MEASURE})
_TELLING_VERBS = vocabulary("telling")
_SAME = 0.5  # share from which on both tell of one talk
_NEAR = 0.8  # of the share of the sentence that tells most of the clause


def _borne(deed: Deed, resting: Resting, part: Part, share_of: Callable[[Piece, int], float]) -> bool | None:
    """None where no like deed is told, or not how far it has come. `share_of`: of the clause, that stands in a sentence of a piece."""
    of = next((t for t in reversed(part.tokens) if t.role in _THINGS and t.end <= deed.start), None)
    told = [
        (piece, share_of(piece, piece.sentence_at(other.start)), other)
        for piece in resting.pieces
        if of is None or deed.degrees != _STEPS or resting.is_name(of) or lexicon().bearing_out(of.key) & piece.bases
        for other in deeds(_text(piece))
        if _alike(deed, other)
    ]
    most = max((share for _, share, _ in told), default=0.0)
    if deed.base in _TELLING_VERBS and most < _SAME:
        return None
    near = [other for _, share, other in told if share >= _NEAR * most]
    verdicts = [_agrees(deed, other, resting) for other in near]
    if deed.degrees & _STEPS and any(other.degrees & _STEPS for other in near):  # planned once, and done later
        verdicts += [True for *_, other in told if _agrees(deed, other, resting)]
    if True in verdicts or not verdicts or None in verdicts:
        return True if True in verdicts else None
    return None if _came_later(deed, resting, [piece for piece, share, _ in told if share >= _NEAR * most]) else False


def _came_later(deed: Deed, resting: Resting, pieces: Sequence[Piece]) -> bool:
    """Whether a later record on the same tells of something done: what was promised (届ける) is told there in another word (預けた)."""
    first = min((piece.day for piece in pieces if piece.day), default=None)
    later = [piece for piece in resting.pieces if first and piece.day and piece.day > first]
    return deed.degrees <= _DONE_OR_DECIDED and any(
        not FOUND_NONE.search(piece.source.text)
        and resting.weight(resting.reading.tokens, piece) >= _TOUCHES
        and any(Certainty.DONE in other.degrees for other in deeds(piece.body))
        for piece in later
    )


_DONE_OR_DECIDED = frozenset({Certainty.DONE, Certainty.DECIDED})
_TOUCHES = 0.3  # of the statement's weight that a record on the same holds


def _text(piece: Piece) -> str:
    """What a piece tells: of a search also what was looked for."""
    return piece.source.text if "該当なし" in piece.head else piece.body


def _agrees(mine: Deed, theirs: Deed, resting: Resting) -> bool | None:
    """Whether both may be said of one deed; None where the evidence does not say how far it has come."""
    if theirs.denied:
        return None if mine.degrees != {Certainty.DONE} else False
    if not theirs.degrees:
        return False if _ALREADY.match(resting.reading.text, mine.end) else None
    if theirs.plain and Certainty.DECIDED in mine.degrees and "決" not in mine.base:
        return True  # 払います is 払うことにした
    own = mine.degrees | {Certainty.DONE} if mine.plain else mine.degrees
    return not all(_clash(a, b) for a in own for b in theirs.degrees)


def _clash(mine: Certainty, theirs: Certainty) -> bool:
    return wording.clash(mine, theirs) or (mine is Certainty.DONE and theirs is Certainty.DECLINED)


def _alike(mine: Deed, theirs: Deed) -> bool:
    return any(bool(lexicon().bearing_out(word) & {theirs.base, theirs.last}) for word in {mine.base, mine.last})


def _shared(part: Part, resting: Resting, piece: Piece, sentence: int) -> float:
    """The share of the clause's words that stand in a sentence, and a little for those of the piece."""
    if "該当なし" in piece.head:
        return resting.weight(part.tokens, piece)
    there = piece.keys_of_sentences[sentence]
    said = [token for token in part.tokens if token.is_content and not resting.is_name(token)]
    held = sum(bool(lexicon().bearing_out(token.key) & there) for token in said)
    return (held + 0.5 * resting.weight(part.tokens, piece)) / (len(said) + 0.5)


@dataclass(frozen=True)
class _Clause:
    """A clause beside a piece; `borne` are the places of those deeds that were laid beside their like."""

    part: Part
    said: str
    home: Piece
    borne: dict[int, bool]

    @cached_property
    def behind(self) -> str:
        """The sentences of the piece in which words of the clause stand."""
        alignment = self.part.alignment if self.home is self.part.home else self.part.beside(self.home)
        return self.home.sentences_behind(alignment) or self.home.body

    @cached_property
    def about(self) -> list[str]:
        """The sentences of the piece that speak of what the clause speaks of."""
        known = {word for word in content_words(without_report(self.said)) if not word.isdigit()}
        body = self.home.body.strip("「」")
        return [body[a:b] for a, b in sentences(body) if known & set(content_words(body[a:b]))]

    def tells(self, shape: re.Pattern[str]) -> bool:
        """Whether it says so of a deed that was not laid beside its like."""
        found = shape.search(self.said)
        return found is not None and not any(found.start() <= at - self.part.start < found.end() for at in self.borne)


def _is_beyond(clause: _Clause) -> bool:
    """Whether a clause goes beyond the piece: agreed, decided or warm where nobody was, another degree where no deed is shared."""
    if _TELLING.search(clause.said) and re.search(r"(?:当方|当行)", clause.home.head + clause.home.speaker):
        return False
    if clause.tells(_AGREES) and not _AGREED.search(clause.behind):
        return not ("応じ" in clause.said and "乗っ" in clause.behind)
    if clause.tells(_DECIDES) and not _DECIDED.search(clause.behind):
        return True
    if _WARM.search(clause.said) and not negations(clause.said) and _is_cool(clause):
        return True
    return not clause.borne and bool(_DEGREE.search(clause.said)) and _is_of_another_degree(clause)


def _is_cool(clause: _Clause) -> bool:
    """Whether a piece denies or doubts, and shows no will."""
    body = clause.home.body
    doubted = any(certainty_of(sentence) in DOUBTS for sentence in clause.about or re.split("。", body))
    unwilling = negations(body) and not {cue.certainty for cue in certainty_cues(body)} & _WILLING
    return bool(doubted or unwilling) and not _WARM.search(body)


def _is_of_another_degree(clause: _Clause) -> bool:
    mine = certainty_of(clause.said)
    theirs = {cue.certainty for sentence in clause.about for cue in certainty_cues(sentence)} - {Certainty.DONE}
    return bool(theirs) and mine not in theirs and all(wording.clash(mine, other) for other in theirs)


def softened_words(resting: Resting) -> Iterator[Reason]:
    """見込み, 予定, かもしれない right behind a shared word on one side, and nowhere beside it on the other, where all is told in the same words.

    Of a deed that both tell, how far it has come is compared as such; a plan on paper is one without a word of it (資金繰り表).
    """
    for part in resting.parts() if resting.is_close else ():
        borne = dict(_deeds_borne(resting, part))
        for gap in resting.whole.gaps:
            if gap.before is not None and not borne.get(gap.before[0].token.start):
                yield from _softened(gap, resting.reading.text, part.home)


def _softened(gap: Gap, statement: str, home: Piece) -> Iterator[Reason]:
    assert gap.before is not None
    own, other = gap.before
    mine, theirs = leading(gap.mine, own.depth), leading(gap.theirs, other.depth)
    planned = _is_to_come(other, home.body) or _PLAN.search(home.source.text)
    if (
        _softens(mine, statement)
        and not _softens(gap.theirs, "")
        and not planned
        and not _HEDGES.match(home.body, other.token.start)
    ) or (_softens(theirs, home.body) and not _softens(gap.mine, "") and not _hedged(statement)):
        last = mine[-1] if mine else own
        yield Reason(wording.CERTAINTY, statement[own.token.start : last.token.end])


def _hedged(statement: str) -> bool:
    return bool(softeners(statement)) or tells(Guard.OPEN, statement)


def _softens(leaves: Sequence[Leaf], text: str) -> bool:
    """Whether one of them softens; in the text not before a noun that it describes (想定家賃)."""
    return any(
        leaf.token.key in ("expected", "possible") and not (text and _DESCRIBES.match(text, leaf.token.end))
        for leaf in leaves
        if leaf.token.role is Role.SOFTENER
    )


def _is_to_come(leaf: Leaf, evidence: str) -> bool:
    """Whether the evidence tells it in the plain form, of what is still to come: 減らすと言ってきた may be told as 減らす見通し."""
    if leaf.token.term is Term.NEXT:  # 契約は来月
        return True
    after = _TO_COME.match(evidence, leaf.token.end)
    ending = evidence[leaf.token.end - 1 : leaf.token.end]
    return after is not None and bool(after["ending"] or ending in "うくすつぬぶむるぐ")


_TO_COME = pattern(r"(?P<ending>[ぁ-ん]{0,3}[うくすつぬぶむるぐ])?(?:と(?![いも])|。|、|」|$)")
_HEDGES = pattern(rf"[^、。]{{0,12}}?(?:{SUPPOSED}|{PARTLY})")  # supposed, or so at times, in other words
_DESCRIBES = pattern(r"の?[一-龥]")
_PLAN = pattern(r"(?:予定|計画|見込|想定)(?:表|書|案)|資金繰り表|残高見込")  # all that stands in it is to come


def done_by_nobody(case: Case) -> Iterator[Reason]:
    """Deeds told as done that no piece names, in no other words either: 「変更契約書に押印した」 does not rest on 「判子待ちだ」.

    Only those that are named by a noun (押印した): for 引き受けた and 知らされた there are too many other words.
    """
    own = case.own_words
    if not any(piece.is_record for piece in case.pieces):
        return
    for part in own.parts():
        deed = _told_last(own, part)
        if deed is None or deed.base in _SPEECH or _AGREES.search(own.said(part)):
            continue
        token = next(token for token in part.tokens if token.end >= deed.end)
        surface = own.reading.surface(token)
        if token.role is Role.WORD and not any(
            counterpart(token, surface, piece) or part_share(surface, piece) >= 0.5 for piece in case.pieces
        ):
            yield Reason("deed_not_in_evidence", own.said(part).strip("、。 "))


def _told_last(own: Resting, part: Part) -> Deed | None:
    """The deed done with which a clause ends, where a noun names it; what stands in brackets behind it is no end."""
    bare = own.reading.text[: part.end]
    while (stripped := _ASIDE.sub("", bare.rstrip("、。 "))) != bare:
        bare = stripped
    told = [deed for deed in _deeds_of(own, part) if deed.named and deed.degrees == {Certainty.DONE}]
    return told[-1] if told and _DONE.fullmatch(bare, told[-1].end) else None


_ASIDE = pattern(r"[（(][^（）()]*[）)]$")
_DONE = pattern(
    r"(?:し|され|(?:さ)?せられ|られ|れ)?(?:た|ました|だ|済み?)(?:である|です|だ|が|ので|ため|との?(?:こと|報告|話)?|という)*"
)
_SPEECH = vocabulary("telling", "answering", "hearing", "thinking", "meeting", "standing")
