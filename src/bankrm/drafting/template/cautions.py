"""注意: other banks' terms heard from the client, what was told in confidence, complaints, what is out of date."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.days import A_YEAR
from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.template.desk import PROMISES, Desk

CAUTION = StatementKind.CAUTION


def compose_cautions(desk: Desk) -> Iterator[Statement]:
    """What must not be said before whom comes first: a slip there cannot be mended."""
    yield from _confidences(desk)
    yield from _complaints(desk)
    yield from _other_banks(desk)
    yield from _out_of_date(desk)
    for o in desk.seen(Code.INSTRUCTION_WITHHELD):
        if o.figure:
            yield desk.say(CAUTION, f"{o.figure.body}。", o.figure)


def _confidences(desk: Desk) -> Iterator[Statement]:
    """Before whom of the visit each is to be kept, or who else has not been told, named without its words, but for what another bank did, which we must know; where
    all at the table know, only that it goes no further."""
    told = desk.seen(Code.CONFIDENTIAL)
    to_keep = [o for o in told if o.values["before"]]
    banks = {o.evidence[0]: o for o in desk.seen(Code.OTHER_BANK_TOLD) if o.values["moved"]}
    for o in to_keep:
        people = "・".join(o.names("before"))
        moved = [] if o.values["whole"] else [piece for piece in o.pieces("covers") if piece in banks]
        for words in moved[-1:]:
            text = f"{banks[words].subject}の動き: {desk.told(words)}。{people}の前では一切触れない。"
            yield desk.say(CAUTION, text, *desk.bank_words(banks[words]), desk.visit_evidence())
        if moved:
            continue
        cited = (*o.evidence, desk.visit_evidence())  # not the words themselves: the list of sources would print them
        but = [p.subject for p in desk.open_to_all(*PROMISES) if any(e.origin.ref == o.subject for e in p.evidence[:1])]
        how = f"、{'と'.join(but)}のほかは一切触れない" if o.values["whole"] and but else "一切触れない"
        yield desk.say(CAUTION, f"{_what(desk, o)}、{people}の前では{how}。", *cited)
        channel = o.values["channel"]
        if isinstance(channel, Evidence):
            yield desk.say(CAUTION, f"連絡の仕方: {desk.quote(channel)}。", channel)
    for o in [o for o in told if o.values["untold"]]:
        untold = "・".join(o.names("untold"))
        text = f"{_what(desk, o)}、{untold}にはまだ話が通っていない: {untold}の耳に入る席では触れず、お渡しする書面にも載せない。"
        yield desk.say(CAUTION, text, *o.evidence)
    for o in [] if to_keep else [o for o in told if not o.values["untold"]][-1:]:
        who = "・".join(o.names("people")) or "先方"
        yield desk.say(
            CAUTION, f"{desk.on(o.day('on'))}の話は{who}から聞いた秘匿: ほかの方の前では触れない。", *o.evidence
        )


def _what(desk: Desk, o: Observation) -> str:
    """The whole talk, or the matter of it that is to be kept."""
    on = desk.on(o.day("on"))
    if o.values["whole"] or not o.values["name"]:
        return f"{on}の{'・'.join(o.names('people')) or '先方'}との話は"
    return f"{on}に{o.values['by'] or '先方'}から聞いた{o.values['name']}の件は"


def _complaints(desk: Desk) -> Iterator[Statement]:
    """The last complaint that stands; and that of somebody at the table that was settled, so that nobody stirs it up."""
    complaints = [o for o in desk.seen(Code.COMPLAINT) if desk.usable(o.evidence[0])]
    for o in [c for c in complaints if not c.values["settled_by"]][-1:]:
        yield desk.say(CAUTION, f"気を付けたい言葉: {desk.told(o.evidence[0])}。", o.evidence[0])
    for o in [c for c in complaints if desk.usable(c.values["settled_by"]) and desk.meets(str(c.values["speaker"]))][
        -1:
    ]:
        settled = desk.usable(o.values["settled_by"])
        assert settled
        text = f"収まった苦情(蒸し返さない): {desk.told(o.evidence[0])} → {desk.told(settled)}。"
        yield desk.say(CAUTION, text, o.evidence[0], settled)


def _other_banks(desk: Desk) -> Iterator[Statement]:
    """What the client told of another bank's terms, or at least of its moves, in the last year."""
    heard = (o for o in desk.seen(Code.OTHER_BANK_TOLD) if desk.age(o.evidence[0]) <= A_YEAR)
    told = [o for o in heard if desk.usable(o.evidence[0]) and (o.values["terms"] or o.values["moved"])]
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
