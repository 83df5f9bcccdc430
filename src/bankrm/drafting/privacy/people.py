"""Persons in running text: full names, names before a title, foreign names joined by ・, names that the dictionary knows.

A text becomes one letter a word (surname, given name, katakana, title …), and names are patterns over these letters. The span holds the
name alone, without title and honorific.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from bankrm.drafting.privacy.firm_words import told_of_firm
from bankrm.drafting.privacy.reading import KATAKANA, ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE, is_department, is_family
from bankrm.language.words import Word

_LINKS = frozenset("・･=＝-‐゠.．")
_LATIN = pattern(r"[A-Z][A-Za-z'’]*\.?")
_KANJI = pattern(r"[一-龥々〇𠀀-𪛟]")
_NAME_LIKE = pattern(r"[一-龥々]{2}")
_POSTS = pattern(
    "選手|監督|大統領|首相|総理|総理大臣|大臣|外相|蔵相|議員|博士|教授|助教授|准教授|牧師|神父|司教|皇帝|国王|女王|王子|王女|王妃|公爵|伯爵|侯爵|子爵|男爵|卿|元帥|大将|中将|少将|大佐|"
    "中佐|少佐|大尉|中尉|少尉|将軍|提督|騎手|投手|捕手|内野手|外野手|コーチ|書記長|書記|総裁|総統|天皇|上皇|親王|内親王|法王|教皇|上人|和尚|アナウンサー|記者|判事|検事|被告|容疑者|首席|主席|嬢|"
    "警部|刑事|船長|隊長"
)
_CALLINGS = pattern(
    r"歌手|俳優|女優|声優|作家|作曲家|作詞家|画家|漫画家|評論家|記者|医師|弁護士|税理士|会計士|司法書士|行政書士|社労士|投手|捕手|選手|監督|社長|会長|専務|常務|部長|課長|係長|"
    r"支店長|店長|工場長|所長|院長|理事長|園長|校長|代表|代表者|代表取締役|取締役|監査役|顧問|相談役|女将|後継者|保証人|連帯保証人|担当者|担当|夫|妻|父|母|長男|次男|三男|長女|次女|息子|娘|兄|弟|姉|妹|孫|甥|姪|娘婿|"
    r"[一-龥]*(?:学者|研究者|出版者|創業者|創始者|経営者|家元|僧侶|芸人|落語家)"
)
_POST_IN_FIRM = pattern(r"ご?夫妻|社長|会長|専務|常務|部長|次長|課長|係長|支店長|理事長|頭取|取締役")
_NO_SURNAMES_LIST = (
    "取引 得意 仕入 先方 当社 弊社 同社 他社 自社 親会 当行 他行 後任 前任 先代 次期 歴代 新任 現任 女性 男性 若手 名物 創業 雇わ 同族 地元 本店 本社 支社 支店 工場 現場 店舗 品質 担当 事業 各社 両社 副社 代表 共同 "
    "名誉 筆頭 元請 下請 関係 関連 海外 国内 地区 地域 組合 協会 銀行 信金 商店 町内 自治 病院 学校 大学 労組 本部 全社 連合 業界 各部 主管 専門 社外 常勤 執行 上級 特命 総務 営業 経理 人事 製造 技術 開発 企画"
)
_NO_SURNAMES = frozenset(_NO_SURNAMES_LIST.split())
_REIGN = pattern(r"[0-9０-９一二三四五六七八九十]{1,2}世(?![紀帯代])")
_NO_NAMES_WORDS = "彼 神 王 侍 姫 君 僕 私 皆 誰 人 家 派 者 本人 自身 一族 一家 家族 新 元 前 現 旧 故 同 各 両 全 当 他 代 第 約 計 役 年 月 日 時 分 回 円 台 名 件 社 期 区 市 町 村 県 国 店 部 課 室 係 局 号 班 組"
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_OF_PLACES = pattern(
    r"(?:駅|線|市|町|村|区|県|州|郡|城|寺|神社|大社|宮|山|川|河|島|岬|湖|湾|峠|橋|通り|丁目|地区|地方|温泉|公園|空港|港|坂|海岸|谷|条約|砦|百貨店|製.+|.*(?:工業|大学|高校|病院))"
)

# letters of words: M two common kanji, S surname, s one of one letter, G given name, N other name, P place, K unknown katakana, k known, A Latin, I one Latin letter, C one kanji, U unknown
# otherwise, O other proper noun, L ・ and the like, _ white space, T title, R post, F one in a family, Q a proper noun of two kanji, J what somebody is, X what makes a name that of a place
_NATIVE = (
    r"S_S(?![CUMKkAOQ])|S_?[Gg]+[CU]?|s[Gg]+[CU]?|[Ss]_?[CU]{1,2}(?![CUMKkAOQ])|S[OQ](?![CUMKkAOQXG])|P_?G+|S|G+|gg+"
)
_FOREIGN = r"(?:[NKkAIU]|[PGS](?=L))(?:[L_]+[NKkAISGPCU]|(?<=L)[OQ])*(?:LN|[L_]N)(?:L[NKkAIOQ])*|N(?:L[NKkAISGPCUOQ])*"
_NAMES = pattern(
    rf"(?P<posted>M(?=R)|Q(?=_?[RT]))|(?<=F)(?P<kin>[CgsU])(?=[.]|$)|(?P<initialled>I(?:L+I)*L+[KkN](?:LI)?(?:L[KN])?)"
    rf"|(?P<titled>(?:[SsGgNPCKkU]|(?<!_)A)(?:[L_]?[SsGgNPCKkUAI])*)(?=_?[TRF])"
    rf"|(?<=J)[_L]?(?P<called>[Kk](?:L[Kk])+|[SsGgP]?U{{1,2}}|K(?!L))(?![CUMKkAOQX])"
    rf"|(?P<foreign>{_FOREIGN})(?!X)"
    rf"|(?P<native>{_NATIVE})(?!X)"
    rf"|(?P<joined>(?<![KkLAOQ])(?:K(?:L[Kk]){{1,3}}|k(?:Lk){{0,2}}LK(?:L[Kk])?))(?=[.TRF_]|$)"
)
_THING = pattern(
    r".*(?:ズ|シティ|クラブ|グループ|フィルム|フィルムズ|ツアー|バンド|チーム|カップ|リーグ|ショー|コンテスト|フェスティバル|スタジアム|パーク|センター|ホール|シアター|ホテル|ストリート|ロード|ビーチ|タワー|プラザ|マーケット|"
    r"ゲーム|システム|サービス|プロジェクト|プログラム|シリーズ|アルバム|レコード|ソフト|モデル|デザイン|ミュージック|ロック|ダンス|ジャズ|オペラ|ライブ|コンサート|ドラマ|アニメ|カントリー|レーベル|スクール|カレッジ|アカデミー|"
    r"コーポレーション|カンパニー|インターナショナル|ユナイテッド|ヘルス|ニュース|タイムズ|テレビ|ラジオ|ジャパン|アワード|プレジデント|ディレクター|プロデューサー|デビュー|デイ|ナイト|ワールド|ランド|ジム|カー|バイク|コメディアン|ラジオ|ベルト|"
    r"アン|オブ|オン|ライフ|ケア|ローン|リース|ファンド|パートナー|マネジャー|マネージャー|コスト|プラン|セット|タイプ|サイズ|オープン|アップ|ダウン|イン|アウト)"
)


def people(text: ReadText) -> Iterator[PrivateSpan]:
    """Each person that the words of the text tell of."""
    letters, starts, ends = _letters(text)
    for match in _NAMES.finditer(letters):
        start, end = match.span(match.lastgroup or 0)
        reign = _REIGN.match(text.text, ends[end - 1])
        span = PrivateSpan(starts[start], reign.end() if reign else ends[end - 1], PrivateKind.PERSON)
        if match.lastgroup == "joined":
            if _THING.fullmatch(text.text[span.start : span.end]):
                continue
            if told_of_firm(text.text, span.start, span.end):
                span = replace(span, kind=PrivateKind.FIRM)
        yield span


def _letters(text: ReadText) -> tuple[str, Sequence[int], Sequence[int]]:
    """One letter a word, `_` for white space between two, with the place where each begins and ends."""
    letters, starts, ends = [], list[int](), list[int]()
    word_ends = {word.end for word in text.words}
    for word in text.words:
        if ends and ends[-1] < word.start:
            letters.append("_")
            starts.append(ends[-1])
            ends.append(word.start)
        letters.append(_title(text.text, word, word_ends) or _letter(word))
        starts.append(word.start)
        ends.append(word.end)
    return "".join(letters), starts, ends


def _title(text: str, word: Word, word_ends: Set[int]) -> str:
    """T where a title or honorific begins with this word and ends with one (部|長, not 様|子), R for a post in a firm, F for one in a family; else nothing."""
    if word.pos[1] == "固有名詞":
        return ""
    for expression in (TITLE, _POSTS):
        match = expression.match(text, word.start)
        if match is not None and match.end() in word_ends:
            return "F" if is_family(match.group()) else "R" if _POST_IN_FIRM.match(match.group()) else "T"
    return ""


def _letter(word: Word) -> str:
    surface = word.surface
    if surface in _LINKS:
        return "L"
    if surface in _NO_NAMES:
        return "."
    if _OF_PLACES.fullmatch(surface):
        return "X"
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
    if word.pos[1] == "固有名詞":
        return "Q" if _NAME_LIKE.fullmatch(surface) else "O"
    if _KANJI.fullmatch(surface):
        return "C" if word.pos[0] == "名詞" else "."
    common = not _NAME_LIKE.fullmatch(surface) or surface in _NO_SURNAMES or is_department(surface)
    return "." if common else "M"
