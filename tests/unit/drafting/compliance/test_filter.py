from __future__ import annotations

import re
from typing import Any

import pytest

from bankrm.domain.drafts import Severity
from bankrm.drafting.compliance.filter import compliance_row
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import CLIENT_FACING, Rule, RuleWords, Said, Trigger

WORDS = RuleWords("題", "法", "断定しています。", "書き直す")
DENIALS = (re.compile("」?とは(?:言|申)[^。]{0,6}(?:ない|ません)"),)
SURE = Rule("sure", WORDS, WORDS, triggers=(Trigger("t", re.compile("必ず.{0,9}?通(?:る|り)")),), denials=DENIALS)
OURS = Rule(
    "ours", WORDS, WORDS, triggers=(Trigger("t", re.compile("絶対大丈夫"), said_by=Said.BANK),), denials=DENIALS
)
NAMES = Rule("names", WORDS, WORDS, Severity.BLOCK, "other_clients", CLIENT_FACING)
NOTE = Rule(
    "note", WORDS, WORDS, triggers=(Trigger("t", re.compile("金利[0-9.]+%"), unless_told=(re.compile("審査"),)),)
)
RULES = RuleBook([SURE, OURS, NAMES, NOTE])


def found(text: str, kind: str, context: object = None) -> Any:
    return compliance_row({"id": 1, "text": text, "document_kind": kind, "context": context}, RULES)["findings"]


def rules_of(text: str, kind: str = "interaction-record", **context: object) -> list[str]:
    return [finding["rule"] for finding in found(text, kind, context)]


def test_a_row_comes_back_with_rule_severity_span_and_reason() -> None:
    (finding,) = found("ご融資は必ず通ります。", "follow-up-mail")
    assert finding == {"rule": "sure", "severity": "block", "span": [4, 8], "reason": "断定しています。"}


def test_spans_count_the_code_points_of_the_text_as_it_was_given() -> None:
    text = "㍿𠮷野。金利２．４％です。"
    (finding,) = found(text, "proposal")
    assert text[slice(*finding["span"])] == "金利２．４％"


def test_what_is_denied_right_behind_passes() -> None:
    assert rules_of("融資が必ず通るとは言えません。") == []
    assert rules_of("「必ず通る」とは申しません。融資は必ず通ります。") == ["sure"]


@pytest.mark.parametrize(
    "text",
    ["社長「絶対大丈夫と思っている」", "絶対大丈夫だと社長が話した。", "絶対大丈夫とのこと。"],
)
def test_words_of_the_client_are_not_ours(text: str) -> None:
    assert rules_of(text) == []


@pytest.mark.parametrize("text", ["絶対大丈夫と説明した。", "当行: 絶対大丈夫と回答", "社長に絶対大丈夫とお伝えした。"])
def test_words_that_we_told_are_ours(text: str) -> None:
    assert rules_of(text) == ["ours"]


def test_a_note_anywhere_in_the_document_lets_a_rate_pass() -> None:
    assert rules_of("金利2.0%です。", "proposal") == ["note"]
    assert rules_of("金利2.0%です。\n実際には審査により決まります。", "proposal") == []


def test_other_clients_are_found_where_the_client_reads_and_only_there() -> None:
    others = ["株式会社霧鳴館", "有限会社磯崎水産", "潮見銀行"]
    assert rules_of("霧鳴館さまでも導入されました。", "proposal", other_clients=others) == ["names"]
    assert rules_of("㈲磯﨑水産との取引です。", "proposal", other_clients=others) == ["names"]
    assert rules_of("磯崎さんからも伺いました。", "proposal", other_clients=others) == []  # also a surname
    assert rules_of("霧鳴館さまでも導入されました。", other_clients=others) == []
    assert rules_of("霧鳴館さまの強みです。", "proposal", client="霧鳴館", other_clients=others) == []


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1, "text": 3, "document_kind": "proposal"},
        {"id": 1, "text": "a", "document_kind": "letter"},
        {"id": 1, "text": "a", "document_kind": ["proposal"]},
        {"id": 1, "text": "a", "document_kind": "proposal", "context": []},
        {"id": 1, "text": "a", "document_kind": "proposal", "context": {"other_clients": "b"}},
        {"id": 1, "text": "a", "document_kind": "proposal", "context": {"client_has_loan": "yes"}},
    ],
)
def test_a_row_of_another_shape_is_refused(row: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        compliance_row(row, RULES)


def test_a_line_break_within_a_sentence_of_a_mail_parts_no_words() -> None:
    text = "平素よりお世話になっております。\n先日のご融資は必ず\n  通りますので、ご安心ください。"
    (finding,) = found(text, "follow-up-mail")
    assert text[slice(*finding["span"])] == "必ず\n  通り"


def test_lines_of_a_record_are_sentences_of_their_own() -> None:
    assert rules_of("見積は必ず\n通り道で受け取る") == []
