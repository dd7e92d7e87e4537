"""The exponents that benchmarks print are those of what was measured, and a failed run is loud."""

import sys
from pathlib import Path

import pytest

from selaras.workspace import PROJECT

sys.path.insert(0, str(PROJECT / "benchmarks"))

from path.measure import Measure, measure
from path.report import draw, exponents, growth

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
