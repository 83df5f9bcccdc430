"""The window's catalogue of sentences for expected errors: what happened, and what to do. Keyed by the error's code.

The command line has its own: there, what to do is a command. A test walks all subclasses of ExpectedError.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from bankrm.application.ports.readers import ImportRefused
from bankrm.domain.errors import ExpectedError
from bankrm.ui.marking import QT_TRANSLATE_NOOP


class Words(NamedTuple):
    """One sentence each; `{name}` stands for a detail of the error."""

    title: str
    what_to_do: str


CATALOGUE: Mapping[str, tuple[str, str]] = {
    "expected": (
        QT_TRANSLATE_NOOP("Errors", "処理を続けられませんでした。"),
        QT_TRANSLATE_NOOP("Errors", "入力を確かめて、もう一度お試しください。"),
    ),
    "not_found": (
        QT_TRANSLATE_NOOP("Errors", "見つかりません({what})。"),
        QT_TRANSLATE_NOOP("Errors", "ほかの画面で消されたか、取り込み直されたかもしれません。一覧から選び直してください。"),
    ),
    "words_unfinished": (
        QT_TRANSLATE_NOOP("Errors", "下書きに書きかけの文があります。"),
        QT_TRANSLATE_NOOP("Errors", "取り入れるかコピーしてください。もう一度閉じると、書きかけは残りません。"),
    ),
    # the store and its key
    "store_error": (
        QT_TRANSLATE_NOOP("Errors", "データの保存場所を使えません。"),
        QT_TRANSLATE_NOOP("Errors", "設定の「診断」で状態を確かめてください。"),
    ),
    "store_missing": (
        QT_TRANSLATE_NOOP("Errors", "まだデータがありません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "はじめて使うときは「新しく始める」を選んでください。"),
    ),
    "store_exists": (
        QT_TRANSLATE_NOOP("Errors", "すでにデータがあります: {path}"),
        QT_TRANSLATE_NOOP("Errors", "上書きはしません。そのデータを開いてください。"),
    ),
    "store_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "データを開けません(鍵が違うか、ファイルが壊れています): {path}"),
        QT_TRANSLATE_NOOP("Errors", "パスフレーズを確かめてください。合っているときは、ファイルに触れずにIT部門に連絡してください。ファイルは変更していません。"),
    ),
    "store_busy": (
        QT_TRANSLATE_NOOP("Errors", "大きな取込か、ほかのBankRMがデータを書き込んでいます。"),
        QT_TRANSLATE_NOOP("Errors", "終わるのを待って、もう一度お試しください。"),
    ),
    "store_too_new": (
        QT_TRANSLATE_NOOP("Errors", "新しい版のBankRMで作られたデータです。"),
        QT_TRANSLATE_NOOP("Errors", "BankRMを新しい版に更新してください。データは変更していません。"),
    ),
    "store_disk_full": (
        QT_TRANSLATE_NOOP("Errors", "ディスクの空きが足りません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "空きを作って、もう一度お試しください。データは元のままです。"),
    ),
    "store_unwritable": (
        QT_TRANSLATE_NOOP("Errors", "ファイルを読み書きできません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "フォルダの権限と接続を確かめてください。"),
    ),
    "store_upgrade_failed": (
        QT_TRANSLATE_NOOP("Errors", "データの更新に失敗し、元に戻しました。"),
        QT_TRANSLATE_NOOP("Errors", "ディスクの空きを確かめ、続くときはIT部門に連絡してください。"),
    ),
    "backup_refused": (
        QT_TRANSLATE_NOOP("Errors", "控えとして使えません({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "BankRMで作った控えを選んでください。"),
    ),
    "backup_exists": (
        QT_TRANSLATE_NOOP("Errors", "同じ名前のファイルがあります: {path}"),
        QT_TRANSLATE_NOOP("Errors", "上書きはしません。別の名前を選んでください。"),
    ),
    "record_unstorable": (
        QT_TRANSLATE_NOOP("Errors", "保存できない値があります({kind})。"),
        QT_TRANSLATE_NOOP("Errors", "数値と文字を確かめてください。何も保存していません。"),
    ),
    "vault_error": (
        QT_TRANSLATE_NOOP("Errors", "鍵を使えません。"),
        QT_TRANSLATE_NOOP("Errors", "設定の「診断」で状態を確かめるか、IT部門に連絡してください。"),
    ),
    "keys_missing": (
        QT_TRANSLATE_NOOP("Errors", "鍵ファイルがありません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "store.keys を元の場所に戻すか、控えから戻してください。データは変更していません。"),
    ),
    "keys_exist": (
        QT_TRANSLATE_NOOP("Errors", "すでに鍵ファイルがあります: {path}"),
        QT_TRANSLATE_NOOP("Errors", "上書きはしません。そのデータを開いてください。"),
    ),
    "keys_damaged": (
        QT_TRANSLATE_NOOP("Errors", "鍵ファイルが壊れています: {path}"),
        QT_TRANSLATE_NOOP("Errors", "一つ前の鍵ファイルか控えから戻してください。"),
    ),
    "key_refused": (
        QT_TRANSLATE_NOOP("Errors", "鍵が合いません。"),
        QT_TRANSLATE_NOOP("Errors", "パスフレーズをもう一度入れてください。合っているときは、鍵ファイルを控えから戻してください。"),
    ),
    "vault_locked": (
        QT_TRANSLATE_NOOP("Errors", "このパソコンの資格情報では開けません。"),
        QT_TRANSLATE_NOOP("Errors", "パスフレーズを入れてください。"),
    ),
    "credential_store_missing": (
        QT_TRANSLATE_NOOP("Errors", "このパソコンには使える資格情報の保管場所がありません。"),
        QT_TRANSLATE_NOOP("Errors", "12文字以上のパスフレーズを決めて入れてください。"),
    ),
    "passphrase_too_short": (
        QT_TRANSLATE_NOOP("Errors", "パスフレーズが短すぎます。"),
        QT_TRANSLATE_NOOP("Errors", "{minimum}文字以上にしてください。"),
    ),
    "passphrase_file_refused": (
        QT_TRANSLATE_NOOP("Errors", "パスフレーズのファイルを使えません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "本人だけが読めるテキストファイルを指定してください。"),
    ),
    # the program's own data
    "resources_missing": (
        QT_TRANSLATE_NOOP("Errors", "プログラムのデータファイルがありません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "BankRMを入れ直してください。"),
    ),
    "resource_invalid": (
        QT_TRANSLATE_NOOP("Errors", "設定のデータファイルを読めません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "IT部門に連絡してください。"),
    ),
    "resource_entry_invalid": (
        QT_TRANSLATE_NOOP("Errors", "設定のデータファイルの「{key}」の {field} を使えません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "IT部門に連絡してください。"),
    ),
    # import
    "import_refused": (
        QT_TRANSLATE_NOOP("Errors", "ファイルを取り込めません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "ファイルを確かめてください。何も取り込んでいません。"),
    ),
    "file_missing": (
        QT_TRANSLATE_NOOP("Errors", "ファイルがありません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "場所と名前を確かめてください。"),
    ),
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "ファイルを読めません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "権限と、ほかのプログラムで開いていないかを確かめてください。"),
    ),
    "file_empty": (
        QT_TRANSLATE_NOOP("Errors", "ファイルが空です: {path}"),
        QT_TRANSLATE_NOOP("Errors", "書き出し直して、もう一度取り込んでください。"),
    ),
    "file_too_large": (
        QT_TRANSLATE_NOOP("Errors", "ファイルが大きすぎます: {path}"),
        QT_TRANSLATE_NOOP("Errors", "期間や店で分けて取り込んでください。"),
    ),
    "type_unsupported": (
        QT_TRANSLATE_NOOP("Errors", "この種類のファイルは取り込めません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "読める種類は {known} です。"),
    ),
    "file_encrypted": (
        QT_TRANSLATE_NOOP("Errors", "パスワードで保護されています: {path}"),
        QT_TRANSLATE_NOOP("Errors", "保護を外したファイルを取り込んでください。"),
    ),
    "file_corrupt": (
        QT_TRANSLATE_NOOP("Errors", "ファイルが壊れているか、中身が名前と違います: {path}"),
        QT_TRANSLATE_NOOP("Errors", "元のシステムから書き出し直してください。"),
    ),
    "file_hostile": (
        QT_TRANSLATE_NOOP("Errors", "危険な作りのファイルなので読みません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "送り主とIT部門に確かめてください。"),
    ),
    "encoding_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "文字コードを読み取れません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "UTF-8かShift_JISで書き出し直してください。"),
    ),
    "no_readable_text": (
        QT_TRANSLATE_NOOP("Errors", "引用できる文字がありません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "文字を含むPDFか、元の文書を取り込んでください。"),
    ),
    "profile_undecided": (
        QT_TRANSLATE_NOOP("Errors", "表の読み方を決められません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "「列の対応を決める」で読み方を決めてください。"),
    ),
    "profile_unknown": (
        QT_TRANSLATE_NOOP("Errors", "読み方 {name} はありません。"),
        QT_TRANSLATE_NOOP("Errors", "使えるのは {known} です。"),
    ),
    "profile_mismatch": (
        QT_TRANSLATE_NOOP("Errors", "読み方 {profile} に要る列({missing})がありません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "別の読み方を選ぶか、列の対応を決めてください。"),
    ),
    "profile_invalid": (
        QT_TRANSLATE_NOOP("Errors", "保存した読み方を使えません({key}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "その箇所を直すか、列の対応を決め直してください。"),
    ),
    "as_of_missing": (
        QT_TRANSLATE_NOOP("Errors", "表がいつ時点のものか分かりません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "時点の列を加えるか、見出しの上に「…現在」と書いてください。"),
    ),
    "profile_name_invalid": (
        QT_TRANSLATE_NOOP("Errors", "この名前は使えません: {name}"),
        QT_TRANSLATE_NOOP("Errors", "{limit}文字までの、文字・数字・ハイフンの名前にしてください。"),
    ),
    "profile_name_taken": (
        QT_TRANSLATE_NOOP("Errors", "同じ名前の読み方があります: {name}"),
        QT_TRANSLATE_NOOP("Errors", "別の名前にしてください。"),
    ),
    "profile_unwritable": (
        QT_TRANSLATE_NOOP("Errors", "読み方を保存できません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "空き容量とフォルダの権限を確かめてください。"),
    ),
    # settings
    "policy_error": (
        QT_TRANSLATE_NOOP("Errors", "設定を使えません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "IT部門に連絡してください。"),
    ),
    "policy_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "設定のファイルを読めません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "IT部門に連絡してください。"),
    ),
    "policy_invalid": (
        QT_TRANSLATE_NOOP("Errors", "設定 {key} の値を使えません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "IT部門に連絡してください。直すまで起動しません。"),
    ),
    # models
    "bundle_error": (
        QT_TRANSLATE_NOOP("Errors", "モデルを使えません: {path}"),
        QT_TRANSLATE_NOOP("Errors", "設定でモデルの状態を確かめてください。"),
    ),
    "bundle_refused": (
        QT_TRANSLATE_NOOP("Errors", "モデルとして使えません({reason}): {file}"),
        QT_TRANSLATE_NOOP("Errors", "配布元から取り直してください。"),
    ),
    "bundle_exists": (
        QT_TRANSLATE_NOOP("Errors", "同じ名前のモデルがあります: {name}"),
        QT_TRANSLATE_NOOP("Errors", "上書きはしません。先に古いモデルを消してください。"),
    ),
    "bundle_missing": (
        QT_TRANSLATE_NOOP("Errors", "その名前のモデルはありません: {name}"),
        QT_TRANSLATE_NOOP("Errors", "設定でモデルの名前を確かめてください。"),
    ),
    "models_unwritable": (
        QT_TRANSLATE_NOOP("Errors", "モデルのフォルダに書けません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "空き容量と権限を確かめてください。途中のものは残していません。"),
    ),
    "model_error": (
        QT_TRANSLATE_NOOP("Errors", "言語モデルを使えません({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "設定で理由を確かめてください。定型の書き手は使えます。"),
    ),
    "model_unusable": (
        QT_TRANSLATE_NOOP("Errors", "言語モデルを読み込めません({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "設定で理由を確かめてください。定型の書き手は使えます。"),
    ),
    "model_failed": (
        QT_TRANSLATE_NOOP("Errors", "言語モデルが途中で止まりました({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "もう一度お試しください。定型の書き手の下書きはそのまま使えます。"),
    ),
    "context_overflow": (
        QT_TRANSLATE_NOOP("Errors", "文が長すぎて言語モデルに入りません({tokens} > {limit}トークン)。"),
        QT_TRANSLATE_NOOP("Errors", "定型の書き手の下書きを使ってください。"),
    ),
    # work on drafts
    "edit_refused": (
        QT_TRANSLATE_NOOP("Errors", "その修正はできません({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "画面の下書きを読み直して、もう一度行ってください。"),
    ),
    "edit_conflict": (
        QT_TRANSLATE_NOOP("Errors", "ほかの操作で下書きが変わっています。"),
        QT_TRANSLATE_NOOP("Errors", "読み直しました。もう一度修正してください。何も上書きしていません。"),
    ),
    "state_conflict": (
        QT_TRANSLATE_NOOP("Errors", "この下書きは、ほかの操作で「{state}」になっています。"),
        QT_TRANSLATE_NOOP("Errors", "読み直しました。何も変えていません。状態を確かめて、必要ならもう一度行ってください。"),
    ),
    "submit_blocked": (
        QT_TRANSLATE_NOOP("Errors", "先に直す箇所が{count}件あります({codes})。"),
        QT_TRANSLATE_NOOP("Errors", "記述を直すか、根拠の箇所を指定してください。"),
    ),
    "not_possible_in_state": (
        QT_TRANSLATE_NOOP("Errors", "「{state}」の下書きを「{to}」にはできません。"),
        QT_TRANSLATE_NOOP("Errors", "状態を確かめてください。"),
    ),
    "forbidden_by_policy": (
        QT_TRANSLATE_NOOP("Errors", "この操作は設定で禁止されています({key})。"),
        QT_TRANSLATE_NOOP("Errors", "必要なときはIT部門に相談してください。"),
    ),
    "no_carried_version": (
        QT_TRANSLATE_NOOP("Errors", "持出し版があるのは訪問前準備シートだけです。"),
        QT_TRANSLATE_NOOP("Errors", "訪問前準備シートを印刷してください。"),
    ),
    "not_released": (
        QT_TRANSLATE_NOOP("Errors", "承認前なので、印刷・コピー・書き出しはできません。"),
        QT_TRANSLATE_NOOP("Errors", "承認を受けてから行ってください。"),
    ),
    # documents
    "nothing_to_follow": (
        QT_TRANSLATE_NOOP("Errors", "お礼のメールは下書きできません({reason})。"),
        QT_TRANSLATE_NOOP("Errors", "最後の面談が秘匿か古いときは、メールをご自身でお書きください。まだ記録していない面談があれば、記録してから、もう一度行ってください。"),
    ),
    "nothing_to_show": (
        QT_TRANSLATE_NOOP("Errors", "ディスカッションシートは下書きできません(お見せできる内容が記録にない)。"),
        QT_TRANSLATE_NOOP("Errors", "面談を記録してから、もう一度行ってください。秘匿のお話や、同席しない方のお話は載せません。"),
    ),
    "export_refused": (
        QT_TRANSLATE_NOOP("Errors", "書き出せません({reason}): {path}"),
        QT_TRANSLATE_NOOP("Errors", "書き出し先を確かめてください。"),
    ),
    # records of one's own
    "record_empty": (
        QT_TRANSLATE_NOOP("Errors", "記録することがまだありません。"),
        QT_TRANSLATE_NOOP("Errors", "面談のメモを書いてから確定してください。"),
    ),
    "record_warned": (
        QT_TRANSLATE_NOOP("Errors", "確かめてからでないと記録できないところが{count}か所あります({kinds})。"),
        QT_TRANSLATE_NOOP("Errors", "その言葉をメモから消すか、残す理由を書いてください。"),
    ),
    "record_not_confirmed": (
        QT_TRANSLATE_NOOP("Errors", "この記録はまだ確定していません。"),
        QT_TRANSLATE_NOOP("Errors", "確定してから、もう一度行ってください。"),
    ),
    "record_unencodable": (
        QT_TRANSLATE_NOOP("Errors", "記録 {record} の「{field}」に、SFAで使えない文字があります: {character}"),
        QT_TRANSLATE_NOOP("Errors", "記録を訂正して、その文字を置き換えてください。何も書き出していません。"),
    ),
    "memo_conflict": (
        QT_TRANSLATE_NOOP("Errors", "ほかの画面でこの面談のメモが変わっています。"),
        QT_TRANSLATE_NOOP("Errors", "何も上書きしていません。ここで書いたものは、この画面を離れると別のメモとして残ります。"),
    ),
}  # fmt: skip

REASONS: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP("Errors", "ファイルがない"),
    "not_a_backup": QT_TRANSLATE_NOOP("Errors", "BankRMの控えではない"),
    "damaged": QT_TRANSLATE_NOOP("Errors", "壊れている"),
    "not_a_file": QT_TRANSLATE_NOOP("Errors", "ファイルではない"),
    "open_to_others": QT_TRANSLATE_NOOP("Errors", "ほかの利用者も読める"),
    "not_text": QT_TRANSLATE_NOOP("Errors", "文字として読めない"),
    "empty": QT_TRANSLATE_NOOP("Errors", "空"),
    "not_utf8": QT_TRANSLATE_NOOP("Errors", "UTF-8ではない"),
    "not_toml": QT_TRANSLATE_NOOP("Errors", "TOMLとして読めない"),
    "not_json": QT_TRANSLATE_NOOP("Errors", "JSONではない"),
    "folder_missing": QT_TRANSLATE_NOOP("Errors", "フォルダがない"),
    "not_writable": QT_TRANSLATE_NOOP("Errors", "書き込めない"),
    "disk_full": QT_TRANSLATE_NOOP("Errors", "空き容量がない"),
    "zip_bomb": QT_TRANSLATE_NOOP("Errors", "異常に膨らむ圧縮"),
    "xml_entities": QT_TRANSLATE_NOOP("Errors", "外部参照を含むXML"),
    "macros": QT_TRANSLATE_NOOP("Errors", "マクロ"),
    "decompression_limit": QT_TRANSLATE_NOOP("Errors", "展開の上限を超える"),
    "no_text_layer": QT_TRANSLATE_NOOP("Errors", "文字情報がない"),
    "broken_encoding": QT_TRANSLATE_NOOP("Errors", "文字が壊れている"),
    "vertical_text": QT_TRANSLATE_NOOP("Errors", "縦書き"),
    "no_text": QT_TRANSLATE_NOOP("Errors", "文字がない"),
    "out_of_memory": QT_TRANSLATE_NOOP("Errors", "メモリ不足"),
    "memory": QT_TRANSLATE_NOOP("Errors", "メモリ不足"),
    "gpu_memory": QT_TRANSLATE_NOOP("Errors", "GPUのメモリ不足"),
    "library_missing": QT_TRANSLATE_NOOP("Errors", "必要な部品がない"),
    "no_gpu": QT_TRANSLATE_NOOP("Errors", "使えるGPUがない"),
    "unreadable": QT_TRANSLATE_NOOP("Errors", "読めない"),
    "worker_missing": QT_TRANSLATE_NOOP("Errors", "言語モデルのプログラムがない"),
    "crashed": QT_TRANSLATE_NOOP("Errors", "プログラムが落ちた"),
    "timed_out": QT_TRANSLATE_NOOP("Errors", "応答がない"),
    "engine_error": QT_TRANSLATE_NOOP("Errors", "内部エラー"),
    "writes_nothing": QT_TRANSLATE_NOOP("Errors", "何も書かない"),
    "no_bundle": QT_TRANSLATE_NOOP("Errors", "モデルが入っていない"),
    "other_format": QT_TRANSLATE_NOOP("Errors", "モデルの形式が違う"),
    "gpu_extra_missing": QT_TRANSLATE_NOOP("Errors", "GPU用の部品が入っていない"),
    "by_policy": QT_TRANSLATE_NOOP("Errors", "ポリシーで決まっている"),
    "client": QT_TRANSLATE_NOOP("Errors", "取引先"),
    "visit": QT_TRANSLATE_NOOP("Errors", "訪問予定"),
    "draft": QT_TRANSLATE_NOOP("Errors", "下書き"),
    "masking_key": QT_TRANSLATE_NOOP("Errors", "伏せ字の鍵"),
    "closing": QT_TRANSLATE_NOOP("Errors", "済の記録"),
    "promise": QT_TRANSLATE_NOOP("Errors", "未了の約束"),
    "unknown_statement": QT_TRANSLATE_NOOP("Errors", "その記述がない"),
    "unknown_section": QT_TRANSLATE_NOOP("Errors", "その節がない"),
    "too_long": QT_TRANSLATE_NOOP("Errors", "1文が長すぎる"),
    "needs_why": QT_TRANSLATE_NOOP("Errors", "機微情報や行内の評価にあたり、残す理由がない"),
    "no_evidence": QT_TRANSLATE_NOOP("Errors", "根拠がない"),
    "not_internal": QT_TRANSLATE_NOOP("Errors", "行内の文書だけに書ける"),
    "not_questioned": QT_TRANSLATE_NOOP("Errors", "要確認の記述ではない"),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Errors", "元に戻す修正がない"),
    "nothing_to_redo": QT_TRANSLATE_NOOP("Errors", "やり直す修正がない"),
    "nothing_to_write": QT_TRANSLATE_NOOP("Errors", "この節に書ける記録がない"),
    "form_words": QT_TRANSLATE_NOOP("Errors", "様式の決まり文句"),
    "only_by_person": QT_TRANSLATE_NOOP("Errors", "担当者だけが書ける"),
    "not_for_client": QT_TRANSLATE_NOOP("Errors", "機微情報や行内の評価にあたり、お客さまに渡す文書に書けない"),
    "no_talk": QT_TRANSLATE_NOOP("Errors", "面談の記録がない"),
    "long_ago": QT_TRANSLATE_NOOP("Errors", "最後の面談から3か月を過ぎた"),
    "in_confidence": QT_TRANSLATE_NOOP("Errors", "最後の面談が秘匿"),
    "wrong_format": QT_TRANSLATE_NOOP("Errors", "この文書の形式ではない"),
    "unsupported": QT_TRANSLATE_NOOP("Errors", "根拠なし"),
    "contradicted": QT_TRANSLATE_NOOP("Errors", "根拠と不一致"),
    "not_checkable": QT_TRANSLATE_NOOP("Errors", "判定不可"),
    "citation_missing": QT_TRANSLATE_NOOP("Errors", "根拠の指定がない"),
    "source_expired": QT_TRANSLATE_NOOP("Errors", "期限切れの資料"),
    "source_unowned": QT_TRANSLATE_NOOP("Errors", "所管のない資料"),
    "in_confidence_to_client": QT_TRANSLATE_NOOP("Errors", "お客さまに見せられない根拠(秘匿・他行)がある"),
    "compliance": QT_TRANSLATE_NOOP("Errors", "法令等の指摘がある"),
    "own_view_to_client": QT_TRANSLATE_NOOP("Errors", "お客さま向けの文書に担当者の認識がある"),
    "confirmed": QT_TRANSLATE_NOOP("Errors", "確認済み・未承認"),
    "submitted": QT_TRANSLATE_NOOP("Errors", "提出済み・未承認"),
    "approved": QT_TRANSLATE_NOOP("Errors", "承認済み"),
    "returned": QT_TRANSLATE_NOOP("Errors", "差戻し"),
    "withdrawn": QT_TRANSLATE_NOOP("Errors", "取下げ"),
    "update": QT_TRANSLATE_NOOP("Errors", "更新案"),
    "statement": QT_TRANSLATE_NOOP("Errors", "記述"),
    "memo": QT_TRANSLATE_NOOP("Errors", "面談のメモ"),
    "record": QT_TRANSLATE_NOOP("Errors", "応接記録"),
    "exists": QT_TRANSLATE_NOOP("Errors", "同じ名前のファイルがある"),
    "sensitive": QT_TRANSLATE_NOOP("Errors", "機微情報"),
    "guarantee": QT_TRANSLATE_NOOP("Errors", "経営者保証の説明"),
}  # fmt: skip


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return QCoreApplication.translate("Errors", "不明")


def words_for(error: ExpectedError) -> Words:
    """The sentences of one error in the window's language; those of its class's parent for a code without an entry."""
    codes = (kind.code for kind in type(error).__mro__ if issubclass(kind, ExpectedError))
    entry = next(CATALOGUE[code] for code in codes if code in CATALOGUE)
    told = dict(error.details)
    if (
        isinstance(error, ImportRefused) and "path" in told
    ):  # a person named the file; the folders around it say nothing
        told["path"] = PurePath(str(told["path"])).name
    filled = _Details({name: _shown(value) for name, value in told.items()})
    title, what_to_do = (QCoreApplication.translate("Errors", sentence).format_map(filled) for sentence in entry)
    return Words(title, what_to_do)


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return QCoreApplication.translate("Errors", "、").join(map(_shown, value))
    known = REASONS.get(str(value))
    return QCoreApplication.translate("Errors", known) if known else str(value)
