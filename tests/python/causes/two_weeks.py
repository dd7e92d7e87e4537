"""Two weeks of a few people in memory: what is known in each, and why verdicts differ.

The models are those of the project, rendered without dbt; what stands before them is put in by
hand.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import yaml

from selaras.rules.check.whole_book import read_book
from selaras.rules.compiler import compile_rules
from selaras.rules.read.problems import Problems
from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT

TYPES = {"boolean": "boolean", "integer": "bigint", "text": "varchar", "date": "date"}
CHAIN = (
    *(
        "last_week",
        "renewed_card",
        "rule_digest",
        "changed_verdict",
        "person_state",
        "household_state",
    ),
    *("asked_person", "asked_household", "changed_standing", "differing_fact"),
    *(
        "changed_fact",
        "telling_field",
        "newly_changed",
        "changed_whom",
        "renewed_row",
        "recent_change",
    ),
    *(
        "new_list",
        "match_change",
        "fact_place",
        "moved_lookup",
        "fact_lookup",
        "reattached",
        "fact_row",
    ),
    *("fact_cause", "rule_change", "rule_step", "fact_switch", "scenario", "was_person"),
    *("was_household", "was_enrolment", "was_objection"),
)
AFTER = ("verdict_step", "rule_cause", "fact_step", "kept/week_verdict_cause")
FINDINGS = (
    "last_week",
    "renewed_card",
    "rule_change",
    "telling_field",
    "newly_changed",
    "changed_whom",
)
FINDINGS += ("renewed_row", "recent_change", "new_list", "match_change", "fact_place")
FINDINGS += ("changed_finding", "finding_side", "finding_standing", "finding_fact")
FINDINGS += ("finding_input", "finding_lookup", "finding_row", "finding_found", "finding_cause")
FINDINGS += ("kept/week_finding_cause",)
FINDING = "finding_id, rule_id, kind, scope, person_id, household_id, programme_id"
FINDING += ", other_programme_id, review_agency, match_method, monthly_amount_at_stake bigint"
FAMILIES = (
    "last_week",
    "renewed_card",
    "changed_person",
    "changed_listing",
    "kept/week_family_change",
)
WEEK = ("week_verdict", "week_person_fact", "week_household_fact", "week_objection", "week_rule")
EMPTY = {
    "row_change": "source_row_id, previous_row_id, source, table_name, file_id, change_kind",
    "changed_identity": "source_row_id, person_id, household_id",
    "changed_field": "source_row_id, field",
    "changed_subject": "source_row_id, is_in_force boolean, nik, no_kk, programme_id",
    "known_number": "nik, person_id",
    "family_card": "no_kk, household_id",
    "compared_file": "file_id, batch_date date",
    "snapshot_file": "source, table_name, snapshot_key, batch_date date, is_in_force boolean",
    "list_in_force": "source, table_name, snapshot_key, starts_on date",
    "fct_enrolment": "programme_id, person_id, household_id, status",
    "objection_in_force": "objection_id, programme_id, person_id, household_id, criterion_id",
    "as_of": "as_of_date date",
    "identity_change": "change_kind, person_id, household_id, previous_household_id,"
    " batch_date date",
    **dict.fromkeys(
        ("week_enrolment", "past_week_enrolment"),
        "programme_id, component, family_key, person_id, household_id, starts_on date,"
        " monthly_amount bigint, as_of_date date",
    ),
    **dict.fromkeys(
        ("week_match", "past_week_match"),
        "candidate_id, source, table_name, source_row_id, person_id, household_id,"
        " match_method, score double, as_of_date date",
    ),
    "week_finding": f"{FINDING}, as_of_date date",
    "past_week_finding": f"{FINDING}, as_of_date date",
    "pseudonym_key": "pseudonym_key",
}
DATED = ("valid_from", "valid_to", "review_by")


@cache
def our_book() -> dict[Path, str]:
    """What the rule book of the project compiles to."""
    return compile_rules(PROJECT)


class TwoWeeks:
    """Facts as they are now; `week` judges them and keeps what it found, as a week does."""

    def __init__(self) -> None:
        self.db = duckdb.connect(config={"threads": 1})
        self._renderer = Renderer(PROJECT)
        variables = yaml.safe_load((PROJECT / "dbt_project.yml").read_text("utf-8"))["vars"]
        self._renderer._environment.globals |= {
            "config": lambda **_: "",
            "source": lambda name, table: f"past_{table}" if name == "past" else table,
            "var": variables.get,
        }
        book = read_book(PROJECT, Problems())
        assert book is not None
        self.facts = {"person": book.vocabulary.person, "household": book.vocabulary.household}
        for table, columns in EMPTY.items():
            typed = [f"{each} varchar" if " " not in each.strip() else each
                     for each in columns.split(",")]  # fmt: skip
            self.db.execute(f"create table {table} ({', '.join(typed)})")
        self.db.execute("insert into pseudonym_key values ('key')")
        for unit, ids in (("person", "person_id, household_id"), ("household", "household_id")):
            columns = [f"{name} varchar" for name in ids.split(", ")]
            columns += [f"{name} {TYPES[each.type]}" for name, each in self.facts[unit].items()]
            columns += ["member_print varchar" if unit == "person" else "family_print varchar"]
            self.db.execute(f"create table dim_{unit} ({', '.join(columns)}, as_of_date date)")
        self._seed("fact_source", PROJECT / "seeds/fact_source.csv")
        self.book(our_book())

    def book(self, files: dict[Path, str]) -> None:
        """Judge by the rule book of some generated files from now on."""
        self._files = files
        for path in files:
            if path.match("seeds/generated/*.csv"):
                self._seed(path.stem, path, files[path])
        for path, text in files.items():
            if path.match("models/eligibility/elig_*.sql"):
                self._make("view", path.stem, text)
        self._make("view", "fct_eligibility", files[Path("models/eligibility/fct_eligibility.sql")])

    def forget(self) -> None:
        """Nobody is known, no week was judged, and the rule book is that of the project."""
        for table in ("dim_person", "dim_household", *EMPTY):
            if table != "pseudonym_key":
                self.db.execute(f"delete from {table}")
        for name in WEEK:
            self.db.execute(f"drop table if exists {name}")
            self.db.execute(f"drop table if exists past_{name}")
        if self._files is not our_book():
            self.book(our_book())

    def week(self, day: str) -> None:
        """What was known in the week before is past; judge what is known now on a day."""
        for name in WEEK:
            if self._there_is(name):
                self.db.execute(f"create or replace table past_{name} as from {name}")
        self.db.execute("delete from as_of")
        self.db.execute("insert into as_of values (cast(? as date))", [day])
        for unit in ("person", "household"):
            self.db.execute(f"update dim_{unit} set as_of_date = cast(? as date)", [day])
        self.db.execute(
            "update dim_person set age_years = date_diff('year', birth_date, as_of_date)"
            " - case when strftime(as_of_date, '%m%d') < strftime(birth_date, '%m%d') then 1"
            " else 0 end where birth_date is not null"
        )
        for name in WEEK:
            text = (PROJECT / f"models/history/{name}.sql").read_text(encoding="utf-8")
            self._make("table", name, text)
            if not self._there_is(f"past_{name}"):
                self.db.execute(f"create table past_{name} as from {name} limit 0")

    def causes(self) -> list[dict]:
        """The causes of every changed verdict, in their order."""
        self._chain(CHAIN)
        for path, text in self._files.items():
            if path.match("models/cause/again/again_*.sql"):
                self._make("view", path.stem, text)
        judged = self._files[Path("models/cause/again/judged_again.sql")]
        self._make("table", "judged_again", judged)
        self._chain(AFTER)
        return self.rows("from week_verdict_cause order by programme_id, unit_id, cause_number")

    def found(self, when: str, finding: str, **values: object) -> None:
        """Let something have been found now, or in the week before (past)."""
        self._of_week("week_finding", when, finding_id=finding, **values)

    def listed(self, when: str, programme: str, **values: object) -> None:
        """Let somebody stand on a list now, or have stood there in the week before (past)."""
        family = {"family_key": values.get("household_id"), **values}
        self._of_week("week_enrolment", when, programme_id=programme, **family)

    def attached(self, when: str, candidate: str, **values: object) -> None:
        """Let weights or people attach a row now, or have attached it in the week before (past)."""
        self._of_week("week_match", when, candidate_id=candidate, **values)

    def _of_week(self, fact: str, when: str, **values: object) -> None:
        last = self.rows("select max(as_of_date) as day from past_week_verdict")[0]["day"]
        if when == "past":
            self.put(f"past_{fact}", **values, as_of_date=last)
        else:
            self.put(fact, **values)

    def finding_causes(self) -> list[dict]:
        """The causes of every finding that came, went or has another amount."""
        self._chain(FINDINGS)
        return self.rows("from week_finding_cause order by finding_id, cause_number")

    def family_changes(self) -> list[dict]:
        """What became of families and people, by kind."""
        self._chain(FAMILIES)
        return self.rows("from week_family_change order by change_kind, person_id, household_id")

    def faults(self) -> list[dict]:
        """What the test of the project finds in the causes."""
        name = "the_causes_of_changed_verdicts_add_up_to_the_whole_difference"
        text = (PROJECT / f"tests/data/{name}.sql").read_text(encoding="utf-8")
        return self.rows(self._renderer.render(text))

    def rows(self, query: str) -> list[dict]:
        """The rows of a query by the names of its columns."""
        found = self.db.execute(query)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def put(self, table: str, **values: object) -> None:
        """Put one row into a table."""
        marks = ", ".join("?" * len(values))
        names = ", ".join(values)
        self.db.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))

    def changed_row(
        self, table: str, row: str, about: dict[str, str], kind: str, field: str | None = None
    ) -> None:
        """Let a row of a list have changed since the week before."""
        source, _, name = table.partition(".")
        where = {"source": source, "table_name": name, "file_id": table}
        self.put("row_change", source_row_id=row, change_kind=kind, **where)
        self.put("changed_identity", source_row_id=row, **about)
        self.put("changed_subject", source_row_id=row, is_in_force=kind != "removed")
        self.put("compared_file", file_id=table, batch_date=self.today)
        if field:
            self.put("changed_field", source_row_id=row, field=field)

    def changed_card(
        self, table: str, row: str, about: dict[str, str], then: str, now: str
    ) -> None:
        """Let a row be under another card than in the week before."""
        self.changed_row(table, row, about, "corrected", "no_kk")
        self.db.execute(
            "update row_change set previous_row_id = ? where source_row_id = ?", [f"{row}-", row]
        )
        self.db.execute("update changed_subject set no_kk = ? where source_row_id = ?", [now, row])
        self.put("changed_subject", source_row_id=f"{row}-", is_in_force=False, no_kk=then)

    def family(self, card: str) -> str:
        """The pseudonym of a family card."""
        text = "{{ pseudonym('h', 'pseudonym_key', 'card') }}"
        query = f"select {self._renderer.render(text)} from pseudonym_key, (select ? as card)"
        ((found,),) = self.db.execute(query, [card]).fetchall()
        return found

    def under_card(self, then: str, now: str) -> None:
        """Let a family be known under another id from now on."""
        for table in ("dim_person", "dim_household", "fct_enrolment"):
            self.db.execute(f"update {table} set household_id = ? where household_id = ?",
                            [now, then])  # fmt: skip

    @property
    def today(self) -> date:
        """The day that was judged last."""
        ((day,),) = self.db.execute("from as_of").fetchall()
        return day

    def _chain(self, names: tuple[str, ...]) -> None:
        """Models of the room, one after another, each as a table of its own name."""
        for name in names:
            text = (PROJECT / f"models/cause/{name}.sql").read_text(encoding="utf-8")
            self._make("table", name.split("/")[-1], text)

    def _make(self, kind: str, name: str, text: str) -> None:
        self.db.execute(f"drop {kind} if exists {name}")
        self.db.execute(f"create {kind} {name} as {self._renderer.render(text)}")

    def _seed(self, name: str, path: Path, text: str | None = None) -> None:
        """A seed as a table, empty cells as nulls."""
        lines = (text or path.read_text(encoding="utf-8")).splitlines(keepends=True)
        header, *found = csv.reader(lines)
        kinds = {**dict.fromkeys(DATED, "date"), "position": "integer", "has_rule": "boolean"}
        kinds |= {"is_dated": "boolean", "at_most": "bigint"}
        typed = ", ".join(f'"{each}" {kinds.get(each, "varchar")}' for each in header)
        self.db.execute(f"create or replace table {name} ({typed})")
        marks = ", ".join(["?"] * len(header))
        for row in found:
            self.db.execute(f"insert into {name} values ({marks})", [each or None for each in row])

    def _there_is(self, table: str) -> bool:
        known = self.db.execute("select 1 from duckdb_tables() where table_name = ?", [table])
        return known.fetchone() is not None
