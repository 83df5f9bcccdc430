"""What a statement speaks of, and which of it nothing in the evidence bears out.

A record is told in other words: who said it, how far it is, that it was asked or answered are the words of the one who reports, and need
not stand in the record. The things that are told of must: each noun that names one needs a counterpart in a piece. Verbs are not asked for,
since hardly any two people tell a deed with the same one; what figures are said of, other layers ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.words import words

_TOLD = "話す 述べる 語る 言う 説明 伝える 伝わる 回答 答える 答え 返答 返事 聞く 聞こえる 伺う 尋ねる 考える 思う 見る 上げる 挙がる 触れる 示す 評する 明かす 付け加える 加える 寄せる 提示 報告 連絡 打診 相談 確認 検討 検討中 希望 望む 予想 想定 願う 願い 求める 依頼 提出 記載 言及 該当 面談 訪問 電話 来店 設定 案内 約束 予告 知らせ 知らせる 通知 引き受ける 発言 言い方 感じる 申し出る 申し出 申し入れる 申し入れ 指摘 認識 判断 口 耳 目"
_STANDING = "状態 状況 様子 意向 模様 段階 記録 談 旨 要旨 件 点 話 案 一案 選択肢 方 方向 見通し 見込み 見込む 予定 計画 考え 姿勢 方針 意見 見方 立場 理由 原因 要因 背景 根拠 材料 影響 変化 課題 難点 条件 期限 時期 内容 結果 要否 有無 必要 可能 可能性 実際 最中 対象 前提 当初 範囲 一杯 いっぱい 積もり 気 気持ち 場合 程度 通り 順 どう 何 誰 どれ 心配 懸念 好む 次第 しだい ほう 保留 秘匿 未確認 未定 新た 同様 同じ 異なる 違う 違い 以外 一部 順番 順序 期日 金額 言葉 言葉どおり 線 頭 成り行き 主 主な 直ちに 早い 急ぐ 弱 強"
_TURNING = "付く 就く 対する 対し 関する 巡る めぐる 於く 因る よる 拠る 依る 従う 基づく 一方 伴う 含む 含める 除く 限る 経る 過ぎる 掛ける 掛かる 兼ねる 至る 続く 続ける 変わる 残る 残す 進む 進める 出る 出す 成る 得る 占める 迎える 分かれる 留まる 止まる 止める 留める 受ける 来る 行く 行う 持つ 置く 付ける 設ける 決まる 決める 済み 済む 当たる 図る"
_PLACES = "前日 当日 同日 翌日 前月 当月 翌月 翌週 同月 晩 朝 上 うえ 今 今回 現在 現時点 時点 当面 未だ 既に 全く 一切 後 前 時 頃 以後 以降 其の後 その後 翌 次 先 上 下 内 中 間 際 折 他 外 ほか 残り 合計 総額 総計 内訳 全体 双方 両方 片方 何れ 其れ其れ 本人 自身 自社 自己 当行 当方 先方 同社 当社 同行 弊行 銀行 席 月 年 日 毎月 毎年 年間 期間 期 前期 当期 比 比べる 比較 比率 割合 増 減 額 高 数 割 率 分 当たり 前後 約 くらい 以上 以下 超 概ね 上がる 下がる 増える 減る 低い 高い 長い 短い 大きい 小さい 多い 少ない 広い 狭い 資金 費用 価格 物件 書 表 化 的 性 氏 側 達 付き 待ち 向け 用"
FRAMING = frozenset(f"{_TOLD} {_STANDING} {_TURNING} {_PLACES}".split())
"""Words of the one who reports, in normalised form: of telling, of how far a matter is, of turning a sentence, of place and amount."""

_LETTER = pattern(r"[ぁ-ん]{1,2}|[0-9０-９]+.?")
_HELD = 0.5  # share of a word from which it stands


def unborne(case: Case) -> float:
    """How many things nothing bears out, in the clause with the most; a compound is one, and half of one where a part of it stands.
    Headings and marks are no part of it; what a clause works out it names in words of its own."""
    clauses = (part.tokens for part in case.own_words.parts() if not case.own_words.works_out(part.tokens))
    return max((_of_clause(case, tokens) for tokens in clauses), default=0.0)


def _of_clause(case: Case, tokens: Sequence[Token]) -> float:
    return sum(_lost(case, matter) for matter in _matters(case, tokens) if not _is_act(case, matter[-1]))


def _matters(case: Case, tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Verbs, and runs of nouns without anything between."""
    run: list[Token] = []
    marks = [match.span() for match in _MARK.finditer(case.own_words.reading.text)]
    for token in tokens:
        if token.role is not Role.WORD or any(a <= token.start < b for a, b in marks):
            continue
        if run and not (token.start == run[-1].end and _is_noun(case, token) and _is_noun(case, run[-1])):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


_MARK = pattern(r"^[^:：。「]{1,20}[:：]|〔[^〔〕]*〕")  # a heading, a mark of certainty or confidence
_NOUNS = frozenset({"名詞", "形状詞", "接頭辞", "接尾辞"})
_NOUN = ("名詞", "普通名詞", "一般")


def _part_of_speech(case: Case, token: Token) -> tuple[str, ...]:
    """That of the word which begins there; a noun where it is read as another word's part."""
    return _parts_of_speech(case.own_words.reading.text).get(token.start, _NOUN)


@lru_cache(maxsize=64)
def _parts_of_speech(text: str) -> dict[int, tuple[str, ...]]:
    return {word.start: word.pos for word in words(text)}


def _is_noun(case: Case, token: Token) -> bool:
    return _part_of_speech(case, token)[0] in _NOUNS


def _is_act(case: Case, head: Token) -> bool:
    """Whether what the word names is done: a verb, an adjective, a noun that する makes a verb."""
    part_of_speech = _part_of_speech(case, head)
    return part_of_speech[0] not in _NOUNS or part_of_speech[2] == "サ変可能"


def _lost(case: Case, matter: Sequence[Token]) -> float:
    telling = [token for token in matter if _has_to_stand(case, token)]
    lost = sum(all(case.laid_out.holds(token, piece) < _HELD for piece in case.pieces) for token in telling)
    return 0.0 if not lost else 1.0 if lost == len(telling) else 0.5


def _has_to_stand(case: Case, token: Token) -> bool:
    surface = case.own_words.reading.surface(token)
    framing = token.key in FRAMING or surface in FRAMING or _LETTER.fullmatch(surface)
    return not framing and case.laid_out.counts(token)
