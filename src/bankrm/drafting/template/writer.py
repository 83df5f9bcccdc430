"""The template writer: composes every section from observations and evidence alone. The product's embedded default."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice

from bankrm.domain.drafts import Statement, units
from bankrm.domain.observations import Code
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection
from bankrm.drafting.client_facing import NothingToFollow, followed_talk
from bankrm.drafting.ports import TEMPLATE, VisitContext, WriterProvenance
from bankrm.drafting.template import (
    brief,
    cautions,
    contradictions,
    discussion,
    headlines,
    history,
    mail,
    promises,
    questions,
    scenario,
    seeds,
)
from bankrm.drafting.template.client_desk import ClientDesk
from bankrm.drafting.template.desk import Composer, Desk
from bankrm.language.certainty import Certainty

K = DocumentKindName
COMPOSERS: Mapping[tuple[DocumentKindName, str], Composer] = {
    (K.VISIT_BRIEF, "headlines"): headlines.compose_headlines,
    (K.VISIT_BRIEF, "previous"): brief.compose_previous,
    (K.VISIT_BRIEF, "promises"): promises.compose_promises,
    (K.VISIT_BRIEF, "changes"): brief.compose_changes,
    (K.VISIT_BRIEF, "contradictions"): contradictions.compose_contradictions,
    (K.VISIT_BRIEF, "company"): brief.compose_company,
    (K.VISIT_BRIEF, "business"): brief.compose_business,
    (K.VISIT_BRIEF, "finance"): brief.compose_finance,
    (K.VISIT_BRIEF, "hypotheses"): brief.compose_hypotheses,
    (K.VISIT_BRIEF, "questions"): questions.compose_questions,
    (K.VISIT_BRIEF, "seeds"): seeds.compose_seeds,
    (K.VISIT_BRIEF, "cautions"): cautions.compose_cautions,
    (K.HISTORY_SUMMARY, "scope"): history.compose_scope,
    (K.HISTORY_SUMMARY, "threads"): history.compose_threads,
    (K.HISTORY_SUMMARY, "agreements"): history.compose_agreements,
    (K.HISTORY_SUMMARY, "promises"): history.compose_promises,
    (K.HISTORY_SUMMARY, "issues"): history.compose_issues,
    (K.HISTORY_SUMMARY, "moves"): history.compose_moves,
    (K.HISTORY_SUMMARY, "competitors"): history.compose_competitors,
    (K.HISTORY_SUMMARY, "unconfirmed"): history.compose_unconfirmed,
    (K.SALES_SCENARIO, "goal"): scenario.compose_goal,
    (K.SALES_SCENARIO, "position"): scenario.compose_position,
    (K.SALES_SCENARIO, "people"): scenario.compose_people,
    (K.SALES_SCENARIO, "options"): scenario.compose_options,
    (K.SALES_SCENARIO, "next_step"): scenario.compose_next_step,
    (K.SALES_SCENARIO, "assumptions"): scenario.compose_assumptions,
}
CLIENT_COMPOSERS: Mapping[tuple[DocumentKindName, str], Callable[[ClientDesk], Iterable[Statement]]] = {
    (K.DISCUSSION_SHEET, "understanding"): discussion.compose_understanding,
    (K.DISCUSSION_SHEET, "issues"): discussion.compose_issues,
    (K.DISCUSSION_SHEET, "questions"): discussion.compose_questions,
    (K.DISCUSSION_SHEET, "options"): discussion.compose_options,
    (K.DISCUSSION_SHEET, "next_steps"): discussion.compose_next_steps,
    (K.FOLLOW_UP_MAIL, "subject"): mail.compose_subject,
    (K.FOLLOW_UP_MAIL, "to"): mail.compose_to,
    (K.FOLLOW_UP_MAIL, "thanks"): mail.compose_thanks,
    (K.FOLLOW_UP_MAIL, "talked"): mail.compose_talked,
    (K.FOLLOW_UP_MAIL, "ours"): mail.compose_ours,
    (K.FOLLOW_UP_MAIL, "theirs"): mail.compose_theirs,
    (K.FOLLOW_UP_MAIL, "next"): mail.compose_next,
    (K.FOLLOW_UP_MAIL, "closing"): mail.compose_closing,
}
# What a section of classified words is made of: where there is some, an empty section keeps it back, and denies nothing.
_MADE_OF: Mapping[str, Code] = {
    "hypotheses": Code.ISSUE, "issues": Code.ISSUE, "threads": Code.MATTER, "agreements": Code.AGREEMENT, "goal": Code.MATTER,
}  # fmt: skip

_WANTED = frozenset({Certainty.WISHED, Certainty.PLANNED, Certainty.CONSIDERING, Certainty.DECIDED, Certainty.AGREED})


class TemplateWriter:
    """A SectionWriter without a model. A bank may add sections for a model to a recipe: those it does not know, and says so."""

    engine = TEMPLATE
    model = ""

    def provenance(self, context: VisitContext) -> WriterProvenance:  # noqa: ARG002
        """The engine says all."""
        return WriterProvenance(self.engine)

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        """Statements up to the section's limit; what shares a group counts once and is never torn apart."""
        composed = _composed(recipe.kind, section.key, context)
        if composed is None:
            return None
        statements = tuple(chain.from_iterable(islice(units(composed), section.limit)))
        return None if not statements and _kept_back(section, context) else statements


def _composed(kind: DocumentKindName, key: str, context: VisitContext) -> Iterable[Statement] | None:
    """The section's sentences; for the client only those that may be shown, so that others take their place. None for a section
    without a composer, and for a mail that follows no talk."""
    if composer := COMPOSERS.get((kind, key)):
        return composer(Desk(context))
    for_client = CLIENT_COMPOSERS.get((kind, key))
    if for_client is None:
        return None
    try:
        followed = followed_talk(context).record if kind is K.FOLLOW_UP_MAIL else None
    except NothingToFollow:
        return None
    desk = ClientDesk(context, followed)
    return desk.guard.sifted(for_client(desk), context.pack)


def _kept_back(section: RecipeSection, context: VisitContext) -> bool:
    """Whether something was observed of what the section is made of: of a goal, a wish, also one that rests today."""
    made_of = [o for o in context.observations if o.code is _MADE_OF.get(section.key)]
    if section.key == "goal":
        return any(said in _WANTED for o in made_of for _, said in o.certainties("as_said"))
    return bool(made_of)
