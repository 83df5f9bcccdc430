import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from bankrm.language.words import LONGEST_PIECE, content_words, words


def test_spans_count_code_points_of_the_text_as_given() -> None:
    text = "𠮷田社長は㈱ＡＢＣの㌔単価を ﾀﾅﾍﾞ様と確認。"
    assert all(text[word.start : word.end] == word.surface for word in words(text))
    assert "".join(word.surface for word in words(text)) == text.replace(" ", "")


def test_a_word_has_its_normal_form_its_part_of_speech_and_its_reading() -> None:
    surname, role = words("田辺社長")
    assert (surname.surface, surname.pos[3], surname.reading) == ("田辺", "姓", "タナベ")
    assert (role.base, role.pos[0]) == ("社長", "名詞")


def test_content_words_leave_out_particles_auxiliaries_and_honorifics() -> None:
    assert content_words("社長さんは設備を更新することにした。") == ("社長", "設備", "更新")


def test_content_words_unite_spellings_and_cut_compounds_short() -> None:
    assert content_words("打ち合せ") == content_words("打合わせ")
    assert {"経理", "部"} <= set(content_words("経理部長"))


def test_a_text_over_the_dictionarys_limit_is_cut_at_sentence_ends() -> None:
    text = "返済シミュレーションを持参した。" * 4_000
    found = words(text)
    assert found[-1].end == len(text)
    assert found == tuple(word for word in found if text[word.start : word.end] == word.surface)
    assert {word.surface for word in found} == {word.surface for word in words("返済シミュレーションを持参した。")}


def test_a_long_text_without_any_sentence_end_is_cut_all_the_same() -> None:
    assert words("ﷺ漢" * 3 * LONGEST_PIECE)[-1].end == 6 * LONGEST_PIECE


def test_broken_characters_do_no_harm() -> None:
    assert [word.start for word in words("設備\ud800更新")] == [0, 2, 3]


def test_importing_the_module_does_not_load_the_dictionary() -> None:
    code = "import sys, bankrm.language.words; sys.exit('sudachipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_words_in_order_within_it(text: str) -> None:
    ends = [0, *(word.end for word in words(text))]
    assert all(word.start >= end for word, end in zip(words(text), ends, strict=False))
    assert ends[-1] <= len(text)
