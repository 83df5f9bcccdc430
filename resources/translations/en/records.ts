<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ConfirmList</name>
    <message>
        <source>確かめる {count}件</source>
        <translation>{count} to confirm</translation>
    </message>
    <message>
        <source>(言語モデルの提案)</source>
        <translation> (suggested by the language model)</translation>
    </message>
</context>
<context>
    <name>MemoEditor</name>
    <message>
        <source>面談のメモ</source>
        <translation>Memo of the talk</translation>
    </message>
    <message>
        <source>面談のメモを、思い出すままに書いてください</source>
        <translation>Write down the talk as it comes to mind</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>メモを消す</source>
        <translation>Discard memo</translation>
    </message>
    <message>
        <source>訂正する</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>確定(確かめる {count}件)</source>
        <translation>Confirm ({count} left to check)</translation>
    </message>
    <message>
        <source>確定</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>SFA用にコピー</source>
        <translation>Copy for SFA</translation>
    </message>
    <message>
        <source>登録した</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>予定になかった面談</source>
        <translation>Unplanned talk</translation>
    </message>
    <message>
        <source>目的: {purpose}</source>
        <translation>Purpose: {purpose}</translation>
    </message>
    <message>
        <source>訂正中</source>
        <translation>Being amended</translation>
    </message>
    <message>
        <source>もう一度コピー</source>
        <translation>Copy again</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>面談方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>面談者</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>当方</source>
        <translation>Our side</translation>
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
        <translation>Next</translation>
    </message>
    <message>
        <source>機密区分</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>未確定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>確定</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>SFA登録済み</source>
        <translation>In the SFA</translation>
    </message>
    <message>
        <source>聞けた</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>聞いていない</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>答えなし</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>口外できない話のようです。この一文のため、記録全体を秘匿にしています。機密区分は</source>
        <translation>This seems told in confidence, so the whole record is marked confidential. Mark it</translation>
    </message>
    <message>
        <source>この一文は口外しないよう求めています。いまは行内限りです。記録全体の機密区分は</source>
        <translation>This sentence asks for silence. The record is internal as it stands. The whole record is</translation>
    </message>
    <message>
        <source>どちらの約束ですか</source>
        <translation>Whose promise is it?</translation>
    </message>
    <message>
        <source>前からの約束「{thing}」の新しい期限ですか</source>
        <translation>Is this the new due day of the earlier promise “{thing}”?</translation>
    </message>
    <message>
        <source>期限を{day}に改める</source>
        <translation>Move the due day to {day}</translation>
    </message>
    <message>
        <source>約束としても残しますか</source>
        <translation>Keep it as a promise too?</translation>
    </message>
    <message>
        <source>何の約束かが読めません。メモに書き足してください。どちらの約束ですか</source>
        <translation>What was promised cannot be read. Add it to the memo. Whose promise is it?</translation>
    </message>
    <message>
        <source>期限が読めません。どちらの約束ですか</source>
        <translation>No due day can be read. Whose promise is it?</translation>
    </message>
    <message>
        <source>どなたの話ですか</source>
        <translation>Who said it?</translation>
    </message>
    <message>
        <source>約束に残す</source>
        <translation>Keep as promise</translation>
    </message>
    <message>
        <source>別の約束</source>
        <translation>Another promise</translation>
    </message>
    <message>
        <source>見たこと・不明</source>
        <translation>Seen / unknown</translation>
    </message>
    <message>
        <source>当行</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>先方</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>約束ではない</source>
        <translation>No promise</translation>
    </message>
    <message>
        <source>記録しない</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>秘匿</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>行内限り</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>どの部分が足りないので保証が必要か</source>
        <translation>which part is insufficient so that a guarantee is needed</translation>
    </message>
    <message>
        <source>何を改善すれば変更・解除の可能性が高まるか</source>
        <translation>what improvement would make changing or releasing it more likely</translation>
    </message>
    <message>
        <source>SFA用にコピー済み</source>
        <translation>Copied for the SFA</translation>
    </message>
    <message>
        <source>未記録</source>
        <translation>No record</translation>
    </message>
    <message>
        <source>機微情報です。必要のないかぎり、記録に残せません。</source>
        <translation>This is sensitive information. It must not be recorded unless it is needed.</translation>
    </message>
    <message>
        <source>{title}: {reason}{instead}【{law}】</source>
        <translation>{title}: {reason} {instead} [{law}]</translation>
    </message>
    <message>
        <source>経営者保証の説明が足りません: {missing}</source>
        <translation>The explanation of the personal guarantee lacks: {missing}</translation>
    </message>
    <message>
        <source>確定すると、この宿題を済にします: {promises}</source>
        <translation>Confirming closes these promises: {promises}</translation>
    </message>
    <message>
        <source>当行の「{thing}」</source>
        <translation>ours: 「{thing}」</translation>
    </message>
    <message>
        <source>先方の「{thing}」</source>
        <translation>theirs: 「{thing}」</translation>
    </message>
    <message>
        <source>(期限{day})</source>
        <translation> (due {day})</translation>
    </message>
    <message>
        <source>予定外</source>
        <translation>Unplanned</translation>
    </message>
    <message>
        <source>本日 {day}</source>
        <translation>Today {day}</translation>
    </message>
    <message>
        <source>面談のメモを一つ書くと、応接記録の案ができます。メモは入力したまま保存され、確定すると記録になります。</source>
        <translation>Write one memo of a talk and a record is proposed. The memo is saved as typed; confirming makes it a record.</translation>
    </message>
    <message>
        <source>メモに移る</source>
        <translation>go to the memo</translation>
    </message>
    <message>
        <source>確定する</source>
        <translation>confirm</translation>
    </message>
    <message>
        <source>SFA用にコピーする</source>
        <translation>copy for the SFA</translation>
    </message>
    <message>
        <source>決めたことを元に戻す</source>
        <translation>undo the last decision</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>予定になかった電話や来店は「電話・来店を記録」から始めます。</source>
        <translation>For an unplanned call or visit, choose its client on the left.</translation>
    </message>
    <message>
        <source>記録の案</source>
        <translation>Proposed record</translation>
    </message>
    <message>
        <source>面談を選ぶと、ここにメモを書けます</source>
        <translation>Choose a talk, and write its memo here</translation>
    </message>
    <message>
        <source>記録</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>入力したまま保存済み {time}</source>
        <translation>Saved as typed {time}</translation>
    </message>
    <message>
        <source>例: 社長「設備は来期でいい」とのこと。→見積は来週金曜まで当方。次回12/4 10時</source>
        <translation>E.g. 「設備は来期でいい」「→見積は来週金曜まで当方」「次回12/4 10時」</translation>
    </message>
    <message>
        <source>記録を確定しました。</source>
        <translation>The record is confirmed.</translation>
    </message>
    <message>
        <source>SFA用にコピーしました。SFAの画面に貼り付けて登録したら、「登録した」を押してください。</source>
        <translation>Copied for the SFA. Paste it there, and press “Registered” once it is entered.</translation>
    </message>
    <message>
        <source>SFA登録済みにしました。</source>
        <translation>Marked as registered in the SFA.</translation>
    </message>
    <message>
        <source>メモを消しました。</source>
        <translation>The memo was discarded.</translation>
    </message>
</context>
<context>
    <name>TalksPane</name>
    <message>
        <source>記録する面談</source>
        <translation>Talks to record</translation>
    </message>
    <message>
        <source>記録を待つ面談はありません。</source>
        <translation>No talk waits for its record.</translation>
    </message>
    <message>
        <source>この面談の準備シートに「聞くこと」はありません。</source>
        <translation>The brief of this talk asks nothing.</translation>
    </message>
    <message>
        <source>記録</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>今朝の聞くこと</source>
        <translation>This morning’s questions</translation>
    </message>
    <message>
        <source>準備の時間: これまで {before}分 → いま {after}分({count}件の中央値)</source>
        <translation>Preparation: {before} min before → {after} min now (median of {count})</translation>
    </message>
    <message>
        <source>電話・来店を記録する取引先</source>
        <translation>Client of an unplanned talk</translation>
    </message>
    <message>
        <source>電話・来店を記録: 取引先名</source>
        <translation>Record a call or visit: client</translation>
    </message>
    <message>
        <source>当てはまる取引先がありません。名前、よみ、番号で探せます。</source>
        <translation>No client fits. Search by name, reading or number.</translation>
    </message>
    <message>
        <source>答えない</source>
        <translation>Rather not say</translation>
    </message>
    <message>
        <source>分</source>
        <translation> min</translation>
    </message>
    <message>
        <source>一度だけ: これまで訪問1件の準備に何分でしたか</source>
        <translation>Asked once: how many minutes did preparing one visit take before?</translation>
    </message>
    <message>
        <source>これまで1件の準備に何分</source>
        <translation>Minutes that one preparation took before</translation>
    </message>
    <message>
        <source>答える</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>残す理由</source>
        <translation>Reason to keep it</translation>
    </message>
    <message>
        <source>残す理由: {words}</source>
        <translation>Reason to keep: {words}</translation>
    </message>
    <message>
        <source>理由を付けて残す</source>
        <translation>Keep, with reason</translation>
    </message>
    <message>
        <source>メモから消す</source>
        <translation>Take out of memo</translation>
    </message>
</context>
<context>
    <name>_Field</name>
    <message>
        <source>未確認(電話・来店など)</source>
        <translation>To be confirmed (call, walk-in …)</translation>
    </message>
    <message>
        <source>提案に戻す</source>
        <translation>Back to proposal</translation>
    </message>
    <message>
        <source>{field}を提案に戻す</source>
        <translation>{field}: back to proposal</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>({person}へ) </source>
        <translation>({person}) </translation>
    </message>
    <message>
        <source>別席で </source>
        <translation>in private: </translation>
    </message>
    <message>
        <source>答え(先方の言葉に近く)</source>
        <translation>Answer, close to their words</translation>
    </message>
    <message>
        <source>答え: {question}</source>
        <translation>Answer: {question}</translation>
    </message>
    <message>
        <source>メモに「{words}」→ 聞けた</source>
        <translation>Notes: 「{words}」 → answered</translation>
    </message>
</context>
</TS>
