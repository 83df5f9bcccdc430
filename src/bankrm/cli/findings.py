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
    "date_out_of_range": "日付が1900年から2100年までにありません",
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
    "registered_elsewhere": "登録がなく、同じCIFの取引先が別の店番にあります",
    "unreadable_passages": "読み取れない箇所は引用しません",
    "unreadable_text": "文字が壊れています",
    "no_text_layer": "文字情報のないページは引用しません",
    "broken_encoding": "文字の壊れたページは引用しません",
    "approximate_amount": "おおよその金額を、書かれた数字のまま取り込みました",
    "cif_short": "CIF番号の桁が足りません",
    "corporate_number_check_digit": "法人番号の検査数字が合いません(番号は空欄で取り込みました)",
    "gaiji": "外字があります",
    "leading_zeros_restored": "番号の先頭のゼロを補いました",
    "negative_amount": "残高や金額がマイナスです(そのまま取り込みます)",
    "recorded_here": "BankRMで書いた記録が、別の番号で戻ってきました。二重には取り込みません",
    "month_as_its_last_day": "月だけの時点を、その月の末日として取り込みました",
    "unusual_encoding": "ふだんと違う文字コードです",
    "page_incomplete": "読み切れないページがあります",
    "document_ambiguous": "複数の取引先の名前があり、どの取引先の資料か決められません(行内資料として取り込みました)",
    "document_unattached": "取引先の名前がなく、行内資料として取り込みました",
    "attachments_not_imported": "添付ファイルは取り込みません",
    "client_not_named": "どの取引先の訪問か書かれていません",
    "several_clients": "複数の取引先が書かれています",
    "start_missing": "開始の日時がありません",
    "uid_missing": "予定の番号(UID)がありません",
    "no_time_of_day": "時刻がありません",
    "repeats_only_first_taken": "繰り返しの予定は、最初の一回だけ取り込みました",
    "vertical_text": "縦書きのページは引用しません",
}

SKIPS: Mapping[str, str] = {
    "total": "合計の行",
    "remark": "注記の行",
    "repeated_header": "繰り返しの見出し",
    "cancelled": "取り消された予定",
    "individual": "個人",
    "foreign_government": "外国政府",
}


def finding_words(finding: Finding) -> str:
    """One finding: what, in which column, which clients. A reason without words is shown as its code."""
    words = REASONS.get(finding.reason, finding.reason)
    column = f"(列「{finding.column}」)" if finding.column else ""
    clients = f": {'、'.join(map(str, finding.clients))}" if finding.clients else ""
    return f"{words}{column}{clients}"


def skip_words(skipped: Mapping[str, int]) -> str:
    """Rows left out by rule, counted by reason: 個人629件、外国政府28件."""
    return "、".join(f"{SKIPS.get(reason, reason)}{count}件" for reason, count in skipped.items())
