"""The first store: records with their versions, originals, drafts, the audit chain and the word index."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT, WHOLE, DAY, FLAG = sa.String(), sa.Integer(), sa.Date(), sa.Boolean()
_SEARCH = (
    """CREATE VIRTUAL TABLE word_index USING fts5(words, scope, tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_{|}~'")""",
    "CREATE VIRTUAL TABLE word_index_vocabulary USING fts5vocab('word_index', 'row')",
    "CREATE TABLE word_index_texts (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, letters TEXT NOT NULL)",
)


def upgrade() -> None:
    _record_tables()
    _passages_and_originals()
    _drafts()
    _audit()
    for table in _SEARCH:
        op.get_bind().exec_driver_sql(table)


def _columns(kind: sa.types.TypeEngine[Any], *names: str, null: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=null) for name in names]


def _words(*names: str) -> list[sa.Column[Any]]:
    """JSON arrays and zoned times."""
    return _columns(sa.Text(), *names)


def _records(table: str, key: tuple[str, ...], *columns: list[sa.Column[Any]]) -> None:
    op.create_table(
        table,
        sa.Column("id", WHOLE, nullable=False),
        *_columns(WHOLE, "version"),
        *_columns(FLAG, "current"),
        *_columns(TEXT, "source_sha256"),
        *_columns(WHOLE, "source_place", null=True),
        *_columns(TEXT, "digest", "branch", "cif"),
        *(column for group in columns for column in group),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"uq_{table}_current", table, [*key], unique=True, sqlite_where=sa.text("current = 1"))
    op.create_index(f"uq_{table}_version", table, [*key, "version"], unique=True)


def _record_tables() -> None:
    _records(
        "client",
        ("branch", "cif"),
        _columns(TEXT, "name", "reading", "form"),
        _words("aliases"),
        _columns(TEXT, "corporate_number", "industry", "address", "representative", "founded", "business"),
        _columns(TEXT, "suppliers", "customers", "in_charge"),
        _columns(DAY, "as_of", null=True),
    )
    _records(
        "contact",
        ("branch", "cif", "name"),
        _columns(TEXT, "name", "role", "reading"),
        _words("aliases"),
        _columns(FLAG, "decides"),
        _columns(TEXT, "note"),
    )
    _records(
        "interaction",
        ("branch", "cif", "ref"),
        _columns(TEXT, "ref"),
        _columns(DAY, "on"),
        _columns(TEXT, "method", "place"),
        _words("attendees", "bank_people"),
        _columns(TEXT, "purpose", "explanation", "client_words", "promises_text", "handed_over", "next_step"),
        _columns(TEXT, "confidentiality"),
    )
    _records(
        "visit",
        ("branch", "cif", "ref"),
        _columns(TEXT, "ref"),
        _columns(DAY, "day"),
        _words("start", "people"),
        _columns(TEXT, "purpose", "place"),
    )
    op.create_index(op.f("ix_visit_day"), "visit", ["day"])
    _business_tables()
    _records(
        "document",
        ("branch", "cif", "ref"),
        _columns(TEXT, "ref", "title", "kind", "sha256", "owner"),
        _columns(DAY, "issued", "valid_until", null=True),
        _columns(WHOLE, "pages", null=True),
        _columns(TEXT, "product"),
    )
    _records(
        "product",
        ("branch", "cif", "document"),
        _columns(TEXT, "document", "name"),
        _words("audience", "conditions", "fees", "risks"),
        _columns(TEXT, "owner"),
        _columns(DAY, "valid_until", null=True),
    )


def _business_tables() -> None:
    _records(
        "host_figures",
        ("branch", "cif", "as_of"),
        _columns(DAY, "as_of"),
        _columns(WHOLE, "loans", "guaranteed_loans", "monthly_repayment", "deposits", null=True),
        _columns(TEXT, "personal_guarantee", "collateral"),
    )
    _records(
        "other_bank_loan",
        ("branch", "cif", "bank", "as_of"),
        _columns(TEXT, "bank"),
        _columns(DAY, "as_of"),
        _columns(WHOLE, "balance_yen", null=True),
        _columns(sa.Float(), "rate_percent", null=True),
        _columns(TEXT, "guaranteed"),
    )
    _records(
        "deal",
        ("branch", "cif", "ref"),
        _columns(TEXT, "ref", "title", "purpose"),
        _columns(WHOLE, "amount_yen", null=True),
        _columns(TEXT, "stage"),
        _columns(DAY, "deadline", "opened", null=True),
        _columns(TEXT, "note"),
    )
    profit = ("sales", "operating_profit", "ordinary_profit", "net_profit", "taxes", "depreciation")
    balance = ("borrowings", "cash", "receivables", "inventories", "payables", "net_assets", "total_assets")
    _records(
        "financial_statement",
        ("branch", "cif", "period_end"),
        _columns(DAY, "period_end"),
        _columns(TEXT, "source"),
        _columns(WHOLE, *profit, *balance, "employees", null=True),
    )


def _passages_and_originals() -> None:
    op.create_table(
        "passage",
        *_columns(WHOLE, "document_id", "place"),
        *_columns(TEXT, "text"),
        *_columns(WHOLE, "page", null=True),
        *_columns(WHOLE, "begins", "ends"),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_passage")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_passage_document_id_document")),
    )
    op.create_table(
        "original",
        *_columns(TEXT, "sha256", "name"),
        *_columns(WHOLE, "size"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        *_columns(WHOLE, "seq"),
        *_columns(TEXT, "id", "branch", "cif", "kind"),
        *_columns(TEXT, "visit", null=True),
        *_columns(WHOLE, "revision"),
        *_columns(TEXT, "state", "created", "sha256", "content"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_draft")),
        sa.UniqueConstraint("id", name=op.f("uq_draft_id")),
    )
    op.create_index(op.f("ix_draft_branch_cif"), "draft", ["branch", "cif"])
    op.create_index(op.f("ix_draft_visit"), "draft", ["visit"])
    # a revision never changes: only the state that it has reached
    op.execute(
        "CREATE TRIGGER draft_keeps_its_content"
        " BEFORE UPDATE OF seq, id, branch, cif, kind, visit, revision, created, sha256, content ON draft"
        " BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END"
    )


def _audit() -> None:
    op.create_table(
        "audit",
        *_columns(WHOLE, "seq"),
        *_columns(TEXT, "time", "actor", "act", "object", "object_hash", "detail", "previous", "hash"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_refuses_{act.lower()} BEFORE {act} ON audit"
            " BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END"
        )
