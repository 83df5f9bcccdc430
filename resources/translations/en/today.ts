<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ClosedStrip</name>
    <message>
        <source>済ませた日</source>
        <translation>Day it was done</translation>
    </message>
    <message>
        <source>渡したもの・伝えたこと</source>
        <translation>What was handed over or told</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>✓ 済: {client} {thing}</source>
        <translation>✓ Done: {client} {thing}</translation>
    </message>
    <message>
        <source>宿題から外しました: {client} {thing}</source>
        <translation>Taken off the list: {client} {thing}</translation>
    </message>
</context>
<context>
    <name>ExportStrip</name>
    <message>
        <source>保存先を選ぶ…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>カレンダーのファイル(.ics)は暗号化されません。取引先名と約束の内容がそのまま入ります。秘匿の記録の約束は入りません。</source>
        <translation>A calendar file (.ics) is not encrypted. It holds client names and what was promised, as they are; promises of confidential records stay out.</translation>
    </message>
    <message>
        <source>書き出しました: {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PromiseTable</name>
    <message>
        <source>当行の宿題(期限順)</source>
        <translation>Our promises by due day</translation>
    </message>
    <message>
        <source>済にする</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{thing}を済にする</source>
        <translation>Mark as done: {thing}</translation>
    </message>
    <message>
        <source>外す</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>{thing}を宿題から外す</source>
        <translation>Take off the list: {thing}</translation>
    </message>
    <message>
        <source>済</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PromisesPane</name>
    <message>
        <source>カレンダーに書き出す…</source>
        <translation>Export to a calendar…</translation>
    </message>
    <message>
        <source>当行の宿題  {count}件</source>
        <translation>Our promises  {count}</translation>
    </message>
    <message>
        <source>急ぐものだけ表示</source>
        <translation>Show only what presses</translation>
    </message>
    <message>
        <source>書き出しは設定で禁止されています</source>
        <translation>Export is switched off by policy</translation>
    </message>
    <message>
        <source>あと {count}件表示</source>
        <translation>Show {count} more</translation>
    </message>
    <message>
        <source>先の期限・期限なし {count}件も表示</source>
        <translation>Show {count} later or undated</translation>
    </message>
    <message>
        <source>{count}先の応接記録をまだ読んでいます。読み終わると増えることがあります。</source>
        <translation>The records of {count} clients are still being read; there may be more promises then.</translation>
    </message>
    <message>
        <source>3営業日以内に期限が来る宿題はありません。</source>
        <translation>Nothing of ours is due within three business days.</translation>
    </message>
    <message>
        <source>宿題.ics</source>
        <translation>promises.ics</translation>
    </message>
    <message>
        <source>宿題の書き出し</source>
        <translation>Export promises</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>外す理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由(例: 当行の約束ではない、先方が不要と言われた)</source>
        <translation>Reason (not our promise, the client no longer needs it, …)</translation>
    </message>
    <message>
        <source>宿題から外す</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>記録がまだの訪問</source>
        <translation>Visits without a record</translation>
    </message>
    <message>
        <source>前回から変わったこと</source>
        <translation>New since the last visit</translation>
    </message>
    <message>
        <source>下書きの準備</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>止める</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>記録する</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>{name}を記録する</source>
        <translation>Record the visit to {name}</translation>
    </message>
    <message>
        <source>ほか {count}件</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>ありません。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>見る</source>
        <translation>View</translation>
    </message>
    <message>
        <source>{name}を見る</source>
        <translation>View {name}</translation>
    </message>
    <message>
        <source>表示中の訪問にはありません。</source>
        <translation>None for the visits shown.</translation>
    </message>
    <message>
        <source>{count}件は書けませんでした。できている下書きはそのまま使えます。</source>
        <translation>{count} could not be written. The drafts that stand can be used.</translation>
    </message>
    <message>
        <source>待っている下書きはありません。</source>
        <translation>No drafts are waiting.</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>記載なし</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>▲ {days}日超過</source>
        <translation>▲ {days} days overdue</translation>
    </message>
    <message>
        <source>● 本日</source>
        <translation>● Today</translation>
    </message>
    <message>
        <source>○ あと{days}営業日</source>
        <translation>○ In {days} bus. days</translation>
    </message>
    <message>
        <source>期限の記載なし</source>
        <translation>No due day</translation>
    </message>
    <message>
        <source>{state}・要確認</source>
        <translation>{state} · check</translation>
    </message>
    <message>
        <source>準備完了 ✓</source>
        <translation>Ready ✓</translation>
    </message>
    <message>
        <source>作成中 …</source>
        <translation>Being written …</translation>
    </message>
    <message>
        <source>情報不足 !</source>
        <translation>Needs data !</translation>
    </message>
    <message>
        <source>未準備 –</source>
        <translation>Not prepared –</translation>
    </message>
    <message>
        <source>取引先の登録</source>
        <translation>the client itself</translation>
    </message>
    <message>
        <source>応接記録</source>
        <translation>records of talks</translation>
    </message>
    <message>
        <source>残高と決算</source>
        <translation>balances and statements</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>足りないもの: {what}。書けることがほとんどありません。</source>
        <translation>Missing: {what}. There is little to say.</translation>
    </message>
    <message>
        <source>宿題: 先方 {theirs}・当行 {ours}</source>
        <translation>Promises: theirs {theirs} · ours {ours}</translation>
    </message>
    <message>
        <source>根拠 {checked}件中 要確認 0</source>
        <translation>{checked} checked, none to look at</translation>
    </message>
    <message>
        <source>前回から {count}件</source>
        <translation>{count} new since last visit</translation>
    </message>
    <message>
        <source>根拠 {checked}件中 要確認 {questioned}</source>
        <translation>{checked} checked, {questioned} to look at</translation>
    </message>
    <message>
        <source>更新 {when} · {engine}</source>
        <translation>Updated {when} · {engine}</translation>
    </message>
    <message>
        <source>本日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>{day}  {visits}件</source>
        <translation>{day}  {visits}</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>取引先</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>約束</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{day}の記録: {text}</source>
        <translation>Record of {day}: {text}</translation>
    </message>
    <message>
        <source>この記録で済んでいるかもしれません。
{doubt}</source>
        <translation>This record may tell that it is done.
{doubt}</translation>
    </message>
    <message>
        <source>期限の近い当行の宿題と、本日と次の営業日の訪問を確かめ、準備した一式を開くページです。</source>
        <translation>Shows which of our promises are due and the visits of today and the next business day, and opens their prepared sets.</translation>
    </message>
    <message>
        <source>宿題、訪問を順に選ぶ</source>
        <translation>Walk through promises and visits</translation>
    </message>
    <message>
        <source>宿題の元の記録、訪問の一式を開く</source>
        <translation>Open the record of a promise, or the set of a visit</translation>
    </message>
    <message>
        <source>選んだ宿題を済にする</source>
        <translation>Mark the chosen promise as done</translation>
    </message>
    <message>
        <source>選んだ宿題を、理由を書いて外す</source>
        <translation>Take the chosen promise off the list, with a reason</translation>
    </message>
    <message>
        <source>宿題の下の欄を閉じる</source>
        <translation>Close the line below the promises</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>すべて準備</source>
        <translation>Prepare all</translation>
    </message>
    <message>
        <source>本日と次の営業日、表示中の日の訪問準備一式を用意します</source>
        <translation>Prepares the sets of today, the next business day and the day shown</translation>
    </message>
    <message>
        <source>取引先がまだありません</source>
        <translation>No clients yet</translation>
    </message>
    <message>
        <source>基幹データの CSV をここに置いてください。取込のページが開き、読み方を確かめてから取り込みます。</source>
        <translation>Drop a CSV file of the core system here. The import page opens, where you check how it is read before anything is kept.</translation>
    </message>
    <message>
        <source>取込を開く</source>
        <translation>Open import</translation>
    </message>
    <message>
        <source>訪問 {visits}件 · 準備済み {ready}件</source>
        <translation>{visits} visits · {ready} prepared</translation>
    </message>
    <message>
        <source>{day}: {counts}</source>
        <translation>{day}: {counts}</translation>
    </message>
    <message>
        <source>本日の訪問</source>
        <translation>Today&apos;s visits</translation>
    </message>
    <message>
        <source>本日の訪問はありません</source>
        <translation>No visits today</translation>
    </message>
    <message>
        <source>{day}の訪問</source>
        <translation>Visits on {day}</translation>
    </message>
</context>
<context>
    <name>VisitCardView</name>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>記録済み</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{name}の訪問準備を開く</source>
        <translation>Open the set for {name}</translation>
    </message>
    <message>
        <source>取込を開く</source>
        <translation>Open import</translation>
    </message>
    <message>
        <source>まだ準備していません。「すべて準備」で下書きを用意します。</source>
        <translation>Not prepared yet. “Prepare all” makes the drafts.</translation>
    </message>
</context>
</TS>
