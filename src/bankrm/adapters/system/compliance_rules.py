"""Compliance rules, read from resources/compliance/*.toml and from the bank's own folders (docs/compliance.md).

A rule of a later folder stands in place of one with its id. A file that is not as it must be is named with the entry and the key at
fault, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, TypeVar

from bankrm.adapters.system.resources import ResourceEntryInvalid, Resources, ResourcesMissing
from bankrm.domain.drafts import Severity
from bankrm.drafting.compliance.checkers import CHECKERS
from bankrm.drafting.compliance.context import FACTS
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import (
    CLIENT_FACING,
    INTERNAL,
    KINDS,
    RECORD,
    Example,
    Rule,
    RuleWords,
    Said,
    Trigger,
)
from bankrm.language.patterns import pattern

T = TypeVar("T")

FOLDER, SHARED = "compliance", "words.toml"
_WITHIN = 30  # code points between two words, where a trigger does not say
_MOST_IN_ANY_ORDER = 3
_KIND_GROUPS = {"client-facing": CLIENT_FACING, "internal": INTERNAL, "all": KINDS}
_TOP = {"id", "severity", "check", "kinds", "ja", "en", "words", "trigger", "example"}
_TRIGGER: Mapping[str, type] = {
    "key": str, "all": list, "order": str, "within": int, "sentences": int, "unless": list, "unless_told": list,
    "unless_all": list, "said_by": str, "deniable": bool, "kinds": list, "facts": list, "unless_facts": list,
    "severity": str, "reason": str,
}  # fmt: skip
_EXAMPLE: Mapping[str, type] = {"text": str, "found": bool, "kind": str, "facts": list}
_WORDS_FOR_PEOPLE: Mapping[str, type] = {"title": str, "law": str, "reason": str, "instead": str}


def load_rules(resources: Resources, folders: Iterable[Path] = ()) -> RuleBook:
    """The rules of this installation, then those of the bank's folders. Raises ResourcesMissing, ResourceInvalid and
    ResourceEntryInvalid."""
    shared = _shared(resources)
    rules: dict[str, Rule] = {}
    for path in resources.files(FOLDER, ".toml"):
        if path.name != SHARED:
            rule = _Reader(path, shared, tested=True).rule(resources.toml(FOLDER, path.name))
            rules[rule.id] = rule
    for folder in folders:
        own = Resources(folder)
        if not folder.is_dir():
            raise ResourcesMissing(path=str(folder))
        for path in own.files(".", ".toml"):
            rule = _Reader(path, shared, tested=False).rule(own.toml(path.name))
            rules[rule.id] = rule
    return RuleBook(sorted(rules.values(), key=_place))


_ORDER = (
    "superior_position", "tie_in", "loan_certainty", "conclusive_judgement", "suitability", "insurance_restriction",
    "other_client", "subsidy_certainty", "tax_legal", "missing_risk", "guarantee_explanation", "sensitive", "insider",
    "internal_only",
)  # fmt: skip


def _place(rule: Rule) -> int:
    """The bank's own rules come after those that everybody has."""
    return _ORDER.index(rule.id) if rule.id in _ORDER else len(_ORDER)


@dataclass(frozen=True, slots=True)
class _Shared:
    """words.toml: words that every rule may name, and what denies what goes before it."""

    words: Mapping[str, tuple[str, ...]]
    denials: tuple[str, ...]


def _shared(resources: Resources) -> _Shared:
    path, table = resources.path(FOLDER, SHARED), resources.toml(FOLDER, SHARED)
    reader = _Reader(path, _Shared({}, ()), tested=True)
    return _Shared(
        reader.groups(table.get("words", {})), reader.expressions("denials", table.get("denials"), "denials")
    )


class _Reader:
    """Reads one file. `tested`: its expressions are proven by our own tests, and compiled when they are first used."""

    def __init__(self, path: Path, shared: _Shared, *, tested: bool) -> None:
        self._path, self._shared, self._tested = path, shared, tested

    def rule(self, table: Mapping[str, Any]) -> Rule:
        """The rule that the file holds."""
        id_ = table.get("id")
        if not isinstance(id_, str) or not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", id_):
            raise self._refused("", "id")
        self._only(table, _TOP, id_)
        check = table.get("check", "")
        if check not in {"", *CHECKERS}:
            raise self._refused(id_, "check")
        severity = self._one_of(Severity, table.get("severity", "block"), id_, "severity")
        kinds = self._kinds(table.get("kinds", ["all"]), id_)
        words = {**self._shared.words, **self.groups(table.get("words", {}))}
        ja = self._for_people(table, "ja", id_)
        triggers = tuple(self._trigger(entry, words, severity, kinds) for entry in self._entries(table, "trigger", id_))
        if not triggers and not check:
            raise self._refused(id_, "trigger")
        return Rule(
            id_, ja, self._for_people(table, "en", id_) if "en" in table else ja, severity, check, kinds, triggers,
            tuple(self._example(entry, id_) for entry in self._entries(table, "example", id_)),
            tuple(pattern(denial) for denial in self._shared.denials),
        )  # fmt: skip

    def groups(self, table: object) -> dict[str, tuple[str, ...]]:
        """The table `words`: expressions by the name of their group."""
        if not isinstance(table, Mapping):
            raise self._refused("words", "words")
        return {str(name): self.expressions("words", listed, str(name)) for name, listed in table.items()}

    def expressions(self, key: str, listed: object, field: str) -> tuple[str, ...]:
        """Regular expressions, none of which stands in every text."""
        if not isinstance(listed, list) or not listed:
            raise self._refused(key, field)
        for expression in listed:
            if not isinstance(expression, str) or not expression.strip() or not (self._tested or _is_sound(expression)):
                raise self._refused(key, field)
        return tuple(listed)

    def _trigger(
        self, entry: Mapping[str, Any], words: Mapping[str, tuple[str, ...]], severity: Severity, kinds: frozenset[str]
    ) -> Trigger:
        key = str(entry.get("key", ""))
        self._typed(entry, _TRIGGER, key, required=("key", "all"))
        groups = [self._group(name, words, key, "all") for name in entry["all"]]
        order = entry.get("order", "given")
        within, sentences = entry.get("within", _WITHIN), entry.get("sentences", 1)
        if not groups or order not in ("given", "any") or (order == "any" and len(groups) > _MOST_IN_ANY_ORDER):
            raise self._refused(key, "order" if groups else "all")
        if not 0 <= within <= 200 or not 1 <= sentences <= 3:
            raise self._refused(key, "sentences" if 0 <= within <= 200 else "within")
        named = {
            field: tuple(pattern(self._group(name, words, key, field), re.DOTALL) for name in entry.get(field, []))
            for field in ("unless", "unless_told")
        }
        everywhere = [
            (str(name), pattern(self._group(name, words, key, "unless_all"), re.DOTALL))
            for name in entry.get("unless_all", [])
        ]
        return Trigger(
            key,
            pattern(_in_order(groups, within, any_order=order == "any"), re.DOTALL),
            sentences,
            said_by=self._one_of(Said, entry.get("said_by", "anyone"), key, "said_by"),
            deniable=entry.get("deniable", True),
            kinds=self._kinds(entry["kinds"], key) if "kinds" in entry else kinds,
            facts=self._facts(entry, key, "facts"),
            unless_facts=self._facts(entry, key, "unless_facts"),
            severity=self._one_of(Severity, entry.get("severity", severity.value), key, "severity"),
            reason=entry.get("reason", ""),
            unless_all=tuple(everywhere),
            **named,
        )

    def _group(self, name: object, words: Mapping[str, tuple[str, ...]], key: str, field: str) -> str:
        if not isinstance(name, str) or name not in words:
            raise self._refused(key, field)
        return f"(?:{'|'.join(words[name])})"

    def _example(self, entry: Mapping[str, Any], id_: str) -> Example:
        self._typed(entry, _EXAMPLE, id_, required=("text", "found"))
        kind = entry.get("kind", RECORD)
        if kind not in KINDS:
            raise self._refused(id_, "kind")
        return Example(entry["text"], entry["found"], kind, self._facts(entry, id_, "facts"))

    def _for_people(self, table: Mapping[str, Any], language: str, id_: str) -> RuleWords:
        entry = table.get(language)
        if not isinstance(entry, Mapping):
            raise self._refused(id_, language)
        self._typed(entry, _WORDS_FOR_PEOPLE, id_, required=tuple(_WORDS_FOR_PEOPLE))
        return RuleWords(**entry)

    def _entries(self, table: Mapping[str, Any], name: str, id_: str) -> Iterator[Mapping[str, Any]]:
        entries = table.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
            raise self._refused(id_, name)
        yield from entries

    def _typed(
        self, entry: Mapping[str, Any], fields: Mapping[str, type], key: str, *, required: Collection[str]
    ) -> None:
        self._only(entry, fields, key)
        for field, kind in fields.items():
            if (field in required and not entry.get(field, None) and entry.get(field) is not False) or (
                field in entry and type(entry[field]) is not kind
            ):
                raise self._refused(key, field)

    def _only(self, entry: Mapping[str, Any], fields: Collection[str], key: str) -> None:
        for field in entry:
            if field not in fields:
                raise self._refused(key, field)

    def _kinds(self, listed: object, key: str) -> frozenset[str]:
        names = listed if isinstance(listed, list) else [""]
        if not names or any(name not in KINDS and name not in _KIND_GROUPS for name in names):
            raise self._refused(key, "kinds")
        return frozenset().union(*(_KIND_GROUPS.get(name, frozenset({name})) for name in names))

    def _facts(self, entry: Mapping[str, Any], key: str, field: str) -> frozenset[str]:
        facts = frozenset(entry.get(field, []))
        if not facts <= FACTS:
            raise self._refused(key, field)
        return facts

    def _one_of(self, kind: type[T], value: object, key: str, field: str) -> T:
        try:
            return kind(value)  # type: ignore[call-arg]
        except ValueError as error:
            raise self._refused(key, field) from error

    def _refused(self, key: str, field: str) -> ResourceEntryInvalid:
        return ResourceEntryInvalid(path=str(self._path), key=key, field=field)


def _is_sound(expression: str) -> bool:
    try:
        return not re.compile(expression).match("")
    except re.error:
        return False


def _in_order(groups: list[str], within: int, *, any_order: bool) -> str:
    orders = permutations(groups) if any_order else [groups]
    return "|".join(f".{{0,{within}}}?".join(order) for order in orders)
