"""Drawing whom to visit: random, in strata, the same on every machine."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from selaras.audit.book import write_book
from selaras.errors import ExitCode, Refusal
from selaras.folders import close, refuse_unwritable
from selaras.landing.batches import flush, sync_path
from selaras.quoted import text
from selaras.warehouse import Row, open_warehouse, rows
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
BY = ("programme", "city", "district", "decile")
KEPT = """
    select
        $draw_id as draw_id,
        (select as_of_date from ops.as_of) as list_date,
        drawn.* exclude (subject_id)
    from drawn order by visit_id
"""


@dataclass(frozen=True)
class Draw:
    """A draw in its folder: the workbook and number of visits of each team, and of each part."""

    draw_id: str
    folder: Path
    teams: dict[str, int]
    parts: dict[str, int]
    strata: int
    is_new: bool


def draw(workspace: Workspace, size: int, by: list[str], seed: int) -> Draw:
    """Draw visits from the built warehouse and write a workbook for each team.

    The same warehouse, size, strata and seed give the same draw; one that is there is left as it
    is, with what people wrote into its workbooks. Refused where `size` is less than one visit for
    each part of the frame (of each programme, where that is asked for).
    """
    with open_warehouse(workspace) as warehouse:
        warehouse.execute(f"create temp table framed as {_sql('framed')}", {"by": by, "size": size})
        (least,) = warehouse.execute("select max(least_size) from framed").fetchone()
        if least is None or size < least:
            raise Refusal(ExitCode.USAGE, "audit.too_few", size=size, least=least or 0)
        warehouse.execute(
            f"create temp table drawn as {_sql('draw')}", {"seed": str(seed), "size": size}
        )
        strata = rows(warehouse, _sql("stratum"))
        visits = rows(warehouse, _sql("told"))
        count = len({tuple(each.values())[:-2] for each in strata})
        made = _identified(warehouse, workspace, visits, count)
        if made.is_new:
            _write(warehouse, made, visits, {"by": by, "seed": seed, "size": size})
    return made


def _identified(
    warehouse: duckdb.DuckDBPyConnection, workspace: Workspace, visits: list[Row], count: int
) -> Draw:
    """The draw with the name that its day and content give it."""
    (day,) = warehouse.execute("select as_of_date from ops.as_of").fetchone()
    told = warehouse.execute("from drawn order by all").fetchall()
    draw_id = f"{day}-{hashlib.sha256(repr(told).encode()).hexdigest()[:8]}"
    parts = warehouse.execute("select part, count(*) from drawn group by all order by all")
    folder = workspace.audit / draw_id
    return Draw(
        draw_id=draw_id,
        folder=folder,
        teams={team: len(list(each)) for team, each in groupby(visits, lambda row: row["team"])},
        parts=dict(parts.fetchall()),
        strata=count,
        is_new=not folder.exists(),
    )


def _write(
    warehouse: duckdb.DuckDBPyConnection,
    made: Draw,
    visits: list[Row],
    asked: dict[str, object],
) -> None:
    """Write the folder of a draw beside the others, then bring it into place."""
    building = made.folder.with_name(".building")
    with refuse_unwritable("audit.unwritable", made.folder.parent, building):
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(parents=True)
        keep = {"draw_id": made.draw_id}
        kept = text(building / "visit.parquet")
        warehouse.execute(f"copy ({KEPT}) to {kept} (format parquet)", keep)
        sizes = f"select $draw_id as draw_id, * from ({_sql('stratum')})"
        kept = text(building / "stratum.parquet")
        warehouse.execute(f"copy ({sizes}) to {kept} (format parquet)", keep)
        criteria = rows(
            warehouse,
            "select programme_id, programme_indonesian as programme, says_indonesian as says_id,"
            " says_english as says_en, required from marts.mart_rule_v2"
            " where programme_id in (select visited_programme_id from drawn)"
            " order by programme_id, position",
        )
        for team, of_team in groupby(visits, lambda row: row["team"]):
            told = list(of_team)
            asked_of = {row["programme_id"] for row in told}
            known = [row for row in criteria if row["programme_id"] in asked_of]
            write_book(building / f"visits-{team}.xlsx", made.draw_id, told, known)
        note = json.dumps(asked | {"draw_id": made.draw_id}, indent=1)
        (building / "draw.json").write_text(note + "\n", encoding="utf-8")
        close(building)
        flush(building)
        building.rename(made.folder)
        sync_path(made.folder.parent)


def _sql(name: str) -> str:
    """One of the queries of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
