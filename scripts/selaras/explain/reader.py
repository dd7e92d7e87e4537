"""Reading everything that the warehouse says about one subject."""

from dataclasses import dataclass, field

import duckdb

from selaras.explain import history
from selaras.explain.history import History, in_time
from selaras.explain.subject import Subject
from selaras.explain.verdicts import Verdict, Words, collected
from selaras.warehouse import Row, rows

PERSON = "person_id = $person_id"
FAMILY = "household_id = $household_id"
# Views are read by one plain key at a time, so that they look up nobody else.
FAMILY_ALONE = f"{FAMILY} and person_id is null"
FINDINGS = """
    (
        select finding.*, rule.says_id, rule.says_en, rule.basis
        from overlap.fct_finding as finding
        left join overlap.finding_rule as rule using (rule_id)
    )
"""
# Rows that did not name them by an exact number, or were mended, and why they were attached.
TOLD = """
    (
        select match.*, note.notes, weighed.evidence
        from identity.match as match
        left join listed.listed_row as note using (source_row_id)
        left join identity.weighed_candidate as weighed using (candidate_id)
        where match.match_method != 'exact' or note.notes is not null
    )
"""
CHANGES = """
    (
        select change.*, kind.says_id, kind.says_en
        from identity.identity_change as change
        inner join reference.identity_change_kind as kind using (change_kind)
    )
"""
CHANGED_PERSON = "$person_id in (person_id, previous_person_id)"
CHANGED_FAMILY = "$household_id in (household_id, previous_household_id)"
# Why a case closed is known when causes are.
CASES = """
    (
        select
            fct_case.* exclude (closed_because),
            coalesce(mart.closed_because, fct_case.closed_because) as closed_because,
            mart.closed_causes
        from overlap.fct_case
        left join marts.mart_case as mart using (case_id)
    )
"""
PAID = """
    select
        programme_id,
        component,
        status,
        count(*) as payments,
        cast(sum(amount) as bigint) as amount,
        min(period_starts_on) as first_period_starts_on,
        max(period_ends_on) as last_period_ends_on
    from ({paid}) group by all order by all
"""
ANSWERS = "from conformed.answer_outcome"
COMPONENTS = "eligibility.component_member"


@dataclass(frozen=True)
class Explanation:
    """Everything the warehouse says about one person and family; empty where it says nothing."""

    person: Row | None = None
    household: Row | None = None
    members: list[Row] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    objections: list[Row] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)
    enrolments: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)
    identity_changes: list[Row] = field(default_factory=list)
    history: History = field(default_factory=lambda: History([], [], [], []))
    source_rows: list[Row] = field(default_factory=list)
    candidates: list[Row] = field(default_factory=list)
    refused_rows: list[Row] = field(default_factory=list)
    levels: list[Row] = field(default_factory=list)
    vocabulary: list[Row] = field(default_factory=list)
    labels: list[Row] = field(default_factory=list)
    criteria: list[Row] = field(default_factory=list)
    branches: list[Row] = field(default_factory=list)
    rules: list[Row] = field(default_factory=list)
    regions: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    what_if: list[Row] = field(default_factory=list)

    @property
    def whom(self) -> str | None:
        """The pseudonym of the person, else of the family; None where no register holds them."""
        if self.person:
            return str(self.person["person_id"])
        return str(self.household["household_id"]) if self.household else None


@dataclass(frozen=True)
class Reader:
    """Reads what there is about one subject, perhaps of one programme only."""

    connection: duckdb.DuckDBPyConnection
    subject: Subject
    programme: str | None

    def explanation(self) -> Explanation:
        """Collect everything."""
        if not self.subject.is_known:
            return Explanation(
                source_rows=self.subject.source_rows,
                refused_rows=self.subject.refused_rows,
                labels=rows(self.connection, "from reference.code_label"),
            )
        return Explanation(
            person=next(iter(self.ask("from conformed.dim_person", PERSON)), None),
            household=next(iter(self.ask("from conformed.dim_household", FAMILY)), None),
            members=self.ask("from conformed.dim_person", FAMILY, "birth_date, nik"),
            verdicts=self.verdicts(),
            objections=self.about("identity.objection_in_force"),
            answers=self.answers(),
            enrolments=self.shared("from conformed.fct_enrolment"),
            payments=self.payments(),
            findings=self.findings(),
            cases=self.cases(),
            identity_changes=self.identity_changes(),
            history=self.history(),
            source_rows=self.ask(f"from {TOLD}", self.named, "source, table_name, file, line"),
            candidates=self.ask("from identity.candidate", self.named, "score desc, candidate_id"),
            levels=rows(self.connection, "from reference.linkage_level"),
            refused_rows=self.subject.refused_rows,
            vocabulary=rows(self.connection, "from reference.fact"),
            labels=rows(self.connection, "from reference.code_label"),
            criteria=rows(self.connection, "from reference.criterion"),
            branches=rows(self.connection, "from reference.criterion_branch"),
            rules=rows(self.connection, "from overlap.finding_rule"),
            regions=rows(self.connection, "from conformed.dim_region"),
        )

    def ask(self, sql: str, condition: str, order: str = "all") -> list[Row]:
        """The rows that meet a condition on the subject."""
        values = {"person_id": self.subject.person_id, "household_id": self.subject.household_id}
        used = {name: value for name, value in values.items() if f"${name}" in condition + sql}
        return rows(self.connection, f"{sql} where {condition} order by {order}", used)

    @property
    def named(self) -> str:
        """The condition on rows that name the person, or anyone of the family."""
        return PERSON if self.subject.person_id else FAMILY

    def about(self, table: str) -> list[Row]:
        """Rows about the person and the family as a whole, or about all of the family."""
        if not self.subject.person_id:
            return self.of_programme(self.ask(f"from {table}", FAMILY))
        found = self.ask(f"from {table}", PERSON) + self.ask(f"from {table}", FAMILY_ALONE)
        return self.of_programme(found)

    def shared(self, sql: str) -> list[Row]:
        """The same, where what a family gets stands on the rows of its members."""
        condition = FAMILY
        if self.subject.person_id:
            condition = f"{PERSON} or (unit = 'household' and {FAMILY})"
        return self.of_programme(self.ask(sql, condition))

    def of_programme(self, found: list[Row]) -> list[Row]:
        """Only what is about the programme asked for."""
        names = ("programme_id", "other_programme_id")
        wanted = self.programme
        return [each for each in found if not wanted or wanted in map(each.get, names)]

    def identity_changes(self) -> list[Row]:
        """What changed about who is who: of the person and the family's card, or of the family."""
        condition = CHANGED_FAMILY
        if self.subject.person_id:
            condition = f"{CHANGED_PERSON} or (person_id is null and {CHANGED_FAMILY})"
        return self.ask(f"from {CHANGES}", condition, "batch_date, change_id")

    def answers(self) -> list[Row]:
        """What was answered at visits about the person and the family, or about all of it."""
        condition = FAMILY
        if self.subject.person_id:
            condition = f"{PERSON} or (unit = 'household' and {FAMILY})"
        return self.ask(ANSWERS, condition, "told_on desc, unit, fact_id, person_id, source_row_id")

    def payments(self) -> list[Row]:
        """What was paid, by programme, component and outcome."""
        condition = FAMILY
        if self.subject.person_id:
            units = "select programme_id from conformed.dim_programme where unit = 'household'"
            condition = f"{PERSON} or ({FAMILY} and programme_id in ({units}))"
        paid = f"from conformed.fct_payment where {condition}"
        names = ("person_id", "household_id") if self.subject.person_id else ("household_id",)
        keys = {name: getattr(self.subject, name) for name in names}
        return self.of_programme(rows(self.connection, PAID.format(paid=paid), keys))

    def findings(self) -> list[Row]:
        """What does not fit together, of the person or of the family as a whole."""
        found = self.about(FINDINGS)
        return sorted(found, key=lambda each: (str(each["first_seen_on"]), each["finding_id"]))

    def history(self) -> History:
        """What became of the verdicts from week to week, and why."""
        try:
            weeks = self.about(history.WEEKS)
            causes = self.about(history.CAUSES)
        except duckdb.IOException:  # the home was moved since it was built; its files are elsewhere
            return History([], [], [], [])
        return History(
            stretches=history.stretches(weeks),
            causes=in_time(causes, "programme_id", "cause_number"),
            finding_causes=in_time(self.about(history.FINDINGS), "finding_id", "cause_number"),
            events=in_time(self.about(history.EVENTS), "change_kind"),
        )

    def cases(self) -> list[Row]:
        """What agencies have to act on, closed cases as well, in the order in which they came."""
        found = self.about(CASES)
        return sorted(found, key=lambda each: (str(each["first_seen_on"]), each["case_id"]))

    def verdicts(self) -> list[Verdict]:
        """The verdicts, the most telling first."""
        return collected(
            self.about("eligibility.fct_eligibility"),
            self.about("eligibility.fct_eligibility_reason"),
            self.members_of_components(),
            Words(
                programmes=rows(self.connection, "from conformed.dim_programme"),
                facts=rows(self.connection, "from reference.fact"),
                agencies=rows(self.connection, "from reference.agency"),
                suppliers=rows(self.connection, "from reference.supplier"),
                branches=rows(self.connection, "from reference.criterion_branch order by position"),
            ),
        )

    def members_of_components(self) -> list[Row]:
        """Who of the family is in which component, where some programme has components."""
        schema, _, name = COMPONENTS.partition(".")
        there = """
            select 1 from information_schema.tables
            where table_schema = $schema and table_name = $name
        """
        if not rows(self.connection, there, {"schema": schema, "name": name}):
            return []
        return self.ask(f"from {COMPONENTS}", FAMILY) if self.subject.household_id else []
