"""Which letter each word of a text is, so that the names of persons are patterns over letters.

| letter | word | letter | word |
|---|---|---|---|
| S s | surname, of one letter | P | place |
| G g | given name, of one letter | O Q | other proper noun; of two kanji |
| N | name that is neither | C M | common noun of one kanji; of two that may be a name |
| K k | katakana that no dictionary has; that one has | U | other word that no dictionary has |
| A I | Latin word; Latin letter | L _ | ・ and the like; white space |
| R T F | post in a firm; other title or honorific; one in a family | J | calling (歌手, 研究者) |
| X | what makes a place of the name before it (駅, 製作所) | H | noun in hiragana that may be a given name (ゆら) |
| D | one letter of katakana between links (デ of ペドロ・デ・アルバ) | B . | particle or mark; anything else |
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from bankrm.drafting.privacy.reading import KATAKANA, ReadText
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE, is_department, is_family
from bankrm.language.words import Word

_LINKS = frozenset("・･=＝-‐゠.．")
_LATIN = pattern(r"[A-Z][A-Za-z'’]*\.?")
_KANJI = pattern(r"[一-龥々〇𠀀-𪛟]")
_HIRAGANA = pattern(r"[ぁ-ん]{2,3}")
_NAME_LIKE = pattern(r"[一-龥々]{2}")
_POSTS = pattern(
    "選手|監督|大統領|首相|総理|総理大臣|大臣|外相|蔵相|議員|博士|教授|助教授|准教授|牧師|神父|司教|皇帝|国王|女王|王子|王女|王妃|公爵|伯爵|侯爵|子爵|男爵|卿|元帥|大将|中将|少将|大佐|"
    "中佐|少佐|大尉|中尉|少尉|将軍|提督|騎手|投手|捕手|内野手|外野手|コーチ|書記長|書記|総裁|総統|天皇|上皇|親王|内親王|法王|教皇|上人|和尚|アナウンサー|記者|判事|検事|被告|容疑者|首席|主席|嬢|"
    "警部|刑事|船長|隊長|学長|総長|議長|総督|技師|シェフ|棟梁|親方|職長|杜氏|ご?夫妻|兄弟|姉妹|一家|一族"
)
_CALLING = pattern(
    r"[一-龥]*(?:歌手|俳優|女優|声優|作家|作曲家|作詞家|画家|評論家|学者|研究者|出版者|創業者|創始者|経営者|保証人|後継者|担当者|担当|家元|僧侶|落語家)"
)
_POST_IN_FIRM = pattern(r"ご?夫妻|C[EFOTI]O|社長|会長|専務|常務|部長|次長|課長|係長|支店長|理事長|頭取|取締役")
_NO_SURNAMES_LIST = (
    "取引 得意 仕入 先方 当社 弊社 同社 他社 自社 親会 当行 他行 後任 前任 先代 次期 歴代 新任 現任 女性 男性 若手 名物 創業 雇わ 同族 地元 本店 本社 支社 支店 工場 現場 店舗 品質 担当 事業 各社 両社 副社 代表 共同 "
    "名誉 筆頭 元請 下請 関係 関連 海外 国内 地区 地域 組合 協会 銀行 信金 商店 町内 自治 病院 学校 大学 労組 本部 全社 連合 業界 各部 主管 専門 社外 常勤 執行 上級 特命 総務 営業 経理 人事 製造 技術 開発 企画"
)
_NO_SURNAMES = frozenset(_NO_SURNAMES_LIST.split())
_NO_NAMES_WORDS = "彼 神 王 侍 姫 君 僕 私 皆 誰 人 家 派 者 本人 自身 一族 一家 家族 新 元 前 現 旧 故 同 各 両 全 当 他 代 第 約 計 役 年 月 日 時 分 回 円 台 名 件 社 期 区 市 町 村 県 国 店 部 課 室 係 局 号 班 組"
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_OF_PLACES = pattern(
    r"(?:駅|線|市|町|村|区|県|州|郡|城|寺|神社|大社|宮|山|川|河|島|岬|湖|湾|峠|橋|通り|丁目|地区|地方|温泉|公園|空港|港|坂|海岸|谷|条約|砦|百貨店|製.+|.*(?:工業|大学|高校|病院))"
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, one a word, with the place in the text where each begins and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def letters_of(text: ReadText) -> Letters:
    """The letters of its words and of the white space between them."""
    letters, starts, ends = [], list[int](), list[int]()
    word_ends = {word.end for word in text.words}
    for word in text.words:
        if ends and ends[-1] < word.start:
            letters.append("_")
            starts.append(ends[-1])
            ends.append(word.start)
        letters.append(_title(text.text, word, word_ends) or _between_links(text.text, word) or _letter(word))
        starts.append(word.start)
        ends.append(word.end)
    return Letters("".join(letters), starts, ends)


def _title(text: str, word: Word, word_ends: Set[int]) -> str:
    """R, T or F where a title begins with this word and ends with one (部|長, not 様|子); else nothing."""
    if word.pos[1] == "固有名詞":
        return ""
    for expression in (TITLE, _POSTS):
        match = expression.match(text, word.start)
        if match is not None and match.end() in word_ends:
            return "F" if is_family(match.group()) else "R" if _POST_IN_FIRM.match(match.group()) else "T"
    return ""


def _between_links(text: str, word: Word) -> str:
    """D for the small word of a foreign name, else nothing."""
    linked = text[word.start - 1 : word.start] in _LINKS and text[word.end : word.end + 1] in _LINKS
    return "D" if linked and len(word.surface) == 1 and KATAKANA.fullmatch(word.surface) else ""


def _letter(word: Word) -> str:
    surface = word.surface
    if word.pos[0] in ("助詞", "助動詞", "補助記号") and surface not in _LINKS:
        return "B"
    if surface in _LINKS:
        return "L"
    if surface in _NO_NAMES:
        return "."
    if _OF_PLACES.fullmatch(surface):
        return "X"
    if _CALLING.fullmatch(surface):
        return "J"
    if word.pos[2] == "人名":
        letter = {"姓": "S", "名": "G"}.get(word.pos[3], "N")
        return letter.lower() if letter != "N" and len(surface) == 1 else letter
    if word.pos[2] == "地名":
        return "P" if word.pos[3] != "国" else "."
    if KATAKANA.fullmatch(surface):
        return ("k" if word.known else "K") if len(surface) > 1 else "."
    if _LATIN.fullmatch(surface):
        return "A" if len(surface) > 1 else "I"
    if word.pos[0] not in ("名詞", "接尾辞") or word.pos[1] == "数詞":
        return "."
    if not word.known:
        return "U"
    if word.pos[2] == "一般" and _HIRAGANA.fullmatch(surface):
        return "H"
    if word.pos[1] == "固有名詞":
        return "Q" if _NAME_LIKE.fullmatch(surface) else "O"
    if _KANJI.fullmatch(surface):
        return "C" if word.pos[0] == "名詞" else "."
    common = not _NAME_LIKE.fullmatch(surface) or surface in _NO_SURNAMES or is_department(surface)
    return "." if common else "M"
