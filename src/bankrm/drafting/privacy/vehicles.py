"""Number plates (自動車登録番号標): office of registration, class, kana, number. After 道路運送車両法施行規則 様式第一 and 自動車登録規則 第13条."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_OFFICES = (
    "札幌 函館 旭川 室蘭 釧路 帯広 十勝 北見 苫小牧 知床 青森 八戸 弘前 津軽 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 いわき 白河 水戸 土浦 つくば 宇都宮 那須 とちぎ 日光 群馬 前橋 高崎 大宮 川口 所沢 "
    "川越 熊谷 春日部 越谷 千葉 成田 習志野 市川 船橋 袖ヶ浦 袖ケ浦 市原 野田 柏 松戸 品川 世田谷 練馬 杉並 板橋 足立 江東 江戸川 葛飾 八王子 多摩 横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 長野 松本 諏訪 南信州 安曇野 富山 石川 "
    "金沢 福井 岐阜 飛騨 静岡 浜松 沼津 伊豆 名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市 伊勢志摩 滋賀 京都 大阪 なにわ 和泉 堺 神戸 姫路 奈良 飛鳥 和歌山 鳥取 島根 出雲 岡山 倉敷 広島 福山 下関 山口 徳島 香川 高松 "
    "愛媛 高知 福岡 北九州 筑豊 久留米 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄"
)
_PLATE = pattern(
    rf"(?:{'|'.join(sorted(_OFFICES.split(), key=len, reverse=True))})\s?\d{{1,2}}[\dA-Z]?\s?[あ-えか-さす-もや-をABEHKMTY]\s?(?:\d{{1,2}}-\d{{2}}|[・.]{{0,3}}\d{{1,4}})(?![\d-])"
)


def vehicles(text: ReadText) -> Iterator[PrivateSpan]:
    """Each number plate."""
    for start, end in text.matches(_PLATE):
        yield PrivateSpan(start, end, PrivateKind.VEHICLE)
