"""Words by which a firm's name is known, and words that are no part of one."""

from __future__ import annotations

from bankrm.drafting.privacy.gazetteer import usual_letter
from bankrm.language.firm_names import BANK_KINDS, TRADE_KINDS
from bankrm.language.patterns import pattern


def _ending(words: list[str] | set[str] | tuple[str, ...]) -> str:
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})$"


_STRONG_WORDS = (  # before these any word but a generic one names a firm (太陽銀行, 東洋製紙)
    "銀行 信用金庫 信金 信用組合 信託銀行 大学 短期大学 新聞社 書房 書店 百貨店 美容室 美容院 写真館 ベーカリー 電装 電設 鉄構 精工 製紙 製薬 製鉄 製鋼 製糸 電鉄 電気鉄道 紡績 重工業 重工 汽船 海運 酒造 醸造 製菓 製麺 製粉 製油 鉄工所 製作所 工務店 商会 商店 興業 興産 物産 "
    "製麺所 製茶 製材所 醤油 青果 鮮魚 精肉店 呉服店 印刷所 重機 クリニック 医院 薬局 フーズ モータース モーターズ ホールディングス 精密 精機 リース ファーム 農園 牧場 酒店 旅館 農業協同組合 漁業協同組合 生活協同組合 商工会議所 監査法人 税理士法人 弁護士法人 レコード 航空 社 新聞 生命 証券 電力 放送 出版 出版社 碍子 陶器"
)
_WEAK_WORDS = (  # before these stands a name beyond doubt (松江電燈, 早川電力); the next two lines: the commonest ends of firms.txt, trades of 日本標準産業分類
    "販売 工機 乳業 工業所 デバイス マテリアル 信販 プロダクツ ボトリング テクノ 通商 ハム 通信 エフエム 電線 計器 ゴム 企画 電業 クレジット 設計 セメント 科学 リゾート メディカル 合成 特殊鋼 器械 トレーディング 化粧品 エンタープライズ マート 文具 塗料 ロジスティクス 商工 スプリング 土木 本舗 技研 総研 機材 ビジョン 建機 家具 紙工 インダストリー 倶楽部 種苗 マシナリー コンポーネント 総業 輸送 製罐 魚類 貿易 ネットワーク "
    "林産 林業 造園 石材 砕石 舗装 塗装 板金 左官 建具 木工 畳店 瓦 解体 測量 足場 配管 空調 電装 電工 溶接 鋳造 鍛造 鋳工 プレス工業 鍍金 研磨 縫製 染色 織布 ニット 養鶏 養豚 畜産 農機 精肉 豆腐 蒲鉾 漬物 味噌 交易 住設 ワイナリー ブルワリー 楽器 玩具 製糖 日報 軌道 菓子舗 ベーカリー 酒販 米穀 燃料 整備 冷蔵 梱包 パッケージ 樹脂 ダイカスト 写真館 美容室 理容 葬祭 タイヤ 電化 無線 観光バス タクシー ハイヤー 温泉 "
    "HD FG 会計 会計事務所 税理士事務所 法律事務所 開発 会社 航空会社 電燈 電灯 水電 発電 鉄道 鉄鋼 エアライン エアラインズ 造船 通運 汽車 保険 生命保険 映画 映画社 プロダクション プロ スタジオ エンタテインメント エンターテインメント エンターテイメント ピクチャーズ コーポレーション カンパニー インターナショナル "
    "モーターズ エレクトロニクス ソリューションズ コンサルティング ファイナンス キャピタル パートナーズ リース カード エナジー ケミカル ファーマ ファーマシー ネットワークス ゲームス ゲームズ トイズ ストアーズ ストア 百貨店 "
    "生協 農協 漁協 協同組合 労働組合 労組 商工会 公社 公団 協会 連合会 連盟 学会 ホテルズ 自動車工業 製作 鉱業 炭鉱 運輸 急行 交通 バス タクシー 学園 学院 書院 幼稚園 保育園 こども園 高等学校 機構 事務所 センター 組 堂 屋 舎 テレビ ラジオ メディア エア エアウェイズ "
    "ジャパン 日本 東日本 西日本 フィルム ミュージック デザイン エンジニアリング テクノロジー テクノロジーズ マネジメント アセット コミュニケーションズ"
)
KIND = pattern(_ending({*BANK_KINDS, *TRADE_KINDS, *_STRONG_WORDS.split(), *_WEAK_WORDS.split()}))
STRONG_KIND = pattern(_ending({*BANK_KINDS, *_STRONG_WORDS.split()}))
LATIN_KIND = pattern(
    r"(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|GmbH|AG|BV|Systems?|Group|Records?|Entertainment|Pictures|Airlines|Airways|Bank|University|Press|Studios?|Holdings|Technolog(?:y|ies)|Software|International|Industries|Partners|Capital|Motors|Foundation|Japan)\.?$"
)

_GENERIC_LIST = (
    "車両 設備 機械 建機 残価 オペレーティング 医療機器 厨房 内科 外科 歯科 眼科 小児科 耳鼻科 皮膚科 整形外科 調剤 門前 管理 財務 税務 連結 クラウド 公 特別 観光 体験 直営 老舗 温泉 有機 超 "
    "ソーラー ウィンド デジタル スマート IT ICT EC LED PC CAD NC AI DX SNS POS HP CM TV FA OA ATM ETC CO QR web プラント ビル マンション ガス プラスチック クリーニング トンネル リフォーム エネルギー ロボット バイオ ペット ネット パン ケーキ ピザ カフェ レストラン "
    "地方 地銀 第二 第一 都市 政府 系 投資 新設 商業 ネット 預金 生命 損害 火災 海上 自動車 医療 年金 信用 個人 法人 国内 海外 外国 メガ 協調 幹事 銀行 信金 会社 企業 保険 支店 本店 "
    "本部 前 新 有価 有限 国際 証券 信託 担保 根 約束 農業 漁業 普通 専門 学生 新制 信用保証 保証 協同 労働 共同 一般 公認 提携 最寄り 決済 指定 振込 受取 私立 国立 公立 県立 市立 都立 州立 "
    "総合 女子 地域 民間 民放 公共 短期 有名 全国 在京 在阪 工業 美術 芸術 教育 軽 航空 余剰 再生 可能 衛星 地上 デジタル 電子 学術 自費 雑誌 郷土 古 大型 格安 持株 持ち株 投資 株式 "
    "合弁 運送 建設 不動産 製造 販売 食品 化学 電機 鉄道 電力 映画 制作 製作 配給 開発 運営 管理 親 子 孫 小 大 中小 零細 他 ベンチャー ペーパー グループ ケーブル ローカル キー "
    "インターネット オンライン ホール スポーツ ビジネス サービス システム ソフト ゲーム アニメ テレビ ラジオ レンタ カー コミュニティ プライベート スペシャル リース"
)
GENERIC = frozenset(_GENERIC_LIST.split())
_LEADS_LIST = (
    "大口 先 大口先 新規先 既存先 紹介先 委託先 下請 元請 競合先 "
    "取引先 得意先 仕入先 販売先 外注先 発注先 納入先 先方 当方 当行 他行 同行 他 当 同 各 両 全 別 複数 競合 相手 近隣 地元 既存 主力 準主力 準 メイン メーン サブ 元 旧 現 新 前 "
    "故 主要 大手 中小 民間 公的 担当 現在 今回 前回 昨日 本日 先日 当時 昨年 今年 翌年 同年 同月 以降 以後 後 一方 メーカー 企業 業者 事業者 子会社 親会社 関連会社 製造業 運営 当該 "
    "所属 系列 傘下 出身 老舗 最大手 準大手 中堅 上場 非上場 系 同社 全国 国内 海外 世界 初 名門 私鉄 版元 発売元 製造元 親 有限 等 紙 誌 持株会社 不動産会社 財閥 開催 主催 関係"
)
LEADS = frozenset(_LEADS_LIST.split())
_BUSINESS_WORDS_LIST = (
    "インバウンド アウトバウンド サブスク リスキリング メガソーラー デイサービス コンセッション オンデマンド ヒートポンプ ペーパーレス キャッシュレス ネットバンキング インターネットバンキング "
    "ビジネスマッチング リファイナンス リスケジュール プロパー サステナ サステナビリティ カーボンニュートラル グリーンボンド ノンバンク ノンリコース メザニン デューデリ デューデリジェンス "
    "クラウドファンディング フィンテック コロナ テレワーク ワンストップ アウトソーシング ロカベン エクイティ デリバティブ シンジケート コミットメントライン FinTech EU LCC M&A ＥＵ "
    "ＬＣＣ Ｍ＆Ａ Wi-Fi iDeCo NISA EBITDA ESG SDGs BCP DX IoT AI ERP POS CRM SFA PDF Excel Word PowerPoint Teams "
    "日銀 日本銀行 日本政策金融公庫 国連 欧州連合 日経 Zoom Web エクセル ワード パワーポイント マイナンバー プリウス ハイエース レクサス クラウン アルファード ダイナース JCB アメックス VISA のぞみ はやぶさ あずさ しなの ひかり こだま Windows iPad iPhone QR OCR RPA SaaS API ISO JIS HACCP GMP FAX TEL"
)
BUSINESS_WORDS = frozenset(_BUSINESS_WORDS_LIST.split())
_NO_FIRM = pattern(
    r"(?:兄弟|姉妹|同族|優良|上場|非上場|赤字|黒字)会社|(?:地方|都市|第二地方|信託|政府系)(?:銀行|金融機関)|[当弊貴他自同各数両本支分新全御わが]社|.*(?:子|関連|関係|合弁|事業|中核|格付|適用|運用|保険|証券|信販|物流|運送|製造|販売|建設|不動産|リース)会社|.*[当弊貴自他]社|.*(?:神社|商社|支社|本社|大社|他社|結社|入社|退社|会社員)|.?(?:会社|企業|大学|銀行|新聞)"
)
_OTHER = pattern(
    r".*(?:駅|線|党|軍|省|庁|府|院|隊|宗|教|派|杯|賞|戦|展|祭|城|寺|山|島|橋|川|湖|港|号|型|系|主義|時代|事件|戦争|条約|会議|大会|選手権|リーグ|シリーズ|オリンピック|ワールドカップ|カップ|委員会|議会|警察|高校|高等学校|中学校|小学校|"
    r"病院|公園|球場|ドーム|スタジアム|空港|劇場|美術館|博物館|図書館|ビル|タワー|ランド|交響楽団|劇団|楽団|合唱団|代表|語|人|年|法|税|券|計画|運動|革命|政権|内閣|王国|帝国|共和国|連邦|地震|ーズ|FC|SC)"
    r"|(?:明治|大正|昭和|平成|令和|文[禄久化政]|慶[長応安]|元[禄和亨]|天[保明正文]|寛[永政文])|[a-z]{1,2}|.*タイムズ"
)
_TELLS = pattern(
    r"[」』]?(?:(?:の|・|、)?(?:元|現|前|旧|新)?(?:代表取締役|取締役|社長|会長|頭取|社員|従業員|株主|株式|株|子会社|親会社|関連会社|傘下|本社|本店|支社|工場|製品|製(?![薬造紙])|社内|決算|業績|売上|買収|経営|創業者|創業|系列|側|"
    r"時価総額|広告収入|研究所|時価|商品|サイト|担当者|見積|(?:などの?)?(?:[0-9０-９一二三四五両各数]+社|企業|会社))|"
    r"[をにへがはも]、?[^。、「」]{0,12}(?:買収|合併|吸収|設立|創業|創設|創立|入社|入行|就職|転職|勤務|退社|出資|提携|契約|納入|納品|発注|受注|販売|発売|製造|生産|開発|倒産|破産|上場|参入|撤退|リリース|出荷|譲渡|売却|運営|製作|制作|配給|刊行|出版|発行|経営|"
    r"改組|改称|社名|委託|子会社|株価|株式)|"
    r"(?:から|より)[^。、「」]{0,10}(?:発売|販売|リリース|出版|刊行|独立|派遣|買収|譲渡|出資|融資|借入|受注|仕入|購入|デビュー|配信|発表|退社|提案|見積)|と[^。、「」]{0,10}(?:契約|提携|合併|取引|共同|合弁)|"
    r"と(?:いう|称する|呼ばれる)[^。、]{0,6}(?:会社|企業|店|屋号))"
)
_CALLS = pattern(
    r"(?:会社|メーカー|企業|商社|法人|問屋|販売店|小売店|代理店|ベンダー|事業者|業者|銀行|証券|団体)(?:である|の|、|「|『|・|「)?[「『]?$"
)


_MAKES = pattern(
    r"製(?![薬造紙])|の(?:株式|株価|子会社|親会社|傘下|本社|工場|製品|商品|社員|従業員|オフィス|公式サイト|発売)|に(?:入社|就職|出資|納入)|(?:を|の)買収|と(?:の)?(?:合併|技術?提携|経営統合)|"
    r"(?:など|等|とい[っう]た?)の?[^。、]{0,3}(?:企業|会社|メーカー|[0-9０-９一二三四五六七八九十両各]社)"
)
_KATAKANA_KIND = pattern(
    r".{2,}(?:グループ|スタジオ|スタジオズ|バンク|ネットワーク|ネットワークス|アソシエイツ|シンジケート|カンパニー|ブラザーズ|エアライン|エアラインズ|モーター|モーターズ|コミックス?|ヘリコプター|ホールディングス|システムズ|コーポレーション|インダストリーズ)"
)


def is_made_by(text: str, end: int) -> bool:
    """Whether what follows a name is told of a firm and of no person: …製, …の株式, …に入社, …などの企業."""
    return _MAKES.match(text, end) is not None


def ends_like_a_firm(name: str) -> bool:
    """Whether a foreign name ends with a kind of firm (ミラーズスタジオ, ノルト・エアラインズ)."""
    return _KATAKANA_KIND.fullmatch(name) is not None


def names_no_firm(name: str) -> bool:
    """Whether a name that ends like a firm's names none (当社, 神社, 地方銀行)."""
    return _NO_FIRM.fullmatch(name) is not None


def names_another_thing(name: str) -> bool:
    """Whether a proper noun by its end is a station, a party, a contest, an era …: no firm."""
    return _OTHER.fullmatch(name) is not None


def told_of_firm(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name is told of firms (不動産会社の …, … が買収, … に勤務, … の子会社)."""
    return _TELLS.match(text, end) is not None or _CALLS.search(text, max(0, start - 8), start) is not None


def same_width(name: str) -> str:
    """The name with usual characters, so that 製鐡 is 製鉄; as long as the name, Latin letters in their case."""
    return "".join(c if c.isascii() else usual_letter(c) for c in name)
