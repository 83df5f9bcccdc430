"""One section of one document, as a writer makes it."""

from __future__ import annotations

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Statement
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.draft_document import Document, draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import SectionWriter, VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.drafting.withheld import withhold_instructions
from bankrm.insights.observe import observe
from tests.builders import DAY, TODAY, gaps, topics
from tests.builders import visit as planned

RECIPES = load_recipes(Resources.locate())


def context_of(file: Dossier, visit: Visit | None = None) -> VisitContext:
    """What all sections of one visit share."""
    visit = visit or planned()
    file, withheld = withhold_instructions(file)
    observations = (*observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit), *withheld)
    pack = select_evidence(file, visit, observations, RECIPES.values())
    return VisitContext(file, visit, TODAY, DAY, observations, pack)


def section(file: Dossier, kind: DocumentKindName, key: str, visit: Visit | None = None) -> list[Statement]:
    """The statements of that section, before they are checked."""
    return written_by(TemplateWriter(), context_of(file, visit), kind, key)


def written_by(writer: SectionWriter, context: VisitContext, kind: DocumentKindName, key: str) -> list[Statement]:
    """What a writer makes of one section."""
    recipe = RECIPES[kind]
    wanted = next(s for s in recipe.sections if s.key == key)
    return list(writer.write(recipe, wanted, context) or ())


def document(kind: DocumentKindName, file: Dossier, visit: Visit | None = None) -> Document:
    """One document of a file, as the template writer and the checker make it."""
    context = context_of(file, visit)
    return draft_document(RECIPES[kind], TemplateWriter(), Checker(name_book(file), TODAY, file.closing_month), context)


def texts(kind: DocumentKindName, file: Dossier, visit: Visit | None = None, section: str = "") -> list[str]:
    """Its statements, or those of one section."""
    found = (s for s in document(kind, file, visit).sections if section in ("", s.key))
    return [statement.text for one in found for statement in one.statements]
