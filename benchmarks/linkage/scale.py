"""One in a hundred people of a city as rows without a usable number, against all of them."""

import json
import os
import sys
from itertools import pairwise
from pathlib import Path

from bench import PROJECT, Bench, Used, run
from score_side import read

from selaras.linkage.compile.files import linkage_macros
from selaras.rules.sql.without_dbt import Renderer

PARTS = Path(__file__).parent
# The very models of the list stage, as dbt would build them, one after the other.
STEPS = {
    "pairs": ["identity/4_list/linkage/list_pair"],
    "scores": ["identity/4_list/linkage/list_score"],
    "choice": ["identity/4_list/list_candidate"],
    "block figures": ["ops/review/linkage/list_block"],
}
LINKED = ("pairs", "scores", "choice")
ROUNDS = 3  # where a town is small enough
SMALL = 1_000_000
BLOCKS = """
    select blocking_rule, blocks, blocks_left_out, largest_block, pairs, pairs_left_out,
        records_left_without_pair
    from list_block order by pairs desc
"""
FIGURES = """
    select
        (select count(*) from person_record),
        (select count(*) from list_record),
        (select count(*) from list_record anti join list_pair using (record_id)),
        (select count(*) from truth join list_pair
            on truth.record_id = list_pair.record_id and right_id = known_id),
        (select count(*) from truth join list_candidate as candidate
            on truth.record_id = candidate.record_id and right_id = known_id
            where candidate.record_id not in (select record_id from list_candidate
                where match_method is not null)),
        (select count(distinct record_id) from list_candidate
            where record_id not in (select record_id from list_candidate
                where match_method is not null))
"""


def scale(out: Path, sizes: list[int], seed: int, rules: Path) -> None:
    """Measure each size, then how the costs grow from one to the next."""
    os.environ.setdefault("SELARAS_MEMORY", "8GB")
    models = rendered(rules)
    measured = {}
    for families in sizes:
        measured[families] = at(out, families, seed, models)
        (out / "measured.json").write_text(json.dumps(measured, indent=1), encoding="utf-8")
    for before, after in pairwise(sizes):
        growth(measured[before], measured[after], after / before)


def rendered(rules: Path) -> dict[str, str]:
    """The models as plain SQL; what linkage.yml says is that of `rules`."""
    renderer = Renderer(PROJECT, linkage_macros(read(rules)).values())
    models = {}
    for path in (Path(f"{path}.sql") for paths in STEPS.values() for path in paths):
        text = (PROJECT / "models" / path).read_text(encoding="utf-8")
        models[str(path.with_suffix(""))] = renderer.render(text)
    return models


def at(out: Path, families: int, seed: int, models: dict[str, str]) -> dict[str, Used]:
    """All steps for one size of city; the city is drawn once and kept."""
    bench = Bench(out)
    bench.town = out / f"town-{families}.duckdb"
    if not bench.town.exists():
        run([sys.executable, PARTS / "people.py", families, seed, bench.town])
    rounds = []
    for _ in range(ROUNDS if families < SMALL else 1):
        file = bench.file(f"linked-{families}")
        steps = {
            step: bench.sql(file, bench.town, ";\n".join(_table(path, models) for path in paths))
            for step, paths in STEPS.items()
        }
        steps["by hand"] = bench.sql(file, bench.town, PARTS / "by_hand.sql")
        rounds.append(steps)
    middle = len(rounds) // 2
    used = {
        step: sorted((each[step] for each in rounds), key=lambda one: one["seconds"])[middle]
        for step in rounds[0]
    }
    show(bench, families, file, used)
    return used


def _table(path: str, models: dict[str, str]) -> str:
    """A model as a table of its name."""
    return f"create table {Path(path).name} as (\n{models[path]}\n)"


def show(bench: Bench, families: int, file: Path, used: dict[str, Used]) -> None:
    """The tables of one size."""
    ask = lambda query: bench.sql(file, bench.town, query)["found"]  # noqa: E731
    [[people, rows, lone, met, waiting_right, waiting]] = ask(FIGURES)
    print(f"\n### {families:,} families: {rows:,} rows beside {people:,} people\n")
    print("| step | rows | seconds | CPU seconds | peak MiB |\n| --- | ---: | ---: | ---: | ---: |")
    tables = {step: Path(paths[-1]).name for step, paths in STEPS.items()} | {"by hand": "by_hand"}
    for step, it in used.items():
        [[count]] = ask(f"select count(*) from {tables[step]}")
        print(
            f"| {step} | {count:,} | {it['seconds']:.2f} | {it['processor']:.2f} "
            f"| {it['memory']:,.0f} |"
        )
    total = {key: sum(used[step][key] for step in LINKED) for key in ("seconds", "processor")}
    hand = used["by hand"]
    print(
        f"\npairs + scores + choice beside by hand: {total['seconds'] / hand['seconds']:.1f} times"
    )
    print(f"the seconds, {total['processor'] / hand['processor']:.1f} times the CPU seconds")
    print("\n| blocking rule | blocks | left out | largest block | pairs ", end="")
    print("| pairs left out | rows left without a pair |\n| --- |" + " ---: |" * 6)
    for rule, *figures in ask(BLOCKS):
        print(f"| {rule} |" + "".join(f" {figure:,} |" for figure in figures))
    print("\n| side | attached | precision | recall |\n| --- | ---: | ---: | ---: |")
    for side, known, attached, right in ask((PARTS / "quality.sql").read_text("utf-8")):
        print(f"| {side} | {attached:,} | {right / attached:.5f} | {right / known:.4f} |")
    print(f"\nOf {known:,} rows whose person is known {met:,} ({met / known:.4f}) are beside that")
    print(f"person; {lone:,} rows have no pair at all. {waiting:,} rows are left to people, and")
    print(f"for {waiting_right:,} of these the right one is among the candidates.")


def growth(small: dict[str, Used], large: dict[str, Used], times: float) -> None:
    """How much more each step took for `times` as many families."""
    print(f"\n### Growth for {times:.3g} times the families\n")
    print("| step | seconds | CPU seconds | peak MiB |\n| --- | ---: | ---: | ---: |")
    for step, after in large.items():
        grown = [after[key] / small[step][key] for key in ("seconds", "processor", "memory")]
        print(f"| {step} |" + "".join(f" x{each:.1f} |" for each in grown))
