"""The exponents that benchmarks print are those of what was measured, and a failed run is loud."""

import sys
from pathlib import Path

import pytest
from sqlglot import exp, parse_one

from selaras.workspace import PROJECT

sys.path.insert(0, str(PROJECT / "benchmarks"))
sys.path.insert(1, str(PROJECT / "benchmarks" / "linkage"))
sys.path.insert(2, str(PROJECT / "benchmarks" / "rules"))

from path.measure import Measure, measure, measure_copy
from path.report import draw, exponents, growth
from people import TABLES
from scale import rendered

START = 5.0


def _town(families: int) -> list[Measure]:
    """Steps that grow as the town, as its square, and not at all."""
    return [
        Measure("land", 1, 1.0, families / 1000, families / 10),
        Measure("dbt run", 1, 1.0, START, 100.0),
        Measure("dbt staging", 1, 1.0, START + (families / 1000) ** 2, 200.0),
    ]


def test_exponents_are_of_what_a_step_takes_besides_the_start_of_dbt() -> None:
    found = exponents({families: _town(families) for families in (1000, 5000, 20000)})
    assert [step for step, *_ in found] == ["land", "dbt staging"]
    assert [round(each, 6) for _, *both in found for each in both] == [1, 1, 2, 0]


def test_what_grows_too_fast_is_told_and_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = {families: _town(families) for families in (1000, 20000)}
    growth(measured)
    told = capsys.readouterr().out
    assert "| land | 1.00 | met | 1.00 | **over 0.9** |" in told
    assert "| dbt staging | 2.00 | **over 1.05** | 0.00 | met |" in told
    draw(measured, tmp_path / "growth.svg")
    assert "dbt staging" in (tmp_path / "growth.svg").read_text()


def test_a_run_that_fails_within_its_memory_ends_everything_and_says_so() -> None:
    with pytest.raises(SystemExit, match=r"FAILED: SELARAS_MEMORY=1KB .* status 3"):
        measure([sys.executable, "-c", "raise SystemExit(3)"], SELARAS_MEMORY="1KB")


def test_work_in_a_copy_is_measured_and_its_failure_ends_everything() -> None:
    seconds, processor, memory = measure_copy("sum", lambda: sum(range(3_000_000)))
    assert seconds > 0 and processor > 0 and memory > 1
    with pytest.raises(SystemExit, match="FAILED: dbt staging ended with status 1"):
        measure_copy("dbt staging", lambda: 1 / 0)


def test_the_linkage_benchmark_makes_every_table_that_its_models_read() -> None:
    models = rendered(PROJECT / "rules")
    trees = [parse_one(text, read="duckdb") for text in models.values()]
    read = {table.name for tree in trees for table in tree.find_all(exp.Table)}
    made = {cte.alias for tree in trees for cte in tree.find_all(exp.CTE)}
    made |= {Path(name).name for name in models} | set(TABLES)
    assert read - made == set()
