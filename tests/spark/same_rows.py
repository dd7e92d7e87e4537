"""Whether a table of Spark has the rows that DuckDB's has."""

import re

import duckdb

Columns = dict[str, str]


def columns_of(warehouse: duckdb.DuckDBPyConnection, schema: str, table: str) -> Columns:
    """The columns of a table of DuckDB with their types; whole numbers fit into 64 bits."""
    told = warehouse.execute(f'describe "{schema}"."{table}"').fetchall()
    return {name: {"HUGEINT": "BIGINT"}.get(kind, kind) for name, kind, *_ in told}


def differences(
    warehouse: duckdb.DuckDBPyConnection, columns: Columns, ours: str, theirs: str
) -> str:
    """How many rows only one of two relations has, and in which columns; empty where they agree."""
    said, expected = (
        f"select {', '.join(_comparable(*each) for each in columns.items())} from {relation}"
        for relation in (ours, theirs)
    )
    said_rows = f"({said} except all {expected})"
    expected_rows = f"({expected} except all {said})"
    only, missing = (
        warehouse.execute(f"select count(*) from {rows}").fetchone()[0]
        for rows in (said_rows, expected_rows)
    )
    if not only and not missing:
        return ""
    odd = [name for name in columns if _is_odd(warehouse, name, said, expected)]
    return f"{only} rows of Spark's and {missing} of DuckDB's, in {', '.join(odd)}"


def _is_odd(warehouse: duckdb.DuckDBPyConnection, name: str, said: str, expected: str) -> bool:
    """Whether a column alone holds other values."""
    one, other = (f'select "{name}" from ({each})' for each in (said, expected))
    return bool(warehouse.execute(f"({one} except all {other}) limit 1").fetchall())


def _comparable(name: str, kind: str) -> str:
    """A column in DuckDB's type; what holds others, as a text."""
    text = "::varchar" if re.search(r"MAP|STRUCT|\[", kind) else ""
    return f'cast("{name}" as {kind}){text} as "{name}"'
