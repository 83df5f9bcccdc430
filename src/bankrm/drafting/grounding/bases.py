"""With what a change is compared: 前期比, 前年同月比 and 計画比 are three figures."""

from __future__ import annotations

import re
from enum import StrEnum

from bankrm.language.patterns import pattern


class Base(StrEnum):
    """With what a figure compares. A year before (前年比) may be told of any of the three that lie a year back."""

    TERM = "term"  # 前期比
    SAME_PERIOD = "same_period"  # 前年同期比
    SAME_MONTH = "same_month"  # 前年同月比
    YEAR = "year"  # 前年比
    MONTH = "month"  # 前月比
    QUARTER = "quarter"  # 前四半期比
    PLAN = "plan"  # 計画比
    INDUSTRY = "industry"  # 業界平均比


_WORDS = {
    Base.SAME_MONTH: r"(?:前年|昨年|去年)の?(?:同月|同じ月)",
    Base.SAME_PERIOD: r"(?:前年|昨年|去年)の?(?:同(?:期|四半期|時期)|同じ(?:時期|期))",
    Base.QUARTER: r"前四半期",
    Base.MONTH: r"前月|先月",
    Base.TERM: r"前期|前(?:連結)?(?:会計|事業)年度",
    Base.YEAR: r"前年度?|昨年度?|去年|前の年",
    Base.PLAN: r"計画|予算|目標|見込み?|予想",
    Base.INDUSTRY: r"(?:業界|同業|県内|全国)(?:他社)?の?平均",
}
_NAMED = "|".join(f"(?P<{base.value}>{words})" for base, words in _WORDS.items())
_BEFORE = pattern(
    rf"(?:{_NAMED})(?:の?実績|の?水準|値|額)?の?(?:比(?:較)?(?:では|で|は)?|対比で?|(?:に|と)比べて?|と?比較して|より(?:も)?|に対し(?:て)?|を)[、\s]*(?:約|およそ|ほぼ)?$"
)
_AGAIN = pattern(r"同(?:比)?[、\s]*(?:約|およそ)?$")
_YEAR_BACK = {Base.TERM, Base.SAME_PERIOD, Base.SAME_MONTH}
_MUST_BE_NAMED = {Base.PLAN, Base.INDUSTRY, Base.MONTH, Base.QUARTER, Base.SAME_MONTH}


def base_before(text: str, start: int) -> Base | None:
    """The base named right before a figure; 同 repeats the one named last."""
    match = _BEFORE.search(text, max(0, start - 24), start)
    if match:
        return Base(str(match.lastgroup))
    if _AGAIN.search(text, max(0, start - 6), start):
        earlier = list(re.finditer(rf"(?:{_NAMED})(?:実績)?(?:比|に比べ|より)", text[:start]))
        return Base(str(earlier[-1].lastgroup)) if earlier else None
    return None


def bases_differ(mine: Base | None, theirs: Base | None, text: str) -> bool:
    """Whether a figure compared with `mine` cannot be one compared with `theirs`; `text` is that of the evidence."""
    if mine is None or mine is theirs:
        return False
    if theirs is None:
        return mine in _MUST_BE_NAMED and not re.search(_WORDS[mine], text)
    return not ((mine is Base.YEAR and theirs in _YEAR_BACK) or (theirs is Base.YEAR and mine in _YEAR_BACK))
