"""What visits say of errors: intervals that hold what they promise, and no more than was seen."""

import shutil
from pathlib import Path

import duckdb
import pytest
from field import CENSUS, draw_often, open_field, write_cases
from scipy.stats import binomtest

from selaras.audit.estimate import MODELS
from selaras.dbt import run_dbt
from selaras.workspace import Workspace

TIMES = 120
BIG = 10**12
YES, NO, OUT = (True, True), (False, False), (True, False)
WILSON = [
    (errors, n) for n in (1, 2, 3, 5, 8, 13, 30, 100) for errors in range(0, n + 1, 1 + n // 8)
]


def _cases() -> dict[str, list[tuple]]:
    """Draws whose estimates are known."""
    single = {
        f"w{errors}-{n}": [("3171", "listed", BIG, [NO] * errors + [YES] * (n - errors))]
        for errors, n in WILSON
    }
    return single | {
        "everybody": [("3171", "listed", 4, [NO, YES, YES, YES]), ("3172", "listed", 1, [NO])],
        "silent": [("3171", "listed", 100, [None] * 10)],
        "half-silent": [("3171", "listed", 100, [NO] + [YES] * 4 + [None] * 5)],
        "no-errors": [("3171", "listed", 100, [YES] * 10)],
        "part-silent": [("3171", "listed", 50, [YES] * 5), ("3171", "candidate", 50, [None] * 5)],
        "few-silent": [("3171", "listed", 990, [YES] * 30), ("3171", "unlinked", 10, [None])],
        "nobody-eligible": [("3171", "candidate", 50, [NO] * 5)],
        "left-out": [
            ("3171", "listed", 300, [YES] * 30),
            ("3171", "candidate", 100, [OUT] * 15 + [NO] * 5),
            ("3171", "outside", 1000, [NO] * 20),
        ],
    }


@pytest.fixture(scope="module")
def mart(
    inbox: Path, built: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> duckdb.DuckDBPyConnection:
    """The mart after many draws of the city and those made up; `census` has what is true."""
    workspace = Workspace.at(tmp_path_factory.mktemp("field") / "home")
    workspace.home.mkdir()
    shutil.copy(built.database, workspace.database)
    (workspace.home / "landing").symlink_to(built.landing)
    with open_field(workspace.database, inbox / "truth") as field:
        draw_often(field, workspace.audit / "often", TIMES, 300, ["programme", "city"])
        census = field.execute(CENSUS).fetchall()
    write_cases(workspace.audit / "cases", _cases())
    run_dbt(workspace, ["run", *MODELS])
    found = duckdb.connect(str(workspace.database), read_only=True)
    found.execute(
        "create temp table census"
        " (measure varchar, programme_id varchar, city_code varchar, truth double)"
    )
    found.executemany("insert into census values (?, ?, ?, ?)", census)
    return found


def _of(mart: duckdb.DuckDBPyConnection, draw: str, measure: str) -> tuple:
    """The estimate of a whole draw with its limits."""
    return mart.execute(
        "select error_share, lower_limit, upper_limit from marts.mart_audit_estimate"
        " where draw_id = ? and measure = ? and reported_for = 'all'",
        [draw, measure],
    ).fetchone()


def test_intervals_cover_the_truth_about_as_often_as_they_say(
    mart: duckdb.DuckDBPyConnection,
) -> None:
    found = mart.execute(
        """
        select
            reported_for, estimate.measure, count(*),
            avg((truth between lower_limit - 1e-6 and upper_limit + 1e-6)::integer) as covered
        from marts.mart_audit_estimate as estimate
        inner join census
            on estimate.measure = census.measure
            and estimate.programme_id is not distinct from census.programme_id
            and estimate.city_code is not distinct from census.city_code
        where draw_id like 's%' and error_share is not null
        group by all order by all
        """
    ).fetchall()
    assert {(reported_for, measure) for reported_for, measure, *_ in found} == {
        (reported_for, f"{error}_error")
        for reported_for in ("all", "programme", "stratum")
        for error in ("inclusion", "exclusion", "linkage")
    }
    for reported_for, measure, count, covered in found:
        assert count >= TIMES
        # 120 draws at 95 % fall below 90.5 % once in a hundred times
        assert covered >= (0.905 if reported_for == "all" else 0.95), (
            reported_for,
            measure,
            covered,
        )
    # the truth lies outside sometimes: the intervals are not simply wide
    assert min(covered for *_, covered in found) < 1


def test_estimates_are_right_on_average(mart: duckdb.DuckDBPyConnection) -> None:
    for measure, truth, share in mart.execute(
        """
        select measure, any_value(truth), avg(error_share)
        from marts.mart_audit_estimate inner join census using (measure)
        where draw_id like 's%' and reported_for = 'all'
        and census.programme_id is null and census.city_code is null
        group by measure
        """
    ).fetchall():
        assert share == pytest.approx(truth, abs=0.02), measure


@pytest.mark.parametrize(("errors", "n"), WILSON)
def test_one_stratum_has_the_limits_of_a_statistics_library(
    mart: duckdb.DuckDBPyConnection, errors: int, n: int
) -> None:
    told = binomtest(errors, n).proportion_ci(confidence_level=0.95, method="wilsoncc")
    share, lower, upper = _of(mart, f"w{errors}-{n}", "inclusion_error")
    assert share == pytest.approx(errors / n, abs=1e-6)
    assert (lower, upper) == pytest.approx((told.low, told.high), abs=2e-6)


def test_where_everybody_was_visited_nothing_is_uncertain(mart: duckdb.DuckDBPyConnection) -> None:
    assert _of(mart, "everybody", "inclusion_error") == (0.4, 0.4, 0.4)


def test_no_error_among_ten_of_a_hundred_is_not_no_error(mart: duckdb.DuckDBPyConnection) -> None:
    share, lower, upper = _of(mart, "no-errors", "inclusion_error")
    assert (share, lower) == (0, 0)
    # a simple random sample of 10 from infinitely many would say 0.34; from a hundred it says less
    assert 0.25 < upper < binomtest(0, 10).proportion_ci(method="wilsoncc").high


def test_silence_is_no_answer(mart: duckdb.DuckDBPyConnection) -> None:
    assert _of(mart, "silent", "inclusion_error") == (None, None, None)
    assert _of(mart, "half-silent", "inclusion_error")[0] == 0.2
    assert mart.execute(
        "select drawn_count, answered_count, least_share, most_share, estimated_count"
        " from marts.mart_audit_estimate"
        " where draw_id = 'half-silent' and measure = 'inclusion_error' and reported_for = 'all'"
    ).fetchone() == (10, 5, 0.1, 0.6, 20)


def test_a_large_part_of_which_nothing_is_known_leaves_the_whole_unknown(
    mart: duckdb.DuckDBPyConnection,
) -> None:
    assert _of(mart, "part-silent", "exclusion_error") == (None, None, None)
    assert _of(mart, "part-silent", "inclusion_error")[0] == 0


def test_a_small_part_of_which_nothing_is_known_may_be_anything(
    mart: duckdb.DuckDBPyConnection,
) -> None:
    share, lower, upper = _of(mart, "few-silent", "inclusion_error")
    alone = binomtest(0, 30).proportion_ci(method="wilsoncc").high
    assert (share, lower) == (pytest.approx(0.005), 0)
    assert upper > 0.01
    assert upper == pytest.approx(alone, abs=0.02)


def test_where_nobody_is_eligible_nobody_can_be_left_out(mart: duckdb.DuckDBPyConnection) -> None:
    assert _of(mart, "nobody-eligible", "exclusion_error")[0] is None


def test_nobody_found_outside_does_not_mean_that_nobody_is_left_out_there(
    mart: duckdb.DuckDBPyConnection,
) -> None:
    share, lower, upper = _of(mart, "left-out", "exclusion_error")
    assert share == pytest.approx(75 / 375)
    assert lower < 0.16
    # 20 of 1,000 seen outside and none eligible: there may still be more than a hundred
    assert upper > (75 + 100) / (375 + 100)
