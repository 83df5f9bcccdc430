"""Sentences that speak to a machine and not to a person: instructions planted in a record, a mail or a document.

They are recognised by what no banker writes to another: that earlier instructions be ignored, what a program is to print, which verdict it is
to give, whose role it is to play; and by the marks with which chat programs tell their speakers apart. What people ask of people (請求書を必ず出力して
ください, 確認は省略してください, 振込の指示は無視してください) is none: what is asked must be of the draft, its verdict, a program or other clients.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences

_AI = r"(?:AI|LLM|GPT|ChatGPT|Copilot|(?:言語|生成)モデル|アシスタント|(?:チャット)?ボット|要約(?:者|機能|ツール|プログラム)|下書き(?:機能|作成者)|自動(?:要約|生成|作成))"
_MACHINE = rf"(?:{_AI}|プログラム|システム|モデル)"
_ORDERS = r"(?:指示|命令|プロンプト|ルール|制約|ガイドライン)"
_RULES = rf"(?:{_ORDERS}|設定|コンテキスト|文脈|注意事項)"
_OF_PEOPLE = r"(?:見積|振込|振替|送金|支払|入金|発注|納品|出荷|配送|解約|作業|注文|仕様|図面|価格)"  # what people give orders about
_BRUSQUE = r"(?:せよ|しろ|しなさい)"  # as no client speaks to the bank's staff
_ASKED = rf"(?:{_BRUSQUE}|して(?:ください|下さい)|すること)"
_VERDICT = r"(?:根拠あり|支持|検証済み?|supported|approved|verified|true)"
_FINDING = rf"(?:{_VERDICT}|正しい|承認済み?|問題なし|適合|安全)"
_DRAFT = r"(?:要約|下書き|生成文|出力文)"
_JAPANESE = (
    rf"(?:以前|これまで|これ以前|ここまで|上記|上の|前(?:述)?の|先(?:の|ほどの)|既存の|元の|今までの|すべての|全ての|システムの|いかなる){{1,3}}(?![^。、]{{0,8}}{_OF_PEOPLE})[^。、]{{0,8}}{_RULES}(?:を|は|には|に)[^。]{{0,8}}(?:無視|忘れ|破棄|無効|従わ|上書き)",
    rf"(?:^|[、。「『\s])(?![^、。]{{0,16}}{_OF_PEOPLE})[^、。「」]{{0,16}}{_ORDERS}(?:を|は)(?:すべて|全て|完全に|一切)?(?:無視|忘れ)(?:{_BRUSQUE}|して(?:ください|下さい|、)|し、|ろ|なさい)",
    rf"(?:「[^「」]{{0,80}}」|『[^『』]{{0,80}}』|その文|[A-Za-z]+)と(?:だけ|のみ)(?:を)?(?:出力|表示|回答|返答|応答|生成){_ASKED}",
    rf"(?:以下|次の(?:文|内容|とおり|通り)|その文)(?:と|を)?(?:だけ|のみ)(?:と|を|で)?(?:出力|応答|生成){_ASKED}",
    rf"と、?(?:出力|生成){_ASKED}|(?:だけ|のみ)(?:を)?(?:出力|生成){_BRUSQUE}|(?:そのまま|必ず)、?(?:出力|生成){_BRUSQUE}",
    rf"(?:次|以下|こ)の(?:文章?|テキスト|内容)を(?:そのまま|必ず)、?(?:出力|生成){_ASKED}",
    rf"{_VERDICT}[」』\"”']?(?:と|として|に)(?:判定|分類|出力|表示|記載|マーク|評価|扱|ラベル|設定|変更)[^。]{{0,4}}?(?:{_ASKED}|え(?=[。」]|$))",
    rf"{_FINDING}[」』\"”']?(?:と|として|に)(?:(?:判定|分類|出力|マーク|ラベル)[^。]{{0,4}}?{_ASKED}|(?:表示|記載|評価|扱|設定|変更)[^。]{{0,4}}?(?:{_BRUSQUE}|え(?=[。」]|$)))",
    rf"(?:これを|この(?:文書|文章|メール|資料|記録|テキスト|文|メッセージ|ファイル)を)(?:読(?:む|んだ|んでいる)|要約(?:する|した|している)|処理(?:する|した|している)|解析(?:する|した))(?:{_AI}|{_MACHINE}へ[:：、])",
    rf"{_AI}(?:への|に対する|に向けた|へ[:：、]|宛の?|向け(?:の)?)(?:の)?(?:追加の?|重要な?|特別な?|隠し)?{_ORDERS}|{_AI}へ[:：、]|{_MACHINE}(?:への|に対する|宛の?)(?:追加の?|重要な?|特別な?|隠し)?(?:指示|命令)[:：]",
    rf"(?:あなた|君|お前|貴方)(?:は|の役割は|は今から|は今後)[^。]{{0,16}}{_MACHINE}(?:です|だ|である|として|。|$)",
    rf"{_AI}(?:として|になりきって|の役割|の立場)[^。]{{0,12}}(?:振る舞|回答|行動|答え|演じ)",
    r"(?:(?:システム|内部|初期|隠し)プロンプト|(?:システム|隠し)(?:指示|命令))(?:を|の(?:内容|全文)を?)[^。]{0,8}(?:表示|出力|開示|教え|公開|見せ)",
    rf"{_DRAFT}(?:に|には|では|で)[^。]{{0,24}}(?:含め|入れ|書か|触れ|言及し|記載し|出力し)(?:るな|ないこと|ないでください|てはならない|ず(?:に)?(?:、|出力|生成))",
    rf"(?:{_DRAFT}(?:に|には)(?:必ず|「[^」]*」と|次の文を)|出力(?:に|には)(?:「[^」]*」と|次の文を))[^。]{{0,24}}(?:含め|入れ|書[けくき]|記載|追加)(?:よ|ろ|せよ|しろ|しなさい|なさい|て(?:ください|下さい)|して(?:ください|下さい)|すること|ること|る)",
    rf"(?:{_DRAFT}|根拠|出力|文書|事実)(?:の|に対する)?(?:検査|確認|チェック|審査|検証|判定|承認)(?:を|は)(?:すべて|全て)?(?:省略|スキップ|回避|迂回|飛ばし){_ASKED}",
    rf"(?:他|ほか|別|すべて|全て)の(?:取引先|顧客|お客(?:さ)?ま|企業)の(?:情報|データ|記録|名簿|一覧|残高)(?:を|も)[^。]{{0,10}}(?:表示|出力|列挙|開示|転記){_ASKED}",
)
_ENGLISH = (
    r"\b(?:ignore|disregard|forget|override|bypass)\b(?! (?:my|our)\b)[^.。\n]{0,40}\b(?:instructions?|prompts?|rules?|context|guidelines?|(?:everything|all|text) above)\b",
    r"\byou are (?:now )?(?:an? |the )?(?:ai|assistant|chatgpt|gpt|language model|dan|system|summari[sz]er)\b",
    r"\b(?:system|developer) (?:prompt|message|mode)\b|\bjailbreak\b|\bprompt injection\b",
    r"\b(?:mark|label|classify|rate|treat|judge|report|output|verdict)\b[^.\n]{0,40}\b(?:as )?(?:supported|approved|verified|contradicted|unsupported)\b",
    r"\b(?:respond|reply|answer|output|print|write|return)\b (?:only|exactly)\b(?! (?:to|by|if|when|after)\b)|\b(?:respond|reply|answer|output) (?:with|as) [\"'“]|\boutput the\b",
    r"\b(?:do not|don't|never) (?:mention|output|cite)\b",
    r"\bnew instructions? ?:|\bact as (?:an? |the )?(?:ai|assistant|system|model|dan|chatgpt)\b|\bpretend (?:to be|you)\b",
)
_MARKS = (
    r"<\|?/?(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id|instruction|prompt)\|?>",
    r"\[/?INST\]|<<\/?SYS>>|#{2,}\s*(?:instruction|system|assistant|user|指示|命令|システム)",
    r"(?m)^\s*(?:system|assistant|user|human|developer)\s*[:：]",
    r"[\"'](?:role|system_prompt)[\"']\s*:\s*[\"']",
    r"(?:BEGIN|END|START) (?:SYSTEM|PROMPT|INSTRUCTIONS?)",
)
_PLANTED = pattern("|".join(f"(?:{one})" for one in (*_JAPANESE, *_ENGLISH)), re.IGNORECASE)
_MARK = pattern("|".join(f"(?:{one.removeprefix('(?m)')})" for one in _MARKS), re.IGNORECASE | re.MULTILINE)
_INVISIBLE = {ord(char): None for char in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u202a\u202b\u202c\u202d\u202e"}  # fmt: skip


@lru_cache(maxsize=4096)  # the same pieces are asked about for every statement that cites them
def instructions(text: str) -> tuple[tuple[int, int], ...]:
    """Spans (code points) of the sentences that instruct a machine, in order; full width, and characters that nobody sees, hide none."""
    return tuple(
        span for start, end in sentences(text) if _instructs(text[start:end]) for span in _narrowed(text, start, end)
    )


_INNER = re.compile(r"[^。！？「」『』]+[。！？]?")


def _narrowed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Those of the sentences quoted inside one that instruct; the whole where none does by itself."""
    inner = [match.span() for match in _INNER.finditer(text, start, end) if _instructs(match.group())]
    yield from inner or [(start, end)]


def _instructs(sentence: str) -> bool:
    plain = unicodedata.normalize("NFKC", sentence).translate(_INVISIBLE)
    return bool(_MARK.search(plain) or _PLANTED.search(plain.rstrip("。.!！ 」』")))


def without_instructions(text: str) -> str:
    """The text with those sentences blanked out, as long as before."""
    for start, end in instructions(text):
        text = text[:start] + "\u3000" * (end - start) + text[end:]
    return text
