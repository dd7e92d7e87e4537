"""A published table as statements for PostgreSQL: keys, ties, indexes, who may see which rows."""

import duckdb
import sqlglot
from sqlglot import exp

from selaras.publish.tables import SCHEMAS
from selaras.publish.words import TableWords

ROLES = ("selaras_analyst", "selaras_regional", "selaras_public")
ANALYST, REGIONAL, PUBLIC = ROLES
DIMENSIONS = {
    "region_key": "marts.dim_region",
    "decile_key": "marts.dim_decile",
    "programme_id": "marts.dim_programme",
    "agency_id": "marts.dim_agency",
}
# Ids of no person, family, row or letter. A table with any other and no region is about somebody
# of anywhere, so that an id nobody thought of here keeps a table from the regional role.
OF_NOBODY = {
    *("programme_id", "other_programme_id", "keep_programme_id", "expected_programme_id"),
    *("agency_id", "rule_id", "criterion_id", "parameter_id", "metric_id", "measure_id"),
    *("draw_id", "subject_id", "label_id", "title_id", "says_id"),
}
SEARCHED = (*DIMENSIONS, "household_id", "person_id")
VIEWS = """
    select schema_name || '.' || view_name, sql
    from duckdb_views()
    where not internal
    order by all
"""
# Which regions a login sees is kept beside the publications: whole codes, or how they begin.
STANDING = (
    "create schema if not exists selaras",
    "create table if not exists selaras.login_region ("
    "login name not null, region text not null, primary key (login, region))",
    "create or replace view selaras.my_region as"
    " select region from selaras.login_region where login = current_user",
    f"grant usage on schema selaras to {REGIONAL}",
    f"grant select on selaras.my_region to {REGIONAL}",
)


def shape(
    source: duckdb.DuckDBPyConnection, tables: dict[str, TableWords], views: dict[str, str]
) -> list[str]:
    """All statements that make the schemas of a published file and their tables, with no row.

    `views` has the statements of those tables that are views.
    """
    stored = [table for name, table in tables.items() if name not in views]
    made_of = [*STANDING]
    for schema in SCHEMAS:
        made_of += [f"create schema {schema}", _opened(schema)]
    for table in stored:
        made_of += [_made(table), _key(table, _is_whole(source, table))]
    for table in stored:
        made_of += _ties(table)
    made_of += views.values()
    for name, table in tables.items():
        made_of += table.comments("view" if name in views else "table")
        made_of += _rights(table, name in views)
    return made_of


def _opened(schema: str) -> str:
    """The statement that lets the roles into a schema that was just made."""
    roles = (ANALYST, REGIONAL) if schema == "marts" else ROLES
    return f"grant usage on schema {schema} to {', '.join(roles)}"


def _made(table: TableWords) -> str:
    """The statement that makes an empty table."""
    columns = [
        f"{each.name} {exp.DataType.build(each.data_type, 'duckdb').sql('postgres')}"
        for each in table.columns
    ]
    return f"create table {table.name} ({', '.join(columns)})"


def views(source: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The statements that make the views of a published file; rows stay hidden behind them too."""
    return {name: _invoked(sql) for name, sql in source.execute(VIEWS).fetchall()}


def _invoked(view: str) -> str:
    """A view of DuckDB as one of PostgreSQL that reads with the rights of whoever asks."""
    select = sqlglot.parse_one(view, read="duckdb")
    name = select.this.sql("postgres")
    return f"create view {name} with (security_invoker) as {select.expression.sql('postgres')}"


def _key(table: TableWords, is_whole: bool) -> str:
    """The statement that holds a table to its key; `is_whole` where no part of it is null."""
    kind = "primary key" if is_whole else "unique nulls not distinct"
    return f"alter table {table.name} add {kind} ({', '.join(_key_columns(table))})"


def _key_columns(table: TableWords) -> list[str]:
    """The columns that name one row."""
    return [each.name for each in table.columns if each.is_key]


def _is_whole(source: duckdb.DuckDBPyConnection, table: TableWords) -> bool:
    """Whether no part of the key of a table is null."""
    missing = " or ".join(f"{name} is null" for name in _key_columns(table))
    return source.execute(f"select 1 from {table.name} where {missing} limit 1").fetchone() is None


def _ties(table: TableWords) -> list[str]:
    """The statements that tie a mart to its dimensions and let its rows be found quickly."""
    names = {each.name for each in table.columns}
    first = _key_columns(table)[0]
    return [
        *(
            f"alter table {table.name} add foreign key ({name}) references {dimension}"
            for name, dimension in DIMENSIONS.items()
            if name in names and table.name != dimension and table.name.startswith("marts.")
        ),
        *(
            f"create index on {table.name} ({name})"
            for name in SEARCHED
            if name in names and name != first
        ),
    ]


def _rights(table: TableWords, is_view: bool) -> list[str]:
    """The statements that say who may read a table, and which of its rows.

    Open data is for all three roles. Of marts, analysts read everything, and the regional role the
    rows of its regions, and every table that is about nobody.
    """
    if not table.name.startswith("marts."):
        return [f"grant select on {table.name} to {', '.join(ROLES)}"]
    names = [each.name for each in table.columns]
    regions = [name for name in ("region_key", "region_code") if name in names]
    is_local = bool(regions) and not table.name.startswith("marts.dim_")
    granted = [f"grant select on {table.name} to {ANALYST}"]
    ids = {name for name in names if name.endswith("_id")}
    if is_local or ids <= OF_NOBODY:
        granted.append(f"grant select on {table.name} to {REGIONAL}")
    if is_local and not is_view:
        granted += [
            f"alter table {table.name} enable row level security",
            f"create policy everywhere on {table.name} for select to {ANALYST} using (true)",
            f"create policy own_region on {table.name} for select to {REGIONAL} using (exists ("
            f"select from selaras.my_region where starts_with({regions[0]}, region)))",
        ]
    return granted
