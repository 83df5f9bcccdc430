"""機微情報 is what tells of a person; a clinic's theatre, an insurer's product and patients as customers are business."""

from __future__ import annotations

import pytest

from bankrm.language.sensitive import is_sensitive


@pytest.mark.parametrize(
    "text",
    ["実は春から通院していまして、年明けに手術を受けます", "社長夫人の胃がん手術のお見舞い", "父が入院して、店は私ひとりです", "本籍を移したばかりで"],
)  # fmt: skip
def test_somebodys_health_or_origin_is_sensitive(text: str) -> None:
    assert is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    ["入院保障の保険の比較表を6月10日までに持参", "手術室の改修を来年に延ばしたい", "入院患者が減って困る", "透析の患者さんが増えて、ベッドが足りない", "入院棟の建替えは見送る", "がん保険の扱いを尋ねられた"],
)  # fmt: skip
def test_business_with_illness_is_not(text: str) -> None:
    assert not is_sensitive(text)
