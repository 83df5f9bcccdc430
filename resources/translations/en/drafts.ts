<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ActionBar</name>
    <message>
        <source>一言 N</source>
        <translation>A word N</translation>
    </message>
    <message>
        <source>担当者から一言を書く</source>
        <translation>Write a word of your own</translation>
    </message>
    <message>
        <source>直す E</source>
        <translation>Edit E</translation>
    </message>
    <message>
        <source>この記述の言葉を直す</source>
        <translation>Edit the words of this statement</translation>
    </message>
    <message>
        <source>消す Del</source>
        <translation>Delete Del</translation>
    </message>
    <message>
        <source>理由を選んで、この記述を消す</source>
        <translation>Delete this statement, with a reason</translation>
    </message>
    <message>
        <source>残す K</source>
        <translation>Keep K</translation>
    </message>
    <message>
        <source>要確認の記述を、根拠になる箇所を示して残す</source>
        <translation>Keep a questioned statement by pointing at its passage</translation>
    </message>
    <message>
        <source>加える A</source>
        <translation>Add A</translation>
    </message>
    <message>
        <source>この後に、根拠のある記述を加える</source>
        <translation>Add a statement with evidence after this one</translation>
    </message>
    <message>
        <source>認識 N</source>
        <translation>View N</translation>
    </message>
    <message>
        <source>この後に、担当者の認識(記録なし)を加える</source>
        <translation>Add an own view (no record) after this one</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>取り入れる</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>見送る</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>要確認が{count}件あるまま{way}します。</source>
        <translation>“{way}” with {count} statements still to be checked.</translation>
    </message>
    <message>
        <source>要確認を見る</source>
        <translation>Show what is to be checked</translation>
    </message>
    <message>
        <source>直すと、提出を取り下げて第{number}版にします。</source>
        <translation>An edit withdraws what was submitted and makes it version {number}.</translation>
    </message>
    <message>
        <source>直すと、確認済みの版を残して第{number}版の下書きにします。確認はやり直しになります。</source>
        <translation>Changing it leaves the confirmed version as it is and makes version {number}, a draft to be confirmed again.</translation>
    </message>
    <message>
        <source>この文書(第{number}版)を支店の承認者に提出しました。承認か差戻しまでは、取り下げられます。</source>
        <translation>This document (version {number}) was submitted to the branch&apos;s approver. Until it is approved or returned, it can be withdrawn.</translation>
    </message>
    <message>
        <source>この文書には、もっと新しい版があります。</source>
        <translation>There is a newer version of this document.</translation>
    </message>
    <message>
        <source>新しい版を開く</source>
        <translation>Open the newer version</translation>
    </message>
    <message>
        <source>言語モデルが書いています({done}/{total}節)。書き上がるまで、定型の下書きを表示しています。</source>
        <translation>A language model is writing ({done}/{total} sections). Until it is done, the template’s draft is shown.</translation>
    </message>
    <message>
        <source>新しい記録をもとにした更新案があります(追加 {added}・変更 {changed}・削除 {removed})。担当者が直した記述は残ります。</source>
        <translation>An update from newer records is offered (added {added}, changed {changed}, removed {removed}). What you edited stays.</translation>
    </message>
    <message>
        <source>取り入れると、提出を取り下げて第{number}版にします。</source>
        <translation> Taking it over withdraws the submission and makes version {number}.</translation>
    </message>
</context>
<context>
    <name>DraftHeader</name>
    <message>
        <source>訪問準備一式の文書</source>
        <translation>Documents of the set</translation>
    </message>
    <message>
        <source>一覧</source>
        <translation>List</translation>
    </message>
    <message>
        <source>最近の下書きの一覧に戻る</source>
        <translation>Back to the list of recent drafts</translation>
    </message>
    <message>
        <source>＋ お客さま向け</source>
        <translation>+ For the client</translation>
    </message>
    <message>
        <source>お客さまにお見せする文書を、加えるか作り直す</source>
        <translation>Add a document for the client, or write it anew</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>やり直す</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>初版と比べる</source>
        <translation>Compare with first version</translation>
    </message>
    <message>
        <source>初版比較</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>? 要確認 {count}件</source>
        <translation>? {count} to check</translation>
    </message>
    <message>
        <source>✓ 要確認なし</source>
        <translation>✓ nothing to check</translation>
    </message>
    <message>
        <source>法令等の指摘 {count}件</source>
        <translation>Compliance findings {count}</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>記述 {count}件</source>
        <translation>{count} statements</translation>
    </message>
    <message>
        <source>第{number}版</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>要確認 {count}件</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>{kind}を今の記録で作り直す</source>
        <translation>{kind}: write anew of today&apos;s records</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>推測</source>
        <translation>inference</translation>
    </message>
    <message>
        <source>質問</source>
        <translation>question</translation>
    </message>
    <message>
        <source>提案</source>
        <translation>proposal</translation>
    </message>
    <message>
        <source>行動</source>
        <translation>action</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>caution</translation>
    </message>
    <message>
        <source>担当者の認識(記録なし)</source>
        <translation>own view (no record)</translation>
    </message>
    <message>
        <source>担当者の言葉</source>
        <translation>RM&apos;s own words</translation>
    </message>
    <message>
        <source>見立ての確かさ 高</source>
        <translation>confidence high</translation>
    </message>
    <message>
        <source>見立ての確かさ 中</source>
        <translation>confidence medium</translation>
    </message>
    <message>
        <source>見立ての確かさ 低</source>
        <translation>confidence low</translation>
    </message>
    <message>
        <source>担当者が記入</source>
        <translation>written by the RM</translation>
    </message>
    <message>
        <source>言語モデルが記入</source>
        <translation>written by a language model</translation>
    </message>
    <message>
        <source>「{detail}」は、何と比べた数字か(前期比・計画比など)が根拠と違います</source>
        <translation>“{detail}” is compared with something else in the evidence (previous year, plan, …)</translation>
    </message>
    <message>
        <source>残す理由: {detail}</source>
        <translation>Kept because: {detail}</translation>
    </message>
    <message>
        <source>「{detail}」が理由だとは、根拠に書かれていません</source>
        <translation>The evidence does not say that “{detail}” is the reason</translation>
    </message>
    <message>
        <source>根拠は「{detail}」ではなく、別の取引先の記録です</source>
        <translation>The evidence is another client&apos;s record, not of “{detail}”</translation>
    </message>
    <message>
        <source>日付「{detail}」が根拠にありません</source>
        <translation>The date “{detail}” is not in the evidence</translation>
    </message>
    <message>
        <source>言語モデルの読みでは、根拠と食い違います</source>
        <translation>As the language model reads it, this contradicts the evidence</translation>
    </message>
    <message>
        <source>言語モデルの読みでは、根拠からここまでは言えません</source>
        <translation>As the language model reads it, the evidence does not go this far</translation>
    </message>
    <message>
        <source>名前「{detail}」が根拠にありません</source>
        <translation>The name “{detail}” is not in the evidence</translation>
    </message>
    <message>
        <source>根拠では、「{detail}」とは反対の意味の言葉(増と減、強みと弱みなど)です</source>
        <translation>The evidence has a word of the opposite meaning to “{detail}” (up and down, strength and weakness, …)</translation>
    </message>
    <message>
        <source>「{detail}」は、誰から誰へ渡した・伝えたかが根拠と違います</source>
        <translation>“{detail}”: who gave or told it to whom differs from the evidence</translation>
    </message>
    <message>
        <source>根拠では、「{detail}」ではなく同じ種類の別のもの(固定と変動、購入とリースなど)です</source>
        <translation>The evidence tells of another thing of the same kind, not of “{detail}” (fixed and floating, purchase and lease, …)</translation>
    </message>
    <message>
        <source>時期・期間「{detail}」が根拠と合いません</source>
        <translation>The time or duration “{detail}” does not agree with the evidence</translation>
    </message>
    <message>
        <source>「{detail}」の単位が根拠と違います</source>
        <translation>The unit of “{detail}” differs from the evidence</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では「以上・以下・弱・強」や幅のある数字です</source>
        <translation>In the evidence, {detail} is a bound or a range</translation>
    </message>
    <message>
        <source>「{detail}」のこととありますが、根拠では別の銀行のことです</source>
        <translation>Told of {detail}; the evidence tells of another bank</translation>
    </message>
    <message>
        <source>「{detail}」という変化は、根拠に書かれていません</source>
        <translation>The change “{detail}” is not in the evidence</translation>
    </message>
    <message>
        <source>「{detail}」とありますが、どこまで進んだ話か(希望・検討中・決定・実施済など)が根拠と違います</source>
        <translation>“{detail}”: how far the matter is (wished, considered, decided, done) differs from the evidence</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では別の事柄の日付です</source>
        <translation>In the evidence, {detail} is the day of something else</translation>
    </message>
    <message>
        <source>「{detail}」は済んだこととして書かれていますが、根拠では済んだことになっていません</source>
        <translation>“{detail}” is told as done; by the evidence it is not</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠とは増減や上下の向きが逆です</source>
        <translation>“{detail}” goes the other way in the evidence</translation>
    </message>
    <message>
        <source>数字「{detail}」が根拠にありません</source>
        <translation>The figure {detail} is not in the evidence</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では別の事柄の数字です</source>
        <translation>In the evidence, {detail} is the figure of something else</translation>
    </message>
    <message>
        <source>根拠の「{detail}」は、人ではなく機械に宛てた指示とみられるため、根拠に使えません</source>
        <translation>“{detail}” in the evidence speaks to a machine, not to a person, and cannot be used</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では別の項目の数字です</source>
        <translation>In the evidence, {detail} is the figure of another item</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠とは逆です(する・しない、ある・ない)</source>
        <translation>“{detail}” is the reverse of the evidence (does or does not)</translation>
    </message>
    <message>
        <source>「{detail}」は、どちらが先かが根拠と逆です</source>
        <translation>“{detail}”: which came first is the other way round in the evidence</translation>
    </message>
    <message>
        <source>「{detail}」は、どちらが先かが根拠からは分かりません</source>
        <translation>“{detail}”: the evidence does not tell which came first</translation>
    </message>
    <message>
        <source>「{detail}」は、当行と先方が根拠と入れ替わっています</source>
        <translation>“{detail}”: the bank and the client are exchanged</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では別の時期の数字です</source>
        <translation>In the evidence, {detail} is the figure of another time</translation>
    </message>
    <message>
        <source>「{detail}」は、記録にある言葉のとおりではありません</source>
        <translation>“{detail}” does not stand so in the record</translation>
    </message>
    <message>
        <source>「{detail}」は、誰が誰にしたかが根拠と逆です</source>
        <translation>“{detail}”: who did it to whom is the other way round in the evidence</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠の数字を丸めすぎています</source>
        <translation>“{detail}” rounds the figure of the evidence too far</translation>
    </message>
    <message>
        <source>「{detail}」は、根拠では並べて書かれた別のもののことです</source>
        <translation>In the evidence, {detail} is said of another thing that is named beside it</translation>
    </message>
    <message>
        <source>「{detail}」とまでは、根拠に書かれていません(全部か一部か)</source>
        <translation>The evidence does not go as far as “{detail}” (all or part)</translation>
    </message>
    <message>
        <source>「{detail}」は、プラスとマイナスが根拠と逆です</source>
        <translation>“{detail}” has the opposite sign in the evidence</translation>
    </message>
    <message>
        <source>「{detail}」の話とありますが、根拠では別の人の話です</source>
        <translation>Told as said by {detail}; in the evidence somebody else says it</translation>
    </message>
    <message>
        <source>時期・期間「{detail}」は、根拠からは言い切れません</source>
        <translation>The time {detail} cannot be told for sure from the evidence</translation>
    </message>
    <message>
        <source>「{detail}」とありますが、根拠では一人ひとり別の話です</source>
        <translation>“{detail}”: in the evidence each says something of their own</translation>
    </message>
    <message>
        <source>根拠の言葉からは、この内容を確かめられませんでした</source>
        <translation>This could not be confirmed from the words of the evidence</translation>
    </message>
    <message>
        <source>根拠のとおりに直すか、出ている根拠を選び直してください</source>
        <translation>correct it to the evidence, or choose the evidence where it stands</translation>
    </message>
    <message>
        <source>根拠の言い方(希望・検討中など)に合わせてください</source>
        <translation>word it as the evidence does (wished, under consideration, …)</translation>
    </message>
    <message>
        <source>誰の話か、誰から誰へかを根拠に合わせてください</source>
        <translation>say who said it, or who gave it to whom, as the evidence does</translation>
    </message>
    <message>
        <source>根拠を読み、合っていれば残し、違えば直すか消してください</source>
        <translation>read the evidence: keep the statement if it is right, else edit or strike it</translation>
    </message>
    <message>
        <source>「{detail}」とありますが、根拠は「{words}」({stage})です</source>
        <translation>It says “{detail}”; the evidence says “{words}” ({stage})</translation>
    </message>
    <message>
        <source>根拠のない記述があります</source>
        <translation>A statement has no evidence</translation>
    </message>
    <message>
        <source>根拠と一致しない記述があります</source>
        <translation>A statement contradicts its evidence</translation>
    </message>
    <message>
        <source>判定できない記述があります</source>
        <translation>A statement cannot be checked</translation>
    </message>
    <message>
        <source>根拠の示されていない記述があります</source>
        <translation>A statement cites nothing</translation>
    </message>
    <message>
        <source>有効期限の切れた資料が根拠になっています</source>
        <translation>A document cited has expired</translation>
    </message>
    <message>
        <source>所管の分からない資料が根拠になっています</source>
        <translation>A document cited has no owner</translation>
    </message>
    <message>
        <source>お客さまに見せられない根拠(秘匿・他行)があります</source>
        <translation>Some evidence is not for the client&apos;s eyes (in confidence, other banks)</translation>
    </message>
    <message>
        <source>お客さま向けの文書に担当者の認識があります</source>
        <translation>A client-facing document holds an own view</translation>
    </message>
    <message>
        <source>法令等の指摘を直す必要のある記述があります</source>
        <translation>Statements with compliance findings must be rewritten</translation>
    </message>
    <message>
        <source>確認</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>取下げ</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>引用した言葉</source>
        <translation>Words cited</translation>
    </message>
    <message>
        <source>計算の結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>計算のしかた</source>
        <translation>How it was computed</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>Met</translation>
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
        <translation>Client’s words</translation>
    </message>
    <message>
        <source>約束・宿題</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>未確認事項</source>
        <translation>Open points</translation>
    </message>
    <message>
        <source>交付資料</source>
        <translation>Handed over</translation>
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
        <source>事実と違う</source>
        <translation>Not true</translation>
    </message>
    <message>
        <source>古くなった</source>
        <translation>Outdated</translation>
    </message>
    <message>
        <source>この訪問に要らない</source>
        <translation>Not needed for this visit</translation>
    </message>
    <message>
        <source>この場にふさわしくない</source>
        <translation>Not fitting here</translation>
    </message>
    <message>
        <source>ほかと重なる</source>
        <translation>Repeated elsewhere</translation>
    </message>
    <message>
        <source>その他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>担当者が根拠を確認</source>
        <translation>evidence confirmed by the RM</translation>
    </message>
    <message>
        <source>✕ {title}「{words}」 {reason}{instead}【{law}】</source>
        <translation>✕ {title} “{words}”: {reason} {instead} [{law}]</translation>
    </message>
    <message>
        <source>▲ {title}「{words}」 {reason}{instead}【{law}】</source>
        <translation>▲ {title} “{words}”: {reason} {instead} [{law}]</translation>
    </message>
    <message>
        <source>{reason}({count}件)</source>
        <translation>{reason} ({count})</translation>
    </message>
    <message>
        <source>下書きの一文一文を根拠と見比べ、直し、確認して提出するページです。</source>
        <translation>Here each sentence of a draft is held against its evidence, edited, confirmed and submitted.</translation>
    </message>
    <message>
        <source>前の記述、次の記述</source>
        <translation>Previous, next statement</translation>
    </message>
    <message>
        <source>前の根拠、次の根拠</source>
        <translation>Previous, next piece of evidence</translation>
    </message>
    <message>
        <source>根拠の原文を読む(Esc で戻る)</source>
        <translation>Read the source (Esc leads back)</translation>
    </message>
    <message>
        <source>記述を直す</source>
        <translation>Edit the statement</translation>
    </message>
    <message>
        <source>理由を選んで消す</source>
        <translation>Delete, with a reason</translation>
    </message>
    <message>
        <source>要確認の記述を、根拠の箇所を示して残す</source>
        <translation>Keep a questioned statement by pointing at its passage</translation>
    </message>
    <message>
        <source>根拠のある記述を加える</source>
        <translation>Add a statement with evidence</translation>
    </message>
    <message>
        <source>担当者の認識(記録なし)を加える</source>
        <translation>Add an own view (no record)</translation>
    </message>
    <message>
        <source>担当者の認識を、今日の日付の記録にする</source>
        <translation>make an own view a record of today</translation>
    </message>
    <message>
        <source>節を書き直す(Esc で中止)</source>
        <translation>Rewrite the section (Esc stops it)</translation>
    </message>
    <message>
        <source>元に戻す、やり直す</source>
        <translation>Undo, redo</translation>
    </message>
    <message>
        <source>記述を根拠とともにコピーする</source>
        <translation>Copy the statement with its sources</translation>
    </message>
    <message>
        <source>引用をコピーする</source>
        <translation>Copy the citation</translation>
    </message>
    <message>
        <source>印刷する</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>開いている欄に書いたことを取り入れる</source>
        <translation>Take what was written in the open panel</translation>
    </message>
    <message>
        <source>提出する</source>
        <translation>Submit</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>下書きを読んでいます…</source>
        <translation>Reading the draft…</translation>
    </message>
    <message>
        <source>この節は、指示によらず記録から書き直しました。</source>
        <translation>The section was written again from the records, not by the instruction.</translation>
    </message>
    <message>
        <source>今日の日付の記録にしました。次の下書きから根拠になります。</source>
        <translation>It is a record of today. The next drafts can cite it.</translation>
    </message>
    <message>
        <source>引用をコピーしました。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>書き出しました。</source>
        <translation>Exported.</translation>
    </message>
    <message>
        <source>印刷しました。</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>メール (*.eml)</source>
        <translation>Mail (*.eml)</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>根拠</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>前の根拠</source>
        <translation>Previous piece</translation>
    </message>
    <message>
        <source>次の根拠</source>
        <translation>Next piece</translation>
    </message>
    <message>
        <source>引用をコピー</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>記録を開く</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>{page}ページ</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>引用した箇所をこのページの中で特定できませんでした。ページ全体を表示しています。</source>
        <translation>The passage could not be found on this page. The whole page is shown.</translation>
    </message>
    <message>
        <source>この資料のページを表示できません。引用した言葉だけを表示しています。</source>
        <translation>The page cannot be shown. Only the words cited are.</translation>
    </message>
    <message>
        <source>引用箇所を拡大</source>
        <translation>Enlarge the passage</translation>
    </message>
    <message>
        <source>ページの幅に合わせる</source>
        <translation>Fit the width of the page</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>記述を選ぶと、その根拠がここに出ます。</source>
        <translation>Choose a statement: its evidence is shown here.</translation>
    </message>
    <message>
        <source>根拠 [{number}]&#x3000;{place}/{of}</source>
        <translation>Evidence [{number}]  {place}/{of}</translation>
    </message>
    <message>
        <source>資料を開く</source>
        <translation>Open the document</translation>
    </message>
    <message>
        <source>引用した後に、元の記録か資料が変わりました。いまの内容では、引用した言葉を確かめられません。</source>
        <translation>The record or document has changed since it was cited. The words cited cannot be found in it any more.</translation>
    </message>
</context>
<context>
    <name>EvidencePicker</name>
    <message>
        <source>記録と資料の言葉で探す</source>
        <translation>Search records and documents</translation>
    </message>
    <message>
        <source>根拠を探す言葉</source>
        <translation>Words to search for</translation>
    </message>
    <message>
        <source>やめる (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>やめる (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>機微情報(健康・信条など)にあたる言葉があります。</source>
        <translation>Some words are sensitive personal data (health, creed and the like).</translation>
    </message>
    <message>
        <source>格付・債務者区分など、行内の評価にあたる言葉があります。</source>
        <translation>Some words tell the bank’s own rating of the client.</translation>
    </message>
    <message>
        <source>消して書き直すか、残す理由を書いてください。理由は承認する人に示します。</source>
        <translation>Write it without them, or say why they are to be kept. The reason is shown to the approver.</translation>
    </message>
    <message>
        <source>根拠: {words}({said})</source>
        <translation>Evidence: {words} ({said})</translation>
    </message>
    <message>
        <source>この記述には根拠が示されていません。</source>
        <translation>This statement cites nothing.</translation>
    </message>
    <message>
        <source>この記述の根拠になる箇所を選んでください</source>
        <translation>Choose the passage that bears this statement out</translation>
    </message>
    <message>
        <source>加える記述の根拠を選んでください</source>
        <translation>Choose the evidence for the new statement</translation>
    </message>
    <message>
        <source>いま示している根拠</source>
        <translation>Cited now</translation>
    </message>
    <message>
        <source>この言葉は記録にも資料にも見つかりません。</source>
        <translation>Neither records nor documents hold these words.</translation>
    </message>
    <message>
        <source>担当者の認識(記録なし)を加える</source>
        <translation>Add an own view (no record)</translation>
    </message>
    <message>
        <source>加える</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>根拠とは扱わず、承認する人に一覧で示します。お客さま向けの文書には載りません。</source>
        <translation>It is never shown as evidence; the approver sees it listed. It does not enter client-facing documents.</translation>
    </message>
    <message>
        <source>記録にはないが、知っていること</source>
        <translation>What you know and no record says</translation>
    </message>
    <message>
        <source>担当者から一言を書く</source>
        <translation>Write a word of your own</translation>
    </message>
    <message>
        <source>お客さまがお読みになる、ご自身の言葉です。書き手は一言も書きません。</source>
        <translation>Your own words, for the client to read. No writer adds a word here.</translation>
    </message>
    <message>
        <source>このお客さまに、ご自身の言葉で</source>
        <translation>To this client, in your own words</translation>
    </message>
    <message>
        <source>根拠のある記述を加える</source>
        <translation>Add a statement with evidence</translation>
    </message>
    <message>
        <source>一文で書いてください</source>
        <translation>One sentence</translation>
    </message>
    <message>
        <source>この節を書き直す</source>
        <translation>Rewrite this section</translation>
    </message>
    <message>
        <source>書き直す</source>
        <translation>Rewrite</translation>
    </message>
    <message>
        <source>担当者が書いた記述、残した記述、消した記述はそのまま残ります。</source>
        <translation>What you wrote, kept or deleted stays so.</translation>
    </message>
    <message>
        <source>指示(任意。例: 設備の話を先に、短く)</source>
        <translation>Instruction (optional; for example: equipment first, shorter)</translation>
    </message>
    <message>
        <source>言語モデルがないため、指示には対応できません。記録から定型の文で書き直します。</source>
        <translation>There is no language model, so instructions cannot be followed. The template writer writes the section again from the records.</translation>
    </message>
    <message>
        <source>書きかけの文</source>
        <translation>Unfinished words</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>この文を書いていた場所が、下書きからなくなりました。使う言葉はコピーしてから閉じてください。</source>
        <translation>The place where you were writing this is gone from the draft. Copy the words that you need, then close.</translation>
    </message>
    <message>
        <source>記述を直す</source>
        <translation>Edit the statement</translation>
    </message>
    <message>
        <source>確定</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>直した記述は担当者の記入となり、根拠と合うかをもう一度調べます。</source>
        <translation>It becomes yours, and is checked against its evidence again.</translation>
    </message>
    <message>
        <source>右の欄で、根拠にする箇所を選んでください。</source>
        <translation>Choose the evidence on the right.</translation>
    </message>
</context>
<context>
    <name>PrintPane</name>
    <message>
        <source>行内版</source>
        <translation>For the bank</translation>
    </message>
    <message>
        <source>持出し版(A4 1枚)</source>
        <translation>To carry along (one A4 side)</translation>
    </message>
    <message>
        <source>印刷する…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>下書きに戻る (Esc)</source>
        <translation>Back to the draft (Esc)</translation>
    </message>
    <message>
        <source>お客さまにお渡しする版です。</source>
        <translation>This is the version for the client.</translation>
    </message>
    <message>
        <source>持ち出せるのは準備シートだけです。</source>
        <translation>Only the visit brief may be carried along.</translation>
    </message>
    <message numerus="yes">
        <source>持出し版では%n件を伏せています。</source>
        <translation>
            <numerusform>%n statement is kept back from the version to carry along.</numerusform>
            <numerusform>%n statements are kept back from the version to carry along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ほかに%n件は紙面に入りません。</source>
        <translation>
            <numerusform> %n more does not fit on the page.</numerusform>
            <numerusform> %n more do not fit on the page.</numerusform>
        </translation>
    </message>
    <message>
        <source>伏せた記述はありません。</source>
        <translation>Nothing is kept back.</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>この記述を消します。理由を選んでください(1〜6)。節を書き直しても戻りませんが、「元に戻す」で戻せます。</source>
        <translation>Delete this statement. Choose a reason (1 to 6). Rewriting the section does not bring it back; Undo does.</translation>
    </message>
    <message>
        <source>消す (Enter)</source>
        <translation>Delete (Enter)</translation>
    </message>
    <message>
        <source>補足(任意)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>消す理由の補足</source>
        <translation>Note on the reason</translation>
    </message>
</context>
<context>
    <name>RecentDrafts</name>
    <message>
        <source>訪問日</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>文書</source>
        <translation>Document</translation>
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
        <source>書き手</source>
        <translation>Writer</translation>
    </message>
    <message>
        <source>最近の下書き</source>
        <translation>Recent drafts</translation>
    </message>
    <message>
        <source>下書きはまだありません</source>
        <translation>There are no drafts yet</translation>
    </message>
    <message>
        <source>「今日」で訪問を選んで準備すると、ここに並びます。</source>
        <translation>Choose a visit under “Today” and prepare it: its drafts are listed here.</translation>
    </message>
    <message>
        <source>今日を開く</source>
        <translation>Open Today</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>根拠の原文</source>
        <translation>The source</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>節の一覧</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>  ? {count}</source>
        <translation>  ? {count}</translation>
    </message>
</context>
<context>
    <name>StatementDelegate</name>
    <message>
        <source>書いています…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>要確認 {count}</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>一言を書く (N)</source>
        <translation>Write a word (N)</translation>
    </message>
    <message>
        <source>書き直す (R)</source>
        <translation>Rewrite (R)</translation>
    </message>
    <message>
        <source>中止 (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
</context>
<context>
    <name>StatementList</name>
    <message>
        <source>記述の一覧</source>
        <translation>Statements</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>残す理由</source>
        <translation>Why it is to be kept</translation>
    </message>
</context>
<context>
    <name>_Found</name>
    <message>
        <source>見つかった箇所</source>
        <translation>Passages found</translation>
    </message>
</context>
</TS>
