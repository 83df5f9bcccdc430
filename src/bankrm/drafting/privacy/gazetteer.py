"""Which places and firms there are: prefectures, municipalities and their towns, and firms known by name, from open data (resources/places)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from bankrm.language.firm_names import fold_name

_SAME = str.maketrans("ヶヵッノ之", "ケカツのの")


@cache
def usual_letter(letter: str) -> str:
    """One letter without width, case and old form, where that is one letter again: 髙 → 高, Ａ → a."""
    folded = fold_name(letter)
    return folded if len(folded) == 1 else letter


def same_spelling(text: str) -> str:
    """A place's name in one spelling and as long as the given one: 髙﨑, 富ヶ谷 and 富ケ谷, 三ノ輪 and 三の輪."""
    return "".join(map(usual_letter, text)).translate(_SAME)


@dataclass(frozen=True)
class Gazetteer:
    """Towns by municipality, municipalities by name with and without their 郡 or 市, prefectures; firms without legal form.

    All names of places are as `same_spelling` gives them, firms under NFKC.
    """

    prefectures: frozenset[str] = frozenset()
    municipalities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    firms: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, towns: str, firms: str = "") -> Gazetteer:
        """From lines of `prefecture<TAB>municipality<TAB>towns with a space between`, and lines of one firm each."""
        prefectures, municipalities = set[str](), defaultdict[str, list[str]](list)
        for line in towns.splitlines():
            prefecture, name, names = line.split("\t")
            prefectures.add(same_spelling(prefecture))
            for spelling in _short_names(same_spelling(name)):
                municipalities[spelling].append(names)
        known = frozenset(unicodedata.normalize("NFKC", firm) for firm in firms.splitlines())
        return cls(frozenset(prefectures), {name: tuple(found) for name, found in municipalities.items()}, known)

    def town_at(self, municipality: str, text: str, start: int) -> int:
        """Where the longest name of a town of this municipality ends that begins at `start`, `start` itself where none does."""
        ends = (start + len(town) for town in self._towns(municipality) if text.startswith(town, start))
        return max(ends, default=start)

    def _towns(self, municipality: str) -> Iterable[str]:
        if municipality not in self._read:
            found = " ".join(self.municipalities.get(municipality, ()))
            self._read[municipality] = tuple(same_spelling(found).split())
        return self._read[municipality]

    _read: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)


def _short_names(name: str) -> set[str]:
    """安芸郡府中町 is also 府中町, 札幌市中央区 also 札幌市."""
    names = {name}
    for mark in ("郡", "市"):
        head, found, rest = name.partition(mark)
        if found and head and rest and rest[-1] in "町村区":
            names |= {rest} if mark == "郡" else {head + mark}
    return names
