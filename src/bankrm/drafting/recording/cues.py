"""The words by which a memo's sentences are told apart: what we explained, what was promised, handed over, left open, agreed next."""

from __future__ import annotations

import re

from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES

PERSON = rf"(?:{ROLES}|{HONORIFICS})(?:{HONORIFICS})?"
OURS = r"当[方行]|こちら|弊[行店]|当店|小職|私(?!ども)"
THEIRS = rf"先方|お客(?:様|さま)|相手方|同社|(?:[^\s　、。「」]{{0,6}}?(?:{PERSON}))"

_NOT_DONE = pattern(
    r"^未|^[^、。]{0,4}(?:せず|でき(?:ず|な)|(?:して|できて)い?(?:ない|ません)|しなかった|なし|忘れ|漏れ|予定|できていない)"
)
NOTHING = pattern(r"(?:特に?|今回は?)?(?:なし|無し?|ナシ|未|未交付|ありません|ー|-|－|―)[。]?")
"""What a heading with nothing below it says (交付：なし)."""

_PAPER = r"書|表|資料|リスト|チラシ|ちらし|パンフ(?:レット)?|シミュ(?:レーション)?|試算|見積|一覧|案内|カレンダー|名刺|写し|控え|提案|明細|手引き?|集|冊子|カタログ|サンプル|ガイド(?:ブック)?"
BROUGHT = pattern(
    rf"(?P<thing>[^、。「」はがをにへ]{{0,24}}?(?:{_PAPER})(?:[（(][^（）()]*[）)]|[0-9０-９]{{0,3}}(?:部|枚|本|通)?))(?:を|も)?持参(?:した|しました|済み?)?(?:[。]|$)"
)
"""What we brought along (販路リスト持参)."""

HEARSAY = pattern(
    r"(?:(?<![理自経事])由|とのこと|らしい|との話|と聞く|そうだ|そうです|模様|みたい|とか|と聞(?:い|かされ)(?:た|ている))(?:です|だ|でした)?[。]?$"
)
BARE_HEARSAY = pattern(r"(?<![理自経事])由[。]?$|らしい[。]?$|模様[。]?$|とか[。]?$")
_OTHERS = r"(?:銀行|信金|信用金庫|信組|公庫|他行|他社|競合|農協|ＪＡ|JA|メーカー|業者|設計事務所|事務所|商社|問屋|仕入先|得意先|元請け?|下請け?|税理士|会計士|司法書士|弁護士|社労士|専門家|事務局|保証協会|商工会(?:議所)?|役所|役場|市|町|県|工務店|建設会社|不動産屋)(?:の?担当)?(?:さん|様|の先生|先生)?"
OTHERS_DID = pattern(
    rf"(?:^|[、\s　（(])(?:[^\s　、。「」はがをも]{{0,10}}?{_OTHERS})(?:は|が|も)(?!.*(?:当[方行]|こちら)(?:から|より|が))"
)
"""Somebody outside the talk is told of (潮見銀行が借換を提案してきた)."""

FROM_OTHERS = pattern(
    rf"(?:[^\s　、。「」はがをも]{{0,10}}?{_OTHERS})(?:から|より|にて|待ち)[。]?$|(?:{_OTHERS})(?:から|より|が|で)(?:[^、。]{{0,10}})(?:{{deliver}})".replace(
        "{deliver}", "提出|送付|届く|来る|出る|回答|連絡"
    )
)
"""A thing to come from somebody outside the talk (再見積は来月10日までに設計事務所から)."""

WISHED = pattern(
    r"(?:考え|検討し|相談し|決め|借り|増やし|進め|買い|入れ|替え|したい|や[りっ]|使い|延ばし|抑え|終え|返し|まとめ)たい|たい(?:と|との|旨|意向|ところ|由|。|$)|希望|意向|つもり|てほしい|て欲しい|考えている|検討中|見込み?(?:[。（(]|$)|めど|目途"
)
OURS_NOT_DONE = pattern(
    r"未(?:交付|手交|提示|説明|配布|案内|持参)|(?:渡|手交|交付|提示|持参)[しせ]?(?:ていない|ておらず|ていません|なかった|ず)[。]?$"
)
"""What we did not do (資料は未交付)."""

SAID_SO = pattern(
    r"(?:と|旨を?)(?:ご?(?:回答|返答|説明|案内|報告|連絡|通知)|の?返事|言われ|伝え)(?:[あされり]*た|済み?|あり)?(?:[。、]|$)"
)
"""What was said already (対象外と回答): a report, no deed to come."""

BRINGS = pattern(r"(?:持参(?:する|予定)|お?届けする|お持ちする)[。]?$")
"""Somebody is to bring it, very likely we."""

TOLD_AND_AGREED = pattern(r"(?:説明|案内|提案|回答|お願い)、ご?(?:了承|了解|納得|理解)(?:済み?)?[。]?$")
"""What we told them, and that they agreed (審査次第と説明、了承)."""

WE_DID_NOT_SAY = pattern(
    r"(?:とは|などとは|とまでは|旨は|ことは)、?(?:一切|当方から|こちらから)?(?:言って|申し上げて|話して|伝えて|約束して|説明して|示して|触れて)(?:は)?い?(?:ない|ません|ず)|(?:とは|旨は)(?:言わず|申し上げず|伝えず|約束せず)"
)
"""What we said in negation (融資は確実に通りますとは言っていない)."""

SEEN = pattern(
    r"顔色|顔つき|表情|機嫌|黙って|黙り|沈黙|無言|落胆|がっかり|うなず|頷|ため息|苦笑|笑顔|涙|腕組み?|険し[いく]|(?:元気|覇気)(?:が|は)?(?:な|あ)|疲れ(?:た|て|気味|が)|やつれ|そわそわ|目を(?:伏|逸|そら)|口(?:が|は)重|言葉を濁|上機嫌|不機嫌|渋い顔|浮かない|(?:嬉し|うれし|楽し|寂し|苦し|辛|つら|痛|心配|不安|不満|満足|忙し|元気|眠|残念)(?:そう|げ)(?:に|な|だ|で|。|$)|具合(?:が|は)?悪(?:そう|い様子)|(?:社内|工場|店内|売り?場|現場|事務所|倉庫|駐車場|フロア|厨房|客室|ハウス|[蔵棟店]の中)(?:は|が)[^、。]{0,12}(?:整|片付|散らか|がらん|静か|活気|慌ただし|混[みん]|空い)"
)
"""What we saw of somebody or of the place, told by nobody."""

ONLY_BRACKET = pattern(
    rf"[（(](?P<who>[^\s　、。「」（()）]{{0,6}}?(?:{PERSON}))(?:談|曰く|いわく|より|から|コメント|の話|発言)?[）)][。]?[ 　]*$"
)
"""Whoever said a sentence, in brackets at its end (…と思う(部長))."""

ANSWERED_SO = pattern(
    r"(?:OK|ＯＫ|NG|ＮＧ|了承|了解|快諾|承諾|内諾|納得|難色|賛成|反対|乗り気|前向き|保留|慎重|渋る|拒否)(?:とのこと|の由|済み?)?[。]?$"
)
"""An answer that stands at once behind whoever gave it (社長OK)."""

BETWEEN_PEOPLE = pattern(rf"[・･](?=[^・･、。]{{0,8}}?(?:{PERSON}))")
"""The dot between two people (社長・女将)."""

BEFORE_PERSON = pattern(r"^[^はがもを、]*[はがもを、](?=[^はがもを、]+$)")
"""What a label takes along from the sentence before the person (改装は社長)."""

NEXT_TIME = pattern(r"(?:次回|次)(?:の(?:訪問|アポ|面談)|アポ)?(?:は|:|：|、)?[ 　]*[→⇒]?[ 　]*")
"""What the field 次回予定 says already by its name."""

NEXT_STEP = pattern(
    r"アポ[ 　]*(?=[0-9０-９])|^(?:次回(?!(?:の?(?:訪問|面談))?(?:時|の際)?まで)|次は|次の(?:訪問|アポ|面談)|次アポ|アポ|再訪|今後は?)|(?:再訪|(?:また|改めて|あらためて|再度)(?:伺う|訪問する?)|再度?(?:の)?訪問|再面談|アポ(?:取得|あり|済み?|OK)?|(?:訪問|面談|来店|打合せ|打ち合わせ)(?:する)?(?:の)?(?:予定|約束(?:を?(?:もら|いただ|頂|取|得)\w*)?|で約束|ことに)|伺う(?:予定|約束|ことに)|お?(?:会い|目にかかる)する)(?:[。とで（(]|$)|次回は[^。]*(?:ことに|予定|合意|約束)"
)
_BEGINS_NEXT = pattern(r"(?:次回|次は|次の(?:訪問|アポ|面談)|次アポ|再訪)(?!(?:の?(?:訪問|面談))?(?:時|の際)?まで)")
_NEXT_ONLY = pattern(r"^次回[はに]?、?(?:必ず|もう一度|改めて)?(?:確認|聞く|聞きたい|伺う|質問|ヒアリング)")
OPEN_POINT = pattern(
    r"(?:て|で)(?:は|も)?(?:もらえ|いただけ|頂け)(?:ず|なかった|ませんでした)|聞け(?:ず|な(?:い|かった)|てい?ない|ませんでした)|聞きそび|聞き(?:忘|漏ら|逃)|伺え(?:ず|なかった|ませんでした)|(?:確認|確かめ|把握|質問|ヒアリング)(?:が|は|も)?(?:でき(?:ず|な|ません|てい?な)|られ(?:ず|な)|漏れ|しそび|し忘)"
    r"|未確認|未質問|未ヒア|要確認|要ヒアリング|次回(?:に|は)?、?(?:必ず|改めて)?(?:確認|聞く|聞きたい|伺いたい|質問|ヒアリング)|(?:わか|分か)らず(?:じまい|$|。)|(?<!と)(?:は|が)不明[。]?$|はぐらか|答え(?:て)?(?:は)?(?:もら|いただ|頂)え(?:ず|な)"
    r"|(?:回答|返事|答え)(?:は|が)?(?:なし|無し|得られず|もらえず|いただけず)|話(?:は|が|に)?(?:出ず|出なかった|ならず|至らず)|触れ(?:ず|られず|なかった)[。]?$"
)
HANDED_OVER = pattern(
    r"(?P<thing>[^、。「」]{2,60}?)(?:を|は|も)?、?(?:[^、。を]{1,8}(?:に|へ)、?)?(?:手交|手渡し?|お?渡し(?=た|まし|済|て[、。]|$|。|、)|交付(?=。|$|、|済|し(?:た|て))|置いて(?:き|来)(?:た|ました)|配布(?=。|$|、|済|し(?:た|て))|差し上げ(?:た|まし)|(?:お持ちし|持参し)(?:た|て、?(?:説明|渡))|持参(?:の上|して)?、?(?:ご)?説明|(?:お?渡す|お渡しする|置いてくる|預ける|預けた|言付け(?:る|た))(?=[。、]|$))"
)
RECEIVED = pattern(
    r"(?:受領|お?預かり|預かった|受け取(?:った|り)|もらった|いただいた|頂いた|拝受|もらう|いただく|頂く)(?:し(?:た|ました))?(?:済み?)?[。]?$"
)
_THING_RECEIVED = pattern(
    r"(?:書|表|資料|見積|図面|写し|控え|明細|名刺|データ|パンフ|帳|票|試算|謄本|印鑑|一式|計画|リスト|一覧|申込|証明|決算|契約|カタログ|サンプル)[^、。]{0,8}(?:を|は|も)?、?[^、。]{0,10}(?:受領|預|受け取|もら[うっ]|いただ[くい]|頂[くい]|拝受)"
)
EXPLAINED = pattern(
    r"(?:説明|案内|紹介|報告|提案|提示|送付|送信|メール|郵送|発送|手配|折り?返し|差し?替え|お伝え|伝達|連絡|照会|依頼|お願い|質問|打診|助言|念押し|回答|返答|再説明|お詫び|おわび|謝罪|お礼|挨拶|あいさつ|共有|訴求|PR|ヒアリング|確認|見学|拝見|視察|訪問|同席|立会い?)(?:し(?:た|ました|てきた|ておいた|、|てある)|を(?:した|行った|実施)|を?済ませた|済み?|のみ|。|$)"
    r"|(?:伝え|申し上げ|話し|お話しし|見せ|示し|尋ね|聞い|伺っ|詫び|謝っ|断っ|触れ|述べ|促し|勧め|教え)(?:た|ました|てきた|ておいた|てある)(?!(?:が|ら|い|く))"
    r"|(?:と|旨)(?:を)?(?:伝える|お伝えする|説明する|話す|お話しする|回答する|案内する|申し添える|申し上げる|断る|報告する)[。]?$|見学さ?せて(?:もら|いただ)|(?:特段|特に)の?(?:お?話|変化|動き|変わり)?(?:は|も)?(?:なし|無し)[。]?$"
)
TOLD = pattern(
    r"(?:頼ま|求めら|聞か|尋ねら|相談さ|依頼さ|言わ|迫ら|打診さ|断ら|勧めら)れ|(?:質問|要望|相談|依頼|指摘|申し?出|苦情|照会)(?:が|も)?あり|(?:との|という)(?:こと|話|由|意向|考え|説明|発言|回答|返事|声|要望|希望|お話|認識)|と(?:言|話し|おっしゃ|仰|の)|らしい|そうだ|そうです|模様|(?<![理自経事])由[。]?$|と聞い(?:た|ている)[。]?$|て(?:ほし|欲し)い[。]?$|とか[。]?$|とも[。]?$|と[。]?$|って[。]?$|(?:希望|要望|意向|懸念|不安|不満|心配|気に)(?:あり|して|している|を示|が(?:強|ある)|とのこと)?"
)
AGREED_BY = pattern(r"(?:了承|了解|承諾|内諾|快諾|同意|合意)(?:を?(?:いただ|頂|得|もらっ|済)|[。]?$|あり)")
PROMISE_WORDS = pattern(
    r"宿題|持ち?帰り|持ち帰[りるっ]|(?:お)?約束(?!の(?!期限)|どおり|通り|手形|してい?た(?!。|$))|ToDo|TODO|課題として"
)
_DELIVER = r"送付|送信|郵送|提出|提示|回答|返答|返事|連絡|報告|持参|お?届け|用意|準備|作成|調べ|確認|検討|試算|手配|案内|紹介|共有|メール|FAX|ファックス|打診|調整|相談|説明|見積|申込|見せ|上げ|照会|手続き?|送[るりっ]|お送り|出[すし]|渡[すし]|お渡し|知らせ|伝え|教え|まとめ|持って|揃え|そろえ|依頼|セット|アレンジ|折り?返し"
OUR_HOUSE = pattern(
    r"稟議|本部(?:に|へ|の|で)|審査部|融資部|起案|(?:上席|支店長|役席|課長|次長)(?:に|へ)(?:相談|報告|上げ|回)"
)
"""What only our side does."""

DELIVERS = pattern(_DELIVER)
SOON = pattern(r"次回(?:まで|に)?|[月火水木金]曜|後日|追って|近日|近々|早急に|至急|できるだけ早く")
UNTIL = pattern(
    r"(?:月|週|年|期|日)内(?:に|で)|(?:まで|迄)(?!の(?!ご?(?:回答|提出|送付|持参|連絡)))(?:に|には)?|中(?:に|には)|期限|〆切?|締め?切?り?厳守"
)
DONE_ALREADY = pattern(r"(?:し(?:た|ました)|済み?|った|いた|えた|けた|んだ|ました|完了)[。]?$")
TO_GET = pattern(
    r"(?:もら(?:う|い|える)|いただ(?:く|き|ける)|頂(?:く|き|ける)|くれる|くださる|下さる|受領予定|預かる(?:予定|こと)|依頼(?:済み?|した|中)?[。]?$|お願い(?:した|済み?|中)?[。]?$)"
)
CONFIDENTIAL = pattern(
    r"オフレコ|オフ・レコ|内密|内緒|(?:ここ|この場)だけ(?:の)?(?:話|に)|口外|他言|秘匿|秘密(?:に|で|とのこと|の話|厳守)|マル秘|㊙|取扱い?注意|(?:には?|へは?)(?:まだ)?(?:言わ|話さ|伝え|知らせ|触れ)(?:ない(?:で|よう|こと|$|。)|ず)|まだ(?:誰|だれ)にも|(?:には?|誰にも|だれにも)(?:まだ)?(?:言って|話して|伝えて)(?:は)?い?な"
)
WHOLE_IN_CONFIDENCE = pattern(
    r"秘匿|マル秘|㊙|取扱い?注意|(?:今日|本日|この(?:席|面談|件)|全部|すべて|全体)[^。]{0,6}(?:内密|オフレコ|口外|他言|内緒|秘密)"
)
"""The talk as such was in confidence, not one sentence of it."""

_IN_CONFIDENCE = r"(?:オフ・?レコ|他言(?:は)?(?:無用|禁止|厳禁)|口外(?:は)?(?:無用|禁止|厳禁)|内密|内緒|秘匿|秘密厳守|(?:部外|極|厳|マル)?秘|取扱い?注意|ここだけの話)(?:です|にて|で|に)?"
IN_CONFIDENCE = pattern(
    rf"[ 　]*[【〔［\[（(]?{_IN_CONFIDENCE}(?:お?願い(?:します|したい|いたします)?|して(?:ほしい|欲しい|ください))?[。！ 　]*"
)
"""A sentence of its own that says nothing but that (オフレコで。)."""

ONLY_ASKS = pattern(
    rf"(?:(?:今日|本日|この(?:席|面談|件)|本件|全部|すべて|全体)の?(?:お?話|こと|内容)?は、?)?{IN_CONFIDENCE.pattern}"
)
"""The same, of what it is said (今日の話は口外無用)."""

HEADED_IN_CONFIDENCE = pattern(
    rf"^(?P<open>[ 　]*[【〔［\[（(]?)(?P<words>{_IN_CONFIDENCE})[】〕］\]）)：: 　]", re.MULTILINE
)
"""The same at the head of a line (【秘匿】; オフレコ：)."""

PRIVATE_MATTER = pattern(
    r"M&A|Ｍ＆Ａ|(?:事業)?承継|(?:引退|勇退|代替わり)(?!した(?!い)|してい[るた]|済|後)|後継(?!機|品|車|モデル|製品|種)|跡(?:取|継)り?|(?:社長|世代)交代"
    r"|(?<!引き)(?<![引受])(?<!受け)継(?:ぐ|が(?:せ|な|ず)|い(?:で(?:ほし|欲し|もら|くれ)))|(?:会社|経営|社業|社長|身代|家業|息子|せがれ|倅|娘|婿|甥|長男|次男|長女|次女|第三者)(?:の座)?[をにへ]、?[^、。]{0,6}任せ(?!て[いあき])"
    r"|(?:会社|事業|株式?|店|息子|娘|長男|次男|社員|第三者)[をに]?、?[^、。]{0,6}(?:譲[るりろっ]|譲渡|売却|売る)|身売り|廃業"
)
"""An unlisted firm's succession or sale is 秘匿情報 (domain.md §4)."""

BEFORE_WHOM = pattern(r"[^、。]に(?:は|も)|[^、。]へは")
ABSENT = pattern(
    r"(?P<who>[^\s　、。「」（()）はがも]{0,8}?(?:"
    + PERSON
    + r"))(?:は|が|も|[（(])?、?(?:[^、。「」（）()]{0,10}で)?(?:不在|欠席|外出中?|出張(?:中|で不在)?|休み|休暇中?|現場(?=[）)。]|$|へ|に出|対応|で)|出先|所用|来客中?|会議中?|会えず|同席(?:せず|なし|ならず))"
)
WITH_US = pattern(
    r"(?:当[方行]は?)?、?(?P<who>[^\s　、。「」（(]{0,8}?(?:"
    + PERSON
    + r"))(?:と|が|も)?(?:同行|帯同)|(?:同行|帯同)[:： 　](?P<who2>[^\s　、。「」]{1,10})"
)
METHODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("来店", re.compile(r"(?:ご)?来[店行](?!客|の(?:際|予定|約束)|する|で申|のうえ)")),
    (
        "電話",
        re.compile(
            r"TEL|Tel|tel|℡|☎|(?:架|入|受)電|(?:に|へ|から|と|で)?(?:お)?電話(?!番号|料金|代|会社|帳|連絡する|する)"
        ),
    ),
    ("Web", re.compile(r"Web|WEB|ウェブ|オンライン|Zoom|ZOOM|ズーム|Teams|リモート面談")),
    ("訪問", re.compile(r"訪問(?!予定|の約束|する)|往訪|お伺い(?!する)")),
)
_TIME = r"(?:[0-9０-９]{1,2}[:：時][0-9０-９]{0,2}分?(?:頃|ごろ|から|より|~|～|〜|-)*)"
_DAY = r"(?:[0-9０-９]{1,2}[/／月][0-9０-９]{1,2}日?(?:[（(][月火水木金土日][）)])?|本日|今日|午前|午後|朝|夕方|昼)"
TIME_OR_DAY = pattern(rf"{_TIME}|{_DAY}")
SAYS_NOTHING = pattern(r"(?:要点のみ|以上|取り?急ぎ|メモ|覚え|備忘)[。]?")
TO_OTHERS = pattern(
    r"(?:税理士|会計士|弁護士|司法書士|専門家|事務局|社労士)(?:さん|の先生|先生)?(?:に|へ)(?:ご?確認|ご?相談)"
)
"""What the client is advised to ask of others: no promise to us."""

WHEN_OR_HOW = pattern(
    rf"{_TIME}|{_DAY}|電話|TEL|℡|架電|入電|受電|Web|WEB|オンライン|Zoom|Teams|来[店行]|往訪|訪問|面談|同行|帯同"
)
NEXT_WITHIN = pattern(
    rf"(?:、|ので|ため)、?(?=次回|次は|再訪)|、(?=[^、。]*(?:{_TIME}|{_DAY}|明日|来週)[^、。]*(?:訪問|面談|来店|伺)[^、。]*(?:予定|約束|ことに))"
)
"""Where, within a sentence, the words about the next meeting begin."""

HEADER_FILLERS = pattern(
    rf"途中(?:から|まで|参加|退席)?|遅れて|{_TIME}|{_DAY}|TEL|Tel|tel|℡|☎|(?:架|入|受)電|お?電話|Web|WEB|オンライン|Zoom|ZOOM|Teams|(?:ご)?来[店行]|往?訪問?|お伺い|面談|同席|同行|帯同|出席|対応|応対|とは?|に|へ|で|から|の|を|が|も|し(?:た|て)|のみ|だけ|[、。・,，:： 　()（）/／&＆]|各位|立ち話|雑談|(?:お)?二人|ほか|他|先方|当[方行]|(?:本社|本店|工場|事務所|応接室?|会議室|社長室|現場|店舗|支店|窓口|ロビー)"
)
"""What a line that only says when, where, how and with whom is made of, besides names."""

PROMISED_BY_US = pattern(
    rf"に(?:は)?、?[^、。]{{0,16}}?(?:{_DELIVER})[^、。]{{0,6}}?(?:と|旨)(?:を)?(?:伝|約束|回答|話|説明|申し)"
)
"""Our own promise within what we told them (8/21に持参と伝える)."""

TOLD_BY = pattern(
    rf"(?:、|件(?:で|は)?|^|(?<=後に)|その後)(?P<who>[^\s　、。「」はがのをにも]{{0,6}}?(?:{PERSON}))(?:は|が|も|(?:から(?:は)?|より)(?:お?電話(?:で|にて)?|連絡|メール)?)[、「]|(?P<by>[^\s　、。「」はがのをにもと]{{0,6}}?(?:{PERSON}))(?:から|より)の?(?:相談|依頼|要望|質問|照会|申し?出|打診|希望|お?話|報告|説明|指摘|苦情)(?:あり|を受け(?:た|る)|があった)?[。]?$|[（(](?P<noted>[^\s　、。「」（(]{{0,6}}?(?:{PERSON}))(?:談|曰く|いわく|より|から|コメント)[）)]|^(?![^、。]*(?:{PERSON}))[^、。「」]{{1,16}}、(?P<answered>[^\s　、。「」はがのをにもと]{{0,6}}?(?:{PERSON}))(?:は|も)?(?={ANSWERED_SO.pattern})|と(?P<last>[^\s　、。「」はがのをにもと]{{0,6}}?(?:{PERSON}))[。]?$"
)
"""Somebody named within the sentence as the one who told it (保証人は外せないかと社長から相談)."""

HEAD_ENDS = pattern(r"[ 　]+|(?<=同席)(?:で|し、?)|(?<=対応)(?:で|し、?)|(?<=面談)(?:で|し、?)")
"""Where the words about the meeting may end within a sentence."""

FROM_US = pattern(r"(?:当[方行]|こちら|弊行)(?:から|より)(?:は|も)?")

TOPIC = pattern(
    r"[^、。「」はがを]{1,14}(?:の件|について|の相談|の話|のお?話|の打合せ|の打ち合わせ|のフォロー)[。]?|(?:年末|年始|着任|離任|決算|定例|季節)?の?ご?(?:挨拶|あいさつ)(?:回り|まわり|訪問)?[。]?"
)
"""A sentence that only names what the talk was about."""


def without_note(text: str) -> str:
    """A sentence without the brackets, or the 以上, at its end."""
    return re.sub(r"(?:[（(][^（）()]*[）)]|[ 　]+以上)[。]?$", "", text)


def is_open_point(text: str) -> bool:
    """Whether a sentence says that something was not learned, or is to be asked next time."""
    return bool(OPEN_POINT.search(text))


def is_next_step(text: str) -> bool:
    """Whether a sentence says when or how one meets next."""
    return bool(NEXT_STEP.search(text)) and not _NEXT_ONLY.search(text)


def begins_next_step(text: str) -> bool:
    """Whether a sentence begins by naming the next meeting (次回12/4 10時)."""
    return bool(_BEGINS_NEXT.match(text)) and not _NEXT_ONLY.search(text)


def handed_over(text: str) -> re.Match[str] | None:
    """What a sentence says that we handed over, by its group `thing`; not what is still to be, or was not (資料は未交付)."""
    handed = HANDED_OVER.search(text)
    found = handed or BROUGHT.search(text)
    if found is None or found["thing"].endswith("未") or _NOT_DONE.search(text[found.end() :]):
        return None
    ahead = handed is None or found.group().endswith(("渡す", "お渡しする"))
    return None if ahead and (TIME_OR_DAY.search(text) or UNTIL.search(text)) else found


def is_seen(text: str) -> bool:
    """Whether a sentence tells what we saw of somebody or of the place, told by nobody."""
    found = SEEN.search(text)
    return found is not None and (found.end() >= len(text.rstrip("。")) or not TOLD.search(text))


def is_seen_of_somebody(text: str) -> bool:
    """The same of a sentence that begins with whom we saw (社長は渋い顔)."""
    return bool(re.match(rf"[^\s　、。「」はが]{{0,6}}?(?:{PERSON})[はがも]", text)) and is_seen(text)


def is_received(text: str) -> bool:
    """Whether a sentence tells that the client gave us a paper."""
    return bool(RECEIVED.search(text) and _THING_RECEIVED.search(text))
