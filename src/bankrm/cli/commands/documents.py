"""Drafts: prepare visits' sets, export single drafts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bankrm.cli.border import say, tell
from bankrm.cli.errors import notice_words
from bankrm.cli.output import print_json
from bankrm.cli.preparing import EngineName, EngineOption, ModelOption, Wish, preparation
from bankrm.cli.session import Session, day_of, session_of
from bankrm.domain.errors import ExpectedError

if TYPE_CHECKING:
    from bankrm.application.prepare_sets import Outcome, PreparedSet, Task
    from bankrm.application.queries.clients import ListClients
    from bankrm.application.queries.updates import ShowUpdate, UpdateRow
    from bankrm.application.queries.visits import ListVisits
    from bankrm.domain.visits import BusinessCalendar


FINDINGS = 1
PAUSES = {"on_battery": "電源につながっていないため", "in_use": "パソコンを使用中のため"}


class Kind(StrEnum):
    """KIND on the command line: the internal kinds, then those that the client sees."""

    VISIT_BRIEF = "visit-brief"
    HISTORY_SUMMARY = "history-summary"
    SALES_SCENARIO = "sales-scenario"
    DISCUSSION_SHEET = "discussion-sheet"
    FOLLOW_UP_MAIL = "follow-up-mail"


VISIT_SET = (Kind.VISIT_BRIEF, Kind.HISTORY_SUMMARY, Kind.SALES_SCENARIO)


class ExportFormat(StrEnum):
    """Formats of `export`."""

    DOCX = "docx"
    EML = "eml"
    JSON = "json"


def prepare(
    context: typer.Context,
    client: Annotated[str | None, typer.Option(help="取引先(店番-CIF)の次の訪問", metavar="BRANCH-CIF")] = None,
    due: Annotated[str | None, typer.Option(help="この日の訪問すべて(next は翌営業日)", metavar="DATE|next")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="文書の種類(既定: 行内の3種類)", metavar="KIND")] = None,
    engine: EngineOption = EngineName.AUTO,
    model: ModelOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="JSONとWordを書き出すフォルダ(お客さまに見せる文書は、承認の前は書き出さない)", metavar="DIR"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="下書きをJSONで標準出力に書く")] = False,
) -> int:
    """訪問準備一式を下書きする。確認の要る記述があれば終了コードは1、準備できない訪問があれば3(不具合は70)。"""
    if (client is None) == (due is None):
        raise typer.BadParameter("--client か --due のどちらか一つを指定してください。")
    from bankrm.application.prepare_sets import Outcome

    wish = Wish.of(engine, model)
    session = session_of(context)
    program = session.program()
    with program.open_store() as store:
        if client is not None:
            tasks = [_next_of(client, session, program.queries.clients(store), program.queries.visits(store))]
        else:
            tasks = _due_on(_day(due or "", session, program.calendar), program.queries.visits(store))
        outcome = Outcome()
        if tasks:
            with preparation(program, store, wish) as prepare_tasks:
                outcome = prepare_tasks(tasks, [k.value for k in kind or VISIT_SET], out)
        _tell(outcome.sets, program.queries.update(store), json)
    failed = tell_failed(outcome, session.home)
    return failed or (1 if any(one.questioned for one in outcome.sets) else 0)


def _next_of(client: str, session: Session, clients: ListClients, visits: ListVisits) -> Task:
    from bankrm.application.prepare_sets import Task

    key = clients.named(client)
    return Task(key, visits.next_of(key, session.day))


def _day(due: str, session: Session, calendar: BusinessCalendar) -> date:
    return calendar.next_open(session.day) if due == "next" else day_of(due)


def _due_on(day: date, visits: ListVisits) -> list[Task]:
    from bankrm.application.prepare_sets import Task

    rows = visits(day, day)
    if not rows:
        say(f"{day}の訪問予定はありません。{_next_visits(visits.next_day(day))}")
    return [Task(row.visit.client, row.visit) for row in rows]


def _next_visits(day: date | None) -> str:
    if day is None:
        return "その後の予定も取り込まれていません。"
    return f"次は{day}です(bankrm prepare --due {day})。"


def _tell(sets: tuple[PreparedSet, ...], updates: ShowUpdate, as_json: bool) -> None:
    from bankrm.application.draft_json import draft_object

    if as_json:
        print_json([draft_object(draft) for one in sets for draft in one.drafts])
    for one in sets:
        lines = [f"{one.day} {one.client}: 下書き{len(one.drafts)}件、記述{one.statements}件、要確認{one.questioned}件"]
        for draft in one.drafts:
            lines.append(f"  {draft.id}  {draft.kind}")
            lines += [f"    言語モデルの不調: {notice_words(notice)}" for notice in draft.provenance.notices]
            if update := updates(draft):
                lines += _update_lines(update, with_words=not as_json)
        lines += [f"  {file}" for file in one.files]
        (say if as_json else print)("\n".join(lines))


def _update_lines(update: UpdateRow, *, with_words: bool) -> list[str]:
    found = update.differences
    counts = f"追加{len(found.added)}、削除{len(found.removed)}、変更{len(found.changed)}"
    words = [f"    + {statement.text}" for statement in found.added]
    words += [f"    - {statement.text}" for statement in found.removed]
    words += [f"    * {was.text} → {now.text}" for was, now in found.changed]
    return [f"  {update.id}    更新案({counts})", *(words if with_words else ())]


def tell_failed(outcome: Outcome, home: Path) -> int:
    """What was left undone and why, by the client's key alone; the exit code of the gravest failure, 0 where there is none."""
    codes = [0]
    for one in outcome.failed:
        say(f"{one.day} {one.client}: 準備できませんでした。")
        codes.append(tell(one.error, home))
    for failed in outcome.unwritten:
        job = failed.job
        say(f"{job.day} {job.client} {job.kind}: 言語モデルでは書けませんでした。定型の下書きを使えます。")
        code = tell(failed.error, home)
        codes.append(FINDINGS if isinstance(failed.error, ExpectedError) else code)
    if outcome.paused:
        say(f"{PAUSES[outcome.paused]}、言語モデルの下書きを休みました。次の bankrm prepare で続きから書きます。")
    return max(codes)


def export(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(help="下書きの番号(bankrm visits --json の drafts)", metavar="DRAFT")],
    format_: Annotated[ExportFormat, typer.Option("--format", help="形式", metavar="docx|eml|json")],
    out: Annotated[Path, typer.Option(help="書き出すファイル", metavar="FILE")],
) -> None:
    """下書きを一つ、ファイルに書き出す。"""
    from bankrm.application.ports.exporting import Format
    from bankrm.domain.ids import DraftId

    program = session_of(context).program()
    with program.open_store() as store:
        written = program.drafts.export(store)([DraftId(draft)], Format(format_.value), out)
    print(f"{written.path} ({written.bytes:,}バイト)")


def submit(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(help="下書きの番号(bankrm visits --json の drafts)", metavar="DRAFT")],
) -> None:
    """下書きを一つ、承認に提出する。"""
    from bankrm.domain.ids import DraftId

    program = session_of(context).program()
    with program.open_store() as store:
        read = program.queries.draft(store)(DraftId(draft), opened=False)
        program.drafts.submit(store)([(read.draft.id, read.base)])
    print(f"提出しました: {draft}")
