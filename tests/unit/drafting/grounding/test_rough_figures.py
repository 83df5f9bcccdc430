"""Figures as bankers say them (6割強, 12億円台), and two dated records told as one move: records of invented firms."""

from __future__ import annotations

import pytest
from tests.pairs import Pair, assert_told_apart, found

_WEB = ("2026-03-04 訪問 若林支配人: 「ネット経由は、2月までの累計で62%です。手数料は年に3,400万円を超えます」",)
_SALES = ("決算 2026年3月期: 売上高 1,236百万円、営業利益 31百万円",)
_EVER = ("2026-08-20 訪問 女将: 「ネット経由の割合なら、去年からずっと4割台です」",)
_QUOTES = (
    "2025-08-27 訪問 篠田社長: 「見積が出た。6室で1億1千万円だ。おととしは8,500万円だった」",
    "2026-06-16 訪問 篠田社長: 「6室はやめた。4室に絞って9,800万円だ」",
)
_ASKED = (
    "2026-06-18 訪問 真壁部長: 「得意先に4月に価格の改定をお願いして、7社のうち5社は受けてくださいました。残りの2社は秋にもう一度」",
)
_SECOND = ("2026-10-14 訪問 水沢代表: 「2棟目はいったん止めたい。採用のめどが立つまでは」",)

PAIRS: tuple[Pair, ...] = (
    (_WEB, "ネット経由は6割強。", "ネット経由は6割弱。", "rounded_too_far"),
    (_WEB, "ネット経由は6割超。", "ネット経由は6割未満。", "rounded_too_far"),
    (_WEB, "ネット経由は約6割。", "ネット経由は約7割。", "figure_not_in_evidence"),
    (_WEB, "ネット経由は6割を超える。", "ネット経由は7割を超える。", "figure_not_in_evidence"),
    (_WEB, "ネット経由は6割台。", "ネット経由は5割台。", "figure_not_in_evidence"),
    (_WEB, "ネット経由は62%。", "ネット経由は6割。", "figure_not_in_evidence"),
    (_WEB, "手数料は年3千万円台。", "手数料は年4千万円台。", "figure_not_in_evidence"),
    (_SALES, "売上高は12億円台。", "売上高は約12億円。", "rounded_too_far"),
    (_SALES, "売上高は12億円台。", "売上高は13億円台。", "rounded_too_far"),
    (_EVER, "ネット経由の割合は4割台で推移している。", "ネット経由の割合は4割である。", "bound_differs"),
    (
        _QUOTES,
        "見積は、6室の1億1千万円から4室の9,800万円へと下がった。",
        "見積は、4室の1億1千万円から6室の9,800万円へと下がった。",
        "figure_of_another_matter",
    ),
    (
        _QUOTES,
        "見積は1億1千万円(6室)から9,800万円(4室)に下がった。",
        "見積は9,800万円(4室)から1億1千万円(6室)に変わった。",
        "figure_of_another_matter",
    ),
    (
        _ASKED,
        "価格の改定は7社中5社が応じてくださった。",
        "価格の改定は7社中5社に応じていただく予定。",
        "certainty_differs",
    ),
    (_ASKED, "価格の改定は7社のうち5社に応じていただいた。", "価格の改定は7社のうち2社に応じていただいた。", ""),
    (_ASKED, "価格の改定は7社中5社が受けてくれた。", "価格の改定は7社中6社が受けてくれた。", "figure_not_in_evidence"),
    (_SECOND, "2棟目は棚上げ。", "3棟目は棚上げ。", "figure_not_in_evidence"),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[2])
def test_a_rough_figure_stands_where_it_is_true_and_no_farther(pair: Pair) -> None:
    texts, sound, unsound, code = pair
    assert found(sound, *texts) == {"supported"}
    refused = found(unsound, *texts)
    assert (code in refused) if code else "supported" not in refused


def test_the_pairs_stand_without_a_given_day_too() -> None:
    for pair in (pair for pair in PAIRS if pair[0] is not _QUOTES):
        assert_told_apart(pair)
