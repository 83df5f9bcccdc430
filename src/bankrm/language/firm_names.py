"""Names of firms: one key for every way to write the same firm's name.

The legal form and its place (前株, 後株), width, case, spaces, ・ and old characters do not tell firms apart; everything else does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bankrm.language.patterns import pattern
from bankrm.language.words import words

# Old and variant characters of names beside the usual one, in pairs; those that NFKC unifies are not listed.
_VARIANTS = (
    "髙高﨑崎𠮷吉濵浜濱浜邊辺邉辺齊斉齋斎澤沢廣広國国德徳惠恵榮栄龍竜瀧滝關関眞真櫻桜藏蔵壽寿實実寶宝條条澁渋淺浅嶽岳嶋島冨富穗穂"
    "彌弥禮礼圓円繩縄鐵鉄鐡鉄萬万與与來来靜静黑黒會会學学縣県區区應応團団圖図增増對対戶戸收収數数樓楼橫横歐欧濟済燒焼狹狭當当發発"
    "盡尽碎砕稻稲總総聲声舊旧藝芸藥薬號号證証豐豊賴頼邨村醫医釀醸鑛鉱險険雜雑靈霊顯顕驛駅髮髪鷄鶏麥麦鹽塩點点"
)
_OLD_TO_NEW = {ord(old): new for old, new in zip(_VARIANTS[::2], _VARIANTS[1::2], strict=True)}

_SHORT_FORMS = {
    "株式会社": "株 カ",
    "有限会社": "有 ユ",
    "合同会社": "同 ド",
    "合資会社": "資 シ",
    "合名会社": "名 メ",
    "相互会社": "相 ソ",
    "一般社団法人": "一社",
    "公益社団法人": "公社",
    "社団法人": "社",
    "一般財団法人": "一財",
    "公益財団法人": "公財",
    "財団法人": "財",
    "医療法人社団": "医社",
    "医療法人財団": "医財",
    "社会医療法人": "社医",
    "医療法人": "医 イ",
    "社会福祉法人": "福 フク",
    "学校法人": "学 ガク",
    "宗教法人": "宗 シュウ",
    "特定非営利活動法人": "特非 トクヒ",
    "農事組合法人": "農",
    "税理士法人": "税",
    "弁護士法人": "弁",
    "監査法人": "監",
}
_OTHER_WORDS = {"npo法人": "特定非営利活動法人"}
_FORM_BY_SHORT = {short: form for form, shorts in _SHORT_FORMS.items() for short in shorts.split()}
_FORM_WORDS = "|".join(sorted([*_SHORT_FORMS, *_OTHER_WORDS], key=len, reverse=True))
_FORM_SHORTS = "|".join(sorted(_FORM_BY_SHORT, key=len, reverse=True))
_FORM = pattern(
    rf"(?P<word>{_FORM_WORDS})|\((?P<short>{_FORM_SHORTS})\)|^(?P<kana>{_FORM_SHORTS})\)|\((?P<last>{_FORM_SHORTS})$"
)
FORM_IN_TEXT = pattern(rf"{_FORM_WORDS}|(?i:NPO法人)|株式會社|有限會社|[㈱㈲㈳㈶㈻]|[(（](?:{_FORM_SHORTS})[)）]")
_FORM_AT_EDGE = pattern(rf"^(?:{FORM_IN_TEXT.pattern})|(?:{FORM_IN_TEXT.pattern})$")

_SHORTENED = (
    ("信用金庫", "信金"),
    ("信用組合", "信組"),
    ("農業協同組合", "農協"),
    ("漁業協同組合", "漁協"),
    ("ホールディングス", "hd"),
)
_IGNORED = pattern(r"[\s・･.,,、。'’`\"“”]+")
HONORIFIC = pattern(r"(?:さん|様|さま|殿|御中)$")

# What a firm is, at the end of its name: short forms leave it out when the firm is spoken of politely (潮見銀行 → 潮見さん).
_BANK_KINDS = "銀行 信用金庫 信金 信用組合 信組 農協 農業協同組合 漁協 漁業協同組合 公庫 金庫 労金 労働金庫 信託 証券 生命 損保 火災 海上 信用保証協会 保証協会"
_TRADE_KINDS = (
    "製作所 工作所 鉄工所 製造所 研究所 工務店 商店 商事 商会 物産 産業 工業 興業 興産 建設 建築 建材 設備 精機 精工 精密 電機 電器 電子 電気 電設 電工 機械 "
    "機工 機器 鉄工 鉄鋼 鋼業 金属 金型 化成 化学 樹脂 化工 紙業 紙器 印刷 食品 製菓 製麺 製パン 製薬 薬品 酒造 醸造 水産 青果 畜産 農園 農場 牧場 林業 木材 製材 "
    "運輸 運送 物流 倉庫 交通 観光 旅館 不動産 地所 住宅 住建 薬局 医院 病院 歯科 クリニック 繊維 織物 縫製 染工 硝子 陶器 窯業 石材 石油 燃料 瓦斯 ガス 自動車 "
    "モータース オート ホーム フーズ テック システム システムズ サービス ホールディングス hd グループ"
)
BANK_KINDS = tuple(_BANK_KINDS.split())
TRADE_KINDS = tuple(_TRADE_KINDS.split())
_KIND = pattern(rf"(?<=..)(?:{'|'.join(sorted([*BANK_KINDS, *TRADE_KINDS], key=len, reverse=True))})\Z")


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm that is known: its name, its reading (kana) and other names it goes by."""

    name: str
    reading: str = ""
    aliases: tuple[str, ...] = ()


_FORMS_READ = (
    "カブシキ[ガカ]イシャ ユウゲン[ガカ]イシャ ゴウドウ[ガカ]イシャ ゴウシ[ガカ]イシャ ゴウメイ[ガカ]イシャ イリョウホウジン(?:シャダン|ザイダン)? "
    "シャカイフクシホウジン ガッコウホウジン シュウキョウホウジン トクテイヒエイリカツドウホウジン (?:イッパン|コウエキ)?(?:シャダン|ザイダン)ホウジン ノウジクミアイホウジン"
)
_FORM_READ = pattern("|".join(f"^(?:{form})|(?:{form})$" for form in _FORMS_READ.split()))


def fold_name(name: str) -> str:
    """The name without width, case and old characters; white space stays."""
    return unicodedata.normalize("NFKC", name).translate(_OLD_TO_NEW).casefold()


def usual_letters(text: str) -> str:
    """The text as long as it is, with the usual character for each old one (髙 → 高): a dictionary knows 高橋."""
    return text.translate(_OLD_TO_NEW)


def to_hiragana(text: str) -> str:
    """Katakana as hiragana, by code point; everything else as it is."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def reading_without_form(reading: str) -> str:
    """A firm's reading without that of its legal form: カブシキガイシャキリナリカン → キリナリカン."""
    return _FORM_READ.sub("", reading.strip()).strip(" 　・")


def shown_reading(reading: str) -> str:
    """A firm's reading as it stands beside its name: in hiragana, without the legal form (なぎはませいき)."""
    bare = reading_without_form(unicodedata.normalize("NFKC", reading))
    return to_hiragana(bare or reading)


def short_name(name: str) -> str:
    """A firm's name where there is little room: without its legal form (株式会社霧鳴館 → 霧鳴館); the name where that is all of it."""
    return _FORM_AT_EDGE.sub("", name.strip()).strip(" 　") or name


@lru_cache(maxsize=16384)
def firm_key(name: str) -> str:
    """What two spellings of one firm's name share; empty where nothing but a legal form is given."""
    key = _IGNORED.sub("", _FORM.sub("", _joined(name)))
    for long, short in _SHORTENED:
        key = key.replace(long, short)
    return key


def firm_form(name: str) -> str:
    """The legal form in full (（株） → 株式会社), empty where the name has none."""
    match = _FORM.search(_joined(name))
    if not match:
        return ""
    word = match["word"]
    return _OTHER_WORDS.get(word, word) if word else _FORM_BY_SHORT[match["short"] or match["kana"] or match["last"]]


def firm_stem(name: str) -> str:
    """The part of the key that a short form keeps (潮見銀行 → 潮見), the whole key where nothing may be left out."""
    key = firm_key(name)
    match = _KIND.search(key)
    return key[: match.start()] if match else key


def same_firm(one: str, other: str) -> bool:
    """Whether two spellings name the same firm: by key, by reading where one is in kana, by short form with さん.

    Two different legal forms are two firms; a name without any may be either.
    """
    forms = {firm_form(one), firm_form(other)} - {""}
    if len(forms) > 1:
        return False
    (one, polite), (other, also_polite) = _without_honorific(one), _without_honorific(other)
    one_key, other_key = firm_key(one), firm_key(other)
    if not one_key or not other_key:
        return False
    if (
        one_key == other_key
        or (polite and one_key == firm_stem(other))
        or (also_polite and other_key == firm_stem(one))
    ):
        return True
    return (_is_kana(one_key) or _is_kana(other_key)) and firm_reading(one) == firm_reading(other)


@lru_cache(maxsize=16384)
def firm_reading(name: str) -> str:
    """The key in hiragana, as the dictionary reads it."""
    key = firm_key(name)
    return to_hiragana(
        key if _is_kana(key) else "".join(w.surface if _is_kana(w.surface) else w.reading for w in words(key))
    )


def _without_honorific(name: str) -> tuple[str, bool]:
    bare = HONORIFIC.sub("", name.strip())
    return bare, bare != name.strip()


def _joined(name: str) -> str:
    return "".join(fold_name(name).split())


def _is_kana(text: str) -> bool:
    return bool(re.fullmatch(r"[ぁ-ゖァ-ヺー]+", text))
