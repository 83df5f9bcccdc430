"""What never stands on a client's paper: nothing of the bank's own, nothing told in confidence, no doubt."""

from __future__ import annotations

import pytest
from tests.builders import KETTLE, TODAY, dossier, talk
from tests.builders import visit as planned
from tests.writing import RECIPES, context_of, document, texts

from bankrm.domain.drafts import Statement, Verdict
from bankrm.domain.evidence import OriginType
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind
from bankrm.drafting.draft_document import Document, draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.template.writer import TemplateWriter

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL
NOTICE = "本資料は検討のための資料であり、ご融資をお約束するものではありません。ご融資には所定の審査がございます。"


def statements(made: Document) -> list[Statement]:
    return [statement for section in made.sections for statement in section.statements]


@pytest.mark.parametrize("kind", [SHEET, MAIL])
def test_nothing_of_a_talk_in_confidence_reaches_the_client(kind: DocumentKindName) -> None:
    secret = talk(
        "2026-05-12", "社長「工場を畳んで土地を売ることも考えている」「冷凍庫が古くて困っている」", mark="秘匿",
        promises="先方：土地の図面を5月29日までに送付。",
    )  # fmt: skip
    later = talk("2026-05-20", "社長「茹で釜を入れ替えたい」")
    told = " ".join(texts(kind, dossier(secret, later), planned(("篠崎社長",))))
    assert "茹で釜" in told
    assert not [word for word in ("土地", "畳", "冷凍庫", "図面") if word in told]


@pytest.mark.parametrize(
    "words",
    [
        "長男に継がせるかどうか迷っている",
        "会社ごと譲ってほしいという話が来て、どうするか決めかねている",
        "波止場銀行さんから1.2%で借りられそうで、断りにくい",
        "私の個人保証を外したいが、難しいと言われた",
    ],
)
def test_the_owners_affairs_and_other_banks_stay_away_though_they_were_told_openly(words: str) -> None:
    told = " ".join(texts(SHEET, dossier(KETTLE, talk("2026-05-20", f"社長「{words}」")), planned(("篠崎社長",))))
    assert not [word for word in ("継が", "譲", "銀行", "1.2", "保証") if word in told]


def test_the_disclaimer_always_stands_there_and_rests_on_the_form() -> None:
    made = document(SHEET, dossier(KETTLE))
    (words,) = next(section for section in made.sections if section.key == "notice").statements
    assert words.text == NOTICE
    assert [made.pack[key].origin.type for key in words.citations] == [OriginType.RULE]


@pytest.mark.parametrize("kind", [SHEET, MAIL])
def test_no_writer_puts_a_word_in_the_section_of_the_relationship_manager(kind: DocumentKindName) -> None:
    own = next(s for s in document(kind, dossier(KETTLE)).sections if s.key == OWN_WORD_SECTION)
    assert (own.heading, own.statements, own.dropped) == ("担当者から一言", (), ())


def test_before_the_client_stands_no_doubt() -> None:
    class Doubting(Checker):
        def check(self, *_: object) -> object:  # type: ignore[override]
            from bankrm.drafting.grounding.judgement import Judgement

            return Judgement(Verdict.UNSUPPORTED, 0.1, ())

    made = draft_document(RECIPES[SHEET], TemplateWriter(), Doubting(None, TODAY), context_of(dossier(KETTLE)))
    assert not [s for s in statements(made) if s.kind is StatementKind.FACT]
