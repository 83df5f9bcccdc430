"""Layer (f): where the rules find no fault and are not sure, a language model is asked whether the evidence bears a statement out.

It may answer yes, unknown or contradicts, and nothing else. How sure it is of each, laid beside how sure the rules are, makes the score:
log-odds, added up with the weights of a calibration. What a rule found is never asked about, so that no model overrules it; a model
that is not very sure makes no contradiction; and one that by these weights cannot tell a few plain sentences apart is not believed at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp, log

from bankrm.domain.drafts import Reason, Verdict
from bankrm.domain.progress import CancelToken
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement
from bankrm.drafting.ports import ContextOverflow, LanguageModel, Prefix
from bankrm.language.instructions import without_instructions

_OPEN = frozenset({"unrelated"})
"""What a rule says that found no fault, and too little of what is said."""
_LONGEST = 160
"""A sentence of more characters says several things at once, of which one answer says too little."""
_LEAST = 1e-6
_EVEN = Judgement(Verdict.SUPPORTED, 0.5)  # what the rules say of a control: nothing
_MOST_WRONG = 1  # of the controls


@dataclass(frozen=True, slots=True)
class Calibration:
    """When a model is asked, and what its word weighs.

    Between the scores `doubtful_from` and `doubtful_to` the rules are in doubt: words are left over that no evidence holds. `offset`,
    `rules` and `model` weigh the log-odds of both; `contradicts` is the share of that answer from which on it is believed.
    """

    doubtful_from: float
    doubtful_to: float
    offset: float
    rules: float
    model: float
    contradicts: float

    def doubts(self, judgement: Judgement) -> bool:
        """Whether the rules found no fault, and are not sure of it."""
        faultless = {reason.code for reason in judgement.reasons} <= _OPEN
        return faultless and self.doubtful_from < judgement.score < self.doubtful_to


@dataclass(frozen=True, slots=True)
class Control:
    """A plain sentence of which everybody knows whether its evidence bears it out."""

    evidence: str
    statement: str
    true: bool


@dataclass(frozen=True, slots=True)
class EntailmentQuestion:
    """How a model is asked (`[entailment]` of a prompt profile): {evidence} and {statement} are filled into the question, behind what is
    the same for all; `answers` are yes, unknown and contradicts, in words that one token tells apart. `controls` prove a model."""

    system: str
    examples: str
    question: str
    answers: tuple[str, str, str]
    calibration: Calibration
    controls: tuple[Control, ...]


class SecondLook:
    """One language model's word on what the rules leave in doubt; the same question is asked once."""

    def __init__(self, model: LanguageModel, question: EntailmentQuestion, token: CancelToken) -> None:
        self._model, self._question, self._token = model, question, token
        self._prefix = Prefix(question.system, question.examples)
        self._known: dict[str, tuple[float, ...]] = {}

    @property
    def calibration(self) -> Calibration:
        """What its word weighs."""
        return self._question.calibration

    def __call__(self, judgement: Judgement, statement: str, evidence: Sequence[CheckedEvidence]) -> Judgement:
        """The judgement as it is with the model's word; that of the rules where they are sure. Raises ModelError and Cancelled."""
        weights = self.calibration
        if len(statement) > _LONGEST or not weights.doubts(judgement):
            return judgement
        try:
            if not self.is_believed:
                return judgement
            shares = self.shares(statement, [one for one in evidence if one.id in judgement.rests_on])
        except ContextOverflow:  # one question too long is no reason to give up the model
            return judgement
        return settled(judgement, shares[0], shares[-1], weights) if shares else judgement

    @property
    def was_refused(self) -> bool:
        """Whether it was asked, and is not believed."""
        return bool(self._known) and not self.is_believed

    @cached_property
    def is_believed(self) -> bool:
        """Whether the model tells the controls apart; asked when the first doubt arises. Raises ModelError and Cancelled."""
        wrong = 0
        for control in self._question.controls:
            shares = self.shares(control.statement, [CheckedEvidence("", control.evidence)])
            said = shares and settled(_EVEN, shares[0], shares[-1], self.calibration).verdict is Verdict.SUPPORTED
            wrong += not shares or said is not control.true
        return wrong <= _MOST_WRONG

    def shares(self, statement: str, evidence: Sequence[CheckedEvidence]) -> tuple[float, ...]:
        """How likely the model is to answer yes, unknown and contradicts; empty where it cannot be asked so. Raises ModelError and
        Cancelled."""
        told = _as_data("／".join(without_instructions(one.text) for one in evidence))
        text = self._question.question.format(evidence=told, statement=_as_data(statement))
        key = hashlib.sha256(f"{self._model.identity.sha256}\0{text}".encode()).hexdigest()
        if key not in self._known:
            self._known[key] = self._model.weigh(self._prefix, text, self._question.answers, token=self._token)
        return self._known[key]


def settled(judgement: Judgement, yes: float, contradicts: float, weights: Calibration) -> Judgement:
    """A doubtful judgement with the shares that the model gives to these answers."""
    odds = weights.offset + weights.rules * _log_odds(judgement.score) + weights.model * _log_odds(yes)
    score = round(1 / (1 + exp(-odds)), 4)
    if score >= 0.5:
        return replace(judgement, verdict=Verdict.SUPPORTED, score=score, reasons=())
    if contradicts >= weights.contradicts:
        return replace(judgement, verdict=Verdict.CONTRADICTED, score=score, reasons=(Reason("model_contradicts", ""),))
    reasons = judgement.reasons or (Reason("model_doubts", ""),)
    return replace(judgement, verdict=Verdict.UNSUPPORTED, score=score, reasons=reasons)


def _log_odds(share: float) -> float:
    return log(max(share, _LEAST)) - log(max(1 - share, _LEAST))


def _as_data(text: str) -> str:
    """A text that cannot leave the brackets in which the question shows it, nor begin a line of its own."""
    return " ".join(text.replace("『", "「").replace("』", "」").split())
