"""Numbers that stand for somebody, known by form, check digit and the words before them; and mail addresses.

Check digits: 法人番号 by 法人番号の指定等に関する省令 第2条, 個人番号 by 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令 第8条 and
its order, cards by ISO/IEC 7812-1 (Luhn).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bankrm.domain.clients import is_corporate_number
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_SEP = r"[-ー―‐・. ]"
_NO_AMOUNT = r"(?!\d|[,.]\d|\s?(?:円|千円|万|百万|億|株|件|個|名(?!義)|台|人|%|口(?!座)|冊|枚))"
_TOLD = r"\s?(?:番号|コード|No\.?|NO\.?|№|#)?(?:は|が)?[\s::=()「『]*"

_MAIL = pattern(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_THIRTEEN = pattern(rf"(?<![\d-])T?\d(?:{_SEP}?\d{{4}}){{3}}{_NO_AMOUNT}")
_TWELVE = pattern(rf"(?<![\d-])\d{{4}}(?:{_SEP}?\d{{4}}){{2}}{_NO_AMOUNT}(?!{_SEP}\d{{4}})")
_CARD = pattern(rf"(?<![\d-])(?:\d{{4}}(?:{_SEP}?\d{{4}}){{3}}|\d{{4}}{_SEP}?\d{{6}}{_SEP}?\d{{4,5}}){_NO_AMOUNT}")
_TOLD_CORPORATE = pattern(rf"(?:法人|登録){_TOLD}(T?\d[\d -]{{11,16}}\d)")
_TOLD_MY_NUMBER = pattern(rf"(?:マイナンバー|個人番号){_TOLD}(\d[\d -]{{10,14}}\d)")
_TOLD_CARD = pattern(rf"カード{_TOLD}(\d[\d -]{{11,18}}\d)")
_KINDS_OF_ACCOUNT = "普通|当座|貯蓄|定期|通知|積立|納税準備|別段"
_ACCOUNT = pattern(
    rf"(?:(?:{_KINDS_OF_ACCOUNT})(?:預金|預|口座)?|口座|預金|融資|貸付|証書){_TOLD}(?:(?:{_KINDS_OF_ACCOUNT})(?:預金|預)?{_TOLD})?(\d{{3}}-\d{{6,8}}|\d{{6,8}}|\d{{3}}-?\d{{4}}){_NO_AMOUNT}"
)
_COUNTER_OF_MONEY = r"(?!\d|[,.]\d|\s?(?:円|千円|万|百万|億))"
_SEVEN_OF_ACCOUNT = pattern(  # whatever is counted behind it: 口座番号1234567名
    rf"(?:口座番号|(?:普通|当座|貯蓄)(?:預金|預|口座)?){_TOLD}(\d{{7}}){_COUNTER_OF_MONEY}"
)
_LICENCE = pattern(rf"免許証?の?{_TOLD}第?(\d{{12}}|\d{{4}}(?:{_SEP}\d{{4}}){{2}})(?!\d)")
_PASSPORT = pattern(rf"(?:旅券|パスポート)の?{_TOLD}([A-Z]{{2}}\d{{7}})(?!\d)")
_HOLDER = r"名義人?(?:は|が)?[\s::=]*"
_FIRM_HOLDER = pattern(rf"{_HOLDER}([カユド]\)[ァ-ヶー ]*[ァ-ヶー]|[ァ-ヶー][ァ-ヶー ]*\([カユド]\)?)")
_HOLDER_IN_KANA = pattern(r"名義人?(?:は|[\s::=])\s?([ァ-ヶー]{2,}(?:\s[ァ-ヶー]{2,})?)(?![ァ-ヶー(])")
_POST_BANK = pattern(rf"記号{_TOLD}(\d{{5}}(?:-\d)?)(?:[^\d。]{{0,6}}番号{_TOLD}(\d{{6,8}}))?{_NO_AMOUNT}")
_BRANCH = pattern(rf"(?:店番|店舗|支店(?=番号|コード)){_TOLD}(\d{{3}}){_NO_AMOUNT}")
_CLIENT = pattern(
    rf"(?:CIF|顧客|取引先(?=番号|コード|No|№)|お?客様(?=番号|コード|No|№)|お客さま(?=番号|コード|No|№)|管理(?=番号)){_TOLD}(?:\d{{3}}-)?([A-Z]?\d{{5,10}}){_NO_AMOUNT}"
)
_BRANCH_AND_CIF = pattern(rf"(?<![\d-])\d{{3}}-\d{{7}}{_NO_AMOUNT}(?!-)")


def numbers(text: ReadText) -> Iterator[PrivateSpan]:
    """Mail addresses, driving licences and passports, 法人番号, マイナンバー, cards, accounts with their branch and holder, and client numbers."""
    yield from _spans(
        text, ((_MAIL, 0, PrivateKind.MAIL), (_LICENCE, 1, PrivateKind.IDENTITY), (_PASSPORT, 1, PrivateKind.IDENTITY))
    )
    for expression, holds, kind in (
        (_THIRTEEN, is_corporate_number, PrivateKind.CORPORATE_NUMBER),
        (_CARD, is_card_number, PrivateKind.CARD),
        (_TWELVE, is_my_number, PrivateKind.MY_NUMBER),
    ):
        for start, end in text.matches(expression):
            if holds(_digits(text.text[start:end])):
                yield PrivateSpan(start, end, kind)
    yield from _spans(
        text,
        (
            (_TOLD_CORPORATE, 1, PrivateKind.CORPORATE_NUMBER),
            (_TOLD_MY_NUMBER, 1, PrivateKind.MY_NUMBER),
            (_TOLD_CARD, 1, PrivateKind.CARD),
            (_CLIENT, 1, PrivateKind.CLIENT_NUMBER),
            (_SEVEN_OF_ACCOUNT, 1, PrivateKind.ACCOUNT),
            (_ACCOUNT, 1, PrivateKind.ACCOUNT),
            (_FIRM_HOLDER, 1, PrivateKind.FIRM),
            (_HOLDER_IN_KANA, 1, PrivateKind.PERSON),
            (_POST_BANK, 1, PrivateKind.ACCOUNT),
            (_POST_BANK, 2, PrivateKind.ACCOUNT),
            (_BRANCH, 1, PrivateKind.ACCOUNT),
            (_BRANCH_AND_CIF, 0, PrivateKind.CLIENT_NUMBER),
        ),
    )


def _spans(text: ReadText, wanted: Iterable[tuple[re.Pattern[str], int, PrivateKind]]) -> Iterator[PrivateSpan]:
    for expression, group, kind in wanted:
        for start, end in text.matches(expression, group):
            yield PrivateSpan(start, end, kind)


def _digits(text: str) -> str:
    return "".join(str(int(c)) for c in text if c.isdigit())


def is_my_number(digits: str) -> bool:
    """Whether 12 digits are a 個人番号: the last is 11 less the remainder by 11 of the weighted sum of the others, 0 where that is over 9."""
    if len(digits) != 12:
        return False
    weighted = sum(int(d) * (n + 1 if n <= 6 else n - 5) for n, d in enumerate(reversed(digits[:11]), 1))
    rest = weighted % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


def is_card_number(digits: str) -> bool:
    """Whether 14 to 16 digits stand Luhn's test and begin as cards do (3 to 6)."""
    if not 14 <= len(digits) <= 16 or digits[0] not in "3456":
        return False
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
