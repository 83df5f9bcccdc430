"""Clients that may be the same (名寄せ): listed for a person to look at, never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from bankrm.application.known_clients import plain_text
from bankrm.domain.clients import Client, ClientKey
from bankrm.language.names import firm_key

_LEGAL_FORM_READING = re.compile(r"(?:カブシキ|ユウゲン|ゴウドウ|ゴウシ|ゴウメイ)(?:カイシヤ|ガイシヤ)")
_KANA = re.compile("[ァ-ヶー]+")
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Clients that may be one, with what they share: `corporate_number`, `name` or `reading`."""

    clients: tuple[ClientKey, ...]
    shared: str


def possible_duplicates(touched: Collection[ClientKey], clients: Iterable[Client]) -> Iterator[PossibleDuplicate]:
    """Groups that hold at least one of the touched clients; each group once, under the strongest thing that it shares.

    Same name means the same without legal form, width, kana size and spaces, in one branch or across branches.
    """
    everyone = tuple(clients)
    told: set[frozenset[ClientKey]] = set()
    for shared, trait in _TRAITS:
        for group in _groups(everyone, trait):
            members = frozenset(group)
            if not members.isdisjoint(touched) and not any(members <= earlier for earlier in told):
                told.add(members)
                yield PossibleDuplicate(tuple(sorted(members)), shared)


def _groups(clients: Iterable[Client], trait: Callable[[Client], str]) -> Iterator[list[ClientKey]]:
    by_trait: dict[str, list[ClientKey]] = defaultdict(list)
    for client in clients:
        if value := trait(client):
            by_trait[value].append(client.key)
    return (keys for keys in by_trait.values() if len(keys) > 1)


def _name(client: Client) -> str:
    return firm_key(client.name).translate(_SMALL_KANA)


def _reading(client: Client) -> str:
    """The reading without legal form; a name in kana is its own reading."""
    key = firm_key(client.name)
    reading = client.reading or (key if _KANA.fullmatch(key) else "")
    return _LEGAL_FORM_READING.sub("", plain_text(reading).translate(_SMALL_KANA))


_TRAITS: tuple[tuple[str, Callable[[Client], str]], ...] = (
    ("corporate_number", lambda client: client.corporate_number),
    ("name", _name),
    ("reading", _reading),
)
