"""One section of one document, as the template writer composes it."""

from __future__ import annotations

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Statement
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.insights.observe import observe
from tests.builders import DAY, TODAY, gaps, topics
from tests.builders import visit as planned

RECIPES = load_recipes(Resources.locate())


def section(file: Dossier, kind: DocumentKindName, key: str, visit: Visit | None = None) -> list[Statement]:
    """The statements of that section, before they are checked."""
    visit = visit or planned()
    observations = observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit)
    pack = select_evidence(file, visit, observations, RECIPES.values())
    context = VisitContext(file, visit, TODAY, DAY, observations, pack)
    recipe = RECIPES[kind]
    wanted = next(s for s in recipe.sections if s.key == key)
    return list(TemplateWriter().write(recipe, wanted, context) or ())
