"""What published tables and columns are, in the words that dbt left in the warehouse."""

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.quoted import text
from selaras.warehouse import rows

FACTS = """
    select fact_id, min(title_id) as title_indonesian, min(title_en) as title_english
    from reference.fact
    group by fact_id
"""
WORDS = f"""
    select
        relation.schema_name || '.' || relation.name as table_name,
        relation.comment as table_says,
        columns.column_name,
        lower(columns.data_type) as data_type,
        columns.comment as says,
        fact.title_indonesian,
        fact.title_english

    from (
        select schema_name, table_name as name, comment from duckdb_tables()
        union all
        select schema_name, view_name, comment from duckdb_views()
    ) as relation
    inner join duckdb_columns() as columns
        on relation.schema_name = columns.schema_name and relation.name = columns.table_name
    left join ({FACTS}) as fact
        on columns.column_name = fact.fact_id
    where list_contains(?, relation.schema_name)
    order by relation.schema_name, relation.name, columns.column_index
"""
WORDS_FILE = "dictionary.csv"
DICTIONARY = (
    *("table_name", "table_says", "column_name", "data_type", "is_key", "code_list", "says"),
    *("title_indonesian", "title_english"),
)
_VERSION = re.compile(r"_v[0-9]+$")
_CODES = re.compile(r"\(dim_code: (\w+)\)")


@dataclass(frozen=True)
class ColumnWords:
    """One column; the titles are those of a fact of the vocabulary of this name, if there is one.

    `code_list` is the list of marts.dim_code that says what its codes mean, else empty.
    """

    name: str
    data_type: str
    is_key: bool
    says: str
    title_indonesian: str
    title_english: str

    @property
    def code_list(self) -> str:
        found = _CODES.search(self.says)
        return found[1] if found else ""


@dataclass(frozen=True)
class TableWords:
    """One table or view, such as marts.mart_finding, with its columns in their order."""

    name: str
    says: str
    columns: tuple[ColumnWords, ...]

    def comments(self, kind: str) -> list[str]:
        """The statements that write the words into a database; `kind` is table or view."""
        columns = [
            f"comment on column {self.name}.{each.name} is {text(each.says)}"
            for each in self.columns
        ]
        return [f"comment on {kind} {self.name} is {text(self.says)}", *columns]

    def metadata(self) -> str:
        """The words as DuckDB takes them for the key-value metadata of a Parquet file."""
        columns = json.dumps({each.name: each.says for each in self.columns}, ensure_ascii=False)
        key = ", ".join(each.name for each in self.columns if each.is_key)
        return (
            f"{{description: {text(self.says)}, key: {text(key)},"
            f" column_descriptions: {text(columns)}}}"
        )


def words(
    connection: duckdb.DuckDBPyConnection,
    schemas: tuple[str, ...],
    keys: dict[str, tuple[str, ...]],
) -> dict[str, TableWords]:
    """The words of every table of some schemas by its name; `keys` has its key columns."""
    found: dict[str, list[dict]] = {}
    for row in rows(connection, WORDS, [list(schemas)]):
        found.setdefault(str(row["table_name"]), []).append(row)
    return {
        name: TableWords(
            name,
            columns[0]["table_says"] or "",
            tuple(_column(each, keys) for each in columns),
        )
        for name, columns in found.items()
    }


def unversioned(name: str) -> str:
    """The name of a table without its version."""
    return _VERSION.sub("", name)


def _column(row: dict, keys: dict[str, tuple[str, ...]]) -> ColumnWords:
    """One column of the answer to WORDS."""
    key = keys.get(unversioned(row["table_name"]).partition(".")[2], ())
    return ColumnWords(
        row["column_name"],
        row["data_type"],
        row["column_name"] in key,
        *(row[name] or "" for name in ("says", "title_indonesian", "title_english")),
    )


def write_dictionary(path: Path, tables: dict[str, TableWords]) -> None:
    """Write all words as CSV, one line per column of a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(DICTIONARY)
        for table in tables.values():
            for each in table.columns:
                shown = (each.name, each.data_type, str(each.is_key).lower(), each.code_list)
                titles = (each.title_indonesian, each.title_english)
                writer.writerow((table.name, table.says, *shown, each.says, *titles))


def read_dictionary(path: Path) -> dict[str, TableWords]:
    """The words of every table by its name, as `write_dictionary` wrote them."""
    found: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["table_name"], []).append(row)
    return {
        name: TableWords(
            name,
            columns[0]["table_says"],
            tuple(
                ColumnWords(
                    each["column_name"],
                    each["data_type"],
                    each["is_key"] == "true",
                    *(each[word] for word in ("says", "title_indonesian", "title_english")),
                )
                for each in columns
            ),
        )
        for name, columns in found.items()
    }
