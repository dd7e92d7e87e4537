"""What no step can leave out: reading the files once, writing its tables once, joining once.

python benchmarks/path/floors.py csv INBOX OUT | write DATABASE OUT TABLE... | join DATABASE NAME
prints the processor seconds.
"""

import resource
import sys
from pathlib import Path

import duckdb

from selaras.lists import Layout, layouts
from selaras.memory import memory_limit

# The largest join of a room by a key that its rows share, done once.
JOINS = {
    "identity": """
        select count(*), max(resident.full_name)
        from staging.stg_bps__dtsen_member as member
        inner join staging.stg_dukcapil__resident as resident using (nik)
    """,
    "conformed": """
        select count(*), max(person.full_name), max(household.region_code)
        from conformed.dim_person as person
        inner join conformed.dim_household as household using (household_id)
    """,
    "eligibility": """
        select count(*), max(verdict.verdict), max(household.region_code)
        from eligibility.fct_eligibility as verdict
        inner join conformed.dim_household as household using (household_id)
    """,
    "overlap": """
        select count(*), max(other.component)
        from conformed.fct_enrolment as enrolment
        inner join conformed.fct_enrolment as other using (household_id)
    """,
}
JOINS["marts"] = JOINS["eligibility"]


def csv(inbox: Path, out: Path) -> None:
    """Read every delimited file once, as text, and write it as Parquet once."""
    out.mkdir(parents=True, exist_ok=True)
    with _database() as database:
        for path in sorted(inbox.glob("20*/*.csv")):
            layout = next((each for each in layouts() if each.match(path.name)), None)
            if layout:
                database.execute(
                    f"copy (from {_reader(path, layout)}) to '{out / 'bare.parquet'}'"
                    " (format parquet, compression zstd)"
                )


def _reader(path: Path, layout: Layout) -> str:
    """DuckDB's reader of one file; quotes are letters to it, since some files have one too many."""
    with path.open("rb") as file:
        width = file.readline().count(layout.delimiter.encode()) + 1
    columns = ", ".join(f"'f{at}': 'varchar'" for at in range(width))
    encoding = "utf-8" if layout.encoding == "utf-8" else "latin-1"
    return (
        f"read_csv('{path}', auto_detect = false, header = true, delim = '{layout.delimiter}',"
        " quote = '', escape = '', nullstr = '', ignore_errors = true,"
        f" encoding = '{encoding}', columns = {{{columns}}})"
    )


def write(database_path: Path, out: Path, *tables: str) -> None:
    """Write tables once, as they are."""
    out.unlink(missing_ok=True)
    with _database() as database:
        database.execute("set disabled_compression_methods = 'fsst'")
        database.execute(f"attach '{database_path}' as built (read_only)")
        database.execute(f"attach '{out}' as copied (storage_version 'v1.5.0')")
        for number, table in enumerate(tables):
            database.execute(f"create table copied.t{number} as from built.{table}")
        database.execute("checkpoint copied")
    out.unlink(missing_ok=True)


def join(database_path: Path, name: str) -> None:
    """Join once."""
    with duckdb.connect(str(database_path), read_only=True) as database:  # views name their file
        _settle(database)
        database.execute(JOINS[name]).fetchall()


def _database() -> duckdb.DuckDBPyConnection:
    """A database of its own with the settings of a run."""
    database = duckdb.connect()
    _settle(database)
    return database


def _settle(database: duckdb.DuckDBPyConnection) -> None:
    """Give a database the settings of a run."""
    database.execute(f"set memory_limit = '{memory_limit()}'")
    database.execute("set preserve_insertion_order = false")


def _processor() -> float:
    """User and system seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    kind, place, *more = sys.argv[1:]
    before = _processor()
    if kind == "csv":
        csv(Path(place), Path(more[0]))
    elif kind == "write":
        write(Path(place), Path(more[0]), *more[1:])
    else:
        join(Path(place), more[0])
    print(_processor() - before)
