"""Nothing that leaves the wall names a person."""

import duckdb

# A 16-digit number that is not a piece of a longer number or of a hexadecimal pseudonym.
NUMBER = "(^|[^0-9a-f])[0-9]{16}($|[^0-9a-f])"
NOTHING = "select null as subject, null as observed, null as expected where false"


def numbers(connection: duckdb.DuckDBPyConnection) -> str:
    """Look for 16-digit numbers in every column of marts and open data."""
    looked = [
        f"""
        select
            '{table}.{column}' as subject,
            count(*) || ' values with 16 digits' as observed,
            'none' as expected

        from {_values(table, column)}
        where regexp_matches(cast({column} as varchar), '{NUMBER}')
        having count(*) > 0
        """
        for table, column, kind in _columns(connection)
        if kind not in ("BOOLEAN", "DATE", "DOUBLE", "FLOAT")
    ]
    return " union all ".join(looked) or NOTHING


def names(connection: duckdb.DuckDBPyConnection) -> str:
    """Look for the names of people; names that are a place as well cannot be told apart."""
    pieces = " union all ".join(
        f"""
        select distinct
            '{table}.{column}' as subject,
            upper(trim(unnest(regexp_split_to_array({column}, '[^A-Za-z .'']+')))) as piece

        from {_values(table, column)}
        """
        for table, column, kind in _columns(connection)
        if kind == "VARCHAR" and not column.endswith("_id")
    )
    if not pieces:
        return NOTHING
    return f"""
        with

        piece as (

            {pieces}

        ),

        named as (

            select distinct upper(full_name) as full_name from conformed.dim_person
            where full_name like '% %'

        )

        select
            piece.subject,
            count(*) || ' names' as observed,
            'none' as expected

        from piece
        inner join named
            on piece.piece = named.full_name
        where
            not exists (
                select 1 from conformed.dim_region as region
                where upper(columns('.*_name')::varchar) = piece.piece
            )
        group by piece.subject
    """


def _values(table: str, column: str) -> str:
    """What is looked at: a column of ids as it is, of another its values, each once."""
    return table if column.endswith("_id") else f"(select distinct {column} from {table})"


def _columns(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """Table, column and type of everything that gets published."""
    return connection.execute(
        """
        select schema_name || '.' || table_name, column_name, data_type
        from duckdb_columns()
        where schema_name in ('marts', 'open_data')
        order by all
        """
    ).fetchall()
