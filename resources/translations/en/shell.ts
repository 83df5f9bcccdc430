<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>KeysOverview</name>
    <message>
        <source>閉じる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>キー一覧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取引先・記録・資料・下書きを探す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ページを開く</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前の画面に戻る、次の画面に進む</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ナビゲーションとページを行き来する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次の項目、前の項目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最後に開いたものを閉じる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ロックする</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この一覧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このページ: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>どこでも</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>探す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>キー一覧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ロック</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>たたむ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ひろげる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>元に戻す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMの不具合です(番号 {number})。この番号をIT部門に伝えてください。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>パスフレーズ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>見本の銀行で試す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>開いています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暗号化されたデータを開いています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BankRMへようこそ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンには、まだデータがありません。新しく始めると、暗号化された保存場所を作ります。データはこのパソコンから出ません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新しく始める</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズを決める</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンには資格情報の保管場所がないため、開くたびにパスフレーズを使います。{count}文字以上にしてください。忘れると、控えの鍵がないかぎりデータは開けません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この内容で始める</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズを入れてください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データは暗号化されています。続けて間違えても、データは消えません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>開く</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ロックしています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面の内容と入力中のものは保存してあります。開くと、元の場所に戻ります。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解錠する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>開けません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データは変更していません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度試す</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
