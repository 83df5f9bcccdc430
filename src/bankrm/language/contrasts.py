"""Words of which one cannot stand for another: 固定 and 変動, 設備資金 and 運転資金, 手貸 and 当貸, 決算書 and 試算表.

Each row is one choice; the names of one thing (手形貸付, 手貸) stand together.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CHOICES: tuple[tuple[str, ...], ...] = (
    # terms of a loan
    (r"固定(?:金利|で|を|に|が|の|型|(?=[0-9０-９）)]))", r"変動(?:金利|で|を|に|が|の|型|(?=[0-9０-９）)]))"),
    (r"円建て", r"ドル建て|外貨建て", r"ユーロ建て"),
    (r"分納|分割(?:払|で納)", r"一括(?:払|で納|納)"),
    (r"月払い?", r"年払い?"),
    (r"前払い?(?=[いでだ。、])", r"後払い?"),
    (r"税込み?", r"税抜き?|税別"),
    (r"(?:保証)?協会付|マル保|協会保証|協会の保証", r"プロパー"),
    (r"設備(?:投資の?)?資金", r"運転資金", r"賞与資金", r"納税資金", r"つなぎ資金", r"折返し?資金", r"創業資金"),
    (r"証書貸付|証貸", r"手形貸付|手貸", r"当座貸越|当貸", r"手形割引|割引手形"),
    (r"元金均等", r"元利均等", r"(?:期日|満期)?一括返済|期日一括"),
    (r"無担保", r"有担保|担保付き?"),
    (r"短期(?:借入|資金|の借)", r"長期(?:借入|資金|の借)"),
    (r"連帯保証人?|個人保証|経営者保証|代表者保証", r"物的担保|根抵当|抵当権"),
    (r"借り?換え|借換", r"追加融資|新規融資|新たな借入", r"条件変更|リスケ", r"繰上返済|期限前返済"),
    (r"普通預金", r"定期預金|定期に", r"当座預金"),
    (r"(?<!準)メイン(?:バンク|行|(?=[でのはが、。]))|(?<!準)主力行", r"サブ行|準主力|サブバンク|準メイン"),
    # how money and things are come by
    (r"融資|借入|借り入れ|借り(?:たい|る)", r"出資|増資", r"社債|私募債", r"補助金|助成金"),
    (r"リース", r"購入|買い取|買い入れ|買[うっわ](?!手)|買い(?=[たま、替])", r"レンタル", r"割賦"),
    (r"賃借|借地|借家", r"自社所有|自己所有|自社(?:物件|の(?:土地|建物))"),
    (r"売掛", r"買掛"),
    (r"受取手形", r"支払手形"),
    (r"前受", r"前払|前渡"),
    (r"受注(?!生産)", r"発注"),
    (r"輸入", r"輸出"),
    (r"仕入先|調達先", r"販売先|得意先|売り?先|納入先|納品先", r"外注先|委託先|協力会社"),
    (r"売却|譲渡|売り(?:たい|出)", r"賃貸|貸し出"),
    # people at work, and in the family
    (r"正社員|正規", r"パート|アルバイト|非正規", r"派遣"),
    (r"新卒", r"中途"),
    (r"日勤|昼勤", r"夜勤"),
    (r"長男", r"次男|二男", r"三男", r"長女", r"次女|二女", r"娘婿|女婿", r"(?<![一-龥])甥", r"(?<![一-龥])姪"),
    (r"税理士", r"弁護士", r"会計士", r"社労士|社会保険労務士", r"司法書士", r"診断士", r"行政書士"),
    # papers
    (r"口頭", r"書面|文書"),
    (r"写し|コピー|複写", r"原本|正本|現物"),
    (r"申請書|申込書", r"契約書", r"請求書", r"領収書"),
    (r"決算書", r"試算表", r"資金繰り?表", r"見積書?(?!額)", r"受注明細", r"在庫(?:一覧|明細|表)", r"事業計画書?", r"納税証明書?", r"登記簿?(?:謄本)?", r"申込書"),
    # when, and by which way
    (r"上(?:半)?期(?!待)", r"下(?:半)?期"),
    (r"午前", r"午後"),
    (r"月曜", r"火曜", r"水曜", r"木曜", r"金曜", r"土曜", r"日曜", r"平日", r"祝日"),
    (r"電話(?!番号|機|料)", r"訪問(?=で|時|の際|した際)|往訪", r"来店|来行", r"(?:Web|WEB|オンライン)(?=で|にて|会議|面談)", r"メール(?=[です]|にて|を受|があ)"),
    # what is meant of the business
    (r"卸売?(?!価格|し)", r"小売"),
    (r"国内", r"海外"),
    (r"官公庁|公共(?:工事)?", r"民間"),
    (r"新築", r"改修|リフォーム|修繕"),
    (r"新車|新品|新規に買", r"中古(?!住宅|マンション|物件)"),
    (r"強み", r"弱み"),
    (r"売上(?!総利益)|売り上げ|増収|減収", r"利益|採算|黒字|赤字|増益|減益", r"受注(?!し)", r"在庫"),
    (r"工場", r"倉庫", r"店舗|支店|[新本]店", r"事務所", r"社宅|寮"),
)  # fmt: skip
_CHOICE_PATTERNS = tuple(tuple(re.compile(name) for name in choice) for choice in _CHOICES)


@lru_cache(maxsize=4096)
def chosen(text: str) -> tuple[tuple[int, int, str], ...]:
    """What a text names of each choice: (row, place in the row, as written), each once."""
    return tuple(
        (row, place, match.group())
        for row, choice in enumerate(_CHOICE_PATTERNS)
        for place, name in enumerate(choice)
        if (match := name.search(text))
    )


def is_another_choice(one: str, other: str) -> bool:
    """Whether one text names what the other rules out."""
    theirs = {row: place for row, place, _ in chosen(other)}
    return any(theirs.get(row, place) != place for row, place, _ in chosen(one))
