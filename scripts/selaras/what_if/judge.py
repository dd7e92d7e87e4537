"""Judging the warehouse by another rule book: the project's own models, in a schema of its own.

The warehouse is attached read only. A model that rests on what the rule book changed is made anew
from the same SQL as dbt makes it; every other one is read where it stands.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from selaras.memory import memory_limit
from selaras.quoted import text
from selaras.rules.compiler import MODELS, SEEDS
from selaras.rules.sql.without_dbt import Renderer
from selaras.rules.write.seed_columns import TYPES

WAREHOUSE = "selaras"  # as dbt calls it, which the views in it say
SQL = Path(__file__).parent / "sql"
COMPARED = ("changed", "total", "by_group", "finding_changed")
VERDICTS, FINDINGS = "fct_eligibility", ("fct_finding", "gap")
SEED = "overlap_rule"
TABLES = """
    select schema_name, table_name from duckdb_tables() where database_name = $1
    union all
    select schema_name, view_name from duckdb_views() where database_name = $1 and not internal
"""
REF = re.compile(r"ref\(\s*['\"](\w+)['\"]")
JUDGED = re.compile(r"elig_\w+")


class Project:
    """The models of a project as text, those of another rule book in the place of its own."""

    def __init__(self, project: Path, files: dict[Path, str]) -> None:
        self.renderer = Renderer(project)
        self.texts = {
            path.stem: path.read_text(encoding="utf-8")
            for path in sorted((project / "models").rglob("*.sql"))
        }
        own = {
            path.stem: text
            for path, text in files.items()
            if path.parent == MODELS and path.suffix == ".sql"
        }
        self.changed = {name for name, text in own.items() if self.texts.get(name) != text}
        self.texts |= own
        self.seed = files[SEEDS / f"{SEED}.csv"]
        if (project / SEEDS / f"{SEED}.csv").read_text(encoding="utf-8") != self.seed:
            self.changed.add(SEED)

    @property
    def programmes(self) -> list[str]:
        """The programmes whose rule is another one."""
        judged = sorted(filter(JUDGED.fullmatch, self.changed))
        return [name.removeprefix("elig_") for name in judged]

    def made_anew(self, standing: set[str]) -> list[str]:
        """The models that rest on what changed and lead to verdicts or findings, in order.

        Findings rest on enrolments and on how benefits go together, not on verdicts. What is no
        table of the warehouse (`standing` are those that are) is made too where it is read.
        """
        verdicts = self._order({VERDICTS}, self.changed - {SEED}, standing)
        findings = self._order(set(FINDINGS), self.changed & {SEED}, standing)
        return [*verdicts, *(name for name in findings if name not in verdicts)]

    def _reads(self, name: str) -> set[str]:
        """The models that a model reads."""
        return set(REF.findall(self.texts.get(name, "")))

    def _order(self, targets: Iterable[str], changed: set[str], standing: set[str]) -> list[str]:
        """The models between what changed and some targets, each behind those it reads."""
        reads, next_ones = {}, set(targets)
        while next_ones:
            reads |= {name: self._reads(name) for name in next_ones}
            next_ones = {each for name in next_ones for each in reads[name]} - set(reads)
        rests = set(changed)
        while more := {name for name in reads if reads[name] & rests} - rests:
            rests |= more
        needed = rests & set(reads)
        while more := {
            each for name in needed for each in reads[name] if each not in {*standing, *needed}
        }:
            needed |= more
        order = TopologicalSorter({name: sorted(reads[name] & needed) for name in sorted(needed)})
        return [name for name in order.static_order() if name in self.texts]


@contextmanager
def results(place: Path, warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new database of results, with the warehouse attached; in its place once all is written."""
    with new_database(place) as connection:
        attach(connection, warehouse)
        yield connection


@contextmanager
def new_database(place: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new database, which is in its place once all is written."""
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_suffix(".partial")
    aside.unlink(missing_ok=True)
    settings = {"memory_limit": memory_limit(), "threads": "2"}
    try:
        with closing(duckdb.connect(str(aside), config=settings)) as connection:
            yield connection
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)


def attach(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Attach the warehouse read only, under its own name."""
    connection.execute(f"attach {text(database)} as {WAREHOUSE} (read_only)")


def search_path(connection: duckdb.DuckDBPyConnection, schema: str) -> str:
    """Where tables are looked for by their name alone: in a schema, then in the warehouse."""
    found = connection.execute(TABLES, [WAREHOUSE]).fetchall()
    own = connection.execute("select current_database()").fetchone()[0]
    schemas = sorted({each for each, _ in found})
    return ",".join([f"{own}.{schema}", *(f"{WAREHOUSE}.{name}" for name in schemas)])


def judge(connection: duckdb.DuckDBPyConnection, schema: str, project: Project) -> list[str]:
    """Make verdicts and findings by another rule book in a schema, and set them beside the old.

    Returns the models that were made anew.
    """
    connection.execute(f"create schema {schema}")
    standing = {name for _, name in connection.execute(TABLES, [WAREHOUSE]).fetchall()}
    connection.execute(f"set search_path = '{search_path(connection, schema)}'")
    if SEED in project.changed:
        _load_seed(connection, schema, project.seed)
    made = project.made_anew(standing)
    for name in made:
        query = project.renderer.render(project.texts[name])
        if name == VERDICTS:
            query = f"select * from ({query}) where programme_id in ({_listed(project)})"
        kind = "view" if name == VERDICTS else "table"  # read once, and not all of it
        connection.execute(f"create {kind} {schema}.{name} as {query}")
    changed = ", ".join(f"('{name}')" for name in project.programmes) or "(cast(null as varchar))"
    connection.execute(
        f"create table {schema}.changed_programme as"
        f" from (values {changed}) as named (programme_id) where programme_id is not null"
    )
    for name in COMPARED:
        query = (SQL / f"{name}.sql").read_text(encoding="utf-8")
        connection.execute(f"create table {schema}.{name} as {query}")
    connection.execute("reset search_path")
    return made


def _listed(project: Project) -> str:
    """The programmes whose verdicts may be others, as SQL."""
    return ", ".join(f"'{name}'" for name in project.programmes)


def _load_seed(connection: duckdb.DuckDBPyConnection, schema: str, compiled: str) -> None:
    """Make the table of overlap rules from what was compiled."""
    names, *cells = list(csv.reader(io.StringIO(compiled)))
    declared = ", ".join(f"{name} {TYPES.get(name, 'varchar')}" for name in names)
    connection.execute(f"create table {schema}.{SEED} ({declared})")
    marks = ", ".join("?" * len(names))
    rows = [[cell or None for cell in row] for row in cells]
    connection.executemany(f"insert into {schema}.{SEED} values ({marks})", rows)
