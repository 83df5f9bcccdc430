"""Who is asked: whoever promised, whoever keeps the books; by telephone before the visit where the table is the wrong place."""

from __future__ import annotations

from datetime import datetime

from tests.builders import DAY, KEY, accounts, dossier, talk
from tests.writing import section

from bankrm.domain.dossier import Dossier
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit


def asked(file: Dossier, *people: str) -> list[str]:
    visit = Visit("visit-9", KEY, datetime(DAY.year, DAY.month, DAY.day, 10), people, "近況")
    return [s.text for s in section(file, DocumentKindName.VISIT_BRIEF, "questions", visit)]


OWED = "先方：倉庫の賃貸借契約書の写しを5月29日までに送付。"


def test_who_promised_alone_and_sits_at_the_table_is_asked_there() -> None:
    (first, *_) = asked(dossier(talk("2026-05-12", promises=OWED)), "篠崎社長")
    assert first.startswith("(篠崎社長へ) 倉庫の賃貸借契約書の写しは、いつごろ")


def test_who_promised_and_does_not_come_is_called_before_the_visit() -> None:
    file = dossier(talk("2026-05-12", promises=OWED, people="小暮工場長"))
    assert (
        asked(file, "篠崎社長")[0] == "訪問前に、小暮工場長へ電話で、倉庫の賃貸借契約書の写しがいつ届くかを確かめる。"
    )


def test_nobody_is_dunned_before_the_one_who_decides() -> None:
    file = dossier(talk("2026-05-12", promises=OWED, people="小暮工場長"))
    assert asked(file, "篠崎社長", "小暮工場長")[0].startswith("訪問前に、小暮工場長へ電話で")


def test_of_several_the_one_who_spoke_of_the_thing_has_promised_it() -> None:
    words = "社長「倉庫の賃貸借契約書なら、写しを探しておく」\n工場長「倉庫は寒い」"
    file = dossier(talk("2026-05-12", words, promises=OWED, people="小暮工場長、篠崎社長"))
    assert asked(file, "篠崎社長")[0].startswith("(篠崎社長へ)")


def test_of_several_who_said_nothing_the_keeper_of_the_books_owes_what_is_of_the_books() -> None:
    file = dossier(
        talk("2026-05-12", promises="先方：得意先別の売上の表を5月29日までに送付。", people="小暮工場長、赤座経理課長")
    )
    assert asked(file, "篠崎社長")[0].startswith("訪問前に、赤座経理課長へ電話で、得意先別の売上の表")


def test_a_balance_is_asked_of_who_keeps_the_books_though_he_does_not_come() -> None:
    years = (
        accounts(
            "2026-03-31", sales=600, operating_profit=24, borrowings=300, cash=60, net_assets=120, total_assets=480
        ),
    )
    met = talk("2026-05-12", "経理課長「決算の数字はまとまりました」", people="赤座経理課長")
    called = [text for text in asked(dossier(met, statements=years), "篠崎社長") if "訪問前に" in text]
    assert called
    assert "赤座経理課長へ電話で" in called[0]


def test_a_keeper_whom_no_record_names_is_not_named_either() -> None:
    years = (
        accounts(
            "2026-03-31", sales=600, operating_profit=24, borrowings=300, cash=60, net_assets=120, total_assets=480
        ),
    )
    found = asked(dossier(talk("2026-05-12", "社長「暑いね」"), statements=years), "篠崎社長")
    assert not any("赤座" in text for text in found)
