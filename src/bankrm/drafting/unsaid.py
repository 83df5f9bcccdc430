"""What a caution (「…の前では触れない」) keeps from somebody at the table, and what of that talk it lets one raise all the same.

What is kept is the matter, not only the sentence that names it: whatever else was told or promised in the same talk of the same thing
(the petition for the dormitory beside the other bank's plan for it), what was said of it in any talk that none of these people heard,
and what was promised of it in a talk of those who know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bankrm.domain.citing import BANK_SPEAKER
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, Observation
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.template.desk import PROMISES, Desk
from bankrm.language.formatting import slash_date
from bankrm.language.patterns import pattern
from bankrm.language.speech import ROLES
from bankrm.language.words import words

_GENERAL = frozenset(["話", "事", "件", "人", "者", "方", "先方", "会社", "銀行", "資料", "書類", "書面", "お客様"])
_SLASH_DAY = pattern(r"(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])")
_NO_NAME = frozenset(["数詞", "副詞可能", "助数詞可能", "人名", "サ変可能"])


@dataclass(frozen=True, slots=True)
class _Kept:
    """One confidence: its talk, who knows, the things it names, and before whom of the visit it is kept."""

    talk: str
    circle: frozenset[str]
    things: frozenset[str]
    before: tuple[str, ...]


class Unsaid:
    """Knows which evidence of a visit is of a matter that somebody at the table must not hear of from us."""

    def __init__(self, context: VisitContext) -> None:
        self._desk = Desk(context)
        told = [o for o in context.observations if o.code is Code.CONFIDENTIAL and o.names("before")]
        self._kept = [
            _Kept(o.subject, self._planned(o.names("people")), things(_said(o)), o.names("before")) for o in told
        ]
        self._days = frozenset(slash_date(o.day("on")) for o in told if o.values["whole"])
        self._heard = self._heard_by(context)
        self._known = {person: self._things_heard(context, person) for kept in self._kept for person in kept.before}
        self.named = dict(self._excepted({o.subject for o in told if o.values["whole"]}))
        """The promises of such a talk that the caution itself names as what may be raised (「…のほかは」): each piece that tells of
        one, and its thing."""

    def tells_of_talk(self, text: str) -> bool:
        """Whether the text names the day of a talk of which somebody at the table must not hear at all."""
        return not self._days.isdisjoint(_SLASH_DAY.findall(text))

    def covers(self, piece: Evidence) -> bool:
        """Whether the piece belongs to a matter that somebody at the table must not hear of."""
        if piece.origin.type is not OriginType.INTERACTION or piece in self.named:
            return False
        named = things([piece.body])
        return any(self._of_matter(kept, piece, named) for kept in self._kept)

    def _of_matter(self, kept: _Kept, piece: Evidence, named: frozenset[str]) -> bool:
        if piece.origin.ref == kept.talk:
            return bool(named & kept.things)
        heard = self._heard[piece.origin.ref]
        hidden = heard.isdisjoint(kept.before) and (piece.speaker not in ("", BANK_SPEAKER) or heard <= kept.circle)
        return hidden and any(named & (kept.things - self._known[person]) for person in kept.before)

    def _excepted(self, talks: Collection[str]) -> Iterator[tuple[Evidence, str]]:
        for o in self._desk.open_to_all(*PROMISES):
            if any(piece.origin.ref in talks for piece in o.evidence[:1]):
                yield from ((piece, o.subject) for piece in (*o.evidence[:1], *((o.figure,) if o.figure else ())))

    def _heard_by(self, context: VisitContext) -> dict[str, set[str]]:
        """Who was at each talk, under the names of the visit's entry."""
        heard: dict[str, set[str]] = defaultdict(set)
        for record in context.dossier.interactions:
            heard[record.ref] |= self._planned(record.attendees)
        for _, piece in context.pack:
            heard[piece.origin.ref] |= self._planned({piece.speaker} - {"", BANK_SPEAKER})
        return heard

    def _planned(self, people: Iterable[str]) -> frozenset[str]:
        return frozenset(self._desk.as_planned(person) for person in people)

    def _things_heard(self, context: VisitContext, person: str) -> frozenset[str]:
        """What that person heard of in a talk, and what stands in no talk at all."""
        spoken = (OriginType.INTERACTION, OriginType.VISIT, OriginType.FIGURE, OriginType.CLOSING)
        return things(
            piece.body
            for _, piece in context.pack
            if person in self._heard[piece.origin.ref] or piece.origin.type not in spoken
        )


def _said(o: Observation) -> Iterator[str]:
    return (piece.body for piece in o.pieces("covers") if piece.speaker)


def things(texts: Iterable[str]) -> frozenset[str]:
    """What texts name, by which a matter is known again: nouns that are no number, time, person or word of any matter."""
    return frozenset(
        word.base
        for text in texts
        for word in words(text)
        if word.pos[0] == "名詞" and not _NO_NAME & set(word.pos)
        and word.base not in _GENERAL and word.surface not in _ROLES
    )  # fmt: skip


_ROLES = frozenset(ROLES.split("|"))
