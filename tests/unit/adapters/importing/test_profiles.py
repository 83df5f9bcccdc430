from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes.files import PROFILES

from bankrm.adapters.importing.headers import plain_header, unit_in_header
from bankrm.adapters.importing.profiles import load_profiles, read_profile
from bankrm.application.ports.readers import ProfileInvalid

VALID = 'name = "mine"\nrecord = "client"\n[fields]\nbranch = ["店"]\ncif = ["番号"]\nname = ["名"]\n'


@pytest.mark.parametrize(
    ("header", "plain"),
    [("融資残高（千円）", "融資残高"), ("CIF No.", "cifno"), ("約束・宿題", "約束宿題"), ("決裁者(○)", "決裁者"), ("売上高\n(単位：百万円)", "売上高"),
     ("提出者名（ヨミ）", "提出者名(ヨミ)"), ("金利(％)", "金利"), ("面談日[YYYY/MM/DD]", "面談日"), ("■ 取引先名", "取引先名")],
)  # fmt: skip
def test_headers_are_compared_without_units_signs_and_width(header: str, plain: str) -> None:
    assert plain_header(header) == plain


def test_a_header_states_its_unit() -> None:
    assert unit_in_header("融資残高（千円）") == "千円"
    assert unit_in_header("売上高［単位：百万円、税抜］") == "百万円"
    assert unit_in_header("従業員数(名)") == ""


def test_every_shipped_profile_is_valid_and_no_header_stands_for_two_fields() -> None:
    profiles = load_profiles([PROFILES])
    assert {profile.name for profile in profiles} >= {"clients", "interactions", "edinet-codes"}
    for profile in profiles:
        headers = [header for field in profile.fields.values() for header in field.headers]
        assert len(headers) == len(set(headers)), profile.name
        assert not set(headers) & profile.ignored, profile.name


def test_the_banks_own_profile_wins_over_a_shipped_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(VALID.replace("mine", "clients"), encoding="utf-8")
    chosen = {profile.name: profile for profile in load_profiles([PROFILES, tmp_path])}
    assert chosen["clients"].fields["branch"].headers == {"店"}


@pytest.mark.parametrize(
    ("text", "key"),
    [("name = [", ""), (VALID.replace('"client"', '"cleint"'), "record"), (VALID + 'nam = ["x"]', "fields.nam"), (VALID + "reading = 3", "fields.reading.headers"),
     ('short_dates = "昭成"\n' + VALID, "short_dates"), (VALID + '[[skip]]\nheaders = ["x"]\nstarts = ["y"]', "skip.reason"),
     (VALID + "[fields.industry]\nheaders = ['業']\nunit = '両'", "fields.industry.unit"), (VALID + "[constants]\nfoo = '1'", "constants")],
)  # fmt: skip
def test_a_profile_that_cannot_be_used_is_refused_at_its_place(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileInvalid) as error:
        read_profile(path)
    assert error.value.details["key"] == key
