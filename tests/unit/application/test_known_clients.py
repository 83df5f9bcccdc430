from __future__ import annotations

from bankrm.application.duplicates import possible_duplicates
from bankrm.application.known_clients import ClientDirectory
from bankrm.domain.clients import Client, ClientKey


def client(key: str, name: str, reading: str = "", number: str = "", aliases: tuple[str, ...] = ()) -> Client:
    return Client(ClientKey.parse(key), name, reading, corporate_number=number, aliases=aliases)


NIRE = client("012-0012345", "株式会社楡津")
KOGYO = client("012-0012346", "楡津工業株式会社")
SAKATA = client("025-0012345", "サカタ(株)")
CLINIC = client("025-0000777", "鈴鳴坂こどもクリニック", aliases=("すずなり",))
KNOWN = ClientDirectory([NIRE, KOGYO, SAKATA, CLINIC])


def test_lost_zeros_are_found_again_but_only_within_the_branch_and_beyond_doubt() -> None:
    assert KNOWN.resolve(ClientKey("012", "12345")) == NIRE.key
    assert KNOWN.resolve(ClientKey("013", "12345")) is None
    twice = ClientDirectory([client("012-0012345", "甲"), client("012-00012345", "乙")])
    assert twice.resolve(ClientKey("012", "12345")) is None
    assert twice.resolve(ClientKey("012", "0012345")) == ClientKey("012", "0012345")


def test_the_longest_firm_name_in_a_title_counts() -> None:
    assert KNOWN.named_in("楡津工業さま訪問") == (KOGYO.key,)
    assert KNOWN.named_in("楡津 訪問") == (NIRE.key,)
    assert KNOWN.named_in("すずなりさん") == (CLINIC.key,)
    assert KNOWN.named_in("サカタニ食堂で昼食") == ()


def test_in_a_long_text_a_name_counts_beside_its_legal_form_or_when_it_is_long() -> None:
    filler = "この資料は制度の概要をお知らせするものです。" * 10
    assert KNOWN.named_in(filler + "楡津の町について。") == ()
    assert KNOWN.named_in(filler + "㈱楡津 御中") == (NIRE.key,)
    assert KNOWN.named_in(filler + "楡津 株式会社") == (NIRE.key,)
    assert KNOWN.named_in(filler + "鈴鳴坂こどもクリニック") == (CLINIC.key,)
    assert KNOWN.named_in(filler + "すずなり") == ()


def found(*clients: Client) -> list[tuple[str, tuple[str, ...]]]:
    pairs = possible_duplicates({one.key for one in clients}, clients)
    return [(pair.shared, tuple(str(key) for key in pair.clients)) for pair in pairs]


def test_possible_duplicates_are_told_with_what_they_share_once_each() -> None:
    number = "5070001000715"
    same = (
        client("012-0000001", "株式会社　みなも設備", number=number),
        client("025-0000009", "㈱みなも設備", number=number),
    )
    assert found(*same) == [("corporate_number", ("012-0000001", "025-0000009"))]
    kana = (client("012-0000001", "（株）キャロット"), client("012-0000002", "キヤロツト株式会社"))
    assert found(*kana) == [("name", ("012-0000001", "012-0000002"))]
    read = (
        client("012-0000001", "水面設備㈱", "ミナモセツビカブシキガイシャ"),
        client("012-0000002", "(株)ミナモセツビ"),
    )
    assert found(*read) == [("reading", ("012-0000001", "012-0000002"))]
    assert found(client("012-0000001", "みなも設備㈱"), client("012-0000002", "みなも設計㈱")) == []


def test_only_clients_of_this_import_are_told() -> None:
    old = (client("012-0000001", "㈱甲乙"), client("012-0000002", "甲乙㈱"))
    assert list(possible_duplicates(set(), old)) == []
