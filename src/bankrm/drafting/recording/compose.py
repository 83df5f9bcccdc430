"""The fields of a record from what was proposed, decided and written: words of the memo, 「」 only around what stands so in it.

What is composed reads back as it was meant: `domain.reading` finds the same speakers, quotes, owners and days in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.memos import LISTS, AnswerState, Memo, RecordField
from bankrm.domain.open_points import UNANSWERED, as_asked, open_line
from bankrm.domain.promises import moved_to
from bankrm.domain.reading import canonical
from bankrm.drafting.recording.commitments import needs_its_day
from bankrm.drafting.recording.decide import decided
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece, Reading
from bankrm.language.formatting import month_day
from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES

INTERNAL = "行内限り"
_ASKED = (AnswerState.ANSWERED, AnswerState.NO_ANSWER)
_SAYS_WHO = pattern(
    rf"(?:{ROLES})(?:{HONORIFICS})?(?:[はがも：:「]|から|より|に(?:よる|よれ)|の話)"
)  # several may be told of
_OWNERS = ((Party.BANK, "【当行】"), (Party.CLIENT, "【先方】"))


def compose(memo: Memo, reading: Reading, meeting: Meeting) -> Mapping[RecordField, str]:
    """Every field of the form, as text; what a person wrote stands in place of what is proposed."""
    reading = decided(reading, memo.text, memo.decisions)
    fields = {
        RecordField.METHOD: _last(reading, RecordField.METHOD) or meeting.method,
        RecordField.PLACE: _last(reading, RecordField.PLACE) or ("" if _is_remote(reading, meeting) else meeting.place),
        RecordField.ATTENDEES: "、".join(_attendees(reading, meeting)),
        RecordField.BANK_PEOPLE: "、".join(
            dict.fromkeys((*meeting.bank_people, *_texts(reading, RecordField.BANK_PEOPLE)))
        ),
        RecordField.PURPOSE: _last(reading, RecordField.PURPOSE) or meeting.purpose,
        RecordField.EXPLANATION: "".join(
            _sentence(text) for text in (*_texts(reading, RecordField.EXPLANATION), *dict.fromkeys(_asked(memo)))
        ),
        RecordField.CLIENT_WORDS: "\n".join((*_said(memo, reading), *_answered(memo))),
        RecordField.PROMISES: "\n".join(_promised(reading, meeting)),
        RecordField.OPEN_POINTS: "\n".join((*_texts(reading, RecordField.OPEN_POINTS), *_unanswered(memo))),
        RecordField.HANDED_OVER: "、".join(dict.fromkeys(_texts(reading, RecordField.HANDED_OVER))),
        RecordField.NEXT_STEP: "、".join(_texts(reading, RecordField.NEXT_STEP)),
        RecordField.CONFIDENTIALITY: _confidentiality(reading),
    }
    return {**fields, **memo.edits}


def record_of(memo: Memo, fields: Mapping[RecordField, str], ref: str) -> Interaction:
    """The record with these fields."""
    listed = {name.value: tuple(filter(None, (p.strip() for p in fields[name].split("、")))) for name in LISTS}
    plain = {name.value: fields[name].strip() for name in RecordField if name not in LISTS}
    return Interaction(ref, memo.client, memo.on, **plain, **listed)  # type: ignore[arg-type]


def _texts(reading: Reading, field: RecordField) -> list[str]:
    return [piece.text for piece in reading.of(field) if piece.text]


def _last(reading: Reading, field: RecordField) -> str:
    return next(iter(_texts(reading, field)[::-1]), "")


def _confidentiality(reading: Reading) -> str:
    """As the memo says; that one sentence asks for silence marks nothing until a person says so."""
    told = (piece for piece in reading.of(RecordField.CONFIDENTIALITY) if Doubt.SILENCE not in piece.doubts)
    return next((piece.text for piece in reversed(tuple(told)) if piece.text), INTERNAL)


def _is_remote(reading: Reading, meeting: Meeting) -> bool:
    return (_last(reading, RecordField.METHOD) or meeting.method) in ("電話", "Web", "来店")


def _attendees(reading: Reading, meeting: Meeting) -> Sequence[str]:
    """Those whom the memo lists, else those planned but for who was away; whoever is quoted was there."""
    listed = _texts(reading, RecordField.ATTENDEES)
    away = {piece.speaker for piece in reading.of(RecordField.ATTENDEES) if not piece.text}
    planned = [canonical(person, meeting.contacts) for person in meeting.people]
    quoted = [piece.speaker for piece in reading.of(RecordField.CLIENT_WORDS) if piece.quoted and piece.speaker]
    return [one for one in dict.fromkeys((*(listed or planned), *quoted)) if one not in away]


def _said(memo: Memo, reading: Reading) -> Iterator[str]:
    """One line a remark, with its speaker; how it was said stays with the quotation (「早くしてくれよ」と少し不機嫌)."""
    line, end = "", -1
    for piece in reading.of(RecordField.CLIENT_WORDS):
        manner = piece.text.startswith("と") and memo.text[end : piece.span[0]] in ("」", "』")
        if manner and line:
            line += piece.text
            continue
        if line:
            yield line if line.endswith("」") else _sentence(line)
        line, end = _remark(piece), piece.span[1]
    if line:
        yield line if line.endswith("」") else _sentence(line)


def _remark(piece: Piece) -> str:
    if piece.note:
        return f"{piece.note}{piece.text}"
    if piece.quoted:
        return f"{piece.speaker}「{piece.text}」"
    tells_itself = piece.owner is Party.CLIENT  # its words begin with whoever said them
    return piece.text if tells_itself or not piece.speaker else f"{piece.speaker}：{piece.text}"


def _promised(reading: Reading, meeting: Meeting) -> Iterator[str]:
    for owner, head in _OWNERS:
        for piece in reading.of(RecordField.PROMISES):
            if piece.owner is owner and piece.moves and piece.due and Doubt.MOVED not in piece.doubts:
                yield _sentence(f"{head}{moved_to(piece.moves, piece.due.last_day())}")
            elif piece.owner is owner:
                due = (
                    f"（{month_day(piece.due.last_day())}まで）" if piece.due and needs_its_day(piece, meeting) else ""
                )
                yield _sentence(f"{head}{piece.about}{piece.text}{due}")


def _asked(memo: Memo) -> Iterator[str]:
    """That it was asked, never in words that nobody spoke."""
    return filter(None, (as_asked(answer.question) for answer in memo.answers if answer.state in _ASKED))


def _answered(memo: Memo) -> Iterator[str]:
    for answer in memo.answers:
        if answer.state is AnswerState.ANSWERED and answer.words.strip():
            words = _sentence(answer.words.strip())
            yield f"{answer.to}：{words}" if answer.to and not _SAYS_WHO.search(words) else words


def _unanswered(memo: Memo) -> Iterator[str]:
    return (open_line(answer) for answer in memo.answers if answer.state in UNANSWERED)


def _sentence(text: str) -> str:
    text = text.rstrip(" 　")
    return text if text.endswith(("。", "」", "？", "！")) else f"{text}。"
