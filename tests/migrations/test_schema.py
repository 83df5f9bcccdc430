"""The migrations lead to the rows, no more and no less, and go with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.fakes.vault import KEY

from bankrm.adapters.store.connection import StoreFile, store_engine
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.schema import PACKAGED, is_ours
from bankrm.domain.business import Account, HostItem


def test_a_migrated_store_has_exactly_the_tables_of_the_rows(home: Path) -> None:
    engine = store_engine(StoreFile(home / "store.db", KEY))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "include_name": is_ours}
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_table_that_nobody_migrated_would_be_seen(home: Path) -> None:
    engine = store_engine(StoreFile(home / "store.db", KEY))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_visit_day")
        connection.exec_driver_sql("ALTER TABLE client DROP COLUMN business")
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert len(compare_metadata(context, METADATA)) == 2
    engine.dispose()


def test_the_programs_version_is_the_newest_migration_and_versions_only_rise() -> None:
    config = Config()
    config.set_main_option("script_location", str(PACKAGED.location))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [PACKAGED.head]
    versions = [script.revision for script in scripts.walk_revisions()]
    assert versions == sorted(versions, reverse=True)
    assert all(len(version) == 4 and version.isdigit() for version in versions)


def test_the_migrations_lie_in_the_package() -> None:
    folder = files("bankrm.adapters.store") / "migrations"
    assert Path(str(folder)) == PACKAGED.location
    assert (folder / "env.py").is_file()
    assert (folder / "versions" / "v0001_first_store.py").is_file()


def test_every_host_value_and_every_account_has_its_column() -> None:
    assert {item.value for item in HostItem} <= set(METADATA.tables["host_figures"].c.keys())
    assert {account.value for account in Account} <= set(METADATA.tables["financial_statement"].c.keys())


def test_every_constraint_has_a_name_that_batch_migrations_can_use() -> None:
    for table in METADATA.sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name
