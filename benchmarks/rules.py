"""Judge invented families by every programme, ours beside others; see benchmarks/README.md.

python benchmarks/rules.py --families 1000000 --others /path/to/python
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_suffix("")))
from bench import PARTS, PROJECT, TEXTS, Bench, Used, run

ROUNDS = 3  # each side runs so often, in turn; the round of least processor time counts
# Each with how many families are enough; the rest is scaled up.
ENGINES = {"openfisca": None, "pandas": None, "polars": None, "zen": 20_000}
# What these write for each family.
JUDGED = (
    "household_id, is_in_decile, has_component, has_no_public_servant, verdict, entitled_amount"
)
CHECKS = {
    "selaras compile --check": ["compile", "--check"],
    "selaras rules check": ["rules", "check"],
}


def least(*sides: Callable[[], Used]) -> list[Used]:
    """What each side used in its best round; they take turns."""
    rounds = [[side() for side in sides] for _ in range(ROUNDS)]
    return [min(used, key=lambda each: each["processor"]) for used in zip(*rounds, strict=True)]


def row(name: str, rows: int, used: Used, share: float | str = "") -> None:
    """One line of the table."""
    print(
        f"| {name} | {rows:,} | {used['processor']:.2f} | {used['seconds']:.2f} "
        f"| {rows / used['processor']:,.0f} | {used['memory']:,.0f} | {used['startup']:.2f} "
        f"| {share if isinstance(share, str) else f'{share:.2f}'} |"
    )


def head(title: str, counted: str, last: str) -> None:
    """The head of a table."""
    print(f"\n### {title}\n\n| how | {counted} | CPU seconds | seconds ", end="")
    print(f"| {counted} per CPU second | peak MiB ", end="")
    print(f"| start-up, CPU seconds | {last} |\n|{' --- |' + ' ---: |' * 7}")


def every_programme(bench: Bench) -> None:
    """All programmes: ours in full, ours without texts, by hand."""
    names = sorted(bench.rules)
    by_hand = sorted(PARTS.glob("by_hand_*.sql"))
    same = bench.tables(names, f"* exclude ({TEXTS})")
    hand, lean, full = least(
        lambda: bench.sql(bench.file("hand"), bench.town, *by_hand),
        lambda: bench.sql(bench.file("lean"), bench.town, same),
        lambda: bench.sql(bench.file("ours"), bench.town, bench.tables(names)),
    )
    differing = bench.differing()
    if differing:
        sys.exit(f"{differing} rows differ between the compiled models and the query by hand")
    counts = " union all ".join(f"select count(*) as n from elig_{each}" for each in names)
    counted = bench.sql(bench.out / "ours.duckdb", "-", f"select sum(n)::bigint from ({counts})")
    rows = counted["found"][0][0]
    head(f"{len(names)} programmes", "verdicts", "CPU beside by hand")
    for name, used in (
        ("by hand: verdict, criteria, amount", hand),
        ("compiled: the same columns", lean),
        ("compiled: and what is unmet, unknown, missing, contested, possible", full),
    ):
        row(name, rows, used, used["processor"] / hand["processor"])
    reasons(bench)


def reasons(bench: Bench) -> None:
    """The reason view, and the one it reads: made, then read."""
    ours = bench.out / "ours.duckdb"
    views = ";".join(
        f"create view {each} as {bench.models[each]}"
        for each in ("component_member", "fct_eligibility_reason")
    )
    seeds = ";".join(
        f"create table {each} as from read_csv('{PROJECT}/seeds/generated/{each}.csv')"
        for each in ("component", "criterion", "requirement")
    )
    bench.sql(ours, "-", seeds)
    made = bench.sql(ours, bench.town, views)
    read = bench.sql(ours, bench.town, "select count(*) from fct_eligibility_reason")
    print(f"\nReason view: {made['processor']:.3f} CPU seconds to make, {read['processor']:.2f} to")
    print(f"count its {read['found'][0][0]:,} rows, once somebody asks.")


def pkh(bench: Bench, others: str) -> None:
    """The PKH rule alone, beside other engines: from the same tables to a table."""
    full, same = bench.tables(["pkh"]), bench.tables(["pkh"], JUDGED)
    ours, bare = least(
        lambda: bench.sql(bench.file("pkh"), bench.town, full),
        lambda: bench.sql(bench.file("bare"), bench.town, same),
    )
    counted = bench.sql(bench.out / "pkh.duckdb", "-", "select count(*) from elig_pkh")
    rows = counted["found"][0][0]
    head("PKH alone, from the same tables to a table", "families", "CPU beside compiled")
    row("compiled, with all reasons", rows, ours, 1.0)
    row("compiled, what the others write", rows, bare, bare["processor"] / ours["processor"])
    for engine, enough in ENGINES.items():
        command = [others, PARTS / f"pkh_{engine}.py", bench.town, bench.out / "pkh.duckdb"]
        most = [enough] if enough and enough < rows else []
        [used] = least(lambda c=command, m=most, e=engine: run([*c, bench.file(e), *m]))
        if used["differing"]:
            sys.exit(f"{used['differing']} families differ between {engine} and the compiled model")
        judged = int(used["families"])
        name = f"{engine}, {used['alone']:.2f} of it judging"
        row(name, judged, used, used["processor"] / judged * rows / ours["processor"])


def checks() -> None:
    """How long the whole rule book takes to compile and check."""
    print("\n### The rule book\n\n| command | CPU seconds | seconds |\n| --- | ---: | ---: |")
    timed = (
        "import resource, subprocess, sys, time; t = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print([u.ru_utime + u.ru_stime, time.perf_counter() - t])"
    )
    for name, words in CHECKS.items():
        command = [sys.executable, "-m", "selaras", *words]
        used = [run([sys.executable, "-c", timed, *command]) for _ in range(ROUNDS)]
        processor, seconds = min(used)
        print(f"| {name} | {processor:.2f} | {seconds:.2f} |")


def main() -> None:
    """Draw the town, then print one table after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PROJECT / "build" / "benchmark-rules")
    parser.add_argument("--others", help="a Python with requirements-bench.in")
    options = parser.parse_args()
    bench = Bench(options.out)
    bench.draw(options.families, options.seed)
    every_programme(bench)
    if options.others:
        pkh(bench, options.others)
    checks()


if __name__ == "__main__":
    main()
