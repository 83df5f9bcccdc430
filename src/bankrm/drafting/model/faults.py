"""What is wrong with a model's sentence before anybody checks its facts: its form, and that it says something of this client."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.domain.evidence import Evidence
from bankrm.drafting.model.grammar import Line
from bankrm.drafting.model.profile import Ask, Shape
from bankrm.drafting.template.desk import telling_words

_REPEATED = re.compile(r"(?P<words>.{10,}).*(?P=words)|(?P<loop>.{2,9}?)(?P=loop){2}")


def faults_of(ask: Ask, line: Line, cited: Sequence[Evidence]) -> Iterator[Reason]:
    """Codes for which a prompt profile has words."""
    if line.cut:
        yield Reason("cut_off", "")
    if _REPEATED.search(line.text):
        yield Reason("repeats_itself", "")
    sentence = line.text.removesuffix("。")
    if ask.ends and not sentence.endswith(ask.ends):
        yield Reason("not_in_form", f"〜{ask.ends[0]}")
    if ask.shape is Shape.FREE and not telling_words(sentence) & _words(cited):
        yield Reason("not_specific", "")


def _words(cited: Sequence[Evidence]) -> frozenset[str]:
    return frozenset[str]().union(*(telling_words(evidence.body) for evidence in cited))
