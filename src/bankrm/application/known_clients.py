"""The clients an import may refer to: by key, and by the firm names that stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bankrm.application.ports.readers import Finding
from bankrm.domain.clients import Client, ClientKey
from bankrm.language.firm_names import FORM_IN_TEXT, fold_name

_SHORTEST_NAME = 2
_LONG_NAME = 5
_TITLE = 100
_RUN = re.compile(r"[ァ-ヶー]|[a-z0-9]")


class ClientDirectory:
    """Clients of the store and of the files imported so far."""

    def __init__(self, clients: Iterable[Client] = ()) -> None:
        self._clients: dict[ClientKey, Client] = {}
        self._without_zeros: dict[ClientKey, set[ClientKey]] = defaultdict(set)
        for client in clients:
            self.add(client)

    def add(self, client: Client) -> None:
        """Know one more, or one that changed."""
        self._clients[client.key] = client
        self._without_zeros[_without_zeros(client.key)].add(client.key)

    def copy(self) -> ClientDirectory:
        """As it is now: what a file adds counts only once the file is kept."""
        return ClientDirectory(self._clients.values())

    def __iter__(self) -> Iterator[Client]:
        return iter(self._clients.values())

    def resolve(self, key: ClientKey) -> ClientKey | None:
        """The known client meant by a key, also where leading zeros were lost on the way; None for no client, or several."""
        if key in self._clients:
            return key
        meant = self._without_zeros.get(_without_zeros(key), set())
        return next(iter(meant)) if len(meant) == 1 else None

    def with_cif(self, cif: str) -> tuple[ClientKey, ...]:
        """Clients of any branch with this CIF."""
        return tuple(sorted(key for key in self._clients if key.cif == cif))

    def unknown(self, key: ClientKey, line: int) -> Finding:
        """What is wrong with a key that resolves to nobody: where other branches have this CIF, their clients are named behind it."""
        cif = key.cif.lstrip("0")
        elsewhere = tuple(
            sorted(one for one in self._clients if one.branch != key.branch and one.cif.lstrip("0") == cif)
        )
        return (
            Finding("registered_elsewhere", line, clients=(key, *elsewhere))
            if elsewhere
            else Finding("unknown_client", line, clients=(key,))
        )

    def named_in(self, text: str) -> tuple[ClientKey, ...]:
        """Clients whose firm name or alias stands in the text, the longest name where one holds another.

        In a text longer than a title a name counts beside a legal form only, and a name that has none from five characters on:
        short names are words of the language too.
        """
        plain = plain_text(text)
        stands = _stands_alone if len(plain) <= _TITLE else _stands_as_firm
        found: dict[str, set[ClientKey]] = defaultdict(set)
        for client in self._clients.values():
            for name in _names(client):
                if name in plain and stands(name, plain, client):
                    found[name].add(client.key)
        longest = [name for name in found if not any(name != other and name in other for other in found)]
        return tuple(sorted(set().union(*(found[name] for name in longest))))


def plain_text(text: str) -> str:
    """Width, case, old characters and spaces evened out, as firm names are compared."""
    return re.sub(r"[\s・･]+", "", fold_name(text))


def _names(client: Client) -> Iterator[str]:
    """The firm's name without its legal form, and its aliases."""
    for name in (FORM_IN_TEXT.sub("", client.name), *client.aliases):
        if len(plain := plain_text(name)) >= _SHORTEST_NAME:
            yield plain


def _stands_as_firm(name: str, text: str, client: Client) -> bool:
    beside_form = rf"(?:{FORM_IN_TEXT.pattern}){re.escape(name)}|{re.escape(name)}(?:{FORM_IN_TEXT.pattern})"
    if re.search(beside_form.replace("(?i:NPO法人)", "npo法人"), text):
        return True
    has_form = bool(FORM_IN_TEXT.search(client.name))
    return not has_form and len(name) >= _LONG_NAME and _stands_alone(name, text, client)


def _stands_alone(name: str, text: str, client: Client) -> bool:  # noqa: ARG001
    """Whether a name in katakana or Latin letters is a whole run somewhere: サカタ is not in サカタニ."""
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not _same_run(before, name[0]) and not _same_run(name[-1], after):
            return True
        start = text.find(name, start + 1)
    return False


def _same_run(left: str, right: str) -> bool:
    if not (left and right and _RUN.match(left) and _RUN.match(right)):
        return False
    return left.isascii() == right.isascii()


def _without_zeros(key: ClientKey) -> ClientKey:
    return ClientKey(key.branch, key.cif.lstrip("0"))
