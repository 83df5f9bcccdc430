"""The one catalogue of sentences for expected errors: what happened, and what to do. Keyed by the error's code.

A test walks all subclasses of ExpectedError and fails on a code without an entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """One sentence each; `{name}` stands for a detail of the error."""

    title: str
    what_to_do: str


CATALOGUE: Mapping[str, Words] = {
    "expected": Words("処理を続けられませんでした。", "入力を確かめて、もう一度実行してください。"),
    "not_found": Words("{what}が見つかりません: {id}", "bankrm clients または bankrm visits で確かめてください。"),
    # the store and its key
    "store_error": Words("データの保存場所を使えません。", "bankrm doctor で状態を確かめてください。"),
    "store_missing": Words("まだデータがありません: {path}", "bankrm store init で作るか、--home で場所を指定してください。"),
    "store_exists": Words("すでにデータがあります: {path}", "上書きはしません。別の場所を --home で指定するか、退避してから実行してください。"),
    "store_unreadable": Words(
        "データを開けません(鍵が違うか、ファイルが壊れています): {path}",
        "鍵を確かめ、だめなら bankrm store restore で控えから戻してください。ファイルは変更していません。",
    ),
    "store_busy": Words("ほかのBankRMがデータを使っています: {path}", "終わるのを待って、もう一度実行してください。"),
    "store_too_new": Words("新しい版のBankRMで作られたデータです: {path}", "BankRMを新しい版に更新してください。"),
    "store_disk_full": Words("空き容量が足りません: {path}", "空きを作って、もう一度実行してください。データは元のままです。"),
    "store_unwritable": Words("ファイルを読み書きできません: {path}", "フォルダの権限と接続を確かめてください。"),
    "store_upgrade_failed": Words("データの更新に失敗し、元に戻しました: {path}", "空き容量を確かめ、続くときはIT部門に連絡してください。"),
    "backup_refused": Words("控えとして使えません({reason}): {path}", "bankrm store backup で作ったファイルを指定してください。"),
    "backup_exists": Words("同じ名前のファイルがあります: {path}", "上書きはしません。別の名前を指定してください。"),
    "record_unstorable": Words("保存できない値があります({kind})。", "元のファイルの数値と文字を確かめてください。何も取り込んでいません。"),
    "vault_error": Words("鍵を使えません。", "bankrm doctor で状態を確かめてください。"),
    "keys_missing": Words("鍵ファイルがありません: {path}", "store.keys を元の場所に戻すか、控えから戻してください。"),
    "keys_exist": Words("すでに鍵ファイルがあります: {path}", "上書きはしません。別の場所を --home で指定してください。"),
    "keys_damaged": Words("鍵ファイルが壊れています: {path}", "一つ前の鍵ファイルか控えから戻してください。"),
    "key_refused": Words("鍵が合いません: {path}", "パスフレーズを確かめてください。合っているときは鍵ファイルを控えから戻してください。"),
    "vault_locked": Words(
        "鍵を開く手段がありません: {path}",
        "データを作った本人の端末で実行するか、BANKRM_PASSPHRASE_FILE でパスフレーズのファイルを指定してください。",
    ),
    "credential_store_missing": Words(
        "この端末には使える資格情報ストアがありません。",
        "12文字以上のパスフレーズを書いたファイル(本人だけが読める 0600)を BANKRM_PASSPHRASE_FILE で指定してください。",
    ),
    "passphrase_too_short": Words("パスフレーズが短すぎます。", "{minimum}文字以上にしてください。"),
    "passphrase_file_refused": Words(
        "パスフレーズのファイルを使えません({reason}): {path}", "本人だけが読める(0600)テキストファイルを指定してください。"
    ),
    # the program's own data
    "resources_missing": Words("プログラムのデータファイルがありません: {path}", "BankRMを入れ直してください。"),
    "resource_invalid": Words("設定のデータファイルを読めません({reason}): {path}", "書き換えた箇所を直すか、元のファイルに戻してください。"),
    "resource_entry_invalid": Words(
        "設定のデータファイルの「{key}」の {field} を使えません: {path}",
        "項目の名前と値、{{ }} の中の言葉、参照先を確かめて直すか、元のファイルに戻してください。",
    ),
    # filters
    "line_invalid": Words("{line}行目を読めません({reason})。", "1行に1つのJSONオブジェクトを、必要な項目をそろえて書いてください。"),
    "input_unreadable": Words("ファイルを読めません: {path}", "場所と権限、文字コード(UTF-8)を確かめてください。"),
    # import
    "import_refused": Words("ファイルを取り込めません: {path}", "ファイルを確かめてください。何も取り込んでいません。"),
    "file_missing": Words("ファイルがありません: {path}", "場所と名前を確かめてください。"),
    "file_unreadable": Words("ファイルを読めません: {path}", "権限と、ほかのプログラムで開いていないかを確かめてください。"),
    "file_empty": Words("ファイルが空です: {path}", "書き出し直して、もう一度取り込んでください。"),
    "file_too_large": Words("ファイルが大きすぎます: {path}", "期間や店で分けて取り込んでください。"),
    "type_unsupported": Words("この種類のファイルは取り込めません: {path}", "読める種類は {known} です。"),
    "file_encrypted": Words("パスワードで保護されています: {path}", "保護を外したファイルを取り込んでください。"),
    "file_corrupt": Words("ファイルが壊れているか、中身が名前と違います: {path}", "元のシステムから書き出し直してください。"),
    "file_hostile": Words("危険な作りのファイルなので読みません({reason}): {path}", "送り主とIT部門に確かめてください。"),
    "encoding_unreadable": Words("文字コードを読み取れません: {path}", "UTF-8かShift_JISで書き出し直してください。"),
    "no_readable_text": Words("引用できる文字がありません({reason}): {path}", "文字を含むPDFか、元の文書を取り込んでください。"),
    "profile_undecided": Words("表の読み方を決められません: {path}", "--profile で候補({candidates})から選んでください。"),
    "profile_unknown": Words("プロファイル {name} はありません。", "使えるのは {known} です。"),
    "profile_mismatch": Words("プロファイル {profile} に要る列({missing})がありません: {path}", "別のプロファイルを選んでください。"),
    "profile_invalid": Words("プロファイルを読めません({key}): {path}", "その箇所を直してください。"),
    "profile_name_invalid": Words("この名前は使えません: {name}", "{limit}文字までの、文字・数字・ハイフンの名前にしてください。"),
    "profile_name_taken": Words("同じ名前のプロファイルがあります: {name}", "別の名前にしてください。"),
    "profile_unwritable": Words("プロファイルを保存できません({reason}): {path}", "空き容量とフォルダの権限を確かめてください。"),
    "as_of_missing": Words("表がいつ時点のものか分かりません: {path}", "時点の列を加えるか、見出しの上に「…現在」と書いてください。"),
    # settings
    "policy_error": Words("設定を使えません: {path}", "IT部門に連絡してください。"),
    "policy_unreadable": Words("設定のファイルを読めません({reason}): {path}", "1つのJSONオブジェクトとして読めるように直してください。"),
    "policy_invalid": Words("設定 {key} の値を使えません: {path}", "その値を直すか、その行を消してください。直すまで起動しません。"),
    # models
    "bundle_error": Words("モデルのバンドルを使えません: {path}", "bankrm model list で確かめてください。"),
    "bundle_refused": Words("モデルのバンドルとして使えません({reason}): {path} {file}", "配布元から取り直すか、bankrm model pack で作り直してください。"),
    "bundle_exists": Words("同じ名前のモデルがあります: {name}", "上書きはしません。別の名前で作るか、bankrm model remove で消してから実行してください。"),
    "bundle_missing": Words("その名前のモデルはありません: {name}", "bankrm model list で名前を確かめるか、.gguf かバンドルの場所を指定してください。"),
    "models_unwritable": Words("モデルのフォルダに書けません({reason}): {path}", "空き容量と権限を確かめてください。途中のものは残していません。"),
    # documents
    "nothing_to_follow": Words("お礼のメールは下書きできません({reason}): {client}", "最後の面談が秘匿か古いときは、メールをご自身でお書きください。まだ記録していない面談があれば、記録してから、もう一度実行してください。"),
    "nothing_to_show": Words("ディスカッションシートは下書きできません(お見せできる内容が記録にない): {client}", "面談を記録してから、もう一度実行してください。秘匿のお話や、同席しない方のお話は載せません。"),
    "export_refused": Words("書き出せません({reason}): {path}", "書き出し先を確かめてください。"),
    "edit_refused": Words("その修正はできません({reason})。", "下書きを読み直して、もう一度行ってください。"),
    "state_conflict": Words("この下書きは、ほかの操作で「{state}」になっています: {draft}", "状態を確かめて、必要ならもう一度行ってください。何も変えていません。"),
    "edit_conflict": Words("ほかの操作で下書きが変わっています: {draft}", "読み直してから、もう一度修正してください。何も上書きしていません。"),
    "submit_blocked": Words("先に直す箇所が{count}件あります({codes}): {draft}", "記述を直すか、根拠の箇所を指定してください。"),
    "not_possible_in_state": Words("「{state}」の下書きを「{to}」にはできません: {draft}", "状態を確かめてください。"),
    "not_released": Words("承認前なので、印刷・コピー・書き出しはできません: {draft}", "承認を受けてから行ってください。"),
    # records of one's own
    "record_empty": Words("記録することがまだありません。", "面談のメモを書いてから確定してください。"),
    "record_warned": Words(
        "確かめてからでないと記録できないところが{count}か所あります({kinds})。", "その言葉をメモから消すか、残す理由を書いてください。"
    ),
    "record_not_confirmed": Words("この記録はまだ確定していません。", "確定してから、もう一度行ってください。"),
    "record_unencodable": Words(
        "記録 {record} の「{field}」に、SFAで使えない文字があります: {character}", "記録を訂正してその文字を置き換えてください。何も書き出していません。"
    ),
    "memo_conflict": Words("ほかの操作でこの面談のメモが変わっています: {memo}", "開き直してから、もう一度行ってください。何も上書きしていません。"),
    "forbidden_by_policy": Words("この操作は設定で禁止されています({key})。", "必要なときはIT部門に相談してください。"),
    "no_carried_version": Words("持出し版があるのは訪問前準備シートだけです: {draft}", "訪問前準備シートを印刷してください。"),
    "cif_ambiguous": Words("CIF {cif} は複数の店にあります。", "店番-CIF の形({candidates})で指定してください。"),
    "model_error": Words("言語モデルを使えません({reason})。", "bankrm engine probe で理由を確かめてください。定型の書き手は使えます。"),
    "model_unusable": Words("言語モデルを読み込めません({reason})。", "bankrm engine probe で理由を確かめてください。定型の書き手は使えます。"),
    "model_failed": Words("言語モデルが途中で止まりました({reason})。", "もう一度実行してください。続くときは bankrm engine probe で確かめてください。"),
    "context_overflow": Words("文が長すぎて言語モデルに入りません({tokens} > {limit}トークン)。", "文脈の長いモデルを使うか、定型の書き手を使ってください。"),
    "engine_unavailable": Words("この版では {engine} を使えません。", "--engine template か auto を指定してください。"),
    "no_screen": Words("画面のない環境では、ウィンドウを開けません。", "画面のある端末で開くか、bankrm --help にある指示を使ってください。"),
    "demo_home_foreign": Words("デモのものではないデータがあります: {path}", "--out で別のフォルダを指定してください。"),
}  # fmt: skip

NAMES = {
    "client": "取引先",
    "visit": "訪問予定",
    "draft": "下書き",
    "masking_key": "伏せ字の鍵",
    "closing": "済の記録",
    "promise": "未了の約束",
    "update": "更新案",
    "statement": "記述",
    "memo": "面談のメモ",
    "record": "応接記録",
}
REASONS = {
    "exists": "同じ名前のファイルがある",
    "sensitive": "機微情報",
    "guarantee": "経営者保証の説明",
    "missing": "ファイルがない",
    "not_a_backup": "BankRMの控えではない",
    "damaged": "壊れている",
    "not_a_file": "ファイルではない",
    "open_to_others": "ほかの利用者も読める",
    "not_text": "文字として読めない",
    "empty": "空",
    "not_utf8": "UTF-8ではない",
    "not_toml": "TOMLとして読めない",
    "not_json": "JSONではない",
    "not_unicode": "文字として読めないもの(サロゲートの片方)が含まれている",
    "not_an_object": "JSONのオブジェクトではない",
    "folder_missing": "フォルダがない",
    "not_writable": "書き込めない",
    "disk_full": "空き容量がない",
    "zip_bomb": "異常に膨らむ圧縮",
    "xml_entities": "外部参照を含むXML",
    "macros": "マクロ",
    "decompression_limit": "展開の上限を超える",
    "no_text_layer": "文字情報がない",
    "broken_encoding": "文字が壊れている",
    "vertical_text": "縦書き",
    "no_text": "文字がない",
    "unknown_architecture": "知らない種類のモデル",
    "no_chat_template": "対話の型がないモデル",
    "out_of_memory": "メモリ不足",
    "library_missing": "必要な部品がない",
    "no_gpu": "使えるGPUがない",
    "unreadable": "読めない",
    "not_a_bundle": "目録(manifest.json)のあるフォルダかzipではない",
    "not_a_model": ".gguf でも safetensors のフォルダでもない",
    "bad_manifest": "目録が正しくない",
    "bad_name": "名前が使えないか、フォルダの名前と違う",
    "bad_path": "ファイルの名前が使えない",
    "file_type": "置いてはいけない種類のファイル",
    "link": "リンクか特殊なファイル",
    "undeclared": "目録にないファイル",
    "file_missing": "目録のファイルがない",
    "no_weights": "重みのファイルが1つに決まらない",
    "licence_unknown": "ライセンスが分からない(--licence で指定)",
    "machine_wide": "端末共通のモデルなのでIT部門が管理する",
    "worker_missing": "言語モデルのプログラムがない",
    "crashed": "プログラムが落ちた",
    "timed_out": "応答がない",
    "engine_error": "内部エラー",
    "writes_nothing": "何も書かない",
    "context_overflow": "文脈に入りきらない",
    "no_bundle": "モデルが入っていない",
    "other_format": "モデルの形式が違う",
    "gpu_memory": "GPUのメモリ不足",
    "memory": "メモリ不足",
    "gpu_extra_missing": "gpu部品が入っていない",
    "by_policy": "ポリシーで決まっている",
    "unknown_statement": "その記述がない",
    "unknown_section": "その節がない",
    "too_long": "1文が長すぎる",
    "needs_why": "機微情報や行内の評価にあたり、残す理由がない",
    "no_evidence": "根拠がない",
    "not_internal": "行内の文書だけに書ける",
    "not_questioned": "要確認の記述ではない",
    "nothing_to_undo": "元に戻す修正がない",
    "nothing_to_redo": "やり直す修正がない",
    "nothing_to_write": "この節に書ける記録がない",
    "form_words": "様式の決まり文句",
    "only_by_person": "担当者だけが書ける",
    "not_for_client": "機微情報や行内の評価にあたり、お客さまに渡す文書に書けない",
    "no_talk": "面談の記録がない",
    "long_ago": "最後の面談から3か月を過ぎた",
    "in_confidence": "最後の面談が秘匿",
    "wrong_format": "この文書の形式ではない",
    "unsupported": "根拠なし",
    "contradicted": "根拠と不一致",
    "not_checkable": "判定不可",
    "citation_missing": "根拠の指定がない",
    "source_expired": "期限切れの資料",
    "source_unowned": "所管のない資料",
    "in_confidence_to_client": "お客さまに見せられない根拠(秘匿・他行)がある",
    "compliance": "法令等の指摘がある",
    "own_view_to_client": "お客さま向けの文書に担当者の認識がある",
    "draft": "下書き",
    "confirmed": "確認済み・未承認",
    "submitted": "提出済み・未承認",
    "approved": "承認済み",
    "returned": "差戻し",
    "withdrawn": "取下げ",
}


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "不明"


def words_for(code: str, details: Mapping[str, object]) -> Words:
    """The sentences of one error, filled in; those of `expected` for a code that the catalogue does not know."""
    entry = CATALOGUE.get(code, CATALOGUE["expected"])
    filled = _Details({name: _shown(value) for name, value in details.items()})
    return Words(entry.title.format_map(filled), entry.what_to_do.format_map(filled))


def notice_words(notice: str) -> str:
    """What a draft's provenance tells of an engine that failed on the way: `llama/crashed`."""
    engine, _, reason = notice.partition("/")
    return f"{engine}({_shown(reason)})"


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "、".join(map(str, value))
    return NAMES.get(str(value), REASONS.get(str(value), str(value)))
