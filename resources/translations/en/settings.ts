<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>MaskingTrial</name>
    <message>
        <source>伏せる語を確かめる文</source>
        <translation>Text to try masking on</translation>
    </message>
    <message>
        <source>記録やメモの文を貼り付けてください</source>
        <translation>Paste text of a record or memo</translation>
    </message>
    <message>
        <source>人名・社名・住所・番号・機微情報など、伏せ字になる語に印を付けます。見落とすことがあるので、渡す前に必ず目で確かめてください。この文は保存されず、ページを離れると消えます。</source>
        <translation>Marks what would be masked: names of people and firms, addresses, numbers, sensitive matters and so on. Some may be missed, so look at the text yourself before you hand it over. The text is not saved, and is gone when you leave the page.</translation>
    </message>
    <message>
        <source>伏せる語は見つかりませんでした。</source>
        <translation>Nothing to mask was found.</translation>
    </message>
    <message>
        <source>{count}か所を、次のように伏せます。</source>
        <translation>{count} place(s) would be masked like this.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>文章を書く方式</source>
        <translation>Writer</translation>
    </message>
    <message>
        <source>端末共通のモデルのフォルダ</source>
        <translation>Folder of models shared on this machine</translation>
    </message>
    <message>
        <source>銀行独自のコンプライアンスのルールのフォルダ</source>
        <translation>Folder of the bank&apos;s own compliance rules</translation>
    </message>
    <message>
        <source>計算に使うスレッド数(0 は端末に合わせる)</source>
        <translation>Threads used for computing (0: as fits the machine)</translation>
    </message>
    <message>
        <source>一度に読ませるトークン数(0 はモデルに合わせる)</source>
        <translation>Tokens read at once (0: as fits the model)</translation>
    </message>
    <message>
        <source>下書きを印刷する</source>
        <translation>Print drafts</translation>
    </message>
    <message>
        <source>下書き・根拠・記録をコピーする</source>
        <translation>Copy drafts, evidence and records</translation>
    </message>
    <message>
        <source>下書き・記録・約束をファイルに書き出す</source>
        <translation>Export drafts, records and promises to files</translation>
    </message>
    <message>
        <source>電池で動いている間も下書きを準備する</source>
        <translation>Prepare drafts on battery too</translation>
    </message>
    <message>
        <source>操作している間も下書きを準備する</source>
        <translation>Prepare drafts while the machine is in use</translation>
    </message>
    <message>
        <source>使っていないとみなすまでの分数</source>
        <translation>Minutes until the machine counts as idle</translation>
    </message>
    <message>
        <source>画面をロックするまでの分数</source>
        <translation>Minutes until the screen locks</translation>
    </message>
    <message>
        <source>IT部門が決めています</source>
        <translation>set by IT</translation>
    </message>
    <message>
        <source>この端末で選んだ値</source>
        <translation>chosen on this machine</translation>
    </message>
    <message>
        <source>IT部門のおすすめ</source>
        <translation>recommended by IT</translation>
    </message>
    <message>
        <source>初期値</source>
        <translation>default</translation>
    </message>
    <message>
        <source>モデルなしで、いつでも使えます</source>
        <translation>Works at any time, without a model</translation>
    </message>
    <message>
        <source>GPUのメモリに入ります(要る {need}、空き {free})</source>
        <translation>Fits the GPU&apos;s memory (needs {need}, {free} free)</translation>
    </message>
    <message>
        <source>メモリに入ります(要る {need}、空き {free})</source>
        <translation>Fits the memory (needs {need}, {free} free)</translation>
    </message>
    <message>
        <source>GPUなしで動かすので遅くなります(要る {need}、空き {free})</source>
        <translation>Slow, since it runs without a GPU (needs {need}, {free} free)</translation>
    </message>
    <message>
        <source>ポリシーで決まっています</source>
        <translation>Decided by policy</translation>
    </message>
    <message>
        <source>モデルが入っていません</source>
        <translation>No model is installed</translation>
    </message>
    <message>
        <source>指定のモデルは形式が違います</source>
        <translation>The chosen model has another format</translation>
    </message>
    <message>
        <source>使えるGPUがありません</source>
        <translation>There is no usable GPU</translation>
    </message>
    <message>
        <source>GPUのメモリが足りません(要る {need}、空き {free})</source>
        <translation>The GPU has too little memory (needs {need}, {free} free)</translation>
    </message>
    <message>
        <source>メモリが足りません(要る {need}、空き {free})</source>
        <translation>There is too little memory (needs {need}, {free} free)</translation>
    </message>
    <message>
        <source>GPU用の部品が入っていません</source>
        <translation>The parts for GPUs are not installed</translation>
    </message>
    <message>
        <source>プログラム</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>暗号化</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>日本語の辞書</source>
        <translation>Japanese dictionary</translation>
    </message>
    <message>
        <source>書類の構成(レシピ)</source>
        <translation>Document recipes</translation>
    </message>
    <message>
        <source>営業日</source>
        <translation>Business days</translation>
    </message>
    <message>
        <source>ポリシー</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>データ</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>鍵の守り方</source>
        <translation>How the key is kept</translation>
    </message>
    <message>
        <source>監査記録</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>このパソコンの資格情報</source>
        <translation>this PC&apos;s credential store</translation>
    </message>
    <message>
        <source>パスフレーズ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>はい</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>いいえ</source>
        <translation>No</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>None</translation>
    </message>
    <message>
        <source>この端末に合うもの</source>
        <translation>as fits this machine</translation>
    </message>
    <message>
        <source>この PC に合う推奨モデルはありません。定型の書き手を使います。</source>
        <translation>No recommended model fits this PC. The template writer is used.</translation>
    </message>
    <message>
        <source>この PC では {size}B のモデルまで快適に動きます。</source>
        <translation>This PC runs models of up to {size} B comfortably.</translation>
    </message>
    <message>
        <source>GPU {gpu}、CPU {cores}コア、メモリ {memory}(空き {free})</source>
        <translation>GPU {gpu}, CPU {cores} cores, memory {memory} ({free} free)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>✓ 良好</source>
        <translation>✓ good</translation>
    </message>
    <message>
        <source>– 参考</source>
        <translation>– note</translation>
    </message>
    <message>
        <source>✕ 要対応</source>
        <translation>✕ needs action</translation>
    </message>
    <message>
        <source>読み込めません({type})</source>
        <translation>Cannot be loaded ({type})</translation>
    </message>
    <message>
        <source>まだありません: {path}</source>
        <translation>Not there yet: {path}</translation>
    </message>
    <message>
        <source>祝日{count}日({last}まで)、翌営業日 {next}</source>
        <translation>{count} holidays (until {last}), next business day {next}</translation>
    </message>
    <message>
        <source>IT部門が決めている設定 {count}件</source>
        <translation>{count} settings set by IT</translation>
    </message>
    <message>
        <source>、使えない設定 {keys}</source>
        <translation>, unusable settings {keys}</translation>
    </message>
    <message>
        <source>{count}件、つながっています</source>
        <translation>{count} entries, unbroken</translation>
    </message>
    <message>
        <source>{count}件、{bad}件目から合いません</source>
        <translation>{count} entries, broken from entry {bad}</translation>
    </message>
    <message>
        <source>{count}種</source>
        <translation>{count} kinds</translation>
    </message>
    <message>
        <source>{bytes}バイト、版 {schema}</source>
        <translation>{bytes} bytes, version {schema}</translation>
    </message>
    <message>
        <source>表示、文章を書く方式、データの場所、ポリシー、伏せ字になる語を確かめるページです。</source>
        <translation>See how the window looks, what writes, where the data lies, the policy, and what would be masked.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>文章を書く方式とモデル</source>
        <translation>Writer and model</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>データと鍵</source>
        <translation>Data and key</translation>
    </message>
    <message>
        <source>設定値とポリシー</source>
        <translation>Settings and policy</translation>
    </message>
    <message>
        <source>診断</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>診断する</source>
        <translation>Examine</translation>
    </message>
    <message>
        <source>このパソコンで正しく動くかを調べます。</source>
        <translation>Looks whether everything works on this PC.</translation>
    </message>
    <message>
        <source>伏せ字</source>
        <translation>Masking</translation>
    </message>
    <message>
        <source>「{name}」は、次に開いたときから変わります。</source>
        <translation>“{name}” changes with the next start.</translation>
    </message>
    <message>
        <source>モデルを確かめながら入れています。{done}</source>
        <translation>The model is being proven and installed. {done}</translation>
    </message>
    <message>
        <source>{size} MB(暗号化済み)</source>
        <translation>{size} MB (encrypted)</translation>
    </message>
    <message>
        <source>保存場所</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>大きさ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>開く鍵</source>
        <translation>Opened by</translation>
    </message>
    <message>
        <source>不具合の記録(顧客情報なし)</source>
        <translation>Fault log (no client information)</translation>
    </message>
    <message>
        <source>調べ直す</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>モデルを入れる…</source>
        <translation>Install a model…</translation>
    </message>
    <message>
        <source>このパソコン</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>調べています…</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>使いません: {why}</source>
        <translation>Not used: {why}</translation>
    </message>
    <message>
        <source>いま書くもの</source>
        <translation>Writing now</translation>
    </message>
    <message>
        <source>合うモデル</source>
        <translation>Fitting model</translation>
    </message>
    <message>
        <source>もう一度診断する</source>
        <translation>Examine again</translation>
    </message>
    <message>
        <source>モデルのバンドルを選ぶ</source>
        <translation>Choose a model bundle</translation>
    </message>
    <message>
        <source>モデルのバンドル (manifest.json *.zip)</source>
        <translation>Model bundle (manifest.json *.zip)</translation>
    </message>
    <message>
        <source>明るさ</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <source>システムに合わせる</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>明るい</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗い</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>言語</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>表示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>言語は、次に開いたときから変わります。</source>
        <translation>The language changes with the next start.</translation>
    </message>
</context>
</TS>
