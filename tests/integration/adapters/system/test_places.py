"""The gazetteer that is shipped, and how much of bank notes it finds. Figures to quote come from `python -m bench masking`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bank_notes import read_notes

from bankrm.adapters.system.places import load_gazetteer
from bankrm.adapters.system.resources import ResourceInvalid, Resources, ResourcesMissing
from bankrm.drafting.privacy.gazetteer import Gazetteer
from bankrm.drafting.privacy.recognise import Recogniser
from bankrm.drafting.privacy.spans import PrivateKind


@pytest.fixture(name="gazetteer", scope="module")
def _gazetteer() -> Gazetteer:
    return load_gazetteer(Resources.locate())


def test_all_prefectures_and_the_municipalities_of_japan_are_known(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.prefectures) == 47
    assert {"松本市", "安曇野市", "札幌市中央区", "府中町"} <= gazetteer.municipalities.keys()
    assert len(gazetteer.municipalities) > 1_800
    assert gazetteer.town_at("松本市", "松本市島内1666", 3) == 5


def test_firms_that_read_as_a_common_word_are_left_out(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.firms) > 7_000
    assert not {"昭和", "日本", "大学", "松本", "鈴木"} & gazetteer.firms


@pytest.mark.parametrize(("name", "most"), [("seen", 2), ("unseen", 3), ("fresh", 5), ("last", 9), ("newest", 7)])
def test_of_bank_notes_nearly_everything_is_masked_and_hardly_anything_else(
    gazetteer: Gazetteer, name: str, most: int
) -> None:
    find = Recogniser(gazetteer)
    missed, over, masked = list[tuple[PrivateKind, str]](), 0, 0
    for note in read_notes(name):
        covered = {place for span in find(note.text) for place in range(span.start, span.end)}
        wanted = {place for span in note.private for place in range(span.start, span.end)}
        masked, over = masked + len(covered), over + len(covered - wanted)
        missed += [
            (span.kind, note.text[span.start : span.end])
            for span in note.private
            if not set(range(span.start, span.end)) <= covered
        ]
    assert len(missed) <= most, missed
    assert over <= 0.03 * masked
    numbers = {PrivateKind.ACCOUNT, PrivateKind.CARD, PrivateKind.MY_NUMBER, PrivateKind.CORPORATE_NUMBER}
    assert not [one for one in missed if one[0] in numbers]


def test_a_missing_or_damaged_file_is_told_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    with pytest.raises(ResourcesMissing):
        load_gazetteer(Resources(tmp_path))
    for name in ("towns.tsv.xz", "firms.txt.xz"):
        (tmp_path / "places" / name).write_bytes(b"not xz")
    with pytest.raises(ResourceInvalid):
        load_gazetteer(Resources(tmp_path))
