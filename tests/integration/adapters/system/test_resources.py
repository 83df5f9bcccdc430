from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bankrm.adapters.system.calendar import load_calendar
from bankrm.adapters.system.clock import JAPAN, FixedDay, SystemClock
from bankrm.adapters.system.recipes import load_gaps, load_recipes, load_topics
from bankrm.adapters.system.resources import ResourceEntryInvalid, ResourceInvalid, Resources, ResourcesMissing
from bankrm.domain.recipes import DocumentKindName

ROOT = Path(__file__).parents[4]


def _folder(tmp_path: Path, *parts: str) -> Path:
    folder = tmp_path.joinpath(*parts)
    (folder / "recipes").mkdir(parents=True)
    return folder


def test_a_checkout_has_them_at_its_top() -> None:
    assert Resources.locate().root == ROOT / "resources"


def test_an_installed_wheel_has_them_beside_its_modules(tmp_path: Path) -> None:
    beside = _folder(tmp_path, "site-packages", "bankrm", "_resources")
    assert Resources.locate(tmp_path / "site-packages" / "bankrm").root == beside


def test_a_frozen_tree_goes_first(tmp_path: Path) -> None:
    frozen = _folder(tmp_path, "tree", "bankrm", "_resources")
    assert Resources.locate(frozen_tree=str(tmp_path / "tree")).root == frozen


def test_nowhere_is_an_expected_error(tmp_path: Path) -> None:
    with pytest.raises(ResourcesMissing):
        Resources.locate(tmp_path / "a" / "b" / "c")


def test_the_wheel_puts_them_where_an_installation_looks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included["resources"] == "bankrm/_resources"


def test_the_fonts_go_with_their_licence() -> None:
    resources = Resources.locate()
    assert [path.stem for path in resources.files("fonts", ".ttf")] == ["BIZUDGothic-Bold", "BIZUDGothic-Regular"]
    assert "SIL OPEN FONT LICENSE" in resources.text("fonts", "OFL.txt")


def test_shipped_recipes_topics_and_gaps_are_read() -> None:
    resources = Resources.locate()
    assert list(load_recipes(resources)) == list(DocumentKindName)
    topics = {topic.key for topic in load_topics(resources)}
    assert topics
    assert {gap.topic for gap in load_gaps(resources)} <= topics


@pytest.mark.parametrize(
    "recipe",
    ["version = ", 'kind = "nosuch"\nversion = 1\ntitle = "x"\n', 'kind = "visit-brief"\nversion = 1\ntitle = "x"\n',
     'kind = "visit-brief"\nversion = 1\ntitle = "x"\n[[section]]\nkey = "a"\nheading = "a"\nquestion = "a"\nlimit = 0\n'],
)  # fmt: skip
def test_a_recipe_that_was_spoilt_is_named(tmp_path: Path, recipe: str) -> None:
    folder = _folder(tmp_path, "resources")
    (folder / "recipes" / "mine.toml").write_text(recipe, encoding="utf-8")
    with pytest.raises(ResourceInvalid) as caught:
        load_recipes(Resources(folder))
    assert str(caught.value.details["path"]).endswith("mine.toml")


def test_a_kind_without_a_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceInvalid) as caught:
        load_recipes(Resources(_folder(tmp_path, "resources")))
    assert caught.value.details["reason"] == "missing"


@pytest.mark.parametrize(
    ("day", "next_open"),
    [
        ("2026-11-20", "2026-11-24"),  # a weekend and 勤労感謝の日
        ("2025-05-02", "2025-05-07"),  # みどりの日 on a Sunday moves behind こどもの日
        ("2026-09-18", "2026-09-24"),  # 敬老の日, a day between two holidays, 秋分の日
        ("2026-12-30", "2027-01-04"),  # year's end
        ("2026-11-24", "2026-11-25"),
    ],
)
def test_the_next_business_day_passes_over_what_the_law_closes(day: str, next_open: str) -> None:
    calendar = load_calendar(Resources.locate())
    assert calendar.next_open(date.fromisoformat(day)) == date.fromisoformat(next_open)


def test_a_holiday_without_a_day_is_named(tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    (tmp_path / "calendar" / "holidays.toml").write_text('[[holiday]]\nday = "2026-11-23"\n', encoding="utf-8")
    with pytest.raises(ResourceInvalid):
        load_calendar(Resources(tmp_path))


def test_the_day_is_japans_wherever_the_machine_is() -> None:
    assert SystemClock().today() == datetime.now(JAPAN).date()
    assert SystemClock().now().tzinfo is UTC


def test_a_fixed_day_holds_the_day_and_tells_aware_time() -> None:
    clock = FixedDay(date(2026, 11, 20))
    assert clock.today() == date(2026, 11, 20)
    assert clock.now().tzinfo is UTC
    assert clock.now().astimezone(JAPAN).date() == date(2026, 11, 20)


TOPIC = 'key = "roof"\nname = "屋根"\ncues = ["屋根"]\n'
GAP = (
    'key = "who"\ntopic = "roof"\nopens = ["屋根"]\nclosed_by = []\nlabel = "{thing}"\nquestion = "{thing}"\n'
    'to = "decider"\nreaction = ""\n'
)


def edited(tmp_path: Path, topic: str = TOPIC, gap: str = GAP) -> Resources:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "topics.toml").write_text(f"[[topic]]\n{topic}", encoding="utf-8")
    (tmp_path / "glossary" / "gaps.toml").write_text(f"[[gap]]\n{gap}", encoding="utf-8")
    return Resources(tmp_path)


def test_a_topic_of_the_banks_own_is_read(tmp_path: Path) -> None:
    (topic,) = load_topics(edited(tmp_path, TOPIC + "decided_by_head = true\n"))
    assert topic.decided_by_head


HYPOTHESIS = '[[hypothesis]]\nkey = "leaks"\ntopic = "roof"\ntext = "{thing}が漏る可能性"\nsaid_by = ["漏"]\n'


def test_a_hypothesis_of_the_banks_own_belongs_to_its_topic(tmp_path: Path) -> None:
    (topic,) = load_topics(edited(tmp_path, TOPIC + HYPOTHESIS))
    assert [hypothesis.text for hypothesis in topic.supposed()] == ["{thing}が漏る可能性"]


@pytest.mark.parametrize(
    ("hypothesis", "field"),
    [
        (HYPOTHESIS.replace('"roof"', '"rof"'), "topic"),
        (HYPOTHESIS.replace("{thing}", "{bank}"), "text"),
        (HYPOTHESIS.replace('["漏"]', '"漏"'), "said_by"),
    ],
)
def test_a_hypothesis_that_is_not_as_it_must_be_is_refused(tmp_path: Path, hypothesis: str, field: str) -> None:
    with pytest.raises(ResourceEntryInvalid) as refused:
        load_topics(edited(tmp_path, TOPIC + hypothesis))
    assert (refused.value.details["key"], refused.value.details["field"]) == ("leaks", field)


@pytest.mark.parametrize(
    ("topic", "field"),
    [
        (TOPIC + "hypotheses = []\n", "hypotheses"),
        (TOPIC + 'hypothesis = "{foo}が古い可能性"\n', "hypothesis"),
        (TOPIC + 'hypothesis = "{thingが古い可能性"\n', "hypothesis"),
        (TOPIC + "isue = true\n", "isue"),
        (TOPIC + 'issue = "yes"\n', "issue"),
        (TOPIC.replace('["屋根"]', '"屋根"'), "cues"),
        (TOPIC.replace('["屋根"]', '[""]'), "cues"),
        (TOPIC.replace('name = "屋根"\n', ""), "name"),
        (TOPIC + f"[[topic]]\n{TOPIC}", "key"),
    ],
)
def test_a_topic_that_is_not_as_it_must_be_is_refused_with_its_key_and_field(
    tmp_path: Path, topic: str, field: str
) -> None:
    with pytest.raises(ResourceEntryInvalid) as refused:
        load_topics(edited(tmp_path, topic))
    assert (refused.value.details["key"], refused.value.details["field"]) == ("roof", field)


@pytest.mark.parametrize(
    ("gap", "field"),
    [
        (GAP.replace('label = "{thing}"', 'label = "{foo}"'), "label"),
        (GAP.replace('question = "{thing}"', 'question = "{0}"'), "question"),
        (GAP.replace('topic = "roof"', 'topic = "rof"'), "topic"),
        (GAP.replace('to = "decider"', 'to = "boss"'), "to"),
    ],
)
def test_a_gap_that_is_not_as_it_must_be_is_refused_with_its_key_and_field(
    tmp_path: Path, gap: str, field: str
) -> None:
    with pytest.raises(ResourceEntryInvalid) as refused:
        load_gaps(edited(tmp_path, gap=gap))
    assert (refused.value.details["key"], refused.value.details["field"]) == ("who", field)
