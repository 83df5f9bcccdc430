"""What the client asked of us, and whether we answered."""

from __future__ import annotations

import pytest
from tests.builders import dossier, seen, talk
from tests.unit.insights.test_open_questions import brief

from bankrm.domain.observations import Code

ASKED = "社長「源泉ポンプの補助の話はどうなっていますか」"


def asked(*talks: object) -> list[str]:
    return [o.subject for o in seen(dossier(*talks), Code.ASKED_OF_US)]  # type: ignore[arg-type]


def test_a_question_that_no_record_answers_is_seen() -> None:
    assert asked(talk("2026-05-12", ASKED)) == ["源泉ポンプの補助の話はどうなっていますか"]


@pytest.mark.parametrize(
    "later",
    [
        talk("2026-05-20", "社長「そうですか」", ours="源泉ポンプの補助は来年度の公募と説明。"),
        talk("2026-05-20", "社長「そうですか」", promises="当行: 源泉ポンプの見積の回答を6月末までに。"),
    ],
)
def test_what_we_said_or_promised_of_the_matter_since_answers_it(later: object) -> None:
    assert not asked(talk("2026-05-12", ASKED), later)


def test_what_people_ask_themselves_or_of_others_is_no_question_to_us() -> None:
    assert not asked(
        talk(
            "2026-05-12",
            "社長「娘に借金ごと渡すのがいいことなのか」「来期のほうがいいかな」「今期中に釜を入れ替えたい」「ここだけの話にしてください」",
        )
    )


def test_a_question_of_long_ago_is_let_go() -> None:
    assert not asked(talk("2025-10-01", ASKED))


def test_the_brief_quotes_the_question_says_what_was_searched_and_tells_to_prepare() -> None:
    told = brief(dossier(talk("2026-05-12", ASKED)), "篠崎社長")["previous"]
    assert told[-3:] == [
        "先方からの質問: 「源泉ポンプの補助の話はどうなっていますか」(篠崎社長、5/12)。",
        "「源泉ポンプの補助の話はどうなっていますか」への回答: 記録1件(2026年5月12日)に該当なし。",
        "当方の答えを用意してから出かける。",
    ]
