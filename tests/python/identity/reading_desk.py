"""The macros that read numbers, names and dates, as queries over a few rows."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from selaras.rules.sql.without_dbt import Renderer

COLUMNS = {
    "nik": "varchar",
    "no_kk": "varchar",
    "full_name": "varchar",
    "written_date": "varchar",
    "birth_date": "date",
    "number_cells": "varchar",
    "zeroed_columns": "varchar",
    "batch_date": "date",
}
IDENTIFY = "{{ identify('landed', nik='nik', no_kk='no_kk', birth_date='birth_date') }}"
READ_NAME = "select position, {{ normalise_name(tidy_name('full_name')) }} as found from landed"
READ_DATE = "select position, {{ parse_birth_date('written_date') }} as found from landed"
Ask = Callable[[Sequence[dict]], list[dict]]


class Desk:
    """Queries written once; each question is a few rows and their answers, in order."""

    def __init__(self, project: Path) -> None:
        self.db = duckdb.connect(config={"threads": 1})
        self.renderer = Renderer(project)
        names = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        self.db.execute(f"create table landed (position integer, {names})")
        self.db.execute(
            "create table province_code as select * from read_csv(?, all_varchar = true)",
            [str(project / "seeds/province_code.csv")],
        )

    def ask(self, sql: str) -> Ask:
        """A function from rows to the answers of a query over them."""
        lists = ", ".join(
            ["unnest(?::integer[])", *(f"unnest(?::{k}[])" for k in COLUMNS.values())]
        )
        query = f"select * from ({self.renderer.render(sql)}) order by position"

        def answer(rows: Sequence[dict]) -> list[dict]:
            columns = [[*range(len(rows))], *([row.get(name) for row in rows] for name in COLUMNS)]
            self.db.execute("truncate landed")
            self.db.execute(f"insert into landed select {lists}", columns)
            found = self.db.execute(query)
            names = [column[0] for column in found.description]
            return [dict(zip(names, each, strict=True)) for each in found.fetchall()]

        return answer
