"""Who speaks in a memo: sentences with the label of whoever said them, also where a memo leaves out what a record would write.

`language.speech` reads labels as records write them; a memo says 佐伯「…」 and 社長 設備は急がない as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bankrm.domain.reading import canonical, speaker_of, surname
from bankrm.drafting.recording import cues
from bankrm.drafting.recording.plain_memo import MemoLine
from bankrm.drafting.recording.proposals import Meeting
from bankrm.language.firm_names import firm_stem
from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES, is_told, is_watched, looks_like_person, split_utterances
from bankrm.language.titles import bare_mention

_PERSON = (
    rf"[^\s　、。「」『』（）()：:・,，；;／/0-9０-９はがをにへでと]{{0,9}}?(?:{ROLES}|{HONORIFICS})(?:{HONORIFICS})?"
)
_OURS = pattern(r"当[方行](?!の?取引)|こちら|弊[行店]|当店|小職|私(?!ども?に)")
_FIRMS = pattern(
    r".*(?:銀行|信金|信用金庫|信組|公庫|農協|ＪＡ|JA|メーカー|業者|商社|問屋|仕入先|得意先|取引先|外注先?|販売先|お客|組合|役所|保証協会|元請け?|下請け?|大手|同業|競合|派遣会社|不動産屋|機械屋)(?:さん|様|さま)"
)
_ONLY_HEARSAY = pattern(
    r"と(?:のこと|の話|の由|の発言|言う|言い|話す|話し|いう|言われ|おっしゃ[りっ])?(?:だ|で|です|でし|て|た|ている|ていた|ました)*[、。]?"
)
_MANNER = 12  # characters that tell how something was said, before another clause (と前置きのうえ、)
_QUOTE = pattern(r"「([^「」]*)」")
_PRESENT = pattern(rf"{_PERSON}(?:も|が|と|、|・)?(?:同席|対応|応対|と面談)")
_PEOPLE_ONLY = pattern(rf"(?:{_PERSON}(?:[（(][^（）()]{{1,10}}[）)])?[、・]?)+(?:と?面談|のみ)?[。]?")
_SUBJECT = pattern(r"(?:は|が|も|から(?:は|の話では)?|より|いわく|曰く|によると)?[、：: 　]*")


@dataclass(frozen=True, slots=True)
class Voice:
    """One stretch of the memo: whose words (a resolved name, empty where nobody is named), ours or theirs, as far as the text says.

    `subject`: the words begin with the speaker (社長は…とのこと), so that they tell it themselves. `held`: nobody is named, and the
    speaker is whoever spoke just before.
    """

    start: int
    end: int
    text: str
    line: MemoLine
    speaker: str = ""
    ours: bool = False
    quoted: bool = False
    subject: bool = False
    held: bool = False
    watched: bool = False


class Voices:
    """The sentences of one memo."""

    def __init__(self, text: str, lines: Sequence[MemoLine], meeting: Meeting) -> None:
        self._text, self._lines, self._meeting = text, lines, meeting
        known = [name for contact in meeting.contacts if (name := surname(contact.name, contact.reading))]
        ours = [re.escape(name) for name in meeting.bank_people]
        names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
        person = f"{_PERSON}|{names}" if names else _PERSON
        self._lead = re.compile(
            rf"^(?:(?P<ours>{'|'.join([_OURS.pattern, *ours])})|(?P<theirs>{person}))(?P<after>[ 　、：:「（(]|は|が|も|から|より|いわく|によ|の(?:本音|意向|考え|意見|話では|希望|言い分)[：:はで]|(?={cues.ANSWERED_SO.pattern}))"
        )
        self._own_people = re.compile("|".join(ours)) if ours else None

    def __iter__(self) -> Iterator[Voice]:
        before: Voice | None = None
        for voice in self._merged():
            if not voice.speaker and not voice.ours and before and self._goes_on(before, voice):
                voice = replace(voice, speaker=before.speaker, ours=before.ours, held=True)
            yield voice
            away = not voice.quoted and cues.ABSENT.search(voice.text)
            before = voice if (voice.speaker or voice.ours) and not away else before

    def _goes_on(self, before: Voice, voice: Voice) -> bool:
        """Whether a sentence without a speaker may be the last speaker's: on the same line, a quote of its own, or told."""
        same = before.line is voice.line or (before.line.paragraph == voice.line.paragraph and voice.quoted)
        return (same or is_told(voice.text)) and not voice.watched

    def _merged(self) -> Iterator[Voice]:
        """Sentences of one quotation as one voice."""
        last: Voice | None = None
        for voice in self._spoken():
            if last and last.quoted and voice.quoted and not self._text[last.end : voice.start].strip():
                last = replace(last, end=voice.end, text=self._text[last.start : voice.end])
                continue
            if last:
                yield last
            last = voice
        if last:
            yield last

    def _spoken(self) -> Iterator[Voice]:
        for spoken in split_utterances(self._text):
            line = next((one for one in self._lines if one.start <= spoken.start < one.end), None)
            if line is None:
                continue
            manner = self._text[spoken.start - 1 : spoken.start] == "」" and spoken.text.startswith("と")
            watched = manner or (not spoken.quoted and is_watched(spoken.text, in_a_turn=bool(spoken.label)))
            voice = _unwrapped(
                Voice(spoken.start, spoken.end, spoken.text, line, quoted=spoken.quoted, watched=watched)
            )
            if manner:
                yield from self._after_quote(voice)
            elif spoken.label:
                yield from self._labelled(voice, spoken.label, spoken.reported)
            else:
                yield from self._led(voice)

    def _after_quote(self, voice: Voice) -> Iterator[Voice]:
        """How something was said, and who speaks next in the same sentence (「…」と前向き、部長は「…」と慎重)."""
        comma = voice.text.find("、") + 1
        rest = replace(voice, start=voice.start + comma, text=voice.text[comma:], watched=False)
        following = list(self._led(rest)) if comma else []
        speaks = bool(following) and bool(
            following[0].speaker or following[0].ours or comma <= _MANNER < len(rest.text)
        )
        manner = replace(voice, end=rest.start - 1, text=voice.text[: comma - 1]) if speaks else voice
        if not _ONLY_HEARSAY.fullmatch(manner.text):
            yield manner
        if speaks:
            yield from following

    def _labelled(self, voice: Voice, label: str, reported: bool) -> Iterator[Voice]:
        """A sentence whose label `language.speech` has read."""
        if self._is_ours(label):
            yield replace(voice, ours=True)
            return
        if self._is_firm(label):
            yield voice
            return
        named = replace(voice, speaker=self._name(label))
        subject = reported and voice.text.startswith(label)
        if subject and (quoting := self._quoting(named, voice.start + len(label))):
            yield from quoting
            return
        before = self._text[voice.line.start : voice.start]
        # the label itself, not one that stands before an earlier sentence
        beside = re.search(re.escape(label) + r"[^。]{0,8}$", before)
        headed = re.search(re.escape(label) + r"[）)】\]]?[：:]", before)
        yield replace(named, subject=subject, held=not (subject or beside or headed))

    def _led(self, voice: Voice) -> Iterator[Voice]:
        """A sentence that begins with a person as memos do: 佐伯「…」, 社長 「…」, 社長 設備は急がない; or that ends with one (部長)."""
        if not voice.quoted and (noted := cues.ONLY_BRACKET.search(voice.text)) and not self._is_ours(noted["who"]):
            end = voice.start + noted.start()
            yield replace(voice, end=end, text=self._text[voice.start : end], speaker=self._name(noted["who"]))
            return
        found = self._lead.match(voice.text)
        if found is None and not voice.quoted and (inside := cues.TOLD_BY.search(voice.text)):
            who = next(filter(None, inside.groups()))
            yield replace(voice, ours=True) if self._is_ours(who) else replace(voice, speaker=self._name(who))
            return
        if found is None or voice.quoted or self._names_nobody(found, voice.text):
            yield voice
            return
        ours = bool(found["ours"]) or self._is_ours(found["theirs"])
        named = replace(voice, ours=True) if ours else replace(voice, speaker=self._name(found["theirs"]))
        after = voice.start + found.start("after")
        if quoting := self._quoting(named, after):
            yield from quoting
        elif found["after"] in (" ", "　", "、", "：", ":") and found["theirs"]:
            begin = _end_of(_SUBJECT, self._text, after, voice.end)
            yield replace(named, start=begin, text=self._text[begin : voice.end])
        elif found["after"] == "が" and not cues.TOLD.search(voice.text):
            yield voice  # somebody of whom it is told, not who told it (息子さんが手伝い始めた)
        else:
            yield replace(named, subject=True)

    def _names_nobody(self, found: re.Match[str], text: str) -> bool:
        """Whether what looks like a label is a firm (潮見さん), a matter (後継者 → …), or one of several who were there (社長、専務同席で)."""
        rest = text[found.start("after") :].lstrip(" 　、")
        listed = found["after"] == "、" and _PRESENT.match(rest)
        if found["after"] in " 　" and "の" in (found["theirs"] or ""):
            return True
        return (
            rest.startswith(("→", "⇒"))
            or bool(listed or (found["after"] == "、" and _PEOPLE_ONLY.fullmatch(rest.lstrip("、"))))
            or bool(found["theirs"] and self._is_firm(found["theirs"]))
        )

    def _quoting(self, named: Voice, after: int) -> list[Voice]:
        """The quotation that follows a label, with how it was said; empty where none does or the sentence goes on beyond it."""
        begin = _end_of(_SUBJECT, self._text, after, named.end)
        quote = _QUOTE.match(self._text, begin, named.end)
        tail = self._text[quote.end() : named.end] if quote else ""
        if quote is None or not (tail in ("", "。") or tail.startswith("と")):
            return []
        start, end = quote.span(1)
        said = replace(named, start=start, end=end, text=self._text[start:end], quoted=True)
        if not tail.startswith("と"):
            return [said]
        manner = replace(named, start=quote.end(), text=tail, speaker="", ours=False, watched=True)
        return [said, *self._after_quote(manner)]

    def _is_firm(self, label: str) -> bool:
        """Whether a label with さん is how a firm is called (潮見さん, 仕入先さん), not somebody."""
        if _FIRMS.fullmatch(label):
            return True
        return label.endswith(("さん", "様")) and bare_mention(label) in {
            firm_stem(firm) for firm in self._meeting.firms
        }

    def _name(self, label: str) -> str:
        people = tuple(canonical(person, self._meeting.contacts) for person in self._meeting.people)
        return speaker_of(cues.BEFORE_PERSON.sub("", label), people, self._meeting.contacts)

    def _is_ours(self, label: str) -> bool:
        if _OURS.match(label) or (self._own_people and self._own_people.match(label)):
            return True
        return any(
            label and one.endswith(label) for one in self._meeting.bank_people if looks_like_person(one)
        ) and not any(
            person.endswith(label) for person in (*self._meeting.people, *(c.role for c in self._meeting.contacts))
        )


def _unwrapped(voice: Voice) -> Voice:
    """What stands between 「」 and nothing else, as a quotation (女将「…」社長は黙っていた)."""
    quote = _QUOTE.fullmatch(voice.text)
    if quote is None:
        return voice
    return replace(voice, start=voice.start + 1, end=voice.end - 1, text=quote[1], quoted=True)


def _end_of(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    found = pattern.match(text, start, stop)
    return found.end() if found else start
