"""A way to run what the rule book compiles to, without dbt."""

from datetime import date
from pathlib import Path

import duckdb
import yaml

from selaras.rules.compiler import compile_rules
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT

SQL_TYPES = {"boolean": "boolean", "integer": "integer", "text": "varchar", "date": "date"}
TODAY = date(2025, 10, 24)


class Warehouse:
    """The inputs of eligibility models in memory, typed as the vocabulary says."""

    def __init__(self, project: Path) -> None:
        self.files = compile_rules(project)
        self.renderer = Renderer(PROJECT)
        self.db = duckdb.connect()
        words = yaml.safe_load((project / "rules/vocabulary.yml").read_text(encoding="utf-8"))
        self.facts = {unit: dict(words[unit]) for unit in ("person", "household")}
        for unit, facts in self.facts.items():
            columns = ["person_id varchar"] if unit == "person" else []
            columns += ["household_id varchar", "as_of_date date"]
            columns += [f"{name} {self.type_of(each)}" for name, each in facts.items()]
            self.db.execute(f"create table dim_{unit} ({', '.join(columns)})")
        self.db.execute(
            "create table fct_enrolment (programme_id varchar, person_id varchar,"
            " household_id varchar, status varchar)"
        )
        self.db.execute(
            "create table objection_in_force (objection_id varchar, person_id varchar,"
            " household_id varchar, programme_id varchar, criterion_id varchar)"
        )

    @staticmethod
    def type_of(entry: dict) -> str:
        """The column type of a fact; rupiah need 64 bits."""
        return "bigint" if entry.get("unit") == "rupiah" else SQL_TYPES[entry["type"]]

    def add(self, table: str, **values: object) -> None:
        """Put one row into a table."""
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self.db.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))

    def person(self, name: str = "p1", day: date = TODAY, **facts: object) -> None:
        """Put a person in family h1."""
        self.add("dim_person", person_id=name, household_id="h1", as_of_date=day, **facts)

    def household(self, name: str = "h1", day: date = TODAY, **facts: object) -> None:
        """Put a household."""
        self.add("dim_household", household_id=name, as_of_date=day, **facts)

    def sql(self, programme: str) -> str:
        """The compiled model as a query over the tables of this warehouse."""
        return self.text(f"elig_{programme}")

    def text(self, model: str) -> str:
        """A generated model as a query over the tables of this warehouse."""
        return self.renderer.render(self.files[Path(f"models/eligibility/{model}.sql")])

    def judge(self, programme: str) -> list[dict]:
        """The rows of a compiled model, by person and household."""
        order = "order by person_id, household_id"
        found = self.db.execute(f"select * from ({self.sql(programme)}) {order}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
