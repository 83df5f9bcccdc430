"""機微情報: whether a text tells of somebody's health, creed, union, origin or record, and where.

After 金融分野における個人情報保護に関するガイドライン 第5条 (人種, 信条, 社会的身分, 病歴, 犯罪の経歴, 労働組合への加盟, 門地, 本籍地, 保健医療, 性生活). A clinic's operating theatre
and an insurer's product are business, and so are patients spoken of as customers; whose illness it is, is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bankrm.language.inner_words import STANDING
from bankrm.language.patterns import pattern

_HEALTH = (
    r"通院|入院|退院|手術|病気|持病|難病|発病|病歴|既往歴|闘病|療養中|で療養|抗がん剤|血圧(?:が|で|の薬)|脳卒中|薬を飲|服薬|癌|[胃肺乳腸]がん|(?:大腸|すい臓|肝臓|前立腺|子宮|食道|血液の)がん|がん(?:検診|と診断|が見つ|の治療|で亡)|腫瘍|白血病|"
    r"脳梗塞|脳出血|くも膜下|心筋梗塞|狭心症|心臓(?:病|の病|が悪)|不整脈|糖尿病|痛風|ぜんそく|喘息|ヘルニア|胆石|尿路結石|緑内障|白内障|骨折|胃潰瘍|十二指腸潰瘍|帯状疱疹|甲状腺|膠原病|高血圧|肝炎|腎不全|人工透析|透析|リウマチ|パーキンソン病|認知症|アルツハイマー|要介護(?!者向|施設|事業|サービス)|難聴|半身不随|"
    r"精神科|精神疾患|心療内科|うつ病|鬱|双極性|(?:肝臓|腎臓|肺|胃|目)を(?:悪く|患)|統合失調症|適応障害|パニック障害|発達障害|(?:アルコール|薬物|ギャンブル)依存|障害者手帳|身体障害|知的障害|精神障害|妊娠|流産|不妊治療|中絶|HIV|エイズ|"
    r"(?:余命|ステージ)(?:[0-9０-９ⅠⅡⅢⅣ一二三四]|宣告|半年|わずか)"
)
_CREED = r"宗教(?!法人)|信仰|信者|入信|(?:創価学会|統一教会|天理教|幸福の科学|エホバの証人)(?!の(?:施設|建物|会館))|(?<![新旧])教団|檀家総代|政党|党員|(?:野党|与党|候補者?|議員|[市県町村区]議)(?:の[^。、]{0,6})?を?(?:応援|支持|支援)し|支持政党|(?:自民|立憲|公明|共産|国民民主|維新)党?(?:員|を支持|の支持者|の後援会)"
_UNION = r"労働組合|労組|組合(?:員|活動|専従|の(?:委員長|専従|書記長|執行委員))|(?:組合|連合)に加[入盟]"
_ORIGIN = r"本籍|国籍|門地|出自|同和|被差別部落|(?:部落|在日(?:韓国|朝鮮|中国)?)(?:の)?(?:出身|人)|帰化(?:した|して|済|申請)|人種|民族的"
_RECORD = r"前科|前歴|犯罪歴|逮捕|起訴(?!状の書式)|服役|執行猶予|有罪判決|書類送検|懲役|刑務所(?:に|から|帰り)|出所した|保護観察|少年院|反社(?:会的勢力)?(?:と|に(?:関係|つなが))"
_PRIVATE_LIFE = r"性的指向|同性愛|性同一性|トランスジェンダー|性生活"
_MATTER = pattern("|".join((_HEALTH, _CREED, _UNION, _ORIGIN, _RECORD, _PRIVATE_LIFE)))
_BUSINESS = pattern(
    r"(?:入院|通院|手術|透析|がん|精神科|要介護|認知症)(?:保障|保険|日額|給付|特約|一時金|費用保険|棟|室|台|設備|装置|センター|施設|病棟|病床|ベッド|件数|収入|部門|外来|機器|用|対応|向け|対策|グループホーム|カフェ|サポーター|検査薬|治療薬)|"
    r"がん検診(?:の(?:補助|費用|案内|受診)|補助|車|事業|クーポン)|(?:医療|がん|認知症|三大疾病|就業不能)保険|団体信用生命保険|三大疾病(?:保障|特約)|労働?組合との[^。、]{0,8}(?:交渉|協議|妥結|団体交渉)|労組との(?:交渉|協議|妥結)|企業の病気|"
    r"(?:農業|漁業|森林|信用|協同|管理|商店街(?:振興)?|事業協同|生活協同|土地区画整理|共済|健康保険)組合員?|組合員(?=(?:向け|さま|様|数|価格|割引|専用)|[^。]{0,20}(?:農協|漁協|JA|生協))|(?:農協|漁協|JA|生協)[^。]{0,20}?組合員|"
    r"逮捕術|起訴休職|病気(?:に強い|の出にくい|耐性)(?:苗|品種)?|連合に加盟する(?:店|企業)|"
    r"障害者(?:雇用率|雇用促進|就労支援|施設|手帳提示で割引)|外国籍(?:人材|社員|スタッフ)の(?:採用|受入|活用)|宗教上の(?:食事|配慮|制約)|国籍を問わず|多国籍|無国籍料理"
)
_OF_CUSTOMERS = pattern(r"患者|利用者|入居者|来院|外来|受診者|病床|症例|妊婦さん")


class Concern(StrEnum):
    """Why words are pointed out before they are stored."""

    SENSITIVE = "sensitive"  # 機微情報
    STANDING = "standing"  # the client's standing with us: 格付, 債務者区分


def concerns(text: str) -> tuple[Concern, ...]:
    """What of a text is to be thought over before it is kept."""
    found = ((Concern.SENSITIVE, is_sensitive(text)), (Concern.STANDING, bool(STANDING.search(text))))
    return tuple(concern for concern, told in found if told)


def is_sensitive(text: str) -> bool:
    """Whether the text may not be repeated in a document."""
    return next(_matters(text), None) is not None and not _OF_CUSTOMERS.search(text)


def sensitive_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text that is sensitive names the illness, creed, union, origin or record; `start` and `end` count code points."""
    return () if _OF_CUSTOMERS.search(text) else tuple(_matters(text))


def _matters(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words that are of no business; what is business keeps its place, so that spans hold."""
    plain = _BUSINESS.sub(lambda match: "\0" * len(match.group()), text)
    return (match.span() for match in _MATTER.finditer(plain))
