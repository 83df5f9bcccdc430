"""Who matters for a visit, and the newest word that shows where each of them stands."""

from __future__ import annotations

from datetime import datetime

from tests.builders import DAY, KEY, TODAY, dossier, gaps, talk, topics

from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation
from bankrm.domain.visits import Visit
from bankrm.insights.observe import observe


def people(*talks: Interaction, meeting: tuple[str, ...], purpose: str = "近況") -> list[Observation]:
    visit = Visit("visit-1", KEY, datetime(DAY.year, DAY.month, DAY.day, 10), meeting, purpose)
    everything = observe(dossier(*talks), day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit)
    return [o for o in everything if o.code is Code.PERSON]


def words(o: Observation) -> str:
    value = o.values["words"]
    return value.body.strip("「」") if isinstance(value, Evidence) else ""


def test_whoever_we_meet_is_listed_and_the_one_who_decides_though_absent() -> None:
    told = talk("2026-05-12", "経理課長「決算の数字はまとまりました」", people="赤座経理課長")
    found = people(told, talk("2026-03-03"), meeting=("赤座経理課長",))
    assert [o.subject for o in found] == ["赤座経理課長", "篠崎社長"]
    assert [o.values["attends"] for o in found] == [True, False]


def test_who_decides_comes_first_of_those_we_meet() -> None:
    found = people(talk("2026-05-12"), meeting=("赤座経理課長", "篠崎社長"))
    assert [o.subject for o in found] == ["篠崎社長", "赤座経理課長"]


def test_who_said_nothing_telling_is_known_by_the_last_talk() -> None:
    (found,) = people(talk("2026-05-12", "社長「今年は梅雨が長いな」"), meeting=("篠崎社長",))
    assert (found.values["words"], found.day("last_on").isoformat()) == (None, "2026-05-12")


def test_whom_nobody_has_met_is_said_to_be_in_no_record() -> None:
    found = people(talk("2026-05-12"), meeting=("小暮工場長",))[0]
    assert found.figure is not None
    assert "小暮工場長との面談" in found.figure.body


def test_what_was_said_of_the_purpose_of_the_visit_comes_before_another_stance() -> None:
    told = talk("2026-05-12", "社長「新しい釜を入れたい」「駐車場の舗装は来年に回すつもりだ」")
    (found,) = people(told, meeting=("篠崎社長",), purpose="駐車場の件")
    assert "駐車場" in words(found)


def test_a_later_word_on_the_same_matter_takes_the_place_of_the_earlier() -> None:
    first = talk("2026-03-03", "社長「駐車場の舗装は6月中に済ませたい」")
    (found,) = people(
        first, talk("2026-05-12", "社長「駐車場の舗装、業者が見つからなくて秋になる」"), meeting=("篠崎社長",)
    )
    assert "秋になる" in words(found)


def test_what_somebody_tells_of_another_is_not_where_he_stands() -> None:
    told = talk("2026-05-12", "工場長「釜の件は、社長が決めかねています」", people="小暮工場長")
    found = people(told, meeting=("小暮工場長",))[0]
    assert words(found) == ""
