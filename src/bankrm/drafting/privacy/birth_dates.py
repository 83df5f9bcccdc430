"""Dates of birth: a date of any era or notation with words beside it that make it one."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_YEAR = rf"(?:(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令]\.?)\s?{_NUMBER}|(?:18|19|20)\d{{2}})"
_DATE = rf"{_YEAR}(?:年|[./-])\s?(?:{_NUMBER}(?:月|[./-])\s?(?:{_NUMBER}日?)?)?(?:\((?:西暦)?(?:\d{{4}}|[明大昭平令][^()]{{1,5}})年?\))?|(?:19|20)\d{{6}}(?!\d)"
_BEFORE = r"(?:生年月日|誕生日|出生|生まれ|生れ|DOB)(?:は|が)?[\s::=、()]{0,3}"
_AFTER = pattern(rf"{_BEFORE}({_DATE})")
_BORN = pattern(
    rf"({_DATE})\s?[)、]?\s?(?:に|の)?(?:生まれ|生れ|出生|誕生(?!し?た?(?:会社|企業|店|ブランド))|生(?=[)、。\s]|$))"
)


def birth_dates(text: ReadText) -> Iterator[PrivateSpan]:
    """Each date that the text calls somebody's birth; a founding or a contract's day is none."""
    for expression in (_AFTER, _BORN):
        for start, end in text.matches(expression, 1):
            yield PrivateSpan(start, end, PrivateKind.BIRTH_DATE)
