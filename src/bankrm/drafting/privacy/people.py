"""Persons in running text: full names, names before a title, foreign names joined by ・, names that the dictionary knows.

Names are patterns over the letters of `person_letters`. The span holds the name alone, without title and honorific.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bankrm.drafting.privacy.firm_words import ends_like_a_firm, is_made_by, told_of_firm
from bankrm.drafting.privacy.person_letters import Letters, letters_of
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_REIGN = pattern(r"[0-9０-９一二三四五六七八九十]{1,2}世(?![紀帯代])")
_NO_COMPOUND = "(?![CUMKkAOQ])"  # a common word that goes on is a compound, no given name
_NATIVE = rf"S_S{_NO_COMPOUND}|S_?[Gg]+[CU]?|s[Gg]+[CU]?|[Ss]_?[CU]{{1,2}}{_NO_COMPOUND}|S[OQ](?![CUMKkAOQXG])|SK(?=[BTR]|$)|SH(?=B|$)|P_?G+|S|G+|gg+"
_FOREIGN = r"(?:[NKkAIU]|[PGS](?=L))(?:[L_]+[NKkAISGPCU]|(?<=L)[DOQ])*(?:LN|[L_]N)(?:L[DNKkAIOQ])*|N(?:_?[AI]L?)*_[AP]|N(?:L[DNKkAISGPCUOQ])*"
_NAMES = pattern(
    rf"(?P<posted>M(?=R)|Q(?=_?[RT]))"  # 大門|部長, 津田|様
    rf"|(?<=F)(?P<kin>[CgsU])(?=[.B]|$)"  # 三男|亮
    rf"|(?P<initialled>I(?:L+I)*L+[KkN](?:LI)?(?:L[KN])?)"  # J.L.ボニエ
    rf"|(?P<titled>(?:[SsGgNPCKkU]|(?<!_)A)(?:[L_]?[DSsGgNPCKkUAI])*)(?=_?[TRF])"
    rf"|(?<=J)[_L]?(?P<called>K(?:L[Kk])*|k(?:L[Kk])+|[SsGgP]?U{{1,2}}){_NO_COMPOUND}(?!X)"  # 歌手|徳山璉
    rf"|(?P<foreign>{_FOREIGN})(?!X)"
    rf"|(?P<native>{_NATIVE})(?!X)"
    rf"|(?P<joined>(?<![KkLAOQ])(?:K(?:L[DKk]){{0,3}}L[Kk]|k(?:Lk){{0,2}}LK(?:L[Kk])?))(?=[.BTRF_]|$)"
)
_THING = pattern(
    r".*(?:ズ|シティ|クラブ|グループ|フィルム|フィルムズ|ツアー|バンド|チーム|カップ|リーグ|ショー|コンテスト|フェスティバル|スタジアム|パーク|センター|ホール|シアター|ホテル|ストリート|ロード|ビーチ|タワー|プラザ|マーケット|"
    r"ゲーム|システム|サービス|プロジェクト|プログラム|シリーズ|アルバム|レコード|ソフト|モデル|デザイン|ミュージック|ロック|ダンス|ジャズ|オペラ|ライブ|コンサート|ドラマ|アニメ|カントリー|レーベル|スクール|カレッジ|アカデミー|"
    r"コーポレーション|カンパニー|インターナショナル|ユナイテッド|ヘルス|ニュース|タイムズ|テレビ|ラジオ|ジャパン|アワード|プレジデント|ディレクター|プロデューサー|デビュー|デイ|ナイト|ワールド|ランド|ジム|カー|バイク|コメディアン|ラジオ|ベルト|"
    r"アン|オブ|オン|ライフ|ケア|ローン|リース|ファンド|パートナー|マネジャー|マネージャー|コスト|プラン|セット|タイプ|サイズ|オープン|アップ|ダウン|イン|アウト)"
)


_OFFICE = pattern(r"(?:前任|後任|担当|上司|部下|同僚|先輩|後輩|窓口)者?の$")
_EASTERN = pattern(
    r"(?<![一-龥々])[金李朴崔鄭姜趙尹張林呉韓申徐権黄安宋柳洪王陳劉楊周孫馬朱胡郭何高羅梁曹許鄧馮蔡彭潘袁董余蘇葉呂魏蒋田杜丁沈薛孔白章薄][一-龥]{2}(?![一-龥々])"
)
_INITIALS = pattern(r"[A-Z]{2,5}")
_FOREIGN_NAME = pattern(r"[ァ-ヺー・＝=]+")


def people(text: ReadText) -> Iterator[PrivateSpan]:
    """Each person that the words of the text tell of."""
    letters = letters_of(text)
    yield from _by_letters(text, letters)
    yield from _of_the_east(text, letters)
    yield from _in_office(text, letters)


def _of_the_east(text: ReadText, letters: Letters) -> Iterator[PrivateSpan]:
    """Chinese and Korean names that no dictionary has: three characters by themselves, the first a surname, the rest no word (呉金川)."""
    for match in _EASTERN.finditer(text.text):
        inside = [i for i, start in enumerate(letters.starts) if match.start() <= start < match.end()]
        if not inside or letters.starts[inside[0]] != match.start() or letters.ends[inside[-1]] != match.end():
            continue
        cut = "".join(letters.text[i] for i in inside)
        if len(cut) == 3 or (len(cut) > 1 and cut[-1] in "UGg"):
            yield PrivateSpan(*match.span(), PrivateKind.PERSON)


def _in_office(text: ReadText, letters: Letters) -> Iterator[PrivateSpan]:
    """A surname that is a place's name too, behind who holds an office: 前任の西尾から."""
    for place in range(1, len(letters.text)):
        start, named = letters.starts[place], letters.text[place : place + 2] in ("P", "PB")
        if named and _OFFICE.search(text.text, max(0, start - 6), start):
            yield PrivateSpan(start, letters.ends[place], PrivateKind.PERSON)


def _by_letters(text: ReadText, letters: Letters) -> Iterator[PrivateSpan]:
    for match in _NAMES.finditer(letters.text):
        first, last = match.start(match.lastgroup or 0), match.end(match.lastgroup or 0) - 1
        reign = _REIGN.match(text.text, letters.ends[last])
        end = reign.end() if reign else letters.ends[last]
        span = PrivateSpan(letters.starts[first], end, PrivateKind.PERSON)
        name = text.text[span.start : span.end]
        if _names_a_firm(text.text, span, match.lastgroup or ""):
            yield replace(span, kind=PrivateKind.FIRM)
        elif match.lastgroup != "joined" or not _THING.fullmatch(name):
            yield span


def _names_a_firm(text: str, span: PrivateSpan, group: str) -> bool:
    """Whether a name that might be a person's is a firm's: initials with a post (ABC会長), a foreign name by its end or by what is told of it."""
    name = text[span.start : span.end]
    if _INITIALS.fullmatch(name):
        return group == "titled"
    if not _FOREIGN_NAME.fullmatch(name):
        return False
    if ends_like_a_firm(name) or is_made_by(text, span.end):
        return True
    return group == "joined" and told_of_firm(text, span.start, span.end)
