"""Filters: JSON Lines in, JSON Lines out, in the same order. They need no store, key or data folder."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from bankrm.cli.border import say
from bankrm.cli.json_lines import Line, LineInvalid, is_day, optional_day, read_lines, run_filter, text_of
from bankrm.cli.preparing import ModelOption
from bankrm.cli.session import session_of

Input = Annotated[str, typer.Argument(help="JSON Linesのファイル。- は標準入力", metavar="[FILE|-]")]


def check(context: typer.Context, file: Input = "-", model: ModelOption = None) -> None:
    """記述が根拠と合うかを判定する。言語モデルがあれば、規則だけで決めきれないものを尋ねる。

    入力は1行に {"id", "statement", "evidence": [{"id", "text"}]}、出力は {"id", "verdict", "score", "reasons", "evidence"}。
    """
    from bankrm.drafting.grounding.filter import check_row

    def answer(line: Line) -> dict[str, object]:
        text_of(line, "statement")
        pieces = line.row.get("evidence")
        if not isinstance(pieces, list) or not all(_is_piece(piece) for piece in pieces):
            raise LineInvalid(line=line.number, reason="evidence")
        return dict(check_row(line.row, look=look))

    asked = session_of(context).program().engines.second_look(model) if model else nullcontext()
    with asked as look:
        run_filter(file, answer)
        if look and look.was_refused:
            say("このモデルは、真偽の分かっている文を見分けられないため、判定に使いませんでした。")


def _is_piece(piece: object) -> bool:
    if not (isinstance(piece, dict) and isinstance(piece.get("id"), str) and isinstance(piece.get("text"), str)):
        return False
    return not piece.get("date") or (isinstance(piece["date"], str) and is_day(piece["date"][:10]))


def compliance(context: typer.Context, file: Input = "-") -> None:
    """文書に書いてはいけないことを、理由とともに指摘する。

    入力は1行に {"id", "text", "document_kind", "context"(任意)}、出力は {"id", "findings": [{"rule", "severity", "span", "reason"}]}。
    """
    from bankrm.drafting.compliance.filter import compliance_row

    rules = session_of(context).program().rules

    def answer(line: Line) -> dict[str, object]:
        try:
            return compliance_row(line.row, rules)
        except (KeyError, TypeError, ValueError) as error:
            raise LineInvalid(line=line.number, reason=str(error.args[0])) from error

    run_filter(file, answer)


def normalise(file: Input = "-") -> None:
    """金額・日付・期間などを読み取り、同じ値に揃える。

    入力は1行に {"id", "text", "date"(任意)}、出力は {"id", "items": [{"start", "end", "kind", "value", "unit", "approx"}]}。
    """
    from bankrm.language.normalise import find_quantities

    def answer(line: Line) -> dict[str, object]:
        found = find_quantities(text_of(line, "text"), today=optional_day(line))
        items = [
            {"start": q.start, "end": q.end, "kind": q.kind.value, "value": q.value, "unit": q.unit, "approx": q.approx}
            for q in found
        ]
        return {"id": line.row["id"], "items": items}

    run_filter(file, answer)


def act(file: Input = "-") -> None:
    """発話が質問・確認・要望・約束・断り・陳述のどれかを読み取る。

    入力は1行に {"id", "text"}、出力は {"id", "act": "question|confirmation|request|promise|refusal|statement"}。
    """
    from bankrm.language.acts import act_of

    run_filter(file, lambda line: {"id": line.row["id"], "act": act_of(text_of(line, "text")).value})


def search(
    passages: Annotated[Path, typer.Option(help="検索される文章: 1行に {id, text}", metavar="FILE")],
    queries: Annotated[Path, typer.Option(help="検索する文: 1行に {id, text}", metavar="FILE")],
    top: Annotated[int, typer.Option(min=1, help="1件につき返す数")] = 10,
) -> None:
    """文章の集まりから、文ごとに最も合うものを探す。出力は1行に {"id", "hits": [{"id", "score"}]}。"""
    from bankrm.bootstrap import search_passages
    from bankrm.cli.json_lines import write_line

    texts = ((str(line.row["id"]), text_of(line, "text")) for line in read_lines(str(passages)))
    asked = [(line.row["id"], text_of(line, "text")) for line in read_lines(str(queries))]
    answers = search_passages(texts, ((str(n), text) for n, (_, text) in enumerate(asked)), top)
    for n, hits in answers:
        row_id = asked[int(n)][0]
        write_line({"id": row_id, "hits": [{"id": hit.id, "score": hit.score} for hit in hits]})
