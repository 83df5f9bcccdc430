from __future__ import annotations

from datetime import date

from bankrm.adapters.importing.product_labels import read_labels


def test_every_field_of_a_product_is_a_quotation_of_its_document() -> None:
    text = (
        "ほたる銀行　標準資料\n【商品名】 ビニールハウス更新ローン\n■ ご利用いただける方：農業を営む法人・個人\n条件：期間10年以内。据置1年以内。\n"
        "・担保は原則不要です。\n・着工前のお申込みに限ります。\nお手続き\n手数料：事務手数料 33,000円\n留意点\n・審査があります。\n・金利が変わります。\n\n"
        "所管部署：農業推進部\n版：第3版\n有効期限：令和9年3月末"
    )
    labels = read_labels([text])
    product = labels.product("x.pdf")
    assert product.name == "ビニールハウス更新ローン"
    assert product.audience == ("農業を営む法人・個人",)
    assert product.conditions == (
        "期間10年以内。",
        "据置1年以内。",
        "担保は原則不要です。",
        "着工前のお申込みに限ります。",
    )
    assert product.fees == ("事務手数料 33,000円",)
    assert product.risks == ("審査があります。", "金利が変わります。")
    assert (product.owner, product.valid_until) == ("農業推進部", date(2027, 3, 31))
    assert labels.is_product
    assert all(
        piece in text
        for field in (product.audience, product.conditions, product.fees, product.risks)
        for piece in field
    )


def test_a_table_of_goods_in_a_clients_brochure_is_no_product_of_the_bank() -> None:
    labels = read_labels(["会社の概要\n商号 株式会社きつね堂\n商品名 特徴\n焼き菓子 日持ちする\n対象 全国"])
    assert not labels.is_product
    assert not labels.is_own_document


def test_a_validity_period_ends_with_its_last_day() -> None:
    assert read_labels(["有効期間：2026年4月1日〜2027年3月31日"]).day("valid_until", last=True) == date(2027, 3, 31)
