import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bankrm.language.names import Firm, NameBook, NameKind, Person, firm_key, names_in, same_firm, same_name

EDINET = Path(__file__).parents[4] / "shared" / "data" / "edinet_code_list"

TANABE = Person("田辺 一郎", "代表取締役社長", "タナベ イチロウ")
SAEKI = Person("佐伯", "経理部長", "さえき")
HANAKO = Person("木村花子", "総務課長")
TARO = Person("木村太郎", "営業課長")
NAGI = Person("凪", "専務")
SHIOMI = Firm("潮見銀行")
TOKIWA = Firm("常磐台信用金庫", aliases=("ときわだい",))
NAGIHAMA = Firm("凪浜精機株式会社", "ナギハマセイキ")
BOOK = NameBook([TANABE, SAEKI, HANAKO, TARO, NAGI], [SHIOMI, TOKIWA, NAGIHAMA])


# ---- firms


@pytest.mark.parametrize(
    "other",
    [
        "凪浜精機㈱",
        "（株）凪浜精機",
        "(株) 凪浜精機",
        "凪浜精機（株）",
        "株式会社　凪浜　精機",
        "株式會社凪濱精機",
        "凪浜精機",
        "ナギハマセイキ",
        "カ）ナギハマセイキ",
        "ﾅｷﾞﾊﾏｾｲｷ(ｶ",
    ],
)
def test_a_firm_is_the_same_with_its_legal_form_width_and_characters_written_otherwise(other: str) -> None:
    assert same_firm("株式会社凪浜精機", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("潮見銀行", "潮見さん"),
        ("潮見銀行", "潮見 銀行さん"),
        ("常磐台信用金庫", "常磐台信金"),
        ("みどり信用組合", "みどり信組"),
        ("凪浜精機㈱", "凪浜様"),
    ],
)
def test_a_firm_is_the_same_in_its_polite_short_form(one: str, other: str) -> None:
    assert same_firm(one, other)
    assert same_firm(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社山田", "有限会社山田"),
        ("潮見銀行", "潮見信用金庫"),
        ("潮見銀行", "潮見"),
        ("潮見銀行", "東潮見銀行"),
        ("葦原銀行（信託口）", "葦原銀行"),
        ("株式会社", "株式会社"),
        ("", "潮見銀行"),
    ],
)
def test_firms_that_differ_in_more_than_spelling_are_not_the_same(one: str, other: str) -> None:
    assert not same_firm(one, other)


@given(st.text(alphabet="凪浜精機ＡaＢb・ 　㈱", min_size=1, max_size=12))
def test_a_firms_key_is_its_own_key(name: str) -> None:
    assert firm_key(firm_key(name)) == firm_key(name)


def test_the_listed_variants_of_registered_firms_are_recognised_and_no_others() -> None:
    variants, register = EDINET / "name_variants.csv", EDINET / "EdinetcodeDlInfo_head5000.csv"
    if not (variants.is_file() and register.is_file()):
        pytest.skip("edinet_code_list is not beside the checkout")
    with register.open(encoding="cp932", newline="") as lines:
        names = {row[0]: row[6] for row in list(csv.reader(lines))[2:]}
    with variants.open(encoding="utf-8-sig", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines)
            if not row["xfail"] and not row["scenario"].startswith("english-substring") and not row["query"].isascii()
        ]
    assert rows
    for row in rows:
        assert [code for code, name in names.items() if same_firm(row["query"], name)] == [
            row["expected_edinet_code"]
        ], row["query"]


# ---- people


@pytest.mark.parametrize(
    "mention",
    [
        "田辺社長",
        "田辺様",
        "田辺さん",
        "田辺氏",
        "田辺",
        "社長",
        "（社長）",
        "田辺一郎",
        "田辺　一郎",
        "田辺 一郎様",
        "たなべ社長",
        "タナベ様",
        "ﾀﾅﾍﾞ社長",
        "田邊社長",
        "社長の田辺様",
        "代表取締役田辺一郎",
    ],
)
def test_a_person_is_known_by_name_role_and_reading(mention: str) -> None:
    assert BOOK.resolve(mention) is TANABE


@pytest.mark.parametrize("mention", ["経理部長", "部長", "佐伯部長", "佐伯経理部長", "さえき部長", "経理部 部長"])
def test_a_role_without_its_department_means_its_only_holder(mention: str) -> None:
    assert BOOK.resolve(mention) is SAEKI


@pytest.mark.parametrize("mention", ["課長", "木村課長", "木村", "木村さん"])
def test_where_two_could_be_meant_nobody_is(mention: str) -> None:
    assert BOOK.resolve(mention) is None


@pytest.mark.parametrize(
    ("mention", "person"), [("木村総務課長", HANAKO), ("営業課長", TARO), ("木村太郎", TARO), ("花子さん", HANAKO)]
)
def test_a_department_or_a_given_name_tells_two_of_one_surname_apart(mention: str, person: Person) -> None:
    assert BOOK.resolve(mention) is person


@pytest.mark.parametrize(
    "mention", ["田辺会長", "副社長", "前社長", "元専務", "社長室長", "大泉社長", "様", "", "会議"]
)
def test_another_role_or_name_is_another_person(mention: str) -> None:
    assert BOOK.resolve(mention) is None


def test_the_polite_short_form_of_a_bank_is_the_bank_and_nobody() -> None:
    assert BOOK.resolve("潮見さん") is None
    assert BOOK.resolve_firm("潮見さん") is SHIOMI
    assert BOOK.resolve_firm("潮見") is None


def test_a_short_form_that_two_firms_share_means_neither() -> None:
    assert NameBook([], [SHIOMI, Firm("潮見商事株式会社")]).resolve_firm("潮見さん") is None


def test_a_person_of_the_same_name_comes_before_a_firms_short_form() -> None:
    person = Person("潮見", "部長")
    (mention,) = NameBook([person], [SHIOMI]).find("潮見さんから伺った。")
    assert (mention.person, mention.firm) == (person, None)


def test_a_recorded_name_may_carry_its_role() -> None:
    assert NameBook([Person("田辺社長", "社長")]).resolve("田辺様") is not None


# ---- in running text


def test_the_books_names_are_found_with_their_place_and_roles_alone_too() -> None:
    text = "社長と佐伯部長が潮見さんの話をした。常磐台信金、㈱凪浜精機。"
    found = BOOK.find(text)
    assert [mention.person or mention.firm for mention in found] == [TANABE, SAEKI, SHIOMI, TOKIWA, NAGIHAMA]
    assert all(text[mention.start : mention.end] == mention.surface for mention in found)


def test_names_that_stand_in_no_book_are_reported_as_unknown() -> None:
    found = BOOK.find("大泉部長から東潮見銀行の話を聞いた。ときわだいも来たと。")
    assert [(m.surface, m.known) for m in found] == [("大泉部長", False), ("東潮見銀行", False), ("ときわだい", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("佐伯経理部長と凪社長", ["佐伯", "凪"]),
        ("田辺 一郎様が入社した", ["田辺一郎"]),
        ("ジョン・スミス氏から", ["ジョンスミス"]),
        ("たなべ社長、ニシダ専務", ["たなべ", "ニシダ"]),
        ("潮見信用金庫と七十七銀行", ["潮見信金", "七十七銀行"]),
        ("取引先株式会社サカタ商会と丸山商店", ["サカタ商会", "丸山商店"]),
        ("㈱凪浜精機田辺社長", ["凪浜精機", "田辺"]),
        ("第一運輸の木暮主任、関氏", ["第一運輸", "木暮", "関"]),
        ("栃木県信用保証協会の保証", ["栃木県信用保証協会"]),
        ("楡津組の楡井社長、竹中組", ["楡津組", "楡井", "竹中組"]),
    ],
)
def test_people_and_firms_are_found_without_a_book(text: str, expected: list[str]) -> None:
    assert [mention.key for mention in names_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "社長と経理部長が同席した。新社長、女性社長、副社長、同社社長。",
        "お客様、皆様、業者さん、職人さん、取引先様、お父さん、たくさん。",
        "他行の提示。メイン銀行、地方銀行、他の銀行、取引銀行、銀行員、銀行業。",
        "自動車産業、建設業、精密機械、省力化設備の様子と氏名。",
        "信用保証協会の保証、保証協会付、株式会社という形。",
        "というのが社長の見方(4/22)。見方が分かれている。",
    ],
)
def test_roles_kinds_and_common_words_are_no_names(text: str) -> None:
    assert names_in(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("田辺社長", "田辺一郎様", True),
        ("田辺社長", "佐伯部長", False),
        ("凪浜精機㈱", "株式会社凪浜精機", True),
        ("潮見銀行", "潮見さん", True),
        ("潮見銀行", "潮見社長", False),
    ],
)
def test_two_mentions_may_name_the_same(one: str, other: str, *, same: bool) -> None:
    (first,), (second,) = names_in(one), names_in(other)
    assert same_name(first, second) is same
    assert same_name(second, first) is same


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="田辺潮見銀行社長様さん㈱（） \u3000、の一郎A経理部\u2028𠮷", max_size=24))
def test_any_text_gives_names_in_order_that_stand_where_they_say(text: str) -> None:
    for found in (names_in(text), BOOK.find(text)):
        places = [0]
        for mention in found:
            assert text[mention.start : mention.end] == mention.surface != ""
            assert mention.kind in NameKind
            assert mention.start >= places[-1]
            places.append(mention.end)
