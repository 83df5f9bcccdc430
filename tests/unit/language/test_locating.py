import pytest

from bankrm.language.locating import locate


@pytest.mark.parametrize(
    ("passage", "text", "found"),
    [
        (
            "申請の締切 2026年11月27日",
            "概要\r\n申請の締切\u30002026年11月\r\n27日17時",
            "申請の締切\u30002026年11月\r\n27日",
        ),
        ("令和4年11月", "令和４年 11 月の決算", "令和４年 11 月"),
        ("3月末日の長男", "３⽉末⽇の⻑男", "３⽉末⽇の⻑男"),
        ("令和7年", "㋿7年", "㋿7年"),
        ("（補助金）", "(補助⾦)", "(補助⾦)"),
        ("締切は", "締\x02切は", "締\x02切は"),
    ],
)
def test_spaces_widths_breaks_and_radicals_do_not_hide_a_passage(passage: str, text: str, found: str) -> None:
    span = locate(passage, text)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize("passage", ["締切は12月", "", " \n"])
def test_what_the_page_does_not_say_is_not_found(passage: str) -> None:
    assert locate(passage, "締切は11月27日です。") is None


def test_of_several_places_the_one_where_the_passage_is_expected_is_taken() -> None:
    text = "締切は27日。" + "あ" * 100 + "締切は27日。"
    assert locate("締切は27日", text) == (0, 6)
    assert locate("締切は27日", text, near=95) == (107, 113)
