"""The window's words for files, findings, fields and layouts: what it is, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from bankrm.application.ports.layouts import FieldValue, LayoutFault
from bankrm.application.ports.readers import Finding
from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import Likeness, Sameness
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.pages.imports.files import FileRow, FileState

translate = QCoreApplication.translate
_RECORD = QT_TRANSLATE_NOOP("Import", "元のデータでその値を直し、もう一度取り込んでください。")
_LOOK = QT_TRANSLATE_NOOP("Import", "この形で取り込みます。値を確かめてください。")
_LAYOUT = QT_TRANSLATE_NOOP("Import", "「列の対応を決める」で、この表の読み方を決めてください。")
_NOTHING = QT_TRANSLATE_NOOP("Import", "することはありません。")
_LEFT = QT_TRANSLATE_NOOP("Import", "要るものなら、文字を含む形で書き出し直してください。")
_ENTRY = QT_TRANSLATE_NOOP("Import", "予定表でその予定を直し、もう一度書き出してください。")

FINDINGS: Mapping[str, tuple[str, str]] = {
    "amount_out_of_range": (QT_TRANSLATE_NOOP("Import", "金額が大きすぎます"), QT_TRANSLATE_NOOP("Import", "単位を確かめてください。")),
    "cell_error": (QT_TRANSLATE_NOOP("Import", "Excelのエラー値です"), QT_TRANSLATE_NOOP("Import", "Excelで数式を直して保存し、もう一度取り込んでください。")),
    "column_not_imported": (QT_TRANSLATE_NOOP("Import", "この列は取り込みません"), QT_TRANSLATE_NOOP("Import", "要る列なら「列の対応を決める」で項目を選んでください。")),
    "date_incomplete": (QT_TRANSLATE_NOOP("Import", "日付が年月日までありません"), _RECORD),
    "date_out_of_range": (QT_TRANSLATE_NOOP("Import", "日付が1900年から2100年までにありません"), QT_TRANSLATE_NOOP("Import", "和暦と西暦の読み方を確かめてください。")),
    "duplicate_in_file": (QT_TRANSLATE_NOOP("Import", "同じものが一つのファイルに二度あります"), QT_TRANSLATE_NOOP("Import", "どちらかの行を消して、もう一度取り込んでください。")),
    "hidden_sheet": (QT_TRANSLATE_NOOP("Import", "非表示のシートは読みません"), QT_TRANSLATE_NOOP("Import", "要るシートなら、Excelで表示して保存してください。")),
    "impossible_date": (QT_TRANSLATE_NOOP("Import", "ありえない日付です"), _RECORD),
    "invalid_branch": (QT_TRANSLATE_NOOP("Import", "店番が3桁の数字ではありません"), _RECORD),
    "invalid_cif": (QT_TRANSLATE_NOOP("Import", "CIF番号の形が違います"), _RECORD),
    "invalid_corporate_number": (QT_TRANSLATE_NOOP("Import", "法人番号の形が違います"), _RECORD),
    "missing_value": (QT_TRANSLATE_NOOP("Import", "必要な値がありません"), _RECORD),
    "not_a_count": (QT_TRANSLATE_NOOP("Import", "数ではありません"), _RECORD),
    "not_a_date": (QT_TRANSLATE_NOOP("Import", "日付として読めません"), _RECORD),
    "not_a_mark": (QT_TRANSLATE_NOOP("Import", "○か空欄ではありません"), _RECORD),
    "not_a_rate": (QT_TRANSLATE_NOOP("Import", "利率として読めません"), _RECORD),
    "not_an_amount": (QT_TRANSLATE_NOOP("Import", "金額として読めません"), _RECORD),
    "possible_duplicate_corporate_number": (QT_TRANSLATE_NOOP("Import", "法人番号が同じ取引先があります"), QT_TRANSLATE_NOOP("Import", "名寄せで、同じ先かどうかを決めてください。")),
    "possible_duplicate_name": (QT_TRANSLATE_NOOP("Import", "名前が同じかもしれない取引先があります"), QT_TRANSLATE_NOOP("Import", "名寄せで、同じ先かどうかを決めてください。")),
    "possible_duplicate_reading": (QT_TRANSLATE_NOOP("Import", "読みが同じ取引先があります"), QT_TRANSLATE_NOOP("Import", "名寄せで、同じ先かどうかを決めてください。")),
    "sheet_not_matched": (QT_TRANSLATE_NOOP("Import", "読み方の分からないシートは読みません"), _LAYOUT),
    "short_date_undecided": (QT_TRANSLATE_NOOP("Import", "8/5/20 のような日付の意味が決まっていません"), QT_TRANSLATE_NOOP("Import", "「列の対応を決める」で、和暦か西暦かを選んでください。")),
    "too_few_cells": (QT_TRANSLATE_NOOP("Import", "セルが見出しより少ない行です"), QT_TRANSLATE_NOOP("Import", "途中で切れていないか、元のファイルを確かめてください。")),
    "too_many_cells": (QT_TRANSLATE_NOOP("Import", "セルが見出しより多い行です"), QT_TRANSLATE_NOOP("Import", "値の中の区切り文字を確かめてください。")),
    "type_unsupported": (QT_TRANSLATE_NOOP("Import", "この種類のファイルは取り込みません"), _NOTHING),
    "unit_unknown": (QT_TRANSLATE_NOOP("Import", "金額の単位が分かりません"), QT_TRANSLATE_NOOP("Import", "「列の対応を決める」で単位を選ぶか、見出しに(千円)と書いてください。")),
    "unknown_client": (QT_TRANSLATE_NOOP("Import", "取引先が登録されていません"), QT_TRANSLATE_NOOP("Import", "先に取引先の一覧を取り込んでください。")),
    "registered_elsewhere": (QT_TRANSLATE_NOOP("Import", "未登録です。{clients} なら登録があります"), QT_TRANSLATE_NOOP("Import", "元のデータで店番を直すか、先にこの店の取引先を取り込んでください。")),
    "unreadable_passages": (QT_TRANSLATE_NOOP("Import", "読み取れない箇所は引用しません"), _LEFT),
    "unreadable_text": (QT_TRANSLATE_NOOP("Import", "文字が壊れています"), QT_TRANSLATE_NOOP("Import", "元のシステムから書き出し直してください。")),
    "no_text_layer": (QT_TRANSLATE_NOOP("Import", "文字情報のないページは引用しません"), _LEFT),
    "broken_encoding": (QT_TRANSLATE_NOOP("Import", "文字の壊れたページは引用しません"), _LEFT),
    "approximate_amount": (QT_TRANSLATE_NOOP("Import", "おおよその金額を、書かれた数字のまま取り込みました"), QT_TRANSLATE_NOOP("Import", "正確な金額が分かれば、直して取り込んでください。")),
    "cif_short": (QT_TRANSLATE_NOOP("Import", "CIF番号の桁が足りません"), QT_TRANSLATE_NOOP("Import", "先頭のゼロが落ちていないか、元のデータを確かめてください。")),
    "corporate_number_check_digit": (QT_TRANSLATE_NOOP("Import", "法人番号の検査数字が合いません"), QT_TRANSLATE_NOOP("Import", "番号の写し間違いを確かめてください。")),
    "gaiji": (QT_TRANSLATE_NOOP("Import", "外字があります"), QT_TRANSLATE_NOOP("Import", "ほかの端末では別の字に見えることがあります。")),
    "negative_amount": (QT_TRANSLATE_NOOP("Import", "残高や金額がマイナスです"), QT_TRANSLATE_NOOP("Import", "このまま取り込みます。符号を確かめてください。")),
    "recorded_here": (QT_TRANSLATE_NOOP("Import", "BankRMで書いた記録が、別の番号で戻ってきました。二重には取り込みません"), _LOOK),
    "leading_zeros_restored": (QT_TRANSLATE_NOOP("Import", "番号の先頭のゼロを補いました"), _LOOK),
    "month_as_its_last_day": (QT_TRANSLATE_NOOP("Import", "月だけの時点を、その月の末日として取り込みました"), _LOOK),
    "unusual_encoding": (QT_TRANSLATE_NOOP("Import", "ふだんと違う文字コードです"), _LOOK),
    "page_incomplete": (QT_TRANSLATE_NOOP("Import", "読み切れないページがあります"), _LEFT),
    "document_ambiguous": (QT_TRANSLATE_NOOP("Import", "複数の取引先の名前があり、行内資料として取り込みました"), QT_TRANSLATE_NOOP("Import", "ファイル名の先頭に店番-CIF を付けて、もう一度取り込むと、その取引先の資料になります。")),
    "document_unattached": (QT_TRANSLATE_NOOP("Import", "取引先の名前がなく、行内資料として取り込みました"), QT_TRANSLATE_NOOP("Import", "取引先の資料なら、ファイル名の先頭に店番-CIF を付けて、もう一度取り込んでください。")),
    "attachments_not_imported": (QT_TRANSLATE_NOOP("Import", "添付ファイルは取り込みません"), QT_TRANSLATE_NOOP("Import", "要る添付は保存して、別に取り込んでください。")),
    "client_not_named": (QT_TRANSLATE_NOOP("Import", "どの取引先の訪問か書かれていません"), _ENTRY),
    "several_clients": (QT_TRANSLATE_NOOP("Import", "複数の取引先が書かれています"), _ENTRY),
    "start_missing": (QT_TRANSLATE_NOOP("Import", "開始の日時がありません"), _ENTRY),
    "uid_missing": (QT_TRANSLATE_NOOP("Import", "予定の番号(UID)がありません"), _ENTRY),
    "no_time_of_day": (QT_TRANSLATE_NOOP("Import", "時刻がありません"), _LOOK),
    "repeats_only_first_taken": (QT_TRANSLATE_NOOP("Import", "繰り返しの予定は、最初の一回だけ取り込みました"), _LOOK),
    "vertical_text": (QT_TRANSLATE_NOOP("Import", "縦書きのページは引用しません"), _LEFT),
}  # fmt: skip
"""What is wrong or noteworthy, and what to do, by the reason's code."""

SKIPS: Mapping[str, str] = {
    "total": QT_TRANSLATE_NOOP("Import", "合計の行"),
    "remark": QT_TRANSLATE_NOOP("Import", "注記の行"),
    "repeated_header": QT_TRANSLATE_NOOP("Import", "繰り返しの見出し"),
    "cancelled": QT_TRANSLATE_NOOP("Import", "取り消された予定"),
    "individual": QT_TRANSLATE_NOOP("Import", "個人"),
    "foreign_government": QT_TRANSLATE_NOOP("Import", "外国政府"),
}  # fmt: skip

KINDS: Mapping[str, str] = {
    "client": QT_TRANSLATE_NOOP("Import", "取引先"),
    "contact": QT_TRANSLATE_NOOP("Import", "面談者"),
    "interaction": QT_TRANSLATE_NOOP("Import", "応接記録"),
    "host": QT_TRANSLATE_NOOP("Import", "基幹データ(残高)"),
    "other_bank": QT_TRANSLATE_NOOP("Import", "他行借入"),
    "statement": QT_TRANSLATE_NOOP("Import", "決算"),
    "deal": QT_TRANSLATE_NOOP("Import", "案件"),
    "visit": QT_TRANSLATE_NOOP("Import", "訪問予定"),
    "document": QT_TRANSLATE_NOOP("Import", "資料"),
    "product": QT_TRANSLATE_NOOP("Import", "標準提案"),
}  # fmt: skip

ADDS: Mapping[str, str] = {
    "client": QT_TRANSLATE_NOOP("Import", "だれを訪ねるか。すべての記録はここに結び付きます"),
    "interaction": QT_TRANSLATE_NOOP("Import", "これまでに言われたこと、約束・宿題、意向の移り変わり"),
    "statement": QT_TRANSLATE_NOOP("Import", "売上や利益の動きと、ローカルベンチマークの6指標"),
    "visit": QT_TRANSLATE_NOOP("Import", "今日と翌営業日の訪問が並び、準備が自動で始まります"),
    "contact": QT_TRANSLATE_NOOP("Import", "だれが決めるか。発言が人ごとにまとまります"),
    "host": QT_TRANSLATE_NOOP("Import", "当行の預金・融資残高・返済額と、その時点"),
    "other_bank": QT_TRANSLATE_NOOP("Import", "他行の残高と金利、当行のシェア"),
    "deal": QT_TRANSLATE_NOOP("Import", "進行中の案件と期限"),
    "document": QT_TRANSLATE_NOOP("Import", "見積書・案内・標準提案を、ページを示して引用できます"),
}  # fmt: skip
"""What a kind of file would add."""

FIELDS: Mapping[str, str] = {
    "branch": QT_TRANSLATE_NOOP("Import", "店番"), "cif": QT_TRANSLATE_NOOP("Import", "CIF番号"),
    "name": QT_TRANSLATE_NOOP("Import", "名前"), "reading": QT_TRANSLATE_NOOP("Import", "読み(カナ)"),
    "form": QT_TRANSLATE_NOOP("Import", "法人・個人"), "corporate_number": QT_TRANSLATE_NOOP("Import", "法人番号"),
    "aliases": QT_TRANSLATE_NOOP("Import", "通称"), "industry": QT_TRANSLATE_NOOP("Import", "業種"),
    "address": QT_TRANSLATE_NOOP("Import", "所在地"), "representative": QT_TRANSLATE_NOOP("Import", "代表者"),
    "founded": QT_TRANSLATE_NOOP("Import", "設立"), "business": QT_TRANSLATE_NOOP("Import", "事業内容"),
    "suppliers": QT_TRANSLATE_NOOP("Import", "主要仕入先"), "customers": QT_TRANSLATE_NOOP("Import", "主要販売先"),
    "in_charge": QT_TRANSLATE_NOOP("Import", "担当者"), "as_of": QT_TRANSLATE_NOOP("Import", "時点"),
    "role": QT_TRANSLATE_NOOP("Import", "役職"), "decides": QT_TRANSLATE_NOOP("Import", "決裁者"),
    "note": QT_TRANSLATE_NOOP("Import", "備考"), "ref": QT_TRANSLATE_NOOP("Import", "番号"),
    "on": QT_TRANSLATE_NOOP("Import", "面談日"), "method": QT_TRANSLATE_NOOP("Import", "面談方法"),
    "place": QT_TRANSLATE_NOOP("Import", "場所"), "attendees": QT_TRANSLATE_NOOP("Import", "面談者"),
    "bank_people": QT_TRANSLATE_NOOP("Import", "当方"), "purpose": QT_TRANSLATE_NOOP("Import", "目的"),
    "explanation": QT_TRANSLATE_NOOP("Import", "当方の説明"), "client_words": QT_TRANSLATE_NOOP("Import", "顧客の発言"),
    "promises_text": QT_TRANSLATE_NOOP("Import", "約束・宿題"), "handed_over": QT_TRANSLATE_NOOP("Import", "交付資料"),
    "open_points": QT_TRANSLATE_NOOP("Import", "未確認事項"),
    "next_step": QT_TRANSLATE_NOOP("Import", "次回予定"), "confidentiality": QT_TRANSLATE_NOOP("Import", "機密区分"),
    "loans": QT_TRANSLATE_NOOP("Import", "融資残高"), "guaranteed_loans": QT_TRANSLATE_NOOP("Import", "うち保証協会付"),
    "monthly_repayment": QT_TRANSLATE_NOOP("Import", "返済月額"), "deposits": QT_TRANSLATE_NOOP("Import", "預金残高"),
    "personal_guarantee": QT_TRANSLATE_NOOP("Import", "代表者保証"), "collateral": QT_TRANSLATE_NOOP("Import", "担保"),
    "bank": QT_TRANSLATE_NOOP("Import", "金融機関"), "balance_yen": QT_TRANSLATE_NOOP("Import", "残高"),
    "rate_percent": QT_TRANSLATE_NOOP("Import", "金利"), "guaranteed": QT_TRANSLATE_NOOP("Import", "保証協会"),
    "period_end": QT_TRANSLATE_NOOP("Import", "決算期"), "sales": QT_TRANSLATE_NOOP("Import", "売上高"),
    "operating_profit": QT_TRANSLATE_NOOP("Import", "営業利益"), "ordinary_profit": QT_TRANSLATE_NOOP("Import", "経常利益"),
    "net_profit": QT_TRANSLATE_NOOP("Import", "当期純利益"), "taxes": QT_TRANSLATE_NOOP("Import", "法人税等"),
    "depreciation": QT_TRANSLATE_NOOP("Import", "減価償却費"), "borrowings": QT_TRANSLATE_NOOP("Import", "借入金"),
    "cash": QT_TRANSLATE_NOOP("Import", "現預金"), "receivables": QT_TRANSLATE_NOOP("Import", "売上債権"),
    "inventories": QT_TRANSLATE_NOOP("Import", "棚卸資産"), "payables": QT_TRANSLATE_NOOP("Import", "買入債務"),
    "net_assets": QT_TRANSLATE_NOOP("Import", "純資産"), "total_assets": QT_TRANSLATE_NOOP("Import", "総資産"),
    "employees": QT_TRANSLATE_NOOP("Import", "従業員数"), "source": QT_TRANSLATE_NOOP("Import", "出典"),
    "title": QT_TRANSLATE_NOOP("Import", "案件名"), "amount_yen": QT_TRANSLATE_NOOP("Import", "金額"),
    "stage": QT_TRANSLATE_NOOP("Import", "段階"), "deadline": QT_TRANSLATE_NOOP("Import", "期限"),
    "opened": QT_TRANSLATE_NOOP("Import", "登録日"),
}  # fmt: skip

FAULTS: Mapping[str, str] = {
    "field_missing": QT_TRANSLATE_NOOP("Import", "「{field}」の列を選んでください"),
    "one_of_missing": QT_TRANSLATE_NOOP("Import", "取り込む値の列を少なくとも一つ選んでください"),
    "as_of_missing": QT_TRANSLATE_NOOP("Import", "「{field}」の列を選んでください(見出しの上に「…現在」もありません)"),
    "header_twice": QT_TRANSLATE_NOOP("Import", "「{field}」の列は、同じ見出しの列が左にあるので使えません"),
    "branch_invalid": QT_TRANSLATE_NOOP("Import", "店番は3桁の数字で入れてください"),
    "header_missing": QT_TRANSLATE_NOOP("Import", "見出しの行を選んでください"),
}  # fmt: skip

PROFILES: Mapping[str, str] = {
    "clients": QT_TRANSLATE_NOOP("Import", "取引先一覧"),
    "contacts": QT_TRANSLATE_NOOP("Import", "面談者一覧"),
    "deals": QT_TRANSLATE_NOOP("Import", "案件一覧"),
    "edinet-codes": QT_TRANSLATE_NOOP("Import", "EDINETコードリスト"),
    "host-balances": QT_TRANSLATE_NOOP("Import", "基幹残高一覧"),
    "interactions": QT_TRANSLATE_NOOP("Import", "応接記録"),
    "other-banks": QT_TRANSLATE_NOOP("Import", "他行借入一覧"),
    "statements": QT_TRANSLATE_NOOP("Import", "決算一覧"),
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "csv": "CSV", "xlsx": "Excel", "pdf": "PDF", "docx": "Word",
    "txt": QT_TRANSLATE_NOOP("Import", "テキスト"),
    "eml": QT_TRANSLATE_NOOP("Import", "メール"),
    "ics": QT_TRANSLATE_NOOP("Import", "予定"),
}  # fmt: skip

LIKENESSES: Mapping[Likeness, str] = {
    Likeness.CORPORATE_NUMBER: QT_TRANSLATE_NOOP("Import", "法人番号が同じ"),
    Likeness.NAME: QT_TRANSLATE_NOOP("Import", "名前が同じ"),
    Likeness.READING: QT_TRANSLATE_NOOP("Import", "読みが同じ"),
}  # fmt: skip
SAMENESSES: Mapping[Sameness, str] = {
    Sameness.SAME: QT_TRANSLATE_NOOP("Import", "同じ先"),
    Sameness.DIFFERENT: QT_TRANSLATE_NOOP("Import", "別の先"),
    Sameness.LATER: QT_TRANSLATE_NOOP("Import", "後で"),
}  # fmt: skip


def told(sentence: str) -> str:
    """A marked sentence in the window's language."""
    return translate("Import", sentence)


def finding_words(finding: Finding) -> tuple[str, str]:
    """What is wrong, and what to do. A reason without words is shown as its code."""
    reason, what_to_do = FINDINGS.get(finding.reason, (finding.reason, _LOOK))
    return told(reason).format(clients=_joined(finding.clients[1:])), told(what_to_do)


def skipped_words(skipped: Mapping[str, int]) -> str:
    """合計の行 1、個人 629."""
    pieces = (f"{told(SKIPS.get(reason, reason))} {count:,}" for reason, count in skipped.items())
    return translate("Import", "、").join(pieces)


def profile_words(profile: str, file_type: str) -> str:
    """How a file was read: the names of its profiles, else its type."""
    if not profile:
        return told(TYPES.get(file_type, file_type))
    return translate("Import", "、").join(told(PROFILES.get(name, name)) for name in profile.split("+"))


def clients_words(finding: Finding) -> str:
    """The keys of the clients that a finding is about; where a client is unknown, not of those that it may be."""
    return _joined(finding.clients[:1] if finding.reason == "registered_elsewhere" else finding.clients)


def _joined(clients: Sequence[ClientKey]) -> str:
    return translate("Import", "、").join(map(str, clients))


def kind_words(kind: str) -> str:
    """A kind of record."""
    return told(KINDS[kind])


def field_words(field: str) -> str:
    """A field of a record."""
    return told(FIELDS[field])


def fault_words(fault: LayoutFault) -> str:
    """What is still to be settled."""
    return told(FAULTS[fault.code]).format(field=field_words(fault.field) if fault.field else "")


def value_words(kind: str, value: FieldValue) -> str:
    """A cell as it was read, by the kind of its field."""
    match value:
        case None:
            return ""
        case bool():
            return "○" if value else ""
        case int() if kind == "amount":
            return translate("Import", "{yen}円").format(yen=f"{'▲' if value < 0 else ''}{abs(value):,}")
        case int():
            return f"{value:,}"
        case float():
            return f"{value:g}%"
        case date():
            return f"{value.year}/{value.month}/{value.day}"
        case tuple():
            return translate("Import", "、").join(value)
    return (
        {"corporation": translate("Import", "法人"), "sole_proprietor": translate("Import", "個人事業主")}.get(
            value, value
        )
        if kind == "form"
        else value
    )


def file_state_words(row: FileRow) -> str:
    """Where a file stands, in a few words."""
    match row.state:
        case FileState.READING if row.total:
            return translate("Import", "取込中 {done} / {total}").format(done=f"{row.done:,}", total=f"{row.total:,}")
        case FileState.READING:
            return translate("Import", "取込中 {done}").format(done=f"{row.done:,}")
        case FileState.TAKEN if row.report and row.report.errors:
            return translate("Import", "取込済み(エラーあり)")
        case FileState.REFUSED if row.needs_layout:
            return translate("Import", "列の対応を決めてください")
    return told(_STATES[row.state])


_STATES: Mapping[FileState, str] = {
    FileState.WAITING: QT_TRANSLATE_NOOP("Import", "待っています"),
    FileState.READING: QT_TRANSLATE_NOOP("Import", "取込中"),
    FileState.TAKEN: QT_TRANSLATE_NOOP("Import", "取込済み"),
    FileState.CHECKED: QT_TRANSLATE_NOOP("Import", "確かめただけ"),
    FileState.REFUSED: QT_TRANSLATE_NOOP("Import", "取り込めません"),
    FileState.LEFT_OUT: QT_TRANSLATE_NOOP("Import", "対象外"),
    FileState.STOPPED: QT_TRANSLATE_NOOP("Import", "中止(何も取り込んでいません)"),
}  # fmt: skip
STATE_MARKS: Mapping[FileState, str] = {
    FileState.WAITING: "…", FileState.READING: "▶", FileState.TAKEN: "✓", FileState.CHECKED: "○",
    FileState.REFUSED: "✕", FileState.LEFT_OUT: "–", FileState.STOPPED: "■",
}  # fmt: skip


def skip_words(reason: str) -> str:
    """Why a row is left out."""
    return told(SKIPS.get(reason, reason))


def undecided_words() -> str:
    """Of a pair that nobody has decided on."""
    return translate("Import", "未決")
