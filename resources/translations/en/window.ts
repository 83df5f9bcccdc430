<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>Errors</name>
    <message>
        <source>処理を続けられませんでした。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力を確かめて、もう一度お試しください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>見つかりません({what})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほかの画面で消されたか、取り込み直されたかもしれません。一覧から選び直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データの保存場所を使えません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定の「診断」で状態を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>まだデータがありません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>はじめて使うときは「新しく始める」を選んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>すでにデータがあります: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上書きはしません。そのデータを開いてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データを開けません(鍵が違うか、ファイルが壊れています): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズを確かめてください。合っているときは、ファイルに触れずにIT部門に連絡してください。ファイルは変更していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほかのBankRMがデータを使っています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わるのを待って、もう一度お試しください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新しい版のBankRMで作られたデータです。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMを新しい版に更新してください。データは変更していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ディスクの空きが足りません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空きを作って、もう一度お試しください。データは元のままです。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルを読み書きできません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダの権限と接続を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データの更新に失敗し、元に戻しました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ディスクの空きを確かめ、続くときはIT部門に連絡してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>控えとして使えません({reason})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMで作った控えを選んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同じ名前のファイルがあります: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上書きはしません。別の名前を選んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存できない値があります({kind})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数値と文字を確かめてください。何も保存していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鍵を使えません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定の「診断」で状態を確かめるか、IT部門に連絡してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鍵ファイルがありません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store.keys を元の場所に戻すか、控えから戻してください。データは変更していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>すでに鍵ファイルがあります: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鍵ファイルが壊れています: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一つ前の鍵ファイルか控えから戻してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鍵が合いません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズをもう一度入れてください。合っているときは、鍵ファイルを控えから戻してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンの資格情報では開けません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズを入れてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンには使える資格情報の保管場所がありません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12文字以上のパスフレーズを決めて入れてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズが短すぎます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minimum}文字以上にしてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズのファイルを使えません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人だけが読めるテキストファイルを指定してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>プログラムのデータファイルがありません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMを入れ直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定のデータファイルを読めません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT部門に連絡してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定のデータファイルの「{key}」の {field} を使えません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルを取り込めません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルを確かめてください。何も取り込んでいません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルがありません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>場所と名前を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルを読めません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>権限と、ほかのプログラムで開いていないかを確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルが空です: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>書き出し直して、もう一度取り込んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルが大きすぎます: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期間や店で分けて取り込んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この種類のファイルは取り込めません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>読める種類は {known} です。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスワードで保護されています: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保護を外したファイルを取り込んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルが壊れているか、中身が名前と違います: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>元のシステムから書き出し直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>危険な作りのファイルなので読みません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送り主とIT部門に確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字コードを読み取れません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8かShift_JISで書き出し直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>引用できる文字がありません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字を含むPDFか、元の文書を取り込んでください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表の読み方を決められません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>「列の対応を決める」で読み方を決めてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>読み方 {name} はありません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使えるのは {known} です。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>読み方 {profile} に要る列({missing})がありません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>別の読み方を選ぶか、列の対応を決めてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存した読み方を使えません({key}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>その箇所を直すか、列の対応を決め直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表がいつ時点のものか分かりません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>時点の列を加えるか、見出しの上に「…現在」と書いてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定を使えません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定のファイルを読めません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定 {key} の値を使えません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT部門に連絡してください。直すまで起動しません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルを使えません: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定でモデルの状態を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルとして使えません({reason}): {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>配布元から取り直してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同じ名前のモデルがあります: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上書きはしません。先に古いモデルを消してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>その名前のモデルはありません: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定でモデルの名前を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルのフォルダに書けません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空き容量と権限を確かめてください。途中のものは残していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語モデルを使えません({reason})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>設定で理由を確かめてください。定型の書き手は使えます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語モデルを読み込めません({reason})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語モデルが途中で止まりました({reason})。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度お試しください。定型の書き手の下書きはそのまま使えます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文が長すぎて言語モデルに入りません({tokens} &gt; {limit}トークン)。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定型の書き手の下書きを使ってください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>書き出せません({reason}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>書き出し先を確かめてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルがない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMの控えではない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>壊れている</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ファイルではない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほかの利用者も読める</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字として読めない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8ではない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOMLとして読めない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONではない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>フォルダがない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>書き込めない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空き容量がない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>異常に膨らむ圧縮</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外部参照を含むXML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>マクロ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>展開の上限を超える</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字情報がない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字が壊れている</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>縦書き</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字がない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>メモリ不足</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUのメモリ不足</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必要な部品がない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使えるGPUがない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>読めない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語モデルのプログラムがない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>プログラムが落ちた</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>応答がない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内部エラー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>何も書かない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルが入っていない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルの形式が違う</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU用の部品が入っていない</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ポリシーで決まっている</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取引先</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>訪問予定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下書き</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>設定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
