"""A memo read into proposed pieces of a record, by rules alone: the same memo gives the same pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bankrm.domain.interactions import Party
from bankrm.domain.memos import RecordField
from bankrm.domain.reading import canonical
from bankrm.drafting.recording import cues
from bankrm.drafting.recording.commitments import is_promise, promise_in_words, promised_by_us, promises_of
from bankrm.drafting.recording.meeting_facts import MeetingFacts
from bankrm.drafting.recording.objects import with_objects
from bankrm.drafting.recording.plain_memo import MemoLine, clauses, plain_memo
from bankrm.drafting.recording.proposals import Doubt, Meeting, Note, Piece, Reading
from bankrm.drafting.recording.voices import Voice, Voices
from bankrm.language.patterns import pattern

SECRET = "秘匿"
_AS_STATED = frozenset(
    {RecordField.METHOD, RecordField.PLACE, RecordField.ATTENDEES, RecordField.BANK_PEOPLE, RecordField.PURPOSE,
     RecordField.HANDED_OVER, RecordField.NEXT_STEP, RecordField.CONFIDENTIALITY}
)  # fmt: skip
_CLOSING = "。 　、"


def read_memo(memo: str, meeting: Meeting) -> Reading:
    """Pieces in the order of the text, each with its span in `memo`."""
    text, lines = plain_memo(memo)
    voices = tuple(Voices(text, lines, meeting))
    reader = _Reader(text, replace(meeting, people=present(voices, meeting)))
    pieces = [piece for voice in voices for piece in reader.read(voice)]
    pieces += reader.stated(lines)
    pieces += _absences(voices, meeting)
    ordered = tuple(sorted(pieces, key=lambda piece: piece.span))
    return Reading(tuple(_in_confidence(tuple(with_objects(ordered, meeting)), text)))


class _Reader:
    def __init__(self, text: str, meeting: Meeting) -> None:
        self._text, self._meeting = text, meeting
        self._facts = MeetingFacts(meeting)

    def stated(self, lines: Sequence[MemoLine]) -> Iterator[Piece]:
        """Lines under a heading that names a field to be taken as it stands."""
        for line in lines:
            field, start, end = line.field, line.start, line.end
            if field is not None and field in _AS_STATED:
                body = self._text[start:end]
                begin = start + len(body) - len(body.lstrip(" 　:：、"))
                words = self._text[begin:end].strip(_CLOSING)
                if not (field is RecordField.HANDED_OVER and cues.NOTHING.fullmatch(words)):
                    yield Piece(field, (begin, end), words)

    def read(self, voice: Voice) -> Iterator[Piece]:
        """The pieces of one sentence; one that is several (返済表を手交、見積は12/1まで先方) is read clause by clause."""
        if voice.line.field in _AS_STATED:
            return
        only = bool(cues.IN_CONFIDENCE.fullmatch(voice.text))
        if only or cues.CONFIDENTIAL.search(voice.text):
            whole = only and self._begins_or_ends(voice)
            whole |= bool(cues.WHOLE_IN_CONFIDENCE.search(voice.text)) and not cues.BEFORE_WHOM.search(voice.text)
            doubt = Doubt.CONFIDENTIAL if whole else Doubt.SILENCE
            yield Piece(RecordField.CONFIDENTIALITY, (voice.start, voice.end), SECRET, doubts=(doubt,))
            if whole and cues.ONLY_ASKS.fullmatch(voice.text) and not voice.quoted:
                return
        if voice.quoted:
            yield from self._quoted(voice)
            return
        head, voice = self._peeled(voice)
        if head:
            yield from self._facts.pieces(head)
        parts = list(clauses(self._text, voice.start, voice.end))
        for start, end in parts:
            part = voice if len(parts) == 1 else replace(voice, start=start, end=end, text=self._text[start:end])
            yield from self._sentence(self._trimmed(part))

    def _begins_or_ends(self, voice: Voice) -> bool:
        """Whether a sentence begins its line or ends the memo; within a line it is of what was said just before it."""
        return not (
            self._text[voice.line.start : voice.start].strip() and self._text[voice.end :].strip(_CLOSING + "\n")
        )

    def _peeled(self, voice: Voice) -> tuple[Voice | None, Voice]:
        """The words about the meeting that a sentence begins with, and the rest (TEL 佐伯部長 賞与資金は不要)."""
        if (
            cues.begins_next_step(voice.text)
            or voice.subject
            or voice.line.field
            or voice.start != voice.line.start
            or self._facts.is_header(voice.text)
        ):
            return None, voice
        gaps = [m.end() for m in cues.HEAD_ENDS.finditer(self._text, voice.start, voice.end - 1)]
        heads = [gap for gap in gaps if self._facts.is_header(self._text[voice.start : gap]) and gap - voice.start > 2]
        heads = [gap for gap in heads if self._text[gap] not in "「→⇒"]
        if not heads:
            return None, voice
        cut = heads[-1]
        head = replace(voice, end=cut, text=self._text[voice.start : cut])
        named = [piece.text for piece in self._facts.pieces(head) if piece.field is RecordField.ATTENDEES]
        rest = replace(voice, start=cut, text=self._text[cut : voice.end])
        return head, replace(rest, speaker=named[0]) if len(named) == 1 and not rest.speaker else rest

    def _trimmed(self, voice: Voice) -> Voice:
        lead = len(voice.text) - len(voice.text.lstrip("、 　"))
        return replace(voice, start=voice.start + lead, text=voice.text[lead:])

    def _quoted(self, voice: Voice) -> Iterator[Piece]:
        yield self._said(voice)
        if promised := promise_in_words(voice, self._meeting):
            yield promised

    def _sentence(self, voice: Voice) -> Iterator[Piece]:
        text, field = voice.text, voice.line.field
        if cues.SAYS_NOTHING.fullmatch(text):
            return
        if field is RecordField.OPEN_POINTS or (field is None and cues.is_open_point(text)):
            yield self._plain(RecordField.OPEN_POINTS, voice)
        elif field is RecordField.CLIENT_WORDS:
            yield self._said(voice)
        elif field is None and cues.begins_next_step(text):
            yield self._when_next(voice)
        elif field is None and self._facts.is_absence(text):
            yield replace(self._plain(RecordField.CLIENT_WORDS, voice), note=Note.SEEN)
        elif field is None and not voice.line.arrow and self._facts.is_header(text):
            yield from self._facts.pieces(voice)
        elif field is None and not voice.speaker and cues.TOPIC.fullmatch(text):
            if not self._meeting.purpose:
                yield self._plain(RecordField.PURPOSE, voice)
        elif field is None and cues.is_next_step(text):
            yield from self._next_step(voice)
        elif is_promise(voice, self._meeting):
            yield from promises_of(voice, self._text, self._meeting)
        else:
            yield from self._told_or_explained(voice)

    def _next_step(self, voice: Voice) -> Iterator[Piece]:
        """When one meets next; what goes before it in the sentence was told (社長は機嫌よく、次は来月5日に伺うことに)."""
        within = cues.NEXT_WITHIN.search(voice.text)
        begins = voice.start + (within.end() if within else 0)
        if within:
            end = voice.start + within.start()
            yield from self._told_or_explained(replace(voice, end=end, text=self._text[voice.start : end]))
        yield self._when_next(replace(voice, start=begins, text=self._text[begins : voice.end]))

    def _when_next(self, voice: Voice) -> Piece:
        lead = cues.NEXT_TIME.match(voice.text)
        begins = lead.end() if lead and lead.end() < len(voice.text.rstrip(_CLOSING)) else 0
        return self._plain(RecordField.NEXT_STEP, replace(voice, start=voice.start + begins, text=voice.text[begins:]))

    def _told_or_explained(self, voice: Voice) -> Iterator[Piece]:
        text = voice.text
        handed = cues.handed_over(text) if not (voice.speaker and not voice.held) else None
        if handed:
            start, end = voice.start + handed.start("thing"), voice.start + handed.end("thing")
            yield Piece(RecordField.HANDED_OVER, (start, end), _thing(self._text[start:end]))
        if not handed and (note := self._note(voice)):
            yield replace(self._plain(RecordField.CLIENT_WORDS, voice), note=note)
        elif handed or self._is_ours(voice):
            yield self._plain(RecordField.EXPLANATION, voice)
            if promised := promised_by_us(voice, self._meeting):
                yield promised
        else:
            yield self._said(voice)
            if voice.speaker and (promised := promise_in_words(voice, self._meeting)):
                yield promised

    def _note(self, voice: Voice) -> Note | None:
        """What of a sentence nobody said: what we got, what we saw."""
        text = cues.without_note(voice.text)
        if voice.quoted or voice.line.field is not None:
            return None
        if voice.ours and not cues.is_seen_of_somebody(text):
            return None
        if cues.is_received(text) and (voice.held or not voice.speaker):
            return Note.RECEIVED
        seen = voice.watched or cues.is_seen(text)
        return Note.SEEN if seen and not voice.text.startswith("と") else None

    def _is_ours(self, voice: Voice) -> bool:
        """Whether a sentence tells what our side said or did."""
        text = cues.without_note(voice.text)
        if voice.line.field is RecordField.EXPLANATION or voice.ours:
            return True
        if voice.speaker and (voice.subject or not voice.held):
            return False
        if (
            cues.TOLD_AND_AGREED.search(text)
            or cues.OUR_HOUSE.search(text)
            or cues.FROM_US.search(text)
            or cues.WE_DID_NOT_SAY.search(text)
            or cues.OURS_NOT_DONE.search(text)
        ):
            return True
        if cues.OTHERS_DID.search(text) or cues.HEARSAY.search(text):
            return False
        told = cues.TOLD.search(text) or cues.AGREED_BY.search(text)
        return bool(cues.EXPLAINED.search(text)) and not (told and told.end() >= len(text) - 8)

    def _said(self, voice: Voice) -> Piece:
        """The client's words; where a sentence names nobody, the only one who was there said it."""
        doubts: tuple[Doubt, ...] = ()
        speaker = voice.speaker
        subject = voice.subject
        if subject and speaker not in self._meeting.people and len(self._meeting.people) == 1:
            speaker, subject = self._meeting.people[0], False  # who was not there is only told of (社長は…とのこと)
        elif subject and speaker not in self._meeting.people and cues.BARE_HEARSAY.search(voice.text):
            return replace(self._plain(RecordField.CLIENT_WORDS, voice), doubts=(Doubt.SPEAKER,))
        if not voice.watched and not speaker:
            people = self._meeting.people
            told = voice.quoted or cues.TOLD.search(voice.text) or voice.line.field is RecordField.CLIENT_WORDS
            speaker = people[0] if told and len(people) == 1 else ""
            doubts = (() if len(people) == 1 else (Doubt.SPEAKER,)) + (() if told else (Doubt.FIELD,))
        elif voice.held and not voice.quoted and len(self._meeting.people) > 1:
            speaker, doubts = "", (Doubt.SPEAKER,)  # nobody is proposed where it may have been another
        return Piece(
            RecordField.CLIENT_WORDS, (voice.start, voice.end), voice.text.strip(" 　") if voice.quoted else voice.text.strip(_CLOSING),
            speaker, voice.quoted, doubts=doubts, owner=Party.CLIENT if subject else None,
        )  # fmt: skip

    @staticmethod
    def _plain(field: RecordField, voice: Voice) -> Piece:
        return Piece(field, (voice.start, voice.end), voice.text.strip(_CLOSING))


def _in_confidence(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces, that something was told in confidence asked about once. The whole record is marked where the talk as such was,
    or is of what is 秘匿情報; where a sentence of others asks for silence, a person says."""
    told = [piece for piece in pieces if piece.field is RecordField.CONFIDENTIALITY and piece.doubts]
    first = next((piece for piece in told if Doubt.CONFIDENTIAL in piece.doubts), told[0] if told else None)
    for piece in pieces:
        if piece is first and cues.PRIVATE_MATTER.search(text):
            yield replace(piece, doubts=(Doubt.CONFIDENTIAL,))
        elif piece is first or piece not in told:
            yield piece


def _absences(voices: Sequence[Voice], meeting: Meeting) -> Iterator[Piece]:
    """Those planned who were not there: told by a piece without text, so that the form leaves them out."""
    facts = MeetingFacts(meeting)
    for voice in voices:
        for who in sorted(facts.absent([voice])):
            yield Piece(RecordField.ATTENDEES, (voice.start, voice.end), "", speaker=who)


def present(voices: Sequence[Voice], meeting: Meeting) -> tuple[str, ...]:
    """Who was there as far as the memo says: those whom it lists, else those planned but for who it says was away, and whoever it quotes."""
    facts = MeetingFacts(meeting)
    headers = [v for v in voices if v.line.field is None and not v.line.arrow and facts.is_header(v.text)]
    listed = [p.text for v in headers for p in facts.pieces(v) if p.field is RecordField.ATTENDEES]
    away = facts.absent(voices)
    planned = [canonical(person, meeting.contacts) for person in meeting.people]
    quoted = [v.speaker for v in voices if v.quoted and v.speaker]
    return tuple(dict.fromkeys(one for one in (*(listed or planned), *quoted) if one not in away))


_PROMISED = pattern(r"^(?:前回|先日|先般|かねて)?の?(?:お|ご)?(?:約束|依頼)の")
_RECEIVER = pattern(rf"^[^を]{{0,8}}?(?:{cues.PERSON}|先方|お二人|本人|受付|事務)(?:に|へ|宛に?)、?(?=.)")


def _thing(words: str) -> str:
    """What was handed over, without who got it (部長に試算表の写し → 試算表の写し)."""
    return _PROMISED.sub("", _RECEIVER.sub("", words.strip(" 　、")))
