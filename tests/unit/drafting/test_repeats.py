"""What is said twice in a document, and what only seems so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests.builders import TODAY, dossier

from bankrm.domain.citing import computed
from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import DocumentKindName, Recipe, RecipeSection, StatementKind
from bankrm.drafting.draft_document import Document, draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.ports import VisitContext

WORDS = Evidence(
    "2026-05-12 訪問 篠崎社長: 「冷凍庫の空きがなく、秋の注文を二件断った」",
    Origin(OriginType.INTERACTION, Strength.OWN_RECORD, "T1", date(2026, 5, 12), span=(0, 24)),
    "篠崎社長",
    "「冷凍庫の空きがなく、秋の注文を二件断った」",
)
COUNT = computed("応接記録の件数", "応接記録 全期間4件", "", TODAY)
OBSERVED = (Observation(Code.RECORD_COUNT, "応接記録", (), COUNT, {"held": 0, "total": 4}),)
PACK = EvidencePack.of([WORDS, COUNT, computed("b・該当なし", "約束は、応接記録4件に該当する記録なし", "", TODAY)])
TOLD = "「冷凍庫の空きがなく、秋の注文を二件断った」(篠崎社長、5/12)。"


class Dictated:
    """A writer that says what the test dictates, section by section."""

    engine = "dictated"

    def __init__(self, sections: Mapping[str, Sequence[Statement]]) -> None:
        self._sections = sections

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:  # noqa: ARG002
        return self._sections.get(section.key)


def say(text: str, group: str | None = None, kind: StatementKind = StatementKind.ACTION) -> Statement:
    return Statement(text, kind, (PACK.id_of(WORDS),), group)


def fact(text: str, group: str | None = None) -> Statement:
    return say(text, group, StatementKind.FACT)


def written(**sections: Sequence[Statement]) -> Document:
    """Sections a, b, c …; all but the first say what is absent where they come out empty."""
    keys = [RecipeSection(key, key, "?", 9, when_empty="約束" if key != "a" else "") for key in sections]
    recipe = Recipe(DocumentKindName.VISIT_BRIEF, 1, "試し", tuple(keys))
    context = VisitContext(dossier(), None, TODAY, TODAY, OBSERVED, PACK)
    return draft_document(recipe, Dictated(sections), Checker(None, TODAY), context)


def texts(document: Document, key: str) -> list[str]:
    return [s.text for section in document.sections if section.key == key for s in section.statements]


def test_a_sentence_that_stands_alone_is_not_said_again() -> None:
    document = written(
        a=[say("冷凍庫を見せていただく。")], b=[say("冷凍庫を見せていただく。"), say("空きの時期を伺う。")]
    )
    assert texts(document, "b") == ["空きの時期を伺う。"]


def test_it_is_not_said_again_either_where_a_group_said_it() -> None:
    document = written(
        a=[say("冷凍庫が足りない。", "g"), fact(TOLD, "g")],
        b=[fact(TOLD), say("空きの時期を伺う。")],
    )
    assert texts(document, "b") == ["空きの時期を伺う。"]


def test_a_group_keeps_a_ground_that_stood_elsewhere() -> None:
    hypothesis = [say("増設すれば秋の注文を受けられる可能性。", "h"), fact(TOLD, "h"), say("何件断りましたか。", "h")]
    document = written(a=[fact(TOLD)], b=hypothesis)
    assert texts(document, "b") == [s.text for s in hypothesis]


def test_a_group_of_which_all_was_said_goes_as_a_whole() -> None:
    document = written(
        a=[say("冷凍庫が足りない。"), fact(TOLD), say("別の話を伺う。")],
        b=[say("冷凍庫が足りない。", "g"), fact(TOLD, "g"), say("見学をお願いする。")],
    )
    assert texts(document, "b") == ["見学をお願いする。"]


def test_a_group_whose_thing_headed_another_group_goes_as_a_whole() -> None:
    document = written(
        a=[say("冷凍庫が足りない。", "g"), fact(TOLD, "g")],
        b=[say("冷凍庫が足りない。", "x"), say("来週、空きを数える。", "x"), say("見学をお願いする。")],
    )
    assert texts(document, "b") == ["見学をお願いする。"]


def test_a_group_whose_thing_was_only_a_ground_elsewhere_stays() -> None:
    document = written(
        a=[say("冷凍庫が足りない。", "g"), say("注文を断っている。", "g")],
        b=[say("注文を断っている。", "x"), say("断った件数を伺う。", "x")],
    )
    assert texts(document, "b") == ["注文を断っている。", "断った件数を伺う。"]


def test_a_section_that_only_repeats_is_left_out_and_claims_no_absence() -> None:
    document = written(a=[say("冷凍庫を見せていただく。")], b=[say("冷凍庫を見せていただく。")])
    assert [section.key for section in document.sections] == ["a"]


def test_a_known_section_that_came_out_empty_says_what_is_absent() -> None:
    assert texts(written(a=[say("冷凍庫を見せていただく。")], b=[]), "b") == ["約束は、応接記録4件に該当する記録なし。"]


def test_two_statements_that_repair_turns_into_one_quote_are_one() -> None:
    wrong = [fact("秋の注文を五件断った。"), fact("秋の注文を七件断った。")]
    quoted = "「冷凍庫の空きがなく、秋の注文を二件断った」(篠崎社長、2026/5/12)。"
    assert texts(written(a=wrong), "a") == [quoted]
    assert texts(written(a=[replace(s, group="g") for s in wrong]), "a") == [quoted]


def test_documents_do_not_know_of_each_other() -> None:
    assert written(a=[say("冷凍庫を見せていただく。")]) == written(a=[say("冷凍庫を見せていただく。")])


def by_model(text: str, group: str | None = None) -> Statement:
    return replace(say(text, group), origin="model")


def dropped(document: Document, key: str) -> list[str]:
    return [s.text for section in document.sections if section.key == key for s in section.dropped]


def test_a_model_s_repeat_in_other_punctuation_is_kept_aside() -> None:
    document = written(
        a=[by_model("冷凍庫を見せていただく。")],
        b=[by_model("冷凍庫を、見せていただく"), by_model("空きの時期を伺う。")],
    )
    assert texts(document, "b") == ["空きの時期を伺う。"]
    assert dropped(document, "b") == ["冷凍庫を、見せていただく"]


def test_so_is_what_the_template_writer_said_before_and_what_a_group_says_twice() -> None:
    document = written(
        a=[say("冷凍庫を見せていただく。")],
        b=[by_model("冷凍庫を見せていただく", "g"), by_model("空きを伺う。", "g"), by_model("空きを伺う", "g")],
    )
    assert texts(document, "b") == ["冷凍庫を見せていただく", "空きを伺う。"]
    assert dropped(document, "b") == ["空きを伺う"]


def test_a_section_in_which_a_model_only_repeats_stands_with_nothing_to_read() -> None:
    document = written(a=[by_model("冷凍庫を見せていただく。")], b=[by_model("冷凍庫を見せていただく。")])
    assert (texts(document, "b"), dropped(document, "b")) == ([], ["冷凍庫を見せていただく。"])


def test_the_template_writer_is_compared_by_the_letter_and_nothing_of_its_is_kept_aside() -> None:
    document = written(
        a=[say("冷凍庫を見せていただく。")], b=[say("冷凍庫を、見せていただく。"), say("冷凍庫を見せていただく。")]
    )
    assert texts(document, "b") == ["冷凍庫を、見せていただく。"]
    assert dropped(document, "b") == []
