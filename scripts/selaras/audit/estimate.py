"""From returned workbooks to estimates: answers are kept beside their draw, SQL does the rest."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from selaras.audit.answers import Answer, read_answers
from selaras.dbt import run_dbt
from selaras.errors import ExitCode, Refusal
from selaras.landing.batches import sync_path
from selaras.quoted import text
from selaras.warehouse import Row, open_warehouse, rows
from selaras.workspace import Workspace, as_pattern

MODELS = ["--select", "path:models/audit", "mart_audit_estimate"]
KEPT = "draw_id varchar, visit_id varchar, is_eligible boolean, receives boolean"
KEPT += ", is_same_person boolean, is_registered boolean"


@dataclass(frozen=True)
class Estimate:
    """The rows of the mart for the draws that were read, and how many visits were answered."""

    draws: tuple[str, ...]
    answered: int
    rows: list[Row]


def estimate(workspace: Workspace, files: Iterable[Path]) -> Estimate:
    """Keep the answers of returned workbooks and build the estimates of their draws.

    A workbook that comes again replaces its answers. Nothing is kept where one of the files
    cannot be read, holds an answer that is none, or a visit that was not drawn.
    """
    answers = _together(files)
    by_draw: dict[str, list[Answer]] = {}
    for each in answers:
        by_draw.setdefault(each.draw_id, []).append(each)
    for draw_id, of_draw in by_draw.items():
        _refuse_strange(workspace, draw_id, of_draw)
    with open_warehouse(workspace) as warehouse:
        asked = [each.nik for each in answers if each.nik]
        found = warehouse.execute(
            "select nik from identity.known_number where list_contains(?, nik)", [asked]
        ).fetchall()
    registered = {nik for (nik,) in found}
    for draw_id, of_draw in by_draw.items():
        _keep(workspace.audit / draw_id, of_draw, registered)
    run_dbt(workspace, ["run", *MODELS])
    with open_warehouse(workspace) as warehouse:
        made = rows(
            warehouse,
            "from marts.mart_audit_estimate where list_contains(?, draw_id) order by all",
            [list(by_draw)],
        )
    told = sum(not each.is_empty for each in answers)
    return Estimate(tuple(sorted(by_draw)), told, made)


def _together(files: Iterable[Path]) -> list[Answer]:
    """The answers of all files; a Refusal where two files answer for one visit in two ways."""
    found: dict[tuple[str, str], Answer] = {}
    for path in files:
        for each in read_answers(path):
            before = found.setdefault((each.draw_id, each.visit_id), each)
            if before != each:
                raise Refusal(
                    ExitCode.INPUT_REFUSED, "audit.twice", file=path.name, visit=each.visit_id
                )
    return list(found.values())


def _refuse_strange(workspace: Workspace, draw_id: str, answers: list[Answer]) -> None:
    """Refuse answers to visits that were not drawn here."""
    draws = {path.parent.name: path for path in workspace.audit.glob("*/visit.parquet")}
    if draw_id not in draws:
        raise Refusal(ExitCode.INPUT_REFUSED, "audit.no_draw", draw=draw_id, folder=workspace.audit)
    with duckdb.connect() as database:
        drawn = database.execute(
            "select visit_id from read_parquet(?)", [as_pattern(draws[draw_id])]
        ).fetchall()
    if strange := {each.visit_id for each in answers} - {visit for (visit,) in drawn}:
        raise Refusal(ExitCode.INPUT_REFUSED, "audit.no_visit", draw=draw_id, visit=min(strange))


def _keep(folder: Path, answers: list[Answer], registered: set[str]) -> None:
    """Write the answers beside those of other workbooks of the draw, without the numbers."""
    path, draft = folder / "answer.parquet", folder / ".answer.parquet"
    with duckdb.connect() as database:
        database.execute(f"create table answer ({KEPT})")
        if path.exists():
            database.execute("insert into answer from read_parquet(?)", [as_pattern(path)])
        database.execute(
            "delete from answer where list_contains(?, visit_id)",
            [[each.visit_id for each in answers]],
        )
        for each in answers:
            told = asdict(each) | {"is_registered": each.nik in registered if each.nik else None}
            if not each.is_empty:
                del told["nik"]
                database.execute(
                    "insert into answer by name select $draw_id as draw_id, $visit_id as visit_id,"
                    " $is_eligible as is_eligible, $receives as receives,"
                    " $is_same_person as is_same_person, $is_registered as is_registered",
                    told,
                )
        database.execute(f"copy (from answer order by all) to {text(draft)} (format parquet)")
    sync_path(draft)
    draft.replace(path)
