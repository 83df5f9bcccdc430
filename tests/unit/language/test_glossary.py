import tomllib
from pathlib import Path

import pytest

from bankrm.language.glossary import Glossary, Term

SHIPPED = Path(__file__).parents[3] / "resources" / "glossary" / "glossary.toml"
MINE = Glossary((Term("保証協会付", ("マル保",), "協会の保証が付く融資。"), Term("借換", ("借り換え",), "借り直し。")))


def test_other_words_are_given_for_each_name_that_was_said() -> None:
    assert {("マル保", "保証協会付"), ("借り換え", "借換")} <= set(MINE.other_words("マル保の残高と借り換えの話"))
    assert MINE.other_words("マル保の残高") == (("マル保", "保証協会付"),)


def test_a_name_inside_another_word_is_not_the_term() -> None:
    glossary = Glossary((Term("期日", ("サブ",), "約束の日。"),))
    assert glossary.other_words("サブスクの料金") == ()


def test_a_term_without_explanation_is_refused() -> None:
    with pytest.raises(KeyError):
        Glossary.parse('[[term]]\nname = "極度"')


def test_broken_toml_is_refused() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        Glossary.parse("[[term")


def test_the_shipped_glossary_gives_every_name_to_one_term_only() -> None:
    names = [name for term in Glossary.parse(SHIPPED.read_text(encoding="utf-8")).terms for name in term.names]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize(
    "word",
    [
        "マル保",
        "プロパー",
        "手貸",
        "証貸",
        "当貸",
        "リスケ",
        "条変",
        "短プラ",
        "肩代わり",
        "真水",
        "でんさい",
        "iDeCo+",
        "M&A",
        "BCP",
    ],
)
def test_the_shipped_glossary_explains_the_words_of_bankers(word: str) -> None:
    assert Glossary.parse(SHIPPED.read_text(encoding="utf-8")).other_words(f"{word}について伺いたい")
