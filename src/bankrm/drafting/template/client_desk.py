"""A desk for what the client reads: whose words may be read out before whom, and the polite way to say them.

What somebody said is read back to those alone who said or heard it; the words of the one who decides also before staff. A difficulty of
the firm may be spoken of before anybody there, without saying who voiced it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from bankrm.domain.citing import BANK_SPEAKER, cite_client
from bankrm.domain.clients import Contact
from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import contact_of, surname
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.client_facing import ClientGuard
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.template.desk import Desk
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import format_yen
from bankrm.language.patterns import pattern

_OFFICER = pattern(r"取締役|専務|常務|副社長|会長|女将|理事|監査役|相談役|顧問")
_KEEPER = pattern(r"経理|財務|会計|総務|事務長")
_HEARSAY = pattern(r"(?:との(?:こと|お?話)(?:だった|でした)?|そうだ|そうです|という|由|と)$")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％", "0123456789%")
_HOUR = r"(?:\([月火水木金土日](?:曜日?)?\))?[の 、]{0,2}(正午|(?:午前|午後)?\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d{2}))"
_QUOTED_OR_MILLIONS = pattern(r"「[^」]*」|(?<![\d.,])([\d,]+)百万円")
_NO_INTENT = frozenset({Certainty.NONE, Certainty.DONE})


class ClientDesk(Desk):
    """As `Desk`, for paper that goes to those of the talk that it follows, else to those whom the visit is to."""

    def __init__(self, context: VisitContext, followed: Interaction | None = None) -> None:
        super().__init__(context)
        self.guard = ClientGuard(context, followed)
        self._people = tuple(map(self.canonical, followed.attendees if followed else self.people()))
        self._contacts = context.dossier.contacts
        self._records = {record.ref: record for record in context.dossier.interactions}

    def say(
        self, kind: StatementKind, text: str, *evidence: Evidence | None, group: str | None = None,
        confidence: Confidence = Confidence.NONE,
    ) -> Statement:  # fmt: skip
        """As `Desk.say`, with sums as one says them outside a bank."""
        return super().say(kind, spoken_sums(text), *evidence, group=group, confidence=confidence)

    def sifted(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those that may be shown, of what belongs together."""
        return list(self.guard.sifted((replace(s, group="one") for s in statements), self.context.pack))

    def readable(self, evidence: object) -> Evidence | None:
        """The piece, where it may be read out: nothing barred is in it, and it is news to nobody there."""
        piece = self.usable(evidence)
        shown = piece and self.guard.lets_cite(piece) and self.guard.lets_pass(piece.body) and self.known_to_all(piece)
        return piece if shown else None

    def ours_to_tell(self, evidence: object) -> Evidence | None:
        """What we said, or noted with a loan, of what we need: news to somebody there, but ours to tell unless something barred is in it."""
        piece = self.usable(evidence)
        ours = piece and (piece.speaker == BANK_SPEAKER or piece.origin.type is OriginType.HOST)
        return piece if ours and piece and self.guard.lets_cite(piece) and self.guard.lets_pass(piece.body) else None

    def in_charge(self) -> tuple[str, Evidence] | None:
        """Who writes: the one in charge of the client by the master, with the piece that says so."""
        client = self.context.dossier.client
        piece = next((e for e in cite_client(client) if e.body == f"担当者 {client.in_charge}"), None)
        return (client.in_charge, piece) if piece else None

    def known_to_all(self, evidence: Evidence) -> bool:
        """Whether all whom the paper goes to were there when it was said, or are staff of the one who said it and decides."""
        if evidence.origin.type is not OriginType.INTERACTION:
            return bool(self._people)
        record = self._records.get(evidence.origin.ref)
        present = {evidence.speaker, *(map(self.canonical, record.attendees) if record else ())}
        of_theirs = evidence.speaker not in ("", BANK_SPEAKER)
        by_decider = self.decides(evidence.speaker) if of_theirs else any(map(self.decides, present))
        absent = [person for person in self._people if person not in present]
        return bool(self._people) and all(by_decider and self._is_staff(person) for person in absent)

    def took_part(self, promise: Evidence) -> bool:
        """Whether one of those whom the paper goes to was there when it was given: nobody else is asked how it stands."""
        record = self._records.get(promise.origin.ref)
        return record is not None and any(
            self.is_addressed(person) for person in record.attendees or (promise.speaker,)
        )

    def by(self, o: Observation) -> str:
        """The day on which something is due, with its hour where one of the pieces that all of them know names it: 11月27日17時."""
        day = o.day("due")
        dated = re.compile(rf"(?<!\d)(?:{day.month}月{day.day}日|{day.month}/{day.day}(?!\d)){_HOUR}")
        known = (unicodedata.normalize("NFKC", e.body) for e in o.all_evidence if self.known_to_all(e))
        hour = next((found[1] for words in known if (found := dated.search(words))), "")
        return self.due(day) + hour

    def may_see_accounts(self) -> bool:
        """Whether the firm's figures may lie before all of them: the one who decides, officers, and who keeps the books."""
        privy = (self.decides(p) or not self._is_staff(p) or _KEEPER.search(p) for p in self._people)
        return self.head_reads() and all(privy)

    def shown(self, *codes: Code) -> list[Observation]:
        """Observations that may be spoken of on such paper: not hushed, none of the owners' own affairs, nothing in confidence. Of a
        matter some words may be: ask `readable` for each."""
        found = (o for o in self.open_to_all(*codes) if not o.values.get("private") and self.guard.lets_pass(o.subject))
        return [o for o in found if o.code is Code.MATTER or self.guard.lets_cite(*o.evidence)]

    def promised(self, *codes: Code) -> list[Observation]:
        """Promises that are surely as they are told, and were given before all of them; ours also where the visit is for it."""
        return [o for o in self.shown(*codes) if not o.values.get("in_doubt") and self._is_known(o)]

    def _is_known(self, promise: Observation) -> bool:
        ours = promise.values["owner"] is Party.BANK and self.is_purpose(promise.subject)
        return ours or self.readable(promise.evidence[0]) is not None

    def is_addressed(self, person: str) -> bool:
        """Whether the paper goes to that person."""
        return self.canonical(person) in self._people

    def as_addressed(self, person: str) -> str:
        """As one writes to somebody: 代表取締役社長 田辺様; 田辺社長 where the master has no such person, for a post needs no 様."""
        contact = contact_of(person, self._contacts)
        return person if contact is None else f"{contact.role} {surname(contact.name, contact.reading)}様".lstrip()

    def decides(self, person: str) -> bool:
        """Whether that person has the last word at the client."""
        contact = contact_of(person, self._contacts)
        return contact is not None and contact.decides

    def head_reads(self) -> bool:
        """Whether one who decides is among those whom the paper goes to."""
        return any(map(self.decides, self._people))

    def recalled(self, evidence: Evidence) -> str:
        """What somebody said, said back: 「今期中に1台は入れ替えたい」と伺っています(田辺社長、7月8日)."""
        who = f"{self.as_planned(evidence.speaker)}、" if evidence.speaker else ""
        return f"{self.said(evidence)}と伺っています({who}{self.due(evidence.origin.date)})"

    def said(self, evidence: Evidence) -> str:
        """The words alone, to go on with と: 「…」 as they stand, else what was summed up, in half-width figures and without who told it."""
        words = self.quote(evidence)
        if words.startswith("「"):
            return words
        told_by = re.compile(rf"^(?:{re.escape(evidence.speaker)}|[^、。]{{1,8}}[長役師])(?:は|によると|によれば)、?")
        return f"{_HEARSAY.sub('', told_by.sub('', words)).translate(_HALF_WIDTH).rstrip('、')}、"

    def about(self) -> Evidence:
        """What a sentence cites that rests on nothing but our coming: the visit's entry, else how many talks there are."""
        visit = self.visit_evidence()
        (count,) = self.seen(Code.RECORD_COUNT)
        assert count.figure
        return visit or count.figure

    def _is_staff(self, person: str) -> bool:
        """Whether somebody is neither an officer nor of the family of the one who decides."""
        contact = contact_of(person, self._contacts)
        heads = [c for c in self._contacts if c.decides]
        if contact is None or _OFFICER.search(contact.role) or not heads:
            return False
        return not any(_of_one_family(contact, head) for head in heads)


def is_intent(evidence: Evidence, certainty: object) -> bool:
    """Whether somebody tells what he or she wants, rather than what is."""
    return bool(evidence.speaker) and certainty not in _NO_INTENT


def _of_one_family(one: Contact, other: Contact) -> bool:
    return surname(one.name, one.reading) == surname(other.name, other.reading)


def spoken_sums(text: str) -> str:
    """Sums in 万円 and 億円: 60百万円 → 6,000万円; quoted words stay as they stand."""
    return _QUOTED_OR_MILLIONS.sub(lambda m: _in_words(m[1]) if m[1] else m[0], text)


def _in_words(millions: str) -> str:
    yen = int(millions.replace(",", "")) * 10**6
    return format_yen(yen, "億万円" if yen >= 10**8 else "万円")
