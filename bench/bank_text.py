"""Plausible bank records in any number, for measuring only: they are never shown and never part of the sample bank."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache

PASSAGES = 100_000

SURNAMES = "青柳 磯部 植草 江波 尾上 笠原 木暮 久我 小柴 笹川 宍戸 須賀 瀬川 相馬 高梨 千種 津島 寺内 土岐 永井 新見 沼田 根本 野々村 羽田 平松 深沢 星野 槇原 三好 牟田 森下 矢部 結城 吉永 若林"
ROLES = "社長 会長 専務 常務 経理部長 総務課長 工場長 店長 奥様 営業部長 財務担当 事務長"
PLACES = "本社応接室 工場 支店 店舗 倉庫 電話 事務所 食堂 現場事務所"
THINGS = (
    "NC旋盤 マシニングセンタ 射出成形機 冷凍庫 配送トラック 基幹システム 空調設備 印刷機 厨房機器 太陽光パネル 包装ライン 自動倉庫 溶接ロボット "
    "検査装置 ボイラー 選果機 介護ベッド 予約システム 勤怠システム 駐車場 新工場 第二倉庫 社員寮 店舗改装 排水処理設備 金型 フォークリフト "
    "製氷機 乾燥機 釜 レジ 省力化設備 受変電設備 木材乾燥庫 牛舎 選別機 生コン車 足場材 内視鏡 分包機"
)
MATTERS = (
    "運転資金 設備資金 賞与資金 納税資金 借換 肩代わり プロパー融資 保証協会付 当座貸越 経営者保証 事業承継 補助金 資金繰り表 試算表 決算書 "
    "ビジネスマッチング 法人カード でんさい 手形の廃止 返済シミュレーション 条件変更 担保評価 根抵当 資本性劣後ローン 預り資産 職域 脱炭素 M&A 人手不足 "
    "値上げ交渉 仕入価格 在庫 売掛金の回収 後継者 採用 賃上げ 新規受注 海外取引 為替 電気代"
)
VERBS = (
    "前向きに考えたい まだ決めていない 来期に回したい 社長と相談する 見積を取り直す 急いでいない 先に話を聞きたい 他行の提案を待つ 役員会にかける "
    "見送ることにした 早めに動きたい 条件次第である 税理士に確認する 数字を見てから決める 今月中に返事をする"
)
CAUSES = (
    "受注が読めない 人が足りない 原材料が上がった 主力の取引先が減産する 天候に左右される 設備が古い 補助金の公募を待つ 夜勤を組めない 為替が動いている "
    "親会社の方針が変わる 職人が高齢である 燃料費が重い 在庫が積み上がった 売上が戻ってきた"
)
BANKS = "潮見銀行 常磐台信金 桜野台信用金庫 東雲銀行 北浜中央銀行 里山信組"
STEMS = "青葉 白波 緑野 朝霧 花園 大和田 高砂 若竹 千歳 明星 日高 霧島 山吹 藤波 岩戸 松風 雪代 春日"
TRADES = "精機 製作所 食品 建設 運輸 物産 印刷 農園 電機 木材 繊維 化成 水産 酒造 観光 薬局 介護サービス 金属"


def passages(count: int = PASSAGES, seed: int = 20261120) -> Iterator[tuple[str, str]]:
    """Ids and texts of 120 to 300 characters, the same for the same seed."""
    rng = random.Random(seed)
    for number in range(count):
        yield f"p{number}", "".join(_sentences(rng))


def queries(count: int, seed: int = 20261124) -> Iterator[tuple[str, str]]:
    """Questions as a section's recipe or a banker would ask them."""
    rng = random.Random(seed)
    for number in range(count):
        thing, matter, cause = one(rng, THINGS), one(rng, MATTERS), one(rng, CAUSES)
        who = one(rng, SURNAMES) + one(rng, ROLES)
        firm, amount = _firm(rng), _amount(rng)
        yield (
            f"q{number}",
            rng.choice(
                (
                    f"{thing}の更新について{who}は何と言ったか",
                    f"{matter}について{firm}と話したこと",
                    f"{cause}ので{thing}をどうするか",
                    f"{one(rng, BANKS)}から{amount}の提示を受けた{matter}の条件は何か",
                    f"{thing}と{matter}",
                    f"{who}との約束で{matter}の資料を持参する期限はいつか",
                )
            ),
        )


def _sentences(rng: random.Random) -> Iterator[str]:
    who = one(rng, SURNAMES) + one(rng, ROLES)
    thing, matter = one(rng, THINGS), one(rng, MATTERS)
    yield f"{rng.randint(2023, 2026)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日、{_firm(rng)}の{one(rng, PLACES)}にて{who}と面談。"
    yield f"{thing}の入れ替えは{_amount(rng)}の見積で、{one(rng, CAUSES)}ため{one(rng, VERBS)}とのこと。"
    yield f"{matter}については「{one(rng, CAUSES)}ので{one(rng, VERBS)}」と話された。"
    if rng.random() < 0.5:
        yield f"{one(rng, BANKS)}から{rng.randint(3, 10)}年{rng.randint(10, 35) / 10}%の提示があったと聞いている。"
    if rng.random() < 0.7:
        yield f"当行からは{one(rng, MATTERS)}の資料を{rng.randint(1, 12)}月末までに持参すると約束した。"
    if rng.random() < 0.5:
        yield f"次回は{one(rng, THINGS)}の稼働状況と{one(rng, MATTERS)}の考えを伺う予定。"


def _firm(rng: random.Random) -> str:
    return f"{one(rng, STEMS)}{one(rng, TRADES)}株式会社"


def _amount(rng: random.Random) -> str:
    return f"{rng.randint(3, 400) * 100:,}万円" if rng.random() < 0.6 else f"{rng.randint(3, 900)}百万円"


@lru_cache
def _choices(words: str) -> list[str]:
    return words.split()


def one(rng: random.Random, words: str) -> str:
    """One of these words."""
    return rng.choice(_choices(words))
