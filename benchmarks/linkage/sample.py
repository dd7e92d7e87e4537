"""A sample from its files to identity, then who was attached to whom, against the truth."""

from pathlib import Path

import duckdb
from run import SELARAS, Measure, count, in_queries, lines, measure, tables_of

NO_TESTS = ["--exclude-resource-type", "unit_test", "--exclude-resource-type", "test"]
BEFORE = ["--select", "+path:models/identity", "--exclude", "path:models/identity"]
SLOWEST = 12


def sample(out: Path, families: int, seed: int, again: bool) -> None:
    """Write, land, build, evaluate; `again` takes what was built before."""
    inbox, home = out / f"inbox-{families}", out / f"home-{families}"
    if not again:
        build(inbox, home, families, seed)
    evaluation(home, inbox / "truth")


def build(inbox: Path, home: Path, families: int, seed: int) -> None:
    """Every step in a process of its own, and what the models of identity took."""
    database, at_home = home / "selaras.duckdb", ["--home", str(home)]
    # One thread of dbt, so that the seconds of its queries add up; DuckDB uses every core.
    built = [*SELARAS, "build", *at_home, "--threads", "1", *NO_TESTS]
    drops = ["--weeks", "1", "--seed", str(seed), "--out", str(inbox)]
    commands = {
        "sample": [*SELARAS, "sample", "--families", str(families), *drops],
        "land": [*SELARAS, "land", "--inbox", str(inbox), *at_home],
        "what identity reads": [*built, *BEFORE],
        "identity": [*built, "--select", "path:models/identity"],
    }
    print(f"\n### {families:,} families\n")
    print("| step | rows | seconds | of it in queries | CPU seconds | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for step, command in commands.items():
        cost = measure(command)
        is_built = command[: len(built)] == built
        room = "identity" if step == "identity" else "staging"
        rows = count(database, tables_of(home, room)) if is_built else lines(inbox)
        queries = sum(in_queries(home).values()) if is_built else 0.0
        it = Measure(step, rows, *cost, queries)
        inside = f"{queries:.1f}" if queries else ""
        print(
            f"| {it.step} | {it.rows:,} | {it.seconds:.1f} | {inside} "
            f"| {it.processor:.1f} | {it.memory:,.0f} |"
        )
    models(home)


def models(home: Path) -> None:
    """The models of identity that take longest, by dbt's own clock."""
    spent = sorted(in_queries(home).items(), key=lambda each: -each[1])
    print("\n| model | seconds |\n| --- | ---: |")
    for name, seconds in spent[:SLOWEST]:
        print(f"| {name.rsplit('.', 1)[-1]} | {seconds:.2f} |")
    rest = spent[SLOWEST:]
    print(f"| {len(rest)} others | {sum(seconds for _, seconds in rest):.2f} |")


def evaluation(home: Path, truth: Path) -> None:
    """Precision and recall, in all and by what befell the rows; who was attached wrongly."""
    from selaras.linkage.report.evaluation import evaluate

    with duckdb.connect(str(home / "selaras.duckdb"), read_only=True) as warehouse:
        found = evaluate(warehouse, truth)
    groups = {
        "all rows and lists": (found.overall, found.lists),
        "rows of lists by what befell them": found.lists_by_corruption,
        "rows by table": found.by_table,
    }
    for title, scores in groups.items():
        print(f"\n| {title} | rows | known | attached | wrong | precision | recall ", end="")
        print("| precision by number alone | recall by number alone |\n| --- |" + " ---: |" * 8)
        for it in scores:
            shares = (it.precision, it.recall, it.precision_by_number, it.recall_by_number)
            told = " | ".join("" if share is None else f"{share:.5f}" for share in shares)
            print(f"| {it.name} | {it.rows:,} | {it.known:,} | {it.attached:,} ", end="")
            print(f"| {it.wrong_rows:,} | {told} |")
    print(f"\nAttached to somebody else: {len(found.wrong)} rows\n")
    for each in found.wrong:
        told = (each.table_name, each.role, each.match_method, str(each.score), each.corruption)
        print(f"- {each.source_row_id}: {', '.join(told)}")
