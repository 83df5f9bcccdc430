"""The sample bank as a bank hands it over: imported, prepared for every visit, and held to the product's promises."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.importing.registry import Readers
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.calendar import load_calendar
from bankrm.adapters.system.compliance_rules import load_rules
from bankrm.adapters.system.recipes import load_gaps, load_recipes, load_topics
from bankrm.adapters.system.resources import Resources
from bankrm.application.draft_json import draft_object
from bankrm.application.import_files import ImportFiles
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.visit_context import Knowledge, VisitContexts
from bankrm.domain.citing import is_confidential
from bankrm.domain.drafts import Draft, Verdict
from bankrm.domain.observations import Code
from bankrm.domain.recipes import VISIT_SET, DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.carried import Guard
from bankrm.drafting.client_facing import NothingToFollow, NothingToShow
from bankrm.drafting.compliance.rules import RECORD
from bankrm.drafting.sheet import MOST_CHARACTERS, MOST_LINES, carried_sheet
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.drafting.unsaid import Unsaid

RESOURCES = Resources.locate()
SAMPLE = RESOURCES.path("sample")
TODAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 11, 20), date(2026, 11, 30)
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("home")
    with Store.create(home, RawKeyVault(home / "store.keys")) as opened:
        reports = ImportFiles(opened.unit_of_work, Readers.with_profiles(RESOURCES.path("profiles")))([SAMPLE])
        assert not [report.as_json() for report in reports if report.has_findings]
        yield opened


def prepare(store: Store, visit: Visit) -> tuple[Draft, ...]:
    rules = load_rules(RESOURCES)
    knowledge = Knowledge(load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES), rules)
    contexts = VisitContexts(store.unit_of_work, knowledge)
    use_case = PrepareVisit(store.unit_of_work, contexts, TemplateWriter(), lambda: datetime.now(UTC))
    return use_case(visit.client, visit, VISIT_SET, TODAY)


def visits(store: Store) -> list[Visit]:
    with store.unit_of_work() as uow:
        return list(uow.records.visits(FIRST, LAST))


@pytest.fixture(scope="module")
def drafts(store: Store) -> dict[str, tuple[Draft, ...]]:
    return {visit.ref: prepare(store, visit) for visit in visits(store)}


def test_the_bank_is_as_large_as_its_readme_says(store: Store) -> None:
    with store.unit_of_work() as uow:
        files = [uow.records.dossier(client.key) for client in uow.records.clients()]
    talks = [talk for file in files if file for talk in file.interactions]
    assert (len(files), len(talks)) == (12, 60)
    assert all(len(file.statements) == 3 for file in files if file)
    sizes = [len(t.explanation + t.client_words + t.promises_text) for t in talks]
    assert 200 <= min(sizes) <= max(sizes) <= 1000
    assert sorted(Counter(t.client for t in talks).values())[-2:] == [15, 15]
    assert len({file.client.industry for file in files if file}) >= 6


def test_the_compliance_rules_find_nothing_in_what_is_made_of_sound_records(
    drafts: dict[str, tuple[Draft, ...]],
) -> None:
    statements = [one for made in drafts.values() for draft in made for one in draft.statements]
    assert [(one.text, one.findings) for one in statements if one.findings] == []


def test_the_compliance_rules_find_in_the_records_what_is_sensitive_and_nothing_else(store: Store) -> None:
    rules = load_rules(RESOURCES)
    with store.unit_of_work() as uow:
        files = [uow.records.dossier(client.key) for client in uow.records.clients()]
    told = [
        f"{t.explanation}\n{t.client_words}\n{t.promises_text}" for file in files if file for t in file.interactions
    ]
    found = [(finding, text) for text in told for finding in rules.examine(text, RECORD)]
    assert {text[slice(*finding.span)] for finding, text in found} == {"通院", "手術"}
    assert {finding.rule for finding, _ in found} == {"sensitive"}


def test_there_are_visits_on_every_business_day(store: Store) -> None:
    days = Counter(visit.day for visit in visits(store))
    calendar = load_calendar(RESOURCES)
    day, wanted = FIRST, [FIRST]
    while (day := calendar.next_open(day)) <= LAST:
        wanted.append(day)
    assert sorted(days) == wanted
    assert days[date(2026, 11, 24)] >= 4


def test_no_fact_is_left_in_doubt(drafts: dict[str, tuple[Draft, ...]]) -> None:
    doubtful = [
        (statement.text, statement.reasons)
        for of_visit in drafts.values() for draft in of_visit for section in draft.sections for statement in section.statements
        if statement.verdict not in (None, Verdict.SUPPORTED)
    ]  # fmt: skip
    assert not doubtful


def test_the_same_prepare_twice_gives_the_same_bytes_but_for_id_time_and_seconds(store: Store) -> None:
    visit = next(v for v in visits(store) if v.client.cif == "0012345" and v.client.branch == "012")
    first, second = ([_comparable(d) for d in prepare(store, visit)] for _ in range(2))
    assert first == second


def _comparable(draft: Draft) -> str:
    shown = json.loads(json.dumps(draft_object(draft)))
    del shown["id"], shown["created"], shown["provenance"]["seconds"]
    return json.dumps(shown, ensure_ascii=False)


def test_the_same_cif_in_two_branches_stays_two_clients(drafts: dict[str, tuple[Draft, ...]]) -> None:
    names = {
        str(d.client): d.client_name for of_visit in drafts.values() for d in of_visit if d.client.cif == "0012345"
    }
    assert names == {"012-0012345": "凪浜精機株式会社", "025-0012345": "株式会社そよぎ野ファーム"}
    for of_visit in drafts.values():
        for draft in of_visit:
            other = {"凪浜", "そよぎ野"} - {name for name in ("凪浜", "そよぎ野") if name in draft.client_name}
            text = json.dumps(draft_object(draft), ensure_ascii=False)
            assert not [name for name in other if f"{name}精機" in text or f"{name}ファーム" in text]


def test_no_invented_bank_bears_a_real_banks_name(store: Store) -> None:
    listed = SHARED / "zengin_codes" / "banks.json"
    if not listed.exists():
        pytest.skip("zengin_codes is not beside this checkout")
    real = {str(bank["name"]) for bank in json.loads(listed.read_text(encoding="utf-8")).values()}
    with store.unit_of_work() as uow:
        files = [uow.records.dossier(client.key) for client in uow.records.clients()]
    texts = "\n".join(t.explanation + t.client_words for file in files if file for t in file.interactions)
    named = set(re.findall(r"[一-龠ぁ-んァ-ヶー]{2,6}?(?=銀行|信用金庫|信金)", texts)) | {
        loan.bank.removesuffix("銀行") for file in files if file for loan in file.other_banks
    }
    assert named
    assert not named & real


def runs(text: str, length: int = 9) -> set[str]:
    """Every run of so many letters, by which words are known again."""
    letters = "".join(text.split())
    return {letters[n : n + length] for n in range(len(letters) - length + 1)}


def test_no_secret_and_no_other_bank_is_carried_out_of_the_bank(
    store: Store, drafts: dict[str, tuple[Draft, ...]]
) -> None:
    knowledge = Knowledge(load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES))
    contexts = VisitContexts(store.unit_of_work, knowledge)
    for brief, *_ in drafts.values():
        context = contexts(brief.client, brief.visit, TODAY)
        sheet = carried_sheet(brief, context.visit, Guard(context))
        text = "\n".join((*sheet.head, *(line.text for section in sheet.sections for line in section.lines)))
        assert (sheet.characters <= MOST_CHARACTERS, sheet.rows <= MOST_LINES) == (True, True)
        assert brief.client.cif not in text
        banks = [loan.bank for loan in context.dossier.other_banks]
        assert not re.search(
            "他行|銀行|信金|信用金庫|格付|要注意|秘匿" + "".join(f"|{bank[:2]}" for bank in banks), text
        )
        kept = [piece for o in context.observations if o.code is Code.CONFIDENTIAL for piece in o.pieces("covers")]
        marked = [r for r in context.dossier.interactions if is_confidential(r)]
        named = Unsaid(context).named  # what a caution itself lets one raise
        told = [piece.body for piece in kept if piece not in named]
        secret = runs(" ".join(told + [r.client_words + r.explanation for r in marked]))
        assert runs(text) & secret == set()


@pytest.mark.parametrize(
    ("client", "carried", "kept_back"),
    [
        ("霧鳴館", "改装の再見積書(期限10月30日)", "利子補給の対象に寮が含まれるか"),
        ("ほしなみ", "県外の販路候補先のリスト(期限10月16日)", "葉室銀行"),
        ("ふくろう坂", "職員の採用計画は、いつごろいただけそうでしょうか", "直近の面談は10/14"),
        ("凪浜", "返済シミュレーション(期限7月31日)", "潮見銀行"),
    ],
)
def test_a_main_point_is_carried_and_what_the_caution_covers_is_kept_back_by_name(
    store: Store, drafts: dict[str, tuple[Draft, ...]], client: str, carried: str, kept_back: str
) -> None:
    knowledge = Knowledge(load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES))
    brief = next(brief for brief, *_ in drafts.values() if client in brief.client_name)
    context = VisitContexts(store.unit_of_work, knowledge)(brief.client, brief.visit, TODAY)
    sheet = carried_sheet(brief, context.visit, Guard(context))
    paper = "\n".join(line.text for section in sheet.sections for line in section.lines)
    withheld = "\n".join(line.text for section in sheet.withheld for line in section.lines)
    assert carried in paper
    assert kept_back in withheld
    assert kept_back not in paper


# what the client sees

_INTERNAL = re.compile(
    "格付|債務者区分|正常先|要注意|取引方針|担保評価|担保余力|引当|稟議|承認|行内|見立て|担当者の認識|秘匿|債務償還|"
    "他行|銀行|信金|信用金庫|公庫|承継|後継|M&A|譲渡|出資|株式|手術|通院|百万円"
)  # domain.md §3, and how a bank counts


@pytest.fixture(scope="module")
def shown(store: Store) -> list[tuple[Draft, Visit]]:
    """What the client would see of every visit."""
    rules = load_rules(RESOURCES)
    knowledge = Knowledge(load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES), rules)
    use_case = PrepareVisit(
        store.unit_of_work, VisitContexts(store.unit_of_work, knowledge), TemplateWriter(), lambda: datetime.now(UTC)
    )
    made = []
    for visit in visits(store):
        for kind in (DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL):
            with suppress(NothingToFollow, NothingToShow):
                made += [(draft, visit) for draft in use_case(visit.client, visit, [kind], TODAY)]
    return made


def test_every_visit_has_a_sheet_where_something_may_be_shown_and_every_client_of_an_open_talk_a_mail(
    shown: list[tuple[Draft, Visit]],
) -> None:
    kinds = Counter(draft.kind for draft, _ in shown)
    # of 16: of three visits all is in confidence, of one nothing may be said that does not fit any firm
    assert kinds[DocumentKindName.DISCUSSION_SHEET] == 12
    mailed = {draft.client_name for draft, _ in shown if draft.kind is DocumentKindName.FOLLOW_UP_MAIL}
    assert len(mailed) == 6
    assert {"凪浜精機株式会社", "株式会社ほしなみ食品", "株式会社霧鳴館"} < mailed


def test_nothing_internal_and_no_secret_stands_in_what_any_client_sees(
    store: Store, shown: list[tuple[Draft, Visit]]
) -> None:
    with store.unit_of_work() as uow:
        names = {client.key: client.name for client in uow.records.clients()}
        files = {key: uow.records.dossier(key) for key in names}
    for draft, visit in shown:
        text = "\n".join(statement.text for statement in draft.statements if "所定の審査" not in statement.text)
        file = files[draft.client]
        assert file
        found = _INTERNAL.search(text) or re.search(
            "|".join(re.escape(loan.bank[:2]) for loan in file.other_banks) or "$^", text
        )
        assert not found, (draft.client_name, found)
        assert not [(s.text, s.findings) for s in draft.statements if s.findings]
        others = [name for key, name in names.items() if key != draft.client and name in text]
        assert not others
        assert draft.client.cif not in text
        secret = [talk for talk in file.interactions if is_confidential(talk)]
        told = runs(" ".join(talk.client_words + talk.explanation + talk.promises_text for talk in secret))
        assert not runs(text) & told, (draft.client_name, visit.day)


def test_what_the_president_was_not_told_is_told_to_us_and_stands_in_no_paper_of_his_brothers(
    store: Store, drafts: dict[str, tuple[Draft, ...]]
) -> None:
    to_brother = [v for v in visits(store) if v.people == ("楡井専務",)]
    briefs = [d for v in to_brother for d in drafts[v.ref] if d.kind is DocumentKindName.VISIT_BRIEF]
    assert [s.text for d in briefs for s in d.statements if "まだ話が通っていない" in s.text]
    with store.unit_of_work():
        shown = _client_papers(store, to_brother)
    assert not [s.text for d in shown for s in d.statements if "ショベル" in s.text]


def _client_papers(store: Store, to: list[Visit]) -> list[Draft]:
    knowledge = Knowledge(load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES), load_rules(RESOURCES))
    contexts = VisitContexts(store.unit_of_work, knowledge)
    use_case = PrepareVisit(store.unit_of_work, contexts, TemplateWriter(), lambda: datetime.now(UTC))
    kinds = (DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL)
    return [draft for v in to for draft in use_case(v.client, v, kinds, TODAY)]


def test_the_sheet_of_a_client_is_specific_and_fits_one_side(shown: list[tuple[Draft, Visit]]) -> None:
    for draft, _ in shown:
        if draft.kind is DocumentKindName.DISCUSSION_SHEET:
            assert sum(len(statement.text) for statement in draft.statements) <= 1_300
            assert len(draft.statements) <= 34
    texts = [
        statement.text
        for draft, _ in shown
        for statement in draft.statements
        if "凪浜" in draft.client_name and draft.kind is DocumentKindName.DISCUSSION_SHEET
    ]
    assert "NC旋盤について、「今期中に1台は入れ替えたい」と伺っています(田辺社長、7月8日)。" in texts
    assert "A 省力化の補助金の締切(11月27日17時)に合わせて進める。" in texts
    assert not [text for text in texts if "夜勤を組めない" in text]  # told by one of the staff, without the president


def test_the_manager_of_the_inn_reads_in_his_mail_what_he_was_promised(shown: list[tuple[Draft, Visit]]) -> None:
    (mail,) = (d for d, _ in shown if "霧鳴館" in d.client_name and d.kind is DocumentKindName.FOLLOW_UP_MAIL)
    texts = [statement.text for statement in mail.statements]
    assert "利子補給の対象に寮が含まれるかを、11月24日までにご回答します。" in texts


def test_what_the_siblings_of_the_inn_said_apart_is_not_read_out_to_both(shown: list[tuple[Draft, Visit]]) -> None:
    text = "\n".join(
        statement.text
        for draft, _ in shown
        for statement in draft.statements
        if "霧鳴館" in draft.client_name and draft.kind is DocumentKindName.DISCUSSION_SHEET
    )
    assert "短期のお借入枠(3,000万円)の期日は11月30日です。" in text
    assert not [word for word in ("改装", "寮", "保証", "女将") if word in text]
