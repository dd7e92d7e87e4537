"""The truth beside a sample: who stands in which line, what was planted, what must come out."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from selaras.lists import Layout
from selaras.sample.city import SQL, copy_to, run, set_variables

_TEXT = "format csv, header"
_SERIALS = ("no", "no_urut")
_REGISTERS = ("bps", "dukcapil")
ROLES = {"dtsen_family": "family", "pkh": "member"}  # whom a row is for, if not a recipient


def open_truth(city: duckdb.DuckDBPyConnection) -> None:
    """The tables that collect the truth while drops are written."""
    city.execute(
        """
        create temp table file_plan (
            file varchar, first_row bigint, header_line bigint, repeat_after bigint
        );
        create temp table damage (
            source varchar, table_name varchar, batch_date date, file varchar, line bigint,
            damage varchar
        );
        create temp table disbursed (file varchar, amount hugeint, double_amount hugeint);
        create temp table change (
            source varchar, table_name varchar, batch_date date, change_kind varchar,
            nik varchar, no_kk varchar, corruption_before varchar, corruption_after varchar,
            snapshot varchar, key bigint, copy integer
        )
        """
    )


def note_plan(city: duckdb.DuckDBPyConnection) -> None:
    """Begin the notes on the files of a table."""
    city.execute("delete from file_plan")


def note_damage(
    city: duckdb.DuckDBPyConnection,
    file: str,
    first_row: int,
    header_line: int,
    repeat_after: int,
    marks: Iterable[tuple[int, str]],
) -> None:
    """Note where the rows of a file stand and what befell its lines."""
    city.execute(
        "insert into file_plan (file, first_row, header_line, repeat_after) values (?, ?, ?, ?)",
        [file, first_row, header_line, repeat_after],
    )
    for line, kind in marks:
        city.execute(
            "insert into damage (source, table_name, batch_date, file, line, damage)"
            " values (getvariable('source'), getvariable('table_name'),"
            " getvariable('drop_date'), ?, ?, ?)",
            [file, line, kind],
        )


def write_table_truth(
    city: duckdb.DuckDBPyConnection, folder: Path, day: date, layout: Layout, role: str
) -> None:
    """Write the truth of the rows of a table, and compare them with the drop before."""
    set_variables(city, role=role)
    run(city, SQL / "truth/row.sql")
    rows = "from truth_row"
    if layout.table == "pkh":
        run(city, SQL / "truth/manager.sql")
        rows = "(from truth_row) union all by name (from truth_manager)"
    copy_to(city, rows, folder / f"row/{day}/{layout.identifier}.parquet")
    if layout.table in ("pkh", "sembako", "blts"):
        _note_payments(city)
    _note_changes(city, layout)


def _note_payments(city: duckdb.DuckDBPyConnection) -> None:
    """Keep what the payment lists of this drop say was paid; a newer list replaces an older."""
    city.execute(
        """
        delete from disbursed where file in (select file from file_plan);
        insert into disbursed
        select
            file,
            coalesce(sum(amount), 0),
            coalesce(sum(amount) filter (where copy = 2), 0)
        from page where status_salur = 'BERHASIL' group by file
        """
    )


def _note_changes(city: duckdb.DuckDBPyConnection, layout: Layout) -> None:
    """Note what changed in a table since the drop before.

    Registers are compared by the facts behind their text, which is much cheaper.
    """
    names = [column.name for column in layout.columns if column.name not in _SERIALS]
    content = "content" if layout.source in _REGISTERS else f"hash({', '.join(names)})"
    seen = f"seen_{layout.identifier}"
    city.execute(
        "create or replace temp table after as select snapshot, key, copy, true_nik, true_no_kk,"
        f" faults, {content} as content from page"
    )
    known = city.execute(
        "select count(*) from duckdb_tables() where table_name = ?", [seen]
    ).fetchone()
    if known and known[0]:
        city.execute(f"create or replace temp view before as select * from {seen}")
        run(city, SQL / "truth/change.sql")
        city.execute(f"drop view before; drop table {seen}")
    city.execute(f"alter table after rename to {seen}")


def write_truth(city: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write what was planted, what changed, and the headline of the last drop."""
    run(city, SQL / "truth/headline.sql")
    run(city, SQL / "truth/overlap.sql")
    copy_to(city, "select * from headline", folder / "headline.csv", _TEXT)
    copy_to(city, "select * from overlap", folder / "overlap.csv", _TEXT)
    copy_to(city, "select * from damage", folder / "damage.csv", _TEXT)
    copy_to(
        city,
        "select * exclude (key, copy) from change"
        " order by batch_date, source, table_name, snapshot, key, copy",
        folder / "change.csv",
        _TEXT,
    )
    copy_to(
        city,
        "select enrolment.programme, enrolment.component, enrolment.class,"
        " digits(person.nik) as nik, digits(card.no_kk) as no_kk, enrolment.starts_on,"
        " enrolment.ends_on, enrolment.amount from enrolment"
        " inner join card on enrolment.family_no = card.family_no"
        " left join person on enrolment.person_no = person.person_no"
        " order by enrolment.programme, enrolment.family_no, enrolment.person_no",
        folder / "enrolment.parquet",
    )
