"""Citations: numbered through the file by first use, with the list of sources that the numbers lead to."""

from __future__ import annotations

from collections.abc import Iterable

from bankrm.domain.drafts import Draft, Statement
from bankrm.domain.evidence import Evidence, Origin, OriginType, Strength

TYPES = {
    OriginType.INTERACTION: "応接記録",
    OriginType.PASSAGE: "資料",
    OriginType.FIGURE: "計算・集計",
    OriginType.HOST: "基幹データ",
    OriginType.ACCOUNTS: "決算",
    OriginType.VISIT: "訪問予定",
    OriginType.PRODUCT: "商品",
    OriginType.RULE: "規程",
}
STRENGTHS = {
    Strength.CLIENT_DOCUMENT: "先方書面",
    Strength.HOST_DATA: "基幹データ",
    Strength.STANDARD_DOCUMENT: "標準資料",
    Strength.OWN_RECORD: "担当者の記録",
    Strength.COMPUTED: "計算",
}
_NAMES_BY_REF = (("client:", "取引先情報"), ("other-bank:", "他行借入"))


class Sources:
    """The pieces cited in one file, in the order of their first use. The same piece has one number in all parts."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._numbers: dict[Evidence, int] = {}
        for draft in drafts:
            pack = dict(draft.pack)
            for section in draft.sections:
                for statement in section.statements:
                    for key in statement.citations:
                        self._numbers.setdefault(pack[key], len(self._numbers) + 1)

    def numbers(self, draft: Draft, statement: Statement) -> tuple[int, ...]:
        """The numbers of a statement's citations, in order."""
        pack = dict(draft.pack)
        return tuple(sorted({self._numbers[pack[key]] for key in statement.citations}))

    def listed(self) -> tuple[tuple[int, Evidence], ...]:
        """All pieces with their numbers."""
        return tuple((number, piece) for piece, number in self._numbers.items())


def kind_of(origin: Origin) -> str:
    """Kind and strength in the words of the bank: 応接記録(担当者の記録); the kind alone where both say the same."""
    named = next((name for start, name in _NAMES_BY_REF if origin.ref.startswith(start)), None)
    if named is None and origin.type is OriginType.HOST and origin.strength is Strength.OWN_RECORD:
        named = "案件"
    kind, strength = named or TYPES[origin.type], STRENGTHS[origin.strength]
    return kind if strength in kind else f"{kind}({strength})"
