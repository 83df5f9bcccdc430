"""機微情報: whether a text tells of somebody's health, creed, union, origin or record.

After 金融分野における個人情報保護に関するガイドライン 第5条. A clinic's operating theatre and an insurer's product are business, and so are patients
spoken of as customers; whose illness it is, is not.
"""

from __future__ import annotations

from enum import StrEnum

from bankrm.language.patterns import pattern

_MATTER = pattern(
    r"通院|入院|手術|病気|持病|癌|[胃肺乳腸]がん|がん(?:検診|と診断|が見つ)|腫瘍|精神科|精神疾患|うつ病|鬱|透析|障害者手帳|妊娠|流産|宗教|信仰|信者|労働組合|政党|前科|逮捕|本籍|国籍"
)
_BUSINESS = pattern(
    r"(?:入院|通院|手術|透析|がん|精神科)(?:保障|保険|日額|給付|特約|一時金|費用保険|棟|室|台|設備|センター|施設|病棟|病床|ベッド|件数|収入|部門|外来|機器|用)|(?:医療|がん)保険|労働組合との(?:交渉|協議|妥結)"
)
_OF_CUSTOMERS = pattern(r"患者|利用者|入居者|来院|外来|受診者|病床|症例|妊婦さん")


_STANDING = pattern(
    "格付|債務者区分|正常先|要注意先|要管理先|破綻懸念|実質破綻|破綻先|自己査定|取引方針|担保評価|引当|信用格|リスクランク"
)


class Concern(StrEnum):
    """Why words are pointed out before they are stored."""

    SENSITIVE = "sensitive"  # 機微情報
    STANDING = "standing"  # the client's standing with us: 格付, 債務者区分


def concerns(text: str) -> tuple[Concern, ...]:
    """What of a text is to be thought over before it is kept."""
    found = ((Concern.SENSITIVE, is_sensitive(text)), (Concern.STANDING, bool(_STANDING.search(text))))
    return tuple(concern for concern, told in found if told)


def is_sensitive(text: str) -> bool:
    """Whether the text may not be repeated in a document."""
    return bool(_MATTER.search(_BUSINESS.sub("", text))) and not _OF_CUSTOMERS.search(text)
