from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.files import AnyClient, saved

from bankrm.adapters.importing.legibility import is_broken, is_legible, is_vertical
from bankrm.adapters.importing.opened_document import OpenedDocument
from bankrm.adapters.importing.pages import Extracted, Page, passages, tidy_pages
from bankrm.domain.documents import Document

words = st.text(st.sampled_from("設備投資を考える。「はい」、\n 1２ABC）（・"), max_size=900)


@given(words)
def test_a_passage_is_what_its_span_cuts_out_of_the_page(text: str) -> None:
    found = list(passages(Page(3, text)))
    assert all(text[slice(*p.span)] == p.text and p.page == 3 and len(p.text) <= 200 for p in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


def test_nothing_of_an_unreadable_page_is_cited() -> None:
    assert not list(passages(Page(1, "読めたとしても引用しない。", "vertical_text")))


def test_wrapped_lines_become_the_sentence_they_were() -> None:
    raw = "概要\n紙の手形や振込に代えて、電子記録債権で支払と受取りを\n行うサービスです。\n・窓口での依頼は、1件あたり550円を加算\n・取消しは相手方の承諾が要る場合があります。\n対象：法人、個人事業主"
    assert tidy_pages([Page(1, raw)])[0].text.split("\n") == [
        "概要",
        "紙の手形や振込に代えて、電子記録債権で支払と受取りを行うサービスです。",
        "・窓口での依頼は、1件あたり550円を加算",
        "・取消しは相手方の承諾が要る場合があります。",
        "対象：法人、個人事業主",
    ]


def test_running_heads_and_page_numbers_are_cut_but_not_what_stands_once() -> None:
    pages = tidy_pages([Page(n, f"営業店の手引き {n + 3}\n{n * n}人が出席した。\n- {n} -") for n in range(1, 6)])
    assert [page.text for page in pages] == [f"{n * n}人が出席した。" for n in range(1, 6)]
    assert tidy_pages([Page(1, "一度だけの題名\n本文です。")])[0].text == "一度だけの題名\n本文です。"


def test_letterspacing_loose_numbers_and_radicals_are_mended() -> None:
    assert (
        tidy_pages([Page(1, "商 品 名：設備資⾦\n令和４年 11 月 27 日")])[0].text
        == "商品名：設備資金\n令和４年11月27日"
    )


def test_broken_encodings_and_vertical_writing_are_told() -> None:
    assert is_broken("‚±‚ñ‚É‚¿‚Í‚¹‚©‚¢")
    assert is_broken("(cid:1234)(cid:221) abc")
    assert is_broken("\ue000\ue001\ue002 text")
    assert not is_broken("Café 設備資金 ©2026")
    assert not is_legible("残高は\ufffd百万円")
    assert is_vertical("\n".join("設備投資の時期を来期に見送ることとした"))
    assert not is_vertical("日\n月\n火\n" + "ふつうの長い文がここにある。" * 10)


def test_a_document_with_half_a_character_keeps_its_other_passages_and_can_be_stored(tmp_path: Path) -> None:
    text = "操業のご案内\n炉の火は月曜に入れます。\n壊れた\ud83d一文です。\n見学は水曜にどうぞ。"
    file = saved(tmp_path, "annai.txt", "-")
    opened = OpenedDocument("txt", file, lambda _: Extracted((Page(1, text),), title="操業の\udc4dご案内"))
    ((document,),) = [row.records for row in opened.rows(AnyClient())]
    assert isinstance(document, Document)
    found = [passage.text for passage in document.passages]
    assert "見学は水曜にどうぞ。" in found
    assert not [piece for piece in found if "一文です" in piece]
    assert [warning.reason for warning in opened.warnings] == ["unreadable_passages", "document_unattached"]
    f"{document}".encode()


def test_a_long_run_of_digits_is_no_item_but_what_follows_it_may_be() -> None:
    run = "1" * 20_000
    assert tidy_pages([Page(1, f"{run}\n1.対象\n2.条件")])[0].text.split("\n") == [run, "1.対象", "2.条件"]
