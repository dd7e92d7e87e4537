"""A worker of a cluster that dies while it works takes no row with it, and leaves none twice.

What DuckDB has built of the committed sample is the yardstick, as for the models one by one; here
Spark builds table on table itself, on two workers of which one is killed in the middle.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from same_rows import columns_of, differences
from standalone import Cluster, cluster

from selaras.workspace import PROJECT, Workspace

DUCKDBS = Workspace(PROJECT / "build" / "test")
SELECTED = "+path:models/listed"  # what is landed, staged and listed, and the seeds behind it
BEGUN = 8  # tables that are staged when the worker dies
PATIENCE = 1200
SMALL = Path(__file__).parent / "small" / "spark-defaults.conf"


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, list[dict]]:
    """A home that was built while a worker died, and what Spark's own log says of it."""
    base = tmp_path_factory.mktemp("killed")
    home = base / "home"
    with cluster(base / "cluster") as machines:
        lines = SMALL.read_text("utf-8").splitlines()
        of_small = dict(line.split(maxsplit=1) for line in lines if line.startswith("spark."))
        del of_small["spark.master"]
        quick = of_small["spark.driver.extraJavaOptions"]
        machines.configure(of_small | {"spark.executor.extraJavaOptions": quick})
        _build_and_kill(machines, home)
        return Workspace.at(home), machines.events


def _build_and_kill(machines: Cluster, home: Path) -> None:
    """Build some rooms, and let a worker die in the middle."""
    verb = [sys.executable, "-m", "selaras", "build", "--target", "spark", "--home", str(home)]
    for kind in ("test", "unit_test"):
        verb += ["--exclude-resource-type", kind]
    verb += ["--select", SELECTED]
    environment = os.environ | {"SPARK_CONF_DIR": str(machines.conf)}
    with (home.parent / "said.txt").open("wb") as said:
        build = subprocess.Popen(verb, env=environment, stdout=said, stderr=said)
    end = time.monotonic() + PATIENCE
    while len(list(home.glob("spark/staging.db/*/_SUCCESS"))) < BEGUN:
        assert build.poll() is None and time.monotonic() < end
        time.sleep(0.1)
    assert machines.is_working(1) and machines.is_working(2)
    machines.kill_worker(2)
    assert build.wait(PATIENCE) == 0, (home.parent / "said.txt").read_text("utf-8")[-2000:]


def test_both_workers_worked_and_one_was_lost(killed: tuple[Workspace, list[dict]]) -> None:
    _, events = killed
    done = [event for event in events if event["Event"] == "SparkListenerTaskEnd"]
    (lost,) = (event for event in events if event["Event"] == "SparkListenerExecutorRemoved")
    by_worker = {
        name: [task for task in done if task["Task Info"]["Executor ID"] == name]
        for name in ("0", "1")
    }
    assert min(map(len, by_worker.values())) > 50
    ends = {
        name: max(task["Task Info"]["Finish Time"] for task in tasks)
        for name, tasks in by_worker.items()
    }
    (survivor,) = {"0", "1"} - {lost["Executor ID"]}
    assert ends[survivor] > lost["Timestamp"]


def test_every_table_has_the_rows_that_duckdb_has(killed: tuple[Workspace, list[dict]]) -> None:
    home, _ = killed
    differing = {}
    with (
        duckdb.connect(str(DUCKDBS.database), read_only=True) as theirs,
        duckdb.connect(str(home.database), read_only=True) as ours,
    ):
        tables = ours.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        for schema, table in tables:
            name = f"{schema}.{table}"
            theirs.register("brought", ours.execute(f"from {name}").to_arrow_table())
            if words := differences(theirs, columns_of(theirs, schema, table), "brought", name):
                differing[name] = words
    assert {"staging", "listed"} < {schema for schema, _ in tables}
    assert len(tables) > 30
    assert differing == {}
