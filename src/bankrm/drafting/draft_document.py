"""From a recipe to a checked draft: write section by section, check every statement, repair, drop what only repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.citing import BANK_SPEAKER, CONFIDENTIAL_MARK, cite_form
from bankrm.domain.drafts import Section, Statement, Verdict
from bankrm.domain.evidence import Evidence, EvidencePack, OriginType
from bankrm.domain.placing import joined
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection, StatementKind
from bankrm.drafting.client_facing import ClientGuard, NothingToShow, followed_talk
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.entailment import SecondLook
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.ports import SectionWriter, VisitContext
from bankrm.drafting.repeats import Said
from bankrm.drafting.select import nothing_found
from bankrm.language.formatting import slash_date


@dataclass(frozen=True, slots=True)
class Document:
    """What drafting hands back: sections, and the pack cut to what they cite."""

    sections: tuple[Section, ...]
    pack: EvidencePack


def draft_document(recipe: Recipe, writer: SectionWriter, checker: Checker, context: VisitContext) -> Document:
    """Write and check one document. Code, not the writer, says what an empty section holds; a section that the writer does
    not know, or in which the template writer only repeats, is left out; what a model repeats, or gave up, is kept aside. Raises
    NothingToFollow and NothingToShow for papers that the client would keep."""
    said, guard = Said(), guard_of(recipe, context)
    sections, pack = list[Section](), context.pack
    for section in recipe.sections:
        if section.by_person:
            sections.append(Section(section.key, section.heading, ()))
            continue
        if section.wording:
            pack, words = _in_form(recipe, section, pack)
            sections.append(Section(section.key, section.heading, (words,)))
            continue
        written = writer.write(recipe, section, context)
        if written is None:
            continue
        checked = checked_statements((s for s in written if not s.given_up), checker, context.pack, guard)
        fresh, repeats = said.sift(checked)
        statements = fresh if checked or guard else nothing_recorded(section, context, checker)
        dropped = (*(s for s in repeats if s.origin == "model"), *(s for s in written if s.given_up))
        if statements or dropped:
            sections.append(Section(section.key, section.heading, statements, dropped))
    if recipe.kind is DocumentKindName.DISCUSSION_SHEET and _says_nothing(recipe, sections):
        raise NothingToShow(client=str(context.dossier.client.key))
    numbered = tuple(_numbered_groups(sections))
    cited = {citation for section in numbered for s in section.statements for citation in s.citations}
    return Document(numbered, pack.only(cited))


def _says_nothing(recipe: Recipe, sections: Sequence[Section]) -> bool:
    """Whether nothing stands there but what stands on any sheet: the form's words, and that the next day is to be settled."""
    form = {section.key for section in recipe.sections if section.wording}
    return sum(len(section.statements) for section in sections if section.key not in form) <= 1


def guard_of(recipe: Recipe, context: VisitContext) -> ClientGuard | None:
    """What decides on every sentence of a document that the client sees; None where it stays within the bank. Raises NothingToFollow
    for a mail that follows no talk."""
    if recipe.kind in INTERNAL_KINDS:
        return None
    if recipe.kind is DocumentKindName.FOLLOW_UP_MAIL:
        return ClientGuard(context, followed_talk(context).record)
    return ClientGuard(context)


def checked_statements(
    written: Iterable[Statement], checker: Checker, pack: EvidencePack, guard: ClientGuard | None
) -> list[Statement]:
    """The statements with their verdicts. Before the client stands no doubt, and none of the words of a record instead: what may not be
    shown goes."""
    if guard is None:
        return [check_statement(s, checker, pack) for s in written]
    return list(guard.sifted((judge(s, checker, pack) for s in written), pack))


def _in_form(recipe: Recipe, section: RecipeSection, pack: EvidencePack) -> tuple[EvidencePack, Statement]:
    """What the form itself says, resting on the form."""
    whole, ids = joined(pack, [cite_form(recipe.name, recipe.title, section.wording)])
    return whole, Statement(section.wording, StatementKind.CAUTION, ids)


def check_statement(statement: Statement, checker: Checker, pack: EvidencePack) -> Statement:
    """The statement with its verdict. A fact that does not stand is replaced by the words of its evidence; if even these do
    not stand it stays, marked. Other kinds carry a verdict only where a figure, date or name in them does not stand."""
    judged = judge(statement, checker, pack)
    if statement.kind is not StatementKind.FACT or judged.verdict is Verdict.SUPPORTED or not statement.citations:
        return judged
    quoted = judge(replace(statement, text=_in_its_words(pack[statement.citations[0]])), checker, pack)
    return quoted if quoted.verdict is Verdict.SUPPORTED else judged


def _in_its_words(evidence: Evidence) -> str:
    """The words themselves, with whose they are and when: a sentence of a document, never the head of a piece."""
    if evidence.origin.type is not OriginType.INTERACTION or evidence.origin.date is None:
        return f"{evidence.body.rstrip('。')}。"
    who = {"": "記録", BANK_SPEAKER: "当方の説明"}.get(evidence.speaker, evidence.speaker)
    words = re.sub("。(?=」?$)", "", evidence.body)
    mark = CONFIDENTIAL_MARK if CONFIDENTIAL_MARK in evidence.text.split(":", 1)[0] else ""
    on = evidence.origin.date
    return f"{words}{mark}({who}、{on.year}/{slash_date(on)})。"


def judge(statement: Statement, checker: Checker, pack: EvidencePack) -> Statement:
    """The statement with the checker's verdict: of a fact as a whole, of another kind only where an item in it does not stand."""
    evidence = _cited(statement, pack)
    if statement.kind is StatementKind.FACT:
        judgement = checker.check(statement.text, evidence)
        return statement.judged(judgement.verdict, judgement.reasons)
    reasons = checker.missing_items(statement.text, evidence)
    return statement.judged(Verdict.UNSUPPORTED if reasons else None, reasons)


def looked_at(
    statement: Statement, checker: Checker, look: SecondLook, pack: EvidencePack, label: str = ""
) -> Statement:
    """A fact with the verdict that it has once a model was asked, where the rules are in doubt of what stands behind its `label`
    (設備について: ). Raises ModelError, Cancelled."""
    if statement.kind is not StatementKind.FACT:
        return statement
    evidence = _cited(statement, pack)
    said = statement.text.removeprefix(label)
    judgement = look(checker.check(said, evidence), said, evidence)
    return statement.judged(judgement.verdict, judgement.reasons)


def _cited(statement: Statement, pack: EvidencePack) -> list[CheckedEvidence]:
    return [
        CheckedEvidence(key, pack[key].text, pack[key].speaker, pack[key].origin.date) for key in statement.citations
    ]


def nothing_recorded(section: RecipeSection, context: VisitContext, checker: Checker) -> tuple[Statement, ...]:
    """What an empty section says: which records were searched; nothing where it may simply be left out."""
    searched = nothing_found(section, context.observations)
    if searched is None:
        return ()
    statement = Statement(f"{searched.body}。", StatementKind.FACT, (context.pack.id_of(searched),))
    return (judge(statement, checker, context.pack),)


def _numbered_groups(sections: Sequence[Section]) -> Iterator[Section]:
    """Groups as G1, G2 … through the document, in reading order; a group of one is none."""
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for section in sections:
        for statement in section.statements:
            if statement.group:
                sizes[statement.group] = sizes.get(statement.group, 0) + 1
    for section in sections:
        statements = []
        for statement in section.statements:
            group = statement.group
            if group and sizes[group] > 1:
                group = names.setdefault(group, f"G{len(names) + 1}")
            statements.append(replace(statement, group=group if group and sizes[statement.group or ""] > 1 else None))
        yield replace(section, statements=tuple(statements))
