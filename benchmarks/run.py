"""Measure the path from files to marts; see benchmarks/README.md.

python benchmarks/run.py --families 35000 --families 350000 --out build/benchmark
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
SELARAS = [str(Path(sys.executable).parent / "selaras")]
LAYERS = [  # the rooms of models/ in their order
    *("run", "staging", "listed", "identity", "conformed", "eligibility"),
    *("overlap", "ops", "marts", "open_data"),
]
JUDGED = ("conformed", "eligibility")
BY_HAND = ("blts", "klj", "pkh", "sembako")  # the programmes of by_hand.sql


@dataclass(frozen=True)
class Measure:
    """One step: rows, wall and processor seconds, peak memory in MiB, seconds inside queries."""

    step: str
    rows: int
    seconds: float
    processor: float
    memory: float
    in_queries: float = 0.0
    needed: float = 0.0  # of it in models that the programmes of by_hand.sql read


def measure(command: list[str]) -> tuple[float, float, float]:
    """Run a command; its wall seconds, processor seconds and peak memory in MiB."""
    started = time.perf_counter()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        process = subprocess.Popen(command, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return (
        time.perf_counter() - started,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
    )


def run_at(families: int, out: Path) -> list[Measure]:
    """All steps for one size of town."""
    inbox, home = out / f"inbox-{families}", out / f"home-{families}"
    database = home / "selaras.duckdb"
    at_home = ["--home", str(home)]
    steps = []

    def step(name: str, command: list[str], rows: str | None = None) -> None:
        cost = measure(command)
        counted = count(database, rows) if rows else lines(inbox)
        steps.append(Measure(name, counted, *cost))

    town = ["--families", str(families), "--weeks", "2", "--seed", "1", "--out", str(inbox)]
    step("sample", [*SELARAS, "sample", *town])
    step("land", [*SELARAS, "land", "--inbox", str(inbox), *at_home])
    # One thread of dbt, so that the seconds of its queries add up; DuckDB uses every core.
    build = [*SELARAS, "build", *at_home, "--threads", "1"]
    for kind in ("unit_test", "test"):
        build += ["--exclude-resource-type", kind]
    measure([*build, "--select", "resource_type:seed"])
    for layer in LAYERS:
        cost = measure([*build, "--select", f"path:models/{layer}"])
        queries = in_queries(home)
        steps.append(
            Measure(
                f"dbt {layer}",
                count(database, layer),
                *cost,
                sum(queries.values()),
                sum(queries.get(model, 0) for model in read_by_hand_programmes(home)),
            )
        )
    step("validate", [*SELARAS, "validate", *at_home], "marts")
    steps.append(by_hand(home))
    fresh = ["--home", str(out / f"fresh-{families}")]
    step("sync, all of it", [*SELARAS, "sync", "--inbox", str(inbox), *fresh], "marts")
    # Only a whole build is published, which the layers above are not.
    shutil.rmtree(out / f"fresh-{families}" / "publish")
    step("publish", [*SELARAS, "publish", *fresh], "marts")
    return steps


def by_hand(home: Path) -> Measure:
    """The same verdicts by one hand-written script, refused when its figures differ."""
    code = (
        "import duckdb, sys\n"
        "c = duckdb.connect(sys.argv[1])\n"
        "c.execute(\"set memory_limit = '5GB'; set preserve_insertion_order = false\")\n"
        "c.execute(open(sys.argv[2]).read())\n"
        "hand = c.sql('select * from hand_verdict order by all').fetchall()\n"
        "dbt = c.execute('''select programme_id, verdict, is_enrolled, count(*)\n"
        "    from eligibility.fct_eligibility where programme_id in (select unnest($1))\n"
        "    group by all order by all''', [sys.argv[3:]]).fetchall()\n"
        "sys.exit(hand != dbt)\n"
    )
    database = home / "selaras.duckdb"
    script = [sys.executable, "-c", code, str(database), str(HERE / "by_hand.sql"), *BY_HAND]
    cost = measure(script)
    return Measure("by hand", count(database, "eligibility"), *cost, cost[0])


def in_queries(home: Path) -> dict[str, float]:
    """Seconds that the last dbt run spent in each of its models."""
    results = json.loads((home / "target" / "run_results.json").read_text())["results"]
    seconds = {node["unique_id"]: node["execution_time"] for node in results}
    return {model: spent for model, spent in seconds.items() if model.startswith("model.")}


def read_by_hand_programmes(home: Path) -> set[str]:
    """The models that the verdicts of the programmes of by_hand.sql rest on, and those verdicts."""
    parents = json.loads((home / "target" / "manifest.json").read_text())["parent_map"]
    found: set[str] = set()
    ahead = [f"model.selaras.elig_{programme}" for programme in BY_HAND]
    while ahead:
        model = ahead.pop()
        if model not in found:
            found.add(model)
            ahead += parents.get(model, [])
    return found


def count(database: Path, schema: str) -> int:
    """How many rows the tables of a schema hold."""
    with duckdb.connect(str(database), read_only=True) as warehouse:
        sizes = warehouse.execute(
            "select sum(estimated_size) from duckdb_tables() where schema_name = ?", [schema]
        ).fetchone()
    return int(sizes[0] or 0)


def lines(inbox: Path) -> int:
    """Data rows of all drops, as their manifests state them."""
    manifests = duckdb.sql(f"select sum(rows) from read_csv('{inbox}/*/manifest.csv')")
    return int(manifests.fetchone()[0])


def show(families: int, steps: list[Measure]) -> None:
    """A table that can be pasted into the README."""
    print(f"\n### {families:,} families\n")
    print("| step | rows | seconds | of it in queries | CPU seconds | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for it in steps:
        queries = f"{it.in_queries:.1f}" if it.in_queries else ""
        print(
            f"| {it.step} | {it.rows:,} | {it.seconds:.1f} | {queries} "
            f"| {it.processor:.1f} | {it.memory:,.0f} |"
        )
    by_step = {it.step: it for it in steps}
    layers = [by_step[f"dbt {layer}"] for layer in JUDGED]
    hand = by_step["by hand"].in_queries
    print(f"\nconformed + eligibility / by hand: {sum(it.in_queries for it in layers) / hand:.2f}")
    print(f"of it what {', '.join(BY_HAND)} read: {sum(it.needed for it in layers) / hand:.2f}")


def growth(small: list[Measure], large: list[Measure], times: float) -> None:
    """How much more each step took for `times` as many families."""
    print(f"\n### Growth for {times:g} times the families\n")
    print("| step | seconds | peak MiB |\n| --- | ---: | ---: |")
    for before, after in zip(small, large, strict=True):
        seconds, memory = after.seconds / before.seconds, after.memory / before.memory
        print(f"| {after.step} | x{seconds:.1f} | x{memory:.1f} |")


def main() -> None:
    """Measure each size, then how the costs grow from the first to the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, action="append", required=True)
    parser.add_argument("--out", type=Path, default=Path("build/benchmark"))
    options = parser.parse_args()
    measured = {families: run_at(families, options.out) for families in options.families}
    for families, steps in measured.items():
        show(families, steps)
    (options.out / "measured.json").write_text(
        json.dumps(
            {families: [vars(step) for step in steps] for families, steps in measured.items()},
            indent=1,
        )
    )
    if len(options.families) > 1:
        first, last = options.families[0], options.families[-1]
        growth(measured[first], measured[last], last / first)


if __name__ == "__main__":
    main()
