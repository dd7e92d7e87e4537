"""Measure what publishing costs, target by target, and what protects it; see benchmarks/README.md.

python benchmarks/publish.py --home build/benchmark/fresh-350000

Wants the home of a whole build, and publishes it anew. PostgreSQL is measured where PGHOST says
which server may be filled; that server's own processor seconds are not in the figures.
"""

import argparse
import json
import os
import shutil
import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path

from path.measure import measure_copy

from selaras.privacy.scanner import scan
from selaras.publish import Wishes, publish
from selaras.validate import validate
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

KINDS = ("parquet", "duckdb", "csv")
SIZE = """
    select
        (select count(*) from conformed.dim_household),
        (
            select sum(estimated_size) from duckdb_tables()
            where schema_name in ('marts', 'open_data')
        )
"""
LOSS = """
    select
        count(distinct table_name), sum(cell_count), sum(small_count), sum(hidden_count),
        100 - 100 * sum(hidden_amount) / sum(amount), 100 - 100 * sum(naive_amount) / sum(amount)
    from disclosure.open_loss
"""
LOST = """
{} tables of open data, {:,} cells, {:,} of them too small, {:,} hidden; {:.1f} % of the money is
visible, {:.1f} % by the naive rule.
"""


def main() -> None:
    """Print each target, and what protects it, as rows of a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    workspace = Workspace.at(parser.parse_args().home)
    with open_warehouse(workspace) as connection:
        families, rows = connection.execute(SIZE).fetchone()
        loss = connection.execute(LOSS).fetchone()
    print(f"{families:,} families, {rows:,} rows to publish\n")
    print("| what | MB | seconds | CPU seconds | peak MiB |\n| --- | ---: | ---: | ---: | ---: |")
    tell("checks, the attack among them", None, measure_copy("check", lambda: validate(workspace)))
    shutil.rmtree(workspace.publish, ignore_errors=True)
    write = partial(publish, workspace, [], Wishes(sample_key=True))
    cost = measure_copy("publish", write)
    current = (workspace.publish / "current").resolve()
    tell(f"files ({', '.join(KINDS)}), searched for people", megabytes(current, "*"), cost)
    for kind in KINDS:
        print(f"| of it {kind} | {megabytes(current, f'*.{kind}'):,.1f} | | | |")
    if "PGHOST" in os.environ:
        tell("PostgreSQL", None, measure_copy("load", partial(loaded, current)))
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "scan.json"
        cost = measure_copy("scan", partial(scanned, workspace, told))
        found = json.loads(told.read_text("utf-8"))
    tell(f"scan of {found['files']:,} files", found["bytes"] / 1e6, cost)
    print(LOST.format(*loss))


def megabytes(folder: Path, pattern: str) -> float:
    """MB of the files of a kind."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file()) / 1e6


def loaded(current: Path) -> None:
    """Fill the server; its driver is an extra."""
    from selaras.publish.postgres import load

    load(current)


def scanned(workspace: Workspace, told: Path) -> None:
    """Search everything, and write down how much that was; whoever is found ends it."""
    found = scan(workspace)
    if found.found:
        raise SystemExit(f"people are named: {found.found}")
    told.write_text(json.dumps(asdict(found)), "utf-8")


def tell(what: str, size: float | None, cost: tuple[float, float, float]) -> None:
    """One row."""
    amount = "" if size is None else f"{size:,.1f}"
    seconds, processor, memory = cost
    print(f"| {what} | {amount} | {seconds:.1f} | {processor:.1f} | {memory:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
