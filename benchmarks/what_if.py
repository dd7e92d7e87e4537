"""What a reform takes beside judging once, and what an allocation takes; see README.md.

python benchmarks/what_if.py --families 1000000 --others /path/to/python
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_suffix("")))
sys.path.insert(1, str(Path(__file__).with_name("rules")))
from bench import PROJECT, Bench, Used, run
from project import lay

PARTS = Path(__file__).with_suffix("")
ENGINES = {"openfisca": "two_simulations.py", "policyengine": "policyengine.py"}
AIM = 2.2  # times judging once: two judgings and a comparison


class Town:
    """A home with the town in it, and a project with a reform of it."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.home = bench, bench.out / "home"
        self.project = lay(bench.out / "project", bench.rules)
        self.home.mkdir(exist_ok=True)

    def asked(self, kind: str, *more: object) -> Used:
        """Run a part in a process of its own."""
        return run([sys.executable, PARTS / "asked.py", kind, self.home, self.project, *more])

    def judge(self, programmes: list[str]) -> Used:
        """Judge the town by the rules that stand, into an empty warehouse."""
        file = self.home / "selaras.duckdb"
        file.unlink(missing_ok=True)
        self.bench.sql(file, self.bench.town, PARTS / "town.sql")
        return self.asked("judge", json.dumps(programmes))


def row(name: str, used: Used, share: float) -> None:
    """One line of the table."""
    print(
        f"| {name} | {int(used['rows']):,} | {used['processor']:.2f} | {used['seconds']:.2f} "
        f"| {used['memory']:,.0f} | {used['startup']:.2f} | {share:.2f} |"
    )


def main() -> None:
    """Draw the town, judge it, reform it, place it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PROJECT / "build" / "benchmark-what-if")
    parser.add_argument("--others", help="a Python with requirements-bench.in")
    options = parser.parse_args()
    bench = Bench(options.out)
    bench.draw(options.families, options.seed)
    town = Town(bench)
    once = town.judge(sorted(bench.rules))
    print("| what | rows | CPU seconds | seconds | peak MiB | start-up | beside judging once |")
    print(f"|{' --- |' + ' ---: |' * 6}")
    row(f"judging once, {len(bench.rules)} programmes", once, 1.0)
    changes = []
    for reform in ("all", "pkh"):
        used = town.asked("reform", reform)
        share = 1 + (used["startup"] + used["processor"]) / once["processor"]
        row(f"and a reform of {int(used['programmes'])}, compared", used, share)
        changes.append(int(used["change"]))
        if share > AIM:
            print(f"more than {AIM} times judging once", file=sys.stderr)
    places = town.asked("places")
    count = int(places["served"] + places["waiting"])
    print(f"\n{count:,} families ranked, {int(places['served']):,} of them served, in", end=" ")
    print(f"{places['seconds']:.1f} s ({places['processor']:.1f} CPU, {places['memory']:,.0f} MiB)")
    if options.others:
        two_simulations(bench, options.others, changes[-1])


def two_simulations(bench: Bench, others: str, change: int) -> None:
    """PKH alone: compiled and judged twice, beside two simulations of another engine."""
    ours = bench.sql(bench.file("pkh"), bench.town, bench.tables(["pkh"]))
    print(f"\nPKH alone, judged once, compiled: {ours['processor']:.2f} CPU seconds")
    for engine, script in ENGINES.items():
        command = [others, PARTS / script, bench.town, bench.out / "pkh.duckdb"]
        used = run([*command, bench.file(engine), change])
        if used["differing"]:
            sys.exit(f"{used['differing']} families differ between {engine} and the compiled model")
        print(f"{engine}, two simulations: {used['processor']:.2f} ({used['memory']:,.0f} MiB)")


if __name__ == "__main__":
    main()
