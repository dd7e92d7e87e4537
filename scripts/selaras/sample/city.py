"""The invented city in a DuckDB database: what the SQL files of this package work on."""

from datetime import date, timedelta
from pathlib import Path

import duckdb

from selaras.quoted import text
from selaras.workspace import PROJECT

SQL = Path(__file__).parent / "sql"
LAST_DATE = date(2025, 10, 24)


def drop_dates(weeks: int) -> list[date]:
    """The days of the weekly drops, the last one on LAST_DATE."""
    return [LAST_DATE - timedelta(weeks=weeks - 1 - week) for week in range(weeks)]


def open_city(folder: Path, memory: str) -> duckdb.DuckDBPyConnection:
    """An empty database on disk that spills into the same folder."""
    city = duckdb.connect(str(folder / "city.duckdb"))
    city.execute(f"set memory_limit = '{memory}'")
    city.execute(f"set temp_directory = {text(folder / 'spill')}")
    city.execute("set preserve_insertion_order = true")
    return city


def draw_city(
    city: duckdb.DuckDBPyConnection, families: int, weeks: int, seed: int, clean: bool
) -> None:
    """Draw regions, families, people and enrolments."""
    set_variables(
        city,
        seed=seed,
        families=families,
        weeks=weeks,
        clean=clean,
        first_date=drop_dates(weeks)[0],
        last_date=LAST_DATE,
        drop_index=0,
        population_seed=str(PROJECT / "seeds/population_jakarta.csv"),
        bps_seed=str(PROJECT / "seeds/region_code_crosswalk.csv"),
    )
    for path in sorted((SQL / "world").glob("*.sql")):
        run(city, path)


def run(city: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Run one SQL file of this package."""
    city.execute(path.read_text(encoding="utf-8"))


def set_variables(city: duckdb.DuckDBPyConnection, **values: object) -> None:
    """Set variables that the SQL files read."""
    for name, value in values.items():
        city.execute(f"set variable {name} = ?", [value])


def copy_to(
    city: duckdb.DuckDBPyConnection, query: str, path: Path, options: str = "format parquet"
) -> None:
    """Write what a query gives to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    city.execute(f"copy ({query}) to {text(path)} ({options})")
