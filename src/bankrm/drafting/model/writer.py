"""The model writer: the template's statements, and a language model's where it helps, each checked before it may stand.

The template composes every section, and decides what is empty. Of each group of statements a profile's questions are asked, over the pieces
that the group cites and nothing else. An answer that does not stand is asked again once, with what was wrong; then the template's words
stay. So a model that fails costs nothing but its own sentences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bankrm.domain.drafts import Confidence, FirstWriting, Outcome, Reason, Statement, Verdict, units
from bankrm.domain.evidence import Evidence
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection, StatementKind
from bankrm.drafting.draft_document import judge, looked_at
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.entailment import SecondLook
from bankrm.drafting.model.faults import faults_of
from bankrm.drafting.model.grammar import Piece, line_grammar, read_line
from bankrm.drafting.model.profile import Ask, Place, PromptProfile, Shape
from bankrm.drafting.model.prompt import (
    ANSWER_TOKENS,
    VisitPrompt,
    again_text,
    piece_of,
    question_text,
    visit_prompt,
)
from bankrm.drafting.model.rewriting import Sheet, rewritten
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import (
    ContextOverflow,
    LanguageModel,
    ModelError,
    ModelFailed,
    Question,
    Rewriting,
    SectionWriter,
    VisitContext,
    Wish,
    WriterProvenance,
)
from bankrm.drafting.template.desk import Desk
from bankrm.language.glossary import Glossary
from bankrm.language.patterns import pattern
from bankrm.language.reports import as_reported

T = TypeVar("T")
_MOST_RESTARTS = 3


@dataclass(frozen=True, slots=True)
class AskedModel:
    """One language model, by name before it is loaded, and how it is asked."""

    engine: str
    name: str
    model: LanguageModel
    profile: PromptProfile


@dataclass(slots=True)
class _Visit:
    """What all sections of one visit share."""

    context: VisitContext
    desk: Desk
    checker: Checker
    prompt: VisitPrompt | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One answer: the statement it makes, if it makes one, and what is wrong with it."""

    text: str
    statement: Statement | None
    reasons: tuple[Reason, ...]
    tokens: int
    seconds: float


class ModelWriter:
    """A DraftWriter with language models: the first that works. Raises the last one's ModelError when none does."""

    def __init__(
        self,
        models: Sequence[AskedModel],
        template: SectionWriter,
        recipes: Mapping[DocumentKindName, Recipe],
        glossary: Glossary,
        token: CancelToken,
    ) -> None:
        self._models, self._template = list(models), template
        self._recipes, self._glossary, self._token = recipes, glossary, token
        self._fallen: list[str] = []
        self._restarts = 0
        self._visit: _Visit | None = None
        self._look: SecondLook | None = None

    @property
    def engine(self) -> str:
        """The engine at work."""
        return self._models[0].engine

    @property
    def model(self) -> str:
        """The model at work."""
        return self._models[0].name

    def provenance(self, context: VisitContext) -> WriterProvenance:
        """With what this visit's drafts are written. Raises ModelError."""
        visit = self._at_work_on(context)
        prompt = self._retrying(visit, lambda: self._prompt(visit))
        identity = self._models[0].model.identity
        return WriterProvenance(
            identity.engine,
            identity.name,
            identity.sha256,
            _digest(prompt, self._models[0].profile),
            identity.parameters,
            prompt.left_out,
            tuple(self._fallen),
        )

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        """The template's statements with the model's among them. Raises Cancelled, and ModelError where no model is left."""
        composed = self._template.write(recipe, section, context)
        if not composed:
            return composed
        visit = self._at_work_on(context)
        return self._retrying(visit, lambda: self._written(visit, recipe, section, composed))

    def rewrite(self, recipe: Recipe, section: RecipeSection, context: VisitContext, wish: Wish) -> Rewriting:
        """The section by a person's wish, where the model may tell of it. Raises Cancelled, and ModelError where no model is left."""
        composed = self._template.write(recipe, section, context)
        if not composed:
            return Rewriting(None if composed is None else (), followed=False)
        visit = self._at_work_on(context)
        return self._retrying(
            visit, lambda: rewritten(self._sheet(visit, wish.token), recipe.kind, section, tuple(composed), wish)
        )

    def _sheet(self, visit: _Visit, token: CancelToken) -> Sheet:
        asked = self._models[0]
        prompt, look = self._prompt(visit), SecondLook(asked.model, asked.profile.entailment, token)
        return Sheet(asked.model, asked.profile, prompt, visit.context, visit.desk, visit.checker, look)

    def _own_look(self) -> SecondLook:
        """The look of the model at work, which is proven once."""
        if self._look is None:
            asked = self._models[0]
            self._look = SecondLook(asked.model, asked.profile.entailment, self._token)
        return self._look

    def _at_work_on(self, context: VisitContext) -> _Visit:
        if self._visit is None or self._visit.context is not context:
            checker = Checker(name_book(context.dossier), context.today, context.dossier.closing_month)
            self._visit = _Visit(context, Desk(context), checker)
        return self._visit

    def _retrying(self, visit: _Visit, do: Callable[[], T]) -> T:
        """What `do` gives. A model that crashed is started again, some times in one run; then the next one takes its place."""
        while True:
            asked = self._models[0]
            try:
                return do()
            except ModelError as error:
                if isinstance(error, ModelFailed) and self._restarts < _MOST_RESTARTS:
                    self._restarts += 1
                    continue
                if len(self._models) == 1:
                    raise
                asked.model.close()
                self._models.remove(asked)
                self._fallen.append(f"{asked.engine}/{error.details.get('reason', error.code)}")
                self._restarts = 0
                visit.prompt = self._look = None

    def _prompt(self, visit: _Visit) -> VisitPrompt:
        if visit.prompt is None:
            asked, context = self._models[0], visit.context
            wanted = (pieces for _, pieces in self._all_asks(visit))
            client = context.dossier.client.name
            visit.prompt = visit_prompt(asked.profile, asked.model, client, self._glossary, context.pack, wanted)
        return visit.prompt

    def _all_asks(self, visit: _Visit) -> Iterator[tuple[Ask, tuple[Piece, ...]]]:
        """Everything that is asked for this visit, whichever of its documents are wanted: they share one prefix."""
        for recipe in self._recipes.values():
            for section in recipe.sections:
                asks = self._models[0].profile.asks_of(recipe.kind, section.key)
                composed = self._template.write(recipe, section, visit.context) if asks else None
                for unit in units(composed or ()):
                    yield from ((ask, pieces) for ask in asks if (pieces := self._pieces(visit, ask, unit)))

    def _pieces(self, visit: _Visit, ask: Ask, unit: Sequence[Statement]) -> tuple[Piece, ...]:
        """The words of the client that a group rests on, as far as this question may be asked of them; empty where it may not."""
        pack, today = visit.context.pack, visit.context.today
        ids = sorted({key for statement in unit for key in statement.citations}, key=lambda key: int(key[1:]))
        pieces = tuple(filter(None, (piece_of(key, pack[key], today) for key in ids)))
        if ask.last:
            pieces = pieces[-1:] if len(pieces) > 1 else ()
        if any(visit.desk.secret(pack[piece.id]) for piece in pieces):
            return ()  # what no prompt holds cannot slip into a sentence that opens it
        if ask.kind is StatementKind.QUESTION and any(s.kind is StatementKind.QUESTION for s in unit):
            return ()
        return pieces

    def _written(
        self, visit: _Visit, recipe: Recipe, section: RecipeSection, composed: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        asks = self._models[0].profile.asks_of(recipe.kind, section.key)
        groups = [(unit, list(self._told(visit, asks, unit))) for unit in units(composed)]
        written: list[Statement] = []
        for number, (unit, told) in enumerate(groups, 1):
            statements = list(unit)
            for ask, statement in told:
                _place(ask, self._looked_at(visit, ask, unit[0], statement), statements)
            group = unit[0].group or (f"{section.key}-model-{number}" if len(statements) > 1 else None)
            written += (replace(statement, group=group) for statement in statements)
        return tuple(written)

    def _told(self, visit: _Visit, asks: Sequence[Ask], unit: Sequence[Statement]) -> Iterator[tuple[Ask, Statement]]:
        """What the model says of one group, and of which question each is the answer."""
        for ask in asks:
            pieces = self._pieces(visit, ask, unit)
            if pieces and {piece.id for piece in pieces} <= self._prompt(visit).ids:
                yield ask, self._answered(visit, ask, unit[0], pieces)

    def _looked_at(self, visit: _Visit, ask: Ask, head: Statement, statement: Statement) -> Statement:
        """The model's statement, once it was asked itself whether it stands, where the rules are in doubt. That question has a prefix
        of its own, and is therefore put when all of the section is written."""
        if statement.origin != "model" or statement.given_up or statement.first is None:
            return statement
        seen = looked_at(statement, visit.checker, self._own_look(), visit.context.pack, _label(ask, head))
        if not _stands_not(seen):
            return statement
        told = replace(statement.first, outcome=Outcome.QUOTED)
        if statement.first.outcome is Outcome.KEPT:
            told = replace(told, verdict=seen.verdict, reasons=seen.reasons)
        return self._given_up(visit, ask, head, statement.citations, told)

    def _answered(self, visit: _Visit, ask: Ask, head: Statement, pieces: tuple[Piece, ...]) -> Statement:
        """The model's statement with its first writing; where it does not stand, the template's own."""
        profile = self._models[0].profile
        text = question_text(ask.text, pieces, head.text)
        first = last = self._attempt(visit, ask, head, pieces, text)
        outcome = Outcome.KEPT
        if first.statement and first.reasons:
            reasons = [(reason.code, reason.detail) for reason in first.reasons]
            last = self._attempt(visit, ask, head, pieces, again_text(profile, text, first.text, reasons))
            outcome = Outcome.REPAIRED
        attempts = (first,) if last is first else (first, last)
        stands = last.statement is not None and not last.reasons
        told = FirstWriting(
            first.text,
            _verdict(first),
            first.reasons,
            outcome if stands else Outcome.QUOTED,
            sum(attempt.tokens for attempt in attempts),
            round(sum(attempt.seconds for attempt in attempts), 3),
        )
        if last.statement is None or not stands:
            return self._given_up(visit, ask, head, [piece.id for piece in pieces], told)
        return replace(last.statement, first=told)

    @staticmethod
    def _given_up(visit: _Visit, ask: Ask, head: Statement, ids: Sequence[str], told: FirstWriting) -> Statement:
        """The template's statement in its own place; elsewhere a model's that nobody is shown, kept for the count."""
        if ask.place is Place.INSTEAD:
            return replace(head, first=told)
        cited = (visit.context.pack[key] for key in ids)
        return replace(visit.desk.say(ask.kind, told.text, *cited), origin="model", first=told)

    def _attempt(self, visit: _Visit, ask: Ask, head: Statement, pieces: tuple[Piece, ...], text: str) -> _Attempt:
        asked = self._models[0]
        question = Question(text, line_grammar(ask.shape, pieces), ANSWER_TOKENS)
        try:
            answer = asked.model.ask(self._prompt(visit).prefix, question, token=self._token)
        except ContextOverflow as error:  # one question too long is no reason to give up the model
            return _Attempt("", None, (Reason(error.code, ""),), 0, 0.0)
        usage = answer.usage
        line = read_line(answer.text, ask.shape, pieces)
        if line is None:
            return _Attempt(answer.text, None, (Reason("none_recorded", ""),), usage.answer_tokens, usage.seconds)
        cited = [visit.context.pack[key] for key in line.ids]
        said = _label(ask, head) + (
            line.text if ask.shape is Shape.FREE else f"{as_reported(line.text.removesuffix('。'))}。"
        )
        statement = self._statement(visit, ask, said, cited, asked.model.identity.engine)
        reasons = tuple(faults_of(ask, line, cited))
        if not reasons:
            statement = judge(statement, visit.checker, visit.context.pack)
            reasons = statement.reasons or ((Reason("unrelated", ""),) if _stands_not(statement) else ())
        return _Attempt(line.text, statement, reasons, usage.answer_tokens, usage.seconds)

    @staticmethod
    def _statement(visit: _Visit, ask: Ask, text: str, cited: Sequence[Evidence], engine: str) -> Statement:
        low = Confidence.LOW if ask.kind is StatementKind.INFERENCE else Confidence.NONE
        return replace(visit.desk.say(ask.kind, text, *cited, confidence=low), origin="model", engine=engine)


_LABEL = pattern(r"[^「」、。]{1,20}: ")


def _label(ask: Ask, head: Statement) -> str:
    """What the program puts before a sentence: its question's label; for what was told, the matter as the template names it."""
    found = _LABEL.match(head.text) if ask.shape is not Shape.FREE else None
    return found.group() if found else ask.label


def _stands_not(statement: Statement) -> bool:
    wanted = Verdict.SUPPORTED if statement.kind is StatementKind.FACT else None
    return statement.verdict is not wanted


def _verdict(attempt: _Attempt) -> Verdict | None:
    """Of a fact: whether it stood. Of another kind: None where it did."""
    if attempt.statement is not None and not attempt.reasons:
        return attempt.statement.verdict
    return Verdict.UNSUPPORTED


def _place(ask: Ask, statement: Statement, statements: list[Statement]) -> None:
    """Put a statement where its question says; one that was given up stands nowhere, and goes last."""
    if ask.place is Place.INSTEAD:
        statements[0] = statement
    elif ask.place is Place.AFTER or statement.given_up:
        statements.append(statement)
    else:
        told = next((s for s in statements if s.citations[:1] == statement.citations[:1]), None)
        if told:
            statements.remove(told)
        statements.insert(0, _marked_as(told, statement))


_MARK = pattern(r"〔[^〕]+〕(?=。$)")


def _marked_as(told: Statement | None, statement: Statement) -> Statement:
    """The statement with the mark that the template's bears at its end: 〔保留〕."""
    mark = _MARK.search(told.text) if told else None
    return replace(statement, text=f"{statement.text.removesuffix('。')}{mark.group()}。") if mark else statement


def _digest(prompt: VisitPrompt, profile: PromptProfile) -> str:
    """Of everything that the model reads for one visit besides the answers: prefix, questions, wording."""
    told = repr((prompt.prefix, profile))
    return hashlib.sha256(told.encode()).hexdigest()
