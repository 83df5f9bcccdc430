"""A layout to begin with: header line and record type by the profiles that there are, the rest by likeness of headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice

from bankrm.adapters.importing.headers import plain_header, unit_in_titles
from bankrm.adapters.importing.matching import LOOKED_AT, Match, best_matches, matches_at
from bankrm.adapters.importing.profiles import Profile
from bankrm.adapters.importing.records import RECORD_TYPES
from bankrm.adapters.importing.table import Line, Sheet
from bankrm.application.ports.layouts import Layout, Proposal

_LIKE = 0.55  # two headers that are less alike are not the same field
_SHORTEST = 2  # characters of a header that may stand in another
_OTHER_FIGURE = re.compile("平残|平均|前[月年期回]|前々|増減|[対比]率|予想|計画")  # of another day, or none of one day


def propose(sheet: Sheet, position: int, profiles: Sequence[Profile], record: str, header: int) -> Proposal:
    """What fits best; `record` and `header` hold where they are given. The record type is the one that takes most of the columns."""
    match = _best(sheet, profiles, record, header)
    if record:
        return _proposal(sheet, position, profiles, record, match, header)
    likely = match.profile.record if match else next(iter(RECORD_TYPES))
    proposals = [
        _proposal(sheet, position, profiles, one, _best(sheet, profiles, one, header), header) for one in RECORD_TYPES
    ]
    return max(proposals, key=lambda one: (_taken(one), one.layout.record == likely))


def _taken(proposal: Proposal) -> float:
    """How many columns are taken; one whose header is only like a known one counts half."""
    return len(proposal.layout.columns) - len(proposal.guessed) / 2


def _proposal(
    sheet: Sheet, position: int, profiles: Sequence[Profile], record: str, match: Match | None, header: int
) -> Proposal:
    head = list(islice(sheet.lines(), LOOKED_AT))
    line = _line(head, header or (match.header.number if match else _header_by_width(head)))
    columns = dict(match.columns) if match else {}
    ignored = match.profile.ignored if match else frozenset()
    guessed = _guess(line, columns, _vocabulary(profiles, record), ignored)
    titles = [one for one in head if one.number < line.number]
    return Proposal(
        Layout(position, line.number, record, {**columns, **guessed}), frozenset(guessed), unit_in_titles(titles)
    )


def _best(sheet: Sheet, profiles: Sequence[Profile], record: str, header: int) -> Match | None:
    fitting = [profile for profile in profiles if record in ("", profile.record)]
    matches = matches_at(sheet, fitting, header) if header else best_matches(sheet, fitting)
    return next(iter(matches), None)


def _header_by_width(head: Sequence[Line]) -> int:
    """The first of the widest lines that hold words alone; title rows are narrower, and rows of data hold numbers."""
    words = [line for line in head if not any(isinstance(cell, (int, float)) for cell in line.cells)]
    return max(words or head, key=lambda line: (line.filled, -line.number), default=Line(1, ())).number


def _line(head: Sequence[Line], number: int) -> Line:
    return next((line for line in head if line.number == number), Line(number, ()))


def _vocabulary(profiles: Iterable[Profile], record: str) -> dict[str, set[str]]:
    """Every header under which a field of this record type is known."""
    known: dict[str, set[str]] = {}
    for profile in profiles:
        if profile.record == record:
            for name, field in profile.fields.items():
                known.setdefault(name, set()).update(field.headers)
    return known


def _guess(
    line: Line, columns: Mapping[str, int], vocabulary: Mapping[str, set[str]], ignored: frozenset[str]
) -> dict[str, int]:
    """Columns for fields that have none yet, the most alike first; each column once."""
    found: dict[str, int] = {}
    for _, name, place in sorted(_likenesses(line, vocabulary, ignored), reverse=True):
        taken = {*columns.values(), *found.values()}
        if name not in columns and name not in found and place not in taken:
            found[name] = place
    return found


def _likenesses(
    line: Line, vocabulary: Mapping[str, set[str]], ignored: frozenset[str]
) -> Iterator[tuple[float, str, int]]:
    for place, cell in enumerate(line.cells):
        header = plain_header(cell) if isinstance(cell, str) else ""
        if header in ("", *ignored) or _OTHER_FIGURE.search(header):
            continue
        for name, headers in vocabulary.items():
            like = max((_likeness(header, known) for known in headers), default=0.0)
            if like >= _LIKE:
                yield like, name, place


def _likeness(header: str, known: str) -> float:
    """0 to 1: the share of the longer one where one stands in the other, else the share of what they have in common."""
    short, long = sorted((header, known), key=len)
    if len(short) >= _SHORTEST and short in long:
        return max(len(short) / len(long), _LIKE)
    return SequenceMatcher(None, header, known).ratio() - 0.1
