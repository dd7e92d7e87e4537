"""Febrl 3 and 4: the same weights scored by the compiled SQL and by Splink, and how well."""

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import duckdb
from bench import Used, run
from score_side import load, read

from selaras.linkage.grammar.linkage_book import LinkageModel
from selaras.linkage.grammar.read_linkage import BOOK
from selaras.linkage.train.from_warehouse import write_model
from selaras.linkage.train.learn import KNOWN, LISTED, SHARE, learn

PARTS = Path(__file__).parent
SETS = {"febrl3": "dedupe_only", "febrl4": "link_only"}
# How pairs are scored, as the table calls it.
SIDES = {
    "ours": "compiled SQL",
    "splink": "Splink, shares of values as ours",
    "splink_as_it_comes": "Splink, its own shares of values",
}
ROUNDS = 3  # the sides take turns; the median counts
# Precision and recall from the likeliest pair down; pairs of one score come together.
CURVE = """
    select
        score as threshold,
        sum(count(*) filter (where truth.known_id is not null)) over likeliest as right_so_far,
        sum(count(*)) over likeliest as so_far
    from '{scores}'
    left join '{truth}' as truth using (record_id, known_id)
    group by score
    window likeliest as (order by score desc)
"""
QUALITY = """
    with curve as ({curve}), known as (select count(*) as pairs from '{truth}'), judged as (
        select
            threshold,
            right_so_far / so_far as precision,
            right_so_far / known.pairs as recall,
            2 * right_so_far / (so_far + known.pairs) as f1
        from curve, known
    )
    (select * from judged where threshold >= 0.5 order by threshold limit 1)
    union all
    (select * from judged order by f1 desc, threshold desc limit 1)
"""
APART = """
    select
        count(*) filter (where mine.score is null or theirs.score is null),
        max(abs(mine.score - theirs.score)),
        max(abs(mine.match_weight - theirs.match_weight))
    from '{ours}' as mine
    full join '{theirs}' as theirs using (record_id, known_id)
"""


def febrl(out: Path, others: str) -> None:
    """Both sets, each a table."""
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run([others, str(PARTS / "febrl_records.py"), str(out)], check=True)
    for name, link_type in SETS.items():
        folder = out / name
        prepare(out, name, folder)
        train(folder, link_type)
        compare(out / f"{name}_truth.csv", folder, link_type)


def prepare(out: Path, name: str, folder: Path) -> None:
    """A folder with the book and a database of both sides."""
    folder.mkdir(exist_ok=True)
    shutil.copy(PARTS / "febrl.yml", folder / BOOK)
    file = folder / "records.duckdb"
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as db:
        for table, side, key in (
            (LISTED, "listed", "record_id"),
            (KNOWN, "known", "known_id"),
        ):
            path = out / f"{name}_{side}.csv"
            db.execute(
                f"create table {table} as select rec_id as {key}, * exclude (rec_id)"
                f" from read_csv('{path}', all_varchar = true) order by rec_id"
            )


def train(folder: Path, link_type: str) -> None:
    """Learn with Splink once; both sides read the same linkage_model.yml."""
    book = read(folder, needs_model=False).book
    with duckdb.connect() as memory:
        load(memory, folder)
        learnt = learn(memory, book, link_type=link_type)
        records, people = (memory.table(table).shape[0] for table in (LISTED, KNOWN))
    model = LinkageModel(
        splink="5",
        seed=book.training.seed,
        records=records,
        people=people,
        counterpart_share=SHARE,
        comparisons=learnt,
    )
    write_model(folder, model)


def compare(truth: Path, folder: Path, link_type: str) -> None:
    """Both sides in turn, then how well each does and how far they are apart."""
    rounds = [[score(side, folder, link_type) for side in SIDES] for _ in range(ROUNDS)]
    used = {
        side: min(each, key=lambda one: abs(one["seconds"] - middle(each)))
        for side, each in zip(SIDES, zip(*rounds, strict=True), strict=True)
    }
    print(f"\n### {folder.name}, {link_type}\n")
    print("| side | pairs | F1 at 0.5 | precision | recall | best F1 | at | seconds ", end="")
    print("| CPU seconds | peak MiB | seconds beside ours |")
    print(f"| --- |{' ---: |' * 10}")
    for side, name in SIDES.items():
        half, best = quality(folder / f"{side}.parquet", truth)
        took = used[side]
        print(
            f"| {name} | {took['rows']:,} | {half[3]:.4f} | {half[1]:.4f} | {half[2]:.4f} "
            f"| {best[3]:.4f} | {best[0]:.4f} | {took['seconds']:.2f} | {took['processor']:.2f} "
            f"| {took['memory']:,.0f} | {took['seconds'] / used['ours']['seconds']:.2f} |"
        )
    ours, *theirs = (folder / f"{side}.parquet" for side in SIDES)
    for name, path in zip(list(SIDES.values())[1:], theirs, strict=True):
        lone, scores, weights = duckdb.sql(APART.format(ours=ours, theirs=path)).fetchone()
        print(f"\n{name}: {lone} pairs that one side alone has; the largest difference of a")
        print(f"score is {scores:.1e}, of a weight {weights:.1e}.")
    found, wanted = duckdb.sql(
        f"select count(*) filter (where score is not null), count(*) from '{truth}'"
        f" left join '{ours}' using (record_id, known_id)"
    ).fetchone()
    print(f"\nRight pairs that share a block: {found:,} of {wanted:,}.")


def score(side: str, folder: Path, link_type: str) -> Used:
    """One side in a process of its own."""
    return run([sys.executable, PARTS / "score_side.py", side, folder, link_type])


def middle(used: tuple[Used, ...]) -> float:
    """The median of the seconds."""
    return statistics.median(each["seconds"] for each in used)


def quality(scores: Path, truth: Path) -> list[tuple[float, ...]]:
    """Threshold, precision, recall and F1 at 0.5, and where F1 is best."""
    curve = CURVE.format(scores=scores, truth=truth)
    return duckdb.sql(QUALITY.format(curve=curve, truth=truth)).fetchall()
