"""Judging people and families as if some of what is not known of them were answered.

A world is one person or family with some answers. The compiled model of the programme judges all
worlds at once: it reads the same rows as ever, under the ids of the worlds, with the answers in the
place of what is missing.
"""

from pathlib import Path

import duckdb

from selaras.ask.answers import MEMBER, Answers
from selaras.rules.check.book import CheckedRule
from selaras.rules.compiler import MODELS
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.sql.without_dbt import Renderer
from selaras.rules.trial.input_tables import TYPES
from selaras.what_if.judge import search_path

SCHEMA = "asked"
WORLD = """
    create or replace table world (
        world_id varchar, household_id varchar, person_id varchar, given map(varchar, varchar)
    )
"""
TABLES = {
    "dim_person": "selaras.conformed.dim_person",
    "dim_household": "selaras.conformed.dim_household",
    "fct_enrolment": "selaras.conformed.fct_enrolment",
    "objection_in_force": "selaras.identity.objection_in_force",
}
LISTS = {
    "fct_enrolment": "programme_id, status",
    "objection_in_force": "programme_id, objection_id, criterion_id",
}


class Worlds:
    """A database with the warehouse attached, in which worlds are judged by one programme."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, project: Path, words: VocabularyBook
    ) -> None:
        self.db, self.words, self._project = connection, words, project
        self._renderer = Renderer(project)
        self.db.execute(f"create schema {SCHEMA}")
        self._path = search_path(self.db, SCHEMA)
        self.db.execute(WORLD)

    def judge(self, checked: CheckedRule, answers: Answers) -> None:
        """Judge all rows of `world`; `outcome` has the verdict on each, `outside` if none is."""
        name, unit = f"elig_{checked.programme}", checked.rule.unit
        for table, query in self._inputs(checked, answers).items():
            self.db.execute(f"create or replace table {SCHEMA}.{table} as {query}")
        text = (self._project / MODELS / f"{name}.sql").read_text(encoding="utf-8")
        self.db.execute(f"set search_path = '{self._path}'")
        judged = self._renderer.render(text)
        self.db.execute(f"create or replace table {SCHEMA}.judged as {judged}")
        self.db.execute("reset search_path")
        self.db.execute(
            f"""
            create or replace table outcome as
            select world.world_id, coalesce(judged.verdict, 'outside') as verdict
            from world
            left join {SCHEMA}.judged as judged on world.world_id = judged.{unit}_id
            """
        )

    def _inputs(self, checked: CheckedRule, answers: Answers) -> dict[str, str]:
        """The tables that the model reads, with the worlds in them."""
        is_person = checked.rule.unit == "person"
        person = "world.world_id" if is_person else "world.world_id || '/' || them.person_id"
        met = "world.person_id" if is_person else "them.person_id"
        homes, people = self._answered(is_person, answers)
        found = {
            "dim_household": f"""
                select them.* replace ({", ".join(["world.world_id as household_id", *homes])})
                from world
                inner join {TABLES["dim_household"]} as them using (household_id)
            """,
            "dim_person": f"""
                select them.* replace (
                    {", ".join([f"{person} as person_id", "world.world_id as household_id"])}
                    {"".join(f", {each}" for each in people)}
                )
                from world
                inner join {TABLES["dim_person"]} as them
                    on world.household_id = them.household_id and {met} = them.person_id
            """,
        }
        key = "person_id" if is_person else "household_id"
        for table, columns in LISTS.items():
            found[table] = f"""
                select {columns}, world.world_id as {key}
                from world
                inner join {TABLES[table]} as them using ({key})
                where them.programme_id = '{checked.programme}'
            """
        return found

    def _answered(self, is_person: bool, answers: Answers) -> tuple[list[str], list[str]]:
        """Each fact of families, and of people, with the answer where it is not known."""
        homes, people = [], []
        for label in answers:
            scope, _, name = label.rpartition(".")
            of_person = label.startswith(MEMBER) or (is_person and scope == "")
            words = self.words.person if of_person else self.words.household
            key = f"'{label}'" if not label.startswith(MEMBER) else f"'{label}#' || them.person_id"
            given = f"cast(map_extract_value(world.given, {key}) as {TYPES[words[name].type]})"
            column = f"coalesce(them.{name}, {given}) as {name}"
            (people if of_person else homes).append(column)
        return homes, people
