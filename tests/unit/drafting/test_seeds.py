"""What is linked to what in 提案の種: only papers and products of one matter."""

from __future__ import annotations

import pytest
from tests.builders import DAY, TODAY, accounts, deal, dossier, gaps, paper, talk, topics, visit

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.domain.dossier import Dossier
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.desk import Desk
from bankrm.drafting.template.seeds import compose_seeds
from bankrm.insights.observe import observe

RECIPES = load_recipes(Resources.locate())
BOOKS = accounts("2026-03-31", operating_profit=24, depreciation=16, borrowings=300, cash=60)
OVEN, ROOF = deal("茹で釜の入替え", 40), deal("屋根のふき替え", 9, opened="2026-03-09")


def seeds(file: Dossier) -> list[str]:
    observations = observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit())
    pack = select_evidence(file, visit(), observations, RECIPES.values())
    desk = Desk(VisitContext(file, visit(), TODAY, DAY, observations, pack))
    return [statement.text for statement in compose_seeds(desk)]


def made_and_owed(made: str, owed: str, *deals: object) -> list[str]:
    """We made one thing, then they promised another and are late."""
    talks = (
        talk("2026-03-02", promises=f"当行：{made}を3月31日までに持参。"),
        talk("2026-03-20", ours=f"{made}をお渡しした。"),
        talk("2026-05-12", promises=f"先方：{owed}を5月末までに送付。"),
    )
    return seeds(dossier(*talks, deals=deals, statements=(BOOKS,)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "owed", "deals"),
    [
        ("茹で釜の返済額の試算", "茹で釜の見積書", (OVEN, ROOF)),
        ("返済シミュレーション", "見積書の更新版", (OVEN,)),  # neither names its matter, and there is only one
        ("茹で釜の比較表", "見積書の更新版", (OVEN,)),
    ],
)
def test_a_calculation_waits_for_a_paper_of_its_own_matter(made: str, owed: str, deals: tuple[object, ...]) -> None:
    first, *_, borrowed = made_and_owed(made, owed, *deals)
    assert first == f"{owed}をいただいた後に、{made}を新しい前提で作り直す。"
    assert borrowed.startswith("40百万円を借りた場合の")


@pytest.mark.parametrize(
    ("made", "owed", "deals"),
    [
        ("茹で釜の比較表", "屋根の見積書", (OVEN, ROOF)),
        ("返済シミュレーション", "見積書の更新版", (OVEN, ROOF)),
        ("返済額の試算表", "4月の試算表", ()),
        ("茹で釜の比較表", "屋根の見積書", ()),
    ],
)
def test_nor_for_one_of_another_matter_or_of_nobody_knows_which(
    made: str, owed: str, deals: tuple[object, ...]
) -> None:
    assert not made_and_owed(made, owed, *deals)


def test_a_product_waits_only_for_what_is_owed_in_its_own_matter() -> None:
    leaflet = paper("でんさいサービスのご案内", "審査が必要です。")
    wish = talk("2026-05-20", "社長「でんさいを始めたい」", promises="先方：屋根の見積書を5月末までに送付。")
    assert not [text for text in seeds(dossier(wish, documents=(leaflet,))) if "済んでいない" in text]
    own = talk("2026-05-20", "社長「でんさいを始めたい」", promises="先方：でんさいの利用者名簿を5月末までに送付。")
    assert [text for text in seeds(dossier(own, documents=(leaflet,))) if "済んでいない" in text]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("でんさいを始めたい", True),  # named
        ("手形はやめて、支払はクラウドにしたい", True),  # a word of its paper
        ("会計ソフトを入れ替えたい", False),  # the same topic, another thing
    ],
)
def test_a_product_fits_what_its_own_paper_speaks_of(words: str, fits: bool) -> None:
    leaflet = paper("でんさいサービスのご案内", "紙の手形に代えて、電子記録債権で支払と受取りを行います。")
    file = dossier(talk("2026-05-20", f"社長「{words}」"), documents=(leaflet,))
    assert bool(seeds(file)) is fits
