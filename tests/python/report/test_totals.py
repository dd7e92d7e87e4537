"""No figure of the report can be subtracted from another so that a hidden small count comes out.

True counts are taken from the marts, apart from the queries of the report; what is shown from its
figures. Each line below is a total that somebody may know from another table or page.
"""

from collections import defaultdict

import duckdb
import numpy as np
import pytest

from selaras.publish.tables import DATABASE
from selaras.report.read import Published, read
from selaras.workspace import Workspace

OPEN = "status not in ('closed', 'false_positive', 'resolved')"
ANSWERS = {
    "answered": "('agreed', 'not_yet_corrected', 'rejected', 'already_corrected')",
    "corrected": "('corrected')",
    "unanswered": "('unanswered')",
}
# figure, its column, the columns of which the total is known, and the true totals.
TOTALS = [
    ("agency_item", "case_count", "agency_id", "select agency_id, count(*) from marts.mart_outbox"),
    ("agency_week", "case_count", "agency_id", "select agency_id, count(*) from marts.mart_outbox"),
    *(
        (
            *("agency_week", f"{answer}_count", "agency_id"),
            f"select agency_id, count(*) from marts.mart_outbox where state in {states}",
        )
        for answer, states in ANSWERS.items()
    ),
    (
        *("agency_item", "case_count", "agency_id, state"),
        "select agency_id, state, count(*) from marts.mart_outbox"
        " where state in ('corrected', 'unanswered')",
    ),
    *(
        (
            figure,
            "case_count",
            "agency",
            f"select agency, count(*) from marts.mart_case where {OPEN}",
        )
        for figure in ("agency_case", "waiting")
    ),
    ("finding", "case_count", "rule_id", "select rule_id, count(*) from marts.mart_finding_v2"),
    *(
        (
            *(figure, "verdict_count", by),
            f"select {by}, count(*) from marts.mart_eligibility where coverage != 'outside'",
        )
        for figure, by in (
            ("coverage_by_decile", "coverage"),
            ("programme_decile", "programme_id, coverage"),
            ("programme_decile", "decile_key, coverage"),
            ("programme_decile", "coverage"),
        )
    ),
    (
        *("programme_verdict", "judged_count", "step"),
        "select coverage as step, count(*) from marts.mart_eligibility"
        " where coverage in ('reached', 'missed', 'leaked')",
    ),
    *(
        ("district", f"{column}_count", "", f"select sum({column}_count) from marts.mart_region")
        for column in ("family", "recipient_family", "several_programme_family")
    ),
]


@pytest.fixture(scope="module")
def published(built: Workspace) -> Published:
    return read(built, built.publish / "current")


@pytest.fixture(scope="module")
def marts(built: Workspace) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(built.publish / "current" / DATABASE), read_only=True)


@pytest.mark.parametrize(("figure", "column", "by", "true"), TOTALS)
def test_what_a_total_leaves_is_nothing_or_as_much_as_is_told(
    published: Published, marts: duckdb.DuckDBPyConnection, figure, column, by, true
) -> None:
    keys = [each.strip() for each in by.split(",") if each]
    shown: dict[tuple, int] = defaultdict(int)
    for row in published.figures[figure].rows:
        if figure != "agency_week" or row["week_on"]:
            shown[tuple(row[key] for key in keys)] += row[column] or 0
    found = marts.execute(f"{true} group by all" if keys else true).fetchall()
    for *group, total in found:
        hidden = total - shown[tuple(group)]
        # A total that is itself too small to be told tells nobody anything.
        assert hidden == 0 or hidden >= published.smallest or hidden == total, (group, hidden)


def test_named_combinations_leave_no_few_families_of_any_pair(
    published: Published, marts: duckdb.DuckDBPyConnection
) -> None:
    named = {
        tuple(str(row["programmes"]).split(", ")): int(str(row["family_count"]))
        for row in published.figures["combination"].rows
        if row["programmes"]
    }
    totals = marts.execute("""
        select one.programme_id, other.programme_id, count(*)
        from marts.mart_benefit as one
        inner join marts.mart_benefit as other using (household_id)
        group by all
    """).fetchall()
    crossing = marts.execute(
        "select count(*) from marts.mart_benefit_household where is_cross_level"
    ).fetchone()
    left = {
        (one, other): total - sum(n for each, n in named.items() if {one, other} <= set(each))
        for one, other, total in totals
    }
    cross_named = sum(
        int(str(row["family_count"]))
        for row in published.figures["combination"].rows
        if row["is_cross_level"]
    )
    left["cross"] = crossing[0] - cross_named
    told = {(one, other): total for one, other, total in totals}
    few = {
        pair: hidden
        for pair, hidden in left.items()
        if 0 < hidden < published.smallest and hidden != told.get(pair)
    }
    assert named and few == {}


def test_no_small_count_of_items_follows_from_all_that_is_shown(
    published: Published, marts: duckdb.DuckDBPyConnection
) -> None:
    """Linear algebra over the items of each agency: what is shown is a sum of kinds, states and
    weeks; a hidden small figure is found where it is a combination of what is shown."""
    atoms = marts.execute(
        "select agency_id, kind, state, first_sent_on, count(*) from marts.mart_outbox group by all"
    ).fetchall()
    answers = {"case_count": None} | {f"{name}_count": states for name, states in ANSWERS.items()}
    secrets = 0
    for agency in {row[0] for row in atoms}:
        own = [row for row in atoms if row[0] == agency]
        figures = [
            ([row[1:3] == (each["kind"], each["state"]) for row in own], each["case_count"])
            for each in published.figures["agency_item"].rows
            if each["agency_id"] == agency
        ]
        figures += [
            (
                [
                    each["week_on"] in (None, row[3])
                    and (states is None or f"'{row[2]}'" in states)
                    for row in own
                ],
                each[column],
            )
            for each in published.figures["agency_week"].rows
            if each["agency_id"] == agency
            for column, states in answers.items()
        ]
        known = np.array([members for members, value in figures if value], dtype=float)
        rank = np.linalg.matrix_rank(known) if len(known) else 0
        counts = np.array([row[4] for row in own])
        for members, value in figures:
            true = int(counts[np.array(members)].sum())
            assert value in (None, true)
            if value is None and 0 < true < published.smallest and len(known):
                secrets += 1
                more = np.linalg.matrix_rank(np.vstack([known, np.array(members, dtype=float)]))
                assert more > rank, (agency, own, true)
    assert secrets > 0  # there was something to find
