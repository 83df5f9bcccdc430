"""Cut the Sudachi synonym dictionary down to what the checker can use: `src/bankrm/language/data/synonyms.tsv`.

    make synonyms            fetches the npm package sudachi-synonyms-dictionary and runs this on it

Of the source (Works Applications, Apache-2.0) stay the groups of common words that Sudachi reads as one word each, in its normalised
form, for that is how texts are compared. Names of firms, people, places and goods go: a name is looked up elsewhere, and two names are never one.
So go words that may stand only in a narrower sense (expandControl 2), plain English, and spellings that Sudachi normalises anyway.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bankrm.language.words import words

_TARGET = Path(__file__).parents[1] / "src/bankrm/language/data/synonyms.tsv"
_MEMBER = "package/sudachi-synonyms-dictionary.json"
_NAMED_FIELDS = "企業名 旧企業名 人名 大学名 地名 国名 店名 店 キャラ 組織名 旧組織名 商品 不快 化学 単位 時間 観光"
_NAMES = frozenset(_NAMED_FIELDS.split())
_WRONG_HERE = frozenset({"償却"})  # stands beside 返済, and is another thing in a bank's papers
_ENGLISH = re.compile(r"[A-Za-z .'&-]*[a-z][A-Za-z .'&-]*")


def groups(source: Path) -> Iterator[tuple[str, ...]]:
    """The groups that stay, each with its words in the order of the source."""
    with tarfile.open(source) as archive:
        member = archive.extractfile(_MEMBER)
        assert member is not None, _MEMBER
        entries: list[dict[str, Any]] = json.load(member)
    for entry in entries:
        group = tuple(dict.fromkeys(filter(None, (_word(item) for item in entry["items"]))))
        if len(group) > 1:
            yield group


def _word(item: dict[str, Any]) -> str:
    """The normalised form of an entry that is one common word, else nothing."""
    text = item["midashi"]
    if item["expandControl"] > 1 or _NAMES & set(item["bunya"]) or "間違い" in item["hyoukiYure"]:
        return ""
    if _ENGLISH.fullmatch(text) or (len(text) < 2 and not re.match(r"[一-龥]", text)):
        return ""
    found = words(text)
    if len(found) != 1 or found[0].pos[1] == "固有名詞" or found[0].base in _WRONG_HERE:
        return ""
    return found[0].base


def main() -> None:
    """Write the file; the source's archive is the only argument."""
    kept = sorted(set(groups(Path(sys.argv[1]))))
    _TARGET.write_text("".join("\t".join(group) + "\n" for group in kept), encoding="utf-8")
    print(f"{len(kept)} groups, {sum(map(len, kept))} words: {_TARGET}")


if __name__ == "__main__":
    main()
