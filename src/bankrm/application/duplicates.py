"""Clients that may be the same (名寄せ): listed for a person to look at, never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, starmap

from bankrm.application.known_clients import plain_text
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision
from bankrm.language.names import firm_key

_LEGAL_FORM_READING = re.compile(r"(?:カブシキ|ユウゲン|ゴウドウ|ゴウシ|ゴウメイ)(?:カイシヤ|ガイシヤ)")
_KANA = re.compile("[ァ-ヶー]+")
_CROWD = 12
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Clients that may be one, in order, with what they share."""

    clients: tuple[ClientKey, ...]
    shared: Likeness

    @property
    def pairs(self) -> tuple[ClientPair, ...]:
        """Every two of the group; of a crowd (a column taken for the name by mistake) each with the first, which is as telling."""
        if len(self.clients) > _CROWD:
            return tuple(ClientPair(self.clients[0], other) for other in self.clients[1:])
        return tuple(starmap(ClientPair, combinations(self.clients, 2)))


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


def undecided(group: PossibleDuplicate, decisions: Mapping[ClientPair, PairDecision]) -> tuple[ClientPair, ...]:
    """The pairs of a group whose question is not settled."""
    return tuple(pair for pair in group.pairs if pair not in decisions or not decisions[pair].answers(group.shared))


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


_TRAITS: tuple[tuple[Likeness, Callable[[Client], str]], ...] = (
    (Likeness.CORPORATE_NUMBER, lambda client: client.corporate_number),
    (Likeness.NAME, _name),
    (Likeness.READING, _reading),
)
