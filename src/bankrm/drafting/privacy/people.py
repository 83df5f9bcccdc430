"""Persons in running text: full names, names before a title, foreign names joined by ・, names that the dictionary knows.

Names are patterns over the letters of `person_letters`. The span holds the name alone, without title and honorific.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bankrm.drafting.privacy.firm_words import told_of_firm
from bankrm.drafting.privacy.person_letters import letters_of
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_REIGN = pattern(r"[0-9０-９一二三四五六七八九十]{1,2}世(?![紀帯代])")
_NO_COMPOUND = "(?![CUMKkAOQ])"  # a common word that goes on is a compound, no given name
_NATIVE = (
    rf"S_S{_NO_COMPOUND}|S_?[Gg]+[CU]?|s[Gg]+[CU]?|[Ss]_?[CU]{{1,2}}{_NO_COMPOUND}|S[OQ](?![CUMKkAOQXG])|P_?G+|S|G+|gg+"
)
_FOREIGN = r"(?:[NKkAIU]|[PGS](?=L))(?:[L_]+[NKkAISGPCU]|(?<=L)[OQ])*(?:LN|[L_]N)(?:L[NKkAIOQ])*|N(?:L[NKkAISGPCUOQ])*"
_NAMES = pattern(
    rf"(?P<posted>M(?=R)|Q(?=_?[RT]))"  # 大門|部長, 津田|様
    rf"|(?<=F)(?P<kin>[CgsU])(?=[.]|$)"  # 三男|亮
    rf"|(?P<initialled>I(?:L+I)*L+[KkN](?:LI)?(?:L[KN])?)"  # J.L.ボニエ
    rf"|(?P<titled>(?:[SsGgNPCKkU]|(?<!_)A)(?:[L_]?[SsGgNPCKkUAI])*)(?=_?[TRF])"
    rf"|(?<=J)[_L]?(?P<called>K(?:L[Kk])*|k(?:L[Kk])+|[SsGgP]?U{{1,2}}){_NO_COMPOUND}(?!X)"  # 歌手|徳山璉
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
    letters = letters_of(text)
    for match in _NAMES.finditer(letters.text):
        first, last = match.start(match.lastgroup or 0), match.end(match.lastgroup or 0) - 1
        reign = _REIGN.match(text.text, letters.ends[last])
        end = reign.end() if reign else letters.ends[last]
        span = PrivateSpan(letters.starts[first], end, PrivateKind.PERSON)
        if match.lastgroup == "joined":
            if _THING.fullmatch(text.text[span.start : span.end]):
                continue
            if told_of_firm(text.text, span.start, span.end):
                span = replace(span, kind=PrivateKind.FIRM)
        yield span
