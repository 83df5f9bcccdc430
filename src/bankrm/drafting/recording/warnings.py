"""What a memo must not be kept with unless a person answers for it: what the compliance rules block in a record of a talk.

The rules are those of every document (resources/compliance); of a guarantee it is told as well which explanation is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Finding, Severity
from bankrm.drafting.compliance.examination import Examination
from bankrm.drafting.compliance.matching import lacking
from bankrm.drafting.compliance.passages import Passage
from bankrm.drafting.compliance.rules import RECORD
from bankrm.drafting.recording.proposals import Caution, Warned
from bankrm.language.sentences import sentences

REASON, REMEDY = "reason", "remedy"
"""The two explanations of a guarantee, by the names of their words in its rule."""

_KINDS = {"sensitive": Warned.SENSITIVE, "guarantee_explanation": Warned.GUARANTEE}


def warnings_in(memo: str, written: Sequence[str], examination: Examination) -> Iterator[Caution]:
    """Warnings in the order of the memo, then of what was `written` beside it (answers, fields), without a span; each for a sentence.

    Of guarantees one, at the first sentence that takes one; its explanation may stand anywhere.
    """
    passages = [Passage(text, RECORD) for text in (memo, *written)]
    told = "\n".join(passage.folded for passage in passages)
    seen = set[tuple[str, str]]()
    for number, findings in enumerate(examination.rules.examine_all(passages, RECORD, examination.context)):
        for finding in findings:
            text = passages[number].text
            start, end = _sentence(text, finding)
            once = (finding.rule, "" if _KINDS.get(finding.rule) is Warned.GUARANTEE else text[start:end])
            if finding.severity is Severity.BLOCK and once not in seen:
                seen.add(once)
                yield _caution(examination, finding, text[start:end], None if number else (start, end), told)


def _sentence(text: str, finding: Finding) -> tuple[int, int]:
    """The sentence in which the words begin."""
    spans = sentences(text)
    return next((span for span in spans if span[0] <= finding.span[0] < span[1]), finding.span)


def _caution(
    examination: Examination, finding: Finding, words: str, span: tuple[int, int] | None, told: str
) -> Caution:
    rule = examination.rules.get(finding.rule)
    assert rule
    missing = tuple(dict.fromkeys(name for trigger in rule.triggers for name in lacking(trigger, told)))
    kind = _KINDS.get(rule.id, Warned.COMPLIANCE)
    return Caution(kind, words, span, missing, finding.reason, rule.words, rule.english)
