"""Measure how Spark builds on a cluster of this machine, and see that DuckDB builds the same.

python benchmarks/nation.py --families 1000 --families 10000 --until identity --kill-after 60

Draws a drop of each size, lands it, builds seeds and rooms up to one of them (all, where none is
named) with DuckDB, and on a cluster of a master and two workers of one core each; after some
seconds a worker is killed. Every table is compared row by row.
"""

import argparse
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
from path.measure import measure
from run import LAYERS, SELARAS

from selaras.memory import memory_limit
from selaras.workspace import PROJECT

sys.path.insert(0, str(PROJECT / "tests" / "spark"))
from same_rows import columns_of, differences
from standalone import Cluster, cluster

# What was compiled finds room: in the 48 MB that Java gives it, a thread searches for what may go.
ROOM_FOR_CODE = "-XX:ReservedCodeCacheSize=256m"
SETTINGS = {
    "spark.driver.memory": "3g",
    "spark.driver.extraJavaOptions": ROOM_FOR_CODE,
    "spark.executor.extraJavaOptions": ROOM_FOR_CODE,
    "spark.executor.memory": "2g",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
}
ROLES = {  # by what stands in their command
    "executors": b"CoarseGrainedExecutorBackend",
    "Python of executors": b"pyspark.daemon",
    "driver": b"pyspark-shell",
    "master and workers": b"org.apache.spark.deploy.",
}
TICK = os.sysconf("SC_CLK_TCK")
MOST_SKEWED = 5


class Watch(threading.Thread):
    """Sees twice a second what the processes of some sessions have taken."""

    def __init__(self, sessions: set[int]) -> None:
        super().__init__(daemon=True)
        self.sessions, self.is_over = sessions, threading.Event()
        self.processor: dict[tuple[str, str], float] = {}
        self.memory: Counter[str] = Counter()

    def run(self) -> None:
        """Look until told."""
        while not self.is_over.wait(0.5):
            for process in Path("/proc").glob("[0-9]*"):
                try:
                    self._look(process)
                except (FileNotFoundError, ProcessLookupError):
                    continue  # it has ended

    def _look(self, process: Path) -> None:
        """Seconds and MiB of one process, if it is of these sessions."""
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        if int(fields[3]) not in self.sessions or fields[0] == "Z":
            return  # one that was killed has no command left, and was counted while it had
        command = (process / "cmdline").read_bytes()
        role = next((name for name, word in ROLES.items() if word in command), "Python of driver")
        key = (role, f"{process.name}/{fields[19]}")
        self.processor[key] = (int(fields[11]) + int(fields[12])) / TICK
        for line in (process / "status").read_text().splitlines():
            if line.startswith("VmHWM"):
                self.memory[role] = max(self.memory[role], int(line.split()[1]) // 1024)


def built(home: Path, until: str, target: str) -> list[str]:
    """The command that builds seeds and rooms without tests."""
    verb = [*SELARAS, "build", "--target", target, "--home", str(home)]
    for kind in ("test", "unit_test"):
        verb += ["--exclude-resource-type", kind]
    rooms = LAYERS[: LAYERS.index(until) + 1]
    return [*verb, "--select", "resource_type:seed", *(f"path:models/{room}" for room in rooms)]


def on_cluster(machines: Cluster, command: list[str], kill_after: float | None) -> None:
    """Run a build on a cluster and print what it took."""
    started = time.monotonic()
    environment = os.environ | {"SPARK_CONF_DIR": str(machines.conf)}
    build = subprocess.Popen(command, env=environment, start_new_session=True)
    watch = Watch({build.pid, *(each.pid for each in machines.running)})
    watch.start()
    try:
        build.wait(kill_after)
    except subprocess.TimeoutExpired:
        print(f"after {kill_after:.0f} s killed: {len(machines.kill_worker(2))} processes")
    if build.wait():
        sys.exit(f"FAILED: {' '.join(command)}")
    seconds = time.monotonic() - started
    watch.is_over.set()
    watch.join()
    by_role: Counter[str] = Counter()
    for (role, _), spent in watch.processor.items():
        by_role[role] += spent
    print(f"Spark: {seconds:.0f} s, {by_role.total():.0f} CPU seconds")
    for role, spent in by_role.most_common():
        print(f"  {role}: {spent:.0f} CPU seconds, at most {watch.memory[role]} MiB a process")


def tell(events: list[dict]) -> None:
    """What Spark's own log says of tasks, shuffles and what came to the driver."""
    ends = [event for event in events if event["Event"] == "SparkListenerTaskEnd"]
    good = [task for task in ends if task["Task End Reason"]["Reason"] == "Success"]
    metrics = [task["Task Metrics"] for task in good]
    shuffled = sum(m["Shuffle Write Metrics"]["Shuffle Bytes Written"] for m in metrics)
    spilled = sum(m["Disk Bytes Spilled"] for m in metrics)
    spent = sum(m["Executor CPU Time"] for m in metrics) / 1e9
    stages = defaultdict(list)
    for task in good:
        stages[task["Stage ID"]].append(task)
    to_driver = max(
        sum(task["Task Metrics"]["Result Size"] for task in tasks) for tasks in stages.values()
    )
    print(f"  {len(good)} tasks in {len(stages)} stages, {len(ends) - len(good)} more failed")
    print(f"  {spent:.0f} CPU seconds in tasks; {shuffled / 1e6:.1f} MB shuffled,", end=" ")
    print(f"{spilled / 1e6:.1f} MB spilled; at most {to_driver / 1e6:.2f} MB a stage to the driver")
    tell_skew(stages, events)


def tell_skew(stages: dict[int, list[dict]], events: list[dict]) -> None:
    """The stages whose longest task took a second, and most against the median: of which tables."""
    tables = {
        stage: job["Properties"].get("spark.job.description", "a question")
        for job in events
        if job["Event"] == "SparkListenerJobStart"
        for stage in job["Stage IDs"]
    }
    found = []
    for stage, tasks in stages.items():
        tasks.sort(key=_seconds)
        longest, median = tasks[-1], tasks[len(tasks) // 2]
        if len(tasks) > 3 and _seconds(longest) > 1:
            skew = _seconds(longest) / max(_seconds(median), 0.001)
            words = f"longest {_task(longest)}; median {_task(median)}"
            found.append((skew, f"{tables[stage]}, {len(tasks)} tasks: {words}"))
    print(f"  {len(found)} stages with a task above a second; longest task / median:")
    for skew, words in sorted(found, reverse=True)[:MOST_SKEWED]:
        print(f"    {skew:.1f} {words}")


def _seconds(task: dict) -> float:
    """How long a task worked."""
    return task["Task Metrics"]["Executor Run Time"] / 1e3


def _task(task: dict) -> str:
    """What a task took, and had before it."""
    told, info = task["Task Metrics"], task["Task Info"]
    fetched = told["Shuffle Read Metrics"]
    shuffled = fetched["Local Bytes Read"] + fetched["Remote Bytes Read"]
    return (
        f"{_seconds(task):.1f} s, {told['Executor CPU Time'] / 1e9:.1f} s of it CPU, number"
        f" {info['Index']}, {told['Input Metrics']['Bytes Read'] / 1e6:.1f} MB of files and"
        f" {shuffled / 1e6:.1f} MB of a shuffle with {fetched['Total Records Read']} rows"
    )


def compare(ours: Path, theirs: Path) -> None:
    """Every table row by row; ends with an error where one differs."""
    with duckdb.connect(str(theirs), read_only=True) as expected:
        expected.execute(f"set memory_limit = '{memory_limit()}'")
        expected.execute(f"attach '{ours}' as said (read_only)")
        tables = expected.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'said'"
            " and schema_name || '.' || table_name != 'ops.complete_build'"
        ).fetchall()
        for schema, table in tables:
            columns = columns_of(expected, schema, table)
            named = f"said.{schema}.{table}"
            if words := differences(expected, columns, named, f"{schema}.{table}"):
                sys.exit(f"FAILED: {schema}.{table}: {words}")
    print(f"  {len(tables)} tables have the same rows")


def measure_at(families: int, asked: argparse.Namespace, out: Path) -> None:
    """One size of town."""
    until = asked.until
    shutil.rmtree(out, ignore_errors=True)
    inbox, theirs, ours = out / "inbox", out / "duckdb", out / "spark"
    town = ["--families", str(families), "--weeks", "1", "--seed", "1", "--out", str(inbox)]
    subprocess.run([*SELARAS, "sample", *town], check=True)
    subprocess.run([*SELARAS, "land", "--inbox", str(inbox), "--home", str(theirs)], check=True)
    seconds, spent, memory = measure(built(theirs, until, "duckdb"))
    print(f"\n{families:,} families, up to {until}")
    print(f"DuckDB: {seconds:.0f} s, {spent:.0f} CPU seconds, at most {memory:.0f} MiB")
    shutil.copytree(theirs / "landing", ours / "landing")
    with cluster(out / "cluster") as machines:
        machines.configure(SETTINGS)
        on_cluster(machines, built(ours, until, "spark"), asked.kill_after)
        tell(machines.events)
    compare(ours / "selaras.duckdb", theirs / "selaras.duckdb")


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", type=int, action="append", required=True)
    parser.add_argument("--until", choices=LAYERS, default=LAYERS[-1])
    parser.add_argument("--kill-after", type=float, metavar="SECONDS")
    parser.add_argument("--out", type=Path, default=Path("build/nation"))
    asked = parser.parse_args()
    for families in asked.families:
        measure_at(families, asked, (asked.out / str(families)).resolve())


if __name__ == "__main__":
    main()
