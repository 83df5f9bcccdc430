"""Sentences that speak to a machine and not to a person: instructions planted in a record, a mail or a document.

They are recognised by what no banker writes to another: that earlier instructions be ignored, what a program is to print, which verdict it is
to give, whose role it is to play; and by the marks with which chat programs tell their speakers apart. What people ask of people (請求書を出力して
ください, 本部の指示を仰ぐ) is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences

_MACHINE = r"(?:AI|LLM|GPT|ChatGPT|Copilot|(?:言語|生成)モデル|(?:生成|対話)AI|アシスタント|チャットボット|ボット|プログラム|システム|モデル|要約(?:者|機能|ツール)|下書き(?:機能|作成者)|自動(?:要約|生成|作成))"
_RULES = r"(?:指示|命令|プロンプト|ルール|制約|設定|コンテキスト|文脈|注意事項|ガイドライン)"
_VERDICT = r"(?:根拠あり|支持|正しい|承認済み?|問題なし|適合|検証済み?|安全|supported|approved|verified|true)"
_JAPANESE = (
    rf"(?:以前|これまで|これ以前|ここまで|上記|上の|前(?:述)?の|先(?:の|ほどの)|既存の|元の|今までの|すべての|全ての|システムの|いかなる){{1,3}}[^。、]{{0,8}}{_RULES}(?:を|は|には|に)[^。]{{0,8}}(?:無視|忘れ|破棄|無効|取り消|従わ|上書き)",
    rf"{_RULES}(?:を|は)(?:すべて|全て|完全に|一切)?(?:無視|忘れ|破棄|上書き)(?:せよ|しろ|しなさい|して(?:ください|下さい|、)|し、|ろ|なさい)",
    r"(?:「[^」]*」|『[^』]*』|以下|次の(?:文|内容|とおり|通り)|その文|[A-Za-z]+)(?:と|を)?(?:だけ|のみ)(?:と|を|で)?(?:出力|表示|回答|返答|応答|生成)(?:せよ|しろ|しなさい|して(?:ください|下さい)|すること)",
    r"(?:と|だけ(?:を)?|のみ(?:を)?|そのまま|必ず)、?(?:出力|生成)(?:せよ|しろ|しなさい|して(?:ください|下さい)|すること)",
    rf"{_VERDICT}[」』\"”']?(?:と|として|に)(?:判定|分類|出力|表示|記載|マーク|評価|扱|ラベル|設定|変更)[^。]{{0,4}}?(?:せよ|しろ|しなさい|して(?:ください|下さい)|すること|え(?=[。」]|$))",
    rf"(?:これを|この(?:文書|文章|メール|資料|記録|テキスト|文|メッセージ|ファイル)を)(?:読(?:む|んだ|んでいる)|要約(?:する|した|している)|処理(?:する|した|している)|解析(?:する|した)){_MACHINE}",
    rf"{_MACHINE}(?:への|に対する|に向けた|へ[:：、]|宛の?|向け(?:の)?)(?:の)?(?:追加の?|重要な?|特別な?|隠し)?{_RULES}",
    rf"(?:あなた|君|お前|貴方)(?:は|の役割は|は今から|は今後)[^。]{{0,16}}{_MACHINE}",
    rf"{_MACHINE}(?:として|になりきって|の役割|の立場)[^。]{{0,12}}(?:振る舞|回答|行動|答え|演じ)",
    r"(?:システム|内部|初期|隠し)(?:プロンプト|指示|命令)(?:を|の(?:内容|全文)を?)[^。]{0,8}(?:表示|出力|開示|教え|公開|見せ)",
    r"(?:要約|下書き|出力|回答|記述|文書)(?:に|には|では|で)[^。]{0,24}(?:含め|入れ|書か|触れ|言及し|記載し|出力し)(?:るな|ないこと|ないでください|てはならない|ず(?:に)?(?:、|出力|生成))",
    r"(?:要約|下書き|出力|回答)(?:に|には)(?:必ず|「[^」]*」と|次の文を)[^。]{0,24}(?:含め|入れ|書[けくき]|記載|追加)(?:よ|ろ|せよ|しろ|しなさい|なさい|て(?:ください|下さい)|して(?:ください|下さい)|すること|ること|る)",
    r"(?:検査|確認|チェック|審査|検証|判定|承認)(?:を|は)(?:すべて|全て)?(?:省略|スキップ|回避|迂回|飛ばし)(?:せよ|しろ|しなさい|して(?:ください|下さい)(?=。|$)|すること)[^。]*$",
)
_ENGLISH = (
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.。\n]{0,40}\b(?:instructions?|prompts?|rules?|messages?|context|guidelines?|above|previous(?:ly)?)\b",
    r"\byou are (?:now )?(?:an? |the )?(?:ai|assistant|chatgpt|gpt|language model|helpful|dan|system|summari[sz]er)\b",
    r"\b(?:system|developer) (?:prompt|message|mode)\b|\bjailbreak\b|\bprompt injection\b",
    r"\b(?:mark|label|classify|rate|treat|judge|report|output|verdict)\b[^.\n]{0,40}\b(?:as )?(?:supported|approved|verified|contradicted|unsupported)\b",
    r"\b(?:respond|reply|answer|output|print|write|return)\b(?: only| exactly| with| as| in| the){1,3}[^.\n]{0,60}",
    r"\b(?:do not|don't|never) (?:mention|reveal|disclose|tell|include|output|cite|quote)\b",
    r"\b(?:new|updated|additional|following) instructions?\b ?:|\bact as (?:an? |the )?\w+|\bpretend (?:to be|you)\b",
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
