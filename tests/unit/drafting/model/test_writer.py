"""The model writes among the template's statements, and nothing of it stands unchecked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.builders import dossier, talk
from tests.fakes.language_model import ScriptedModel, faithful
from tests.writing import RECIPES, context_of, written_by

from bankrm.adapters.system.prompts import load_profile
from bankrm.adapters.system.resources import Resources
from bankrm.domain.drafts import Outcome, Statement, Verdict
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.model.writer import AskedModel, ModelWriter
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import ContextOverflow, ModelFailed, ModelUnusable
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


def _writer(*models: ScriptedModel, token: CancelToken | None = None) -> ModelWriter:
    asked = [AskedModel(model._identity.engine, "scripted", model, PROFILE) for model in models]
    return ModelWriter(asked, TemplateWriter(), RECIPES, NO_GLOSSARY, token or CancelToken())


def _lying(question: str) -> str:
    return faithful(question).replace("と話した", "ので、9,900万円で買うと決めたと話した")


def _issues(answers: Callable[[str], str]) -> list[Statement]:
    return written_by(_writer(ScriptedModel(answers)), CONTEXT, HISTORY, "issues")


def _models(statements: Sequence[Statement]) -> list[Statement]:
    return [statement for statement in statements if statement.origin == "model"]


def test_a_sentence_that_stands_takes_the_place_of_the_quote() -> None:
    shown = _models(_issues(faithful))
    assert shown
    for statement in shown:
        assert statement.first
        assert (statement.first.outcome, statement.verdict) == (Outcome.KEPT, Verdict.SUPPORTED)
        assert statement.engine == "llama"
        assert statement.speaker == "client"


def test_where_a_matter_stands_leads_its_quotes_with_their_mark_and_is_told_once() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "threads")
    first, last = composed[0], composed[1]
    assert last.text.endswith("〔保留〕。")
    written = written_by(_writer(ScriptedModel(faithful)), CONTEXT, HISTORY, "threads")
    assert (
        written[0].text
        == "設備: 小暮工場長は4月14日に、茹で釜は、夏の売れ行きを見てから考えることになりそうですと話した〔保留〕。"
    )
    assert (written[0].origin, written[0].citations, written[0].group) == ("model", last.citations, last.group)
    assert [s.text for s in written[1:]] == [s.text for s in composed if s is not last]
    assert written[1].text == first.text


def test_a_false_sentence_is_asked_again_once_with_what_is_wrong() -> None:
    model = ScriptedModel(lambda q: faithful(q) if "先の答え" in q else _lying(q))
    shown = _models(written_by(_writer(model), CONTEXT, HISTORY, "issues"))
    assert {s.first.outcome for s in shown if s.first} == {Outcome.REPAIRED}
    assert all("9,900万円" in s.first.text and "9,900万円" not in s.text for s in shown if s.first)
    again = [question.text for _, question in model.asked if "先の答え" in question.text]
    assert len(again) == len(shown)
    assert all("9,900万円" in text.rsplit("先の答え", 1)[1] for text in again)


def test_a_sentence_that_stays_false_leaves_the_template_s_words() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    written = _issues(_lying)
    assert [s.text for s in written] == [s.text for s in composed]
    assert {s.first.outcome for s in written if s.first} == {Outcome.QUOTED}


def test_no_evidence_for_it_leaves_the_template_s_words() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    assert [s.text for s in _issues(lambda _: "該当なし")] == [s.text for s in composed]


def test_a_sentence_that_is_given_up_is_kept_aside_and_never_shown() -> None:
    writer = _writer(ScriptedModel(lambda _: "該当なし"))
    checker = Checker(name_book(FILE), CONTEXT.today)
    document = draft_document(RECIPES[HISTORY], writer, checker, CONTEXT)
    assert not any(s.origin == "model" for section in document.sections for s in section.statements)
    assert any(section.dropped for section in document.sections)


def test_a_section_that_is_empty_is_never_asked_about() -> None:
    model = ScriptedModel(faithful)
    assert written_by(_writer(model), context_of(dossier()), HISTORY, "issues") == []
    assert model.asked == []


def test_all_questions_of_a_visit_share_one_prefix_whichever_section_is_first() -> None:
    prefixes = set()
    for keys in (("threads", "issues"), ("issues",)):
        model = ScriptedModel(faithful)
        writer = _writer(model)
        for key in keys:
            written_by(writer, CONTEXT, HISTORY, key)
        prefixes |= {prefix for prefix, _ in model.asked}
    assert len(prefixes) == 1


def test_a_supposition_and_a_question_are_free_but_bear_no_foreign_figure() -> None:
    def answer(question: str) -> str:
        return re.sub(
            "日に、.*", "日に話した件で、電気代が月50万円を超えて利益が減る可能性がある。", faithful(question)
        )

    written = written_by(_writer(ScriptedModel(answer)), CONTEXT, BRIEF, "hypotheses")
    assert not any("50万円" in s.text for s in written if s.first and s.first.outcome is not Outcome.QUOTED)
    assert any(s.kind is StatementKind.INFERENCE and s.first for s in written)


def _doubting(*shares: float) -> ScriptedModel:
    """A model that writes faithfully, and says of every sentence how far it is borne out."""
    return ScriptedModel(faithful, shares=lambda _: shares)


def _asked_of_itself(model: ScriptedModel) -> ModelWriter:
    """With a profile by which the rules are always in doubt where they found no fault, and the model's word counts."""
    weights = replace(PROFILE.entailment.calibration, doubtful_from=0.0, doubtful_to=1.0, model=2.0)
    profile = replace(PROFILE, entailment=replace(PROFILE.entailment, calibration=weights, controls=()))
    return ModelWriter(
        [AskedModel("llama", "s", model, profile)], TemplateWriter(), RECIPES, NO_GLOSSARY, CancelToken()
    )


def test_a_doubtful_sentence_that_the_model_itself_does_not_find_borne_out_gives_way_to_the_template_s() -> None:
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    sure, unsure = _doubting(0.98, 0.01, 0.01), _doubting(0.001, 0.989, 0.01)
    assert _models(written_by(_asked_of_itself(sure), CONTEXT, HISTORY, "issues"))
    written = written_by(_asked_of_itself(unsure), CONTEXT, HISTORY, "issues")
    assert [s.text for s in written] == [s.text for s in composed]
    told = [s.first for s in written if s.first]
    assert told
    assert {first.outcome for first in told} == {Outcome.QUOTED}
    assert {reason.code for first in told for reason in first.reasons} == {"model_doubts"}


def test_only_facts_that_the_model_wrote_are_asked_about_and_after_their_section() -> None:
    model = _doubting(0.98, 0.01, 0.01)
    writer = _asked_of_itself(model)
    written = written_by(writer, CONTEXT, HISTORY, "issues")
    assert len(model.weighed) == len(_models(written))
    assert all(any(s.text.partition(": ")[2] in text for _, text in model.weighed) for s in _models(written))
    assert not any(
        "について" in text for _, text in model.weighed
    )  # what the program labels it with is not claimed by anybody


def test_a_supposition_is_never_asked_about() -> None:
    model = ScriptedModel(lambda q: re.sub("(?<=\\] ).*", "電気代が上がり、利益が残らない可能性がある。", faithful(q)))
    assert _models(written_by(_asked_of_itself(model), CONTEXT, BRIEF, "hypotheses"))
    assert model.weighed == []


def test_where_the_rules_are_sure_the_model_is_not_asked_about_its_sentences() -> None:
    model = _doubting(0.0, 0.5, 0.5)
    assert _models(written_by(_writer(model), CONTEXT, HISTORY, "issues"))
    assert model.weighed == []


def test_provenance_tells_how_doubts_are_asked_about() -> None:
    model = _doubting(1.0, 0.0, 0.0)
    plain, doubting = _writer(model).provenance(CONTEXT), _asked_of_itself(model).provenance(CONTEXT)
    assert plain.prompt_sha256 != doubting.prompt_sha256


def test_a_crash_is_mended_by_a_new_start() -> None:
    crash = ModelFailed(engine="llama", reason="crashed")
    calls = iter([True])
    model = ScriptedModel(lambda q: _raise(crash) if next(calls, False) else faithful(q))
    writer = _writer(model)
    assert _models(written_by(writer, CONTEXT, HISTORY, "issues"))
    assert writer.provenance(CONTEXT).notices == ()


def test_an_engine_that_keeps_failing_gives_way_to_the_next_and_is_let_go() -> None:
    crash = ModelFailed(engine="transformers", reason="out_of_memory")
    failing = ScriptedModel(lambda _: _raise(crash), engine="transformers")
    writer = _writer(failing, ScriptedModel(faithful))
    shown = _models(written_by(writer, CONTEXT, HISTORY, "issues"))
    assert {s.engine for s in shown} == {"llama"}
    assert failing.closed
    told = writer.provenance(CONTEXT)
    assert (told.engine, told.notices) == ("llama", ("transformers/out_of_memory",))


def test_an_engine_that_cannot_be_loaded_gives_way_to_the_next() -> None:
    unusable = ScriptedModel([], engine="transformers", unusable=ModelUnusable(engine="transformers", reason="no_gpu"))
    writer = _writer(unusable, ScriptedModel(faithful))
    assert writer.provenance(CONTEXT).notices == ("transformers/no_gpu",)


def test_without_any_model_left_it_says_so() -> None:
    unusable = ScriptedModel([], unusable=ModelUnusable(engine="llama", reason="damaged"))
    with pytest.raises(ModelUnusable):
        written_by(_writer(unusable), CONTEXT, HISTORY, "issues")


def test_a_cancel_passes_through() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        written_by(_writer(ScriptedModel(faithful), token=token), CONTEXT, HISTORY, "issues")


def test_no_prompt_holds_what_was_told_in_confidence() -> None:
    file = dossier(
        talk("2026-05-12", "社長「求人を出しても人が集まらない」", people="篠崎社長", mark="秘匿"),
        talk("2026-05-20", "工場長「夜の製造の人が足りない」「電気代が重い」", people="小暮工場長"),
    )
    context, model = context_of(file), ScriptedModel(faithful)
    writer = _writer(model)
    for recipe in RECIPES.values():
        draft_document(recipe, writer, Checker(name_book(file), context.today), context)
    assert any("求人" in piece.body for _, piece in context.pack)
    assert any("電気代" in prefix.evidence for prefix, _ in model.asked)
    assert not any("求人" in prefix.evidence + question.text for prefix, question in model.asked)


def test_one_question_that_is_too_long_costs_no_engine() -> None:
    long = ContextOverflow(engine="llama", tokens=9000, limit=8192)
    composed = written_by(TemplateWriter(), CONTEXT, HISTORY, "issues")
    writer = _writer(ScriptedModel(lambda _: _raise(long)))
    assert [s.text for s in written_by(writer, CONTEXT, HISTORY, "issues")] == [s.text for s in composed]
    assert writer.provenance(CONTEXT).notices == ()


def _raise(error: Exception) -> str:
    raise error
