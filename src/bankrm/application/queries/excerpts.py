"""One line of a text, cut around the words that were looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bankrm.application.queries.spelling import places_of
from bankrm.language.sentences import sentences

LENGTH = 60  # code points: a line of the search's list
BEFORE = 12


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text without line breaks; `marks` are the spans in it (code points) that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def excerpt(text: str, wanted: Iterable[str], length: int = LENGTH) -> Excerpt:
    """The line around the place where most of the wanted words stand close by; the text's beginning where none does.

    It begins with a sentence where the words stand near its beginning, and … says where something was left out.
    """
    places = places_of(wanted, text)
    start = _start(text, places, length)
    end = min(len(text), start + length)
    shown = text[start:end].replace("\n", " ").replace("\r", " ")
    left, right = ("…" if start else ""), ("…" if end < len(text) else "")
    shift = len(left) - start
    marks = tuple((begin + shift, stop + shift) for begin, stop in places if start <= begin and stop <= end)
    return Excerpt(f"{left}{shown}{right}", marks)


def _start(text: str, places: list[tuple[int, int]], length: int) -> int:
    if not places:
        return 0
    first = max(places, key=lambda place: len(_within(places, place[0], length - BEFORE)))[0]
    sentence = max((start for start, _ in sentences(text) if start <= first), default=0)
    return sentence if first - sentence <= length // 2 else max(0, first - BEFORE)


def _within(places: list[tuple[int, int]], start: int, length: int) -> set[int]:
    return {begin for begin, end in places if start <= begin and end <= start + length}
