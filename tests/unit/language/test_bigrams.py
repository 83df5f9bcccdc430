import pytest

from bankrm.language.bigrams import BigramRanking, bigrams, letters


def test_width_case_punctuation_and_white_space_do_not_count() -> None:
    assert letters("ＮＣ旋盤、「2 台」") == "nc旋盤2台"


def test_each_pair_of_neighbours_counts_once() -> None:
    assert bigrams("ああああ") == ("ああ",)
    assert bigrams("炉") == ("炉",)
    assert bigrams("、。") == ()


def test_a_text_that_holds_more_of_the_query_scores_higher() -> None:
    texts = [letters(t) for t in ("冷凍庫の更新を考える", "冷凍庫が古い", "社長の長男が入社する")]
    best, second, last = BigramRanking(texts).scores("冷凍庫の更新")
    assert best > second > last == 0.0


@pytest.mark.parametrize("texts", [[], ["", ""]])
def test_nothing_to_rank_gives_no_score(texts: list[str]) -> None:
    assert not any(BigramRanking(texts).scores("設備"))
