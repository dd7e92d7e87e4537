"""What a reform or an allocation takes on the town: the child of what_if.py.

python asked.py judge HOME PROJECT SETTINGS PROGRAMME...   (the rules that stand, to tables)
python asked.py reform HOME PROJECT NAME                   (judged by it, and compared)
python asked.py places HOME PROJECT
"""

import json
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).parents[1] / "rules"))
from meter import Meter

from selaras.allocate import allocate
from selaras.rules.sql.without_dbt import Renderer
from selaras.versions import rule_digest
from selaras.what_if.asked import project_of, read_asked
from selaras.what_if.judge import COMPARED, judge, results
from selaras.workspace import Workspace

DAY = "2025-11-01"
CHANGE = "select certain_after - certain_before from total where programme_id = 'pkh'"
PATH = "main,conformed,identity,reference,overlap,eligibility"


def judged_once(workspace: Workspace, programmes: list[str]) -> None:
    """Judge the town by the rules that stand, into the tables that dbt makes."""
    models = workspace.project / "models" / "eligibility"
    renderer = Renderer(workspace.project)
    with closing(duckdb.connect(str(workspace.database))) as db:
        told = f"select 'town' as landing, ? as rules, '{DAY}' as as_of_date"
        db.execute(f"create table ops.complete_build as {told}", [rule_digest(workspace.project)])
        db.execute(f"set search_path = '{PATH}'; set preserve_insertion_order = false")
        meter = Meter()
        for name in [*(f"elig_{each}" for each in programmes), "fct_eligibility"]:
            text = renderer.render((models / f"{name}.sql").read_text(encoding="utf-8"))
            db.execute(f"create table eligibility.{name} as {text}")
        db.execute("checkpoint")
        meter.stop()
        (rows,) = db.execute("select count(*) from eligibility.fct_eligibility").fetchone()
    meter.report(rows=rows)


def reformed(workspace: Workspace, name: str) -> None:
    """Judge the town by a reform and compare, with the results on disk."""
    [read] = read_asked(workspace.project, [name]).values()
    project, _ = project_of(workspace.project, [read], date.fromisoformat(DAY))
    meter = Meter()
    place = workspace.what_if / f"{name}.duckdb"
    with results(place, workspace.database) as db:
        db.execute("set preserve_insertion_order = false")
        judge(db, "judged", project)
        for table in COMPARED:
            db.execute(f"create table {table} as from judged.{table}")
        db.execute("drop schema judged cascade")
        (rows,) = db.execute("select count(*) from changed").fetchone()
    meter.stop()
    with closing(duckdb.connect(str(place), read_only=True)) as db:
        (change,) = db.execute(CHANGE).fetchone()
    meter.report(rows=rows, programmes=len(project.programmes), change=change)


def placed(workspace: Workspace) -> None:
    """Rank everybody entitled and choose whom to serve."""
    meter = Meter()
    found = allocate(workspace, "measured")
    meter.stop()
    counted = {name: int(str(found.summary[name])) for name in ("served", "waiting")}
    meter.report(**counted)


def main() -> None:
    """Do what is asked for and report what it used."""
    kind, home, project, *more = sys.argv[1:]
    workspace = Workspace(Path(home), Path(project))
    if kind == "judge":
        judged_once(workspace, json.loads(more[0]))
    elif kind == "reform":
        reformed(workspace, more[0])
    else:
        placed(workspace)


if __name__ == "__main__":
    main()
