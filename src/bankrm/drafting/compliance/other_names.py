"""Other clients' names in a text, in any spelling that a reader would know them by: the customer master says who they are.

A short form counts with an honorific alone (潮見さん), and not where it is a common surname: better a name that is not resolved than the
wrong firm. What is also a name of the document's own client is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bankrm.language.firm_names import FORM_IN_TEXT, firm_key, firm_reading, firm_stem, fold_name, to_hiragana
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE
from bankrm.language.words import words

_FOLLOWED = pattern(rf"(?:{TITLE.pattern})|の?(?:女将|方)|御中")
_WORD = pattern(r"[一-龥々ァ-ヴー]")
_IGNORED = " \t　・･"
_WHOLE = 4  # letters of a name that are the name even behind other letters (取引先磯崎水産)
_KANA_NAME = pattern(rf"[ァ-ヴー]{{4,}}(?=[{_IGNORED}]?(?:さん|さま|様|殿|御中))")


class OtherNames:
    """The names of other clients of the bank: `names`, of which none may stand where only `client` may."""

    def __init__(self, names: Iterable[str], client: Sequence[str] = ()) -> None:
        self._own = {form for name in client for form in (_key(name), _key(firm_stem(name))) if len(form) > 1}
        self._keys = {key for name in names if len(key := _key(name)) > 1} - self._own

    def __bool__(self) -> bool:
        return bool(self._keys)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans (code points) of the text in order, none within another."""
        if not self._keys:
            return
        plain, places = _plain(text)
        known = self._with_readings if _KANA_NAME.search(text) else self._by_start
        spelled, start = to_hiragana(plain), 0
        while start < len(plain) - 1:
            name = next(
                (n for n in known.get(spelled[start : start + 2], ()) if self._stands(n, plain, spelled, start)), ""
            )
            if name and name not in self._own:
                yield places[start], places[start + len(name) - 1] + 1
            start += len(name) or 1

    def _stands(self, name: str, plain: str, spelled: str, start: int) -> bool:
        end = start + len(name)
        if not spelled.startswith(name, start):
            return False
        if _FOLLOWED.match(plain, end):
            return True
        if name not in self._keys and name not in self._own:
            return False  # a short form
        within = _WORD.match(plain, end) or (len(name) < _WHOLE and start and _WORD.match(plain, start - 1))
        return not within

    @cached_property
    def _by_start(self) -> Mapping[str, Sequence[str]]:
        stems = {stem for key in self._keys if len(stem := _key(firm_stem(key))) > 1 and not _is_surname(stem)}
        return _indexed(self._keys | stems | self._own)

    @cached_property
    def _with_readings(self) -> Mapping[str, Sequence[str]]:
        """As well as the dictionary reads them, for a text with a name in katakana; that takes its time."""
        read = {firm_reading(key) for key in self._keys}
        return _indexed({name for names in self._by_start.values() for name in names} | read)


def _key(name: str) -> str:
    return to_hiragana(firm_key(name))


def _is_surname(name: str) -> bool:
    found = words(name)
    return len(found) == 1 and "姓" in found[0].pos


def _indexed(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by their first two letters, the longest first."""
    by_start: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        by_start.setdefault(name[:2], []).append(name)
    return by_start


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text in one spelling, without spaces, with the place of each of its letters; a legal form parts words."""
    forms = {place for match in FORM_IN_TEXT.finditer(text) for place in range(*match.span())}
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        folded = " " if place in forms else "" if char in _IGNORED else fold_name(char)
        letters.append(folded)
        places += [place] * len(folded)
    return "".join(letters), places
