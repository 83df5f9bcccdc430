"""Columns of the plain tables of a client's file: deals, people, drafts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.queries.client_talks import PersonRow
from bankrm.domain.business import Deal
from bankrm.language.firm_names import to_hiragana
from bankrm.ui.pages.clients.words import NONE, full_date, millions_words
from bankrm.ui.widgets.tables import Column
from bankrm.ui.words import engine_words, kind_words, moment_words, state_words

translate = QCoreApplication.translate


def deal_columns() -> list[Column[Deal]]:
    """案件."""
    return [
        Column(translate("ClientRows", "案件"), lambda one: one.title, width=220),
        Column(translate("ClientRows", "使途"), lambda one: one.purpose, width=100),
        Column(
            translate("ClientRows", "金額(百万円)"), lambda one: millions_words(one.amount_yen), lambda one: one.amount_yen,
            right=True, width=104,
        ),
        Column(translate("ClientRows", "段階"), lambda one: one.stage or NONE, width=100, tone=_of_stage),
        Column(translate("ClientRows", "期限"), lambda one: full_date(one.deadline), lambda one: one.deadline, width=100),
        Column(translate("ClientRows", "受付日"), lambda one: full_date(one.opened), lambda one: one.opened, width=100),
        Column(translate("ClientRows", "備考"), lambda one: one.note, wide=True),
    ]  # fmt: skip


def person_columns() -> list[Column[PersonRow]]:
    """面談者; whom the master does not know is said so."""
    return [
        Column(translate("ClientRows", "面談者"), lambda one: one.person, width=140),
        Column(translate("ClientRows", "氏名"), _name, width=150),
        Column(translate("ClientRows", "よみ"), lambda one: to_hiragana(one.contact.reading) if one.contact else "", width=140),
        Column(translate("ClientRows", "役職"), lambda one: one.contact.role if one.contact else "", width=150),
        Column(translate("ClientRows", "決裁"), _decides, width=56),
        Column(translate("ClientRows", "最終面談"), lambda one: full_date(one.last_talk), lambda one: one.last_talk, width=100),
        Column(translate("ClientRows", "面談回数"), lambda one: str(one.talks), lambda one: one.talks, right=True, width=80),
        Column(translate("ClientRows", "備考"), lambda one: one.contact.note if one.contact else "", wide=True),
    ]  # fmt: skip


def draft_columns() -> list[Column[DraftSummary]]:
    """下書き."""
    return [
        Column(translate("ClientRows", "文書"), lambda one: kind_words(one.kind), width=120),
        Column(translate("ClientRows", "訪問日"), lambda one: full_date(one.day), lambda one: one.day, width=100),
        Column(translate("ClientRows", "状態"), lambda one: state_words(one.state), width=140),
        Column(
            translate("ClientRows", "要確認"), lambda one: str(one.questioned), lambda one: one.questioned,
            right=True, width=72, tone=lambda one: "warn" if one.questioned else "",
        ),
        Column(translate("ClientRows", "記述"), lambda one: str(one.statements), lambda one: one.statements, right=True, width=64),
        Column(translate("ClientRows", "版"), lambda one: str(one.revision), lambda one: one.revision, right=True, width=44),
        Column(translate("ClientRows", "書き手"), lambda one: engine_words(one.engine), width=140),
        Column(translate("ClientRows", "作成"), lambda one: moment_words(one.created), lambda one: one.created, wide=True),
    ]  # fmt: skip


def _of_stage(one: Deal) -> str:
    return "" if one.is_open else "dim"


def _name(one: PersonRow) -> str:
    return one.contact.name if one.contact else translate("ClientRows", "(名簿にない人)")


def _decides(one: PersonRow) -> str:
    return "●" if one.contact and one.contact.decides else ""
