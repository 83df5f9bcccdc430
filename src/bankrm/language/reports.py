"""How a sentence says that it only reports: と話した, ことを報告しました, とのこと."""

from __future__ import annotations

import re

from bankrm.language.patterns import pattern

_REPORT = pattern(
    r"(?:(?:という|との|た|る|い|ない)?(?:こと|旨|話|件)(?:を|が|も)?|とも?)"
    r"(?:話し|述べ|伝え|言っ|語っ|言い|(?:ご)?(?:説明|報告|指摘|案内|連絡|お知らせ)し|あり|あっ)(?:た|まし(?:た)|てい(?:る|た|ます|ました))$"
    r"|と(?:の(?:こと|話|由))?(?:だ|だった|です|でした)?$"
)


def without_report(sentence: str) -> str:
    """The sentence without its end that only reports. `sentence` has no 。 at its end."""
    found = _REPORT.search(sentence)
    if not found or not found.group():
        return sentence
    kept = sentence[: found.start()]
    inside = re.match("た|る|い|ない", found.group())  # the verb before こと belongs to what was said
    return kept + (inside.group() if inside else "")


def as_reported(sentence: str) -> str:
    """The sentence as one that reports, in one way."""
    return f"{without_report(sentence)}と話した"
