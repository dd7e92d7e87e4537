"""Snapshots compared with the ones before, before they take their place.

A list that lost half its rows, names other people or speaks of another month would change
thousands of verdicts in silence; a person says first that it is meant.
"""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb

from selaras import acceptance
from selaras.landing.notice import Notice
from selaras.landing.onefile import discard, refuse
from selaras.landing.result import ACCEPTED, LandedFile
from selaras.lists import Layout, layouts
from selaras.quoted import text
from selaras.workspace import as_pattern

HELD = "held.json"
ENOUGH = 10
STATED = 5
LOST = 0.5
CUT_OFF = 0.95
SHARED = 0.1
ONE_IN = 8
_PERIODS = ("yyyy", "mm", "n", "semester")


@dataclass
class Accepted:
    """Files that a person said are meant as they are; they are kept with the reason."""

    landing: Path
    reason: str | None = None
    fresh: list[acceptance.Entry] = field(default_factory=list)

    def why(self, file: LandedFile) -> str | None:
        """Why a file is taken although it differs, or None."""
        known = {
            each["sha256"]: str(each["reason"])
            for each in acceptance.accepted(self.landing) + self.fresh
            if each.get("sha256")
        }
        if file.sha256 in known:
            return known[file.sha256]
        if self.reason:
            told = {"kind": "file", "batch_date": str(file.batch_date), "file": file.file}
            self.fresh.append(acceptance.signed(self.reason, **told, sha256=str(file.sha256)))
        return self.reason

    def keep(self) -> None:
        """Write down what was accepted now, so that landing again takes the same files."""
        acceptance.keep_accepted(self.landing, self.fresh)


@dataclass(frozen=True)
class Before:
    """The file that another one takes the place of, or comes after."""

    file: str
    batch_date: str
    rows: int
    path: Path
    is_same_snapshot: bool


def compare(
    landing: Path, stage: Path, files: list[LandedFile], accepted: Accepted
) -> list[LandedFile]:
    """The files of a drop, those refused that differ too much from the ones before."""
    by_table = {(layout.source, layout.table): layout for layout in layouts()}
    compared = []
    with duckdb.connect(config={"threads": 1}) as database:
        for file in files:
            layout = by_table.get((file.source, file.table_name))
            if file.status == ACCEPTED and layout:
                file = _compare(database, landing, stage, file, layout, accepted)
            compared.append(file)
    return compared


def held_days(landing: Path) -> set[str]:
    """The drops of which files wait for a person's word."""
    return {path.parent.name.partition("=")[2] for path in landing.glob(f"ledger/*/{HELD}")}


def write_held(ledger: Path, files: list[LandedFile]) -> None:
    """Write down which files of a drop wait for a person's word."""
    held = [file.file for file in files if file.is_held]
    if held:
        (ledger / HELD).write_text(json.dumps(held) + "\n", encoding="utf-8")


def _compare(
    database: duckdb.DuckDBPyConnection,
    landing: Path,
    stage: Path,
    file: LandedFile,
    layout: Layout,
    accepted: Accepted,
) -> LandedFile:
    """One file, refused where it differs too much and nobody said that it is meant."""
    path = _landed(stage, file)
    before = _before(database, landing, file, layout)
    difference = _other_period(database, path, file, layout)
    if before and not difference:
        difference = _difference(database, path, before, file, layout)
    if difference is None:
        return _same_again(database, path, before, file, layout)
    if why := accepted.why(file):
        remark = Notice("landing.accepted_although", {"said": difference, "why": why})
        remarks = (*file.remarks, remark)
        reason = "; ".join(each.english for each in remarks)
        return replace(file, remarks=remarks, reason=reason)
    discard(stage, file.file_id, path)
    return replace(refuse(file, difference), is_held=True)


def _landed(root: Path, file: LandedFile) -> Path:
    """Where the rows of a file of a batch lie."""
    folder = root / str(file.source) / str(file.table_name) / f"batch_date={file.batch_date}"
    named = folder / f"{file.file}.parquet"
    return named if named.exists() else folder / f"{file.file_id}.parquet"


def _before(
    database: duckdb.DuckDBPyConnection, landing: Path, file: LandedFile, layout: Layout
) -> Before | None:
    """The newest earlier file of the same snapshot, else of the latest period before."""
    parts = layout.match(file.file) or {}
    fixed = [parts.get(name) for name in layout.snapshot_key if name not in _PERIODS]
    has_period = any(name in _PERIODS for name in layout.snapshot_key)
    found = database.execute(
        f"""
        select file, batch_date, rows_accepted, file_id, snapshot_key
        from read_parquet({_file(landing)[:-1]}/ledger/**/*.parquet', hive_partitioning = false)
        where status = 'accepted' and source = ? and table_name = ? and batch_date < ?
        order by snapshot_key = ? desc, batch_date desc, file desc
        """,
        [file.source, file.table_name, file.batch_date, file.snapshot_key],
    ).fetchall()
    earlier = [row for row in found if row[4] == file.snapshot_key]
    if not earlier and has_period:
        told = [(layout.match(row[0]), row) for row in found]
        others = [
            (tuple(there.get(name, "") for name in _PERIODS), row)
            for there, row in told
            if there
            and [there.get(n) for n in layout.snapshot_key if n not in _PERIODS] == fixed
            and tuple(there.get(n, "") for n in _PERIODS)
            < tuple(parts.get(n, "") for n in _PERIODS)
        ]
        earlier = [max(others, key=lambda each: (each[0], each[1][1]))[1]] if others else []
    if not earlier:
        return None
    name, day, rows, file_id, key = earlier[0]
    old = replace(file, file=name, batch_date=day, file_id=file_id)
    path = _landed(landing, old)
    if not path.exists():
        return None
    return Before(name, str(day), rows, path, key == file.snapshot_key)


def _difference(
    database: duckdb.DuckDBPyConnection,
    path: Path,
    before: Before,
    file: LandedFile,
    layout: Layout,
) -> Notice | None:
    """What speaks against a file, with both counts."""
    counts = {"file": file.file, "before": before.file, "day": before.batch_date}
    counts |= {"rows": file.rows_accepted, "rows_before": before.rows}
    if file.rows_accepted == 0 and before.rows > 0:
        return Notice("landing.held_no_rows", counts)
    if before.rows < ENOUGH:
        return None
    if file.rows_accepted <= LOST * before.rows:
        return Notice("landing.held_fewer_rows", counts)
    if file.is_cut_off and file.rows_accepted < CUT_OFF * before.rows:
        return Notice("landing.held_cut_off", counts)
    if before.is_same_snapshot and file.rows_accepted >= ENOUGH:
        shared = _shared(database, path, before.path, layout)
        if shared is not None and shared < SHARED:
            return Notice("landing.held_other_people", counts | {"shared": f"{shared:.0%}"})
    return None


def _shared(
    database: duckdb.DuckDBPyConnection, path: Path, before: Path, layout: Layout
) -> float | None:
    """The share of numbers that stand in the file before as well; a part is looked at."""
    columns = [name for kind, each in layout.identity.items() if kind != "name" for name in each]
    if not columns:
        return None
    numbers = " union ".join(
        f"select left(regexp_replace({name}, '[^0-9]', '', 'g'), 15) as number from {{rows}}"
        for name in columns
    )
    one, other = (
        f"select number from ({numbers.format(rows=f'read_parquet({_file(each)})')})"
        f" where length(number) = 15 and hash(number) % {ONE_IN} = 0"
        for each in (path, before)
    )
    (here, there, both) = database.execute(
        f"""
        with one as ({one}), other as ({other})
        select
            (select count(*) from one),
            (select count(*) from other),
            (select count(*) from one inner join other using (number))
        """
    ).fetchone()
    smaller = min(here, there)
    return both / smaller if smaller else None


def _other_period(
    database: duckdb.DuckDBPyConnection, path: Path, file: LandedFile, layout: Layout
) -> Notice | None:
    """Says that most rows are of another period, or another city, than the name of the file."""
    parts = layout.match(file.file) or {}
    for stated, meant in _stated(parts, {column.name for column in layout.columns}):
        (rows, most, count) = database.execute(
            f"""
            select sum(n), max_by(stated, n), max(n)
            from (
                select {stated} as stated, count(*) as n
                from read_parquet({_file(path)})
                where stated is not null
                group by stated
            )
            """
        ).fetchone()
        if rows and rows >= STATED and most != meant and count * 2 > rows:
            values = {"file": file.file, "stated": most, "meant": meant}
            return Notice("landing.held_other_period", values | {"rows": count, "of": rows})
    return None


def _stated(parts: dict[str, str], columns: set[str]) -> list[tuple[str, str]]:
    """What rows may say of their own period or city, with what the name of the file says."""
    found = []
    for column in ("bulan", "periode"):
        if column in columns and {"yyyy", "mm"} <= parts.keys():
            month = f"regexp_extract({column}, '^\\s*(20[0-9]{{2}}-[0-9]{{2}})\\s*$', 1)"
            found.append((f"nullif({month}, '')", f"{parts['yyyy']}-{parts['mm']}"))
    if {"tahun", "tahap"} <= columns and {"yyyy", "n"} <= parts.keys():
        stage = "try_cast(try_cast(tahun as integer) as varchar) || '-'"
        stage += " || try_cast(try_cast(tahap as integer) as varchar)"
        found.append((stage, f"{parts['yyyy']}-{int(parts['n'])}"))
    if "kode_kabupaten_kota" in columns and "kk.kk" in parts:
        city = "regexp_extract(kode_kabupaten_kota, '^\\s*([0-9]{4})(\\.0+)?\\s*$', 1)"
        found.append((f"nullif({city}, '')", parts["kk.kk"].replace(".", "")))
    return found


def _same_again(
    database: duckdb.DuckDBPyConnection,
    path: Path,
    before: Before | None,
    file: LandedFile,
    layout: Layout,
) -> LandedFile:
    """The file, with a remark where a list of another period holds the very same rows."""
    if not before or before.is_same_snapshot or file.rows_accepted != before.rows:
        return file
    if before.rows < STATED:
        return file
    periods = {"bulan", "periode", "tahun", "tahap", "semester"}
    told = [c.name for c in layout.columns if not c.is_running_number and c.name not in periods]
    digest = f"select bit_xor(hash({', '.join(told)})) from read_parquet({{path}})"
    one, other = (
        database.execute(digest.format(path=_file(each))).fetchone() for each in (path, before.path)
    )
    if one != other:
        return file
    values = {"file": file.file, "before": before.file, "rows": before.rows}
    remarks = (*file.remarks, Notice("landing.same_as_before", values))
    return replace(file, remarks=remarks, reason="; ".join(each.english for each in remarks))


def _file(path: Path) -> str:
    """A path as an SQL text that a reader takes as it is."""
    return text(as_pattern(path))
