"""A section once more, by a person's wish: a model's lines among the template's statements, each checked as any other.

The model sees and cites what it may in any case: words of the client that nobody told in confidence. What rests on figures, and what
goes with a group, stays the template's. Where the model may tell nothing of a section, or nothing that it tells stands, the wish is
not followed, and that is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bankrm.domain.drafts import Confidence, Statement, Verdict, units
from bankrm.domain.evidence import OriginType
from bankrm.domain.recipes import DocumentKindName, RecipeSection, StatementKind
from bankrm.drafting.draft_document import judge, looked_at
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.entailment import SecondLook
from bankrm.drafting.model.faults import faults_of
from bankrm.drafting.model.grammar import NONE, Line, Piece, lines_grammar, read_line
from bankrm.drafting.model.profile import Ask, Place, PromptProfile, Shape
from bankrm.drafting.model.prompt import VisitPrompt, piece_line, piece_of
from bankrm.drafting.ports import ContextOverflow, LanguageModel, Question, Rewriting, VisitContext, Wish
from bankrm.drafting.template.desk import Desk
from bankrm.language.normal_form import normal_form
from bankrm.language.patterns import pattern
from bankrm.language.reports import as_reported
from bankrm.language.sensitive import is_sensitive

MOST_PIECES, MOST_LINES = 12, 6
LINE_TOKENS = 160
_ENDS = {StatementKind.QUESTION: ("か",)}
Unit = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a rewriting works with: the model that is asked, the visit's prompt, desk and checker, and the look at what that doubts."""

    model: LanguageModel
    profile: PromptProfile
    prompt: VisitPrompt
    context: VisitContext
    desk: Desk
    checker: Checker
    look: SecondLook

    def pieces(self, unit: Unit) -> tuple[Piece, ...]:
        """The words that the unit's head rests on, where the model may tell them all."""
        head, pack = unit[0], self.context.pack
        words = [key for key in head.citations if pack[key].origin.type is OriginType.INTERACTION]
        figures = head.kind is StatementKind.FACT and len(words) < len(head.citations)
        if figures or any(key not in self.prompt.ids or self.desk.secret(pack[key]) for key in words):
            return ()
        return tuple(filter(None, (piece_of(key, pack[key], self.context.today) for key in words)))


def rewritten(
    sheet: Sheet, document: DocumentKindName, section: RecipeSection, composed: Sequence[Statement], wish: Wish
) -> Rewriting:
    """The section by that wish; as the template composed it where it is not followed. Raises ModelError and Cancelled.

    A wish that holds 機微情報 is not followed: it would be read by the model.
    """
    groups = [tuple(unit) for unit in units(composed)]
    kinds = Counter(unit[0].kind for unit in groups if sheet.pieces(unit))
    if not kinds or is_sensitive(wish.instruction):
        return Rewriting(tuple(composed), followed=False)
    ask = _ask(sheet.profile, document, section, kinds.most_common(1)[0][0])
    given = [unit for unit in groups if unit[0].kind is ask.kind and sheet.pieces(unit)]
    pieces = tuple(dict.fromkeys(piece for unit in given for piece in sheet.pieces(unit)))[:MOST_PIECES]
    stated = _once(
        filter(None, (_stated(sheet, ask, line) for line in _lines(sheet, section, ask, pieces, given, wish)))
    )
    lines = [one for one in stated if _stands(looked_at(one, sheet.checker, sheet.look, sheet.context.pack, ask.label))]
    if not lines:
        return Rewriting(tuple(composed), followed=False)
    return Rewriting(tuple(_assembled(groups, given, lines)), followed=True)


def _ask(profile: PromptProfile, document: DocumentKindName, section: RecipeSection, kind: StatementKind) -> Ask:
    """How a line of that kind must be: as where the model writes such lines anyway."""
    shape = Shape.SAID if kind is StatementKind.FACT else Shape.FREE
    known = next((ask for ask in profile.asks_of(document, section.key) if ask.kind is kind), None)
    ends = known.ends if known else _ENDS.get(kind, ())
    return Ask(document, section.key, kind, shape, Place.INSTEAD, profile.rewrite, ends, known.label if known else "")


def _lines(
    sheet: Sheet, section: RecipeSection, ask: Ask, pieces: Sequence[Piece], given: Sequence[Unit], wish: Wish
) -> Iterator[Line]:
    most = min(MOST_LINES, max(section.limit, 1))
    now = "".join(f"・{unit[0].text}\n" for unit in given)
    asked = ask.text.format(heading=section.heading, now=now, wish=" ".join(wish.instruction.split()), lines=most)
    form = sheet.profile.reasons.get("not_in_form", "").format(detail=f"〜{ask.ends[0]}") if ask.ends else ""
    text = "".join(map(piece_line, pieces)) + asked + form
    question = Question(text, lines_grammar(ask.shape, pieces, most), LINE_TOKENS * most)
    shown = _without_ids(wish.on_text)
    try:
        answer = sheet.model.ask(sheet.prompt.prefix, question, token=wish.token, on_text=shown)
    except ContextOverflow:  # one question too long is no reason to give up the model
        return
    yield from filter(None, (read_line(line, ask.shape, pieces) for line in answer.text.split("\n") if line != NONE))


def _without_ids(on_text: Callable[[str], None]) -> Callable[[str], None]:
    """A listener that hears sentences, without the ids that each begins with."""
    inside = False

    def hear(piece: str) -> None:
        nonlocal inside
        heard = []
        for char in piece:
            inside = char == "[" or (inside and char not in "] ")
            if not inside and char not in "] ":
                heard.append(char)
        if heard:
            on_text("".join(heard))

    return hear


def _stated(sheet: Sheet, ask: Ask, line: Line) -> Statement | None:
    """The line as a statement, where nothing is wrong with it and it stands by what it cites."""
    pack = sheet.context.pack
    cited = [pack[key] for key in line.ids]
    if any(faults_of(ask, line, cited)):
        return None
    said = line.text if ask.shape is Shape.FREE else f"{as_reported(line.text.removesuffix('。'))}。"
    low = Confidence.LOW if ask.kind is StatementKind.INFERENCE else Confidence.NONE
    statement = sheet.desk.say(ask.kind, ask.label + said, *cited, confidence=low)
    engine = sheet.model.identity.engine
    judged = judge(replace(statement, origin="model", engine=engine), sheet.checker, pack)
    return judged if _stands(judged) else None


def _stands(statement: Statement) -> bool:
    return statement.verdict is (Verdict.SUPPORTED if statement.kind is StatementKind.FACT else None)


def _once(statements: Iterator[Statement]) -> list[Statement]:
    return list({normal_form(one.text): one for one in statements}.values())


_ADDRESSEE = pattern(r"\([^()]{1,30}へ\) ")


def _addressed(line: Statement, given: Sequence[Unit]) -> Statement:
    """A question goes to whom the template's on the same words went."""
    head = next((unit[0] for unit in given if set(unit[0].citations) & set(line.citations)), None)
    found = _ADDRESSEE.match(head.text) if head and line.kind is StatementKind.QUESTION else None
    if head is None or found is None:
        return line
    return replace(
        line, text=found.group() + line.text, citations=tuple(dict.fromkeys((*line.citations, *head.citations)))
    )


def _assembled(groups: Sequence[Unit], given: Sequence[Unit], lines: list[Statement]) -> Iterator[Statement]:
    """The lines where the first of what they replace stood: a sentence that stood alone gives way to them all, the head of a group
    to a line on the same words."""
    left = [_addressed(line, given) for line in lines]
    heads = {}
    for unit in given:
        line = next((one for one in left if len(unit) > 1 and set(one.citations) & set(unit[0].citations)), None)
        if line:
            left.remove(line)
            cited = tuple(dict.fromkeys((*line.citations, *unit[0].citations)))
            heads[unit[0]] = replace(line, group=unit[0].group, citations=cited)
    for unit in groups:
        if unit not in given or len(unit) > 1:
            yield from (heads.get(unit[0], unit[0]), *unit[1:])
        else:
            yield from left
            left = []
    yield from left
