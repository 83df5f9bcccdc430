<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ClientFileView</name>
    <message>
        <source>案件の一覧</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>面談者の一覧</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>下書きの一覧</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>案件がまだありません。案件の一覧を取り込むと、ここに並びます。</source>
        <translation>No deals yet. Import a list of deals and they appear here.</translation>
    </message>
    <message>
        <source>面談者がまだありません。面談者の一覧か応接記録を取り込むと、ここに並びます。</source>
        <translation>No contacts yet. Import a list of contacts or records of talks and they appear here.</translation>
    </message>
    <message>
        <source>下書きがまだありません。「今日」で訪問を準備すると、ここに並びます。</source>
        <translation>No drafts yet. Prepare a visit under Today and they appear here.</translation>
    </message>
    <message>
        <source>取引先の情報</source>
        <translation>The client&apos;s file</translation>
    </message>
    <message>
        <source>概要</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>応接</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>宿題</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>資料</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>次回訪問 {time}</source>
        <translation>Next visit {time}</translation>
    </message>
    <message>
        <source>店番-CIF {key} の取引先は、この端末のデータにありません。</source>
        <translation>There is no client {key} in the data on this machine.</translation>
    </message>
    <message>
        <source>一覧</source>
        <translation>List</translation>
    </message>
    <message>
        <source>取引先の一覧へ戻る</source>
        <translation>Back to the list of clients</translation>
    </message>
    <message>
        <source>担当 {name}</source>
        <translation>RM {name}</translation>
    </message>
</context>
<context>
    <name>ClientListView</name>
    <message>
        <source>名前・よみ・店番-CIF・業種・担当で絞り込む</source>
        <translation>Narrow by name, reading, branch-CIF, industry or RM</translation>
    </message>
    <message>
        <source>取引先を絞り込む</source>
        <translation>Narrow the clients</translation>
    </message>
    <message>
        <source>取引先の一覧</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>当てはまる取引先はありません。名前の一部、よみ、CIF番号でも探せます。</source>
        <translation>No client fits. Part of the name, the reading or the CIF number will also do.</translation>
    </message>
    <message>
        <source>取引先を読んでいます…</source>
        <translation>Reading the clients…</translation>
    </message>
    <message>
        <source>取引先がまだありません</source>
        <translation>No clients yet</translation>
    </message>
    <message>
        <source>基幹データの取引先一覧(CSV・Excel)を取り込むと、ここに並びます。</source>
        <translation>Import the client list of the host (CSV or Excel) and they appear here.</translation>
    </message>
    <message>
        <source>取込へ</source>
        <translation>Go to Import</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>{found}先 / 全{total}先</source>
        <translation>{found} of {total} clients</translation>
    </message>
    <message>
        <source>全{total}先</source>
        <translation>{total} clients</translation>
    </message>
    <message>
        <source>よみ</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>業種</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>店番-CIF</source>
        <translation>Branch-CIF</translation>
    </message>
    <message>
        <source>担当</source>
        <translation>RM</translation>
    </message>
    <message>
        <source>次回訪問</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>最終面談</source>
        <translation>Last talk</translation>
    </message>
    <message>
        <source>当行融資(百万円)</source>
        <translation>Our loans (¥m)</translation>
    </message>
</context>
<context>
    <name>ClientRows</name>
    <message>
        <source>案件</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>使途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>金額(百万円)</source>
        <translation>Amount (¥m)</translation>
    </message>
    <message>
        <source>段階</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>受付日</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>氏名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>よみ</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>役職</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>決裁</source>
        <translation>Decides</translation>
    </message>
    <message>
        <source>最終面談</source>
        <translation>Last talk</translation>
    </message>
    <message>
        <source>面談回数</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>文書</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>訪問日</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>記述</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>書き手</source>
        <translation>Writer</translation>
    </message>
    <message>
        <source>作成</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>(名簿にない人)</source>
        <translation>(not on the list)</translation>
    </message>
</context>
<context>
    <name>Clients</name>
    <message>
        <source>売上増加率</source>
        <translation>Sales growth</translation>
    </message>
    <message>
        <source>営業利益率</source>
        <translation>Operating margin</translation>
    </message>
    <message>
        <source>労働生産性</source>
        <translation>Labour productivity</translation>
    </message>
    <message>
        <source>EBITDA有利子負債倍率</source>
        <translation>Net debt / EBITDA</translation>
    </message>
    <message>
        <source>営業運転資本回転期間</source>
        <translation>Working capital turnover</translation>
    </message>
    <message>
        <source>自己資本比率</source>
        <translation>Equity ratio</translation>
    </message>
    <message>
        <source>債務償還年数</source>
        <translation>Debt redemption years</translation>
    </message>
    <message>
        <source>売上持続性</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>収益性</source>
        <translation>Profitability</translation>
    </message>
    <message>
        <source>生産性</source>
        <translation>Productivity</translation>
    </message>
    <message>
        <source>健全性</source>
        <translation>Soundness</translation>
    </message>
    <message>
        <source>効率性</source>
        <translation>Efficiency</translation>
    </message>
    <message>
        <source>安全性</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>前期の売上高が0以下</source>
        <translation>sales of the year before are not positive</translation>
    </message>
    <message>
        <source>売上高が0以下</source>
        <translation>sales are not positive</translation>
    </message>
    <message>
        <source>従業員数が0</source>
        <translation>no employees</translation>
    </message>
    <message>
        <source>営業利益と減価償却費の合計が0以下</source>
        <translation>operating profit and depreciation together are not positive</translation>
    </message>
    <message>
        <source>総資産が0以下</source>
        <translation>total assets are not positive</translation>
    </message>
    <message>
        <source>経常利益+減価償却費−税が0以下</source>
        <translation>ordinary profit + depreciation − taxes is not positive</translation>
    </message>
    <message>
        <source>売上高</source>
        <translation>sales</translation>
    </message>
    <message>
        <source>営業利益</source>
        <translation>operating profit</translation>
    </message>
    <message>
        <source>経常利益</source>
        <translation>ordinary profit</translation>
    </message>
    <message>
        <source>当期純利益</source>
        <translation>net profit</translation>
    </message>
    <message>
        <source>法人税等</source>
        <translation>taxes</translation>
    </message>
    <message>
        <source>減価償却費</source>
        <translation>depreciation</translation>
    </message>
    <message>
        <source>借入金</source>
        <translation>borrowings</translation>
    </message>
    <message>
        <source>現預金</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>売上債権</source>
        <translation>receivables</translation>
    </message>
    <message>
        <source>棚卸資産</source>
        <translation>inventories</translation>
    </message>
    <message>
        <source>買入債務</source>
        <translation>payables</translation>
    </message>
    <message>
        <source>純資産</source>
        <translation>net assets</translation>
    </message>
    <message>
        <source>総資産</source>
        <translation>total assets</translation>
    </message>
    <message>
        <source>従業員</source>
        <translation>employees</translation>
    </message>
    <message>
        <source>前期の売上高</source>
        <translation>sales of the year before</translation>
    </message>
    <message>
        <source>基幹データなし</source>
        <translation>No host data</translation>
    </message>
    <message>
        <source>基幹データ {day}時点</source>
        <translation>Host data as of {day}</translation>
    </message>
    <message>
        <source>{text}({day}時点)</source>
        <translation>{text} (as of {day})</translation>
    </message>
    <message>
        <source>融資残高</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>うち保証協会付</source>
        <translation>of which guaranteed by CGC</translation>
    </message>
    <message>
        <source>返済月額</source>
        <translation>Monthly repayment</translation>
    </message>
    <message>
        <source>預金</source>
        <translation>Deposits</translation>
    </message>
    <message>
        <source>{year}年{month}月期</source>
        <translation>FY {month_name} {year}</translation>
    </message>
    <message>
        <source>{year}年{month}月末</source>
        <translation>end {month_name} {year}</translation>
    </message>
    <message>
        <source>低いほど良い</source>
        <translation>lower is better</translation>
    </message>
    <message>
        <source>高いほど良い</source>
        <translation>higher is better</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>未算出({lines}が未登録)</source>
        <translation>Not computed ({lines} not registered)</translation>
    </message>
    <message>
        <source>算出不可({reason})</source>
        <translation>Cannot be computed ({reason})</translation>
    </message>
    <message>
        <source>実質無借金</source>
        <translation>No net debt</translation>
    </message>
    <message>
        <source>{figure}倍</source>
        <translation>{figure}×</translation>
    </message>
    <message>
        <source>{figure}か月</source>
        <translation>{figure} months</translation>
    </message>
    <message>
        <source>{figure}年</source>
        <translation>{figure} years</translation>
    </message>
    <message>
        <source>{figure}千円/人</source>
        <translation>{figure} k¥/person</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{text}({meant})</source>
        <translation>{text} ({meant})</translation>
    </message>
    <message>
        <source>{term}は{year}年{month}月まで</source>
        <translation>{term}: until {month_name} {year}</translation>
    </message>
    <message>
        <source>{term}は{year}年{month}月から</source>
        <translation>{term}: from {month_name} {year}</translation>
    </message>
    <message>
        <source>当行</source>
        <translation>Us</translation>
    </message>
    <message>
        <source>先方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>{days}日超過</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>未了</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>要確認(記録あり)</source>
        <translation>Check: a record tells of it</translation>
    </message>
    <message>
        <source>済({days}日遅れ)</source>
        <translation>Done ({days} days late)</translation>
    </message>
    <message>
        <source>済</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>取下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>先方書面</source>
        <translation>Client paper</translation>
    </message>
    <message>
        <source>標準資料</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>公開情報</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>{day} 期限切れ</source>
        <translation>{day} expired</translation>
    </message>
    <message>
        <source>取引先ごとに、取引・決算・応接・宿題・資料をまとめて見るページです。名前を選ぶと、その人の発言が日付順に並びます。</source>
        <translation>One client at a time: business, statements, talks, promises and documents. Choose a name to see everything that person said, by date.</translation>
    </message>
    <message>
        <source>選んだ行を開く</source>
        <translation>Open the chosen row</translation>
    </message>
    <message>
        <source>次のタブ</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>前のタブ</source>
        <translation>Previous tab</translation>
    </message>
    <message>
        <source>一覧の行や応接のカードを移る</source>
        <translation>Walk the rows of a list or the cards of talks</translation>
    </message>
    <message>
        <source>選んだ宿題の済を取り消す</source>
        <translation>Take back the closing of the chosen promise</translation>
    </message>
    <message>
        <source>開いたものを閉じる。なければ一覧へ戻る</source>
        <translation>Close what was opened; else back to the list</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>「{thing}」を済にしました。</source>
        <translation>“{thing}” is marked as done.</translation>
    </message>
</context>
<context>
    <name>DocumentReader</name>
    <message>
        <source>資料を閉じる</source>
        <translation>Close the document</translation>
    </message>
    <message>
        <source>前のページ</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>次のページ</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>文字で読む</source>
        <translation>Read as text</translation>
    </message>
    <message>
        <source>資料の本文</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>第{version}版</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>{page} / {last}ページ</source>
        <translation>{page} of {last}</translation>
    </message>
    <message>
        <source>紙面で読む</source>
        <translation>See the page</translation>
    </message>
    <message>
        <source>この資料から文字を取り出せませんでした。</source>
        <translation>No text could be taken from this document.</translation>
    </message>
    <message>
        <source>— {page}ページ —</source>
        <translation>— page {page} —</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>資料の一覧</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>資料がまだありません。見積書や決算書などのファイルを取り込むと、ここに並びます。</source>
        <translation>No documents yet. Import files such as quotations or statements and they appear here.</translation>
    </message>
    <message>
        <source>資料名</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>所管</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>発行日</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>有効期限</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>ページ</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>IndicatorsCard</name>
    <message>
        <source>決算の6指標(ローカルベンチマーク)</source>
        <translation>Six indicators (Local Benchmark)</translation>
    </message>
    <message>
        <source>決算が登録されていません。決算書の表を取り込むと、3期の推移が出ます。</source>
        <translation>No statement is registered. Import a table of statements to see three periods.</translation>
    </message>
    <message>
        <source>{aspect}・{direction}</source>
        <translation>{aspect}, {direction}</translation>
    </message>
    <message>
        <source>行内の指標。お客さまには見せません・{direction}</source>
        <translation>Internal, not shown to clients; {direction}</translation>
    </message>
    <message>
        <source>レーダーは、2期以上の決算で3つ以上の指標が比べられるときに出ます。</source>
        <translation>The radar appears when three or more indicators can be compared over two or more periods.</translation>
    </message>
    <message>
        <source>{first}=100(破線)とした{last}の水準(太線)。外側ほど良い。</source>
        <translation>{last} (bold line) where {first} is 100 (dashed). Outside is better. </translation>
    </message>
    <message>
        <source>業界の中央値が登録されていないため、自社の推移だけを示し、評点は付けません。</source>
        <translation>No industry medians are registered: the firm is compared with itself and no grade is given. </translation>
    </message>
    <message>
        <source>—は、0以下か未算出の期があり比べられません。</source>
        <translation>— cannot be compared: a period is not positive or not computed.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>当行との取引</source>
        <translation>Business with us</translation>
    </message>
    <message>
        <source>基幹データに残高がありません。残高の CSV を取り込むと出ます。</source>
        <translation>The host data holds no balances. Import the balances (CSV) to see them.</translation>
    </message>
    <message>
        <source>百万円</source>
        <translation>¥m</translation>
    </message>
    <message>
        <source>{day}比</source>
        <translation>vs {day}</translation>
    </message>
    <message>
        <source>当行シェア</source>
        <translation>Our share</translation>
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
        <source>他行借入</source>
        <translation>Loans from other banks</translation>
    </message>
    <message>
        <source>他行の借入は登録されていません。</source>
        <translation>No loans from other banks are registered.</translation>
    </message>
    <message>
        <source>銀行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>残高(百万円)</source>
        <translation>Balance (¥m)</translation>
    </message>
    <message>
        <source>金利</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>保証協会付</source>
        <translation>CGC</translation>
    </message>
    <message>
        <source>時点</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>△ 時点が3か月より前の条件があります。次の面談で確かめてください。</source>
        <translation>△ Some terms are older than three months. Ask at the next talk.</translation>
    </message>
    <message>
        <source>会社概要</source>
        <translation>The firm</translation>
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
        <source>事業</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>仕入先</source>
        <translation>Suppliers</translation>
    </message>
    <message>
        <source>販売先</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>法人番号</source>
        <translation>Corporate no.</translation>
    </message>
    <message>
        <source>別名</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>同じ先</source>
        <translation>Same client</translation>
    </message>
    <message>
        <source>未登録: {names}</source>
        <translation>Not registered: {names}</translation>
    </message>
</context>
<context>
    <name>PromisesView</name>
    <message>
        <source>約束・宿題の一覧</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>渡したもの・回答</source>
        <translation>What was handed over or answered</translation>
    </message>
    <message>
        <source>渡したもの・回答(空欄なら約束の内容)</source>
        <translation>What was handed over or answered (empty: as promised)</translation>
    </message>
    <message>
        <source>済にする</source>
        <translation>Mark as done</translation>
    </message>
    <message>
        <source>約束した応接を見る</source>
        <translation>See the talk</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>済を取り消して元に戻す</source>
        <translation>Take the closing back</translation>
    </message>
    <message>
        <source>約束と、その後の記録を照らしています…</source>
        <translation>Comparing the promises with the later records…</translation>
    </message>
    <message>
        <source>記録に約束・宿題はありません。</source>
        <translation>The records hold no promises.</translation>
    </message>
    <message>
        <source>誰の約束</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>約束した日</source>
        <translation>Promised on</translation>
    </message>
    <message>
        <source>その後の記録</source>
        <translation>Later record</translation>
    </message>
    <message>
        <source>{day}の記録: {words}</source>
        <translation>Record of {day}: {words}</translation>
    </message>
    <message>
        <source>その後の記録: {none}</source>
        <translation>Later record: {none}</translation>
    </message>
</context>
<context>
    <name>TalkCard</name>
    <message>
        <source>約束・宿題</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>交付資料</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>次回予定</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>未確認事項</source>
        <translation>Open points</translation>
    </message>
    <message>
        <source>{day} {method} {people}</source>
        <translation>{day} {method} {people}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{person}の発言をすべて見る</source>
        <translation>See everything that {person} said</translation>
    </message>
    <message>
        <source>ほか{count}名</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{ref} 当行: {people}</source>
        <translation>{ref} RM: {people}</translation>
    </message>
    <message>
        <source>お客さま</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>当方の説明</source>
        <translation>Our explanation</translation>
    </message>
</context>
<context>
    <name>TalkChoices</name>
    <message>
        <source>面談者</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>話題</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>発言</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>双方の発言</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>お客さまの発言</source>
        <translation>Client&apos;s words</translation>
    </message>
    <message>
        <source>当方の説明</source>
        <translation>Our explanation</translation>
    </message>
    <message>
        <source>絞り込みを解除</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>すべての面談者</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>すべての話題</source>
        <translation>All topics</translation>
    </message>
    <message>
        <source>{found}件 / 全{total}件</source>
        <translation>{found} of {total}</translation>
    </message>
    <message>
        <source>全{total}件</source>
        <translation>{total} talks</translation>
    </message>
</context>
<context>
    <name>TalksView</name>
    <message>
        <source>応接記録を読んでいます…</source>
        <translation>Reading the talks…</translation>
    </message>
    <message>
        <source>この条件に当てはまる応接はありません。</source>
        <translation>No talk fits.</translation>
    </message>
    <message>
        <source>応接記録がまだありません。記録を取り込むか、「記録」で書くと、ここに並びます。</source>
        <translation>No talks yet. Import records or write one under Records and they appear here.</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>応接へ戻る</source>
        <translation>Back to the talks</translation>
    </message>
    <message>
        <source>この人の発言は記録にありません。</source>
        <translation>The records hold no words of this person.</translation>
    </message>
    <message>
        <source>発言の一覧</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>{person}の発言</source>
        <translation>Words of {person}</translation>
    </message>
    <message>
        <source>発言{count}件・面談{talks}回</source>
        <translation>{count} sentences, {talks} talks</translation>
    </message>
    <message>
        <source>日付</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>方法</source>
        <translation>How</translation>
    </message>
    <message>
        <source>発言</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>話題</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>意向の段階</source>
        <translation>Intent</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
</TS>
