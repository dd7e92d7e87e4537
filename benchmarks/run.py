"""Measure the path from files to marts; see benchmarks/README.md.

python benchmarks/run.py --families 35000 --families 350000 --cap 350000=1GB --out build/benchmark
"""

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path

import duckdb
from path.floors import JOINS
from path.measure import Measure, measure, measure_copy
from path.report import draw, growth, show

from selaras.dbt import run_dbt
from selaras.workspace import Workspace

HERE = Path(__file__).parent
SELARAS = [sys.executable, "-m", "selaras"]
LAYERS = [  # the rooms of models/ in their order
    *("run", "staging", "listed", "identity", "conformed", "eligibility", "overlap"),
    *("ops", "disclosure", "outbox", "history", "cause", "trend", "audit", "marts", "open_data"),
]
JUDGED = ("conformed", "eligibility")
BY_HAND = ("blts", "klj", "pkh", "sembako")  # the programmes of by_hand.sql


def run_at(families: int, out: Path) -> list[Measure]:
    """All steps for one size of town."""
    inbox, home = out / f"inbox-{families}", out / f"home-{families}"
    database = home / "selaras.duckdb"
    at_home = ["--home", str(home)]
    steps = [drawn(families, inbox)]
    cost = measure([*SELARAS, "land", "--inbox", str(inbox), *at_home])
    once = {"CSV to Parquet": floor("csv", inbox, out / "floor")}
    size = sum(path.stat().st_size for path in inbox.glob("20*/*")) / 1e6
    steps.append(Measure("land", lines(inbox), *cost, read=size, floors=once))
    # One thread of dbt, so that the seconds of its queries add up; DuckDB uses every core.
    # Each room in a copy of one process that has read the project.
    workspace = Workspace.at(home)
    build = ["build", "--threads", "1"]
    for kind in ("unit_test", "test"):
        build += ["--exclude-resource-type", kind]
    run_dbt(workspace, [*build, "--select", "resource_type:seed"])
    for layer in LAYERS:
        selected = [*build, "--select", f"path:models/{layer}"]
        cost = measure_copy(f"dbt {layer}", partial(run_dbt, workspace, selected))
        queries, tables = in_queries(home), tables_of(home, layer)
        once = {"written": floor("write", database, out / "floor.duckdb", *tables)}
        if layer in JOINS:
            once["joined"] = floor("join", database, layer)
        needed = sum(queries.get(model, 0) for model in read_by_hand_programmes(home))
        spent = (sum(queries.values()), needed)
        steps.append(Measure(f"dbt {layer}", count(database, tables), *cost, *spent, floors=once))
    published = [*tables_of(home, "marts"), *tables_of(home, "open_data")]
    cost = measure([*SELARAS, "validate", *at_home])
    steps += [Measure("validate", count(database, published), *cost), by_hand(home)]
    fresh = out / f"fresh-{families}"
    cost = measure([*SELARAS, "sync", "--inbox", str(inbox), "--home", str(fresh)])
    steps.append(Measure("sync, all of it", count(database, published), *cost))
    # Only a whole build is published, which the layers above are not.
    shutil.rmtree(fresh / "publish")
    cost = measure([*SELARAS, "publish", "--home", str(fresh)])
    once = {"written twice": 2 * floor("write", database, out / "floor.duckdb", *published)}
    steps.append(Measure("publish", count(database, published), *cost, floors=once))
    return steps


def drawn(families: int, inbox: Path) -> Measure:
    """Draw the drops."""
    town = ["--families", str(families), "--weeks", "2", "--seed", "1", "--out", str(inbox)]
    cost = measure([*SELARAS, "sample", *town])
    return Measure("sample", lines(inbox), *cost)


def capped(families: int, memory: str, out: Path) -> Measure:
    """A whole run that may take so little memory; everything ends loudly where it cannot."""
    inbox, home = out / f"inbox-{families}", out / f"capped-{families}"
    if not inbox.exists():
        drawn(families, inbox)
    shutil.rmtree(home, ignore_errors=True)
    sync = [*SELARAS, "sync", "--inbox", str(inbox), "--home", str(home)]
    cost = measure(sync, SELARAS_MEMORY=memory)
    return Measure(f"sync of {families:,} families within {memory}", lines(inbox), *cost)


def floor(*arguments: object) -> float:
    """Processor seconds of what cannot be left out, see path/floors.py."""
    script = [sys.executable, HERE / "path" / "floors.py", *arguments]
    return float(subprocess.check_output(list(map(str, script)), text=True))


def by_hand(home: Path) -> Measure:
    """The same verdicts by one hand-written script, refused when its figures differ."""
    code = (
        "import duckdb, sys\n"
        "from selaras.memory import memory_limit\n"
        "c = duckdb.connect(sys.argv[1])\n"
        "c.execute(f\"set memory_limit = '{memory_limit()}'\")\n"
        'c.execute("set preserve_insertion_order = false")\n'
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
    return Measure("by hand", count(database, tables_of(home, "eligibility")), *cost, cost[0])


def in_queries(home: Path) -> dict[str, float]:
    """Seconds that the last dbt run spent in each of its models."""
    results = json.loads((home / "target" / "run_results.json").read_text())["results"]
    seconds = {node["unique_id"]: node["execution_time"] for node in results}
    return {model: spent for model, spent in seconds.items() if model.startswith("model.")}


def manifest(home: Path) -> dict:
    """The project as dbt read it last."""
    return json.loads((home / "target" / "manifest.json").read_text())


def tables_of(home: Path, layer: str) -> list[str]:
    """The tables that a room writes."""
    models = [each for key, each in manifest(home)["nodes"].items() if key.startswith("model.")]
    return sorted(
        f"{each['schema']}.{each['alias']}"
        for each in models
        if each["path"].startswith(f"{layer}/") and each["config"]["materialized"] == "table"
    )


def read_by_hand_programmes(home: Path) -> set[str]:
    """The models that the verdicts of the programmes of by_hand.sql rest on, and those verdicts."""
    parents = manifest(home)["parent_map"]
    found: set[str] = set()
    ahead = [f"model.selaras.elig_{programme}" for programme in BY_HAND]
    while ahead:
        model = ahead.pop()
        if model not in found:
            found.add(model)
            ahead += parents.get(model, [])
    return found


def count(database: Path, tables: list[str]) -> int:
    """How many rows some tables hold."""
    with duckdb.connect(str(database), read_only=True) as warehouse:
        sizes = warehouse.execute(
            "select sum(estimated_size) from duckdb_tables()"
            " where schema_name || '.' || table_name in (select unnest(?))",
            [tables],
        ).fetchone()
    return int(sizes[0] or 0)


def lines(inbox: Path) -> int:
    """Data rows of all drops, as their manifests state them."""
    manifests = duckdb.sql(f"select sum(rows) from read_csv('{inbox}/*/manifest.csv')")
    return int(manifests.fetchone()[0])


def beside(steps: list[Measure]) -> None:
    """How the rooms that judge stand beside the script, and landing beside a bare reading."""
    by_step = {it.step: it for it in steps}
    layers = [by_step[f"dbt {layer}"] for layer in JUDGED]
    hand = by_step["by hand"].in_queries
    print(f"\nconformed + eligibility / by hand: {sum(it.in_queries for it in layers) / hand:.2f}")
    print(f"of it what {', '.join(BY_HAND)} read: {sum(it.needed for it in layers) / hand:.2f}")
    land, publish = by_step["land"], by_step["publish"]
    print(f"landing / bare CSV to Parquet: {land.processor / land.floor:.2f}")
    speeds = (land.read / each for each in (land.processor, land.floor))
    print("MB per CPU second: landing {:.0f}, bare CSV to Parquet {:.0f}".format(*speeds))
    print(f"publishing / writing its tables twice: {publish.processor / publish.floor:.2f}")


def main() -> None:
    """Measure each size, then how the costs grow from the first to the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, action="append", default=[])
    parser.add_argument("--cap", action="append", default=[], metavar="FAMILIES=MEMORY")
    parser.add_argument("--out", type=Path, default=Path("build/benchmark"))
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    measured = {families: run_at(families, options.out) for families in options.families}
    for families, steps in measured.items():
        show(families, steps)
        beside(steps)
    if len(measured) > 1:
        growth(measured)
        draw(measured, options.picture or options.out / "growth.svg")
    for each in options.cap:
        families, _, memory = each.partition("=")
        show(int(families), [capped(int(families), memory, options.out)])
    told = {families: [asdict(step) for step in steps] for families, steps in measured.items()}
    (options.out / "measured.json").write_text(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
