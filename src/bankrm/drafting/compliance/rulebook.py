"""All compliance rules of this installation, and the one way to examine a text, a record or a draft by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bankrm.domain.drafts import Finding
from bankrm.drafting.compliance.checkers import CHECKERS
from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.matching import Place, met
from bankrm.drafting.compliance.passages import Passage
from bankrm.drafting.compliance.rules import Rule

_NOTHING_KNOWN = Context()


class RuleBook:
    """Rules in the order in which findings of one place are told."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    @property
    def needs_others(self) -> bool:
        """Whether a rule asks for the names of other clients."""
        return any(rule.check == "other_clients" for rule in self)

    def get(self, rule: str) -> Rule | None:
        """The rule of that id; None where this installation has none (any more)."""
        return self._rules.get(rule)

    def examine(self, text: str, kind: str, context: Context = _NOTHING_KNOWN) -> tuple[Finding, ...]:
        """What of a text must not stand in a document of that kind (KINDS), by its place; spans count code points."""
        return self.examine_all([Passage(text, kind)], kind, context)[0]

    def examine_all(
        self, passages: Sequence[Passage], kind: str, context: Context = _NOTHING_KNOWN
    ) -> tuple[tuple[Finding, ...], ...]:
        """The same of a document in passages: the findings of each. What must stand somewhere may stand in another passage."""
        found: list[list[Finding]] = [[] for _ in passages]
        for rule in self._rules.values():
            for number, finding in _places(rule, passages, kind, context):
                if not any(_same_place(finding, other) for other in found[number]):
                    found[number].append(finding)
        return tuple(tuple(sorted(of_one, key=lambda finding: finding.span)) for of_one in found)


def _places(rule: Rule, passages: Sequence[Passage], kind: str, context: Context) -> Iterator[Place]:
    """A trigger knows more of a place than the checker: what it finds comes first, and stands."""
    yield from met(rule, passages, kind, context)
    if rule.check and kind in rule.kinds:
        for number, passage in enumerate(passages):
            for span in CHECKERS[rule.check](passage, context):
                yield number, Finding(rule.id, rule.severity, span, rule.words.reason)


def _same_place(one: Finding, other: Finding) -> bool:
    """Whether both tell the same of overlapping words."""
    return one.rule == other.rule and one.span[0] < other.span[1] and other.span[0] < one.span[1]
