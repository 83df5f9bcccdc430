<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>Settings</name>
    <message>
        <source>文章を書く方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端末共通のモデルのフォルダ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>計算に使うスレッド数(0 は端末に合わせる)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一度に読ませるトークン数(0 はモデルに合わせる)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>電池で動いている間も下書きを準備する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作している間も下書きを準備する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使っていないとみなすまでの分数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面をロックするまでの分数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT部門が決めています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この端末で選んだ値</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT部門のおすすめ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>初期値</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルなしで、いつでも使えます</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUのメモリに入ります(要る {need}、空き {free})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>メモリに入ります(要る {need}、空き {free})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUなしで動かすので遅くなります(要る {need}、空き {free})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ポリシーで決まっています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>モデルが入っていません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指定のモデルは形式が違います</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使えるGPUがありません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUのメモリが足りません(要る {need}、空き {free})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>メモリが足りません(要る {need}、空き {free})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU用の部品が入っていません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>プログラム</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暗号化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日本語の辞書</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>書類の構成(レシピ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>営業日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ポリシー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鍵の守り方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>監査記録</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンの資格情報</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>パスフレーズ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>設定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文章を書く方式とモデル</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>データと鍵</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ポリシー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>診断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>診断する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコンで正しく動くかを調べます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB(暗号化済み)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存場所</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大きさ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>開く鍵</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>記録フォルダ(顧客の情報を含みません)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>調べ直す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このパソコン</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>調べています…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使いません: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>いま書くもの</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合うモデル</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度診断する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>明るさ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>システムに合わせる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>明るい</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暗い</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言語は、次に開いたときから変わります。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._page</name>
    <message>
        <source>表示、文章を書く方式、データの場所、ポリシーを確かめるページです。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
