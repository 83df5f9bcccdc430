"""What the tour says at each page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from bankrm.ui.marking import QT_TRANSLATE_NOOP

STOPS: Mapping[str, str] = {
    "today": QT_TRANSLATE_NOOP("Tour", "朝は、ここから始めます。上に当行の宿題が期限順に並び、下に本日の訪問が時刻順に並びます。カードを開くと、その訪問の準備一式が読めます。"),
    "clients": QT_TRANSLATE_NOOP("Tour", "取引先ごとの取引状況、決算と6つの指標、応接の経緯です。人の名前を押すと、その人の発言だけを日付順に読めます。"),
    "drafts": QT_TRANSLATE_NOOP("Tour", "準備シートの一文を選ぶと、右にその根拠が開きます。直す、消す、根拠を足す、は一文ずつできます。どの文にも根拠の印が付きます。"),
    "records": QT_TRANSLATE_NOOP("Tour", "夕方は、訪問ごとに一つのメモを書きます。記録の項目はメモの言葉から提案されるので、確かめて確定してください。"),
    "imports": QT_TRANSLATE_NOOP("Tour", "銀行のCSVやExcel、PDF、予定表をここに置くと取り込みます。行のエラーは、行番号と直し方を示します。"),
    "settings": QT_TRANSLATE_NOOP("Tour", "文章を書く方式、データの場所、IT部門が決めた設定を確かめるページです。"),
}  # fmt: skip


def stop_words(page: str) -> str:
    """What is said at a page; empty where the tour passes it by."""
    return QCoreApplication.translate("Tour", STOPS[page]) if page in STOPS else ""
