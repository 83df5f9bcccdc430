"""What every writer of sections holds to, with a language model or without."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from tests.builders import dossier
from tests.fakes.language_model import ScriptedModel, faithful
from tests.unit.drafting.test_documents import FILES
from tests.writing import RECIPES, context_of

from bankrm.adapters.system.prompts import load_profile
from bankrm.adapters.system.resources import Resources
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Verdict, units
from bankrm.domain.evidence import OriginType
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import Recipe
from bankrm.drafting.client_facing import NothingToFollow, NothingToShow
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.model.writer import AskedModel, ModelWriter
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import DraftWriter, VisitContext
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.language.glossary import NO_GLOSSARY

PROFILE = load_profile(Resources.locate(), "standard")


def _inventing(question: str) -> str:
    return faithful(question).replace("と話した", "うえ、9,900万円の土地も買うと決めた")


def _by(answer: Callable[[str], str]) -> DraftWriter:
    asked = AskedModel("llama", "scripted", ScriptedModel(answer), PROFILE)
    return ModelWriter([asked], TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken())


WRITERS: dict[str, Callable[[], DraftWriter]] = {
    "the template's": TemplateWriter,
    "a faithful model's": lambda: _by(faithful),
    "an inventing model's": lambda: _by(_inventing),
    "a silent model's": lambda: _by(lambda _: "該当なし"),
    "a babbling model's": lambda: _by(lambda _: "Sure! Here is the summary: 售上"),
}


def recipes_for(context: VisitContext) -> list[Recipe]:
    """All, but of what the client keeps only what may come about."""
    return [recipe for recipe in RECIPES.values() if comes_about(recipe, context)]


def comes_about(recipe: Recipe, context: VisitContext) -> bool:
    file = context.dossier
    with suppress(NothingToFollow, NothingToShow):
        checker = Checker(name_book(file), context.today, file.closing_month)
        return bool(draft_document(recipe, TemplateWriter(), checker, context))
    return False


each_writer = pytest.mark.parametrize("make", WRITERS.values(), ids=WRITERS)
each_file = pytest.mark.parametrize("file", FILES.values(), ids=FILES)


@each_writer
@each_file
def test_every_fact_that_is_shown_stands_and_cites_what_the_pack_holds(
    make: Callable[[], DraftWriter], file: Dossier
) -> None:
    context = context_of(file)
    checker = Checker(name_book(context.dossier), context.today)
    writer = make()
    for recipe in recipes_for(context):
        document = draft_document(recipe, writer, checker, context)
        for statement in (s for section in document.sections for s in section.statements):
            assert statement.citations
            assert set(statement.citations) <= {key for key, _ in document.pack}
            assert statement.verdict in (None, Verdict.SUPPORTED)
            assert "9,900万円" not in statement.text
            assert "售" not in statement.text


@each_writer
@each_file
def test_no_section_holds_more_than_its_recipe_allows(make: Callable[[], DraftWriter], file: Dossier) -> None:
    context, writer = context_of(file), make()
    for recipe in RECIPES.values():
        for section in recipe.sections:
            written = writer.write(recipe, section, context) or ()
            assert len(list(units(s for s in written if not s.given_up))) <= section.limit


@each_writer
def test_the_same_records_give_the_same_statements(make: Callable[[], DraftWriter]) -> None:
    context = context_of(FILES["a full file"])
    one, other = make(), make()
    for recipe in RECIPES.values():
        for section in recipe.sections:
            assert one.write(recipe, section, context) == other.write(recipe, section, context)


@each_writer
def test_a_section_that_nobody_knows_is_not_written(make: Callable[[], DraftWriter]) -> None:
    recipe = next(iter(RECIPES.values()))
    unknown = replace(recipe.sections[0], key="unheard_of")
    assert make().write(recipe, unknown, context_of(dossier())) is None


@each_writer
def test_it_says_with_what_it_writes_before_it_writes(make: Callable[[], DraftWriter]) -> None:
    context, writer = context_of(FILES["a full file"]), make()
    before = writer.provenance(context)
    for recipe in RECIPES.values():
        for section in recipe.sections:
            writer.write(recipe, section, context)
    assert writer.provenance(context) == before
    assert before.engine == writer.engine


def test_only_the_client_s_words_are_asked_about() -> None:
    context = context_of(FILES["a full file"])
    model = ScriptedModel(faithful)
    writer = ModelWriter(
        [AskedModel("llama", "s", model, PROFILE)], TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken()
    )
    for recipe in RECIPES.values():
        for section in recipe.sections:
            writer.write(recipe, section, context)
    shown = {key for prefix, _ in model.asked for key in re.findall(r"^\[(E[0-9]+)\]", prefix.evidence, re.MULTILINE)}
    assert shown
    assert {context.pack[key].origin.type for key in shown} == {OriginType.INTERACTION}
