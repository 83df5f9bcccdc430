"""Addresses and places: postal code, prefecture, municipality, town, numbers, building and floor, in this order, each optional but not all.

What ends with a number or begins with a postal code is an address; a municipality or prefecture alone is a place. The numbers end before
what counts other things: 1-2 8台 and 14時 are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.privacy.gazetteer import Gazetteer, same_spelling
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_N = r"(?:\d{1,5}|[一二三四五六七八九十百千〇]{1,7})"
_HYPHEN = r"\s?[-ー―‐の]\s?"
_UNIT = r"(?:丁目|丁|番地の|番地|番町|番|号|地割|条|線|街区|区画)"
_NOT_COUNTED = r"(?![\d,.]|\s?(?:時|円|千円|万|億|年|月|日|台|名|人|件|個|%|歳|か所|ヶ所|箇所|回|本|社|坪|平米|㎡|m|km|キロ|分|班|年度|期|割|倍|か月|ヶ月|周年|店舗|棟の))"
_LAST = rf"{_N}(?:{_HYPHEN}{_N}){{0,4}}(?:番地|番|号)?(?:-[a-z](?![a-z]))?{_NOT_COUNTED}"
_HOUSE = pattern(
    rf"\s?字?(?:第?{_N}\s?{_UNIT}[東西南北]?(?:{_HYPHEN}(?=\d)|\s(?=\d))?)+(?:{_LAST})?"
    rf"|\s?字?\d{{1,5}}(?:{_HYPHEN}{_N}){{0,4}}(?:番地|番|号)?(?:-[a-z](?![a-z]))?{_NOT_COUNTED}"
)
_SMALL_NAME = pattern(
    r"\s?(?:大字|小字|字)?(?!内|産|製|側|市)[一-龥々ァ-ヶー甲乙丙丁][一-龥々ァ-ヶーの甲乙丙丁]{0,13}?(?:字[ァ-ヶーぁ-ん一-龥]{1,8}?)?(?=\s?(?:第?\d|[一二三四五六七八九十]{1,3}(?:丁目|番)))"
    r"|[一-龥]{0,8}通り?[一-龥]{1,8}(?:(?:上|下|[東西]入)[るル]?){1,2}[一-龥]{0,8}"
)
_BUILDING = pattern(
    r"[\s、-]?(?:(?!\d|[をにへがはもで])[一-龥々ぁ-んァ-ヶA-Za-z0-9・ー&'-]{0,18}?(?:ビルディング|ビル|マンション|ハイツ|コーポ|レジデンス|アパート|タワーズ?(?:オフィス|レジデンス)?|オフィス|メゾン|ハウス|パレス|コート|ハイム|プラザ|会館|荘|センター|スクエア|ガーデン|ヒルズ|テラス|庁舎|棟|館|"
    r"bldg\.?|building|tower))(?:[一-龥]{0,3}(?=\d))?\s?[a-z東西南北本新]?(?:\d{0,2}(?:号館|号棟|棟|番館)|(?=\d{3}))?"
)
_FLOOR = pattern(
    r"[\s-]?(?:(?:地下|b)?\d{1,3}(?:階|f(?![a-z])|号室)(?:\s?[a-z]?\d{3,4}(?:号室|号)?)?|[a-z]?\d{3,4}(?:号室|号)?(?![\d,年月日円台時名人万千百億]))"
)
_POSTAL = pattern(r"(?:〒\s?\d{3}-?\d{4}|(?<![\d-])\d{3}-\d{4}(?![\d-]))")
_MARK_OF_PLACE = "都道府県市区町村"
_UNKNOWN = r"(?:(?![都道府県])[一-龥々ヶケ]){1,5}(?:市(?![場況販価内中])|区(?![画分間切])|郡[一-龥々]{1,4}[町村])"
_WITHOUT_MUNICIPALITY = (  # a municipality that no gazetteer has, with its town; town, block and house; 大字 and 字; whatever 住所 is said to be
    pattern(
        rf"(?:(?<![一-龥々])|(?<=[都道府県])){_UNKNOWN}(?:[一-龥々ヶケ]{{1,6}}[町丁]|字?[一-龥々ヶケ]{{1,4}}(?=\d+{_HYPHEN}\d+{_HYPHEN}))"
        rf"(?:{_N}丁目)?{_N}(?:番地?の?{_N}?号?|(?:{_HYPHEN}{_N}){{1,3}}){_NOT_COUNTED}"
    ),
    pattern(
        rf"(?:(?<![一-龥々])大字)?[一-龥々][一-龥々ヶケァ-ヴーぁ-ん]{{0,7}}?{_N}丁目{_N}(?:番地?|{_HYPHEN}{_N})(?:(?:{_HYPHEN})?{_N}号?)?{_NOT_COUNTED}"
    ),
    pattern(
        rf"(?<![一-龥々])(?:[一-龥々ヶケ]{{1,8}}?[市町村区])?大?字[一-龥々ぁ-んァ-ヶー甲乙丙丁]{{1,16}}?{_N}(?:番地?の?|{_HYPHEN}){_N}?"
    ),
    pattern(
        rf"(?:住所|所在地|自宅|送付先|届け先)(?:は|が|:)?\s?(?P<told>[一-龥々ヶケァ-ヴー][一-龥々ヶケァ-ヴーぁ-ん]{{0,7}}?\d{{1,5}}(?:{_HYPHEN}\d{{1,5}}){{1,3}}){_NOT_COUNTED}"
    ),
)
LONGEST_NAME = 12
_OFFICE = pattern(
    r"(?<![一-龥々])[一-龥々ヶケ]{2,5}?(?:[都道府県](?=庁)|県[一-龥]{1,6}[部局課](?![一-龥])|市(?=役所)|区(?=役所)|[町村](?=役場))"
)


def offices(text: ReadText) -> Iterator[PrivateSpan]:
    """The prefecture or municipality before its office, with the department of one, whether or not a gazetteer has it: 汐原県土木部, 凪浜市|役所."""
    for match in _OFFICE.finditer(text.folded.text):
        yield PrivateSpan(*text.folded.span(*match.span()), PrivateKind.PLACE)


class Addresses:
    """Finds addresses and places by the names of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, text: ReadText) -> Iterator[PrivateSpan]:
        """Each address and place of the text, addresses first where one begins at a municipality."""
        plain = same_spelling(text.folded.text)
        taken: list[tuple[int, int]] = []
        for start, end, kind in (*self._by_municipality(plain), *self._without_municipality(plain)):
            if all(end <= begun or done <= start for begun, done in taken):
                taken.append((start, end))
                yield PrivateSpan(*text.folded.span(start, end), kind)

    def _by_municipality(self, text: str) -> Iterator[tuple[int, int, PrivateKind]]:
        done = 0
        for start, end in self._municipal(text):
            if start >= done:
                done, kind = self._rest(text, start, end)
                begin = self._with_postal_code(text, start)
                yield begin, done, PrivateKind.ADDRESS if begin < start else kind

    def _without_municipality(self, text: str) -> Iterator[tuple[int, int, PrivateKind]]:
        """Postal codes, towns with block and house, and what 住所 is said to be."""
        for match in _POSTAL.finditer(text):
            if match.group().startswith("〒"):
                yield *match.span(), PrivateKind.ADDRESS
        for expression in _WITHOUT_MUNICIPALITY:
            for match in expression.finditer(text):
                yield match.start(match.lastgroup or 0), self._building(text, match.end()), PrivateKind.ADDRESS

    def _municipal(self, text: str) -> Iterator[tuple[int, int]]:
        """Prefectures and municipalities by their last character, joined where one follows the other."""
        spans: list[tuple[int, int]] = []
        for end in (place + 1 for place, char in enumerate(text) if char in _MARK_OF_PLACE):
            for length in range(min(LONGEST_NAME, end), 1, -1):
                if (
                    text[end - length : end] in self._gazetteer.prefectures
                    or text[end - length : end] in self._gazetteer.municipalities
                ):
                    spans.append((end - length, end))
                    break
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined and start <= joined[-1][1]:
                start = min(start, joined.pop()[0])
            joined.append((self._with_short_prefecture(text, start), end))
        yield from joined

    def _with_short_prefecture(self, text: str, start: int) -> int:
        """Where 岩手 begins in 岩手花巻市."""
        return (
            next(
                (
                    start - n
                    for n in (2, 3)
                    if any(text[start - n : start] + mark in self._gazetteer.prefectures for mark in "都府県")
                ),
                start,
            )
            if start > 1
            else start
        )

    def _rest(self, text: str, start: int, end: int) -> tuple[int, PrivateKind]:
        """Where the place that begins with these municipalities ends, and what it is."""
        municipality = self._last_municipality(text, start, end)
        town = self._gazetteer.town_at(municipality, text, end + (text[end : end + 1] == " "))
        name_end = town if town > end + (text[end : end + 1] == " ") else end
        return self._numbered(text, name_end)

    def _numbered(self, text: str, name_end: int) -> tuple[int, PrivateKind]:
        house = _HOUSE.match(text, name_end)
        if not house:
            small = _SMALL_NAME.match(text, name_end)
            house = _HOUSE.match(text, small.end()) if small else None
        if not house or house.end() == name_end:
            return name_end, PrivateKind.PLACE
        return self._building(text, house.end()), PrivateKind.ADDRESS

    def _building(self, text: str, end: int) -> int:
        """Where the building and floor end that follow the numbers of an address, the end of the numbers where none do."""
        building = _BUILDING.match(text, end)
        end = building.end() if building else end
        floor = _FLOOR.match(text, end)
        end = floor.end() if floor else end
        return len(text[:end].rstrip().removesuffix("の"))

    def _last_municipality(self, text: str, start: int, end: int) -> str:
        names = (text[begin:end] for begin in range(start, end))
        return next((name for name in names if name in self._gazetteer.municipalities), "")

    def _with_postal_code(self, text: str, start: int) -> int:
        before = next(
            (m for m in _POSTAL.finditer(text, max(0, start - 12), start) if not text[m.end() : start].strip()), None
        )
        return before.start() if before else start
