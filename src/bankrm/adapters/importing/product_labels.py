"""Products out of the bank's own documents, by their labelled lines (商品名：…); every value is a quotation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bankrm.domain.documents import Product
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind
from bankrm.language.sentences import sentences

_LABELS = {
    "name": "商品名 商品・サービス名 サービス名 制度名 商品名称 サービス名称 商品",
    "audience": "対象 対象者 対象先 対象企業 対象となるお客さま 対象となるお客様 対象のお客さま ご利用いただける方 ご利用いただけるお客さま お使いいただける方 利用対象 ご利用対象 利用対象者 融資対象",
    "conditions": "条件 利用条件 ご利用条件 融資条件 ご融資条件 取扱条件 主な条件 要件 利用要件 お借入条件 申込条件 ご利用要件",
    "fees": "手数料・費用 手数料 費用 手数料等 費用・手数料 諸費用 料金 手数料・費用等 手数料および費用",
    "risks": "リスク・留意点 リスク 留意点 留意事項 注意事項 ご注意 ご留意事項 リスク・注意点 主なリスク リスク・留意事項 ご留意いただきたい点 リスクおよび留意点",
    "owner": "所管 所管部 所管部署 所管部店 担当部署 主管 主管部 主管部署",
    "version": "版 版数 バージョン 改定",
    "valid_until": "有効期限 有効期間 有効期日 取扱期限 使用期限 資料の有効期限",
    "issued": "作成日 発行日 改定日 改訂日 制定日 作成年月日",
}


def _plain(text: str) -> str:
    return re.sub(r"[\s・]+", "", unicodedata.normalize("NFKC", text))


_FIELD_BY_LABEL = {_plain(label): name for name, labels in _LABELS.items() for label in labels.split()}
_LABEL = re.compile(
    r"^[ 　]*(?:[■□●○◆◇・※▼【\[［〔〈<(（]|[0-9０-９]+[.．)）])?[ 　]*(?P<label>[^：:\t】\]］〕〉>)）\n]{1,20}?)[ 　]*[】\]］〕〉>)）]?"
    r"[ 　]*(?:(?P<mark>[：:\t])|(?P<space>[ 　]+)|$)[ 　]*(?P<value>.*)$"
)
_BULLET = re.compile(r"^[ 　]*(?:[・●○◎■□◆◇▶•‣⁃–*＊✓]|[-−][ 　]|[0-9０-９]+[.．)）]|[①-⑳])[ 　]*")
_PROOF = frozenset({"owner", "version", "valid_until"})


@dataclass(slots=True)
class Labels:
    """What stands under each label of a document, line by line, without bullets."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def first(self, name: str) -> str:
        """The first line under a label, empty where there is none."""
        return next(iter(self.values.get(name, ())), "")

    def day(self, name: str, *, last: bool) -> date | None:
        """The day under a label; of a period its end, of a month its last or first day."""
        quantities = [q for q in find_quantities(self.first(name)) if q.kind in (Kind.DATE, Kind.MONTH)]
        if not quantities:
            return None
        found = quantities[-1].partial_date()
        return found.last_day() if last else found.first_day() if found.day else None

    @property
    def is_own_document(self) -> bool:
        """Whether the bank's own marks stand on it: who keeps it, and in which version or until when it holds."""
        return len(_PROOF & self.values.keys()) >= 2

    @property
    def is_product(self) -> bool:
        """Whether it describes a product: its name, an own mark, and something that is said of it."""
        said = self.values.keys() & {"audience", "conditions", "fees", "risks"}
        return "name" in self.values and bool(said) and bool(_PROOF & self.values.keys())

    def product(self, document: str) -> Product:
        """The product; each field quotes the document sentence by sentence."""
        audience, conditions, fees, risks = (
            tuple(piece for line in self.values.get(name, ()) for piece in _sentences(line))
            for name in ("audience", "conditions", "fees", "risks")
        )
        return Product(
            document,
            self.first("name"),
            audience,
            conditions,
            fees,
            risks,
            self.first("owner"),
            self.day("valid_until", last=True),
        )


def read_labels(pages: Sequence[str]) -> Labels:
    """Labelled lines of all pages; the first occurrence of a label counts.

    A label holds the rest of its line and the bulleted lines below; where its line is empty, the lines up to the next blank one.
    """
    labels = Labels()
    lines = [line for text in pages for line in [*text.split("\n"), ""]]
    for place, line in enumerate(lines):
        found = _label(line)
        if found and found[0] not in labels.values:
            name, value = found
            held = [*([value] if value else []), *_below(lines[place + 1 :], whole=not value)]
            if held:
                labels.values[name] = held
    return labels


def is_labelled(line: str) -> bool:
    """Whether a line is one of the labelled ones."""
    return _label(line) is not None


def _label(line: str) -> tuple[str, str] | None:
    """Field and value of a labelled line; a label parted by a space only counts in a table row, not in a sentence."""
    match = _LABEL.match(line)
    if not match:
        return None
    name = _FIELD_BY_LABEL.get(_plain(match["label"]))
    if name is None or (match["space"] and match["value"].endswith("。") and name == "name"):
        return None
    return name, match["value"].strip()


def _below(lines: Sequence[str], *, whole: bool) -> Iterator[str]:
    for line in lines:
        bullet = _BULLET.match(line)
        if _label(line) or not (bullet or (whole and line.strip())):
            return
        yield line[bullet.end() :].strip() if bullet else line.strip()


def _sentences(line: str) -> Iterator[str]:
    return (line[start:end] for start, end in sentences(line))
