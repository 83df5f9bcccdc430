"""A layout as a bank might hand it over that no profile knows: CP932, three title rows, 千円, 和暦, odd headers."""

from __future__ import annotations

STRANGE = """かもめ銀行　営業支援システム,,,,,,
取引先別　与信一覧,,,作成: 営業企画部,,,
（金額は千円単位）,,,令和8年10月31日現在,,,
店,お客様番号(10桁),お取引先のお名前,ご融資残高合計,預かり残高,保証人の有無,最終更新
012,0012345,株式会社楡津,"213,000",△1,有,8/5/20
012,0012346,㈱みなも,"1,5O0","4,000",,8/5/21
025,0012347,湊屋商店,800,,無,8/5/22
,,合計,"214,300","3,999",,
"""
"""「1,5O0」 has a letter O: an error row."""
