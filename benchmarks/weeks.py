"""Measure week after week in one home; see benchmarks/README.md.

python benchmarks/weeks.py --families 350000 --weeks 8 --out build/weeks

Each drop is put into the inbox and synchronised by itself, as a ministry would do it. Printed for
each week: what share of the rows of its drop are as they were, what the run took, how much the home
grew, and what went to the agencies. Behind the last comes a week in which one row in a hundred is
gone and all else is as it was. Then that week once more in an empty home, which has to build all
weeks, and what the outbox holds for each agency.
"""

import argparse
import csv
import json
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

import duckdb
from path.measure import measure

SELARAS = str(Path(sys.executable).parent / "selaras")


def week(drop: Path, inbox: Path, home: Path) -> str:
    """One week's run as a row of the table."""
    shutil.copytree(drop, inbox / drop.name)
    before = size(home)
    seconds, processor, memory = measure(
        [SELARAS, "sync", "--sample-key", "--inbox", str(inbox), "--home", str(home)]
    )
    rows, same = compared(home, drop.name)
    sent = home / "outbox" / drop.name
    return (
        f"| {drop.name} | {rows:,} | {same:.1%} | {seconds:.1f} | {processor:.1f} | {memory:,.0f} "
        f"| {(size(home) - before) / 2**20:,.0f} | {size(sent) / 2**20:,.1f} |"
    )


def quiet_week(drop: Path, drops: Path) -> Path:
    """The drop of a week later: the same files, of their tables each hundredth row gone."""
    last = date.fromisoformat(drop.name)
    day = last + timedelta(days=7)
    folder = drops / day.isoformat()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in sorted(drop.iterdir()):
        if file.name == "manifest.csv":
            continue
        target = folder / file.name.replace(f"{last:%Y%m%d}", f"{day:%Y%m%d}")
        if file.suffix == ".csv":
            lines = file.read_bytes().splitlines(keepends=True)
            kept = [line for at, line in enumerate(lines) if at % 100 != 99]
            target.write_bytes(b"".join(kept))
        else:
            shutil.copy(file, target)
    return folder


def compared(home: Path, day: str) -> tuple[int, float]:
    """Accepted rows of a drop, and the share of them that an earlier drop held word for word."""
    landed = f"{home}/landing"
    rows = same = 0
    for folder in sorted(Path(landed).glob("*/*")):
        files = [path for path in folder.rglob("*.parquet") if path.is_file()]
        if not files or folder.parent.name in ("ledger", "quarantine", "pseudonym_key"):
            continue
        found = duckdb.execute(
            """
            select
                count(*),
                count(*) filter (where content_digest in (
                    select content_digest from read_parquet($files, union_by_name = true)
                    where batch_date < $day::date
                ))
            from read_parquet($files, union_by_name = true) where batch_date = $day::date
            """,
            {"files": [str(path) for path in files], "day": day},
        ).fetchone()
        rows, same = rows + found[0], same + found[1]
    return rows, same / max(rows, 1)


def size(folder: Path) -> int:
    """Bytes of all files below a folder; 0 where there is none."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def agencies(sent: Path) -> None:
    """What each agency was sent."""
    print("\n| agency | items | workbooks and tables, MiB |\n| --- | ---: | ---: |")
    for folder in sorted(path for path in sent.iterdir() if path.is_dir()):
        items = 0
        for table in folder.glob("**/*.csv"):
            with table.open(encoding="utf-8-sig", newline="") as file:
                items += max(0, sum(1 for _ in csv.reader(file)) - 1)
        print(f"| {folder.name} | {items:,} | {size(folder) / 2**20:,.1f} |")


def main() -> None:
    """Draw the drops, run week by week, then all at once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, required=True)
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--out", type=Path, default=Path("build/weeks"))
    options = parser.parse_args()
    drops, inbox, home, fresh = (options.out / name for name in ("drops", "inbox", "home", "fresh"))
    for folder in (inbox, home, fresh):
        shutil.rmtree(folder, ignore_errors=True)
    inbox.mkdir(parents=True)
    town = ["--families", str(options.families), "--weeks", str(options.weeks), "--seed", "1"]
    measure([SELARAS, "sample", *town, "--out", str(drops)])
    print("| week | rows | as before | seconds | CPU seconds | peak MiB | disk, MiB | sent, MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    days = sorted(path for path in drops.iterdir() if path.is_dir() and path.name[:2] == "20")
    days = days[: options.weeks]
    for drop in days:
        print(week(drop, inbox, home), flush=True)
    days.append(quiet_week(days[-1], drops))
    print(week(days[-1], inbox, home), flush=True)
    seconds, processor, memory = measure(
        [SELARAS, "sync", "--sample-key", "--inbox", str(inbox), "--home", str(fresh)]
    )
    print(f"| all at once | | | {seconds:.1f} | {processor:.1f} | {memory:,.0f} | | |")
    ends = [json.loads((it / "publish/current/manifest.json").read_text()) for it in (home, fresh)]
    if ends[0]["content"] != ends[1]["content"]:
        sys.exit("FAILED: week by week and all at once have published different content")
    print("\nWeek by week and all at once have published the same content.")
    outbox = home / "outbox" / days[-1].name
    agencies(outbox)
    again = [SELARAS, "outbox", "--home", str(home)]
    print("\nwriting the outbox again: {:.1f} s, {:.1f} CPU s, {:,.0f} MiB".format(*measure(again)))


if __name__ == "__main__":
    main()
