<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>PageView</name>
    <message>
        <source>資料のページ</source>
        <translation>Page of the document</translation>
    </message>
</context>
</TS>
