"""Persons and firms are found whole, by the words and what stands around them; common words that look like them are left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.drafting.privacy.firms import firms, firms_by_context
from bankrm.drafting.privacy.gazetteer import Gazetteer
from bankrm.drafting.privacy.masking import mask, unmask
from bankrm.drafting.privacy.people import people
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.recognise import Recogniser
from bankrm.drafting.privacy.spans import PrivateKind, without_overlap

_KNOWN = frozenset({"鈴屋本舗", "コクヨ"})
_RECOGNISE = Recogniser(Gazetteer.parse("長野県\t松本市\t大手 島内\n"))


def _people(text: str) -> list[str]:
    return [text[span.start : span.end] for span in without_overlap(text, people(ReadText(text)))]


def _firms(text: str) -> list[str]:
    read = ReadText(text)
    return [text[s.start : s.end] for s in without_overlap(text, [*firms(read, _KNOWN), *firms_by_context(read)])]


def _kinds(text: str) -> dict[str, PrivateKind]:
    return {text[span.start : span.end]: span.kind for span in _RECOGNISE(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("田辺社長と面談", ["田辺"]),
        ("佐伯経理部長は不在", ["佐伯"]),
        ("松本社長が来店", ["松本"]),
        ("大門部長が異動", ["大門"]),
        ("田辺一郎と田辺 美佐子", ["田辺一郎", "田辺 美佐子"]),
        ("髙﨑専務", ["髙﨑"]),
        ("タナベ社長", ["タナベ"]),
        ("リチャード・コールマン氏", ["リチャード・コールマン"]),
        ("グエン・ヴァン・ナム氏", ["グエン・ヴァン・ナム"]),
        ("J.L.ボニエが来日", ["J.L.ボニエ"]),
        ("長男の健太郎が入社", ["健太郎"]),
        ("次女の彩さん", ["彩"]),
        ("エリザベス2世", ["エリザベス2世"]),
        ("大和田様、五十嵐様", ["大和田", "五十嵐"]),
        ("髙橋直人が担当", ["髙橋直人"]),
        ("ルイス・デ・アルバレスが来日", ["ルイス・デ・アルバレス"]),
        ("マリオ・ド・ラ・クルーズ氏", ["マリオ・ド・ラ・クルーズ"]),
        ("Robert Kingstonの紹介", ["Robert Kingston"]),
        ("呉成哲と面談", ["呉成哲"]),
        ("尹潤洙は在日三世", ["尹潤洙"]),
        ("山本ミナルは歌手", ["山本ミナル"]),
        ("前任の西尾から", ["西尾"]),
        ("窓口の福井に渡した", ["福井"]),
        ("古川CFOに送付", ["古川"]),
        ("平出夫妻は高齢", ["平出"]),
        ("アミシャール技師が設計", ["アミシャール"]),
    ],
)
def test_a_persons_name_is_found_whole_and_without_its_title(text: str, names: list[str]) -> None:
    assert _people(text) == names


@pytest.mark.parametrize(
    "text",
    ["社長と専務が同席", "経理部長は不在", "後任部長に挨拶", "様子を見る", "銀行員時代", "各社の社長会", "林業の会社", "森の管理", "林道沿いの工場", "金利差が縮む", "高品質の品", "白金具を使う", "サイズ・ア・ラ・モード風", "西尾の工場", "タイヤ・ホイールの仕入", "クラウド・コンピューティング", "11月20日に契約"],
)  # fmt: skip
def test_roles_and_common_words_are_no_persons(text: str) -> None:
    assert _people(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("凪浜精機株式会社の決算", ["凪浜精機株式会社"]),
        ("（有）葦切運輸より", ["（有）葦切運輸"]),
        ("㈱よだか電算、霧鳴館㈱", ["㈱よだか電算", "霧鳴館㈱"]),
        ("株式会社 つむじ峠モータースは", ["株式会社 つむじ峠モータース"]),
        ("潮見銀行から提示", ["潮見銀行"]),
        ("浦霧信金が参加", ["浦霧信金"]),
        ("太陽銀行と取引", ["太陽銀行"]),
        ("早川電力の料金", ["早川電力"]),
        ("ヒカリ電装からの受注", ["ヒカリ電装"]),
        ("こもれび建設が開発", ["こもれび建設"]),
        ("Kirameki Foods Inc.へ納入", ["Kirameki Foods Inc."]),
        ("JAさやまの共済", ["JAさやま"]),
        ("東インド会社の船", ["東インド会社"]),
        ("旅館 汐見荘の女将", ["旅館 汐見荘"]),
        ("ホテル信濃路の客室", ["ホテル信濃路"]),
        ("喫茶こもれびの改装", ["喫茶こもれび"]),
        ("カワベ鉄構から仕入", ["カワベ鉄構"]),
        ("ヤマダシステムズの保守", ["ヤマダシステムズ"]),
        ("汐見電機系部品会社が増産", ["汐見電機"]),
        ("東横百貨店の催事", ["東横百貨店"]),
        ("鈴屋本舗の菓子", ["鈴屋本舗"]),
        ("大手メーカーの鈴屋本舗", ["鈴屋本舗"]),
        ("国立大学法人北稜大学", ["国立大学法人北稜大学"]),
        ("株式会社大塚造園設計事務所設立", ["株式会社大塚造園設計事務所"]),
    ],
)
def test_a_firms_name_is_found_whole(text: str, names: list[str]) -> None:
    assert _firms(text) == names


@pytest.mark.parametrize(
    "text",
    ["当社の業績", "連結子会社3社", "販売会社を通す", "地方銀行の金利", "有価証券の含み益", "生命保険の解約", "契約電力を下げる", "建設機械のリース", "自動車産業の動き", "ステンレス板金の仕事", "ソーラーリースの提案", "神社の祭り", "荷主3社", "エクセルで集計", "支社と本社", "製靴会社に納入", "家賃保証会社を使う", "テレビ・ラジオの広告", "嘉吉元年の創業", "ホテル業界の人手", "旅館 三軒と商談", "食堂の改装", "旅館だそうです", "喫茶などの軽食", "カフェらしい内装", "カメラシステムの更新"],
)  # fmt: skip
def test_kinds_of_firms_and_other_things_are_no_firms(text: str) -> None:
    assert _firms(text) == []


def test_a_firm_named_after_a_person_is_a_firm() -> None:
    assert _kinds("佐藤製作所の佐藤社長")["佐藤製作所"] is PrivateKind.FIRM
    assert _kinds("佐藤製作所の佐藤社長")["佐藤"] is PrivateKind.PERSON


def test_a_place_and_a_person_of_the_same_name_are_told_apart() -> None:
    text = "松本市の松本社長"
    assert [(text[s.start : s.end], s.kind) for s in _RECOGNISE(text)] == [
        ("松本市", PrivateKind.PLACE),
        ("松本", PrivateKind.PERSON),
    ]


def test_a_surname_after_the_full_name_is_the_same_person() -> None:
    text = "エドワード・マロー氏に会った。マローは来月帰国。"
    assert [text[s.start : s.end] for s in _RECOGNISE(text)] == ["エドワード・マロー", "マロー"]


@pytest.mark.parametrize(("text", "kind"), [("フェリネオはパンを好む", PrivateKind.PERSON), ("フェリネオを買収した", PrivateKind.FIRM), ("部品メーカーのフェリネオと", PrivateKind.FIRM)])  # fmt: skip
def test_an_unknown_foreign_word_is_a_firm_where_the_sentence_says_so(text: str, kind: PrivateKind) -> None:
    assert _kinds(text) == {"フェリネオ": kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ロベルタ・カーソンは会社を経営", PrivateKind.PERSON),
        ("ロベルタ・カーソン製の旋盤", PrivateKind.FIRM),
        ("ロベルタ・カーソンなどの企業と競う", PrivateKind.FIRM),
        ("ロベルタ・カーソン・グループの参入", PrivateKind.FIRM),
    ],
)
def test_a_foreign_name_is_a_firms_by_its_end_and_by_what_is_made_there(text: str, kind: PrivateKind) -> None:
    assert list(_kinds(text).values()) == [kind]


def test_initials_with_a_post_are_a_firm() -> None:
    assert _kinds("来月KMS会長に就く") == {"KMS": PrivateKind.FIRM}


def test_a_name_told_at_the_beginning_of_a_long_text_is_known_at_its_end() -> None:
    text = "エドワード・マロー氏に会った。" + "設備の話をした。" * 200 + "マローは来月帰国。"
    found = [text[s.start : s.end] for s in _RECOGNISE(text)]
    assert found == ["エドワード・マロー", "マロー"]


def test_patients_of_one_sentence_hide_no_illness_of_another() -> None:
    text = "透析の患者さんが増えた。社長は透析に通っている。"
    assert [(s.start, text[s.start : s.end]) for s in _RECOGNISE(text)] == [(15, "透析")]


@given(
    st.lists(
        st.sampled_from(
            ["田辺", "松本市", "大手3-4", "株式会社", "銀行", "・", "ア", "〒", "390-0874", "普通", "1234567", "社長", "A", "、", "\n", " ", "（", "第", "の", "𠮷", "\ud800", "ｶ", "㈱", "0"]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_whatever_is_read_spans_lie_in_the_text_and_it_comes_back(text: str) -> None:
    spans = _RECOGNISE(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    masked = mask(text, _RECOGNISE)
    assert unmask(masked.text, masked.key) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("汐原県庁と凪浜市役所に相談", {"汐原県": "place", "凪浜市": "place"}),
        ("汐原県土木部の工事", {"汐原県土木部": "place"}),
        ("最寄りの市役所の都市計画課", {}),
        ("株主は社長6割・潮路工業㈱4割", {"潮路工業㈱": "firm"}),
        ("都内の帝都ホテルに勤務", {"帝都ホテル": "firm"}),
        ("都内のビジネスホテルに勤務", {}),
        ("帝都の赤字が3番目に大きい", {}),
    ],
)
def test_offices_shares_and_workplaces_are_told_from_persons(text: str, found: dict[str, str]) -> None:
    assert {name: kind.value for name, kind in _kinds(text).items()} == found
