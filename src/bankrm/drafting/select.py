"""The evidence pack of one visit: everything its sections may cite, selected once.

Without a model nothing has to fit a prompt, so the pack is not cut; what is never cited is left out of the finished drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bankrm.domain.business import Account
from bankrm.domain.citing import cite_account, cite_client, cite_deal, cite_host, cite_other_bank, cite_visit, computed
from bankrm.domain.dossier import Dossier
from bankrm.domain.evidence import Evidence, EvidencePack
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.domain.visits import Visit


def select_evidence(
    dossier: Dossier, visit: Visit | None, observations: Sequence[Observation], recipes: Iterable[Recipe] = ()
) -> EvidencePack:
    """Structured facts of the dossier and every piece that an observation rests on, deduplicated and in time order; for each
    section that may come out empty, the search that says so."""
    seen = (evidence for o in observations for evidence in (*o.all_evidence, *_held(o)))
    empty = (section for recipe in recipes for section in recipe.sections)
    count = next((o.figure for o in observations if o.code is Code.RECORD_COUNT), None)
    today = count.origin.date if count else None
    ahead = (cite_visit(planned) for planned in dossier.visits if today and planned.day > today and planned != visit)
    return EvidencePack.of(
        [*structured(dossier, visit), *ahead, *seen, *filter(None, (nothing_found(s, observations) for s in empty))]
    )


def nothing_found(section: RecipeSection, observations: Sequence[Observation]) -> Evidence | None:
    """The figure that an empty section cites: which records were searched. None where the section may simply be left out."""
    count = next((o for o in observations if o.code is Code.RECORD_COUNT), None)
    if not section.when_empty or count is None or count.figure is None or count.figure.origin.date is None:
        return None
    held = f"(機微情報を含む{count.count('held')}件は一部を除く)" if count.count("held") else ""
    found_none = "から拾えていない" if section.classified else "に該当する記録なし"
    text = f"{section.when_empty}は、応接記録{count.count('total')}件{held}{found_none}"
    return computed(f"{section.key}・該当なし", text, "", count.figure.origin.date)


def _held(observation: Observation) -> Iterator[Evidence]:
    for value in observation.values.values():
        yield from (piece for piece in (value if isinstance(value, tuple) else (value,)) if isinstance(piece, Evidence))


def structured(dossier: Dossier, visit: Visit | None) -> Iterator[Evidence]:
    """What is recorded in fields: customer master, host values, other banks, statements, deals, the visit."""
    yield from cite_client(dossier.client)
    cited = (piece for figures in (*dossier.host, *dossier.standing_host) for piece in cite_host(figures))
    yield from dict.fromkeys(cited)
    for loan in dossier.latest_other_banks:
        yield cite_other_bank(loan)
    for statement in dossier.statements:
        yield from (cite_account(statement, account) for account in Account if account in statement.accounts)
    for deal in dossier.deals:
        yield cite_deal(deal)
    if visit:
        yield cite_visit(visit)
