<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>Ahead</name>
    <message>
        <source>操作が終わったら下書きを続けます</source>
        <translation>Drafting goes on when the PC is idle</translation>
    </message>
    <message>
        <source>電源につなぐと下書きを続けます</source>
        <translation>Drafting goes on when plugged in</translation>
    </message>
    <message>
        <source>宿題を読み取り中</source>
        <translation>Reading promises</translation>
    </message>
    <message>
        <source>訪問準備を作成中</source>
        <translation>Preparing visits</translation>
    </message>
    <message>
        <source>言語モデルが下書き中</source>
        <translation>The model is drafting</translation>
    </message>
    <message>
        <source>{what} {done}/{total}</source>
        <translation>{what} {done}/{total}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>People</translation>
    </message>
    <message>
        <source>記録</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>資料</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>{page}ページ</source>
        <translation>page {page}</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>取引先、人、記録の言葉、資料、下書き</source>
        <translation>Client, person, words of a record, document, draft</translation>
    </message>
    <message>
        <source>探す</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>見つかったもの</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>名前やふりがなの一部、CIF、記録の中の言葉を入れてください。</source>
        <translation>Type part of a name or its reading, a CIF, or words of a record.</translation>
    </message>
    <message>
        <source>見つかりません。言葉を減らすか、ふりがなや別の言い方を試してください。</source>
        <translation>Nothing found. Try fewer words, the reading, or other words.</translation>
    </message>
</context>
<context>
    <name>KeysOverview</name>
    <message>
        <source>案内を見る</source>
        <translation>Show me round</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>キー一覧</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>取引先・記録・資料・下書きを探す</source>
        <translation>Find clients, records, documents and drafts</translation>
    </message>
    <message>
        <source>ページを開く</source>
        <translation>Open a page</translation>
    </message>
    <message>
        <source>前の画面に戻る、次の画面に進む</source>
        <translation>Go back, go forward</translation>
    </message>
    <message>
        <source>ナビゲーションとページを行き来する</source>
        <translation>Between navigation and page</translation>
    </message>
    <message>
        <source>次の項目、前の項目</source>
        <translation>Next item, previous item</translation>
    </message>
    <message>
        <source>最後に開いたものを閉じる</source>
        <translation>Close what was opened last</translation>
    </message>
    <message>
        <source>ロックする</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>この一覧</source>
        <translation>This overview</translation>
    </message>
    <message>
        <source>このページ: {page}</source>
        <translation>This page: {page}</translation>
    </message>
    <message>
        <source>どこでも</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>探す</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>キー一覧</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>ロック</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>たたむ</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>ひろげる</source>
        <translation>Unfold</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>BankRMの不具合です(番号 {number})。この番号をIT部門に伝えてください。</source>
        <translation>This is a fault of BankRM (number {number}). Please tell IT this number.</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>パスフレーズ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>もう一度</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>見本の銀行で試す</source>
        <translation>Try the sample bank</translation>
    </message>
    <message>
        <source>開いています</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>暗号化されたデータを開いています。</source>
        <translation>The encrypted data is being opened.</translation>
    </message>
    <message>
        <source>BankRMへようこそ</source>
        <translation>Welcome to BankRM</translation>
    </message>
    <message>
        <source>このパソコンには、まだデータがありません。新しく始めると、暗号化された保存場所を作ります。データはこのパソコンから出ません。</source>
        <translation>There is no data on this PC yet. Starting makes an encrypted store. The data does not leave this PC.</translation>
    </message>
    <message>
        <source>新しく始める</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>パスフレーズを決める</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>このパソコンには資格情報の保管場所がないため、開くたびにパスフレーズを使います。{count}文字以上にしてください。忘れると、控えの鍵がないかぎりデータは開けません。</source>
        <translation>This PC keeps no credentials, so a passphrase is asked for each time. Use {count} characters or more. If it is forgotten, the data cannot be opened without the escrowed key.</translation>
    </message>
    <message>
        <source>この内容で始める</source>
        <translation>Start with this</translation>
    </message>
    <message>
        <source>パスフレーズを入れてください</source>
        <translation>Enter the passphrase</translation>
    </message>
    <message>
        <source>データは暗号化されています。続けて間違えても、データは消えません。</source>
        <translation>The data is encrypted. Wrong attempts never delete it.</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ロックしています</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>記録のメモは、入力したところまで保存してあります。開くと、元のページに戻ります。</source>
        <translation>Memos are kept as far as they were typed. Unlocking leads back to the page.</translation>
    </message>
    <message>
        <source>解錠する</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>開けません</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>データは変更していません。</source>
        <translation>The data was not changed.</translation>
    </message>
    <message>
        <source>もう一度試す</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>書き手: {name}</source>
        <translation>Writer: {name}</translation>
    </message>
    <message>
        <source>基幹データ {day}時点</source>
        <translation>Host data as of {day}</translation>
    </message>
    <message>
        <source>基幹データ {first}〜{last}時点</source>
        <translation>Host data as of {first} to {last}</translation>
    </message>
    <message>
        <source>取引先によって時点が違います。それぞれの時点は、取引先の画面にあります。</source>
        <translation>The day differs by client; each client&apos;s page tells its own.</translation>
    </message>
    <message>
        <source>操作がないと{minutes}分でロック</source>
        <translation>Locks after {minutes} idle minutes</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>案内を終える</source>
        <translation>Leave the tour</translation>
    </message>
    <message>
        <source>次へ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>朝は、ここから始めます。上に当行の宿題が期限順に並び、下に本日の訪問が時刻順に並びます。カードを開くと、その訪問の準備一式が読めます。</source>
        <translation>The morning starts here: above, what the bank has promised, by due date; below, today&apos;s visits in time order. A card opens that visit&apos;s set.</translation>
    </message>
    <message>
        <source>取引先ごとの取引状況、決算と6つの指標、応接の経緯です。人の名前を押すと、その人の発言だけを日付順に読めます。</source>
        <translation>Each client&apos;s business, accounts with six indicators, and the history of talks. A person&apos;s name shows what that person said, by date.</translation>
    </message>
    <message>
        <source>準備シートの一文を選ぶと、右にその根拠が開きます。直す、消す、根拠を足す、は一文ずつできます。どの文にも根拠の印が付きます。</source>
        <translation>Choose a sentence and its evidence opens at the right. Edit, delete or add evidence sentence by sentence; each one carries its mark.</translation>
    </message>
    <message>
        <source>夕方は、訪問ごとに一つのメモを書きます。記録の項目はメモの言葉から提案されるので、確かめて確定してください。</source>
        <translation>In the evening write one memo per visit. The fields of the record are proposed from its words; check and confirm them.</translation>
    </message>
    <message>
        <source>銀行のCSVやExcel、PDF、予定表をここに置くと取り込みます。行のエラーは、行番号と直し方を示します。</source>
        <translation>Drop the bank&apos;s CSV, Excel, PDF and calendar files here. A row in error is shown with its line and what to do.</translation>
    </message>
    <message>
        <source>文章を書く方式、データの場所、IT部門が決めた設定を確かめるページです。</source>
        <translation>Who writes, where the data lies, and what IT has set.</translation>
    </message>
</context>
</TS>
