<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>Errors</name>
    <message>
        <source>処理を続けられませんでした。</source>
        <translation>This could not be finished.</translation>
    </message>
    <message>
        <source>入力を確かめて、もう一度お試しください。</source>
        <translation>Check what was entered and try again.</translation>
    </message>
    <message>
        <source>見つかりません({what})。</source>
        <translation>Not found ({what}).</translation>
    </message>
    <message>
        <source>ほかの画面で消されたか、取り込み直されたかもしれません。一覧から選び直してください。</source>
        <translation>It may have been removed or imported anew. Choose again from the list.</translation>
    </message>
    <message>
        <source>下書きに書きかけの文があります。</source>
        <translation>Something you were writing in a draft is not finished.</translation>
    </message>
    <message>
        <source>取り入れるかコピーしてください。もう一度閉じると、書きかけは残りません。</source>
        <translation>Take it over or copy it. Close once more to leave it behind.</translation>
    </message>
    <message>
        <source>データの保存場所を使えません。</source>
        <translation>The store cannot be used.</translation>
    </message>
    <message>
        <source>設定の「診断」で状態を確かめてください。</source>
        <translation>See Diagnosis in the settings.</translation>
    </message>
    <message>
        <source>まだデータがありません: {path}</source>
        <translation>There is no data yet: {path}</translation>
    </message>
    <message>
        <source>はじめて使うときは「新しく始める」を選んでください。</source>
        <translation>For the first use choose Start.</translation>
    </message>
    <message>
        <source>すでにデータがあります: {path}</source>
        <translation>There is data already: {path}</translation>
    </message>
    <message>
        <source>上書きはしません。そのデータを開いてください。</source>
        <translation>It is not written over. Open that data.</translation>
    </message>
    <message>
        <source>データを開けません(鍵が違うか、ファイルが壊れています): {path}</source>
        <translation>The data cannot be opened (wrong key or damaged file): {path}</translation>
    </message>
    <message>
        <source>パスフレーズを確かめてください。合っているときは、ファイルに触れずにIT部門に連絡してください。ファイルは変更していません。</source>
        <translation>Check the passphrase. If it is right, leave the file as it is and call IT. The file was not changed.</translation>
    </message>
    <message>
        <source>大きな取込か、ほかのBankRMがデータを書き込んでいます。</source>
        <translation>A large import, or another BankRM, is writing the data.</translation>
    </message>
    <message>
        <source>終わるのを待って、もう一度お試しください。</source>
        <translation>Wait until it is done and try again.</translation>
    </message>
    <message>
        <source>新しい版のBankRMで作られたデータです。</source>
        <translation>This data was made by a newer BankRM.</translation>
    </message>
    <message>
        <source>BankRMを新しい版に更新してください。データは変更していません。</source>
        <translation>Update BankRM. The data was not changed.</translation>
    </message>
    <message>
        <source>ディスクの空きが足りません: {path}</source>
        <translation>The disk is full: {path}</translation>
    </message>
    <message>
        <source>空きを作って、もう一度お試しください。データは元のままです。</source>
        <translation>Make room and try again. The data is as it was.</translation>
    </message>
    <message>
        <source>ファイルを読み書きできません: {path}</source>
        <translation>The file cannot be read or written: {path}</translation>
    </message>
    <message>
        <source>フォルダの権限と接続を確かめてください。</source>
        <translation>Check the folder&apos;s permissions and the connection.</translation>
    </message>
    <message>
        <source>データの更新に失敗し、元に戻しました。</source>
        <translation>The upgrade failed and was undone.</translation>
    </message>
    <message>
        <source>ディスクの空きを確かめ、続くときはIT部門に連絡してください。</source>
        <translation>Check the free disk space; if it happens again, call IT.</translation>
    </message>
    <message>
        <source>控えとして使えません({reason})。</source>
        <translation>This is no usable backup ({reason}).</translation>
    </message>
    <message>
        <source>BankRMで作った控えを選んでください。</source>
        <translation>Choose a backup made by BankRM.</translation>
    </message>
    <message>
        <source>同じ名前のファイルがあります: {path}</source>
        <translation>There is a file of this name: {path}</translation>
    </message>
    <message>
        <source>上書きはしません。別の名前を選んでください。</source>
        <translation>It is not written over. Choose another name.</translation>
    </message>
    <message>
        <source>保存できない値があります({kind})。</source>
        <translation>A value cannot be stored ({kind}).</translation>
    </message>
    <message>
        <source>数値と文字を確かめてください。何も保存していません。</source>
        <translation>Check numbers and text. Nothing was stored.</translation>
    </message>
    <message>
        <source>鍵を使えません。</source>
        <translation>The key cannot be used.</translation>
    </message>
    <message>
        <source>設定の「診断」で状態を確かめるか、IT部門に連絡してください。</source>
        <translation>See Diagnosis in the settings, or call IT.</translation>
    </message>
    <message>
        <source>鍵ファイルがありません: {path}</source>
        <translation>The keys file is missing: {path}</translation>
    </message>
    <message>
        <source>store.keys を元の場所に戻すか、控えから戻してください。データは変更していません。</source>
        <translation>Put store.keys back, or restore a backup. The data was not changed.</translation>
    </message>
    <message>
        <source>すでに鍵ファイルがあります: {path}</source>
        <translation>There is a keys file already: {path}</translation>
    </message>
    <message>
        <source>鍵ファイルが壊れています: {path}</source>
        <translation>The keys file is damaged: {path}</translation>
    </message>
    <message>
        <source>一つ前の鍵ファイルか控えから戻してください。</source>
        <translation>Restore the previous keys file or a backup.</translation>
    </message>
    <message>
        <source>鍵が合いません。</source>
        <translation>The key does not fit.</translation>
    </message>
    <message>
        <source>パスフレーズをもう一度入れてください。合っているときは、鍵ファイルを控えから戻してください。</source>
        <translation>Enter the passphrase again. If it is right, restore the keys file from a backup.</translation>
    </message>
    <message>
        <source>このパソコンの資格情報では開けません。</source>
        <translation>This PC&apos;s credentials do not open it.</translation>
    </message>
    <message>
        <source>パスフレーズを入れてください。</source>
        <translation>Enter the passphrase.</translation>
    </message>
    <message>
        <source>このパソコンには使える資格情報の保管場所がありません。</source>
        <translation>This PC has no usable credential store.</translation>
    </message>
    <message>
        <source>12文字以上のパスフレーズを決めて入れてください。</source>
        <translation>Choose a passphrase of 12 characters or more.</translation>
    </message>
    <message>
        <source>パスフレーズが短すぎます。</source>
        <translation>The passphrase is too short.</translation>
    </message>
    <message>
        <source>{minimum}文字以上にしてください。</source>
        <translation>Use {minimum} characters or more.</translation>
    </message>
    <message>
        <source>パスフレーズのファイルを使えません({reason}): {path}</source>
        <translation>The passphrase file cannot be used ({reason}): {path}</translation>
    </message>
    <message>
        <source>本人だけが読めるテキストファイルを指定してください。</source>
        <translation>Name a text file that only you can read.</translation>
    </message>
    <message>
        <source>プログラムのデータファイルがありません: {path}</source>
        <translation>The program&apos;s data files are missing: {path}</translation>
    </message>
    <message>
        <source>BankRMを入れ直してください。</source>
        <translation>Install BankRM again.</translation>
    </message>
    <message>
        <source>設定のデータファイルを読めません({reason}): {path}</source>
        <translation>A data file cannot be read ({reason}): {path}</translation>
    </message>
    <message>
        <source>IT部門に連絡してください。</source>
        <translation>Call IT.</translation>
    </message>
    <message>
        <source>設定のデータファイルの「{key}」の {field} を使えません: {path}</source>
        <translation>{field} of “{key}” in a data file cannot be used: {path}</translation>
    </message>
    <message>
        <source>ファイルを取り込めません: {path}</source>
        <translation>The file cannot be imported: {path}</translation>
    </message>
    <message>
        <source>ファイルを確かめてください。何も取り込んでいません。</source>
        <translation>Check the file. Nothing was imported.</translation>
    </message>
    <message>
        <source>ファイルがありません: {path}</source>
        <translation>There is no such file: {path}</translation>
    </message>
    <message>
        <source>場所と名前を確かめてください。</source>
        <translation>Check place and name.</translation>
    </message>
    <message>
        <source>ファイルを読めません: {path}</source>
        <translation>The file cannot be read: {path}</translation>
    </message>
    <message>
        <source>権限と、ほかのプログラムで開いていないかを確かめてください。</source>
        <translation>Check permissions, and whether another program has it open.</translation>
    </message>
    <message>
        <source>ファイルが空です: {path}</source>
        <translation>The file is empty: {path}</translation>
    </message>
    <message>
        <source>書き出し直して、もう一度取り込んでください。</source>
        <translation>Export it anew and import again.</translation>
    </message>
    <message>
        <source>ファイルが大きすぎます: {path}</source>
        <translation>The file is too large: {path}</translation>
    </message>
    <message>
        <source>期間や店で分けて取り込んでください。</source>
        <translation>Split it by period or branch.</translation>
    </message>
    <message>
        <source>この種類のファイルは取り込めません: {path}</source>
        <translation>Files of this type cannot be imported: {path}</translation>
    </message>
    <message>
        <source>読める種類は {known} です。</source>
        <translation>Types that can be read: {known}.</translation>
    </message>
    <message>
        <source>パスワードで保護されています: {path}</source>
        <translation>It is protected by a password: {path}</translation>
    </message>
    <message>
        <source>保護を外したファイルを取り込んでください。</source>
        <translation>Import a file without protection.</translation>
    </message>
    <message>
        <source>ファイルが壊れているか、中身が名前と違います: {path}</source>
        <translation>The file is damaged, or is not what its name says: {path}</translation>
    </message>
    <message>
        <source>元のシステムから書き出し直してください。</source>
        <translation>Export it anew from its system.</translation>
    </message>
    <message>
        <source>危険な作りのファイルなので読みません({reason}): {path}</source>
        <translation>The file is built dangerously and is not read ({reason}): {path}</translation>
    </message>
    <message>
        <source>送り主とIT部門に確かめてください。</source>
        <translation>Ask its sender and IT.</translation>
    </message>
    <message>
        <source>文字コードを読み取れません: {path}</source>
        <translation>The text encoding cannot be recognised: {path}</translation>
    </message>
    <message>
        <source>UTF-8かShift_JISで書き出し直してください。</source>
        <translation>Export it anew in UTF-8 or Shift_JIS.</translation>
    </message>
    <message>
        <source>引用できる文字がありません({reason}): {path}</source>
        <translation>There is no text to cite ({reason}): {path}</translation>
    </message>
    <message>
        <source>文字を含むPDFか、元の文書を取り込んでください。</source>
        <translation>Import a PDF with text, or the original document.</translation>
    </message>
    <message>
        <source>表の読み方を決められません: {path}</source>
        <translation>How to read this table cannot be told: {path}</translation>
    </message>
    <message>
        <source>「列の対応を決める」で読み方を決めてください。</source>
        <translation>Decide it by mapping the columns.</translation>
    </message>
    <message>
        <source>読み方 {name} はありません。</source>
        <translation>There is no layout {name}.</translation>
    </message>
    <message>
        <source>使えるのは {known} です。</source>
        <translation>Usable: {known}.</translation>
    </message>
    <message>
        <source>読み方 {profile} に要る列({missing})がありません: {path}</source>
        <translation>Columns ({missing}) that layout {profile} needs are missing: {path}</translation>
    </message>
    <message>
        <source>別の読み方を選ぶか、列の対応を決めてください。</source>
        <translation>Choose another layout or map the columns.</translation>
    </message>
    <message>
        <source>保存した読み方を使えません({key}): {path}</source>
        <translation>The saved layout cannot be used ({key}): {path}</translation>
    </message>
    <message>
        <source>その箇所を直すか、列の対応を決め直してください。</source>
        <translation>Mend that place or map the columns anew.</translation>
    </message>
    <message>
        <source>表がいつ時点のものか分かりません: {path}</source>
        <translation>The day of this table is not known: {path}</translation>
    </message>
    <message>
        <source>時点の列を加えるか、見出しの上に「…現在」と書いてください。</source>
        <translation>Add a column for the day, or write 「…現在」 above the header.</translation>
    </message>
    <message>
        <source>この名前は使えません: {name}</source>
        <translation>This name cannot be used: {name}</translation>
    </message>
    <message>
        <source>{limit}文字までの、文字・数字・ハイフンの名前にしてください。</source>
        <translation>Use letters, digits and hyphens, at most {limit}.</translation>
    </message>
    <message>
        <source>同じ名前の読み方があります: {name}</source>
        <translation>There is a layout of this name: {name}</translation>
    </message>
    <message>
        <source>別の名前にしてください。</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>読み方を保存できません({reason}): {path}</source>
        <translation>The layout cannot be saved ({reason}): {path}</translation>
    </message>
    <message>
        <source>空き容量とフォルダの権限を確かめてください。</source>
        <translation>Check free space and the folder&apos;s permissions.</translation>
    </message>
    <message>
        <source>設定を使えません: {path}</source>
        <translation>The settings cannot be used: {path}</translation>
    </message>
    <message>
        <source>設定のファイルを読めません({reason}): {path}</source>
        <translation>The settings file cannot be read ({reason}): {path}</translation>
    </message>
    <message>
        <source>設定 {key} の値を使えません: {path}</source>
        <translation>The value of setting {key} cannot be used: {path}</translation>
    </message>
    <message>
        <source>IT部門に連絡してください。直すまで起動しません。</source>
        <translation>Call IT. The program does not start until it is mended.</translation>
    </message>
    <message>
        <source>モデルを使えません: {path}</source>
        <translation>The model cannot be used: {path}</translation>
    </message>
    <message>
        <source>設定でモデルの状態を確かめてください。</source>
        <translation>See the model&apos;s state in the settings.</translation>
    </message>
    <message>
        <source>モデルとして使えません({reason}): {file}</source>
        <translation>This is no usable model ({reason}): {file}</translation>
    </message>
    <message>
        <source>配布元から取り直してください。</source>
        <translation>Get it anew from its source.</translation>
    </message>
    <message>
        <source>同じ名前のモデルがあります: {name}</source>
        <translation>There is a model of this name: {name}</translation>
    </message>
    <message>
        <source>上書きはしません。先に古いモデルを消してください。</source>
        <translation>It is not written over. Remove the old one first.</translation>
    </message>
    <message>
        <source>その名前のモデルはありません: {name}</source>
        <translation>There is no model of this name: {name}</translation>
    </message>
    <message>
        <source>設定でモデルの名前を確かめてください。</source>
        <translation>See the models&apos; names in the settings.</translation>
    </message>
    <message>
        <source>モデルのフォルダに書けません({reason}): {path}</source>
        <translation>The models&apos; folder cannot be written to ({reason}): {path}</translation>
    </message>
    <message>
        <source>空き容量と権限を確かめてください。途中のものは残していません。</source>
        <translation>Check free space and permissions. Nothing unfinished was left.</translation>
    </message>
    <message>
        <source>言語モデルを使えません({reason})。</source>
        <translation>The language model cannot be used ({reason}).</translation>
    </message>
    <message>
        <source>設定で理由を確かめてください。定型の書き手は使えます。</source>
        <translation>See the reason in the settings. The template writer still works.</translation>
    </message>
    <message>
        <source>言語モデルを読み込めません({reason})。</source>
        <translation>The language model cannot be loaded ({reason}).</translation>
    </message>
    <message>
        <source>言語モデルが途中で止まりました({reason})。</source>
        <translation>The language model stopped halfway ({reason}).</translation>
    </message>
    <message>
        <source>もう一度お試しください。定型の書き手の下書きはそのまま使えます。</source>
        <translation>Try again. The template writer&apos;s draft is there to use.</translation>
    </message>
    <message>
        <source>文が長すぎて言語モデルに入りません({tokens} &gt; {limit}トークン)。</source>
        <translation>The text is too long for the language model ({tokens} &gt; {limit} tokens).</translation>
    </message>
    <message>
        <source>定型の書き手の下書きを使ってください。</source>
        <translation>Use the template writer&apos;s draft.</translation>
    </message>
    <message>
        <source>画面の下書きを読み直して、もう一度行ってください。</source>
        <translation>Read the draft again and repeat it.</translation>
    </message>
    <message>
        <source>読み直しました。もう一度修正してください。何も上書きしていません。</source>
        <translation>It was read again. Please repeat the edit. Nothing was written over.</translation>
    </message>
    <message>
        <source>この下書きは、ほかの操作で「{state}」になっています。</source>
        <translation>Another operation has changed this draft’s state to “{state}”.</translation>
    </message>
    <message>
        <source>読み直しました。何も変えていません。状態を確かめて、必要ならもう一度行ってください。</source>
        <translation>It has been read again and nothing was changed. Check its state, and do it again if you still want to.</translation>
    </message>
    <message>
        <source>記述を直すか、根拠の箇所を指定してください。</source>
        <translation>Edit the statement, or point at its passage.</translation>
    </message>
    <message>
        <source>状態を確かめてください。</source>
        <translation>Check its state.</translation>
    </message>
    <message>
        <source>この操作は設定で禁止されています({key})。</source>
        <translation>The settings forbid this ({key}).</translation>
    </message>
    <message>
        <source>必要なときはIT部門に相談してください。</source>
        <translation>Ask the IT department if you need it.</translation>
    </message>
    <message>
        <source>持出し版があるのは訪問前準備シートだけです。</source>
        <translation>Only the visit brief has a version to carry along.</translation>
    </message>
    <message>
        <source>訪問前準備シートを印刷してください。</source>
        <translation>Print the visit brief instead.</translation>
    </message>
    <message>
        <source>お礼のメールは下書きできません({reason})。</source>
        <translation>The follow-up mail cannot be drafted ({reason}).</translation>
    </message>
    <message>
        <source>最後の面談が秘匿か古いときは、メールをご自身でお書きください。まだ記録していない面談があれば、記録してから、もう一度行ってください。</source>
        <translation>Where the last talk was in confidence or is long past, please write the mail yourself. Where a talk is not recorded yet, record it, then try again.</translation>
    </message>
    <message>
        <source>ディスカッションシートは下書きできません(お見せできる内容が記録にない)。</source>
        <translation>The discussion sheet cannot be drafted (nothing on record may be shown).</translation>
    </message>
    <message>
        <source>面談を記録してから、もう一度行ってください。秘匿のお話や、同席しない方のお話は載せません。</source>
        <translation>Record a talk, then try again. What was told in confidence, or by somebody who is not at the table, is not put there.</translation>
    </message>
    <message>
        <source>書き出せません({reason}): {path}</source>
        <translation>It cannot be exported ({reason}): {path}</translation>
    </message>
    <message>
        <source>書き出し先を確かめてください。</source>
        <translation>Check where it is to go.</translation>
    </message>
    <message>
        <source>ほかの画面でこの面談のメモが変わっています。</source>
        <translation>This talk&apos;s notes were changed in another window.</translation>
    </message>
    <message>
        <source>何も上書きしていません。ここで書いたものは、この画面を離れると別のメモとして残ります。</source>
        <translation>Nothing was overwritten. What you wrote here stays as separate notes when you leave this page.</translation>
    </message>
    <message>
        <source>伏せ字の鍵</source>
        <translation>masking key</translation>
    </message>
    <message>
        <source>機微情報や行内の評価にあたり、残す理由がない</source>
        <translation>it is sensitive or tells the bank’s own rating, and no reason is given</translation>
    </message>
    <message>
        <source>この節に書ける記録がない</source>
        <translation>no records to write this section from</translation>
    </message>
    <message>
        <source>様式の決まり文句</source>
        <translation>the form&apos;s fixed wording</translation>
    </message>
    <message>
        <source>担当者だけが書ける</source>
        <translation>only the relationship manager may write it</translation>
    </message>
    <message>
        <source>機微情報や行内の評価にあたり、お客さまに渡す文書に書けない</source>
        <translation>sensitive or internal, not for a document that the client receives</translation>
    </message>
    <message>
        <source>面談の記録がない</source>
        <translation>no talk on record</translation>
    </message>
    <message>
        <source>最後の面談から3か月を過ぎた</source>
        <translation>the last talk is more than three months ago</translation>
    </message>
    <message>
        <source>最後の面談が秘匿</source>
        <translation>the last talk was in confidence</translation>
    </message>
    <message>
        <source>この文書の形式ではない</source>
        <translation>not a format of this document</translation>
    </message>
    <message>
        <source>お客さまに見せられない根拠(秘匿・他行)がある</source>
        <translation>evidence that is not for the client&apos;s eyes (in confidence, other banks)</translation>
    </message>
    <message>
        <source>法令等の指摘がある</source>
        <translation>compliance findings</translation>
    </message>
    <message>
        <source>記述</source>
        <translation>statement</translation>
    </message>
    <message>
        <source>面談のメモ</source>
        <translation>memo of a talk</translation>
    </message>
    <message>
        <source>応接記録</source>
        <translation>record</translation>
    </message>
    <message>
        <source>同じ名前のファイルがある</source>
        <translation>a file of that name exists</translation>
    </message>
    <message>
        <source>機微情報</source>
        <translation>sensitive information</translation>
    </message>
    <message>
        <source>経営者保証の説明</source>
        <translation>explanation of the personal guarantee</translation>
    </message>
    <message>
        <source>その修正はできません({reason})。</source>
        <translation>This change is not possible ({reason}).</translation>
    </message>
    <message>
        <source>ほかの操作で下書きが変わっています。</source>
        <translation>The draft was changed meanwhile.</translation>
    </message>
    <message>
        <source>先に直す箇所が{count}件あります({codes})。</source>
        <translation>{count} items need attention first ({codes}).</translation>
    </message>
    <message>
        <source>「{state}」の下書きを「{to}」にはできません。</source>
        <translation>A draft in state “{state}” cannot become “{to}”.</translation>
    </message>
    <message>
        <source>承認前なので、印刷・コピー・書き出しはできません。</source>
        <translation>It cannot be printed, copied or exported before it is approved.</translation>
    </message>
    <message>
        <source>承認を受けてから行ってください。</source>
        <translation>Do this once it is approved.</translation>
    </message>
    <message>
        <source>記録することがまだありません。</source>
        <translation>There is nothing to record yet.</translation>
    </message>
    <message>
        <source>面談のメモを書いてから確定してください。</source>
        <translation>Write a memo of the talk, then confirm.</translation>
    </message>
    <message>
        <source>確かめてからでないと記録できないところが{count}か所あります({kinds})。</source>
        <translation>{count} passages must be settled before this can be recorded ({kinds}).</translation>
    </message>
    <message>
        <source>その言葉をメモから消すか、残す理由を書いてください。</source>
        <translation>Take the words out of the memo, or say why they stay.</translation>
    </message>
    <message>
        <source>この記録はまだ確定していません。</source>
        <translation>This record is not confirmed yet.</translation>
    </message>
    <message>
        <source>確定してから、もう一度行ってください。</source>
        <translation>Confirm it, then try again.</translation>
    </message>
    <message>
        <source>記録 {record} の「{field}」に、SFAで使えない文字があります: {character}</source>
        <translation>“{field}” of record {record} holds a character that the SFA cannot take: {character}</translation>
    </message>
    <message>
        <source>記録を訂正して、その文字を置き換えてください。何も書き出していません。</source>
        <translation>Amend the record and replace that character. Nothing was written.</translation>
    </message>
    <message>
        <source>ファイルがない</source>
        <translation>no file</translation>
    </message>
    <message>
        <source>BankRMの控えではない</source>
        <translation>no backup of BankRM</translation>
    </message>
    <message>
        <source>壊れている</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>ファイルではない</source>
        <translation>not a file</translation>
    </message>
    <message>
        <source>ほかの利用者も読める</source>
        <translation>others can read it</translation>
    </message>
    <message>
        <source>文字として読めない</source>
        <translation>not readable as text</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>UTF-8ではない</source>
        <translation>not UTF-8</translation>
    </message>
    <message>
        <source>TOMLとして読めない</source>
        <translation>not TOML</translation>
    </message>
    <message>
        <source>JSONではない</source>
        <translation>not JSON</translation>
    </message>
    <message>
        <source>フォルダがない</source>
        <translation>no folder</translation>
    </message>
    <message>
        <source>書き込めない</source>
        <translation>not writable</translation>
    </message>
    <message>
        <source>空き容量がない</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>異常に膨らむ圧縮</source>
        <translation>it expands beyond reason</translation>
    </message>
    <message>
        <source>外部参照を含むXML</source>
        <translation>XML with external references</translation>
    </message>
    <message>
        <source>マクロ</source>
        <translation>macros</translation>
    </message>
    <message>
        <source>展開の上限を超える</source>
        <translation>beyond the limit of expansion</translation>
    </message>
    <message>
        <source>文字情報がない</source>
        <translation>no text layer</translation>
    </message>
    <message>
        <source>文字が壊れている</source>
        <translation>broken text</translation>
    </message>
    <message>
        <source>縦書き</source>
        <translation>vertical text</translation>
    </message>
    <message>
        <source>文字がない</source>
        <translation>no text</translation>
    </message>
    <message>
        <source>メモリ不足</source>
        <translation>out of memory</translation>
    </message>
    <message>
        <source>GPUのメモリ不足</source>
        <translation>the GPU is out of memory</translation>
    </message>
    <message>
        <source>必要な部品がない</source>
        <translation>a part is missing</translation>
    </message>
    <message>
        <source>使えるGPUがない</source>
        <translation>no usable GPU</translation>
    </message>
    <message>
        <source>読めない</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>言語モデルのプログラムがない</source>
        <translation>the model&apos;s program is missing</translation>
    </message>
    <message>
        <source>プログラムが落ちた</source>
        <translation>the program crashed</translation>
    </message>
    <message>
        <source>応答がない</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>内部エラー</source>
        <translation>internal error</translation>
    </message>
    <message>
        <source>何も書かない</source>
        <translation>it writes nothing</translation>
    </message>
    <message>
        <source>モデルが入っていない</source>
        <translation>no model is installed</translation>
    </message>
    <message>
        <source>モデルの形式が違う</source>
        <translation>another model format</translation>
    </message>
    <message>
        <source>GPU用の部品が入っていない</source>
        <translation>the parts for GPUs are not installed</translation>
    </message>
    <message>
        <source>ポリシーで決まっている</source>
        <translation>decided by policy</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>訪問予定</source>
        <translation>visit</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>済の記録</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>未了の約束</source>
        <translation>open promise</translation>
    </message>
    <message>
        <source>その記述がない</source>
        <translation>no such statement</translation>
    </message>
    <message>
        <source>その節がない</source>
        <translation>no such section</translation>
    </message>
    <message>
        <source>1文が長すぎる</source>
        <translation>the sentence is too long</translation>
    </message>
    <message>
        <source>根拠がない</source>
        <translation>no evidence</translation>
    </message>
    <message>
        <source>行内の文書だけに書ける</source>
        <translation>only in internal documents</translation>
    </message>
    <message>
        <source>要確認の記述ではない</source>
        <translation>the statement is not in question</translation>
    </message>
    <message>
        <source>元に戻す修正がない</source>
        <translation>nothing to undo</translation>
    </message>
    <message>
        <source>やり直す修正がない</source>
        <translation>nothing to redo</translation>
    </message>
    <message>
        <source>根拠なし</source>
        <translation>unsupported</translation>
    </message>
    <message>
        <source>根拠と不一致</source>
        <translation>contradicts its evidence</translation>
    </message>
    <message>
        <source>判定不可</source>
        <translation>cannot be checked</translation>
    </message>
    <message>
        <source>根拠の指定がない</source>
        <translation>no citation</translation>
    </message>
    <message>
        <source>期限切れの資料</source>
        <translation>source expired</translation>
    </message>
    <message>
        <source>所管のない資料</source>
        <translation>source without owner</translation>
    </message>
    <message>
        <source>お客さま向けの文書に担当者の認識がある</source>
        <translation>own view in a client-facing document</translation>
    </message>
    <message>
        <source>確認済み・未承認</source>
        <translation>confirmed, not approved</translation>
    </message>
    <message>
        <source>提出済み・未承認</source>
        <translation>submitted, not approved</translation>
    </message>
    <message>
        <source>承認済み</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>差戻し</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>取下げ</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>更新案</source>
        <translation>update</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>取込</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>記録</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>日本語</source>
        <translation>English</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>火</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>水</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>木</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>金</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>土</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>{month}月{day}日({weekday})</source>
        <translation>{weekday} {day} {month_name}</translation>
    </message>
    <message>
        <source>{year}年{day}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>根拠あり</source>
        <translation>supported</translation>
    </message>
    <message>
        <source>根拠なし</source>
        <translation>unsupported</translation>
    </message>
    <message>
        <source>根拠と不一致</source>
        <translation>contradicted</translation>
    </message>
    <message>
        <source>判定不可</source>
        <translation>not checkable</translation>
    </message>
    <message>
        <source>実施済</source>
        <translation>done</translation>
    </message>
    <message>
        <source>決定</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>合意</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>予定</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>検討中</source>
        <translation>considering</translation>
    </message>
    <message>
        <source>希望</source>
        <translation>wished</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>on hold</translation>
    </message>
    <message>
        <source>見送り</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>先方書面</source>
        <translation>client&apos;s document</translation>
    </message>
    <message>
        <source>基幹データ</source>
        <translation>host data</translation>
    </message>
    <message>
        <source>標準資料</source>
        <translation>standard document</translation>
    </message>
    <message>
        <source>担当者の記録</source>
        <translation>RM&apos;s record</translation>
    </message>
    <message>
        <source>計算</source>
        <translation>computed</translation>
    </message>
    <message>
        <source>〔秘匿〕{text}</source>
        <translation>[Secret] {text}</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>確認済み・未承認</source>
        <translation>Confirmed, not approved</translation>
    </message>
    <message>
        <source>提出済み</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>承認済み</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>差戻し</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>取下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>準備シート</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>履歴要約</source>
        <translation>History</translation>
    </message>
    <message>
        <source>シナリオ</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>ディスカッション</source>
        <translation>Discussion sheet</translation>
    </message>
    <message>
        <source>お礼メール</source>
        <translation>Follow-up mail</translation>
    </message>
    <message>
        <source>定型の書き手</source>
        <translation>template writer</translation>
    </message>
    <message>
        <source>言語モデル(CPU)</source>
        <translation>language model (CPU)</translation>
    </message>
    <message>
        <source>言語モデル(GPU)</source>
        <translation>language model (GPU)</translation>
    </message>
</context>
</TS>
