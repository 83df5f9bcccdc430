<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ColumnsList</name>
    <message>
        <source>ファイルの列</source>
        <translation>Column of the file</translation>
    </message>
    <message>
        <source>例</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>取り込む項目</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>列「{header}」の項目</source>
        <translation>Field for column “{header}”</translation>
    </message>
    <message>
        <source>(取り込まない)</source>
        <translation>(not imported)</translation>
    </message>
    <message>
        <source>{field} *</source>
        <translation>{field} *</translation>
    </message>
    <message>
        <source>見出しが似ているので選びました。確かめてください。</source>
        <translation>Chosen because the header looks alike. Please check.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>ファイルを選ぶ…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>フォルダを選ぶ…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>確かめるだけ(取り込まない)</source>
        <translation>Check only (import nothing)</translation>
    </message>
    <message>
        <source>CSV・Excel・PDF・Word・テキスト・メール・予定。同じファイルを何度取り込んでも重なりません。</source>
        <translation>CSV, Excel, PDF, Word, text, mail, calendar. The same file twice changes nothing.</translation>
    </message>
    <message>
        <source>取引先がまだありません。基幹データの CSV をここに置いてください</source>
        <translation>There are no clients yet. Drop the CSV of the host data here</translation>
    </message>
    <message>
        <source>ここにファイルかフォルダを置いてください</source>
        <translation>Drop files or folders here</translation>
    </message>
    <message>
        <source>取り込めるファイル ({patterns})</source>
        <translation>Files that can be imported ({patterns})</translation>
    </message>
    <message>
        <source>取り込むファイル</source>
        <translation>Files to import</translation>
    </message>
    <message>
        <source>取り込むフォルダ</source>
        <translation>Folder to import</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>同じかもしれない取引先の組</source>
        <translation>Pairs of clients that may be the same</translation>
    </message>
    <message>
        <source>同じかもしれない取引先</source>
        <translation>Clients that may be the same</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>同じ先 (&amp;S)</source>
        <translation>&amp;Same client</translation>
    </message>
    <message>
        <source>別の先 (&amp;D)</source>
        <translation>&amp;Different clients</translation>
    </message>
    <message>
        <source>後で (&amp;L)</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>同じかもしれない取引先&#x3000;未決 {left} 組 / 全 {all} 組</source>
        <translation>Clients that may be the same: {left} of {all} pairs undecided</translation>
    </message>
    <message>
        <source>「同じ先」にすると、互いの取引先ページに名前が出ます。記録をまとめることはなく、いつでも直せます。</source>
        <translation>“Same client” shows each on the other&apos;s page. No records are merged, and it can be changed at any time.</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>{first} / {second}</source>
        <translation>{first} / {second}</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>判断</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>同じかもしれない取引先はありません。</source>
        <translation>No clients seem to be the same.</translation>
    </message>
    <message>
        <source>{name} を開く</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>＝同じ</source>
        <translation>= same</translation>
    </message>
    <message>
        <source>法人</source>
        <translation>Corporation</translation>
    </message>
    <message>
        <source>個人事業主</source>
        <translation>Sole proprietor</translation>
    </message>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>読み</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>法人番号</source>
        <translation>Corporate number</translation>
    </message>
    <message>
        <source>区分</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>代表者</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>業種</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>設立</source>
        <translation>Founded</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>In charge</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>取り込むファイル</source>
        <translation>Files to import</translation>
    </message>
    <message>
        <source>取込の進み具合</source>
        <translation>Progress of the import</translation>
    </message>
    <message>
        <source>中止 (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>ファイルを調べています…</source>
        <translation>Looking at the files…</translation>
    </message>
    <message>
        <source>列の対応を決める</source>
        <translation>Map columns</translation>
    </message>
    <message>
        <source>エラーと注意を見る</source>
        <translation>Show errors and notes</translation>
    </message>
    <message>
        <source>除外した行: {rows}</source>
        <translation>Rows left out: {rows}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>エラーと注意の行</source>
        <translation>Rows in error and notes</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>エラーと注意の行をコピー</source>
        <translation>Copy rows in error and notes</translation>
    </message>
    <message>
        <source>選んだ行(なければすべて)を、表計算に貼れる形でコピーします  Ctrl+C</source>
        <translation>Copies the chosen rows, or all, to be pasted into a spreadsheet  Ctrl+C</translation>
    </message>
    <message>
        <source>列の対応を決める</source>
        <translation>Map columns</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{name} を読み直しています…</source>
        <translation>Reading {name} again…</translation>
    </message>
    <message>
        <source>{name}&#x3000;エラー {errors} ・ 注意 {notes}</source>
        <translation>{name}: errors {errors}, notes {notes}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>元のデータでその値を直し、もう一度取り込んでください。</source>
        <translation>Correct the value in the source and import again.</translation>
    </message>
    <message>
        <source>この形で取り込みます。値を確かめてください。</source>
        <translation>Imported like this. Please check the value.</translation>
    </message>
    <message>
        <source>「列の対応を決める」で、この表の読み方を決めてください。</source>
        <translation>Say how this table is read with “Map columns”.</translation>
    </message>
    <message>
        <source>することはありません。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>要るものなら、文字を含む形で書き出し直してください。</source>
        <translation>If it is needed, export it again with its text.</translation>
    </message>
    <message>
        <source>予定表でその予定を直し、もう一度書き出してください。</source>
        <translation>Correct the entry in the calendar and export it again.</translation>
    </message>
    <message>
        <source>金額が大きすぎます</source>
        <translation>The amount is too large</translation>
    </message>
    <message>
        <source>単位を確かめてください。</source>
        <translation>Check the unit.</translation>
    </message>
    <message>
        <source>Excelのエラー値です</source>
        <translation>An error value of Excel</translation>
    </message>
    <message>
        <source>Excelで数式を直して保存し、もう一度取り込んでください。</source>
        <translation>Mend the formula in Excel, save, and import again.</translation>
    </message>
    <message>
        <source>この列は取り込みません</source>
        <translation>This column is not imported</translation>
    </message>
    <message>
        <source>要る列なら「列の対応を決める」で項目を選んでください。</source>
        <translation>If it is needed, choose its field with “Map columns”.</translation>
    </message>
    <message>
        <source>日付が年月日までありません</source>
        <translation>The date is incomplete</translation>
    </message>
    <message>
        <source>日付が1900年から2100年までにありません</source>
        <translation>The date is not between 1900 and 2100</translation>
    </message>
    <message>
        <source>和暦と西暦の読み方を確かめてください。</source>
        <translation>Check whether years are of an era or western.</translation>
    </message>
    <message>
        <source>同じものが一つのファイルに二度あります</source>
        <translation>The same record stands twice in one file</translation>
    </message>
    <message>
        <source>どちらかの行を消して、もう一度取り込んでください。</source>
        <translation>Delete one of the rows and import again.</translation>
    </message>
    <message>
        <source>非表示のシートは読みません</source>
        <translation>Hidden sheets are not read</translation>
    </message>
    <message>
        <source>要るシートなら、Excelで表示して保存してください。</source>
        <translation>If it is needed, unhide it in Excel and save.</translation>
    </message>
    <message>
        <source>ありえない日付です</source>
        <translation>There is no such date</translation>
    </message>
    <message>
        <source>店番が3桁の数字ではありません</source>
        <translation>The branch is not a number of three digits</translation>
    </message>
    <message>
        <source>CIF番号の形が違います</source>
        <translation>Not the form of a CIF</translation>
    </message>
    <message>
        <source>法人番号の形が違います</source>
        <translation>Not the form of a corporate number</translation>
    </message>
    <message>
        <source>必要な値がありません</source>
        <translation>A needed value is missing</translation>
    </message>
    <message>
        <source>数ではありません</source>
        <translation>Not a number</translation>
    </message>
    <message>
        <source>日付として読めません</source>
        <translation>Cannot be read as a date</translation>
    </message>
    <message>
        <source>○か空欄ではありません</source>
        <translation>Neither a mark (○) nor empty</translation>
    </message>
    <message>
        <source>利率として読めません</source>
        <translation>Cannot be read as a rate</translation>
    </message>
    <message>
        <source>金額として読めません</source>
        <translation>Cannot be read as an amount</translation>
    </message>
    <message>
        <source>法人番号が同じ取引先があります</source>
        <translation>Another client has this corporate number</translation>
    </message>
    <message>
        <source>名寄せで、同じ先かどうかを決めてください。</source>
        <translation>Decide under Duplicates whether they are the same.</translation>
    </message>
    <message>
        <source>名前が同じかもしれない取引先があります</source>
        <translation>Another client may have the same name</translation>
    </message>
    <message>
        <source>読みが同じ取引先があります</source>
        <translation>Another client has the same reading</translation>
    </message>
    <message>
        <source>読み方の分からないシートは読みません</source>
        <translation>A sheet that no profile fits is not read</translation>
    </message>
    <message>
        <source>8/5/20 のような日付の意味が決まっていません</source>
        <translation>It is not said what a date like 8/5/20 means</translation>
    </message>
    <message>
        <source>「列の対応を決める」で、和暦か西暦かを選んでください。</source>
        <translation>Choose era or western years with “Map columns”.</translation>
    </message>
    <message>
        <source>セルが見出しより少ない行です</source>
        <translation>The row has fewer cells than the header</translation>
    </message>
    <message>
        <source>途中で切れていないか、元のファイルを確かめてください。</source>
        <translation>Check whether the file was cut off.</translation>
    </message>
    <message>
        <source>セルが見出しより多い行です</source>
        <translation>The row has more cells than the header</translation>
    </message>
    <message>
        <source>値の中の区切り文字を確かめてください。</source>
        <translation>Check for separators inside values.</translation>
    </message>
    <message>
        <source>この種類のファイルは取り込みません</source>
        <translation>Files of this type are not imported</translation>
    </message>
    <message>
        <source>金額の単位が分かりません</source>
        <translation>The unit of the amount is not known</translation>
    </message>
    <message>
        <source>「列の対応を決める」で単位を選ぶか、見出しに(千円)と書いてください。</source>
        <translation>Choose a unit with “Map columns”, or write it in the header.</translation>
    </message>
    <message>
        <source>取引先が登録されていません</source>
        <translation>There is no such client</translation>
    </message>
    <message>
        <source>先に取引先の一覧を取り込んでください。</source>
        <translation>Import the list of clients first.</translation>
    </message>
    <message>
        <source>読み取れない箇所は引用しません</source>
        <translation>Unreadable passages are not quoted</translation>
    </message>
    <message>
        <source>文字が壊れています</source>
        <translation>Broken characters</translation>
    </message>
    <message>
        <source>元のシステムから書き出し直してください。</source>
        <translation>Export it again from its system.</translation>
    </message>
    <message>
        <source>おおよその金額を、書かれた数字のまま取り込みました</source>
        <translation>An approximate amount was taken as it is written</translation>
    </message>
    <message>
        <source>正確な金額が分かれば、直して取り込んでください。</source>
        <translation>If you know the exact amount, correct it and import again.</translation>
    </message>
    <message>
        <source>法人番号の検査数字が合いません</source>
        <translation>The check digit of the corporate number is wrong</translation>
    </message>
    <message>
        <source>番号の写し間違いを確かめてください。</source>
        <translation>Check whether the number was mistyped.</translation>
    </message>
    <message>
        <source>外字があります</source>
        <translation>There are characters of a private font</translation>
    </message>
    <message>
        <source>ほかの端末では別の字に見えることがあります。</source>
        <translation>They may look different elsewhere.</translation>
    </message>
    <message>
        <source>残高や金額がマイナスです</source>
        <translation>A balance or amount below zero</translation>
    </message>
    <message>
        <source>BankRMで書いた記録が、別の番号で戻ってきました。二重には取り込みません</source>
        <translation>A record made here came back under another number; it is not taken in twice</translation>
    </message>
    <message>
        <source>番号の先頭のゼロを補いました</source>
        <translation>Leading zeros were restored</translation>
    </message>
    <message>
        <source>月だけの時点を、その月の末日として取り込みました</source>
        <translation>A month was taken as its last day</translation>
    </message>
    <message>
        <source>ふだんと違う文字コードです</source>
        <translation>An unusual text encoding</translation>
    </message>
    <message>
        <source>複数の取引先の名前があり、行内資料として取り込みました</source>
        <translation>Several clients are named: imported as the bank&apos;s own document</translation>
    </message>
    <message>
        <source>ファイル名の先頭に店番-CIF を付けて、もう一度取り込むと、その取引先の資料になります。</source>
        <translation>With branch-CIF at the head of the file name it becomes that client&apos;s document.</translation>
    </message>
    <message>
        <source>取引先の名前がなく、行内資料として取り込みました</source>
        <translation>No client is named: imported as the bank&apos;s own document</translation>
    </message>
    <message>
        <source>取引先の資料なら、ファイル名の先頭に店番-CIF を付けて、もう一度取り込んでください。</source>
        <translation>If it is a client&apos;s, put branch-CIF at the head of the file name and import again.</translation>
    </message>
    <message>
        <source>添付ファイルは取り込みません</source>
        <translation>Attachments are not imported</translation>
    </message>
    <message>
        <source>要る添付は保存して、別に取り込んでください。</source>
        <translation>Save the ones you need and import them by themselves.</translation>
    </message>
    <message>
        <source>どの取引先の訪問か書かれていません</source>
        <translation>It does not say which client is visited</translation>
    </message>
    <message>
        <source>複数の取引先が書かれています</source>
        <translation>Several clients are named</translation>
    </message>
    <message>
        <source>開始の日時がありません</source>
        <translation>It has no start</translation>
    </message>
    <message>
        <source>予定の番号(UID)がありません</source>
        <translation>It has no UID</translation>
    </message>
    <message>
        <source>時刻がありません</source>
        <translation>It has no time of day</translation>
    </message>
    <message>
        <source>繰り返しの予定は、最初の一回だけ取り込みました</source>
        <translation>Of a repeating entry only the first was imported</translation>
    </message>
    <message>
        <source>合計の行</source>
        <translation>totals</translation>
    </message>
    <message>
        <source>注記の行</source>
        <translation>remarks</translation>
    </message>
    <message>
        <source>繰り返しの見出し</source>
        <translation>repeated headers</translation>
    </message>
    <message>
        <source>取り消された予定</source>
        <translation>cancelled entries</translation>
    </message>
    <message>
        <source>個人</source>
        <translation>individuals</translation>
    </message>
    <message>
        <source>外国政府</source>
        <translation>foreign governments</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>応接記録</source>
        <translation>Call records</translation>
    </message>
    <message>
        <source>基幹データ(残高)</source>
        <translation>Host data (balances)</translation>
    </message>
    <message>
        <source>他行借入</source>
        <translation>Other banks&apos; loans</translation>
    </message>
    <message>
        <source>決算</source>
        <translation>Financial statements</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>訪問予定</source>
        <translation>Planned visits</translation>
    </message>
    <message>
        <source>資料</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>標準提案</source>
        <translation>Standard proposals</translation>
    </message>
    <message>
        <source>だれを訪ねるか。すべての記録はここに結び付きます</source>
        <translation>whom you visit; every record belongs to one</translation>
    </message>
    <message>
        <source>これまでに言われたこと、約束・宿題、意向の移り変わり</source>
        <translation>what was said and promised, and how minds moved</translation>
    </message>
    <message>
        <source>売上や利益の動きと、ローカルベンチマークの6指標</source>
        <translation>how sales and profits move, and the six indicators</translation>
    </message>
    <message>
        <source>だれが決めるか。発言が人ごとにまとまります</source>
        <translation>who decides; words by person</translation>
    </message>
    <message>
        <source>当行の預金・融資残高・返済額と、その時点</source>
        <translation>our deposits, loans and repayments, with their day</translation>
    </message>
    <message>
        <source>他行の残高と金利、当行のシェア</source>
        <translation>other banks&apos; balances and rates, our share</translation>
    </message>
    <message>
        <source>進行中の案件と期限</source>
        <translation>deals under way and their deadlines</translation>
    </message>
    <message>
        <source>文字情報のないページは引用しません</source>
        <translation>Pages without text are not quoted</translation>
    </message>
    <message>
        <source>未登録です。{clients} なら登録があります</source>
        <translation>Unknown here; {clients} is registered</translation>
    </message>
    <message>
        <source>元のデータで店番を直すか、先にこの店の取引先を取り込んでください。</source>
        <translation>Mend the branch in the source, or import this branch&apos;s clients first.</translation>
    </message>
    <message>
        <source>文字の壊れたページは引用しません</source>
        <translation>Pages with broken text are not quoted</translation>
    </message>
    <message>
        <source>CIF番号の桁が足りません</source>
        <translation>The CIF has too few digits</translation>
    </message>
    <message>
        <source>先頭のゼロが落ちていないか、元のデータを確かめてください。</source>
        <translation>Check in the source whether leading zeros were lost.</translation>
    </message>
    <message>
        <source>このまま取り込みます。符号を確かめてください。</source>
        <translation>It is imported as it is. Check the sign.</translation>
    </message>
    <message>
        <source>読み切れないページがあります</source>
        <translation>Some pages could not be read to the end</translation>
    </message>
    <message>
        <source>縦書きのページは引用しません</source>
        <translation>Pages in vertical writing are not quoted</translation>
    </message>
    <message>
        <source>今日と翌営業日の訪問が並び、準備が自動で始まります</source>
        <translation>visits of today and the next business day, prepared unasked</translation>
    </message>
    <message>
        <source>見積書・案内・標準提案を、ページを示して引用できます</source>
        <translation>Quotations, guides and standard proposals can be quoted by page</translation>
    </message>
    <message>
        <source>店番</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>CIF番号</source>
        <translation>CIF</translation>
    </message>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>読み(カナ)</source>
        <translation>Reading (kana)</translation>
    </message>
    <message>
        <source>法人・個人</source>
        <translation>Corporation or person</translation>
    </message>
    <message>
        <source>法人番号</source>
        <translation>Corporate number</translation>
    </message>
    <message>
        <source>通称</source>
        <translation>Known as</translation>
    </message>
    <message>
        <source>業種</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>代表者</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>設立</source>
        <translation>Founded</translation>
    </message>
    <message>
        <source>事業内容</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>主要仕入先</source>
        <translation>Suppliers</translation>
    </message>
    <message>
        <source>主要販売先</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>時点</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>役職</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>決裁者</source>
        <translation>Decides</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>面談日</source>
        <translation>Date of the call</translation>
    </message>
    <message>
        <source>面談方法</source>
        <translation>How</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>当方</source>
        <translation>Our people</translation>
    </message>
    <message>
        <source>目的</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>当方の説明</source>
        <translation>Our explanation</translation>
    </message>
    <message>
        <source>顧客の発言</source>
        <translation>Client&apos;s words</translation>
    </message>
    <message>
        <source>約束・宿題</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>交付資料</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>未確認事項</source>
        <translation>Open points</translation>
    </message>
    <message>
        <source>次回予定</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>機密区分</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>融資残高</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>うち保証協会付</source>
        <translation>of these guaranteed</translation>
    </message>
    <message>
        <source>返済月額</source>
        <translation>Monthly repayment</translation>
    </message>
    <message>
        <source>預金残高</source>
        <translation>Deposits</translation>
    </message>
    <message>
        <source>代表者保証</source>
        <translation>Personal guarantee</translation>
    </message>
    <message>
        <source>担保</source>
        <translation>Collateral</translation>
    </message>
    <message>
        <source>金融機関</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>残高</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>金利</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>保証協会</source>
        <translation>Guaranteed</translation>
    </message>
    <message>
        <source>決算期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>売上高</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>営業利益</source>
        <translation>Operating profit</translation>
    </message>
    <message>
        <source>経常利益</source>
        <translation>Ordinary profit</translation>
    </message>
    <message>
        <source>当期純利益</source>
        <translation>Net profit</translation>
    </message>
    <message>
        <source>法人税等</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>減価償却費</source>
        <translation>Depreciation</translation>
    </message>
    <message>
        <source>借入金</source>
        <translation>Borrowings</translation>
    </message>
    <message>
        <source>現預金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>売上債権</source>
        <translation>Receivables</translation>
    </message>
    <message>
        <source>棚卸資産</source>
        <translation>Inventories</translation>
    </message>
    <message>
        <source>買入債務</source>
        <translation>Payables</translation>
    </message>
    <message>
        <source>純資産</source>
        <translation>Net assets</translation>
    </message>
    <message>
        <source>総資産</source>
        <translation>Total assets</translation>
    </message>
    <message>
        <source>従業員数</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>出典</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>案件名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>段階</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>登録日</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>「{field}」の列を選んでください</source>
        <translation>Choose the column of “{field}”</translation>
    </message>
    <message>
        <source>取り込む値の列を少なくとも一つ選んでください</source>
        <translation>Choose at least one column of values</translation>
    </message>
    <message>
        <source>「{field}」の列を選んでください(見出しの上に「…現在」もありません)</source>
        <translation>Choose the column of “{field}” (no day stands above the header either)</translation>
    </message>
    <message>
        <source>「{field}」の列は、同じ見出しの列が左にあるので使えません</source>
        <translation>The column of “{field}” cannot be used: one to its left has the same header</translation>
    </message>
    <message>
        <source>店番は3桁の数字で入れてください</source>
        <translation>Give the branch in three digits</translation>
    </message>
    <message>
        <source>見出しの行を選んでください</source>
        <translation>Choose the header line</translation>
    </message>
    <message>
        <source>取引先一覧</source>
        <translation>List of clients</translation>
    </message>
    <message>
        <source>面談者一覧</source>
        <translation>List of contacts</translation>
    </message>
    <message>
        <source>案件一覧</source>
        <translation>List of deals</translation>
    </message>
    <message>
        <source>EDINETコードリスト</source>
        <translation>EDINET code list</translation>
    </message>
    <message>
        <source>基幹残高一覧</source>
        <translation>Host balances</translation>
    </message>
    <message>
        <source>他行借入一覧</source>
        <translation>Other banks&apos; loans</translation>
    </message>
    <message>
        <source>決算一覧</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>テキスト</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>メール</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>予定</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>法人番号が同じ</source>
        <translation>Same corporate number</translation>
    </message>
    <message>
        <source>名前が同じ</source>
        <translation>Same name</translation>
    </message>
    <message>
        <source>読みが同じ</source>
        <translation>Same reading</translation>
    </message>
    <message>
        <source>同じ先</source>
        <translation>Same client</translation>
    </message>
    <message>
        <source>別の先</source>
        <translation>Different</translation>
    </message>
    <message>
        <source>後で</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{yen}円</source>
        <translation>{yen} yen</translation>
    </message>
    <message>
        <source>法人</source>
        <translation>Corporation</translation>
    </message>
    <message>
        <source>個人事業主</source>
        <translation>Sole proprietor</translation>
    </message>
    <message>
        <source>取込中 {done} / {total}</source>
        <translation>Importing {done} / {total}</translation>
    </message>
    <message>
        <source>取込中 {done}</source>
        <translation>Importing {done}</translation>
    </message>
    <message>
        <source>取込済み(エラーあり)</source>
        <translation>Imported, with errors</translation>
    </message>
    <message>
        <source>列の対応を決めてください</source>
        <translation>Columns to be mapped</translation>
    </message>
    <message>
        <source>待っています</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>取込中</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>取込済み</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>確かめただけ</source>
        <translation>Checked only</translation>
    </message>
    <message>
        <source>取り込めません</source>
        <translation>Cannot be imported</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>中止(何も取り込んでいません)</source>
        <translation>Stopped (nothing imported)</translation>
    </message>
    <message>
        <source>未決</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>読み方</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>新規</source>
        <translation>New</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>同じ</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>除外</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>エラー</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>✕ エラー</source>
        <translation>✕ Error</translation>
    </message>
    <message>
        <source>! 注意</source>
        <translation>! Note</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>値</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>どうするか</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>日時</source>
        <translation>When</translation>
    </message>
    <message>
        <source>操作者</source>
        <translation>By</translation>
    </message>
    <message>
        <source>読み取り</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>– 除外: {why}</source>
        <translation>– left out: {why}</translation>
    </message>
    <message>
        <source>! 注意: {what}</source>
        <translation>! Note: {what}</translation>
    </message>
    <message>
        <source>✓ 取り込みます</source>
        <translation>✓ is imported</translation>
    </message>
    <message>
        <source>– 列の対応がまだ決まっていません</source>
        <translation>– The columns are not settled yet</translation>
    </message>
    <message>
        <source>基幹システムや営業支援の出力、資料、予定を取り込むページです。取引先・応接記録・決算の三つがそろうと、下書きが役に立ちはじめます。</source>
        <translation>This page brings in extracts of the host and the SFA, documents and calendars. Drafts become useful once clients, call records and financial statements are there.</translation>
    </message>
    <message>
        <source>取り込むファイルを選ぶ</source>
        <translation>Choose files to import</translation>
    </message>
    <message>
        <source>ファイルや行を選ぶ</source>
        <translation>Choose a file or a row</translation>
    </message>
    <message>
        <source>選んだファイルのエラーを見る、列の対応を決める</source>
        <translation>Look at the chosen file&apos;s errors, or map its columns</translation>
    </message>
    <message>
        <source>エラーの行をコピーする</source>
        <translation>Copy the rows in error</translation>
    </message>
    <message>
        <source>名寄せ: 同じ先、別の先、後で</source>
        <translation>Duplicates: same, different, later</translation>
    </message>
    <message>
        <source>開いたものを閉じる、取込を中止する</source>
        <translation>Close what is open, stop the import</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>名寄せ: 未決 {left} 組</source>
        <translation>Duplicates: {left} undecided</translation>
    </message>
    <message>
        <source>名寄せ: 決めたもの {all} 組</source>
        <translation>Duplicates: {all} decided</translation>
    </message>
    <message>
        <source>{first} と {second} を「{decision}」にしました。</source>
        <translation>{first} and {second}: {decision}.</translation>
    </message>
    <message>
        <source>取込</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>読み方を調べています…</source>
        <translation>Finding out how to read it…</translation>
    </message>
    <message>
        <source>はじめの20行がどう読まれるか</source>
        <translation>How the first 20 rows are read</translation>
    </message>
    <message>
        <source>例: 営業支援 残高一覧</source>
        <translation>e.g. SFA balances</translation>
    </message>
    <message>
        <source>この読み方の名前</source>
        <translation>Name of this layout</translation>
    </message>
    <message>
        <source>全体を確かめる (&amp;T)</source>
        <translation>&amp;Try the whole file</translation>
    </message>
    <message>
        <source>保存して取り込む (&amp;S)</source>
        <translation>&amp;Save and import</translation>
    </message>
    <message>
        <source>置き換えて取り込む</source>
        <translation>Replace and import</translation>
    </message>
    <message>
        <source>{name} を読んでいます…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>{name} の列の対応&#x3000;左の列ごとに、取り込む項目を選んでください</source>
        <translation>Columns of {name}: choose a field for each</translation>
    </message>
    <message>
        <source>{name} を読めません</source>
        <translation>{name} cannot be read</translation>
    </message>
    <message>
        <source>取り込まない項目は今の値のまま残り、空欄のセルは値なしに置き換わります。</source>
        <translation>Fields that are not imported keep their values; an empty cell means that there is none.</translation>
    </message>
    <message>
        <source>全体を確かめています…</source>
        <translation>Checking the whole file…</translation>
    </message>
    <message>
        <source>{done} 行まで確かめました…</source>
        <translation>{done} rows checked so far…</translation>
    </message>
    <message>
        <source>全体 {rows} 行: 新規 {new} ・ 変更 {changed} ・ 同じ {unchanged} ・ 除外 {skipped} ・ エラー {errors}</source>
        <translation>{rows} rows: {new} new, {changed} changed, {unchanged} same, {skipped} left out, {errors} in error</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>この読み方の名前 (&amp;N)</source>
        <translation>&amp;Name of this layout</translation>
    </message>
    <message>
        <source>ほか {count}件</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>この読み方に名前を付けてください</source>
        <translation>Give this layout a name</translation>
    </message>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>例: 012</source>
        <translation>e.g. 012</translation>
    </message>
    <message>
        <source>{count}桁</source>
        <translation>{count} digits</translation>
    </message>
    <message>
        <source>(決めない)</source>
        <translation>(not said)</translation>
    </message>
    <message>
        <source>(エラーにする)</source>
        <translation>(an error)</translation>
    </message>
    <message>
        <source>令和8年5月20日</source>
        <translation>20 May 2026 (Reiwa 8)</translation>
    </message>
    <message>
        <source>平成8年5月20日</source>
        <translation>20 May 1996 (Heisei 8)</translation>
    </message>
    <message>
        <source>2008年5月20日</source>
        <translation>20 May 2008</translation>
    </message>
    <message>
        <source>この読み方で取り込む</source>
        <translation>Import with it</translation>
    </message>
    <message>
        <source>{unit}(表の上にあり)</source>
        <translation>{unit} (stands above the table)</translation>
    </message>
    <message>
        <source>シート</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>表の種類</source>
        <translation>Kind of table</translation>
    </message>
    <message>
        <source>見出しの行</source>
        <translation>Header line</translation>
    </message>
    <message>
        <source>金額の単位</source>
        <translation>Unit of amounts</translation>
    </message>
    <message>
        <source>8/5/20 の意味</source>
        <translation>8/5/20 means</translation>
    </message>
    <message>
        <source>店番(列がないとき)</source>
        <translation>Branch (if no column)</translation>
    </message>
    <message>
        <source>CIFの桁数</source>
        <translation>Digits of a CIF</translation>
    </message>
    <message>
        <source>保存済みの読み方</source>
        <translation>Saved layouts</translation>
    </message>
    <message>
        <source>{line}行目: {cells}</source>
        <translation>Line {line}: {cells}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>取込の履歴</source>
        <translation>History of imports</translation>
    </message>
    <message>
        <source>取り込んだファイルはまだありません。</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>さらに前を見る</source>
        <translation>Show older ones</translation>
    </message>
    <message>
        <source>取込済み</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>まず要るもの</source>
        <translation>Needed first</translation>
    </message>
    <message>
        <source>足すと増えること</source>
        <translation>What more would add</translation>
    </message>
    <message>
        <source>{kind}: {adds}</source>
        <translation>{kind}: {adds}</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source> ・ </source>
        <translation>, </translation>
    </message>
</context>
</TS>
