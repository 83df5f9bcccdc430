"""When, how and with whom: the lines of a memo that tell of the meeting itself, and what they change in what was planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.memos import RecordField
from bankrm.domain.reading import canonical, speaker_of, surname
from bankrm.drafting.recording import cues
from bankrm.drafting.recording.proposals import Meeting, Piece
from bankrm.drafting.recording.voices import Voice
from bankrm.language.mentions import names_in, titles_alone
from bankrm.language.names import NameKind

_LONGEST_HEADER = 60
_LEFT_OVER = 2  # characters that may remain of a line about the meeting: a floor, a mark


class MeetingFacts:
    """Reads the meeting out of a memo's lines."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._people = tuple(canonical(person, meeting.contacts) for person in meeting.people)

    def is_header(self, text: str) -> bool:
        """Whether a line only says when, where, how and with whom (14時 凪浜精機 社長・佐伯部長同席)."""
        if cues.ANSWERED_SO.search(text):
            return False
        rest = cues.ABSENT.sub("", text)
        for name in sorted(self._meeting.client_names, key=len, reverse=True):
            rest = rest.replace(name, "")
        most = _LEFT_OVER
        for start, end in sorted(self._people_in(rest), reverse=True):
            if rest[end : end + 1] in ("は", "が"):
                most, end = 0, end + 1  # 社長が入院 tells what became of somebody
            rest = rest[:start] + rest[end:]
        tells = rest != text or bool(cues.WHEN_OR_HOW.search(rest))
        return tells and len(cues.HEADER_FILLERS.sub("", rest).strip()) <= most and len(text) <= _LONGEST_HEADER

    def pieces(self, voice: Voice) -> Iterator[Piece]:
        """What a line about the meeting says: how, with whom, who came along from our side."""
        text = voice.text
        if method := self.method_in(text):
            yield Piece(RecordField.METHOD, (voice.start, voice.end), method)
        absent = {self._name(found["who"]) for found in cues.ABSENT.finditer(text)}
        ours = [found["who"] or found["who2"] for found in cues.WITH_US.finditer(text)]
        for one in ours:
            yield Piece(RecordField.BANK_PEOPLE, (voice.start, voice.end), one)
        people = self._people_in(text)
        beginnings = {start for start, _ in people}
        for start, end in people:
            if text[end : end + 1] == "の" and end + 1 in beginnings:
                continue  # 経理の佐伯様 is one person
            named = text[start:end].strip()
            name = self._name(named)
            if name not in absent and not any(
                named in one or one in named for one in (*ours, *self._meeting.bank_people)
            ):
                yield Piece(RecordField.ATTENDEES, (voice.start + start, voice.start + end), name)

    def absent(self, voices: Sequence[Voice]) -> frozenset[str]:
        """Who of those planned is said not to have been there."""
        return frozenset(
            self._name(found["who"])
            for voice in voices
            if not voice.quoted
            for found in cues.ABSENT.finditer(voice.text)
        ) & frozenset(self._people)

    @staticmethod
    def is_absence(text: str) -> bool:
        """Whether a sentence says that somebody was away, and no more (社長は出張で不在)."""
        found = cues.ABSENT.search(text)
        return found is not None and len(text.strip("。")) - len(found.group()) <= _LEFT_OVER

    @staticmethod
    def method_in(text: str) -> str:
        """How one met, where the line says so."""
        return next((method for method, pattern in cues.METHODS if pattern.search(text)), "")

    def _name(self, label: str) -> str:
        return speaker_of(cues.BEFORE_PERSON.sub("", label.strip()), self._people, self._meeting.contacts)

    def _people_in(self, text: str) -> list[tuple[int, int]]:
        """Spans of people: with a title, by a title alone, or by the bare surname of somebody known."""
        text = cues.TIME_OR_DAY.sub(lambda told: "、" * len(told.group()), text)  # 14時 is no part of a name
        text = cues.BETWEEN_PEOPLE.sub("、", text)
        found = [(m.start, m.end) for m in names_in(text) if m.kind is NameKind.PERSON]
        found += [(start, end) for start, end, _ in titles_alone(text)]
        known = {surname(c.name, c.reading) for c in self._meeting.contacts} | set(self._meeting.bank_people)
        for name in filter(None, known):
            found += [found_at.span() for found_at in re.finditer(re.escape(name), text)]
        firm = {re.escape(name) for name in self._meeting.client_names}
        found = [
            (a, b) for a, b in found if not (firm and re.fullmatch(f"(?:{'|'.join(firm)})(?:様|さん|さま)?", text[a:b]))
        ]
        spans: list[tuple[int, int]] = []
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans
