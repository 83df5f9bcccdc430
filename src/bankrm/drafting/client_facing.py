"""What may be put before the client in writing: less than may be carried out of the bank, for the client keeps it.

Nothing of a talk that was told in confidence, whoever sits at the table; no word on the owners' succession or the firm's sale; none of
the bank's own words for what it decides. A statement that may not be shown goes, and with the thing itself all that hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bankrm.domain.citing import CONFIDENTIAL_MARK, is_confidential
from bankrm.domain.drafts import Statement, Verdict, units
from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import Evidence, EvidencePack, OriginType
from bankrm.domain.interactions import Interaction, is_talk
from bankrm.domain.observations import Code
from bankrm.drafting.carried import Guard
from bankrm.drafting.ports import VisitContext
from bankrm.language.inner_words import DECIDING
from bankrm.language.normal_form import normal_form
from bankrm.language.patterns import pattern

_TO_THANK_FOR = timedelta(days=92)
_OURS = pattern(
    rf"{DECIDING.pattern}|承認|決裁権限|行内|与信|見立て|担当者の認識|プロパー|マル保|事業性評価|要確認|落とし所"
)
_OF_OWNERS = pattern(
    "承継|後継|跡継|跡取|継が|継ぐ|継い|代替わり|世代交代|相続|出資|持株|自社株|株式|株を|株の|(?:経営者|代表者|個人|連帯)保証|保証人|保証を外|"
    "長男|次男|二男|三男|長女|次女|息子|せがれ|婿|娘|妻|家内|女房|奥様|奥さ|夫[はがの]|本人|離婚|引退|畳む|畳ん"
)

# what stands in any such paper, and hints at nothing that was told
_COURTESY = pattern(
    "お忙しいなか|お電話|お?時間|ご?面談|ご?来店|お礼|お世話|所定の審査|お?申し?込み?|結果|お約束|背景|影響|決算書|様子|次回|日程|ご?訪問|ご?連絡|ご?相談|ご?用意|お話|期日|更新|延長|締切|短期のお借入枠|お借入|時期|進み具合|ご判断"
)


class NothingToFollow(ExpectedError):
    """No mail can follow: there was no talk yet, the last one is long past, or it was in confidence (details: client, reason:
    `no_talk`, `long_ago`, `in_confidence`)."""

    code = "nothing_to_follow"


class NothingToShow(ExpectedError):
    """No sheet comes about: nothing that is recorded may lie before those whom the visit is to (details: client)."""

    code = "nothing_to_show"


class ClientGuard:
    """Knows, of one client and as of today, what may stand on paper that the client keeps."""

    def __init__(self, context: VisitContext, followed: Interaction | None = None) -> None:
        """`followed` is the talk that a mail follows: it goes to those alone who were there."""
        self._guard = Guard(context)
        told = (o.subject for o in context.observations if o.code is Code.CONFIDENTIAL and o.values["whole"])
        marked = (record.ref for record in context.dossier.interactions if is_confidential(record))
        self._in_confidence = frozenset((*told, *marked))
        self._given = frozenset(_given(context, followed)) if followed else frozenset()

    def was_given(self, promise: Evidence) -> bool:
        """Whether it is a promise of ours that those whom the mail goes to were given in the talk that it follows."""
        return promise in self._given and self._may_be_cited(promise)

    def lets_pass(self, text: str) -> bool:
        """Whether the words themselves may be shown."""
        plain = normal_form(text)
        return not (_OURS.search(plain) or _OF_OWNERS.search(plain)) and self._guard.lets_pass_words(text)

    def lets_cite(self, *pieces: Evidence) -> bool:
        """Whether a sentence that rests on these may be shown."""
        return all(map(self._may_be_cited, pieces))

    def lets_pass_statement(self, statement: Statement, cited: Sequence[Evidence]) -> bool:
        """Whether it and what it rests on may be shown; a fact only where the checker bears it out. What was promised to those who
        read it is no secret before them, whoever else comes to the visit."""
        doubted = statement.verdict not in (None, Verdict.SUPPORTED)
        if cited and all(map(self.was_given, cited)):
            plain = normal_form(statement.text)
            return not doubted and not _OURS.search(plain) and self._guard.lets_pass_words(statement.text)
        barred = doubted or not self.lets_pass(statement.text) or not self.lets_cite(*cited)
        told = replace(statement, text=_COURTESY.sub("", statement.text))
        return not barred and self._guard.lets_pass_statement(told, cited)

    def sifted(self, statements: Iterable[Statement], pack: EvidencePack) -> Iterator[Statement]:
        """Those that may be shown: of what belongs together none without its first."""
        for unit in units(statements):
            passing = [s for s in unit if self.lets_pass_statement(s, [pack[key] for key in s.citations])]
            if passing and passing[0] is unit[0]:
                yield from passing

    def _may_be_cited(self, piece: Evidence) -> bool:
        head = piece.text.partition(": ")[0]
        return CONFIDENTIAL_MARK not in head and piece.origin.ref not in self._in_confidence


def _given(context: VisitContext, talk: Interaction) -> Iterator[Evidence]:
    """The pieces of a talk that tell of a promise of ours, but for what was told in confidence there."""
    kept = {piece for o in context.observations if o.code is Code.CONFIDENTIAL for piece in o.pieces("covers")}
    for o in context.observations:
        if o.code is Code.PROMISE_OPEN:
            yield from (piece for piece in o.evidence if piece.origin.ref == talk.ref and piece not in kept)


@dataclass(frozen=True, slots=True)
class Followed:
    """The talk that a mail follows, and the piece that says it took place."""

    record: Interaction
    meeting: Evidence


def followed_talk(context: VisitContext) -> Followed:
    """The client's last talk. Raises NothingToFollow."""
    client = str(context.dossier.client.key)
    talks = [record for record in context.dossier.interactions if is_talk(record.method)]
    if not talks:
        raise NothingToFollow(client=client, reason="no_talk")
    last = talks[-1]
    if context.today - last.on > _TO_THANK_FOR:
        raise NothingToFollow(client=client, reason="long_ago")
    meeting = _meeting(context, last)
    if meeting is None or not ClientGuard(context).lets_cite(meeting):
        raise NothingToFollow(client=client, reason="in_confidence")
    return Followed(last, meeting)


def _meeting(context: VisitContext, talk: Interaction) -> Evidence | None:
    found = next((o for o in context.observations if o.code is Code.LAST_TALK and o.subject == talk.ref), None)
    pieces = (e for e in (found.evidence if found else ()) if e.origin.type is OriginType.INTERACTION and not e.speaker)
    return next(pieces, None)
