"""What an update says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.fakes.records import a_draft

from bankrm.domain.drafts import Draft, Section, Statement
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.differences import Differences, differences

WORDS = ("冷凍庫の空きがない", "増設を考えている", "見積りは秋に取る")


def piece(words: str, day: int) -> Evidence:
    origin = Origin(OriginType.INTERACTION, Strength.OWN_RECORD, words, date(2026, 5, day))
    return Evidence(f"2026-05-{day:02} 訪問 社長: {words}", origin)


def draft(*sections: tuple[str, tuple[tuple[str, str], ...]], newer: bool = False) -> Draft:
    """Sections of (text, the words that it cites); with an older piece the same evidence has other ids."""
    pieces = [piece(words, day) for day, words in enumerate(WORDS, 2)]
    pack = EvidencePack.of([*([piece("別の話", 1)] if newer else []), *pieces])

    def say(text: str, cited: str) -> Statement:
        ids = (pack.id_of(next(p for p in pieces if p.origin.ref == cited)),) if cited else ()
        return Statement(text, StatementKind.FACT, ids)

    written = tuple(Section(key, key, tuple(say(*one) for one in told)) for key, told in sections)
    return replace(a_draft(), sections=written, pack=pack)


def told(found: Differences) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    added, removed = [s.text for s in found.added], [s.text for s in found.removed]
    return added, removed, [(was.text, now.text) for was, now in found.changed]


def test_the_same_words_on_the_same_evidence_are_no_difference_whatever_its_id() -> None:
    before = draft(("a", (("空きがない。", WORDS[0]), ("増設を検討。", WORDS[1]))))
    after = draft(("a", (("空きが、ない", WORDS[0]), ("増設を検討。", WORDS[1]))), newer=True)
    assert differences(before, after) == Differences()


def test_other_words_on_the_same_evidence_and_other_evidence_for_the_same_words_are_changes() -> None:
    before = draft(("a", (("空きがない。", WORDS[0]), ("増設を検討。", WORDS[1]))))
    after = draft(("a", (("空きがなく困っている。", WORDS[0]), ("増設を検討。", WORDS[2]))))
    assert told(differences(before, after)) == (
        [], [], [("増設を検討。", "増設を検討。"), ("空きがない。", "空きがなく困っている。")],
    )  # fmt: skip


def test_what_stands_on_one_side_only_is_added_or_removed_section_by_section() -> None:
    before = draft(("a", (("空きがない。", WORDS[0]),)), ("b", (("宿題はない。", ""),)))
    after = draft(
        ("a", (("増設を検討。", WORDS[1]),)), ("b", (("別の宿題がある。", ""),)), ("c", (("空きがない。", WORDS[0]),))
    )
    assert told(differences(before, after)) == (
        ["増設を検討。", "別の宿題がある。", "空きがない。"], ["空きがない。", "宿題はない。"], [],
    )  # fmt: skip


def test_a_sentence_said_twice_is_matched_once() -> None:
    twice = draft(("a", (("空きがない。", WORDS[0]), ("空きがない。", WORDS[0]))))
    once = draft(("a", (("空きがない。", WORDS[0]),)))
    assert told(differences(twice, once)) == ([], ["空きがない。"], [])
