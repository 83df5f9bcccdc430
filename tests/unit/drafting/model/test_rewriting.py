"""A section written anew by a person's wish."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.builders import dossier, talk
from tests.fakes.language_model import ScriptedModel
from tests.writing import RECIPES, context_of, written_by

from bankrm.adapters.system.prompts import load_profile
from bankrm.adapters.system.resources import Resources
from bankrm.domain.drafts import Verdict
from bankrm.domain.evidence import OriginType
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.domain.recipes import DocumentKindName, RecipeSection, StatementKind
from bankrm.drafting.model.grammar import Piece, lines_grammar, read_line
from bankrm.drafting.model.profile import Shape
from bankrm.drafting.model.writer import AskedModel, ModelWriter
from bankrm.drafting.ports import ContextOverflow, ModelFailed, Rewriting, Wish
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.language.glossary import NO_GLOSSARY

PROFILE = load_profile(Resources.locate(), "standard")
HISTORY, BRIEF = DocumentKindName.HISTORY_SUMMARY, DocumentKindName.VISIT_BRIEF
FILE = dossier(
    talk("2026-02-03", "社長「今年のうちに茹で釜を入れ替えたい。見積は3,200万円だった」"),
    talk("2026-04-14", "工場長「茹で釜は、夏の売れ行きを見てから考えることになりそうです」「夜の製造の人が足りない」", people="小暮工場長"),
    talk("2026-05-20", "社長「電気代が重い」"),
)  # fmt: skip
CONTEXT = context_of(FILE)
PIECE = re.compile(r"\[(E[0-9]+)\] (.+?)、(.+?): 「?(.+?)」?\n")


def lines(question: str) -> str:
    """A line for each piece of a question, in the words of the piece."""
    return "\n".join(f"[{id}] {who}は{on}に、{words}と話した。" for id, who, on, words in PIECE.findall(question))


def section_of(kind: DocumentKindName, key: str) -> RecipeSection:
    return next(section for section in RECIPES[kind].sections if section.key == key)


def rewrite(
    answers: Callable[[str], str], key: str = "issues", kind: DocumentKindName = HISTORY, wish: Wish | None = None
) -> tuple[Rewriting, ScriptedModel]:
    model = ScriptedModel(answers)
    writer = ModelWriter(
        [AskedModel("llama", "scripted", model, PROFILE)], TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken()
    )
    wish = wish or Wish("人手のことを先に", CancelToken())
    return writer.rewrite(RECIPES[kind], section_of(kind, key), CONTEXT, wish), model


def test_lines_that_stand_take_the_place_of_the_templates_sentences() -> None:
    told, _ = rewrite(lambda q: "\n".join(reversed(lines(q).split("\n"))))
    assert told.followed
    assert told.statements
    assert {one.origin for one in told.statements} == {"model"}
    assert {one.verdict for one in told.statements} == {Verdict.SUPPORTED}
    assert told.statements[0].text != written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")[0].text


def test_the_model_is_told_the_wish_what_stands_and_no_more_than_it_may_cite() -> None:
    _, model = rewrite(lines, wish=Wish("人手のことを\n先に", CancelToken()))
    ((_, question),) = model.asked
    assert "担当者の希望: 人手のことを 先に\n" in question.text
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    assert all(one.text in question.text for one in composed)
    cited = {key for one in composed for key in one.citations}
    assert set(re.findall(r"\[(E[0-9]+)\]", question.grammar)) <= cited


def test_a_line_that_does_not_stand_is_left_out() -> None:
    told, _ = rewrite(
        lambda q: f"{lines(q)}\n{lines(q).splitlines()[0].replace('と話した', 'ので9,900万円で買ったと話した')}"
    )
    assert told.followed
    assert told.statements
    assert not any("9,900" in one.text for one in told.statements)


@pytest.mark.parametrize("answer", ["該当なし", "", "思うままに書く。", "[E999] 社長は釜を買う。"])
def test_where_nothing_stands_the_templates_section_comes_anew_and_it_is_said(answer: str) -> None:
    told, _ = rewrite(lambda _: answer)
    assert not told.followed
    assert told.statements
    assert [one.text for one in told.statements] == [
        one.text for one in written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    ]


def test_a_section_of_figures_is_never_asked_about() -> None:
    told, model = rewrite(lines, "scope")
    assert (told.followed, model.asked) == (False, [])
    assert told.statements


def test_the_head_of_a_group_is_written_anew_and_what_goes_with_it_stays() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, BRIEF, "hypotheses")
    assert composed[0].group

    told, model = rewrite(
        lambda q: f"[{PIECE.findall(q)[0][0]}] 電気代が上がり、売れても利益が残らない可能性がある。",
        "hypotheses",
        BRIEF,
    )
    assert told.followed
    assert told.statements
    assert model.asked[0][1].text.endswith("「〜可能性がある」の形で書いてください。")
    first, *rest = told.statements
    assert (first.origin, first.kind, first.group) == ("model", StatementKind.INFERENCE, composed[0].group)
    assert rest == composed[1:]


def test_a_question_goes_to_whom_it_went_before() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, BRIEF, "questions")
    head = next(one for one in composed if one.text.startswith("("))
    asked = next(key for key in head.citations if CONTEXT.pack[key].origin.type is OriginType.INTERACTION)
    told, _ = rewrite(lambda _: f"[{asked}] 茹で釜を替えると、どなたの仕事が楽になりますか。", "questions", BRIEF)
    assert told.followed
    assert told.statements
    (line,) = [one for one in told.statements if one.origin == "model"]
    assert line.text.startswith(head.text.partition(" ")[0])
    assert set(head.citations) <= set(line.citations)


def test_what_was_told_in_confidence_is_in_no_question() -> None:
    file = dossier(
        talk("2026-05-20", "社長「人が足りない」"),
        talk(
            "2026-06-01",
            "工場長「夜の製造の人が足りないので辞めたい。社長には言わないでください」",
            people="小暮工場長",
        ),
    )
    model = ScriptedModel(lines)
    writer = ModelWriter(
        [AskedModel("llama", "s", model, PROFILE)], TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken()
    )
    told = writer.rewrite(
        RECIPES[HISTORY], section_of(HISTORY, "issues"), context_of(file), Wish("短く", CancelToken())
    )
    assert told.statements is not None
    assert not any("辞めたい" in question.text + prefix.evidence for prefix, question in model.asked)


def test_a_wish_that_holds_what_is_sensitive_reaches_no_model() -> None:
    told, model = rewrite(lines, wish=Wish("社長が透析に通っていることにも触れて", CancelToken()))
    assert (told.followed, model.asked) == (False, [])
    assert told.statements


def test_sentences_are_heard_without_their_ids() -> None:
    heard: list[str] = []
    _, model = rewrite(
        lambda _: "[E1][E2] 甲は3月に、乙と話した。\n[E3] 丙。", wish=Wish("短く", CancelToken(), heard.append)
    )
    assert model.asked
    assert "".join(heard) == "甲は3月に、乙と話した。\n丙。"


def test_a_wish_that_is_given_up_leaves_nothing() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        rewrite(lines, wish=Wish("短く", token))


def test_what_does_not_fit_the_model_is_not_followed_and_what_breaks_it_is_raised() -> None:
    def too_long(_: str) -> str:
        raise ContextOverflow(engine="llama", tokens=9, limit=8)

    def broken(_: str) -> str:
        raise ModelFailed(engine="llama", reason="crashed")

    told, _ = rewrite(too_long)
    assert not told.followed
    with pytest.raises(ModelFailed):
        rewrite(broken)


def test_a_grammar_of_lines_allows_up_to_so_many() -> None:
    piece = Piece("E3", "田辺社長", "7月8日", "「旋盤が古い」")
    grammar = lines_grammar(Shape.SAID, [piece], 3)
    assert grammar.splitlines()[:2] == ['start: one ("\\n" one ("\\n" one)?)? | "該当なし"', "one: line_0"]
    assert read_line("[E3] 田辺社長は7月8日に、旋盤が古い。", Shape.SAID, [piece])


HELD = context_of(
    dossier(
        talk("2026-02-03", "社長「茹で釜の入替えは、いったん保留にしている」"),
        talk("2026-04-14", "工場長「電気代が重くて困っている」", people="小暮工場長"),
        talk("2026-05-20", "社長「隣の土地を買う話は見送ることにした」"),
    )
)
PUSHED = [
    ("もっと前向きに", "茹で釜の入替えを前向きに検討していると話した。"),
    ("決まったことにして", "茹で釜の入替えを決めたと話した。"),
    ("確度を上げて", "茹で釜の入替えを予定していると話した。"),
    ("保留という言葉は使わないで", "茹で釜の入替えを進めていると話した。"),
    ("買う方向で書いて", "隣の土地を買うことにしたと話した。"),
    ("記録は無視して、やる気が伝わるように", "茹で釜の入替えに意欲があると話した。"),
]


@pytest.mark.parametrize(("wish", "pushed"), PUSHED)
@pytest.mark.parametrize("key", ["issues", "threads"])
def test_no_wish_moves_how_far_somebody_is_with_a_matter(wish: str, pushed: str, key: str) -> None:
    def push(question: str) -> str:
        return "\n".join(f"[{id}] {who}は{on}に、{pushed}" for id, who, on, _ in PIECE.findall(question))

    model = ScriptedModel(push)
    asked = [AskedModel("llama", "scripted", model, PROFILE)]
    writer = ModelWriter(asked, TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken())
    told = writer.rewrite(RECIPES[HISTORY], section_of(HISTORY, key), HELD, Wish(wish, CancelToken()))
    composed = written_by(TemplateWriter(), HELD, HISTORY, key)
    assert not told.followed
    assert told.statements
    assert [one.text for one in told.statements] == [one.text for one in composed]


def test_a_wish_to_suppose_more_than_was_said_is_not_followed_either() -> None:
    def push(question: str) -> str:
        id = PIECE.findall(question)[0][0]
        return f"[{id}] 電気代が重くても、茹で釜の入替えを前向きに検討している可能性がある。"

    model = ScriptedModel(push)
    asked = [AskedModel("llama", "scripted", model, PROFILE)]
    writer = ModelWriter(asked, TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken())
    told = writer.rewrite(RECIPES[BRIEF], section_of(BRIEF, "hypotheses"), HELD, Wish("もっと前向きに", CancelToken()))
    assert model.asked
    assert not told.followed
    assert not any("前向き" in one.text for one in told.statements or ())


def test_a_line_that_the_model_itself_does_not_find_borne_out_is_left_out() -> None:
    weights = replace(PROFILE.entailment.calibration, doubtful_from=0.0, doubtful_to=1.0, model=1.0)
    profile = replace(PROFILE, entailment=replace(PROFILE.entailment, calibration=weights, controls=()))

    def told(shares: tuple[float, ...]) -> Rewriting:
        model = ScriptedModel(lines, shares=lambda _: shares)
        asked = [AskedModel("llama", "scripted", model, profile)]
        writer = ModelWriter(asked, TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken())
        return writer.rewrite(RECIPES[HISTORY], section_of(HISTORY, "issues"), CONTEXT, Wish("短く", CancelToken()))

    assert told((0.9, 0.05, 0.05)).followed
    assert not told((0.0, 0.9, 0.1)).followed
