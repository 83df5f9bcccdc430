"""Questions that stayed open, and what the next brief does with them."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import DAY, TODAY, dossier, gaps, seen, talk, topics, visit

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import OWN_VIEW, Interaction
from bankrm.domain.observations import Code
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.insights.observe import observe

TIME = "(篠崎社長へ) 茹で釜の更新はいつごろでしょうか(未質問)"
APART = "(赤座経理課長へ、別席で) 後継の方はお決まりでしょうか(回答なし)"


def with_points(on: str, points: str, **more: str) -> Interaction:
    return replace(talk(on, "社長「様子を見ている」", **more), open_points=points)


def brief(file: Dossier, *people: str) -> dict[str, list[str]]:
    """The visit brief's sections for a visit to these people."""
    recipe = load_recipes(Resources.locate())[DocumentKindName.VISIT_BRIEF]
    planned = visit(people)
    seen_now = observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=planned)
    pack = select_evidence(file, planned, seen_now, [recipe])
    context = VisitContext(file, planned, TODAY, DAY, seen_now, pack)
    written = draft_document(recipe, TemplateWriter(), Checker(name_book(file), TODAY), context)
    told = {section.key: [statement.text for statement in section.statements] for section in written.sections}
    return {"questions": [], **told}


def test_an_open_point_is_seen_with_its_addressee_and_why() -> None:
    (found,) = seen(dossier(with_points("2026-05-12", TIME)), Code.QUESTION_OPEN)
    assert (found.subject, found.values["to"], found.values["why"]) == (
        "茹で釜の更新はいつごろでしょうか",
        "篠崎社長",
        "未質問",
    )
    assert found.evidence[0].body == TIME


def test_what_is_older_than_a_year_or_sensitive_is_not_asked_again() -> None:
    old, private = with_points("2025-05-12", TIME), with_points("2026-05-12", "通院の具合は聞けず")
    assert not seen(dossier(old, private), Code.QUESTION_OPEN)


def test_the_next_brief_tells_what_stayed_unanswered_and_asks_it_again() -> None:
    written = brief(dossier(with_points("2026-05-12", TIME)), "篠崎社長")
    assert "未回答の質問: 茹で釜の更新はいつごろでしょうか(5/12、未質問)。" in written["previous"]
    assert "(篠崎社長へ) 茹で釜の更新はいつごろでしょうか。" in written["questions"]


def test_what_was_to_be_asked_apart_is_asked_of_nobody_else() -> None:
    file = dossier(with_points("2026-05-12", APART))
    assert not any("後継" in text for text in brief(file, "篠崎社長")["questions"])
    assert (
        "(赤座経理課長へ、別席で) 後継の方はお決まりでしょうか。"
        in brief(file, "篠崎社長", "赤座経理課長")["questions"]
    )


def test_an_answered_question_is_not_asked_again() -> None:
    later = with_points("2026-06-02", "", ours="茹で釜の更新はいつごろでしょうかと尋ねた。")
    written = brief(dossier(with_points("2026-05-12", TIME), later), "篠崎社長")
    assert not any("いつごろ" in text for texts in (written["previous"], written["questions"]) for text in texts)


def test_own_knowledge_is_no_talk() -> None:
    known = replace(talk("2026-06-05", "蔵の隣地が売りに出ると聞く。", people="", method=OWN_VIEW), attendees=())
    (last,) = seen(dossier(talk("2026-05-12", "社長「順調」"), known), Code.LAST_TALK)
    assert last.values["on"] == talk("2026-05-12").on
