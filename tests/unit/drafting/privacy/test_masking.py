"""What is masked comes back byte for byte by the key, and one entity keeps one number."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bankrm.drafting.privacy.masking import MaskingKey, mask, unmask
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan, without_overlap


def _finding(*names: tuple[str, PrivateKind]) -> Callable[[str], tuple[PrivateSpan, ...]]:
    def find(text: str) -> tuple[PrivateSpan, ...]:
        found = (
            PrivateSpan(at, at + len(name), kind)
            for name, kind in names
            for at in range(len(text))
            if text.startswith(name, at)
        )
        return without_overlap(text, found)

    return find


_FIND = _finding(
    ("田辺一郎", PrivateKind.PERSON),
    ("田辺", PrivateKind.PERSON),
    ("佐伯", PrivateKind.PERSON),
    ("凪浜精機株式会社", PrivateKind.FIRM),
    ("凪浜精機", PrivateKind.FIRM),
)


def test_the_same_words_have_the_same_token() -> None:
    masked = mask("田辺社長と佐伯部長。田辺社長は", _FIND)
    assert masked.text == "〔人名1〕社長と〔人名2〕部長。〔人名1〕社長は"


def test_another_spelling_of_one_entity_keeps_its_number_and_comes_back_as_it_was() -> None:
    text = "凪浜精機株式会社の田辺一郎氏。凪浜精機の田辺社長"
    masked = mask(text, _FIND)
    assert masked.text == "〔社名1〕の〔人名1〕氏。〔社名1-2〕の〔人名1-2〕社長"
    assert unmask(masked.text, masked.key) == text


def test_a_key_goes_on_with_the_next_text() -> None:
    first = mask("佐伯部長", _FIND)
    second = mask("田辺社長と佐伯部長", _FIND, first.key)
    assert second.text == "〔人名2〕社長と〔人名1〕部長"
    assert unmask(first.text + second.text, second.key) == "佐伯部長田辺社長と佐伯部長"


def test_a_token_that_the_key_lacks_stays() -> None:
    assert unmask("〔人名9〕と〔住所1〕", MaskingKey({"〔住所1〕": "松本市"})) == "〔人名9〕と松本市"


@given(
    st.lists(
        st.sampled_from(
            [
                "田辺",
                "田辺一郎",
                "佐伯",
                "凪浜精機",
                "凪浜精機株式会社",
                "と",
                "、",
                "が",
                "来社。",
                "12",
                "〔人名1〕",
                "〔社名2〕",
            ]
        ),
        max_size=12,
    )
)
def test_masking_loses_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    masked = mask(text, _FIND)
    assert unmask(masked.text, masked.key) == text


@given(
    st.text("あいうえお、 ", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 6), st.sampled_from(PrivateKind)), max_size=6),
)
def test_no_two_spans_overlap_and_no_letter_that_was_found_stays_open(
    text: str, found: list[tuple[int, int, PrivateKind]]
) -> None:
    spans = [PrivateSpan(at, min(len(text), at + length), kind) for at, length, kind in found if at < len(text)]
    kept = without_overlap(text, spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    wanted = {place for span in spans for place in range(span.start, span.end) if text[place].isalnum()}
    assert wanted <= {place for span in kept for place in range(span.start, span.end)}


def test_a_token_with_a_number_beyond_all_counting_is_the_text_s_own() -> None:
    text = f"〔人名{'9' * 5000}〕は在席"
    assert unmask(mask(text, lambda _: ()).text, MaskingKey()) == text
