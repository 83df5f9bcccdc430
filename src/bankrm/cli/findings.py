"""What an import noticed, in words: reason codes of rows and files to Japanese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.application.ports.readers import Finding

REASONS: Mapping[str, str] = {
    "amount_out_of_range": "金額が大きすぎます",
    "cell_error": "Excelのエラー値です",
    "column_not_imported": "この列は取り込みません",
    "date_incomplete": "日付が年月日までありません",
    "duplicate_in_file": "同じものが一つのファイルに二度あります",
    "hidden_sheet": "非表示のシートは読みません",
    "impossible_date": "ありえない日付です",
    "invalid_branch": "店番が3桁の数字ではありません",
    "invalid_cif": "CIF番号の形が違います",
    "invalid_corporate_number": "法人番号の検査数字が合いません",
    "missing_value": "必要な値がありません",
    "not_a_count": "数ではありません",
    "not_a_date": "日付として読めません",
    "not_a_mark": "○か空欄ではありません",
    "not_a_rate": "利率として読めません",
    "not_an_amount": "金額として読めません",
    "possible_duplicate_corporate_number": "法人番号が同じ取引先があります",
    "possible_duplicate_name": "名前が同じかもしれない取引先があります",
    "possible_duplicate_reading": "読みが同じ取引先があります",
    "sheet_not_matched": "読み方の分からないシートは読みません",
    "short_date_undecided": "この書き方の日付は、読み方がプロファイルで決まっていません",
    "too_few_cells": "セルが見出しより少ない行です",
    "too_many_cells": "セルが見出しより多い行です",
    "type_unsupported": "この種類のファイルは取り込みません",
    "unit_unknown": "金額の単位が分かりません",
    "unknown_client": "取引先が登録されていません",
    "unreadable_passages": "読み取れない箇所は引用しません",
    "unreadable_text": "文字が壊れています",
    "no_text_layer": "文字情報のない頁は引用しません",
    "broken_encoding": "文字の壊れた頁は引用しません",
    "vertical_text": "縦書きの頁は引用しません",
}


def finding_words(finding: Finding) -> str:
    """One finding: what, in which column, which clients. A reason without words is shown as its code."""
    words = REASONS.get(finding.reason, finding.reason)
    column = f"(列「{finding.column}」)" if finding.column else ""
    clients = f": {'、'.join(map(str, finding.clients))}" if finding.clients else ""
    return f"{words}{column}{clients}"
