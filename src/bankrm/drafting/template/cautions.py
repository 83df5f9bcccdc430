"""注意: other banks' terms heard from the client, what was told in confidence, complaints, what is out of date."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import Desk

CAUTION = StatementKind.CAUTION
_HEARD_DAYS = 366


def compose_cautions(desk: Desk) -> Iterator[Statement]:
    """What must not be said before whom comes first: a slip there cannot be mended."""
    yield from _confidences(desk)
    yield from _other_banks(desk)
    for o in [c for c in desk.seen(Code.COMPLAINT) if not c.values["settled_by"]][-1:]:
        yield desk.say(CAUTION, f"気を付けたい言葉: {desk.told(o.evidence[0])}。", o.evidence[0])
    yield from _out_of_date(desk)


def _confidences(desk: Desk) -> Iterator[Statement]:
    """Before whom of the visit each is to be kept; where all at the table know of it, only that it goes no further."""
    told = desk.seen(Code.CONFIDENTIAL)
    to_keep = [o for o in told if o.values["before"]]
    for o in to_keep[-2:]:
        request = o.values["request"]
        asked = f": {desk.told(request)}" if isinstance(request, Evidence) else ""
        cited = (
            *o.evidence,
            *(e for e in (request, o.values["matter"]) if isinstance(e, Evidence)),
            desk.visit_evidence(),
        )
        yield desk.say(CAUTION, f"{_what(desk, o)}は、{'・'.join(o.names('before'))}の前では触れない{asked}。", *cited)
    for o in [] if to_keep else told[-1:]:
        yield desk.say(
            CAUTION, f"{desk.on(o.day('on'))}の話は{_who(o)}から聞いた秘匿: ほかの方の前では触れない。", *o.evidence
        )


def _what(desk: Desk, o: Observation) -> str:
    """The whole talk, or the words of it that are to be kept."""
    matter = o.values["matter"]
    on = desk.on(o.day("on"))
    return f"{on}に伺った{desk.quote(matter)}の件" if isinstance(matter, Evidence) else f"{on}の話"


def _who(o: Observation) -> str:
    return "・".join(o.names("people")) or "先方"


def _other_banks(desk: Desk) -> Iterator[Statement]:
    """What the client told of another bank's terms, or at least of its moves, in the last year."""
    heard = (o for o in desk.seen(Code.OTHER_BANK_TOLD) if desk.age(o.evidence[0]) <= _HEARD_DAYS)
    told = [o for o in heard if o.values["terms"] or o.values["moved"]]
    for o in sorted(told, key=lambda o: (bool(o.values["terms"]), o.day("on")))[-1:]:
        (words,) = o.evidence
        what = "条件" if o.values["terms"] else "動き"
        yield desk.say(
            CAUTION,
            f"{o.subject}の{what}は先方から聞いた話で、お渡しする資料と持出し版には載せない: {desk.quote(words)}。",
            words,
        )


def _out_of_date(desk: Desk) -> Iterator[Statement]:
    """Papers past their day, one by one; other banks' terms in one line a day."""
    expired = desk.seen(Code.SOURCE_EXPIRED)
    for o in (o for o in expired if "title" in o.values):
        yield desk.say(
            CAUTION,
            f"標準資料「{o.subject}」は有効期限が{desk.on(o.day('valid_until'))}で切れている: 使う前に{o.values['owner'] or '所管'}へ確かめる。",
            *o.all_evidence,
        )
    terms = [o for o in expired if "bank" in o.values]
    for as_of in dict.fromkeys(o.day("as_of") for o in terms):
        same = [o for o in terms if o.day("as_of") == as_of]
        banks = "・".join(str(o.values["bank"]) for o in same)
        yield desk.say(
            CAUTION,
            f"{banks}の条件は{desk.on(as_of)}時点で、3か月より前のもの。",
            *(e for o in same for e in o.all_evidence),
        )
