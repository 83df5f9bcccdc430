"""What of a visit brief may be carried out of the bank (持出し版), where it may be lost or read over a shoulder.

Facts and questions alone, of the sections that one needs at the table: no view of ours, no step of ours, no caution. Nothing that was
told in confidence or rests on it, whoever sits at the table, but for the promise that the caution itself lets one raise; nothing of a
matter that is kept from somebody there; no other bank and no word on the client's standing with us; no CIF. Only the line that may
not be carried is kept back, and the preview says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bankrm.domain.citing import CONFIDENTIAL_MARK, is_confidential
from bankrm.domain.drafts import Draft, Section, Statement, units
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.interactions import OWN_VIEW
from bankrm.domain.observations import Code
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.template.desk import PROMISES, telling_words
from bankrm.drafting.unsaid import Unsaid
from bankrm.language.inner_words import BANK, SALE, STANDING
from bankrm.language.normal_form import normal_form
from bankrm.language.patterns import pattern
from bankrm.language.sensitive import is_sensitive
from bankrm.language.words import words

K = StatementKind
CARRIED = {
    "headlines": K.FACT, "promises": K.FACT, "questions": K.QUESTION, "changes": K.FACT, "previous": K.FACT, "company": K.FACT,
}  # fmt: skip
"""The sections that are carried, the most needed first, and the kind of statement that is carried of each."""

_KEPT = pattern(r"スコア|EBITDA|秘匿|極秘|厳秘")  # figures of ours, and marks
_KIND_OF_BANK = pattern("(?:銀行|信用金庫|信金|信用組合|信組|農業協同組合|農協)$")
_PLAIN = pattern("[ぁ-んー]+")
_ANY_NUMBER = 3  # digits that any amount or year may have
_TELL_OF_BANKS = (Code.OTHER_BANK_FIRST, Code.OTHER_BANK_TOLD)


class Guard:
    """Knows, of one client and as of today, what must not leave the bank."""

    def __init__(self, context: VisitContext) -> None:
        self._client = context.dossier.client
        told = [o for o in context.observations if o.code is Code.CONFIDENTIAL]
        kept = [piece for o in told for piece in (*o.pieces("covers"), *(o.evidence if o.values["whole"] else ()))]
        self._banks = frozenset(_KIND_OF_BANK.sub("", loan.bank) for loan in context.dossier.other_banks)
        self._unsaid = Unsaid(context)
        self._named = self._unsaid.named
        self._pieces = frozenset((*kept, *self._of_others(context))) - frozenset(self._named)
        whole = {o.subject for o in told if o.values["whole"]}
        secret = [r for r in context.dossier.interactions if is_confidential(r) or r.ref in whole]
        own_views = (record.ref for record in context.dossier.interactions if record.method == OWN_VIEW)
        self._records = frozenset((*(record.ref for record in secret), *own_views))
        fields = (
            f"{r.client_words} {r.explanation} {r.promises_text} {r.purpose} {r.next_step} {r.open_points}"
            for r in secret
        )
        told_apart = [*fields, *(piece.body for piece in kept)]
        spoken = list(self._open_texts(context))
        self._words = _words(told_apart) - _words(spoken)
        self._letters = _kanji(told_apart) - _kanji(spoken)

    def _of_others(self, context: VisitContext) -> Iterator[Evidence]:
        """What tells of another bank, or complains; not our own promise that the bank was quicker at."""
        ours = frozenset(piece for o in context.observations if o.code in PROMISES for piece in o.evidence)
        for o in context.observations:
            if o.code in _TELL_OF_BANKS:
                yield from (piece for piece in o.all_evidence if piece not in ours)
            elif o.code is Code.COMPLAINT:
                yield from o.all_evidence

    def _open_texts(self, context: VisitContext) -> Iterator[str]:
        """What may be said: by words that stand here too, no secret is known."""
        for _, piece in context.pack:
            if self._may_be_cited(piece) and piece.origin.type is not OriginType.VISIT:  # a purpose may tell a secret
                yield piece.body
        yield " ".join((self._client.name, self._client.business, self._client.industry))

    def lets_pass(self, text: str) -> bool:
        """Whether the words themselves may be carried."""
        return self.lets_pass_words(text) and not (self._words & telling_words(text) or self._letters & set(text))

    def lets_pass_words(self, text: str) -> bool:
        """Whether the words name nothing that is barred as such, whatever they may hint at."""
        plain = normal_form(text)  # without spaces and marks, so that none of them hides a word
        own = normal_form(f"{self._client.name} {self._client.address}")
        named = any(bank in plain for bank in self._banks if len(bank) > 1 and bank not in own)
        named = named or self._unsaid.tells_of_talk(text)
        barred = (
            named or any(words.search(plain) for words in (BANK, STANDING, SALE, _KEPT)) or CONFIDENTIAL_MARK in text
        )
        return not (barred or self._tells_number(plain) or is_sensitive(text))

    def _tells_number(self, plain: str) -> bool:
        """Whether it tells the client's number, with its zeros or without."""
        cif, short = self._client.key.cif, self._client.key.cif.lstrip("0")
        return cif in "".join(filter(str.isdigit, plain)) or (len(short) > _ANY_NUMBER and short in plain)

    def lets_pass_statement(self, statement: Statement, cited: Iterable[Evidence]) -> bool:
        """Whether it and what it rests on may be carried."""
        pieces = tuple(cited)
        doubted = statement.questioned or statement.kind is K.OWN_VIEW
        barred = doubted or not self.lets_pass_words(statement.text) or not all(map(self._may_be_cited, pieces))
        return not barred and not self._hints(statement, pieces)

    def _hints(self, statement: Statement, cited: Iterable[Evidence]) -> bool:
        """Whether its words hint at a secret; those of a promise that may be raised hint at none. Of the template's own sentences the
        nouns are asked alone: its phrases share verbs and letters with any text."""
        named = " ".join(self._named[piece] for piece in cited if piece in self._named)
        if statement.origin == "template":
            return bool(self._words & (telling_words(_without_verbs(statement.text)) - telling_words(named)))
        told = self._words & (telling_words(statement.text) - telling_words(named))
        return bool(told or self._letters & (set(statement.text) - set(named)))

    def _may_be_cited(self, piece: Evidence) -> bool:
        if piece in self._named:
            return True
        head = piece.text.partition(": ")[0]
        of_bank = piece.origin.type is OriginType.HOST and piece.origin.ref.startswith("other-bank:")
        marked = of_bank or CONFIDENTIAL_MARK in head or piece.origin.ref in self._records
        return not (marked or piece in self._pieces or self._unsaid.covers(piece))


@dataclass(frozen=True, slots=True)
class CarriedSection:
    """What of a section is carried, in units that belong together, and what is kept back."""

    section: Section
    units: tuple[tuple[Statement, ...], ...]
    withheld: tuple[Statement, ...]


def carried(draft: Draft, guard: Guard) -> Iterator[CarriedSection]:
    """The sections that are carried, the most needed first."""
    sections = {section.key: section for section in draft.sections}
    for key, kind in CARRIED.items():
        if key in sections:
            yield _sifted(draft, guard, sections[key], kind)


def _sifted(draft: Draft, guard: Guard, section: Section, kind: StatementKind) -> CarriedSection:
    known = dict(draft.pack)
    asked = [one for one in section.statements if one.kind in (kind, K.OWN_VIEW)]
    withheld = [
        one
        for one in asked
        if not guard.lets_pass_statement(one, (known[key] for key in one.citations if key in known))
    ]
    left = (tuple(one for one in unit if one in asked and one not in withheld) for unit in units(section.statements))
    return CarriedSection(section, tuple(unit for unit in left if unit), tuple(withheld))


def _kanji(texts: Iterable[str]) -> frozenset[str]:
    """By these a secret is known again in other words: 譲る in 譲渡."""
    return frozenset(letter for text in texts for letter in text if "一" <= letter <= "龠")


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Those in plain hiragana (いま, そう) tell nothing."""
    return frozenset(word for text in texts for word in telling_words(text) if not _PLAIN.fullmatch(word))


def _without_verbs(text: str) -> str:
    return " ".join(word.surface for word in words(text) if word.pos[0] != "動詞")
